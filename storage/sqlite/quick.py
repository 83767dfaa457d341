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

from sqlalchemy import Executable
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sqlite.driver import AT_ONCE, Outcome, QuickConnection, execute, executemany

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

    def values(self, params: Params) -> list[Any]:
        """The parameters in order, as the driver takes them. Raises StatementError where one cannot be kept."""
        try:
            return [
                process(params.get(key, default)) if process else params.get(key, default)
                for key, default, process in self._binds
            ]
        except (ValueError, TypeError) as error:
            raise StatementError(str(error), self.sql, dict(params), error) from error

    def rows(self, found: Iterable[Sequence[Any]]) -> list[Any]:
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


async def run(connection: AsyncConnection, one: Ready, params: Params) -> Outcome:
    """Runs it once. Raises what SQLAlchemy would: DBAPIError, StatementError."""
    job = partial(execute, operation=one.sql, parameters=one.values(params))
    return await _run(connection, one, job, at_once=True)


async def run_many(connection: AsyncConnection, one: Ready, params: Sequence[Params]) -> Outcome:
    """Runs it once for each set of parameters, all of the same names."""
    job = partial(executemany, operation=one.sql, parameters=[one.values(each) for each in params])
    return await _run(connection, one, job, at_once=len(params) <= AT_ONCE)


async def _run(
    connection: AsyncConnection, one: Ready, job: Callable[[sqlite3.Connection], Outcome], *, at_once: bool
) -> Outcome:
    raw = cast(Any, connection.sync_connection).connection.dbapi_connection
    try:
        return await cast(QuickConnection, raw).run(job, at_once=at_once)
    except sqlite3.Error as error:
        raise DBAPIError.instance(
            one.sql, (), error, sqlite3.Error, dialect=cast(Any, connection.dialect)
        ) from error
