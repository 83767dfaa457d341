"""A plan on its way in: proposed, its missing parts asked, its doubts settled, accepted; then its owners confirmed.

Nothing is live before it is accepted, and nothing is owed before the coordinator confirmed who reports (domain, §3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.derive import apply, derive, owing_posts, reconcile, unowned
from core.editions import LiveActivity, NewPlan, Ownership, PlanEdition, PlanStatus
from core.errors import Missing, NotAllowed, UnreadableInput
from core.owners import is_group, propose
from core.people import Post
from core.plan import Activity, ReadPlan
from core.ports import JournalLine, Work, WorkingDays

KEPT = "kept"
"""How a doubt was settled: what is printed stands."""


async def put_forward(
    work: Work, read: ReadPlan, *, source_name: str, source_sha256: str, by: int | None, now: datetime
) -> int:
    """Keeps a reading for the coordinator to look at; → the plan's id. Nothing is live yet."""
    plan_id = await work.plans.propose(
        NewPlan(
            title=read.plan.title,
            organisation=read.plan.organisation,
            period_start=read.plan.period_start,
            period_end=read.plan.period_end,
            read=read,
            source_name=source_name,
            source_sha256=source_sha256,
            imported_by=by,
            imported_at=now,
        )
    )
    await _journal(work, by, now, "plan-read", plan_id, file=source_name, sha256=source_sha256)
    return plan_id


async def proposed(work: Work, plan_id: int) -> PlanEdition:
    """A plan that waits for acceptance. Raises Missing, or NotAllowed where that is over."""
    plan = await work.plans.get(plan_id)
    if plan is None:
        raise Missing("plan-missing")
    if plan.status is not PlanStatus.PROPOSED:
        raise NotAllowed("plan-not-waiting")
    return plan


def with_part(plan: PlanEdition, part: str, text: str) -> PlanEdition:
    """The plan with a part that its file lacks: title, organisation or year. Raises UnreadableInput."""
    text = " ".join(text.split())
    if part == "year":
        if not (text.isdigit() and 2000 <= int(text) <= 2100):
            raise UnreadableInput("plan-year-not-read", typed=text[:20])
        return plan.model_copy(
            update={"period_start": date(int(text), 1, 1), "period_end": date(int(text), 12, 31)}
        )
    if not 2 <= len(text) <= 300:
        raise UnreadableInput("plan-part-length", most=300)
    return plan.model_copy(update={part: text})


def open_doubts(plan: PlanEdition) -> list[int]:
    """Which doubts of the reading nobody has settled, by their place in it."""
    return [at for at in range(len(plan.read.doubts)) if str(at) not in plan.settled]


async def settle(work: Work, plan: PlanEdition, at: int, by: int, now: datetime) -> PlanEdition:
    """Settles a doubt: what is printed stands."""
    settled = plan.model_copy(update={"settled": {**plan.settled, str(at): KEPT}})
    await work.plans.save(settled)
    doubt = plan.read.doubts[at]
    await _journal(work, by, now, "doubt-settled", plan.id, doubt=doubt.code, row=doubt.activity, how=KEPT)
    return settled


async def cancel(work: Work, plan: PlanEdition, by: int, now: datetime) -> None:
    await work.plans.save(plan.model_copy(update={"status": PlanStatus.CANCELLED}))
    await _journal(work, by, now, "plan-cancelled", plan.id)


async def accept(work: Work, plan: PlanEdition, by: int | None, now: datetime) -> PlanEdition:
    """Makes the plan live, its posts known, and proposes who reports on each row. Raises NotAllowed while parts lack."""
    if plan.lacks:
        raise NotAllowed("plan-lacks-parts")
    live = plan.model_copy(update={"status": PlanStatus.LIVE, "accepted_at": now})
    await work.plans.save(live)
    posts = await work.people.add_posts([(name, is_group(name)) for name in plan.read.posts()])
    for activity in await work.plans.add_activities(live):
        ownership = proposed_ownership(activity.row, posts)
        await work.plans.set_owner(activity.id, ownership)
    await _journal(work, by, now, "plan-accepted", plan.id, title=plan.title, rows=len(plan.read.activities))
    return live


