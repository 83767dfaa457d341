"""Who is reminded of what: a quarter lived through as a golden table, each rule by itself, and properties."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.model.obligations import Due, Obligation, ReportState
from core.model.people import Person
from core.plan.reports import Draft, Outcome
from reminders.kinds import may_be_told
from reminders.rules import Digest, digest, last_step, late_for_managers
from tests.reminders.samples import ALMATY, DAYS, QUARTER, at, lived, officer, owes

THE_QUARTER = """
2024-03-26 09 opens     left 8    owed 3 late 0
2024-03-27 09 before_7  left 7    owed 3 late 0
2024-04-02 09 before_3  left 3    owed 2 late 0
2024-04-04 09 before_1  left 1    owed 2 late 0
2024-04-05 09 on_day    left 0    owed 2 late 0
2024-04-08 09 after_1   left -1   owed 1 late 1 manager 2024-04-10
2024-04-10 09 after_3   left -3   owed 1 late 1
2024-04-12 09 after_5   left -5   owed 1 late 1
2024-04-19 09 weekly    left -10  owed 1 late 1
2024-04-26 09 weekly    left -15  owed 1 late 1
2024-05-03 09 weekly    left -19  owed 1 late 1
2024-05-10 09 weekly    left -22  owed 1 late 1
"""
"""Nauryz ends with Monday 25 March, 4 May is worked, 7 to 9 May are off; the last report is given on 15 May."""


def submitted(obligation_id: int = 1, **changes: Any) -> Obligation:
    return owes(obligation_id, **{"state": ReportState.SUBMITTED, "version": 1, **changes})


def line(moment: datetime, told: Digest) -> str:
    manager = f" manager {told.manager_told_on}" if told.manager_told_on else ""
    return (
        f"{told.day} {moment:%H} {told.step:<9} left {told.working_days_left:<4} "
        f"owed {len(told.owed)} late {len(told.late)}{manager}"
    )


def test_a_quarter_lived_by_one_officer() -> None:
    given_on = {1: date(2024, 4, 1), 2: date(2024, 4, 5), 3: date(2024, 5, 15)}

    def owed(today: date) -> list[Obligation]:
        return [submitted(n) if today > day else owes(n) for n, day in given_on.items()]

    said = lived(date(2024, 3, 1), date(2024, 6, 15), lambda _: officer(), owed)
    assert [line(*each) for each in said] == THE_QUARTER.strip().splitlines()
    assert all(told.report_due == date(2024, 4, 5) and told.period == "2024-Q1" for _, told in said)
    assert all(told.total == 3 for _, told in said)


def test_a_machine_that_was_off_says_the_last_missed_step_once() -> None:
    def running(moment: datetime) -> bool:
        return not at("2024-04-01 00:00") <= moment < at("2024-04-03 14:20")

    said = lived(date(2024, 3, 1), date(2024, 4, 5), lambda _: officer(), lambda _: [owes()], running)
    assert [(f"{moment:%m-%d %H}", told.step) for moment, told in said] == [
        ("03-26 09", "opens"),
        ("03-27 09", "before_7"),
        ("04-03 15", "before_3"),  # a day late, and at once: working hours are not over
        ("04-04 09", "before_1"),
        ("04-05 09", "on_day"),
    ]


def test_a_machine_that_was_off_over_the_due_day_warns_before_the_manager_knows() -> None:
    def running(moment: datetime) -> bool:
        return not at("2024-04-05 00:00") <= moment < at("2024-04-10 08:00")

    said = lived(date(2024, 4, 4), date(2024, 4, 11), lambda _: officer(), lambda _: [owes()], running)
    assert [line(*each) for each in said] == [
        "2024-04-04 09 before_1  left 1    owed 1 late 0",
        "2024-04-10 09 after_3   left -3   owed 1 late 1 manager 2024-04-11",
    ]
    manager = officer(id=9)
    for day, told_of in (("2024-04-10", []), ("2024-04-11", [(1,)])):
        before = max(t.day for _, t in said if str(t.day) < day)
        told = late_for_managers([manager], [owes()], {3: before}, at(f"{day} 09:00"), ALMATY, DAYS)
        assert [one.late for one in told] == told_of


@pytest.mark.parametrize(
    ("moment", "person", "told"),
    [
        ("2024-04-02 08:59", {}, False),
        ("2024-04-02 09:00", {}, True),
        ("2024-04-02 17:59", {}, True),
        ("2024-04-02 18:00", {}, False),
        ("2024-04-02 10:59", {"reminder_hour": 11}, False),
        ("2024-04-02 11:00", {"reminder_hour": 11}, True),
        ("2024-04-02 16:30", {"reminder_hour": 11}, True),  # a missed hour is made up for
        ("2024-04-02 09:00", {"reminder_hour": 6}, True),
        ("2024-04-02 08:00", {"reminder_hour": 6}, False),
        ("2024-04-02 17:00", {"reminder_hour": 22}, True),
        ("2024-04-06 10:00", {}, False),  # a Saturday
        ("2024-05-04 10:00", {}, True),  # a worked one
        ("2024-05-08 10:00", {}, False),
        ("2024-03-25 10:00", {}, False),
        ("2024-04-02 10:00", {"snoozed_until": date(2024, 4, 3)}, False),
        ("2024-04-03 10:00", {"snoozed_until": date(2024, 4, 3)}, True),
        ("2024-04-02 10:00", {"unreached_since": at("2024-04-01 10:00")}, False),
        ("2024-04-02 10:00", {"left_at": at("2024-04-01 10:00")}, False),
    ],
)
def test_when_a_person_may_be_told(moment: str, person: dict[str, Any], told: bool) -> None:
    assert may_be_told(officer(**person), at(moment), ALMATY, DAYS) is told


def told_on(
    moment: str, owed: list[Obligation], last: str | None = "2024-03-27", **person: Any
) -> Digest | None:
    last_day = date.fromisoformat(last) if last else None
    return digest(officer(**person), owed, last_day, at(moment), ALMATY, DAYS)


@pytest.mark.parametrize(
    ("obligation", "owed"),
    [
        (owes(), True),
        (owes(state=ReportState.DRAFT), True),
        (submitted(state=ReportState.RETURNED), True),
        (submitted(), False),
        (submitted(state=ReportState.ACCEPTED), False),
        (submitted(state=ReportState.DRAFT), False),  # a correction in the making
        (owes(withdrawn=True), False),
    ],
)
def test_nothing_is_said_to_who_owes_nothing(obligation: Obligation, owed: bool) -> None:
    told = told_on("2024-04-02 09:00", [obligation])
    assert (told is not None) is owed
    assert told_on("2024-04-02 09:00", []) is None


def test_what_is_recorded_only_is_still_owed() -> None:
    recorded = owes(2, state=ReportState.DRAFT, draft=Draft(outcome=Outcome.DONE))
    told = told_on("2024-04-02 09:00", [owes(1), recorded, submitted(3)])
    assert told is not None
    assert (told.owed, told.recorded, told.late, told.total) == ((1, 2), (2,), (), 3)


def test_one_reminder_a_day() -> None:
    assert told_on("2024-04-02 09:00", [owes()], last="2024-04-01") is not None
    assert told_on("2024-04-02 15:00", [owes()], last="2024-04-02") is None


def test_between_steps_nothing_is_said() -> None:
    assert told_on("2024-03-28 09:00", [owes()]) is None
    assert told_on("2024-03-19 09:00", [owes()], last=None) is None


def test_who_joined_today_was_shown_everything_already() -> None:
    joined = at("2024-03-26 10:00")
    assert told_on("2024-03-26 11:00", [owes()], last=None, joined_at=joined) is None
    following = told_on("2024-03-27 09:00", [owes()], last=None, joined_at=joined)
    assert following is not None
    assert following.step == "before_7"
    # A push for a day of the past (`remind --at`) has nobody who joined since then.
    assert told_on("2024-03-26 11:00", [owes()], last=None, joined_at=at("2026-01-01 10:00")) is not None


@pytest.mark.parametrize(
    ("until", "moment", "step"),
    [
        ("2024-04-03", "2024-04-02 09:00", None),
        ("2024-04-03", "2024-04-03 09:00", "before_3"),  # asked for, though it is no step's day
        ("2024-04-06", "2024-04-08 09:00", "after_1"),
        ("2024-03-28", "2024-03-28 09:00", "before_7"),
        ("2024-03-28", "2024-03-29 09:00", "before_7"),  # the machine was off on the 28th
        ("2024-03-27", "2024-03-28 09:00", None),  # the last reminder was on that day
    ],
)
def test_a_snooze_ends_with_a_reminder(until: str, moment: str, step: str | None) -> None:
    told = told_on(moment, [owes()], snoozed_until=date.fromisoformat(until))
    assert (told and told.step) == step


def test_a_snooze_over_nothing_owed_ends_in_silence() -> None:
    assert told_on("2024-04-03 09:00", [submitted()], snoozed_until=date(2024, 4, 3)) is None


def test_all_plans_and_posts_in_one_and_the_first_due_leads() -> None:
    year = Due(
        deadline=date(2023, 12, 31),
        opens=date(2023, 12, 21),
        report_due=date(2024, 4, 15),
        closes=date(2024, 4, 29),
    )
    other = owes(9, plan_id=2, post_id=4, period="2023", due=year)
    monthly = owes(4, period="2024-M03")
    told = told_on("2024-04-04 09:00", [other, monthly, owes(1), owes(2)], last="2024-04-02")
    assert told is not None
    assert (told.step, told.plan_id, told.period, told.report_due) == (
        "before_1",
        1,
        "2024-Q1",
        date(2024, 4, 5),
    )
    assert told.owed == (1, 2, 4, 9)
    assert told.total == 4


@pytest.mark.parametrize(
    ("due", "rows"),
    [
        # opens on a day off, due on a kept Saturday: no reminder on the day itself
        (
            ("2024-04-13", "2024-04-27"),
            ["opens 04-15", "before_7 04-18", "before_3 04-24", "before_1 04-26", "after_1 04-29"]
            + ["after_3 05-02", "after_5 05-04", "weekly 05-13"],
        ),
        # opens so late that the first steps fall away
        (
            ("2024-04-25", "2024-04-29"),
            ["opens 04-25", "before_1 04-26", "on_day 04-29", "after_1 04-30", "after_3 05-03"]
            + ["after_5 05-06", "weekly 05-13"],
        ),
    ],
)
def test_steps_around_days_off(due: tuple[str, str], rows: list[str]) -> None:
    opens, report_due = (date.fromisoformat(day) for day in due)
    at_due = Due(deadline=report_due, opens=opens, report_due=report_due, closes=report_due)
    seen: list[str] = []
    for n in range(40):
        step = last_step(at_due, DAYS, opens + timedelta(days=n))
        if step and f"{step.step} {step.day:%m-%d}" not in seen:
            seen.append(f"{step.step} {step.day:%m-%d}")
    assert seen[: len(rows)] == rows


@pytest.mark.parametrize(
    ("moment", "warned", "told"),
    [
        ("2024-04-09 09:00", {3: date(2024, 4, 8)}, False),  # the second working day late
        ("2024-04-10 09:00", {3: date(2024, 4, 8)}, True),
        ("2024-04-10 09:00", {3: date(2024, 4, 5)}, False),  # not warned since it was due
        ("2024-04-10 09:00", {3: None}, False),
        ("2024-04-10 09:00", {3: date(2024, 4, 10)}, False),  # warned only today
        ("2024-04-10 09:00", {}, True),  # nobody there to warn
        ("2024-04-11 09:00", {3: date(2024, 4, 10)}, True),
        ("2024-04-13 09:00", {3: date(2024, 4, 8)}, False),  # a Saturday
        ("2024-04-15 18:30", {3: date(2024, 4, 8)}, False),
    ],
)
def test_the_manager_is_told_from_the_third_working_day(
    moment: str, warned: dict[int, date | None], told: bool
) -> None:
    manager = officer(id=9)
    late = late_for_managers([manager], [owes(2), owes(1)], warned, at(moment), ALMATY, DAYS)
    assert bool(late) is told
    if late:
        assert (late[0].late, late[0].posts, late[0].key) == ((1, 2), (3,), f"late:9:{moment[:10]}")


def test_the_manager_hears_nothing_of_what_is_submitted() -> None:
    given_in = [submitted(1), owes(2, withdrawn=True)]
    moment = at("2024-04-10 09:00")
    assert late_for_managers([officer(id=9)], given_in, {}, moment, ALMATY, DAYS) == []


@st.composite
def dues(draw: st.DrawFn) -> Due:
    opens = draw(st.dates(date(2024, 3, 1), date(2024, 6, 30)))
    report_due = opens + timedelta(draw(st.integers(1, 40)))
    return Due(deadline=opens, opens=opens, report_due=report_due, closes=report_due + timedelta(14))


OWED = st.lists(
    st.builds(
        owes,
        st.integers(1, 999),
        due=dues(),
        plan_id=st.integers(1, 2),
        state=st.sampled_from(ReportState),
        version=st.integers(0, 2),
        withdrawn=st.booleans(),
    ),
    max_size=4,
    unique_by=lambda o: o.id,
)
PEOPLE = st.builds(
    officer,
    reminder_hour=st.integers(0, 23),
    snoozed_until=st.none() | st.dates(date(2024, 3, 1), date(2024, 7, 31)),
)


@settings(deadline=None, max_examples=25)
@given(person=PEOPLE, owed=OWED, off=st.sets(st.integers(0, 60), max_size=20))
def test_a_quarter_lived_by_anyone(person: Person, owed: list[Obligation], off: set[int]) -> None:
    start = date(2024, 3, 1)

    def running(moment: datetime) -> bool:
        return (moment.astimezone(ALMATY).date() - start).days not in off

    said = lived(start, date(2024, 5, 20), lambda _: person, lambda _: owed, running)
    told_days = [told.day for _, told in said]
    assert len(told_days) == len(set(told_days))
    by_id = {o.id: o for o in owed}
    for moment, told in said:
        assert 9 <= moment.hour < 18
        assert DAYS.is_working_day(moment.date())
        assert told.day == moment.date()
        assert told.owed
        assert set(told.late) | set(told.recorded) <= set(told.owed)
        for n in told.owed:
            assert not by_id[n].is_submitted
            assert not by_id[n].withdrawn
            assert by_id[n].due.opens <= told.day
        assert told.total >= len(told.owed)
    if all(o.is_submitted or o.withdrawn for o in owed):
        assert said == []


@settings(deadline=None, max_examples=50)
@given(due=dues(), held=st.booleans())
def test_the_officer_always_hears_before_the_manager(due: Due, held: bool) -> None:
    owed = [owes(1, due=due)]
    last = due.report_due + timedelta(days=14)
    said = lived(due.opens, last, lambda _: officer(), lambda _: owed) if held else []
    warned_days = [told.day for _, told in said if told.manager_told_on]
    for n in range(1, 14):
        today = due.report_due + timedelta(days=n)
        before = max((told.day for _, told in said if told.day < today), default=None)
        warned = {3: before} if held else {}
        now = at(f"{today} 09:00")
        if late_for_managers([officer(id=9)], owed, warned, now, ALMATY, DAYS):
            assert not held or any(day < today for day in warned_days)
            return
    raise AssertionError("the manager was never told")


def test_due_days_are_days_of_the_plans_zone() -> None:
    # 19:30 UTC on the 4th is half past midnight of the 5th in Almaty, outside working hours; 04:00 UTC is 9:00.
    assert told_on("2024-04-05 00:30", [owes()]) is None
    moment = datetime(2024, 4, 5, 4, 0, tzinfo=UTC)
    told = digest(officer(), [owes()], date(2024, 4, 4), moment, ALMATY, DAYS)
    assert told is not None
    assert (told.step, told.day, QUARTER.report_due) == ("on_day", date(2024, 4, 5), told.report_due)
