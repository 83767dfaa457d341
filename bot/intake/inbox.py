"""Updates in: kept before they are acknowledged, then handled in order for each person, many people at once.

`accept` is the only door, for polling and webhook alike. What a crash left unhandled is handled at start.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.logs import log_unexpected
from bot.metrics import Metrics
from bot.tasks import Tasks
from core.ports.queues import Incoming
from core.ports.unit_of_work import Clock, Storage
from storage.full import is_full

Handle = Callable[[Incoming], Awaitable[None]]
"""Handles one update and marks it done in its own transaction.

An exception after that commit must not undo the answer, so such an update is not tried again.
"""

OnPoison = Callable[[Incoming, str], Awaitable[None]]
"""Told of an update that was set aside, with the id under which its last error stands in the log."""

Admits = Callable[[Mapping[str, Any], int | None], Awaitable[bool]]
"""Whether a raw update of that person is to be kept at all."""

TRIES = 3
PAUSES = (0.2, 1.0, 5.0, 30.0)
"""Seconds between tries; the last one again and again where not even the failure can be written down."""

KEPT_FOR = timedelta(days=7)
"""Telegram forgets an update after a day and may use its number again after a week."""

SENT_KEPT_FOR = timedelta(days=180)
"""What was sent, or failed: for looking something up, and long after its key could be claimed again."""

OnTrouble = Callable[[Exception, Sequence[int]], Awaitable[None]]
"""Told of what kept these people's updates from being kept or handled for now; they are tried again."""

PRUNED_EVERY = 6 * 3600.0


def person_of(update: Mapping[str, Any]) -> int | None:
    """Who sent a raw update: the id of its `from` or `user`; None where there is nobody (a channel's post)."""
    for part in update.values():
        if isinstance(part, Mapping):
            sender = part.get("from") or part.get("user")
            if isinstance(sender, Mapping) and isinstance(sender.get("id"), int):
                return int(sender["id"])
    return None


