"""The way back: a report, or a row with several, returns to the list that it was opened from."""

from __future__ import annotations

from typing import Any

from handlers.frame.registry import tap
from handlers.frame.screens import Button, button
from handlers.frame.turn import Turn
from handlers.manager.books import READERS
from handlers.manager.summary import home_button, to_summary

LISTS = frozenset({"summary", "summary-section", "summary-row", "summary-post", "overdue", "review"})
"""Views that a report can be opened from and that its back button returns to."""


def here(turn: Turn) -> dict[str, Any] | None:
    """The list that the card shows, to come back to."""
    shown = turn.card.view
    return {"name": shown.name, "args": shown.args} if shown.name in LISTS else None


def open_report(turn: Turn, obligation_id: int, page: int = 0) -> None:
    """Shows a report; turning its pages keeps where it was opened from."""
    shown = turn.card.view
    back = shown.args.get("back") if shown.name == "summary-report" else here(turn)
    turn.show("summary-report", o=obligation_id, page=page, back=back)


@tap("sback", roles=READERS)
async def go_back(turn: Turn) -> None:
    """The list that a report or a row was opened from."""
    back = turn.args.get("back")
    if back is None:
        turn.show("home")
    else:
        turn.show(back["name"], **back["args"])


def back_buttons(turn: Turn, place: tuple[int, str]) -> list[Button]:
    """Back to where this was opened from, else to the summary; and home."""
    came = turn.args.get("back")
    back = button(turn.plain("back"), "sback") if came else to_summary(turn, place)
    return [back, home_button(turn)]
