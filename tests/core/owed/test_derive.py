"""What is owed: the whole of domain, §3, as tables over rows of every kind, and the hospital's plan counted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from core.kernel.periods import Period
from core.model.editions import LiveActivity, Ownership
from core.model.obligations import DerivedObligation, ObligationKind, ReportingRule
from core.model.people import Post
from core.owed.derive import derive, owing_posts, unowned
from core.owed.reporting_periods import Occasion, occasions
from core.owed.timing import due_days
from core.plan.model import Activity, Deadline, DeadlineKind, Unit
from core.ports.unit_of_work import WorkingDays
from tests.core.samples import Live, live_plan, plan_of

YEAR = (date(2024, 1, 1), date(2024, 12, 31))
OWNED = {1: Post(id=1, name="Метролог")}


def row(targets: dict[str, str] | None = None, unit: Unit | None = None, **deadline: Any) -> Activity:
    return Activity(
        id="a1",
        title="Строка",
        unit=unit,
        targets=targets or {},
        deadline=Deadline.model_validate(deadline or {"kind": "none"}),
    )


def found(activity: Activity, cycle: str = "quarter", bounds: tuple[date, date] | None = YEAR) -> list[str]:
    """Occasions as "kind period by-day": what is compared in the tables."""
    rule = ReportingRule.model_validate({"cycle": cycle})
    return [f"{o.kind.value} {o.period.code} {o.deadline}" for o in occasions(activity, rule.cycle, bounds)]


TARGETS = [
    ({"2024-Q1": "6000.0"}, ["2024-Q1"]),
    ({"2024-Q1": "0.0", "2024-Q2": "0,0", "2024-Q3": "0"}, ["2024-Q1", "2024-Q2", "2024-Q3"]),
    ({"2024-Q1": "+", "2024-Q2": "-", "2024-Q3": "", "2024-Q4": "  "}, ["2024-Q1"]),
    ({"2024-Q1": "–", "2024-Q2": "—", "2024-Q3": "1"}, ["2024-Q3"]),
    ({"2024-Q1": "-", "2024-Q2": "-"}, []),
    ({"2025": "Открытие 8 кабинетов", "2024": "150 чел."}, ["2024", "2025"]),
    ({"2024-H2": "5", "2024-H1": "4"}, ["2024-H1", "2024-H2"]),
    ({"2024-M10": "1", "2024-M02": "2"}, ["2024-M02", "2024-M10"]),
]


@pytest.mark.parametrize(("targets", "periods"), TARGETS)
def test_a_printed_value_owes_and_blank_or_a_dash_does_not(
    targets: dict[str, str], periods: list[str]
) -> None:
    got = occasions(row(targets, kind="recurring", every="month"), "quarter", YEAR)
    assert [o.period.code for o in got] == periods
    assert all(o.kind is ObligationKind.TARGET and o.target == targets[o.period.code] for o in got)
    assert all(o.deadline == o.period.end for o in got)


@pytest.mark.parametrize(
    ("targets", "owed"),
    [
        (
            {"2025": "8", "2026-2027": "20 школ"},
            [("2025", "8"), ("2026", "2026–2027: 20 школ"), ("2027", "2026–2027: 20 школ")],
        ),
        ({"2026": "3", "2026-2027": "7"}, [("2026", "3"), ("2027", "2026–2027: 7")]),  # a year has its own
        ({"2026-2027": "-"}, []),
    ],
)
def test_a_span_of_years_is_owed_by_each_year_of_it(
    targets: dict[str, str], owed: list[tuple[str, str]]
) -> None:
    got = occasions(row(targets, kind="range"), "quarter", YEAR)
    assert [(o.period.code, o.target) for o in got] == owed


@pytest.mark.parametrize(
    ("targets", "funding", "owed"),
    [
        # Money without a goal does as well as a goal without money.
        ({"2024": "8"}, {"2024": "10.5", "2025": "20"}, [("2024", "8"), ("2025", None)]),
        ({"2024": "8"}, {"2025": "-", "2026": " "}, [("2024", "8")]),
        ({"2024": "8", "2025": "-"}, {"2025": "за счёт инвестора"}, [("2024", "8"), ("2025", None)]),
        ({"2024": "8"}, {"2025-2026": "7"}, [("2024", "8"), ("2025", None), ("2026", None)]),
        # Without any goal the deadline's turns stand, and the money's own periods beside them.
        ({}, {"2024": "5", "2025": "6"}, [("2024", None), ("2025", None)]),
    ],
)
def test_money_owes_in_whichever_period_it_is_planned(
    targets: dict[str, str], funding: dict[str, str], owed: list[tuple[str, str | None]]
) -> None:
    activity = row(targets, kind="year", start="2024-01-01", end="2024-12-31")
    got = occasions(activity.model_copy(update={"funding": funding}), "quarter", YEAR)
    assert [(o.period.code, o.target) for o in got] == owed


@pytest.mark.parametrize(
    ("deadline", "days"),
    [
        ({"kind": "quarter", "start": "2024-10-01", "end": "2024-12-31"}, ["2024-03-31", "2024-06-30"]),
        ({"kind": "date", "end": "2024-05-15"}, ["2024-03-31", "2024-05-15"]),
        ({"kind": "month", "start": "2024-02-01", "end": "2024-02-29"}, ["2024-02-29", "2024-06-30"]),
        ({"kind": "date", "end": "2024-01-20", "also": ["2024-03-01"]}, ["2024-03-01", "2024-06-30"]),
    ],
)
def test_targets_decide_and_a_deadline_inside_their_period_is_the_works(
    deadline: dict[str, Any], days: list[str]
) -> None:
    got = occasions(row({"2024-Q1": "1", "2024-Q2": "1"}, **deadline), "quarter", YEAR)
    assert [str(o.deadline) for o in got] == days


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        (["R", "R", "R", "R"], [("2024-Q4", "R")]),
        (["R", "R", "F", "D"], [("2024-Q2", "R"), ("2024-Q3", "F"), ("2024-Q4", "D")]),
        (["R", "r ", "F", "F"], [("2024-Q2", "r"), ("2024-Q4", "F")]),
        (["", "R", "", "R"], [("2024-Q2", "R"), ("2024-Q4", "R")]),
        (["-", "R", "R", "-"], [("2024-Q3", "R")]),
        (["D", "-", "-", "-"], [("2024-Q1", "D")]),
        (["-", "-", "-", "-"], []),
    ],
)
def test_equal_neighbouring_quarters_are_one_stage(
    stages: list[str], expected: list[tuple[str, str]]
) -> None:
    cells = {f"2024-Q{at}": stage for at, stage in enumerate(stages, 1)}
    got = occasions(row(cells, Unit.STAGE, kind="range"), "quarter", YEAR)
    assert [(o.period.code, o.target) for o in got] == expected
    assert all(o.kind is ObligationKind.STAGE and o.deadline == o.period.end for o in got)


DEADLINES: list[tuple[dict[str, Any], list[str]]] = [
    ({"kind": "date", "end": "2024-07-15"}, ["turn 2024-Q3 2024-07-15"]),
    ({"kind": "month", "start": "2024-07-01", "end": "2024-07-31"}, ["turn 2024-M07 2024-07-31"]),
    ({"kind": "quarter", "start": "2024-10-01", "end": "2024-12-31"}, ["turn 2024-Q4 2024-12-31"]),
    ({"kind": "half_year", "start": "2024-01-01", "end": "2024-06-30"}, ["turn 2024-H1 2024-06-30"]),
    ({"kind": "year", "start": "2024-01-01", "end": "2024-12-31"}, ["turn 2024 2024-12-31"]),
    # a range: each cycle in between, and its end
    ({"kind": "range", "start": "2024-07-01", "end": "2024-08-31"}, ["turn 2024-Q3 2024-08-31"]),
    (
        {"kind": "range", "start": "2024-02-01", "end": "2024-10-31"},
        ["cycle 2024-Q1 2024-03-31", "cycle 2024-Q2 2024-06-30", "cycle 2024-Q3 2024-09-30"]
        + ["turn 2024-Q4 2024-10-31"],
    ),
    # several
    (
        {"kind": "date", "end": "2024-07-15", "also": ["2024-10-01"]},
        ["turn 2024-Q3 2024-07-15", "turn 2024-Q4 2024-10-01"],
    ),
    (
        {"kind": "date", "end": "2024-07-15", "also": ["2024-08-01", "2024-08-20"]},
        ["turn 2024-Q3 2024-07-15", "turn 2024-M08 2024-08-01", "turn 2024-W34 2024-08-20"],
    ),
    (
        {"kind": "range", "start": "2024-07-01", "end": "2024-08-31", "also": ["2024-12-31"]},
        ["turn 2024-Q3 2024-08-31", "turn 2024-Q4 2024-12-31"],
    ),
    (
        {"kind": "month", "start": "2024-05-01", "end": "2024-05-31", "also": ["2024-10-31"]},
        ["turn 2024-M05 2024-05-31", "turn 2024-Q4 2024-10-31"],
    ),
    # recurring
    (
        {"kind": "recurring", "every": "quarter"},
        [f"turn 2024-Q{n} {d}" for n, d in enumerate(["2024-03-31", "2024-06-30", "2024-09-30"], 1)]
        + ["turn 2024-Q4 2024-12-31"],
    ),
    (
        {"kind": "recurring", "every": "month", "start": "2024-10-01", "end": "2024-12-31"},
        ["turn 2024-M10 2024-10-31", "turn 2024-M11 2024-11-30", "turn 2024-M12 2024-12-31"],
    ),
    (
        {"kind": "recurring", "every": "week", "start": "2024-02-26", "end": "2024-03-06"},
        ["turn 2024-W09 2024-03-03", "turn 2024-W10 2024-03-10"],
    ),
    ({"kind": "recurring", "every": "year"}, ["turn 2024 2024-12-31"]),
    (
        {"kind": "recurring", "every": "year", "start": "2023-04-01", "end": "2026-04-30"},
        [f"turn {year}-M04 {year}-04-30" for year in (2023, 2024, 2025, 2026)],
    ),
    (
        {"kind": "recurring", "every": "year", "start": "2023-04-15", "end": "2024-04-15"},
        ["turn 2023-M04 2023-04-15", "turn 2024-M04 2024-04-15"],
    ),
    (
        {"kind": "recurring", "every": "year", "start": "2023-10-01", "end": "2024-12-31"},
        ["turn 2023-Q4 2023-12-31", "turn 2024-Q4 2024-12-31"],
    ),
    ({"kind": "recurring"}, []),
    # continuous and event
    (
        {"kind": "continuous"},
        [f"cycle 2024-Q{n} {d}" for n, d in enumerate(["2024-03-31", "2024-06-30", "2024-09-30"], 1)]
        + ["cycle 2024-Q4 2024-12-31"],
    ),
    (
        {"kind": "continuous", "start": "2024-08-01"},
        ["cycle 2024-Q3 2024-09-30", "cycle 2024-Q4 2024-12-31"],
    ),
    (
        {"kind": "continuous", "start": "2024-07-01", "also": ["2024-07-31"]},  # "Июль и постоянно"
        ["turn 2024-M07 2024-07-31", "cycle 2024-Q3 2024-09-30", "cycle 2024-Q4 2024-12-31"],
    ),
    (
        {"kind": "continuous", "start": "2024-07-01", "also": ["2024-07-15"]},  # "К 15 июля, далее постоянно"
        ["turn 2024-M07 2024-07-15", "cycle 2024-Q3 2024-09-30", "cycle 2024-Q4 2024-12-31"],
    ),
    (
        {
            "kind": "continuous",
            "start": "2024-07-01",
            "also": ["2024-09-30"],
        },  # nothing of the quarter is after it
        ["turn 2024-Q3 2024-09-30", "cycle 2024-Q4 2024-12-31"],
    ),
    (
        {"kind": "range", "start": "2024-04-01", "end": "2024-08-31", "also": ["2024-05-31"]},
        ["turn 2024-M05 2024-05-31", "cycle 2024-Q2 2024-06-30", "turn 2024-Q3 2024-08-31"],
    ),
    (
        {"kind": "event", "start": "2024-07-01", "end": "2024-11-30"},
        ["cycle 2024-Q3 2024-09-30", "cycle 2024-Q4 2024-11-30"],
    ),
    ({"kind": "none"}, []),
    ({"kind": "range"}, ["cycle 2024-Q1 2024-03-31", "cycle 2024-Q2 2024-06-30"]),
    ({"kind": "month"}, []),
]


@pytest.mark.parametrize(("deadline", "expected"), DEADLINES)
def test_without_a_printed_value_the_deadline_decides(deadline: dict[str, Any], expected: list[str]) -> None:
    bounds = (date(2024, 1, 1), date(2024, 6, 30)) if deadline == {"kind": "range"} else YEAR
    assert found(row(**deadline), bounds=bounds) == expected
    assert found(row({"2024-Q1": " "}, **deadline), bounds=bounds) == expected


@pytest.mark.parametrize(
    ("cycle", "periods"),
    [
        ("week", 53),
        ("month", 12),
        ("quarter", 4),
        ("half_year", 2),
        ("year", 1),
    ],
)
def test_continuous_work_is_reported_on_each_cycle(cycle: str, periods: int) -> None:
    got = found(row(kind="continuous"), cycle)
    assert len(got) == periods
    assert all(line.startswith("cycle ") for line in got)


@pytest.mark.parametrize(
    ("cycle", "day", "turn"),
    [
        ("year", "2024-07-31", "2024-M07"),
        ("half_year", "2024-07-31", "2024-M07"),
        ("month", "2024-07-31", "2024-M07"),
        ("week", "2024-07-31", "2024-M07"),
        ("year", "2024-07-15", "2024-H2"),
        ("month", "2024-07-15", "2024-W29"),
        ("week", "2024-07-16", "2024-W29"),  # no smaller period: the week is reported on once
    ],
)
def test_a_turn_amid_a_cycle_does_not_end_what_goes_on(cycle: str, day: str, turn: str) -> None:
    """ "Июль 2024 года и постоянно" owes the turn, and the cycle's report on all that comes after it."""
    got = found(row(kind="continuous", start="2024-07-01", also=[day]), cycle)
    alone = found(row(kind="continuous", start="2024-07-01"), cycle)
    assert [line for line in got if line.startswith("turn")] == [f"turn {turn} {day}"]
    assert [line for line in alone if line not in got] == [line for line in alone if f" {turn} " in line]


