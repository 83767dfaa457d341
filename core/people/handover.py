"""A post that changes hands, and reporting on a post's behalf (domain, §6).

Posts outlive people: drafts and returned reports belong to the obligation and go with the post; what was submitted
stays with who did it.
"""

from __future__ import annotations

from datetime import date, datetime

from core.kernel.errors import Missing, NotAllowed, Outdated
from core.model.delegation import Substitution
from core.model.people import Person, Role
from core.people.substituting import end_all_of, end_if_gone
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work


async def hand_over(
    work: Work, post_id: int, *, taken_from: int, to: int, by: int, today: date, now: datetime
) -> tuple[Person, list[Substitution]]:
    """Takes one off the post and puts the other on it, who becomes an officer; → (the new holder, what ended by it).

    Raises Missing where the new holder left, Outdated where the old one does not hold the post any more.
    """
    person = await work.people.get(to)
    if person is None or person.left_at is not None:
        raise Missing("person-gone")
    if taken_from == to or taken_from not in (await work.people.holders()).get(post_id, []):
        raise Outdated("post-not-held")
    ended = await take_over(work, post_id, taken_from=taken_from, to=to, by=by, today=today, now=now)
    if Role.OFFICER not in person.roles:
        person = person.model_copy(update={"roles": person.roles | {Role.OFFICER}})
        await work.people.save(person)
    return person, ended


async def take_over(
    work: Work, post_id: int, *, taken_from: int, to: int, by: int, today: date, now: datetime
) -> list[Substitution]:
    """The same of somebody who is joining: whether the old holder was taken off meanwhile does not matter.

    → the substitutions that ended by it: the old holder's on the post, and theirs for others where it was all they had.
    """
    ended = await _leave(work, post_id, taken_from, by=by, today=today, now=now)
    await work.people.hold(to, post_id, now)
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=by,
            action="handed-over",
            subject=f"post:{post_id}",
            before={"person": taken_from},
            after={"person": to},
        )
    )
    return ended


async def take_off(
    work: Work, post_id: int, person_id: int, *, by: int, today: date, now: datetime
) -> list[Substitution]:
    """Ends a holding: the post stays, with its drafts; what was reported stays with who reported it (domain, §6).

    → the substitutions that ended by it, as `take_over`.
    """
    ended = await _leave(work, post_id, person_id, by=by, today=today, now=now)
    line = JournalLine(
        at=now,
        person_id=by,
        action="taken-off",
        subject=f"person:{person_id}",
        before={"post": post_id},
        after={},
    )
    await work.journal.add(line)
    return ended


async def _leave(
    work: Work, post_id: int, person_id: int, *, by: int, today: date, now: datetime
) -> list[Substitution]:
    ended = await end_all_of(work, post_id, person_id, by=by, today=today, now=now)
    await work.people.leave(person_id, post_id, now)
    return ended + await end_if_gone(work, person_id, by=by, today=today, now=now)


async def begin_behalf(work: Work, who: Person, post_id: int, now: datetime) -> Person:
    """From now on a coordinator's walk is that of the post. Raises NotAllowed, Missing."""
    if not who.may(Role.COORDINATOR):
        raise NotAllowed("not-allowed")
    if all(post.id != post_id for post in await work.people.posts()):
        raise Missing("unknown")
    return await _report_for(work, who, post_id, "behalf-began", post_id, now)


async def end_behalf(work: Work, who: Person, now: datetime) -> Person:
    """Back to one's own posts. Raises Outdated where nothing was begun."""
    if who.acting_for is None:
        raise Outdated("behalf-over")
    return await _report_for(work, who, None, "behalf-ended", who.acting_for, now)


async def _report_for(
    work: Work, who: Person, post_id: int | None, action: str, about: int, now: datetime
) -> Person:
    changed = who.model_copy(update={"acting_for": post_id})
    await work.people.save(changed)
    await work.journal.add(JournalLine(at=now, person_id=who.id, action=action, subject=f"post:{about}"))
    return changed
