"""Deriving again, and bringing what is kept together with what is derived: properties over generated plans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.workdays import KazakhstanDays
from core.kernel.periods import Period
from core.model.editions import LiveActivity, Ownership
from core.model.obligations import DerivedObligation, Obligation, ReportingRule, ReportState
from core.model.people import Post
from core.owed.derive import Reconciliation, derive, reconcile
from core.plan.model import Activity, Deadline, DeadlineKind, Unit
from core.plan.reports import Draft, Outcome
from tests.core.samples import Live, plan_of

DAYS = KazakhstanDays()
POSTS = {
    1: Post(id=1, name="Заместители", is_group=True, reports=2),
    2: Post(id=2, name="Заместитель по ЛР"),
    3: Post(id=3, name="Метролог"),
    4: Post(id=4, name="Эксперты", is_group=True),
}
DATES = st.dates(date(2023, 1, 1), date(2026, 12, 31))
CELLS = st.sampled_from(["", "-", "+", "0.0", "0,0", "5", "R", "F", "86.0"])
PERIODS = st.sampled_from(
    ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024-H1", "2024-M07", "2024", "2025", "2026-2030"]
)


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    start = draw(st.none() | DATES)
    length = draw(st.integers(0, 700))
    end = (
        draw(st.none() | DATES) if start is None else draw(st.sampled_from([None, start + timedelta(length)]))
    )
    return Deadline(
        kind=draw(st.sampled_from(DeadlineKind)),
        start=start,
        end=end,
        every=draw(st.sampled_from([None, "week", "month", "quarter", "half_year", "year"])),
        also=tuple(draw(st.lists(DATES, max_size=4))),
    )


@st.composite
def activities(draw: st.DrawFn) -> list[LiveActivity]:
    posts = st.sampled_from([1, 2, 3, 4])
    rows = draw(
        st.lists(
            st.builds(
                Activity,
                id=st.just("a"),
                title=st.just("Строка"),
                unit=st.sampled_from([None, Unit.COUNT, Unit.STAGE]),
                deadline=deadlines(),
                targets=st.dictionaries(PERIODS, CELLS, max_size=4),
            ),
            max_size=4,
        )
    )
    owners = [
        Ownership(owner=draw(st.none() | posts), contributors=tuple(draw(st.lists(posts, max_size=3))))
        for _ in rows
    ]
    return [
        LiveActivity(id=at, plan_id=1, position=at, row=row, ownership=own)
        for at, (row, own) in enumerate(zip(rows, owners, strict=True), 1)
    ]


RULES = st.builds(
    ReportingRule,
    cycle=st.sampled_from(["week", "month", "quarter", "half_year", "year"]),
    due_working_day=st.integers(1, 15),
    due_day=st.sampled_from([None, "04-15", "05-01", "02-29"]),
    opens_days_before_end=st.integers(0, 40),
    closes_working_days_after_due=st.integers(0, 30),
    day_off=st.sampled_from(["keep", "before", "after"]),
    responsibility=st.sampled_from(["one", "each"]),
)


def derived_from(rows: Sequence[LiveActivity], rule: ReportingRule) -> list[DerivedObligation]:
    plan = plan_of(2024, 2025).model_copy(update={"rule": rule})
    return derive(plan, rows, POSTS, DAYS)


def kept(derived: Sequence[DerivedObligation], **more: object) -> list[Obligation]:
    return [
        Obligation.model_validate({**d.model_dump(), "id": at, "plan_id": 1, **more})
        for at, d in enumerate(derived, 1)
    ]


@settings(deadline=None)
@given(rows=activities(), rule=RULES)
def test_deriving_again_changes_nothing(rows: list[LiveActivity], rule: ReportingRule) -> None:
    derived = derived_from(rows, rule)
    assert derived_from(list(reversed(rows)), rule) == derived
    assert reconcile(kept(derived), derived).is_empty


@settings(deadline=None)
@given(rows=activities(), rule=RULES)
def test_keys_are_unique_and_posts_are_single(rows: list[LiveActivity], rule: ReportingRule) -> None:
    derived = derived_from(rows, rule)
    assert len({d.key for d in derived}) == len(derived)
    assert {d.post_id for d in derived} <= {2, 3}
    if rule.responsibility == "one":
        assert len({(d.activity_id, d.kind, d.period) for d in derived}) == len(derived)


@settings(deadline=None)
@given(rows=activities(), rule=RULES)
def test_the_days_stand_in_order(rows: list[LiveActivity], rule: ReportingRule) -> None:
    for d in derived_from(rows, rule):
        period = Period.parse(d.period)
        assert d.due.opens <= min(d.due.deadline, d.due.report_due)
        assert d.due.deadline <= d.due.report_due or rule.day_off == "before"
        assert d.due.report_due <= d.due.closes
        assert period.holds(d.due.deadline)
        assert DAYS.is_working_day(d.due.report_due) or rule.day_off == "keep"


@settings(deadline=None)
@given(rows=activities(), rule=RULES)
def test_what_is_owed_was_planned(rows: list[LiveActivity], rule: ReportingRule) -> None:
    by_id = {a.id: a for a in rows}
    for d in derived_from(rows, rule):
        printed = by_id[d.activity_id].row.targets
        if d.target is None:
            assert not any(value.strip() for value in printed.values())
        else:
            at = Period.parse(d.period)
            columns = [
                p for p in printed if Period.parse(p).start <= at.start and at.end <= Period.parse(p).end
            ]
            assert any(
                d.target.endswith(printed[p].strip()) for p in columns if printed[p].strip() not in ("", "-")
            )


@settings(deadline=None)
@given(before=activities(), after=activities(), rule=RULES, other=RULES)
def test_reconciling_brings_about_what_is_derived(
    before: list[LiveActivity], after: list[LiveActivity], rule: ReportingRule, other: ReportingRule
) -> None:
    existing, derived = kept(derived_from(before, rule)), derived_from(after, other)
    result = applied(existing, reconcile(existing, derived))
    standing = [o for o in result if not o.withdrawn]
    assert {o.key: (o.target, o.due) for o in standing} == {d.key: (d.target, d.due) for d in derived}
    assert {o.id for o in existing} <= {o.id for o in result}
    assert reconcile(result, derived).is_empty


def applied(existing: Sequence[Obligation], changes: Reconciliation) -> list[Obligation]:
    """What the store does with a reconciliation."""
    by_id = {o.id: o for o in existing}
    for ids, withdrawn in ((changes.withdraw, True), (changes.revive, False)):
        by_id |= {i: by_id[i].model_copy(update={"withdrawn": withdrawn}) for i in ids}
    for i, d in changes.reschedule:
        by_id[i] = by_id[i].model_copy(update={"target": d.target, "due": d.due})
    added = kept(changes.add)
    return [*by_id.values(), *(o.model_copy(update={"id": 10_000 + o.id}) for o in added)]


def test_reports_stay_with_what_they_reported_on(hospital: Live) -> None:
    derived = derive(hospital.plan, hospital.activities, hospital.posts, DAYS)
    draft = Draft(outcome=Outcome.DONE)
    existing = kept(derived, state=ReportState.SUBMITTED, draft=draft)
    later = hospital.plan.model_copy(update={"rule": ReportingRule(due_working_day=7)})
    changes = reconcile(existing, derive(later, hospital.activities, hospital.posts, DAYS))
    assert (changes.add, changes.withdraw, changes.revive) == ((), (), ())
    # The monthly row keeps its own turn: each month's report is due on the fifth working day after it.
    assert len(changes.reschedule) == len(existing) - 12

    # A row of the plan falls away, and comes back.
    without = derive(hospital.plan, hospital.activities[1:], hospital.posts, DAYS)
    changes = reconcile(existing, without)
    gone = [o.id for o in existing if o.activity_id == 1]
    assert changes == Reconciliation(withdraw=tuple(gone))
    assert len(gone) == 4
    withdrawn = applied(existing, changes)
    assert reconcile(withdrawn, derived) == Reconciliation(revive=tuple(gone))
    assert applied(withdrawn, reconcile(withdrawn, derived)) == existing
