"""What an officer asks: another day (перенос срока), or to leave a report out (не требуется) (domain, §4 and §6).

A request is asked with its reason, then granted, refused or taken back; it is never changed otherwise. One at a time
waits on an obligation: a second one replaces nothing. What was granted moves the obligation's days and leaves the plan's
own where they were, so that both are kept and both are counted.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from core.kernel.errors import UnreadableInput
from core.model.obligations import Obligation, RequestKind

Moves = Literal["report", "work"]
"""Which day an extension moves: by when the report is due, or by when the work is to be done."""

FARTHEST_DAYS = 3660


class RequestState(StrEnum):
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


class Request(BaseModel):
    """One request. An extension has `moves`, the new `day` and the day that held `before`; "not required" has none.

    `decided_by` and `decided_at` are of whoever ended it, the officer who took it back included; `comment` is the
    manager's.
    """

    model_config = ConfigDict(frozen=True)
    id: int
    obligation_id: int
    kind: RequestKind
    moves: Moves | None = None
    before: date | None = None
    day: date | None = None
    reason: str
    asked_by: int
    asked_at: datetime
    state: RequestState = RequestState.ASKED
    decided_by: int | None = None
    decided_at: datetime | None = None
    comment: str | None = None

    @property
    def waits(self) -> bool:
        return self.state is RequestState.ASKED


def is_open(obligation: Obligation) -> bool:
    """Whether a request still means something: the report is not with the manager, withdrawn or excused."""
    return not (obligation.is_submitted or obligation.withdrawn or obligation.excused)


def day_moved(obligation: Obligation, moves: Moves) -> date:
    """The day that such an extension moves, as it holds now."""
    return obligation.due_now.report_due if moves == "report" else obligation.due_now.deadline


def new_day(obligation: Obligation, moves: Moves, day: date, today: date) -> date:
    """The day, if it can be asked for. Raises UnreadableInput: it is past, no later than what holds, or far off."""
    if day < today:
        raise UnreadableInput("request-day-past")
    if day <= day_moved(obligation, moves):
        raise UnreadableInput("request-day-earlier")
    if (day - today).days > FARTHEST_DAYS:
        raise UnreadableInput("request-day-far")
    return day
