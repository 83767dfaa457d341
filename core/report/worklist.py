"""What a person has to report on: their obligations in heaps, with the plans that they belong to, read once a turn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from core.figures.required import main_measure
from core.kernel.errors import NotAllowed
from core.model.obligations import Obligation
from core.owed.measures import MAIN
from core.owed.plan_cache import Library, OpenPlan
from core.owed.visible_reports import owed_by
from core.plan.model import Activity
from core.plan.reports import Draft, Evidence, Measure, Outcome
from core.ports.unit_of_work import Work
from core.report.consolidation import as_ruled, shares_of, untold
from core.report.demands import by_obligation, held_back
from core.report.heaps import Heap, heaps, turn_of
from core.report.record import own
from core.report.running_totals import runs_on, total_before, with_already


@dataclass(frozen=True, slots=True)
class JustRecorded:
    """A report that was answered on another card just before, with its row and the figures that it asks for."""

    obligation: Obligation
    outcome: Outcome
    row: Activity
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class Worklist:
    """What the person has to report on today; `plans` by id. `post_id` is set where it is a post's worklist, not theirs.

    `pieces` is what is attached, by obligation, where the plan demands files; `others` what the others' reports come
    to, by the lead's obligation and measure, where they were read (`core.report.shared_row.with_others`).
    """

    obligations: list[Obligation]
    plans: dict[int, OpenPlan]
    today: date
    post_id: int | None = None
    pieces: dict[int, tuple[Evidence, ...]] = field(default_factory=dict)
    others: dict[int, dict[str, Decimal]] = field(default_factory=dict)
    _measures: dict[int, tuple[Measure, ...]] = field(default_factory=dict, init=False, compare=False)

    def obligation(self, obligation_id: int) -> Obligation:
        """One of the person's own. Raises NotAllowed."""
        return own(self.obligations, obligation_id)

    @cached_property
    def heaps(self) -> list[Heap]:
        """Those that still matter, the most urgent first."""
        rules = {plan_id: plan.plan.rule for plan_id, plan in self.plans.items()}
        return heaps(self.obligations, rules, self.today, self.lacking)

    def heap_of(self, obligation: Obligation) -> Heap:
        """The heap that it lies in."""
        return self.heap(obligation.plan_id, self.period_of(obligation))

    def heap(self, plan_id: int, period: str) -> Heap:
        """A heap by plan and period, long closed ones too. Raises NotAllowed where the person has none there."""
        if plan_id not in self.plans:
            raise NotAllowed("nothing-there")
        cycle = self.plans[plan_id].plan.rule.cycle
        same = [o for o in self.obligations if o.plan_id == plan_id and turn_of(o.period, cycle) == period]
        if not same:
            raise NotAllowed("nothing-there")
        return Heap(plan_id, period, tuple(same), self.lacking)

    def period_of(self, obligation: Obligation) -> str:
        """The turn of its plan's cycle that an obligation is reported in."""
        return turn_of(obligation.period, self.plans[obligation.plan_id].plan.rule.cycle)

    def row(self, obligation: Obligation) -> Activity:
        """The plan's row that it is about."""
        return self.plans[obligation.plan_id].activities[obligation.activity_id].row

    def measures(self, obligation: Obligation) -> tuple[Measure, ...]:
        """The figures that it asks for: of a shared row, what adds up is planned for all together.

        Each with what it takes in (`Measure.already`).
        """
        found = self._measures.get(obligation.id)
        if found is None:
            found = self._measures[obligation.id] = self._measured(obligation)
        return found

    def _measured(self, obligation: Obligation) -> tuple[Measure, ...]:
        lead = self.lead_post(obligation)
        measures = self.planned(obligation)
        if lead is not None and lead != obligation.post_id:
            rule = self.plans[obligation.plan_id].plan.rule
            measures = shares_of(as_ruled(measures, obligation.activity_id, rule))
        elif obligation.id in self.others:
            measures = with_already(measures, self.others[obligation.id], running=False)
        before = self._total_before(obligation) if main_measure(measures).cumulative else None
        return measures if before is None else with_already(measures, {MAIN: before[1]}, running=True)

    def _total_before(self, o: Obligation) -> tuple[str, Decimal] | None:
        rule = self.plans[o.plan_id].plan.rule
        if not runs_on(self.row(o), o.activity_id, o.target, rule):
            return None
        return total_before(self.obligations, o)

    def planned(self, obligation: Obligation) -> tuple[Measure, ...]:
        """The figures of its row, as they are planned."""
        return self.plans[obligation.plan_id].measures(obligation.activity_id, obligation.period)

    def lead_post(self, obligation: Obligation) -> int | None:
        """The post that consolidates its row; None where one post alone owes it."""
        return self.plans[obligation.plan_id].lead_post(obligation.activity_id)

    def untold(self, obligation: Obligation, draft: Draft) -> Measure | None:
        """The figure that such a step of a shared row lacks, so that it can be added up with the others'."""
        if self.lead_post(obligation) is None:
            return None
        return next(iter(untold(draft, self.measures(obligation))), None)

    def with_changed(self, changed: Obligation) -> Worklist:
        """The worklist after one obligation changed."""
        return replace(self, obligations=[changed if o.id == changed.id else o for o in self.obligations])

    @cached_property
    def lacking(self) -> frozenset[int]:
        """The ids of those that are held back for want of a file."""
        return frozenset(o.id for o in self._demanding() if self._is_held(o))

    def just_recorded(self, obligation_id: int) -> JustRecorded | None:
        """What was recorded on that card; None where nothing is (any more)."""
        found = next((o for o in self.obligations if o.id == obligation_id), None)
        if found is None or found.draft.outcome is None:
            return None
        return JustRecorded(found, found.draft.outcome, self.row(found), self.measures(found))

    def unread(self) -> list[int]:
        """Whose attached pieces are not known: the draft names others."""
        return [
            o.id
            for o in self._demanding()
            if set(o.draft.evidence) != {e.id for e in self.pieces.get(o.id, ())}
        ]

    def _demanding(self) -> list[Obligation]:
        demanding = {plan_id for plan_id, plan in self.plans.items() if plan.plan.rule.demands_file}
        return [o for o in self.obligations if o.plan_id in demanding] if demanding else []

    def _is_held(self, o: Obligation) -> bool:
        return held_back(o, self.row(o), self.pieces.get(o.id, ()), self.plans[o.plan_id].plan.rule)


async def read_worklist(
    work: Work, library: Library, person_id: int, post_id: int | None, today: date
) -> Worklist:
    """The worklist of a person, or where `post_id` is set that of a post that a coordinator reports for."""
    obligations = await owed_by(work, person_id, post_id, today)
    plans: dict[int, OpenPlan] = {}
    for plan_id in dict.fromkeys(o.plan_id for o in obligations):
        own = [o for o in obligations if o.plan_id == plan_id]
        plans[plan_id] = await library.plan(work, plan_id, about=own)
    return await with_pieces(work, Worklist(obligations, plans, today, post_id))


async def with_pieces(work: Work, worklist: Worklist) -> Worklist:
    """The worklist with what is attached where files are demanded; read again where something came or went."""
    unread = worklist.unread()
    if not unread:
        return worklist
    found = by_obligation(await work.evidence.of_obligations(unread))
    pieces = {**worklist.pieces, **{number: found.get(number, ()) for number in unread}}
    return replace(worklist, pieces=pieces)
