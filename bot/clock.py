"""Clocks: the machine's, and one that can be moved on, for the sandbox and for tests."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from pydantic import AwareDatetime, BaseModel

from core.ports.unit_of_work import Storage

_NOTE = "virtual clock"


class SystemClock:
    """The machine's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class _Stood(BaseModel):
    """Where the virtual clock stood, and what the machine's clock showed; `still` after an orderly stop."""

    virtual: AwareDatetime
    real: AwareDatetime
    still: bool = False


class VirtualClock:
    """Begins somewhere, flows with real time, can be moved on, and never goes back over a restart.

    After an orderly stop it goes on from where it stood; after a kill it counts the time in between as passed,
    since only that surely does not go back.
    """

    def __init__(self, storage: Storage, begins: datetime) -> None:
        self._storage = storage
        self._base = begins.astimezone(UTC)
        self._since = time.monotonic()

    @classmethod
    async def open(cls, storage: Storage, begins: datetime) -> VirtualClock:
        """The clock where it stood, or at `begins` (aware) where it never ran or stood earlier."""
        async with storage.read() as work:
            text = await work.notes.read(_NOTE)
        if text is not None:
            begins = max(begins, _resumed(_Stood.model_validate_json(text)))
        clock = cls(storage, begins)
        await clock._write(still=False)
        return clock

    def now(self) -> datetime:
        return self._base + timedelta(seconds=time.monotonic() - self._since)

    async def jump(self, to: datetime) -> datetime:
        """Moves on to that moment (aware) and writes it down; an earlier one changes nothing. → now."""
        if to.tzinfo is None:
            raise ValueError("a clock is moved to an aware time")
        if to > self.now():
            self._base, self._since = to.astimezone(UTC), time.monotonic()
            await self._write(still=False)
        return self.now()

    async def stop(self) -> None:
        """Writes down where it stands, so that the next start goes on from here."""
        await self._write(still=True)

    async def _write(self, *, still: bool) -> None:
        stood = _Stood(virtual=self.now(), real=datetime.now(UTC), still=still)
        async with self._storage.begin() as work:
            await work.notes.write(_NOTE, stood.model_dump_json())


def _resumed(stood: _Stood) -> datetime:
    passed = timedelta() if stood.still else max(timedelta(), datetime.now(UTC) - stood.real)
    return stood.virtual + passed
