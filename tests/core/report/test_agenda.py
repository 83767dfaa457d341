"""What is owed and when, day by day, and what opens next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.obligations import Due, Extension, NotYetOpen, Obligation, ReportingRule, ReportState
from core.owed.status import is_outstanding
from core.ports.unit_of_work import Storage
from core.report.agenda import (
    Openings,
    agenda_of,
    by_day,
    in_due_order,
    opening_next,
    openings,
    report_was_due,
    work_due,
    work_was_due,
)
from tests.core.office import OFFICER, worklist
from tests.core.report.cards import DONE, obligation
from tests.storage.samples import derived, due_on, live_plan

RULES = {1: ReportingRule(), 2: ReportingRule(cycle="month")}
JANUARY, APRIL, MAY, JULY = date(2024, 1, 10), date(2024, 4, 5), date(2024, 5, 5), date(2024, 7, 5)


def days(ordered: list[Obligation]) -> list[tuple[date, list[tuple[int, str, list[int]]]]]:
    return [
        (due.day, [(h.plan_id, h.period, [o.id for o in h.obligations]) for h in due.heaps])
        for due in by_day(ordered, RULES)
    ]


def test_soonest_first_by_day_then_plan_and_period_and_as_given_within() -> None:
    owed = [
        obligation(3, "2024-M01"),
        obligation(1),
        obligation(7, "2024-M04", due=MAY, plan_id=2),
        obligation(5, "2024-M03", plan_id=2),
        obligation(2, "2023-Q4", due=JANUARY),
        obligation(4, "2023-Q4", extension=Extension(report_due=APRIL), due=JANUARY),
    ]
    assert days(in_due_order(owed, RULES)) == [
        (JANUARY, [(1, "2023-Q4", [2])]),
        (APRIL, [(1, "2023-Q4", [4]), (1, "2024-Q1", [3, 1]), (2, "2024-M03", [5])]),
        (MAY, [(2, "2024-M04", [7])]),
    ]


@pytest.mark.parametrize(
    ("facts", "is_told"),
    [
        ({}, True),
        ({"draft": DONE, "state": ReportState.DRAFT}, True),
        ({"asking": "not_required"}, True),
        ({"asking": "extension"}, True),
        ({"excused": True}, False),
        ({"version": 1, "submitted": DONE, "state": ReportState.SUBMITTED}, False),
        ({"version": 1, "submitted": DONE, "state": ReportState.ACCEPTED}, False),
        ({"version": 1, "submitted": DONE, "state": ReportState.DRAFT}, False),  # a correction in the making
        ({"version": 1, "submitted": DONE, "state": ReportState.RETURNED}, True),
    ],
)
def test_what_is_owed_still(facts: dict[str, Any], is_told: bool) -> None:
    assert bool(in_due_order([obligation(1, **facts)], RULES)) is is_told


@given(
    st.lists(
        st.builds(
            lambda number, shift, plan, excused: obligation(
                number, due=APRIL + timedelta(days=shift), plan_id=plan, excused=excused
            ),
            st.integers(1, 99),
            st.integers(-3, 3),
            st.sampled_from([1, 2]),
            st.booleans(),
        ),
        max_size=20,
    )
)
def test_every_one_is_told_once_and_each_day_once(owed: list[Obligation]) -> None:
    found = by_day(in_due_order(owed, RULES), RULES)
    told = [o.id for due in found for heap in due.heaps for o in heap.obligations]
    assert sorted(told) == sorted(o.id for o in owed if is_outstanding(o))
    assert [due.day for due in found] == sorted({due.day for due in found})
    for due in found:
        places = [(h.plan_id, h.period) for h in due.heaps]
        assert len(places) == len(set(places))


def test_what_waits_for_a_file_is_known_by_its_heap() -> None:
    [due] = by_day([obligation(1, draft=DONE, state=ReportState.DRAFT)], RULES, frozenset({1}))
    assert [o.id for o in due.heaps[0].held] == [1]


def with_days(deadline: date, period: str, extension: Extension | None = None) -> Obligation:
    due = Due(deadline=deadline, opens=date(2024, 3, 21), report_due=APRIL, closes=date(2024, 4, 19))
    return obligation(1, period, extension=extension).model_copy(update={"due": due})


END, MIDDLE, JUNE = date(2024, 3, 31), date(2024, 3, 15), date(2024, 6, 30)


@pytest.mark.parametrize(
    ("deadline", "period", "extension", "work", "work_was", "report_was"),
    [
        (END, "2024-Q1", None, None, None, None),
        (END, "2024-M03", None, None, None, None),
        (MIDDLE, "2024-Q1", None, MIDDLE, None, None),  # «акт до 15 марта»
        (END, "2024", None, END, None, None),  # of the year's report, by the first quarter's end
        (date(2026, 12, 31), "2024-2026", None, None, None, None),
        (END, "2024-Q1", Extension(report_due=MAY), None, None, APRIL),
        (END, "2024-Q1", Extension(deadline=JUNE), JUNE, END, None),
        (MIDDLE, "2024-Q1", Extension(deadline=END, report_due=MAY), None, MIDDLE, APRIL),
        (END, "2024-Q1", Extension(report_due=JANUARY), None, None, None),  # the plan's day is later by now
    ],
)
def test_the_days_beside_that_of_the_report(
    deadline: date,
    period: str,
    extension: Extension | None,
    work: date | None,
    work_was: date | None,
    report_was: date | None,
) -> None:
    o = with_days(deadline, period, extension)
    assert (work_due(o), work_was_due(o), report_was_due(o)) == (work, work_was, report_was)


def ahead(
    opens: date, count: int = 1, plan_id: int = 1, period: str = "2024-Q2", until: date | None = None
) -> NotYetOpen:
    due = opens + timedelta(days=15)
    return NotYetOpen(plan_id=plan_id, period=period, opens=opens, report_due=due, count=count, until=until)


JUNE_20, SEPTEMBER = date(2024, 6, 20), date(2024, 9, 20)


@pytest.mark.parametrize(
    ("found", "most", "told"),
    [
        ([], 5, []),
        ([ahead(SEPTEMBER, 2, period="2024-Q3"), ahead(JUNE_20, 3)], 5, [(JUNE_20, 3), (SEPTEMBER, 2)]),
        ([ahead(SEPTEMBER, 2, period="2024-Q3"), ahead(JUNE_20, 3)], 1, [(JUNE_20, 3)]),
        ([ahead(JUNE_20, 3, plan_id=2), ahead(JUNE_20, 1)], 5, [(JUNE_20, 1), (JUNE_20, 3)]),
        ([ahead(JUNE_20, 3), ahead(JUNE_20, 2, until=JULY)], 5, [(JUNE_20, 5)]),
        ([ahead(JUNE_20, 3), ahead(JUNE_20, 2, until=APRIL)], 5, [(JUNE_20, 3)]),
        ([ahead(JUNE_20, 2, until=JUNE_20)], 5, [(JUNE_20, 2)]),
        ([ahead(JUNE_20, 2, until=JUNE_20 - timedelta(days=1))], 5, []),
    ],
)
def test_what_opens_next(found: list[NotYetOpen], most: int, told: list[tuple[date, int]]) -> None:
    assert [(one.opens, one.count) for one in opening_next(found, most)] == told


def test_of_two_due_days_of_one_opening_the_nearest_is_told() -> None:
    later = ahead(JUNE_20, 2).model_copy(update={"report_due": JULY + timedelta(days=14)})
    [one] = opening_next([later, ahead(JUNE_20, 3)], 5)
    assert (one.count, one.report_due) == (5, JULY)


async def test_the_agenda_of_a_worklist_is_read_by_pages(office: Storage) -> None:
    async with office.begin() as work:
        found = await worklist(work)
        agenda = agenda_of(found)
        assert [o.id for o in agenda.owed] == [o.id for o in found.obligations]
        assert (agenda.overdue, agenda.has_several_places) == (0, False)
        (page,) = agenda.days(1, 5)
        assert (page.day, [o.id for h in page.heaps for o in h.obligations]) == (APRIL, [agenda.owed[1].id])
        late = agenda_of(replace(found, today=date(2024, 4, 6)))
        assert late.overdue == 2


async def test_what_opens_next_is_told_by_plan_where_there_are_several(office: Storage) -> None:
    async with office.begin() as work:
        found = await worklist(work)
        assert await openings(work, found, OFFICER, 3) == Openings([], has_several_plans=False)
        plan = await live_plan(work, activities=1)
        (row,) = await work.plans.add_activities(plan)
        later = due_on(date(2024, 7, 5))
        await work.obligations.add(
            plan.id, [derived(row.id, found.obligations[0].post_id, period="2024-Q2", due=later)]
        )
        coming = await openings(work, found, OFFICER, 3)
        assert [(one.plan_id, one.period, one.count) for one in coming.coming] == [(plan.id, "2024-Q2", 1)]
        assert coming.has_several_plans
