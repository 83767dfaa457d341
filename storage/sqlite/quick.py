"""Statements on SQLite, compiled by SQLAlchemy once and then run by the driver itself.

SQLAlchemy's own way from a compiled statement to its rows costs some 0.3 ms, ten times what SQLite needs for it, and
an answer runs seven. What is kept of it here: its SQL, its order of parameters, and its types, both ways.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, cast
from weakref import WeakKeyDictionary

from sqlalchemy import URL, Connection, Executable, PoolProxiedConnection, event
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.sqlite.driver import AT_ONCE, Outcome, QuickConnection, QuickDriver, execute, executemany, fits
from storage.sqlite.plain import prepare

__all__ = ["engine", "fits", "is_quick", "ready"]

Params = Mapping[str, Any]
_Process = Callable[[Any], Any] | None

_ready: WeakKeyDictionary[Any, dict[tuple[str, ...], Ready | None]] = WeakKeyDictionary()


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

    async def all(self, connection: AsyncConnection, params: Params) -> list[Any]:
        """Its rows. Raises, as all here do, what SQLAlchemy would: DBAPIError, StatementError."""
        return self._rows((await self._once(connection, params))[0])

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

    async def _once(self, connection: AsyncConnection, params: Params) -> Outcome:
        job = partial(execute, operation=self.sql, parameters=self._values(params))
        return await _run(connection, self.sql, job, at_once=True)

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
