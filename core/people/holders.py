"""Who holds which post now, who stands in for them, and who is told of what is decided about their reports (domain, §6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.model.delegation import on_duty, running
from core.model.obligations import Obligation
from core.people.names import names_of_people
from core.ports.unit_of_work import Work


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a post; on leave, with who stands in for them."""

    name: str
    substitute: str | None = None


async def holders_of_posts(work: Work, today: date) -> dict[int, list[Holder]]:
    """Post id → those who hold it now; nobody who left."""
    names = await names_of_people(work, who_left=False)
    held = await work.people.holders()
    instead = {
        (s.post_id, s.absent_id): names[s.substitute_id]
        for s in running(await work.substitutions.standing(today), today)
        if s.substitute_id in names
    }
    return {
        post: [Holder(names[i], instead.get((post, i))) for i in ids if i in names]
        for post, ids in held.items()
    }


async def told_of_review(work: Work, o: Obligation, today: date) -> list[int]:
    """Who is told that a report was accepted or returned: as of any decision, and who submitted it last."""
    last = (await work.obligations.submissions(o.id))[-1]
    return await told_of_decisions(work, o, today, last.submitted_by)


async def told_of_decisions(work: Work, o: Obligation, today: date, *also: int) -> list[int]:
    """Who is told what a manager decided about a report: who holds its post or stands in for them, and who asked or
    submitted."""
    held = await work.people.holders()
    duty = on_duty(held, await work.substitutions.standing(today), today)
    return list(dict.fromkeys([*held.get(o.post_id, []), *duty.get(o.post_id, []), *also]))
