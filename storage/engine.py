"""Engines: SQLite with one writer and a few readers, or PostgreSQL with a pool.

The driver's own handling of transactions is switched off for SQLite (`isolation_level = None`) and BEGIN is said
here: https://docs.sqlalchemy.org/en/21/dialects/sqlite.html#enabling-non-legacy-sqlite-transactional-modes
"""

from __future__ import annotations

from typing import cast

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.sqlite.driver import BUSY_MS, QuickConnection, QuickDriver

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
_SAFE = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)
READERS = 3


def url_of(url: str) -> URL:
    """The address with the asynchronous driver, whichever was named. Raises ValueError for another engine."""
    parsed = make_url(url)
    driver = _DRIVERS.get(parsed.get_backend_name())
    if driver is None:
        raise ValueError(f"neither SQLite nor PostgreSQL: {parsed.get_backend_name()}")
    return parsed.set(drivername=driver)


def writing(url: URL) -> AsyncEngine:
    """The engine of transactions that may write."""
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True)
    return _sqlite(url, "BEGIN IMMEDIATE", size=1)


def reading(url: URL) -> AsyncEngine:
    """The engine of consistent looks that write nothing."""
    if url.get_backend_name() != "sqlite":
        engine = create_async_engine(url, pool_pre_ping=True)
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return _sqlite(url, "BEGIN", "PRAGMA query_only = ON", size=READERS)


def _sqlite(url: URL, begin: str, *pragmas: str, size: int) -> AsyncEngine:
    # Every transaction is ended by whoever began it, so the pool need not roll back once more.
    engine = create_async_engine(
        url, module=QuickDriver(), pool_size=size, max_overflow=0, pool_reset_on_return=None
    )

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: QuickConnection, record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (*_SAFE, *pragmas):
            cursor.execute(pragma)
        cursor.close()
        connection.writes = not pragmas

    @event.listens_for(engine.sync_engine, "begin")
    def say_begin(connection: Connection) -> None:
        cast(QuickConnection, connection.connection.dbapi_connection).begin_with = begin

    return engine
