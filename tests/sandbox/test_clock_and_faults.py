"""The virtual clock, the faults, the sending limits and the log of calls."""

import asyncio
import time
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
from aiohttp import web

from sandbox import create_app, serve
from sandbox.client.client import Phone, Sandbox, SandboxError
from sandbox.errors import ApiError
from sandbox.world.clock import Clock, ClockError, monotonic
from sandbox.world.limits import Bucket, Limits
from tests.sandbox.botclient import BotClient

START = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)


async def test_the_clock_starts_where_told_flows_and_jumps(
    bot: BotClient, phone: Phone, sandbox: Sandbox
) -> None:
    first = await sandbox.now()
    assert START <= first < START + timedelta(minutes=1)
    await asyncio.sleep(0.05)
    assert await sandbox.now() > first
    april = datetime(2024, 4, 2, 4, 0, tzinfo=UTC)
    assert await sandbox.move_clock(to=april) == april
    sent = await bot.ok("sendMessage", chat_id=phone.id, text="x")
    assert 0 <= sent["date"] - april.timestamp() < 60
    moved = await sandbox.move_clock(by=timedelta(hours=3))
    assert timedelta(hours=3) <= moved - april < timedelta(hours=3, minutes=1)
    for refused in (
        {"to": "2024-03-01T00:00:00Z"},
        {"by": -1},
        {},
        {"to": "x"},
        {"to": "2025-01-01", "by": 1},
    ):
        with pytest.raises(SandboxError, match="400"):
            await sandbox.request("POST", "/sandbox/clock", json=refused)


def test_a_real_clock_is_not_moved() -> None:
    clock = Clock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=1)
    with pytest.raises(ClockError, match="real"):
        clock.move(by=timedelta(days=1))
    with pytest.raises(ValueError, match="aware"):
        Clock(datetime(2024, 1, 1))  # noqa: DTZ001


async def test_subscribers_are_told_and_waited_for(sandbox: Sandbox) -> None:
    told: list[str] = []

    async def jumped(request: web.Request) -> web.Response:
        body = await request.json()
        await asyncio.sleep(0.3)
        told.append(body["now"])
        return web.Response(status=204)

    app = web.Application()
    app.router.add_post("/jumped", jumped)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/jumped"
    for _ in range(2):
        await sandbox.request("POST", "/sandbox/clock/subscribers", json={"url": url})
    await sandbox.move_clock(to=datetime(2024, 4, 1, tzinfo=UTC))
    assert told == ["2024-04-01T00:00:00Z"], "told once, and before the jump is answered"
    await runner.cleanup()
    with pytest.raises(SandboxError, match="forgotten"):
        await sandbox.move_clock(by=timedelta(days=1))
    await sandbox.move_clock(by=timedelta(days=1))


# Faults


async def test_faults_strike_their_method_as_often_as_told(
    bot: BotClient, phone: Phone, sandbox: Sandbox
) -> None:
    await sandbox.fault("error", "sendmessage", times=2, status=503)
    for _ in range(2):
        refused = await bot.refused("sendMessage", chat_id=phone.id, text="x")
        assert refused == (503, "Service Unavailable")
        assert (await bot.ok("getMe"))["is_bot"]
    await bot.ok("sendMessage", chat_id=phone.id, text="x")
    await sandbox.fault("error")
    assert await bot.refused("getMe") == (500, "Internal Server Error")
    await sandbox.faults_off()
    await bot.ok("getMe")
    assert [m.text for m in await phone.messages() if m.from_bot] == ["x"]


async def test_a_flood_says_how_long_in_body_and_header(
    bot: BotClient, phone: Phone, sandbox: Sandbox
) -> None:
    await sandbox.fault("flood", "sendMessage", times=1, retry_after=9)
    values = {"chat_id": phone.id, "text": "x"}
    async with bot.session.post(f"{bot.base_url}/bot{bot.token}/sendMessage", json=values) as answer:
        body = await answer.json()
        assert (answer.status, answer.headers["Retry-After"]) == (429, "9")
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 9",
        "parameters": {"retry_after": 9},
    }


@pytest.mark.parametrize(("after", "arrived"), [(False, 0), (True, 1)])
async def test_a_dropped_connection(
    bot: BotClient, phone: Phone, sandbox: Sandbox, after: bool, arrived: int
) -> None:
    await sandbox.fault("drop", "sendMessage", times=1, after=after)
    with pytest.raises((aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)):
        await bot.call("sendMessage", chat_id=phone.id, text="x")
    assert len([m for m in await phone.messages() if m.from_bot]) == arrived
    call = (await sandbox.calls("sendMessage"))[-1]
    assert call["ok"] is after


async def test_a_delay(bot: BotClient, sandbox: Sandbox) -> None:
    await sandbox.fault("delay", "getMe", times=1, seconds=0.4)
    began = time.monotonic()
    await bot.ok("getMe")
    assert time.monotonic() - began > 0.39


