"""The bell: at once, then regularly; never two ticks at a time; a failed tick does not silence it."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta

import pytest

from reminders.schedule import Schedule

SOON = timedelta(seconds=0.05)


class Ticks:
    """Counts ticks, and how many were running at the same time at most."""

    def __init__(self, takes: float = 0.0, fails: int = 0) -> None:
        self.takes, self.fails = takes, fails
        self.begun = self.ended = self.most = 0
        self.beginnings: asyncio.Queue[int] = asyncio.Queue()
        self.ends: asyncio.Queue[int] = asyncio.Queue()

    async def __call__(self) -> None:
        self.begun += 1
        self.most = max(self.most, self.begun - self.ended)
        self.beginnings.put_nowait(self.begun)
        try:
            await asyncio.sleep(self.takes)
            if self.begun <= self.fails:
                raise RuntimeError("a tick that fails")
        finally:
            self.ended += 1
            self.ends.put_nowait(self.ended)


async def until(ticks: Ticks, count: int) -> None:
    """Waits for the end of that many ticks."""
    async with asyncio.timeout(5):
        while await ticks.ends.get() < count:
            pass


async def test_it_rings_at_once_and_then_regularly_until_stopped() -> None:
    ticks = Ticks()
    schedule = Schedule(ticks, SOON)
    schedule.start()
    await until(ticks, 3)
    await schedule.stop()
    rung = ticks.begun
    await asyncio.sleep(0.2)
    assert ticks.begun == rung


async def test_the_first_ring_does_not_wait_for_the_interval() -> None:
    ticks = Ticks()
    schedule = Schedule(ticks, timedelta(hours=1))
    schedule.start()
    await until(ticks, 1)
    await schedule.stop()
    assert ticks.begun == 1


async def test_ticks_never_overlap_whoever_rings() -> None:
    ticks = Ticks(takes=0.12)
    schedule = Schedule(ticks, SOON)
    schedule.start()
    await asyncio.gather(*(schedule.ring() for _ in range(3)))
    await schedule.stop()
    assert ticks.begun == ticks.ended >= 3
    assert ticks.most == 1


async def test_a_tick_that_fails_is_logged_and_the_next_one_rings(caplog: pytest.LogCaptureFixture) -> None:
    ticks = Ticks(fails=1)
    schedule = Schedule(ticks, SOON)
    with caplog.at_level(logging.ERROR, logger="apscheduler"):
        schedule.start()
        await until(ticks, 2)
        await schedule.stop()
    assert "raised an exception" in caplog.text


async def test_a_failed_ring_is_the_callers() -> None:
    with pytest.raises(RuntimeError, match="a tick that fails"):
        await Schedule(Ticks(fails=1)).ring()


async def test_stopping_waits_for_the_tick_that_runs() -> None:
    ticks = Ticks(takes=0.2)
    schedule = Schedule(ticks, timedelta(hours=1))
    schedule.start()
    await asyncio.wait_for(ticks.beginnings.get(), 5)
    await schedule.stop()
    assert ticks.ended == 1
    await schedule.stop()
