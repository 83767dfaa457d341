"""Aliases of posts, remembered answers, amendments, and rows that change places: the same on both engines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import text

from core.model.editions import Amendment, FormerRow, PlanStatus
from core.model.people import Post
from core.plan.model import Activity, GoalSaid
from core.ports.repositories import JournalLine
from storage import Database, open_storage
from storage.engine import url_of, writing
from storage.migrations.run import upgrade
from tests.storage.samples import NOW, OFFICER, derived, later, live_plan, new_plan, post


def row(title: str) -> Activity:
    return Activity(id=title, title=title)


async def test_a_post_is_found_by_its_aliases(storage: Database) -> None:
    async with storage.begin() as work:
        metrologist = await post(work, "Метролог")
        await work.people.add_alias(metrologist, "Метрологг")
        await work.people.add_alias(metrologist, "«МЕТРОЛОГГ»")
        await work.people.add_alias(metrologist, "Инженер-метролог")
        ids = await work.people.add_posts(
            [("метрологг", False), ("Инженер-метролог", False), ("Юрист", False)]
        )
        assert (ids["метрологг"], ids["Инженер-метролог"]) == (metrologist, metrologist)
        known = Post(id=metrologist, name="Метролог", aliases=("«МЕТРОЛОГГ»", "Инженер-метролог"))
        assert sorted((await work.people.posts())[0].aliases) == sorted(known.aliases)
        assert [p.name for p in await work.people.posts()] == ["Метролог", "Юрист"]
        await work.people.save_post(known.model_copy(update={"is_group": True}))
        assert (await work.people.posts())[0].is_group


async def test_an_answer_is_remembered_and_the_last_one_counts(storage: Database) -> None:
    async with storage.begin() as work:
        await work.plans.remember("a", "unit-unknown", "unit:count", OFFICER, NOW)
        await work.plans.remember("b", "unit-unknown", "kept", None, NOW)
        await work.plans.remember("a", "unit-unknown", "kept", OFFICER, later())
        many = [str(n) for n in range(1200)]
        assert await work.plans.recall(["a", "c", *many, "b"]) == {"a": "kept", "b": "kept"}
        assert await work.plans.recall([]) == {}


async def test_what_was_said_of_goals_is_kept(storage: Database) -> None:
    first = GoalSaid(text="Открытие 8 кабинетов", kind="level", due=date(2024, 7, 1))
    said = {"a1": (first, GoalSaid(text="до 80 км", at=1, none=True)), "a2": ()}
    async with storage.begin() as work:
        number = await work.plans.propose(new_plan().model_copy(update={"goals": said}))
        found = await work.plans.get(number)
        assert found is not None
        assert found.goals == said
        await work.plans.save(found.model_copy(update={"goals": {}}))
        now = await work.plans.get(number)
        assert now is not None
        assert now.goals == {}


async def test_what_a_waiting_plan_amends_is_kept(storage: Database) -> None:
    async with storage.begin() as work:
        live = await live_plan(work)
        waiting = await work.plans.propose(new_plan().model_copy(update={"recalled": (1, 3)}))
        for amendment in (
            Amendment(amends=live.id, pairs={"0": 5, "1": None}),
            Amendment(amends=None),
        ):
            await work.plans.set_amendment(waiting, amendment)
            found = await work.plans.get(waiting)
            assert found is not None
            assert (found.amendment, found.recalled) == (amendment, (1, 3))
        kept = await work.plans.get(live.id)
    assert kept is not None
    assert kept.amendment is None


async def test_rows_change_places_are_added_and_dropped_with_what_was_owed(storage: Database) -> None:
    async with storage.begin() as work:
        plan = await live_plan(work, activities=3)
        first, second, third = await work.plans.add_activities(plan)
        holder = await post(work)
        await work.obligations.add(plan.id, [derived(first.id, holder), derived(second.id, holder)])
        former = await work.plans.propose(new_plan())
        await work.plans.keep_former(
            [FormerRow(activity_id=third.id, edition_id=former, until=NOW, row=third.row)]
        )
        await work.plans.drop_rows([second.id], former)
        now = await work.plans.set_rows(
            plan.id, [(third.id, row("третья")), (None, row("новая")), (first.id, first.row)]
        )
        assert [(a.row.title, a.position) for a in now] == [("третья", 0), ("новая", 1), (first.row.title, 2)]
        assert [now[0].id, now[2].id] == [third.id, first.id]
        assert now[1].id not in (first.id, second.id, third.id)
        assert [a.id for a in await work.plans.activities(former)] == [second.id]
        assert [(o.activity_id, o.withdrawn) for o in await work.obligations.of_plan(former)] == [
            (second.id, True)
        ]
        assert [(o.activity_id, o.withdrawn) for o in await work.obligations.of_plan(plan.id)] == [
            (first.id, False)
        ]
        (kept,) = await work.plans.former_rows(third.id)
        assert (kept.row, kept.until, kept.edition_id) == (third.row, NOW, former)
        assert await work.plans.former_rows(first.id) == []


async def test_a_dropped_row_comes_back_with_what_was_owed(storage: Database) -> None:
    async with storage.begin() as work:
        plan = await live_plan(work, activities=2)
        first, second = await work.plans.add_activities(plan)
        holder = await post(work)
        await work.obligations.add(plan.id, [derived(second.id, holder)])
        former = await work.plans.propose(new_plan())
        await work.plans.drop_rows([second.id], former)
        await work.plans.set_rows(plan.id, [(first.id, first.row)])
        await work.plans.restore_rows([second.id], plan.id)
        now = await work.plans.set_rows(
            plan.id, [(second.id, row("вернулась")), (None, row("новая")), (first.id, first.row)]
        )
        assert [(a.id, a.position) for a in now if a.row.title != "новая"] == [(second.id, 0), (first.id, 2)]
        assert await work.plans.activities(former) == []
        (owed,) = await work.obligations.of_plan(plan.id)
        assert (owed.activity_id, owed.withdrawn) == (second.id, True)
        assert await work.obligations.of_plan(former) == []


async def test_the_editions_of_a_plan_the_last_one_first(storage: Database) -> None:
    async with storage.begin() as work:
        live = await live_plan(work)
        numbers = [await work.plans.propose(new_plan(title=title)) for title in ("Первая", "Вторая", "Чужая")]
        for at, number in enumerate(numbers):
            edition = await work.plans.get(number)
            assert edition is not None
            superseded = {"status": PlanStatus.SUPERSEDED, "accepted_at": later(days=at)}
            await work.plans.save(edition.model_copy(update=superseded))
            await work.plans.set_amendment(number, Amendment(amends=live.id if at < 2 else None))
        waiting = await work.plans.propose(new_plan(title="Ждёт"))
        await work.plans.set_amendment(waiting, Amendment(amends=live.id))
        assert [p.title for p in await work.plans.editions_of(live.id)] == ["Вторая", "Первая"]


async def test_journal_lines_of_some_actions_alone(storage: Database) -> None:
    async with storage.begin() as work:
        said = [("plan:1", "a"), ("plan:1", "b"), ("plan:2", "a"), ("plan:1", "a")]
        for at, (subject, action) in enumerate(said):
            line = JournalLine(at=later(days=at), person_id=1, action=action, subject=subject)
            await work.journal.add(line)
        assert [x.at for x in await work.journal.lines("plan:1", actions=("a",))] == [later(days=3), NOW]
        assert [x.at for x in await work.journal.lines("plan:1", 1, ("a", "b"))] == [later(days=3)]
        assert len(await work.journal.lines(actions=("a",))) == 3
        assert await work.journal.lines("plan:1", actions=()) == []


async def test_an_edition_takes_the_number_of_the_live_plan(storage: Database) -> None:
    async with storage.begin() as work:
        live = await live_plan(work)
        number = await work.plans.propose(new_plan(activities=5, title="Новая"))
        edition = await work.plans.get(number)
        assert edition is not None
        current = edition.model_copy(update={"id": live.id, "status": PlanStatus.LIVE, "rule": live.rule})
        await work.plans.replace(current)
        await work.plans.replace(live.model_copy(update={"id": number, "status": PlanStatus.SUPERSEDED}))
        assert await work.plans.get(live.id) == current
        kept = await work.plans.get(number)
    assert kept is not None
    assert (kept.status, kept.read, kept.title) == (PlanStatus.SUPERSEDED, live.read, live.title)


async def test_a_database_of_the_first_schema_keeps_its_plans_and_posts(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'old.db'}"
    engine = writing(url_of(url))
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: upgrade(c, "0001"))
        await connection.execute(
            text("INSERT INTO post (name, folded, is_group) VALUES ('Метролог', 'метролог', false)")
        )
        await connection.execute(
            text(
                "INSERT INTO plan (status, reading, source_name, source_sha256, imported_at, rule, settled) "
                "VALUES ('live', '{}', 'a.docx', 'x', '2024-01-09 00:00:00.000000', '{}', '{\"0\": \"kept\"}')"
            )
        )
    await engine.dispose()
    storage = await open_storage(url)
    async with storage.read() as work:
        (head,) = await work.plans.with_status(PlanStatus.LIVE)
        plan = await work.plans.get(head.id)
        assert plan is not None
        assert (plan.settled, plan.recalled, plan.amendment) == ({"0": "kept"}, (), None)
        assert [p.name for p in await work.people.posts()] == ["Метролог"]
    await storage.close()
