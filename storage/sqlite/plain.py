"""SQLAlchemy over aiosqlite, as both come: no name of theirs that is not public.

What every connection is told first, so that it is safe, is the same on both ways: https://www.sqlite.org/pragma.html
"""

from __future__ import annotations

from sqlalchemy import URL, Connection, PoolProxiedConnection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

BUSY_MS = 10_000
"""How long a transaction waits for another process to finish its own."""

SYNCHRONOUS = "FULL"
"""A commit waits for the disk, so that it outlives a power cut."""

READS_ONLY = ("PRAGMA query_only = ON",)
"""For a connection that refuses to write."""


def engine(url: URL, begin: str, *, writes: bool, size: int) -> AsyncEngine:
    """An engine of `size` connections whose transactions begin with `begin`.

    The driver's own handling of transactions is switched off (`isolation_level = None`) and BEGIN is said here:
    https://docs.sqlalchemy.org/en/21/dialects/sqlite.html#enabling-non-legacy-sqlite-transactional-modes
    """
    # Every transaction is ended by whoever began it, so the pool need not roll back once more.
    made = create_async_engine(url, pool_size=size, max_overflow=0, pool_reset_on_return=None)

    @event.listens_for(made.sync_engine, "connect")
    def connect(connection: PoolProxiedConnection, record: object) -> None:
        prepare(connection, writes=writes)

    @event.listens_for(made.sync_engine, "begin")
    def say_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made


def prepare(connection: PoolProxiedConnection, *, writes: bool) -> None:
    """Makes a new connection safe, and one that only looks unable to write."""
    connection.isolation_level = None  # type: ignore[attr-defined]  # the driver's own attribute
    cursor = connection.cursor()
    for pragma in (*safe(), *(() if writes else READS_ONLY)):
        cursor.execute(pragma)
    cursor.close()


def safe() -> tuple[str, ...]:
    """For every connection, in this order."""
    return (
        f"PRAGMA busy_timeout = {BUSY_MS}",
        "PRAGMA journal_mode = WAL",
        f"PRAGMA synchronous = {SYNCHRONOUS}",
        "PRAGMA foreign_keys = ON",
    )
