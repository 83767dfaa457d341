"""The journal, and the chain of hashes that shows whether a line was changed behind the program's back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select
from sqlalchemy.exc import DBAPIError

from core.ports.repositories import SEALED_AT_ONCE, Chained, JournalLine, Unsealed
from storage.stores.store import Store, as_json
from storage.tables import journal, journal_seal

_BEGINNING = "0" * 64
_PAGE = 1000
_UNSEALED_PAGE = 10_000
_NOBODY_WRITES = ("SET LOCAL lock_timeout = '500ms'", "LOCK TABLE journal IN SHARE ROW EXCLUSIVE MODE")
_NOT_NOW = "55P03"
"""lock_not_available: https://www.postgresql.org/docs/current/errcodes-appendix.html"""

_ADD = insert(journal)
_LINES = select(journal).order_by(journal.c.id.desc()).limit(bindparam("most"))
_LINES_OF = _LINES.where(journal.c.subject == bindparam("about"))
_OF_ACTIONS = journal.c.action.in_(bindparam("done", expanding=True))
_LAST_SEAL = select(journal_seal.c.hash).order_by(journal_seal.c.seq.desc()).limit(1)
_LAST_SEALED = select(func.max(journal_seal.c.journal_id).label("id"))
_LINES_AFTER = (
    select(journal).where(journal.c.id > bindparam("after")).order_by(journal.c.id).limit(bindparam("most"))
)
_NEXT = (
    select(journal.c.id)
    .where(journal.c.id > bindparam("after"))
    .order_by(journal.c.id)
    .limit(_UNSEALED_PAGE)
    .subquery("next_lines")
)
_HOW_MANY_SEALED = select(
    func.count().label("lines"),
    func.count(journal_seal.c.seq).label("sealed"),
    func.max(_NEXT.c.id).label("last"),
).select_from(_NEXT.outerjoin(journal_seal, journal_seal.c.journal_id == _NEXT.c.id))
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

    async def seal(self, most: int = SEALED_AT_ONCE) -> int:
        """A line gets its number before it is committed: on PostgreSQL one with a lower number can come later.

        So there nobody else may be writing in the journal meanwhile; where that cannot be had soon, nothing is sealed.
        """
        if not await self._is_alone():
            return 0
        last, sealed = await self._first(_LAST_SEAL), await self._first(_LAST_SEALED)
        hashed = _BEGINNING if last is None else last.hash
        seals = []
        after = 0 if sealed is None else sealed.id or 0
        for row in await self._all(_LINES_AFTER, {"after": after, "most": most}):
            hashed = _hash(hashed, row)
            seals.append({"journal_id": row.id, "hash": hashed})
        await self._run_many(_ADD_SEAL, seals)
        return len(seals)

    async def _is_alone(self) -> bool:
        """Whether nobody else writes in the journal until this transaction ends."""
        if self._connection.dialect.name == "sqlite":
            return True
        try:
            async with self._connection.begin_nested():
                for statement in _NOBODY_WRITES:
                    await self._connection.exec_driver_sql(statement)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != _NOT_NOW:
                raise
            return False
        return True

    async def unsealed(self, after: int) -> Unsealed:
        row = await self._first(_HOW_MANY_SEALED, {"after": after})
        if row is None or row.last is None:
            return Unsealed(last=after, lines=0, is_end=True)
        return Unsealed(last=row.last, lines=row.lines - row.sealed)

    async def verify(self, after: Chained) -> Chained:
        """A line that is gone counts as changed."""
        before, seq = after.hash or _BEGINNING, after.seq
        rows = await self._all(_SEALED, {"after_seq": seq})
        for row in rows:
            if row.id is None or _hash(before, row) != row.hash:
                return Chained(seq=seq, hash=before, broken=int(row.journal_id))
            before, seq = row.hash, row.seq
        return Chained(seq=seq, hash=before, is_end=not rows)


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
