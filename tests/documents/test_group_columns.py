"""Columns that group the works to their right, under headers that no list of words has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.plan.columns import ColumnRole
from core.plan.doubts import DoubtCode
from documents.grids.grid import Document
from documents.reading import read_plan
from tests.documents.sketch import column, document, read, table
from tests.documents.writers import as_csv, as_docx, as_pdf, as_xlsx

ACCREDITATION = document(
    "План подготовки к аккредитации на 2026 год",
    table(
        "Требование стандарта | Мероприятие | Срок | Ответственный",
        "Глава 1. Руководство | > | > | >",
        "Управление рисками | Составить реестр рисков | до 31 марта | Менеджер по качеству",
        "^ | Провести учебную тревогу | до 15 мая | Инженер",
        "Управление персоналом | Проверить личные дела | февраль | Отдел кадров",
        "^ | Провести оценку компетентности | апрель | Главная медицинская сестра",
        "^ | Организовать ориентацию | сентябрь | Отдел кадров",
        "Безопасность лекарств | Вынести концентрированные растворы | март | Фармаколог",
    ),
)
GROUPS = [
    *["Управление рисками"] * 2, *["Управление персоналом"] * 3, "Безопасность лекарств",
]  # fmt: skip


@pytest.mark.parametrize("write", [as_docx, as_xlsx, as_csv, as_pdf])
def test_groups_under_a_header_that_nobody_knows(write: Callable[[Document], bytes]) -> None:
    plan = read_plan(write(ACCREDITATION))
    assert column(plan, "objective") == GROUPS
    (doubt,) = (d for d in plan.doubts if d.code == DoubtCode.COLUMN_GUESSED)
    assert (doubt.args["column"], doubt.args["role"]) == ("Требование стандарта", ColumnRole.OBJECTIVE)


@pytest.mark.parametrize(
    ("header", "groups"),
    [
        ("Топтама | Іс-шара | Мерзімі | Жауапты", ("Қауіпсіздік мәдениеті", "Дәрілік заттар айналымы")),
        ("Key enabler | Action | By when | Lead", ("Safety culture", "Medicines handling")),
    ],
)
def test_groups_in_other_languages(header: str, groups: tuple[str, str]) -> None:
    plan = read(
        "Plan 2026",
        table(
            header,
            f"{groups[0]} | Conduct a survey of staff | 31.03.2026 | Quality Manager",
            "^ | Hold patient safety rounds | 30.04.2026 | Chief Nurse",
            f"{groups[1]} | Label all high-risk drugs | 31.05.2026 | Chief Pharmacist",
            "^ | Audit storage on the wards | 30.06.2026 | Chief Pharmacist",
        ),
    )
    assert column(plan, "objective") == [groups[0], groups[0], groups[1], groups[1]]


def test_words_that_group_nothing_stay_unknown() -> None:
    plan = read(
        "План на 2026 год",
        table(
            "Цвет папки | Мероприятие | Срок | Ответственный",
            "синяя, большая | Составить реестр рисков | до 31 марта | Менеджер",
            "красная, малая | Провести учебную тревогу | до 15 мая | Инженер",
            "жёлтая, малая | Проверить личные дела | февраль | Отдел кадров",
        ),
    )
    assert column(plan, "objective") == [None] * 3
    assert [d.code for d in plan.doubts] == [DoubtCode.COLUMN_UNKNOWN]


@pytest.mark.parametrize(
    ("header", "degrees"),
    [
        ("Observation | Priority | Action | Owner | Due date", ("High", "Low")),
        ("Замечание | Приоритет | Мероприятие | Ответственный | Срок", ("Высокий", "Низкий")),
        ("Кемшілік | Басымдығы | Іс-шара | Жауапты | Мерзімі", ("Жоғары", "Төмен")),
    ],
)
def test_how_urgent_a_thing_is_is_no_goal_of_it(header: str, degrees: tuple[str, str]) -> None:
    high, low = degrees
    files, guarantees = "Files are incomplete", "Guarantees are not tracked"
    plan = read(
        "Management action plan 2026",
        table(
            header,
            f"{files} | {high} | Issue a checklist of files | Head of Procurement | 31.03.2026",
            "^ | ^ | Train the members of the committee | Head of Procurement | 30.04.2026",
            f"{guarantees} | {low} | Create a register of guarantees | Chief Accountant | 15.05.2026",
        ),
    )
    assert column(plan, "objective") == [files, files, guarantees]
    assert DoubtCode.COLUMN_UNKNOWN in [d.code for d in plan.doubts]
