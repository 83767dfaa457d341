"""Whose reports a person may touch although no role says so, and who has those that they may touch no more (domain, §6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.kernel.errors import DomainError, Outdated
from core.model.delegation import on_duty
from core.model.obligations import Obligation
from core.model.people import Person
from core.owed.visible_reports import posts_acted_for
from core.people.names import names_of_people, names_of_posts
from core.ports.unit_of_work import Work

MOST_NAMES = 3
MOST_POSTS = 2


async def stands_in(work: Work, who: Person, today: date) -> bool:
    """Whether somebody who is no officer acts as one: for a post on its behalf, by a post, or as a substitute."""
    return who.reports_for is not None or bool(await posts_acted_for(work, who.id, None, today))


async def on_duty_for(work: Work, post_id: int, today: date) -> list[str]:
    """The names of those who are to report on the post today, at most three."""
    duty = on_duty(await work.people.holders(), await work.substitutions.standing(today), today)
    return await _named(work, duty.get(post_id, []))


async def where_it_went(
    work: Work, who: Person, post_id: int | None, report: Obligation | None
) -> DomainError | None:
    """What to say kindly of a post that the person gave up, or stood in for, or of a report that was given to another.

    `post_id` is the post that is meant; the one that was given up last where none is. `report` is what is refused as
    not theirs. None where neither was ever theirs.
    """
    given_up = _among(await work.people.former_posts(who.id), post_id)
    if given_up is not None:
        return await _handed_over(work, given_up)
    stood_in = _among(await work.substitutions.posts_stood_in(who.id), post_id)
    if stood_in is not None:
        return Outdated("substitution-was", post=await _post(work, stood_in))
    return await _given_to_others(work, who, report) if report is not None else None


def _among(posts: Sequence[int], meant: int | None) -> int | None:
    """The post that is meant, if it is one of these; the first one where none is named."""
    if meant is None:
        return next(iter(posts), None)
    return meant if meant in posts else None


async def _given_to_others(work: Work, who: Person, o: Obligation) -> DomainError | None:
    """Who owes a report that was the person's own until the coordinator gave its row to somebody else; None else."""
    held = {*await work.people.posts_of(who.id), who.reports_for}
    lines = await work.journal.lines(subject=f"obligation:{o.id}", actions={"given-to-post"})
    if o.withdrawn and o.post_id in held:
        same = (o.activity_id, o.period, o.kind)
        others = [x for x in await work.obligations.of_plan(o.plan_id) if not x.withdrawn]
        posts = [x.post_id for x in others if (x.activity_id, x.period, x.kind) == same]
    elif not o.withdrawn and any((line.before or {}).get("post") in held for line in lines):
        posts = [o.post_id]
    else:
        return None
    if not posts:
        return None
    named = [await _post_with_holders(work, post_id) for post_id in posts[:MOST_POSTS]]
    return Outdated("report-given-to", who="; ".join(named))


async def _post_with_holders(work: Work, post_id: int) -> str:
    """ "Экономист (Айдос)", the post alone where nobody holds it."""
    post, holders = await _post(work, post_id), await _holders(work, post_id)
    return f"{post} ({holders})" if holders else post


async def _handed_over(work: Work, post_id: int) -> DomainError:
    holders, post = await _holders(work, post_id), await _post(work, post_id)
    if not holders:
        return Outdated("post-was-yours", post=post)
    return Outdated("post-handed-over", post=post, who=holders)


async def _holders(work: Work, post_id: int) -> str:
    return ", ".join(await _named(work, (await work.people.holders()).get(post_id, [])))


async def _named(work: Work, person_ids: Sequence[int]) -> list[str]:
    names = await names_of_people(work, who_left=False)
    return [names[i] for i in person_ids if i in names][:MOST_NAMES]


async def _post(work: Work, post_id: int) -> str:
    return (await names_of_posts(work)).get(post_id, str(post_id))
