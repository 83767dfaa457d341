"""Webhook delivery: the secret, repeats, order, a call in the reply, and the rules of addresses."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web

from sandbox import create_app, serve
from sandbox.client.client import Phone, Sandbox
from tests.sandbox.botclient import BotClient

Reply = Callable[[], web.Response]


class Listener:
    """A bot's webhook: remembers what came and answers what it is told to."""

    def __init__(self) -> None:
        self.url = ""
        self.seen: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.replies: list[Reply] = []
        self._came = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        self.seen.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self._came.set()
        return self.replies.pop(0)() if self.replies else web.Response()

    async def wait_for(self, count: int, seconds: float = 5.0) -> list[str]:
        async with asyncio.timeout(seconds):
            while len(self.seen) < count:
                self._came.clear()
                await self._came.wait()
        return [u["message"]["text"] for u in self.seen]


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    listener = Listener()
    app = web.Application()
    app.router.add_post("/hook", listener.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    listener.url = f"http://127.0.0.1:{port}/hook"
    yield listener
    await runner.cleanup()


async def test_delivery_with_the_secret(bot: BotClient, phone: Phone, listener: Listener) -> None:
    await bot.ok("setWebhook", url=listener.url, secret_token="Secret_1-x")
    assert await listener.wait_for(1) == ["/start"], "what waited is delivered"
    for word in "abc":
        await phone.send(word)
    assert await listener.wait_for(4) == ["/start", "a", "b", "c"]
    assert set(listener.secrets) == {"Secret_1-x"}
    refused = await bot.refused("getUpdates")
    assert refused == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    info = await bot.ok("getWebhookInfo")
    assert (info["url"], info["pending_update_count"], info["max_connections"]) == (listener.url, 0, 40)


async def test_what_is_not_taken_is_repeated_in_order(
    bot: BotClient, phone: Phone, listener: Listener
) -> None:
    listener.replies = [
        lambda: web.Response(status=500),
        lambda: web.Response(status=503, headers={"Retry-After": "2"}),
    ]
    loop = asyncio.get_running_loop()
    began = loop.time()
    await bot.ok("setWebhook", url=listener.url)
    await phone.send("после")
    assert await listener.wait_for(4, 10) == ["/start", "/start", "/start", "после"]
    assert loop.time() - began > 2.9, "one second after the first failure, two as asked after the second"
    info = await bot.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
    assert info["last_error_date"] > 0


async def test_one_persons_trouble_does_not_stop_others(
    bot: BotClient, phone: Phone, sandbox: Sandbox, listener: Listener
) -> None:
    listener.replies = [lambda: web.Response(status=500)]
    await bot.ok("setWebhook", url=listener.url)
    await listener.wait_for(1)
    other = await sandbox.person("Другой")
    await other.send("меня не ждут")
    assert await listener.wait_for(2, 0.9) == ["/start", "меня не ждут"]
    assert await listener.wait_for(3) == ["/start", "меня не ждут", "/start"]


async def test_a_call_in_the_reply_is_made(bot: BotClient, phone: Phone, listener: Listener) -> None:
    call = {"method": "sendMessage", "chat_id": phone.id, "text": "в ответе"}
    listener.replies = [lambda: web.json_response(call)]
    await bot.ok("setWebhook", url=listener.url)
    await phone.expect("в ответе", 3)


async def test_deleting_returns_what_was_not_delivered(
    bot: BotClient, phone: Phone, listener: Listener
) -> None:
    listener.replies = [lambda: web.Response(status=500)] * 9
    await bot.ok("setWebhook", url=listener.url)
    await phone.send("вторая")
    await listener.wait_for(1)
    await bot.ok("deleteWebhook")
    assert [u["message"]["text"] for u in await bot.ok("getUpdates")] == ["/start", "вторая"]


async def test_pending_updates_can_be_dropped(bot: BotClient, phone: Phone, listener: Listener) -> None:
    await bot.ok("setWebhook", url=listener.url, drop_pending_updates=True)
    await phone.send("новое")
    assert await listener.wait_for(1) == ["новое"]


async def test_setting_one_ends_the_poll(bot: BotClient, phone: Phone, listener: Listener) -> None:
    after = (await bot.ok("getUpdates"))[-1]["update_id"] + 1
    poll = asyncio.create_task(bot.call("getUpdates", offset=after, timeout=30))
    await asyncio.sleep(0.1)
    await bot.ok("setWebhook", url=listener.url)
    status, body = await asyncio.wait_for(poll, 1)
    assert (status, body["description"]) == (409, "Conflict: terminated by setWebhook request")


async def test_updates_come_again_where_that_fault_is_on(
    bot: BotClient, phone: Phone, sandbox: Sandbox, listener: Listener
) -> None:
    await sandbox.fault("redeliver", times=1)
    await bot.ok("setWebhook", url=listener.url)
    await listener.wait_for(2)
    await phone.send("раз")
    assert await listener.wait_for(3) == ["/start", "/start", "раз"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"url": "http://a.kz/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://a.kz:8080/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "ftp://a.kz/"}, "bad webhook: invalid webhook URL specified"),
        ({"url": "https://a.kz:port/"}, "bad webhook: invalid webhook URL specified"),
        (
            {"url": "https://a.kz/", "secret_token": "с пробелом"},
            "secret token contains unallowed characters",
        ),
        ({"url": "https://a.kz/", "secret_token": "x" * 257}, "secret token contains unallowed characters"),
    ],
)
async def test_addresses(bot: BotClient, values: dict[str, str], words: str) -> None:
    async with serve(create_app(local=False)) as strict:
        client = BotClient(strict.base_url, strict.token, bot.session)
        assert await client.refused("setWebhook", **values) == (400, f"Bad Request: {words}")
        assert (await client.ok("getWebhookInfo"))["url"] == ""
