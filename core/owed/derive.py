"""What is owed, derived from a plan, its rules and its owners, and brought together with what is already kept.

Domain, §3. Deriving is a pure function: the same plan, owners and rule give the same obligations in the same order,
so it can be done again after every change, and for a dry run before one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from core.model.editions import LiveActivity, PlanEdition
from core.model.obligations import DerivedObligation, Due, Obligation, ReportingRule
from core.model.people import Post
from core.owed.reporting_periods import Occasion, occasions
from core.owed.timing import consolidated_due, cycle_of, due_days, plan_bounds
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work, WorkingDays


class Reconciliation(BaseModel):
    """What has to change so that what is kept is what is derived. `apply` writes it.

    `reschedule` pairs the id of an obligation with its new target and days. What stands as it is, is not named.
    """

    model_config = ConfigDict(frozen=True)
    add: tuple[DerivedObligation, ...] = ()
    reschedule: tuple[tuple[int, DerivedObligation], ...] = ()
    withdraw: tuple[int, ...] = ()
    revive: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.add or self.reschedule or self.withdraw or self.revive)


def derive(
    plan: PlanEdition,
    activities: Sequence[LiveActivity],
    posts: Mapping[int, Post],
    days: WorkingDays,
) -> list[DerivedObligation]:
    """Every obligation of the plan, by position of the row, then due day. Keys are unique.

    Whether the plan is live and its owners confirmed is not asked here. An activity that nobody owes
    (see `unowned`) gives nothing. Raises ValueError where a plan value stands under what is not a period.
    """
    found: list[DerivedObligation] = []
    for activity in sorted(activities, key=lambda a: (a.position, a.id)):
        owners = owing_posts(activity, posts, plan.rule)
        if not owners:
            continue
        cycle = cycle_of(activity.row, activity.id, plan.rule)
        for occasion in occasions(activity.row, cycle, plan_bounds(plan)):
            due = due_days(occasion, activity.id, plan.rule, days)
            if is_past(occasion, due, activity.id, plan.rule):
                continue
            lead_due = consolidated_due(occasion, due, plan.rule, days) if len(owners) > 1 else due
            found.append(_derived(activity.id, owners[0], occasion, lead_due))
            found.extend(_derived(activity.id, post_id, occasion, due) for post_id in owners[1:])
    return found


def is_past(occasion: Occasion, due: Due, row_id: int, rule: ReportingRule) -> bool:
    """Whether it lies before reporting on the plan starts, or was over before an edition brought the row."""
    beginnings = (rule.starts_on, rule.rows_since.get(row_id))
    over = any(day is not None and occasion.over_on < day for day in beginnings)
    return over or (rule.none_due_before is not None and due.report_due < rule.none_due_before)


def owing_posts(activity: LiveActivity, posts: Mapping[int, Post], rule: ReportingRule) -> list[int]:
    """The posts that owe the activity's reports: its owner, and by rule `each` the contributors too, the lead first.

    A group owes through the member that reports for it. Without an owner nobody owes, by either rule.
    """
    owner = answering(activity.ownership.owner, posts)
    if owner is None:
        return []
    if rule.responsibility == "one":
        return [owner]
    others = (answering(post_id, posts) for post_id in activity.ownership.contributors)
    return list(dict.fromkeys([owner, *(post_id for post_id in others if post_id is not None)]))


def lead_of(activity: LiveActivity, posts: Mapping[int, Post], rule: ReportingRule) -> int | None:
    """The post whose report on the row is the consolidated one; None where one post alone owes it."""
    if rule.responsibility == "one":
        return None
    owing = owing_posts(activity, posts, rule)
    return owing[0] if len(owing) > 1 else None


def unowned(activities: Iterable[LiveActivity], posts: Mapping[int, Post]) -> list[LiveActivity]:
    """The activities that nobody reports on: no owner, or a group of which no member was named."""
    return [a for a in activities if answering(a.ownership.owner, posts) is None]


def reconcile(existing: Sequence[Obligation], derived: Sequence[DerivedObligation]) -> Reconciliation:
    """Compares by key. What is derived no more is withdrawn, never deleted; what comes back is revived with its draft."""
    wanted = {d.key: d for d in derived}
    kept = {o.key: o for o in existing}
    pairs = [(kept[key], d) for key, d in wanted.items() if key in kept]
    return Reconciliation(
        add=tuple(d for key, d in wanted.items() if key not in kept),
        reschedule=tuple((o.id, d) for o, d in pairs if (o.target, o.due) != (d.target, d.due)),
        withdraw=tuple(o.id for o in existing if o.key not in wanted and not o.withdrawn),
        revive=tuple(o.id for o, _ in pairs if o.withdrawn),
    )


async def apply(work: Work, plan_id: int, changes: Reconciliation, by: int | None, now: datetime) -> None:
    """Writes a reconciliation within the caller's transaction; what falls away or comes back is in the journal."""
    await withdraw(work, changes.withdraw, True, by, now)
    await withdraw(work, changes.revive, False, by, now)
    for obligation_id, derived in changes.reschedule:
        await work.obligations.reschedule(obligation_id, derived)
    if changes.add:
        await work.obligations.add(plan_id, changes.add)


async def withdraw(
    work: Work, obligation_ids: Sequence[int], withdrawn: bool, by: int | None, now: datetime
) -> None:
    """Withdraws reports or brings them back, each with its line in the journal; `by` None: nobody in the chat."""
    if not obligation_ids:
        return
    await work.obligations.set_withdrawn(obligation_ids, withdrawn)
    action = "withdrawn" if withdrawn else "brought-back"
    lines = (
        JournalLine(at=now, person_id=by, action=action, subject=f"obligation:{one}")
        for one in obligation_ids
    )
    await work.journal.add(*lines)


def _derived(activity_id: int, post_id: int, occasion: Occasion, due: Due) -> DerivedObligation:
    return DerivedObligation(
        activity_id=activity_id,
        post_id=post_id,
        kind=occasion.kind,
        period=occasion.period.code,
        target=occasion.target,
        due=due,
    )


def answering(post_id: int | None, posts: Mapping[int, Post]) -> int | None:
    """The post itself, or whoever reports for a group; None where that leads to nobody."""
    seen: set[int] = set()
    while post_id is not None and post_id not in seen:
        seen.add(post_id)
        post = posts.get(post_id)
        if post is None or not post.is_group:
            return post.id if post else None
        post_id = post.reports
    return None
