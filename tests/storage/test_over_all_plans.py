"""What lists over all live plans ask of the database is what the rules say of each report, in the order of the lists."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from core.model.editions import Ownership, PlanStatus
from core.model.obligations import Extension, Obligation, ReportState
from core.owed.plan_cache import Library, posts_with_who_reports
from core.owed.status import awaits_review, is_overdue
from core.plan.reports import Contribution, Draft
from core.ports.repositories import Submission
from core.ports.unit_of_work import Work
from core.summary.book import overdue_by_post, read_book
from storage import Database
from tests.storage.samples import NOW, OFFICER, derived, due_on, live_plan, post

TODAY = date(2024, 5, 20)
STATES = ("none", "draft", "submitted", "returned", "accepted", "excused", "withdrawn", "extended", "moved")


async def _many(work: Work) -> list[int]:
    """Three live plans and one that was cancelled, with reports in every state, due on days around today."""
    chance = random.Random(7)
    posts = [await post(work, name) for name in ("А", "Б", "В", "Г")]
    plans = []
    for at in range(4):
        plan = await live_plan(work, 4)
        rows = await work.plans.add_activities(plan)
        days = [TODAY + timedelta(days=chance.choice((-30, -9, -1, 0, 1, 12))) for _ in range(18)]
        await work.obligations.add(
            plan.id,
            [
                derived(
                    chance.choice(rows).id,
                    chance.choice(posts),
                    due=due_on(day),
                    period=f"2024-{n % 12 + 1:02}",
                )
                for n, day in enumerate(days)
            ],
        )
        for o in await work.obligations.of_plan(plan.id):
            await _bring(work, o, chance.choice(STATES))
        if at == 3:
            await work.plans.save(plan.model_copy(update={"status": PlanStatus.CANCELLED}))
        else:
            plans.append(plan.id)
    return plans


async def _bring(work: Work, o: Obligation, state: str) -> None:
    if state in ("submitted", "returned", "accepted"):
        told = Submission(
            obligation_id=o.id, version=1, content=Draft(), submitted_by=OFFICER, submitted_at=NOW
        )
        await work.obligations.submit(told, TODAY)
    if state in ("draft", "returned", "accepted"):
        await work.obligations.save_draft(o.id, o.revision, Draft(account="да"), ReportState(state))
    if state == "excused":
        await work.obligations.set_excused(o.id, True)
    if state == "withdrawn":
        await work.obligations.set_withdrawn([o.id], True)
    if state in ("extended", "moved"):
        days = 40 if state == "extended" else -60
        moved = o.due.report_due + timedelta(days=days)
        await work.obligations.set_extension(o.id, Extension(report_due=moved, closes=moved))


@pytest.mark.parametrize("page", [3, 500])
async def test_pages_are_those_of_the_books(storage: Database, page: int) -> None:
    async with storage.begin() as work:
        plans = await _many(work)
        books = [await read_book(work, Library(), plan_id, TODAY) for plan_id in reversed(plans)]
        late = [o for _, o in overdue_by_post(books, None)]
        waiting = [o for book in books for o in book.to_review()]
        everything = [o for book in books for o in book.obligations]
        assert late
        assert waiting
        assert await work.obligations.count_overdue(TODAY) == len(late)
        assert await work.obligations.count_to_review() == len(waiting)
        found, reviewed, pieces = [], [], await work.obligations.overdue_after(TODAY, 0, page)
        for first in range(0, len(everything), page):
            found += await work.obligations.overdue(TODAY, first, page)
            reviewed += await work.obligations.to_review(first, page)
            pieces += await work.obligations.overdue_after(TODAY, pieces[-1].id, page)
        assert found == late
        assert reviewed == waiting
        assert pieces == sorted(late, key=lambda o: o.id)
        assert {o.id for o in late} == {o.id for o in everything if is_overdue(o, TODAY)}
        assert {o.id for o in waiting} == {o.id for o in everything if awaits_review(o)}
        owed = [o for o in everything if not (o.is_submitted or o.excused)]
        assert sorted(await work.obligations.outstanding([o.id for o in everything])) == sorted(
            o.post_id for o in owed
        )
        assert await work.obligations.owing_posts() == {o.post_id for o in everything}
        for plan_id in plans:
            named = {o.post_id for o in await work.obligations.of_plan(plan_id)}
            assert set(await work.obligations.posts_of_plan(plan_id)) == named


async def test_a_list_of_plans_has_what_a_list_says(storage: Database) -> None:
    async with storage.begin() as work:
        plan = await live_plan(work)
        await work.plans.add_activities(plan)
        untitled = await work.plans.propose(plan.model_copy(update={"title": None}))
        heads = await work.plans.with_status(PlanStatus.LIVE, PlanStatus.PROPOSED)
        assert [(p.id, p.status, p.title or p.source_name) for p in heads] == [
            (plan.id, PlanStatus.LIVE, "План мероприятий"),
            (untitled, PlanStatus.PROPOSED, "план.docx"),
        ]
        assert (heads[0].period_start, heads[0].period_end) == (date(2024, 1, 1), date(2024, 12, 31))
        assert await work.plans.titles(plan.id) == ["Мероприятие 0", "Мероприятие 1"]


async def test_plans_that_name_a_post_beside_an_owner(storage: Database) -> None:
    """Posts 1 and 11 are two: "1" is no part of "11"."""
    async with storage.begin() as work:
        posts = [await post(work, f"Пост {n}") for n in range(12)]
        one, two, three = [await live_plan(work, 1) for _ in range(3)]
        for plan, named, confirmed in (
            (one, (posts[10], posts[3]), True),
            (two, (posts[0],), True),
            (three, (posts[10],), False),
        ):
            (row,) = await work.plans.add_activities(plan)
            owned = Ownership(owner=posts[5], contributors=named, confirmed=confirmed)
            await work.plans.set_owner(row.id, owned)
        assert await work.plans.naming([posts[10]]) == [one.id]
        assert await work.plans.naming([posts[0]]) == [two.id]
        assert await work.plans.naming([posts[3], posts[0]]) == [one.id, two.id]
        assert await work.plans.naming([posts[5]]) == []
        assert await work.plans.naming([]) == []


async def test_a_plan_knows_the_posts_that_it_names_and_no_others(storage: Database) -> None:
    async with storage.begin() as work:
        owner, beside, over, owed, said, other = [
            await post(work, name) for name in ("Хозяин", "Рядом", "Надзор", "Прежний", "Сказал", "Чужой")
        ]
        group = (await work.people.add_posts([("Врачи", True)]))["Врачи"]
        answers = await post(work, "Старший врач")
        (there,) = await work.people.posts_named([group])
        await work.people.save_post(there.model_copy(update={"reports": answers}))
        await work.people.add_alias(owner, "Хозяева")
        plan = await live_plan(work, 1)
        (row,) = await work.plans.add_activities(plan)
        await work.plans.set_owner(
            row.id, Ownership(owner=owner, supervisor=over, contributors=(beside, group), confirmed=True)
        )
        await work.obligations.add(plan.id, [derived(row.id, owed)])
        (o,) = await work.obligations.of_plan(plan.id)
        library = Library()
        found = await library.plan(work, plan.id)
        assert set(found.posts) == {owner, beside, over, owed, group, answers}
        assert found.posts[owner].aliases == ("Хозяева",)
        told = Contribution(post_id=said, person_id=OFFICER, name="Айгүл", text="да", at=NOW)
        asked = o.model_copy(update={"draft": Draft(said=(told,))})
        assert (await library.plan(work, plan.id, about=[asked])).post(said) == "Сказал"
        assert other not in found.posts
        assert await work.people.groups() == {group: answers}
        assert set(await posts_with_who_reports(work, [group])) == {group, answers}
