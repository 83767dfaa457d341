"""A second process that would talk to people on the same database is refused in words; what does not talk is not."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from sandbox import Running
from sandbox.client.client import Sandbox
from tests.bot.conftest import NOW

ROOT = Path(__file__).parents[2]
STARTED = b'"started"'
SECONDS = 40.0

Start = Callable[..., Awaitable[Process]]


@pytest.fixture
async def start(tmp_path: Path, running: Running) -> AsyncIterator[Start]:
    """Starts `python -m bot …` on one database; what still runs at the end is killed."""
    begun: list[Process] = []

    async def start(*words: str) -> Process:
        clean = {k: v for k, v in os.environ.items() if not k.startswith("ORYNDA_")}
        ours = {
            "ORYNDA_DATA_DIR": str(tmp_path),
            "ORYNDA_TOKEN": running.token,
            "ORYNDA_API_URL": running.base_url,
            "ORYNDA_LISTEN": "",
            "ORYNDA_NOW": NOW.isoformat(),
            "PYTHONPATH": str(ROOT),
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            cwd=tmp_path,
            env={**clean, **ours},
            stdout=PIPE,
            stderr=STDOUT,
        )
        begun.append(process)
        return process

    yield start
    for process in begun:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def is_started(process: Process) -> None:
    """Waits until it says so. Raises AssertionError where it ended instead."""
    assert process.stdout is not None
    async with asyncio.timeout(SECONDS):
        async for line in process.stdout:
            if STARTED in line:
                return
    raise AssertionError("it ended")


async def ended(process: Process) -> tuple[int | None, str]:
    async with asyncio.timeout(SECONDS):
        said, _ = await process.communicate()
    return process.returncode, said.decode()


async def test_a_second_one_is_refused_in_words_and_the_first_goes_on(start: Start, sandbox: Sandbox) -> None:
    first = await start("run")
    await is_started(first)
    status, said = await ended(await start("run"))
    assert status == 1
    assert said.splitlines()[-1].startswith("Another process already talks to people on this database.")
    assert "Traceback" not in said
    phone = await sandbox.person("Марат")
    await phone.send("Здравствуйте")
    await phone.expect("откройте ссылку-приглашение")
    assert first.returncode is None


async def test_one_that_was_killed_is_followed_at_once(start: Start) -> None:
    for _ in range(3):
        process = await start("run")
        await is_started(process)
        process.kill()
        await process.wait()
    await is_started(await start("run"))


async def test_one_that_is_told_to_stop_is_waited_for(start: Start) -> None:
    first = await start("run")
    await is_started(first)
    second = await start("run")
    first.terminate()
    await is_started(second)


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "list"),
        ("journal", "verify"),
        ("doctor",),
        ("remind",),
        ("invite", "--role", "coordinator"),
        ("backup", "copy.tar"),
    ],
)
async def test_what_talks_to_nobody_runs_beside_it(start: Start, words: tuple[str, ...]) -> None:
    await is_started(await start("run", "--no-scheduler"))
    status, said = await ended(await start(*words))
    assert status == 0, said


async def test_reminders_alone_run_beside_it(start: Start) -> None:
    await is_started(await start("run", "--no-scheduler"))
    await is_started(await start("run", "--only-scheduler"))
