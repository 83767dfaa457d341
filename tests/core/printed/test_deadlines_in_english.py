"""Deadlines as English plans print them."""

from __future__ import annotations

from datetime import date

import pytest

from core.plan.doubts import DoubtCode
from core.plan.model import Every
from core.printed.deadlines import parse_deadline

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def d(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("by 31 March 2026", d(3, 31)),
        ("By March 31, 2026", d(3, 31)),
        ("March 31st", d(3, 31)),
        ("by 1st of September 2026", d(9, 1)),
        ("31 Mar 2026", d(3, 31)),
        ("31-Mar-26", d(3, 31)),
        ("31/03/2026", d(3, 31)),
        ("03/31/2026", d(3, 31)),
        ("no later than 1 May", d(5, 1)),
        ("before 15 June 2026", d(6, 15)),
        ("Monday, 19 January 2026", d(1, 19)),
        ("31 March 2026 at 2:00 pm", d(3, 31)),
        ("31 March 2026 10:00 AM", d(3, 31)),
        ("end of May", d(5, 31)),
        ("End-June 2026", d(6, 30)),
        ("by the end of Q3 2026", d(9, 30)),
        ("by the end of 2026", d(12, 31)),
        ("by year-end", d(12, 31)),
    ],
)
def test_a_day(text: str, end: date) -> None:
    deadline, doubts = parse_deadline(text, 2026, YEAR)
    assert (deadline.kind, deadline.end, doubts) == ("date", end, [])


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("December", "month", d(12, 1), d(12, 31)),
        ("Mar-26", "month", d(3, 1), d(3, 31)),
        ("Oct. 2026", "month", d(10, 1), d(10, 31)),
        ("Q2 2026", "quarter", d(4, 1), d(6, 30)),
        ("2Q 2026", "quarter", d(4, 1), d(6, 30)),
        ("Q4'26", "quarter", d(10, 1), d(12, 31)),
        ("1st quarter", "quarter", d(1, 1), d(3, 31)),
        ("first quarter of 2026", "quarter", d(1, 1), d(3, 31)),
        ("H1 2026", "half_year", d(1, 1), d(6, 30)),
        ("second half of 2026", "half_year", d(7, 1), d(12, 31)),
        ("FY2026", "year", d(1, 1), d(12, 31)),
        ("throughout the year", "year", d(1, 1), d(12, 31)),
        ("March–June 2026", "range", d(3, 1), d(6, 30)),
        ("from March to May 2026", "range", d(3, 1), d(5, 31)),
        ("between 1 and 15 April 2026", "range", d(4, 1), d(4, 15)),
        ("Q1-Q2 2026", "range", d(1, 1), d(6, 30)),
        ("2026-2028", "range", d(1, 1), d(12, 31, 2028)),
        ("1st week of October", "range", d(10, 1), d(10, 7)),
        ("second half of June", "range", d(6, 16), d(6, 30)),
        ("last week of May", "range", d(5, 25), d(5, 31)),
    ],
)
def test_a_span(text: str, kind: str, start: date, end: date) -> None:
    deadline, doubts = parse_deadline(text, 2026, YEAR)
    assert (deadline.kind, deadline.start, deadline.end, doubts) == (kind, start, end, [])


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Weekly", "week"),
        ("every Friday", "week"),
        ("Monthly, by the 5th", "month"),
        ("by the 5th day of each month", "month"),
        ("Quarterly", "quarter"),
        ("once a quarter", "quarter"),
        ("semi-annually", "half_year"),
        ("twice a year", "half_year"),
        ("annually", "year"),
    ],
)
def test_recurring_work(text: str, every: Every) -> None:
    deadline, doubts = parse_deadline(text, 2026, YEAR)
    assert (deadline.kind, deadline.every, deadline.end, doubts) == ("recurring", every, YEAR[1], [])


def test_a_day_of_each_year() -> None:
    deadline, doubts = parse_deadline("annually by 1 December", None, (YEAR[0], d(12, 31, 2028)))
    assert (deadline.every, deadline.start, deadline.end, doubts) == ("year", d(12, 1), d(12, 1, 2028), [])


def test_several_days_and_work_that_begins() -> None:
    assert parse_deadline("Q1 & Q3 2026", 2026, YEAR)[0].also == (d(9, 30),)
    begun = parse_deadline("April 2026 onwards", 2026, YEAR)
    assert (begun[0].kind, begun[0].start, begun[1]) == ("continuous", d(4, 1), [])


@pytest.mark.parametrize("text", ["ongoing", "Continuous", "on an ongoing basis", "daily"])
def test_continuous_work(text: str) -> None:
    deadline, doubts = parse_deadline(text, 2026, YEAR)
    assert (deadline.kind, doubts) == ("continuous", [])


@pytest.mark.parametrize(
    "text",
    [
        "within 10 days of approval",
        "within 24 hours of an alert",
        "as needed",
        "upon request",
        "after signing",
        "according to the schedule",
        "When a heat warning is issued",
        "if flooding is forecast",
        "at each meeting",
        "as soon as funding is secured",
    ],
)
def test_what_waits_for_an_event(text: str) -> None:
    deadline, doubts = parse_deadline(text, 2026, YEAR)
    assert (deadline.kind, doubts) == ("event", [])


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("mid-2026", DoubtCode.DEADLINE_PARTLY_READ),
        ("early May", DoubtCode.DEADLINE_PARTLY_READ),
        ("late May", DoubtCode.DEADLINE_PARTLY_READ),
        ("May 2026 or later", DoubtCode.DEADLINE_PARTLY_READ),
        ("When the budget is approved in March", DoubtCode.DEADLINE_PARTLY_READ),
        ("three times a year", DoubtCode.DEADLINE_PARTLY_READ),
        ("every two weeks", DoubtCode.DEADLINE_UNREAD),
        ("TBD", DoubtCode.DEADLINE_UNREAD),
    ],
)
def test_what_is_not_certain_is_a_doubt(text: str, doubt: DoubtCode) -> None:
    assert doubt in parse_deadline(text, 2026, YEAR)[1]


@pytest.mark.parametrize("text", ["июль 2026 года (ИС HIS)", "Июль 2026 года по графику DOTS"])
def test_a_foreign_name_inside_another_language_is_no_english(text: str) -> None:
    assert parse_deadline(text, 2026, YEAR)[0].end == d(7, 31)


@pytest.mark.parametrize(
    ("text", "every"), [("6-monthly", "half_year"), ("3-monthly", "quarter"), ("every 12 months", "year")]
)
def test_turns_counted_in_months(text: str, every: Every) -> None:
    deadline, doubts = parse_deadline(text, 2026, YEAR)
    assert (deadline.every, doubts) == (every, [])


@pytest.mark.parametrize("text", ["Q3 2026/27", "Quarter 3 2026/2027"])
def test_a_quarter_of_a_year_that_begins_nobody_says_when_is_a_doubt(text: str) -> None:
    deadline, doubts = parse_deadline(text, 2026, None)
    assert (deadline.kind, deadline.end, doubts) == ("quarter", d(9, 30), [DoubtCode.DEADLINE_PARTLY_READ])


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("2026/27", True),
        ("2026/2027", True),
        ("FY 2026/27", True),
        ("2026-2027", False),
        ("2026/27 school year", False),
    ],
)
def test_a_year_over_two_that_does_not_say_when_it_begins_is_a_doubt(text: str, asked: bool) -> None:
    _, doubts = parse_deadline(text, 2026, None)
    assert doubts == ([DoubtCode.DEADLINE_PARTLY_READ] if asked else [])
