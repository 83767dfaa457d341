"""Small fakes with memory."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from core.ports import Incoming


class MemoryInbox:
    """An inbox for tests that need hundreds of them; the real one has its own suite in tests/storage."""

    def __init__(self) -> None:
        self.rows: dict[int, Incoming] = {}
        self.over: set[int] = set()

    async def keep(self, updates: Sequence[Incoming]) -> list[Incoming]:
        new = [update for update in updates if update.update_id not in self.rows]
        self.rows |= {update.update_id: update for update in new}
        return new

    async def waiting(self) -> list[Incoming]:
        return [row for row in self.rows.values() if row.update_id not in self.over]

    async def done(self, update_id: int) -> None:
        self.over.add(update_id)

    async def failed(self, update_id: int, error: str, set_aside_after: int = 3) -> bool:
        row = self.rows[update_id]
        self.rows[update_id] = row.model_copy(update={"tries": row.tries + 1})
        if row.tries + 1 >= set_aside_after:
            self.over.add(update_id)
        return update_id in self.over

    async def prune(self, before: datetime) -> int:
        return 0


class MemoryStorage:
    """Only an inbox."""

    def __init__(self) -> None:
        self.inbox = MemoryInbox()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Any]:
        yield self

    read = begin

    async def close(self) -> None: ...
