"""A sandbox for each test, a bot's plain HTTP client, and people."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from sandbox import Running, create_app, serve
from sandbox.client import Phone, Sandbox

NOW = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)
TOKEN = "7000000001:sandbox-token"


class RawBot:
    """Telegram's door without any library in between: → (HTTP status, body)."""

    def __init__(self, running: Running, session: aiohttp.ClientSession) -> None:
        self.base = running.base_url
        self.url = f"{running.base_url}/bot{running.token}"
        self.session = session

    async def call(self, name: str, **values: Any) -> tuple[int, dict[str, Any]]:
        """One call with a JSON body."""
        async with self.session.post(f"{self.url}/{name}", json=values) as answer:
            return answer.status, await answer.json()

    async def ok(self, name: str, **values: Any) -> Any:
        """The result of a call that must be taken."""
        status, body = await self.call(name, **values)
        assert status == 200, body
        return body["result"]

    async def refused(self, name: str, **values: Any) -> tuple[int, str]:
        """The code and words of a call that must be refused."""
        status, body = await self.call(name, **values)
        assert body["ok"] is False, body
        assert body["error_code"] == status
        return status, body["description"]


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
async def bot(running: Running) -> AsyncIterator[RawBot]:
    async with aiohttp.ClientSession() as session:
        yield RawBot(running, session)
