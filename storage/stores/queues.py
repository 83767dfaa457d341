"""What keeps the conversation through a crash, as `core.ports.queues` has it: the inbox, the outbox, cards, notes.

What Telegram gave is in the inbox before it is acknowledged, and stays until it is pruned. Each message of the outbox has
a unique key, and is claimed just before it is sent. Cards are living ones; notes are small facts of the program itself,
by name.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    case,
    delete,
    false,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningUpdate

from core.model.cards import Card, View
from core.ports.queues import Incoming, Outgoing
from storage.stores.store import Store, adding, as_json, replacing
from storage.tables import card, inbox, note, outbox

RECENT = 20_000
"""Updates of everybody among which one person's are looked for: there is no index for so rare a question."""

_KEEP = adding(inbox, "bot_id", "update_id", returning=[inbox.c.update_id])
_WAITING = (
    select(inbox.c.update_id, inbox.c.person_id, inbox.c.payload, inbox.c.received_at, inbox.c.tries)
    .where(inbox.c.state == "waiting", inbox.c.bot_id == bindparam("bot"))
    .order_by(inbox.c.seq)
)
_IS_WAITING = select(inbox.c.update_id).where(
    inbox.c.state == "waiting", inbox.c.bot_id == bindparam("bot"), inbox.c.update_id == bindparam("which")
)
_RECENT = (
    select(inbox.c.payload)
    .where(
        inbox.c.bot_id == bindparam("bot"),
        inbox.c.person_id == bindparam("person"),
        inbox.c.seq > select(func.max(inbox.c.seq) - RECENT).scalar_subquery(),
    )
    .order_by(inbox.c.seq.desc())
)
_UPDATE = update(inbox).where(inbox.c.bot_id == bindparam("bot"), inbox.c.update_id == bindparam("which"))
_DONE = _UPDATE.values(state="done")
_UPDATE_FAILED = _UPDATE.values(
    tries=inbox.c.tries + 1,
    error=bindparam("why"),
    state=case((inbox.c.tries + 1 >= bindparam("most"), "aside"), else_="waiting"),
).returning(inbox.c.state)
_PRUNE_INBOX = delete(inbox).where(inbox.c.state == "done", inbox.c.received_at < bindparam("before"))


class Inbox(Store):
    """core.ports.unit_of_work.InboxStore of one bot: each bot numbers its updates by itself."""

    def __init__(self, connection: AsyncConnection, bot_id: int) -> None:
        super().__init__(connection)
        self._bot = bot_id

    async def keep(self, updates: Sequence[Incoming]) -> list[Incoming]:
        unique = {update.update_id: update for update in reversed(updates)}
        if not unique:
            return []
        start = {"bot_id": self._bot, "state": "waiting", "error": None}
        new = [{**one.model_dump(), **start} for one in reversed(unique.values())]
        result = await self._connection.execute(self._upsert(_KEEP), new)
        kept = {row.update_id for row in result}
        return [unique[one["update_id"]] for one in new if one["update_id"] in kept]

    async def waiting(self) -> list[Incoming]:
        return [Incoming(**row._mapping) for row in await self._all(_WAITING, {"bot": self._bot})]

    async def is_waiting(self, update_id: int) -> bool:
        return await self._first(_IS_WAITING, {"bot": self._bot, "which": update_id}) is not None

    async def recent(self, person_id: int) -> list[str]:
        return [row.payload for row in await self._all(_RECENT, {"bot": self._bot, "person": person_id})]

    async def done(self, update_id: int) -> None:
        await self._run(_DONE, {"bot": self._bot, "which": update_id})

    async def failed(self, update_id: int, error: str, set_aside_after: int = 3) -> bool:
        row = await self._first(
            _UPDATE_FAILED, {"bot": self._bot, "which": update_id, "why": error, "most": set_aside_after}
        )
        return row is not None and row.state == "aside"

    async def prune(self, before: datetime) -> int:
        """Forgets what is done and was received before that moment; → how many. What was set aside stays."""
        return await self._run(_PRUNE_INBOX, {"before": before})


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


def _of_kinds(only: Collection[str] | None, but: Collection[str]) -> ColumnElement[bool]:
    """Kinds said one by one: a list of open length would be compiled anew each time, and the loops ask all day."""
    if only is None:
        return and_(true(), *(outbox.c.kind != kind for kind in sorted(but)))
    return or_(false(), *(outbox.c.kind == kind for kind in sorted(only)))


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


_MESSAGE = update(outbox).where(outbox.c.id == bindparam("which"))
_SENT = _MESSAGE.values(state="sent", sent_at=bindparam("moment"), message_id=bindparam("message"))
_MESSAGE_FAILED = _MESSAGE.values(state="failed", error=bindparam("why"))
_RETRY = _MESSAGE.values(state="waiting", not_before=bindparam("moment"))
_UNKNOWN = select(*_OUTGOING).where(outbox.c.state == "calling").order_by(outbox.c.id)
_LAST = (
    select(outbox.c.message_id)
    .where(
        outbox.c.person_id == bindparam("person"),
        outbox.c.kind == bindparam("kind"),
        outbox.c.state == "sent",
        outbox.c.message_id.is_not(None),
    )
    .order_by(outbox.c.id.desc())
    .limit(bindparam("most"))
)
_NEXT_AT = select(func.min(outbox.c.not_before)).where(_WAITS)
_PRUNE_OUTBOX = delete(outbox).where(
    or_(
        and_(outbox.c.state == "sent", outbox.c.sent_at < bindparam("before")),
        and_(outbox.c.state == "failed", outbox.c.not_before < bindparam("before")),
    )
)
_HAS = select(outbox.c.id).where(outbox.c.key == bindparam("key"))
LANES = 32
"""Statements that are kept: one for each set of kinds that somebody asks for."""


