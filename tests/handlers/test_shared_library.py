"""Open plans of a running bot: read once however many ask, so many at most, and let go when nobody uses them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from core.kernel.errors import Missing
from core.model.editions import PlanEdition
from core.owed import plan_cache
from core.ports.unit_of_work import Work
from handlers.frame.shared_library import IDLE_SECONDS, SharedLibrary
from storage import Database, open_storage
from tests.storage.samples import live_plan

ROWS = 2


class Reads:
    """Counts how often a plan is read, and can hold readers up or fail the first."""

    def __init__(self) -> None:
        self.count = 0
        self.fails = 0
        self.go_on = asyncio.Event()
        self.go_on.set()
        self.began = asyncio.Event()


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await open_storage(f"sqlite+aiosqlite:///{tmp_path}/o.db")
    async with opened.begin() as work:
        for _ in range(4):
            await work.plans.add_activities(await live_plan(work, ROWS))
    yield opened
    await opened.close()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    found, read = Reads(), plan_cache.read_plan

    async def counted(work: Work, plan_id: int) -> Any:
        found.count += 1
        found.began.set()
        await found.go_on.wait()
        if found.fails:
            found.fails -= 1
            raise ConnectionError("no database")
        return await read(work, plan_id)

    monkeypatch.setattr("handlers.frame.shared_library.read_plan", counted)
    monkeypatch.setattr("core.owed.plan_cache.read_plan", counted)
    return found


async def asked(storage: Database, library: SharedLibrary, plan_id: int = 1) -> Any:
    async with storage.read() as work:
        return await library.plan(work, plan_id)


async def test_many_who_ask_at_once_share_one_reading(storage: Database, reads: Reads) -> None:
    library = SharedLibrary()
    reads.go_on.clear()
    asking = asyncio.gather(*(asked(storage, library) for _ in range(3)))
    await reads.began.wait()
    for _ in range(50):
        await asyncio.sleep(0.001)  # the others ask while the first one reads
    reads.go_on.set()
    found = await asking
    assert reads.count == 1
    assert found[0] is found[1] is found[2] is await asked(storage, library)


async def test_where_who_reads_fails_the_next_one_reads(storage: Database, reads: Reads) -> None:
    library, reads.fails = SharedLibrary(), 1
    found = await asyncio.gather(*(asked(storage, library) for _ in range(3)), return_exceptions=True)
    # whoever of them came first
    assert sorted(type(f).__name__ for f in found) == ["ConnectionError", "OpenPlan", "OpenPlan"]
    assert reads.count == 2
    with pytest.raises(Missing):
        await asked(storage, library, 99)


async def test_who_waits_may_give_up_without_harm(storage: Database, reads: Reads) -> None:
    library = SharedLibrary()
    reads.go_on.clear()
    first = asyncio.ensure_future(asked(storage, library))
    await reads.began.wait()
    second = asyncio.ensure_future(asked(storage, library))
    await asyncio.sleep(0)
    second.cancel()
    reads.go_on.set()
    assert (await first).plan.id == 1


async def test_what_was_changed_while_it_was_read_is_not_kept(storage: Database, reads: Reads) -> None:
    library = SharedLibrary()
    reads.go_on.clear()
    before = asyncio.ensure_future(asked(storage, library))
    await reads.began.wait()
    library.forget()
    reads.go_on.set()
    old = await before
    assert await asked(storage, library) is not old
    assert reads.count == 2


async def test_who_changes_a_plan_sees_it_alone_until_it_is_committed(storage: Database) -> None:
    library = SharedLibrary()
    kept = await asked(storage, library)

    async def change() -> None:
        async with storage.begin() as work:
            plan = await work.plans.get(1)
            assert isinstance(plan, PlanEdition)
            await work.plans.save(plan.model_copy(update={"title": "Другой"}))
            library.forget(by=work)
            assert (await library.plan(work, 1)).title == "Другой"
            assert (await asked(storage, library)).title == kept.title
            raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        await change()
    assert (await asked(storage, library)).title == kept.title


async def test_so_many_rows_are_kept_those_used_last(storage: Database, reads: Reads) -> None:
    library = SharedLibrary(rows=2 * ROWS)
    for plan_id in (1, 2, 1, 3):
        await asked(storage, library, plan_id)
    assert reads.count == 3
    await asked(storage, library, 1)
    assert reads.count == 3
    await asked(storage, library, 2)
    assert reads.count == 4
    assert len(library._open) == 2


async def test_one_plan_is_kept_however_large(storage: Database, reads: Reads) -> None:
    library = SharedLibrary(rows=1)
    await asked(storage, library)
    await asked(storage, library)
    assert reads.count == 1


async def test_a_plan_that_nobody_uses_is_let_go(storage: Database, reads: Reads) -> None:
    now = 0.0
    library = SharedLibrary(now=lambda: now)
    await asked(storage, library, 1)
    await asked(storage, library, 2)
    now = IDLE_SECONDS - 1
    await asked(storage, library, 2)
    now = IDLE_SECONDS + 1
    library.let_go()
    await asked(storage, library, 2)
    assert reads.count == 2
    await asked(storage, library, 1)
    assert reads.count == 3
