"""The bell: rings a tick every few minutes of real time. The only module that knows APScheduler.

It decides nothing: each tick asks the rules what is due now, so a late, a missed or a doubled ring says nothing
twice and loses nothing. Under a virtual clock a jump rings too: whoever moves the clock awaits `ring`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

EVERY = timedelta(minutes=2)

Tick = Callable[[], Awaitable[object]]


class Schedule:
    """Rings `tick` at the start and then once in `every`; two ticks never run at the same time.

    An exception of a tick on schedule is logged by APScheduler and the next one rings as usual; one of `ring` is
    the caller's.
    """

    def __init__(self, tick: Tick, every: timedelta = EVERY) -> None:
        self._tick = tick
        self._every = every
        self._ringing = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(timezone=UTC)

    def start(self) -> None:
        """Begins to ring, on the running event loop; the first time at once."""
        self._scheduler.add_job(
            self.ring,
            IntervalTrigger(seconds=self._every.total_seconds(), timezone=UTC),
            id="tick",
            next_run_time=datetime.now(UTC),
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
        )
        self._scheduler.start()

    async def ring(self) -> None:
        """One tick now, after the one that may be running."""
        async with self._ringing:
            await self._tick()

    async def stop(self) -> None:
        """Rings no more; waits for a tick that is running."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        async with self._ringing:
            self._scheduler.shutdown(wait=False)
        await asyncio.sleep(0)  # APScheduler shuts down on the loop's next turn
