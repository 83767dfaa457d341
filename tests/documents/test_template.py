"""The empty template: its header is read by our own reader, and what is filled in comes back as it was typed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.kernel.languages import LANGUAGES
from core.plan.model import DeadlineKind, Unit
from core.plan.values import plan_value
from documents.reading import read_plan
from documents.written.template import COLUMNS, make_template, template_words
from locales import texts

ROWS: dict[str, list[list[str | float | None]]] = {
    "ru": [
        ["Раздел 1. Финансы"],
        ["1", "Закуп аппарата Холтер", "Акт ввода", "2 квартал 2024 года", "Метролог, Экономист", "тыс. тенге", None, 6050.5],
        ["1.1", "Подписать договор", "Договор", "до 15 мая 2024 года", "Юрист", "наличие", None, "+", "-"],
        ["Раздел 2. Персонал"],
        ["1", "Обучить медсестёр", "Сертификат", "ежемесячно", "Главная медсестра", "человек", 5, 5, 5, 6, "по графику"],
        ["1.10", "Провести опрос", "Протокол", "до 1 октября 2024 года", "Экономист", "%", None, None, None, 80],
    ],
    "kk": [
        ["1-бөлім. Қаржы"],
        ["1", "Аппарат сатып алу", "Акт", "2024 жылғы 2-тоқсан", "Метролог, Экономист", "мың теңге", None, 6050.5],
        ["2", "Шарт жасасу", "Шарт", "15.05.2024", "Заңгер", "бар болуы", None, "+", "-"],
    ],
}  # fmt: skip


def template(language: str) -> bytes:
    return make_template(template_words(texts(), language, 2024))


def filled(language: str, rows: Sequence[Sequence[str | float | None]] | None = None) -> bytes:
    """The template with its example taken out and rows typed in, as a person does."""
    book = openpyxl.load_workbook(io.BytesIO(template(language)))
    sheet = book.worksheets[0]
    sheet.unmerge_cells(start_row=3, start_column=1, end_row=3, end_column=len(COLUMNS))
    for row in sheet.iter_rows(min_row=3, max_row=4):
        for cell in row:
            cell.value = None
    for at, values in enumerate(rows or ROWS["kk" if language == "kk" else "ru"], 3):
        for column, value in enumerate(values, 1):
            sheet.cell(at, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_in_template_is_read_back_as_it_was_typed(language: str) -> None:
    read = read_plan(filled(language), "план.xlsx")
    typed = [row for row in ROWS["kk" if language == "kk" else "ru"] if len(row) > 1]
    sections = [row for row in ROWS["kk" if language == "kk" else "ru"] if len(row) == 1]
    assert list(read.doubts) == []
    assert (read.plan.period_start, read.plan.period_end) == (date(2024, 1, 1), date(2024, 12, 31))
    assert [s.title for s in read.sections] == [str(row[0]).partition(". ")[2] for row in sections]
    assert len(read.activities) == len(typed)
    for a, row in zip(read.activities, typed, strict=True):
        cells = [*row, *[None] * (len(COLUMNS) - len(row))]
        assert [a.number, a.title, a.completion_form, a.deadline_text] == cells[:4]
        assert ", ".join(a.responsibles) == cells[4]
        assert a.unit_text == cells[5]
        values = {f"2024-Q{n}": str(v) for n, v in enumerate(cells[6:10], 1) if v is not None}
        assert a.targets == values
        assert a.note == cells[10]


def test_units_deadlines_and_parents_are_understood() -> None:
    rows = read_plan(filled("ru"), "план.xlsx").activities
    assert [(a.unit, a.money_scale) for a in rows] == [
        (Unit.MONEY, "thousand KZT"),
        (Unit.PRESENCE, None),
        (Unit.COUNT, None),
        (Unit.PERCENT, None),
    ]
    assert [a.deadline.kind for a in rows] == [
        DeadlineKind.QUARTER,
        DeadlineKind.DATE,
        DeadlineKind.RECURRING,
        DeadlineKind.DATE,
    ]
    assert rows[1].parent == rows[0].id


_titles = st.lists(
    st.sampled_from("ремонт закуп обучение «Центра» COVID-19 кровли 24/7 анализ сұраныс".split()),
    min_size=2,
    max_size=8,
).map(lambda words: "Проведение: " + " ".join(words))
_posts = st.lists(st.sampled_from(["Экономист", "Юрист", "МЗ", "Главная медсестра"]), min_size=1, unique=True)
_rows = st.tuples(
    _titles,
    st.sampled_from(["Приказ", "Акт ввода", None]),
    st.sampled_from(["ежемесячно", "до 15 июля 2024 года", "2 квартал 2024 года", "в течение года"]),
    _posts.map(", ".join),
    st.sampled_from(["%", "человек", "тыс. тенге", "наличие"]),
    *[st.sampled_from([None, "+", "-", "0,0", 5, 12.5, "6 050 000,0"]) for _ in range(4)],
    st.sampled_from([None, "по графику"]),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(language=st.sampled_from(LANGUAGES), plan=st.lists(_rows, min_size=1, max_size=12))
def test_any_plan_in_the_template_is_read_back_the_same(
    language: str, plan: list[tuple[str | float | None, ...]]
) -> None:
    read = read_plan(filled(language, [[str(at), *row] for at, row in enumerate(plan, 1)]))
    assert len(read.activities) == len(plan)
    for at, (a, row) in enumerate(zip(read.activities, plan, strict=True), 1):
        assert (a.number, a.title, a.completion_form, a.deadline_text) == (str(at), *row[:3])
        assert (", ".join(a.responsibles), a.unit_text, a.note) == (row[3], row[4], row[9])
        values = {f"2024-Q{n}": plan_value(str(v)) for n, v in enumerate(row[5:9], 1) if v is not None}
        assert a.targets == values


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untouched_template_is_its_example_alone(language: str) -> None:
    read = read_plan(template(language), "шаблон.xlsx")
    assert len(read.sections) == 1
    assert [a.targets for a in read.activities] == [{"2024-Q2": "6050"}]
    assert list(read.doubts) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_is_explained_on_the_second_sheet(language: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(language)))
    plan, explained = book.worksheets
    headers = [cell.value for cell in plan[2]]
    rows = [str(row[0]) for row in explained.iter_rows(min_row=3, values_only=True)]
    assert len(rows) == len(COLUMNS)
    for words, header, column in zip(rows, headers, COLUMNS, strict=True):
        name, _, meaning = words.partition(": ")
        assert name.startswith(str(header))
        assert name.endswith(")") is column.needed
        assert len(meaning) > 10
