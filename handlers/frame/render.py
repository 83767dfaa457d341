"""Draws the card of a turn from its view."""

from __future__ import annotations

from core.kernel.errors import DomainError
from handlers.frame.delegation_banner import under_heading
from handlers.frame.registry import registry
from handlers.frame.screens import Html, Screen
from handlers.frame.turn import Args, Turn

PUBLIC_VIEWS = frozenset({"stranger", "invitation"})
"""What somebody who has not joined may be shown."""


async def render(turn: Turn) -> Screen:
    """The card as it is now, from its view; a line above it where there is a notice."""
    view = turn.card.view
    draw = registry.views.get(view.name) or registry.views["home"]
    if not turn.is_member and view.name not in PUBLIC_VIEWS:
        draw = registry.views["stranger"]
    notice = view.notice
    drawn = view.name
    try:
        screen = await draw(turn, Args(view.args))
    except DomainError as error:
        # What the card showed is there no more: withdrawn, given to another post, settled elsewhere.
        notice = notice or turn.say(error.message_id, **error.args_for_text)
        drawn = "home" if turn.is_member else "stranger"
        screen = await registry.views[drawn](turn, {})
    screen = await under_heading(turn, drawn, screen)
    if notice:
        screen = Screen(Html(f"{notice}\n\n{screen.text}"), screen.rows)
    return screen
