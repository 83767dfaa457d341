"""Lives quarters: five officers at once, whatever happens to the bot meanwhile, and the reckoning at the end."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sandbox import Running, create_app, serve
from sandbox.client.client import Sandbox
from sandbox.server import TOKEN
from sandbox.world.faults import Fault
from tests.crash import ledger
from tests.crash.botprocess import BEGINS, BotProcess
from tests.crash.officer import Officer, phone_of
from tests.crash.quarter import open_quarter

NAMES = ("Айгуль", "Данияр", "Гүлнар", "Ерлан", "Мадина")
NETWORK_SECONDS = 0.02
"""Telegram is not next door: between a call and its effect something can happen."""

STORY_SECONDS = 600.0
SETTLING_SECONDS = 20.0


@dataclass
class Quarter:
    """One quarter under way."""

    running: Running
    bot: BotProcess
    officers: list[Officer]
    caught: Counter[str] = field(default_factory=Counter)

    def is_over(self) -> bool:
        return all(officer.finished for officer in self.officers)

    def after_kill(self) -> None:
        """Looks at what the kill left: everything confirmed is durable, and what is unfinished is known."""
        with ledger.copied(self.bot.database) as connection:
            for officer in self.officers:
                ledger.hold_journal(connection, officer)
            self.caught.update(ledger.unsettled(connection).keys() or ("nothing under way",))
        if self.running.world.updates.waiting:
            self.caught["updates at Telegram"] += 1


@asynccontextmanager
async def quarter(template: Path, folder: Path, chance: random.Random) -> AsyncIterator[Quarter]:
    """A sandbox, five officers with their phones, and the bot's process, started."""
    app = create_app(now=datetime.fromisoformat(BEGINS))
    async with serve(app) as running, Sandbox(running.base_url) as sandbox:
        running.world.limits.on = False  # these people type faster than Telegram would let the bot answer
        running.world.faults.add(network())
        bot = BotProcess(folder, running.base_url, TOKEN)
        seats = await open_quarter(template, bot.database)
        officers = [
            Officer(seat, await phone_of(sandbox, name), bot, random.Random(chance.random()), _nothing)
            for seat, name in zip(seats, NAMES, strict=True)
        ]
        officers[0].hands_in_early = True
        bot.start()
        try:
            yield Quarter(running, bot, officers)
        finally:
            bot.kill()


def _nothing() -> None: ...


def network() -> Fault:
    """The way to Telegram and back, as the sandbox plays it."""
    return Fault("*", "delay", seconds=NETWORK_SECONDS)


async def live(quarter: Quarter, meanwhile: Awaitable[None]) -> None:
    """All stories beside what happens meanwhile, then the reckoning. Raises AssertionError that explains itself."""
    try:
        async with asyncio.timeout(STORY_SECONDS):
            await _together([_story(officer) for officer in quarter.officers], meanwhile)
            await settle(quarter)
        assert not quarter.running.world.updates.waiting, "updates that the bot never took"
        assert await quarter.bot.stop() == 0, "the bot did not stop in order"
        await reckon(quarter)
    except AssertionError as error:
        raise AssertionError(f"{error}\n\n{_log(quarter)}") from None
    except TimeoutError:
        left = {officer.seat.post: officer.left for officer in quarter.officers if not officer.finished}
        raise AssertionError(f"stories without an end: {left}\n\n{_log(quarter)}") from None


async def _together(stories: Sequence[Awaitable[None]], other: Awaitable[None]) -> None:
    tasks = [asyncio.ensure_future(work) for work in (*stories, other)]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _story(officer: Officer) -> None:
    try:
        await officer.live()
    except AssertionError as error:
        raise AssertionError(f"{officer.seat.post}: {error}\n\n{officer.phone.shown()}") from None


async def settle(quarter: Quarter) -> None:
    """Waits until the bot has nothing left to do. Raises AssertionError where it never comes to that."""
    end = time.monotonic() + SETTLING_SECONDS
    while True:
        with ledger.open_read(quarter.bot.database) as connection:
            left = ledger.unsettled(connection)
        if not left:
            return
        assert time.monotonic() < end, f"the bot left undone: {dict(left)}"
        await asyncio.sleep(0.1)


async def reckon(quarter: Quarter) -> None:
    """Holds the database and the disk against what the officers did and saw."""
    with ledger.open_read(quarter.bot.database) as connection:
        for officer in quarter.officers:
            ledger.hold_journal(connection, officer)
            ledger.hold_reports(connection, officer)
        ledger.hold_evidence(connection, quarter.officers, quarter.bot.files)
        ledger.hold_rest(connection, quarter.officers)
    await ledger.hold_chain(quarter.bot.database)
    errors = quarter.bot.errors()
    assert not errors, f"the bot logged errors: {errors[:3]}"


def _log(quarter: Quarter) -> str:
    return f"the bot's log:\n{quarter.bot.log_tail()}"
