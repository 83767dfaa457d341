"""A notice that becomes the card of the report it is about: one's own, or one of a post that a coordinator acts for.

Whoever was reporting on a post's behalf is back to their own by any button of a notice that starts their own work: so
nobody records for another post by surprise (domain, §6).
"""

from __future__ import annotations

from core.kernel.errors import Missing
from core.model.obligations import Obligation
from core.model.people import Role
from core.people.access import on_duty_for
from core.people.handover import begin_behalf
from handlers.card.walk import OFFICERS, mine, open_on
from handlers.frame.registry import COORDINATORS, tap
from handlers.frame.screens import Button, Html, button, shortened
from handlers.frame.turn import Turn, worklist_of
from handlers.notices.on_behalf import back_to_own


async def way_to_card(turn: Turn, o: Obligation, label: str) -> tuple[Html | None, list[list[Button]]]:
    """What a notice to its reader says and offers of a report: (whose it is now, its button).

    Nothing is said where it is theirs, and the button is under `label`; a coordinator can open any other on its
    post's behalf; to everybody else (who gave the post up, or stood in) it is only said who has it.
    """
    if await _is_own(turn, o.id):
        return None, [[button(turn.plain(label), "tocard", o.id)]]
    rows = [[button(turn.plain("notice-for-post"), "forcard", o.id)]] if turn.me.may(Role.COORDINATOR) else []
    now = [shortened(n, 60) for n in await on_duty_for(turn.work, o.post_id, turn.deps.today())]
    said = turn.say("notice-now-with", who=", ".join(now)) if now else turn.say("notice-now-with-nobody")
    return said, rows


async def _is_own(turn: Turn, obligation_id: int) -> bool:
    """Whether the person has it before them without acting on anybody's behalf."""
    return any(o.id == obligation_id for o in (await worklist_of(turn, own=True)).obligations)


@tap("tocard", "proof", roles=OFFICERS, of_message=True, style="primary")
async def to_card(turn: Turn) -> None:
    """The notice becomes the card of what it is about; of one's own, it ends reporting on a post's behalf."""
    if await _is_own(turn, turn.number()):
        await back_to_own(turn)
    _, o = await mine(turn)
    turn.take_over()
    open_on(turn, o)


@tap("forcard", roles=COORDINATORS, of_message=True, style="primary")
async def to_card_for_post(turn: Turn) -> None:
    """The same for a report of somebody else's post: from now on the coordinator reports for it."""
    if await _is_own(turn, turn.number()):
        await to_card(turn)
        return
    o = await turn.work.obligations.get(turn.number())
    if o is None or o.withdrawn:
        raise Missing("unknown")
    if turn.me.reports_for != o.post_id:
        turn.person = await begin_behalf(turn.work, turn.me, o.post_id, turn.now)
    _, shown = await mine(turn)
    turn.take_over()
    open_on(turn, shown)
