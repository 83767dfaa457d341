"""The quick way to SQLite: statements that SQLAlchemy compiles once, run by its aiosqlite driver with fewer journeys.

SQLAlchemy's own way from a compiled statement to its rows costs some 0.3 ms, ten times what SQLite needs for it, and
an answer runs seven. What is kept of it here (`Ready`): its SQL, its order of parameters, and its types, both ways.

As it comes, the driver goes to the connection's thread four times a statement: to make a cursor, to execute, to fetch, to
close. Each journey is a turn of the event loop and a wait for the interpreter's lock, which under load costs far more than
the work, and all of it while the one writer is held. So here (`QuickDriver`):

- a statement is one function: cursor, execute, fetch, close; BEGIN rides with the first of a transaction;
- inside a transaction that writes, small statements are run at once, on the event loop's own thread: they touch
  memory, not the disk, and take some twenty microseconds. BEGIN IMMEDIATE is tried at once too, and only where
  another process is writing is it waited for on the thread;
- what waits for the disk (COMMIT, many rows at once, everything of the readers) goes to the thread.
"""

from __future__ import annotations

import sqlite3
from collections import deque, namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, cast
from weakref import WeakKeyDictionary

import aiosqlite
from sqlalchemy import URL, Connection, Executable, PoolProxiedConnection, event
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.util import immutabledict

from storage.sqlite.plain import BUSY_MS, prepare

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

Params = Mapping[str, Any]
_Process = Callable[[Any], Any] | None

_ready: WeakKeyDictionary[Any, dict[tuple[str, ...], Ready | None]] = WeakKeyDictionary()


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


class Ready:
    """One compiled statement. Rows come as named tuples, with `_mapping` as SQLAlchemy's have it."""

    def __init__(self, compiled: Any, columns: Any, dialect: Dialect) -> None:
        self.sql: str = compiled.string
        self._binds: list[tuple[str, Any, _Process]] = []
        for name in compiled.positiontup:
            bind = compiled.binds[name]
            process = bind.type.dialect_impl(dialect).bind_processor(dialect)
            self._binds.append((bind.key, bind.effective_value, process))
        found = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
        self._columns: list[tuple[int, Callable[[Any], Any]]] = [(n, p) for n, p in enumerate(found) if p]
        row = _row_of(columns.keys())
        self._row: Any = type("Row", (row,), {"__slots__": (), "_mapping": property(row._asdict)})

    async def all(self, connection: AsyncConnection, params: Params, *, large: bool) -> list[Any]:
        """Its rows. Raises, as all here do, what SQLAlchemy would: DBAPIError, StatementError."""
        return self._rows((await self._once(connection, params, at_once=not large))[0])

    async def first(self, connection: AsyncConnection, params: Params) -> Any | None:
        """Its first row; None where there is none."""
        found = self._rows((await self._once(connection, params))[0][:1])
        return found[0] if found else None

    async def touch(self, connection: AsyncConnection, params: Params) -> int:
        """Runs it; → how many rows it touched."""
        return (await self._once(connection, params))[2]

    async def many(self, connection: AsyncConnection, params: Sequence[Params]) -> None:
        """Runs it once for each set of parameters, all of the same names."""
        job = partial(executemany, operation=self.sql, parameters=[self._values(each) for each in params])
        await _run(connection, self.sql, job, at_once=len(params) <= AT_ONCE)

    async def _once(self, connection: AsyncConnection, params: Params, *, at_once: bool = True) -> Outcome:
        job = partial(execute, operation=self.sql, parameters=self._values(params))
        return await _run(connection, self.sql, job, at_once=at_once)

    def _values(self, params: Params) -> list[Any]:
        """The parameters in order, as the driver takes them. Raises StatementError where one cannot be kept."""
        try:
            return [
                process(params.get(key, default)) if process else params.get(key, default)
                for key, default, process in self._binds
            ]
        except (ValueError, TypeError) as error:
            raise StatementError(str(error), self.sql, dict(params), error) from error

    def _rows(self, found: Iterable[Sequence[Any]]) -> list[Any]:
        """The driver's rows, as the columns' types have them."""
        made = []
        for raw in found:
            values = list(raw)
            for at, process in self._columns:
                values[at] = process(values[at])
            made.append(self._row(*values))
        return made


def _row_of(names: Iterable[str]) -> Any:
    make: Any = namedtuple  # the type checker wants the names in the code, and they are known here only
    return make("Row", names, rename=True)


def ready(statement: Executable, names: Iterable[str], dialect: Dialect) -> Ready | None:
    """The statement, compiled for parameters of these names; None where it must be written anew each time (IN lists)."""
    kept = _ready.setdefault(statement, {})
    key = tuple(names)
    if key not in kept:
        compiled: Any = cast(Any, statement).compile(dialect=dialect, column_keys=list(key) or None)
        again = compiled.post_compile_params or compiled.literal_execute_params
        kept[key] = None if again else Ready(compiled, cast(Any, statement).exported_columns, dialect)
    return kept[key]


def engine(url: URL, begin: str, *, writes: bool, size: int) -> AsyncEngine:
    """As storage.sqlite.plain.engine, over the quick driver: BEGIN rides with the first statement."""
    made = create_async_engine(
        url, module=QuickDriver(), pool_size=size, max_overflow=0, pool_reset_on_return=None
    )

    @event.listens_for(made.sync_engine, "connect")
    def connect(connection: QuickConnection, record: object) -> None:
        prepare(cast(PoolProxiedConnection, connection), writes=writes)
        connection.writes = writes

    @event.listens_for(made.sync_engine, "begin")
    def say_begin(connection: Connection) -> None:
        cast(QuickConnection, connection.connection.dbapi_connection).begin_with = begin

    return made


def is_quick(connection: AsyncConnection) -> bool:
    """Whether it is of an engine that was made here."""
    return isinstance(connection.dialect.dbapi, QuickDriver)


async def _run(
    connection: AsyncConnection, sql: str, job: Callable[[sqlite3.Connection], Outcome], *, at_once: bool
) -> Outcome:
    raw = cast(Any, connection.sync_connection).connection.dbapi_connection
    try:
        return await cast(QuickConnection, raw).run(job, at_once=at_once)
    except sqlite3.Error as error:
        raise DBAPIError.instance(
            sql, (), error, sqlite3.Error, dialect=cast(Any, connection.dialect)
        ) from error
