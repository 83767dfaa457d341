"""Days of the calendar: whether there is such a day, and where its month ends."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
