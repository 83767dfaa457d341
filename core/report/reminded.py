"""What of a reminder is still so at the moment when it is sent (domain, §7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from core.model.obligations import Obligation
from core.owed.status import is_outstanding
from core.ports.unit_of_work import Work
from core.report.worklist import Worklist

MINUTES_EACH = 0.5
"""How long a report takes that is not recorded yet."""


@dataclass(frozen=True, slots=True)
class StillOwed:
    """What an officer was to be reminded of and has not handed in: of it what is `recorded`, and what waits for a file."""

    owed: tuple[Obligation, ...]
    recorded: tuple[Obligation, ...]
    held: tuple[Obligation, ...]
    place: tuple[int, str]
    """The plan and period of the first."""

    @property
    def minutes(self) -> int:
        """How long it will take."""
        return max(1, round((len(self.owed) - len(self.recorded)) * MINUTES_EACH))

    @property
    def only_to_hand_in(self) -> bool:
        return len(self.recorded) == len(self.owed)


def still_owed(worklist: Worklist, reminded_of: Collection[int]) -> StillOwed | None:
    """None where all was handed in meanwhile. `reminded_of` are ids of obligations."""
    owed = [o for o in worklist.obligations if o.id in reminded_of and is_outstanding(o)]
    if not owed:
        return None
    ready = {o.id for heap in worklist.heaps for o in heap.ready}
    waiting = {o.id for heap in worklist.heaps for o in heap.held}
    return StillOwed(
        tuple(owed),
        tuple(o for o in owed if o.id in ready),
        tuple(o for o in owed if o.id in waiting),
        (owed[0].plan_id, worklist.heap_of(owed[0]).period),
    )


async def still_late(work: Work, told_of: Iterable[int]) -> Counter[int]:
    """Post → how many of these reports are still owed."""
    return Counter(await work.obligations.outstanding(list(told_of)))
