"""What a plan owes, worked out a second time: from the page on the domain alone (domain, §1 to §3, §8).

Whoever wrote this had not read `core`, and nothing of it is imported here: standard library only, over a plan as its
expected reading has it (`tests/documents/expected`). Where the two agree, the rules were understood twice alike. What the
page leaves open is a reading (`Readings`), and the tests say which one the program goes by.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

DAY = timedelta(days=1)
LARGEST_FIRST = ("year", "half_year", "quarter", "month", "week")
MONTHS_OF = {"H": 6, "Q": 3, "M": 1}
UNIT_OF_LETTER = {"H": "half_year", "Q": "quarter", "M": "month", "W": "week"}
CODE = re.compile(r"(?P<year>\d{4})(?:-(?P<letter>[HQMW])(?P<part>\d\d?))?")
SPAN = re.compile(r"(\d{4})-(\d{4})")
NAMED = ("month", "quarter", "half_year", "year")

Working = Callable[[date], bool]
"""Whether a day is worked."""


class Owed(NamedTuple):
    """One report that is owed. The days are ISO days, so that a table of them can be written by hand."""

    activity: str
    kind: str
    period: str
    deadline: str
    opens: str
    report_due: str
    closes: str


@dataclass(frozen=True)
class Said:
    """What is set of a kind of deadline, or of one row; None where nothing is."""

    due_by: str | None = None
    working_day: int | None = None
    fixed_day: str | None = None
    opens_days_before: int | None = None
    cycle: str | None = None

    @property
    def means(self) -> str | None:
        """By what a report is due: a day or a count says it as well, where nothing else does."""
        if self.due_by is None and self.fixed_day is not None:
            return "fixed"
        return "count" if self.due_by is None and self.working_day is not None else self.due_by


@dataclass(frozen=True)
class Rule:
    """A plan's reporting rule. `rows` is by the row's id in the reading; the rest has the page's defaults."""

    cycle: str = "quarter"
    due_working_day: int = 5
    due_day: str | None = None
    opens_days_before_end: int = 10
    closes_working_days_after_due: int = 10
    day_off: str = "after"
    starts_on: date | None = None
    none_due_before: date | None = None
    kinds: Mapping[str, Said] = field(default_factory=dict)
    rows: Mapping[str, Said] = field(default_factory=dict)


@dataclass(frozen=True)
class Readings:
    """What the page leaves open; the first of each was taken by who wrote this.

    `last_week`: a week that goes on over the plan's end has its work done by the plan's end ("clip") or by its own ("whole").
    `money_alone`: a row without any goal owes by its money's periods alone ("targets"), or by its deadline, and by the
    money's periods beside that ("turns").
    `values_by`: the setting of a kind holds for a plan value on a row with such a deadline ("deadline"), or plan values
    follow the plan's rule ("plan").
    `further_month`: the second month that a deadline names is reported on as that month ("month"), or within the cycle's
    period, as a second day is ("cycle").
    `dated_opens`: a dated row opens ten days before, whatever the plan's opening is ("ten"), or by that ("plan").
    """

    last_week: str = "clip"
    money_alone: str = "targets"
    values_by: str = "deadline"
    further_month: str = "month"
    dated_opens: str = "ten"


TAKEN = Readings()


# Periods ----------------------------------------------------------------------------------------------------------


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


@cache
def holding(day: date, unit: str) -> str:
    """The code of the year, half-year, quarter, month or ISO week that holds the day."""
    if unit == "year":
        return str(day.year)
    if unit == "half_year":
        return f"{day.year}-H{(day.month + 5) // 6}"
    if unit == "quarter":
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if unit == "month":
        return f"{day.year}-M{day.month:02}"
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02}"


@cache
def bounds(code: str) -> tuple[date, date]:
    """The first and the last day of a period. Raises ValueError where the code names none."""
    match = CODE.fullmatch(code)
    if match is None:
        raise ValueError(f"no period: {code!r}")
    year, letter, part = int(match["year"]), match["letter"], int(match["part"] or 0)
    if letter is None:
        return date(year, 1, 1), date(year, 12, 31)
    if letter == "W":
        monday = date.fromisocalendar(year, part, 1)
        return monday, monday + 6 * DAY
    months = MONTHS_OF[letter]
    return date(year, (part - 1) * months + 1, 1), last_of_month(year, part * months)


