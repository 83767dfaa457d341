"""Messages that nobody waits for: one row at a time is claimed, rendered and sent in the bulk lane (decision 5).

Jobs (kinds that may take minutes) are claimed by loops of their own, so that nobody's message waits for one.

A row is marked as being called before the call; the Bot API has no idempotency key, so what was being called when
the process died is unknown, and its kind says whether it is sent again.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import timedelta
from typing import Any, TypedDict

import structlog
from telegram import Bot, Message

from bot.logs import log_unexpected
from bot.metrics import Metrics
from bot.sending.refusals import NotDelivered, TryLater, Unconfirmed
from bot.sending.sender import Sender
from core.ports.queues import Outgoing
from core.ports.unit_of_work import Clock, Storage

log = structlog.get_logger(__name__)

Send = Callable[[Bot], Awaitable[Any]]
Render = Callable[[Outgoing], Awaitable[Sequence[Send]]]
"""What to send for a row, made at the moment of sending; nothing where there is nothing left to say."""

ResendUnknown = Callable[[str], bool]
"""Whether a message of this kind is sent again when nobody knows whether it went out."""

RESENDS = 5
LOOK_AGAIN_SECONDS = 60.0
"""Other processes may queue rows too (a scheduler of its own), and they cannot poke this one."""

TROUBLE_SECONDS = 5.0

JOBS_AT_ONCE = 2


class Kinds(TypedDict):
    """What a claim is narrowed to."""

    only: Collection[str] | None
    but: Collection[str]


class Lane:
    """Which kinds a loop claims: these `only`, or all `but` those. Each has its own wake-up, or one takes another's."""

    def __init__(self, *, only: Collection[str] | None = None, but: Collection[str] = ()) -> None:
        self.kinds = Kinds(only=only, but=but)
        self.poked = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.poked.wait(), seconds)
        except TimeoutError:
            return


EVERY_KIND = Kinds(only=None, but=())


class Outbox:
    """The loops. Each wakes when poked, when its next row is due, and once a minute."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        sender: Sender,
        render: Render,
        resend_unknown: ResendUnknown,
        metrics: Metrics,
        jobs: Collection[str] = (),
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._sender = sender
        self._render = render
        self._resend_unknown = resend_unknown
        self._metrics = metrics
        self._lanes = [Lane(but=jobs), *(Lane(only=jobs) for _ in range(JOBS_AT_ONCE if jobs else 0))]
        self._stopping = False

    def poke(self) -> None:
        """Something was queued, or the clock moved."""
        for lane in self._lanes:
            lane.poked.set()

    def stop(self) -> None:
        """Ends the loops after the rows that are being sent."""
        self._stopping = True
        self.poke()

    async def run(self) -> None:
        """Resolves what is unknown, then sends until `stop`."""
        first = self._lanes[0]
        while not self._stopping and not await self._has_resolved():
            await first.wait(TROUBLE_SECONDS)
            first.poked.clear()
        await asyncio.gather(*(self._run(lane) for lane in self._lanes))

    async def _has_resolved(self) -> bool:
        try:
            await self._resolve_unknown()
        except Exception as error:
            log_unexpected("outbox in trouble", error)
            return False
        return True

    async def _run(self, lane: Lane) -> None:
        while not self._stopping:
            lane.poked.clear()
            try:
                while not self._stopping and await self.send_next(lane.kinds):
                    pass
                pause = await self._until_next(lane.kinds)
            except Exception as error:
                log_unexpected("outbox in trouble", error)
                pause = TROUBLE_SECONDS
            if not self._stopping:
                await lane.wait(pause)

    async def send_next(self, kinds: Kinds = EVERY_KIND) -> bool:
        """Claims and sends one row of those kinds; False where none is due."""
        async with self._storage.begin() as work:
            row = await work.outbox.claim(self._clock.now(), **kinds)
        if row is None:
            return False
        try:
            message_id = await self._send(row)
        except TryLater as error:
            await self._retry(row, error.seconds, str(error))
        except Unconfirmed as error:
            await self._unknown(row, str(error))
        except NotDelivered as error:
            await self._fail(row, f"{type(error).__name__}: {error}")
        except Exception as error:
            await self._fail(row, log_unexpected("not rendered", error, kind=row.kind, key=row.key))
        else:
            async with self._storage.begin() as work:
                await work.outbox.sent(row.id, self._clock.now(), message_id)
            self._metrics.outbox.labels("sent").inc()
        return True

    async def _send(self, row: Outgoing) -> int | None:
        """→ the last message's id. Only the first part may come back as TryLater: a row is sent whole or not."""
        message_id = None
        for number, send in enumerate(await self._render(row)):
            patience = 0.0 if number == 0 else math.inf
            result = await self._sender.bulk(send, row.person_id, patience=patience)
            if isinstance(result, Message):
                message_id = result.message_id
        return message_id

    async def _resolve_unknown(self) -> None:
        async with self._storage.read() as work:
            rows = await work.outbox.unknown()
        for row in rows:
            log.warning("unknown whether it was sent", kind=row.kind, key=row.key)
            await self._unknown(row, "the process ended during the call")

    async def _unknown(self, row: Outgoing, why: str) -> None:
        if self._resend_unknown(row.kind) and row.tries < RESENDS:
            await self._retry(row, 0.0, why)
        else:
            await self._fail(row, f"unknown whether it was sent: {why}")

    async def _retry(self, row: Outgoing, seconds: float, why: str) -> None:
        """Later and later: a network that is down is no reason to try every second."""
        pause = max(seconds, min(600.0, 2.0 ** min(row.tries, 10) - 1))
        async with self._storage.begin() as work:
            await work.outbox.retry(row.id, self._clock.now() + timedelta(seconds=pause))
        self._metrics.outbox.labels("retry").inc()
        log.info("to be sent later", kind=row.kind, key=row.key, why=why, seconds=pause)

    async def _fail(self, row: Outgoing, why: str) -> None:
        async with self._storage.begin() as work:
            await work.outbox.failed(row.id, why)
        self._metrics.outbox.labels("failed").inc()
        log.warning("not sent", kind=row.kind, key=row.key, why=why)

    async def _until_next(self, kinds: Kinds) -> float:
        async with self._storage.read() as work:
            next_at = await work.outbox.next_at(**kinds)
        if next_at is None:
            return LOOK_AGAIN_SECONDS
        return max(0.0, min(LOOK_AGAIN_SECONDS, (next_at - self._clock.now()).total_seconds()))
