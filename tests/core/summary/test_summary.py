"""The summary: counts, shares, money on one level, and that its parts add up to the whole (domain, §5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model.editions import LiveActivity, Ownership, PlanEdition, PlanStatus
from core.model.obligations import Due, Obligation, ObligationKind, ReportingRule, ReportState
from core.plan.model import Activity, ReadPlan, Section, Unit
from core.plan.reports import Draft, Outcome
from core.summary.summary import Line, Summary
from core.summary.tallies import Tally
from tests.core.samples import summarise

D = Decimal
DUE = date(2024, 4, 5)
SECTIONS = (
    Section(id="d1", kind="direction", number="1", title="Финансы"),
    Section(id="d1g1", parent="d1", title="Доходы"),
    Section(id="d1g2", parent="d1", title="Платные услуги"),
    Section(id="d2", kind="direction", number="2", title="Пациенты"),
)


def edition() -> PlanEdition:
    return PlanEdition(
        id=1,
        title="План",
        organisation=None,
        period_start=None,
        period_end=None,
        read=ReadPlan(sections=SECTIONS),
        source_name="",
        source_sha256="",
        imported_by=None,
        imported_at=datetime(2024, 1, 1, tzinfo=UTC),
        status=PlanStatus.LIVE,
    )


def activity(id: int, section: str | None = "d1", owner: int | None = 1, **row: Any) -> LiveActivity:
    printed = Activity(id=f"a{id}", title=f"Строка {id}", section=section, **{"unit": Unit.MONEY, **row})
    return LiveActivity(id=id, plan_id=1, position=id, row=printed, ownership=Ownership(owner=owner))


_ids = count(1)


def owed(
    activity_id: int,
    target: str | None = "100",
    *,
    period: str = "2024-Q1",
    post: int = 1,
    state: ReportState = ReportState.NONE,
    outcome: Outcome | None = None,
    fact: str | None = None,
    first: date | None = None,
    withdrawn: bool = False,
    corrected: bool = False,
) -> Obligation:
    draft = Draft(outcome=outcome, figures={"main": D(fact)} if fact else {})
    was_sent = corrected or state not in (ReportState.NONE, ReportState.DRAFT)
    return Obligation(
        id=next(_ids),
        plan_id=1,
        activity_id=activity_id,
        post_id=post,
        kind=ObligationKind.TARGET,
        period=period,
        target=target,
        due=Due(
            deadline=date(2024, 3, 31), opens=date(2024, 3, 21), report_due=DUE, closes=date(2024, 4, 19)
        ),
        state=state,
        draft=draft,
        submitted=draft if was_sent else None,
        version=int(was_sent),
        first_submitted_on=first,
        withdrawn=withdrawn,
    )


def sent(activity_id: int, target: str | None = "100", fact: str | None = "100", **more: Any) -> Obligation:
    fields: dict[str, Any] = {"state": ReportState.SUBMITTED, "outcome": Outcome.DONE, "first": DUE} | more
    return owed(activity_id, target, fact=fact, **fields)


def total(
    activities: Sequence[LiveActivity],
    obligations: Sequence[Obligation],
    as_of: date = DUE,
    period: str | None = None,
) -> Tally:
    return summarise(edition(), activities, obligations, as_of, period).total


ROW = [activity(1)]
AFTER = DUE + timedelta(days=1)


@pytest.mark.parametrize(
    ("obligation", "as_of", "counted"),
    [
        (owed(1), DUE, {"owed": 1}),
        (owed(1), AFTER, {"owed": 1, "overdue": 1}),
        (owed(1, withdrawn=True), AFTER, {}),
        (owed(1, state=ReportState.DRAFT, fact="5"), DUE, {"owed": 1, "recorded": 1}),
        (owed(1, state=ReportState.DRAFT, fact="5"), AFTER, {"owed": 1, "recorded": 1, "overdue": 1}),
        (sent(1), AFTER, {"owed": 1, "submitted": 1, "to_review": 1, "on_time": 1, "done": 1}),
        (
            sent(1, state=ReportState.ACCEPTED),
            AFTER,
            {"owed": 1, "submitted": 1, "accepted": 1, "on_time": 1, "done": 1},
        ),
        (
            sent(1, state=ReportState.DRAFT, corrected=True),
            AFTER,
            {"owed": 1, "submitted": 1, "on_time": 1, "done": 1},
        ),
        (
            sent(1, first=AFTER, outcome=Outcome.PARTIAL),
            AFTER,
            {"owed": 1, "submitted": 1, "to_review": 1, "late": 1, "partial": 1},
        ),
        (
            sent(1, outcome=Outcome.NOT_DONE, fact="0"),
            AFTER,
            {"owed": 1, "submitted": 1, "to_review": 1, "on_time": 1, "not_done": 1},
        ),
        (
            sent(1, state=ReportState.RETURNED),
            AFTER,
            {"owed": 1, "returned": 1, "recorded": 1, "on_time": 1, "overdue": 1},
        ),
        (
            sent(1, "0.0", "0"),
            DUE,
            {"owed": 1, "submitted": 1, "to_review": 1, "on_time": 1, "done": 1, "zeros": 1, "zeros_done": 1},
        ),
    ],
)
def test_what_one_obligation_counts_as(obligation: Obligation, as_of: date, counted: dict[str, int]) -> None:
    tally = total(ROW, [obligation], as_of)
    shown = tally.model_dump(exclude={"money", "completeness", "timeliness", "execution"})
    assert {name: value for name, value in shown.items() if value} == counted


def test_shares() -> None:
    tally = total(ROW, [sent(1), sent(1, first=AFTER), sent(1, outcome=Outcome.PARTIAL), owed(1)], AFTER)
    assert (tally.completeness, tally.timeliness, tally.execution) == (D("0.75"), D("0.5"), D("0.5"))
    nothing = total(ROW, [])
    assert (nothing.completeness, nothing.timeliness, nothing.execution, nothing.money) == (
        None,
        None,
        None,
        None,
    )


def test_a_planned_zero_stays_out_of_execution() -> None:
    tally = total(ROW, [sent(1, "0.0", "0"), sent(1), owed(1)])
    assert tally.execution == D("0.5")
    assert total(ROW, [sent(1, "0.0", "0")]).execution is None


@pytest.mark.parametrize(
    ("period", "counted"),
    [
        ("2024-Q1", 2),
        ("2024-Q2", 1),
        ("2024-H1", 3),
        ("2024", 4),
        ("2024-M03", 2),
        ("2024-Q4", 1),
        ("2025", 0),
        (None, 4),
    ],
)
def test_a_period_counts_what_ends_in_it(period: str | None, counted: int) -> None:
    obligations = [owed(1, period=p) for p in ("2024-Q1", "2024-M03", "2024-Q2", "2024")]
    assert total(ROW, obligations, period=period).owed == counted


def money(
    activities: Sequence[LiveActivity], obligations: Sequence[Obligation]
) -> tuple[int, int, int] | None:
    found = total(activities, obligations).money
    return (int(found.plan), int(found.fact), found.scale) if found else None


def test_money_is_summed_on_one_level_only() -> None:
    rows = [
        activity(1),
        activity(2, parent="a1"),
        activity(3, parent="a2"),
        activity(4, parent="a1"),
        activity(5),
    ]
    reports = [
        sent(1, "100", "90"),
        sent(2, "60", "50"),
        sent(3, "60", "50"),
        sent(4, "40", "40"),
        sent(5, "7", "7"),
    ]
    assert money(rows, reports) == (107, 97, 0), "rows 3, 4 and 5: neither 1 nor 2, which carry them"
    assert money(rows, [reports[0], reports[4]]) == (107, 97, 0), (
        "a parent counts where nothing below it is printed"
    )
    assert money(rows, [*reports, owed(1, "5", period="2024-Q2")]) == (107, 97, 0)


def test_money_of_different_scales_is_one_sum() -> None:
    rows = [activity(1, money_scale="thousand KZT"), activity(2, money_scale="million KZT")]
    assert money(rows, [sent(1, "500", "400"), sent(2, "2", "1")]) == (2500, 1400, 3)


def test_money_is_of_money_rows_with_a_plan_and_of_what_was_sent() -> None:
    rows = [activity(1), activity(2, unit=Unit.COUNT)]
    assert money(rows, [sent(2, "5", "5")]) is None
    assert money(rows, [sent(1, None, "5")]) is None
    assert money(rows, [owed(1, "10", state=ReportState.DRAFT, fact="10")]) == (10, 0, 0)
    assert money(rows, [sent(1, "10", "9", state=ReportState.RETURNED)]) == (10, 0, 0)


def goal(id: int, funding: str, unit: str = "million KZT", parent: str | None = None) -> LiveActivity:
    """A row of prose goals with money beside them."""
    return activity(id, unit=None, parent=parent, funding={"2024-Q1": funding}, funding_unit=unit)


def spent(activity_id: int, fact: str, **more: Any) -> Obligation:
    report = sent(activity_id, "Открытие 8 кабинетов", "8", **more)
    assert report.submitted is not None
    content = report.submitted.model_copy(update={"figures": {"main": D(8), "spent": D(fact)}})
    return report.model_copy(update={"submitted": content})


def test_the_money_of_goals_is_what_was_spent_on_them() -> None:
    rows = [activity(1, money_scale="thousand KZT"), goal(2, "500")]
    assert money(rows, [sent(1, "6000", "5000"), spent(2, "480")]) == (506_000, 485_000, 3)
    assert money([goal(2, "в рамках бюджета")], [spent(2, "480")]) is None


def test_a_goals_money_is_summed_on_one_level_only() -> None:
    rows = [goal(1, "700"), goal(2, "500", parent="a1"), goal(3, "200", parent="a1")]
    assert money(rows, [spent(1, "650"), spent(2, "450"), spent(3, "200")]) == (700, 650, 6)


def test_money_told_since_the_year_began_counts_once_a_year() -> None:
    rows = [activity(1, unit_text="тенге, нарастающим итогом")]
    quarters = [
        sent(1, "100", "90", period="2024-Q1"),
        sent(1, "200", "170", period="2024-Q2"),
        owed(1, "300", period="2024-Q3"),
    ]
    assert money(rows, quarters) == (300, 170, 0), "the plan of the last period, the fact of the last report"
    assert money(rows, quarters[:1]) == (100, 90, 0)
    assert money(rows, [*quarters, sent(1, "50", "40", period="2025-Q1")]) == (350, 210, 0)
    apart = edition().model_copy(update={"rule": ReportingRule(not_cumulative=frozenset({1}))})
    told = summarise(apart, rows, quarters, DUE).total.money
    assert told is not None
    assert (int(told.plan), int(told.fact)) == (600, 260), "the coordinator says that it does not run on"


def test_where_each_post_owes_the_owners_report_alone_supplies_the_money() -> None:
    rows = [activity(1, owner=2)]
    reports = [sent(1, "10", "3", post=1), sent(1, "10", "8", post=2), sent(1, "10", "4", post=3)]
    assert money(rows, reports) == (10, 8, 0)


def test_co_executors_count_for_completeness_alone() -> None:
    rows = [activity(1, owner=2)]
    parts = [sent(1, post=1), sent(1, post=3, outcome=Outcome.NOT_DONE), owed(1, post=4)]
    found = summarise(edition(), rows, [*parts, owed(1, post=2)], DUE)
    assert (found.total.owed, found.total.submitted, found.total.parts) == (4, 2, 3)
    assert (found.total.done, found.total.not_done, found.total.execution) == (0, 0, D(0))
    lead = sent(1, post=2, outcome=Outcome.PARTIAL)
    found = summarise(edition(), rows, [*parts, lead], DUE)
    assert (found.total.submitted, found.total.partial, found.total.execution) == (3, 1, D(0))
    assert {line.id: line.tally.execution for line in found.by_post} == {
        "1": None,
        "2": 0,
        "3": None,
        "4": None,
    }


def test_a_row_that_a_group_owns_is_consolidated_by_who_answers_for_it() -> None:
    rows = [activity(1, owner=9)]
    reports = [sent(1, "10", "3", post=1), sent(1, "10", "8", post=2)]
    found = summarise(edition(), rows, reports, DUE, answering={9: 2}).total
    assert found.money is not None
    assert (found.money.fact, found.done, found.parts) == (D(8), 1, 1)


def test_lines_open_from_sections_down_to_rows() -> None:
    rows = [activity(1, "d1g1"), activity(2, "d1g2"), activity(3, "d1"), activity(4, "d2"), activity(5, None)]
    reports = [owed(a.id, post=a.id % 2 + 1) for a in rows]

    def lines(section: str | None) -> list[tuple[str, str]]:
        found = summarise(edition(), rows, reports, DUE, section=section)
        return [(line.kind, line.id) for line in found.by_section]

    assert lines(None) == [("section", "d1"), ("section", "d2"), ("activity", "5")]
    assert lines("d1") == [("section", "d1g1"), ("section", "d1g2"), ("activity", "3")]
    assert lines("d1g1") == [("activity", "1")]
    assert summarise(edition(), rows, reports, DUE, section="d1").total.owed == 3
    top = summarise(edition(), rows, reports, DUE, posts={1: "Экономист", 2: "Метролог"})
    assert top.by_section[0].obligations == tuple(o.id for o in reports[:3])
    assert {line.title for line in top.by_post} == {"Экономист", "Метролог"}


def test_who_owes_most_stands_first() -> None:
    reports = [owed(1, post=1), sent(1, post=2), sent(1, post=2), owed(1, post=3), owed(1, post=3)]
    assert [line.id for line in summarise(edition(), ROW, reports, DUE).by_post] == ["3", "1", "2"]


def test_a_summary_can_be_told_as_json() -> None:
    told = Summary.model_validate_json(
        summarise(edition(), ROW, [sent(1)], DUE).model_dump_json(round_trip=True)
    )
    assert told.total.completeness == 1


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[LiveActivity], list[Obligation]]:
    sections = st.sampled_from([None, "lost", *(s.id for s in SECTIONS)])
    parents = st.sampled_from([None, "a1", "a2", "a3", "a9"])
    rows = [
        activity(
            id,
            draw(sections),
            parent=draw(parents),
            unit=draw(st.sampled_from([Unit.MONEY, Unit.COUNT, Unit.PRESENCE, None])),
            unit_text=draw(st.sampled_from([None, "нарастающим итогом"])),
            funding=draw(st.sampled_from([{}, {"2024-Q1": "5"}])),
            funding_unit=draw(st.sampled_from(["thousand KZT", "million KZT", None])),
            money_scale=draw(st.sampled_from(["thousand KZT", "million KZT", None])),
        )
        for id in range(1, draw(st.integers(2, 8)))
    ]
    obligations = [
        owed(
            draw(st.sampled_from(rows)).id,
            draw(st.sampled_from(["0.0", "10", "+", None])),
            period=draw(st.sampled_from(["2024-Q1", "2024-Q2"])),
            post=draw(st.integers(1, 3)),
            state=draw(st.sampled_from(ReportState)),
            outcome=draw(st.sampled_from([None, *Outcome])),
            fact=draw(st.sampled_from([None, "0", "7"])),
            first=draw(st.sampled_from([None, DUE, AFTER])),
            withdrawn=draw(st.booleans()),
            corrected=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 12)))
    ]
    return rows, obligations


def _added(lines: Sequence[Line]) -> dict[str, Decimal | int]:
    names = [name for name in Tally.model_fields if name != "money"]
    added: dict[str, Decimal | int] = {
        name: sum(getattr(line.tally, name) for line in lines) for name in names
    }
    purses = [line.tally.money for line in lines if line.tally.money]
    return added | {"plan": sum(m.plan for m in purses), "fact": sum(m.fact for m in purses)}


def _whole(tally: Tally) -> dict[str, Decimal | int]:
    purse = tally.money
    return tally.model_dump(include=set(Tally.model_fields) - {"money"}) | {
        "plan": purse.plan if purse else 0,
        "fact": purse.fact if purse else 0,
    }


@given(plans(), st.sampled_from([None, "d1"]))
def test_the_parts_add_up_to_the_whole(
    drawn: tuple[list[LiveActivity], list[Obligation]], section: str | None
) -> None:
    found = summarise(edition(), *drawn, AFTER, section=section)
    assert _added(found.by_section) == _whole(found.total)
    assert _added(found.by_post) == _whole(found.total)
    assert found.total.submitted + found.total.overdue <= found.total.owed
    for share in (found.total.completeness, found.total.timeliness, found.total.execution):
        assert share is None or 0 <= share <= 1