def test_a_plan_without_a_year_owes_only_what_has_days_of_its_own() -> None:
    assert found(row(kind="continuous"), bounds=None) == []
    assert found(row(kind="date", end="2024-07-15"), bounds=None) == ["turn 2024-Q3 2024-07-15"]


def test_a_value_under_no_period_is_refused() -> None:
    with pytest.raises(ValueError, match="not a period"):
        occasions(row({"итого": "5"}), "quarter", YEAR)


DUE = [
    # period, rule → opens, report due, closes
    ("2024-Q1", {}, "2024-03-21 2024-04-05 2024-04-19"),
    ("2024-Q2", {}, "2024-06-20 2024-07-05 2024-07-22"),
    ("2024-Q4", {}, "2024-12-21 2025-01-10 2025-01-24"),
    ("2024", {}, "2024-12-21 2025-01-10 2025-01-24"),
    (
        "2024-M04",
        {"cycle": "month"},
        "2024-04-20 2024-05-10 2024-05-24",
    ),  # over the May holidays and the worked Saturday
    ("2024-M02", {"cycle": "month", "opens_days_before_end": 0}, "2024-02-29 2024-03-07 2024-03-27"),
    (
        "2024-W10",
        {"cycle": "week", "due_working_day": 1},
        "2024-03-04 2024-03-11 2024-03-28",
    ),  # not before it began
    # A monthly row of a plan that is reported each quarter opens with its month and is due with the quarter.
    ("2024-M01", {}, "2024-01-21 2024-04-05 2024-04-19"),
    ("2024-M03", {}, "2024-03-21 2024-04-05 2024-04-19"),
    ("2024-W10", {"cycle": "month"}, "2024-03-04 2024-04-05 2024-04-19"),
    (
        "2024-Q1",
        {"due_working_day": 2, "closes_working_days_after_due": 1},
        "2024-03-21 2024-04-02 2024-04-03",
    ),
    ("2024", {"due_day": "04-15"}, "2024-12-21 2025-04-15 2025-04-29"),
    ("2026-2030", {"due_day": "04-15"}, "2030-12-21 2031-04-15 2031-04-29"),
    ("2023", {"due_day": "03-23", "day_off": "keep"}, "2023-12-21 2024-03-23 2024-04-08"),
    ("2023", {"due_day": "03-23", "day_off": "before"}, "2023-12-21 2024-03-20 2024-04-08"),
    ("2023", {"due_day": "03-23", "day_off": "after"}, "2023-12-21 2024-03-26 2024-04-09"),
    ("2023", {"due_day": "02-29"}, "2023-12-21 2024-02-29 2024-03-15"),
    ("2024", {"due_day": "02-29"}, "2024-12-21 2025-02-28 2025-03-17"),
    ("2024-Q1", {"due_working_day": 0}, "2024-03-21 2024-04-01 2024-04-15"),  # a Sunday, moved
]


