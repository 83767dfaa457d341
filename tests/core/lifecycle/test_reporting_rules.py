"""Setting a plan's rule: what is typed, what the dry run foretells, what applying it does, what the journal says."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernel.errors import DomainError, Missing, NotAllowed, Outdated
from core.lifecycle import acceptance, reporting_rules, row_owners
from core.model.obligations import ReportingRule, RuleChange
from core.plan.model import Activity, Deadline, DeadlineKind, PlanInfo, ReadPlan
from core.plan.reports import Draft, Outcome
from core.ports.repositories import Submission
from core.ports.unit_of_work import Storage, Work
from storage import open_storage

NOW = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)
TODAY = date(2024, 3, 26)
MINISTRY, CITY, REGION = "Министерство", "Акимат города", "Акимат области"
BUILT_IN = ("money", "tender")
NEXT = {"next_due", "next_opens", "next_closes"}


class Weekdays:
    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    """A live plan of one continuous row of three bodies, whose first quarter is handed in by the first."""
    found = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    async with found.begin() as work:
        row = Activity(
            id="a1",
            title="Ремонт",
            responsibles=(MINISTRY, CITY, REGION),
            deadline=Deadline(kind=DeadlineKind.CONTINUOUS),
        )
        info = PlanInfo(
            title="П", organisation="О", period_start=date(2024, 1, 1), period_end=date(2024, 12, 31)
        )
        read = ReadPlan(plan=info, activities=(row,))
        number = await acceptance.put_forward(work, read, source_name="x", source_sha256="x", by=1, now=NOW)
        await acceptance.accept(work, await acceptance.proposed(work, number), 1, NOW)
        await row_owners.confirm_owners(work, number, 1, NOW, Weekdays())
        first = (await work.obligations.of_plan(1))[0]
        done = Draft(outcome=Outcome.DONE)
        await work.obligations.submit(
            Submission(obligation_id=first.id, version=1, content=done, submitted_by=1, submitted_at=NOW),
            TODAY,
        )
    yield found
    await found.close()


async def foreseen(work: Work, changes: Mapping[str, Any]) -> reporting_rules.Foreseen:
    return await reporting_rules.foresee(
        work, await reporting_rules.live_plan(work, 1), RuleChange(**changes), Weekdays(), TODAY
    )


async def apply(work: Work, changes: Mapping[str, Any]) -> None:
    plan = await reporting_rules.live_plan(work, 1)
    await reporting_rules.change(work, plan, RuleChange(**changes), 5, NOW, Weekdays())


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"responsibility": "each"}, {"added": 8, "moved": 3}),  # the lead's own wait for the others'
        ({"cycle": "month"}, {"added": 12, "withdrawn": 4, "lost": 1}),
        ({"cycle": "half_year"}, {"added": 2, "withdrawn": 4, "lost": 1}),
        ({"due_working_day": 7}, {"moved": 3}),  # what is handed in keeps its day
        ({"due_day": "04-15"}, {"moved": 3}),
        ({"opens_days_before_end": 20}, {"reopened": 3}),
        ({"closes_working_days_after_due": 5}, {"reclosed": 3}),
        ({"file_demanded": True}, {}),
        ({"cycle": "quarter"}, {}),
    ],
)
async def test_the_dry_run_foretells_what_applying_does(
    storage: Storage, changes: dict[str, Any], expected: dict[str, int]
) -> None:
    async with storage.begin() as work:
        told = await foreseen(work, changes)
        assert {k: v for k, v in told.model_dump(exclude=NEXT).items() if v} == expected
        assert told.is_nothing == (not expected)
        before = {o.id: o for o in await work.obligations.of_plan(1)}
        await apply(work, changes)
        after = {o.id: o for o in await work.obligations.of_plan(1)}
        assert len(after) - len(before) == told.added
        assert sum(after[i].withdrawn for i in before) == told.withdrawn
        assert (
            sum(after[i].due != before[i].due for i in before) == told.moved + told.reopened + told.reclosed
        )
        assert sum(o.version > 0 for o in after.values()) == 1  # the report is kept
        assert (await foreseen(work, changes)).is_nothing


async def test_what_fell_away_comes_back_with_its_report(storage: Storage) -> None:
    async with storage.begin() as work:
        before = await work.obligations.of_plan(1)
        await apply(work, {"cycle": "year"})
        told = await foreseen(work, {"cycle": "quarter"})
        assert (told.added, told.withdrawn) == (4, 1)
        await apply(work, {"cycle": "quarter"})
        assert [o for o in await work.obligations.of_plan(1) if not o.withdrawn] == before


async def test_the_next_days_are_told(storage: Storage) -> None:
    async with storage.begin() as work:
        told = await foreseen(work, {"responsibility": "each"})
    assert told.next_due == ((date(2024, 4, 5), 2), (date(2024, 4, 19), 1), (date(2024, 7, 5), 2))


async def test_who_loses_sight_of_a_report_or_the_time_for_it_is_told(storage: Storage) -> None:
    async with storage.begin() as work:
        await apply(work, {"responsibility": "each"})
        later = await foreseen(work, {"opens_days_before_end": 0})
        sooner = await reporting_rules.foresee(
            work,
            await reporting_rules.live_plan(work, 1),
            RuleChange(closes_working_days_after_due=0),
            Weekdays(),
            date(2024, 4, 10),
        )
    assert (later.reopened, later.hidden, later.moved) == (11, 2, 0)
    assert later.next_opens == ((date(2024, 3, 31), 2), (date(2024, 6, 30), 3), (date(2024, 9, 30), 3))
    assert (sooner.reclosed, sooner.shut) == (11, 2)
    assert sooner.next_closes[0] == (date(2024, 7, 5), 2)


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("10", 10, 10),
        ("0", 0, 0),
        ("15 дней", 15, 15),
        ("3 рабочих дня", 3, 3),
        ("7 календарных дней", 7, 7),
        ("10 күн", 10, 10),
        ("5 working days", 5, 5),
        ("90", 90, "rule-days-count"),
        ("400", "rule-days-count", "rule-days-count"),
        ("-1", "rule-days-count", "rule-days-count"),
        ("скоро", "rule-days-count", "rule-days-count"),
        ("", "rule-days-count", "rule-days-count"),
    ],
)
def test_when_a_period_opens_and_closes_as_typed(text: str, opens: int | str, closes: int | str) -> None:
    assert as_read(reporting_rules.read_opening, text) == opens
    assert as_read(reporting_rules.read_closing, text) == closes


def as_read(read: Callable[[str], RuleChange], text: str) -> int | str:
    """The number that is read, or the refusal."""
    try:
        (number,) = read(text).parts.values()
    except DomainError as refusal:
        return refusal.message_id
    return int(number)


async def test_the_journal_says_what_was_and_what_is(storage: Storage) -> None:
    async with storage.begin() as work:
        await apply(work, {"due_day": "04-15", "cycle": "year"})
        await apply(work, {"cycle": "year"})  # nothing changes, nothing is said
        (line,) = [one for one in await work.journal.lines() if one.action == "rule-set"]
    assert (line.person_id, line.subject) == (5, "plan:1")
    assert line.before == {"cycle": "quarter", "due_day": None}
    assert line.after == {"cycle": "year", "due_day": "04-15"}


async def test_the_journal_names_each_report_that_falls_away_or_comes_back(storage: Storage) -> None:
    async with storage.begin() as work:
        gone = {f"obligation:{o.id}" for o in await work.obligations.of_plan(1)}
        await apply(work, {"cycle": "year"})
        await apply(work, {"cycle": "quarter"})
        lines = await work.journal.lines(actions=("withdrawn", "brought-back"))
    assert {one.subject for one in lines if one.action == "withdrawn"} > gone
    assert {one.subject for one in lines if one.action == "brought-back"} == gone
    assert {one.person_id for one in lines} == {5}


async def test_rows_and_reasons_are_kept(storage: Storage) -> None:
    async with storage.begin() as work:
        rule = ReportingRule()
        await apply(
            work,
            reporting_rules.row_cumulative(rule, 1, True).parts
            | reporting_rules.row_better(rule, 1, "down").parts,
        )
        await apply(work, reporting_rules.with_reason(rule, " Паводок ", BUILT_IN).parts)
        rule = (await reporting_rules.live_plan(work, 1)).rule
    assert (rule.cumulative, rule.better) == (frozenset({1}), {1: "down"})
    assert rule.reasons == ("#money", "#tender", "Паводок")
    none: frozenset[int] = frozenset()
    assert reporting_rules.row_cumulative(rule, 1, None).parts == {"cumulative": none, "not_cumulative": none}
    assert reporting_rules.row_cumulative(rule, 1, False).parts == {"cumulative": none, "not_cumulative": {1}}
    kept = ReportingRule.model_validate_json('{"cumulative": [1]}')  # as it was kept before the third choice
    assert [kept.runs_on(1), kept.runs_on(2)] == [True, None]
    assert reporting_rules.row_better(rule, 1, None).parts == {"better": {}}
    assert reporting_rules.without_reason(rule, 0, BUILT_IN).parts == {"reasons": ("#tender", "Паводок")}


async def test_a_plan_that_is_not_live_has_no_rule_to_set(storage: Storage) -> None:
    async with storage.begin() as work:
        with pytest.raises(Missing):
            await reporting_rules.live_plan(work, 99)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("7", {"due_working_day": 7, "due_day": None}),
        (" 7-й рабочий день", {"due_working_day": 7, "due_day": None}),
        ("7 working days", {"due_working_day": 7, "due_day": None}),
        ("7 жұмыс күні", {"due_working_day": 7, "due_day": None}),
        ("15 апреля", {"due_day": "04-15"}),
        ("15.04", {"due_day": "04-15"}),
        ("1 мамыр", {"due_day": "05-01"}),
        ("0", "rule-days-range"),
        ("61", "rule-days-range"),
        ("скоро", "rule-due-not-read"),
        ("31.02", "rule-due-not-read"),
        ("", "rule-due-not-read"),
    ],
)
def test_a_due_day_as_typed(text: str, changes: dict[str, Any] | str) -> None:
    if isinstance(changes, str):
        with pytest.raises(DomainError) as refused:
            reporting_rules.read_due(text, TODAY)
        assert refused.value.message_id == changes
    else:
        assert reporting_rules.read_due(text, TODAY).parts == changes


def test_the_consolidated_day_as_typed() -> None:
    assert reporting_rules.read_consolidated_due("1 мая", TODAY).parts == {"consolidated_due_day": "05-01"}
    assert reporting_rules.read_consolidated_due("0", TODAY).parts == {
        "consolidation_working_days": 0,
        "consolidated_due_day": None,
    }


@pytest.mark.parametrize(
    ("reasons", "text", "refusal"),
    [
        ((), "а", "rule-reason-length"),
        ((), "#money", "rule-reason-length"),
        ((), "я" * 41, "rule-reason-length"),
        (("Паводок",), "паводок", "rule-reason-there"),
        ((), "Нет денег", "rule-reason-there"),
        (tuple(f"Причина {n}" for n in range(12)), "Ещё одна", "rule-reasons-many"),
    ],
)
def test_reasons_that_are_refused(reasons: tuple[str, ...], text: str, refusal: str) -> None:
    with pytest.raises(DomainError) as refused:
        reporting_rules.with_reason(ReportingRule(reasons=reasons), text, BUILT_IN, ["Нет денег", "Тендер"])
    assert refused.value.message_id == refusal


def test_the_last_reason_stays() -> None:
    with pytest.raises(DomainError) as refused:
        reporting_rules.without_reason(ReportingRule(reasons=("Паводок",)), 0, BUILT_IN)
    assert refused.value.message_id == "rule-reason-last"


@given(st.text(max_size=30))
def test_whatever_is_typed_gives_a_rule_or_one_sentence(text: str) -> None:
    refused = []
    for read in (reporting_rules.read_due, reporting_rules.read_consolidated_due):
        try:
            reporting_rules.changed(ReportingRule(), read(text, TODAY))
        except DomainError as refusal:
            refused.append(refusal.message_id)
    assert set(refused) <= {"rule-days-range", "rule-due-not-read"}


def test_a_choice_takes_the_place_of_a_fixed_day() -> None:
    rule = ReportingRule(due_day="04-15")
    assert reporting_rules.value_of(rule, "due") is None
    changes = reporting_rules.chosen("due", "10")
    assert changes.parts == {"due_working_day": 10, "due_day": None}
    assert reporting_rules.value_of(reporting_rules.changed(rule, changes), "due") == "10"
    for part, value in (("due", "11"), ("nothing", "1")):
        with pytest.raises(Outdated):
            reporting_rules.chosen(part, value)


def test_a_consolidated_report_has_a_day_only_where_each_post_owes() -> None:
    assert "svod" not in reporting_rules.parts_of(ReportingRule())
    assert "svod" in reporting_rules.parts_of(ReportingRule(responsibility="each"))


def test_files_demanded_and_files_forbidden_shut_each_other_out() -> None:
    demanded = reporting_rules.changed(ReportingRule(), reporting_rules.flipped(ReportingRule(), "file"))
    assert demanded.file_demanded
    forbidden = reporting_rules.changed(demanded, reporting_rules.flipped(demanded, "files"))
    assert (forbidden.files_allowed, forbidden.file_demanded) == (False, False)
    with pytest.raises(NotAllowed):
        reporting_rules.flipped(forbidden, "file")
    with pytest.raises(Outdated):
        reporting_rules.flipped(forbidden, "nothing")
