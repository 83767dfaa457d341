"""`python -m tests.browser.demo_plans` writes the two plans of `demo --ready` as their owners would keep them.

One is reported on by one post a row and has a row of each kind; the other is shared by three bodies.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from documents.samples import PLANS

EVERY_KIND, SHARED = "every-kind-2024.xlsx", "shared-2024.xlsx"
ENGINEER, ECONOMIST = "Главный инженер", "Экономист"
SCHOOLS, SPORT = "Управление образования", "Управление спорта"
QUARTERS = ("I квартал", "II квартал", "III квартал", "IV квартал")

_YEAR, _QUARTERLY, _IN_USE = "в течение года", "ежеквартально", "Акт ввода в эксплуатацию"
_HEAD = ("№", "Мероприятие", "Форма завершения", "Срок исполнения", "Ответственные исполнители", "Ед. изм.")
_TAIL = ("Источник финансирования", "Ожидаемый результат")


@dataclass(frozen=True)
class Row:
    """A row as its owner types it: plan values by quarter, the first quarter's money in millions."""

    title: str
    form: str
    deadline: str
    unit: str
    plan: tuple[str, ...]
    by: str = ENGINEER
    money: str = ""
    source: str = ""
    expected: str = ""


_EQUIPMENT = (
    Row("Закуп аппарата Холтер", _IN_USE, _YEAR, "тыс. тг", ("6 000,0",)),
    Row(
        "Текущий ремонт приёмного покоя",
        "Акт выполненных работ",
        _YEAR,
        "млн тг",
        ("12,5",),
        by=f"{ENGINEER}, {ECONOMIST}",
    ),
    Row("Закуп аппарата гемофильтрации", "Договор", _YEAR, "тыс. тг", ("0,0", "", "9 500,0")),
    Row("Замена лифтов", _IN_USE, _YEAR, "", ("Замена 4 лифтов",), money="120", source="МБ, ЧИ"),
    Row(
        "Строительство кислородных станций",
        _IN_USE,
        _YEAR,
        "",
        ("2 станции на 150 мест",),
        money="450",
        source="МБ",
    ),
    Row("Исправность медицинского оборудования", "Информация", _QUARTERLY, "%", ("86",) * 4),
    Row("Снижение доли простоев до уровня не более 2 %", "Информация", _QUARTERLY, "%", ("2",) * 4),
)
_SAFETY = (
    Row("Обучение медсестёр работе с аппаратурой", "Приказ, сертификат", _YEAR, "чел.", ("40",)),
    Row("Утверждение графика поверки", "Приказ", "март 2024 года", "", ("+",)),
    Row("Исполнение договоров поверки", "Акт сверки", _QUARTERLY, "", ("+",) * 4, expected="не менее на 98%"),
    Row("Поверка манометров", "Сертификат", _QUARTERLY, "ед.", ("12",) * 4),
    Row("Жалобы на отопление", "Журнал", _QUARTERLY, "ед.", ("0",) * 4),
    Row("Открытие учебного класса", "Фотоотчёт", _YEAR, "", ("Открытие класса",)),
    Row(
        "Утверждение сметы расходов на ремонт",
        "Приказ",
        "март 2024 года",
        "",
        ("+",),
        by=f"{ECONOMIST}, {ENGINEER}",
    ),
)
_DIGITAL = (
    Row("Модуль «Паспорт оборудования»", _IN_USE, "2024", "этап", ("R", "F", "F", "D")),
    Row("Интеграция с порталом закупок", _IN_USE, "2024", "этап", ("F", "D")),
    Row(
        "Оцифровка паспортов (нарастающим итогом)",
        "Отчёт",
        _QUARTERLY,
        "ед.",
        ("100", "200", "300", "400"),
    ),
)
SECTIONS = (
    ("Раздел 1. Оборудование и ремонт", _EQUIPMENT),
    ("Раздел 2. Обучение и безопасность", _SAFETY),
    ("Раздел 3. Цифровизация", _DIGITAL),
)
INDICATOR = "Снижение доли оборудования старше 10 лет"

