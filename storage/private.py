"""Data are their owner's alone: files 0600, folders 0700, whatever the umask of the process is.

SQLite gives the files beside a database (-wal, -shm) the rights of the database itself.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

FILE, FOLDER = 0o600, 0o700
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(folder: Path) -> None:
    """Makes it, with those above it that are missing. One that is there stays as it is."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
        folder.chmod(FOLDER)


def make_file(path: Path) -> None:
    """Makes it, empty. One that is there stays as it is."""
    with suppress(FileExistsError):
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE)
        os.fchmod(handle, FILE)
        os.close(handle)


def data(folder: Path, database: Path | None, files: Path) -> Iterator[Path]:
    """What there is of the bot's data: the folder and the files right in it, the database, the tree of evidence.

    Other folders in it are not the bot's; nobody gets to them through a folder that is closed.
    """
    if folder.is_dir():
        yield folder
        yield from (path for path in sorted(folder.iterdir()) if path.is_file())
    if database is not None and database.parent != folder:
        yield from sorted(database.parent.glob(f"{database.name}*"))
    for root, _, names in os.walk(files):
        yield Path(root)
        yield from (Path(root) / name for name in names)


def open_to_others(paths: Iterable[Path]) -> Iterator[Path]:
    """Those that more than their owner may read, write or enter. Links are not followed."""
    for path in paths:
        with suppress(FileNotFoundError):
            mode = path.lstat().st_mode
            if not stat.S_ISLNK(mode) and mode & _OTHERS:
                yield path


def close_to_others(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Takes the rights of others away; → those that were mended, and those where that was refused."""
    mended, refused = [], []
    for path in open_to_others(paths):
        try:
            path.chmod(stat.S_IMODE(path.lstat().st_mode) & ~_OTHERS)
        except OSError:
            refused.append(path)
        else:
            mended.append(path)
    return mended, refused
