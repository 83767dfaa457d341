"""What a reminder begins with: the period that is reported on, in the case that each language wants."""

from __future__ import annotations

from datetime import date

import pytest

from core.summary.formatting import format_day, format_period
from locales import texts

FRIDAY = date(2024, 4, 5)


@pytest.mark.parametrize(
    ("language", "period", "left", "said"),
    [
        (
            "ru",
            "2024-W05",
            2,
            "⏰ До сдачи отчётов за 5-ю неделю 2024 года 2 рабочих дня (до пятницы, 5 апреля)",
        ),
        ("ru", "2024-M07", 0, "⏰ Сегодня — последний день сдачи отчётов за июль 2024 года"),
        ("ru", "2024", -1, "⏰ Срок сдачи отчётов за 2024 год прошёл в пятницу, 5 апреля"),
        (
            "kk",
            "2024-Q1",
            3,
            "⏰ 2024 жылғы I тоқсан бойынша есепті тапсыруға 3 жұмыс күні қалды: мерзімі — 5 сәуір, жұма",
        ),
        ("kk", "2024-M07", 0, "⏰ Бүгін — 2024 жылғы шілде бойынша есеп тапсырудың соңғы күні"),
        ("kk", "2024", -1, "⏰ 2024 жыл бойынша есепті тапсыру мерзімі 5 сәуір, жұма күні өтті"),
        ("en", "2024-Q1", 1, "⏰ 1 working day left to submit the reports for Q1 2024 (by Friday, 5 April)"),
        ("en", "2024", 0, "⏰ Today is the last day to submit the reports for 2024"),
        ("en", "2024-W05", -1, "⏰ The reports for week 5 of 2024 were due on Friday, 5 April"),
    ],
)
def test_a_reminder_names_its_period(language: str, period: str, left: int, said: str) -> None:
    named = format_period(period, texts(), language, "for")
    if left > 0:
        day = format_day(FRIDAY, texts(), language, "by")
        found = texts()(language, "digest-before", period=named, count=left, day=day)
    elif left == 0:
        found = texts()(language, "digest-today", period=named)
    else:
        day = format_day(FRIDAY, texts(), language, "on")
        found = texts()(language, "digest-late", period=named, day=day)
    assert found == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "на 26 марта, 09:00"),
        ("kk", "26 наурыздағы (09:00) жағдай бойынша"),
        ("en", "as of 26 March, 09:00"),
    ],
)
def test_a_summary_says_as_of_when(language: str, said: str) -> None:
    day = format_day(date(2024, 3, 26), texts(), language, "at")
    assert texts()(language, "sum-as-of", day=day, time="09:00") == said


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("ru", 1, "Просрочено: 1, с 5 апреля"),
        ("kk", 1, "Мерзімі өткені: 1, мерзімі — 5 сәуір"),
        ("kk", 4, "Мерзімі өткені: 4, ең ертесінің мерзімі — 5 сәуір"),
        ("en", 1, "Overdue: 1, due 5 April"),
        ("en", 4, "Overdue: 4, the earliest due 5 April"),
    ],
)
def test_a_reminder_says_since_when_reports_are_late(language: str, count: int, said: str) -> None:
    day = format_day(FRIDAY, texts(), language, "day")
    assert texts()(language, "digest-group-late", count=count, day=day) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Сдать до пятницы, 5 апреля: 2"),
        ("kk", "Мерзімі — 5 сәуір, жұма: 2"),
        ("en", "Due by Friday, 5 April: 2"),
    ],
)
def test_a_reminder_says_by_when_the_others_are_due(language: str, said: str) -> None:
    day = format_day(FRIDAY, texts(), language, "by")
    assert texts()(language, "digest-group-left", count=2, day=day) == said