BY_KIND = [
    # deadline, rule → period, opens, report due
    # A dated row opens ten days before its own day and is due on it, whatever the plan's cycle is.
    ({"kind": "date", "end": "2024-07-15"}, {}, ["2024-Q3 2024-07-05 2024-07-15"]),
    ({"kind": "date", "end": "2024-07-03"}, {}, ["2024-Q3 2024-06-23 2024-07-03"]),
    ({"kind": "date", "end": "2024-07-15"}, {"due_day": "04-15"}, ["2024-Q3 2024-07-05 2024-07-15"]),
    ({"kind": "date", "end": "2024-07-13"}, {}, ["2024-Q3 2024-07-03 2024-07-15"]),  # a Saturday, moved
    ({"kind": "date", "end": "2024-07-13"}, {"day_off": "before"}, ["2024-Q3 2024-07-03 2024-07-12"]),
    ({"kind": "date", "end": "2024-07-15"}, {"kinds": {"dated": {"due_by": "plan"}}},
     ["2024-Q3 2024-07-05 2024-10-07"]),
    ({"kind": "date", "end": "2024-07-15"}, {"kinds": {"dated": {"due_by": "count", "working_day": 3}}},
     ["2024-Q3 2024-07-05 2024-07-18"]),
    ({"kind": "date", "end": "2024-07-15"}, {"kinds": {"dated": {"opens_days_before": 30}}},
     ["2024-Q3 2024-06-15 2024-07-15"]),
    # The row's own setting wins over its kind's.
    ({"kind": "date", "end": "2024-07-15"},
     {"kinds": {"dated": {"due_by": "plan", "opens_days_before": 1}}, "rows": {1: {"due_by": "deadline"}}},
     ["2024-Q3 2024-07-14 2024-07-15"]),
    ({"kind": "date", "end": "2024-07-15"}, {"rows": {1: {"due_by": "fixed", "fixed_day": "04-15"}}},
     ["2024-Q3 2024-07-05 2025-04-15"]),
    ({"kind": "date", "end": "2024-07-15"}, {"rows": {2: {"due_by": "plan"}}}, ["2024-Q3 2024-07-05 2024-07-15"]),
    # A month, quarter, year that the plan names: its own end counts, not the cycle's.
    ({"kind": "month", "end": "2024-07-31"}, {}, ["2024-M07 2024-07-21 2024-08-07"]),
    ({"kind": "month", "end": "2024-07-31"}, {"due_day": "04-15"}, ["2024-M07 2024-07-21 2025-04-15"]),
    ({"kind": "month", "end": "2024-05-31", "also": ["2024-10-31"]}, {},
     ["2024-M05 2024-05-21 2024-06-07", "2024-Q4 2024-10-21 2024-11-07"]),
    ({"kind": "year", "end": "2024-12-31"}, {}, ["2024 2024-12-21 2025-01-10"]),
    # A range that ends on a named day is due on it; one that ends with a month after that month.
    ({"kind": "range", "start": "2024-05-05", "end": "2024-05-10"}, {}, ["2024-Q2 2024-04-30 2024-05-10"]),
    ({"kind": "range", "start": "2024-07-01", "end": "2024-08-31"}, {}, ["2024-Q3 2024-08-21 2024-09-06"]),
    # What recurs follows its own turn.
    ({"kind": "recurring", "every": "week", "start": "2024-02-26", "end": "2024-03-10"}, {},
     ["2024-W09 2024-02-26 2024-03-05", "2024-W10 2024-03-04 2024-03-12"]),
    ({"kind": "recurring", "every": "month", "start": "2024-10-01", "end": "2024-11-30"}, {},
     ["2024-M10 2024-10-21 2024-11-07", "2024-M11 2024-11-20 2024-12-06"]),
    ({"kind": "recurring", "every": "month", "start": "2024-10-01", "end": "2024-11-30"},
     {"kinds": {"recurring": {"due_by": "plan"}}},
     ["2024-M10 2024-10-21 2025-01-10", "2024-M11 2024-11-20 2025-01-10"]),
    ({"kind": "recurring", "every": "year", "start": "2023-04-01", "end": "2024-04-30"}, {"due_day": "04-15"},
     ["2023-M04 2023-04-20 2024-04-15", "2024-M04 2024-04-20 2025-04-15"]),
    ({"kind": "recurring", "every": "year", "start": "2023-04-15", "end": "2024-04-15"}, {},
     ["2023-M04 2023-04-05 2023-04-17", "2024-M04 2024-04-05 2024-04-15"]),
    # A season that ends with a month, though no quarter ends with it: its end is no day that the plan names.
    ({"kind": "recurring", "every": "year", "start": "2023-03-01", "end": "2024-04-30"}, {},
     ["2023-H1 2023-04-20 2023-05-10", "2024-H1 2024-04-20 2024-05-10"]),
    # Continuous and event rows go by the plan's cycle, or by one of their own.
    ({"kind": "continuous", "start": "2024-10-01"}, {}, ["2024-Q4 2024-12-21 2025-01-10"]),
    ({"kind": "continuous", "start": "2024-11-01"}, {"kinds": {"continuous": {"cycle": "month"}}},
     ["2024-M11 2024-11-20 2025-01-10", "2024-M12 2024-12-21 2025-01-10"]),
    ({"kind": "event", "start": "2024-11-01"},
     {"kinds": {"event": {"cycle": "month", "due_by": "count", "working_day": 1}}},
     ["2024-M11 2024-11-20 2024-12-02", "2024-M12 2024-12-21 2025-01-05"]),
    # A range is of that kind until its end, which has a kind of its own.
    ({"kind": "range", "start": "2024-07-01", "end": "2024-10-31"},
     {"kinds": {"continuous": {"due_by": "count", "working_day": 1}}},
     ["2024-Q3 2024-09-20 2024-10-01", "2024-Q4 2024-10-21 2024-11-07"]),
    ({"kind": "range", "start": "2024-07-01", "end": "2024-08-31"},
     {"kinds": {"continuous": {"cycle": "month", "due_by": "count", "working_day": 1, "opens_days_before": 3}}},
     ["2024-M07 2024-07-28 2024-08-01", "2024-M08 2024-08-21 2024-09-06"]),
    ({"kind": "range", "start": "2024-07-01", "end": "2024-08-31"},
     {"kinds": {"continuous": {"cycle": "month"}}, "rows": {1: {"cycle": "year"}}}, ["2024 2024-08-21 2024-09-06"]),
    ({"kind": "event", "start": "2024-11-01"}, {"rows": {1: {"cycle": "year"}}}, ["2024 2024-12-21 2025-01-10"]),
]  # fmt: skip


