"""A live row given to another post, single or group, and given back: what was handed in goes along and stands."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from core.kernel.errors import NotAllowed
from core.lifecycle import acceptance, renewal, row_owners
from core.model.editions import Ownership
from core.model.obligations import Obligation, ReportState
from core.owed.plan_cache import Library, with_all_posts
from core.plan.model import Activity, Deadline, DeadlineKind, PlanInfo, ReadPlan
from core.plan.reports import Draft, Outcome
from core.ports.repositories import Submission
from core.ports.unit_of_work import Storage, Work
from storage import open_storage

NOW = datetime(2024, 4, 3, 4, 0, tzinfo=UTC)
YEAR = Deadline(kind=DeadlineKind.YEAR, start=date(2024, 1, 1), end=date(2024, 12, 31))
OWNER, GROUP, MEMBER = "Метролог", "Заместители главного врача", "Заместитель главного врача по ЛР"


class Weekdays:
    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    """A live plan of one row of "Метролог", whose first quarter is handed in."""
    found = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    async with found.begin() as work:
        row = Activity(
            id="a1", title="Ремонт", targets={"2024-Q1": "5"}, responsibles=(OWNER,), deadline=YEAR
        )
        info = PlanInfo(
            title="План", organisation="О", period_start=date(2024, 1, 1), period_end=date(2024, 12, 31)
        )
        read = ReadPlan(plan=info, activities=(row,))
        number = await acceptance.put_forward(work, read, source_name="x", source_sha256="x", by=1, now=NOW)
        await acceptance.accept(work, await acceptance.proposed(work, number), 1, NOW)
        await work.people.add_posts([(GROUP, True), (MEMBER, False), ("Экономист", False)])
        await row_owners.confirm_owners(work, number, 1, NOW, Weekdays())
        await hand_in(work, "2024-Q1")
    yield found
    await found.close()


async def hand_in(work: Work, period: str) -> None:
    o = next(o for o in await work.obligations.of_plan(1) if o.period == period and not o.withdrawn)
    done = Draft(outcome=Outcome.DONE, account=period)
    await work.obligations.submit(
        Submission(obligation_id=o.id, version=1, content=done, submitted_by=1, submitted_at=NOW), NOW.date()
    )


async def give(work: Work, name: str) -> None:
    plan = await work.plans.get(1)
    assert plan is not None
    ids = {p.name: p.id for p in await work.people.posts()}
    await row_owners.set_owner(work, plan, (await work.plans.activities(1))[0], ids[name], 1, NOW)
    await renewal.bring_up_to_date(work, 1, Weekdays(), 1, NOW)


async def answers_for_group(work: Work, member: str) -> None:
    posts = {p.name: p for p in await work.people.posts()}
    await work.people.save_post(posts[GROUP].model_copy(update={"reports": posts[member].id}))


async def standing(work: Work) -> tuple[set[str], Sequence[Obligation]]:
    """Who owes the row, and what stands."""
    names = {p.id: p.name for p in await work.people.posts()}
    owed = [o for o in await work.obligations.of_plan(1) if not o.withdrawn]
    return {names[o.post_id] for o in owed}, owed


@pytest.mark.parametrize(("to", "owes"), [(GROUP, MEMBER), (MEMBER, MEMBER), ("Экономист", "Экономист")])
async def test_reports_go_along_there_and_back(storage: Storage, to: str, owes: str) -> None:
    async with storage.begin() as work:
        await answers_for_group(work, MEMBER)
        _, before = await standing(work)
        for name, who in ((to, owes), (OWNER, OWNER), (to, owes)):
            await give(work, name)
            whose, owed = await standing(work)
            assert whose == {who}
            assert [o.id for o in owed] == [o.id for o in before]
            assert [o.period for o in owed if o.is_submitted] == ["2024-Q1"]
            assert len(await work.obligations.of_plan(1)) == len(before)


async def test_from_the_group_to_its_member_and_to_another(storage: Storage) -> None:
    async with storage.begin() as work:
        await answers_for_group(work, MEMBER)
        _, before = await standing(work)
        for name, who in ((GROUP, MEMBER), (MEMBER, MEMBER), ("Экономист", "Экономист"), (GROUP, MEMBER)):
            await give(work, name)
            whose, owed = await standing(work)
            assert (whose, [o.id for o in owed]) == ({who}, [o.id for o in before])


async def test_a_group_that_nobody_answers_for_is_refused_and_nothing_changes(storage: Storage) -> None:
    async with storage.begin() as work:
        before = await work.obligations.of_plan(1), await work.plans.activities(1)
        with pytest.raises(NotAllowed) as refused:
            await give(work, GROUP)
        assert (refused.value.message_id, refused.value.args_for_text) == (
            "group-needs-member",
            {"name": GROUP},
        )
        assert (await work.obligations.of_plan(1), await work.plans.activities(1)) == before


async def test_a_report_wins_over_a_withdrawn_one_of_who_owed_the_row_too(storage: Storage) -> None:
    """By the rule `each` two posts owed the row; by `one` the contributor's fell away, and now the row is theirs."""
    async with storage.begin() as work:
        plan = await work.plans.get(1)
        assert plan is not None
        each = plan.rule.model_copy(update={"responsibility": "each"})
        await work.plans.set_rule(1, each)
        await give(work, "Экономист")
        await work.plans.set_rule(1, plan.rule)
        await renewal.bring_up_to_date(work, 1, Weekdays(), 1, NOW)
        await hand_in(work, "2024-Q1")
        for name in (OWNER, "Экономист"):
            await give(work, name)
            whose, owed = await standing(work)
            assert whose == {name}
            assert [o.period for o in owed if o.is_submitted] == ["2024-Q1"]


