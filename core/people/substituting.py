"""Naming a substitute for a leave, and ending it before its time (domain, §6)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from core.kernel.errors import Missing, NotAllowed, Outdated
from core.model.delegation import Substitution
from core.model.people import Person, Role
from core.people.leave_dates import checked
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work


async def name_substitute(
    work: Work,
    by: Person,
    *,
    post_ids: Sequence[int],
    absent_id: int,
    substitute_id: int,
    starts: date,
    ends: date,
    today: date,
    now: datetime,
) -> tuple[list[Substitution], list[Substitution]]:
    """Names who stands in for the absent person on these posts; → (those named, earlier ones that they replace).

    One that goes around the new time stays, and is in force on its other days. The absent person may, and a coordinator.
    Raises NotAllowed, Missing (who left), Outdated (a post that the absent person does not hold any more),
    UnreadableInput (days that cannot be, as `core.people.leave_dates.checked`).
    """
    if by.id != absent_id and not by.may(Role.COORDINATOR):
        raise NotAllowed("not-allowed")
    if absent_id == substitute_id:
        raise NotAllowed("substitute-self")
    substitute = await work.people.get(substitute_id)
    if substitute is None or substitute.left_at is not None:
        raise Missing("person-gone")
    checked(starts, ends, today)
    if not post_ids or not set(post_ids) <= set(await work.people.posts_of(absent_id)):
        raise Outdated("post-not-held")
    replaced = [
        s
        for s in await work.substitutions.standing(today)
        if s.post_id in post_ids and s.absent_id == absent_id and s.overlaps(starts, ends)
        if not s.goes_around(starts, ends, today)
    ]
    for s in replaced:
        await _end(work, s, by.id, now)
    named = []
    for post_id in post_ids:
        new = Substitution(
            id=0,
            post_id=post_id,
            absent_id=absent_id,
            substitute_id=substitute_id,
            starts=starts,
            ends=ends,
            named_by=by.id,
            named_at=now,
        )
        named.append(new.model_copy(update={"id": await work.substitutions.add(new)}))
    await work.journal.add(*(_line(s, "substitute-named", by.id, now) for s in named))
    return named, replaced


async def end_substitution(
    work: Work, by: Person, substitution_id: int, *, today: date, now: datetime
) -> Substitution:
    """Ends it at once; the absent person may, and a coordinator.

    Raises Missing, NotAllowed, and Outdated where it is over already.
    """
    found = await _to_be_ended(work, by, substitution_id)
    if found.ends < today or not await _end(work, found, by.id, now):
        raise Outdated("substitution-over")
    return found


async def end_named_at_once(
    work: Work, by: Person, substitution_id: int, *, today: date, now: datetime
) -> list[Substitution]:
    """Ends a substitution on every post for which it was named at one time; → those that were not over.

    Raises as `end_substitution` does, Outdated where all are over.
    """
    found = await _to_be_ended(work, by, substitution_id)
    together = [s for s in await work.substitutions.standing(today) if s.was_named_with(found)]
    ended = [s for s in together if await _end(work, s, by.id, now)]
    if not ended:
        raise Outdated("substitution-over")
    return ended


async def _to_be_ended(work: Work, by: Person, substitution_id: int) -> Substitution:
    found = await work.substitutions.get(substitution_id)
    if found is None:
        raise Missing("unknown")
    if by.id != found.absent_id and not by.may(Role.COORDINATOR):
        raise NotAllowed("not-allowed")
    return found


async def end_all_of(
    work: Work, post_id: int, absent_id: int, *, by: int, today: date, now: datetime
) -> list[Substitution]:
    """Ends every substitution of somebody on a post that they give up; → those."""
    standing = await work.substitutions.standing(today)
    theirs = [s for s in standing if (s.post_id, s.absent_id) == (post_id, absent_id)]
    return [s for s in theirs if await _end(work, s, by, now)]


async def end_if_gone(
    work: Work, person_id: int, *, by: int, today: date, now: datetime
) -> list[Substitution]:
    """Ends what somebody stands in for, now or later, who is gone for good; → those, none where the person stays.

    Gone is who has left, and who was an officer by their posts alone and holds none any more.
    """
    person = await work.people.get(person_id)
    if person is None or not await _is_gone(work, person):
        return []
    standing = await work.substitutions.standing(today)
    theirs = [s for s in standing if s.substitute_id == person_id]
    return [s for s in theirs if await _end(work, s, by, now)]


async def _is_gone(work: Work, person: Person) -> bool:
    if person.left_at is not None:
        return True
    return person.roles <= {Role.OFFICER} and not await work.people.posts_of(person.id)


async def _end(work: Work, s: Substitution, by: int, now: datetime) -> bool:
    if not await work.substitutions.end(s.id, now):
        return False
    await work.journal.add(_line(s, "substitution-ended", by, now))
    return True


def _line(s: Substitution, action: str, by: int, now: datetime) -> JournalLine:
    after = {
        "substitution": s.id,
        "absent": s.absent_id,
        "substitute": s.substitute_id,
        "starts": s.starts.isoformat(),
        "ends": s.ends.isoformat(),
    }
    return JournalLine(at=now, person_id=by, action=action, subject=f"post:{s.post_id}", after=after)
