"""The sample plans that ship: read by name, like a file that was sent, for who has none at hand."""

from __future__ import annotations

from core.kernel.errors import Missing
from handlers.frame.messages import ReadPlan
from handlers.frame.registry import COORDINATORS, tap, view
from handlers.frame.screens import Screen, button
from handlers.frame.turn import Turn
from handlers.frame.views import Reading, Samples


@tap("samples", roles=COORDINATORS)
async def open_samples(turn: Turn) -> None:
    turn.show(Samples())


@view(Samples, roles=COORDINATORS)
async def show_samples(turn: Turn, args: Samples) -> Screen:
    rows = [[button(turn.plain(f"sample-{name}"), "sample", name)] for name in turn.deps.samples]
    return Screen(turn.say("samples-ask"), [*rows, [button(turn.plain("back"), "plans")]])


@tap("sample", roles=COORDINATORS)
async def read_sample(turn: Turn) -> None:
    """Reads a sample outside this process; nothing is live before it is accepted."""
    name = turn.word()
    if name not in turn.deps.samples:
        raise Missing("sample-missing", name=name, names=", ".join(turn.deps.samples))
    await turn.queue(f"sample:{turn.person_id}:{turn.update_id}", ReadPlan(sample=name), to=turn.person_id)
    turn.show(Reading(name=turn.plain(f"sample-{name}")))
