"""What is owed, derived from a plan, its rules and its owners, and brought together with what is already kept.

Domain, §3. Deriving is a pure function: the same plan, owners and rule give the same obligations in the same order,
so it can be done again after every change, and for a dry run before one.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from pydantic import BaseModel, ConfigDict

from core.kernel.periods import Period
from core.model.editions import LiveActivity, PlanEdition
from core.model.obligations import DerivedObligation, Due, Obligation, ReportingRule
from core.model.people import Post
from core.owed.calendar import add_working_days, moved
from core.owed.reporting_periods import Bounds, Occasion, occasions
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
        for occasion in occasions(activity.row, plan.rule.cycle, _bounds(plan)):
            due = due_days(occasion, plan.rule, days)
            lead_due = consolidated_due(occasion, due, plan.rule, days) if len(owners) > 1 else due
            found.append(_derived(activity.id, owners[0], occasion, lead_due))
            found.extend(_derived(activity.id, post_id, occasion, due) for post_id in owners[1:])
    return found


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


def due_days(occasion: Occasion, rule: ReportingRule, days: WorkingDays) -> Due:
    """The four days of an obligation by the plan's reporting rule. The day of the work is never moved.

    A turn shorter than the plan's cycle (a monthly row of a plan reported each quarter) may be reported as soon
    as it ends, and is due with the cycle's period that holds it (domain, §8: "monthly rows inside a quarter").
    """
    period = occasion.period
    opens = period.end - timedelta(days=rule.opens_days_before_end)
    ends = _ends(period, rule)
    if rule.due_day is None:
        due = add_working_days(days, ends, rule.due_working_day)
    else:
        due = _day_of(ends.year + 1, rule.due_day)
    due = moved(days, due, rule.day_off)
    return Due(
        deadline=occasion.deadline,
        opens=max(opens, period.start),  # a week is not asked about before it began
        report_due=due,
        closes=add_working_days(days, due, rule.closes_working_days_after_due),
    )


def consolidated_due(occasion: Occasion, due: Due, rule: ReportingRule, days: WorkingDays) -> Due:
    """The days of the lead's consolidated report: so many working days after the others', or on a day of its own.

    It is never due before what it is made of (domain, §8: by 15 April the bodies, by 1 May the Ministry).
    """
    if rule.consolidated_due_day is None:
        last = add_working_days(days, due.report_due, rule.consolidation_working_days)
    else:
        last = _day_of(_ends(occasion.period, rule).year + 1, rule.consolidated_due_day)
    last = max(moved(days, last, rule.day_off), due.report_due)
    closes = add_working_days(days, last, rule.closes_working_days_after_due)
    return due.model_copy(update={"report_due": last, "closes": closes})


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


def _bounds(plan: PlanEdition) -> Bounds | None:
    """The plan's own span; a plan with only its year known is a plan of that year."""
    if plan.period_start is None:
        return None
    return plan.period_start, plan.period_end or Period.holding(plan.period_start, "year").end


def _ends(period: Period, rule: ReportingRule) -> date:
    """The last day of what is reported on together: of the cycle's period that holds a shorter turn."""
    return max(period.end, Period.holding(period.end, rule.cycle).end)


def _day_of(year: int, day: str) -> date:
    """ "04-15" of the year; the 29th of February is the last day of February in other years."""
    month, number = (int(part) for part in day.split("-"))
    return date(year, month, min(number, monthrange(year, month)[1]))