async def test_acknowledged_updates_come_again(bot: BotClient, phone: Phone, sandbox: Sandbox) -> None:
    await phone.send("a")
    updates = await bot.ok("getUpdates")
    after = updates[-1]["update_id"] + 1
    await sandbox.fault("redeliver", times=1)
    assert await bot.ok("getUpdates", offset=after) == updates
    await phone.send("b")
    fresh = await bot.ok("getUpdates", offset=after, timeout=1)
    assert [u["message"]["text"] for u in fresh] == ["b"]
    await bot.ok("getUpdates", offset=after + 1)
    await sandbox.request("POST", "/sandbox/faults", json={"kind": "redeliver", "last": 2})
    again = await bot.ok("getUpdates", offset=after + 2)
    assert [u["message"]["text"] for u in again] == ["a", "b"]


@pytest.mark.parametrize(
    "body", [{"kind": "no such"}, {"kind": "error", "status": 400}, {"kind": "delay", "x": 1}, {}]
)
async def test_faults_that_there_are_not(sandbox: Sandbox, body: dict[str, object]) -> None:
    with pytest.raises(SandboxError, match="400"):
        await sandbox.request("POST", "/sandbox/faults", json=body)


# Limits


def test_a_bucket_fills_at_its_rate() -> None:
    bucket = Bucket(3, 2.0)
    now = bucket.filled_at
    bucket.take(3)
    assert bucket.wait_for(1, now) == pytest.approx(0.5)
    assert bucket.wait_for(1, now + 0.5) == 0
    assert bucket.wait_for(100, now + 60) == 0, "a whole bucket is always enough"


async def test_a_chat_takes_a_burst_of_ten_and_then_one_a_second(
    bot: BotClient, phone: Phone, sandbox: Sandbox
) -> None:
    for number in range(10):
        await bot.ok("sendMessage", chat_id=phone.id, text=str(number))
    refused = await bot.refused("sendMessage", chat_id=phone.id, text="x")
    assert refused == (429, "Too Many Requests: retry after 1")
    other = await sandbox.person("Другой")
    await other.start()
    await bot.ok("sendMessage", chat_id=other.id, text="other chats go on")
    last = (await phone.last()).id
    await bot.ok(
        "editMessageText", chat_id=phone.id, message_id=last, text="edits are not of the chat's budget"
    )
    await asyncio.sleep(1.05)
    await bot.ok("sendMessage", chat_id=phone.id, text="x")
    await sandbox.limits(on=False)
    await bot.ok("sendMessage", chat_id=phone.id, text="y")


def test_thirty_a_second_over_all(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = monotonic()
    monkeypatch.setattr("sandbox.world.limits.monotonic", lambda: frozen)
    limits = Limits()
    for chat in range(29):
        limits.charge_send(chat)
    limits.charge_edit()
    with pytest.raises(ApiError, match="retry after 1"):
        limits.charge_send(99)
    with pytest.raises(ApiError, match="retry after 1"):
        limits.charge_edit()
    monkeypatch.setattr("sandbox.world.limits.monotonic", lambda: frozen + 0.5)
    limits.charge_send(99, 10)
    for chat in range(5):
        limits.charge_send(chat)
    with pytest.raises(ApiError):
        limits.charge_send(7)


def test_a_refused_album_says_how_long_and_uses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    frozen = monotonic()
    monkeypatch.setattr("sandbox.world.limits.monotonic", lambda: frozen)
    limits = Limits()
    limits.charge_send(1, 8)
    with pytest.raises(ApiError) as flood:
        limits.charge_send(1, 6)
    assert flood.value.parameters == {"retry_after": 4}
    limits.charge_send(1, 2)


# The log


async def test_calls_are_written_down(bot: BotClient, phone: Phone, sandbox: Sandbox) -> None:
    await bot.ok("getMe")
    await bot.ok("sendMessage", chat_id=phone.id, text="x")
    await bot.refused("sendMessage", chat_id=1, text="x")
    calls = await sandbox.calls()
    assert [(c["n"], c["method"], c["chat_id"], c["ok"], c["error_code"]) for c in calls] == [
        (1, "getMe", None, True, None),
        (2, "sendMessage", phone.id, True, None),
        (3, "sendMessage", 1, False, 400),
    ]
    assert calls[2]["description"] == "Bad Request: chat not found"
    assert calls[0]["at"].startswith("2024-03-26T04:00")
    assert [c["n"] for c in await sandbox.calls("SendMessage", since=2)] == [3]


async def test_two_sandboxes_know_nothing_of_each_other() -> None:
    async with serve(create_app(token="1:aaa")) as one, serve(create_app(token="2:bbb")) as two:
        assert one.base_url != two.base_url
        async with Sandbox(one.base_url) as first, Sandbox(two.base_url) as second:
            await first.person("Айгуль")
            assert (await second.state())["people"] == []
            assert (await first.state())["bot"]["id"] == 1
            assert (await first.state())["clock"] == {"virtual": False}
