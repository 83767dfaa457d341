"""Who may send now: one budget for all chats, answers before bulk, one bulk message a second in a chat.

Telegram lets a bot send about 30 messages a second over all and one a second in a chat (Bots FAQ).
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


@dataclass(eq=False, slots=True)
class _Waiting:
    chat_id: int
    cost: int
    turn: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Budget:
    """At most `limit` messages in any second. Bulk is spaced evenly, so that a slot for an answer is never far."""

    def __init__(self, limit: float, chat_pause: float = CHAT_PAUSE) -> None:
        self._limit = limit
        self._chat_pause = chat_pause
        self._lanes: dict[Lane, deque[_Waiting]] = {"answer": deque(), "bulk": deque()}
        self._sent: deque[float] = deque()
        self._chats: dict[int, float] = {}
        self._paused: dict[int, float] = {}
        self._all_paused = 0.0
        self._bulk_from = 0.0
        self._timer: asyncio.TimerHandle | None = None

    async def take(self, lane: Lane, chat_id: int, cost: int) -> None:
        """Waits for this lane's turn to send `cost` messages to the chat. A call of cost 0 is no message."""
        if not cost:
            await self._unpaused(chat_id)
            return
        waiting = _Waiting(chat_id, cost)
        self._lanes[lane].append(waiting)
        self._grant()
        await waiting.turn

    def flooded(self, chat_id: int, seconds: float) -> None:
        """Telegram answered 429. The chat is paused, and bulk with it, since nobody waits for bulk.

        Telegram does not say whose limit it was: a second chat refused during the pause means everybody's.
        """
        now = time.monotonic()
        people = {chat for chat, until in self._paused.items() if chat > 0 and until > now}
        self._paused[chat_id] = now + seconds
        self._bulk_from = max(self._bulk_from, now + seconds)
        if chat_id > 0 and people - {chat_id}:
            self._all_paused = max(self._all_paused, now + seconds)

    async def _unpaused(self, chat_id: int) -> None:
        wait = max(self._all_paused, self._paused.get(chat_id, 0.0)) - time.monotonic()
        if wait > 0:
            await asyncio.sleep(wait)

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
            chat_at, budget_at = (
                self._chat_free_at(lane, waiting.chat_id),
                self._budget_free_at(lane, waiting.cost),
            )
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

    def _chat_free_at(self, lane: Lane, chat_id: int) -> float:
        paused = self._paused.get(chat_id, 0.0)
        return max(paused, self._chats.get(chat_id, 0.0)) if lane == "bulk" else paused

    def _budget_free_at(self, lane: Lane, cost: int) -> float:
        at = max(self._all_paused, self._bulk_from if lane == "bulk" else 0.0)
        over = math.ceil(len(self._sent) + cost - max(1.0, self._limit))
        if not self._limit or over <= 0 or not self._sent:
            return at
        return max(at, self._sent[min(len(self._sent), over) - 1] + WINDOW)

    def _spend(self, lane: Lane, waiting: _Waiting, now: float) -> None:
        if not self._limit:
            return
        self._sent.extend([now] * waiting.cost)
        self._chats[waiting.chat_id] = now + self._chat_pause * waiting.cost
        if lane == "bulk":
            self._bulk_from = max(self._bulk_from, now + WINDOW * waiting.cost / self._limit)

    def _forget(self, now: float) -> None:
        while self._sent and self._sent[0] + WINDOW <= now:
            self._sent.popleft()
        if len(self._chats) > 1000:
            self._chats = {chat: at for chat, at in self._chats.items() if at > now}
        self._paused = {chat: at for chat, at in self._paused.items() if at > now}