BODIES = f"{ENGINEER}, {SCHOOLS}, {SPORT}"
SHARED_ROWS = (
    Row("Открыть кабинеты профилактики", "Приказ", _YEAR, "ед.", ("12",), by=BODIES),
    Row("Охват скринингом", "Информация", _QUARTERLY, "%", ("80",) * 4, by=f"{ENGINEER}, {SCHOOLS}"),
    Row(
        "Провести дни здоровья",
        "Отчёт",
        _QUARTERLY,
        "ед.",
        ("6",) * 4,
        by=f"{SCHOOLS}, {SPORT}, {ENGINEER}",
    ),
)


def every_kind() -> openpyxl.Workbook:
    """A row of each kind that real plans have, and an indicator by quarter on a sheet of its own."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "План"
    _titled(
        sheet,
        "План мероприятий по развитию технической базы больницы на 2024 год",
        "Организация: Городская больница № 1",
        "R — разработка требований, F — разработка, D — внедрение",
    )
    sheet.append([*_HEAD, *(part for quarter in QUARTERS for part in (quarter, "")), *_TAIL])
    sheet.append([""] * len(_HEAD) + ["план", "сумма, млн тг"] * len(QUARTERS))
    first, width = len(_HEAD) + 1, len(_HEAD) + 2 * len(QUARTERS) + len(_TAIL)
    for at in range(len(QUARTERS)):
        sheet.merge_cells(None, 4, first + 2 * at, 4, first + 2 * at + 1)
    for column in (*range(1, first), *range(first + 2 * len(QUARTERS), width + 1)):
        sheet.merge_cells(None, 4, column, 5, column)
    for heading, rows in SECTIONS:
        sheet.append([heading])
        sheet.merge_cells(None, sheet.max_row, 1, sheet.max_row, width)
        for number, row in enumerate(rows, 1):
            money = (row.money, "", "", "")
            cells = [cell for pair in zip(_by_quarter(row), money, strict=True) for cell in pair]
            sheet.append([*_first_cells(number, row), *cells, row.source, row.expected])
    indicators = book.create_sheet("Показатели")
    indicators.append(["№", "Целевой индикатор", "Ед. изм.", *QUARTERS])
    indicators.append(["1", INDICATOR, "%", "46", "45", "44", "42"])
    _ruled(sheet, (5, 48, 24, 18, 30, 10))
    _ruled(indicators, (5, 48, 10))
    return book


def shared() -> openpyxl.Workbook:
    """Three rows of up to three bodies each."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    _titled(
        sheet,
        "Межведомственный план по охране здоровья населения города на 2024 год",
        "Организация: Акимат города",
    )
    sheet.append([*_HEAD, *QUARTERS])
    for number, row in enumerate(SHARED_ROWS, 1):
        sheet.append([*_first_cells(number, row), *_by_quarter(row)])
    _ruled(sheet, (5, 48, 24, 18, 48, 10))
    return book


def _first_cells(number: int, row: Row) -> list[str]:
    return [str(number), row.title, row.form, row.deadline, row.by, row.unit]


def _by_quarter(row: Row) -> list[str]:
    return [*row.plan, *[""] * (len(QUARTERS) - len(row.plan))]


def _titled(sheet: Worksheet, *lines: str) -> None:
    for line in lines:
        sheet.append([line])
    sheet["A1"].font = Font(bold=True)


def _ruled(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in zip("ABCDEFGH", widths, strict=False):
        sheet.column_dimensions[column].width = width
    for row in sheet.iter_rows(min_row=4):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def main() -> None:
    for name, book in ((EVERY_KIND, every_kind()), (SHARED, shared())):
        book.save(PLANS / name)
        sys.stdout.write(f"{PLANS / name}\n")


if __name__ == "__main__":
    main()
