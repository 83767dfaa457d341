"""getUpdates: offsets, polls, what is kept, and how updates are numbered."""

import asyncio
import time

import pytest

from sandbox import Running
from sandbox.client.client import Phone, Sandbox
from sandbox.world.clock import monotonic
from tests.sandbox.botclient import BotClient

CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


def texts(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    return [u["message"]["text"] for u in updates]


async def say(phone: Phone, *words: str) -> None:
    for word in words:
        await phone.send(word)


async def test_ids_rise_and_nothing_is_lost_without_an_offset(bot: BotClient, phone: Phone) -> None:
    await say(phone, "a", "b")
    first = await bot.ok("getUpdates")
    assert texts(first) == ["/start", "a", "b"]
    ids = [u["update_id"] for u in first]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]
    await asyncio.sleep(0.5)
    assert await bot.ok("getUpdates") == first


@pytest.mark.parametrize(
    ("offset", "left"),
    [(0, 5), (1, 4), (4, 1), (5, 0), (-1, 1), (-3, 3), (-99, 5)],
)
async def test_offsets(bot: BotClient, phone: Phone, offset: int, left: int) -> None:
    """A positive offset is counted here from the first update's id."""
    await say(phone, *"abcd")
    all_of_them = await bot.ok("getUpdates")
    given = offset if offset < 0 else all_of_them[0]["update_id"] + offset
    kept = all_of_them[5 - left :]
    assert await bot.ok("getUpdates", offset=given, limit=100) == kept
    await asyncio.sleep(0.55)
    assert await bot.ok("getUpdates", offset=0) == kept, "what is below the offset is gone for good"


@pytest.mark.parametrize(("limit", "got"), [(1, 1), (3, 3), (100, 5), (0, 1), (1000, 5)])
async def test_limit(bot: BotClient, phone: Phone, limit: int, got: int) -> None:
    await say(phone, *"abcd")
    assert len(await bot.ok("getUpdates", limit=limit)) == got


async def test_the_same_offset_at_once_again_gives_one(bot: BotClient, phone: Phone) -> None:
    await say(phone, "a", "b")
    assert len(await bot.ok("getUpdates")) == 3
    assert len(await bot.ok("getUpdates")) == 1
    await asyncio.sleep(0.55)
    assert len(await bot.ok("getUpdates")) == 3


async def test_the_same_offset_within_three_seconds_waits(bot: BotClient, phone: Phone) -> None:
    after = (await bot.ok("getUpdates"))[-1]["update_id"] + 1
    began = time.monotonic()
    assert await bot.ok("getUpdates", offset=after) == []
    assert time.monotonic() - began < 1.0
    assert await bot.ok("getUpdates", offset=after) == []
    assert time.monotonic() - began > 2.9


async def test_a_long_poll_ends_when_something_comes(bot: BotClient, phone: Phone) -> None:
    after = (await bot.ok("getUpdates"))[-1]["update_id"] + 1
    poll = asyncio.create_task(bot.ok("getUpdates", offset=after, timeout=30))
    await asyncio.sleep(0.1)
    assert not poll.done()
    await phone.send("вот")
    assert texts(await asyncio.wait_for(poll, 1)) == ["вот"]


async def test_a_long_poll_ends_empty_after_its_time(bot: BotClient, phone: Phone) -> None:
    after = (await bot.ok("getUpdates"))[-1]["update_id"] + 1
    began = time.monotonic()
    assert await bot.ok("getUpdates", offset=after, timeout=1) == []
    assert 0.9 < time.monotonic() - began < 2.5


async def test_the_older_of_two_polls_fails(bot: BotClient, phone: Phone) -> None:
    after = (await bot.ok("getUpdates"))[-1]["update_id"] + 1
    older = asyncio.create_task(bot.call("getUpdates", offset=after, timeout=30))
    await asyncio.sleep(0.1)
    newer = asyncio.create_task(bot.ok("getUpdates", offset=after, timeout=30))
    status, body = await asyncio.wait_for(older, 1)
    assert (status, body["description"]) == (409, CONFLICT)
    await phone.send("второму")
    assert texts(await asyncio.wait_for(newer, 1)) == ["второму"]


async def test_allowed_updates_stick(bot: BotClient, phone: Phone) -> None:
    await bot.ok("getUpdates", allowed_updates=["callback_query"], offset=-1)
    await phone.send("не нужно")
    after = (await bot.ok("getUpdates"))[-1]["update_id"] + 1
    assert await bot.ok("getUpdates", offset=after, timeout=1) == []
    assert (await bot.ok("getWebhookInfo"))["allowed_updates"] == ["callback_query"]
    await bot.ok("getUpdates", offset=-1, allowed_updates=[])
    await phone.send("снова нужно")
    assert texts(await bot.ok("getUpdates", offset=after, timeout=1)) == ["снова нужно"]


async def test_blocking_is_told(bot: BotClient, phone: Phone) -> None:
    after = (await bot.ok("getUpdates"))[-1]["update_id"] + 1
    await phone.change(blocked=True)
    await phone.start()
    gone, back, start = await bot.ok("getUpdates", offset=after)
    assert gone["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert back["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start"


@pytest.mark.parametrize(
    ("seconds", "left"),
    [
        (140.0, ["message", "message", "callback_query"]),
        (151.0, ["message", "message"]),
        (24 * 3600 + 1.0, []),
    ],
)
async def test_how_long_updates_are_kept(
    bot: BotClient, phone: Phone, monkeypatch: pytest.MonkeyPatch, seconds: float, left: list[str]
) -> None:
    buttons = {"inline_keyboard": [[{"text": "да", "callback_data": "1"}]]}
    await bot.ok("sendMessage", chat_id=phone.id, text="?", reply_markup=buttons)
    await phone.press("да", wait=0)
    await phone.send("после")
    monkeypatch.setattr("sandbox.world.updates.monotonic", lambda: monotonic() + seconds)
    got = await bot.ok("getUpdates")
    kinds = [next(key for key in u if key != "update_id") for u in got]
    assert sorted(kinds, reverse=True) == left
    assert (await bot.ok("getWebhookInfo"))["pending_update_count"] == len(left)


async def test_a_jump_of_the_clock_loses_no_update(bot: BotClient, phone: Phone, sandbox: Sandbox) -> None:
    await phone.send("перед прыжком")
    await sandbox.request("POST", "/sandbox/clock", json={"by": 30 * 86400})
    assert texts(await bot.ok("getUpdates")) == ["/start", "перед прыжком"]


async def test_after_a_quiet_week_numbers_begin_anew(
    bot: BotClient, phone: Phone, sandbox: Sandbox, running: Running
) -> None:
    after = (await bot.ok("getUpdates"))[-1]["update_id"] + 1
    await bot.ok("getUpdates", offset=after)
    await sandbox.request("POST", "/sandbox/clock", json={"by": 6 * 86400})
    await phone.send("через шесть дней")
    assert (await bot.ok("getUpdates", offset=after))[0]["update_id"] == after
    await bot.ok("getUpdates", offset=after + 1)
    await sandbox.request("POST", "/sandbox/clock", json={"by": 7 * 86400})
    await phone.send("через неделю")
    fresh = (await bot.ok("getUpdates", offset=after + 1, timeout=1))[0]
    assert abs(fresh["update_id"] - after) > 100
    assert texts([fresh]) == ["через неделю"]
