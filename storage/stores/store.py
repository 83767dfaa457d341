"""What every store is made of: one connection inside one transaction, and the habit of one statement a call.

Statements are built once, so that SQLAlchemy compiles each of them once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import Any, TypeVar, cast

from pydantic_core import to_json
from sqlalchemy import Column, ColumnElement, Executable, Row, Table
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sqlite.way import Params, Prepared, prepared

V = TypeVar("V")


class Upsert:
    """An INSERT with its ON CONFLICT, which each database spells its own way; one is built when it is first asked for.

    Only the database in use is loaded so: the other's part of SQLAlchemy would hold memory for nothing.
    """

    def __init__(self, table: Table, build: Callable[[Any], Executable]) -> None:
        self._table = table
        self._build = build
        self._built: dict[str, Executable] = {}

    def on(self, dialect: str) -> Executable:
        """The statement for "sqlite" or "postgresql"."""
        if dialect not in self._built:
            insert = import_module(f"sqlalchemy.dialects.{dialect}").insert
            self._built[dialect] = self._build(insert(self._table))
        return self._built[dialect]


class Store:
    """A store of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def _all(
        self, statement: Executable, params: Params | None = None, *, large: bool = False
    ) -> Sequence[Row[Any]]:
        """Its rows. `large`: it goes through many of them, which must not hold up the event loop."""
        one = self._prepared(statement, params or ())
        if one is not None:
            return await one.all(self._connection, params or {}, large=large)
        return (await self._connection.execute(statement, params)).all()

    async def _first(self, statement: Executable, params: Params | None = None) -> Row[Any] | None:
        one = self._prepared(statement, params or ())
        if one is not None:
            return cast(Row[Any] | None, await one.first(self._connection, params or {}))
        return (await self._connection.execute(statement, params)).first()

    async def _run(self, statement: Executable, params: Params | None = None) -> int:
        """Runs a statement; → how many rows it touched."""
        one = self._prepared(statement, params or ())
        if one is not None:
            return await one.touch(self._connection, params or {})
        return (await self._connection.execute(statement, params)).rowcount

    async def _run_many(self, statement: Executable, params: Sequence[Params]) -> None:
        """Runs a statement once for each set of parameters, in one go; nothing where there are none."""
        if not params:
            return
        one = self._prepared(statement, params[0])
        if one is not None:
            await one.many(self._connection, params)
        else:
            await self._connection.execute(statement, params)

    def _prepared(self, statement: Executable, names: Iterable[str]) -> Prepared | None:
        """The statement where the database has a quicker way for it than SQLAlchemy's."""
        return prepared(self._connection, statement, names)

    def _upsert(self, statement: Upsert) -> Executable:
        return statement.on(self._connection.dialect.name)


AT_ONCE = 500
"""Values named in one statement: an engine bounds how many parameters one may have."""


def in_parts(values: Iterable[V]) -> Iterator[list[V]]:
    """The values, so many at a time as one statement may name."""
    rest = iter(values)
    while part := list(islice(rest, AT_ONCE)):
        yield part


def adding(
    table: Table,
    *unique: str,
    where: ColumnElement[bool] | None = None,
    returning: Sequence[Column[Any]] = (),
) -> Upsert:
    """An INSERT that leaves a row alone where one with the same `unique` columns is there already."""

    def build(start: Any) -> Executable:
        statement = start.on_conflict_do_nothing(index_elements=unique, index_where=where)
        return cast(Executable, statement.returning(*returning) if returning else statement)

    return Upsert(table, build)


def replacing(table: Table, unique: str) -> Upsert:
    """An INSERT that replaces the other columns where a row with the same `unique` column is there already."""

    def build(start: Any) -> Executable:
        new = {c.name: start.excluded[c.name] for c in table.c if c.name != unique}
        return cast(Executable, start.on_conflict_do_update(index_elements=[unique], set_=new))

    return Upsert(table, build)


def as_json(value: object) -> str:
    """The JSON text of plain values, models, dates (ISO) and decimals (as strings)."""
    return to_json(value).decode()
