"""`python -m bot demo`: the sandbox with its page, and a real bot that talks to it over HTTP, in one go.

Everything lives in a folder of its own that is gone afterwards: the sandbox keeps its chats in memory, so a
database that outlived it would remember messages that nobody has.
"""

from __future__ import annotations

import asyncio
import secrets
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App, build_application
from bot.logs import set_up
from bot.settings import Settings, load_settings
from core.joining import invite
from core.people import Role
from sandbox import create_app, serve
from sandbox.client import Phone, Sandbox

ZONE = "Asia/Almaty"
TOKEN = "1000000001:sandbox-needs-no-secret-but-a-token-has-a-shape"
PLANS = Path(__file__).parent.parent / "documents" / "plans"


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo: the page's address, the bot, and the phones on the page."""

    address: str
    app: App
    sandbox: Sandbox
    coordinator: Phone
    officer: Phone
    manager: Phone


@asynccontextmanager
async def demo(folder: Path, begins: datetime, port: int = 0) -> AsyncIterator[Demo]:
    """Runs sandbox and bot until the block ends. `begins` is aware."""
    page = create_app(token=TOKEN, username="orynda_bot", first_name="Орында", now=begins)
    async with serve(page, port=port) as running, Sandbox(running.base_url) as sandbox:
        app = await build_application(_settings(running.base_url, folder, begins))
        await app.start()
        try:
            if app.listening is not None:
                host, at = app.listening
                url = f"http://{host}:{at}/clock"
                await sandbox.request("POST", "/sandbox/clock/subscribers", json={"url": url})
            coordinator = await sandbox.person("Сауле", last_name="Ахметова", language="ru")
            officer = await sandbox.person("Данияр", last_name="Оспанов", language="ru")
            manager = await sandbox.person("Гүлнар", last_name="Серікова", language="kk")
            await coordinator.start(await first_coordinator(app))
            await coordinator.press("Да, это я")
            yield Demo(running.base_url, app, sandbox, coordinator, officer, manager)
        finally:
            await app.stop()


def _settings(url: str, folder: Path, begins: datetime) -> Settings:
    return load_settings(
        token=TOKEN,
        api_url=url,
        data_dir=folder,
        database_url=f"sqlite+aiosqlite:///{folder / 'orynda.db'}",
        timezone=ZONE,
        now=begins,
        listen="127.0.0.1:0",
        webhook_url="",
        webhook_secret="",
    )


async def first_coordinator(app: App) -> str:
    """The token of a link for the first coordinator, as `python -m bot invite --role coordinator` makes it."""
    async with app.storage.begin() as work:
        link = await invite(
            work,
            secret=app.settings.bot_token,
            nonce=secrets.token_urlsafe(12),
            role=Role.COORDINATOR,
            post_ids=(),
            plan_id=None,
            by=None,
            now=app.clock.now(),
        )
    return link.token


def run_demo(port: int, now: datetime) -> None:
    """Prints the page's address and serves it until Ctrl+C."""
    set_up(level=30)
    begins = now.replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    with tempfile.TemporaryDirectory(prefix="orynda-demo-") as folder:
        asyncio.run(_serve(Path(folder), begins, port))


async def _serve(folder: Path, begins: datetime, port: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with demo(folder, begins, port) as running:
        sys.stdout.write(f"{running.address}\n")
        sys.stdout.flush()
        await stop.wait()
