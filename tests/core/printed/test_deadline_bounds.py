"""Deadlines outside the plan's period, and those a century or a decade off; plans of a school year."""

from __future__ import annotations

from datetime import date

import pytest

from core.printed.deadline_bounds import is_far_off, is_outside
from core.printed.deadlines import parse_deadline
from core.printed.plan_year import school_year

YEAR = (date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "до 15 июля 2042 года",
        "1 июля 1924 года",
        "до 15.07.2204",
        "31.12.2206",
        "1 кв. 2014",
        "by 31 March 2025",
        "2023 жылғы желтоқсан",
        "июль 2024 года, июль 2025 года",
    ],
)
def test_outside_the_plans_period(text: str) -> None:
    assert is_outside(parse_deadline(text, 2024, YEAR)[0], YEAR)


@pytest.mark.parametrize(
    "text",
    ["до 15 июля 2024 года", "31.12.2024", "постоянно", "С 2019 года постоянно", "ежемесячно", "по графику"],
)
def test_inside_the_plans_period(text: str) -> None:
    assert not is_outside(parse_deadline(text, 2024, YEAR)[0], YEAR)


def test_far_from_what_the_others_say() -> None:
    others = [2024, 2024, 2025, 2042]
    assert is_far_off(parse_deadline("июль 2042 года")[0], others)
    assert is_far_off(parse_deadline("до 15.07.2204")[0], [])
    assert not is_far_off(parse_deadline("июль 2025 года")[0], others)
    assert not is_far_off(parse_deadline("июль 2042 года")[0], [2042])


@pytest.mark.parametrize(
    "title",
    [
        "План внутришкольного контроля на 2025–2026 учебный год",
        "План работы на 2025/2026 учебный год",
        "2025-2026 оқу жылына арналған жоспар",
        "Work plan for the 2025/26 school year",
        "Work plan, academic year 2025-2026",
    ],
)
def test_a_plan_of_a_school_year(title: str) -> None:
    assert school_year(title) == (date(2025, 9, 1), date(2026, 8, 31))


@pytest.mark.parametrize("title", ["План на 2025–2026 годы", "План на 2026 год", "2024-2027 учебный год"])
def test_a_plan_of_other_years(title: str) -> None:
    assert school_year(title) is None


@pytest.mark.parametrize(
    "title",
    [
        "«Айгүл» бөбекжай-бақшасының медбикесінің жылдық жоспары 2025-2026 жыл",
        "№ 7 мектептің тәрбие жұмысының жоспары 2025–2026 ж.",
        "План работы медицинской сестры детского сада на 2025-2026 год",
        "План воспитательной работы школы № 12 на 2025/2026 г.",
    ],
)
def test_two_years_in_one_of_a_school_are_its_year(title: str) -> None:
    assert school_year(title) == (date(2025, 9, 1), date(2026, 8, 31))


@pytest.mark.parametrize(
    "title",
    [
        "План развития школы № 12 на 2025-2026 годы",
        "Мектепті дамытудың 2025-2026 жылдарға арналған жоспары",
        "План ремонта больницы на 2025-2026 год",
        "План развития школы на 2025-2027 год",
    ],
)
def test_years_of_another_plan_are_none_of_a_school_year(title: str) -> None:
    assert school_year(title) is None
