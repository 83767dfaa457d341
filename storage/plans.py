"""Plans in the register, and their activities with permanent ids.

A reading never changes once it is kept, so what its JSON text says is remembered: the same text is parsed once.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from core.editions import LiveActivity, NewPlan, Ownership, PlanEdition, PlanStatus
from core.obligations import ReportingRule
from core.plan import Activity, ReadPlan
from storage.store import Store, as_json
from storage.tables import activity, plan

_reading = lru_cache(maxsize=4)(ReadPlan.model_validate_json)
_activity = lru_cache(maxsize=1024)(Activity.model_validate_json)
_rule = lru_cache(maxsize=64)(ReportingRule.model_validate_json)

_PROPOSE = insert(plan).returning(plan.c.id)
_GET = select(plan).where(plan.c.id == bindparam("id"))
_WITH_STATUS = (
    select(plan).where(plan.c.status.in_(bindparam("statuses", expanding=True))).order_by(plan.c.id)
)
_CHANGEABLE = (
    plan.c.title,
    plan.c.organisation,
    plan.c.period_start,
    plan.c.period_end,
    plan.c.status,
    plan.c.rule,
    plan.c.settled,
    plan.c.accepted_at,
)
_SAVE = (
    update(plan)
    .where(plan.c.id == bindparam("which"))
    .values({c: bindparam(f"new_{c.name}") for c in _CHANGEABLE})
)
_SET_RULE = update(plan).where(plan.c.id == bindparam("which")).values(rule=bindparam("new_rule"))
_ADD_ACTIVITY = insert(activity)
_ACTIVITIES = select(activity).where(activity.c.plan_id == bindparam("plan_id")).order_by(activity.c.position)
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


class Plans(Store):
    """core.ports.PlanStore."""

    async def propose(self, plan: NewPlan) -> int:
        kept = plan.model_dump(include=set(NewPlan.model_fields) - {"read"})
        row = await self._first(
            _PROPOSE,
            {
                **kept,
                "reading": plan.read.model_dump_json(),
                "status": PlanStatus.PROPOSED,
                "rule": ReportingRule().model_dump_json(),
                "settled": "{}",
                "accepted_at": None,
            },
        )
        assert row is not None
        return int(row.id)

    async def get(self, plan_id: int) -> PlanEdition | None:
        row = await self._first(_GET, {"id": plan_id})
        return None if row is None else _plan(row)

    async def with_status(self, *statuses: PlanStatus) -> list[PlanEdition]:
        return [_plan(row) for row in await self._all(_WITH_STATUS, {"statuses": list(statuses)})]

    async def save(self, plan: PlanEdition) -> None:
        kept = plan.model_dump(include={"title", "organisation", "period_start", "period_end", "accepted_at"})
        kept |= {"status": plan.status, "rule": plan.rule.model_dump_json(), "settled": as_json(plan.settled)}
        await self._run(_SAVE, {"which": plan.id, **{f"new_{name}": value for name, value in kept.items()}})

    async def add_activities(self, plan: PlanEdition) -> list[LiveActivity]:
        """`position` is the activity's place in the reading, from 0."""
        new = [
            {
                "plan_id": plan.id,
                "position": position,
                "printed": printed.model_dump_json(),
                "owner": None,
                "supervisor": None,
                "contributors": "[]",
                "confirmed": False,
            }
            for position, printed in enumerate(plan.read.activities)
        ]
        await self._run_many(_ADD_ACTIVITY, new)
        return await self.activities(plan.id)

    async def activities(self, plan_id: int) -> list[LiveActivity]:
        return [_live(row) for row in await self._all(_ACTIVITIES, {"plan_id": plan_id})]

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
        accepted_at=row.accepted_at,
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
