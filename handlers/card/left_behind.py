"""What is left of a report's card where another message took its place: one line, so that no card stands there twice."""

from __future__ import annotations

from handlers.frame.screens import Html
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Walk, args_on
from handlers.words.row_labels import card_line


async def left_behind(turn: Turn) -> dict[int, Html]:
    """Message → the line that it keeps. Nothing where the card was edited in place, or stays as it is."""
    shown, now = args_on(turn.former) if turn.former is not None else None, args_on(turn.card)
    if (
        turn.former is None
        or not isinstance(shown, Walk)
        or (isinstance(now, Walk) and now.above is not None)
    ):
        return {}
    below = turn.card.place == "below" and turn.tap is None
    former = shown.above if shown.above is not None else turn.former.message_id if below else None
    worklist = await worklist_of(turn)
    o = next((o for o in worklist.obligations if o.id == shown.o), None)
    if former is None or o is None:
        return {}
    heap = worklist.heap_of(o).obligations
    at = next(at for at, x in enumerate(heap, 1) if x.id == o.id)
    return {former: card_line(turn, at, len(heap), worklist.row(o).title)}
