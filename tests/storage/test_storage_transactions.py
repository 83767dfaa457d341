"""The unit of work: all or nothing, a consistent look, refusals of what must not be kept."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import DBAPIError, StatementError

from core.ports.unit_of_work import Files, Storage
from storage import Database, open_storage
from storage.files import DiskFiles
from storage.sqlite.way import SETTING
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
    local = NOW.astimezone(ZoneInfo("Asia/Almaty"))
    async with storage.begin() as work:
        await work.people.save(person(joined_at=local))
        found = await work.people.get(OFFICER)
    assert found is not None
    assert found.joined_at == NOW
    assert found.joined_at.utcoffset() == NOW.utcoffset()


async def test_another_process_that_writes_is_waited_for_and_the_loop_goes_on(tmp_path: Path) -> None:
    storage = await open_storage(f"sqlite:///{tmp_path}/a.db")
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def write() -> None:
        async with storage.begin() as work:
            await work.notes.write("mine", "1")

    task = asyncio.ensure_future(write())
    turns = 0
    while turns < 20:
        await asyncio.sleep(0.005)
        turns += 1
    assert not task.done()
    other.execute("INSERT INTO note VALUES ('theirs', '1')")
    other.execute("COMMIT")
    other.close()
    await task
    async with storage.read() as work:
        assert [await work.notes.read(name) for name in ("mine", "theirs")] == ["1", "1"]
    await storage.close()


@pytest.mark.parametrize("rows", [1, 50, 51, 3000])
async def test_many_rows_at_once_are_one_transaction_like_few(tmp_path: Path, rows: int) -> None:
    storage = await open_storage(f"sqlite:///{tmp_path}/a.db")

    async def fail_after_writing() -> None:
        async with storage.begin() as work:
            await work.journal.add(*(line(f"number:{n}") for n in range(rows)))
            raise LookupError

    with pytest.raises(LookupError):
        await fail_after_writing()
    async with storage.begin() as work:
        assert await work.journal.lines() == []
        await work.journal.add(*(line(f"number:{n}") for n in range(rows)))
    async with storage.read() as work:
        assert len(await work.journal.lines(limit=rows + 1)) == rows
    await storage.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10_000)],
)
@pytest.mark.parametrize("way", ["quick", "plain"])
async def test_sqlite_is_safe_by_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_in_life: None, pragma: str, value: object, way: str
) -> None:
    monkeypatch.setenv(SETTING, way)
    storage = await open_storage(f"sqlite:///{tmp_path}/a.db")
    for engine in (storage._writer, storage._reader):
        async with engine.connect() as connection:
            assert (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar() == value
            assert (await connection.exec_driver_sql(f"PRAGMA {pragma}")).scalar() == value
    await storage.close()


async def test_what_is_here_is_what_core_asks_for(storage: Database, tmp_path: Path) -> None:
    port: Storage = storage
    files: Files = DiskFiles(tmp_path)
    async with port.read() as work:
        assert await work.people.everyone() == []
    assert await files.keep(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
