"""One push: reads what is owed, asks the rules, and claims what they say, each once (domain, §7).

The claim is the outbox's unique key, so a second push on the same day, or another process, says nothing twice.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Clock, Storage, Work, WorkingDays
from reminders.kinds import WORK_BEGINS, WORK_ENDS, Moment, Reminder
from reminders.registry import KINDS, due, reminded


async def push(
    storage: Storage, clock: Clock, days: WorkingDays, zone: tzinfo, dry_run: bool = False
) -> list[Reminder]:
    """Claims today's reminders; → those claimed now, officers' first. A dry run claims none and returns them all."""
    now = clock.now()
    local = now.astimezone(zone)
    if not (WORK_BEGINS <= local.hour < WORK_ENDS and days.is_working_day(local.date())):
        return []
    async with storage.read() as work:
        found = await due(await _moment(work, now, zone, days))
    if dry_run:
        return found
    return [reminder for reminder in found if await _claim(storage, reminder, now)]


async def _moment(work: Work, now: datetime, zone: tzinfo, days: WorkingDays) -> Moment:
    people = [person for person in await work.people.everyone() if person.left_at is None]
    days_reminded = await reminded(work, people)
    standing = await work.substitutions.standing(now.astimezone(zone).date())
    return Moment(work, now, zone, days, people, days_reminded, standing)


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
        await KINDS[reminder.kind].claimed(work, reminder)
    return True
