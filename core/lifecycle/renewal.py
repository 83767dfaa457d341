"""What a plan owes, derived anew whenever its rule, its owners or its rows change; what still stands is kept (domain, §3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from core.kernel.errors import Missing
from core.model.editions import PlanEdition
from core.model.obligations import DerivedObligation, Obligation
from core.owed.derive import Reconciliation, apply, derive, reconcile
from core.ports.unit_of_work import Work, WorkingDays


async def bring_up_to_date(work: Work, plan_id: int, days: WorkingDays, by: int | None, now: datetime) -> int:
    """Derives what is owed anew and keeps every obligation that still stands; → how many stand.

    What was submitted keeps the plan value and the days that it was submitted by (domain, §1), what was returned its
    days; rows whose owner is not confirmed keep what was owed on them until it is.
    """
    plan = await work.plans.get(plan_id)
    if plan is None:
        raise Missing("plan-missing")
    found = await derived_anew(work, plan, days)
    await apply(work, plan_id, found.changes, by, now)
    return len(found.derived)


@dataclass(frozen=True)
class Renewal:
    """What a plan owes by its rule, what is kept of it, and what has to change."""

    derived: list[DerivedObligation]
    kept: list[Obligation]
    changes: Reconciliation


async def derived_anew(work: Work, plan: PlanEdition, days: WorkingDays) -> Renewal:
    """What `bring_up_to_date` would write for the plan as it is given (with another rule, say); writes nothing."""
    activities = [a for a in await work.plans.activities(plan.id) if a.ownership.confirmed]
    posts = {p.id: p for p in await work.people.posts()}
    derived = derive(plan, activities, posts, days)
    confirmed = {a.id for a in activities}
    owed = [o for o in await work.obligations.of_plan(plan.id) if o.activity_id in confirmed]
    changes = reconcile(owed, derived)
    given = {o.id: o for o in owed if o.version}
    anew = tuple(
        (id, d) for id, found in changes.reschedule if (d := _still(given.get(id), found)) is not None
    )
    return Renewal(derived, owed, changes.model_copy(update={"reschedule": anew}))


def _still(given: Obligation | None, derived: DerivedObligation) -> DerivedObligation | None:
    """What changes of a report by what is derived now: all, where it was never handed in (None: nothing).

    What was handed in keeps the days that it came in time or late by; returned, it answers to the plan value of now.
    """
    if given is None:
        return derived
    if given.is_submitted or given.target == derived.target:
        return None
    return derived.model_copy(update={"due": given.due})
