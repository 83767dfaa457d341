"""Rows that no real plan at hand has: the program and the oracle owe the same of them, and as much as there is to owe.

Left out is what the page does not decide: the name of the period that "ежегодно до 15 апреля" is reported on (its year,
or its month), a range that begins before its plan, and a range of which only the words say that it ends on a month's
last day by name.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.ports.unit_of_work import WorkingDays
from tests.oracle.owed import Rule, Said, owed
from tests.oracle.program import OF_PROGRAM, derived


def row(kind: str, text: str = "", **deadline: Any) -> dict[str, Any]:
    return {"id": "x", "title": "Строка", "deadline_text": text, "deadline": {"kind": kind, **deadline}}


def with_cells(printed: dict[str, Any], **cells: Any) -> dict[str, Any]:
    return {**printed, **cells}


JULY = row("month", "Июль 2024 года", start="2024-07-01", end="2024-07-31")
MAY_AND_OCTOBER = row("month", "май, октябрь", start="2024-05-01", end="2024-05-31", also=["2024-10-31"])
YEAR = row("year", "2024", start="2024-01-01", end="2024-12-31")
SATURDAY = row("date", "До 20 июля", end="2024-07-20")
SPAN = row("range", "2024-2026", start="2024-01-01", end="2026-12-31")

CASES: list[tuple[dict[str, Any], Rule, list[str]]] = [
    (row("date", end="2024-07-05", also=["2024-07-20", "2024-07-25"]), Rule(),
     ["2024-M07 2024-07-22", "2024-Q3 2024-07-05", "2024-W30 2024-07-25"]),
    (SATURDAY, Rule(day_off="before"), ["2024-Q3 2024-07-19"]),
    (SATURDAY, Rule(day_off="keep"), ["2024-Q3 2024-07-20"]),
    # Months of a plan that is reported each quarter are due with the quarter; a named month is due after itself.
    (with_cells(YEAR, targets={"2024-M07": "1", "2024-M08": "-", "2024-M09": "0"}), Rule(),
     ["2024-M07 2024-10-07", "2024-M09 2024-10-07"]),
    (JULY, Rule(), ["2024-M07 2024-08-07"]),
    (JULY, Rule(kinds={"period": Said("plan")}), ["2024-M07 2024-10-07"]),
    (JULY, Rule(kinds={"period": Said("count", 3)}, rows={"x": Said("fixed", fixed_day="03-01")}),
     ["2024-M07 2025-03-03"]),
    (MAY_AND_OCTOBER, Rule(), ["2024-M05 2024-06-07", "2024-Q4 2024-11-07"]),
    # What goes on
    (row("continuous", start="2024-11-01"), Rule(kinds={"continuous": Said("count", 3, cycle="month")}),
     ["2024-M11 2024-12-04", "2024-M12 2025-01-08"]),
    (row("continuous", "К 15 июля, далее постоянно", start="2024-07-15", also=["2024-07-15"]), Rule(),
     ["2024-M07 2024-07-15", "2024-Q3 2024-10-07", "2024-Q4 2025-01-10"]),
    (row("continuous", "Июль и постоянно", start="2024-07-01", also=["2024-07-31"]), Rule(cycle="year"),
     ["2024 2025-01-10", "2024-M07 2024-08-07"]),
    (row("event", "В период карантина", start="2024-02-01", end="2024-05-10"), Rule(),
     ["2024-Q1 2024-04-05", "2024-Q2 2024-07-05"]),
    (row("range", "1 июля – 20 августа", start="2024-07-01", end="2024-08-20"), Rule(), ["2024-Q3 2024-08-20"]),
    # What recurs
    (row("recurring", every="year", start="2024-03-01", end="2024-04-30"), Rule(), ["2024-H1 2024-05-10"]),
    (row("recurring", every="year", start="2024-04-01", end="2024-06-30"), Rule(), ["2024-Q2 2024-07-05"]),
    (row("recurring", every="half_year"), Rule(), ["2024-H1 2024-07-05", "2024-H2 2025-01-10"]),
    # A fixed day holds for all but the dated, the weekly and the monthly.
    (row("recurring", every="month", start="2024-11-01", end="2024-12-31"), Rule(due_day="04-15"),
     ["2024-M11 2024-12-06", "2024-M12 2025-01-10"]),
    (row("recurring", every="week", start="2024-12-09", end="2024-12-22"), Rule(due_day="04-15"),
     ["2024-W50 2024-12-18", "2024-W51 2024-12-24"]),
    (row("recurring", every="quarter", start="2024-07-01", end="2024-12-31"), Rule(due_day="04-15"),
     ["2024-Q3 2025-04-15", "2024-Q4 2025-04-15"]),
    # Where reporting starts
    (row("recurring", every="quarter"), Rule(starts_on=date(2024, 7, 1)), ["2024-Q3 2024-10-07", "2024-Q4 2025-01-10"]),
    (row("date", end="2024-05-20"), Rule(starts_on=date(2024, 5, 21)), []),
    (row("date", end="2024-05-23"), Rule(starts_on=date(2024, 5, 21)), ["2024-Q2 2024-05-23"]),
    # Money, spans of years and stages
    (with_cells(SPAN, funding={"2026-2027": "5"}), Rule(cycle="year"),
     ["2024 2025-01-10", "2025 2026-01-12", "2026 2027-01-12", "2027 2028-01-12"]),
    (with_cells(SPAN, targets={"2024": "-"}, funding={"2026-2027": "5"}), Rule(cycle="year"),
     ["2026 2027-01-12", "2027 2028-01-12"]),
    (with_cells(YEAR, unit="stage", targets={"2024-Q1": "R", "2024-Q2": "R", "2024-Q3": "F"}, funding={"2024": "1"}),
     Rule(), ["2024 2025-01-10", "2024-Q2 2024-07-05", "2024-Q3 2024-10-07"]),
    (with_cells(JULY, unit="stage", targets={"2024-Q1": "-"}), Rule(), []),
    (with_cells(JULY, unit="stage", targets={}), Rule(), ["2024-M07 2024-08-07"]),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "rule", "expected"), CASES)
def test_both_owe_the_same_of_a_row(
    days: WorkingDays, printed: dict[str, Any], rule: Rule, expected: list[str]
) -> None:
    plan = {"plan": {"period_start": "2024-01-01", "period_end": "2024-12-31"}, "activities": [printed]}
    program = derived(plan, rule, days)
    assert program == owed(plan, rule, days.is_working_day, OF_PROGRAM)
    assert sorted(f"{one.period} {one.report_due}" for one in program) == expected
