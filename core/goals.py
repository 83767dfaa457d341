"""Figures inside goals: "не менее 150 чел.", "6 школ на 3 150 мест", "Открытие 8 кабинетов (всего 24 кабинета)".

A goal is prose; what can be counted in it is proposed, never assumed: the coordinator confirms each figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from core.deadlines import parse_deadline
from core.text import clean, dashes

Comparison = Literal["exact", "at_least", "at_most", "more", "less"]
_LONGEST = 1_000
_NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_WORD = r"[^\W\d_][\w-]*\.?"
_FIGURE = re.compile(
    rf"(?P<how>не менее|не ниже|кемінде|до|не более|не выше|аспайтын|более|свыше|артық|менее|кем)?\s*(?:чем\s+)?(?:на\s+)?"
    rf"(?<![\w.,№-])(?P<n>{_NUMBER})(?:-?(?:х|ти|ми|и|ой|го|й))?(?![\d])\s*(?P<scale>тыс\.?|млн\.?|мың)?\s*"
    rf"(?P<unit>%|{_WORD})?(?P<yearly>\s+(?:в год|ежегодно|жылына|жыл сайын))?",
    re.IGNORECASE,
)
_COMPARISONS: dict[str, Comparison] = {
    "не менее": "at_least", "не ниже": "at_least", "кемінде": "at_least", "не более": "at_most", "не выше": "at_most",
    "аспайтын": "at_most", "более": "more", "свыше": "more", "артық": "more", "менее": "less", "кем": "less",
}  # fmt: skip
_SCALES = {"тыс": 1_000, "мың": 1_000, "млн": 1_000_000}
_TOTAL = re.compile(r"\b(всего|итого|нарастающим итогом|барлығы)\W*$", re.IGNORECASE)
_TIME = re.compile(
    r"(?:\b(?:в|к|до|со?|по)\s+)?(?:\b[1-4IVІ]{1,3}(?:-?[а-я]{1,2})?\s*(?:кв\.|квартал\w*|полугоди\w*|тоқсан\w*)|\b(?:первое|второе)\s+полугодие|"
    r"\b\d{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)|"
    r"\b(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*)(?:\s*(?:19|20)\d\d)?(?:\s*г(?:\.|од\w*)?)?"
    r"|\b(?:до\s+|к\s+|в\s+)?(?:19|20)\d\d\s*(?:г\.|год\w*|ж\.|жыл\w*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class GoalFigure:
    """One figure of a goal. `unit` is as printed ("чел.", "%"); `total` marks a running total ("всего 24")."""

    value: Decimal
    unit: str | None
    comparison: Comparison = "exact"
    total: bool = False
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """What a goal's words say that can be checked: figures in order, and a day by which, if one is in them."""

    figures: tuple[GoalFigure, ...] = ()
    due: date | None = None

    @property
    def main(self) -> GoalFigure | None:
        """The figure to ask for: the first that is no running total."""
        return next((f for f in self.figures if not f.total), self.figures[0] if self.figures else None)


def read_goal(printed: str, year: int | None = None) -> Goal:
    """The figures and the day in a goal. `year` is the column's, for "в 3 кв." without one."""
    text = " ".join(dashes(clean(printed)).split())
    if len(text) > _LONGEST:
        return Goal()
    due: date | None = None
    for moment in _TIME.finditer(text):
        due = due or parse_deadline(moment.group(), year)[0].end
    rest = _TIME.sub(" | ", text)
    figures = [figure for match in _FIGURE.finditer(rest) if (figure := _figure(match, rest))]
    return Goal(tuple(figures), due)


def _figure(match: re.Match[str], text: str) -> GoalFigure | None:
    number = re.sub(r"[ \u00a0]", "", match["n"]).replace(",", ".")
    scale = _SCALES.get((match["scale"] or "").rstrip(".").lower(), 1)
    unit = (match["unit"] or "").strip()
    if unit.lower() in {"и", "на", "в", "с", "по", "г.", "г", "от", "до"}:
        unit = ""
    how = " ".join((match["how"] or "").lower().split())
    return GoalFigure(
        value=Decimal(number) * scale,
        unit=unit or None,
        comparison=_COMPARISONS.get(how, "exact"),
        total=bool(_TOTAL.search(text[: match.start()])),
        yearly=bool(match["yearly"]),
    )
