"""The bare bot that the real one is measured against: python-telegram-bot as its manual shows it, one row a message.

It knows nothing of the project: the library, its HTTP through aiohttp as in `bot/sending/transport.py`, and aiosqlite.
Usage: python -m bench.echo API_URL TOKEN DATABASE
"""

from __future__ import annotations

import sys

# An echo is installed without the scheduler; here it is there for the real bot, and the library would load it.
sys.modules["apscheduler"] = None  # type: ignore[assignment]

import aiosqlite  # noqa: E402
import httpx  # noqa: E402
from httpx_aiohttp import AiohttpTransport  # noqa: E402
from telegram import Update  # noqa: E402
from telegram.ext import Application, ContextTypes, MessageHandler, filters  # noqa: E402
from telegram.request import HTTPXRequest  # noqa: E402

AT_ONCE = 100


def request(at_once: int) -> HTTPXRequest:
    """Connections as the real bot has them."""
    limits = httpx.Limits(max_connections=at_once, keepalive_expiry=30.0)
    transport = AiohttpTransport(verify=False, limits=limits)
    return HTTPXRequest(
        connection_pool_size=at_once,
        connect_timeout=10.0,
        pool_timeout=10.0,
        read_timeout=20.0,
        httpx_kwargs={"transport": transport, "trust_env": False},
    )


def main() -> None:
    url, token, path = sys.argv[1:4]
    opened: list[aiosqlite.Connection] = []

    async def begin(_: object) -> None:
        database = await aiosqlite.connect(path)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            await database.execute(f"PRAGMA {pragma}")
        await database.execute(
            "CREATE TABLE IF NOT EXISTS said (id INTEGER PRIMARY KEY, person INTEGER, text TEXT)"
        )
        await database.commit()
        opened.append(database)

    async def end(_: object) -> None:
        for database in opened:
            await database.close()

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        assert message is not None
        database = opened[0]
        await database.execute(
            "INSERT INTO said (person, text) VALUES (?, ?)", (message.chat_id, message.text)
        )
        await database.commit()
        await message.reply_text(message.text or "")

    application = (
        Application.builder()
        .token(token)
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
        .request(request(AT_ONCE))
        .get_updates_request(request(2))
        .concurrent_updates(True)
        .post_init(begin)
        .post_shutdown(end)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(poll_interval=0, timeout=30)


if __name__ == "__main__":
    main()