class Intake:
    """Keeps updates and works them off. `start` first, then `accept` as they come, `stop` in the end."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        handle: Handle,
        on_poison: OnPoison,
        metrics: Metrics,
        *,
        admits: Admits | None = None,
        on_trouble: OnTrouble | None = None,
        at_once: int = 64,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._handle = handle
        self._on_poison = on_poison
        self._on_trouble = on_trouble
        self._metrics = metrics
        self._admits = admits
        self._pauses = pauses
        self._room = asyncio.Semaphore(at_once)
        self._queues: dict[int | None, deque[tuple[Incoming, float]]] = {}
        self._here: set[int] = set()
        self._stopping = asyncio.Event()
        self._tasks = Tasks()
        self._pruned_at = time.monotonic()
        self.set_aside = 0

    @property
    def backlog(self) -> int:
        """How many updates are kept and not handled yet."""
        return len(self._here)

    async def start(self) -> None:
        """Queues what an earlier run kept and did not finish, in order of arrival."""
        await self._prune()
        async with self._storage.read() as work:
            left = await work.inbox.waiting()
        for incoming in left:
            self._queue(incoming)

    async def accept(self, updates: Sequence[Mapping[str, Any]]) -> int:
        """Keeps raw updates, durably when it returns, and has the new ones handled. → how many were new.

        Raises ValueError where one has no number, and whatever the storage raises: then nothing was kept.
        """
        rows = [self._row(update) for update in updates if await self._is_admitted(update)]
        if not rows:
            return 0
        try:
            async with self._storage.begin() as work:
                new = await work.inbox.keep(rows)
        except Exception as error:
            await self._in_trouble(error, rows)
            raise
        self._metrics.updates.inc(len(new))
        for incoming in new:
            self._queue(incoming)
        if time.monotonic() - self._pruned_at > PRUNED_EVERY:
            await self._prune()
        return len(new)

    async def settled(self, seconds: float) -> bool:
        """Waits until everything kept is handled; → whether that was so in time."""
        return await self._tasks.wait(seconds)

    async def stop(self, grace: float = 10.0) -> None:
        """Lets the updates being handled finish, `grace` seconds at most; the others wait for the next start."""
        self._stopping.set()
        await self._tasks.close(grace)

    async def _is_admitted(self, update: Mapping[str, Any]) -> bool:
        if self._admits is None or await self._admits(update, person_of(update)):
            return True
        self._metrics.turned_away.inc()
        return False

    def _row(self, update: Mapping[str, Any]) -> Incoming:
        number = update.get("update_id")
        if not isinstance(number, int):
            raise ValueError("an update without update_id")
        return Incoming(
            update_id=number,
            person_id=person_of(update),
            payload=json.dumps(update, ensure_ascii=False),
            received_at=self._clock.now(),
        )

    def _queue(self, incoming: Incoming) -> None:
        if incoming.update_id in self._here:
            return
        self._here.add(incoming.update_id)
        self._metrics.backlog.set(len(self._here))
        item = (incoming, time.monotonic())
        queue = self._queues.get(incoming.person_id)
        if queue is not None:
            queue.append(item)
            return
        self._queues[incoming.person_id] = deque([item])
        self._tasks.start(self._work(incoming.person_id), name=f"updates of {incoming.person_id}")

    async def _work(self, person_id: int | None) -> None:
        """One person's updates, one after the other."""
        queue = self._queues[person_id]
        while queue and not self._stopping.is_set():
            incoming, since = queue[0]
            await self._one(incoming)
            queue.popleft()
            self._here.discard(incoming.update_id)
            self._metrics.backlog.set(len(self._here))
            self._metrics.answers.observe(time.monotonic() - since)
        if not queue:
            del self._queues[person_id]

    async def _one(self, incoming: Incoming) -> None:
        """Handles one update, again after a failure, until it is done or set aside."""
        for attempt in range(1_000_000):
            try:
                async with self._room:
                    await self._handle(incoming)
                return
            except Exception as error:
                name = log_unexpected(
                    "update failed", error, update_id=incoming.update_id, person_id=incoming.person_id
                )
                if await (
                    self._is_done(incoming) if is_full(error) else self._is_over(incoming, error, name)
                ):
                    return
                await self._in_trouble(error, [incoming])
            if await self._stopped_within(self._pauses[min(attempt, len(self._pauses) - 1)]):
                return

    async def _is_done(self, incoming: Incoming) -> bool:
        """Whether it was answered before the disk was full. That counts as no try: there will be room again."""
        try:
            async with self._storage.read() as work:
                return not await work.inbox.is_waiting(incoming.update_id)
        except Exception as error:
            log_unexpected("not known whether an update is done", error, update_id=incoming.update_id)
            return False

    async def _is_over(self, incoming: Incoming, error: Exception, name: str) -> bool:
        """Writes the failure down; → whether the update is not to be tried again.

        Where it cannot be written the storage is at fault, not the update: that counts as no try.
        """
        try:
            async with self._storage.begin() as work:
                if not await work.inbox.is_waiting(incoming.update_id):
                    return True
                words = f"{name} {type(error).__name__}: {error}"
                if not await work.inbox.failed(incoming.update_id, words, TRIES):
                    return False
        except Exception as worse:
            log_unexpected("failure not written down", worse, update_id=incoming.update_id)
            return False
        self.set_aside += 1
        self._metrics.set_aside.inc()
        try:
            await self._on_poison(incoming, name)
        except Exception as worse:
            log_unexpected("nobody told of an update set aside", worse, update_id=incoming.update_id)
        return True

    async def _in_trouble(self, error: Exception, rows: Sequence[Incoming]) -> None:
        if self._on_trouble is not None:
            await self._on_trouble(error, [r.person_id for r in rows if r.person_id is not None])

    async def _stopped_within(self, seconds: float) -> bool:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return False
        return True

    async def _prune(self) -> None:
        self._pruned_at = time.monotonic()
        async with self._storage.begin() as work:
            await work.inbox.prune(self._clock.now() - KEPT_FOR)
            await work.outbox.prune(self._clock.now() - SENT_KEPT_FOR)
