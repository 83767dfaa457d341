"""The way back: a report, or a row with several, returns to the list that it was opened from."""

from __future__ import annotations

from handlers.frame.registry import registry, tap
from handlers.frame.screens import Button, button
from handlers.frame.turn import Turn
from handlers.frame.views import Back, Home, SummaryReport, SummaryRow, args_on
from handlers.manager.books import READERS
from handlers.manager.summary_lines import home_button, to_summary


def here(turn: Turn) -> Back | None:
    """The list that the card shows, to come back to."""
    shown = args_on(turn.card)
    return Back.to(shown) if shown is not None and registry.views[shown.view].is_list else None


def came_from(turn: Turn) -> Back | None:
    """The list that the card's report, or row, was opened from."""
    shown = turn.shows(SummaryReport) or turn.shows(SummaryRow)
    return shown.back if shown is not None else None


def open_report(turn: Turn, obligation_id: int, page: int = 0) -> None:
    """Shows a report; turning its pages keeps where it was opened from."""
    shown = turn.shows(SummaryReport)
    back = shown.back if shown is not None else here(turn)
    turn.show(SummaryReport(o=obligation_id, page=page, back=back))


@tap("sback", roles=READERS)
async def go_back(turn: Turn) -> None:
    """The list that a report or a row was opened from."""
    back = came_from(turn)
    if back is None:
        turn.show(Home())
    else:
        turn.show(back.args)


def back_buttons(turn: Turn, place: tuple[int, str]) -> list[Button]:
    """Back to where this was opened from, else to the summary; and home."""
    back = button(turn.plain("back"), "sback") if came_from(turn) is not None else to_summary(turn, place)
    return [back, home_button(turn)]
