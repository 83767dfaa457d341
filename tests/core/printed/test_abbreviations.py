"""Lists of abbreviations, as documents print them under their tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.printed.abbreviations import read_abbreviations, read_legend

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


LEGENDS = [
    (
        "R — разработка требований, F — разработка, D — внедрение",
        {"R": "разработка требований", "F": "разработка", "D": "внедрение"},
    ),
    (
        "Условные обозначения: R - требования; F - функционал; D - внедрение.",
        {"R": "требования", "F": "функционал", "D": "внедрение"},
    ),
    (
        "R – талаптар\nF – әзірлеу\nD – енгізу",
        {"R": "талаптар", "F": "әзірлеу", "D": "енгізу"},
    ),
    (
        "(R: requirements, F: features, D: deployment)",
        {"R": "requirements", "F": "features", "D": "deployment"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LEGENDS)
def test_a_legend_of_stages_is_found_without_a_heading(text: str, expected: dict[str, str]) -> None:
    assert read_legend(["План мероприятий", text], {"R", "F", "D"}) == expected


@pytest.mark.parametrize("text", ["Корпус D - аварийный", "Витамин D и F", "", "R - рентген"])
def test_a_letter_alone_is_no_legend(text: str) -> None:
    assert read_legend([text], {"R", "F", "D"}) == {}
