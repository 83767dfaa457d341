"""For which periods a row of a plan is reported on, and by when its work is to be done (domain, §2 and §3).

A row with any printed plan value is decided by its plan values; a row without one by its deadline; money owes in
whichever period it is printed for. Nothing is reported for what the plan does not print: a parent row owes what stands
on it, never the sum of its children.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from core.kernel.periods import Cycle, Period, turns
from core.model.obligations import ObligationKind, RowKind
from core.plan.model import Activity, Deadline, DeadlineKind, Unit
from core.plan.spans import is_printed, of_span

_CYCLES: tuple[Cycle, ...] = ("year", "half_year", "quarter", "month", "week")
_SINGLE: dict[DeadlineKind, Cycle] = {
    DeadlineKind.MONTH: "month",
    DeadlineKind.QUARTER: "quarter",
    DeadlineKind.HALF_YEAR: "half_year",
    DeadlineKind.YEAR: "year",
}
_CYCLIC: dict[DeadlineKind, RowKind] = {
    DeadlineKind.RANGE: "continuous",
    DeadlineKind.CONTINUOUS: "continuous",
    DeadlineKind.EVENT: "event",
}

Bounds = tuple[date, date]
"""The first and the last day of the plan."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing to report on: what kind, for which period, its plan value as printed, the last day of the work.

    `rhythm` is what it goes by where that is not a column of the plan: the reporting rule may say something of its own
    for it. `every` is how often it recurs, where it does ("each April": year).
    """

    kind: ObligationKind
    period: Period
    deadline: date
    target: str | None = None
    rhythm: RowKind | None = None
    every: Cycle | None = None

    @property
    def over_on(self) -> date:
        """The last day of what is reported on: of a dated row its own, of anything else its period's."""
        return self.deadline if self.rhythm == "dated" else self.period.end


def occasions(row: Activity, cycle: Cycle, bounds: Bounds | None) -> list[Occasion]:
    """Everything that the row is reported on for, in order of time; each (kind, period) once.

    `bounds` is needed where a deadline has no beginning or end of its own (weekly, continuous); without it such a
    row gives nothing. Raises ValueError where a plan value stands under what is not a period.
    """
    if any(value.strip() for value in row.targets.values()):
        found = {o.period.code: o for o in (_stages(row) if row.unit is Unit.STAGE else _targets(row))}
    else:
        found = {o.period.code: o for o in _cycles(row.deadline, cycle, bounds)}
        # A turn takes the place of the cycle's report that ends with it: nobody reports twice on one row at a time.
        found |= {o.period.code: o for o in _turns(row.deadline, cycle, bounds, found)}
    for period, _ in _planned(row.funding):
        # Money owes as well where its period has no goal beside it (domain, §3).
        found.setdefault(period.code, Occasion(ObligationKind.TARGET, period, _work_until(row, period)))
    return sorted(found.values(), key=lambda o: (o.deadline, o.period.end, o.period.code))


def _planned(values: Mapping[str, str]) -> list[tuple[Period, str]]:
    """The plan values that are owed, in order of time: blank and "-" are not, a planned zero and "+" are.

    A value of a span of years ("2026-2030") is owed by each year of it, and says that it is the whole span's.
    """
    cells = ((Period.parse(code), value.strip()) for code, value in values.items())
    owed = [(period, value) for period, value in cells if is_printed(value)]
    own = {period.code for period, _ in owed}
    found = [(period, value) for period, value in owed if period.cycle is not None]
    for span, value in owed:
        if span.cycle is None:
            years = turns(span.start, span.end, "year")
            found.extend((year, of_span(span.code, value)) for year in years if year.code not in own)
    return sorted(found, key=lambda cell: (cell[0].end, cell[0].start, cell[0].code))


def _targets(row: Activity) -> Iterator[Occasion]:
    for period, value in _planned(row.targets):
        yield Occasion(ObligationKind.TARGET, period, _work_until(row, period), value)


