"""Open plans of a running bot: one that is not here is read once however many ask, and is let go when nobody uses it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from core.owed.plan_cache import ROWS, Library, OpenPlan, read_plan
from core.ports.unit_of_work import Work

IDLE_SECONDS = 900.0
"""A plan that nobody asked for so long is let go."""


class SharedLibrary(Library):
    """A library that many people use at the same moment."""

    def __init__(self, rows: int = ROWS, now: Callable[[], float] = monotonic) -> None:
        super().__init__(rows)
        self._now = now
        self._used: dict[int, float] = {}
        self._reading: dict[int, asyncio.Future[OpenPlan | None]] = {}

    async def read(self, work: Work, plan_id: int) -> OpenPlan:
        """Reads it, or waits for who is reading it. Who was reading may fail: then the next one does it."""
        while plan_id in self._reading:
            found = await asyncio.shield(self._reading[plan_id])
            if found is not None:
                return found
        reading = self._reading[plan_id] = asyncio.get_running_loop().create_future()
        found = None
        try:
            found = await read_plan(work, plan_id)
            await asyncio.sleep(0)  # who reads many plans lets others have their turn between them
            return found
        finally:
            if self._reading.get(plan_id) is reading:  # not forgotten meanwhile
                del self._reading[plan_id]
                if found is not None:
                    self.keep(found)
            reading.set_result(found)

    def keep(self, plan: OpenPlan) -> None:
        self._used[plan.plan.id] = self._now()
        super().keep(plan)

    def forget(self, plan_id: int | None = None, *, by: Work | None = None) -> None:
        """What is being read at this moment goes to who asked for it already, and to nobody after."""
        for there in (self._used, self._reading):
            if plan_id is None:
                there.clear()
            else:
                there.pop(plan_id, None)
        super().forget(plan_id, by=by)

    def let_go(self) -> None:
        """Drops what nobody has asked for in a while."""
        for plan_id in [i for i, when in self._used.items() if self._now() - when > IDLE_SECONDS]:
            self.forget(plan_id)

    def _kept(self, plan_id: int) -> OpenPlan | None:
        found = super()._kept(plan_id)
        if found is not None:
            self._used[plan_id] = self._now()
        return found
