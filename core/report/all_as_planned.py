"""All as planned in one go: which reports a plain plan value answers, and recording it on those that were left ticked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from zlib import crc32

from core.figures.required import is_plain, plan_mark
from core.kernel.errors import Outdated
from core.model.obligations import Obligation
from core.model.people import Person
from core.ports.unit_of_work import Work
from core.report.draft_steps import as_planned
from core.report.heaps import Heap
from core.report.record import record
from core.report.worklist import Worklist


def plainly_planned(worklist: Worklist, heap: Heap) -> list[Obligation]:
    """The open ones with nothing recorded that "as planned" answers: each figure has its plan value, or a tick says it.

    What a lead consolidates is left out: what the others reported is looked at first. So are indicators: their fact
    is a figure that somebody measured, and nobody measures with one tap for all.
    """
    return [
        o
        for o in heap.open
        if o.draft.outcome is None
        and o.asking is None  # it was asked whether it is owed at all, or when
        and worklist.lead_post(o) != o.post_id
        and not is_measured(worklist, o)
        and not o.draft.waits
        and not o.draft.figures
        and is_plain(worklist.measures(o))
    ]


def is_measured(worklist: Worklist, o: Obligation) -> bool:
    """Whether it is an indicator's fact."""
    return worklist.row(o).indicator is not None


def mark_of_all(worklist: Worklist, answered: Sequence[Obligation]) -> str:
    """Which rows a list shows, and what is planned of each: nothing is recorded that it did not show."""
    shown = [(o.id, plan_mark(worklist.measures(o))) for o in answered]
    return f"{crc32(repr(shown).encode()):08x}"


async def record_as_planned(
    work: Work,
    who: Person,
    worklist: Worklist,
    heap: Heap,
    unticked: Collection[int],
    mark: str,
    now: datetime,
) -> tuple[Worklist, int]:
    """Records as planned all but the unticked; → the worklist after it, and how many. `mark` is that of the list shown.

    Raises Outdated where the rows or what is planned of them are others by now.
    """
    answered = plainly_planned(worklist, heap)
    if mark != mark_of_all(worklist, answered):
        raise Outdated("bulk-changed")
    chosen = [o for o in answered if o.id not in unticked]
    for o in chosen:
        changed = await record(work, who, o, as_planned(o.draft, worklist.measures(o)), now)
        worklist = worklist.with_changed(changed)
    return worklist, len(chosen)
