"""All as planned in one go: which reports it may answer, and that nothing is recorded that the list did not show."""

from __future__ import annotations

import pytest

from core.kernel.errors import Outdated
from core.model.obligations import Obligation
from core.plan.model import Activity, Unit
from core.plan.reports import Draft, Outcome
from core.ports.unit_of_work import Storage
from core.report.all_as_planned import mark_of_all, plainly_planned, record_as_planned
from tests.core.office import OFFICER, heap, someone
from tests.core.report.cards import OWNER, figures, level, owed, row, worklist
from tests.storage.samples import NOW

PLAIN = row()


def answered(rows: list[Activity], obligations: list[Obligation], **rule: object) -> list[int]:
    found = worklist(rows, obligations, **rule)
    return [o.id for o in plainly_planned(found, found.heap(1, "2024-Q1"))]


@pytest.mark.parametrize(
    ("one", "report", "is_answered"),
    [
        (PLAIN, owed(), True),
        (row(unit=Unit.PRESENCE, targets={"2024-Q1": "+"}), owed(), True),
        (row(unit=None, targets={"2024-Q1": "Провести"}), owed(), True),
        (row(targets={}), owed(), False),
        (level(targets={"2024-Q1": "90"}), owed(), False),
        (PLAIN, owed(asking="extension"), False),
        (PLAIN, owed(excused=True), False),
        (PLAIN, owed(draft=Draft(outcome=Outcome.PARTIAL)), False),
        (PLAIN, owed(draft=Draft(odd=figures(main=1))), False),
        (PLAIN, owed(draft=Draft(figures=figures(main=1))), False),
    ],
)
def test_what_a_plan_value_answers(one: Activity, report: Obligation, is_answered: bool) -> None:
    assert (answered([one], [report]) == [1]) is is_answered


def test_what_a_lead_consolidates_is_looked_at_first() -> None:
    assert answered([PLAIN], [owed(post_id=OWNER)], responsibility="each") == []


def test_the_mark_is_another_where_the_plan_or_the_rows_are() -> None:
    both, dearer = [row(), row()], [row(), row(targets={"2024-Q1": "7000"})]
    reports = [owed(), owed(2)]
    marks = {
        mark_of_all(worklist(rows, reports), shown)
        for rows, shown in ((both, reports), (both, reports[:1]), (dearer, reports))
    }
    assert len(marks) == 3


async def test_the_ticked_are_recorded_and_the_others_stay(office: Storage) -> None:
    async with office.begin() as work:
        found, there = await heap(work)
        plain = plainly_planned(found, there)
        assert plain, "a plan value answers rows of the office"
        mark, unticked = mark_of_all(found, plain), {plain[0].id}
        who = await someone(work, OFFICER)
        after, count = await record_as_planned(work, who, found, there, unticked, mark, NOW)
        assert count == len(plain) - 1
        assert after.obligation(plain[0].id).draft.is_empty
        assert all(after.obligation(o.id).draft.outcome is Outcome.DONE for o in plain[1:])


async def test_a_list_that_showed_something_else_records_nothing(office: Storage) -> None:
    async with office.begin() as work:
        found, there = await heap(work)
        who = await someone(work, OFFICER)
        with pytest.raises(Outdated, match="bulk-changed"):
            await record_as_planned(work, who, found, there, (), "0" * 8, NOW)
