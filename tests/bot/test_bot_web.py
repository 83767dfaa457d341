"""Health, metrics, the webhook and the clock, over HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.clock import SystemClock, VirtualClock
from bot.data_folder import MB, Disk
from bot.intake.inbox import Intake
from bot.intake.web import LARGEST_UPDATE, SECRET_HEADER, Inside, WebServer, build_web
from bot.metrics import Metrics
from bot.settings import load_settings
from core.ports.queues import Incoming
from core.ports.unit_of_work import Storage
from sandbox.client.client import Phone, Sandbox

NOW = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)
SECRET = "a-secret"


class Inner:
    """A bot's inside with a handler that only marks updates done."""

    def __init__(self, storage: Storage, clock: Any, metrics: Metrics) -> None:
        self.storage, self.clock, self.metrics = storage, clock, metrics
        self.handled: list[int] = []
        self.jumps: list[datetime] = []
        self.intake = Intake(storage, clock, self.handle, self.on_poison, metrics, pauses=(0.01,))

    async def handle(self, incoming: Incoming) -> None:
        async with self.storage.begin() as work:
            await work.inbox.done(incoming.update_id)
        self.handled.append(incoming.update_id)

    async def on_poison(self, incoming: Incoming, name: str) -> None: ...

    async def on_jump(self) -> None:
        await asyncio.sleep(0.01)
        self.jumps.append(self.clock.now())


@pytest.fixture
async def inner(storage: Storage, metrics: Metrics) -> AsyncIterator[Inner]:
    inner = Inner(storage, await VirtualClock.open(storage, NOW), metrics)
    yield inner
    await inner.intake.stop()


async def serve(inside: Inside) -> tuple[WebServer, str]:
    server = WebServer(build_web(inside), ("127.0.0.1", 0))
    host, port = await server.start()
    return server, f"http://{host}:{port}"


@pytest.fixture
async def address(inner: Inner) -> AsyncIterator[str]:
    server, url = await serve(
        Inside(
            inner.storage,
            inner.intake,
            inner.metrics,
            inner.clock,
            webhook_secret=SECRET,
            on_jump=inner.on_jump,
        )
    )
    yield url
    await server.stop()


@pytest.fixture
async def web() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def post(web: aiohttp.ClientSession, url: str, body: Any, secret: str | None = SECRET) -> int:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {SECRET_HEADER: secret} if secret is not None else {}
    async with web.post(url, data=data, headers=headers) as answer:
        return answer.status


def update(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"from": {"id": 7}, "text": "x"}}


async def test_health(address: str, web: aiohttp.ClientSession) -> None:
    async with web.get(f"{address}/health") as answer:
        facts = await answer.json()
    assert answer.status == 200
    assert facts["ok"] is True
    assert facts["database"] is True
    assert facts["backlog"] == 0
    assert facts["set_aside_since_start"] == 0
    assert facts["now"].startswith("2024-03-26T04:00:0")


