"""Rows' numbers that a spreadsheet made dates of are read as they were typed."""

from __future__ import annotations

import pytest

from core.plan.doubts import DoubtCode
from documents.reading import read_plan
from documents.understand.list_numbers import as_list_number
from tests.documents.raw_xlsx import HEADER, Book, number, row


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        ("01.01.2026", "1.1"),
        ("01.10.2026", "1.10"),
        ("2026-02-01", "1.2"),
        ("01.янв", "1.1"),
        ("02.мар.", "2.3"),
        ("1-Jan", "1.1"),
        ("12 мая", "12.5"),
        ("янв.13", "1.13"),
        ("Jan-13", "1.13"),
        ("январь 2013 года", "1.13"),
        ("01.02.2003", "1.2.3"),
        ("1.1", "1.1"),
        ("1.1.2", "1.1.2"),
        ("45.13.2024", "45.13.2024"),
        ("01.слон", "01.слон"),
        ("", ""),
    ],
)
def test_as_it_was_typed(shown: str, typed: str) -> None:
    assert as_list_number(shown) == typed


@pytest.mark.parametrize("code", ["d-mmm", "d.m", "dd.mm.yyyy", "[$-419]dd.mmm;@", "yyyy-mm-dd hh:mm:ss"])
def test_in_a_column_of_numbers_of_a_workbook(code: str) -> None:
    """1.1, 1.2 and 2.1 typed in 2026, whatever the cell was made to look like."""
    days = (46_023, 46_054, 46_024)
    rows = [row(number(day, 1), f"Работа {day}", "до 1 марта 2026 года", "Завхоз") for day in days]
    plan = read_plan(
        Book(row(*HEADER) + "".join(rows), formats={165: code}, styles=['numFmtId="165"']).data()
    )
    assert [a.number for a in plan.activities] == ["1.1", "1.2", "2.1"]
    assert plan.doubts == ()


def test_a_month_in_a_column_of_numbers_of_a_workbook() -> None:
    rows = row(number(41_275, 1), "Работа", "до 1 марта 2026 года", "Завхоз")  # 1.13 becomes January 2013
    plan = read_plan(Book(row(*HEADER) + rows, styles=['numFmtId="17"']).data())
    assert [a.number for a in plan.activities] == ["1.13"]


def test_a_deadline_of_the_same_look_stays_a_day() -> None:
    rows = row("1", "Работа", number(46_082, 1), "Завхоз")
    [found] = read_plan(Book(row(*HEADER) + rows, styles=['numFmtId="16"']).data()).activities
    assert found.deadline.end is not None
    assert found.deadline.end.isoformat() == "2026-03-01"


def test_a_plan_value_that_became_a_day_is_asked_about() -> None:
    head = row(*HEADER, "Ед. изм.", "План на 2026 год")
    rows = row(
        "1", "Работа", "до 1 марта 2026 года", "Завхоз", "%", number(46_143, 1)
    )  # 1.5 becomes the first of May
    plan = read_plan(Book(head + rows, styles=['numFmtId="16"']).data())
    assert DoubtCode.VALUE_UNREAD in {d.code for d in plan.doubts}
