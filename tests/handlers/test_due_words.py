"""By when: the words of the home card on a due day that is no working day."""

from __future__ import annotations

import pytest

from locales import texts


@pytest.mark.parametrize(
    ("language", "key", "count", "said"),
    [
        ("ru", "home-due", 0, "Сдать DAY — рабочих дней не осталось"),
        ("ru", "home-due", 1, "Сдать DAY — остался 1 рабочий день"),
        ("ru", "home-due-gone", 0, "⚠️ Срок прошёл DAY"),
        ("ru", "home-due-gone", 3, "⚠️ Срок прошёл DAY — 3 рабочих дня назад"),
        ("kk", "home-due", 0, "Тапсыру мерзімі — DAY: жұмыс күні қалмады"),
        ("kk", "home-due-gone", 0, "⚠️ Мерзімі DAY өтті"),
        ("en", "home-due", 0, "Due DAY — no working days left"),
        ("en", "home-due-gone", 0, "⚠️ Was due DAY"),
        ("en", "home-due-gone", 2, "⚠️ Was due DAY — 2 working days ago"),
    ],
)
def test_a_due_day_that_is_a_day_off_is_not_counted_in_working_days(
    language: str, key: str, count: int, said: str
) -> None:
    assert texts()(language, key, day="DAY", count=count) == said
