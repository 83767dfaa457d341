"""Evidence: papers, links, and files that are on disk or still to be fetched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, Text, bindparam, case, cast, func, insert, or_, select, update

from core.evidence.paper_checks import Use
from core.plan.reports import Evidence, Remark
from storage.columns import UtcTime
from storage.stores.store import Store
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
_OF_ALBUM = (
    select(evidence)
    .where(evidence.c.album == bindparam("of"), evidence.c.added_by == bindparam("sender"))
    .order_by(evidence.c.id)
)
_SHARING = (
    select(evidence, obligation.c.activity_id, obligation.c.period)
    .join(obligation, obligation.c.id == evidence.c.obligation_id)
    .where(
        obligation.c.plan_id == bindparam("plan_id"),
        obligation.c.withdrawn.is_(False),
        evidence.c.obligation_id != bindparam("but"),
        evidence.c.removed_at.is_(None),
        or_(
            evidence.c.dated == bindparam("day"),
            evidence.c.unique_id == bindparam("same_id"),
            evidence.c.sha256 == bindparam("same_bytes"),
        ),
    )
    .order_by(evidence.c.id)
)
_ONE = update(evidence).where(evidence.c.id == bindparam("which"))
_SET_PAPER = _ONE.values(number=bindparam("new_number"), dated=bindparam("new_dated"))
_SET_REMARKS = _ONE.values(remarks=bindparam("new_remarks"))
_REMOVE = (
    update(evidence)
    .where(evidence.c.id == bindparam("which"), evidence.c.removed_at.is_(None))
    .values(removed_at=bindparam("moment"))
)


_SENT = (
    select(func.max(evidence.c.size).label("size"), func.min(evidence.c.added_at).label("at"))
    .where(evidence.c.added_by == bindparam("sender"), evidence.c.size.is_not(None))
    # The same file on several reports is kept once.
    .group_by(func.coalesce(evidence.c.unique_id, cast(evidence.c.id, Text)))
    .subquery("sent")
)
_TODAY = case((_SENT.c.at >= bindparam("since", type_=UtcTime), _SENT.c.size), else_=0)
_SENT_BY = select(
    func.coalesce(func.sum(_TODAY), 0).label("today"), func.coalesce(func.sum(_SENT.c.size), 0).label("ever")
)


class EvidenceRows(Store):
    """core.ports.unit_of_work.EvidenceStore."""

    async def add(self, evidence: Evidence) -> int:
        values = {**evidence.model_dump(exclude={"id", "remarks"}), "remarks": _packed(evidence.remarks)}
        row = await self._first(_ADD, values)
        assert row is not None
        return int(row.id)

    async def get(self, evidence_id: int) -> Evidence | None:
        """That piece, removed or not."""
        row = await self._first(_GET, {"id": evidence_id})
        return None if row is None else _evidence(row)

    async def set_file(self, evidence_id: int, sha256: str, size: int) -> None:
        await self._run(_SET_FILE, {"which": evidence_id, "new_sha256": sha256, "new_size": size})

    async def sent_by(self, person_id: int, since: datetime) -> tuple[int, int]:
        (row,) = await self._all(_SENT_BY, {"sender": person_id, "since": since}, large=True)
        return int(row.today), int(row.ever)

    async def unfetched(self) -> list[Evidence]:
        """Those with a file id of Telegram's, in order of arrival; what was removed meanwhile is left."""
        return [_evidence(row) for row in await self._all(_UNFETCHED)]

    async def of_obligations(self, obligation_ids: Sequence[int]) -> list[Evidence]:
        if not obligation_ids:
            return []
        if len(obligation_ids) == 1:  # every card asks this; a list of one is written anew each time
            rows = await self._all(_OF_ONE, {"of": obligation_ids[0]})
        else:
            rows = await self._all(_OF_OBLIGATIONS, {"ids": list(obligation_ids)})
        return [_evidence(row) for row in rows]

    async def of_plan(self, plan_id: int) -> list[Evidence]:
        """What is attached and not removed, in order of arrival."""
        return [_evidence(row) for row in await self._all(_OF_PLAN, {"plan_id": plan_id})]

    async def of_album(self, album: str, added_by: int) -> list[Evidence]:
        """The pages, removed ones too: what arrives late belongs to where the first went."""
        rows = await self._all(_OF_ALBUM, {"of": album, "sender": added_by})
        return [_evidence(row) for row in rows]

    async def sharing(self, plan_id: int, piece: Evidence) -> list[Use]:
        """In order of arrival; reports that were withdrawn are left out."""
        rows = await self._all(
            _SHARING,
            {
                "plan_id": plan_id,
                "but": piece.obligation_id,
                "day": piece.dated,
                "same_id": piece.unique_id,
                "same_bytes": piece.sha256,
            },
        )
        return [Use(_evidence(row), row.activity_id, row.period) for row in rows]

    async def set_paper(self, evidence_id: int, number: str | None, dated: date | None) -> None:
        await self._run(_SET_PAPER, {"which": evidence_id, "new_number": number, "new_dated": dated})

    async def set_remarks(self, evidence_id: int, remarks: Sequence[Remark]) -> None:
        await self._run(_SET_REMARKS, {"which": evidence_id, "new_remarks": _packed(remarks)})

    async def remove(self, evidence_id: int, at: datetime) -> None:
        await self._run(_REMOVE, {"which": evidence_id, "moment": at})


_REMARKS = TypeAdapter(tuple[Remark, ...])
_unpacked = lru_cache(maxsize=256)(_REMARKS.validate_json)


def _packed(remarks: Sequence[Remark]) -> str | None:
    """The remarks as they are kept; nothing where there are none."""
    return _REMARKS.dump_json(tuple(remarks), exclude_defaults=True).decode() if remarks else None


def _evidence(row: Row[Any]) -> Evidence:
    values = {name: row._mapping[name] for name in Evidence.model_fields}
    return Evidence(**{**values, "remarks": _unpacked(row.remarks) if row.remarks else ()})
