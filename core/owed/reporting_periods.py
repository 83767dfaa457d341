"""For which periods a row of a plan is reported on, and by when its work is to be done (domain, §2 and §3).

A row with any printed plan value is decided by its plan values; a row without one by its deadline. Nothing is
reported for what the plan does not print: a parent row owes what stands on it, never the sum of its children.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from core.kernel.periods import Cycle, Period, turns
from core.kernel.text import dashes
from core.model.obligations import ObligationKind
from core.plan.model import Activity, Deadline, DeadlineKind, Unit

_CYCLES: tuple[Cycle, ...] = ("year", "half_year", "quarter", "month", "week")
_SINGLE: dict[DeadlineKind, Cycle] = {
    DeadlineKind.MONTH: "month",
    DeadlineKind.QUARTER: "quarter",
    DeadlineKind.HALF_YEAR: "half_year",
    DeadlineKind.YEAR: "year",
}

Bounds = tuple[date, date]
"""The first and the last day of the plan."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing to report on: what kind, for which period, its plan value as printed, the last day of the work."""

    kind: ObligationKind
    period: Period
    deadline: date
    target: str | None = None


def occasions(row: Activity, cycle: Cycle, bounds: Bounds | None) -> list[Occasion]:
    """Everything that the row is reported on for, in order of time; each (kind, period) once.

    `bounds` is needed where a deadline has no beginning or end of its own (weekly, continuous); without it such a
    row gives nothing. Raises ValueError where a plan value stands under what is not a period.
    """
    if any(value.strip() for value in row.targets.values()):
        return list(_stages(row) if row.unit is Unit.STAGE else _targets(row))
    found = {o.period.code: o for o in _cycles(row.deadline, cycle, bounds)}
    # A turn takes the place of the cycle's report on the same period: nobody reports twice on one row at a time.
    found |= {o.period.code: o for o in _turns(row.deadline, cycle, bounds)}
    return sorted(found.values(), key=lambda o: (o.deadline, o.period.end, o.period.code))


def _planned(row: Activity) -> list[tuple[Period, str]]:
    """The plan values that are owed, in order of time: blank and "-" are not, a planned zero and "+" are."""
    values = ((Period.parse(code), value.strip()) for code, value in row.targets.items())
    owed = ((period, value) for period, value in values if value and dashes(value) != "-")
    return sorted(owed, key=lambda cell: (cell[0].end, cell[0].start, cell[0].code))


def _targets(row: Activity) -> Iterator[Occasion]:
    printed = sorted(day for day in (row.deadline.end, *row.deadline.also) if day)
    for period, value in _planned(row):
        # "До 15 мая" with its value under the second quarter: the work is due that day, the report by the column.
        inside = [day for day in printed if period.holds(day)]
        yield Occasion(ObligationKind.TARGET, period, inside[-1] if inside else period.end, value)


def _stages(row: Activity) -> Iterator[Occasion]:
    """Equal neighbouring columns are one stage, due at the end of its last column."""
    cells = _planned(row)
    for (period, stage), (following, next_stage) in pairwise(cells):
        neighbours = (following.start - period.end).days == 1
        if not (neighbours and next_stage.casefold() == stage.casefold()):
            yield Occasion(ObligationKind.STAGE, period, period.end, stage)
    for period, stage in cells[-1:]:
        yield Occasion(ObligationKind.STAGE, period, period.end, stage)


def _turns(deadline: Deadline, cycle: Cycle, bounds: Bounds | None) -> Iterator[Occasion]:
    """The deadline's own turns: each month, quarter or year that it names, each end, each day."""
    if deadline.kind is DeadlineKind.RECURRING:
        for period, day in _recurring(deadline, bounds):
            yield Occasion(ObligationKind.TURN, period, day)
        return
    days = list(deadline.also)
    if deadline.end and deadline.kind in _SINGLE:
        yield Occasion(
            ObligationKind.TURN, Period.holding(deadline.end, _SINGLE[deadline.kind]), deadline.end
        )
    elif deadline.end and deadline.kind in (DeadlineKind.DATE, DeadlineKind.RANGE):
        days.append(deadline.end)
    for period, day in _dated(days, cycle):
        yield Occasion(ObligationKind.TURN, period, day)


def _dated(days: list[date], cycle: Cycle) -> Iterator[tuple[Period, date]]:
    """A day is reported on with the cycle's period that holds it.

    Where a row has several days in one such period, the later ones take the next smaller period that is free
    (half-year, quarter, month, week), so that each keeps a key of its own and adding a day moves none before it.
    Two days in one week are one report, due with the first.
    """
    taken: set[str] = set()
    for day in sorted(set(days)):
        for smaller in _CYCLES[_CYCLES.index(cycle) :]:
            period = Period.holding(day, smaller)
            if period.code not in taken:
                taken.add(period.code)
                yield period, day
                break


def _recurring(deadline: Deadline, bounds: Bounds | None) -> Iterator[tuple[Period, date]]:
    start = deadline.start or (bounds and bounds[0])
    end = deadline.end or (bounds and bounds[1])
    if not (start and end and deadline.every):
        return
    yearly = deadline.every == "year" and (start, end) != bounds
    season = _season(start, end) if yearly else "year"
    if season == "year":
        yield from ((period, period.end) for period in turns(start, end, deadline.every))
        return
    for year in range(start.year, end.year + 1):
        day = date(year, end.month, min(end.day, monthrange(year, end.month)[1]))
        yield Period.holding(day, season), day


def _season(start: date, end: date) -> Cycle:
    """ "апрель 2023 – 2026 годы" is each April: the smallest part of a year that holds both ends' months."""
    for cycle in ("month", "quarter", "half_year"):
        part: Cycle = cycle
        if Period.holding(start, part).part == Period.holding(end, part).part:
            return part
    return "year"


def _cycles(deadline: Deadline, cycle: Cycle, bounds: Bounds | None) -> Iterator[Occasion]:
    """What is reported on in each reporting cycle: ranges until they end, continuous and event rows all along."""
    if deadline.kind not in (DeadlineKind.RANGE, DeadlineKind.CONTINUOUS, DeadlineKind.EVENT):
        return
    start = deadline.start or (bounds and bounds[0])
    end = deadline.end or (bounds and bounds[1])
    if not (start and end):
        return
    for period in turns(start, end, cycle):
        yield Occasion(ObligationKind.CYCLE, period, min(period.end, end))
