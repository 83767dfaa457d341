"""Tasks that write at the same moment share one COMMIT on SQLite: each is still all or nothing, and kept before it goes on."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import event

from storage import Database, open_storage
from storage.sqlite.way import SETTING
from tests.storage.samples import NOW


@pytest.fixture(params=["quick", "plain"])
async def storage(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Database:
    monkeypatch.setenv(SETTING, request.param)
    return await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'shared.db'}")


async def write(storage: Database, name: str) -> None:
    async with storage.begin() as work:
        await work.notes.write(name, "kept")


async def read(storage: Database, name: str) -> str | None:
    async with storage.read() as look:
        return await look.notes.read(name)


async def test_who_writes_at_once_shares_a_commit(storage: Database) -> None:
    commits: list[object] = []
    event.listen(storage._writer.sync_engine, "commit", commits.append)
    await asyncio.gather(*(write(storage, f"n{n}") for n in range(20)))
    assert len(commits) < 5
    assert [await read(storage, f"n{n}") for n in range(20)] == ["kept"] * 20
    await storage.close()


async def test_nobody_goes_on_before_it_is_committed(storage: Database) -> None:
    async def write_and_look(name: str) -> str | None:
        await write(storage, name)
        return await read(storage, name)

    assert await asyncio.gather(*(write_and_look(f"n{n}") for n in range(20))) == ["kept"] * 20
    await storage.close()


@pytest.mark.parametrize("failing", [0, 1, 2])
async def test_one_that_fails_takes_back_its_own_part_alone(storage: Database, failing: int) -> None:
    async def write_or_fail(number: int) -> None:
        async with storage.begin() as work:
            await work.notes.write(f"n{number}", "kept")
            if number == failing:
                raise LookupError

    ended = await asyncio.gather(*(write_or_fail(n) for n in range(3)), return_exceptions=True)
    assert [isinstance(one, LookupError) for one in ended] == [n == failing for n in range(3)]
    assert [await read(storage, f"n{n}") for n in range(3)] == [
        None if n == failing else "kept" for n in range(3)
    ]
    await storage.close()


async def test_the_first_being_cancelled_before_the_commit_keeps_the_others(storage: Database) -> None:
    first = asyncio.ensure_future(write(storage, "first"))
    others = [asyncio.ensure_future(write(storage, f"n{n}")) for n in range(3)]
    for _ in range(1000):
        await asyncio.sleep(0)
        if storage._shared is not None and storage._shared._group is not None:
            break
    first.cancel()
    await asyncio.gather(*others)
    assert [await read(storage, f"n{n}") for n in range(3)] == ["kept"] * 3
    await write(storage, "later")
    await storage.close()


async def test_a_commit_that_fails_fails_for_all_and_frees_the_writer(storage: Database) -> None:
    async def write_what_is_refused_at_the_commit(name: str) -> None:
        async with storage.begin() as work:
            await work.notes.write(name, "not kept")
            await work.people.hold(1, (await work.people.add_posts([("Метролог", False)]))["Метролог"], NOW)

    ended = await asyncio.gather(
        write(storage, "n1"),
        write_what_is_refused_at_the_commit("n2"),
        write(storage, "n3"),
        return_exceptions=True,
    )
    assert all(isinstance(one, Exception) for one in ended)
    assert [await read(storage, f"n{n}") for n in (1, 2, 3)] == [None] * 3
    await write(storage, "later")
    assert await read(storage, "later") == "kept"
    await storage.close()
