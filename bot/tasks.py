"""The one place where tasks are started: it keeps a reference to each and logs those that fail."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import structlog

log = structlog.get_logger(__name__)


class Tasks:
    """A group of tasks that ends together. A loose `asyncio.create_task` may be collected in mid-flight."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def __len__(self) -> int:
        return len(self._running)

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Runs the coroutine beside everything else; a failure is logged under `name`."""
        task = asyncio.create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("task failed", task=task.get_name(), exc_info=error)

    async def wait(self, seconds: float) -> bool:
        """Waits for all to end by themselves; → whether they did so in time."""
        if not self._running:
            return True
        _, left = await asyncio.wait(set(self._running), timeout=seconds)
        return not left

    async def close(self, grace: float = 0.0) -> None:
        """Waits `grace` seconds, cancels what is left, and waits until it has ended."""
        if grace:
            await self.wait(grace)
        left = set(self._running)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
