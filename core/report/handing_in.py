"""Handing in a heap: what was shown when the person tapped, and no more; what is
corrected or comes late says why (domain, §3 and §4 and §6).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zlib import crc32

from core.kernel.errors import Outdated, UnreadableInput
from core.model.delegation import on_duty
from core.model.obligations import Obligation
from core.model.people import Person
from core.owed.status import is_closed, is_outstanding
from core.ports.repositories import Submission
from core.ports.unit_of_work import Work
from core.report import draft_steps
from core.report.heaps import Heap
from core.report.reasons import is_reason
from core.report.record import is_late_unsaid, needs_why, record, submit
from core.report.worklist import Worklist

LONGEST_WHY = 1000
"""Characters of the reason of a correction."""

NOBODY_ELSE = "0"


@dataclass(frozen=True, slots=True)
class OtherCount:
    """Nothing was handed in: by now `count` reports are ready, and the card said another number."""

    count: int


@dataclass(frozen=True, slots=True)
class Reweighed:
    """Nothing was handed in: the plan was amended under something recorded, and that was weighed anew; the first of it."""

    obligation: Obligation


@dataclass(frozen=True, slots=True)
class NeedsReason:
    """Nothing was handed in: why is asked first, of these reports as they stand (id, revision).

    `late` of them come after their day for the first time; it is 0 where a correction has to be explained too.
    """

    seen: tuple[tuple[int, int], ...]
    late: int = 0


@dataclass(frozen=True, slots=True)
class HandedIn:
    submissions: tuple[Submission, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """What goes with a heap: pieces of evidence, an album being one, and how many reports have none."""

    pieces: int
    bare: int


@dataclass(frozen=True, slots=True)
class Hearers:
    """Who hears of what was handed in.

    `post_id` is the post that a coordinator reported for, `represented` are those whose post it is or who stand in.
    `answered` have nothing left to hand in: their reminder is answered, the person's own first.
    """

    post_id: int | None
    represented: tuple[int, ...]
    answered: tuple[int, ...]


async def hand_in(
    work: Work, who: Person, worklist: Worklist, heap: Heap, *, count: int, mark: str | None, now: datetime
) -> OtherCount | Reweighed | NeedsReason | HandedIn:
    """Submits what is ready of the heap, if the card told that many and all that others recorded (`others_mark`).

    Raises Outdated where a colleague on the post recorded something since the card was shown, or as `submit` does.
    """
    if heap.ready and count != len(heap.ready):
        return OtherCount(len(heap.ready))
    await _refuse_unseen(work, who, heap, mark)
    reweighed = await _weighed_anew(work, who, worklist, heap, now)
    if reweighed:
        return Reweighed(reweighed[0])
    seen = tuple((o.id, o.revision) for o in heap.ready)
    if any(needs_why(o, worklist.today) for o in heap.ready):
        return NeedsReason(seen)
    late = sum(is_late_unsaid(o, worklist.today) for o in heap.ready)
    if late:
        return NeedsReason(seen, late)
    return HandedIn(tuple(await submit(work, who, heap.obligations, now, worklist.today)))


async def hand_in_corrected(
    work: Work,
    who: Person,
    worklist: Worklist,
    heap: Heap,
    seen: Collection[tuple[int, int]],
    why: str,
    now: datetime,
) -> HandedIn:
    """Submits what was shown when the reason was asked, of a correction or of what comes late; what a colleague recorded since waits (domain, §6).

    Raises UnreadableInput where the reason is none ("ок"), or too long to be kept, else as `submit` does.
    """
    if len(why) > LONGEST_WHY:
        raise UnreadableInput("text-too-long", most=LONGEST_WHY)
    shown = [o for o in heap.obligations if (o.id, o.revision) in seen]
    if not is_reason(why):
        corrects = any(needs_why(o, worklist.today) for o in shown)
        raise UnreadableInput("correction-not-said" if corrects or not shown else "late-not-said")
    return HandedIn(tuple(await submit(work, who, shown, now, worklist.today, why)))


def others_mark(heap: Heap, person_id: int) -> str:
    """A mark of what others recorded of what is ready, for the card's button; "0" where all is one's own."""
    theirs = [(o.id, o.revision) for o in _of_others(heap, person_id)]
    return f"{crc32(repr(theirs).encode()):x}" if theirs else NOBODY_ELSE


def closed_among(heap: Heap, today: date) -> list[Obligation]:
    """Of what a reason is asked for, that whose period has closed; the rest was accepted."""
    return [o for o in heap.ready if needs_why(o, today) and is_closed(o, today)]


def left_of(worklist: Worklist, plan_id: int, period: str) -> Heap | None:
    """What is still owed for the plan and period; None where nothing is."""
    same = (h for h in worklist.heaps if (h.plan_id, h.period) == (plan_id, period))
    return next((h for h in same if h.owed), None)


async def papers_of(work: Work, heap: Heap) -> Papers:
    """What goes with what is ready."""
    evidence = await work.evidence.of_obligations([o.id for o in heap.ready])
    bare = {o.id for o in heap.ready} - {e.obligation_id for e in evidence}
    return Papers(len({e.album or e.id for e in evidence}), len(bare))


async def who_hears(work: Work, who: Person, heap: Heap, done: Sequence[Submission], today: date) -> Hearers:
    """Who is told of what somebody handed in, once it is."""
    post_of = {o.id: o.post_id for o in heap.obligations}
    duty = on_duty(await work.people.holders(), await work.substitutions.standing(today), today)
    others = {p for s in done for p in duty.get(post_of[s.obligation_id], [])} - {who.id}
    own = [who.id] if who.reports_for is None else []
    answered = [p for p in (*own, *sorted(others)) if not await _owes_anything(work, p, today)]
    acting = done[0].acting if done else None
    if acting is None or acting.how != "behalf":
        return Hearers(None, (), tuple(answered))
    represented = dict.fromkeys([*acting.holders, *duty.get(acting.post_id, [])])
    return Hearers(acting.post_id, tuple(p for p in represented if p != who.id), tuple(answered))


async def _owes_anything(work: Work, person_id: int, today: date) -> bool:
    return any(is_outstanding(o) for o in await work.obligations.of_person(person_id, today))


def _of_others(heap: Heap, person_id: int) -> list[Obligation]:
    return [o for o in heap.ready if o.recorded_by not in (None, person_id)]


async def _refuse_unseen(work: Work, who: Person, heap: Heap, mark: str | None) -> None:
    """Of two people on one post neither hands in what the other recorded since the card was shown (domain, §6)."""
    theirs = _of_others(heap, who.id)
    if not theirs or mark == others_mark(heap, who.id):
        return
    last = max(theirs, key=lambda o: o.recorded_at.timestamp() if o.recorded_at else 0.0)
    by = await work.people.get(last.recorded_by or 0)
    raise Outdated("submit-changed-by", who=by.name if by else str(last.recorded_by))


async def _weighed_anew(
    work: Work, who: Person, worklist: Worklist, heap: Heap, now: datetime
) -> list[Obligation]:
    """What was recorded and stands no more, because the plan was amended under it: as it is recorded now."""
    fallen = [o for o in heap.ready if not draft_steps.stands(o.draft, worklist.measures(o))]
    return [
        await record(work, who, o, draft_steps.weighed_anew(o.draft, worklist.measures(o)), now)
        for o in fallen
    ]
