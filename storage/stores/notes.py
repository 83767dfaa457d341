"""Small facts of the program itself, by name."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from storage.stores.store import Store, replacing
from storage.tables import note

_READ = select(note.c.value).where(note.c.name == bindparam("name"))
_WRITE = replacing(note, "name")


class Notes(Store):
    """core.ports.unit_of_work.NotesStore."""

    async def read(self, name: str) -> str | None:
        row = await self._first(_READ, {"name": name})
        return None if row is None else str(row.value)

    async def write(self, name: str, value: str) -> None:
        await self._run(self._upsert(_WRITE), {"name": name, "value": value})
