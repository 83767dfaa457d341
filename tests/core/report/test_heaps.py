"""Heaps on an officer's worklist: which reports lie in which, the most urgent first."""

from __future__ import annotations

from datetime import date

from core.model.obligations import ReportingRule
from core.plan.reports import Draft, Outcome
from core.report.heaps import Heap, heaps, period_of
from tests.core.report.cards import DONE, obligation


def test_heaps_most_urgent_first_and_gone_once_closed() -> None:
    quarter = [obligation(1), obligation(2, draft=DONE)]
    month = [obligation(3, period="2024-M02")]
    second = [obligation(4, period="2024-Q2", due=date(2024, 7, 5))]
    done = [
        obligation(
            5,
            period="2023-Q4",
            due=date(2024, 1, 10),
            draft=DONE,
            submitted=DONE,
            version=1,
            state="submitted",
        )
    ]
    rules = {1: ReportingRule()}
    found = heaps([*second, *quarter, *month, *done], rules, date(2024, 4, 25))
    assert [(h.period, len(h.obligations)) for h in found] == [("2024-Q1", 3), ("2024-Q2", 1)]
    first = found[0]
    assert (len(first.recorded), len(first.open), len(first.ready), first.overdue(date(2024, 4, 25))) == (
        1,
        2,
        1,
        3,
    )
    assert first.due == date(2024, 4, 5)


def test_a_month_lies_in_the_quarter_that_its_plan_is_reported_by() -> None:
    assert period_of(obligation(1, period="2024-M02"), "quarter") == "2024-Q1"
    assert period_of(obligation(1, period="2024"), "quarter") == "2024-Q4"


def test_a_heap_counts_outcomes() -> None:
    heap = Heap(
        1, "2024-Q1", (obligation(1, draft=DONE), obligation(2, draft=Draft(outcome=Outcome.PARTIAL)))
    )
    assert heap.outcomes(Outcome.DONE) == 1
    assert heap.outcomes(Outcome.PARTIAL) == 0  # still asked for its reason
