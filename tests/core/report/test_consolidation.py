"""The consolidated report: what adds up and what does not, who is missing, what changed since (domain, §3)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernel.periods import Period
from core.model.editions import LiveActivity, Ownership
from core.model.obligations import Due, Obligation, ObligationKind, ReportingRule, ReportState
from core.model.people import Post
from core.owed.derive import derive, lead_of
from core.owed.reporting_periods import Occasion
from core.owed.timing import consolidated_due, due_days
from core.plan.model import Activity, Unit
from core.plan.reports import Draft, Measure, Outcome
from core.ports.unit_of_work import WorkingDays
from core.report.consolidation import (
    adds_up,
    as_ruled,
    changed_since,
    consolidated,
    fingerprint,
    gathering,
    left_out,
    missing_of,
    needs_asking,
    parts_of,
    propose,
    shares_of,
    untold,
)
from core.report.draft_steps import Ask, asks, undone
from tests.core.samples import plan_of

D = Decimal
LEAD = 1
DUE = Due(
    deadline=date(2024, 3, 31),
    opens=date(2024, 3, 21),
    report_due=date(2024, 4, 5),
    closes=date(2024, 4, 19),
)
COUNT = (Measure(id="main", unit=Unit.COUNT, plan=D(12)),)
MONEY = (Measure(id="main", unit=Unit.MONEY, scale=3, plan=D(12)),)
UNPLANNED = (Measure(id="main", unit=Unit.COUNT),)
PERCENT = (Measure(id="main", unit=Unit.PERCENT, plan=D(80)),)
STAGE = (Measure(id="main", unit=Unit.STAGE),)
CUMULATIVE = (Measure(id="main", unit=Unit.COUNT, plan=D(12), cumulative=True),)
PRESENCE = (Measure(id="main", unit=Unit.PRESENCE),)
THRESHOLD = (*PRESENCE, Measure(id="threshold", unit=Unit.PERCENT, role="threshold", plan=D(98)))
GOAL = (Measure(id="main", unit=Unit.TEXT), Measure(id="spent", unit=Unit.MONEY, role="spent", plan=D(100)))
_ids = count(100)


def part(
    outcome: Outcome | None = None,
    *,
    post: int = 2,
    state: ReportState = ReportState.SUBMITTED,
    version: int = 1,
    **figures: str,
) -> Obligation:
    """What another post owes; without an outcome nothing was handed in."""
    draft = Draft(outcome=outcome, figures={k: D(v) for k, v in figures.items()})
    return Obligation(
        id=next(_ids),
        plan_id=1,
        activity_id=7,
        post_id=post,
        kind=ObligationKind.TARGET,
        period="2024-Q1",
        target="12",
        due=DUE,
        state=state if outcome else ReportState.NONE,
        draft=draft,
        submitted=draft if outcome else None,
        version=version if outcome else 0,
    )


DONE, PARTIAL, NONE = Outcome.DONE, Outcome.PARTIAL, Outcome.NOT_DONE


@pytest.mark.parametrize(
    ("measures", "parts", "figures", "outcome"),
    [
        (COUNT, [part(DONE, main="5"), part(DONE, main="7")], {"main": 12}, DONE),
        (COUNT, [part(DONE, main="5"), part(DONE, main="6")], {"main": 11}, PARTIAL),
        (COUNT, [part(DONE, main="5"), part()], {"main": 5}, PARTIAL),
        (COUNT, [part(DONE, main="12"), part(NONE)], {"main": 12}, DONE),
        (COUNT, [part(NONE), part(NONE)], {"main": 0}, NONE),
        (MONEY, [part(DONE, main="5.5"), part(DONE, main="6.5")], {"main": 12}, DONE),
        (UNPLANNED, [part(DONE, main="5"), part(PARTIAL, main="7")], {"main": 12}, PARTIAL),
        (UNPLANNED, [part(DONE, main="5"), part(DONE, main="7")], {"main": 12}, DONE),
        (PERCENT, [part(DONE, main="86"), part(DONE, main="86.0")], {"main": 86}, DONE),
        (STAGE, [part(DONE, main="2"), part(DONE, main="2")], {"main": 2}, DONE),
        (CUMULATIVE, [part(DONE, main="12"), part(DONE, main="12")], {"main": 12}, DONE),
        (PRESENCE, [part(DONE), part(DONE)], {}, DONE),
        (PRESENCE, [part(NONE), part(NONE)], {}, NONE),
        (THRESHOLD, [part(DONE, main="1", threshold="98"), part(DONE, main="1", threshold="98")],
         {"main": 1, "threshold": 98}, DONE),
        (GOAL, [part(DONE, spent="40"), part(DONE, spent="60")], {"spent": 100}, DONE),
    ],
)  # fmt: skip
def test_one_tap_makes_of_the_parts_what_they_come_to(
    measures: tuple[Measure, ...], parts: list[Obligation], figures: dict[str, int], outcome: Outcome
) -> None:
    proposal = propose(parts, measures)
    assert proposal is not None
    assert proposal.complete
    draft = consolidated(Draft(), measures, proposal, parts)
    assert draft.figures == figures
    assert draft.outcome is outcome
    assert asks(draft, measures) is (Ask.COMPLETE if outcome is DONE else Ask.REASON)
    assert undone(draft) == Draft()


@pytest.mark.parametrize(
    ("measures", "parts"),
    [
        (COUNT, [part(), part()]),
        (COUNT, [part(DONE, main="5", state=ReportState.RETURNED)]),
        (COUNT, [part(DONE)]),
        (PERCENT, [part(DONE, main="86"), part(PARTIAL, main="70")]),
        (PERCENT, [part(DONE, main="86"), part(DONE)]),
        (STAGE, [part(DONE, main="2"), part(DONE, main="3")]),
        (CUMULATIVE, [part(DONE, main="5"), part(DONE, main="7")]),
        (PRESENCE, [part(DONE), part(NONE)]),
        (THRESHOLD, [part(DONE, threshold="98"), part(DONE, threshold="99")]),
    ],
)
def test_what_the_lead_has_to_say_is_not_proposed(
    measures: tuple[Measure, ...], parts: list[Obligation]
) -> None:
    assert propose(parts, measures) is None


def test_money_adds_up_where_the_goal_itself_is_the_leads_to_tick() -> None:
    parts = [part(DONE, spent="40"), part(PARTIAL, spent="20")]
    proposal = propose(parts, GOAL)
    assert proposal is not None
    assert not proposal.complete
    draft = consolidated(Draft(), GOAL, proposal, parts)
    assert (draft.figures, draft.outcome) == ({"spent": D(60)}, None)
    assert asks(draft, GOAL) is Ask.OUTCOME


def test_work_done_without_a_figure_is_counted_as_not_known() -> None:
    found = propose([part(DONE, main="5"), part(DONE)], COUNT)
    assert found is not None
    assert (found.figures, found.unknown) == ({"main": D(5)}, 1)


def test_a_part_of_what_adds_up_has_no_plan_of_its_own() -> None:
    assert shares_of(COUNT)[0].plan is None
    assert shares_of(PERCENT) == PERCENT
    assert shares_of(CUMULATIVE) == CUMULATIVE


@pytest.mark.parametrize(
    ("measures", "outcome", "figures", "lacks"),
    [
        (UNPLANNED, DONE, {}, ["main"]),
        (UNPLANNED, PARTIAL, {}, ["main"]),
        (UNPLANNED, NONE, {}, []),
        (UNPLANNED, None, {}, []),
        (UNPLANNED, DONE, {"main": D(5)}, []),
        (MONEY, DONE, {}, ["main"]),
        (CUMULATIVE, DONE, {}, []),
        (PERCENT, DONE, {}, []),
        (PRESENCE, DONE, {}, []),
        (GOAL, DONE, {}, []),
        ((*UNPLANNED, GOAL[1]), DONE, {"main": D(5)}, ["spent"]),
    ],
)
def test_what_is_added_up_is_told_by_a_figure(
    measures: tuple[Measure, ...], outcome: Outcome | None, figures: dict[str, Decimal], lacks: list[str]
) -> None:
    assert [m.id for m in untold(Draft(outcome=outcome, figures=figures), measures)] == lacks


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2))
def test_what_a_button_was_shown_with_differs_where_the_figures_do(one: Decimal, other: Decimal) -> None:
    same = fingerprint({"main": one}, DONE) == fingerprint({"main": other}, DONE)
    assert same == (one == other)
    assert fingerprint({"main": one}, DONE) == fingerprint({"main": one + D("0.000")}, DONE)
    assert fingerprint({"main": one}, DONE) != fingerprint({"main": one}, PARTIAL)
    late = part()
    assert fingerprint({"main": one}, DONE, [late]) != fingerprint({"main": one}, DONE)


def test_the_coordinator_says_whether_a_row_adds_up() -> None:
    running, apart = ReportingRule(cumulative=frozenset({1})), ReportingRule(not_cumulative=frozenset({1}))
    assert [adds_up(as_ruled(COUNT, 1, rule)[0]) for rule in (ReportingRule(), running, apart)] == [
        True,
        False,
        True,
    ]
    said = [adds_up(as_ruled(CUMULATIVE, 1, rule)[0]) for rule in (ReportingRule(), running, apart)]
    assert said == [False, False, True]
    assert adds_up(as_ruled(CUMULATIVE, 2, apart)[0]) is False, "another row"


FIGURES = st.decimals(min_value=0, max_value=10**9, places=2)


@given(st.lists(FIGURES, min_size=1, max_size=20), st.sampled_from([COUNT, MONEY]), st.integers(0, 3))
def test_the_sum_equals_its_parts_whoever_is_missing(
    values: list[Decimal], measures: tuple[Measure, ...], missing: int
) -> None:
    parts = [part(DONE, main=str(v)) for v in values] + [part() for _ in range(missing)]
    proposal = propose(parts, measures)
    assert proposal is not None
    assert proposal.figures["main"] == sum(values) == sum(proposal.terms["main"])
    draft = consolidated(Draft(), measures, proposal, parts)
    assert draft.figures == proposal.figures
    assert len(left_out(draft)) == missing == len(missing_of(parts))
    assert changed_since(draft, parts) == []


def test_who_reports_corrects_or_is_returned_afterwards_is_told() -> None:
    a, b, c = part(DONE, main="5"), part(DONE, main="7", post=3), part(post=4)
    made = gathering(Draft(outcome=DONE, figures={"main": D(12)}), [a, b, c])
    assert changed_since(made, [a, b, c]) == []
    corrected = a.model_copy(update={"version": 2})
    returned = b.model_copy(update={"state": ReportState.RETURNED})
    came = c.model_copy(
        update={"version": 1, "state": ReportState.SUBMITTED, "submitted": Draft(outcome=DONE)}
    )
    assert changed_since(made, [corrected, returned, came]) == [corrected, returned, came]
    assert changed_since(Draft(), [corrected]) == []  # nothing was consolidated yet


def test_the_lead_is_asked_once_for_the_same_missing() -> None:
    there, one, two = part(DONE, main="5"), part(), part()
    answer = Draft(outcome=PARTIAL, figures={"main": D(5)})
    assert not needs_asking(Draft(), Draft(odd={"main": D(5)}), [there, one])  # nothing is answered yet
    assert not needs_asking(Draft(), answer, [there])
    assert needs_asking(Draft(), answer, [there, one])
    known = gathering(answer, [there, one])
    assert not needs_asking(known, known.model_copy(update={"reason": "x"}), [there, one])
    again = known.model_copy(update={"figures": {"main": D(6)}})
    assert not needs_asking(known, again, [there, one])
    assert needs_asking(known, again, [there, one, two])


def test_parts_are_of_other_posts_on_the_same_row_and_period() -> None:
    lead = part(post=LEAD)
    other = part(DONE, post=2)
    gone = part(post=3).model_copy(update={"withdrawn": True})
    earlier = part(post=2).model_copy(update={"period": "2023-Q4"})
    assert parts_of([lead, other, gone, earlier], lead) == [other]


POSTS = {
    1: Post(id=1, name="Министерство"),
    2: Post(id=2, name="Акимат А"),
    3: Post(id=3, name="Акимат Б"),
    9: Post(id=9, name="Ведомства", is_group=True, reports=1),
}


@pytest.mark.parametrize(
    ("ownership", "rule", "lead"),
    [
        (Ownership(owner=1, contributors=(2, 3)), "each", 1),
        (Ownership(owner=9, contributors=(2, 3)), "each", 1),
        (Ownership(owner=1, contributors=(2, 3)), "one", None),
        (Ownership(owner=1), "each", None),
        (Ownership(contributors=(2, 3)), "each", None),
    ],
)
def test_who_leads(ownership: Ownership, rule: str, lead: int | None) -> None:
    row = LiveActivity(id=7, plan_id=1, position=0, row=Activity(id="a", title="Т"), ownership=ownership)
    assert lead_of(row, POSTS, ReportingRule.model_validate({"responsibility": rule})) == lead


@pytest.mark.parametrize(
    ("rule", "others", "lead"),
    [
        # The national concept: bodies by 15 April of the next year, the Ministry by 1 May, a day off: moved to the 2nd.
        ({"due_day": "04-15", "consolidated_due_day": "05-01"}, "2024-04-15", "2024-05-02"),
        (
            {"due_day": "04-15", "consolidated_due_day": "05-01", "day_off": "keep"},
            "2024-04-15",
            "2024-05-01",
        ),
        ({"due_working_day": 5, "consolidation_working_days": 3}, "2024-01-09", "2024-01-12"),
        ({"due_day": "04-15", "consolidated_due_day": "03-01"}, "2024-04-15", "2024-04-15"),  # never before
    ],
)
def test_the_consolidated_report_is_due_after_the_others(
    rule: dict[str, object], others: str, lead: str, days: WorkingDays
) -> None:
    told = ReportingRule.model_validate({"cycle": "year", "responsibility": "each", **rule})
    plan = plan_of(2023).model_copy(update={"rule": told})
    row = Activity(id="a", title="Т", targets={"2023": "12"})
    owned = LiveActivity(
        id=7, plan_id=1, position=0, row=row, ownership=Ownership(owner=1, contributors=(2, 3))
    )
    due = {d.post_id: str(d.due.report_due) for d in derive(plan, [owned], POSTS, days)}
    assert due == {1: lead, 2: others, 3: others}
    alone = owned.model_copy(update={"ownership": Ownership(owner=1)})
    assert [str(d.due.report_due) for d in derive(plan, [alone], POSTS, days)] == [others]


@given(st.integers(1, 20), st.integers(0, 20), st.sampled_from(["keep", "before", "after"]))
def test_the_consolidated_report_never_closes_or_falls_due_before_the_others(
    due_day: int, later: int, day_off: str
) -> None:
    rule = ReportingRule.model_validate(
        {"due_working_day": due_day, "consolidation_working_days": later, "day_off": day_off}
    )
    occasion = Occasion(ObligationKind.TARGET, Period.parse("2024-Q1"), date(2024, 3, 31))
    due = due_days(occasion, 1, rule, _Weekdays())
    lead = consolidated_due(occasion, due, rule, _Weekdays())
    assert lead.report_due >= due.report_due
    assert lead.closes >= due.closes
    assert (lead.opens, lead.deadline) == (due.opens, due.deadline)


class _Weekdays:
    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5
