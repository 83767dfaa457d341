"""Ends the bot at random moments: after somebody's act, after one of its calls to Telegram, or while it starts."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from typing import Literal

from sandbox import Running
from tests.crash.botprocess import BotProcess

Moment = Literal["act", "call", "start"]
WAIT = 15.0
"""Seconds after which the bot is killed though the awaited act or call has not come: a start may take several."""


class Killer:
    """Kills and starts again until `kills` are done or the stories are over."""

    def __init__(
        self,
        bot: BotProcess,
        running: Running,
        chance: random.Random,
        on_killed: Callable[[], None],
        is_over: Callable[[], bool],
    ) -> None:
        self._bot = bot
        self._calls = running.world.calls
        self._chance = chance
        self._on_killed = on_killed
        self._is_over = is_over
        self._acted = asyncio.Event()
        self.done = 0

    def pulse(self) -> None:
        """Somebody did something."""
        self._acted.set()

    async def run(self, kills: int) -> None:
        """The bot runs when this ends."""
        while self.done < kills:
            await self._moment()
            if self._is_over():
                return
            self._bot.kill()
            self.done += 1
            self._on_killed()
            await asyncio.sleep(self._chance.choice((0.0, self._chance.uniform(0.0, 0.3))))
            self._bot.start()

    async def _moment(self) -> None:
        kind: Moment = self._chance.choices(("act", "call", "start"), (6, 4, 1))[0]
        if kind == "start":
            await asyncio.sleep(self._chance.uniform(0.3, 1.6))
        elif kind == "act":
            self._acted.clear()
            await self._until(self._acted.is_set)
            await asyncio.sleep(self._chance.uniform(0.0, 0.4))
        else:
            wanted, made = self._chance.randint(5, 30), len(self._calls.since(0, None))
            await self._until(lambda: bool(self._calls.since(made + wanted, None)))
            await asyncio.sleep(self._chance.uniform(0.0, 0.02))

    async def _until(self, happened: Callable[[], bool]) -> None:
        end = time.monotonic() + WAIT
        while not (happened() or self._is_over()) and time.monotonic() < end:  # noqa: ASYNC110 (the call log has no event)
            await asyncio.sleep(0.002)
