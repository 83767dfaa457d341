"""What a reminder is, what a rule is asked with, and what a rule says of its kind (domain, §7)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any, ClassVar, Generic, TypeVar

from core.model.delegation import Substitution
from core.model.people import Person
from core.ports.queues import OutgoingArgs
from core.ports.unit_of_work import Work, WorkingDays

WORK_BEGINS, WORK_ENDS = 9, 18
"""Working hours in the plan's zone; nothing is said from the second one on."""


class Reminder(OutgoingArgs):
    """What one person is told on a day. Its kind names the message that handlers draw of it.

    `key` is said once: it is the claim, so the day is part of it, or whatever it is said of for good.
    """

    sent_again: ClassVar[bool]
    """Whether it is sent again where a crash left it unknown: better doubled than missed."""

    person_id: int
    day: date

    @property
    @abstractmethod
    def key(self) -> str: ...

    @property
    @abstractmethod
    def count(self) -> int:
        """Of how many things it speaks."""


@dataclass(frozen=True)
class Reminded:
    """The days on which people were reminded."""

    by_person: Mapping[int, Sequence[date]]

    def last(self, person_id: int) -> date | None:
        return max(self.by_person[person_id], default=None)

    def before(self, person: Person, today: date, zone: tzinfo) -> date | None:
        """The last day before today; that of joining counts, everything was shown then."""
        joined = person.joined_at.astimezone(zone).date()
        return max((d for d in (*self.by_person[person.id], joined) if d < today), default=None)


@dataclass(frozen=True)
class Moment:
    """What a rule is asked with: what is stored, this moment, everybody who is here, and the leaves that stand."""

    work: Work
    now: datetime
    zone: tzinfo
    days: WorkingDays
    people: Sequence[Person]
    reminded: Reminded
    standing: Sequence[Substitution]

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def able(self, person: Person) -> bool:
        """Whether the person can be spoken to now."""
        return may_be_told(person, self.now, self.zone, self.days)


_R = TypeVar("_R", bound=Reminder)


async def _nothing(work: Work, reminder: Any) -> None:
    """Nothing is kept of it besides its claim."""


@dataclass(frozen=True)
class Rule(Generic[_R]):
    """One kind of reminder: its class, who is told what at a moment, and what is noted when one is claimed."""

    says: type[_R]
    due: Callable[[Moment], Awaitable[Sequence[_R]]]
    claimed: Callable[[Work, _R], Awaitable[None]] = _nothing


def may_be_told(person: Person, now: datetime, zone: tzinfo, days: WorkingDays) -> bool:
    """Whether the person can be spoken to at this moment: joined, reachable, not snoozing, in working hours.

    From their own hour on; an hour outside working hours counts as the nearest one inside.
    """
    local = now.astimezone(zone)
    begins = min(max(person.reminder_hour, WORK_BEGINS), WORK_ENDS - 1)
    return (
        person.left_at is None
        and person.unreached_since is None
        and not (person.snoozed_until and local.date() < person.snoozed_until)
        and begins <= local.hour < WORK_ENDS
        and days.is_working_day(local.date())
    )


def is_timely(day: date, person: Person | None, now: datetime, zone: tzinfo, days: WorkingDays) -> bool:
    """Whether what was to be said on that day can be said at this moment: it is still that day, and an hour for it."""
    is_that_day = day == now.astimezone(zone).date()
    return person is not None and is_that_day and may_be_told(person, now, zone, days)
