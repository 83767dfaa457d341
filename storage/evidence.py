"""Evidence: papers, links, and files that are on disk or still to be fetched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from core.reports import Evidence
from storage.store import Store
from storage.tables import evidence, obligation

_ADD = insert(evidence).returning(evidence.c.id)
_GET = select(evidence).where(evidence.c.id == bindparam("id"))
_SET_FILE = (
    update(evidence)
    .where(evidence.c.id == bindparam("which"))
    .values(sha256=bindparam("new_sha256"), size=bindparam("new_size"))
)
_ATTACHED = select(evidence).where(evidence.c.removed_at.is_(None)).order_by(evidence.c.id)
_UNFETCHED = _ATTACHED.where(evidence.c.sha256.is_(None), evidence.c.file_id.is_not(None))
_OF_ONE = _ATTACHED.where(evidence.c.obligation_id == bindparam("of"))
_OF_OBLIGATIONS = _ATTACHED.where(evidence.c.obligation_id.in_(bindparam("ids", expanding=True)))
_OF_PLAN = _ATTACHED.join(obligation, obligation.c.id == evidence.c.obligation_id).where(
    obligation.c.plan_id == bindparam("plan_id")
)
_REMOVE = (
    update(evidence)
    .where(evidence.c.id == bindparam("which"), evidence.c.removed_at.is_(None))
    .values(removed_at=bindparam("moment"))
)


class EvidenceRows(Store):
    """core.ports.EvidenceStore."""

    async def add(self, evidence: Evidence) -> int:
        row = await self._first(_ADD, evidence.model_dump(exclude={"id"}))
        assert row is not None
        return int(row.id)

    async def get(self, evidence_id: int) -> Evidence | None:
        """That piece, removed or not."""
        row = await self._first(_GET, {"id": evidence_id})
        return None if row is None else Evidence(**row._mapping)

    async def set_file(self, evidence_id: int, sha256: str, size: int) -> None:
        await self._run(_SET_FILE, {"which": evidence_id, "new_sha256": sha256, "new_size": size})

    async def unfetched(self) -> list[Evidence]:
        """Those with a file id of Telegram's, in order of arrival; what was removed meanwhile is left."""
        return [Evidence(**row._mapping) for row in await self._all(_UNFETCHED)]

    async def of_obligations(self, obligation_ids: Sequence[int]) -> list[Evidence]:
        if not obligation_ids:
            return []
        if len(obligation_ids) == 1:  # every card asks this; a list of one is written anew each time
            rows = await self._all(_OF_ONE, {"of": obligation_ids[0]})
        else:
            rows = await self._all(_OF_OBLIGATIONS, {"ids": list(obligation_ids)})
        return [Evidence(**row._mapping) for row in rows]

    async def of_plan(self, plan_id: int) -> list[Evidence]:
        """What is attached and not removed, in order of arrival."""
        return [Evidence(**row._mapping) for row in await self._all(_OF_PLAN, {"plan_id": plan_id})]

    async def remove(self, evidence_id: int, at: datetime) -> None:
        await self._run(_REMOVE, {"which": evidence_id, "moment": at})
