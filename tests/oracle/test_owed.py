"""Five real plans: what they owe by hand, by the oracle and by the program, report for report and day for day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.ports.unit_of_work import WorkingDays
from tests.oracle import by_hand
from tests.oracle.owed import Owed, bounds, owed
from tests.oracle.program import OF_PROGRAM, RULES, derived, reading

PLANS = sorted(RULES)


def of_oracle(name: str, days: WorkingDays) -> list[Owed]:
    return owed(reading(name), RULES[name], days.is_working_day)


def of_program(name: str, days: WorkingDays) -> list[Owed]:
    return derived(reading(name), RULES[name], days)


@pytest.mark.parametrize("name", PLANS)
def test_the_oracle_says_what_was_worked_out_by_hand(name: str, days: WorkingDays) -> None:
    by_key = {(one.activity, one.period): one for one in of_oracle(name, days)}
    hand = [Owed(*line.split()) for line in by_hand.OWED[name].strip().splitlines()]
    assert len(hand) >= 14
    assert [by_key.get((one.activity, one.period)) for one in hand] == hand


@pytest.mark.parametrize("name", PLANS)
def test_a_row_owes_for_the_periods_by_hand_and_no_others(name: str, days: WorkingDays) -> None:
    found = of_oracle(name, days)
    for row, periods in by_hand.PERIODS[name].items():
        assert sorted(one.period for one in found if one.activity == row) == sorted(periods.split()), row


@pytest.mark.parametrize("name", PLANS)
def test_the_program_owes_what_the_oracle_says_as_the_program_reads_the_page(
    name: str, days: WorkingDays
) -> None:
    """Every report and every field of it."""
    assert of_program(name, days) == owed(reading(name), RULES[name], days.is_working_day, OF_PROGRAM)


@pytest.mark.parametrize("name", sorted(set(RULES) - {"covid-2020", "almaty-2030"}))
def test_three_plans_owe_the_same_by_either_reading(name: str, days: WorkingDays) -> None:
    assert of_program(name, days) == of_oracle(name, days)


def test_of_the_national_plan_one_week_has_another_reading(days: WorkingDays) -> None:
    """The last week goes on over the plan's end: its work ends with the plan, or with the week; it is due alike."""
    program, oracle = set(of_program("covid-2020", days)), set(of_oracle("covid-2020", days))
    (own,), (other,) = program - oracle, oracle - program
    assert own == other._replace(deadline="2022-01-02")
    assert (other.activity, other.period, other.deadline) == ("a26", "2021-W52", "2021-12-31")


def test_of_the_city_roadmap_rows_of_money_alone_have_another_reading(days: WorkingDays) -> None:
    """Whether their money's years are the plan's values or their deadline's: one year more, no other day."""
    program = {(one.activity, one.period): one for one in of_program("almaty-2030", days)}
    oracle = {(one.activity, one.period): one for one in of_oracle("almaty-2030", days)}
    money_alone = {row["id"] for row in reading("almaty-2030")["activities"] if not row["targets"]}
    otherwise = [key for key in oracle if program[key] != oracle[key]]
    assert set(program) - set(oracle) == {("a33", "2022")}
    assert len(otherwise) == 127
    assert {row for row, _ in otherwise} <= money_alone
    assert all(program[key]._replace(kind="target") == oracle[key] for key in otherwise)


@pytest.mark.parametrize("name", PLANS)
def test_no_report_opens_after_its_deadline(name: str, days: WorkingDays) -> None:
    found = of_program(name, days)
    assert found
    assert [one for one in found if not one.opens <= min(one.deadline, one.report_due)] == []
    assert [one for one in found if not one.report_due < one.closes] == []


@pytest.mark.parametrize("name", PLANS)
def test_nothing_is_owed_from_before_the_start(name: str, days: WorkingDays) -> None:
    rule = RULES[name]
    start = rule.starts_on or date.fromisoformat(reading(name)["plan"]["period_start"])
    found = of_program(name, days)
    assert min(bounds(one.period)[1] for one in found) >= start
    assert min(date.fromisoformat(one.deadline) for one in found) >= start
    assert min(date.fromisoformat(one.report_due) for one in found) >= (rule.none_due_before or start)


def test_the_weekly_row_is_due_each_week(days: WorkingDays) -> None:
    """From the first week of reporting to the plan's last, each in the week after it."""
    weekly = [one for one in of_program("covid-2020", days) if one.activity == "a26"]
    mondays = [bounds(one.period)[0] for one in weekly]
    week = timedelta(days=7)
    assert mondays[0] <= date(2020, 7, 1) < mondays[0] + week
    assert mondays[-1] <= date(2021, 12, 31) < mondays[-1] + week
    assert [later - earlier for earlier, later in zip(mondays, mondays[1:], strict=False)] == [week] * 78
    dues = [date.fromisoformat(one.report_due) for one in weekly]
    assert [due - timedelta(days=due.weekday()) - week for due in dues] == mondays