def proposed_ownership(row: Activity, posts: dict[str, int]) -> Ownership:
    """Who should report, by the rule `one`; a row that names only groups is the first group's until it is resolved."""
    proposal = propose(row.responsibles)
    groups = [name for name in row.responsibles if is_group(name)]
    owner = proposal.owner or (groups[0] if groups else None)
    supervisor = proposal.supervisor if proposal.owner else None
    return Ownership(
        owner=posts.get(owner) if owner else None,
        supervisor=posts.get(supervisor) if supervisor else None,
        contributors=tuple(posts[name] for name in proposal.contributors if name in posts and name != owner),
    )


@dataclass(frozen=True)
class Owners:
    """Who reports on what: rows of each post, groups that nobody answers for yet, rows that name nobody."""

    rows_of: dict[int, list[LiveActivity]]
    open_groups: dict[int, list[LiveActivity]]
    nobody: list[LiveActivity]

    @property
    def settled(self) -> bool:
        return not self.open_groups and not self.nobody


def owners_of(activities: Sequence[LiveActivity], posts: dict[int, Post]) -> Owners:
    """Sorts a plan's rows by who reports on them, groups replaced by the post that answers for them."""
    rows_of: dict[int, list[LiveActivity]] = {}
    open_groups: dict[int, list[LiveActivity]] = {}
    without = {a.id for a in unowned(activities, posts)}
    nobody = []
    for a in activities:
        owner = posts.get(a.ownership.owner) if a.ownership.owner else None
        if owner is None:
            nobody.append(a)
        elif a.id in without:
            open_groups.setdefault(owner.id, []).append(a)
        else:
            rows_of.setdefault(owner.reports if owner.is_group and owner.reports else owner.id, []).append(a)
    return Owners(rows_of, open_groups, nobody)


async def confirm_owners(work: Work, plan_id: int, by: int | None, now: datetime, days: WorkingDays) -> int:
    """Confirms every owner as it stands and derives what is owed; → how many obligations there are."""
    for a in await work.plans.activities(plan_id):
        if a.ownership.owner is not None and not a.ownership.confirmed:
            await work.plans.set_owner(a.id, a.ownership.model_copy(update={"confirmed": True}))
    await _journal(work, by, now, "owners-confirmed", plan_id)
    return await bring_up_to_date(work, plan_id, days)


async def set_owner(
    work: Work, plan: PlanEdition, activity: LiveActivity, post_id: int, by: int, now: datetime
) -> None:
    """Names another owner of a row; who owned it before contributes. Its reports move to the new post."""
    old = activity.ownership
    posts = {p.id: p for p in await work.people.posts()}
    before = owing_posts(activity, posts, plan.rule)
    if plan.rule.responsibility == "one":
        for o in await work.obligations.of_plan(plan.id):
            if o.activity_id == activity.id and o.post_id in before and o.post_id != post_id:
                await work.obligations.reassign(o.id, post_id)
    others = dict.fromkeys([*([old.owner] if old.owner else []), *old.contributors])
    ownership = Ownership(
        owner=post_id,
        supervisor=old.supervisor if old.supervisor != post_id else None,
        contributors=tuple(p for p in others if p != post_id),
        confirmed=True,
    )
    await work.plans.set_owner(activity.id, ownership)
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=by,
            action="owner-set",
            subject=f"activity:{activity.id}",
            before={"owner": old.owner},
            after={"owner": post_id},
        )
    )


async def bring_up_to_date(work: Work, plan_id: int, days: WorkingDays) -> int:
    """Derives what is owed anew and keeps every obligation that still stands; → how many stand."""
    plan = await work.plans.get(plan_id)
    if plan is None:
        raise Missing("plan-missing")
    activities = [a for a in await work.plans.activities(plan_id) if a.ownership.confirmed]
    posts = {p.id: p for p in await work.people.posts()}
    derived = derive(plan, activities, posts, days)
    await apply(work, plan_id, reconcile(await work.obligations.of_plan(plan_id), derived))
    return len(derived)


async def _journal(
    work: Work, by: int | None, now: datetime, action: str, plan_id: int, **after: object
) -> None:
    await work.journal.add(
        JournalLine(at=now, person_id=by, action=action, subject=f"plan:{plan_id}", after=after or None)
    )
