"""Working days as Kazakhstan's government moved them, and counting in them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.workdays import KazakhstanDays
from core.owed.calendar import DayOff, add_working_days, moved, nth_working_day_after, working_days_between

KZ = KazakhstanDays()
DAYS = st.dates(date(2020, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2024-01-01", False),
        ("2024-01-02", False),
        ("2024-01-03", True),
        ("2024-03-08", False),
        ("2024-03-20", True),
        ("2024-03-21", False),
        ("2024-03-22", False),
        ("2024-03-23", False),
        ("2024-03-25", False),  # Nauryz on a Saturday, moved to Monday
        ("2024-03-26", True),
        ("2024-05-01", False),
        ("2024-05-04", True),  # a Saturday, worked for the 8th
        ("2024-05-06", True),
        ("2024-05-07", False),
        ("2024-05-08", False),  # moved from the 4th
        ("2024-05-09", False),
        ("2024-05-10", True),
        ("2024-07-06", False),
        ("2024-07-08", False),  # the capital's day on a Saturday, moved
        ("2024-12-16", False),
        ("2024-12-31", True),
        ("2020-07-06", False),
        ("2020-07-15", True),
    ],
)
def test_days_off_and_the_moved_ones(day: str, worked: bool) -> None:
    assert KZ.is_working_day(date.fromisoformat(day)) is worked


def test_a_decade_is_asked_for_once_and_in_time() -> None:
    KZ.warm(2031, 2039)
    assert not KZ.is_working_day(date(2031, 1, 1))
    assert KZ.is_working_day(date(2031, 1, 6)) is True


@pytest.mark.parametrize(
    ("start", "n", "found"),
    [
        ("2024-03-31", 5, "2024-04-05"),  # the first quarter's reports, after a Sunday
        ("2024-06-30", 5, "2024-07-05"),
        ("2024-09-30", 5, "2024-10-07"),
        ("2024-12-31", 5, "2025-01-10"),  # New Year, and Christmas on a Tuesday
        ("2023-12-31", 5, "2024-01-09"),
        ("2024-03-20", 1, "2024-03-26"),  # over Nauryz
        ("2024-03-26", -1, "2024-03-20"),
        ("2024-05-03", 1, "2024-05-04"),
        ("2024-05-06", 1, "2024-05-10"),
        ("2024-05-10", -3, "2024-05-03"),
        ("2024-04-05", 10, "2024-04-19"),
        ("2024-04-05", -7, "2024-03-27"),
        ("2024-03-23", 0, "2024-03-23"),
    ],
)
def test_counting_from_a_day(start: str, n: int, found: str) -> None:
    assert add_working_days(KZ, date.fromisoformat(start), n) == date.fromisoformat(found)


@pytest.mark.parametrize(
    ("a", "b", "left"),
    [
        ("2024-04-02", "2024-04-05", 3),
        ("2024-04-05", "2024-04-05", 0),
        ("2024-04-08", "2024-04-05", -1),
        ("2024-04-10", "2024-04-05", -3),
        ("2024-03-20", "2024-03-26", 1),
        ("2024-05-03", "2024-05-10", 3),
        ("2024-03-29", "2024-03-31", 0),
    ],
)
def test_days_left(a: str, b: str, left: int) -> None:
    assert working_days_between(KZ, date.fromisoformat(a), date.fromisoformat(b)) == left


@pytest.mark.parametrize(
    ("day", "rule", "found"),
    [
        ("2024-03-23", "keep", "2024-03-23"),
        ("2024-03-23", "before", "2024-03-20"),
        ("2024-03-23", "after", "2024-03-26"),
        ("2024-05-04", "after", "2024-05-04"),
        ("2024-12-31", "before", "2024-12-31"),
        ("2025-01-01", "after", "2025-01-05"),  # Friday the 3rd was off, Sunday the 5th worked for it
    ],
)
def test_a_due_day_on_a_day_off(day: str, rule: DayOff, found: str) -> None:
    assert moved(KZ, date.fromisoformat(day), rule) == date.fromisoformat(found)


def test_days_after_are_counted_from_one() -> None:
    assert nth_working_day_after(KZ, date(2024, 3, 31), 1) == date(2024, 4, 1)
    with pytest.raises(ValueError, match="counted from 1"):
        nth_working_day_after(KZ, date(2024, 3, 31), 0)


@settings(deadline=None)
@given(day=DAYS, n=st.integers(-60, 60))
def test_what_is_counted_forth_is_counted_back(day: date, n: int) -> None:
    there = add_working_days(KZ, day, n)
    from_a_day_off = n < 0 and not KZ.is_working_day(day)
    assert working_days_between(KZ, day, there) == n + from_a_day_off
    assert n == 0 or KZ.is_working_day(there)
    if KZ.is_working_day(day):
        assert add_working_days(KZ, there, -n) == day


@settings(deadline=None)
@given(a=DAYS, b=DAYS, c=DAYS)
def test_days_left_add_up(a: date, b: date, c: date) -> None:
    whole = working_days_between(KZ, a, c)
    assert working_days_between(KZ, a, b) + working_days_between(KZ, b, c) == whole
