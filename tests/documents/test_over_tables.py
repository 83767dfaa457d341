"""Lines over a table: facts of the plan that head no rows, and headings that only their count makes known."""

from __future__ import annotations

import pytest

from documents.grids.grid import Table
from tests.documents.sketch import headings, read, table


def rows(number: int) -> Table:
    return table(
        "№ | Мероприятие | Срок | Ответственный",
        f"{number}.1 | Провести занятия | март 2026 года | Завхоз",
        f"{number}.2 | Подвести итоги | май 2026 года | Директор",
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Исполнитель: НАО «Университет»", "2. Научное направление: Наука о жизни"),
        ("1. Исполнитель: НАО «Университет»",),
        ("1. Цель: Улучшить качество жизни", "2. Задачи: Охватить всех", "3. Сроки: 2026 год"),
        ("1. Жауапты орындаушы: Білім бөлімі", "2. Мерзімі: 2026 жыл"),
        ("1. Lead agency: Ministry of Finance", "2. Budget: KZT 5 million"),
    ],
)
def test_facts_over_the_table_head_no_rows(lines: tuple[str, ...]) -> None:
    plan = read("План работ на 2026 год", *lines, rows(1))
    assert (plan.sections, len(plan.activities)) == ((), 2)


@pytest.mark.parametrize("fact", ["Ответственный: отдел кадров", "Жауапты: кадр бөлімі", "Lead: HR office"])
def test_a_fact_under_a_heading_leaves_it_one(fact: str) -> None:
    plan = read("План работ на 2026 год", "1. Подготовка", fact, rows(1), "2. Внедрение", fact, rows(2))
    assert [headings(plan, a) for a in plan.activities] == [["Подготовка"]] * 2 + [["Внедрение"]] * 2


def test_a_numbered_direction_stays_a_heading() -> None:
    plan = read("План на 2026 год", "1. Направление: Экономика", rows(1), "2. Направление: Культура", rows(2))
    assert [s.title for s in plan.sections] == ["Направление: Экономика", "Направление: Культура"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Commitment 1. Открытый бюджет", "Commitment 2. Контроль"),
        ("Инициатива 1: Открытый бюджет", "Инициатива 2: Контроль"),
        ("Обязательство № 1 — Открытый бюджет", "Обязательство № 2 — Контроль"),
        ("Флагманский проект I. Открытый бюджет", "Флагманский проект II. Контроль"),
        ("1-міндеттеме. Открытый бюджет", "2-міндеттеме. Контроль"),
    ],
)
def test_a_word_that_counts_what_stands_over_tables_heads_them(first: str, second: str) -> None:
    plan = read("План на 2026 год", "В плане два раздела.", first, rows(1), second, rows(2))
    assert [s.title for s in plan.sections] == ["Открытый бюджет", "Контроль"]
    assert [headings(plan, a) for a in plan.activities] == [["Открытый бюджет"]] * 2 + [["Контроль"]] * 2


def test_appendices_count_no_rows() -> None:
    plan = read("План на 2026 год", "Приложение 1. Работы", rows(1), "Приложение 2. Работы", rows(2))
    assert plan.sections == ()
