"""The outbox: each message has a unique key, and is claimed just before it is sent."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.sql.dml import ReturningUpdate

from core.ports.queues import Outgoing
from storage.stores.store import Store, adding, as_json
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
_ONLY = outbox.c.kind.in_(bindparam("kinds", expanding=True))
_BUT = outbox.c.kind.not_in(bindparam("kinds", expanding=True))


def _claiming(kinds: ColumnElement[bool]) -> ReturningUpdate[Any]:
    """Another process that claims at the same moment takes the next one instead of waiting.

    (On PostgreSQL; SQLite has one writer at a time.)
    """
    following = (
        select(outbox.c.id)
        .where(_WAITS, outbox.c.not_before <= bindparam("moment"), kinds)
        .order_by(outbox.c.not_before, outbox.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    return (
        update(outbox)
        .where(outbox.c.id == following, _WAITS)
        .values(state="calling", tries=outbox.c.tries + 1)
        .returning(*_OUTGOING)
    )


_CLAIM_ONLY, _CLAIM_BUT = _claiming(_ONLY), _claiming(_BUT)
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
_NEXT_AT_ONLY, _NEXT_AT_BUT = _NEXT_AT.where(_ONLY), _NEXT_AT.where(_BUT)
_PRUNE = delete(outbox).where(
    or_(
        and_(outbox.c.state == "sent", outbox.c.sent_at < bindparam("before")),
        and_(outbox.c.state == "failed", outbox.c.not_before < bindparam("before")),
    )
)


class Outbox(Store):
    """core.ports.unit_of_work.OutboxStore."""

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

    async def claim(
        self, now: datetime, *, only: Collection[str] | None = None, but: Collection[str] = ()
    ) -> Outgoing | None:
        """The longest due first; `tries` counts this call too."""
        kinds = list(but if only is None else only)
        row = await self._first(_CLAIM_BUT if only is None else _CLAIM_ONLY, {"moment": now, "kinds": kinds})
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

    async def next_at(
        self, *, only: Collection[str] | None = None, but: Collection[str] = ()
    ) -> datetime | None:
        kinds = list(but if only is None else only)
        row = await self._first(_NEXT_AT_BUT if only is None else _NEXT_AT_ONLY, {"kinds": kinds})
        return None if row is None else row[0]

    async def prune(self, before: datetime) -> int:
        """Forgets what was sent before that moment, or failed and was due before it; → how many.

        Half a year of keys is far more than a claim of one day needs.
        """
        return await self._run(_PRUNE, {"before": before})


def _outgoing(row: Row[Any]) -> Outgoing:
    return Outgoing(**{**row._mapping, "args": json.loads(row.args)})
