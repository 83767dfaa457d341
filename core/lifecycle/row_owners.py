"""Who reports on which row: proposed, confirmed by the coordinator, given to another post; who answers for a group.

Nothing is owed before it is confirmed who reports (domain, §3).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.kernel.errors import NotAllowed
from core.lifecycle import groups
from core.lifecycle.renewal import bring_up_to_date
from core.model.editions import LiveActivity, Ownership, PlanEdition
from core.model.obligations import Obligation
from core.model.people import Post
from core.owed.derive import owing_posts, unowned
from core.owed.plan_cache import OpenPlan
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work, WorkingDays
from core.printed.ownership import candidates


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
    await work.journal.add(
        JournalLine(at=now, person_id=by, action="owners-confirmed", subject=f"plan:{plan_id}")
    )
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
            await _move_told(work, of_row, before, post_id, posts, by, now)


def owned_by(old: Ownership, post_id: int) -> Ownership:
    """The row given to a post and confirmed; who owned it before contributes."""
    others = dict.fromkeys([*([old.owner] if old.owner else []), *old.contributors])
    return Ownership(
        owner=post_id,
        supervisor=old.supervisor if old.supervisor != post_id else None,
        contributors=tuple(p for p in others if p != post_id),
        confirmed=True,
    )


async def set_owner(
    work: Work, plan: PlanEdition, activity: LiveActivity, post_id: int, by: int, now: datetime
) -> None:
    """Names another owner of a row; who owned it before contributes. Its reports move to who owes them now.

    Raises NotAllowed where that is a group that nobody answers for.
    """
    old = activity.ownership
    posts = {p.id: p for p in await work.people.posts()}
    ownership = owned_by(old, post_id)
    owing = owing_posts(activity.model_copy(update={"ownership": ownership}), posts, plan.rule)
    if not owing:
        raise NotAllowed("group-needs-member", name=posts[post_id].name)
    if plan.rule.responsibility == "one":
        before = {old.owner, *owing_posts(activity, posts, plan.rule)}
        owed = [o for o in await work.obligations.of_plan(plan.id) if o.activity_id == activity.id]
        await _move_told(work, owed, before, owing[0], posts, by, now)
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


async def _move_told(
    work: Work,
    owed: Sequence[Obligation],
    before: Collection[int | None],
    to: int,
    posts: Collection[int],
    by: int | None,
    now: datetime,
) -> None:
    """Moves a row's reports, each with its line in the journal."""
    for moved in await _move(work, owed, before, to, posts):
        await work.journal.add(_moved_line(*moved, by, now))


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


@dataclass(frozen=True)
class OwnersOfPlan:
    """How far it is settled who reports: rows by post, whether all that is proposed is confirmed, and the groups that
    owe through nobody yet, with the rows that name them."""

    owners: Owners
    confirmed: bool
    unexpanded: dict[int, list[LiveActivity]]

    @property
    def most_first(self) -> list[tuple[int, list[LiveActivity]]]:
        """Posts with their rows, who has most of them first."""
        return sorted(self.owners.rows_of.items(), key=lambda item: -len(item[1]))


def owners_of_plan(plan: OpenPlan) -> OwnersOfPlan:
    """The same of a live plan."""
    rows = list(plan.activities.values())
    return OwnersOfPlan(
        owners_of(rows, plan.posts),
        confirmed=all(a.ownership.confirmed for a in rows if a.ownership.owner),
        unexpanded=groups.unexpanded(rows, plan.posts, plan.plan.rule),
    )


def unowned_first(plan: OpenPlan) -> list[LiveActivity]:
    """The rows of a plan, those that nobody reports on before the others."""
    return sorted(plan.activities.values(), key=lambda a: (a.ownership.owner is not None, a.position))


def posts_for_group(plan: OpenPlan, group: Post) -> list[Post]:
    """The single posts of a plan, the likely members of the group first."""
    single = [p for p in plan.posts.values() if not p.is_group]
    likely = set(candidates(group.name, [p.name for p in single]))
    return sorted(single, key=lambda p: (p.name not in likely, p.name))


def posts_for_row(plan: OpenPlan, a: LiveActivity) -> list[int]:
    """The posts that can report on a row: those that it names, in their order, then the others by name."""
    named = [p for p in (a.ownership.owner, *a.ownership.contributors, a.ownership.supervisor) if p]
    rest = (p for p in plan.posts.values() if p.id not in named and not p.is_group)
    return [*named, *(p.id for p in sorted(rest, key=lambda p: p.name))]


async def add_post(work: Work, name: str) -> int:
    """Puts a single post in the register, if it is not there; → its id."""
    return next(iter((await work.people.add_posts([(name, False)])).values()))


async def let_answer(
    work: Work, plan: OpenPlan, group: Post, member: int, by: int, now: datetime, days: WorkingDays
) -> None:
    """Says which post answers for a group; what is owed on the rows that name it follows."""
    await work.people.save_post(group.model_copy(update={"reports": member}))
    if _is_owed(plan):
        await bring_up_to_date(work, plan.plan.id, days, by, now)
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=by,
            action="group-answered-by",
            subject=f"post:{group.id}",
            before={"reports": group.reports},
            after={"reports": member},
        )
    )


async def give_row(
    work: Work, plan: OpenPlan, a: LiveActivity, post_id: int, by: int, now: datetime, days: WorkingDays
) -> None:
    """Gives a row to a post, with its reports. Raises NotAllowed where that is a group that nobody answers for."""
    await set_owner(work, plan.plan, a, post_id, by, now)
    if _is_owed(plan):
        await bring_up_to_date(work, plan.plan.id, days, by, now)


def _is_owed(plan: OpenPlan) -> bool:
    """Whether reports are owed on the plan already: some owner is confirmed."""
    return any(a.ownership.confirmed for a in plan.activities.values())
