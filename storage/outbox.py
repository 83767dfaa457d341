"""The outbox: each message has a unique key, and is claimed just before it is sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, select, update

from core.ports import Outgoing
from storage.store import Store, adding, as_json
from storage.tables import outbox

_OUTGOING = (
    outbox.c.id,
    outbox.c.key,
    outbox.c.kind,
    outbox.c.person_id,
    outbox.c.args,
    outbox.c.not_before,
    outbox.c.tries,
    outbox.c.state,
)
_PUT = adding(outbox, "key")
_WAITS = outbox.c.state == "waiting"
# Another process that claims at the same moment takes the next one instead of waiting (PostgreSQL; SQLite has
# one writer at a time).
_NEXT = (
    select(outbox.c.id)
    .where(_WAITS, outbox.c.not_before <= bindparam("moment"))
    .order_by(outbox.c.not_before, outbox.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
    .scalar_subquery()
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.id == _NEXT, _WAITS)
    .values(state="calling", tries=outbox.c.tries + 1)
    .returning(*_OUTGOING)
)
_ONE = update(outbox).where(outbox.c.id == bindparam("which"))
_SENT = _ONE.values(state="sent", sent_at=bindparam("moment"), message_id=bindparam("message"))
_FAILED = _ONE.values(state="failed", error=bindparam("why"))
_RETRY = _ONE.values(state="waiting", not_before=bindparam("moment"))
_UNKNOWN = select(*_OUTGOING).where(outbox.c.state == "calling").order_by(outbox.c.id)
_LAST = (
    select(outbox.c.message_id)
    .where(
        outbox.c.person_id == bindparam("person"),
        outbox.c.kind == bindparam("kind"),
        outbox.c.state == "sent",
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)
_NEXT_AT = select(func.min(outbox.c.not_before)).where(_WAITS)


class Outbox(Store):
    """core.ports.OutboxStore."""

    async def put(
        self, key: str, kind: str, person_id: int, args: Mapping[str, Any], not_before: datetime
    ) -> bool:
        new = {
            "key": key,
            "kind": kind,
            "person_id": person_id,
            "args": as_json(dict(args)),
            "not_before": not_before,
            "tries": 0,
            "state": "waiting",
        }
        return bool(await self._run(self._upsert(_PUT), new))

    async def claim(self, now: datetime) -> Outgoing | None:
        """The longest due first; `tries` counts this call too."""
        row = await self._first(_CLAIM, {"moment": now})
        return None if row is None else _outgoing(row)

    async def sent(self, outgoing_id: int, at: datetime, message_id: int | None) -> None:
        await self._run(_SENT, {"which": outgoing_id, "moment": at, "message": message_id})

    async def failed(self, outgoing_id: int, error: str) -> None:
        await self._run(_FAILED, {"which": outgoing_id, "why": error})

    async def retry(self, outgoing_id: int, not_before: datetime) -> None:
        await self._run(_RETRY, {"which": outgoing_id, "moment": not_before})

    async def unknown(self) -> list[Outgoing]:
        return [_outgoing(row) for row in await self._all(_UNKNOWN)]

    async def last_message(self, person_id: int, kind: str) -> int | None:
        row = await self._first(_LAST, {"person": person_id, "kind": kind})
        return int(row.message_id) if row is not None and row.message_id is not None else None

    async def next_at(self) -> datetime | None:
        row = await self._first(_NEXT_AT)
        return None if row is None else row[0]


def _outgoing(row: Row[Any]) -> Outgoing:
    return Outgoing(**{**row._mapping, "args": json.loads(row.args)})
