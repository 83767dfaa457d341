"""What a row is measured by, and what its figures say (domain, §4 and §5)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.owed.measures import (
    achievement,
    falls_short,
    is_planned_zero,
    measures_of,
    meets,
    outcome_of,
)
from core.plan.model import Activity, Unit
from core.plan.reports import Measure, Outcome

D = Decimal
Q1 = "2024-Q1"


def row(unit: Unit | None, target: str | None = None, **fields: Any) -> Activity:
    return Activity(id="a1", title="Закуп", unit=unit, targets={Q1: target} if target else {}, **fields)


def main(unit: Unit, plan: str | None = None, better: Any = "up") -> Measure:
    return Measure(id="main", unit=unit, plan=D(plan) if plan else None, better=better)


@pytest.mark.parametrize(
    ("unit", "target", "plan"),
    [
        (Unit.MONEY, "6000.0", "6000"),
        (Unit.MONEY, "0.0", "0"),
        (Unit.MONEY, "в рамках финансирования самих МО", None),
        (Unit.COUNT, "2", "2"),
        (Unit.COUNT, "-", None),
        (Unit.COUNT, None, None),
        (Unit.PERCENT, "86.0", "86"),
        (Unit.PRESENCE, "+", None),
        (Unit.STAGE, "F", "1"),
        (Unit.COUNT, "не менее 150 чел.", "150"),
        (Unit.PERCENT, "не менее 95", "95"),
        (Unit.PERCENT, "не менее 150 чел.", None),
        (None, "Сдача объекта в 4 кв. 2023 г.", None),
        (None, "30", "30"),
        (None, "-", None),
        (None, None, None),
    ],
)
def test_the_main_measure_has_the_plan_value_of_the_period(
    unit: Unit | None, target: str | None, plan: str | None
) -> None:
    measures = measures_of(row(unit, target), Q1)
    assert [m.role for m in measures] == ["main"]
    assert measures[0].unit is (unit or Unit.TEXT)
    assert measures[0].plan == (D(plan) if plan is not None else None)
    assert measures_of(row(unit, target), "2024-Q2")[0].plan is None


@pytest.mark.parametrize(
    ("goal", "measures"),
    [
        ("Открытие 8 кабинетов", [("main", "main", Unit.COUNT, "8", "up", False)]),
        ("Открытие 8 кабинетов (всего 24)", [("main", "main", Unit.COUNT, "8", "up", False)]),
        ("Функционирование 2 кабинетов", [("main", "main", Unit.COUNT, "2", "up", True)]),
        ("не менее 150 чел.", [("main", "main", Unit.COUNT, "150", "up", False)]),
        ("Охват не менее 1,3 тыс. ЛСИ", [("main", "main", Unit.COUNT, "1300", "up", True)]),
        ("Строительство 30%", [("main", "main", Unit.PERCENT, "30", "up", False)]),
        ("30%", [("main", "main", Unit.PERCENT, "30", "up", False)]),
        ("не более 5 жалоб", [("main", "main", Unit.COUNT, "5", "down", False)]),
        ("до 80 км", [("main", "main", Unit.COUNT, "80", "up", True)]),
        ("снижение на 10-20%", [("main", "main", Unit.PERCENT, "10", "up", False)]),
        ("снижение до 5%", [("main", "main", Unit.PERCENT, "5", "down", False)]),
        ("5 млн тенге", [("main", "main", Unit.MONEY, "5", "up", False)]),
        (
            "6 школ на 3 150 мест",
            [
                ("main", "main", Unit.COUNT, "6", "up", False),
                ("goal2", "goal", Unit.COUNT, "3150", "up", False),
            ],
        ),
        (
            "100% (охват не менее 50 ЛСИ)",
            [
                ("main", "main", Unit.PERCENT, "100", "up", False),
                ("goal2", "goal", Unit.COUNT, "50", "up", True),
            ],
        ),
    ],
)
def test_a_goal_is_measured_by_its_figures(goal: str, measures: list[tuple[Any, ...]]) -> None:
    found = measures_of(row(None, goal), Q1)
    assert [(m.id, m.role, m.unit, str(m.plan), m.better, m.cumulative) for m in found] == measures
    assert found == measures_of(row(Unit.TEXT, goal), Q1)


def test_a_measure_of_a_goal_says_what_it_counts() -> None:
    schools, places = measures_of(row(None, "Строительство 6 школ на 3 150 мест"), Q1)
    assert (schools.noun, schools.words) == ("школ", "Строительство 6 школ")
    assert (places.noun, places.words) == ("мест", "на 3 150 мест")
    assert measures_of(row(None, "5 млн тенге"), Q1)[0].scale == 6


def test_money_is_in_the_scale_of_the_row() -> None:
    assert measures_of(row(Unit.MONEY, "6000", money_scale="thousand KZT"), Q1)[0].scale == 3


@pytest.mark.parametrize(
    ("expected", "thresholds"),
    [
        ("Исполнение объема не менее на 98%", [("98", "up")]),
        ("Удельный вес оснащенности не менее - 97%", [("97", "up")]),
        ("не менее 90 %", [("90", "up")]),
        ("не ниже 99,8%", [("99.8", "up")]),
        ("кемінде 90 %", [("90", "up")]),
        ("90 %-дан кем емес", [("90", "up")]),
        ("at least 90 per cent", [("90", "up")]),
        ("текучесть не более 8%", [("8", "down")]),
        ("не менее 90%, жалоб не более 5 %", [("90", "up"), ("5", "down")]),
        ("не менее 150 чел.", []),
        ("на 10-20%", []),
        (None, []),
    ],
)
def test_a_threshold_is_asked_with_the_tick(expected: str | None, thresholds: list[tuple[str, str]]) -> None:
    main, *rest = measures_of(row(Unit.PRESENCE, "+", expected_result=expected), Q1)
    assert main.role == "main"
    assert [(str(m.plan), m.better) for m in rest] == thresholds
    assert {(m.role, m.unit) for m in rest} <= {("threshold", Unit.PERCENT)}
    assert len({m.id for m in rest}) == len(rest)
    assert len(measures_of(row(Unit.MONEY, "5", expected_result=expected), Q1)) == 1


def test_a_goal_with_funding_reports_what_was_spent() -> None:
    goal = row(None, "Открытие 8 кабинетов", funding={Q1: "500"}, funding_unit="million KZT")
    main, spent = measures_of(goal, Q1)
    assert (main.plan, spent.plan, spent.scale) == (D(8), D(500), 6)
    assert spent.role == "spent"
    assert len(measures_of(row(None, "Открытие", funding={Q1: "в рамках бюджета"}), Q1)) == 1


@pytest.mark.parametrize(
    ("fact", "plan", "better", "share"),
    [
        ("3", "4", "up", "0.75"),
        ("5", "4", "up", "1.25"),
        ("4", "8", "down", "2"),
        ("8", "4", "down", "0.5"),
        ("0", "4", "down", "1"),
        ("0", "4", "up", "0"),
        ("3", "0", "up", None),
        ("3", None, "up", None),
    ],
)
def test_achievement(fact: str, plan: str | None, better: Any, share: str | None) -> None:
    assert achievement(D(fact), D(plan) if plan else None, better) == (D(share) if share else None)


TICK = main(Unit.PRESENCE)
THRESHOLD = Measure(id="threshold", unit=Unit.PERCENT, role="threshold", plan=D(98))
SPENT = Measure(id="spent", unit=Unit.MONEY, role="spent", plan=D(500))


@pytest.mark.parametrize(
    ("figures", "measures", "outcome", "short"),
    [
        ({"main": 4}, [main(Unit.COUNT, "4")], Outcome.DONE, False),
        ({"main": 5}, [main(Unit.COUNT, "4")], Outcome.DONE, False),
        ({"main": 3}, [main(Unit.COUNT, "4")], Outcome.PARTIAL, True),
        ({"main": 0}, [main(Unit.COUNT, "4")], Outcome.NOT_DONE, True),
        ({"main": 0}, [main(Unit.MONEY, "0")], Outcome.DONE, False),
        ({"main": 5}, [main(Unit.COUNT)], None, False),
        ({}, [main(Unit.COUNT, "4")], None, False),
        ({"main": 3}, [main(Unit.COUNT, "4", "down")], Outcome.DONE, False),
        ({"main": 5}, [main(Unit.COUNT, "4", "down")], Outcome.PARTIAL, True),
        ({"main": 5}, [main(Unit.COUNT, "0", "down")], Outcome.NOT_DONE, True),
        ({"main": 1}, [TICK], Outcome.DONE, False),
        ({"main": 0}, [TICK], Outcome.NOT_DONE, False),
        ({"main": 1}, [TICK, THRESHOLD], None, False),
        ({"main": 1, "threshold": 98}, [TICK, THRESHOLD], Outcome.DONE, False),
        ({"main": 1, "threshold": 90}, [TICK, THRESHOLD], Outcome.PARTIAL, True),
        ({"main": 0}, [TICK, THRESHOLD], Outcome.NOT_DONE, False),
        ({"main": 8}, [main(Unit.TEXT, "8"), SPENT], Outcome.DONE, False),
        ({"main": 8, "spent": 400}, [main(Unit.TEXT, "8"), SPENT], Outcome.DONE, True),
        ({}, [], None, False),
    ],
)
def test_what_figures_say(
    figures: dict[str, int], measures: list[Measure], outcome: Outcome | None, short: bool
) -> None:
    given = {id: D(value) for id, value in figures.items()}
    assert outcome_of(given, measures) is outcome
    assert falls_short(given, measures) is short


@pytest.mark.parametrize(
    ("measure", "zero"),
    [
        (main(Unit.MONEY, "0"), True),
        (main(Unit.COUNT, "0.0"), True),
        (main(Unit.MONEY, "1"), False),
        (main(Unit.MONEY), False),
        (TICK, False),
    ],
)
def test_planned_zero(measure: Measure, zero: bool) -> None:
    assert is_planned_zero(measure) is zero


@given(
    st.decimals(0, 10**9, places=2), st.decimals(D("0.01"), 10**9, places=2), st.sampled_from(["up", "down"])
)
def test_a_full_achievement_is_a_plan_met(fact: Decimal, plan: Decimal, better: Any) -> None:
    share = achievement(fact, plan, better)
    assert share is not None
    assert meets(fact, main(Unit.COUNT, str(plan), better)) is (share >= 1)


@pytest.mark.parametrize(
    ("unit", "value", "units"),
    [
        (Unit.COUNT, "8", [Unit.COUNT]),
        (Unit.MONEY, "6000", [Unit.MONEY]),
        (None, "Открытие 8 кабинетов", [Unit.COUNT]),
        (None, "8", [Unit.TEXT]),
    ],
)
def test_a_year_of_a_span_is_measured_alike_and_has_no_plan_of_its_own(
    unit: Unit | None, value: str, units: list[Unit]
) -> None:
    activity = Activity(id="a1", title="Закуп", unit=unit, targets={"2025": "3", "2026-2030": value})
    for year in ("2026", "2030"):
        measures = measures_of(activity, year)
        assert [m.unit for m in measures] == units
        assert [m.plan for m in measures] == [None]
    assert [m.plan for m in measures_of(activity, "2025")] == [D(3)]
    assert [m.unit for m in measures_of(activity, "2031")] == [unit or Unit.TEXT]


def test_money_is_told_where_its_period_has_no_goal_beside_it() -> None:
    activity = Activity(
        id="a1",
        title="Школы",
        targets={"2024": "6 школ"},
        funding={"2024": "100", "2025": "200", "2026-2027": "900"},
        funding_unit="млн тенге",
    )
    told = {
        year: [(m.id, m.plan) for m in measures_of(activity, year)]
        for year in ("2024", "2025", "2026", "2028")
    }
    assert told == {
        "2024": [("main", D(6)), ("spent", D(100))],
        "2025": [("main", None), ("spent", D(200))],
        "2026": [("main", None), ("spent", None)],
        "2028": [("main", None)],
    }
