"""Figures in goals, as the city's roadmap words them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.goals import read_goal


@pytest.mark.parametrize(
    ("printed", "figures"),
    [
        ("Обучение не менее 150 чел.", [("150", "чел.", "at_least")]),
        ("6 школ на 3 150 мест", [("6", "школ", "exact"), ("3150", "мест", "exact")]),
        ("Строительство 30%", [("30", "%", "exact")]),
        (
            "Открытие 8 кабинетов (всего 24 кабинета)",
            [("8", "кабинетов", "exact"), ("24", "кабинета", "exact")],
        ),
        ("100% (охват не менее 50 ЛСИ)", [("100", "%", "exact"), ("50", "ЛСИ", "at_least")]),
        ("Охват не менее 1,3 тыс. ЛСИ", [("1300", "ЛСИ", "at_least")]),
        ("Доля трудоустройства - не менее 55%", [("55", "%", "at_least")]),
        ("169 061 детей", [("169061", "детей", "exact")]),
        ("7 722", [("7722", None, "exact")]),
        ("660 врачей и 1032СМР", [("660", "врачей", "exact"), ("1032", "СМР", "exact")]),
        ("Утверждение 2-х методических рекомендаций", [("2", "методических", "exact")]),
        ("не более 5 жалоб", [("5", "жалоб", "at_most")]),
        ("Разработка ПСД", []),
        ("в 3 кв. 2023 г.", []),
        ("Сдача объекта в 4 кв. 2023 г.", []),
    ],
)
def test_figures(printed: str, figures: list[tuple[str, str | None, str]]) -> None:
    found = read_goal(printed, 2023).figures
    assert [(f.value, f.unit, f.comparison) for f in found] == [(Decimal(v), u, c) for v, u, c in figures]


@pytest.mark.parametrize(
    ("printed", "due"),
    [
        ("в 3 кв. 2023 г.", date(2023, 9, 30)),
        ("Сдача объекта в 4 кв. 2023 г.", date(2023, 12, 31)),
        ("Разработка ПСД и начало строительства 4 квартал", date(2023, 12, 31)),
        ("Первое полугодие 2023 года", date(2023, 6, 30)),
        ("до 15 мая", date(2023, 5, 15)),
        ("Обучение не менее 150 чел.", None),
    ],
)
def test_the_day_in_a_goal(printed: str, due: date | None) -> None:
    assert read_goal(printed, 2023).due == due


def test_a_running_total_is_not_what_is_asked_for() -> None:
    goal = read_goal("Открытие 2 новых отделений (всего 4 отделения)")
    assert [f.total for f in goal.figures] == [False, True]
    assert goal.main is not None
    assert goal.main.value == 2


def test_so_many_a_year() -> None:
    goal = read_goal("Обучение не менее 150 чел. в год")
    assert goal.main is not None
    assert goal.main.yearly


@given(st.text(max_size=200))
def test_any_words_are_survived(printed: str) -> None:
    assert all(f.value >= 0 for f in read_goal(printed, 2024).figures)
