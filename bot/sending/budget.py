"""Who may send now: one budget for all chats, answers before bulk, one message a second in a chat.

Telegram lets a bot send about 30 messages a second over all and one a second in a chat, of which a short burst may
come at once (Bots FAQ). A chat that it refuses is paused alone, and nobody waits for somebody else's chat.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Literal

Lane = Literal["answer", "bulk"]

WINDOW = 1.0
CHAT_PAUSE = 1.0
CHAT_BURST = 5
"""New messages that answers may send to a chat at once; bulk sends one at a time."""

IN_A_ROW = 3
"""So many people's chats refused, and no call taken in between, may mean that the whole bot is refused."""

PROBE_SECONDS = 1.0


@dataclass(eq=False, slots=True)
class _Waiting:
    chat_id: int
    cost: int
    is_new: bool
    turn: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Budget:
    """At most `limit` messages in any second. Bulk is spaced evenly, so that a slot for an answer is never far.

    Telegram does not say whose limit a 429 was. Where one chat after the other is refused, it may be everybody's:
    bulk then waits, and answers go one at a time (a probe) until one of them is taken, which says that it was not.
    """

    def __init__(self, limit: float, chat_pause: float = CHAT_PAUSE) -> None:
        self._limit = limit
        self._chat_pause = chat_pause
        self._lanes: dict[Lane, deque[_Waiting]] = {"answer": deque(), "bulk": deque()}
        self._sent: deque[float] = deque()
        self._chats: dict[int, float] = {}
        """When a chat's pace has caught up with all that was sent to it."""
        self._paused: dict[int, float] = {}
        self._refused: set[int] = set()
        """People's chats that were refused since a call was last taken."""
        self._narrow_until = 0.0
        self._probe_from = 0.0
        self._bulk_from = 0.0
        self._timer: asyncio.TimerHandle | None = None

    async def take(self, lane: Lane, chat_id: int, cost: int, *, is_new: bool = True) -> None:
        """Waits for this lane's turn to send `cost` messages to the chat.

        `is_new` is False for an edit, which counts against the whole budget and not against the chat's pace.
        """
        waiting = _Waiting(chat_id, cost, is_new)
        self._lanes[lane].append(waiting)
        self._grant()
        await waiting.turn

    def wait_for_chat(self, lane: Lane, chat_id: int) -> float:
        """Seconds until the chat itself, whatever the others do, takes a new message of that lane."""
        return max(0.0, self._chat_free_at(lane, chat_id, True) - time.monotonic())

    def flooded(self, chat_id: int, seconds: float) -> None:
        """Telegram answered 429: the chat is paused. A group's limit is its own and says nothing of others."""
        until = time.monotonic() + seconds
        self._paused[chat_id] = max(self._paused.get(chat_id, 0.0), until)
        if chat_id <= 0:
            return
        self._refused.add(chat_id)
        if len(self._refused) >= IN_A_ROW:
            self._narrow_until = max(self._narrow_until, until)

    def taken(self) -> None:
        """Telegram took a message: whatever was refused, it is not the whole bot."""
        self._refused.clear()
        if self._narrow_until:
            self._narrow_until = 0.0
            self._grant()

    def _grant(self) -> None:
        """Lets go everyone whose turn it is, and comes back when the next one's turn is."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        now = time.monotonic()
        self._forget(now)
        next_at, full = self._serve("answer", now)
        if not full:
            bulk_at, _ = self._serve("bulk", now)
            next_at = min(next_at, bulk_at)
        if next_at < math.inf:
            self._timer = asyncio.get_running_loop().call_later(max(0.001, next_at - now), self._grant)

    def _serve(self, lane: Lane, now: float) -> tuple[float, bool]:
        """Grants what may go now; → when the next may go, and whether the lane waits for the budget itself.

        One whose chat has to wait is stepped over; where the budget is used up, everybody waits.
        """
        queue, held = self._lanes[lane], deque[_Waiting]()
        next_at, full = math.inf, False
        while queue and not full:
            waiting = queue.popleft()
            if waiting.turn.done():
                continue
            chat_at = self._chat_free_at(lane, waiting.chat_id, waiting.is_new)
            budget_at = self._budget_free_at(lane, waiting.cost, now)
            if max(chat_at, budget_at) <= now:
                self._spend(lane, waiting, now)
                waiting.turn.set_result(None)
                continue
            held.append(waiting)
            next_at = min(next_at, max(chat_at, budget_at))
            full = chat_at <= now
        held.extend(queue)
        self._lanes[lane] = held
        return next_at, full

    def _chat_free_at(self, lane: Lane, chat_id: int, is_new: bool) -> float:
        paused = self._paused.get(chat_id, 0.0)
        if not is_new:
            return paused
        burst = CHAT_BURST - 1 if lane == "answer" else 0
        return max(paused, self._chats.get(chat_id, 0.0) - burst * self._chat_pause)

    def _budget_free_at(self, lane: Lane, cost: int, now: float) -> float:
        at = self._bulk_from if lane == "bulk" else 0.0
        if self._narrow_until > now:
            at = max(at, self._narrow_until if lane == "bulk" else self._probe_from)
        over = math.ceil(len(self._sent) + cost - max(1.0, self._limit))
        if not self._limit or over <= 0 or not self._sent:
            return at
        return max(at, self._sent[min(len(self._sent), over) - 1] + WINDOW)

    def _spend(self, lane: Lane, waiting: _Waiting, now: float) -> None:
        if self._narrow_until > now:
            self._probe_from = now + PROBE_SECONDS
        if not self._limit:
            return
        self._sent.extend([now] * waiting.cost)
        if waiting.is_new:
            caught_up = max(now, self._chats.get(waiting.chat_id, 0.0))
            self._chats[waiting.chat_id] = caught_up + self._chat_pause * waiting.cost
        if lane == "bulk":
            self._bulk_from = max(self._bulk_from, now + WINDOW * waiting.cost / self._limit)

    def _forget(self, now: float) -> None:
        while self._sent and self._sent[0] + WINDOW <= now:
            self._sent.popleft()
        if len(self._chats) > 1000:
            self._chats = {chat: at for chat, at in self._chats.items() if at > now}
        self._paused = {chat: at for chat, at in self._paused.items() if at > now}
