"""The time of a leave as people type it, in three languages; on Tuesday, 26 March 2024."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernel.errors import UnreadableInput
from core.people.leave_dates import LONGEST, checked, read_leave

TODAY = date(2024, 3, 26)
APRIL = (date(2024, 4, 1), date(2024, 4, 14))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("с 1 по 14 апреля", APRIL),
        ("С 1 по 14 апреля 2024 года", APRIL),
        ("1-14 апреля", APRIL),
        ("1–14 апреля", APRIL),
        ("1 - 14 апр.", APRIL),
        ("с 1 апреля по 14 апреля", APRIL),
        ("с 1 апреля до 14 апреля включительно", APRIL),
        ("отпуск с 1 по 14 апреля", APRIL),
        ("1-14 сәуір", APRIL),
        ("1 сәуірден 14 сәуірге дейін", APRIL),
        ("сәуірдің 1-і мен 14-і аралығында", APRIL),
        ("2024 жылғы 1-14 сәуір", APRIL),
        ("1-14 April", APRIL),
        ("April 1-14", APRIL),
        ("from 1 to 14 April", APRIL),
        ("from April 1 to April 14, 2024", APRIL),
        ("01.04-14.04", APRIL),
        ("01.04.2024 - 14.04.2024", APRIL),
        ("01.04 по 14.04.24", APRIL),
        ("2024-04-01 2024-04-14", APRIL),
        ("с 28 марта по 5 апреля", (date(2024, 3, 28), date(2024, 4, 5))),
        ("28 наурыз - 5 сәуір", (date(2024, 3, 28), date(2024, 4, 5))),
        ("с 28 декабря по 9 января", (date(2024, 12, 28), date(2025, 1, 9))),
        ("28.12-09.01.2025", (date(2024, 12, 28), date(2025, 1, 9))),
        ("с 1 по 14 февраля", (date(2025, 2, 1), date(2025, 2, 14))),
        ("с 20 по 29 марта", (date(2024, 3, 20), date(2024, 3, 29))),
        ("до 14 апреля", (TODAY, date(2024, 4, 14))),
        ("14 сәуірге дейін", (TODAY, date(2024, 4, 14))),
        ("until 14 April", (TODAY, date(2024, 4, 14))),
    ],
)
def test_read(typed: str, read: tuple[date, date]) -> None:
    assert read_leave(typed, TODAY) == read


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("", "leave-not-read"),
        ("две недели", "leave-not-read"),
        ("с 1 по 14", "leave-not-read"),
        ("апрель", "leave-not-read"),
        ("с 1 по 31 апреля", "leave-not-read"),
        ("с 1 по 14 апреля и с 1 по 5 мая", "leave-not-read"),
        ("99-14 апреля", "leave-not-read"),
        ("01.13-14.13", "leave-not-read"),
        ("5,8 млн", "leave-not-read"),
        ("с 14 по 1 апреля", "leave-backwards"),
        ("14.04.2024 - 01.04.2024", "leave-backwards"),
        ("с 1 по 14 февраля 2024", "leave-past"),
        ("01.04.2024 - 03.04.2025", "leave-too-long"),
        ("01.04.2030 - 14.04.2030", "leave-too-long"),
    ],
)
def test_refused(typed: str, refused: str) -> None:
    with pytest.raises(UnreadableInput) as error:
        read_leave(typed, TODAY)
    assert error.value.message_id == refused


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_in_words(typed: str) -> None:
    try:
        starts, ends = read_leave(typed, TODAY)
    except UnreadableInput:
        return
    assert checked(starts, ends, TODAY) == (starts, ends)


@given(
    st.integers(0, 300).map(lambda n: TODAY + timedelta(n)), st.integers(0, 65).map(lambda n: timedelta(n))
)
def test_what_is_written_in_full_is_read_back(starts: date, length: timedelta) -> None:
    ends = starts + length
    assert length < LONGEST
    for form in ("{:%d.%m.%Y} - {:%d.%m.%Y}", "{:%Y-%m-%d} {:%Y-%m-%d}", "{:%d.%m}-{:%d.%m.%Y}"):
        assert read_leave(form.format(starts, ends), TODAY) == (starts, ends)