@pytest.mark.parametrize(("deadline", "rule", "expected"), BY_KIND)
def test_the_narrowest_rule_wins(
    days: WorkingDays, deadline: dict[str, Any], rule: dict[str, Any], expected: list[str]
) -> None:
    assert [f"{d.period} {d.due.opens} {d.due.report_due}" for d in _owed(days, deadline, rule)] == expected


@pytest.mark.parametrize(("deadline", "rule", "expected"), BY_KIND)
def test_nothing_opens_after_its_own_deadline(
    days: WorkingDays, deadline: dict[str, Any], rule: dict[str, Any], expected: list[str]
) -> None:
    owed = _owed(days, deadline, rule)
    assert all(d.due.opens <= min(d.due.deadline, d.due.report_due) for d in owed)
    assert len(owed) == len(expected)


@pytest.mark.parametrize(
    ("starts_on", "periods"),
    [
        (None, ["2024-M01", "2024-M02", "2024-M03"]),
        ("2024-02-01", ["2024-M02", "2024-M03"]),
        ("2024-02-29", ["2024-M02", "2024-M03"]),  # it was not over before its last day
        ("2024-03-01", ["2024-M03"]),
        ("2024-04-01", []),
    ],
)
def test_nothing_is_owed_for_what_was_over_before_reporting_starts(
    days: WorkingDays, starts_on: str | None, periods: list[str]
) -> None:
    monthly = {"kind": "recurring", "every": "month", "start": "2024-01-01", "end": "2024-03-31"}
    assert [d.period for d in _owed(days, monthly, {"starts_on": starts_on})] == periods


