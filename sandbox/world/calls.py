"""The log of the calls that the bot made, the newest 100 000 of them."""

from typing import Any

from sandbox.world.clock import Clock, iso

KEPT = 100_000


class CallLog:
    """Numbered from 1; reading from a number on costs only what is read."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._calls: list[dict[str, Any]] = []
        self._gone = 0

    def add(self, method: str, chat_id: int | None, error: tuple[int, str] | None) -> None:
        """Writes one call down, with the clock's time."""
        if len(self._calls) >= 2 * KEPT:
            del self._calls[:KEPT]
            self._gone += KEPT
        self._calls.append(
            {
                "n": self._gone + len(self._calls) + 1,
                "at": iso(self._clock.now()),
                "method": method,
                "chat_id": chat_id,
                "ok": error is None,
                "error_code": error[0] if error else None,
                "description": error[1] if error else None,
            }
        )

    def since(self, number: int, method: str | None) -> list[dict[str, Any]]:
        """Calls numbered above `number`, of one method or of all."""
        calls = self._calls[max(0, number - self._gone) :]
        if method is None:
            return calls
        return [call for call in calls if call["method"].lower() == method.lower()]
