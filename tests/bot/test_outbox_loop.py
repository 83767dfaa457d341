"""Messages that nobody waits for: sent once, marked before the call, tried again, and never busy."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TimedOut

from bot.clock import VirtualClock
from bot.metrics import Metrics
from bot.sending.outbox import Outbox, Send
from bot.sending.sender import Sender
from bot.tasks import Tasks
from core.ports.queues import Outgoing
from core.ports.unit_of_work import Clock, Storage
from sandbox.client.client import Phone, Sandbox

NOW = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)


class Renderer:
    """Renders `args["text"]`; what is in `instead` for a text is sent instead, one by one."""

    def __init__(self) -> None:
        self.rendered: list[str] = []
        self.instead: dict[str, list[Any]] = {}

    async def __call__(self, row: Outgoing) -> Sequence[Send]:
        text = row.args["text"]
        self.rendered.append(text)
        for instead in self.instead.get(text, []):
            self.instead[text].remove(instead)
            if isinstance(instead, Exception):
                return [_raising(instead)]
            return [_sending(row.person_id, part) for part in instead]
        if text == "broken":
            raise KeyError("no such view")
        return [_sending(row.person_id, text)]


def _sending(person_id: int, text: str) -> Send:
    return lambda bot: bot.send_message(person_id, text)


def _raising(error: Exception) -> Send:
    async def call(bot: Bot) -> None:
        raise error

    return call


@pytest.fixture
def render() -> Renderer:
    return Renderer()


@pytest.fixture
async def virtual(storage: Storage) -> VirtualClock:
    return await VirtualClock.open(storage, NOW)


@pytest.fixture
async def nobody_told() -> Callable[[int], Any]:
    async def on_unreached(chat_id: int) -> None: ...

    return on_unreached


@pytest.fixture
def outbox(
    storage: Storage, virtual: Clock, bot: Bot, render: Renderer, metrics: Metrics, nobody_told: Any
) -> Outbox:
    sender = Sender(bot, 0, nobody_told, metrics, pauses=(0.01,))
    return Outbox(storage, virtual, sender, render, lambda kind: kind == "reminder", metrics)


@pytest.fixture
async def going(outbox: Outbox) -> AsyncIterator[Outbox]:
    tasks = Tasks()
    tasks.start(outbox.run(), name="outbox")
    yield outbox
    outbox.stop()
    assert await tasks.wait(2.0), "the outbox did not stop"


async def put(
    storage: Storage, person_id: int, text: str, kind: str = "reminder", at: datetime = NOW
) -> bool:
    async with storage.begin() as work:
        return await work.outbox.put(text, kind, person_id, {"text": text}, at)


async def unknown(storage: Storage) -> list[str]:
    async with storage.read() as work:
        return [row.key for row in await work.outbox.unknown()]


async def next_in(storage: Storage, clock: Clock) -> float | None:
    async with storage.read() as work:
        at = await work.outbox.next_at()
    return None if at is None else (at - clock.now()).total_seconds()


async def texts(phone: Phone) -> list[str]:
    return [m.text for m in await phone.messages() if m.from_bot]


async def test_what_is_queued_is_sent_when_poked(going: Outbox, storage: Storage, phone: Phone) -> None:
    await asyncio.sleep(0.05)
    await put(storage, phone.id, "⏰ 3 рабочих дня")
    going.poke()
    await phone.expect("⏰ 3 рабочих дня", 2.0, ever=True)


async def test_a_row_waits_for_its_time_by_the_virtual_clock(
    going: Outbox, storage: Storage, phone: Phone, virtual: VirtualClock
) -> None:
    await put(storage, phone.id, "tomorrow", at=NOW + timedelta(days=1))
    await put(storage, phone.id, "soon", at=virtual.now() + timedelta(seconds=0.3))
    going.poke()
    await phone.expect("soon", 3.0, ever=True)
    assert await texts(phone) == ["soon"]
    await virtual.jump(NOW + timedelta(days=1))
    going.poke()
    await phone.expect("tomorrow", 2.0, ever=True)


async def test_it_is_marked_before_the_call_and_sent_after(
    outbox: Outbox, storage: Storage, phone: Phone, render: Renderer
) -> None:
    seen: list[list[str]] = []

    async def look(row: Outgoing) -> Sequence[Send]:
        seen.append(await unknown(storage))
        return [_sending(row.person_id, "x")]

    outbox._render = look
    await put(storage, phone.id, "a")
    assert await outbox.send_next()
    assert seen == [["a"]]
    assert await unknown(storage) == []
    assert not await outbox.send_next()
    assert not await put(storage, phone.id, "a")


@pytest.mark.parametrize(("kind", "sent"), [("reminder", 1), ("receipt", 0)])
async def test_its_kind_decides_about_one_that_was_being_called_at_a_kill(
    outbox: Outbox, storage: Storage, phone: Phone, kind: str, sent: int
) -> None:
    await put(storage, phone.id, "perhaps", kind)
    async with storage.begin() as work:
        assert await work.outbox.claim(NOW + timedelta(hours=1))
    tasks = Tasks()
    tasks.start(outbox.run(), name="outbox")
    if sent:
        await phone.expect("perhaps", 4.0, ever=True)
    else:
        await asyncio.sleep(0.2)
    outbox.stop()
    assert await tasks.wait(2.0)
    assert await texts(phone) == ["perhaps"] * sent
    assert await unknown(storage) == []


@pytest.mark.parametrize(("kind", "again"), [("reminder", True), ("receipt", False)])
async def test_a_connection_lost_in_the_call_is_decided_by_kind_too(
    outbox: Outbox, storage: Storage, phone: Phone, sandbox: Sandbox, virtual: Clock, kind: str, again: bool
) -> None:
    await put(storage, phone.id, "perhaps", kind)
    await sandbox.fault("drop", "sendMessage", times=1, after=True)
    assert await outbox.send_next()
    assert (await next_in(storage, virtual) is not None) is again
    assert await unknown(storage) == []


async def test_a_flood_puts_the_row_back_for_as_long_as_asked(
    outbox: Outbox, storage: Storage, phone: Phone, render: Renderer, virtual: VirtualClock
) -> None:
    await put(storage, phone.id, "x")
    render.instead["x"] = [RetryAfter(40)]
    assert await outbox.send_next()
    wait = await next_in(storage, virtual)
    assert wait is not None
    assert 38 < wait <= 40
    assert await unknown(storage) == []


@pytest.mark.parametrize("error", [BadRequest("Bad Request: chat not found"), BadRequest("Bad Request: x")])
async def test_what_is_refused_is_given_up_and_the_next_goes_out(
    outbox: Outbox, storage: Storage, phone: Phone, render: Renderer, virtual: Clock, error: Exception
) -> None:
    await put(storage, phone.id, "refused")
    await put(storage, phone.id, "broken")
    await put(storage, phone.id, "good")
    render.instead["refused"] = [error]
    assert [await outbox.send_next() for _ in range(4)] == [True, True, True, False]
    assert await texts(phone) == ["good"]
    assert await next_in(storage, virtual) is None


async def test_nothing_left_to_say_is_said_by_silence(
    outbox: Outbox, storage: Storage, phone: Phone, render: Renderer, virtual: Clock
) -> None:
    await put(storage, phone.id, "x")
    render.instead["x"] = [[]]
    assert await outbox.send_next()
    assert await texts(phone) == []
    assert await next_in(storage, virtual) is None


async def test_several_parts_go_out_together(
    outbox: Outbox, storage: Storage, phone: Phone, render: Renderer
) -> None:
    await put(storage, phone.id, "x")
    render.instead["x"] = [["part 1", "part 2"]]
    assert await outbox.send_next()
    assert await texts(phone) == ["part 1", "part 2"]


async def test_a_dead_network_is_asked_less_and_less(
    outbox: Outbox, storage: Storage, phone: Phone, render: Renderer, virtual: VirtualClock
) -> None:
    await put(storage, phone.id, "x")
    waits = []
    for _ in range(4):
        render.instead["x"] = [TimedOut()]
        assert await outbox.send_next()
        wait = await next_in(storage, virtual)
        assert wait is not None
        waits.append(wait)
        await virtual.jump(virtual.now() + timedelta(seconds=wait + 1))
    assert waits == sorted(waits)
    assert waits[-1] > 10


async def test_an_idle_outbox_does_not_poll(
    going: Outbox, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.sleep(0.1)
    begun: list[str] = []
    for name in ("begin", "read"):
        monkeypatch.setattr(storage, name, partial(begun.append, name))
    await asyncio.sleep(0.3)
    assert begun == []


async def test_a_database_that_fails_does_not_end_the_loop(
    going: Outbox, storage: Storage, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.sending.outbox.TROUBLE_SECONDS", 0.02)
    begin, down = storage.begin, [True]

    def begin_or_fail() -> Any:
        if down[0]:
            raise OSError("the disk is full")
        return begin()

    await put(storage, phone.id, "at last")
    monkeypatch.setattr(storage, "begin", begin_or_fail)
    going.poke()
    await asyncio.sleep(0.1)
    down[0] = False
    await phone.expect("at last", 2.0, ever=True)


async def test_nobody_waits_for_a_slow_job(
    storage: Storage, virtual: Clock, bot: Bot, phone: Phone, metrics: Metrics, nobody_told: Any
) -> None:
    ready = asyncio.Event()

    async def render(row: Outgoing) -> Sequence[Send]:
        if row.kind == "export":
            await ready.wait()
        return [_sending(row.person_id, row.args["text"])]

    sender = Sender(bot, 0, nobody_told, metrics, pauses=(0.01,))
    outbox = Outbox(storage, virtual, sender, render, lambda kind: True, metrics, {"export"})
    await put(storage, phone.id, "the workbook", kind="export")
    await put(storage, phone.id, "a reminder", at=NOW)
    tasks = Tasks()
    tasks.start(outbox.run(), name="outbox")
    await phone.expect("a reminder")
    assert await texts(phone) == ["a reminder"]
    ready.set()
    await phone.expect("the workbook")
    outbox.stop()
    assert await tasks.wait(2.0), "the outbox did not stop"