@lru_cache(LANES)
def _claim(only: frozenset[str] | None, but: frozenset[str]) -> ReturningUpdate[Any]:
    return _claiming(_of_kinds(only, but))


@lru_cache(LANES)
def _next_at(only: frozenset[str] | None, but: frozenset[str]) -> Select[Any]:
    return _NEXT_AT.where(_of_kinds(only, but))


def _lane(only: Collection[str] | None, but: Collection[str]) -> tuple[frozenset[str] | None, frozenset[str]]:
    return (None, frozenset(but)) if only is None else (frozenset(only), frozenset())


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

    async def has(self, key: str) -> bool:
        return await self._first(_HAS, {"key": key}) is not None

    async def claim(
        self, now: datetime, *, only: Collection[str] | None = None, but: Collection[str] = ()
    ) -> Outgoing | None:
        """The longest due first; `tries` counts this call too."""
        row = await self._first(_claim(*_lane(only, but)), {"moment": now})
        return None if row is None else _outgoing(row)

    async def sent(self, outgoing_id: int, at: datetime, message_id: int | None) -> None:
        await self._run(_SENT, {"which": outgoing_id, "moment": at, "message": message_id})

    async def failed(self, outgoing_id: int, error: str) -> None:
        await self._run(_MESSAGE_FAILED, {"which": outgoing_id, "why": error})

    async def retry(self, outgoing_id: int, not_before: datetime) -> None:
        await self._run(_RETRY, {"which": outgoing_id, "moment": not_before})

    async def unknown(self) -> list[Outgoing]:
        return [_outgoing(row) for row in await self._all(_UNKNOWN)]

    async def last_messages(self, person_id: int, kind: str, most: int) -> list[int]:
        rows = await self._all(_LAST, {"person": person_id, "kind": kind, "most": most})
        return [int(row.message_id) for row in rows]

    async def next_at(
        self, *, only: Collection[str] | None = None, but: Collection[str] = ()
    ) -> datetime | None:
        row = await self._first(_next_at(*_lane(only, but)))
        return None if row is None else row[0]

    async def prune(self, before: datetime) -> int:
        """Forgets what was sent before that moment, or failed and was due before it; → how many.

        Half a year of keys is far more than a claim of one day needs.
        """
        return await self._run(_PRUNE_OUTBOX, {"before": before})


def _outgoing(row: Row[Any]) -> Outgoing:
    return Outgoing(**{**row._mapping, "args": json.loads(row.args)})


CARD = tuple(card.c)
"""The columns that `card_of` reads, in its order."""

_SAVE_CARD = replacing(card, "person_id")
_SAME_CARD = card.c.version == bindparam("shown")
_CARD_SHOWN = (
    update(card)
    .where(
        card.c.person_id == bindparam("person"),
        or_(_SAME_CARD, and_(card.c.version > bindparam("shown"), card.c.stale)),
    )
    .values(message_id=bindparam("message"), stale=and_(card.c.stale, card.c.version != bindparam("shown")))
)
_STALE_CARDS = select(card).where(card.c.stale).order_by(card.c.person_id)


class Cards(Store):
    """core.ports.unit_of_work.CardStore."""

    async def save(self, card: Card) -> None:
        kept = card.model_dump(exclude={"view"})
        await self._run(self._upsert(_SAVE_CARD), {**kept, "view": card.view.model_dump_json()})

    async def shown(self, shown: Sequence[tuple[int, int, int]]) -> None:
        """Also tells a newer card, not shown yet, which message it lives in: else there would be two."""
        await self._run_many(
            _CARD_SHOWN,
            [{"person": person, "shown": version, "message": message} for person, version, message in shown],
        )

    async def stale(self) -> list[Card]:
        return [card_of(row) for row in await self._all(_STALE_CARDS)]


def card_of(row: Sequence[Any]) -> Card:
    """A card from its columns in the order of CARD."""
    person_id, message_id, version, view, stale, place = row
    return Card(
        person_id=person_id,
        message_id=message_id,
        version=version,
        view=View.model_validate_json(view),
        stale=stale,
        place=place,
    )


_READ_NOTE = select(note.c.value).where(note.c.name == bindparam("name"))
_WRITE_NOTE = replacing(note, "name")


class Notes(Store):
    """core.ports.unit_of_work.NotesStore."""

    async def read(self, name: str) -> str | None:
        row = await self._first(_READ_NOTE, {"name": name})
        return None if row is None else str(row.value)

    async def write(self, name: str, value: str) -> None:
        await self._run(self._upsert(_WRITE_NOTE), {"name": name, "value": value})
