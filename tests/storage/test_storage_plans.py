"""Plans, activities, obligations, submissions, evidence."""

from __future__ import annotations

import asyncio
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from core.model.editions import Ownership, PlanEdition, PlanStatus
from core.model.obligations import ObligationKind, ReportingRule, ReportState
from core.plan.columns import ColumnRole, ColumnSaid, ReadingMap, TableSaid
from core.plan.reports import Draft, Outcome, Remark
from core.ports.repositories import Submission
from storage import Database
from tests.storage.samples import (
    NOW,
    OFFICER,
    TODAY,
    derived,
    due_on,
    later,
    live_plan,
    new_plan,
    obligation,
    person,
    photo,
    post,
)

DRAFT = Draft(
    outcome=Outcome.PARTIAL,
    figures={"money": Decimal("6050000.10"), "zero": Decimal("0.0")},
    account="Сделано\n«почти»",
    reason="нет поставки",
    forecast=date(2024, 6, 30),
    odd={"money": Decimal("1e9")},
    before=Draft(outcome=Outcome.DONE),
)


SAID = TableSaid(header=3, columns=(ColumnSaid(at=4, role=ColumnRole.TARGET, period="2024-Q1"),))


async def test_a_plan_is_proposed_accepted_and_comes_back_as_kept(storage: Database) -> None:
    async with storage.begin() as work:
        number = await work.plans.propose(new_plan())
        proposed = await work.plans.get(number)
        assert proposed == PlanEdition(id=number, **dict(new_plan()))
        accepted = proposed.model_copy(
            update={
                "title": "План на 2024 год",
                "organisation": "Больница",
                "period_end": date(2025, 1, 1),
                "status": PlanStatus.LIVE,
                "rule": ReportingRule(cycle="month", due_day="04-15"),
                "settled": {"d1": "keep"},
                "accepted_at": NOW,
                "said": ReadingMap(tables={2: SAID}, layouts={"l1": TableSaid(out=True)}),
            }
        )
        await work.plans.save(accepted)
        assert await work.plans.get(number) == accepted
        await work.plans.set_rule(number, ReportingRule(day_off="keep"))
        found = await work.plans.get(number)
        assert await work.plans.get(number + 1) is None
    assert found == accepted.model_copy(update={"rule": ReportingRule(day_off="keep")})


async def test_what_is_said_of_a_layout_is_kept_once_and_can_be_forgotten(storage: Database) -> None:
    async with storage.begin() as work:
        await work.plans.remember_layout("a", SAID, OFFICER, NOW)
        await work.plans.remember_layout("b", TableSaid(out=True), None, NOW)
        await work.plans.remember_layout("b", SAID, OFFICER, later(hours=1))
        assert await work.plans.layouts() == {"a": SAID, "b": SAID}
        await work.plans.remember_layout("a", None, OFFICER, NOW)
        await work.plans.remember_layout("c", None, OFFICER, NOW)
        assert await work.plans.layouts() == {"b": SAID}


async def test_plans_are_found_by_status_oldest_first(storage: Database) -> None:
    async with storage.begin() as work:
        first = await work.plans.propose(new_plan(title="первый"))
        live = await live_plan(work)
        last = await work.plans.propose(new_plan(title=None))
        assert [p.id for p in await work.plans.with_status(PlanStatus.PROPOSED)] == [first, last]
        both = await work.plans.with_status(PlanStatus.LIVE, PlanStatus.PROPOSED)
        assert [p.id for p in both] == [first, live.id, last]
        assert await work.plans.with_status(PlanStatus.CANCELLED) == []


async def test_activities_get_permanent_ids_in_the_order_of_the_reading(storage: Database) -> None:
    async with storage.begin() as work:
        plan = await live_plan(work, activities=12)
        added = await work.plans.add_activities(plan)
        assert tuple(a.row for a in added) == plan.read.activities
        assert [a.position for a in added] == list(range(12))
        assert len({a.id for a in added}) == 12
        owner, other = await post(work, "A"), await post(work, "B")
        ownership = Ownership(owner=owner, supervisor=other, contributors=(other, owner), confirmed=True)
        await work.plans.set_owner(added[3].id, ownership)
        found = await work.plans.activities(plan.id)
    assert found == [*added[:3], added[3].model_copy(update={"ownership": ownership}), *added[4:]]


