"""What a manager's lists are made of: what is overdue by post, what waits for review, how a row's reports are found."""

from __future__ import annotations

from datetime import date

import pytest

from core.kernel.errors import Missing
from core.model.editions import LiveActivity, Ownership
from core.model.obligations import Due, Obligation, ObligationKind, ReportState
from core.model.people import Post
from core.owed.plan_cache import OpenPlan
from core.plan.model import Activity
from core.plan.reports import Draft, Outcome
from core.summary.book import FLAT, Book, overdue_by_post
from tests.core.samples import plan_of

TODAY = date(2024, 5, 1)
POSTS = {id: Post(id=id, name=name) for id, name in ((1, "Экономист"), (2, "Метролог"), (3, "Аптекарь"))}


def owed(id: int, activity: int, post: int, due: date = date(2024, 4, 5), **more: object) -> Obligation:
    days = Due(deadline=date(2024, 3, 31), opens=date(2024, 3, 21), report_due=due, closes=date(2024, 6, 1))
    kept = {"id": id, "activity_id": activity, "post_id": post, "due": days, "plan_id": 1, **more}
    return Obligation.model_validate(
        {"kind": ObligationKind.TURN, "period": "2024-Q1", "target": None, **kept}
    )


def sent(id: int, activity: int, post: int, state: ReportState = ReportState.SUBMITTED) -> Obligation:
    done = Draft(outcome=Outcome.DONE)
    return owed(id, activity, post, state=state, submitted=done, draft=done, version=1)


def book(*obligations: Obligation) -> Book:
    rows = {
        id: LiveActivity(
            id=id,
            plan_id=1,
            position=id,
            row=Activity(id=f"a{id}", title=f"Строка {id}"),
            ownership=Ownership(owner=1),
        )
        for id in (1, 2, 3)
    }
    return Book(OpenPlan(plan_of(2024), rows, POSTS), list(obligations), TODAY)


def test_what_is_overdue_stands_by_post_the_oldest_first() -> None:
    late = [
        owed(1, 1, 1, date(2024, 4, 12)),
        owed(2, 1, 2, date(2024, 4, 8)),
        owed(3, 2, 1, date(2024, 4, 3)),
        owed(4, 2, 3, date(2024, 6, 3)),
        sent(5, 3, 3),
    ]
    assert [o.id for _, o in overdue_by_post([book(*late)], None)] == [3, 1, 2]
    assert overdue_by_post([book(*late)], "2024-Q2") == []


def test_review_goes_on_from_a_report_that_waits_no_more() -> None:
    found = book(sent(1, 1, 1), sent(2, 2, 1, ReportState.ACCEPTED), sent(3, 3, 1), owed(4, 3, 2))
    assert [o.id for o in found.to_review()] == [1, 3]
    following = found.next_to_review(2)
    assert following is not None
    assert following.id == 3
    last = found.next_to_review(3)
    assert last is not None
    assert last.id == 1, "from the top again"
    assert book(sent(1, 1, 1)).next_to_review(1) is None


def test_the_reports_on_a_row_in_a_period() -> None:
    found = book(owed(1, 1, 1), owed(2, 1, 2), owed(3, 2, 1))
    assert [o.id for o in found.of_row(1, "2024-Q1")] == [1, 2]
    assert found.of_row(1, "2024-Q2") == []
    with pytest.raises(Missing):
        found.activity(9)


def test_a_plan_of_few_rows_opens_to_them() -> None:
    found = book(owed(1, 1, 1), owed(2, 2, 2))
    assert len(found.rows(None)) <= FLAT
    assert [row.activity.id for row in found.opened(found.summary(None)) if not hasattr(row, "kind")] == [
        1,
        2,
    ]


def test_what_is_owed_is_parted_in_any_way_and_adds_up() -> None:
    found = book(owed(1, 1, 1), sent(2, 1, 2), owed(3, 2, 2))
    lines = found.counted(None).lines("group", lambda o: f"r{o.activity_id}", {"r1": "Первая"})
    assert [(line.id, line.title, line.obligations) for line in lines] == [
        ("r1", "Первая", (1, 2)),
        ("r2", "", (3,)),
    ]
    assert sum(line.tally.owed for line in lines) == found.summary(None).total.owed
