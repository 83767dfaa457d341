"""Polling against the sandbox: acknowledged only when kept, through faults, conflicts and kills."""

import asyncio
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import closing
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import create_engine
from sqlalchemy import text as sql
from telegram import Bot
from telegram.request import BaseRequest

from bot.intake.polling import Polling
from bot.sending.transport import build_updates_request
from bot.settings import Settings
from bot.tasks import Tasks
from sandbox import Running
from sandbox.client.client import Phone, Sandbox
from storage import open_storage

MakePolling = Callable[..., Polling]
CHILD = Path(__file__).with_name("child_that_is_killed.py")


class Kept:
    """What was accepted; may refuse, as a database that is down does."""

    def __init__(self) -> None:
        self.updates: list[Mapping[str, Any]] = []
        self.refusals = 0
        self.came = asyncio.Event()

    async def accept(self, updates: Sequence[Mapping[str, Any]]) -> None:
        if self.refusals:
            self.refusals -= 1
            raise OSError("the disk is full")
        self.updates += updates
        self.came.set()

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.updates if "message" in update]

    async def until(self, text: str) -> None:
        async with asyncio.timeout(5.0):
            while text not in self.texts:
                self.came.clear()
                await self.came.wait()


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
async def make(bot: Bot, settings: Settings, kept: Kept) -> AsyncIterator[MakePolling]:
    tasks, made = Tasks(), []

    def start(**options: Any) -> Polling:
        for name, value in (("pauses", (0.02,)), ("conflict_seconds", 0.05), ("poll_seconds", 5)):
            options.setdefault(name, value)
        request = build_updates_request(settings)
        polling = Polling(bot, request, kept.accept, **options)
        made.append((polling, request))
        tasks.start(polling.run(), name="polling")
        return polling

    yield start
    for polling, request in made:
        polling.stop()
        await request.shutdown()
    assert await tasks.wait(2.0), "polling did not stop"


async def test_what_people_send_comes_raw_and_in_order(
    make: MakePolling, kept: Kept, phone: Phone, sandbox: Sandbox
) -> None:
    other = await sandbox.person("Марат")
    polling = make()
    for n in range(5):
        await phone.send(f"a{n}")
        await other.send(f"b{n}")
    await kept.until("b4")
    assert [text for text in kept.texts if text != "/start"] == [
        f"{who}{n}" for n in range(5) for who in "ab"
    ]
    numbers = [update["update_id"] for update in kept.updates]
    assert numbers == sorted(set(numbers))
    assert polling.age is not None
    assert polling.age < 5


async def test_nothing_is_acknowledged_that_was_not_kept(make: MakePolling, kept: Kept, phone: Phone) -> None:
    kept.refusals = 3
    make()
    await phone.send("5,8 млн")
    await kept.until("5,8 млн")
    assert kept.refusals == 0
    assert len(kept.updates) == len({update["update_id"] for update in kept.updates})


async def test_a_batch_that_is_kept_is_acknowledged_by_the_next_poll(
    make: MakePolling, kept: Kept, phone: Phone, running: Running
) -> None:
    kept.refusals = 1_000_000
    polling = make()
    await phone.send("one")
    await asyncio.sleep(0.1)
    polling.stop()
    assert running.world.updates.waiting == 2  # /start too: both are still with Telegram
    kept.refusals = 0
    make()
    await kept.until("one")
    async with asyncio.timeout(5.0):
        while running.world.updates.waiting:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


class Scripted(BaseRequest):
    """Answers getUpdates from a list, and remembers the offsets it was asked with."""

    def __init__(self, *batches: list[int]) -> None:
        self.batches = list(batches)
        self.offsets: list[int | None] = []

    read_timeout = 5.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, url: str, method: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        query = parse_qs(urlsplit(url).query)
        self.offsets.append(int(query["offset"][0]) if "offset" in query else None)
        if not self.batches:
            await asyncio.Event().wait()
        result = [{"update_id": number} for number in self.batches.pop(0)]
        return 200, json.dumps({"ok": True, "result": result}).encode()


