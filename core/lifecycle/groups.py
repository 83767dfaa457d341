"""A group of a row expanded to its members, where each of them owes a report (domain, §1 and §3).

By the rule `one` a group answers through one of its members (`core.model.people.Post.reports`); by `each` every member that
the coordinator names owes its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.kernel.errors import Missing, NotAllowed, Outdated
from core.lifecycle.renewal import bring_up_to_date
from core.model.editions import LiveActivity, Ownership, PlanEdition
from core.model.obligations import ReportingRule
from core.model.people import Post
from core.owed.derive import answering
from core.owed.plan_cache import OpenPlan
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work, WorkingDays

MOST_MEMBERS = 30


def unexpanded(
    activities: Sequence[LiveActivity], posts: Mapping[int, Post], rule: ReportingRule
) -> dict[int, list[LiveActivity]]:
    """The groups that owe through nobody, with the rows that name them; by the rule `one` those that own alone."""
    found: dict[int, list[LiveActivity]] = {}
    for a in activities:
        named = [a.ownership.owner, *(a.ownership.contributors if rule.responsibility == "each" else ())]
        for post_id in dict.fromkeys(named):
            post = posts.get(post_id) if post_id is not None else None
            if post is not None and post.is_group and answering(post.id, posts) is None:
                found.setdefault(post.id, []).append(a)
    return found


def groups_of(activity: LiveActivity, posts: Mapping[int, Post]) -> list[int]:
    """The groups that a row's owner and contributors are."""
    named = (activity.ownership.owner, *activity.ownership.contributors)
    return [i for i in dict.fromkeys(named) if i is not None and i in posts and posts[i].is_group]


def expanded(ownership: Ownership, group: int, members: Sequence[int]) -> Ownership:
    """The row's posts with the group's members in its place; where the group owned, the first of them leads."""
    owner, inside = ownership.owner, list(dict.fromkeys(m for m in members if m != group))
    if owner == group:
        owner, inside = inside[0], inside[1:]
        others = [*inside, *ownership.contributors]
    else:
        others = [
            x for post_id in ownership.contributors for x in (inside if post_id == group else [post_id])
        ]
    contributors = tuple(p for p in dict.fromkeys(others) if p not in (owner, group))
    supervisor = ownership.supervisor if ownership.supervisor != owner else None
    return ownership.model_copy(
        update={"owner": owner, "supervisor": supervisor, "contributors": contributors}
    )


def group_of(plan: OpenPlan, post_id: int) -> Post:
    """A group of posts. Raises Missing where the post is none."""
    post = plan.posts.get(post_id)
    if post is None or not post.is_group:
        raise Missing("unknown")
    return post


def rows_naming(plan: OpenPlan, group: int, row: int | None = None) -> list[LiveActivity]:
    """The rows that name a group, in order, or the one that was asked about. Raises Outdated where none does any more."""
    named = [a for a in plan.activities.values() if group in groups_of(a, plan.posts)]
    found = [a for a in named if row in (None, a.id)]
    if not found:
        raise Outdated("card-outdated")
    return sorted(found, key=lambda a: a.position)


async def expand(
    work: Work,
    plan: PlanEdition,
    group: int,
    members: Sequence[int],
    rows: Sequence[LiveActivity],
    by: int,
    now: datetime,
    days: WorkingDays,
) -> int:
    """Puts the members in the group's place on these rows, and derives what they owe; → on how many rows.

    Raises NotAllowed by the rule `one`, where one member answers for a group, or where nobody or too many are named.
    """
    if plan.rule.responsibility != "each":
        raise NotAllowed("group-needs-each")
    if not 1 <= len(members) <= MOST_MEMBERS:
        raise NotAllowed("group-members-count", most=MOST_MEMBERS)
    lines = []
    for a in rows:
        ownership = expanded(a.ownership, group, members)
        if ownership == a.ownership:
            continue
        await work.plans.set_owner(a.id, ownership)
        lines.append(_line(a, ownership, by, now))
    await work.journal.add(*lines)
    if any(a.ownership.confirmed for a in rows):
        await bring_up_to_date(work, plan.id, days, by, now)
    return len(lines)


async def expand_chosen(
    work: Work,
    plan: OpenPlan,
    group: int,
    chosen: Sequence[int],
    row: int | None,
    by: int,
    now: datetime,
    days: WorkingDays,
) -> int:
    """The same on every row that names the group, or on the one; what of the chosen is no single post is left out."""
    found, rows = group_of(plan, group), rows_naming(plan, group, row)
    members = [i for i in chosen if i in plan.posts and not plan.posts[i].is_group]
    return await expand(work, plan.plan, found.id, members, rows, by, now, days)


def _line(activity: LiveActivity, ownership: Ownership, by: int, now: datetime) -> JournalLine:
    return JournalLine(
        at=now,
        person_id=by,
        action="group-expanded",
        subject=f"activity:{activity.id}",
        before={
            "owner": activity.ownership.owner,
            "contributors": list(activity.ownership.contributors),
        },
        after={"owner": ownership.owner, "contributors": list(ownership.contributors)},
    )
