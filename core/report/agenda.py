"""What is owed and when, day by day, and which periods open next (domain, §3).

The day that counts is that of the report, as it holds now; beside it stand the day that it was moved from, and the
work's own deadline where the plan has that on another day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from core.kernel.periods import Period
from core.model.obligations import NotYetOpen, Obligation, ReportingRule
from core.owed.status import is_outstanding, is_overdue
from core.owed.visible_reports import ahead_of
from core.ports.unit_of_work import Work
from core.report.heaps import Heap, period_of
from core.report.worklist import Worklist


@dataclass(frozen=True, slots=True)
class DueDay:
    """What is due on one day, apart by plan and period."""

    day: date
    heaps: tuple[Heap, ...]


@dataclass(frozen=True)
class Agenda:
    """What a person has to submit, over all plans, soonest first."""

    worklist: Worklist
    owed: list[Obligation]

    @property
    def overdue(self) -> int:
        """How many are late."""
        return sum(1 for o in self.owed if is_overdue(o, self.worklist.today))

    @property
    def has_several_places(self) -> bool:
        """Whether it is of more than one plan and period."""
        return len({(o.plan_id, self.worklist.period_of(o)) for o in self.owed}) > 1

    def days(self, first: int, most: int) -> list[DueDay]:
        """A page of it, day by day: at most so many, from that place on."""
        part = self.owed[first : first + most]
        return by_day(part, _rules(self.worklist), self.worklist.lacking)


@dataclass(frozen=True, slots=True)
class Openings:
    """What opens next; `has_several_plans` tells whether that and what is owed is of more than one."""

    coming: list[NotYetOpen]
    has_several_plans: bool


def agenda_of(worklist: Worklist) -> Agenda:
    return Agenda(worklist, in_due_order(worklist.obligations, _rules(worklist)))


async def openings(work: Work, worklist: Worklist, person_id: int, most: int) -> Openings:
    """The next openings, at most so many, of the posts that the worklist is of."""
    found = await ahead_of(work, person_id, worklist.post_id, worklist.today)
    plans = {one.plan_id for one in found} | {o.plan_id for o in worklist.obligations}
    return Openings(opening_next(found, most), len(plans) > 1)


def _rules(worklist: Worklist) -> dict[int, ReportingRule]:
    return {plan_id: plan.plan.rule for plan_id, plan in worklist.plans.items()}


def in_due_order(obligations: Iterable[Obligation], rules: Mapping[int, ReportingRule]) -> list[Obligation]:
    """What is still to be submitted, soonest first, so that what is overdue comes before all else.

    Of one day plan by plan and period by period, and within these as given. What was submitted or agreed as not
    required is left out. `rules` by id of the plan.
    """
    outstanding = [o for o in obligations if is_outstanding(o)]
    return sorted(outstanding, key=lambda o: (o.due_now.report_due, *_place(o, rules)))


def by_day(
    ordered: Iterable[Obligation],
    rules: Mapping[int, ReportingRule],
    lacking: frozenset[int] = frozenset(),
) -> list[DueDay]:
    """Neighbours of the same day together: a list from `in_due_order`, or a page of it.

    `lacking` are the ids of those that are held back for want of a file.
    """
    return [
        DueDay(day, tuple(_heaps(group, rules, lacking)))
        for day, group in groupby(ordered, key=lambda o: o.due_now.report_due)
    ]


def _heaps(
    group: Iterable[Obligation], rules: Mapping[int, ReportingRule], lacking: frozenset[int]
) -> Iterable[Heap]:
    for (plan_id, period), same in groupby(group, key=lambda o: _place(o, rules)):
        yield Heap(plan_id, period, tuple(same), lacking)


def _place(o: Obligation, rules: Mapping[int, ReportingRule]) -> tuple[int, str]:
    return o.plan_id, period_of(o, rules[o.plan_id].cycle)


def report_was_due(o: Obligation) -> date | None:
    """The plan's own day of a report that an extension moved; None where it stands as planned."""
    return None if o.due_now.report_due == o.due.report_due else o.due.report_due


def work_due(o: Obligation) -> date | None:
    """The day by which the work itself is to be done ("до 20 июля"); None where that is the period's last day."""
    day = o.due_now.deadline
    return None if day == Period.parse(o.period).end else day


def work_was_due(o: Obligation) -> date | None:
    """The plan's own day of the work where an extension moved it."""
    return None if o.due_now.deadline == o.due.deadline else o.due.deadline


def opening_next(found: Iterable[NotYetOpen], most: int) -> list[NotYetOpen]:
    """The next `most` openings, one a plan and period, soonest first.

    What opens after a leave is over is not the substitute's (domain, §6). One's own and what is another's count together.
    """
    together: dict[tuple[date, int, str], NotYetOpen] = {}
    for one in found:
        if one.until is not None and one.opens > one.until:
            continue
        key = one.opens, one.plan_id, one.period
        known = together.get(key)
        together[key] = one if known is None else _both(known, one)
    return [together[key] for key in sorted(together)[:most]]


def _both(one: NotYetOpen, other: NotYetOpen) -> NotYetOpen:
    due = min(one.report_due, other.report_due)
    return one.model_copy(update={"count": one.count + other.count, "report_due": due})