def test_nothing_that_was_due_before_a_day_is_owed(days: WorkingDays) -> None:
    monthly = {"kind": "recurring", "every": "month", "start": "2024-01-01", "end": "2024-03-31"}
    # January's report was due on 7 February, February's on 7 March.
    assert [d.period for d in _owed(days, monthly, {"none_due_before": "2024-03-07"})] == [
        "2024-M02",
        "2024-M03",
    ]
    assert [d.period for d in _owed(days, monthly, {"none_due_before": "2024-03-08"})] == ["2024-M03"]


def _owed(days: WorkingDays, deadline: dict[str, Any], rule: dict[str, Any]) -> list[DerivedObligation]:
    activity = LiveActivity(id=1, plan_id=1, position=1, row=row(**deadline), ownership=Ownership(owner=1))
    return derive(plan_of(2023, 2024, **rule), [activity], OWNED, days)


@pytest.mark.parametrize(("period", "rule", "expected"), DUE)
def test_the_days_of_an_obligation(
    days: WorkingDays, period: str, rule: dict[str, Any], expected: str
) -> None:
    at = Period.parse(period)
    due = due_days(Occasion(ObligationKind.TARGET, at, at.end), 1, ReportingRule.model_validate(rule), days)
    assert f"{due.opens} {due.report_due} {due.closes}" == expected
    assert due.deadline == at.end


