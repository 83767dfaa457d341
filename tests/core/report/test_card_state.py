"""What the card of one report shows and asks, as the rules have it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from core.model.obligations import Extension, ReportState
from core.plan.model import Unit
from core.plan.reports import Contribution, Draft, Evidence, Outcome
from core.report.card_state import CardState, card_state, untaken
from tests.core.report.cards import HELPER, figures, level, owed, row, worklist

DONE = Draft(outcome=Outcome.DONE, figures=figures(main=6000))
PARTIAL = Draft(outcome=Outcome.PARTIAL, figures=figures(main=10))
SENT: dict[str, Any] = {"submitted": DONE, "version": 1, "state": ReportState.SUBMITTED}
AT = datetime(2024, 3, 26, 6, tzinfo=UTC)


def card(draft: Draft | None = None, **facts: Any) -> CardState:
    o = owed(draft=draft, **facts)
    return card_state(worklist([row()], [o]), o, (), None)


@pytest.mark.parametrize(
    ("draft", "question"),
    [
        (Draft(), None),
        (Draft(odd=figures(main=60)), "confirm"),
        (PARTIAL, "reason"),
        (PARTIAL.model_copy(update={"reason": "нет денег"}), "forecast"),
        (DONE, None),
    ],
)
def test_the_question_is_the_walks_own(draft: Draft, question: str | None) -> None:
    assert card(draft).question == question


def test_a_button_opens_another_question() -> None:
    o = owed(draft=PARTIAL)
    found = card_state(worklist([row()], [o]), o, (), None, opened="figure", measure="main")
    assert (found.question, found.asked.id) == ("figure", "main")


def test_an_indicator_without_a_plan_value_is_asked_for_its_figure() -> None:
    o = owed(target=None)
    found = card_state(worklist([level(targets={})], [o]), o, (), None)
    assert (found.is_indicator, found.question) == (True, "indicator")


def test_nothing_is_asked_of_what_is_not_required() -> None:
    assert card(PARTIAL, excused=True).question is None


def test_the_year_so_far_is_what_was_recorded_before_of_what_is_planned() -> None:
    first, second = owed(draft=DONE), owed(id=2, period="2024-Q2", target="4000")
    both = worklist([row()], [first, second])
    assert card_state(both, second, (), None).year == (Decimal(6000), Decimal(10000))
    assert card_state(both, first, (), None).year == (Decimal(0), Decimal(10000))


@pytest.mark.parametrize(
    ("unit", "targets"),
    [
        (Unit.PERCENT, {"2024-Q1": "50", "2024-Q2": "60"}),
        (Unit.COUNT, {"2024-Q1": "5"}),
        (Unit.COUNT, {"2024-Q1": "0", "2024-Q2": "0"}),
        (Unit.COUNT, {"2024-Q1": "5", "2025-Q1": "5"}),
    ],
)
def test_levels_and_single_figures_make_no_year(unit: Unit, targets: dict[str, str]) -> None:
    o = owed()
    assert card_state(worklist([row(unit=unit, targets=targets)], [o]), o, (), None).year is None


def test_the_last_step_is_taken_back_here_or_on_the_card_before() -> None:
    first, second = owed(draft=DONE), owed(2)
    both = worklist([row(), row()], [first, second])
    assert card_state(both, second, (), None).undoes is None
    assert card_state(both, second, (), None, last=1).undoes == 1
    assert card_state(both, second, (), None, last=2).last is None
    assert card(PARTIAL).undoes == 1


def test_what_is_with_the_manager_as_it_stands_is_not_taken_back() -> None:
    found = card(DONE.changed(), **SENT)
    assert (found.is_sent, found.undoes) == (True, None)
    assert card(PARTIAL, **SENT).is_sent is False


def test_a_correction_is_handed_in_from_its_card() -> None:
    assert card(DONE.changed(account="иначе"), **SENT).hands_in == 1
    assert card(DONE, **SENT).hands_in == 0
    assert card(DONE).hands_in == 0


def test_the_place_in_the_heap_and_who_takes_part() -> None:
    both = worklist([row(), row()], [owed(), owed(2)])
    found = card_state(both, owed(2), (), None)
    assert (found.at, len(found.heap.obligations), found.contributors) == (2, 2, ("Юрист",))


def test_a_demanded_file_that_lacks_is_named() -> None:
    o = owed(draft=DONE)
    found = card_state(worklist([row(completion_form="Акт, отчёт")], [o], file_demanded=True), o, (), None)
    assert found.lacking == ("Акт", "отчёт")
    paper = Evidence(id=1, obligation_id=1, kind="paper", form="Акт", added_by=1, added_at=AT)
    assert card(DONE).lacking == ()
    demanding = worklist([row(completion_form="Акт, отчёт")], [o], file_demanded=True)
    assert card_state(demanding, o, (paper,), None).lacking == ("Акт", "отчёт")


@pytest.mark.parametrize(
    ("facts", "tells"),
    [
        ({}, False),
        ({"excused": True}, True),
        ({"asking": "extension"}, True),
        ({"extension": Extension(report_due=date(2024, 4, 20))}, True),
        ({"due": {**owed().due.model_dump(), "closes": date(2024, 3, 25)}}, True),
    ],
)
def test_days_are_told_of_where_something_is_to_be_said(facts: dict[str, Any], tells: bool) -> None:
    assert card(**facts).tells_of_days is tells


def test_what_the_account_has_taken_in_is_not_said_twice() -> None:
    said = Contribution(post_id=HELPER, person_id=2, name="Айша", text="помогли", at=AT)
    both = said.model_copy(update={"evidence": 5})
    draft = Draft(account="Сделано; помогли", said=(said, both))
    assert untaken(draft) == (both.model_copy(update={"text": None}),)
    assert untaken(draft.model_copy(update={"account": None})) == (said, both)
