"""Who takes part in a row that another post reports on, and when."""

from __future__ import annotations

from datetime import date

import pytest

from core.kernel.errors import NotAllowed
from core.model.delegation import Acting
from core.model.editions import LiveActivity, Ownership
from core.model.obligations import Due, Obligation, ObligationKind, ReportingRule, ReportState
from core.model.people import Post
from core.owed.plan_cache import OpenPlan
from core.plan.model import Activity
from core.plan.reports import Contribution, Draft, Outcome
from core.report.consolidation import parts_of
from core.report.contributing import contributing_post, is_shown, posts_by_row, taken_in
from core.report.draft_steps import as_planned, is_ready, needs_answer, undone
from tests.core.lifecycle.test_reporting_rules import NOW
from tests.core.report.test_consolidation import COUNT
from tests.core.samples import plan_of

OWNER, OTHER, GROUP, MEMBER = 1, 2, 9, 3
POSTS = {
    OWNER: Post(id=OWNER, name="Метролог"),
    OTHER: Post(id=OTHER, name="Экономист"),
    MEMBER: Post(id=MEMBER, name="Заместитель"),
    GROUP: Post(id=GROUP, name="Заместители", is_group=True, reports=MEMBER),
}
ROW = Ownership(owner=OWNER, contributors=(GROUP, OTHER), confirmed=True)


@pytest.mark.parametrize(
    ("ownership", "held", "rule", "post"),
    [
        (ROW, {OTHER}, "one", OTHER),
        (ROW, {MEMBER}, "one", MEMBER),  # who answers for the group that is named
        (ROW, {OTHER, MEMBER}, "one", MEMBER),
        (ROW, {OWNER}, "one", None),
        (ROW, {OWNER, OTHER}, "one", None),  # one's own report needs no contribution
        (ROW, set(), "one", None),
        (ROW, {OTHER}, "each", None),  # owes a report of its own
        (Ownership(owner=OWNER, supervisor=OTHER, confirmed=True), {OTHER}, "one", None),
        (Ownership(contributors=(OTHER,), confirmed=True), {OTHER}, "one", None),
        (ROW.model_copy(update={"confirmed": False}), {OTHER}, "one", None),
    ],
)
def test_who_takes_part(ownership: Ownership, held: set[int], rule: str, post: int | None) -> None:
    row = LiveActivity(id=7, plan_id=1, position=0, row=Activity(id="a", title="Т"), ownership=ownership)
    told = ReportingRule.model_validate({"responsibility": rule})
    assert contributing_post(row, held, POSTS, told) == post


@pytest.mark.parametrize(
    ("today", "state", "withdrawn", "shown"),
    [
        ("2024-03-20", ReportState.NONE, False, False),
        ("2024-03-21", ReportState.NONE, False, True),
        ("2024-06-01", ReportState.DRAFT, False, True),  # late, and still to be reported
        ("2024-04-19", ReportState.SUBMITTED, False, True),
        ("2024-04-20", ReportState.SUBMITTED, False, False),
        ("2024-04-20", ReportState.RETURNED, False, True),
        ("2024-03-21", ReportState.NONE, True, False),
    ],
)
def test_when_it_is_shown(today: str, state: ReportState, withdrawn: bool, shown: bool) -> None:
    o = Obligation(
        id=1,
        plan_id=1,
        activity_id=7,
        post_id=OWNER,
        kind=ObligationKind.TARGET,
        period="2024-Q1",
        target="12",
        due=Due(
            deadline=date(2024, 3, 31),
            opens=date(2024, 3, 21),
            report_due=date(2024, 4, 5),
            closes=date(2024, 4, 19),
        ),
        state=state,
        version=int(state in (ReportState.SUBMITTED, ReportState.RETURNED)),
        withdrawn=withdrawn,
    )
    assert is_shown(o, date.fromisoformat(today)) == shown


def test_what_others_said_is_no_answer_and_stays_through_undo() -> None:
    said = (Contribution(post_id=OTHER, person_id=5, name="Айша", text="Смета готова", at=NOW),)
    draft = Draft(said=said)
    assert draft.is_empty
    answered = as_planned(draft, COUNT)
    later = answered.model_copy(update={"said": (*said, *said)})
    assert answered.outcome is Outcome.DONE
    assert undone(later) == Draft(said=(*said, *said))


def owed(**parts: object) -> Obligation:
    """What the owner of row 7 owes for the first quarter, opened on the day of the tests and long from closed."""
    today = NOW.date()
    due = Due(deadline=today, opens=today, report_due=today, closes=date(2099, 1, 1))
    made = {"id": 1, "plan_id": 1, "activity_id": 7, "post_id": OWNER, "kind": ObligationKind.TARGET}
    return Obligation.model_validate({**made, "period": "2024-Q1", "target": "12", "due": due, **parts})


def test_what_was_agreed_as_not_required_is_shown_to_nobody_and_missed_by_nobody() -> None:
    lead = owed()
    part = lead.model_copy(update={"id": 2, "post_id": OTHER})
    excused = part.model_copy(update={"excused": True})
    assert is_shown(part, NOW.date())
    assert not is_shown(excused, NOW.date())
    assert parts_of([lead, part], lead) == [part]
    assert parts_of([lead, excused], lead) == []


def test_what_a_co_executor_tells_of_a_returned_report_is_no_answer_of_its_owner() -> None:
    sent = as_planned(Draft(), COUNT).as_submitted()
    returned = owed(state=ReportState.RETURNED, version=1, submitted=sent, draft=sent)
    said = Contribution(post_id=OTHER, person_id=5, name="Алия", text="готово", evidence=9, at=NOW)
    told = returned.model_copy(update={"draft": sent.model_copy(update={"said": (said,), "evidence": (9,)})})
    assert needs_answer(returned)
    assert needs_answer(told)
    assert not is_ready(told)
    own = told.model_copy(update={"draft": told.draft.model_copy(update={"evidence": (9, 10)})})
    assert is_ready(own)


def test_what_others_said_is_taken_into_the_account_once_with_who_said_it() -> None:
    said = Contribution(post_id=OTHER, person_id=5, name="Алия", text="смета готова", at=NOW)
    draft = Draft(account="Начато", said=(said, said.model_copy(update={"text": None, "evidence": 9})))
    taken = taken_in(draft, {OTHER: "Экономист"})
    assert taken.account == "Начато\nЭкономист: смета готова"
    with pytest.raises(NotAllowed, match="joint-nothing-new"):
        taken_in(taken, {OTHER: "Экономист"})


def test_ones_own_post_takes_part_before_one_that_is_stood_in_for() -> None:
    row = LiveActivity(id=7, plan_id=1, position=0, row=Activity(id="a", title="Т"), ownership=ROW)
    plan = OpenPlan(plan_of(2024), {7: row}, POSTS)
    stood_in = Acting(how="substitute", post_id=MEMBER, holders=(5,), until=NOW.date())
    assert posts_by_row(plan, {MEMBER: stood_in}) == {7: MEMBER}
    assert posts_by_row(plan, {MEMBER: stood_in, OTHER: None}) == {7: OTHER}
    assert posts_by_row(plan, {OWNER: None, OTHER: None}) == {}
