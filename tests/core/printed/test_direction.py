"""Whether less is better, and whether a figure runs since the year began, by strong words alone (domain, §4)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from core.owed.measures import Terms, measures_of
from core.plan.model import Activity, Unit
from core.printed.direction import is_cumulative, is_less_better

Q1 = "2024-Q1"


def row(title: str, target: str = "8", unit: Unit = Unit.PERCENT, **fields: Any) -> Activity:
    return Activity(id="a1", title=title, unit=unit, targets={Q1: target}, **fields)


@pytest.mark.parametrize(
    ("title", "down"),
    [
        ("Доля отказов не более", True),
        ("Доля отказов не более 8%", True),
        ("Доля отказов, не выше планового значения", True),
        ("Снижение доли отказов до планового значения", True),
        ("Снизить уровень летальности до 8%", True),
        ("Сокращение срока ожидания до 8 дней", True),
        ("Бас тарту үлесін азайту", True),
        ("Сәби өлімін 8%-ға дейін төмендету", True),
        ("Күту уақыты 8 күннен аспауы", True),
        ("Waiting time of not more than 8 days", True),
        ("Reducing refusals to 8%", True),
        ("Доля отказов", False),
        ("Снижение летальности на 8%", False),  # by how much it falls
        ("Сәби өлімін 8%-ға төмендету", False),
        ("Снижение летальности", False),  # the level or the fall: not certain
        ("Не более 3 визитов на пациента, охват", False),  # another figure than the plan's
        ("Не менее 8%", False),
        ("Reducing refusals by 8%", False),
    ],
)
def test_strong_words_of_the_title(title: str, down: bool) -> None:
    assert is_less_better(row(title), Decimal(8), "8") is down
    assert measures_of(row(title), Q1)[0].better == ("down" if down else "up")


@pytest.mark.parametrize(
    ("expected", "down"),
    [
        ("Доля отказов не более 8%", True),
        ("Снижение очередей до 10 дней", False),  # speaks of another figure
        ("Снижение очередей", False),
    ],
)
def test_words_beside_the_row_have_to_name_its_own_figure(expected: str, down: bool) -> None:
    found = row("Мониторинг обращений", expected_result=expected)
    assert is_less_better(found, Decimal(8), "8") is down


@pytest.mark.parametrize(
    ("title", "runs"),
    [
        ("Обучение врачей (нарастающим итогом)", True),
        ("Обучено с начала года", True),
        ("Обучено с начала текущего года", True),
        ("Дәрігерлерді оқыту, өспелі қорытындымен", True),
        ("Жыл басынан оқытылғандар", True),
        ("Doctors trained, cumulative", True),
        ("Year-to-date spending", True),
        ("Обучение врачей", False),
        ("Подведение итогов года", False),
    ],
)
def test_a_running_total_says_so(title: str, runs: bool) -> None:
    assert is_cumulative(row(title, unit=Unit.COUNT), "8") is runs
    assert measures_of(row(title, unit=Unit.COUNT), Q1)[0].cumulative is runs


def test_the_coordinators_word_counts_more() -> None:
    down, up = row("Доля отказов не более"), row("Доля отказов")
    assert measures_of(down, Q1, Terms(better="up"))[0].better == "up"
    assert measures_of(up, Q1, Terms(better="down"))[0].better == "down"
    assert measures_of(up, Q1, Terms(cumulative=True))[0].cumulative is True
    running = row("Обучено с начала года", unit=Unit.COUNT)
    said = [measures_of(running, Q1, Terms(cumulative=c))[0].cumulative for c in (None, True, False)]
    assert said == [True, True, False]


def test_a_tick_has_no_direction() -> None:
    tick = row("Доля отказов не более", "+", Unit.PRESENCE)
    assert measures_of(tick, Q1, Terms(better="down", cumulative=True))[0].better == "up"
