"""The database as core's Storage: transactions, each with its stores."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.sqlite.writer import SharedWriter
from storage.stores.evidence import EvidenceRows
from storage.stores.invitations import Invitations
from storage.stores.journal import Journal
from storage.stores.obligations import Obligations
from storage.stores.people import People
from storage.stores.plans import Plans
from storage.stores.queues import Cards, Inbox, Notes, Outbox
from storage.stores.requests import Requests
from storage.stores.substitutions import Substitutions


class Transaction:
    """core.ports.unit_of_work.Work: the stores of one transaction."""

    def __init__(self, connection: AsyncConnection, bot_id: int) -> None:
        self.people = People(connection)
        self.substitutions = Substitutions(connection)
        self.invitations = Invitations(connection)
        self.plans = Plans(connection)
        self.obligations = Obligations(connection)
        self.requests = Requests(connection)
        self.evidence = EvidenceRows(connection)
        self.cards = Cards(connection)
        self.inbox = Inbox(connection, bot_id)
        self.outbox = Outbox(connection)
        self.journal = Journal(connection)
        self.notes = Notes(connection)


class Database:
    """core.ports.unit_of_work.Storage over SQLite or PostgreSQL. `storage.open_storage` makes one."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine, bot_id: int = 0) -> None:
        self._writer = writer
        self._reader = reader
        self._bot_id = bot_id
        self._shared = SharedWriter(writer) if writer.dialect.name == "sqlite" else None

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        """A transaction that may write. On SQLite one at a time, in order; see storage.sqlite.writer.

        Raises RuntimeError there where a task begins a second one inside its first: it would wait for itself.
        """
        async with self._shared.begin() if self._shared else self._writer.begin() as connection:
            yield Transaction(connection, self._bot_id)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """A consistent look: what others commit meanwhile is not seen, and a write is refused."""
        async with self._reader.connect() as connection:
            await connection.begin()
            yield Transaction(connection, self._bot_id)

    async def close(self) -> None:
        await self._reader.dispose()
        await (self._shared.close() if self._shared else self._writer.dispose())
