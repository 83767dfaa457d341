"""Figures of a row that an edition prints in another scale or unit (domain, §1): the same money, or asked anew."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.owed.measures import measures_of
from core.plan.model import Activity, Unit
from core.plan.reports import Draft, Outcome, Proposal
from core.report.draft_steps import Ask, asks, stands
from core.report.rescale import as_drafted, as_reported, told_target

D = Decimal
Q1 = "2024-Q1"
THOUSAND, MILLION = "thousand KZT", "million KZT"


def row(
    unit: Unit | None, target: str, scale: str | None = None, spent: tuple[str, str] | None = None
) -> Activity:
    funding = {"funding": {Q1: spent[0]}, "funding_unit": spent[1]} if spent else {}
    return Activity.model_validate(
        {"id": "a1", "title": "Закуп", "unit": unit, "targets": {Q1: target}, "money_scale": scale} | funding
    )


THOUSANDS = row(Unit.MONEY, "6000", THOUSAND)
MILLIONS = row(Unit.MONEY, "6", MILLION)
TENGE = row(Unit.MONEY, "6000000", "KZT")
PEOPLE = row(Unit.COUNT, "5")
SHARE = row(Unit.PERCENT, "86")
TICK = row(Unit.PRESENCE, "+")
SCHOOLS = row(None, "6 школ", spent=("150", MILLION))
SCHOOLS_IN_THOUSANDS = row(None, "6 школ", spent=("150000", THOUSAND))
SCHOOLS_UNFUNDED = row(None, "6 школ")
GOAL_IN_MONEY = row(None, "освоить 6 млн тенге")
GOAL_IN_MORE = row(None, "освоить 0,006 млрд тенге")


@pytest.mark.parametrize(
    ("before", "after", "figures", "told"),
    [
        (THOUSANDS, MILLIONS, {"main": "6000"}, {"main": "6"}),
        (THOUSANDS, MILLIONS, {"main": "6050.5"}, {"main": "6.0505"}),
        (THOUSANDS, MILLIONS, {"main": "0"}, {"main": "0"}),
        (MILLIONS, THOUSANDS, {"main": "0.0001"}, {"main": "0.1"}),
        (MILLIONS, TENGE, {"main": "6.05"}, {"main": "6050000"}),
        (TENGE, MILLIONS, {"main": "1"}, {"main": "0.000001"}),
        (THOUSANDS, THOUSANDS, {"main": "6000.0"}, {"main": "6000.0"}),
        (PEOPLE, PEOPLE, {"main": "5"}, {"main": "5"}),
        (SCHOOLS, SCHOOLS_IN_THOUSANDS, {"main": "6", "spent": "148.5"}, {"main": "6", "spent": "148500"}),
        (GOAL_IN_MONEY, GOAL_IN_MORE, {"main": "5"}, {"main": "0.005"}),
    ],
)
def test_money_is_told_in_the_scale_of_the_new_edition_to_the_last_digit(
    before: Activity, after: Activity, figures: dict[str, str], told: dict[str, str]
) -> None:
    draft = Draft(outcome=Outcome.DONE, figures={k: D(v) for k, v in figures.items()})
    measures = measures_of(before, Q1), measures_of(after, Q1)
    wanted = draft.model_copy(update={"figures": {k: D(v) for k, v in told.items()}})
    assert as_drafted(draft, *measures) == wanted
    assert as_reported(draft, *measures) == wanted
    assert {k: str(v) for k, v in as_drafted(draft, *measures).figures.items()} == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PEOPLE, SHARE),
        (PEOPLE, THOUSANDS),
        (THOUSANDS, SHARE),
        (TICK, PEOPLE),
        (SHARE, TICK),
        (SCHOOLS, THOUSANDS),
    ],
)
def test_what_is_measured_in_another_kind_of_unit_is_asked_anew(before: Activity, after: Activity) -> None:
    answered = Draft(
        outcome=Outcome.PARTIAL,
        figures={"main": D(5)},
        account="Закупили",
        reason="не хватило",
        forecast=date(2024, 5, 1),
        evidence=(3,),
    )
    draft = answered.changed(odd={"main": D(7)}).model_copy(update={"proposal": Proposal(papers=(3,))})
    told = as_drafted(draft, measures_of(before, Q1), measures_of(after, Q1))
    assert told == answered.model_copy(update={"outcome": None, "figures": {}})
    assert asks(told, measures_of(after, Q1)) is Ask.OUTCOME


def test_a_step_that_can_be_taken_back_and_a_figure_that_waits_are_converted_too() -> None:
    draft = Draft(outcome=Outcome.PARTIAL, figures={"main": D(5000)}).changed(odd={"main": D(60000)})
    told = as_drafted(draft, measures_of(THOUSANDS, Q1), measures_of(MILLIONS, Q1))
    assert (told.figures, told.odd) == ({"main": D(5)}, {"main": D(60)})
    assert told.before == Draft(outcome=Outcome.PARTIAL, figures={"main": D(5)})


def test_what_was_handed_in_keeps_its_outcome_whatever_the_unit_is_now() -> None:
    given_in = Draft(outcome=Outcome.DONE, figures={"main": D(5)}, account="Обучены")
    told = as_reported(given_in, measures_of(PEOPLE, Q1), measures_of(SHARE, Q1))
    assert told == given_in.model_copy(update={"figures": {}})
    assert not stands(told, measures_of(SHARE, Q1))


def test_a_sum_that_is_planned_no_more_leaves_the_draft_and_stays_with_what_was_handed_in() -> None:
    draft = Draft(outcome=Outcome.DONE, figures={"main": D(6), "spent": D(148)})
    measures = measures_of(SCHOOLS, Q1), measures_of(SCHOOLS_UNFUNDED, Q1)
    assert as_drafted(draft, *measures) == draft.model_copy(update={"figures": {"main": D(6)}})
    assert as_reported(draft, *measures) == draft


@pytest.mark.parametrize(
    ("target", "before", "after", "told"),
    [
        ("6000.0", THOUSANDS, MILLIONS, "6"),
        ("0.0", THOUSANDS, MILLIONS, "0"),
        ("в рамках финансирования самих МО", THOUSANDS, MILLIONS, "в рамках финансирования самих МО"),
        ("-", THOUSANDS, MILLIONS, "-"),
        (None, THOUSANDS, MILLIONS, None),
        ("6000.0", THOUSANDS, THOUSANDS, "6000.0"),
        ("5", PEOPLE, SHARE, "86"),
        ("5", PEOPLE, THOUSANDS, "6000"),
        ("+", TICK, PEOPLE, "5"),
        ("освоить 6 млн тенге", GOAL_IN_MONEY, GOAL_IN_MORE, "освоить 6 млн тенге"),
    ],
)
def test_the_plan_value_of_a_report_is_told_in_the_new_scale(
    target: str | None, before: Activity, after: Activity, told: str | None
) -> None:
    was, now = measures_of(before, Q1)[0], measures_of(after, Q1)[0]
    assert told_target(target, was, now, after.targets[Q1]) == told


@given(st.decimals(min_value=0, max_value=10**15, places=9))
def test_there_and_back_is_the_same_money(figure: Decimal) -> None:
    there, back = measures_of(THOUSANDS, Q1), measures_of(MILLIONS, Q1)
    draft = Draft(outcome=Outcome.PARTIAL, figures={"main": figure})
    assert as_drafted(as_drafted(draft, there, back), back, there) == draft
