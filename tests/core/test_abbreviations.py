"""Lists of abbreviations, as documents print them under their tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.abbreviations import read_abbreviations

LISTS = [
    (
        [
            "Примечание: расшифровка аббревиатур:",
            "МЗ – Министерство здравоохранения",
            "МФ – Министерство финансов",
        ],
        {"МЗ": "Министерство здравоохранения", "МФ": "Министерство финансов"},
    ),
    (
        ["Расшифровка аббревиатур: МЗ - Министерство здравоохранения; МИО - местные исполнительные органы."],
        {"МЗ": "Министерство здравоохранения", "МИО": "местные исполнительные органы"},
    ),
    (
        [
            "Список сокращений\nУОЗ — Управление общественного здоровья\nКНБ: Комитет национальной безопасности"
        ],
        {"УОЗ": "Управление общественного здоровья", "КНБ": "Комитет национальной безопасности"},
    ),
    (
        ["Қысқартулар:", "ДСМ – Денсаулық сақтау министрлігі", "ЖАО – жергілікті атқарушы органдар"],
        {"ДСМ": "Денсаулық сақтау министрлігі", "ЖАО": "жергілікті атқарушы органдар"},
    ),
    (
        [
            "Сокращения: УЗиСП – Управление здравоохранения и социальной политики, МОН РК – Министерство образования"
        ],
        {"УЗиСП": "Управление здравоохранения и социальной политики", "МОН РК": "Министерство образования"},
    ),
]


@pytest.mark.parametrize(("texts", "found"), LISTS)
def test_lists_are_read(texts: list[str], found: dict[str, str]) -> None:
    assert read_abbreviations(texts) == found


def test_a_dash_in_a_sentence_is_no_list() -> None:
    assert (
        read_abbreviations(["МЗ – до 15 июля обеспечить", "ПЦР - тесты закуплены", "Снижение на - 8%"]) == {}
    )


def test_a_list_ends_where_its_pairs_end() -> None:
    texts = [
        "Аббревиатуры:",
        "МЗ – Министерство здравоохранения",
        "Исполнение контролируется.",
        "КТ - аппарат",
    ]
    assert read_abbreviations(texts) == {"МЗ": "Министерство здравоохранения"}


@given(st.lists(st.text(max_size=80), max_size=6))
def test_nothing_printed_breaks_the_reading(texts: list[str]) -> None:
    read_abbreviations(["аббревиатуры:", *texts])
