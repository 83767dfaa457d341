"""Columns of money whose cells are not bare figures: sums with their currency, words, sources."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from core.plan.doubts import DoubtCode
from documents.grids.grid import Document
from documents.reading import read_plan
from tests.documents.sketch import column, document, read, table
from tests.documents.writers import as_csv, as_docx, as_pdf, as_xlsx

REGION = document(
    "План мероприятий по краеведению на 2026 год",
    table(
        "№ | Мероприятие | Ответственные | Срок | Финансирование | Форма завершения",
        "1 | Запуск рубрики в газетах | Управление внутренней политики | март | В рамках госзаказа | Публикации",
        "2 | Размещение наружной рекламы | Акиматы районов | до 1 июня | 4 200 тыс. тенге | Билборды",
        "3 | Проведение ярмарки мастеров | Управление культуры | август | 6,5 млн тенге | Ярмарка",
        "4 | Краеведческая олимпиада | Управление образования | I квартал | Не требуется | Протокол",
        "5 | Экспедиция школьников | Областной музей | июль | по итогам конкурса | Отчёт",
        " | Итого | | | 4 200 тыс. тенге | ",
    ),
)


@pytest.mark.parametrize("write", [as_docx, as_xlsx, as_csv, as_pdf])
def test_sums_with_their_currency_beside_words(write: Callable[[Document], bytes]) -> None:
    plan = read_plan(write(REGION))
    assert column(plan, "unit") == [None] * 5
    assert column(plan, "funding_total") == [None, "4200", "6.5", None, None]
    assert column(plan, "funding_unit") == [None, "thousand KZT", "million KZT", None, None]
    assert [a.funding_text for a in plan.activities][::3] == [
        {"total": "В рамках госзаказа"},
        {"total": "Не требуется"},
    ]
    assert [d.as_printed for d in plan.doubts if d.code == DoubtCode.MONEY_IN_WORDS] == ["по итогам конкурса"]


def test_a_sum_of_another_scale_than_its_column_is_asked_about() -> None:
    plan = read(
        "План на 2026 год",
        table(
            "№ | Мероприятие | Срок | Ответственный | Сумма, тыс. тенге",
            "1 | Закупить аппарат | май | Экономист | 1 200",
            "2 | Отремонтировать корпус | июнь | Завхоз | 3 млн тенге",
            "3 | Обучить медсестёр | июль | Главная медсестра | 400 тыс. тенге",
        ),
    )
    assert column(plan, "funding_total") == ["1200", None, "400"]
    assert [(d.activity, d.code) for d in plan.doubts] == [("a2", DoubtCode.MONEY_IN_WORDS)]


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Финансирование", "Местный бюджет", "Собственные средства"),
        ("Қаржыландыру", "Жергілікті бюджет", "Демеушілер қаражаты"),
        ("Budget", "State budget", "WHO grant"),
    ],
)
def test_sources_under_a_header_of_money(header: str, first: str, second: str) -> None:
    plan = read(
        "План на 2026 год",
        table(
            f"№ | Мероприятие | Срок | Ответственный | {header}",
            f"1 | Закупить аппарат | май | Экономист | {first}",
            f"2 | Отремонтировать корпус | июнь | Завхоз | {second}",
            f"3 | Обучить медсестёр | июль | Главная медсестра | {first}",
        ),
    )
    assert column(plan, "funding_source_text") == [first, second, first]
    assert plan.doubts == ()
