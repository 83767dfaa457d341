"""Files that office programs write and that were read wrong, each read as a person sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.plan.model import ReadPlan
from documents.reading import read_plan

FOUND = Path(__file__).parent / "found"
ROWS = [
    ("1", "Закуп аппарата Холтер", "IV квартал 2024 года", ("Метролог",), {"2024": "6000"}),
    ("2", "Обучение медицинских сестер", "до 15 июля 2024 года", ("Главная медсестра",), {"2024": "12"}),
    ("3", "Ремонт кровли", "декабрь 2024 года", ("Завхоз",), {"2024": "3500"}),
]
RESTARTED = [*ROWS[:2], ("1", *ROWS[2][1:])]


def rows(plan: ReadPlan) -> list[tuple[object, ...]]:
    return [(a.number, a.title, a.deadline_text, a.responsibles, a.targets) for a in plan.activities]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("textboxtable.docx", ROWS),
        ("textboxcell.docx", ROWS),
        ("dropdown.docx", ROWS),
        ("vanish.docx", ROWS),
        ("autonumstyle.docx", ROWS),
        ("autonumrestart.docx", RESTARTED),
        ("mac_cr.csv", ROWS),
    ],
)
def test_read_as_it_is_shown(name: str, expected: list[tuple[object, ...]]) -> None:
    plan = read_plan(FOUND / name)
    assert rows(plan) == expected
    assert plan.doubts == ()
    assert plan.plan.title == "План мероприятий на 2024 год"


def test_ticks_of_a_symbol_font_are_ticks() -> None:
    plan = read_plan(FOUND / "sym.docx")
    assert [a.targets for a in plan.activities] == [
        {"2024-Q1": "+", "2024-Q3": "+"},
        {"2024-Q2": "+", "2024-Q4": "+"},
    ]