POSTS = {
    1: Post(id=1, name="Заместители главного врача", is_group=True, reports=2),
    2: Post(id=2, name="Заместитель главного врача по ЛР"),
    3: Post(id=3, name="Метролог"),
    4: Post(id=4, name="Эксперты", is_group=True),
    5: Post(id=5, name="Заведующие", is_group=True, reports=5),
    6: Post(id=6, name="Все заместители", is_group=True, reports=1),
}


@pytest.mark.parametrize(
    ("ownership", "one", "each"),
    [
        (Ownership(owner=3), [3], [3]),
        (Ownership(owner=3, supervisor=1, contributors=(2,)), [3], [3, 2]),
        (Ownership(owner=1), [2], [2]),
        (Ownership(owner=6), [2], [2]),
        (Ownership(owner=3, contributors=(1, 2, 4)), [3], [3, 2]),
        (Ownership(owner=None, contributors=(3,)), [], []),
        (Ownership(owner=4, contributors=(3,)), [], []),
        (Ownership(owner=5), [], []),
        (Ownership(owner=99), [], []),
    ],
)
def test_who_owes(ownership: Ownership, one: list[int], each: list[int]) -> None:
    activity = LiveActivity(id=1, plan_id=1, position=1, row=row(kind="continuous"), ownership=ownership)
    assert owing_posts(activity, POSTS, ReportingRule()) == one
    assert owing_posts(activity, POSTS, ReportingRule(responsibility="each")) == each
    assert unowned([activity], POSTS) == ([] if one else [activity])


