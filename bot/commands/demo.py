"""`python -m bot demo`: the sandbox with its page, and a real bot that talks to it over HTTP, in one go.

Everything lives in a folder of its own that is gone afterwards: the sandbox keeps its chats in memory, so a
database that outlived it would remember messages that nobody has.
"""

from __future__ import annotations

import asyncio
import secrets
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import App, build_application
from bot.commands.demo_ready import READY_PLANS, everybody_joins
from bot.commands.loading import load
from bot.logs import set_up
from bot.settings import Settings, load_settings
from core.lifecycle import reporting_rules
from core.lifecycle.beginning import open_period
from core.model.editions import PlanStatus
from core.model.obligations import RuleChange
from core.model.people import Role
from core.people.joining import invite
from documents.samples import PLANS, sample
from locales import texts
from sandbox import Running, create_app, serve
from sandbox.client.client import Phone, Sandbox

ZONE = "Asia/Almaty"
HOST = "127.0.0.1"
TOKEN = "1000000001:sandbox-needs-no-secret-but-a-token-has-a-shape"
DAYS = {
    "hospital-2024": "2024-03-26T09:00",
    "covid-2020": "2020-09-25T09:00",
    "almaty-2030": "2025-12-24T09:00",
    "concept-2026": "2025-04-07T09:00",
    "digital-2027": "2025-12-24T09:00",
    "every-kind-2024": "2024-03-26T09:00",
    "shared-2024": "2024-03-26T09:00",
}
"""When each sample plan has reports open."""
RULES = {
    "covid-2020": RuleChange(cycle="month"),
    "concept-2026": RuleChange(
        cycle="year", due_day="04-15", responsibility="each", consolidated_due_day="05-01"
    ),
}
"""What a sample plan says of how it is reported on (domain, §8): the bodies inform by 15 April, the Ministry by 1 May."""
WELCOME = """\
Orynda is running, with three phones to try it on: {address}
  Who    {officer} is the officer, {manager} the manager, {coordinator} the coordinator, who has joined already
  First  on {coordinator}'s phone press the paper clip and send hospital-2024.docx, accept it, then /invite
         (tap an invitation's link and choose who opens it)
  Stop   Ctrl+C; nothing is kept
"""
WELCOME_READY = """\
Orynda is running, with four phones to try it on: {address}
  Who    {officer} is the officer of two plans with a row of each kind, {colleague} a colleague on shared rows,
         {manager} the manager, {coordinator} the coordinator; all have joined
  First  /tasks on {officer}'s phone
  Stop   Ctrl+C; nothing is kept
"""


@dataclass(frozen=True, slots=True)
class Demo:
    """A running demo: the sandbox, the bot, and the phones on the page; the colleague's where it is ready."""

    running: Running
    app: App
    sandbox: Sandbox
    officer: Phone
    manager: Phone
    coordinator: Phone
    colleague: Phone | None = None

    @property
    def address(self) -> str:
        """The page's."""
        return self.running.base_url


@asynccontextmanager
async def demo(
    folder: Path, begins: datetime, port: int = 0, plans: Sequence[str] = (), ready: bool = False
) -> AsyncIterator[Demo]:
    """Runs sandbox and bot until the block ends. `begins` is aware; another port is taken where that one is not free.

    `plans` are names of sample plans that are live from the start, with the owners as proposed. `ready` adds the two
    that have a row of each kind between them; everybody has joined then.
    """
    page = create_app(token=TOKEN, username="orynda_bot", first_name="Орында", now=begins, samples=PLANS)
    async with serve(page, HOST, _free(port)) as running, Sandbox(running.base_url) as sandbox:
        app = await build_application(_settings(running.base_url, folder, begins))
        await app.start()
        try:
            for name in dict.fromkeys([*plans, *(READY_PLANS if ready else ())]):
                await _load_sample(app, *_read(sample(name)))
            if app.listening is not None:
                host, at = app.listening
                url = f"http://{host}:{at}/clock"
                await sandbox.request("POST", "/sandbox/clock/subscribers", json={"url": url})
            officer = await _person(sandbox, "Данияр", "Оспанов", "ru", Role.OFFICER)
            manager = await _person(sandbox, "Гүлнар", "Серікова", "kk", Role.MANAGER)
            coordinator = await _person(sandbox, "Сауле", "Ахметова", "ru", Role.COORDINATOR)
            await coordinator.start(await first_coordinator(app))
            await coordinator.press(texts()("ru", "invitation-yes"))
            colleague = None
            if ready:
                phones = {Role.OFFICER: officer, Role.MANAGER: manager, Role.COORDINATOR: coordinator}
                colleague = await everybody_joins(app, sandbox, phones)
            yield Demo(running, app, sandbox, officer, manager, coordinator, colleague)
        finally:
            await app.stop()


def _read(path: Path) -> tuple[str, bytes]:
    return path.name, path.read_bytes()


async def _load_sample(app: App, name: str, content: bytes) -> None:
    parts = {"organisation": texts()("ru", "demo-organisation")}
    now, zone = app.clock.now(), app.deps.zone
    await load(app.storage, content, name, accept=True, parts=parts, now=now, zone=zone)
    change = RULES.get(Path(name).stem)
    if change is None:
        return
    async with app.storage.begin() as work:
        newest = max(p.id for p in await work.plans.with_status(PlanStatus.LIVE))
        plan = await reporting_rules.live_plan(work, newest)
        period = open_period(reporting_rules.changed(plan.rule, change), app.deps.days, app.deps.today())
        begun = change.model_copy(update={"starts_on": period.start})
        await reporting_rules.change(work, plan, begun, None, now, app.deps.days)
    app.deps.library.forget()


def _free(port: int) -> int:
    """The port, or 0 (any) where something else listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return 0
    return port


async def _person(sandbox: Sandbox, first_name: str, last_name: str, language: str, role: Role) -> Phone:
    """A stranger to the bot; the page says who they are to be."""
    return await sandbox.person(first_name, last_name=last_name, language=language, note=role.value)


def _settings(url: str, folder: Path, begins: datetime) -> Settings:
    return load_settings(
        token=TOKEN,
        api_url=url,
        data_dir=folder,
        database_url=f"sqlite+aiosqlite:///{folder / 'orynda.db'}",
        timezone=ZONE,
        now=begins,
        listen=f"{HOST}:0",
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


def run_demo(port: int, now: datetime | None, plans: Sequence[str] = (), ready: bool = False) -> None:
    """Prints what a newcomer needs and serves the page until Ctrl+C.

    Without `now` the clock begins on a day on which the first of the plans has reports open.
    """
    set_up(level=30)
    for name in plans:
        sample(name)
    now = now or datetime.fromisoformat(DAYS.get(plans[0] if plans else "", DAYS["hospital-2024"]))
    begins = now.replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    with tempfile.TemporaryDirectory(prefix="orynda-demo-") as folder:
        asyncio.run(_serve(Path(folder), begins, port, plans, ready))


async def _serve(folder: Path, begins: datetime, port: int, plans: Sequence[str], ready: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with demo(folder, begins, port, plans, ready) as running:
        names = {
            "officer": running.officer.name,
            "manager": running.manager.name,
            "coordinator": running.coordinator.name,
            "colleague": running.colleague.name if running.colleague else "",
        }
        welcome = WELCOME_READY if ready else WELCOME
        sys.stdout.write(welcome.format(address=running.address, **names))
        sys.stdout.flush()
        await stop.wait()