def unit_of(code: str) -> str:
    match = CODE.fullmatch(code)
    return UNIT_OF_LETTER[match["letter"]] if match and match["letter"] else "year"


def periods(start: date, end: date, unit: str) -> list[str]:
    """The codes of every period of the unit that has a day from `start` to `end`, in order."""
    found, day = [], start
    while day <= end:
        found.append(holding(day, unit))
        day = bounds(found[-1])[1] + DAY
    return found


def years_of(code: str) -> list[str]:
    """ "2026-2030" is owed by each of its years."""
    match = SPAN.fullmatch(code)
    return [str(year) for year in range(int(match[1]), int(match[2]) + 1)] if match else [code]


def nth_working(after: date, n: int, working: Working) -> date:
    """The n-th working day after a day; the day itself for 0."""
    day = after
    while n > 0:
        day += DAY
        n -= working(day)
    return day


def on_year_day(year: int, text: str) -> date:
    """ "04-15" of a year; 29 February is the month's last day where there is none."""
    month, day = (int(part) for part in text.split("-"))
    return date(year, month, min(day, monthrange(year, month)[1]))


# The rule, narrowest first ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Times:
    """By what the days of one report are found."""

    due_by: str
    working_day: int
    fixed_day: str | None
    opens_days_before: int


def times_of(rule: Rule, settings: Iterable[Said], kind: str, every: str | None, readings: Readings) -> Times:
    """What holds for a report of the kind: what is set, the narrowest first, over what the kind has by itself."""
    found: dict[str, Any] = {
        "due_by": "plan",
        "working_day": rule.due_working_day,
        "fixed_day": rule.due_day,
        "opens_days_before": rule.opens_days_before_end,
    }
    if kind == "dated":
        found["due_by"] = "deadline"
        if readings.dated_opens == "ten":
            found["opens_days_before"] = 10
    elif kind == "recurring" and every in ("week", "month"):
        found |= {"due_by": "count", "working_day": 2 if every == "week" else 5}
    elif kind in ("period", "recurring"):
        found["due_by"] = "fixed" if rule.due_day else "count"
    for said in reversed(list(settings)):
        narrower = {**vars(said), "due_by": said.means}
        found |= {name: narrower[name] for name in found if narrower[name] is not None}
    return Times(**found)


# What is printed --------------------------------------------------------------------------------------------------


def is_value(cell: str) -> bool:
    """Whether a plan cell plans anything: a zero and a plus do, blank and a dash do not."""
    return cell.strip() not in ("", "-", "–", "—")


def printed_cells(cells: Mapping[str, str] | None) -> dict[str, str]:
    """The cells with anything in them; a dash is printed, though it plans nothing."""
    return {code: cell for code, cell in (cells or {}).items() if cell.strip()}


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def same_day_each_year(first: date, last: date) -> Iterable[date]:
    for year in range(first.year, last.year + 1):
        yield on_year_day(year, f"{last.month}-{last.day}")


