"""Telegram's sending limits as token buckets, by real time.

Over all: 30 a second, filled with 30. In a private chat: one a second after a burst of ten. New messages count
in both (an album as so many messages), edits in the first only; deletions, chat actions and answers to taps are free.
Telegram does not publish its figures for bursts; ten is what bots see passing. There are no groups here, so the
limit of 20 a minute in a group is not kept.
"""

import math
from dataclasses import dataclass, field

from sandbox.errors import too_many
from sandbox.world.clock import monotonic

OVERALL_RATE = 30.0
CHAT_RATE = 1.0
CHAT_BURST = 10.0


@dataclass
class Bucket:
    """Holds up to `capacity` tokens and gains `rate` of them a second."""

    capacity: float
    rate: float
    tokens: float = field(init=False)
    filled_at: float = field(default_factory=lambda: monotonic())

    def __post_init__(self) -> None:
        self.tokens = self.capacity

    def wait_for(self, amount: float, now: float) -> float:
        """Seconds until `amount` can be taken (0 = now). More than the capacity passes when full."""
        self.tokens = min(self.capacity, self.tokens + (now - self.filled_at) * self.rate)
        self.filled_at = now
        return max(0.0, (min(amount, self.capacity) - self.tokens) / self.rate)

    def take(self, amount: float) -> None:
        """Spends; may go below zero where an album is larger than the bucket."""
        self.tokens -= amount


class Limits:
    """Both budgets. `charge` raises 429 and takes nothing where either is used up."""

    def __init__(self) -> None:
        self.on = True
        self._overall = Bucket(OVERALL_RATE, OVERALL_RATE)
        self._chats: dict[int, Bucket] = {}

    def charge_send(self, chat_id: int, messages: int = 1) -> None:
        """Counts new messages to a chat."""
        bucket = self._chats.get(chat_id)
        if bucket is None:
            bucket = self._chats[chat_id] = Bucket(CHAT_BURST, CHAT_RATE)
        self._charge([self._overall, bucket], messages)

    def charge_edit(self) -> None:
        """Counts an edit: over all only."""
        self._charge([self._overall], 1)

    def _charge(self, buckets: list[Bucket], amount: int) -> None:
        if not self.on:
            return
        now = monotonic()
        wait = max(bucket.wait_for(amount, now) for bucket in buckets)
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))
        for bucket in buckets:
            bucket.take(amount)
