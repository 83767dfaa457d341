"""Headings whose first words say what kind of part they head, and its number."""

from __future__ import annotations

import pytest

from documents.understand.headings import read_heading


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
    ],
)
def test_a_named_and_numbered_heading(printed: str, number: str, title: str) -> None:
    heading = read_heading(printed)
    assert (heading.number, heading.title, heading.named) == (number, title, True)


@pytest.mark.parametrize(
    "printed",
    ["Тема года: экология", "Module leader: J. Smith", "Areas of work", "Темп роста: 5 %", "2 этап 2026 года",
     "Этап: 01.02.2026 – 01.03.2026"],
)  # fmt: skip
def test_words_that_only_begin_alike(printed: str) -> None:
    heading = read_heading(printed)
    assert (heading.title, heading.named) == (printed, False)
