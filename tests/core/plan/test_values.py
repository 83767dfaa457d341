"""Plan values and units as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.plan.model import Unit
from core.plan.values import as_decimal, goal_value, is_planned, money_scale, plan_value, unit_of


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("6 050 000,0", "6050000.0"),
        ("6\u00a0050\u202f000", "6050000"),
        ("86,0%", "86.0"),
        ("100 %", "100"),
        ("0,0", "0.0"),
        ("-", "-"),
        ("—", "-"),
        ("+", "+"),
        ("−5,5", "-5.5"),
        ("1,234,567.8", "1234567.8"),
        ("1.234.567,8", "1234567.8"),
        ("", None),
        (" \n ", None),
        ("Открытие 8 кабинетов\n(всего 24)", "Открытие 8 кабинетов (всего 24)"),
        ("5 школ", "5 школ"),
        ("☑", "+"),
        ("☒", "+"),
        ("✔\ufe0f", "+"),
        ("√", "+"),
        ("✗", "+"),
        ("■", "+"),
        ("6 000¹", "6000"),
        ("12,5²⁾", "12.5"),
        ("10⁶", "10⁶"),
        ("☐", None),
        ("□ ☐", None),
        ("12 13", "12 13"),
    ],
)
def test_a_cell_in_one_notation(printed: str, value: str | None) -> None:
    assert plan_value(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("30%", "30%"),
        ("12,5 %", "12.5%"),
        ("30", "30"),
        ("Строительство 30%", "Строительство 30%"),
        ("", None),
    ],
)
def test_a_goal_keeps_its_percent_sign(printed: str, value: str | None) -> None:
    assert goal_value(printed) == value


def test_four_plan_values_stay_four() -> None:
    assert len({plan_value(""), plan_value("-"), plan_value("0,0"), plan_value("+")}) == 4


@pytest.mark.parametrize(
    ("value", "planned"), [("0.0", False), ("-", False), ("+", True), ("5", True), ("ПСД", True)]
)
def test_what_plans_something(value: str, planned: bool) -> None:
    assert is_planned(value) is planned


@pytest.mark.parametrize(
    ("printed", "unit", "scale"),
    [
        ("Тыс.тенге", Unit.MONEY, "thousand KZT"),
        ("Тыс тенге", Unit.MONEY, "thousand KZT"),
        ("млн. тг", Unit.MONEY, "million KZT"),
        ("млрд тенге", Unit.MONEY, "billion KZT"),
        ("мың теңге", Unit.MONEY, "thousand KZT"),
        ("тенге", Unit.MONEY, "KZT"),
        ("Наличие", Unit.PRESENCE, None),
        ("%", Unit.PERCENT, None),
        ("пайыз", Unit.PERCENT, None),
        ("Абс.", Unit.COUNT, None),
        ("чел.", Unit.COUNT, None),
        ("тыс. чел.", Unit.COUNT, None),
        ("дана", Unit.COUNT, None),
        ("ед.", Unit.COUNT, None),
        ("попугаи", None, None),
    ],
)
def test_units(printed: str, unit: Unit | None, scale: str | None) -> None:
    assert unit_of(printed) == (unit, scale)


def test_a_word_that_begins_like_money_is_not_money() -> None:
    assert money_scale("тысяча мест") is None


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_number_is_the_same_number_with_spaces_and_a_comma(number: Decimal) -> None:
    printed = f"{number:,.2f}".replace(",", " ").replace(".", ",")
    assert as_decimal(printed) == number
