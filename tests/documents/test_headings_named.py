"""Headings whose first words say what kind of part they head, and its number."""

from __future__ import annotations

import pytest

from documents.understand.headings import read_heading
from tests.documents.sketch import headings, read, table


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        ("Theme 1: Buildings and Energy", "1", "Buildings and Energy"),
        ("Theme A – Transport", "A", "Transport"),
        ("Strand 2: People", "2", "People"),
        ("Strategic aim 3: Quality", "3", "Quality"),
        ("Key result area 1: Finance", "1", "Finance"),
        ("Work stream 1: IT", "1", "IT"),
        ("Section B – Finance", "B", "Finance"),
        ("Тема 1. Безопасность", "1", "Безопасность"),
        ("Модуль 2. Обучение", "2", "Обучение"),
        ("Пакет работ 3. Монтаж", "3", "Монтаж"),
        ("I этап. Подготовка", "I", "Подготовка"),
        ("1-й этап: подготовка", "1", "подготовка"),
        ("Второй этап. Монтаж", "2", "Монтаж"),
        ("1-кезең. Дайындық", "1", "Дайындық"),
        ("Бірінші кезең. Дайындық", "1", "Дайындық"),
        ("2-басымдық: Кадрлар", "2", "Кадрлар"),
        ("Тақырып 2. Әдеп", "2", "Әдеп"),
        ("Standard 1. Management", "1", "Management"),
        ("STANDARD IV: Resources", "IV", "Resources"),
        ("Criterion 2: Staff", "2", "Staff"),
        ("Criterion 2.1 – Recruitment", "2.1", "Recruitment"),
        ("Стандарт 1. Управление", "1", "Управление"),
        ("Стандарт № 3 «Студенты»", "3", "«Студенты»"),
        ("Критерий 2. Кадры", "2", "Кадры"),
        ("1-стандарт. Басқару", "1", "Басқару"),
        ("2-критерий: Кадрлар", "2", "Кадрлар"),
        ("3-өлшемшарт. Қорлар", "3", "Қорлар"),
    ],
)
def test_a_named_and_numbered_heading(printed: str, number: str, title: str) -> None:
    heading = read_heading(printed)
    assert (heading.number, heading.title, heading.named) == (number, title, True)


@pytest.mark.parametrize(
    "printed",
    ["Тема года: экология", "Module leader: J. Smith", "Areas of work", "Темп роста: 5 %", "2 этап 2026 года",
     "Этап: 01.02.2026 – 01.03.2026", "Standard 9001: Audits", "Стандарт 5 услуг", "Standards of care",
     "Стандарт ISO 9001. Аудит", "Критерий: охват 90 %", "Criteria of success"],
)  # fmt: skip
def test_words_that_only_begin_alike(printed: str) -> None:
    heading = read_heading(printed)
    assert (heading.title, heading.named) == (printed, False)


def test_criteria_stand_in_their_standard() -> None:
    plan = read(
        "Action plan for 2026",
        table(
            "No. | Activity | Deadline | Responsible",
            "Standard 1. Management | > | > | >",
            "Criterion 1.1: Governance | > | > | >",
            "1 | Set up a board | 12.02.2026 | Dean",
            "Criterion 1.2: Planning | > | > | >",
            "2 | Renew the strategy | 12.03.2026 | Dean",
            "Standard 2. Students | > | > | >",
            "3 | Appoint mentors | 12.09.2026 | Student Affairs Office",
        ),
    )
    assert [headings(plan, a) for a in plan.activities] == [
        ["Management", "Governance"],
        ["Management", "Planning"],
        ["Students"],
    ]
