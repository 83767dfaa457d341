"""By any reporting rule, the program and the oracle owe the same of five real plans: periods, openings, due days and all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.workdays import KazakhstanDays
from tests.oracle.owed import LARGEST_FIRST, Rule, Said, owed
from tests.oracle.program import OF_PROGRAM, RULES, derived, reading

DAYS = KazakhstanDays()
KINDS = ("dated", "period", "recurring", "continuous", "event")
WITHOUT_TURNS = ("continuous", "event")

cycles = st.sampled_from(LARGEST_FIRST)
year_days = st.sampled_from(["01-10", "02-29", "04-15", "12-31"])
working_days = st.integers(0, 12)
opening = st.sampled_from([0, 1, 3, 10, 20, 40])
due: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.sampled_from(["plan", "deadline"]).map(lambda by: {"due_by": by}),
    working_days.map(lambda n: {"due_by": "count", "working_day": n}),
    year_days.map(lambda day: {"due_by": "fixed", "fixed_day": day}),
)


@st.composite
def said(draw: st.DrawFn, *, cyclic: bool) -> Said:
    """What a coordinator can set of a kind or a row: when it is due, when it opens, how often."""
    how: dict[str, Any] = draw(due)
    opens = draw(st.none() | opening)
    return Said(**how, opens_days_before=opens, cycle=draw(st.none() | cycles) if cyclic else None)


@st.composite
def some_rows(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """The plan with a part of its rows, always others: what a row owes does not hang on the rows beside it."""
    plan = reading(name)
    numbers = st.sets(st.integers(0, len(plan["activities"]) - 1), min_size=12, max_size=24)
    return {**plan, "activities": [plan["activities"][at] for at in sorted(draw(numbers))]}


@st.composite
def rules(draw: st.DrawFn, plan: dict[str, Any]) -> Rule:
    first = date.fromisoformat(plan["plan"]["period_start"])
    days = st.integers(0, 800).map(lambda n: first + timedelta(days=n))
    by_kind = draw(st.sets(st.sampled_from(KINDS)))
    by_row = draw(
        st.lists(st.sampled_from([row["id"] for row in plan["activities"]]), max_size=8, unique=True)
    )
    return Rule(
        cycle=draw(cycles),
        due_working_day=draw(working_days),
        due_day=draw(st.none() | year_days),
        opens_days_before_end=draw(opening),
        closes_working_days_after_due=draw(st.integers(1, 20)),
        day_off=draw(st.sampled_from(["keep", "before", "after"])),
        starts_on=draw(st.none() | days),
        none_due_before=draw(st.none() | days),
        kinds={kind: draw(said(cyclic=kind in WITHOUT_TURNS)) for kind in sorted(by_kind)},
        rows={row: draw(said(cyclic=True)) for row in by_row},
    )


@pytest.mark.parametrize("name", sorted(RULES))
@settings(max_examples=30)
@given(data=st.data())
def test_by_any_rule_both_owe_the_same(name: str, data: st.DataObject) -> None:
    plan = data.draw(some_rows(name))
    rule = data.draw(rules(plan))
    program = derived(plan, rule, DAYS)
    assert program == owed(plan, rule, DAYS.is_working_day, OF_PROGRAM)
    assert all(one.opens <= min(one.deadline, one.report_due) for one in program)
