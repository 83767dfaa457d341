"""Another day, or not required: what may be asked, what a consent moves, which day counts (domain, §4 and §5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workdays import KazakhstanDays
from core.kernel.errors import UnreadableInput
from core.model.obligations import Extension, Obligation, ReportingRule, ReportState
from core.model.requests import Moves, is_open, new_day
from core.owed import status
from core.plan.reports import Draft, Outcome
from core.report.draft_steps import is_ready, needs_answer
from core.report.heaps import heaps
from core.report.record import needs_why
from core.report.request_service import extended
from reminders.rules import digest
from tests.reminders.samples import ALMATY, DAYS, QUARTER, at, officer, owes

DONE = Draft(outcome=Outcome.DONE)
LATER = Extension(report_due=date(2024, 4, 30), closes=date(2024, 5, 20))
WORK = Extension(deadline=date(2024, 6, 30))
GIVEN: dict[str, Any] = {"draft": DONE, "submitted": DONE, "version": 1, "state": ReportState.SUBMITTED}


def days_of(o: Obligation) -> tuple[str, ...]:
    d = o.due_now
    return tuple(f"{day:%d.%m}" for day in (d.deadline, d.opens, d.report_due, d.closes))


@pytest.mark.parametrize(
    ("extension", "held"),
    [
        (None, ("31.03", "21.03", "05.04", "19.04")),
        (LATER, ("31.03", "21.03", "30.04", "20.05")),
        (WORK, ("30.06", "21.03", "05.04", "19.04")),
    ],
)
def test_an_extension_moves_its_own_day_and_the_plans_stay(
    extension: Extension | None, held: tuple[str, ...]
) -> None:
    o = owes(extension=extension)
    assert days_of(o) == held
    assert o.due == QUARTER
    assert status.is_extended(o) is (extension is not None)


@pytest.mark.parametrize(
    ("first", "on_time", "late"),
    [(date(2024, 4, 5), True, False), (date(2024, 4, 30), False, False), (date(2024, 5, 2), False, True)],
)
def test_timeliness_goes_by_the_plans_day_and_lateness_by_the_extended_one(
    first: date, on_time: bool, late: bool
) -> None:
    o = owes(**GIVEN, first_submitted_on=first, extension=LATER)
    assert (status.is_on_time(o), status.is_late(o)) == (on_time, late)


@pytest.mark.parametrize(
    ("changes", "as_of", "overdue"),
    [
        ({}, date(2024, 4, 6), True),
        ({"extension": LATER}, date(2024, 4, 30), False),
        ({"extension": LATER}, date(2024, 5, 1), True),
        ({"extension": WORK}, date(2024, 4, 6), True),
        ({"excused": True}, date(2024, 4, 6), False),
        (GIVEN, date(2024, 4, 6), False),
    ],
)
def test_overdue_goes_by_the_extended_day(changes: dict[str, Any], as_of: date, overdue: bool) -> None:
    assert status.is_overdue(owes(**changes), as_of) is overdue


@pytest.mark.parametrize(
    ("changes", "open_"),
    [
        ({}, True),
        ({"asking": "extension"}, True),
        ({**GIVEN, "state": ReportState.RETURNED}, True),
        (GIVEN, False),
        ({"excused": True}, False),
        ({"withdrawn": True}, False),
    ],
)
def test_what_can_still_be_asked_about(changes: dict[str, Any], open_: bool) -> None:
    assert is_open(owes(**changes)) is open_


@pytest.mark.parametrize(
    ("moves", "day", "today", "refused"),
    [
        ("report", date(2024, 4, 8), date(2024, 4, 1), None),
        ("report", date(2024, 4, 5), date(2024, 4, 1), "request-day-earlier"),
        ("work", date(2024, 4, 5), date(2024, 4, 1), None),
        ("work", date(2024, 3, 30), date(2024, 3, 28), "request-day-earlier"),
        ("report", date(2024, 4, 8), date(2024, 4, 9), "request-day-past"),
        ("report", date(2044, 4, 8), date(2024, 4, 9), "request-day-far"),
    ],
)
def test_a_new_day_is_a_later_one(moves: Moves, day: date, today: date, refused: str | None) -> None:
    if refused is None:
        assert new_day(owes(), moves, day, today) == day
        return
    with pytest.raises(UnreadableInput) as why:
        new_day(owes(), moves, day, today)
    assert why.value.message_id == refused


def test_a_later_report_keeps_its_period_open_as_the_rule_says() -> None:
    rule = ReportingRule(closes_working_days_after_due=10)
    once = extended(owes(), "report", date(2024, 4, 12), rule, KazakhstanDays())
    assert once == Extension(report_due=date(2024, 4, 12), closes=date(2024, 4, 26))
    twice = extended(owes(extension=once), "work", date(2024, 6, 30), rule, KazakhstanDays())
    assert twice == once.model_copy(update={"deadline": date(2024, 6, 30)})
    short = ReportingRule(closes_working_days_after_due=1)
    assert extended(owes(), "report", date(2024, 4, 8), short, KazakhstanDays()).closes == date(2024, 4, 19)


def test_what_is_not_required_is_walked_counted_and_reminded_of_by_nobody() -> None:
    excused, other = owes(1, excused=True), owes(2)
    assert not needs_answer(excused)
    assert not is_ready(owes(1, excused=True, draft=DONE, state=ReportState.DRAFT))
    (heap,) = heaps([excused, other], {1: ReportingRule()}, date(2024, 4, 1))
    assert heap.counted == heap.owed == heap.open == (other,)
    assert heap.obligations == (excused, other)
    now = at("2024-04-05 09:30")
    said = digest(officer(), [excused, other], None, now, ALMATY, DAYS)
    assert said is not None
    assert said.owed == (2,)
    assert digest(officer(), [excused], None, now, ALMATY, DAYS) is None


@given(
    own=st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    granted=st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2024, 12, 31))),
)
def test_what_holds_is_never_earlier_than_the_plan(own: date, granted: date | None) -> None:
    due = QUARTER.model_copy(update={"report_due": own})
    held = owes(due=due, extension=Extension(report_due=granted)).due_now.report_due
    assert held == max(own, granted or own)


def test_reminders_go_by_the_extended_day() -> None:
    now = at("2024-04-08 09:30")
    late = digest(officer(), [owes()], date(2024, 4, 5), now, ALMATY, DAYS)
    assert late is not None
    assert late.late == (1,)
    assert digest(officer(), [owes(extension=LATER)], date(2024, 4, 5), now, ALMATY, DAYS) is None
    again = digest(officer(), [owes(extension=LATER)], date(2024, 4, 8), at("2024-04-30 09:30"), ALMATY, DAYS)
    assert again is not None
    assert (again.step, again.report_due, again.working_days_left) == ("on_day", date(2024, 4, 30), 0)


RETURNED = {**GIVEN, "state": ReportState.RETURNED, "comment": "Где акт?"}


@pytest.mark.parametrize(
    ("changes", "stops", "ready"),
    [
        (GIVEN, False, False),
        (RETURNED, True, False),
        # Answered since, by the same or another answer: the walk goes on, and it can be handed in.
        ({**RETURNED, "draft": DONE.changed(outcome=Outcome.DONE)}, False, True),
        ({**RETURNED, "draft": DONE.model_copy(update={"evidence": (7,)})}, False, True),
        ({**RETURNED, "draft": DONE.changed(outcome=Outcome.PARTIAL)}, True, False),
        ({**GIVEN, "state": ReportState.ACCEPTED}, False, False),
        ({**GIVEN, "state": ReportState.ACCEPTED, "draft": DONE.changed(account="иначе")}, False, True),
    ],
)
def test_the_walk_stops_at_what_came_back(changes: dict[str, Any], stops: bool, ready: bool) -> None:
    assert (needs_answer(owes(**changes)), is_ready(owes(**changes))) == (stops, ready)


@pytest.mark.parametrize(
    ("changes", "today", "asks_why"),
    [
        ({}, date(2024, 5, 1), False),
        (GIVEN, date(2024, 4, 19), False),
        (GIVEN, date(2024, 4, 20), True),
        ({**GIVEN, "extension": LATER}, date(2024, 4, 20), False),
        ({**GIVEN, "state": ReportState.ACCEPTED}, date(2024, 4, 10), True),
        (RETURNED, date(2024, 4, 20), False),
    ],
)
def test_a_correction_of_what_is_closed_or_accepted_asks_why(
    changes: dict[str, Any], today: date, asks_why: bool
) -> None:
    assert needs_why(owes(**changes), today) is asks_why
