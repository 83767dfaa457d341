"""The hold on a database: one has it, it ends with its holder, and a lost one is taken again or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.kernel.errors import DomainError
from storage import Database, open_storage
from storage.holding import FileHold, SessionHold, hold_of, take_patiently


async def test_one_has_it_until_it_lets_go(url: str) -> None:
    first, second = hold_of(url), hold_of(url)
    await first.take()
    await first.take()
    for _ in range(2):
        with pytest.raises(DomainError) as refused:
            await second.take()
        assert refused.value.message_id == "storage-held"
    await first.release()
    await take_patiently(second, 2.0)
    await second.release()


async def test_patience_ends(url: str) -> None:
    first, second = hold_of(url), hold_of(url)
    await first.take()
    with pytest.raises(DomainError):
        await take_patiently(second, 0.3)
    await first.release()
    await second.release()


async def test_another_database_is_held_by_itself(new_url_pair: tuple[str, str]) -> None:
    holds = [hold_of(url) for url in new_url_pair]
    for hold in holds:
        await hold.take()
    for hold in holds:
        await hold.release()


async def test_who_holds_it_keeps_nobody_from_reading_and_writing(url: str) -> None:
    hold = hold_of(url)
    await hold.take()
    storage: Database = await open_storage(url)
    async with storage.begin() as work:
        await work.notes.write("a", "b")
    await storage.close()
    await hold.release()


async def test_a_lost_hold_is_taken_again_unless_another_has_it(url: str) -> None:
    """The lock's file was deleted, or the server ended the session."""
    first, second = hold_of(url), hold_of(url)
    await first.take()
    await lose(first)
    await first.take()
    with pytest.raises(DomainError):
        await second.take()
    await lose(first)
    await take_patiently(second, 2.0)
    with pytest.raises(DomainError):
        await first.take()
    await first.release()
    await second.release()


async def lose(hold: object) -> None:
    if isinstance(hold, FileHold):
        hold._path.unlink()
    else:
        assert isinstance(hold, SessionHold)
        assert hold._connection is not None
        raw = await hold._connection.get_raw_connection()
        raw.driver_connection.terminate()  # type: ignore[union-attr]


async def test_a_link_to_the_database_is_the_database(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    first = hold_of(f"sqlite:///{tmp_path}/o.db")
    second = hold_of(f"sqlite:///{tmp_path}/link/o.db")
    await first.take()
    with pytest.raises(DomainError):
        await second.take()
    await first.release()


async def test_the_locks_file_is_the_owners_alone(tmp_path: Path) -> None:
    hold = hold_of(f"sqlite:///{tmp_path}/o.db")
    await hold.take()
    assert (tmp_path / "o.db.lock").stat().st_mode & 0o777 == 0o600
    await hold.release()
