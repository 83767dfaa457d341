"""Tables as officials make them: what was once read otherwise than it is printed."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from core.plan.doubts import DoubtCode
from documents.reading import read_plan
from tests.documents.sketch import column, read, table, titles


def test_money_beside_the_goal_of_the_same_year() -> None:
    plan = read(
        "Дорожная карта на 2025-2026 годы",
        table(
            "№ | Мероприятие | Ответственный | 2025 год | > | 2026 год | >",
            "^ | ^ | ^ | цель | млн.тг | цель | млн.тг",
            "1 | Строительство школы | УС | 30% | 100 | Сдача | 200,5",
        ),
    )
    row = plan.activities[0]
    assert (row.targets, row.funding) == ({"2025": "30%", "2026": "Сдача"}, {"2025": "100", "2026": "200.5"})
    assert row.funding_unit == "million KZT"


def test_years_that_a_total_in_money_adds_up_are_money() -> None:
    plan = read(
        "План на 2025-2027 годы",
        table(
            "Мероприятие | Ответственный | Срок | Источник финансирования | 2025 год | 2026 год | Всего, млн.тенге",
            "1 | 2 | 3 | 4 | 5 | 6 | 7",
            "Строительство школы | УС | 2025-2026 гг. | РБ | 100 | 200,5 | 300,5",
            "Ремонт школы | Акимат | 2026 год | МБ | | 50 | 50",
            "Всего | | | | 100 | 250,5 | 350,5",
            "в том числе РБ | | | | 100 | 200,5 | 300,5",
            "МБ | | | | | 50 | 50",
        ),
    )
    assert titles(plan) == ["Строительство школы", "Ремонт школы"]
    assert column(plan, "funding") == [{"2025": "100", "2026": "200.5"}, {"2026": "50"}]
    assert column(plan, "targets") == [{}, {}]
    assert [t.title for t in plan.totals] == ["Всего", "в том числе РБ", "МБ"]
    assert plan.doubts == ()


def test_a_total_of_one_unit_counts_the_rows_of_that_unit() -> None:
    plan = read(
        "План на 2025 год",
        table(
            "№ | Мероприятие | Ед. изм. | I полугодие | II полугодие | Исполнитель",
            "1 | Провести скрининг | чел. | 1 200 | 1 300 | Терапевт",
            "2 | Закупить ИМН | тыс. тенге | 500,5 | - | Провизор",
            " | Итого | тыс. тенге | 500,5 | 0 | ",
        ),
    )
    assert plan.activities[0].targets == {"2025-H1": "1200", "2025-H2": "1300"}
    assert plan.doubts == ()


@pytest.mark.parametrize("header", ["Всего за год", "Жылына барлығы", "Итого на год"])
def test_a_whole_year_beside_its_quarters_is_no_money(header: str) -> None:
    plan = read(
        "План на 2025 год",
        table(
            f"№ | Мероприятие | Ед. изм. | 1 кв. | 2 кв. | {header}",
            "1 | Обучить врачей | чел. | 5 | 6 | 11",
        ),
    )
    assert plan.activities[0].targets == {"2025-Q1": "5", "2025-Q2": "6", "2025": "11"}
    assert plan.activities[0].funding_total is None


def test_a_second_column_of_the_same_period_is_said_aloud() -> None:
    plan = read(
        "План на 2025 год",
        table(
            "№ | Мероприятие | Исполнитель | 2025 год | >",
            "^ | ^ | ^ | взрослые | дети",
            "1 | Осмотры | Терапевт | 5 | 6",
        ),
    )
    assert plan.activities[0].targets == {"2025": "5"}
    assert [d.code for d in plan.doubts] == [DoubtCode.COLUMN_UNKNOWN]


def test_the_columns_numbers_with_letters_and_again_on_the_next_page() -> None:
    plan = read(
        "План на 2025 год",
        table(
            "№ | Мероприятие | Срок | Ответственный | Форма завершения",
            "А | Б | 1 | 2 | 3",
            "1 | Ремонт | май | Завхоз | Акт",
            "1 | 2 | 3 | 4 | 5",
            "2 | Покраска | июнь | Завхоз | Акт",
        ),
    )
    assert titles(plan) == ["Ремонт", "Покраска"]
    assert plan.doubts == ()


def test_marks_for_the_same_as_above() -> None:
    plan = read(
        "План на 2025 год",
        table(
            "№ | Мероприятие | Срок | Ответственный",
            "1 | Ремонт | май | Завхоз",
            "2 | Покраска | -//- | -//-",
            '3 | Уборка | -"- | он же',
            "4 | Мойка | то же | те же",
        ),
    )
    assert {a.responsibles for a in plan.activities} == {("Завхоз",)}
    assert {a.deadline.end for a in plan.activities} == {date(2025, 5, 31)}
    assert [(d.code, d.field) for d in plan.doubts] == [
        (DoubtCode.CARRIED_DOWN, "deadline"),
        (DoubtCode.CARRIED_DOWN, "responsible"),
    ]


def workbook() -> bytes:
    book = openpyxl.Workbook()
    cover = book.active
    assert cover is not None
    lines = {
        "D2": "УТВЕРЖДЕН", "D3": "приказом директора", "D4": "от 15 января 2025 года № 12", "B8": "ПЛАН РАБОТЫ",
        "B9": "ГКП на ПХВ «Городская поликлиника № 7»", "B10": "на 2025 год",
    }  # fmt: skip
    for place, text in lines.items():
        cover[place] = text
    for name, post in (("Профилактика", "УОЗ"), ("Кадры", "Отдел кадров")):
        sheet = book.create_sheet(name)
        sheet.append([None, f"Раздел: {name}"])
        sheet.append([])
        sheet.append([None, "№ п/п", None, "Мероприятие", "Сроки исполнения", "Ответственный"])
        sheet.append([None, 1, None, f"Работа: {name}", "I квартал", post])
    listed = book.create_sheet("Сокращения")
    listed.append(["Сокращение", "Расшифровка"])
    listed.append(["УОЗ", "Управление общественного здравоохранения"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_cover_sheet_sections_by_sheet_and_a_list_of_abbreviations() -> None:
    plan = read_plan(workbook())
    assert plan.plan.title == "ПЛАН РАБОТЫ ГКП на ПХВ «Городская поликлиника № 7» на 2025 год"
    assert plan.plan.organisation is None  # "приказом директора": of which, the cover says elsewhere
    assert [s.title for s in plan.sections] == ["Профилактика", "Кадры"]
    assert [a.deadline.end for a in plan.activities] == [date(2025, 3, 31)] * 2
    assert plan.abbreviations == {"УОЗ": "Управление общественного здравоохранения"}
    assert plan.doubts == ()
