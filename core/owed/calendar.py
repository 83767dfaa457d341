"""Counting in working days, over the `WorkingDays` port: which day is worked is known outside (domain, §2).

Every count here is of whole days in the plan's zone.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from core.ports.unit_of_work import WorkingDays

DayOff = Literal["keep", "before", "after"]
"""What happens to a due day that falls on a day off."""

_DAY = timedelta(days=1)


def add_working_days(days: WorkingDays, start: date, n: int) -> date:
    """The n-th working day strictly after `start`, or strictly before it where n is negative; `start` for 0."""
    step = _DAY if n > 0 else -_DAY
    at, left = start, abs(n)
    while left:
        at += step
        left -= days.is_working_day(at)
    return at


def nth_working_day_after(days: WorkingDays, day: date, n: int) -> date:
    """ "The fifth working day after the period": n counts from 1. Raises ValueError for less."""
    if n < 1:
        raise ValueError(f"working days after a day are counted from 1, not {n}")
    return add_working_days(days, day, n)


def working_days_between(days: WorkingDays, a: date, b: date) -> int:
    """How many working days are left from `a` to `b`: `a` itself is not counted, `b` is.

    Negative where `b` is the earlier one: -1 on the first working day after it.
    """
    if b < a:
        return -working_days_between(days, b, a)
    return sum(days.is_working_day(a + _DAY * n) for n in range(1, (b - a).days + 1))


def moved(days: WorkingDays, day: date, rule: DayOff) -> date:
    """The day itself where it is worked or kept, else the nearest working day before or after it."""
    if rule == "keep" or days.is_working_day(day):
        return day
    return add_working_days(days, day, 1 if rule == "after" else -1)
