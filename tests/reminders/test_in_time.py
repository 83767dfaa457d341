"""What could not be sent in time is not sent at night or on another day (domain, §7)."""

from __future__ import annotations

from datetime import date

import pytest

from reminders.kinds import is_timely
from tests.reminders.samples import ALMATY, DAYS, at, officer

FRIDAY = date(2024, 3, 29)


@pytest.mark.parametrize(
    ("moment", "in_time"),
    [
        ("2024-03-29 09:00", True),
        ("2024-03-29 17:59", True),
        ("2024-03-29 18:00", False),
        ("2024-03-29 08:59", False),
        ("2024-04-01 09:00", False),
    ],
)
def test_only_on_its_day_and_in_working_hours(moment: str, in_time: bool) -> None:
    assert is_timely(FRIDAY, officer(), at(moment), ALMATY, DAYS) is in_time


def test_nothing_is_said_to_who_is_not_known() -> None:
    assert not is_timely(FRIDAY, None, at("2024-03-29 10:00"), ALMATY, DAYS)
