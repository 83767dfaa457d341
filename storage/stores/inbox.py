"""The inbox: what Telegram gave is here before it is acknowledged, and stays until it is pruned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, case, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ports.queues import Incoming
from storage.stores.store import Store, adding
from storage.tables import inbox

_KEEP = adding(inbox, "bot_id", "update_id", returning=[inbox.c.update_id])
_WAITING = (
    select(inbox.c.update_id, inbox.c.person_id, inbox.c.payload, inbox.c.received_at, inbox.c.tries)
    .where(inbox.c.state == "waiting", inbox.c.bot_id == bindparam("bot"))
    .order_by(inbox.c.seq)
)
_IS_WAITING = select(inbox.c.update_id).where(
    inbox.c.state == "waiting", inbox.c.bot_id == bindparam("bot"), inbox.c.update_id == bindparam("which")
)
_ONE = update(inbox).where(inbox.c.bot_id == bindparam("bot"), inbox.c.update_id == bindparam("which"))
_DONE = _ONE.values(state="done")
_FAILED = _ONE.values(
    tries=inbox.c.tries + 1,
    error=bindparam("why"),
    state=case((inbox.c.tries + 1 >= bindparam("most"), "aside"), else_="waiting"),
).returning(inbox.c.state)
_PRUNE = delete(inbox).where(inbox.c.state == "done", inbox.c.received_at < bindparam("before"))


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

    async def done(self, update_id: int) -> None:
        await self._run(_DONE, {"bot": self._bot, "which": update_id})

    async def failed(self, update_id: int, error: str, set_aside_after: int = 3) -> bool:
        row = await self._first(
            _FAILED, {"bot": self._bot, "which": update_id, "why": error, "most": set_aside_after}
        )
        return row is not None and row.state == "aside"

    async def prune(self, before: datetime) -> int:
        """Forgets what is done and was received before that moment; → how many. What was set aside stays."""
        return await self._run(_PRUNE, {"before": before})
