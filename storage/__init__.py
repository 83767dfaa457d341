"""One database behind core's ports. The way in: `open_storage`.

stores       one store an aggregate: its statements, and rows to models
database     a transaction with its stores, over one writer and a few readers
engine       SQLite or PostgreSQL by address; what is SQLite's alone is in sqlite
tables       the tables, with columns (types of both engines) and triggers (what the database itself refuses)
schema       whether a database is ours, new, older or newer; migrations brings an older one up
holding      which process talks to people on it
files        files of evidence under their SHA-256; backup copies them with the database, and puts them back
private      data are their owner's alone
verifying    the journal looked through, a piece at a time
"""

from __future__ import annotations

from pathlib import Path

from storage.database import Database
from storage.engine import reading, url_of, writing
from storage.private import make_file, make_folder
from storage.schema import bring_up

__all__ = ["Database", "open_storage"]


async def open_storage(
    url: str, *, migrate: bool = True, bot_id: int = 0, way_to_sqlite: str | None = None
) -> Database:
    """Opens the database at a SQLAlchemy address, making its schema or bringing it up to date.

    `bot_id` says whose updates the inbox holds: update numbers are each bot's own. `way_to_sqlite` is "quick" or
    "plain" (`storage.sqlite.way`).

    Raises DomainError: `storage-newer` where a newer program wrote there, `storage-older` where it is behind
    (or empty) and `migrate` is off.
    """
    address = url_of(url)
    if address.get_backend_name() == "sqlite":
        if not address.database or address.database == ":memory:":
            raise ValueError("the database needs a file: its readers and its writer are separate connections")
        make_folder(Path(address.database).parent)
        make_file(Path(address.database))
    writer = writing(address, way_to_sqlite)
    try:
        async with writer.begin() as connection:
            await connection.run_sync(bring_up, migrate=migrate)
    except BaseException:
        await writer.dispose()
        raise
    return Database(writer, reading(address, way_to_sqlite), bot_id)
