"""Plans in the register, and their activities with permanent ids.

A reading never changes once it is kept, so what its JSON text says is remembered: the same text is parsed once.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, Select, bindparam, case, delete, func, insert, or_, select, update

from core.model.editions import (
    Amendment,
    FormerRow,
    LiveActivity,
    NewPlan,
    Ownership,
    PlanEdition,
    PlanHead,
    PlanStatus,
)
from core.model.obligations import ReportingRule
from core.plan.columns import ReadingMap, TableSaid
from core.plan.model import Activity, GoalSaid, ReadPlan
from storage.stores.store import Store, as_json, in_parts, replacing
from storage.tables import activity, amendment, former_row, layout, obligation, plan, ruling

_reading = lru_cache(maxsize=4)(ReadPlan.model_validate_json)
_activity = lru_cache(maxsize=1024)(Activity.model_validate_json)
_goals = TypeAdapter(dict[str, tuple[GoalSaid, ...]])
_rule = lru_cache(maxsize=64)(ReportingRule.model_validate_json)

_PROPOSE = insert(plan).returning(plan.c.id)
_WITH_AMENDMENT = select(
    plan, amendment.c.plan_id.label("waiting"), amendment.c.amends, amendment.c.pairs
).outerjoin(amendment, amendment.c.plan_id == plan.c.id)
_GET = _WITH_AMENDMENT.where(plan.c.id == bindparam("id"))
_RULE = select(plan.c.rule).where(plan.c.id == bindparam("id"))
_UNTITLED = case((plan.c.title.is_(None), plan.c.source_name), else_="").label("source_name")
"""A column that stands behind the reading: SQLite goes through the whole reading to get there."""
_HEAD = (*(plan.c[name] for name in PlanHead.model_fields if name != "source_name"), _UNTITLED)
_CHANGEABLE = (
    plan.c.title,
    plan.c.organisation,
    plan.c.period_start,
    plan.c.period_end,
    plan.c.status,
    plan.c.rule,
    plan.c.settled,
    plan.c.recalled,
    plan.c.goals,
    plan.c.said,
    plan.c.accepted_at,
)
_READ_ONCE = (
    plan.c.reading,
    plan.c.source_name,
    plan.c.source_sha256,
    plan.c.imported_by,
    plan.c.imported_at,
)
_ONE = update(plan).where(plan.c.id == bindparam("which"))
_SAVE = _ONE.values({c: bindparam(f"new_{c.name}") for c in _CHANGEABLE})
_REPLACE = _ONE.values({c: bindparam(f"new_{c.name}") for c in (*_CHANGEABLE, *_READ_ONCE)})
_AMEND = replacing(amendment, "plan_id")
_SET_RULE = update(plan).where(plan.c.id == bindparam("which")).values(rule=bindparam("new_rule"))
_ADD_ACTIVITY = insert(activity)
_ACTIVITIES = select(activity).where(activity.c.plan_id == bindparam("plan_id")).order_by(activity.c.position)
_PRINTED = select(activity.c.printed).where(activity.c.plan_id == bindparam("plan_id"))
_ROWS = select(activity).where(activity.c.id.in_(bindparam("ids", expanding=True)))
_BESIDE = func.replace(func.replace(activity.c.contributors, "[", ","), "]", ",")
"""The posts beside the owner: "[3,14]" as ",3,14,"."""
_NAMING = (
    select(activity.c.plan_id)
    .distinct()
    .join(plan, plan.c.id == activity.c.plan_id)
    .where(plan.c.status == PlanStatus.LIVE.value, activity.c.confirmed, activity.c.contributors != "[]")
    .order_by(activity.c.plan_id)
)
_SET_OWNER = (
    update(activity)
    .where(activity.c.id == bindparam("which"))
    .values(
        owner=bindparam("new_owner"),
        supervisor=bindparam("new_supervisor"),
        contributors=bindparam("new_contributors"),
        confirmed=bindparam("new_confirmed"),
    )
)
_PLACE = (
    update(activity)
    .where(activity.c.id == bindparam("which"))
    .values(position=bindparam("new_position"), printed=bindparam("new_printed"))
)
_OUT_OF_THE_WAY = (
    update(activity).where(activity.c.plan_id == bindparam("whose")).values(position=-1 - activity.c.position)
)
_OUT_OF_REACH = 10**8
_DROP = update(activity).where(activity.c.id == bindparam("which")).values(plan_id=bindparam("edition"))
_DROP_OWED = (
    update(obligation)
    .where(obligation.c.activity_id == bindparam("which"))
    .values(plan_id=bindparam("edition"), withdrawn=True)
)
_RESTORE = (
    update(activity)
    .where(activity.c.id == bindparam("which"))
    # Far from every place that a row of the plan has or had.
    .values(plan_id=bindparam("whose"), position=-_OUT_OF_REACH - activity.c.id)
)
_RESTORE_OWED = (
    update(obligation)
    .where(obligation.c.activity_id == bindparam("which"))
    .values(plan_id=bindparam("whose"))
)
_EDITIONS = (
    _WITH_AMENDMENT.where(amendment.c.amends == bindparam("plan_id"))
    .where(plan.c.status == PlanStatus.SUPERSEDED)
    .order_by(plan.c.accepted_at.desc(), plan.c.id.desc())
)
_KEEP_FORMER = insert(former_row)
_FORMER = (
    select(former_row)
    .where(former_row.c.activity_id == bindparam("activity_id"))
    .order_by(former_row.c.until)
)
_REMEMBER = replacing(ruling, "key")
_FORGET = delete(ruling).where(ruling.c.key.in_(bindparam("keys", expanding=True)))
_REMEMBER_LAYOUT = replacing(layout, "layout")
_FORGET_LAYOUT = delete(layout).where(layout.c.layout == bindparam("which"))
_LAYOUTS = select(layout.c.layout, layout.c.said).order_by(layout.c.layout)
_RECALL = select(ruling.c.key, ruling.c.answer).where(ruling.c.key.in_(bindparam("keys", expanding=True)))


@lru_cache(maxsize=8)
def _heads(statuses: tuple[PlanStatus, ...]) -> Select[Any]:
    """Not an IN list, which would be written anew each time."""
    wanted = or_(*(plan.c.status == status.value for status in statuses))
    return select(*_HEAD).where(wanted).order_by(plan.c.id)


class Plans(Store):
    """core.ports.unit_of_work.PlanStore."""

    async def propose(self, plan: NewPlan) -> int:
        waiting = PlanEdition(id=0, **{name: getattr(plan, name) for name in NewPlan.model_fields})
        row = await self._first(_PROPOSE, _changeable(waiting) | _read_once(waiting))
        assert row is not None
        return int(row.id)

    async def get(self, plan_id: int) -> PlanEdition | None:
        row = await self._first(_GET, {"id": plan_id})
        return None if row is None else _plan(row)

    async def rule_of(self, plan_id: int) -> ReportingRule | None:
        row = await self._first(_RULE, {"id": plan_id})
        return None if row is None else ReportingRule.model_validate_json(row.rule)

    async def with_status(self, *statuses: PlanStatus) -> list[PlanHead]:
        return [_head(row) for row in await self._all(_heads(statuses), large=True)]

    async def naming(self, post_ids: Collection[int]) -> list[int]:
        if not post_ids:
            return []
        named = or_(*(_BESIDE.contains(f",{post_id},") for post_id in post_ids))
        return [row.plan_id for row in await self._all(_NAMING.where(named), large=True)]

    async def rows(self, activity_ids: Collection[int]) -> list[LiveActivity]:
        return [_live(row) for ids in in_parts(activity_ids) for row in await self._all(_ROWS, {"ids": ids})]

    async def save(self, plan: PlanEdition) -> None:
        await self._run(_SAVE, {"which": plan.id, **_new(_changeable(plan))})

    async def set_amendment(self, plan_id: int, amendment: Amendment) -> None:
        kept = {"plan_id": plan_id, "amends": amendment.amends, "pairs": as_json(amendment.pairs)}
        await self._run(self._upsert(_AMEND), kept)

    async def replace(self, plan: PlanEdition) -> None:
        await self._run(_REPLACE, {"which": plan.id, **_new(_changeable(plan) | _read_once(plan))})

    async def add_activities(self, plan: PlanEdition) -> list[LiveActivity]:
        """`position` is the activity's place in the reading, from 0."""
        rows = plan.settled_reading.activities
        await self._run_many(_ADD_ACTIVITY, [_row(plan.id, at, row) for at, row in enumerate(rows)])
        return await self.activities(plan.id)

    async def add_row(self, plan_id: int, row: Activity) -> LiveActivity:
        last = max((a.position for a in await self.activities(plan_id)), default=-1)
        await self._run_many(_ADD_ACTIVITY, [_row(plan_id, last + 1, row)])
        return next(a for a in await self.activities(plan_id) if a.position == last + 1)

    async def set_rows(self, plan_id: int, rows: Sequence[tuple[int | None, Activity]]) -> list[LiveActivity]:
        # Places are unique, so all leave theirs before any takes another's.
        await self._run(_OUT_OF_THE_WAY, {"whose": plan_id})
        kept = [
            {"which": activity_id, "new_position": at, "new_printed": row.model_dump_json()}
            for at, (activity_id, row) in enumerate(rows)
            if activity_id is not None
        ]
        await self._run_many(_PLACE, kept)
        added = [_row(plan_id, at, row) for at, (known, row) in enumerate(rows) if known is None]
        await self._run_many(_ADD_ACTIVITY, added)
        return await self.activities(plan_id)

    async def drop_rows(self, activity_ids: Sequence[int], edition_id: int) -> None:
        dropped = [{"which": one, "edition": edition_id} for one in activity_ids]
        await self._run_many(_DROP_OWED, dropped)
        await self._run_many(_DROP, dropped)

    async def restore_rows(self, activity_ids: Sequence[int], plan_id: int) -> None:
        restored = [{"which": one, "whose": plan_id} for one in activity_ids]
        await self._run_many(_RESTORE_OWED, restored)
        await self._run_many(_RESTORE, restored)

    async def editions_of(self, plan_id: int) -> list[PlanEdition]:
        return [_plan(row) for row in await self._all(_EDITIONS, {"plan_id": plan_id})]

    async def keep_former(self, rows: Sequence[FormerRow]) -> None:
        kept = [{**r.model_dump(exclude={"row"}), "printed": r.row.model_dump_json()} for r in rows]
        await self._run_many(_KEEP_FORMER, kept)

    async def former_rows(self, activity_id: int) -> list[FormerRow]:
        return [
            FormerRow(
                activity_id=row.activity_id,
                edition_id=row.edition_id,
                until=row.until,
                row=_activity(row.printed),
            )
            for row in await self._all(_FORMER, {"activity_id": activity_id})
        ]

    async def remember(self, key: str, code: str, answer: str, by: int | None, at: datetime) -> None:
        kept = {"key": key, "code": code, "answer": answer, "given_by": by, "given_at": at}
        await self._run(self._upsert(_REMEMBER), kept)

    async def recall(self, keys: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for some in in_parts(keys):
            found.update({row.key: row.answer for row in await self._all(_RECALL, {"keys": some})})
        return found

    async def forget(self, keys: Sequence[str]) -> None:
        for some in in_parts(keys):
            await self._run(_FORGET, {"keys": some})

    async def remember_layout(
        self, layout: str, said: TableSaid | None, by: int | None, at: datetime
    ) -> None:
        if said is None:
            await self._run(_FORGET_LAYOUT, {"which": layout})
            return
        kept = {"layout": layout, "said": _short(said), "given_by": by, "given_at": at}
        await self._run(self._upsert(_REMEMBER_LAYOUT), kept)

    async def layouts(self) -> dict[str, TableSaid]:
        rows = await self._all(_LAYOUTS, large=True)
        return {row.layout: TableSaid.model_validate_json(row.said) for row in rows}

    async def activities(self, plan_id: int) -> list[LiveActivity]:
        return [_live(row) for row in await self._all(_ACTIVITIES, {"plan_id": plan_id})]

    async def titles(self, plan_id: int) -> list[str]:
        rows = await self._all(_PRINTED, {"plan_id": plan_id}, large=True)
        return [json.loads(row.printed)["title"] for row in rows]

    async def set_owner(self, activity_id: int, ownership: Ownership) -> None:
        await self._run(
            _SET_OWNER,
            {
                "which": activity_id,
                "new_owner": ownership.owner,
                "new_supervisor": ownership.supervisor,
                "new_contributors": as_json(ownership.contributors),
                "new_confirmed": ownership.confirmed,
            },
        )

    async def set_rule(self, plan_id: int, rule: ReportingRule) -> None:
        await self._run(_SET_RULE, {"which": plan_id, "new_rule": rule.model_dump_json()})


def _changeable(plan: PlanEdition) -> dict[str, Any]:
    return {
        **plan.model_dump(include={"title", "organisation", "period_start", "period_end", "accepted_at"}),
        "status": plan.status,
        "rule": plan.rule.model_dump_json(),
        "settled": as_json(plan.settled),
        "recalled": as_json(plan.recalled),
        "goals": _goals.dump_json(plan.goals, exclude_defaults=True).decode() if plan.goals else None,
        "said": _short(plan.said) if plan.said != ReadingMap() else None,
    }


def _short(said: ReadingMap | TableSaid) -> str:
    return said.model_dump_json(exclude_defaults=True)


def _read_once(plan: PlanEdition) -> dict[str, Any]:
    kept = plan.model_dump(include={"source_name", "source_sha256", "imported_by", "imported_at"})
    return {**kept, "reading": plan.read.model_dump_json()}


def _new(values: dict[str, Any]) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in values.items()}