async def test_activities_are_added_once(storage: Database) -> None:
    async with storage.begin() as work:
        plan = await live_plan(work)
        await work.plans.add_activities(plan)
    with pytest.raises(IntegrityError):
        async with storage.begin() as work:
            await work.plans.add_activities(plan)


async def test_an_obligation_is_kept_once_for_its_key(storage: Database) -> None:
    async with storage.begin() as work:
        plan = await live_plan(work)
        one, two = await work.plans.add_activities(plan)
        metrologist = await post(work)
        same = derived(one.id, metrologist)
        others = [
            derived(two.id, metrologist, target=None),
            derived(one.id, metrologist, kind=ObligationKind.TURN, due=due_on(date(2024, 2, 5))),
            derived(one.id, metrologist, period="2024-Q2", due=due_on(date(2024, 7, 5))),
        ]
        await work.obligations.add(plan.id, [same])
        (first,) = await work.obligations.of_plan(plan.id)
        await work.obligations.add(plan.id, [same.model_copy(update={"target": "other"}), *others])
        await work.obligations.add(plan.id, [])
        found = await work.obligations.of_plan(plan.id)
    assert first.key == same.key
    assert (first.plan_id, first.state, first.draft, first.revision) == (
        plan.id,
        ReportState.NONE,
        Draft(),
        0,
    )
    assert [o.key for o in found] == [others[1].key, same.key, others[2].key, others[0].key]
    assert found[1] == first
    assert found[3].due == others[0].due


async def test_what_a_person_owes_comes_in_order_and_nothing_else(storage: Database) -> None:
    async with storage.begin() as work:
        await work.people.save(person())
        mine, left, others = [await post(work, name) for name in ("мой", "прежний", "чужой")]
        for which in (mine, left):
            await work.people.hold(OFFICER, which, NOW)
        await work.people.leave(OFFICER, left, later(days=1))
        one, two = await live_plan(work, 3), await live_plan(work, 1)
        a, b, c = await work.plans.add_activities(one)
        (d,) = await work.plans.add_activities(two)
        april, may = due_on(date(2024, 4, 5)), due_on(date(2024, 5, 5))
        await work.obligations.add(two.id, [derived(d.id, mine, due=april)])
        await work.obligations.add(
            one.id,
            [
                derived(c.id, mine, due=april),
                derived(b.id, mine, due=due_on(date(2024, 1, 5))),
                derived(a.id, mine, due=april),
                derived(a.id, mine, due=may, period="2024-04"),
                derived(b.id, left, due=april),
                derived(b.id, others, due=april),
                derived(c.id, mine, due=april, period="withdrawn"),
            ],
        )
        gone = next(o.id for o in await work.obligations.of_plan(one.id) if o.period == "withdrawn")
        await work.obligations.set_withdrawn([gone], True)
        await work.obligations.set_withdrawn([], True)

        opened = await work.obligations.of_person(OFFICER, april.opens)
        assert [o.activity_id for o in opened] == [b.id, a.id, c.id, d.id]
        assert [o.due for o in opened][1:] == [april] * 3
        assert len(await work.obligations.of_person(OFFICER, may.opens)) == 5
        assert await work.obligations.of_person(OFFICER + 1, may.opens) == []

        period = opened[0].period
        assert {o.post_id for o in await work.obligations.of_row(b.id, period)} == {mine, left, others}
        assert [o.id for o in await work.obligations.of_row(c.id, "withdrawn")] == [gone]
        assert await work.obligations.of_row(a.id, "2031") == []

        await work.obligations.set_withdrawn([gone], False)
        assert len(await work.obligations.of_person(OFFICER, april.opens)) == 5
        await work.plans.save(one.model_copy(update={"status": PlanStatus.SUPERSEDED}))
        assert [o.activity_id for o in await work.obligations.of_person(OFFICER, may.opens)] == [d.id]


