"""The doubts of a waiting plan by kind: what is open of each, one answer for all that are alike, answers taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from core.kernel.errors import Missing
from core.lifecycle import acceptance
from core.model.editions import PlanEdition
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work
from core.resolution import settling
from core.resolution.doubt_kinds import Kind, fits, kind_of, worst_first


def open_by_kind(plan: PlanEdition) -> dict[Kind, list[int]]:
    """The places of the open doubts of each kind that has some, the worst kind first."""
    left = set(acceptance.open_doubts(plan))
    found: dict[Kind, list[int]] = {}
    for at in worst_first(plan.read):
        if at in left:
            found.setdefault(kind_of(plan.read.doubts[at]), []).append(at)
    return found


def open_worst_first(plan: PlanEdition) -> list[int]:
    """The places of the open doubts, the worst first."""
    return [at for places in open_by_kind(plan).values() for at in places]


def following(plan: PlanEdition, at: int) -> int | None:
    """The open doubt behind that one, from the worst again; None where all are settled."""
    order, left = worst_first(plan.read), set(acceptance.open_doubts(plan))
    behind = order[order.index(at) + 1 :]
    return next((other for other in (*behind, *order) if other in left), None)


def neighbours(plan: PlanEdition, at: int) -> tuple[int | None, int | None]:
    """The doubts before and behind one, settled ones too."""
    order = worst_first(plan.read)
    place = order.index(at)
    return (
        order[place - 1] if place else None,
        order[place + 1] if place + 1 < len(order) else None,
    )


def alike(plan: PlanEdition, at: int) -> list[int]:
    """The open doubts that the answer to a settled one answers as well, in the order of the file."""
    answer = plan.settled.get(str(at))
    if answer is None:
        return []
    return [other for other in acceptance.open_doubts(plan) if fits(plan.read, at, answer, other)]


async def settle_alike(
    work: Work, plan: PlanEdition, at: int, by: int, now: datetime
) -> tuple[PlanEdition, list[int]]:
    """Gives all doubts that are alike the answer of a settled one; → the plan, and which they are. Raises Missing."""
    places = alike(plan, at)
    if not places:
        raise Missing("unknown")
    for place in places:
        plan = await acceptance.settle(work, plan, place, by, now, plan.settled[str(at)])
    return plan, places


async def take_back(
    work: Work, plan: PlanEdition, places: Sequence[int], by: int, now: datetime
) -> PlanEdition:
    """Opens doubts again that were settled; the next file is asked about them anew. Raises Missing where none was."""
    given = {at: plan.settled[str(at)] for at in places if str(at) in plan.settled}
    if not given:
        raise Missing("unknown")
    kept = {at: answer for at, answer in plan.settled.items() if int(at) not in given}
    recalled = tuple(at for at in plan.recalled if at not in given)
    again = plan.model_copy(update={"settled": kept, "recalled": recalled})
    await work.plans.save(again)
    await work.plans.forget([settling.key_of(plan.read, plan.read.doubts[at]) for at in given])
    lines = [_taken_back(plan, at, answer, by, now) for at, answer in given.items()]
    await work.journal.add(*lines)
    return again


def _taken_back(plan: PlanEdition, at: int, answer: str, by: int, now: datetime) -> JournalLine:
    doubt = plan.read.doubts[at]
    return JournalLine(
        at=now,
        person_id=by,
        action="doubt-opened",
        subject=f"plan:{plan.id}",
        before={"how": answer},
        after={"doubt": doubt.code, "row": doubt.activity, "printed": doubt.as_printed},
    )
