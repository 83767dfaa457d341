"""A disk without room is known as such, from SQLite on either way and from the files; other troubles are not."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from storage import open_storage
from storage.full import is_full
from tests.storage.samples import line


@pytest.mark.parametrize("way", ["quick", "plain"])
async def test_sqlite_says_that_it_is_full_and_what_was_kept_stands(tmp_path: Path, way: str) -> None:
    storage = await open_storage(f"sqlite+aiosqlite:///{tmp_path}/o.db", way_to_sqlite=way)

    async def write(text: str) -> None:
        async with storage.begin() as work:
            await work.journal.add(line(text))

    async def room(pages: int) -> None:
        async with storage._writer.connect() as connection:
            await connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    await write("before")
    await room(1)  # as many pages as there are
    with pytest.raises(DBAPIError) as caught:
        await write("x" * 100_000)
    assert is_full(caught.value)
    await room(10**6)
    await write("after")
    async with storage.read() as work:
        assert [found.subject for found in await work.journal.lines()] == ["after", "before"]
    await storage.close()


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


class FromPostgres(Exception):
    sqlstate = "53100"


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), True),
        (caused(RuntimeError("not kept"), OSError(errno.ENOSPC, "No space left on device")), True),
        (caused(RuntimeError("not kept"), FromPostgres()), True),
        (OSError(errno.EIO, "Input/output error"), False),
        (OSError("the disk is full"), False),
        (sqlite3.OperationalError("database is locked"), False),
        (ValueError("28"), False),
    ],
)
def test_what_says_so(error: Exception, full: bool) -> None:
    assert is_full(error) is full