async def test_a_draft_is_written_over_the_revision_that_was_seen(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        assert await work.obligations.save_draft(number, 0, DRAFT, ReportState.DRAFT)
        assert not await work.obligations.save_draft(number, 0, Draft(), ReportState.NONE)
        assert not await work.obligations.save_draft(number, 2, Draft(), ReportState.NONE)
        assert not await work.obligations.save_draft(number + 1, 0, Draft(), ReportState.NONE)
    async with storage.read() as work:
        found = await work.obligations.get(number)
    assert found is not None
    assert (found.draft, found.state, found.revision) == (DRAFT, ReportState.DRAFT, 1)
    assert str(found.draft.figures["money"]) == "6050000.10"
    assert str(found.draft.figures["zero"]) == "0.0"


async def test_of_many_who_answer_at_once_one_is_written(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)

    async def answer(figure: int) -> bool:
        async with storage.begin() as work:
            found = await work.obligations.get(number)
            assert found is not None
        draft = Draft(figures={"m": Decimal(figure)})
        async with storage.begin() as work:
            return await work.obligations.save_draft(number, 0, draft, ReportState.DRAFT)

    won = await asyncio.gather(*(answer(n) for n in range(8)))
    async with storage.read() as work:
        found = await work.obligations.get(number)
    assert won.count(True) == 1
    assert found is not None
    assert found.draft.figures == {"m": won.index(True)}
    assert found.revision == 1


def submission(number: int, version: int = 1, **changes: object) -> Submission:
    made = Submission(
        obligation_id=number,
        version=version,
        content=DRAFT.as_submitted(),
        submitted_by=OFFICER,
        submitted_at=NOW,
    )
    return made.model_copy(update=changes)


async def test_each_submission_is_a_version_and_the_first_day_stays(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        await work.obligations.save_draft(number, 0, DRAFT, ReportState.DRAFT)
        await work.obligations.submit(submission(number), TODAY)
        second = submission(number, 2, content=Draft(), submitted_at=later(days=9), why_corrected="ошибка")
        await work.obligations.submit(second, date(2024, 4, 4))
        found = await work.obligations.get(number)
        assert await work.obligations.submissions(number) == [submission(number), second]
        assert await work.obligations.submissions(number + 1) == []
    assert found is not None
    assert (found.state, found.version, found.revision) == (ReportState.SUBMITTED, 2, 1)
    assert (found.first_submitted_on, found.submitted, found.draft) == (TODAY, Draft(), DRAFT)


async def test_a_version_is_submitted_once(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        await work.obligations.submit(submission(number), TODAY)
    with pytest.raises(IntegrityError):
        async with storage.begin() as work:
            await work.obligations.submit(submission(number, content=Draft()), TODAY)
    async with storage.read() as work:
        assert await work.obligations.submissions(number) == [submission(number)]


@pytest.mark.parametrize(
    "change",
    ["UPDATE submission SET content = '{}'", "DELETE FROM submission", "UPDATE submission SET version = 9"],
)
async def test_what_was_submitted_is_changed_by_nobody(storage: Database, change: str) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        await work.obligations.submit(submission(number), TODAY)
    with pytest.raises(DBAPIError, match="never changed"):
        async with storage._writer.begin() as connection:
            await connection.execute(text(change))
    async with storage.read() as work:
        assert await work.obligations.submissions(number) == [submission(number)]


async def test_an_obligation_is_reassigned_and_rescheduled(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        before = await work.obligations.get(number)
        assert before is not None
        other = await post(work, "Главная медсестра")
        again = derived(before.activity_id, before.post_id, target="2", due=due_on(date(2024, 5, 6)))
        await work.obligations.reassign(number, other)
        await work.obligations.reschedule(number, again)
        after = await work.obligations.get(number)
    assert after == before.model_copy(update={"post_id": other, "target": "2", "due": again.due})


async def test_evidence_comes_back_as_kept_in_order_of_arrival(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        pieces = [
            photo(number, album="1", form="Акт"),
            photo(number, kind="paper", file_id=None, mime_type=None, number="12-ө", dated=date(2024, 3, 5)),
            photo(number, kind="link", file_id=None, mime_type=None, link="https://example.org/"),
            photo(number, kind="document", file_name="акт.pdf", size=3_000_000_000),
        ]
        kept = [p.model_copy(update={"id": await work.evidence.add(p)}) for p in pieces]
        found = await work.obligations.get(number)
        assert found is not None
        assert await work.evidence.of_obligations([number]) == kept
        assert await work.evidence.of_obligations([number + 1]) == []
        assert await work.evidence.of_obligations([]) == []
        assert await work.evidence.of_plan(found.plan_id) == kept
        assert await work.evidence.of_plan(found.plan_id + 1) == []


async def test_evidence_is_fetched_and_removed(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        first, second, third = [await work.evidence.add(photo(number)) for _ in range(3)]
        await work.evidence.add(photo(number, kind="link", file_id=None, link="https://example.org/"))
        assert [e.id for e in await work.evidence.unfetched()] == [first, second, third]
        await work.evidence.set_file(first, "a" * 64, 12)
        await work.evidence.remove(second, later(hours=1))
        assert [e.id for e in await work.evidence.unfetched()] == [third]
        attached = await work.evidence.of_obligations([number])
        removed = await work.evidence.get(second)
        assert await work.evidence.get(attached[-1].id + 1) is None
    assert removed == photo(number, id=second, removed_at=later(hours=1))
    assert [e.id for e in attached[:2]] == [first, third]
    assert (attached[0].sha256, attached[0].size) == ("a" * 64, 12)


async def test_evidence_used_on_another_report_of_the_plan_is_found(storage: Database) -> None:
    day = date(2024, 3, 5)
    async with storage.begin() as work:
        number = await obligation(work)
        here = await work.obligations.get(number)
        assert here is not None
        earlier = derived(here.activity_id, here.post_id, period="2023-Q4")
        await work.obligations.add(here.plan_id, [earlier])
        there = next(o for o in await work.obligations.of_plan(here.plan_id) if o.id != number)
        for piece in (
            photo(there.id, number="12-ө", dated=day),
            photo(there.id, unique_id="AQAD"),
            photo(there.id, sha256="a" * 64),
            photo(there.id, dated=date(2024, 3, 6)),
            photo(number, dated=day),
        ):
            await work.evidence.add(piece)
        gone = await work.evidence.add(photo(there.id, dated=day))
        await work.evidence.remove(gone, later(hours=1))

        async def found(**parts: object) -> list[str | None]:
            uses = await work.evidence.sharing(here.plan_id, photo(number, **parts))
            assert {(u.activity_id, u.period) for u in uses} <= {(here.activity_id, there.period)}
            return [u.evidence.number or u.evidence.unique_id or u.evidence.sha256 for u in uses]

        assert await found(dated=day) == ["12-ө"]
        assert await found(unique_id="AQAD") == ["AQAD"]
        assert await found(sha256="a" * 64, dated=day) == ["12-ө", "a" * 64]
        assert await found() == []
        await work.obligations.set_withdrawn([there.id], True)
        assert await found(dated=day) == []


async def test_what_is_known_of_evidence_changes(storage: Database) -> None:
    used = Remark(code="paper-used", activity_id=3, period="2023-Q4", kept=True)
    async with storage.begin() as work:
        number = await obligation(work)
        first = await work.evidence.add(photo(number, album="1", number="12", remarks=(used,)))
        second = await work.evidence.add(photo(number, album="1"))
        kept = await work.evidence.get(first)
        assert kept is not None
        assert kept.remarks == (used,)
        assert [e.id for e in await work.evidence.of_album("1", kept.added_by)] == [first, second]
        assert await work.evidence.of_album("1", kept.added_by + 1) == []
        await work.evidence.set_paper(first, None, None)
        await work.evidence.set_remarks(first, ())
        changed = await work.evidence.get(first)
    assert changed == kept.model_copy(update={"number": None, "dated": None, "remarks": ()})


async def test_what_one_person_sent_is_summed_up(storage: Database) -> None:
    """The same file is kept once; what was taken off lies on the disk all the same."""
    async with storage.begin() as work:
        number = await obligation(work)
        assert await work.evidence.sent_by(OFFICER, NOW) == (0, 0)
        for size, changes in (
            (100, {"added_at": later(days=-1)}),
            (20, {"unique_id": "a"}),
            (20, {"unique_id": "a"}),
            (3, {"unique_id": "b"}),
            (None, {}),
            (5000, {"added_by": OFFICER + 1}),
        ):
            await work.evidence.add(photo(number, size=size, **changes))
        await work.evidence.remove(4, NOW)
        assert await work.evidence.sent_by(OFFICER, NOW) == (23, 123)
        assert await work.evidence.sent_by(OFFICER, later(days=1)) == (0, 123)
