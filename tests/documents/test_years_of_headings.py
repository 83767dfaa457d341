"""Plans of several years whose headings or sheets say which year the rows under them are of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from core.plan.model import DeadlineKind
from documents.grids.grid import Document, Paragraph
from documents.reading import read_plan
from documents.understand.plan import understand
from tests.documents.sketch import column, document, read, table
from tests.documents.writers import as_csv, as_docx, as_pdf, as_xlsx

HEADED = document(
    "Дорожная карта цифровизации района",
    table(
        "№ | Мероприятие | Срок | Ответственный",
        "2026 жыл / 2026 год | > | > | >",
        "1 | Перенос архива | до 1 июня | Архив",
        "2 | Подключение сети | II квартал | Отдел цифровизации",
        "3 | Очистка справочников | ежемесячно | Отдел архитектуры",
        "На 2027 год | > | > | >",
        "1 | Запуск центра | IV квартал | Отдел цифровизации",
        "2 | Установка киосков | май–октябрь | Акимы округов",
        "3 | Отчёт за прошлый год | до 1 марта 2028 года | Отдел цифровизации",
    ),
)
ENDS = [date(2026, 6, 1), date(2026, 6, 30), date(2026, 12, 31), date(2027, 12, 31), date(2027, 10, 31), date(2028, 3, 1)]  # fmt: skip


@pytest.mark.parametrize("write", [as_docx, as_xlsx, as_csv, as_pdf])
def test_a_year_that_heads_rows(write: Callable[[Document], bytes]) -> None:
    plan = read_plan(write(HEADED))
    assert [a.deadline.end for a in plan.activities] == ENDS
    assert plan.activities[2].deadline.kind is DeadlineKind.RECURRING
    assert plan.doubts == ()


@pytest.mark.parametrize("heading", ["Year 2027", "FY 2027", "2027", "План на 2027 год", "2027 жылға арналған жоспар", "I квартал 2027 года"])  # fmt: skip
def test_ways_of_saying_the_year(heading: str) -> None:
    plan = read(
        "Road map",
        table(
            "№ | Activity | Deadline | Responsible",
            "2026 | > | > | >",
            "1 | Move the archive | 1 February | Archive",
            f"{heading} | > | > | >",
            "2 | Open the centre | 1 March | IT Unit",
        ),
    )
    assert [a.deadline.end for a in plan.activities] == [date(2026, 2, 1), date(2027, 3, 1)]


@pytest.mark.parametrize("heading", ["Итоги 2025 года", "Вынесенное из плана 2025 года", "2026–2028 годы"])
def test_a_heading_that_only_mentions_a_year(heading: str) -> None:
    plan = read(
        "План на 2026 год",
        table(
            "№ | Мероприятие | Срок | Ответственный",
            f"{heading} | > | > | >",
            "1 | Перенос архива | до 1 июня | Архив",
            "2 | Подключение сети | II квартал | Отдел",
        ),
    )
    assert [a.deadline.end for a in plan.activities] == [date(2026, 6, 1), date(2026, 6, 30)]


def test_tables_of_one_form_under_headings_of_years() -> None:
    form = "№ | Мероприятие | Ответственный | 1 кв. | 2 кв. | 3 кв. | 4 кв."
    plan = understand(
        document(
            "План закупок на 2026–2027 годы",
            Paragraph("2026 год", 2),
            table(form, "1 | Закупить аппараты | Экономист | 5 | | | 7"),
            Paragraph("2027 год", 2),
            table(form, "1 | Закупить кровати | Экономист | | 9 | | "),
        )
    )
    assert column(plan, "targets") == [{"2026-Q1": "5", "2026-Q4": "7"}, {"2027-Q2": "9"}]


def test_tables_under_titles_of_their_own_years() -> None:
    form = "№ | Мероприятие | Срок | Ответственный"
    plan = understand(
        document(
            "Перспективный план развития школы",
            Paragraph("План работы на 2026 год", None),
            table(form, "1 | Ремонт спортзала | до 1 июня | Завхоз"),
            Paragraph("План работы на 2027 год", None),
            table(form, "1 | Ремонт столовой | до 1 июня | Завхоз"),
        )
    )
    assert [a.deadline.end for a in plan.activities] == [date(2026, 6, 1), date(2027, 6, 1)]


def test_sheets_of_years() -> None:
    form = "№ | Мероприятие | Срок | Ответственный"
    sheets = [
        table(form, "1 | Перенос архива | до 1 июня | Архив", "2 | Сверка | март | Архив"),
        table(form, "1 | Запуск центра | IV квартал | Отдел", "2 | Сверка | март | Архив"),
    ]
    for sheet, name in zip(sheets, ("2026", "2027 жыл"), strict=True):
        sheet.name = name
    plan = understand(Document([*sheets]))
    assert [a.deadline.end for a in plan.activities] == [
        date(2026, 6, 1), date(2026, 3, 31), date(2027, 12, 31), date(2027, 3, 31),
    ]  # fmt: skip