def _work_until(row: Activity, period: Period) -> date:
    """ "До 15 мая" with its value under the second quarter: the work is due that day, the report by the column."""
    printed = sorted(day for day in (row.deadline.end, *row.deadline.also) if day and period.holds(day))
    return printed[-1] if printed else period.end


def _stages(row: Activity) -> Iterator[Occasion]:
    """Equal neighbouring columns are one stage, due at the end of its last column."""
    cells = _planned(row.targets)
    for (period, stage), (following, next_stage) in pairwise(cells):
        neighbours = (following.start - period.end).days == 1
        if not (neighbours and next_stage.casefold() == stage.casefold()):
            yield Occasion(ObligationKind.STAGE, period, period.end, stage)
    for period, stage in cells[-1:]:
        yield Occasion(ObligationKind.STAGE, period, period.end, stage)


def _turns(
    deadline: Deadline, cycle: Cycle, bounds: Bounds | None, cycles: Mapping[str, Occasion]
) -> Iterator[Occasion]:
    """The deadline's own turns: each month, quarter or year that it names, each end, each day.

    `cycles` are the cycle's reports of the row, by period.
    """
    if deadline.kind is DeadlineKind.RECURRING:
        for period, day in _recurring(deadline, bounds):
            # "Ежегодно до 15 апреля" has a day of its own; "ежемесячно" and "март–апрель" each year end with theirs.
            rhythm: RowKind = "recurring" if day == period.end or _ends_month(day) else "dated"
            yield Occasion(ObligationKind.TURN, period, day, rhythm=rhythm, every=deadline.every)
        return
    days = list(deadline.also)
    if deadline.end and deadline.kind in _SINGLE:
        period = Period.holding(deadline.end, _SINGLE[deadline.kind])
        yield Occasion(ObligationKind.TURN, period, deadline.end, rhythm="period")
    elif deadline.end and deadline.kind in (DeadlineKind.DATE, DeadlineKind.RANGE):
        days.append(deadline.end)
    rhythms = {day: _of_day(deadline, day) for day in days}
    for period, day in _dated(rhythms, cycle, cycles):
        yield Occasion(ObligationKind.TURN, period, day, rhythm=rhythms[day])


def _of_day(deadline: Deadline, day: date) -> RowKind:
    """Whether a day is one that the plan names, or only the last one of a month that it names."""
    if deadline.kind is DeadlineKind.DATE:
        return "dated"
    return "period" if _ends_month(day) else "dated"


def _ends_month(day: date) -> bool:
    return day == Period.holding(day, "month").end


def _dated(
    rhythms: Mapping[date, RowKind], cycle: Cycle, cycles: Mapping[str, Occasion]
) -> Iterator[tuple[Period, date]]:
    """A day is reported on with the cycle's period that holds it.

    Where a row has several days in one such period, the later ones take the next smaller period that is free
    (half-year, quarter, month, week), so that each keeps a key of its own and adding a day moves none before it.
    Two days in one week are one report, due with the first.
    """
    taken: set[str] = set()
    for day, rhythm in sorted(rhythms.items()):
        held = cycles.get(Period.holding(day, cycle).code)
        goes_on = held is not None and held.deadline > day
        for smaller in _amid(cycle, rhythm) if goes_on else _CYCLES[_CYCLES.index(cycle) :]:
            period = Period.holding(day, smaller)
            if period.code not in taken:
                taken.add(period.code)
                yield period, day
                break


def _amid(cycle: Cycle, rhythm: RowKind) -> tuple[Cycle, ...]:
    """The periods for a day after which the work goes on within the cycle ("Июль и постоянно"): the cycle's own report
    is of what comes after it. A week has none smaller, and is reported on once."""
    if rhythm == "period":
        return ("month", "week")
    return _CYCLES[_CYCLES.index(cycle) + 1 :] or ("week",)


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
    if deadline.kind not in _CYCLIC:
        return
    start = deadline.start or (bounds and bounds[0])
    end = deadline.end or (bounds and bounds[1])
    if not (start and end):
        return
    for period in turns(start, end, cycle):
        yield Occasion(ObligationKind.CYCLE, period, min(period.end, end), rhythm=_CYCLIC[deadline.kind])
