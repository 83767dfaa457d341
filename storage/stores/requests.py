"""Requests of officers, and how managers decided them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, bindparam, literal_column, select, update

from core.model.editions import PlanStatus
from core.model.obligations import ReportState
from core.model.requests import Request, RequestState
from storage.stores.store import Store, adding
from storage.tables import obligation, plan, request

_WAITS = request.c.state == RequestState.ASKED.value
_ADD = adding(
    request,
    "obligation_id",
    where=literal_column("state = 'asked'"),  # as the index says it: a parameter would match no index
    returning=(request.c.id,),
)
_GET = select(request).where(request.c.id == bindparam("id"))
_OF_ONE = select(request).where(request.c.obligation_id == bindparam("of")).order_by(request.c.id)
_WAITING_ON = _OF_ONE.where(_WAITS)
_WAITING = (
    select(request)
    .join(obligation, obligation.c.id == request.c.obligation_id)
    .join(plan, plan.c.id == obligation.c.plan_id)
    .where(
        _WAITS,
        plan.c.status == PlanStatus.LIVE.value,
        obligation.c.withdrawn.is_(False),
        obligation.c.excused.is_(False),
        (obligation.c.version == 0) | (obligation.c.state == ReportState.RETURNED.value),
    )
    .order_by(request.c.asked_at, request.c.id)
)
_DECIDE = (
    update(request)
    .where(request.c.id == bindparam("which"), _WAITS)
    .values(
        state=bindparam("new_state"),
        decided_by=bindparam("new_by"),
        decided_at=bindparam("new_at"),
        comment=bindparam("new_comment"),
    )
)


class Requests(Store):
    """core.ports.unit_of_work.RequestStore."""

    async def add(self, request: Request) -> int | None:
        row = await self._first(self._upsert(_ADD), request.model_dump(exclude={"id"}))
        return None if row is None else int(row.id)

    async def get(self, request_id: int) -> Request | None:
        row = await self._first(_GET, {"id": request_id})
        return None if row is None else _request(row)

    async def waiting_on(self, obligation_id: int) -> Request | None:
        row = await self._first(_WAITING_ON, {"of": obligation_id})
        return None if row is None else _request(row)

    async def waiting(self) -> list[Request]:
        return [_request(row) for row in await self._all(_WAITING)]

    async def of_obligation(self, obligation_id: int) -> list[Request]:
        return [_request(row) for row in await self._all(_OF_ONE, {"of": obligation_id})]

    async def decide(self, request: Request) -> bool:
        new = {
            "new_state": request.state.value,
            "new_by": request.decided_by,
            "new_at": request.decided_at,
            "new_comment": request.comment,
        }
        return bool(await self._run(_DECIDE, {"which": request.id, **new}))


def _request(row: Row[Any]) -> Request:
    return Request(**row._mapping)
