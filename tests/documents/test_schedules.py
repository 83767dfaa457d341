"""Schedules as project offices draw them: bands of days and weeks, paint, captions over the works of a phase."""

from __future__ import annotations

from documents.grids.grid import Cell, Table
from tests.documents.sketch import column, headings, read, table, titles

PAINT = "A8D08D"


def painted(sheet: Table, *places: tuple[int, int]) -> Table:
    """The table with cells that print nothing and are painted, by row and column."""
    for at, place in places:
        sheet.rows[at][place] = Cell("", at, place, paint=PAINT)
    return sheet


def test_a_caption_over_the_columns_of_words_is_a_section_though_its_months_are_painted() -> None:
    sheet = painted(
        table(
            "№ | Работа | Ответственный | Длительность | Дата начала | Январь 2026 | Февраль 2026 | Март 2026 | Апрель 2026 | Май 2026 | Июнь 2026",
            "Подготовка | > | > | > | > | | | | | |",
            "1.1 | Собрать заявки школ | Методист | 2 недели | 12.01.2026 | | | | | |",
            "1.2 | Составить смету | Бухгалтер | 3 дня | 02.02.2026 | | | | | |",
            "Проведение | > | > | > | > | | | | | |",
            "2.1 | Закупить парты | Завхоз | 1 неделя | 02.03.2026 | | | | | |",
        ),
        (1, 5), (1, 6), (2, 5), (3, 6), (4, 7), (5, 7),
    )  # fmt: skip
    plan = read("План ремонта школ на 2026 год", sheet)
    assert titles(plan) == ["Собрать заявки школ", "Составить смету", "Закупить парты"]
    assert [list(headings(plan, a)) for a in plan.activities] == [
        ["Подготовка"],
        ["Подготовка"],
        ["Проведение"],
    ]
    assert column(plan, "responsibles") == [("Методист",), ("Бухгалтер",), ("Завхоз",)]
