"""Draws the card of a turn from its view, and a message out of turn from its row."""

from __future__ import annotations

from core.kernel.errors import DomainError
from core.ports.queues import Outgoing
from handlers.frame.delegation_banner import under_heading
from handlers.frame.registry import registry
from handlers.frame.screens import Html, Screen
from handlers.frame.turn import Turn
from handlers.frame.views import Home, Stranger, ViewArgs


async def render(turn: Turn) -> Screen:
    """The card as it is now, from its view; a line above it where there is a notice."""
    view = turn.card.view
    drawn = registry.views.get(view.name) or registry.views[Home.view]
    if not turn.is_member and not drawn.public:
        drawn = registry.views[Stranger.view]
    notice = view.notice
    try:
        screen = await drawn.render(turn, drawn.args.kept(view.args))
    except DomainError as error:
        # What the card showed is there no more: withdrawn, given to another post, settled elsewhere.
        notice = notice or turn.say(error.message_id, **error.args_for_text)
        instead: type[ViewArgs] = Home if turn.is_member else Stranger
        drawn = registry.views[instead.view]
        screen = await drawn.render(turn, instead())
    screen = await under_heading(turn, drawn, screen)
    if notice:
        screen = Screen(Html(f"{notice}\n\n{screen.text}"), screen.rows)
    return screen


async def render_message(turn: Turn, row: Outgoing) -> Screen | None:
    """A message that nobody waits for, as things are at this moment; None where there is nothing left to say."""
    told = registry.messages[row.kind]
    return await told.render(turn, told.args.of(row))
