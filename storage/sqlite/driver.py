"""SQLAlchemy's aiosqlite driver with fewer journeys to the connection's thread.

As it comes, the driver goes to the thread four times a statement: to make a cursor, to execute, to fetch, to close.
Each journey is a turn of the event loop and a wait for the interpreter's lock, which under load costs far more than
the work, and all of it while the one writer is held. So here:

- a statement is one function: cursor, execute, fetch, close; BEGIN rides with the first of a transaction;
- inside a transaction that writes, small statements are run at once, on the event loop's own thread: they touch
  memory, not the disk, and take some twenty microseconds. BEGIN IMMEDIATE is tried at once too, and only where
  another process is writing is it waited for on the thread;
- what waits for the disk (COMMIT, many rows at once, everything of the readers) goes to the thread.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, cast

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.util import immutabledict

from storage.sqlite.plain import BUSY_MS

USED = (
    (
        AsyncAdapt_aiosqlite_cursor,
        ("_adapt_connection", "_connection", "_rows", "_soft_closed_memoized", "_awaitable_cursor_close"),
    ),
    (AsyncAdapt_aiosqlite_cursor, ("_execute_async", "_executemany_async")),
    (AsyncAdapt_aiosqlite_connection, ("_cursor_cls", "_execute_mutex", "_connection")),
    (aiosqlite.Connection, ("_execute", "_conn")),
    (SQLCompiler, ("positiontup", "post_compile_params", "literal_execute_params")),
)
"""What this way reaches for inside SQLAlchemy and aiosqlite, and no release of theirs promises."""

AT_ONCE = 50
Outcome = tuple[list[Any], Any, int, int | None]
_NOTHING: Outcome = ([], None, -1, None)


def fits() -> bool:
    """Whether all that is used inside the adapters is there."""
    return all(hasattr(owner, name) for owner, names in USED for name in names)


class QuickCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that exists only while its statement runs; its rows are fetched whole."""

    __slots__ = ("_outcome",)
    _awaitable_cursor_close = False

    def __init__(self, connection: QuickConnection) -> None:
        self._adapt_connection = connection
        self._connection = connection._connection
        self._soft_closed_memoized = immutabledict()
        self._rows = deque()
        self._outcome = _NOTHING

    @property
    def description(self) -> Any:
        return self._outcome[1]

    @property
    def rowcount(self) -> int:
        return self._outcome[2]

    @property
    def lastrowid(self) -> Any:
        return self._outcome[3]

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        run = partial(execute, operation=operation, parameters=() if parameters is None else parameters)
        await self._go(run, at_once=True)

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        run = partial(executemany, operation=operation, parameters=seq_of_parameters)
        await self._go(run, at_once=len(seq_of_parameters) <= AT_ONCE)

    async def _go(self, run: Callable[[sqlite3.Connection], Outcome], *, at_once: bool) -> None:
        connection = cast(QuickConnection, self._adapt_connection)
        async with connection._execute_mutex:
            self._outcome = await connection.run(run, at_once=at_once)
        self._rows = deque(self._outcome[0])

    def close(self) -> None:
        self._rows.clear()


class QuickConnection(AsyncAdapt_aiosqlite_connection):
    """A connection that begins its transaction with the first statement: `begin_with` is how."""

    __slots__ = ("begin_with", "writes")
    _cursor_cls = QuickCursor  # type: ignore[assignment]

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self.begin_with: str | None = None
        self.writes = False

    async def run(self, run: Callable[[sqlite3.Connection], Outcome], *, at_once: bool) -> Outcome:
        """Runs a statement, at once or on the thread, after BEGIN where that is due."""
        raw: Any = self._connection
        begin, self.begin_with = self.begin_with, None
        if self.writes and at_once:
            if begin is not None and not _begin_now(raw._conn, begin):
                await raw._execute(_begin_waiting, raw._conn, begin)
            return run(raw._conn)
        outcome: Outcome = await raw._execute(_begin_and_run, raw._conn, begin, run)
        return outcome

    def commit(self) -> None:
        self._end(super().commit)

    def rollback(self) -> None:
        self._end(super().rollback)

    def _end(self, how: Callable[[], None]) -> None:
        # Where no statement was run there is nothing to end.
        if self.begin_with is None:
            how()
        self.begin_with = None


class QuickDriver(AsyncAdapt_aiosqlite_dbapi):
    """The driver's module, to be given to `create_async_engine(module=…)`."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *arg: Any, **kw: Any) -> QuickConnection:
        return QuickConnection(self, super().connect(*arg, **kw)._connection)


def _begin_now(connection: sqlite3.Connection, begin: str) -> bool:
    """Begins without waiting; False where another process is writing."""
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute(begin)
    except sqlite3.OperationalError as why:
        if why.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    return True


def _begin_waiting(connection: sqlite3.Connection, begin: str) -> None:
    connection.execute(begin)


def _begin_and_run(
    connection: sqlite3.Connection, begin: str | None, run: Callable[[sqlite3.Connection], Outcome]
) -> Outcome:
    if begin is not None:
        connection.execute(begin)
    return run(connection)


def execute(connection: sqlite3.Connection, operation: str, parameters: Any) -> Outcome:
    cursor = connection.cursor()
    try:
        cursor.execute(operation, parameters)
        rows = cursor.fetchall() if cursor.description else []
        return rows, cursor.description, cursor.rowcount, cursor.lastrowid
    finally:
        cursor.close()


def executemany(connection: sqlite3.Connection, operation: str, parameters: Any) -> Outcome:
    cursor = connection.cursor()
    try:
        cursor.executemany(operation, parameters)
        return [], cursor.description, cursor.rowcount, cursor.lastrowid
    finally:
        cursor.close()
