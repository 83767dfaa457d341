"""A plan on its way in: proposed, its missing parts asked, its doubts settled, accepted; then its owners confirmed.

Nothing is live before it is accepted, and nothing is owed before the coordinator confirmed who reports (domain, §3).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.kernel.errors import Missing, NotAllowed, UnreadableInput
from core.kernel.text import fold
from core.lifecycle import goal_answers
from core.lifecycle.post_matching import known_names, known_variants, names_of, near_posts
from core.model.editions import LiveActivity, NewPlan, Ownership, PlanEdition, PlanStatus
from core.model.obligations import DerivedObligation, Obligation
from core.model.people import Post
from core.owed.derive import Reconciliation, apply, derive, owing_posts, reconcile, unowned
from core.plan.model import Activity, ReadPlan
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work, WorkingDays
from core.printed.ownership import is_group, propose
from core.resolution import settling

KEPT = "kept"
"""How a doubt was settled: what is printed stands."""


async def put_forward(
    work: Work, read: ReadPlan, *, source_name: str, source_sha256: str, by: int | None, now: datetime
) -> int:
    """Keeps a reading for the coordinator to look at; → the plan's id. Nothing is live yet.

    Posts that are known by another name go under their own, names nearly known become doubts, and doubts that were
    settled in an earlier reading are settled the same way.
    """
    posts = await work.people.posts()
    read = known_names(read, posts)
    read = read.model_copy(update={"doubts": (*read.doubts, *near_posts(read, posts))})
    recalled = await _recalled(work, read, posts)
    settled = {str(at): answer for at, answer in recalled.items()}
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
            settled=settled,
            recalled=tuple(recalled),
            goals=await goal_answers.recalled(work, settling.settled(read, settled)),
        )
    )
    await _journal(work, by, now, "plan-read", plan_id, file=source_name, sha256=source_sha256)
    return plan_id


async def _recalled(work: Work, read: ReadPlan, posts: Sequence[Post]) -> dict[int, str]:
    """The answers that are known already, by the doubts' places; one that no longer fits is asked anew."""
    keys = [settling.key_of(read, doubt) for doubt in read.doubts]
    kept = await work.plans.recall(keys)
    known = {at: kept[key] for at, key in enumerate(keys) if key in kept} | dict(known_variants(read, posts))
    found: dict[int, str] = {}
    for at, answer in sorted(known.items()):
        try:
            settling.settle(read, at, answer)
        except UnreadableInput:
            continue
        found[at] = answer
    return found


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
    """Which doubts of the reading nobody has settled and no other answer has done away with, by their place in it."""
    done = settling.moot(plan.read, plan.settled)
    settled = {int(at) for at in plan.settled} - settling.unfit(plan.read, plan.settled)
    return [at for at in range(len(plan.read.doubts)) if at not in settled and at not in done]


async def settle(
    work: Work, plan: PlanEdition, at: int, by: int, now: datetime, answer: str = KEPT
) -> PlanEdition:
    """Answers a doubt, and remembers the answer for the next file that asks the same. Raises UnreadableInput."""
    settling.settle(plan.read, at, answer)
    doubt, before = plan.read.doubts[at], plan.settled.get(str(at))
    settled = plan.model_copy(
        update={
            "settled": {**plan.settled, str(at): answer},
            "recalled": tuple(x for x in plan.recalled if x != at),
        }
    )
    await work.plans.save(settled)
    await work.plans.remember(settling.key_of(plan.read, doubt), doubt.code, answer, by, now)
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=by,
            action="doubt-settled",
            subject=f"plan:{plan.id}",
            before={"how": before} if before else None,
            after={"doubt": doubt.code, "row": doubt.activity, "printed": doubt.as_printed, "how": answer},
        )
    )
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
    posts = await known_posts(work, plan)
    for activity in await work.plans.add_activities(live):
        ownership = proposed_ownership(activity.row, posts)
        await work.plans.set_owner(activity.id, ownership)
    await _journal(
        work, by, now, "plan-accepted", plan.id, title=plan.title, rows=len(plan.settled_reading.activities)
    )
    return live


async def known_posts(work: Work, plan: PlanEdition) -> dict[str, int]:
    """Puts the plan's posts in the register, and the spellings that were confirmed as theirs; → the id of each name."""
    read = plan.settled_reading
    posts = await work.people.add_posts([(name, is_group(name)) for name in read.posts()])
    known = names_of(await work.people.posts())
    # A confirmed spelling, and what the document's own list of abbreviations spells out, are other names of the post.
    confirmed = settling.aliases(plan.read, plan.settled)
    spelt_out = {long: short for short, long in read.abbreviations.items()}
    for printed, name in {**spelt_out, **confirmed}.items():
        post = known.get(fold(name))
        if post is not None and fold(printed) not in known:
            await work.people.add_alias(post.id, printed)
    return posts


