"""Columns of deadlines: two of which one is in force, prices that are no sums, an August before its school year."""

from __future__ import annotations

from datetime import date

import pytest

from core.plan.doubts import DoubtCode
from tests.documents.sketch import column, read, table


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Original due date", "Revised due date"),
        ("Срок исполнения", "Уточнённый срок"),
        ("Первоначальный срок", "Новый срок"),
        ("Орындау мерзімі", "Ұзартылған мерзім"),
    ],
)
def test_a_deadline_that_was_moved(first: str, second: str) -> None:
    plan = read(
        "Action plan 2026",
        table(
            f"No | Activity | Owner | {first} | {second}",
            "1 | Draft a risk appetite statement | Chief Risk Officer | 31.03.2026 | 30.06.2026",
            "2 | Reconfigure the roles | Financial Controller | 30.04.2026 | ",
        ),
    )
    assert [(a.deadline.kind, a.deadline.end) for a in plan.activities] == [
        ("date", date(2026, 6, 30)), ("date", date(2026, 4, 30)),
    ]  # fmt: skip


def test_a_price_is_no_sum() -> None:
    plan = read(
        "План закупок на 2026 год",
        table(
            "№ | Наименование работ | Сумма, тенге | Цена за единицу, тенге | Срок | Ответственный",
            "1 | Закупка бумаги | 900 000 | 1 800 | март | Завхоз",
            "2 | Закупка картриджей | 480 000 | 12 000 | апрель | Завхоз",
        ),
    )
    assert column(plan, "funding_total") == ["900000", "480000"]


def test_august_before_and_at_the_end_of_a_school_year() -> None:
    plan = read(
        "План заседаний педагогического совета на 2026-2027 учебный год",
        table(
            "№ | Мероприятие | Срок | Ответственный",
            "1 | Анализ работы за год | Август | Директор",
            "2 | Адаптация первоклассников | Ноябрь | Психолог",
            "3 | Итоги полугодия | Январь | Завуч",
            "4 | Приёмка кабинетов | Август | Завхоз",
        ),
    )
    assert [a.deadline.end for a in plan.activities] == [
        date(2026, 8, 31), date(2026, 11, 30), date(2027, 1, 31), date(2027, 8, 31),
    ]  # fmt: skip
    assert DoubtCode.DEADLINE_OUTSIDE_PLAN not in {d.code for d in plan.doubts}


@pytest.mark.parametrize(
    ("first", "second", "asked"),
    [
        ("Срок закупки", "Срок поставки", True),
        ("Сатып алу мерзімі", "Жеткізу мерзімі", True),
        ("Tender date", "Delivery date", True),
        ("Дата проведения", "Дата окончания", False),
        ("Срок исполнения", "Уточнённый срок", False),
    ],
)
def test_terms_of_two_things_are_asked_about(first: str, second: str, asked: bool) -> None:
    plan = read(
        "План на 2026 год",
        table(
            f"№ | Мероприятие | {first} | {second} | Ответственный",
            "1 | Закупка бумаги | 01.03.2026 | 15.04.2026 | Завхоз",
            "2 | Закупка мебели | 01.05.2026 | 20.07.2026 | Завхоз",
        ),
    )
    guessed = [d.as_printed for d in plan.doubts if d.code == DoubtCode.COLUMN_GUESSED]
    assert guessed == ([second] if asked else [])
