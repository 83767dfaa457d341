"""The days on which an obligation asks to be spoken of, before and after its report is due (domain, §7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from core.model.obligations import Due
from core.owed.calendar import add_working_days, moved
from core.ports.unit_of_work import WorkingDays

Step = Literal[
    "opens", "before_7", "before_3", "before_1", "on_day", "after_1", "after_3", "after_5", "weekly"
]
_AROUND: tuple[tuple[Step, int], ...] = (
    ("before_7", -7),
    ("before_3", -3),
    ("before_1", -1),
    ("on_day", 0),
    ("after_1", 1),
    ("after_3", 3),
    ("after_5", 5),
)
MANAGER_TOLD_AFTER = 3
"""The working day late on which the manager is told."""


@dataclass(frozen=True, slots=True)
class StepDay:
    """A step and the working day that it falls on."""

    step: Step
    day: date


def manager_day(due: Due, days: WorkingDays) -> date:
    """The day on which the manager is told of a report that is still owed."""
    return add_working_days(days, due.report_due, MANAGER_TOLD_AFTER)


def last_step(due: Due, days: WorkingDays, today: date) -> StepDay | None:
    """The latest step that has come by today; None before the period opens."""
    latest = None
    for step in _steps(due, days):
        if step.day > today:
            break
        latest = step
    return latest


def _steps(due: Due, days: WorkingDays) -> Iterator[StepDay]:
    """In order of time, without end. Of two on one day the nearer to the due day comes last.

    A due day that is kept on a day off is not spoken of on that day: the working day before it was.
    """
    opens = moved(days, due.opens, "after")
    yield StepDay("opens", opens)
    around = ((step, add_working_days(days, due.report_due, n)) for step, n in _AROUND)
    last = opens
    for step, day in around:
        if day >= opens and days.is_working_day(day):
            yield StepDay(step, day)
            last = day
    while True:
        last += timedelta(days=7)
        # A week on a day off is spoken of on the next working day; the week itself keeps its weekday.
        yield StepDay("weekly", moved(days, last, "after"))
