"""Watches an event loop from inside: the longest time that it stood still, and the memory that its process holds."""

from __future__ import annotations

import asyncio
import os
import time
from types import TracebackType

from bench.programs import memory

TICK_SECONDS = 0.005


class Watch:
    """`async with Watch() as watch:` → `watch.stall`, in seconds, and `watch.peak`, the most MiB that were resident."""

    def __init__(self) -> None:
        self.stall = 0.0
        self.seconds = 0.0
        self.peak = 0.0
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Watch:
        self._began = time.perf_counter()
        self._task = asyncio.create_task(self._look())
        await asyncio.sleep(0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        assert self._task is not None
        self.seconds = time.perf_counter() - self._began
        await asyncio.sleep(2 * TICK_SECONDS)
        self._task.cancel()
        self.peak = max(self.peak, resident())

    async def _look(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK_SECONDS)
            late = time.perf_counter() - before - TICK_SECONDS
            if late > self.stall:
                self.stall = late
                self.peak = max(self.peak, resident())


def resident() -> float:
    """MiB of this process."""
    return memory(os.getpid())["rss"]
