"""Taps on buttons that wait for their answer. They live 15 seconds of real time and are answered once."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad_request
from sandbox.world.clock import monotonic

ANSWER_SECONDS = 15.0
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass
class Tap:
    """One callback query and the answer that the person is waiting for."""

    id: str
    person_id: int
    expires: float = field(default_factory=lambda: monotonic() + ANSWER_SECONDS)
    answer: asyncio.Future[dict[str, Any]] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


class Taps:
    """The unanswered taps, oldest first."""

    def __init__(self, first: int) -> None:
        self._next = first
        self._open: dict[str, Tap] = {}

    def open(self, person_id: int) -> Tap:
        """A new tap; forgets those that are too old."""
        now = monotonic()
        for old in list(self._open):
            if self._open[old].expires > now:
                break
            del self._open[old]
        self._next += 1_000_003
        tap = self._open[str(self._next)] = Tap(str(self._next), person_id)
        return tap

    def answer(self, query_id: str, text: str, show_alert: bool) -> Tap:
        """Gives the person the answer; raises 400 for a tap unknown, answered before, or too old."""
        tap = self._open.pop(query_id, None)
        if tap is None or tap.expires <= monotonic():
            raise bad_request(TOO_OLD)
        tap.answer.set_result({"text": text, "show_alert": show_alert})
        return tap
