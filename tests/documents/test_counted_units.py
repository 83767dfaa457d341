"""A column of units whose words nobody knows, beside the numbers of the rows."""

from __future__ import annotations

import pytest

from core.plan.doubts import DoubtCode
from core.plan.model import ReadPlan, Unit
from tests.documents.sketch import column, read, table


def _units(*rows: str) -> ReadPlan:
    return read(
        "План на 2026 год",
        table(
            "№ | Мероприятие | Ед. изм. | I квартал | II квартал | Ответственный",
            *(f"{n} | Работа {'абв'[n]} по плану | {row} | Отдел профилактики" for n, row in enumerate(rows)),
        ),
    )


def _asked(plan: ReadPlan) -> list[str | None]:
    return [d.activity for d in plan.doubts if d.code == DoubtCode.UNIT_UNKNOWN]


@pytest.mark.parametrize("thing", ["бас", "выезд", "лекция", "медицинская организация"])
def test_a_thing_beside_whole_numbers_is_counted_and_not_asked_about(thing: str) -> None:
    plan = _units("чел. | 10 | 20", f"{thing} | 12 | 1 800", f"{thing} |  | 4")
    assert (column(plan, "unit"), _asked(plan)) == ([Unit.COUNT] * 3, [])
    assert column(plan, "unit_text")[1] == thing


def test_a_share_in_one_row_leaves_the_word_unknown_in_all() -> None:
    plan = _units("чел. | 10 | 20", "выезд | 12 | 18", "выезд | 4,5 | 3")
    assert (column(plan, "unit"), _asked(plan)) == ([Unit.COUNT, None, None], ["a2", "a3"])


@pytest.mark.parametrize("unit", ["усл. ед.", "охват", "USD"])
def test_another_kind_of_unit_is_asked_about(unit: str) -> None:
    plan = _units("чел. | 10 | 20", f"{unit} | 12 | 18", "чел. | 4 | 3")
    assert (column(plan, "unit")[1], _asked(plan)) == (None, ["a2"])
