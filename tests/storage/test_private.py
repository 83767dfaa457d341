"""Data are their owner's alone, whatever the umask; what is wider is mended."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import open_storage
from storage.backup import backup, restore
from storage.files import DiskFiles, write_output
from storage.private import close_to_others, data, make_folder, open_to_others
from tests.storage.samples import line


@pytest.fixture(params=[0o000, 0o022, 0o077])
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def rights(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): f"{path.stat().st_mode & 0o777:o}" for path in folder.rglob("*")
    }


def wrong(folder: Path) -> dict[str, str]:
    """Files that are not 0600 and folders that are not 0700."""
    found = rights(folder).items()
    return {name: mode for name, mode in found if mode != ("700" if (folder / name).is_dir() else "600")}


@pytest.mark.usefixtures("_umask")
@pytest.mark.parametrize("way", ["quick", "plain"])
async def test_everything_that_is_written_is_the_owners_alone(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "some" / "data"
    url = f"sqlite+aiosqlite:///{folder}/orynda.db"
    storage = await open_storage(url, way_to_sqlite=way)
    async with storage.begin() as work:
        await work.journal.add(line())
    kept = await DiskFiles(folder / "files").keep(b"a photo")
    backup(url, folder, folder / "copies" / "copy.zip")
    write_output(folder / "plan.xlsx", b"a plan")
    assert {"orynda.db", "orynda.db-wal", "orynda.db-shm", "copies/copy.zip", "plan.xlsx"} <= set(
        rights(folder)
    )
    assert wrong(tmp_path) == {}
    await storage.close()
    there = tmp_path / "there"
    restore(f"sqlite+aiosqlite:///{there}/orynda.db", there, folder / "copies" / "copy.zip")
    assert f"files/{kept[:2]}/{kept[2:]}" in rights(there)
    assert wrong(tmp_path) == {}


def test_a_file_that_is_written_anew_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_bytes(b"old")
    file.chmod(0o644)
    write_output(file, b"new")
    assert file.read_bytes() == b"new"
    assert wrong(tmp_path) == {}


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    read, write = os.pipe()
    write_output(Path(f"/dev/fd/{write}"), b"a plan")
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        assert pipe.read() == b"a plan"


def test_what_is_wider_is_mended_and_the_rest_left_alone(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    for path, mode in (
        (folder / "orynda.db", 0o644),
        (folder / "orynda.db-wal", 0o664),
        (folder / "plan.xlsx", 0o640),
        (folder / "closed.xlsx", 0o400),
        (folder / "files" / "ab" / "cdef", 0o604),
        (folder / "theirs" / "page.html", 0o644),
        (elsewhere / "other.db", 0o644),
        (elsewhere / "other.db-shm", 0o644),
        (elsewhere / "not ours", 0o644),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
        path.chmod(mode)
    (folder / "link").symlink_to(elsewhere / "not ours")
    (folder / "files").chmod(0o755)

    mended, refused = close_to_others(data(folder, elsewhere / "other.db", folder / "files"))

    assert refused == []
    assert {
        "data",
        "data/orynda.db-wal",
        "data/files/ab/cdef",
        "elsewhere/other.db",
        "elsewhere/other.db-shm",
    } <= {path.relative_to(tmp_path).as_posix() for path in mended}
    found = rights(tmp_path)
    assert found["data"] == found["data/files"] == found["data/files/ab"] == "700"
    assert found["data/orynda.db"] == found["data/orynda.db-wal"] == found["data/plan.xlsx"] == "600"
    assert found["data/closed.xlsx"] == "400"
    assert found["data/theirs/page.html"] == found["elsewhere/not ours"] == "644"
    assert list(open_to_others(data(folder, elsewhere / "other.db", folder / "files"))) == []


def test_what_cannot_be_closed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.xlsx").write_bytes(b"")
    (tmp_path / "plan.xlsx").chmod(0o644)

    def refuse(path: Path, mode: int) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "chmod", refuse)
    assert close_to_others([tmp_path / "plan.xlsx"]) == ([], [tmp_path / "plan.xlsx"])


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path / "new")
    assert tmp_path.stat().st_mode & 0o777 == 0o755
