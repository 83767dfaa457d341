"""Lists that have pages, and lists that are cut."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.frame.screens import Button, Html, button, html
from handlers.frame.turn import Turn
from handlers.frame.voice import Voice


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


def first_of(voice: Voice, listed: Sequence[Html | str], most: int) -> list[Html]:
    """The first lines of a list, and where it is cut how many more there are: "… и ещё 7"."""
    found = [html(line) for line in listed[:most]]
    left = len(listed) - len(found)
    return [*found, voice.say("list-more", count=left)] if left else found


def names_of_first(voice: Voice, names: Sequence[str], most: int, mark: str = ", ") -> str:
    """The same of names in a row: "Алия, Данияр, … и ещё 7"."""
    left = len(names) - most
    more = [voice.plain("list-more", count=left)] if left > 0 else []
    return mark.join([*names[:most], *more])
