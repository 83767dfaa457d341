"""A number of a sheet is read as its cell shows it: percent, words of the format, dashes for zeros."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.owed.measures import measures_of
from core.plan.model import Unit
from documents.grids.xlsx_formats import BUILT_IN, shape_of, shown, shown_words
from documents.reading import read_plan


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("0%", 0.3, "30%"),
        ("0.0%", 0.125, "12.5%"),
        ('0"%"', 36, "36%"),
        ("0\\%", 36, "36%"),
        ('0" мест"', 600, "600 мест"),
        ('#,##0.00 "₸"', 2.5, "2.50"),
        ('#,##0.0,,"млн"', 2_000_000, "2.0млн"),
        ("#,##0,", 2_000, "2"),
        ('0;-0;"-"', 0, "-"),
        ('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 0, "-"),
        ('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 5.5, "5.50"),
        ("0;-0;", 0, ""),
        ("0.0", 0, "0.0"),
        ("# ##0", 1_234_567.9, "1234568"),
        ("0.00E+00", 0.001, "0.001"),
        ("yyyy", 45_000, "2023 года"),
        ("mmmm yyyy", 45_000, "март 2023 года"),
        ("dd.mm.yyyy", 45_000, "15.03.2023"),
        ("0.00", 2.675, "2.68"),
        ("0.00", -0.001, "0.00"),
        ("0.##", 5, "5"),
        ("0.0#", 5, "5.0"),
        ("0.##", 5.256, "5.26"),
        ("#", 0, ""),
        ("000", 7, "007"),
        ('00"-"00', 1_234, "12-34"),
        ('0"."0', 11, "1.1"),
        ("#,##0.0,", 1_234, "1.2"),
        ("#,##0\\ [$₸-43F]", 5, "5"),
        ('#,##0"р."', 5, "5"),
        ('"№ "0', 5, "№ 5"),
        ('0" квартал"', 2, "2 квартал"),
        ('General" шт."', 5, "5 шт."),
        ("Основной", 0.5, "0.5"),
        ("General", 1 / 3, "0.333333333"),
        ("General", 1_234_567.891, "1234567.891"),
        ("General", 0.1 + 0.2, "0.3"),
        ("General", 12_345_678.9123, "12345678.91"),
        ("General", 1e-7, "0.0000001"),
        ("General", 123_456_789_012, "123456789012"),
        ("@", 5, "5"),
        ("0.00E+00", 1_234_567, "1230000"),
        ("# ?/?", 2.5, "2.5"),
        ("0;0", -5, "5"),
        ("0;(0)", -5, "-5"),
        ("0;[Red]0", -5, "-5"),
        ("0.0;[Красный]-0.0", -5, "-5.0"),
        ('"+";"-";""', 1, "+"),
        (";;;", 5, ""),
        ('[=1]"да";[=0]"нет";0', 1, "да"),
        ('[=1]"да";[=0]"нет";0', 3, "3"),
        ('[>=1000000]0.0,,"млн";[>=1000]0.0,"тыс";0', 2_500_000, "2.5млн"),
        ('[>=1000000]0.0,,"млн";[>=1000]0.0,"тыс";0', 2_500, "2.5тыс"),
        ('[>=1000000]0.0,,"млн";[>=1000]0.0,"тыс";0', 2, "2"),
        ("[<0]0", 5, "5"),
        ('[$-419]d mmmm yyyy "г.";@', 45_000, "15.03.2023"),
        ("[$-43F]mmmm\\ yyyy;@", 45_000, "март 2023 года"),
        ("[$-F800]dddd, mmmm dd, yyyy", 45_000, "15.03.2023"),
        ("mmm\\.yy", 45_000, "март 2023 года"),
        ("d-mmm", 45_000, "15.03.2023"),
        ("ДД.ММ.ГГГГ", 45_000, "15.03.2023"),
        ("ММММ ГГГГ", 45_000, "март 2023 года"),
        ('"до "dd.mm.yyyy', 45_000, "до 15.03.2023"),
        ("dd.mm.yyyy г.", 45_000, "15.03.2023"),
        ("QQ yyyy", 45_000, "1 квартал 2023 года"),
        ("ddd", 45_000, "ср"),
        ("dd.mm.yyyy hh:mm", 45_000.75, "15.03.2023 18:00"),
        ("dd.mm.yyyy hh:mm", 45_000, "15.03.2023"),
        ("h:mm AM/PM", 0.75, "18:00"),
        ("h:mm:ss", 0.5, "12:00"),
        ("[h]:mm", 1.25, "30:00"),
        ("[mm]", 0.5, "720"),
        ("mm:ss.0", 0.01, "14:24"),
        ("dd.mm.yyyy", 0, "00.01.1900"),
        ("dd.mm.yyyy", 1, "01.01.1900"),
        ("dd.mm.yyyy", -5, "-5"),
        ("dd.mm.yyyy", 99_999_999, "99999999"),
    ],
)
def test_as_the_cell_shows_it(code: str, value: float, text: str) -> None:
    assert shown(value, shape_of(code)) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("General", "слово"),
        ("0.00", "слово"),
        ("@", "слово"),
        (";;;", ""),
        ('0;0;0;"№ "@', "№ слово"),
        ('0;;;"нет"', "нет"),
    ],
)
def test_words_as_the_cell_shows_them(code: str, text: str) -> None:
    assert shown_words("слово", shape_of(code)) == text


@pytest.mark.parametrize("number", [14, 15, 16, 22, 27, 36, 50, 58])
def test_built_in_formats_of_days(number: int) -> None:
    assert shown(45_000, shape_of(BUILT_IN[number])) == "15.03.2023"


@settings(max_examples=300, deadline=None)
@given(st.text('0#?.,%;@"[]<>=-*_\\ eE+dmyhsгдм₸ш/', max_size=14), st.floats(-1e17, 1e17))
def test_any_format_shows_something(code: str, value: float) -> None:
    assert isinstance(shown(value, shape_of(code)), str)
    assert isinstance(shown_words("слово", shape_of(code)), str)


def sheet(*rows: Sequence[object], percent: str) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(list(row))
    for place in percent.split():
        page[place].number_format = "0%"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_percentage_in_a_column_of_goals_stays_one() -> None:
    rows: list[list[object]] = [
        ["Дорожная карта на 2025-2026 годы"],
        ["№", "Мероприятие", "2025 год", "2026 год"],
        [1, "Школа", 0.3, "Сдача"],
    ]
    row = read_plan(sheet(*rows, percent="C3")).activities[0]
    assert row.targets == {"2025": "30%", "2026": "Сдача"}
    measure = measures_of(row, "2025")[0]
    assert (measure.unit, measure.plan) == (Unit.PERCENT, Decimal(30))


def test_a_percentage_under_a_printed_unit_is_its_figure() -> None:
    rows: list[list[object]] = [
        ["План на 2025 год"],
        ["№", "Мероприятие", "Ед. изм.", "1 кв."],
        [1, "Охват", "%", 0.86],
    ]
    assert read_plan(sheet(*rows, percent="D3")).activities[0].targets == {"2025-Q1": "86"}
