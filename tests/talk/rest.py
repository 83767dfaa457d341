"""When a bot of this process has nothing left to do: people look, and act again, only then."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from datetime import datetime
from pathlib import Path

from bot.app import App
from bot.intake.fetching import AT_ONCE
from sandbox import Running

REST_SECONDS = 1.0
"""How long a person waits for a bot that does not come to rest: one that a test keeps from it."""

Left = tuple[datetime | None, bool, frozenset[int]]
"""When the next message goes out, whether one is going out now, the files whose bytes are not here yet."""


class Rest:
    """Watches a bot that runs in this process, its SQLite database, and the sandbox's updates for it."""

    def __init__(self, app: App, running: Running, database: Path) -> None:
        self._app = app
        self._running = running
        self._watch = sqlite3.connect(database)
        self._looked: tuple[int, Left] | None = None

    def close(self) -> None:
        """Closes the connection that only watches."""
        self._watch.close()

    async def come(self) -> bool:
        """Waits until the bot has answered all that was sent to it and has said all that is due; → whether it has."""
        end, pause = time.monotonic() + REST_SECONDS, 0.001
        while self._is_up and time.monotonic() < end:
            if await self._has_said_all():
                return True
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, 0.02)  # whoever looks too often keeps the bot from its work
        return False

    @property
    def _is_up(self) -> bool:
        return len(self._app.tasks) > 0

    async def _has_said_all(self) -> bool:
        if self._running.world.updates.waiting or self._app.intake.backlog:
            return False
        next_at, is_sending, unfetched = await self._left()
        fetching = self._app.fetching  # what is wrong with a file is told after its bytes are kept
        is_fetching = fetching._room._value < AT_ONCE or unfetched - fetching._given_up
        is_due = next_at is not None and next_at <= self._app.clock.now()
        return not is_sending and not is_fetching and not is_due

    async def _left(self) -> Left:
        """What the database says is left to do, looked up again where anything was committed since the last look."""
        committed = self._watch.execute("PRAGMA data_version").fetchone()[0]
        if self._looked is None or self._looked[0] != committed:
            async with self._app.storage.read() as work:
                next_at = await work.outbox.next_at()
                is_sending = bool(await work.outbox.unknown())
                unfetched = frozenset(e.id for e in await work.evidence.unfetched())
            self._looked = committed, (next_at, is_sending, unfetched)
        return self._looked[1]