def test_a_parent_owes_what_is_printed_on_it_alone(days: WorkingDays) -> None:
    owner = Ownership(owner=1)
    parent = row().model_copy(update={"id": "a1"})
    child = row({"2024-Q1": "5"}).model_copy(update={"id": "a2", "parent": "a1"})
    activities = [
        LiveActivity(id=at, plan_id=1, position=at, row=each, ownership=owner)
        for at, each in enumerate([parent, child], 1)
    ]
    derived = derive(plan_of(2024), activities, OWNED, days)
    assert [(d.activity_id, d.target) for d in derived] == [(2, "5")]


def test_the_hospitals_first_quarter(hospital: Live, days: WorkingDays) -> None:
    derived = derive(hospital.plan, hospital.activities, hospital.posts, days)
    first = [d for d in derived if d.period == "2024-Q1"]
    # 58 of 68 rows print a value for the first quarter that is not "-", and 9 of those name only groups.
    assert len(first) == sum(
        a.row.targets.get("2024-Q1", "-") != "-" and a.ownership.owner is not None
        for a in hospital.activities
    )
    assert len(first) == 49
    assert {d.due.opens for d in first} == {date(2024, 3, 21)}
    assert {d.due.report_due for d in first} == {date(2024, 4, 5)}
    assert {d.due.closes for d in first} == {date(2024, 4, 19)}
    metrologist = next(p.id for p in hospital.posts.values() if p.name == "Метролог")
    assert [d.target for d in first if d.post_id == metrologist] == ["6000.0", "0.0", "0.0", "0.0", "10300.0"]


