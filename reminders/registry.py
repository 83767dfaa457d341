"""Every rule of reminding, in the order of their saying: the pure rules, with what they are to be asked of.

A new one is a class and a pure function in a module of its own, its line here, and its message in handlers.
When a person was last reminded is kept as a note, `reminded:<person>`: the last two days, the newest last. That somebody
heard of a substitution that ran out is one too, under the notice's key.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from core.model.delegation import away, on_duty
from core.model.obligations import Obligation
from core.model.people import Person, Role
from core.ports.unit_of_work import Work
from reminders.kinds import Moment, Reminded, Reminder, Rule
from reminders.leaves import LOOK_BACK, LeaveOver, leaves_over
from reminders.rules import Digest, LateDigest, digest, late_for_managers, late_key

AT_ONCE = 500
"""Reports."""


async def reminded(work: Work, people: Iterable[Person]) -> Reminded:
    """The last days on which each of them was reminded."""
    return Reminded({person.id: await _days_reminded(work, person.id) for person in people})


async def _digests(at: Moment) -> list[Digest]:
    on_leave = away(at.standing, at.today)
    found = []
    for person in at.people:
        if at.reminded.last(person.id) == at.today or not at.able(person):
            continue
        owed = [
            o
            for o in await at.work.obligations.of_person(person.id, at.today)
            if (o.post_id, person.id) not in on_leave
        ]
        one = digest(person, owed, at.reminded.last(person.id), at.now, at.zone, at.days)
        found.extend([one] if one else [])
    return found


async def _note_digest(work: Work, said: Digest) -> None:
    days = sorted({*await _days_reminded(work, said.person_id), said.day})[-2:]
    await work.notes.write(_note(said.person_id), " ".join(map(str, days)))


async def _late(at: Moment) -> list[LateDigest]:
    able = [p for p in at.people if p.may(Role.MANAGER) and at.able(p)]
    managers = [p for p in able if not await at.work.outbox.has(late_key(p.id, at.today))]
    if not managers:
        return []
    warned = await _warned(at)
    return late_for_managers(managers, await _overdue(at.work, at.today), warned, at.now, at.zone, at.days)


async def _warned(at: Moment) -> dict[int, date | None]:
    """For each post of which somebody can be reminded: the last day before today on which one was."""
    heard_by = on_duty(await at.work.people.holders(), at.standing, at.today)
    by_id = {p.id: p for p in at.people if p.unreached_since is None}
    found: dict[int, date | None] = {}
    for post_id, person_ids in heard_by.items():
        held_by = [by_id[i] for i in person_ids if i in by_id]
        awake = [p for p in held_by if p.snoozed_until is None or p.snoozed_until <= at.today]
        if awake:
            known = (at.reminded.before(person, at.today, at.zone) for person in awake)
            found[post_id] = max((day for day in known if day), default=None)
    return found


async def _overdue(work: Work, today: date) -> list[Obligation]:
    """Read some at a time: who reads many must let others have their turn."""
    found = await work.obligations.overdue_after(today, 0, AT_ONCE)
    some = found
    while len(some) == AT_ONCE:
        await asyncio.sleep(0)
        some = await work.obligations.overdue_after(today, some[-1].id, AT_ONCE)
        found = [*found, *some]
    return found


async def _leaves(at: Moment) -> list[LeaveOver]:
    able = {p.id for p in at.people if at.able(p)}
    ran_out = await at.work.substitutions.ran_out(at.today - LOOK_BACK, at.today)
    over = leaves_over(ran_out, at.standing, at.today)
    return [one for one in over if one.person_id in able and await at.work.notes.read(one.key) is None]


async def _note_leave(work: Work, said: LeaveOver) -> None:
    await work.notes.write(said.key, str(said.day))


async def _days_reminded(work: Work, person_id: int) -> Sequence[date]:
    return [date.fromisoformat(day) for day in (await work.notes.read(_note(person_id)) or "").split()]


def _note(person_id: int) -> str:
    return f"reminded:{person_id}"


RULES: tuple[Rule[Any], ...] = (
    Rule(Digest, _digests, _note_digest),
    Rule(LateDigest, _late),
    Rule(LeaveOver, _leaves, _note_leave),
)
KINDS: dict[str, Rule[Any]] = {rule.says.kind: rule for rule in RULES}


def sent_again(kind: str) -> bool:
    """Whether a message of any kind is sent again where a crash left it unknown: all but reminders that say no."""
    return kind not in KINDS or KINDS[kind].says.sent_again


async def due(at: Moment) -> list[Reminder]:
    """What everybody is to be told at this moment, officers first."""
    return [reminder for rule in RULES for reminder in await rule.due(at)]
