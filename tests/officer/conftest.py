"""A world in which the engineers' plan is live."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from tests.officer.engineering_plan import accepted
from tests.talk.worlds import World, living


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[Any]]:
    """The log's lines as dicts, instead of on the terminal; nothing unexpected may stand in it."""
    with capture_logs() as lines:
        yield lines
    assert [line for line in lines if line["log_level"] in ("error", "critical")] == []


@pytest.fixture(scope="session")
def engineering(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return accepted(tmp_path_factory.mktemp("officer") / "orynda.db")


@pytest.fixture
async def world(tmp_path: Path, engineering: Path) -> AsyncIterator[World]:
    """As in life: what goes out in a second is counted by Telegram and by the bot."""
    async with living(tmp_path, engineering, paced=True) as found:
        yield found