def proposed_ownership(row: Activity, posts: Mapping[str, int]) -> Ownership:
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
    new = [
        a
        for a in await work.plans.activities(plan_id)
        if a.ownership.owner is not None and not a.ownership.confirmed
    ]
    for a in new:
        await work.plans.set_owner(a.id, a.ownership.model_copy(update={"confirmed": True}))
    await _hand_over(work, plan_id, new, by, now)
    await _journal(work, by, now, "owners-confirmed", plan_id)
    return await bring_up_to_date(work, plan_id, days, by, now)


async def _hand_over(
    work: Work, plan_id: int, activities: Sequence[LiveActivity], by: int | None, now: datetime
) -> None:
    """Moves what is owed on rows of an amended plan to the posts that own them now, with its reports."""
    owed = await work.obligations.of_plan(plan_id)
    plan = await work.plans.get(plan_id)
    if not owed or plan is None or plan.rule.responsibility != "one":
        return
    posts = {p.id: p for p in await work.people.posts()}
    for a in activities:
        of_row = [o for o in owed if o.activity_id == a.id]
        for post_id in owing_posts(a, posts, plan.rule):
            before = {o.post_id for o in of_row if not o.withdrawn}
            for moved in await _move(work, of_row, before, post_id, posts):
                await work.journal.add(_moved_line(*moved, by, now))


async def set_owner(
    work: Work, plan: PlanEdition, activity: LiveActivity, post_id: int, by: int, now: datetime
) -> None:
    """Names another owner of a row; who owned it before contributes. Its reports move to who owes them now.

    Raises NotAllowed where that is a group that nobody answers for.
    """
    old = activity.ownership
    posts = {p.id: p for p in await work.people.posts()}
    others = dict.fromkeys([*([old.owner] if old.owner else []), *old.contributors])
    ownership = Ownership(
        owner=post_id,
        supervisor=old.supervisor if old.supervisor != post_id else None,
        contributors=tuple(p for p in others if p != post_id),
        confirmed=True,
    )
    owing = owing_posts(activity.model_copy(update={"ownership": ownership}), posts, plan.rule)
    if not owing:
        raise NotAllowed("group-needs-member", name=posts[post_id].name)
    if plan.rule.responsibility == "one":
        before = {old.owner, *owing_posts(activity, posts, plan.rule)}
        owed = [o for o in await work.obligations.of_plan(plan.id) if o.activity_id == activity.id]
        for moved in await _move(work, owed, before, owing[0], posts):
            await work.journal.add(_moved_line(*moved, by, now))
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


async def _move(
    work: Work, owed: Sequence[Obligation], before: Collection[int | None], to: int, posts: Collection[int]
) -> list[tuple[Obligation, int]]:
    """Gives a row's reports from the posts that owed them to another: of each period the one that counts most.

    Where that post has one of the period already (withdrawn when it owed the row no more), the two change places.
    → those that were given, each with the post that it is of now.
    """
    given: list[tuple[Obligation, int]] = []
    of_period: dict[tuple[str, str], list[Obligation]] = {}
    for o in owed:
        if o.post_id in before or o.post_id == to:
            of_period.setdefault((o.kind.value, o.period), []).append(o)
    nobodys = next((p for p in posts if p not in {o.post_id for o in owed} and p != to), None)
    for same in of_period.values():
        best = max(same, key=lambda o: (o.is_submitted, not o.withdrawn, o.version, o.revision))
        there = next((o for o in same if o.post_id == to), None)
        if best is there:
            continue
        if (
            there is not None and nobodys is not None
        ):  # two of one post and period cannot be, not even in passing
            await work.obligations.reassign(there.id, nobodys)
            await work.obligations.reassign(best.id, to)
            await work.obligations.reassign(there.id, best.post_id)
            given += [(best, to), (there, best.post_id)]
        elif there is None:
            await work.obligations.reassign(best.id, to)
            given.append((best, to))
    return given


def _moved_line(o: Obligation, to: int, by: int | None, now: datetime) -> JournalLine:
    return JournalLine(
        at=now,
        person_id=by,
        action="given-to-post",
        subject=f"obligation:{o.id}",
        before={"post": o.post_id},
        after={"post": to},
    )


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


async def _journal(
    work: Work, by: int | None, now: datetime, action: str, plan_id: int, **after: object
) -> None:
    await work.journal.add(
        JournalLine(at=now, person_id=by, action=action, subject=f"plan:{plan_id}", after=after or None)
    )
