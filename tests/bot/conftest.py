"""A real database, a sandbox over HTTP, and a bot that talks to it."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import Bot

from bot.clock import SystemClock
from bot.metrics import Metrics
from bot.sending.transport import build_bot
from bot.settings import Settings
from core.ports.unit_of_work import Clock, Storage
from sandbox import Running, create_app, serve
from sandbox.client.client import Phone, Sandbox
from storage import open_storage

NOW = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[Any]]:
    """The log's lines as dicts, instead of on the terminal."""
    with capture_logs() as lines:
        yield lines


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its schema, made once: each test gets a copy."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"

    async def make() -> None:
        await (await open_storage(f"sqlite+aiosqlite:///{path}")).close()

    asyncio.run(make())
    return path


@pytest.fixture
async def storage(tmp_path: Path, empty_database: Path) -> AsyncIterator[Storage]:
    path = shutil.copy(empty_database, tmp_path / "test.db")
    database = await open_storage(f"sqlite+aiosqlite:///{path}")
    yield database
    await database.close()


@pytest.fixture
def clock() -> Clock:
    return SystemClock()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    async with serve(create_app(now=NOW, local=True)) as sandbox:
        yield sandbox


@pytest.fixture
async def sandbox(running: Running) -> AsyncIterator[Sandbox]:
    async with Sandbox(running.base_url) as people:
        yield people


@pytest.fixture
async def phone(sandbox: Sandbox) -> Phone:
    person = await sandbox.person("Айгуль")
    await person.start()
    return person


@pytest.fixture
def settings(running: Running) -> Settings:
    return Settings(_env_file=None, token=running.token, api_url=running.base_url)


@pytest.fixture
async def bot(settings: Settings) -> AsyncIterator[Bot]:
    async with build_bot(settings) as ptb:
        yield ptb
