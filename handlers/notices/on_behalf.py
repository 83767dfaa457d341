"""A coordinator reports for a post whose holder cannot: the walk is that post's until one button ends it (domain, §6)."""

from __future__ import annotations

from core.people.handover import begin_behalf, end_behalf
from handlers.frame.registry import COORDINATORS, tap
from handlers.frame.turn import Turn
from handlers.frame.views import Home


@tap("behalf", roles=COORDINATORS)
async def begin(turn: Turn) -> None:
    """From the post's card; it is kept with the person, so that a restart changes nothing."""
    turn.person = await begin_behalf(turn.work, turn.me, turn.number(), turn.now)
    turn.show(Home())


@tap("behalfend")
async def end(turn: Turn) -> None:
    turn.person = await end_behalf(turn.work, turn.me, turn.now)
    turn.toast = turn.plain("behalf-ended")
    turn.show(Home())


async def back_to_own(turn: Turn) -> None:
    """What a notice starts is the person's own work: whoever was reporting for another post is done with that."""
    if turn.me.reports_for is not None:
        turn.person = await end_behalf(turn.work, turn.me, turn.now)
        turn.read_anew()
        turn.toast = turn.plain("behalf-ended")
