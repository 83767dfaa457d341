"""A number of a sheet is read as its cell shows it: percent, words of the format, dashes for zeros."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal

import openpyxl
import pytest

from core.owed.measures import measures_of
from core.plan.model import Unit
from documents.grids.xlsx_formats import shape_of, shown
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
    ],
)
def test_as_the_cell_shows_it(code: str, value: float, text: str) -> None:
    assert shown(value, shape_of(code)) == text


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
