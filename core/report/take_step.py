"""One answer on a report's card: recorded, asked further, or to be confirmed first (domain, §3 and §4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.figures.required import plan_mark
from core.kernel.errors import ChangedElsewhere, PlanChanged
from core.model.obligations import Obligation, ReportState
from core.model.people import Person
from core.plan.reports import Draft, Measure
from core.ports.unit_of_work import Work
from core.report import consolidation
from core.report.demands import held_back
from core.report.draft_steps import Ask, asks, next_after
from core.report.heaps import Heap
from core.report.record import record
from core.report.shared_row import shared_row_of
from core.report.worklist import Worklist


@dataclass(frozen=True, slots=True)
class Asks:
    """Nothing was recorded: the row is shared and adds up, so that a tick alone is no answer; its figure is asked."""

    measure: Measure


@dataclass(frozen=True, slots=True)
class Confirm:
    """Nothing was recorded: the lead is asked first whether to do without those who have not reported.

    `step` is what is recorded on a yes; `summed` tells that it is what the others' reports come to.
    """

    step: Draft
    summed: bool


@dataclass(frozen=True, slots=True)
class Recorded:
    """The step was recorded. `worklist` is as it is now; `lacks_file`: it says "done" without a file that the plan demands."""

    worklist: Worklist
    obligation: Obligation
    lacks_file: bool

    @property
    def is_complete(self) -> bool:
        """Whether nothing more has to be said on this card."""
        return asks(self.obligation.draft) is Ask.COMPLETE


async def take_step(
    work: Work,
    who: Person,
    worklist: Worklist,
    obligation: Obligation,
    step: Draft,
    now: datetime,
    *,
    knowing: bool = False,
    summed: bool = False,
) -> Recorded | Asks | Confirm:
    """Takes an answer: `step` is the draft that it makes.

    `knowing`: the lead of a shared row was told who has not reported yet, and goes on without them. `summed`: the step
    is what the others' reports come to, and is made anew of them when the lead says yes.
    Raises Outdated where another device was faster, NotAllowed where no report is owed any more.
    """
    lead_post = worklist.lead_post(obligation)
    if lead_post is not None and consolidation.answers_anew(obligation.draft, step):
        untold = worklist.untold(obligation, step)
        if untold is not None:
            return Asks(untold)
        if step.outcome is not None and lead_post == obligation.post_id:
            shared = await shared_row_of(work, worklist, obligation)
            if shared is not None:
                if not knowing and consolidation.needs_asking(obligation.draft, step, shared.parts):
                    return Confirm(step, summed)
                step = consolidation.gathering(step, shared.parts)
    changed = await record(work, who, obligation, step, now)
    worklist = worklist.with_changed(changed)
    lacking = asks(step) is Ask.COMPLETE and await lacks_file(work, worklist, changed)
    return Recorded(worklist, changed, lacking)


def refuse_other_plan(measures: Sequence[Measure], mark: str | None) -> None:
    """Raises PlanChanged where what is planned is not what the button or the card showed (None: it showed no plan)."""
    now = plan_mark(measures)
    if mark is not None and mark != now:
        raise PlanChanged(now)


@dataclass(frozen=True, slots=True)
class LastSeen:
    """What a person's card shows: the report `about`, its draft as of the revision `seen`, `last` recorded just before.

    `seen` is None on a card that shows no draft.
    """

    about: int | None
    seen: int | None = None
    last: int | None = None


async def refuse_unseen(work: Work, person_id: int, obligation: Obligation, card: LastSeen) -> None:
    """Of two people on one post neither overwrites what the other recorded between two taps (domain, §6).

    Raises ChangedElsewhere. What the person recorded last themselves they have seen.
    """
    by = obligation.recorded_by
    if by is None or by == person_id or not is_unseen(obligation, card):
        return
    person = await work.people.get(by)
    raise ChangedElsewhere(person.name if person else str(by), obligation.id, obligation.revision)


def is_unseen(obligation: Obligation, card: LastSeen) -> bool:
    """Whether the draft is newer than the card shows it, or no longer what was recorded just before."""
    if card.about == obligation.id:
        return card.seen is not None and obligation.revision > card.seen
    return card.last == obligation.id


async def lacks_file(work: Work, worklist: Worklist, obligation: Obligation) -> bool:
    """Whether a report that says "done" still lacks a file that its plan demands."""
    rule = worklist.plans[obligation.plan_id].plan.rule
    if not rule.demands_file:
        return False
    evidence = await work.evidence.of_obligations([obligation.id])
    return held_back(obligation, worklist.row(obligation), evidence, rule)


def goes_on_to(worklist: Worklist, obligation: Obligation, *, recorded: bool) -> Obligation | Heap | None:
    """Where the walk goes from a card: the next one that needs an answer, the heap to hand in, or None for home.

    `recorded`: an answer was recorded just now; a correction of what was submitted is handed in before rows that
    were not begun.
    """
    heap = worklist.heap_of(obligation)
    following = next_after(heap.obligations, obligation.id)
    is_correction = recorded and obligation.version > 0 and bool(heap.ready)
    if following is not None and not (is_correction and following.state is not ReportState.RETURNED):
        return following
    return heap if heap.ready or heap.held else None
