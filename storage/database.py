"""The database as core's Storage: transactions, each with its stores."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.cards import Cards
from storage.evidence import EvidenceRows
from storage.inbox import Inbox
from storage.invitations import Invitations
from storage.journal import Journal
from storage.notes import Notes
from storage.obligations import Obligations
from storage.outbox import Outbox
from storage.people import People
from storage.plans import Plans


class Transaction:
    """core.ports.Work: the stores of one transaction."""

    def __init__(self, connection: AsyncConnection, bot_id: int) -> None:
        self.people = People(connection)
        self.invitations = Invitations(connection)
        self.plans = Plans(connection)
        self.obligations = Obligations(connection)
        self.evidence = EvidenceRows(connection)
        self.cards = Cards(connection)
        self.inbox = Inbox(connection, bot_id)
        self.outbox = Outbox(connection)
        self.journal = Journal(connection)
        self.notes = Notes(connection)


class Database:
    """core.ports.Storage over SQLite or PostgreSQL. `storage.open_storage` makes one."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine, bot_id: int = 0) -> None:
        self._bot_id = bot_id
        self._writer = writer
        self._reader = reader
        self._turn = asyncio.Lock() if writer.dialect.name == "sqlite" else None
        self._whose: asyncio.Task[object] | None = None

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        """A transaction that may write. On SQLite one at a time, and tasks queue for it in order.

        Raises RuntimeError where a task begins a second one inside its first: it would wait for itself.
        """
        if self._turn is None:
            async with self._writer.begin() as connection:
                yield Transaction(connection, self._bot_id)
            return
        task = asyncio.current_task()
        if task is not None and task is self._whose:
            raise RuntimeError("begin() inside begin(): the inner one would wait for the outer for ever")
        async with self._turn:
            self._whose = task
            try:
                async with self._writer.begin() as connection:
                    yield Transaction(connection, self._bot_id)
            finally:
                self._whose = None

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """A consistent look: what others commit meanwhile is not seen, and a write is refused."""
        async with self._reader.connect() as connection:
            yield Transaction(connection, self._bot_id)

    async def close(self) -> None:
        await self._reader.dispose()
        await self._writer.dispose()
