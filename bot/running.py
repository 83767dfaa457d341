"""Running the bot from the command line, and pushing reminders once."""

from __future__ import annotations

import asyncio
import gc
import signal
from datetime import datetime

from bot.app import Parts, build_application
from bot.logs import set_up
from bot.sending.outbox import Kinds
from bot.settings import Settings, SettingsError
from bot.workdays import KazakhstanDays
from core.people.names import names_of_people
from core.ports.unit_of_work import Clock
from reminders.push import push
from reminders.registry import KINDS
from storage import open_storage

REMINDERS = Kinds(only=tuple(KINDS), but=())
"""What a push of its own sends; jobs and answers are for the process that talks to people."""


def run_bot(settings: Settings, *, intake: bool, scheduler: bool) -> None:
    """Runs until it is told to stop (SIGINT, SIGTERM); what is under way is finished first."""
    set_up(secret=settings.bot_token)
    asyncio.run(_run(settings, Parts(intake=intake, scheduler=scheduler)))


async def _run(settings: Settings, parts: Parts) -> None:
    app = await build_application(settings, parts=parts, patient=True)
    _leave_alone_what_stays()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, app.stopping.set)
    await app.run()


def _leave_alone_what_stays() -> None:
    """Keeps the collector from walking again and again through programs and texts, which live as long as we do.

    An answer makes some thousands of objects that die by themselves: with Python's threshold of 700 an eighth of
    the processor's time went into looking for cycles among them.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


class _At:
    """A clock that stands."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at


def _moment(at: datetime, settings: Settings) -> datetime:
    """A time that names no zone is one of the plan's zone."""
    return at if at.tzinfo is not None else at.replace(tzinfo=settings.zone)


async def remind_once(settings: Settings, *, dry_run: bool, at: datetime | None) -> list[str]:
    """One push; → a line for each reminder. What is claimed is sent before this returns.

    Raises SettingsError for `at` without `dry_run`: what is sent is said of this moment.
    """
    if dry_run:
        return await _rehearse(settings, at) or ["nobody would be reminded"]
    if at is not None:
        raise SettingsError("--at goes with --dry-run only: reminders are sent as things are now")
    app = await build_application(settings, parts=Parts(intake=False, scheduler=False))
    try:
        claimed = await app.claim_reminders()
        while await app.outbox.send_next(REMINDERS):
            pass
    finally:
        await app.stop()
    return [f"{reminder.kind}\t{reminder.person_id}\t{reminder.day}" for reminder in claimed]


async def _rehearse(settings: Settings, at: datetime | None) -> list[str]:
    from bot.app import open_clock

    storage = await open_storage(settings.database, way_to_sqlite=settings.sqlite)
    try:
        clock: Clock = _At(_moment(at, settings)) if at else await open_clock(settings.now, storage)
        due = await push(storage, clock, KazakhstanDays(), settings.zone, dry_run=True)
        async with storage.read() as work:
            names = await names_of_people(work)
    finally:
        await storage.close()
    return [f"{r.kind}\t{names.get(r.person_id, r.person_id)}\t{r.day}\t{r.count}" for r in due]
