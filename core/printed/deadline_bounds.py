"""Deadlines that cannot be meant: outside the plan's own period, or a century or a decade off (domain, §2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from statistics import median_low

from core.plan.model import Deadline

_FIRST, _LAST = 2000, 2070
"""Years that a plan which prints no period of its own can still be of."""
_DECADE = 8  # years from what the other deadlines say


def is_outside(deadline: Deadline, period: tuple[date, date]) -> bool:
    """Whether a day that the work is due on, or the beginning of work without an end, is none of the plan's period."""
    due = [day for day in (deadline.end, *deadline.also) if day is not None]
    if not due:
        return deadline.start is not None and deadline.start > period[1]
    return any(not period[0] <= day <= period[1] for day in due)


def is_far_off(deadline: Deadline, years: Sequence[int]) -> bool:
    """Whether it is of a year that no plan is of, or one far from `years`, which all deadlines of the plan print."""
    days = [day for day in (deadline.start, deadline.end, *deadline.also) if day is not None]
    if any(not _FIRST <= day.year <= _LAST for day in days):
        return True
    usual = median_low(years) if len(years) > 2 else None
    return usual is not None and any(abs(day.year - usual) >= _DECADE for day in days)
