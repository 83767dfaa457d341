"""Plan values and units as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.plan.model import Unit
from core.plan.values import (
    as_decimal,
    goal_value,
    has_stages,
    in_unit,
    is_nearly_number,
    is_planned,
    money_scale,
    plan_value,
    tick_of,
    unit_of,
)


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
        ("½", "0.5"),
        ("1½", "1.5"),
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


@pytest.mark.parametrize("mark", ["v", "V", "х", "x", "X", "Х", "✓", "✔", "✔️", "☑", "☒", "•", "*", "+"])
def test_marks_that_tick(mark: str) -> None:
    assert (tick_of(mark), plan_value(f" {mark} ")) == ("+", "+")


def test_an_empty_box_is_blank() -> None:
    assert (tick_of("☐"), plan_value("☐"), plan_value("□ ☐")) == (None, None, None)


@pytest.mark.parametrize("values", [["X", "X", ""], ["v", "х", "-"], ["✓"], ["5", "план"]])
def test_a_table_of_ticks(values: list[str]) -> None:
    assert not has_stages(values)


@pytest.mark.parametrize("values", [["R", "F", "D"], ["A", "X"], ["", "Р", "-"]])
def test_a_table_of_stages(values: list[str]) -> None:
    assert has_stages(values)
    assert [plan_value("X", stages=True), goal_value("V", stages=True), plan_value("+", stages=True)] == [
        "X",
        "V",
        "+",
    ]


@pytest.mark.parametrize(
    "printed", ["1О0", "l00", "1,5E+06", "6 0 00", "6 0002", "1.2.3", "12*", "1/3", "⅓", "З0", "12 13"]
)
def test_what_was_meant_as_a_number_and_is_none(printed: str) -> None:
    assert is_nearly_number(printed)


@pytest.mark.parametrize(
    "printed",
    [
        "100",
        "6 050 000,0",
        "1½",
        "10-15",
        "10% - 15%",
        "01.03.2026",
        "ПСД",
        "5 школ",
        "не менее 90%",
        "+",
        "-",
        "СМР",
        "Об",
    ],
)
def test_what_is_a_number_or_none_at_all(printed: str) -> None:
    assert not is_nearly_number(printed)


@pytest.mark.parametrize(
    ("value", "unit", "read"),
    [
        ("40 чел.", "чел.", "40"),
        ("40 человек", "чел.", "40"),
        ("85 %", "%", "85"),
        ("1 200 адам", "адам", "1200"),
        ("40 people", "people", "40"),
        ("40 коек", "чел.", "40 коек"),
        ("5 млн тенге", "тыс. тенге", "5 млн тенге"),
        ("не менее 90%", "%", "не менее 90%"),
    ],
)
def test_a_unit_printed_again_beside_its_number(value: str, unit: str, read: str) -> None:
    assert in_unit(value, unit) == read


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
        ("п.п.", Unit.PERCENT, None),
        ("кв. м", Unit.COUNT, None),
        ("посещений", Unit.COUNT, None),
        ("на 100 тыс. населения", Unit.COUNT, None),
        ("1000 тірі туғанға", Unit.COUNT, None),
        ("100 мың тұрғынға шаққанда", Unit.COUNT, None),
        ("мың адам", Unit.COUNT, None),
        ("иә/жоқ", Unit.PRESENCE, None),
        ("Yes/No", Unit.PRESENCE, None),
        ("Number", Unit.COUNT, None),
        ("people", Unit.COUNT, None),
        ("per 1000 live births", Unit.COUNT, None),
        ("Percent", Unit.PERCENT, None),
        ("thousand tenge", Unit.MONEY, "thousand KZT"),
        ("millions of tenge", Unit.MONEY, "million KZT"),
        ("mln KZT", Unit.MONEY, "million KZT"),
        ("USD", None, None),  # no tenge: asked about
        ("тыс. долл.", None, None),
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