async def test_health_says_when_the_database_is_gone(
    address: str, web: aiohttp.ClientSession, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Any:
        raise OSError("gone")

    monkeypatch.setattr(storage, "read", fail)
    async with web.get(f"{address}/health") as answer:
        assert answer.status == 503
        assert (await answer.json())["database"] is False


@pytest.mark.parametrize(("free_mb", "status"), [(499, 503), (501, 200)])
async def test_health_says_when_the_disk_fills(
    inner: Inner, web: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch, free_mb: int, status: int
) -> None:
    disk = Disk(load_settings(min_free_mb=500))
    monkeypatch.setattr(Disk, "free", free_mb * MB)
    server, url = await serve(Inside(inner.storage, inner.intake, inner.metrics, inner.clock, disk=disk))
    async with web.get(f"{url}/health") as answer:
        assert answer.status == status
        facts = await answer.json()
    assert (facts["room"], facts["free_mb"]) == (status == 200, free_mb)
    await server.stop()


@pytest.mark.parametrize(("age", "status"), [(None, 503), (5.0, 200), (1000.0, 503)])
async def test_health_says_when_telegram_is_silent(
    inner: Inner, web: aiohttp.ClientSession, age: float | None, status: int
) -> None:
    class Silent:
        pass

    silent: Any = Silent()
    silent.age = age
    server, url = await serve(Inside(inner.storage, inner.intake, inner.metrics, inner.clock, polling=silent))
    async with web.get(f"{url}/health") as answer:
        assert answer.status == status
    await server.stop()


async def test_the_webhook_answers_when_the_update_is_kept(
    address: str, web: aiohttp.ClientSession, inner: Inner
) -> None:
    assert await post(web, f"{address}/telegram", update(5)) == 200
    assert await post(web, f"{address}/telegram", update(5)) == 200
    assert await inner.intake.settled(2.0)
    assert inner.handled == [5]


@pytest.mark.parametrize(
    ("body", "secret", "status"),
    [
        (update(1), None, 403),
        (update(1), "another", 403),
        (update(1), "", 403),
        (b"not json", SECRET, 400),
        ([update(1)], SECRET, 400),
        ({"message": {}}, SECRET, 400),
        (b'"' + b"x" * (LARGEST_UPDATE + 1) + b'"', SECRET, 400),
    ],
)
async def test_the_webhook_refuses(
    address: str, web: aiohttp.ClientSession, inner: Inner, body: Any, secret: str | None, status: int
) -> None:
    assert await post(web, f"{address}/telegram", body, secret) == status
    assert inner.handled == []
    assert inner.intake.backlog == 0


async def test_the_webhook_is_not_200_where_nothing_was_kept(
    address: str, web: aiohttp.ClientSession, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Any:
        raise OSError("the disk is full")

    monkeypatch.setattr(storage, "begin", fail)
    assert await post(web, f"{address}/telegram", update(5)) == 503


async def test_a_webhook_through_the_sandbox(
    address: str, inner: Inner, sandbox: Sandbox, phone: Phone, bot: Any
) -> None:
    await bot.set_webhook(f"{address}/telegram", secret_token=SECRET)
    await phone.send("by webhook")
    async with asyncio.timeout(5.0):
        while len(inner.handled) < 2:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_no_webhook_without_a_secret_and_no_clock_but_a_virtual_one(
    inner: Inner, web: aiohttp.ClientSession
) -> None:
    server, url = await serve(Inside(inner.storage, inner.intake, inner.metrics, SystemClock()))
    assert await post(web, f"{url}/telegram", update(1), "") == 404
    assert await post(web, f"{url}/clock", {"now": NOW.isoformat()}) == 404
    await server.stop()


async def test_the_clock_is_moved_and_its_tick_has_run_when_it_answers(
    address: str, web: aiohttp.ClientSession, inner: Inner
) -> None:
    to = NOW + timedelta(days=7)
    async with web.post(f"{address}/clock", json={"now": to.isoformat()}) as answer:
        assert answer.status == 200
        assert datetime.fromisoformat((await answer.json())["now"]) >= to
    assert len(inner.jumps) == 1
    assert inner.jumps[0] >= to


@pytest.mark.parametrize("body", [{}, [], {"now": "soon"}, {"now": "2024-04-01T00:00:00"}, b"x"])
async def test_the_clock_refuses_what_is_no_time(
    address: str, web: aiohttp.ClientSession, inner: Inner, body: Any
) -> None:
    assert await post(web, f"{address}/clock", body) == 400
    assert inner.jumps == []


async def test_the_end_waits_for_a_call_under_way_and_for_no_silent_connection(
    web: aiohttp.ClientSession, inner: Inner
) -> None:
    begun, goes_on = asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        begun.set()
        await goes_on.wait()

    server, url = await serve(Inside(inner.storage, inner.intake, inner.metrics, inner.clock, on_jump=slowly))
    async with web.get(f"{url}/health") as answer:  # its connection stays open
        await answer.read()
    calling = asyncio.create_task(post(web, f"{url}/clock", {"now": (NOW + timedelta(days=1)).isoformat()}))
    await begun.wait()
    ending = asyncio.create_task(server.stop())
    await asyncio.sleep(0.05)
    assert not ending.done()
    goes_on.set()
    assert await calling == 200
    async with asyncio.timeout(1.0):
        await ending


async def test_the_sandbox_moves_the_bots_clock(address: str, inner: Inner, sandbox: Sandbox) -> None:
    await sandbox.request("POST", "/sandbox/clock/subscribers", json={"url": f"{address}/clock"})
    now = await sandbox.move_clock(by=timedelta(days=2))
    assert inner.clock.now() >= now
    assert len(inner.jumps) == 1


async def test_metrics(address: str, web: aiohttp.ClientSession, inner: Inner) -> None:
    await post(web, f"{address}/telegram", update(5))
    assert await inner.intake.settled(2.0)
    async with web.get(f"{address}/metrics") as answer:
        text = await answer.text()
    assert "orynda_updates_total 1.0" in text
    assert "orynda_answer_seconds_count 1.0" in text
    assert "process_resident_memory_bytes" in text


async def test_a_port_that_is_taken_is_an_error_not_an_exit(address: str, inner: Inner) -> None:
    port = int(address.rsplit(":", 1)[1])
    application = build_web(Inside(inner.storage, inner.intake, inner.metrics, inner.clock))
    with pytest.raises(OSError, match="in use"):
        await WebServer(application, ("127.0.0.1", port)).start()
