"""Backup and restore: one archive with a consistent copy of the SQLite database and the files of evidence.

The copy is made by SQLite itself (VACUUM INTO, one read transaction), so the bot may go on writing meanwhile.
Files are named by their bytes and only ever added: taken after the database, none that it names is missing.
Both functions work on the disk: call them in a thread where there is an event loop.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from core.kernel.errors import DomainError, UnreadableFile
from storage.engine import database_file
from storage.files import flush_folder
from storage.private import make_file, make_folder
from storage.schema import HEAD, REVISIONS

FILES = "files"
"""The folder of evidence inside the data folder, and inside the archive."""

_DATABASE = "orynda.db"
_MANIFEST = "manifest.json"
_FILE = re.compile(r"files/([0-9a-f]{2})/([0-9a-f]{62})")
_CHUNK = 1 << 20


def backup(url: str, data_dir: Path, target: Path) -> int:
    """Writes the archive `target`, whole or not at all; → how many files of evidence are in it.

    Raises DomainError: `backup-other-engine` for PostgreSQL (its own pg_dump does that, and the folder of files
    is copied beside it), `backup-nothing` where there is no database.
    """
    source = _database_file(url)
    if not source.exists():
        raise DomainError("backup-nothing")
    make_folder(target.parent)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        copy, archive = Path(folder) / _DATABASE, Path(folder) / "archive"
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),))
        count = _pack(archive, copy, data_dir / FILES)
        archive.replace(target)
    flush_folder(target.parent)
    return count


def restore(url: str, data_dir: Path, source: Path, *, overwrite: bool = False) -> int:
    """Puts the archive's database and files in place; → how many files. The bot must not be running.

    Everything is read and checked before anything is replaced. Raises DomainError: `restore-not-empty` where a
    database with people or plans is there and `overwrite` is off, `storage-newer`, `backup-other-engine`;
    UnreadableFile (`backup-unreadable`) where the archive is not ours or is damaged.
    """
    target = _database_file(url)
    if not overwrite and _is_in_use(target):
        raise DomainError("restore-not-empty")
    make_folder(target.parent)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".restore-") as folder:
        unpacked = Path(folder)
        try:
            _unpack(source, unpacked)
            _check_database(unpacked / _DATABASE)
        except (OSError, zipfile.BadZipFile, sqlite3.DatabaseError, KeyError, ValueError) as why:
            raise UnreadableFile("backup-unreadable") from why
        count = _place_files(unpacked / FILES, data_dir / FILES)
        for rest in ("-wal", "-shm"):
            target.with_name(target.name + rest).unlink(missing_ok=True)
        (unpacked / _DATABASE).replace(target)
    flush_folder(target.parent)
    return count


def _database_file(url: str) -> Path:
    file = database_file(url)
    if file is None:
        raise DomainError("backup-other-engine")
    return file


def _pack(archive: Path, database: Path, files: Path) -> int:
    kept = sorted(path for path in files.glob("??/*") if _FILE.fullmatch(_name(path, files)))
    make_file(archive)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(
            _MANIFEST, json.dumps({"schema": HEAD, "files": len(kept), "database": _sha256(database)})
        )
        out.write(database, _DATABASE)
        for path in kept:
            # Photos and papers are packed already.
            out.write(path, _name(path, files), compress_type=zipfile.ZIP_STORED)
    with archive.open("rb+") as written:
        os.fsync(written.fileno())
    return len(kept)


def _unpack(source: Path, folder: Path) -> None:
    """Unpacks only what a backup holds. Raises ValueError where a name or a hash is not what it must be."""
    with zipfile.ZipFile(source) as archive:
        manifest = json.loads(archive.read(_MANIFEST))
        names = [name for name in archive.namelist() if name not in (_MANIFEST, _DATABASE)]
        if len(names) != manifest["files"] or not all(_FILE.fullmatch(name) for name in names):
            raise ValueError("names")
        if _extract(archive, _DATABASE, folder) != manifest["database"]:
            raise ValueError(_DATABASE)
        for name in names:
            if _extract(archive, name, folder) != name.removeprefix(f"{FILES}/").replace("/", ""):
                raise ValueError(name)


def _extract(archive: zipfile.ZipFile, name: str, folder: Path) -> str:
    """Writes one member durably; → its SHA-256."""
    target = folder / name
    make_folder(target.parent)
    make_file(target)
    with archive.open(name) as packed, target.open("wb") as out:
        shutil.copyfileobj(packed, out, _CHUNK)
        out.flush()
        os.fsync(out.fileno())
    return _sha256(target)


def _check_database(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise ValueError("integrity")
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision not in REVISIONS:
        raise DomainError("storage-newer", revision=revision)


def _is_in_use(database: Path) -> bool:
    """Whether people, plans or a schema of another program are in it."""
    if not database.exists() or database.stat().st_size == 0:
        return False
    with closing(sqlite3.connect(database)) as connection:
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        if not tables:
            return False
        if not {"person", "plan", "journal"} <= tables:
            return True
        return any(
            connection.execute(f"SELECT 1 FROM {t} LIMIT 1").fetchone() for t in ("person", "plan", "journal")
        )


def _place_files(new: Path, files: Path) -> int:
    """Adds the files that are not there yet; those that are there have the same bytes."""
    count = 0
    for path in new.glob("??/*"):
        target = files / path.relative_to(new)
        make_folder(target.parent)
        if not target.exists():
            shutil.move(path, target)
            flush_folder(target.parent)
        count += 1
    return count


def _name(path: Path, files: Path) -> str:
    return f"{FILES}/{path.relative_to(files).as_posix()}"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
