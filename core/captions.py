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
from core.named_papers import NamedPaper, papers_in, stands_alone, without
from core.outcome_words import CLAUSES, outcome_said
from core.plan import Unit
from core.reports import Measure, Outcome
from core.text import clean
from core.walk import is_ticked, main_measure, read_answer, says_more

LONGEST_CAPTION = 1024
"""Telegram's limit of a caption; a longer text is an account (as it is for core.figures)."""


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
    spans = papers_in(text, today)
    rest = without(text, [span for span, _ in spans])
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
    account = (
        _tidied(without(text, [span for span, _ in spans if stands_alone(text, span)])) if story else None
    )
    return Understood(tuple(paper for _, paper in spans), measure, figure, outcome, account)


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


def _tidied(text: str) -> str | None:
    """The account: without the separators that were left over."""
    text = re.sub(r"\s*;(?:\s*(?:г\.|года|ж\.|жылы)(?=[\s,;]|$))?[\s,;.:]*", "; ", text)
    return text.strip(" ,;:-\n") or None