@pytest.mark.parametrize("state", [ReportState.SUBMITTED, ReportState.RETURNED])
async def test_what_was_handed_in_once_keeps_its_days_by_another_rule(
    storage: Storage, state: ReportState
) -> None:
    """Or a report that came in time would be late afterwards, by a rule that was not there (domain, §5: timeliness)."""
    async with storage.begin() as work:
        ((_, (first,)), plan) = await standing(work), await work.plans.get(1)
        assert plan is not None
        if state is ReportState.RETURNED:
            await work.obligations.review(first.id, first.revision, state, first.draft, "Где акт?")
        sooner = plan.model_copy(update={"rule": plan.rule.model_copy(update={"due_working_day": 1})})
        await work.plans.set_rule(1, sooner.rule)
        await renewal.bring_up_to_date(work, 1, Weekdays(), 1, NOW)
        ((_, (kept,)), anew) = await standing(work), await renewal.derived_anew(work, sooner, Weekdays())
        assert (kept.state, kept.due) == (state, first.due)
        assert [d.due.report_due < first.due.report_due for d in anew.derived] == [True]
        assert anew.changes.is_empty


async def test_who_answers_for_a_group_is_kept_told_and_owes(storage: Storage) -> None:
    async with storage.begin() as work:
        plan = await with_all_posts(work, await Library().plan(work, 1))
        group = next(p for p in plan.posts.values() if p.name == GROUP)
        with pytest.raises(NotAllowed):
            await row_owners.give_row(work, plan, plan.known_row(1), group.id, 1, NOW, Weekdays())
        member = await row_owners.add_post(work, MEMBER)
        await row_owners.let_answer(work, plan, group, member, 1, NOW, Weekdays())
        await row_owners.give_row(work, plan, plan.known_row(1), group.id, 1, NOW, Weekdays())
        owes, _ = await standing(work)
        (line,) = await work.journal.lines(f"post:{group.id}", limit=5)
    assert owes == {MEMBER}
    assert (line.action, line.before, line.after) == (
        "group-answered-by",
        {"reports": None},
        {"reports": member},
    )


async def test_what_is_still_to_be_settled_stands_first(storage: Storage) -> None:
    async with storage.begin() as work:
        new = await row_owners.add_post(work, "Аптекарь")
        plan = await with_all_posts(work, await Library().plan(work, 1))
        owner = next(p.id for p in plan.posts.values() if p.name == OWNER)
        group = next(p for p in plan.posts.values() if p.name == GROUP)
    found = row_owners.owners_of_plan(plan)
    assert found.confirmed
    assert [(post, len(rows)) for post, rows in found.most_first] == [(owner, 1)]
    assert found.unexpanded == {}
    choice = row_owners.posts_for_row(plan, plan.known_row(1))
    assert choice[:2] == [owner, new], "who is named first, then by name"
    assert group.id not in choice
    assert [p.name for p in row_owners.posts_for_group(plan, group)] == [
        MEMBER,
        "Аптекарь",
        OWNER,
        "Экономист",
    ]
    nobodys = plan.known_row(1).model_copy(update={"id": 2, "position": 9, "ownership": Ownership()})
    plan.activities[2] = nobodys
    assert [a.id for a in row_owners.unowned_first(plan)] == [2, 1]
