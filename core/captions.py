"""A caption taken apart: the papers it names, the figure, the outcome, and the account that is left (domain, §4).

"Акт №12 от 05.03.2024, закупили на 5,8 млн" is a paper, a figure and an account. What is not understood is the
account: nothing that was typed is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.errors import UnreadableInput
from core.measures import is_planned_zero
from core.outcome_words import CLAUSES, outcome_said
from core.paper_words import STEMS
from core.papers import DAY, Paper, paper_day
from core.plan import Unit
from core.reports import Measure, Outcome
from core.text import clean, dashes
from core.walk import is_ticked, main_measure, read_answer, says_more

LONGEST_NUMBER = 60
LONGEST_CAPTION = 1024
"""Telegram's limit of a caption; a longer text is an account (as it is for core.figures)."""

_FORM = rf"\b(?P<form>(?:{STEMS})\w{{0,6}}(?:[ ](?!на\b|за\b|for\b|от\b|of\b|dated\b)[^\W\d_]+){{0,4}}?)"
_AFTER = rf"(?P<form>(?:{STEMS})\w{{0,6}})"
_SIGN = r"(?:№|\#|\bno\.?(?=[ \d])|\bномер\b|\bнөмірі\b|\bn°)\s?"
_CODE = r"(?<![\w/-])(?P<number>(?=[\w/.-]{0,60}\d)[\w/-]{1,60}(?:\.[\w/-]{1,20}){0,4}|б/н|н/ж|нөмірсіз)(?![.,]\d)"
_JOIN = r"\s?[,(]?\s?(?:от|дата|dated|of|from|күні|күнгі|ж\.)?\s?"
_FROM = r"\s?,?\s(?:от|dated|of|from)\s"
_DAY = rf"(?P<day>{DAY})"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{_FORM}[ ]?)?{_SIGN}{_CODE}{_JOIN}{_DAY}",
        rf"{_DAY}\s?,?\s?{_SIGN}{_CODE}(?:[ ]{_AFTER})?",
        rf"{_SIGN}{_CODE}\s{_AFTER}(?:{_JOIN}{_DAY})?",
        rf"{_FORM}[ ]{_CODE}{_FROM}{_DAY}",
        rf"{_FORM}[ ]?{_SIGN}{_CODE}",
        rf"{_FORM}{_FROM}{_DAY}",
    )
)
# These need a clause of their own: "12-ө от 05.03.2024" alone, "Приказ 45" alone.
_WHOLE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (rf"{_CODE}{_FROM}{_DAY}", rf"(?P<form>(?:{STEMS})[аяіыь]{{0,2}})[ ]{_CODE}")
)
_UNNUMBERED = frozenset(("б/н", "н/ж", "нөмірсіз"))


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper as a caption names it: `form` is the word that it is called by ("Акт"), None where there is none."""

    form: str | None
    paper: Paper


@dataclass(frozen=True, slots=True)
class Understood:
    """What a caption says. `figure` is in its `measure`'s own scale; `outcome` stands beside it or alone."""

    papers: tuple[NamedPaper, ...] = ()
    measure: Measure | None = None
    figure: Decimal | None = None
    outcome: Outcome | None = None
    account: str | None = None

    @property
    def answers(self) -> bool:
        """Whether it answers the card's question, so that it is shown back and confirmed."""
        return self.figure is not None or self.outcome is not None


def understand(
    text: str, measures: Sequence[Measure], asked: Measure, language: str | None, today: date
) -> Understood:
    """Everything that a caption says; `asked` is the measure that a figure without a unit answers."""
    if len(text) > LONGEST_CAPTION:
        return Understood(account=text)
    text = clean(text)
    spans = _papers(text, today)
    rest = _without(text, [span for span, _ in spans])
    clauses = [c for c in CLAUSES.split(rest) if c.strip(" -")]
    said = {c: o for c in clauses if (o := _outcome(c, measures)) is not None}
    told = "; ".join(c for c in clauses if c not in said)
    measure, figure = _figure(told, measures, asked, language)
    if figure is None and said:  # "100 %" where the row is measured in percent
        measure, figure = _figure(rest, measures, asked, language)
        if measure is not None and measure.unit is not Unit.PERCENT:
            measure, figure = None, None
    outcome = next(iter(said.values())) if len(set(said.values())) == 1 else None
    if outcome is None and said:
        told = rest
    story = says_more(told, measure, language) if measure is not None else bool(told.strip())
    account = _tidied(_without(text, [span for span, _ in spans if _alone(text, span)])) if story else None
    return Understood(tuple(paper for _, paper in spans), measure, figure, outcome, account)


def _papers(text: str, today: date) -> list[tuple[tuple[int, int], NamedPaper]]:
    plain = dashes(text)
    found: list[tuple[tuple[int, int], NamedPaper]] = []
    for pattern in (*_PATTERNS, *_WHOLE):
        for match in pattern.finditer(plain):
            span = match.span()
            taken = any(span[0] < end and start < span[1] for (start, end), _ in found)
            whole = pattern not in _WHOLE or _alone(plain, span)
            paper = _paper(match, today)
            if paper is not None and whole and not taken:
                found.append((span, paper))
    return sorted(found, key=lambda f: f[0])


def _paper(match: re.Match[str], today: date) -> NamedPaper | None:
    """The paper of a match; None where its date is no day or its number too long to be one."""
    parts = {"form": None, "number": None, "day": None} | match.groupdict()
    dated = paper_day(parts["day"], today) if parts["day"] else None
    number = (parts["number"] or "").strip(" .-/")
    if (parts["day"] and dated is None) or len(number) > LONGEST_NUMBER:
        return None
    form = parts["form"]
    kept = None if not number or number.lower() in _UNNUMBERED else number
    return NamedPaper(form[:1].upper() + form[1:] if form else None, Paper(kept, dated))


def _outcome(clause: str, measures: Sequence[Measure]) -> Outcome | None:
    """The outcome that a clause says, where the row can take it without a figure."""
    main = main_measure(measures)
    said = outcome_said(clause, ticked=main.unit is Unit.PRESENCE or is_ticked(measures))
    if said is Outcome.PARTIAL and not is_ticked(measures):
        return None  # how much of it is a figure
    if said is Outcome.NOT_DONE and is_planned_zero(main):
        return None
    return said


def _figure(
    told: str, measures: Sequence[Measure], asked: Measure, language: str | None
) -> tuple[Measure | None, Decimal | None]:
    try:
        measure, figure = read_answer(told, measures, asked, language)
    except UnreadableInput:
        return None, None
    nothing_said = measure.unit is Unit.TEXT and outcome_said(told) is not None
    return (None, None) if nothing_said or measure.unit is Unit.PRESENCE else (measure, figure)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with these parts taken out; what stood around each stays apart."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return ";".join([*kept, text[at:]]) if spans else text


def _alone(text: str, span: tuple[int, int]) -> bool:
    """Whether a part of the text is a clause by itself."""
    before, after = text[: span[0]].rstrip(" "), text[span[1] :].lstrip(" ")
    ends = re.match(r"(?:г\.?|года|ж\.?|жылы)?\s*(?:$|[,;.!:\n)]|- )", after, re.IGNORECASE)
    return (not before or before[-1] in ",;.!:(-\n") and ends is not None


def _tidied(text: str) -> str | None:
    """The account: without the separators that were left over."""
    text = re.sub(r"\s*;(?:\s*(?:г\.|года|ж\.|жылы)(?=[\s,;]|$))?[\s,;.:]*", "; ", text)
    return text.strip(" ,;:-\n") or None
