"""Files under their SHA-256; backup while the bot writes; restore that destroys nothing by accident."""

from __future__ import annotations

import asyncio
import hashlib
import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from core.kernel.errors import DomainError, Missing, UnreadableFile
from storage import open_storage
from storage.backup import backup, restore
from storage.files import DiskFiles
from tests.storage.samples import OFFICER, later, line, person


def files_in(folder: Path) -> list[str]:
    return [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()]


async def test_bytes_are_kept_once_under_their_hash(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path / "files")
    content = os.urandom(70_000)
    name = await files.keep(content)
    assert name == hashlib.sha256(content).hexdigest()
    before = files.path(name).stat()
    assert await asyncio.gather(*(files.keep(content) for _ in range(4))) == [name] * 4
    assert files.path(name).stat().st_ino == before.st_ino
    assert await files.read(name) == content
    assert files_in(tmp_path) == [f"files/{name[:2]}/{name[2:]}"]


async def test_the_same_bytes_sent_twice_at_once_are_one_file(tmp_path: Path) -> None:
    files = DiskFiles(tmp_path)
    assert len(set(await asyncio.gather(*(files.keep(b"page") for _ in range(8))))) == 1
    assert len(files_in(tmp_path)) == 1


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "", "A" * 64, "0" * 63 + "\n"])
async def test_what_is_not_there_is_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(Missing):
        await DiskFiles(tmp_path).read(name)


async def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = DiskFiles(tmp_path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", lambda handle: None)
    name = await files.keep(b"first")
    other = b"second"
    files.path(hashlib.sha256(other).hexdigest()).parent.mkdir(exist_ok=True)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        await files.keep(other)
    monkeypatch.undo()
    assert files_in(tmp_path) == [f"{name[:2]}/{name[2:]}"]


def url_in(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder}/orynda.db"


async def filled(folder: Path) -> str:
    """A data folder with a person and a file; → the file's name."""
    storage = await open_storage(url_in(folder))
    async with storage.begin() as work:
        await work.people.save(person())
    await storage.close()
    return await DiskFiles(folder / "files").keep(b"photo")


async def test_a_backup_taken_while_the_bot_writes_is_consistent_and_comes_back(tmp_path: Path) -> None:
    here, there, archive = tmp_path / "here", tmp_path / "there", tmp_path / "out" / "b.zip"
    photo = await filled(here)
    storage = await open_storage(url_in(here))
    written = 0

    async def write() -> None:
        nonlocal written
        while True:
            async with storage.begin() as work:
                # Both lines of a transaction are in the copy, or neither.
                await work.journal.add(line(f"pair:{written}"))
                await asyncio.sleep(0)
                await work.journal.add(line(f"pair:{written}"))
            written += 1

    task = asyncio.ensure_future(write())
    await asyncio.sleep(0.05)
    assert await asyncio.to_thread(backup, url_in(here), here, archive) == 1
    during = written
    await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await storage.close()

    assert await asyncio.to_thread(restore, url_in(there), there, archive) == 1
    again = await open_storage(url_in(there), migrate=False)
    async with again.read() as work:
        assert await work.people.get(OFFICER) == person()
        subjects = [one.subject for one in await work.journal.lines(limit=100_000)]
    assert len(subjects) == 2 * len(set(subjects))
    assert 0 < len(set(subjects)) <= during + 1
    assert await DiskFiles(there / "files").read(photo) == b"photo"
    async with again.begin() as work:
        await work.people.save(person(left_at=later(days=1)))
    await again.close()


async def test_restoring_over_a_database_in_use_is_refused_unless_told(tmp_path: Path) -> None:
    photo = await filled(tmp_path)
    archive = tmp_path / "b.zip"
    backup(url_in(tmp_path), tmp_path, archive)
    storage = await open_storage(url_in(tmp_path))
    async with storage.begin() as work:
        await work.people.save(person(2))
    await storage.close()
    with pytest.raises(DomainError) as refused:
        restore(url_in(tmp_path), tmp_path, archive)
    assert refused.value.message_id == "restore-not-empty"
    DiskFiles(tmp_path / "files").path(photo).unlink()
    assert restore(url_in(tmp_path), tmp_path, archive, overwrite=True) == 1
    storage = await open_storage(url_in(tmp_path))
    async with storage.read() as work:
        assert await work.people.everyone() == [person()]
    await storage.close()
    assert await DiskFiles(tmp_path / "files").read(photo) == b"photo"


async def test_restoring_into_a_new_database_needs_no_word(tmp_path: Path) -> None:
    await filled(tmp_path / "a")
    backup(url_in(tmp_path / "a"), tmp_path / "a", tmp_path / "b.zip")
    await (await open_storage(url_in(tmp_path / "b"))).close()
    assert restore(url_in(tmp_path / "b"), tmp_path / "b", tmp_path / "b.zip") == 1


def _repack(archive: Path, changes: dict[str, bytes | None]) -> None:
    with zipfile.ZipFile(archive) as old:
        members = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(archive, "w") as new:
        for name, content in {**members, **changes}.items():
            if content is not None:
                new.writestr(name, content)


@pytest.mark.parametrize(
    "changes",
    [
        {"../escaped": b"x"},
        {"files/ab/../../x": b"x"},
        {"orynda.db": b"not a database"},
        {"manifest.json": b"{}"},
        {"manifest.json": None},
        {"files/" + "0" * 2 + "/" + "0" * 62: b"not these bytes"},
    ],
)
async def test_a_damaged_archive_changes_nothing(tmp_path: Path, changes: dict[str, bytes | None]) -> None:
    await filled(tmp_path / "a")
    archive = tmp_path / "b.zip"
    backup(url_in(tmp_path / "a"), tmp_path / "a", archive)
    _repack(archive, changes)
    with pytest.raises(UnreadableFile):
        restore(url_in(tmp_path / "b"), tmp_path / "b", archive)
    assert files_in(tmp_path / "b") == []
    assert not (tmp_path / "escaped").exists()


async def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"hello")
    with pytest.raises(UnreadableFile):
        restore(url_in(tmp_path), tmp_path, tmp_path / "b.zip")
    with pytest.raises(UnreadableFile):
        restore(url_in(tmp_path), tmp_path, tmp_path / "none.zip")


async def test_a_newer_backup_is_refused(tmp_path: Path) -> None:
    await filled(tmp_path / "a")
    with sqlite3.connect(tmp_path / "a" / "orynda.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    backup(url_in(tmp_path / "a"), tmp_path / "a", tmp_path / "b.zip")
    with pytest.raises(DomainError) as refused:
        restore(url_in(tmp_path / "b"), tmp_path / "b", tmp_path / "b.zip")
    assert refused.value.message_id == "storage-newer"


@pytest.mark.parametrize(
    ("url", "why"),
    [("postgresql://localhost/orynda", "backup-other-engine"), ("sqlite:///none.db", "backup-nothing")],
)
def test_what_cannot_be_backed_up_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DomainError) as refused:
        backup(url, tmp_path, tmp_path / "b.zip")
    assert refused.value.message_id == why
    assert list(tmp_path.iterdir()) == []
