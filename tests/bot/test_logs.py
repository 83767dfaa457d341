"""Logs: no token in any line, an id for each unexpected error, and tasks that fail are heard of."""

import asyncio
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot.logs import error_id, log_unexpected, set_up
from bot.tasks import Tasks

TOKEN = "123456789:AAE-abcdefghijklmnopqrstuvwxyz012345"
ODD = "7000000001:sandbox-token"


@pytest.fixture
def logged() -> Iterator[list[Any]]:
    """Real logging, put back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield []
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize("token", [TOKEN, ODD])
def test_no_token_in_any_line(logged: Any, capsys: pytest.CaptureFixture[str], token: str) -> None:
    set_up(json=True, secret=ODD)
    url = f"https://api.telegram.org/bot{token}/getMe"
    structlog.get_logger("a").warning("x", url=url, nested={"list": [url]}, other=ValueError(url))
    logging.getLogger("a library").error("HTTP Request: %s", url)
    try:
        raise OSError(f"cannot connect to {url}")
    except OSError as error:
        log_unexpected("call failed", error, url=url)
        logging.getLogger("a library").exception("it failed")
    written = capsys.readouterr().err
    assert len(written.splitlines()) == 4
    assert token not in written
    assert "<token>" in written


def test_console_lines_hold_no_token_either(logged: Any, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(json=False)
    try:
        raise OSError(TOKEN)
    except OSError as error:
        log_unexpected("call failed", error)
    written = capsys.readouterr().err
    assert "OSError" in written
    assert TOKEN not in written


def test_an_unexpected_error_has_an_id_and_its_traceback(
    logged: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(json=True)
    try:
        _ = 1 // 0
    except ZeroDivisionError as error:
        name = log_unexpected("update failed", error, update_id=5)
    (line,) = lines(capsys)
    assert line["error_id"] == name
    assert line["update_id"] == 5
    assert line["level"] == "error"
    assert "1 // 0" in line["exception"]


def test_ids_are_short_and_differ() -> None:
    ids = {error_id() for _ in range(50)}
    assert len(ids) == 50
    assert all(len(name) == 6 and int(name, 16) >= 0 for name in ids)


def test_libraries_that_log_each_request_are_quiet(logged: Any, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(json=True)
    logging.getLogger("httpx").info("HTTP Request: POST …")
    logging.getLogger("apscheduler.executors.default").info("Running job …")
    assert lines(capsys) == []


async def test_a_task_that_fails_is_heard_of(logged: Any, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(json=True)

    async def fail() -> None:
        raise ZeroDivisionError("nobody awaits me")

    tasks = Tasks()
    tasks.start(fail(), name="doomed")
    assert await tasks.wait(1.0)
    (line,) = lines(capsys)
    assert line["task"] == "doomed"
    assert "nobody awaits me" in line["exception"]


async def test_closing_waits_cancels_and_leaves_nothing(
    logged: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(json=True)
    done: list[str] = []

    async def quick() -> None:
        await asyncio.sleep(0.02)
        done.append("quick")

    async def slow() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            done.append("slow, cancelled")

    tasks = Tasks()
    tasks.start(quick(), name="quick")
    tasks.start(slow(), name="slow")
    await tasks.close(grace=0.1)
    assert done == ["quick", "slow, cancelled"]
    assert len(tasks) == 0
    assert lines(capsys) == []
