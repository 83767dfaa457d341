"""A plan of seventeen rows, one of each kind that real plans have, for one post; written as its owner would."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import openpyxl

from bot.commands.loading import load
from storage import open_storage
from tests.talk.worlds import BEGINS

NAME = "engineering-2024.xlsx"
TITLE = "План мероприятий инженерной службы на 2024 год"
LEGEND = "R — разработка требований, F — разработка, D — внедрение"
POST = "Главный инженер"
QUARTERS = ("I квартал", "II квартал", "III квартал", "IV квартал")

_HEAD = ("№", "Мероприятие", "Форма завершения", "Срок исполнения", "Ответственные исполнители", "Ед. изм.")
_TAIL = ("Источник финансирования", "Ожидаемый результат")
_YEAR, _QUARTERLY = "в течение года", "ежеквартально"

ROWS: tuple[tuple[str, str, str, str, tuple[str, ...], str, str, str], ...] = (
    # title, form of completion, deadline, unit, plan by quarter, money of the first quarter, source, expected result
    ("Закуп аппарата Холтер", "Акт ввода в эксплуатацию", _YEAR, "тыс. тг", ("6 000,0",), "", "", ""),
    ("Текущий ремонт приёмного покоя", "Акт выполненных работ", _YEAR, "млн тг", ("12,5",), "", "", ""),
    ("Совещания по безопасности", "Протокол", _QUARTERLY, "ед.", ("3", "3", "3", "3"), "", "", ""),
    ("Обучение медсестёр", "Приказ, сертификат", _YEAR, "чел.", ("40",), "", "", ""),
    ("Исправность оборудования", "Информация", _QUARTERLY, "%", ("86", "86", "86", "86"), "", "", ""),
    (
        "Снижение доли простоев до уровня не более 2 %",
        "Информация",
        _QUARTERLY,
        "%",
        ("2", "2", "2", "2"),
        "",
        "",
        "",
    ),
    ("Утверждение графика поверки", "Приказ", "март 2024 года", "", ("+",), "", "", ""),
    (
        "Исполнение договоров поверки",
        "Акт сверки",
        _QUARTERLY,
        "",
        ("+", "+", "+", "+"),
        "",
        "",
        "не менее на 98%",
    ),
    ("Закуп аппарата гемофильтрации", "Договор", _YEAR, "тыс. тг", ("0,0", "0,0", "9 500,0"), "", "", ""),
    ("Жалобы на отопление", "Журнал", _QUARTERLY, "ед.", ("0", "0", "0", "0"), "", "", ""),
    ("Модуль «Паспорт оборудования»", "Акт ввода", "2024", "этап", ("R", "F", "F", "D"), "", "", ""),
    ("Интеграция с порталом закупок", "Акт ввода", "2024", "этап", ("F", "D"), "", "", ""),
    ("Кислородные станции", "Акт ввода", _YEAR, "", ("2 станции на 150 мест",), "450", "МБ", ""),
    ("Открытие учебного класса", "Фотоотчёт", _YEAR, "", ("Открытие класса",), "", "", ""),
    ("Замена лифтов", "Акт", _YEAR, "", ("Замена 4 лифтов",), "120", "МБ, ЧИ", ""),
    (
        "Оцифровано паспортов (нарастающим итогом)",
        "Отчёт",
        _QUARTERLY,
        "ед.",
        ("100", "200", "300", "400"),
        "",
        "",
        "",
    ),
    ("Поверка манометров", "Сертификат", _QUARTERLY, "ед.", ("12", "12", "12", "12"), "", "", ""),
)


def workbook() -> bytes:
    """The plan as an XLSX: a title block, the legend of the stages, a header of two rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([TITLE])
    sheet.append([LEGEND])
    sheet.append([*_HEAD, *(part for quarter in QUARTERS for part in (quarter, "")), *_TAIL])
    sheet.append([""] * len(_HEAD) + ["план", "сумма, млн тг"] * len(QUARTERS))
    for number, (title, form, deadline, unit, plan, money, source, expected) in enumerate(ROWS, 1):
        values = [*plan, *[""] * (len(QUARTERS) - len(plan))]
        cells = [cell for at, value in enumerate(values) for cell in (value, money if at == 0 else "")]
        sheet.append([str(number), title, form, deadline, POST, unit, *cells, source, expected])
    first = len(_HEAD) + 1
    for at in range(len(QUARTERS)):
        sheet.merge_cells(None, 3, first + 2 * at, 3, first + 2 * at + 1)
    alone = [*range(1, first), *range(first + 2 * len(QUARTERS), first + 2 * len(QUARTERS) + len(_TAIL))]
    for column in alone:
        sheet.merge_cells(None, 3, column, 4, column)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def accepted(path: Path) -> Path:
    """A database in which the plan is live, its owner confirmed; → its path."""

    async def make() -> None:
        storage = await open_storage(f"sqlite+aiosqlite:///{path}")
        parts = {"organisation": "Городская больница № 1", "year": "2024"}
        await load(storage, workbook(), NAME, accept=True, parts=parts, now=BEGINS)
        await storage.close()

    asyncio.run(make())
    return path
