"""A sandbox for each test, a bot's plain HTTP client, and people."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest

from sandbox import Running, create_app, serve
from sandbox.client.client import Phone, Sandbox
from tests.sandbox.botclient import BotClient

NOW = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)


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
    person = await sandbox.person("Айгуль", last_name="Сейткали", language="ru")
    await person.start()
    return person


@pytest.fixture
async def bot(running: Running) -> AsyncIterator[BotClient]:
    async with aiohttp.ClientSession() as session:
        yield BotClient(running.base_url, running.token, session)
