"""All rows of all tables, but for what a press may change by being a press, and what comes by itself."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

from tests.talk.worlds import World, eventually

LEFT_OUT = {
    "inbox": "each press is an update, and is kept there",
    "card": "what somebody's own card shows, and its version: a press may have it shown again",
    "note": "where the virtual clock stands",
    "sqlite_sequence": "SQLite's own counters, those of the tables above among them",
}
DELIVERY = {"outbox": ("state", "tries", "error", "sent_at", "message_id")}
"""Columns that say how far a message has come to who it is for: it goes out by itself. That it is there, and for
whom, is compared."""

Rows = dict[str, list[tuple[object, ...]]]


def all_rows(world: World) -> Rows:
    """Table → its rows."""
    with closing(sqlite3.connect(world.folder / "orynda.db")) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: _rows(connection, name) for (name,) in found if name not in LEFT_OUT}


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    named = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    kept = ", ".join(f'"{name}"' for name in named if name not in DELIVERY.get(table, ()))
    return sorted(connection.execute(f'SELECT {kept} FROM "{table}"').fetchall(), key=repr)


def changed(before: Rows, after: Rows) -> dict[str, tuple[list[object], list[object]]]:
    """Table → (rows that are gone, rows that came), where any are."""
    return {
        table: (
            [r for r in before[table] if r not in after[table]],
            [r for r in after[table] if r not in before[table]],
        )
        for table in before
        if before[table] != after[table]
    }


async def at_rest(world: World) -> Rows:
    """All rows, once all that came is answered, and every file that was sent is on disk: its bytes come by themselves."""

    async def rests() -> bool:
        async with world.app.storage.read() as work:
            return not await work.inbox.waiting() and not await work.evidence.unfetched()

    await eventually(rests, "all answered, and files on disk")
    await asyncio.sleep(0)
    return all_rows(world)


async def card_of(world: World, person_id: int) -> tuple[int, int | None]:
    """(version, message) of a person's card: what their phone shows, or is about to show."""
    async with world.app.storage.read() as work:
        card = world.app.deps.shown.known((await work.people.session(person_id))[1])
    return card.version, card.message_id
