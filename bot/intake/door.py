"""Which updates are kept at all: those of who takes part always, of strangers no more than a person would send.

A stranger is answered once (`handlers.people.join.meet`), and what they send beyond that changes nothing; without a
door each of their messages would be a row of the database and a transaction before everybody else's.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

K = TypeVar("K")

IsMember = Callable[[int], Awaitable[bool]]
"""Whether the person of that id takes part."""

REMEMBERED = 10_000
"""People whose pace is kept in memory; of more those are forgotten who have been silent longest."""


MEMBER_SECONDS = 60.0
"""How long who takes part is not asked for again. That somebody does not is never remembered: they may join."""


@dataclass(frozen=True, slots=True)
class Pace:
    """So many at once, and then one in so many seconds."""

    burst: int
    seconds: float


CHATTER = Pace(5, 60.0)
LINKS = Pace(10, 6.0)
TAPS = Pace(120, 3.0)
"""An invitation's link is opened and its buttons pressed whatever was sent before; a tap that nobody answers spins."""

_OURS = ("private", None)


class Door:
    """Counts in memory what each person sends. Whether they take part is asked only of who sends much."""

    def __init__(self, is_member: IsMember) -> None:
        self._is_member = is_member
        self._caught_up: OrderedDict[tuple[int, Pace], float] = OrderedDict()
        self._members: OrderedDict[int, float] = OrderedDict()

    async def admits(self, update: Mapping[str, Any], person_id: int | None) -> bool:
        """Whether a raw update is to be kept. What is said in groups never is: the bot answers nobody there."""
        if _chat_type(update) not in _OURS:
            return False
        if person_id is None or self._is_within(person_id, _pace_of(update)):
            return True
        return await self._takes_part(person_id)

    def _is_within(self, person_id: int, pace: Pace) -> bool:
        key, now = (person_id, pace), time.monotonic()
        caught_up = max(now, self._caught_up.get(key, now))
        if caught_up - now > (pace.burst - 1) * pace.seconds:
            return False
        _remember(self._caught_up, key, caught_up + pace.seconds)
        return True

    async def _takes_part(self, person_id: int) -> bool:
        if self._members.get(person_id, 0.0) > time.monotonic():
            return True
        found = await self._is_member(person_id)
        if found:
            _remember(self._members, person_id, time.monotonic() + MEMBER_SECONDS)
        return found


def _remember(table: OrderedDict[K, float], key: K, until: float) -> None:
    table[key] = until
    table.move_to_end(key)
    if len(table) > REMEMBERED:
        table.popitem(last=False)


def _pace_of(update: Mapping[str, Any]) -> Pace:
    if "callback_query" in update:
        return TAPS
    message = update.get("message")
    text = message.get("text") if isinstance(message, Mapping) else None
    return LINKS if isinstance(text, str) and text.startswith("/start ") else CHATTER


def _chat_type(update: Mapping[str, Any]) -> str | None:
    """The type of the chat that an update is of; None where it does not say."""
    for part in update.values():
        if isinstance(part, Mapping):
            message = part.get("message")
            chat = part.get("chat") or (message.get("chat") if isinstance(message, Mapping) else None)
            if isinstance(chat, Mapping):
                return str(chat["type"]) if "type" in chat else None
    return None
