"""The marks that cards were shown outlive a database that is busy for a while."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

import handlers.frame.delivery
from core.model.cards import Card, View
from core.ports.unit_of_work import Storage, Work
from handlers.frame.delivery import Shown
from storage import open_storage

PERSON = 7


class BusyOnce:
    """A database that refuses the first transaction."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._refused = False

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Work]:
        if not self._refused:
            self._refused = True
            raise OSError("database is locked")
        async with self._storage.begin() as work:
            yield work

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Work]:
        async with self._storage.read() as work:
            yield work

    async def close(self) -> None:
        await self._storage.close()


async def test_a_mark_that_could_not_be_written_is_written_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handlers.frame.delivery, "RETRY_SECONDS", 0.01)
    storage = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'orynda.db'}")
    card = Card(person_id=PERSON).showing(View(name="home"), "edit")
    async with storage.begin() as work:
        await work.cards.save(card)
    shown = Shown(BusyOnce(storage), pause=0.01)
    writing = asyncio.create_task(shown.run())
    shown.add(card, 42, None)
    try:
        async with asyncio.timeout(5):
            while await _stale(storage):  # noqa: ASYNC110 (the database has no event)
                await asyncio.sleep(0.01)
    finally:
        writing.cancel()
    async with storage.read() as work:
        _, written = await work.people.session(PERSON)
    assert written.message_id == 42
    await storage.close()


async def _stale(storage: Storage) -> bool:
    async with storage.read() as work:
        return bool(await work.cards.stale())
