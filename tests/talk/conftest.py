"""A world for each test: the sandbox, a real bot over HTTP, and a hospital's plan that was accepted and confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.commands.loading import load
from sandbox.client.client import Phone
from storage import open_storage
from tests.talk.worlds import BEGINS, METROLOGIST, PLAN, World, living


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[Any]]:
    """The log's lines as dicts, instead of on the terminal."""
    with capture_logs() as lines:
        yield lines


@pytest.fixture
def calm(logged: list[Any]) -> Iterator[list[Any]]:
    """Fails the test where something unexpected was logged."""
    yield logged
    assert [line for line in logged if line["log_level"] in ("error", "critical")] == []


@pytest.fixture(scope="session")
def accepted_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the hospital's plan is live and its owners confirmed; copied for each test."""
    path = tmp_path_factory.mktemp("talk") / "orynda.db"

    async def make() -> None:
        storage = await open_storage(f"sqlite+aiosqlite:///{path}")
        parts = {"organisation": "Центр сердца", "year": "2024"}
        await load(storage, PLAN.read_bytes(), PLAN.name, accept=True, parts=parts, now=BEGINS)
        await storage.close()

    asyncio.run(make())
    return path


@pytest.fixture
async def world(tmp_path: Path, accepted_plan: Path) -> AsyncIterator[World]:
    """A world with the accepted plan, in which taps may follow each other at once."""
    async with living(tmp_path, accepted_plan) as found:
        yield found


@pytest.fixture
async def careful(tmp_path: Path, accepted_plan: Path) -> AsyncIterator[World]:
    """The same at the pace of life: with the guard against double taps, and with Telegram's limits."""
    async with living(tmp_path, accepted_plan, double_tap=0.7, paced=True) as found:
        yield found


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[World]:
    """A world without any plan."""
    async with living(tmp_path, None) as found:
        yield found


@pytest.fixture
async def officer(world: World) -> Phone:
    """Who holds "Метролог": five rows of money, of which two have a plan value in the first quarter."""
    return await world.join("Данияр", METROLOGIST)
