"""From which day on a plan is reported on: the default, the other answers, what each makes (domain, §3)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from core.kernel.errors import UnreadableInput
from core.lifecycle import acceptance, beginning, row_owners
from core.model.editions import PlanEdition
from core.model.obligations import ReportingRule
from core.plan.model import Activity, Deadline, PlanInfo, ReadPlan
from core.ports.unit_of_work import Storage, Work
from storage import open_storage


class Weekdays:
    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5


DAYS = Weekdays()
NOW = datetime(2024, 3, 26, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "today", "code"),
    [
        ({}, "2024-03-26", "2024-Q1"),
        ({}, "2024-04-05", "2024-Q1"),  # the fifth working day: its report is still to be handed in
        ({}, "2024-04-08", "2024-Q2"),
        ({"cycle": "month"}, "2024-04-08", "2024-M04"),
        ({"cycle": "week", "due_working_day": 2}, "2024-04-09", "2024-W14"),
        ({"cycle": "week", "due_working_day": 2}, "2024-04-10", "2024-W15"),
        ({"cycle": "year", "due_day": "04-15"}, "2024-04-15", "2023"),
        ({"cycle": "year", "due_day": "04-15"}, "2024-04-16", "2024"),
    ],
)
def test_the_period_that_is_open(rule: dict[str, Any], today: str, code: str) -> None:
    found = beginning.open_period(ReportingRule.model_validate(rule), DAYS, date.fromisoformat(today))
    assert found.code == code


@pytest.mark.parametrize(
    ("columns", "cycle"),
    [
        ([], "quarter"),
        (["2024-Q1", "2024-Q2"], "quarter"),
        (["2024", "2025", "2026-2030"], "year"),
        (["2024-M01", "2024-M02", "2024-M03", "2024"], "month"),
        (["2024", "2025", "2024-Q1"], "year"),
    ],
)
def test_the_cycle_is_that_of_the_columns(columns: list[str], cycle: str) -> None:
    rows = (Activity(id="a1", title="Ремонт", targets=dict.fromkeys(columns, "1")),)
    assert beginning.proposed_cycle(ReadPlan(plan=PlanInfo(), activities=rows)) == cycle


@pytest.mark.parametrize(
    ("typed", "day"),
    [("1 марта 2024", "2024-03-01"), ("01.02.2024", "2024-02-01"), ("2024-01-15", "2024-01-15")],
)
def test_the_first_day_as_typed(typed: str, day: str) -> None:
    assert beginning.read_first_day(typed, NOW.date(), "ru").isoformat() == day


@pytest.mark.parametrize("typed", ["март 2024", "I квартал 2024", "с прошлого года", "давно"])
def test_a_month_names_no_first_day(typed: str) -> None:
    with pytest.raises(UnreadableInput):
        beginning.read_first_day(typed, NOW.date(), "ru")


async def accepted(work: Work, *rows: Activity, year: int = 2024) -> PlanEdition:
    info = PlanInfo(title="П", organisation="О", period_start=date(year, 1, 1), period_end=date(year, 12, 31))
    number = await acceptance.put_forward(
        work, ReadPlan(plan=info, activities=rows), source_name="x", source_sha256="x", by=1, now=NOW
    )
    return await acceptance.accept(work, await acceptance.proposed(work, number), 1, NOW)


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    found = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    yield found
    await found.close()


def monthly(year: int = 2024) -> Activity:
    return Activity(
        id="a1",
        title="Ремонт",
        responsibles=("Инженер",),
        deadline=Deadline.model_validate({"kind": "recurring", "every": "month"}),
    )


async def owed(work: Work, plan: PlanEdition) -> list[str]:
    await row_owners.confirm_owners(work, plan.id, 1, NOW, DAYS)
    return [o.period for o in await work.obligations.of_plan(plan.id) if not o.withdrawn]


async def test_nothing_is_late_as_the_plan_comes_in(storage: Storage) -> None:
    async with storage.begin() as work:
        plan, found = await beginning.begin(work, await accepted(work, monthly()), 1, NOW, DAYS, NOW.date())
        # January's report was due on 7 February, February's on 7 March.
        assert [(str(b.starts_on), b.with_past, b.owed, b.late) for b in found] == [
            ("2024-01-01", False, 10, 0),
            ("2024-04-01", False, 9, 0),
            ("2024-01-01", True, 12, 2),
        ]
        assert beginning.has_past(found)
        assert beginning.begins(plan.rule, found) == found[0]
        assert await owed(work, plan) == [f"2024-M{m:02}" for m in range(3, 13)]


async def test_a_plan_that_is_over_is_asked_for_whole(storage: Storage) -> None:
    async with storage.begin() as work:
        plan = await accepted(work, monthly(), year=2023)
        plan, found = await beginning.begin(work, plan, 1, NOW, DAYS, NOW.date())
        assert (plan.rule.starts_on, plan.rule.none_due_before) == (date(2023, 1, 1), None)
        assert [b.owed for b in found] == [0, 12]
        assert len(await owed(work, plan)) == 12


async def test_a_plan_to_come_has_no_past_to_ask_for(storage: Storage) -> None:
    async with storage.begin() as work:
        plan, found = await beginning.begin(
            work, await accepted(work, monthly(), year=2025), 1, NOW, DAYS, NOW.date()
        )
        assert not beginning.has_past(found)
        assert len(await owed(work, plan)) == 12


async def test_the_same_answer_given_again_later_withdraws_nothing(storage: Storage) -> None:
    async with storage.begin() as work:
        plan, first = await beginning.begin(work, await accepted(work, monthly()), 1, NOW, DAYS, NOW.date())
        later = date(2024, 4, 1)
        again = await beginning.choices(work, plan, DAYS, later)
        assert (again[0].starts_on, again[0].owed) == (first[0].starts_on, first[0].owed)
        assert beginning.begins(plan.rule, again) == again[0]
        assert beginning.without_past(plan.rule, later) == NOW.date()
