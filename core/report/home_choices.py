"""What the home card is about and offers: pure functions of who looks at it and what they owe (domain, §3)."""

from __future__ import annotations

from typing import Literal

from core.model.people import Person, Role
from core.report.heaps import Heap
from core.report.worklist import Worklist

About = Literal["heap", "heaps", "nothing", "coordinator", "manager"]
"""One plan and period, several, an officer's empty worklist, or the work of who reports on nothing."""

Step = Literal["begin", "go-on", "hand-in", "attach", "mend", "as-planned", "list"]


def about(who: Person, worklist: Worklist) -> About:
    if worklist.heaps:
        return "heap" if len(worklist.heaps) == 1 else "heaps"
    if who.may(Role.OFFICER) or worklist.post_id is not None:
        return "nothing"
    return "coordinator" if who.may(Role.COORDINATOR) else "manager"


def may_owe(who: Person, worklist: Worklist) -> bool:
    """Whether the person reports or may have to: officers, who stands in, who reports for a post."""
    return who.may(Role.OFFICER) or worklist.post_id is not None or bool(worklist.obligations)


def steps(heap: Heap) -> list[Step]:
    """What can be done with a heap, in the order in which it is offered."""
    found: list[Step] = []
    if heap.open:
        found.append("go-on" if len(heap.open) < len(heap.counted) else "begin")
    if heap.ready:
        found.append("hand-in")
    if heap.held:
        found.append("attach")
    if heap.unfinished:
        found.append("mend")
    if len(heap.open) > 1:
        found.append("as-planned")
    return [*found, "list"]
