"""Rows that a file has and does not show as in force are left out, and never in silence."""

from __future__ import annotations

from core.plan.doubts import DoubtCode
from core.resolution.settling import answers, settle
from documents.grids.grid import Cell
from tests.documents.sketch import read, table, titles

HEAD = "№ | Мероприятие | Срок исполнения | Ответственный исполнитель"


def test_a_row_left_out_is_a_doubt_and_can_be_taken_back() -> None:
    plan_table = table(
        HEAD, "1 | Закуп аппарата | май 2024 года | Метролог", "2 | Ремонт кровли | июль 2024 года | Завхоз"
    )
    row = ["3", "Обучение медсестер", "июнь 2024 года", "Главная медсестра"]
    plan_table.left_out.append((2, [Cell(text, 2, at) for at, text in enumerate(row)]))
    plan = read("План мероприятий на 2024 год", plan_table)
    assert titles(plan) == ["Закуп аппарата", "Ремонт кровли"]
    ((at, doubt),) = [(i, d) for i, d in enumerate(plan.doubts) if d.code == DoubtCode.ROW_NOT_IN_FORCE]
    assert doubt.args == {"value": "Обучение медсестер | июнь 2024 года | Главная медсестра"}
    assert answers(plan, doubt) == ("kept", "own")
    taken = settle(plan, at, "own")
    assert titles(taken) == ["Закуп аппарата", "Обучение медсестер", "Ремонт кровли"]
    assert taken.activities[1].responsibles == ("Главная медсестра",)
    assert titles(settle(plan, at, "kept")) == titles(plan)


def test_a_row_left_out_of_a_table_that_is_no_plans_is_nothing() -> None:
    stamp = table("Согласовано | Утверждаю")
    stamp.left_out.append((1, [Cell("Иванов", 1, 0)]))
    plan = read(
        "План мероприятий на 2024 год", stamp, table(HEAD, "1 | Закуп аппарата | май 2024 года | Метролог")
    )
    assert plan.doubts == ()
