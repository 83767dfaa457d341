"""The queue of updates as getUpdates gives it out: offsets, long polls, conflicts, what is kept and for how long."""

import asyncio
import random
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice, takewhile
from typing import Any

from sandbox.errors import conflict
from sandbox.world.clock import Clock, monotonic
from sandbox.world.faults import Faults

KEPT_SECONDS = 24 * 3600.0
TAP_KEPT_SECONDS = 150.0
QUIET = timedelta(days=7)
LONGEST_POLL = 50
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass
class Update:
    """One update; it is dropped unseen at `expires` (real seconds)."""

    id: int
    kind: str
    payload: dict[str, Any]
    expires: float

    def as_json(self) -> dict[str, Any]:
        """Telegram's `Update`."""
        return {"update_id": self.id, self.kind: self.payload}


class UpdateQueue:
    """Numbers updates and keeps them until they are acknowledged.

    How long they are kept runs by real time (a jump of the clock loses none); the week of silence after which
    Telegram numbers anew from a random place runs by the sandbox's clock, so that tests can live through it.
    """

    def __init__(self, clock: Clock, faults: Faults, chance: random.Random) -> None:
        self._clock = clock
        self._faults = faults
        self._chance = chance
        self._pending: deque[Update] = deque()
        self._taps: deque[Update] = (
            deque()
        )  # the pending taps, which are dropped sooner than what came before them
        self._again: deque[Update] = deque()
        self._acknowledged: deque[Update] = deque(maxlen=1000)
        self._next_id = chance.randint(100_000_000, 900_000_000)
        self._last_at: datetime = clock.now()
        self._allowed: frozenset[str] | None = None
        self._waiter: asyncio.Future[None] | None = None
        self._poll: asyncio.Future[str] | None = None
        self._last_offset: int | None = None
        self._last_call = 0.0

    # What comes in

    def push(self, kind: str, payload: dict[str, Any]) -> None:
        """Queues an update, unless the bot asked for other kinds only."""
        if self._allowed is not None and kind not in self._allowed:
            return
        if self._allowed is None and kind in NOT_BY_DEFAULT:
            return
        now = self._clock.now()
        if not self._pending and now - self._last_at >= QUIET:
            self._next_id = self._chance.randint(100_000_000, 900_000_000)
            self._acknowledged.clear()
        self._last_at = now
        kept = TAP_KEPT_SECONDS if kind == "callback_query" else KEPT_SECONDS
        update = Update(self._next_id, kind, payload, monotonic() + kept)
        self._pending.append(update)
        if kind == "callback_query":
            self._taps.append(update)
        self._next_id += 1
        self._wake()

    def allow(self, kinds: Any) -> None:
        """Sets the kinds of updates wanted from now on: sticky, None changes nothing, an empty list is the default."""
        if not isinstance(kinds, list):
            return
        names = frozenset(str(kind) for kind in kinds)
        self._allowed = names or None

    @property
    def allowed(self) -> list[str] | None:
        """The kinds asked for, None for the default."""
        return sorted(self._allowed) if self._allowed is not None else None

    def repeat_last(self, count: int) -> None:
        """Makes the last `count` acknowledged updates come again."""
        self._again.extend(list(self._acknowledged)[-count:])
        self._wake()

    # What goes out

    async def get(self, offset: int, limit: int, seconds: int) -> list[dict[str, Any]]:
        """One getUpdates call; ends the poll that is waiting. Raises 409 when it is ended itself."""
        self.end_poll(OTHER_POLL)
        now = monotonic()
        if offset == self._last_offset:
            if seconds < 3 and now < self._last_call + 3.0:
                seconds = 3
            if now < self._last_call + 0.5:
                limit = 1
        self._last_offset, self._last_call = offset, now
        self._acknowledge(offset)
        if not self.waiting and seconds > 0:
            await self._wait(seconds)
        return [update.as_json() for update in self._take(limit)]

    def end_poll(self, reason: str) -> None:
        """Ends the waiting poll, if there is one, with 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(reason)

    @property
    def waiting(self) -> int:
        """How many updates wait for the bot."""
        self._drop_expired()
        return len(self._pending) + len(self._again)

    def _drop_expired(self) -> None:
        now = monotonic()
        expired = False
        while self._taps and self._taps[0].expires <= now:
            self._taps.popleft()
            expired = True
        if expired or (self._pending and self._pending[0].expires <= now):
            self._pending = deque(update for update in self._pending if update.expires > now)

    def _take(self, limit: int) -> list[Update]:
        self._drop_expired()
        again = [self._again.popleft() for _ in range(min(limit, len(self._again)))]
        return again + list(islice(self._pending, limit - len(again)))

    def _acknowledge(self, offset: int) -> None:
        """Drops what is below the offset; a negative one keeps that many of the newest.

        An offset far above the newest number is left from before a quiet week, and drops nothing.
        """
        self._drop_expired()
        if offset < 0:
            self._drop(max(0, len(self._pending) + offset))
        elif 0 < offset <= self._next_id + 10:
            self._drop(sum(1 for _ in takewhile(lambda update: update.id < offset, self._pending)))

    def _drop(self, count: int) -> None:
        if not count:
            return
        dropped = [self._pending.popleft() for _ in range(count)]
        self._acknowledged.extend(dropped)
        if self._faults.redelivers():
            self._again.extend(dropped)

    async def _wait(self, seconds: int) -> None:
        loop = asyncio.get_running_loop()
        poll = self._poll = loop.create_future()
        wake = self._waiter = loop.create_future()
        try:
            await asyncio.wait({poll, wake}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if poll.done():
                raise conflict(poll.result())
        finally:
            if self._poll is poll:
                self._poll = self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    # For the webhook

    def take_for_webhook(self) -> list[Update]:
        """Everything that waits, taken out of the queue."""
        taken = self._take(len(self._pending) + len(self._again))
        self._pending.clear()
        return taken

    def put_back(self, updates: list[Update]) -> None:
        """Returns updates that the webhook did not deliver, in order, to the front."""
        self._pending.extendleft(reversed(updates))
        self._wake()

    async def arrival(self) -> None:
        """Waits until something is in the queue."""
        while not self.waiting:
            self._waiter = asyncio.get_running_loop().create_future()
            await self._waiter

    def clear(self) -> None:
        """Drops everything that waits (drop_pending_updates)."""
        self._pending.clear()
        self._again.clear()
