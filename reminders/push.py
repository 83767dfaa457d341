"""One push: reads what is owed, asks the rules, and claims what they say, each once (domain, §7).

The claim is the outbox's unique key, so a second push on the same day, or another process, says nothing twice.
When a person was last reminded is kept as a note, `reminded:<person>`: the last two days, the newest last. That somebody
heard of a substitution that ran out is one too, under the notice's key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from core.model.delegation import away, on_duty
from core.model.editions import PlanStatus
from core.model.obligations import Obligation
from core.model.people import Person, Role
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Clock, Storage, Work, WorkingDays
from reminders.leaves import LOOK_BACK, LeaveOver, leaves_over
from reminders.rules import WORK_BEGINS, WORK_ENDS, Digest, LateDigest, digest, late_for_managers, may_be_told

Reminder = Digest | LateDigest | LeaveOver


async def push(
    storage: Storage, clock: Clock, days: WorkingDays, zone: tzinfo, dry_run: bool = False
) -> list[Reminder]:
    """Claims today's reminders; → those claimed now, officers' first. A dry run claims none and returns them all."""
    now = clock.now()
    local = now.astimezone(zone)
    if not (WORK_BEGINS <= local.hour < WORK_ENDS and days.is_working_day(local.date())):
        return []
    async with storage.read() as work:
        due = await _due(work, now, zone, days)
    if dry_run:
        return due
    return [reminder for reminder in due if await _claim(storage, reminder, now)]


@dataclass(frozen=True)
class _Told:
    """The days on which people were reminded."""

    by_person: Mapping[int, Sequence[date]]

    def last(self, person_id: int) -> date | None:
        return max(self.by_person[person_id], default=None)

    def before(self, person: Person, today: date, zone: tzinfo) -> date | None:
        """The last day before today; that of joining counts, everything was shown then."""
        joined = person.joined_at.astimezone(zone).date()
        return max((d for d in (*self.by_person[person.id], joined) if d < today), default=None)


async def _due(work: Work, now: datetime, zone: tzinfo, days: WorkingDays) -> list[Reminder]:
    today = now.astimezone(zone).date()
    people = [person for person in await work.people.everyone() if person.left_at is None]
    told = _Told({person.id: await _reminded(work, person.id) for person in people})
    standing = await work.substitutions.standing(today)
    on_leave = away(standing, today)
    found: list[Reminder] = []
    for person in people:
        if told.last(person.id) == today or not may_be_told(person, now, zone, days):
            continue
        found_owed = await work.obligations.of_person(person.id, today)
        owed = [o for o in found_owed if (o.post_id, person.id) not in on_leave]
        one = digest(person, owed, told.last(person.id), now, zone, days)
        found.extend([one] if one else [])
    managers = [p for p in people if p.may(Role.MANAGER) and may_be_told(p, now, zone, days)]
    if managers:
        reminded = on_duty(await work.people.holders(), standing, today)
        warned = _warned(people, reminded, told, today, zone)
        found.extend(late_for_managers(managers, await _live(work), warned, now, zone, days))
    able = {p.id for p in people if may_be_told(p, now, zone, days)}
    over = leaves_over(await work.substitutions.ran_out(today - LOOK_BACK, today), standing, today)
    unsaid = [one for one in over if one.person_id in able and await work.notes.read(one.key) is None]
    return [*found, *unsaid]


def _warned(
    people: Iterable[Person],
    reminded: Mapping[int, Sequence[int]],
    told: _Told,
    today: date,
    zone: tzinfo,
) -> dict[int, date | None]:
    """For each post of which somebody can be reminded: the last day before today on which one was."""
    by_id = {p.id: p for p in people if p.unreached_since is None}
    found: dict[int, date | None] = {}
    for post_id, person_ids in reminded.items():
        held_by = [by_id[i] for i in person_ids if i in by_id]
        awake = [p for p in held_by if p.snoozed_until is None or p.snoozed_until <= today]
        if awake:
            known = (told.before(person, today, zone) for person in awake)
            found[post_id] = max((day for day in known if day), default=None)
    return found


async def _live(work: Work) -> list[Obligation]:
    plans = await work.plans.with_status(PlanStatus.LIVE)
    return [o for plan in plans for o in await work.obligations.of_plan(plan.id)]


async def _claim(storage: Storage, reminder: Reminder, now: datetime) -> bool:
    """Queues it with its journal line in one transaction; False where it was claimed already."""
    shape = {"kind": reminder.kind, **reminder.kept()}
    async with storage.begin() as work:
        if not await work.outbox.put(reminder.key, reminder.kind, reminder.person_id, shape, now):
            return False
        subject = f"person:{reminder.person_id}"
        await work.journal.add(
            JournalLine(
                at=now, person_id=None, action=f"reminded-{reminder.kind}", subject=subject, after=shape
            )
        )
        if isinstance(reminder, Digest):
            before = await _reminded(work, reminder.person_id)
            days = sorted({*before, reminder.day})[-2:]
            await work.notes.write(_note(reminder.person_id), " ".join(map(str, days)))
        if isinstance(reminder, LeaveOver):
            await work.notes.write(reminder.key, str(reminder.day))
    return True


async def _reminded(work: Work, person_id: int) -> list[date]:
    return [date.fromisoformat(day) for day in (await work.notes.read(_note(person_id)) or "").split()]


def _note(person_id: int) -> str:
    return f"reminded:{person_id}"
