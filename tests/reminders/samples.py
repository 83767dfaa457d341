"""An officer, what they owe for the first quarter of 2024, and a year lived hour by hour."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.workdays import KazakhstanDays
from core.model.obligations import Due, Obligation, ObligationKind
from core.model.people import Person
from reminders.rules import Digest, digest

ALMATY = ZoneInfo("Asia/Almaty")
DAYS = KazakhstanDays()
QUARTER = Due(
    deadline=date(2024, 3, 31),
    opens=date(2024, 3, 21),
    report_due=date(2024, 4, 5),
    closes=date(2024, 4, 19),
)


def officer(**changes: Any) -> Person:
    joined = datetime(2024, 1, 10, 5, 0, tzinfo=UTC)
    made = Person(id=7, name="Айгүл", language="kk", joined_at=joined)
    return made.model_copy(update=changes)


def owes(obligation_id: int = 1, **changes: Any) -> Obligation:
    made = Obligation(
        id=obligation_id,
        plan_id=1,
        activity_id=obligation_id,
        post_id=3,
        kind=ObligationKind.TARGET,
        period="2024-Q1",
        target="+",
        due=QUARTER,
    )
    return made.model_copy(update=changes)


def at(moment: str) -> datetime:
    """ "2024-04-02 09:30" in Almaty, as the UTC that the program lives in.

    Before 1 March 2024 Almaty was at +06:00; nothing here is earlier than that.
    """
    return datetime.fromisoformat(moment).replace(tzinfo=ALMATY).astimezone(UTC)


def hours(first: date, last: date) -> Iterator[datetime]:
    """Each full hour of the days, in order."""
    moment = at(f"{first} 00:00")
    while moment.astimezone(ALMATY).date() <= last:
        yield moment
        moment += timedelta(hours=1)


def lived(
    first: date,
    last: date,
    person: Callable[[date], Person],
    owed: Callable[[date], Sequence[Obligation]],
    running: Callable[[datetime], bool] = lambda moment: True,
) -> list[tuple[datetime, Digest]]:
    """What an officer is told if the program asks every hour that it runs; with the local time of each."""
    said: list[tuple[datetime, Digest]] = []
    for moment in filter(running, hours(first, last)):
        today = moment.astimezone(ALMATY).date()
        last_day = said[-1][1].day if said else None
        one = digest(person(today), owed(today), last_day, moment, ALMATY, DAYS)
        if one:
            said.append((moment.astimezone(ALMATY), one))
    return said
