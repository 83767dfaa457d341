"""Whose reports one has before them: one's own and those stood in for, or one post's on its behalf (domain, §6)."""

from __future__ import annotations

from datetime import date

from core.model.delegation import Acting, running
from core.model.obligations import NotYetOpen, Obligation
from core.ports.unit_of_work import Work


async def owed_by(work: Work, person_id: int, reports_for: int | None, today: date) -> list[Obligation]:
    """What was opened by today, each with `acting` where it is not the person's own.

    `reports_for` is the post that a coordinator reports for, whose obligations alone they see then; None: their own.
    """
    if reports_for is None:
        return await work.obligations.of_person(person_id, today)
    obligations = await work.obligations.of_post(reports_for, today)
    behalf = await _on_behalf(work, person_id, reports_for)
    return [o.model_copy(update={"acting": behalf}) for o in obligations] if behalf else obligations


async def ahead_of(work: Work, person_id: int, reports_for: int | None, today: date) -> list[NotYetOpen]:
    """What opens later, of the same posts as in `owed_by`."""
    if reports_for is None:
        return await work.obligations.ahead_of_person(person_id, today)
    return await work.obligations.ahead_of_post(reports_for, today)


async def posts_acted_for(
    work: Work, person_id: int, reports_for: int | None, today: date
) -> dict[int, Acting | None]:
    """The posts that a person acts for today, their own first: in whose stead, None where it is their own.

    As `owed_by`: the post that a coordinator reports for is then the only one.
    """
    if reports_for is not None:
        return {reports_for: await _on_behalf(work, person_id, reports_for)}
    found: dict[int, Acting | None] = dict.fromkeys(await work.people.posts_of(person_id))
    for s in running(await work.substitutions.standing(today), today):
        if s.substitute_id == person_id and s.post_id not in found:
            found[s.post_id] = Acting(
                how="substitute", post_id=s.post_id, holders=(s.absent_id,), until=s.ends
            )
    return found


async def _on_behalf(work: Work, person_id: int, post_id: int) -> Acting | None:
    """None where it is the coordinator's own post."""
    holders = (await work.people.holders()).get(post_id, [])
    if person_id in holders:
        return None
    return Acting(how="behalf", post_id=post_id, holders=tuple(holders))
