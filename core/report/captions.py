"""A caption taken apart: the papers it names, the figure, the outcome, and the account that is left (domain, §4).

"Акт №12 от 05.03.2024, закупили на 5,8 млн" is a paper, a figure and an account. What is not understood is the
account: nothing that was typed is lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from core.evidence.named_papers import (
    NamedPaper,
    lacking_day_in,
    papers_in,
    papers_told,
    stands_alone,
    without,
)
from core.figures.answer_parser import is_story, read_answers
from core.figures.outcomes import CLAUSES, outcome_said
from core.figures.required import is_ticked, main_measure
from core.kernel.errors import UnreadableInput
from core.kernel.text import clean
from core.owed.measures import is_planned_zero
from core.plan.model import Unit
from core.plan.reports import Measure, Outcome

LONGEST_CAPTION = 1024
"""Telegram's limit of a caption; a longer text is an account (as it is for core.figures.typed_figures)."""


LONGEST_LINK = 300
_LINK = re.compile(r"\bhttps?://[^\s<>]+[^\s<>.,;:!?)»\"]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Understood:
    """What a caption says. `figures` are by measure, each in its own scale; `outcome` stands beside them or alone."""

    papers: tuple[NamedPaper, ...] = ()
    links: tuple[str, ...] = ()
    figures: Mapping[str, Decimal] = field(default_factory=dict)
    outcome: Outcome | None = None
    account: str | None = None

    @property
    def figure(self) -> Decimal | None:
        """The one figure, or the first of several (of money by source, their sum)."""
        return next(iter(self.figures.values()), None)

    @property
    def answers(self) -> bool:
        """Whether it answers the card's question, so that it is shown back and confirmed."""
        return bool(self.figures) or self.outcome is not None


def understand(
    text: str, measures: Sequence[Measure], asked: Measure, language: str | None, today: date
) -> Understood:
    """Everything that a caption says; `asked` is the measure that a figure without a unit answers."""
    if len(text) > LONGEST_CAPTION:
        return Understood(account=text)
    text, links = _links(clean(text))
    named = papers_told(text, today, language)
    spans = [(span, paper) for span, paper, is_kept in named if is_kept]
    if lacking_day_in(text) is not None:
        # What it was to be told by is no day: it is no figure either, and the words stay as they are.
        return Understood(tuple(paper for _, paper in spans), links, account=_tidied(text))
    rest = without(text, [span for span, *_ in named])
    clauses = [c for c in CLAUSES.split(rest) if c.strip(" -")]
    said = {c: o for c in clauses if (o := _outcome(c, measures)) is not None}
    told = "; ".join(c for c in clauses if c not in said) if said else rest
    figures = _figures(told, measures, asked, language)
    if not figures and said:  # "100 %" where the row is measured in percent
        figures = _figures(rest, measures, asked, language)
        if any(m.unit is not Unit.PERCENT for m in measures if m.id in figures):
            figures = {}
    outcome = next(iter(said.values())) if len(set(said.values())) == 1 else None
    if outcome is None and said:
        told = rest
    story = is_story(told, figures, measures, language) if figures else bool(told.strip(" ;"))
    account = (
        _tidied(without(text, [span for span, _ in spans if stands_alone(text, span)])) if story else None
    )
    return Understood(tuple(paper for _, paper in spans), links, figures, outcome, account)


def names_evidence(text: str, today: date, language: str | None = None) -> bool:
    """Whether a text names a paper or the address of a page, so that there is something to keep."""
    if len(text) > LONGEST_CAPTION:
        return False
    text, links = _links(clean(text))
    return bool(links or papers_in(text, today, language))


def _links(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the addresses of pages that it gives, and those; one too long to be shown stays in it."""
    found = [m for m in _LINK.finditer(text) if len(m[0]) <= LONGEST_LINK]
    return without(text, [m.span() for m in found]), tuple(m[0].rstrip('.,;:!?)»"') for m in found)


def _outcome(clause: str, measures: Sequence[Measure]) -> Outcome | None:
    """The outcome that a clause says, where the row can take it without a figure."""
    main = main_measure(measures)
    said = outcome_said(clause, ticked=main.unit is Unit.PRESENCE or is_ticked(measures))
    if said is Outcome.PARTIAL and not is_ticked(measures):
        return None  # how much of it is a figure
    if said is Outcome.NOT_DONE and is_planned_zero(main):
        return None
    return said


def _figures(
    told: str, measures: Sequence[Measure], asked: Measure, language: str | None
) -> dict[str, Decimal]:
    """The figures as a typed text would give them; none where it gives none, or a tick alone."""
    try:
        found = read_answers(told, measures, asked, language)
    except UnreadableInput:
        return {}
    units = {m.unit for m in measures if m.id in found}
    nothing_said = Unit.TEXT in units and outcome_said(told) is not None
    return {} if nothing_said or Unit.PRESENCE in units else found


def _tidied(text: str) -> str | None:
    """The account: without the separators that were left over."""
    text = re.sub(r"\s*;(?:\s*(?:г\.|года|ж\.|жылы)(?=[\s,;]|$))?[\s,;.:]*", "; ", text)
    return text.strip(" ,;:-\n") or None
