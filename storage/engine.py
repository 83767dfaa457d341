"""Engines: SQLite with one writer and a few readers, or PostgreSQL with a pool."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.sqlite import way

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
READERS = 3


def url_of(url: str) -> URL:
    """The address with the asynchronous driver, whichever was named. Raises ValueError for another engine."""
    parsed = make_url(url)
    driver = _DRIVERS.get(parsed.get_backend_name())
    if driver is None:
        raise ValueError(f"neither SQLite nor PostgreSQL: {parsed.get_backend_name()}")
    return parsed.set(drivername=driver)


def database_file(url: str) -> Path | None:
    """The file of an SQLite database; None of another engine."""
    address = url_of(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    return Path(address.database)


def writing(url: URL, way_to_sqlite: str | None = None) -> AsyncEngine:
    """The engine of transactions that may write."""
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_pre_ping=True)
    return way.engine(url, "BEGIN IMMEDIATE", writes=True, size=1, asked=way_to_sqlite)


def reading(url: URL, way_to_sqlite: str | None = None) -> AsyncEngine:
    """The engine of consistent looks that write nothing."""
    if url.get_backend_name() != "sqlite":
        engine = create_async_engine(url, pool_pre_ping=True)
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return way.engine(url, "BEGIN", writes=False, size=READERS, asked=way_to_sqlite)
