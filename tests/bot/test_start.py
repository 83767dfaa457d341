"""A start during each of Telegram's faults: it waits and tries again, and is up within seconds of the fault's end."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from telegram.error import InvalidToken

from bot.app import App, build_application
from bot.settings import Settings
from sandbox import Running, create_app, serve
from sandbox.client.client import Sandbox
from tests.bot.conftest import NOW

UP_SECONDS = 8.0
"""From the end of a fault until somebody is answered: the longest pause of a start, and the answer itself."""


def settings_for(folder: Path, token: str, address: str, **others: Any) -> Settings:
    given = {"token": token, "api_url": address, "data_dir": folder, "now": NOW, "listen": "127.0.0.1:0"}
    return Settings(_env_file=None, **{**given, **others})


@asynccontextmanager
async def starting(settings: Settings) -> AsyncIterator[asyncio.Task[App]]:
    """A start under way, as the command line makes it."""

    async def start() -> App:
        app = await build_application(settings, patient=True)
        await app.start()
        return app

    task = asyncio.create_task(start())
    try:
        yield task
    finally:
        await (await task).stop()


async def tried(running: Running, times: int) -> None:
    async with asyncio.timeout(20):
        while len(running.world.calls.since(0, None)) < times:  # noqa: ASYNC110 (the call log has no event)
            await asyncio.sleep(0.02)


async def is_answered(address: str) -> None:
    async with Sandbox(address) as people:
        phone = await people.person("Марат")
        await phone.send("Здравствуйте")
        await phone.expect("откройте ссылку-приглашение", timeout=UP_SECONDS)


@pytest.mark.parametrize("method", ["*", "getMe", "setMyCommands", "deleteWebhook", "getUpdates"])
@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("error", {"status": 502}),
        ("flood", {"retry_after": 1}),
        ("drop", {}),
        ("drop", {"after": True}),
    ],
)
async def test_a_start_survives_a_fault(
    tmp_path: Path, running: Running, sandbox: Sandbox, method: str, kind: str, options: dict[str, Any]
) -> None:
    await sandbox.fault(kind, method, **options)
    async with starting(settings_for(tmp_path, running.token, running.base_url)):
        await tried(running, 2)
        await sandbox.faults_off()
        await is_answered(running.base_url)


async def test_a_start_waits_for_a_network(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    page = create_app(now=NOW, local=True)
    address = f"http://127.0.0.1:{port}"
    async with starting(settings_for(tmp_path, page.world.bot.token, address)) as start:
        await asyncio.sleep(1.0)
        assert not start.done()
        async with serve(page, port=port):
            await is_answered(address)
            await (await start).intake.stop()


@pytest.mark.parametrize(
    ("kind", "options"), [("error", {"status": 502}), ("flood", {"retry_after": 1}), ("drop", {})]
)
async def test_a_webhook_is_set_once_telegram_answers(
    tmp_path: Path, running: Running, sandbox: Sandbox, kind: str, options: dict[str, Any]
) -> None:
    await sandbox.fault(kind, "setWebhook", **options)
    url, secret = "http://127.0.0.1:1/telegram", "s"
    settings = settings_for(tmp_path, running.token, running.base_url, webhook_url=url, webhook_secret=secret)
    async with starting(settings):
        await tried(running, 5)
        await sandbox.faults_off()
        async with asyncio.timeout(UP_SECONDS):
            while running.world.webhook is None:  # noqa: ASYNC110 (the sandbox tells nobody)
                await asyncio.sleep(0.02)


async def test_a_token_that_telegram_does_not_know_ends_the_start(tmp_path: Path, running: Running) -> None:
    with pytest.raises(InvalidToken):
        await build_application(settings_for(tmp_path, "77:unknown", running.base_url), patient=True)


async def test_whose_card_telegram_does_not_take_keeps_nobody_from_an_answer(
    tmp_path: Path, running: Running, sandbox: Sandbox
) -> None:
    """A card that a crash left unshown, to a chat that is refused."""
    settings = settings_for(tmp_path, running.token, running.base_url)
    refused = await sandbox.person("Данияр")
    await sandbox.fault("flood", retry_after=20, chat_id=refused.id)
    app = await build_application(settings)
    async with app.storage.begin() as work:
        _, card = await work.people.session(refused.id)
        await work.cards.save(card.showing(card.view, "below"))
    await app.stop()
    async with starting(settings):
        await is_answered(running.base_url)
