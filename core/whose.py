"""Whose reports a person has before them: their own and those they stand in for, or one post's on its behalf (§6)."""

from __future__ import annotations

from datetime import date

from core.acting import Acting
from core.obligations import Obligation
from core.ports import Work


async def owed_by(work: Work, person_id: int, reports_for: int | None, today: date) -> list[Obligation]:
    """What was opened by today, each with `acting` where it is not the person's own.

    `reports_for` is the post that a coordinator reports for, whose obligations alone they see then; None: their own.
    """
    if reports_for is None:
        return await work.obligations.of_person(person_id, today)
    obligations = await work.obligations.of_post(reports_for, today)
    holders = (await work.people.holders()).get(reports_for, [])
    if person_id in holders:
        return obligations
    behalf = Acting(how="behalf", post_id=reports_for, holders=tuple(holders))
    return [o.model_copy(update={"acting": behalf}) for o in obligations]
