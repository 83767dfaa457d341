"""SQLite's one writer: tasks take turns in one transaction, and those that wait together share its COMMIT.

A commit waits for the disk, on another thread, and meanwhile nothing can be written. With one for each answer the
answers of a busy minute stand in line for it; shared, the line moves as fast as the answers themselves.

The first task of a group begins the transaction, and when its part is done it queues once more behind those who
were waiting then: each adds its part under a savepoint, the first commits for all, and only then does anybody go on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


class _Group:
    """The tasks of one transaction. `kept` is done when it is committed, or fails with what went wrong."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection
        self.kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.broken: BaseException | None = None


class SharedWriter:
    """Transactions over one connection, one task at a time, in order of asking."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._turn = asyncio.Lock()
        self._group: _Group | None = None
        self._whose: asyncio.Task[object] | None = None

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """All that is done in the block is committed when the block has ended, or nothing of it.

        Raises RuntimeError where a task begins a second one inside its first, which would wait for itself, and
        what the commit raises: then nothing of the whole group was kept.
        """
        task = asyncio.current_task()
        if task is not None and task is self._whose:
            raise RuntimeError("begin() inside begin(): the inner one would wait for the outer for ever")
        async with self._turn:
            joined = self._group
            group = joined or await self._open()
            self._whose = task
            try:
                async with _savepoint(group) if joined else self._first(group):
                    yield group.connection
            finally:
                self._whose = None
        await asyncio.shield(group.kept if joined else self._commit(group))

    async def close(self) -> None:
        """Waits for who is writing."""
        async with self._turn:
            await self._engine.dispose()

    async def _open(self) -> _Group:
        connection = await self._engine.connect()
        try:
            await connection.begin()
        except BaseException:
            await connection.close()
            raise
        return _Group(connection)

    @asynccontextmanager
    async def _first(self, group: _Group) -> AsyncIterator[None]:
        """The part that begins a group: others may join once it is done; where it fails there is no group."""
        try:
            yield
        except BaseException:
            await _discard(group)
            raise
        self._group = group

    async def _commit(self, group: _Group) -> None:
        """Waits its turn behind those who join, and commits for all. Runs to its end even if its task is cancelled."""
        async with self._turn:
            self._group = None
            try:
                if group.broken is not None:
                    raise group.broken
                await group.connection.commit()
            except BaseException as error:
                group.kept.set_exception(error)
                group.kept.exception()  # looked at, so that a group of one does not warn of it
                # SQLite leaves a transaction open whose COMMIT it refused; this connection is not used again.
                await group.connection.invalidate()
                await group.connection.close()
                raise
            group.kept.set_result(None)
            await group.connection.close()


@asynccontextmanager
async def _savepoint(group: _Group) -> AsyncIterator[None]:
    """One more part of a transaction that others have parts in: where it fails, theirs stand."""
    connection = group.connection
    await connection.exec_driver_sql("SAVEPOINT part")
    try:
        yield
    except BaseException:
        try:
            await connection.exec_driver_sql("ROLLBACK TO part")
            await connection.exec_driver_sql("RELEASE part")
        except BaseException as error:
            group.broken = error
        raise
    await connection.exec_driver_sql("RELEASE part")


async def _discard(group: _Group) -> None:
    try:
        await group.connection.rollback()
    finally:
        await group.connection.close()
