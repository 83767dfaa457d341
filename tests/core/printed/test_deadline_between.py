"""A deadline out of a start, an end and a duration."""

from __future__ import annotations

from datetime import date

import pytest

from core.plan.doubts import DoubtCode
from core.plan.model import Deadline, DeadlineKind
from core.printed.deadline_between import deadline_between, parse_whole_deadline
from core.printed.deadlines import parse_deadline
from core.printed.durations import read_duration

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def weekday(day: date) -> bool:
    return day.weekday() < 5


def span(start: date, end: date) -> Deadline:
    return Deadline(kind=DeadlineKind.RANGE, start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("20.01.2026", "31.03.2026", date(2026, 1, 20), date(2026, 3, 31)),
        ("2026-01-20 00:00:00", "2026-03-31 00:00:00", date(2026, 1, 20), date(2026, 3, 31)),
        ("январь 2026 г.", "март 2026 г.", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026 жылғы 20 қаңтардан", "2026 жылғы 31 наурызға дейін", date(2026, 1, 20), date(2026, 3, 31)),
        ("20 Jan 2026", "31 March 2026", date(2026, 1, 20), date(2026, 3, 31)),
        ("Q1 2026", "Q2 2026", date(2026, 1, 1), date(2026, 6, 30)),
    ],
)
def test_a_start_and_an_end_are_a_range(start: str, end: str, first: date, last: date) -> None:
    assert deadline_between(start, end, "", 2026, YEAR) == (span(first, last), [])


@pytest.mark.parametrize(
    ("start", "duration", "last"),
    [
        ("02.02.2026", "2 недели", date(2026, 2, 15)),
        ("16.02.2026", "3 апта", date(2026, 3, 8)),
        ("09.03.2026", "1 месяц", date(2026, 4, 8)),
        ("09.03.2026", "3 ай", date(2026, 6, 8)),
        ("31.01.2026", "1 мес.", date(2026, 2, 28)),
        ("02.02.2026", "10 рабочих дней", date(2026, 2, 13)),
        ("02.02.2026", "10 (он) жұмыс күні", date(2026, 2, 13)),
        ("02.02.2026", "30 к.д.", date(2026, 3, 3)),
        ("02.02.2026", "полгода", date(2026, 8, 1)),
        ("02.02.2026", "2 weeks", date(2026, 2, 15)),
        ("с 2 февраля 2026 года", "14", date(2026, 2, 15)),
        ("март 2026", "2 месяца", date(2026, 4, 30)),
    ],
)
def test_a_start_and_a_duration_make_the_end(start: str, duration: str, last: date) -> None:
    deadline, doubts = deadline_between(
        start, "", duration, 2026, YEAR, header="Длительность, дн.", is_worked=weekday
    )
    assert (deadline.kind, deadline.end, doubts) == ("range", last, [])


@pytest.mark.parametrize(
    ("start", "end", "duration"),
    [
        ("02.02.2026", "", ""),
        ("02.02.2026", "", "14"),
        ("02.02.2026", "", "пока не закончим"),
        ("март 2026", "", "2 недели"),
        ("", "", "2 недели"),
        ("02.02.2026", "", "9999 лет"),
    ],
)
def test_the_start_alone_is_never_the_deadline(start: str, end: str, duration: str) -> None:
    assert deadline_between(start, end, duration, 2026, YEAR) == (
        Deadline(),
        [DoubtCode.DEADLINE_END_MISSING],
    )


@pytest.mark.parametrize("text", ["02.02.2026 – …", "с 02.02.2026 - ..."])
def test_a_start_with_an_open_end_in_one_cell(text: str) -> None:
    assert parse_deadline(text, 2026, YEAR) == (Deadline(), [DoubtCode.DEADLINE_END_MISSING])


def test_an_end_before_its_start_is_doubted_and_stands() -> None:
    deadline, doubts = deadline_between("31.03.2026", "20.01.2026", "", 2026, YEAR)
    assert (deadline.kind, deadline.end, doubts) == (
        "date",
        date(2026, 1, 20),
        [DoubtCode.DEADLINE_BACKWARDS],
    )


def test_working_days_without_a_calendar_are_doubted() -> None:
    deadline, doubts = deadline_between("02.02.2026", "", "10 р.д.", 2026, YEAR)
    assert (deadline.end, doubts) == (date(2026, 2, 13), [DoubtCode.DEADLINE_PARTLY_READ])


def test_cells_that_are_blank_say_nothing() -> None:
    assert deadline_between("", "", "", 2026, YEAR) == (Deadline(), [])


def test_an_end_alone_and_one_that_repeats_the_start_are_read_by_themselves() -> None:
    for start in ("", "31.03.2026"):
        deadline, doubts = deadline_between(start, "31.03.2026", "", 2026, YEAR)
        assert (deadline.kind, deadline.end, doubts) == ("date", date(2026, 3, 31), [])


def test_a_start_that_says_how_often_needs_no_end() -> None:
    deadline, doubts = deadline_between("ежемесячно", "", "", 2026, YEAR)
    assert (deadline.every, doubts) == ("month", [])


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("02.02.2026 - 2 недели", date(2026, 2, 15)),
        ("02.02.2026, 2 недели", date(2026, 2, 15)),
        ("с 02.02.2026 в течение 2 недель", date(2026, 2, 15)),
        ("2 February 2026 for 2 weeks", date(2026, 2, 15)),
    ],
)
def test_one_cell_can_say_a_start_and_how_long(text: str, last: date) -> None:
    deadline, doubts = parse_whole_deadline(text, 2026, YEAR)
    assert (deadline.kind, deadline.end, doubts) == ("range", last, [])


@pytest.mark.parametrize(
    "text", ["до 15 июля", "с 01.02.2026 по 31.03.2026", "I квартал, 2 раза в год", "15.03, 2 кв."]
)
def test_a_cell_without_a_duration_is_read_as_ever(text: str) -> None:
    assert parse_whole_deadline(text, 2026, YEAR) == parse_deadline(text, 2026, YEAR)


@pytest.mark.parametrize("text", ["", "март", "01.02.2026", "постоянно", "1,5 месяца", "0 дней", "2026 год"])
def test_what_is_no_duration(text: str) -> None:
    assert read_duration(text) is None


def test_a_quarter_in_the_cell_of_the_end_is_no_duration() -> None:
    deadline, doubts = deadline_between("15.01.2026", "2 квартал", "", 2026, YEAR)
    assert (deadline.end, doubts) == (date(2026, 6, 30), [])
