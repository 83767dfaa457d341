"""What was handed in before: of one's own posts, by others for them, and for posts that are one's own no more (domain, §6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from core.evidence.papers import pages_of
from core.kernel.errors import Missing, NotAllowed
from core.kernel.periods import Period
from core.model.obligations import Obligation
from core.owed.plan_cache import Library, OpenPlan
from core.plan.reports import Evidence, Measure
from core.ports.repositories import Submission
from core.ports.unit_of_work import Work
from core.report.heaps import Heap, period_of
from core.report.record import evidence_of
from core.report.rescale import measures_when
from core.report.told import Kind, told
from core.report.worklist import Worklist


@dataclass(frozen=True, slots=True)
class GivenHeap:
    """What a person submitted for a post in one turn of a plan's cycle, the newest first."""

    plan: OpenPlan
    period: str
    post_id: int
    given: tuple[tuple[Submission, Obligation], ...]

    @property
    def place(self) -> tuple[int, str, int]:
        """Plan, period and post."""
        return self.plan.plan.id, self.period, self.post_id


@dataclass(frozen=True, slots=True)
class GivenReport:
    """One report as it was submitted: its row's title, what it answered, and the evidence that went with it."""

    s: Submission
    o: Obligation
    plan: OpenPlan
    measures: tuple[Measure, ...]
    evidence: list[Evidence]

    @property
    def title(self) -> str:
        return self.plan.activities[self.o.activity_id].row.title

    @property
    def period(self) -> str:
        """The turn of its plan's cycle that it was given in."""
        return period_of(self.o, self.plan.plan.rule.cycle)

    @property
    def has_more(self) -> bool:
        """Whether there is more to it than a line tells; what others' reports it was made of is theirs to show."""
        said = told(self.s.content, self.measures, self.evidence)
        return any(not one.field.brief and one.field.kind is not Kind.BODIES for one in said)

    def pages(self, evidence_id: int) -> list[Evidence]:
        """A file that went with it, an album whole. Raises Missing."""
        found = next((e for e in self.evidence if e.id == evidence_id and e.is_file), None)
        if found is None:
            raise Missing("unknown")
        return pages_of(found, self.evidence)


def submitted_heaps(worklist: Worklist) -> list[Heap]:
    """What was submitted of the worklist, by plan and period, the newest first."""
    heaps: dict[tuple[int, str], list[Obligation]] = {}
    for o in worklist.obligations:
        if o.version:
            heaps.setdefault((o.plan_id, worklist.period_of(o)), []).append(o)
    found = [Heap(plan, period, tuple(group)) for (plan, period), group in heaps.items()]
    return sorted(found, key=lambda h: Period.parse(h.period).end, reverse=True)


async def handed_in_by_others(work: Work, worklist: Worklist, person_id: int) -> list[tuple[int, int]]:
    """(who, how many): whose versions stand on the worklist besides the person's own, most first."""
    ids = [o.id for o in worklist.obligations if o.version]
    if not ids:
        return []
    counted = Counter(s.submitted_by for s in await work.obligations.last_submissions(ids))
    counted.pop(person_id, None)
    return counted.most_common()


async def given_up(work: Work, library: Library, person_id: int, worklist: Worklist) -> list[GivenHeap]:
    """What the person submitted of what is not on their worklist any more. Nothing while they report for a post."""
    if worklist.post_id is not None:
        return []
    return await _given(work, library, person_id, {o.id for o in worklist.obligations})


async def given_heap(work: Work, library: Library, person_id: int, place: tuple[int, str, int]) -> GivenHeap:
    """What the person submitted for a post in a plan and period. Raises NotAllowed where that is nothing."""
    found = next((h for h in await _given(work, library, person_id, ()) if h.place == place), None)
    if found is None:
        raise NotAllowed("nothing-there")
    return found


async def given_report(work: Work, library: Library, s: Submission, o: Obligation) -> GivenReport:
    """One version, read whole."""
    plan = await _plan(work, library, o)
    measures = await measures_when(work, plan, o, s.submitted_at)
    return GivenReport(s, o, plan, tuple(measures), await evidence_of(work, o.id, s.content))


async def given_by(work: Work, library: Library, person_id: int, obligation_id: int) -> GivenReport:
    """What the person submitted themselves for one obligation. Raises NotAllowed where they never did."""
    own = await work.obligations.submitted_by(person_id)
    found = next(((s, o) for s, o in own if o.id == obligation_id), None)
    if found is None:
        raise NotAllowed("nothing-there")
    return await given_report(work, library, *found)


async def _given(work: Work, library: Library, person_id: int, but: Collection[int]) -> list[GivenHeap]:
    found: dict[tuple[int, str, int], list[tuple[Submission, Obligation]]] = {}
    for s, o in await work.obligations.submitted_by(person_id):
        if o.id not in but:
            cycle = (await _plan(work, library, o)).plan.rule.cycle
            found.setdefault((o.plan_id, period_of(o, cycle), o.post_id), []).append((s, o))
    heaps = [
        GivenHeap(await _plan(work, library, given[0][1]), period, post_id, tuple(given))
        for (plan_id, period, post_id), given in found.items()
    ]
    return sorted(heaps, key=lambda h: Period.parse(h.period).end, reverse=True)


async def _plan(work: Work, library: Library, o: Obligation) -> OpenPlan:
    return await library.plan(work, o.plan_id, about=(o,))
