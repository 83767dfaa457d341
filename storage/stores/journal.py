"""The journal, and the chain of hashes that shows whether a line was changed behind the program's back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select

from core.ports.repositories import JournalLine
from storage.stores.store import Store, as_json
from storage.tables import journal, journal_seal

_BEGINNING = "0" * 64
_PAGE = 1000

_ADD = insert(journal)
_LINES = select(journal).order_by(journal.c.id.desc()).limit(bindparam("most"))
_LINES_OF = _LINES.where(journal.c.subject == bindparam("about"))
_OF_ACTIONS = journal.c.action.in_(bindparam("done", expanding=True))
_LAST_SEAL = select(journal_seal.c.hash).order_by(journal_seal.c.seq.desc()).limit(1)
# Not "newer than the last sealed": on PostgreSQL a line with a lower id can be committed later.
_UNSEALED = (
    select(journal)
    .where(~select(journal_seal.c.seq).where(journal_seal.c.journal_id == journal.c.id).exists())
    .order_by(journal.c.id)
)
_HOW_MANY_UNSEALED = (
    select(func.count())
    .select_from(journal)
    .where(~select(journal_seal.c.seq).where(journal_seal.c.journal_id == journal.c.id).exists())
)
_ADD_SEAL = insert(journal_seal)
_SEALED = (
    select(journal_seal.c.seq, journal_seal.c.journal_id, journal_seal.c.hash, journal)
    .outerjoin(journal, journal.c.id == journal_seal.c.journal_id)
    .where(journal_seal.c.seq > bindparam("after_seq"))
    .order_by(journal_seal.c.seq)
    .limit(_PAGE)
)


class Journal(Store):
    """core.ports.unit_of_work.JournalStore."""

    async def add(self, *lines: JournalLine) -> None:
        await self._run_many(_ADD, [_kept(line) for line in lines])

    async def lines(
        self, subject: str | None = None, limit: int = 100, actions: Collection[str] | None = None
    ) -> list[JournalLine]:
        asked = _LINES
        values: dict[str, Any] = {"most": limit}
        if subject is not None:
            asked, values = _LINES_OF, values | {"about": subject}
        if actions is not None:
            asked, values = asked.where(_OF_ACTIONS), values | {"done": list(actions)}
        return [_line(row) for row in await self._all(asked, values)]

    async def seal(self) -> int:
        last = await self._first(_LAST_SEAL)
        hashed = _BEGINNING if last is None else last.hash
        seals = []
        for row in await self._all(_UNSEALED):
            hashed = _hash(hashed, row)
            seals.append({"journal_id": row.id, "hash": hashed})
        await self._run_many(_ADD_SEAL, seals)
        return len(seals)

    async def unsealed(self) -> int:
        row = await self._first(_HOW_MANY_UNSEALED)
        return 0 if row is None else int(row[0])

    async def verify(self) -> int | None:
        """A line that is gone counts as changed."""
        before, after_seq = _BEGINNING, 0
        while rows := await self._all(_SEALED, {"after_seq": after_seq}):
            for row in rows:
                if row.id is None or _hash(before, row) != row.hash:
                    return int(row.journal_id)
                before, after_seq = row.hash, row.seq
        return None


def _hash(before: str, row: Row[Any]) -> str:
    line = [row.id, row.at.isoformat(), row.person_id, row.action, row.subject, row.before, row.after]
    return hashlib.sha256(f"{before}\n{json.dumps(line, ensure_ascii=False)}".encode()).hexdigest()


def _kept(line: JournalLine) -> dict[str, Any]:
    return {
        "at": line.at,
        "person_id": line.person_id,
        "action": line.action,
        "subject": line.subject,
        "before": None if line.before is None else as_json(line.before),
        "after": None if line.after is None else as_json(line.after),
    }


def _line(row: Row[Any]) -> JournalLine:
    return JournalLine(
        at=row.at,
        person_id=row.person_id,
        action=row.action,
        subject=row.subject,
        before=None if row.before is None else json.loads(row.before),
        after=None if row.after is None else json.loads(row.after),
    )
