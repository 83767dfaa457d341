"""Which way statements go to SQLite: the one place that chooses.

`quick` is the default and reaches into SQLAlchemy's adapters; `plain` is SQLAlchemy over aiosqlite as both come, and
is taken by itself where the adapters are not as `quick` knows them. `ORYNDA_SQLITE=plain` takes it in any case. What
the one has over the other: docs/decisions/0006-sqlite-on-the-loop.md. Nothing outside of this package knows which it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol

from sqlalchemy import URL, Executable
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.sqlite import plain

try:
    from storage.sqlite import quick
except (ImportError, AttributeError):  # another SQLAlchemy, whose adapters go by other names
    quick = None  # type: ignore[assignment]

Params = Mapping[str, Any]
Way = Literal["quick", "plain"]
SETTING = "ORYNDA_SQLITE"


class Prepared(Protocol):
    """A statement that goes another way than SQLAlchemy's own."""

    async def all(self, connection: AsyncConnection, params: Params, *, large: bool) -> Sequence[Any]:
        """Its rows. `large`: it takes long, wherever it is run."""

    async def first(self, connection: AsyncConnection, params: Params) -> Any | None:
        """Its first row; None where there is none."""

    async def touch(self, connection: AsyncConnection, params: Params) -> int:
        """Runs it; → how many rows it touched."""

    async def many(self, connection: AsyncConnection, params: Sequence[Params]) -> None:
        """Runs it once for each set of parameters, all of the same names."""


def way(asked: str | None = None) -> Way:
    """The way that is asked for, by default in the environment. Raises ValueError where that names neither."""
    asked = os.environ.get(SETTING, "") if asked is None else asked
    if asked not in ("", "quick", "plain"):
        raise ValueError(f"{SETTING} is quick or plain, not {asked!r}")
    return "quick" if asked != "plain" and quick is not None and quick.fits() else "plain"


def engine(url: URL, begin: str, *, writes: bool, size: int, asked: str | None = None) -> AsyncEngine:
    """An engine of `size` connections whose transactions begin with `begin`."""
    make = quick.engine if way(asked) == "quick" else plain.engine
    return make(url, begin, writes=writes, size=size)


def prepared(connection: AsyncConnection, statement: Executable, names: Iterable[str]) -> Prepared | None:
    """The statement for parameters of these names; None where it goes SQLAlchemy's own way.

    That is on a plain connection, on PostgreSQL, and for what must be written anew each time (IN lists).
    """
    if quick is None or not quick.is_quick(connection):
        return None
    return quick.ready(statement, names, connection.dialect)