def test_the_hospitals_year(hospital: Live, days: WorkingDays) -> None:
    derived = derive(hospital.plan, hospital.activities, hospital.posts, days)
    by_period = Counter((d.kind.value, d.period) for d in derived)
    quarters = {code: by_period["target", code] for code in ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")}
    assert quarters == {"2024-Q1": 49, "2024-Q2": 49, "2024-Q3": 49, "2024-Q4": 47}
    # The one row that prints no value at all is monthly.
    assert [p for (kind, p) in by_period if kind == "turn"] == [f"2024-M{m:02}" for m in range(1, 13)]
    assert len(derived) == 194 + 12
    assert len({d.key for d in derived}) == len(derived)


def test_the_hospitals_rows_that_nobody_owes(hospital: Live) -> None:
    lone = unowned(hospital.activities, hospital.posts)
    assert len(lone) == 9
    assert {name for a in lone for name in a.row.responsibles} == {
        "Заместители главного врача",
        "Ответственные лица",
        "Заведующие отделения",
    }
    # Once the coordinator names who reports for the deputies, their own rows are owed.
    deputies = next(p for p in hospital.posts.values() if p.name == "Заместители главного врача")
    posts = {**hospital.posts, deputies.id: deputies.model_copy(update={"reports": 3})}
    given = [
        a.model_copy(update={"ownership": Ownership(owner=deputies.id)}) if a in lone else a
        for a in hospital.activities
    ]
    assert unowned(given, posts) == []


def test_rule_each_owes_from_everyone_named(hospital: Live, days: WorkingDays) -> None:
    plan = plan_of(2024, responsibility="each")
    derived = derive(plan, hospital.activities, hospital.posts, days)
    row_8 = [d.post_id for d in derived if d.activity_id == 8 and d.period == "2024-Q3"]
    names = [hospital.posts[post_id].name for post_id in row_8]
    assert names == list(hospital.activities[7].row.responsibles)


def test_kinds_cover_every_deadline_kind() -> None:
    assert {str(deadline["kind"]) for deadline, _ in DEADLINES} == {kind.value for kind in DeadlineKind}


@pytest.mark.parametrize(
    ("plan", "years", "cycle", "owed", "nobody"),
    [
        ("covid-2020", (2020, 2021), "month", {"turn": 204, "cycle": 747}, 1),
        ("almaty-2030", (2022, 2030), "year", {"target": 483, "turn": 21, "cycle": 109}, 5),
    ],
)
def test_other_real_plans_in_their_own_cycle(
    days: WorkingDays,
    plan: str,
    years: tuple[int, int],
    cycle: str,
    owed: dict[str, int],
    nobody: int,
) -> None:
    live = live_plan(plan, *years, cycle=cycle)
    derived = derive(live.plan, live.activities, live.posts, days)
    assert Counter(d.kind.value for d in derived) == owed
    assert len({d.key for d in derived}) == len(derived)
    lone = unowned(live.activities, live.posts)
    assert len(lone) == nobody
    # Groups alone, or (on the city's roadmap) nobody printed at all.
    assert all(all(live.posts[n].is_group for n in a.ownership.contributors) for a in lone)
