"""The walk: what a card asks next, what each answer makes of the draft, which card follows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.figures.answer_parser import read_answer
from core.kernel.errors import UnreadableInput
from core.model.obligations import ReportState
from core.plan.model import Unit
from core.plan.reports import Draft, Measure, Outcome
from core.report import draft_steps
from core.report.draft_steps import Ask, asks
from tests.core.report.cards import ANSWERS, DONE, obligation

MONEY = (Measure(id="main", unit=Unit.MONEY, scale=3, plan=Decimal(6000)),)
ZERO = (Measure(id="main", unit=Unit.MONEY, scale=3, plan=Decimal(0)),)
TICK = (Measure(id="main", unit=Unit.PRESENCE),)
SHARE = (*TICK, Measure(id="threshold", unit=Unit.PERCENT, role="threshold", plan=Decimal(98)))
SPENT = Measure(id="spent", unit=Unit.MONEY, role="spent", scale=6, plan=Decimal(500))
GOAL = (Measure(id="main", unit=Unit.COUNT, plan=Decimal(8), noun="кабинетов"), SPENT)
SCHOOLS = (
    Measure(id="main", unit=Unit.COUNT, plan=Decimal(6)),
    Measure(id="goal2", unit=Unit.COUNT, role="goal", plan=Decimal(3150)),
    SPENT,
)
WORDS = (Measure(id="main", unit=Unit.TEXT), SPENT)
ONLY_WORDS = WORDS[:1]
NO_PLAN = (Measure(id="main", unit=Unit.COUNT),)


@pytest.mark.parametrize(
    ("draft", "ask"),
    [
        (Draft(), Ask.OUTCOME),
        (Draft(account="начато"), Ask.OUTCOME),
        (Draft(odd={"main": Decimal(1)}), Ask.CONFIRM),
        (DONE, Ask.COMPLETE),
        (Draft(outcome=Outcome.PARTIAL), Ask.REASON),
        (Draft(outcome=Outcome.NOT_DONE, reason="нет"), Ask.FORECAST),
        (Draft(outcome=Outcome.NOT_DONE, **ANSWERS), Ask.COMPLETE),
        (Draft(outcome=Outcome.DONE, odd={"main": Decimal(1)}), Ask.CONFIRM),
    ],
)
def test_what_a_card_asks_next(draft: Draft, ask: Ask) -> None:
    assert asks(draft) is ask


@pytest.mark.parametrize(
    ("measures", "figures"),
    [
        (MONEY, {"main": Decimal(6000)}),
        (ZERO, {"main": Decimal(0)}),
        (TICK, {}),
        (SHARE, {"threshold": Decimal(98)}),
        (NO_PLAN, {}),
        (GOAL, {"main": Decimal(8), "spent": Decimal(500)}),
        (SCHOOLS, {"main": Decimal(6), "goal2": Decimal(3150), "spent": Decimal(500)}),
        (WORDS, {"spent": Decimal(500)}),
    ],
)
def test_one_tap_records_the_plan(measures: tuple[Measure, ...], figures: dict[str, Decimal]) -> None:
    draft = draft_steps.as_planned(Draft(), measures)
    assert draft.outcome is Outcome.DONE
    assert {k: v for k, v in draft.figures.items() if k in figures} == figures
    assert asks(draft) is Ask.COMPLETE


@pytest.mark.parametrize(
    ("measures", "value", "outcome", "ask"),
    [
        (MONEY, "6000", Outcome.DONE, Ask.COMPLETE),
        (MONEY, "7000", Outcome.DONE, Ask.COMPLETE),
        (MONEY, "5800", Outcome.PARTIAL, Ask.REASON),
        (MONEY, "0", Outcome.NOT_DONE, Ask.REASON),
        (MONEY, "5", None, Ask.CONFIRM),  # under a tenth of the plan: asked about once
        (MONEY, "60001", None, Ask.CONFIRM),
        (SHARE, "97", Outcome.PARTIAL, Ask.REASON),
        (SHARE, "98", Outcome.DONE, Ask.COMPLETE),
        (NO_PLAN, "3", Outcome.DONE, Ask.COMPLETE),
        (ZERO, "0", Outcome.DONE, Ask.COMPLETE),
        (ZERO, "5", None, Ask.CONFIRM),  # nothing was planned: asked about once
    ],
)
def test_a_typed_figure(measures: tuple[Measure, ...], value: str, outcome: Outcome | None, ask: Ask) -> None:
    draft = draft_steps.with_figure(Draft(), measures, Decimal(value))
    assert (draft.outcome, asks(draft)) == (outcome, ask)


@pytest.mark.parametrize(
    ("measures", "typed", "figures", "outcome", "ask"),
    [
        (GOAL, "8", {"main": 8}, None, Ask.FIGURE),
        (GOAL, "8 500", {"main": 8, "spent": 500}, Outcome.DONE, Ask.COMPLETE),
        (GOAL, "8 450", {"main": 8, "spent": 450}, Outcome.DONE, Ask.REASON),
        (GOAL, "6 500", {"main": 6, "spent": 500}, Outcome.PARTIAL, Ask.REASON),
        (GOAL, "0", {"main": 0}, Outcome.NOT_DONE, Ask.REASON),
        (GOAL, "8 6000", {"main": 8}, None, Ask.CONFIRM),
        (SCHOOLS, "6 3150", {"main": 6, "goal2": 3150}, None, Ask.FIGURE),
        (SCHOOLS, "6 3150 500", {"main": 6, "goal2": 3150, "spent": 500}, Outcome.DONE, Ask.COMPLETE),
        (SCHOOLS, "6 3000 500", {"main": 6, "goal2": 3000, "spent": 500}, Outcome.PARTIAL, Ask.REASON),
        (WORDS, "450", {"spent": 450}, None, Ask.OUTCOME),
        (ONLY_WORDS, "3", {"main": 3}, None, Ask.OUTCOME),
    ],
)
def test_figures_are_asked_for_one_after_the_other(
    measures: tuple[Measure, ...], typed: str, figures: dict[str, int], outcome: Outcome | None, ask: Ask
) -> None:
    draft = Draft()
    for figure in typed.split():
        draft = draft_steps.with_figure(draft, measures, Decimal(figure))
    assert draft.figures == {name: Decimal(figure) for name, figure in figures.items()}
    assert (draft.outcome, asks(draft, measures)) == (outcome, ask)
    assert (asks(draft) is Ask.COMPLETE) == (ask is Ask.COMPLETE)


def test_money_left_over_is_explained_though_the_goal_is_reached() -> None:
    draft = draft_steps.with_figure(draft_steps.with_figure(Draft(), GOAL, Decimal(8)), GOAL, Decimal(450))
    explained = draft_steps.with_forecast(draft_steps.with_reason(draft, "экономия"), date(2024, 6, 30))
    assert (explained.outcome, asks(explained)) == (Outcome.DONE, Ask.COMPLETE)
    spent = draft_steps.with_figure(explained, GOAL, Decimal(500), measure=SPENT)
    assert (spent.short, spent.reason, spent.figures["main"]) == (False, None, Decimal(8))


def test_money_told_before_the_tick_on_a_goal_in_words_stays() -> None:
    told = draft_steps.with_figure(Draft(), WORDS, Decimal(450))
    done = draft_steps.as_planned(told, WORDS)
    assert (done.outcome, done.figures, asks(done)) == (Outcome.DONE, {"spent": Decimal(450)}, Ask.REASON)
    partly = draft_steps.partly(told, WORDS)
    assert (partly.outcome, partly.figures, asks(partly)) == (
        Outcome.PARTIAL,
        {"spent": Decimal(450)},
        Ask.REASON,
    )


def test_what_is_half_told_can_be_undone_to_the_start() -> None:
    half = draft_steps.with_figure(Draft(), SCHOOLS, Decimal(6))
    more = draft_steps.with_figure(half, SCHOOLS, Decimal(3000))
    back = draft_steps.undone(more)
    assert back.figures == {"main": Decimal(6)}
    assert draft_steps.can_undo(back)
    assert draft_steps.undone(back).figures == {}
    assert not draft_steps.can_undo(draft_steps.undone(back))


@pytest.mark.parametrize(
    ("typed", "asked", "answered", "value"),
    [
        ("6", 0, 0, "6"),
        ("450 млн тг", 0, 1, "450"),
        ("450", 1, 1, "450"),
        ("0,45 млрд", 1, 1, "450"),
    ],
)
def test_the_unit_says_which_measure_a_figure_is_for(
    typed: str, asked: int, answered: int, value: str
) -> None:
    assert read_answer(typed, GOAL, GOAL[asked], "ru") == (GOAL[answered], Decimal(value))


def test_a_figure_in_no_unit_of_the_row_is_refused() -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_answer("30 %", GOAL, GOAL[0], "ru")
    assert refusal.value.message_id == "figure-other-unit"


def test_an_odd_figure_counts_once_it_is_confirmed() -> None:
    asked = draft_steps.with_figure(Draft(), MONEY, Decimal(60001))
    assert (asked.outcome, asked.figures) == (None, {})
    sure = draft_steps.confirmed(asked, MONEY)
    assert (sure.outcome, sure.figures, asks(sure)) == (Outcome.DONE, {"main": Decimal(60001)}, Ask.COMPLETE)
    assert draft_steps.dropped(asked).odd == {}


def test_a_better_figure_needs_no_reason_any_more() -> None:
    short = draft_steps.with_forecast(
        draft_steps.with_reason(draft_steps.with_figure(Draft(), MONEY, Decimal(5800)), "поставщик"),
        date(2024, 6, 30),
    )
    whole = draft_steps.with_figure(short, MONEY, Decimal(6000))
    assert (whole.outcome, whole.reason, whole.forecast) == (Outcome.DONE, None, None)


@given(
    st.decimals(min_value=0, max_value=10**9, places=1),
    st.sampled_from([MONEY, ZERO, SHARE, NO_PLAN, GOAL, SCHOOLS, WORDS]),
)
def test_every_step_can_be_undone(value: Decimal, measures: tuple[Measure, ...]) -> None:
    start = draft_steps.as_planned(Draft(), measures)
    for step in (
        draft_steps.with_figure(start, measures, value),
        draft_steps.not_done(start, measures),
        draft_steps.with_reason(start, "x"),
    ):
        assert draft_steps.undone(step).model_copy(update={"before": None}) == start.model_copy(
            update={"before": None}
        )
    assert draft_steps.undone(Draft()) == Draft()


def test_the_walk_goes_on_from_where_one_is_and_comes_round() -> None:
    row = [obligation(1, draft=DONE), obligation(2), obligation(3, draft=DONE), obligation(4)]
    following = [draft_steps.next_after(row, at) for at in (None, 1, 2, 3, 4)]
    assert [o.id if o else None for o in following] == [2, 2, 4, 4, 2]
    assert draft_steps.next_after([obligation(1)], 1) is None


def test_what_was_submitted_is_walked_no_more_until_it_comes_back() -> None:
    submitted = obligation(1, draft=DONE, submitted=DONE, version=1, state=ReportState.SUBMITTED)
    assert not draft_steps.needs_answer(submitted)
    assert not draft_steps.is_ready(submitted)
    corrected = submitted.model_copy(update={"draft": DONE.model_copy(update={"account": "иначе"})})
    assert draft_steps.is_ready(corrected)
    returned = submitted.model_copy(update={"state": ReportState.RETURNED, "draft": Draft()})
    assert draft_steps.needs_answer(returned)


def test_taking_back_a_step_leaves_what_is_attached() -> None:
    attached = draft_steps.with_evidence(draft_steps.as_planned(Draft(), MONEY), [8, 7])
    assert draft_steps.undone(attached) == Draft(evidence=(7, 8))
    assert not draft_steps.can_undo(draft_steps.with_evidence(attached, [7], anew=True))


def test_what_the_manager_has_is_asked_nothing_more() -> None:
    """A question that is added to the program is put to what is still with the officer."""
    open_still = Draft(outcome=Outcome.NOT_DONE)
    given = obligation(1, draft=open_still, submitted=open_still, state=ReportState.SUBMITTED, version=1)
    assert draft_steps.still_asks(given) is Ask.COMPLETE
    assert draft_steps.still_asks(obligation(2, draft=open_still)) is Ask.REASON
    corrected = given.model_copy(update={"draft": Draft(outcome=Outcome.PARTIAL)})
    assert draft_steps.still_asks(corrected) is Ask.REASON