def _row(plan_id: int, position: int, printed: Activity) -> dict[str, Any]:
    return {
        "plan_id": plan_id,
        "position": position,
        "printed": printed.model_dump_json(),
        "owner": None,
        "supervisor": None,
        "contributors": "[]",
        "confirmed": False,
    }


def _head(row: Row[Any]) -> PlanHead:
    return PlanHead.model_validate(row._mapping)


def _plan(row: Row[Any]) -> PlanEdition:
    return PlanEdition(
        id=row.id,
        status=PlanStatus(row.status),
        title=row.title,
        organisation=row.organisation,
        period_start=row.period_start,
        period_end=row.period_end,
        read=_reading(row.reading),
        source_name=row.source_name,
        source_sha256=row.source_sha256,
        imported_by=row.imported_by,
        imported_at=row.imported_at,
        rule=_rule(row.rule),
        settled=json.loads(row.settled),
        recalled=tuple(json.loads(row.recalled or "[]")),
        goals=_goals.validate_json(row.goals or "{}"),
        said=ReadingMap.model_validate_json(row.said or "{}"),
        accepted_at=row.accepted_at,
        amendment=Amendment(amends=row.amends, pairs=json.loads(row.pairs)) if row.waiting else None,
    )


def _live(row: Row[Any]) -> LiveActivity:
    return LiveActivity(
        id=row.id,
        plan_id=row.plan_id,
        position=row.position,
        row=_activity(row.printed),
        ownership=Ownership(
            owner=row.owner,
            supervisor=row.supervisor,
            contributors=tuple(json.loads(row.contributors)),
            confirmed=row.confirmed,
        ),
    )
