"""The bot's connections to Telegram: python-telegram-bot, with its HTTP through aiohttp (decision 1)."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
import structlog
from httpx_aiohttp import AiohttpTransport
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.settings import Settings

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
KEEP_ALIVE_SECONDS = 30.0
"""Idle connections are closed after this, before Telegram does so: a call on one just closed would be lost."""

CALLS_AT_ONCE = 100

AGAIN_SECONDS = (0.5, 1.0, 2.0, 3.0)
"""Pauses between the tries of a start; the last one again and again, so that it is up within seconds of a fault's end."""

log = structlog.get_logger(__name__)


def build_bot(settings: Settings) -> Bot:
    """The bot, not started: `await bot.initialize()` asks Telegram who it is, `await bot.shutdown()` closes all.

    Raises SettingsError where there is no token.
    """
    token, api = settings.bot_token, settings.api_url
    tls = httpx.create_ssl_context() if api.startswith("https:") else False
    return Bot(
        token,
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=_request(api, tls, CALLS_AT_ONCE),
        get_updates_request=build_updates_request(settings, tls),
    )


async def initialize(bot: Bot, *, patient: bool = False) -> None:
    """Asks Telegram who the bot is; where that fails its connections are closed, which the library leaves open.

    `patient` asks until Telegram answers: only a token that it does not know ends that.
    """
    try:
        await (until_answered(bot.initialize, "getMe") if patient else bot.initialize())
    except BaseException:
        await bot.request.shutdown()
        raise


async def until_answered(call: Callable[[], Awaitable[object]], what: str) -> None:
    """Makes a call again until Telegram takes it, as polling does: 502, 429, a lost connection, no network at all.

    Raises what cannot pass by waiting: InvalidToken, and BadRequest, which is a mistake of ours.
    """
    failures = 0
    while True:
        try:
            await call()
            return
        except (InvalidToken, BadRequest):
            raise
        except TelegramError as error:
            pause = AGAIN_SECONDS[min(failures, len(AGAIN_SECONDS) - 1)]
            pause = seconds_of(error) if isinstance(error, RetryAfter) else pause
            failures += 1
            words = " ".join(str(error).split()) or type(error).__name__
            log.warning(
                "Telegram does not answer yet", call=what, why=words, again_in=pause, failures=failures
            )
        await asyncio.sleep(pause)


def build_updates_request(settings: Settings, tls: ssl.SSLContext | bool = True) -> HTTPXRequest:
    """Connections for getUpdates alone, so that a long poll never takes one from an answer."""
    return _request(settings.api_url, tls if settings.api_url.startswith("https:") else False, 2)


class LightRequest(HTTPXRequest):
    """Leaves out of Telegram's answers what nobody reads: the bot knows what it sent.

    The library would make objects of the message and of each button, which costs as much as the call itself.
    """

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        answer: dict[str, Any] = HTTPXRequest.parse_json_payload(payload)
        sent = answer.get("result")
        if isinstance(sent, dict):
            if "edit_date" in sent:
                answer["result"] = True  # as Telegram answers where it cannot give the message back
            for name in ("reply_markup", "entities", "caption_entities"):
                sent.pop(name, None)
        return answer


def _request(api: str, tls: ssl.SSLContext | bool, at_once: int) -> HTTPXRequest:
    """`pool_timeout` covers connecting too: httpx-aiohttp hands it to aiohttp as the time to get a connection."""
    limits = httpx.Limits(max_connections=at_once, keepalive_expiry=KEEP_ALIVE_SECONDS)
    transport = AiohttpTransport(verify=tls, limits=limits, proxy=_proxy_for(api))
    return LightRequest(
        connection_pool_size=at_once,
        connect_timeout=CONNECT_SECONDS,
        pool_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        httpx_kwargs={"transport": transport},
    )


def _proxy_for(url: str) -> httpx.Proxy | None:
    """The proxy that the environment names for this address (HTTPS_PROXY and so on).

    Asked here because httpx does not ask the environment once it is given a transport.
    """
    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    if not proxy or proxy_bypass(parts.hostname or ""):
        return None
    return httpx.Proxy(proxy if "://" in proxy else f"http://{proxy}")


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait; the library gives an int or, as its settings say, a timedelta."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
