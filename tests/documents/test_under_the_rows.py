"""What stands under the last row of a table and is no row: posts with a line to sign on."""

from __future__ import annotations

import pytest

from tests.documents.sketch import read, table, titles


@pytest.mark.parametrize(
    "signed",
    [
        " | Руководитель Службы внутреннего аудита | | _______________ Е. Ли | ",
        " | Директор | | | _________ / Ибраева А.",
        " | Бөлім басшысы | | ____________ | Ж. Сәрсенов",
        " | Head of Internal Audit | | _____ Jane Smith | ",
    ],
)
def test_a_post_and_a_line_to_sign_on(signed: str) -> None:
    plan = read(
        "План аудита на 2026 год",
        table(
            "№ | Задание | Начало | Окончание | Исполнитель",
            "1 | Аудит закупок | 19.01.2026 | 27.02.2026 | Старший аудитор",
            "2 | Аудит оплаты труда | 03.08.2026 | 04.09.2026 | Аудитор",
            signed,
        ),
    )
    assert titles(plan) == ["Аудит закупок", "Аудит оплаты труда"]


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Falls with harm per 1,000 bed-days", "cases"),
        ("Смертность на 100 тыс. населения", "случаев"),
        ("Доля обученных, %", "процентный пункт"),
    ],
)
def test_words_of_an_indicator_that_are_no_unit_beside_a_unit(title: str, unit: str) -> None:
    plan = read(
        "KPI 2026",
        table(
            "№ | Показатель | Ед. изм. | 2025 | 2026 | 2027",
            f"1 | {title} | {unit} | 0.42 | 0.4 | 0.3",
            "2 | Доля обученных, % | % | 20 | 30 | 40",
        ),
    )
    assert [(i.title, i.unit) for i in plan.indicators] == [(title, unit), ("Доля обученных", "%")]
