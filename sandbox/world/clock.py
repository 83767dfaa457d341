"""The sandbox's clock: real, or virtual from a given moment on, flowing with real time and movable forwards."""

import time
from datetime import UTC, datetime, timedelta


class ClockError(ValueError):
    """A move that the clock does not make: backwards, or of a real clock."""


class Clock:
    """`now()` is aware UTC. Short waits (taps, polls, limits) never use it: they run by `monotonic()`."""

    def __init__(self, start: datetime | None = None) -> None:
        if start is not None and start.tzinfo is None:
            raise ValueError("the clock starts at an aware time")
        self.virtual = start is not None
        self._origin = (start or datetime.now(UTC)).astimezone(UTC)
        self._zero = time.monotonic()

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        if not self.virtual:
            return datetime.now(UTC)
        return self._origin + timedelta(seconds=time.monotonic() - self._zero)

    def unix(self) -> int:
        """The present moment in Unix seconds, as message dates are."""
        return int(self.now().timestamp())

    def move(self, to: datetime | None = None, by: timedelta | None = None) -> datetime:
        """Jumps to `to`, or on by `by`; raises ClockError for a step back or a clock that is real."""
        if not self.virtual:
            raise ClockError("the clock is real: start the sandbox with --now to move it")
        now = self.now()
        target = to.astimezone(UTC) if to is not None else now + (by or timedelta())
        if target < now:
            raise ClockError("the clock never goes back")
        self._origin, self._zero = target, time.monotonic()
        return target


def monotonic() -> float:
    """Real seconds that nobody moves."""
    return time.monotonic()


def iso(moment: datetime) -> str:
    """ISO 8601 in UTC with a Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def from_iso(text: str) -> datetime:
    """An aware time from ISO 8601; one without an offset is taken as UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