async def test_the_next_offset_comes_from_the_last_batch(bot: Bot, kept: Kept) -> None:
    """Not from the highest number seen; and none after an empty answer, which confirmed all before it."""
    request = Scripted([900_000_001, 900_000_002], [], [17, 18], [19])
    polling, tasks = Polling(bot, request, kept.accept), Tasks()
    tasks.start(polling.run(), name="polling")
    async with asyncio.timeout(2.0):
        while len(request.offsets) < 5:  # noqa: ASYNC110
            await asyncio.sleep(0)
    polling.stop()
    assert await tasks.wait(1.0)
    assert request.offsets == [None, 900_000_003, None, 19, 20]


async def test_updates_numbered_anew_after_a_quiet_week_come(
    make: MakePolling, kept: Kept, phone: Phone, sandbox: Sandbox
) -> None:
    make()
    for week in ("first", "second", "third"):
        await sandbox.move_clock(by=timedelta(days=8))
        await phone.send(week)
        await kept.until(week)
    numbers = [update["update_id"] for update in kept.updates]
    assert max(abs(a - b) for a, b in pairwise(numbers)) > 10, "the sandbox did not number anew"


async def test_redelivered_updates_come_again_and_polling_goes_on(
    make: MakePolling, kept: Kept, phone: Phone, sandbox: Sandbox
) -> None:
    await sandbox.fault("redeliver", times=1)
    make()
    for text in ("one", "two", "three"):
        await phone.send(text)
        await kept.until(text)
    assert len(kept.updates) > len({update["update_id"] for update in kept.updates})


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "error", "status": 500},
        {"kind": "error", "status": 502},
        {"kind": "drop"},
        {"kind": "drop", "after": True},
        {"kind": "flood", "retry_after": 1},
    ],
)
async def test_polling_goes_on_through_faults(
    make: MakePolling, kept: Kept, phone: Phone, sandbox: Sandbox, fault: dict[str, Any]
) -> None:
    await sandbox.fault(**fault, method="getUpdates", times=1 if fault["kind"] == "flood" else 3)
    make()
    await phone.send("still here")
    await kept.until("still here")
    numbers = [update["update_id"] for update in kept.updates]
    assert numbers == sorted(set(numbers))


async def test_a_conflict_is_waited_out(make: MakePolling, kept: Kept, phone: Phone, bot: Bot) -> None:
    make()
    await asyncio.sleep(0.1)
    await bot.get_updates(timeout=0)  # another instance: the first one's poll is terminated
    await phone.send("after the conflict")
    await kept.until("after the conflict")


async def test_a_webhook_left_over_is_taken_off(
    make: MakePolling, kept: Kept, phone: Phone, bot: Bot
) -> None:
    await bot.set_webhook("https://example.org:8443/telegram")
    make()
    await phone.send("by polling")
    await kept.until("by polling")


async def test_stopping_breaks_off_the_long_poll(make: MakePolling) -> None:
    polling = make(poll_seconds=30)
    await asyncio.sleep(0.1)
    polling.stop()  # the fixture checks that the task ends


def done_in(path: Path) -> int:
    """How many updates are done in a database that somebody else has open."""
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute("select count(*) from inbox where state = 'done'").fetchone()[0])


async def test_killed_in_the_middle_it_loses_nothing_and_does_nothing_twice(
    running: Running, phone: Phone, sandbox: Sandbox, empty_database: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(empty_database, tmp_path / "killed.db"))
    database = f"sqlite+aiosqlite:///{path}"
    people = [phone, await sandbox.person("Марат"), await sandbox.person("Алия")]
    for n in range(40):
        await people[n % 3].send(str(n))
    expected = 41
    for enough in (5, expected):
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            *(str(CHILD), running.base_url, running.token, database),
            stdout=asyncio.subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": str(CHILD.parents[2])},
        )
        assert child.stdout is not None
        async with asyncio.timeout(10.0):
            # The database is asked, since a child may be killed after a commit and before it says so.
            while done_in(path) < enough:
                assert await child.stdout.readline()
        child.kill()
        await child.wait()
    storage = await open_storage(database)
    async with storage.read() as work:
        assert await work.inbox.waiting() == []
    await storage.close()
    engine = create_engine(f"sqlite:///{tmp_path / 'killed.db'}")
    with engine.connect() as connection:
        counts = connection.execute(sql("select value from note where name like 'count %'")).scalars().all()
    engine.dispose()
    assert counts == ["1"] * expected
