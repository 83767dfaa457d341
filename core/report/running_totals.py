"""Figures that run since the year began, and what a figure told now takes in of those that are there (domain, §5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from core.kernel.periods import Period
from core.model.obligations import Obligation, ReportingRule
from core.owed.measures import MAIN
from core.plan.model import Activity, Unit
from core.plan.reports import Measure
from core.printed.direction import is_cumulative
from core.report.consolidation import AddedUp, adds_up


def runs_on(row: Activity, activity_id: int, target: str | None, rule: ReportingRule) -> bool:
    """Whether the row's figure is what was reached since the year began: the plan's rule first, then the row's words.

    An indicator and a goal that is a level ("до 40 врачей") are held against the last one too, but may fall.
    """
    if row.indicator is not None:
        return False
    said = rule.runs_on(activity_id)
    return is_cumulative(row, target) if said is None else said


def fact_before(among: Sequence[Obligation], o: Obligation) -> tuple[str, Decimal] | None:
    """The last period before this one whose fact of the row was submitted, and the fact."""
    facts = [
        (Period.parse(x.period).end, x.period, x.submitted.figures[MAIN])
        for x in among
        if x.activity_id == o.activity_id and x.submitted is not None and MAIN in x.submitted.figures
    ]
    earlier = [fact for fact in facts if fact[0] < Period.parse(o.period).end]
    return max(earlier)[1:] if earlier else None


def total_before(among: Sequence[Obligation], o: Obligation) -> tuple[str, Decimal] | None:
    """The same of the post's own reports of the year: a running total goes on from it."""
    return fact_before([x for x in among if x.post_id == o.post_id and x.period[:4] == o.period[:4]], o)


def year_so_far(
    among: Sequence[Obligation], o: Obligation, main: Measure, planned: Sequence[Decimal]
) -> tuple[Decimal, Decimal] | None:
    """What was recorded in the year before this period, and what is planned in all of it; None where it says nothing.

    Counts and money add up over the year; levels do not (domain, §5). `planned` are the numbers of the year's periods.
    """
    if main.cumulative or main.unit not in (Unit.COUNT, Unit.MONEY) or len(planned) < 2 or not any(planned):
        return None
    before = (
        x.draft.figures.get(main.id, Decimal(0))
        for x in among
        if x.activity_id == o.activity_id and x.period[:4] == o.period[:4] and x.period < o.period
    )
    return sum(before, Decimal(0)), sum(planned, Decimal(0))


def others_sum(proposal: AddedUp | None, measures: Sequence[Measure]) -> dict[str, Decimal]:
    """What the others' reports on a shared row come to, by measure, of what adds up."""
    given = proposal.figures if proposal is not None else {}
    return {m.id: given[m.id] for m in measures if adds_up(m) and m.id in given}


def with_already(
    measures: Sequence[Measure], there: Mapping[str, Decimal], *, running: bool
) -> tuple[Measure, ...]:
    """The measures with what is there already: counts and money, running ones (where more is better) or the others."""
    return tuple(
        m.model_copy(update={"already": there[m.id]}) if m.id in there and _takes_in(m, running) else m
        for m in measures
    )


def _takes_in(measure: Measure, running: bool) -> bool:
    if running:
        counts = measure.unit in (Unit.COUNT, Unit.MONEY)
        return counts and measure.cumulative and measure.better == "up"
    return adds_up(measure)
