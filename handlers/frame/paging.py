"""Lists that have pages."""

from __future__ import annotations

from handlers.frame.screens import Button, button
from handlers.frame.turn import Turn


def page_buttons(turn: Turn, page: int, count: int, action: str, *args: str | int) -> list[Button]:
    """◀️ 2 из 3 ▶️; nothing where there is one page."""
    if count < 2:
        return []
    found = []
    if page > 0:
        found.append(button(turn.plain("page-previous"), action, *args, page - 1))
    found.append(button(turn.plain("page-of", page=page + 1, pages=count), action, *args, page))
    if page < count - 1:
        found.append(button(turn.plain("page-next"), action, *args, page + 1))
    return found


def page_turns(turn: Turn, page: int, count: int, action: str, *args: str | int) -> list[Button]:
    """◀️ ▶️, as far as there are pages."""
    turns = [(turn.plain("page-previous"), page - 1), (turn.plain("page-next"), page + 1)]
    return [button(label, action, *args, to) for label, to in turns if 0 <= to < count]
