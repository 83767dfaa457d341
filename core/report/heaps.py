"""What lies on an officer's worklist: obligations in heaps, one a plan and period, the most urgent first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from core.kernel.periods import Cycle, Period
from core.model.obligations import Obligation, ReportingRule, ReportState
from core.owed.status import is_outstanding
from core.plan.reports import Outcome
from core.report.draft_steps import Ask, asks, is_ready, is_sent, needs_answer


@dataclass(frozen=True)
class Heap:
    """The obligations of one plan and one turn of its cycle, in the order in which they are walked."""

    plan_id: int
    period: str
    obligations: tuple[Obligation, ...]
    lacking: frozenset[int] = frozenset()
    """The ids of those that are held back: "done" without a file that the plan demands (`core.report.demands`)."""

    @cached_property
    def counted(self) -> tuple[Obligation, ...]:
        """Without those that were agreed as not required."""
        return tuple(o for o in self.obligations if not o.excused)

    @cached_property
    def recorded(self) -> tuple[Obligation, ...]:
        """Answered in full, whether submitted or not."""
        return tuple(o for o in self.counted if o.is_submitted or asks(o.draft) is Ask.COMPLETE)

    @cached_property
    def open(self) -> tuple[Obligation, ...]:
        """Those that still need an answer."""
        return tuple(o for o in self.obligations if needs_answer(o))

    @cached_property
    def ready(self) -> tuple[Obligation, ...]:
        """Recorded, not submitted, and nothing holds it back: what handing in would submit."""
        return tuple(o for o in self.obligations if is_ready(o) and o.id not in self.lacking)

    @cached_property
    def held(self) -> tuple[Obligation, ...]:
        """Recorded, not submitted, and waiting for a file that the plan demands."""
        return tuple(o for o in self.obligations if is_ready(o) and o.id in self.lacking)

    @cached_property
    def corrected(self) -> tuple[Obligation, ...]:
        """Those that the manager has in another form: corrected since, in full or not yet, and not submitted again."""
        return tuple(o for o in self.counted if o.is_submitted and not is_sent(o))

    @cached_property
    def unfinished(self) -> tuple[Obligation, ...]:
        """Of these, those whose correction still leaves something open: nothing can be submitted of them."""
        return tuple(o for o in self.corrected if not is_ready(o))

    @cached_property
    def owed(self) -> tuple[Obligation, ...]:
        """Everything that is not with the manager yet."""
        return tuple(o for o in self.obligations if is_outstanding(o))

    def outcomes(self, outcome: Outcome) -> int:
        """How many are recorded with that outcome."""
        return sum(1 for o in self.recorded if o.draft.outcome is outcome)

    def overdue(self, today: date) -> int:
        return sum(1 for o in self.owed if o.due_now.report_due < today)

    @property
    def returned(self) -> int:
        return sum(1 for o in self.obligations if o.state is ReportState.RETURNED)

    @property
    def due(self) -> date:
        """The nearest day on which something of it is due; once all is submitted, the last day of all."""
        if self.owed:
            return min(o.due_now.report_due for o in self.owed)
        return max(o.due_now.report_due for o in self.obligations)


def period_of(obligation: Obligation, cycle: Cycle) -> str:
    """The turn of the plan's cycle that an obligation is reported in: a month's lies in its quarter."""
    return turn_of(obligation.period, cycle)


@lru_cache(maxsize=1024)
def turn_of(period: str, cycle: Cycle) -> str:
    """The same of a period by its code."""
    return Period.holding(Period.parse(period).end, cycle).code


def heaps(
    obligations: Sequence[Obligation],
    rules: Mapping[int, ReportingRule],
    today: date,
    lacking: frozenset[int] = frozenset(),
) -> list[Heap]:
    """The heaps that still matter: something is owed or recorded, or the period has not closed. Most urgent first.

    `lacking` are the ids of those that are held back for want of a file.
    """
    sorted_out: dict[tuple[int, str], list[Obligation]] = defaultdict(list)
    for o in obligations:
        sorted_out[o.plan_id, turn_of(o.period, rules[o.plan_id].cycle)].append(o)
    found = [Heap(plan_id, period, tuple(group), lacking) for (plan_id, period), group in sorted_out.items()]
    alive = [
        h
        for h in found
        if h.owed
        or h.ready
        or h.held
        or h.unfinished
        or any(o.due_now.closes >= today for o in h.obligations)
    ]
    return sorted(alive, key=lambda h: (not h.owed, h.due, h.plan_id))