class Row:
    """One row of the plan, and the reports that are found for it."""

    def __init__(
        self,
        printed: Mapping[str, Any],
        plan: tuple[date, date],
        rule: Rule,
        working: Working,
        readings: Readings,
    ) -> None:
        self.printed, self.rule, self.working, self.readings = printed, rule, working, readings
        self.first, self.last = plan
        self.id: str = printed["id"]
        self.targets, self.money = (
            printed_cells(printed.get("targets")),
            printed_cells(printed.get("funding")),
        )
        deadline = printed.get("deadline") or {}
        self.kind: str = deadline.get("kind") or "none"
        self.start, self.end = day_of(deadline.get("start")), day_of(deadline.get("end"))
        self.also = [date.fromisoformat(day) for day in deadline.get("also") or []]
        self.every: str | None = deadline.get("every")
        self.found: list[Owed] = []
        self.taken: set[str] = set()

    def owed(self) -> list[Owed]:
        """Plan values decide before the deadline's words, and the deadline where there are none."""
        if self.printed.get("unit") == "stage":
            self.stages()
            self.values(self.money)
            if not self.taken and not self.targets:
                self.turns()
            return self.found
        if not self.targets and self.readings.money_alone == "turns":
            self.turns()
            self.values(self.money)
            return self.found
        self.values(self.targets, self.money)
        if not self.taken and not self.targets and not self.money:
            self.turns()
        return self.found

    # What the columns say

    def stages(self) -> None:
        """Equal neighbouring quarters are one stage, due at the end of its last one."""
        runs: list[tuple[str, str]] = []
        for code in sorted(code for code, cell in self.targets.items() if is_value(cell)):
            letter = self.targets[code].strip().upper()
            if runs and runs[-1][1] == letter and bounds(runs[-1][0])[1] + DAY == bounds(code)[0]:
                runs.pop()
            runs.append((code, letter))
        for code, _ in runs:
            self.add("stage", code, bounds(code)[1], "stage", of_deadline="continuous")

    def values(self, *columns: Mapping[str, str]) -> None:
        """One report for each period with a goal or money."""
        printed = [code for column in columns for code, cell in column.items() if is_value(cell)]
        for period in dict.fromkeys(year for code in printed for year in years_of(code)):
            if period not in self.taken:
                self.value(period)

    def value(self, code: str) -> None:
        start, end = bounds(code)
        kinds = {"range": "continuous", "date": "dated"} | dict.fromkeys(NAMED, "period")
        of_deadline = kinds.get(self.kind, self.kind)
        day, kind, every = end, "target", None
        if self.kind == "date" and self.end and start <= self.end <= end:
            day, kind = self.end, "dated"
        elif self.kind == "recurring" and self.every == unit_of(code):
            kind, every = "recurring", self.every
        elif self.kind in ("continuous", "event"):
            kind = self.kind
        if self.readings.values_by == "plan":
            kind = "target"
        self.add("target", code, day, kind, every, of_deadline)

    # What the deadline says

    def turns(self) -> None:
        """The deadline's own turns, and each cycle of what goes on."""
        if self.kind == "date":
            for day in [*self.ends(), *self.also]:
                self.dated_turn(day)
            return
        if self.kind in NAMED:
            for day in self.ends():
                self.turn(holding(day, self.kind), day, "period")
        elif self.kind == "range":
            self.end_of_range()
        elif self.kind == "recurring":
            self.recurring()
        for day in self.also:
            self.further(day)
        if self.kind == "range" and self.end:
            self.cycles(max(self.start or self.first, self.first), self.end, "continuous")
        elif self.kind in ("continuous", "event"):
            start, end = self.start or self.first, self.end or self.last
            self.cycles(max(start, self.first), min(end, self.last), self.kind)

    def ends(self) -> list[date]:
        return [self.end] if self.end else []

    def end_of_range(self) -> None:
        """A range ends on a day that its words name, or with a month."""
        for end in self.ends():
            if self.names(end, r"(?=\s+[а-яА-Я])"):
                self.dated_turn(end)
            else:
                self.turn(holding(end, self.cycle("continuous")), end, "period")

    def names(self, day: date, behind: str = "") -> bool:
        """Whether the words name the day itself, and not a month that it is the last one of."""
        printed = self.printed.get("deadline_text") or ""
        in_words = re.search(rf"(?<!\d){day.day}(?!\d){behind}", printed) is not None
        return day != last_of_month(day.year, day.month) or in_words

    def further(self, day: date) -> None:
        """One more of several: a day, or a month by its last day."""
        if self.names(day):
            self.turn(self.free(day, self.beside_cycles(day)), day, "dated")
            return
        in_cycle = self.readings.further_month == "cycle" and self.kind not in ("continuous", "event")
        cycle = self.cycle("continuous" if self.kind == "range" else self.kind) if in_cycle else "month"
        code = self.free(day, cycle)
        if in_cycle or code == holding(day, "month"):
            self.turn(code, day, "period")

    def beside_cycles(self, day: date) -> str:
        """The largest unit for a day: one smaller than the cycle, where work that goes on owes the cycle's report on
        what comes after that day as well."""
        if self.kind not in ("continuous", "event"):
            return self.cycle("dated")
        cycle = self.cycle(self.kind)
        going_on = day < bounds(holding(day, cycle))[1]
        at = LARGEST_FIRST.index(cycle) + going_on
        return LARGEST_FIRST[min(at, len(LARGEST_FIRST) - 1)]

    def recurring(self) -> None:
        start, end = self.start or self.first, self.end or self.last
        if self.every == "year":
            self.each_year(start, end)
            return
        end = min(end, self.last)
        for code in periods(max(start, self.first), end, self.every or "year"):
            day = bounds(code)[1]
            if self.readings.last_week == "clip":
                day = min(day, end)
            self.turn(code, day, "recurring", self.every)

    def each_year(self, start: date, end: date) -> None:
        """ "апрель 2023 – 2026 годы" is each April; "ежегодно до 15 апреля" has a day of its own in each year."""
        if end != last_of_month(end.year, end.month):
            for day in same_day_each_year(start, end):
                self.dated_turn(day)
            return
        for year in range(start.year, end.year + 1):
            first, last = on_year_day(year, f"{start.month}-{start.day}"), last_of_month(year, end.month)
            unit = next(unit for unit in NAMED if holding(first, unit) == holding(last, unit))
            self.turn(holding(last, unit), last, "recurring", "year")

    def cycles(self, start: date, end: date, kind: str) -> None:
        """One report each cycle, but where a turn has its period already."""
        for code in periods(start, end, self.cycle(kind)):
            if code not in self.taken:
                self.add("cycle", code, min(bounds(code)[1], end), kind)

    def turn(self, code: str, day: date, kind: str, every: str | None = None) -> None:
        self.add("turn", code, day, kind, every)

    def dated_turn(self, day: date) -> None:
        """A day is reported on with the cycle's period that holds it, or with the next smaller one that is free."""
        self.turn(self.free(day, self.cycle("dated")), day, "dated")

    def free(self, day: date, cycle: str) -> str:
        codes = (holding(day, unit) for unit in LARGEST_FIRST[LARGEST_FIRST.index(cycle) :])
        return next(code for code in codes if code not in self.taken)

    # The days of a report

    def settings(self, kind: str, of_deadline: str | None = None) -> list[Said]:
        """What is set of the row, then of its kind; plan values have the kind of their row's deadline, or none."""
        own = self.rule.rows.get(self.id)
        of_kind = of_deadline if of_deadline and self.readings.values_by == "deadline" else kind
        return [said for said in (own, self.rule.kinds.get(of_kind)) if said is not None]

    def cycle(self, kind: str) -> str:
        """The cycle that something of the kind is reported on."""
        said = (setting.cycle for setting in self.settings(kind))
        return next((cycle for cycle in said if cycle is not None), self.rule.cycle)

    def add(
        self,
        kind: str,
        code: str,
        deadline: date,
        by: str,
        every: str | None = None,
        of_deadline: str | None = None,
    ) -> None:
        """Adds one report, unless it was over before reporting starts, or due before the plan came in."""
        self.taken.add(code)
        rule = self.rule
        start, end = bounds(code)
        times = times_of(rule, self.settings(by, of_deadline), by, every, self.readings)
        if rule.starts_on and (deadline if by == "dated" else end) < rule.starts_on:
            return
        due = self.moved(self.due(code, deadline, times))
        if rule.none_due_before and due < rule.none_due_before:
            return
        opens = min(end, deadline) - times.opens_days_before * DAY
        opens = min(opens, deadline) if by == "dated" else max(opens, start)
        opens = min(opens, due)
        closes = nth_working(due, rule.closes_working_days_after_due, self.working)
        days = (str(day) for day in (deadline, opens, due, closes))
        self.found.append(Owed(self.id, kind, code, *days))

    def due(self, code: str, deadline: date, times: Times) -> date:
        end = bounds(code)[1]
        cycle_end = bounds(holding(end, self.rule.cycle))[1]
        if times.due_by == "deadline":
            return deadline
        if times.due_by == "count":
            return nth_working(min(end, deadline), times.working_day, self.working)
        fixed = self.rule.due_day if times.due_by == "plan" else times.fixed_day
        if fixed is not None:
            return on_year_day(cycle_end.year + 1, fixed)
        return nth_working(cycle_end, self.rule.due_working_day, self.working)

    def moved(self, day: date) -> date:
        """A due day that is a day off is kept, or moved before or after."""
        step = {"keep": 0, "after": 1, "before": -1}[self.rule.day_off]
        while step and not self.working(day):
            day += step * DAY
        return day


def owed(plan: Mapping[str, Any], rule: Rule, working: Working, readings: Readings = TAKEN) -> list[Owed]:
    """Every report that the plan owes, by row and due day. Raises ValueError where a value stands under no period."""
    span = date.fromisoformat(plan["plan"]["period_start"]), date.fromisoformat(plan["plan"]["period_end"])
    found = [one for row in plan["activities"] for one in Row(row, span, rule, working, readings).owed()]
    return sorted(found, key=lambda one: (one.activity, one.report_due, one.period))
