"""The worklist of the person whose turn it is, read once a turn."""

from __future__ import annotations

from core.report.worklist import Worklist, read_worklist, with_pieces
from handlers.frame.turn import Turn


async def worklist_of(turn: Turn, *, own: bool = False) -> Worklist:
    """Kept on the turn: that of the post which a coordinator reports for, unless `own`."""
    post_id = turn.person.reports_for if turn.person is not None and not own else None
    known = turn.worklist
    if known is not None and known.post_id == post_id:
        turn.worklist = await with_pieces(turn.work, known)
    else:
        turn.worklist = await read_worklist(
            turn.work, turn.deps.library, turn.person_id, post_id, turn.deps.today()
        )
    return turn.worklist
