"""The unit of work: all or nothing, a consistent look, refusals of what must not be kept."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest
from sqlalchemy.exc import DBAPIError, StatementError

from storage import Database
from tests.storage.samples import NOW, OFFICER, line, person


async def test_a_clean_exit_commits(storage: Database) -> None:
    async with storage.begin() as work:
        await work.people.save(person())
    async with storage.read() as work:
        assert await work.people.get(OFFICER) == person()


async def test_an_exception_takes_everything_back(storage: Database) -> None:
    async def fail_half_way() -> None:
        async with storage.begin() as work:
            await work.people.save(person())
            await work.journal.add(line())
            raise LookupError

    with pytest.raises(LookupError):
        await fail_half_way()
    async with storage.read() as work:
        assert await work.people.everyone() == []
        assert await work.journal.lines() == []


async def test_a_cancelled_transaction_takes_everything_back_and_frees_the_writer(storage: Database) -> None:
    inside = asyncio.Event()

    async def write_and_wait() -> None:
        async with storage.begin() as work:
            await work.people.save(person())
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.ensure_future(write_and_wait())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with storage.begin() as work:
        assert await work.people.get(OFFICER) is None


async def test_being_cancelled_in_the_middle_of_a_statement_leaves_the_storage_usable(
    storage: Database,
) -> None:
    async def write_for_ever() -> None:
        while True:
            async with storage.begin() as work:
                await work.notes.write("n", "1")
                await work.notes.write("n", "2")

    for pause in range(5):
        task = asyncio.ensure_future(write_for_ever())
        await asyncio.sleep(0.01 + pause / 1000)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with storage.begin() as work:
        assert await work.notes.read("n") in ("2", None)
        await work.notes.write("n", "3")
    async with storage.read() as work:
        assert await work.notes.read("n") == "3"


async def test_a_look_does_not_see_what_is_committed_meanwhile(storage: Database) -> None:
    async with storage.read() as look:
        assert await look.notes.read("clock") is None
        async with storage.begin() as work:
            await work.notes.write("clock", "12:00")
        assert await look.notes.read("clock") is None
    async with storage.read() as look:
        assert await look.notes.read("clock") == "12:00"


async def test_a_look_writes_nothing(storage: Database) -> None:
    with pytest.raises(DBAPIError):
        async with storage.read() as look:
            await look.notes.write("clock", "12:00")
    async with storage.begin() as work:
        assert await work.notes.read("clock") is None


async def test_many_writers_at_once_all_get_their_turn(storage: Database) -> None:
    async def write(number: int) -> None:
        async with storage.begin() as work:
            await work.journal.add(line(f"number:{number}"))

    await asyncio.gather(*(write(n) for n in range(40)))
    async with storage.read() as work:
        assert {one.subject for one in await work.journal.lines()} == {f"number:{n}" for n in range(40)}


@pytest.mark.parametrize("new_url", ["sqlite"], indirect=True)
async def test_a_second_transaction_inside_the_first_is_refused_instead_of_waiting_for_ever(
    storage: Database,
) -> None:
    async with storage.begin() as work:
        await work.notes.write("outer", "kept")
        with pytest.raises(RuntimeError, match="inside"):
            async with storage.begin():
                pass
    async with storage.read() as look:
        assert await look.notes.read("outer") == "kept"


@pytest.mark.parametrize("field", ["joined_at", "left_at"])
async def test_a_time_without_a_zone_is_refused(storage: Database, field: str) -> None:
    naive = datetime(2024, 3, 26, 9, 30)  # noqa: DTZ001 (the point of this test)
    with pytest.raises(StatementError, match="zone"):
        async with storage.begin() as work:
            await work.people.save(person().model_copy(update={field: naive}))
    async with storage.read() as work:
        assert await work.people.everyone() == []


async def test_a_time_of_another_zone_comes_back_as_the_same_moment_in_utc(storage: Database) -> None:
    from zoneinfo import ZoneInfo

    local = NOW.astimezone(ZoneInfo("Asia/Almaty"))
    async with storage.begin() as work:
        await work.people.save(person(joined_at=local))
        found = await work.people.get(OFFICER)
    assert found is not None
    assert found.joined_at == NOW
    assert found.joined_at.utcoffset() == NOW.utcoffset()
