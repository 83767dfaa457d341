"""Counting the taps that mend a file: found where a column's role is wrong, none where nothing is."""

from __future__ import annotations

from core.plan.model import ReadPlan
from tests.documents.sketch import document, read, table
from tests.documents.tables.judging import judged_reading
from tests.documents.taps import tapped

ROWS = ("Ремонт кровли | 5,5 | Завхоз", "Закуп мебели | 6,5 | Юрист", "Обучение | 7,5 | Кадры")
WANTED = read("План на 2026 год", table("Мероприятие | Бета | Ответственный", *ROWS)).as_json()


def test_a_table_of_unknown_headings_is_mended_by_confirming_what_its_cells_say() -> None:
    mapped = tapped("x", document("План на 2026 год", table("Альфа | Бета | Гамма", *ROWS)), WANTED)
    assert mapped is not None
    assert mapped.before == judged_reading("x", WANTED, ReadPlan().as_json())
    assert mapped.after.whole
    assert mapped.taps == ("table 1, column 1: title → title",)  # its cells alone say so: confirmed


def test_a_file_that_is_read_right_needs_none() -> None:
    head = "Мероприятие | Бета | Ответственный"
    mapped = tapped("x", document("План на 2026 год", table(head, *ROWS)), WANTED)
    assert mapped is not None
    assert (mapped.before.whole, mapped.taps) == (True, ())


def test_what_the_columns_are_not_to_blame_for_is_left() -> None:
    other = {**WANTED, "activities": [{**a, "responsibles": ["Никто"]} for a in WANTED["activities"]]}
    head = "Мероприятие | Бета | Ответственный"
    mapped = tapped("x", document("План на 2026 год", table(head, *ROWS)), other)
    assert mapped is not None
    assert not mapped.after.whole


def test_a_letter_has_no_table_to_ask_about() -> None:
    assert tapped("x", document("Письмо", "И всё."), WANTED) is None
