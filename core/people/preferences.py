"""What a person sets for themselves: their language, the hour of reminders, a snooze until the next working day (domain, §7)."""

from __future__ import annotations

from datetime import date

from core.kernel.errors import Outdated
from core.kernel.languages import LANGUAGES
from core.model.people import Person
from core.owed.calendar import add_working_days
from core.ports.unit_of_work import Work, WorkingDays

HOURS = (9, 10, 11, 14, 16)
"""The hours, in the plan's zone, from which a person can have themselves reminded."""


async def choose_language(work: Work, who: Person, language: str) -> Person:
    """Raises Outdated where there is no such language."""
    if language not in LANGUAGES:
        raise Outdated("card-outdated")
    return await _saved(work, who, language=language, language_chosen=True)


async def choose_hour(work: Work, who: Person, hour: int) -> Person:
    """Raises Outdated where that is none of `HOURS`."""
    if hour not in HOURS:
        raise Outdated("card-outdated")
    return await _saved(work, who, reminder_hour=hour)


def next_working_day(today: date, days: WorkingDays) -> date:
    """The day until which a reminder can be snoozed."""
    return add_working_days(days, today, 1)


async def snooze(work: Work, who: Person, reminded_on: str, today: date, days: WorkingDays) -> date:
    """Nothing more is said until the next working day; → that day. Raises Outdated where the reminder is of another day.

    `reminded_on` is the day of the reminder as its button has it.
    """
    if reminded_on != today.isoformat():
        raise Outdated("card-outdated")
    until = next_working_day(today, days)
    await _saved(work, who, snoozed_until=until)
    return until


async def _saved(work: Work, who: Person, **changes: object) -> Person:
    changed = who.model_copy(update=changes)
    await work.people.save(changed)
    return changed
