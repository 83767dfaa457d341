"""Whose reports a person may touch although no role says so, and what is said of those that they may touch no more."""

from __future__ import annotations

from collections.abc import Collection

from core.kernel.errors import DomainError, NotAllowed
from core.model.obligations import Obligation
from core.model.people import Role
from core.people import access
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import JointRow

_GONE = frozenset({"not-yours", "nothing-there", "not-allowed"})


async def stands_in(turn: Turn, roles: Collection[Role]) -> bool:
    """Whether somebody who is no officer acts as one."""
    if Role.OFFICER not in roles:
        return False
    has_reports = bool((await worklist_of(turn)).obligations)
    return has_reports or await access.stands_in(turn.work, turn.me, turn.deps.today())


async def no_longer_theirs(turn: Turn, error: DomainError) -> DomainError | None:
    """What to say kindly where a refusal is about a post that the person gave up, or stood in for; None else."""
    if not isinstance(error, NotAllowed) or error.message_id not in _GONE or not turn.is_member:
        return None
    report = await _report_meant(turn)
    post_id = _post_meant(turn, report)
    if post_id is None and (error.message_id == "not-allowed" or turn.tap is None):
        return None
    refused = report if error.message_id == "not-yours" else None
    return await access.where_it_went(turn.work, turn.me, post_id, refused)


def _post_meant(turn: Turn, report: Obligation | None) -> int | None:
    """The post of the report that the tap or the card is about."""
    if turn.message is not None and turn.typed.startswith("/"):
        return None
    row = turn.shows(JointRow)
    if row is not None:
        return row.post  # the report itself is another post's
    return report.post_id if report is not None else None


async def _report_meant(turn: Turn) -> Obligation | None:
    """The report that the card is about, or else the tap."""
    number = turn.report_shown
    if number is None and turn.tap is not None and len(turn.tap.args) == 1 and turn.tap.args[0].isdigit():
        number = turn.number()
    return await turn.work.obligations.get(number) if number is not None else None
