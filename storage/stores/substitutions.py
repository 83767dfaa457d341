"""Substitutions for a leave, and whose reports a person sees on a day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Date,
    Row,
    and_,
    bindparam,
    cast,
    exists,
    func,
    insert,
    literal,
    null,
    select,
    update,
)

from core.model.delegation import Substitution
from storage.stores.store import Store
from storage.tables import holding, substitution

_HELD = and_(
    holding.c.post_id == substitution.c.post_id,
    holding.c.person_id == substitution.c.absent_id,
    holding.c.until.is_(None),
)
_OWN = select(
    holding.c.post_id, cast(literal(0), BigInteger).label("absent"), cast(null(), Date).label("until")
).where(holding.c.person_id == bindparam("person_id"), holding.c.until.is_(None))
_LATER = substitution.alias("later")
_OVERRULED = exists().where(
    _LATER.c.post_id == substitution.c.post_id,
    _LATER.c.absent_id == substitution.c.absent_id,
    _LATER.c.id > substitution.c.id,
    _LATER.c.ended_at.is_(None),
    _LATER.c.starts <= bindparam("opened_by"),
    _LATER.c.ends >= bindparam("opened_by"),
)
"""Of two for one absent person on one day the one that was named last is in force (`core.model.delegation.running`)."""
_STOOD_IN = (
    select(substitution.c.post_id, substitution.c.absent_id, substitution.c.ends)
    .join(holding, _HELD)
    .where(
        substitution.c.substitute_id == bindparam("person_id"),
        substitution.c.ended_at.is_(None),
        substitution.c.starts <= bindparam("opened_by"),
        substitution.c.ends >= bindparam("opened_by"),
        ~_OVERRULED,
    )
)
_BOTH = _OWN.union_all(_STOOD_IN).subquery("both")
REPORTED = (
    select(_BOTH.c.post_id, func.min(_BOTH.c.absent).label("absent"), func.max(_BOTH.c.until).label("until"))
    .group_by(_BOTH.c.post_id)
    .subquery("reported")
)
"""The posts that `person_id` reports on, on the day `opened_by`: `absent` is 0 for one's own, whoever is away too."""

_ADD = insert(substitution).returning(substitution.c.id)
_GET = select(substitution).where(substitution.c.id == bindparam("which"))
_STANDING = (
    select(substitution)
    .join(holding, _HELD)
    .where(substitution.c.ended_at.is_(None), substitution.c.ends >= bindparam("on_day"))
    .order_by(substitution.c.starts, substitution.c.id)
)
_RAN_OUT = (
    select(substitution)
    .join(holding, _HELD)
    .where(
        substitution.c.ended_at.is_(None),
        substitution.c.ends >= bindparam("since"),
        substitution.c.ends < bindparam("before"),
    )
    .order_by(substitution.c.ends, substitution.c.id)
)
_END = (
    update(substitution)
    .where(substitution.c.id == bindparam("which"), substitution.c.ended_at.is_(None))
    .values(ended_at=bindparam("moment"))
)
_STOOD = (
    select(substitution.c.post_id)
    .where(substitution.c.substitute_id == bindparam("who"))
    .group_by(substitution.c.post_id)
    .order_by(func.max(substitution.c.id).desc())
)


class Substitutions(Store):
    """core.ports.unit_of_work.SubstitutionStore."""

    async def add(self, substitution: Substitution) -> int:
        row = await self._first(_ADD, substitution.model_dump(exclude={"id"}))
        assert row is not None
        return int(row.id)

    async def get(self, substitution_id: int) -> Substitution | None:
        row = await self._first(_GET, {"which": substitution_id})
        return None if row is None else _substitution(row)

    async def standing(self, on: date) -> list[Substitution]:
        return [_substitution(row) for row in await self._all(_STANDING, {"on_day": on})]

    async def ran_out(self, since: date, before: date) -> list[Substitution]:
        rows = await self._all(_RAN_OUT, {"since": since, "before": before})
        return [_substitution(row) for row in rows]

    async def end(self, substitution_id: int, at: datetime) -> bool:
        return bool(await self._run(_END, {"which": substitution_id, "moment": at}))

    async def posts_stood_in(self, person_id: int) -> list[int]:
        return [row.post_id for row in await self._all(_STOOD, {"who": person_id})]


def _substitution(row: Row[Any]) -> Substitution:
    return Substitution(
        id=row.id,
        post_id=row.post_id,
        absent_id=row.absent_id,
        substitute_id=row.substitute_id,
        starts=row.starts,
        ends=row.ends,
        named_by=row.named_by,
        named_at=row.named_at,
        ended_at=row.ended_at,
    )
