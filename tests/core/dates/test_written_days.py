"""Days as people write them out."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates.typed_days import read_day
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)

DAYS = [
    ("15.05.2024", date(2024, 5, 15)),
    ("15.05.24", date(2024, 5, 15)),
    ("15.05", date(2024, 5, 15)),
    ("1.4", date(2024, 4, 1)),
    ("15/05/2024", date(2024, 5, 15)),
    ("2024-05-15", date(2024, 5, 15)),
    ("15 мая", date(2024, 5, 15)),
    ("15 мая 2025", date(2025, 5, 15)),
    ("к 30 июня", date(2024, 6, 30)),
    ("до 1 сентября 2024 года", date(2024, 9, 1)),
    ("5 сәуір", date(2024, 4, 5)),
    ("12 қаңтар 2025", date(2025, 1, 12)),
    ("12 қазан", date(2024, 10, 12)),
    ("3 May", date(2024, 5, 3)),
    ("26 марта", TODAY),
]


@pytest.mark.parametrize(("typed", "day"), DAYS)
def test_days_are_read(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "скоро", "15 чего-то", "99.99"])
def test_what_is_no_day_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_day(typed, TODAY)
    assert refusal.value.message_id == "day-not-read"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"]))
def test_a_whole_date_is_read_as_written(day: date, style: str) -> None:
    assert read_day(day.strftime(style), TODAY) == day


@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_reader(text: str) -> None:
    with suppress(UnreadableInput):
        read_day(text, TODAY)
