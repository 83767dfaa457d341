"""Who has a report now that a person may touch no more, and who may touch one that no role gives them (domain, §6)."""

from __future__ import annotations

from datetime import date

from core.people.access import on_duty_for, stands_in, where_it_went
from core.people.handover import begin_behalf, hand_over, take_off
from core.people.substituting import name_substitute
from core.ports.unit_of_work import Storage, Work
from tests.core.office import COLLEAGUE, COORDINATOR, MANAGER, OFFICER, POST, someone, worklist
from tests.storage.samples import NOW, TODAY, later, line

FIRST, LAST = date(2024, 3, 26), date(2024, 4, 5)


async def the_post(work: Work) -> int:
    return next(p.id for p in await work.people.posts() if p.name == POST)


async def on_leave(work: Work) -> None:
    """The manager stands in for the officer."""
    named, _ = await name_substitute(
        work,
        await someone(work),
        post_ids=[await the_post(work)],
        absent_id=OFFICER,
        substitute_id=MANAGER,
        starts=FIRST,
        ends=LAST,
        today=TODAY,
        now=NOW,
    )
    assert len(named) == 1


async def test_who_stands_in_may_report(office: Storage) -> None:
    async with office.begin() as work:
        manager = await someone(work, MANAGER)
        assert not await stands_in(work, manager, TODAY)
        await on_leave(work)
        assert await stands_in(work, manager, TODAY)
        assert not await stands_in(work, manager, date(2024, 4, 6))
        assert await on_duty_for(work, await the_post(work), TODAY) == ["Мадина", "Айша"]
        coordinator = await someone(work, COORDINATOR)
        assert not await stands_in(work, coordinator, TODAY)
        assert await stands_in(work, await begin_behalf(work, coordinator, await the_post(work), NOW), TODAY)


async def test_a_post_that_was_given_up_is_told_with_who_has_it(office: Storage) -> None:
    async with office.begin() as work:
        post = await the_post(work)
        officer = await someone(work)
        assert await where_it_went(work, officer, post, None) is None
        await take_off(work, post, OFFICER, by=COORDINATOR, today=TODAY, now=later(hours=1))
        for meant in (post, None):
            told = await where_it_went(work, officer, meant, None)
            assert told is not None
            assert (told.message_id, told.args_for_text) == (
                "post-handed-over",
                {"post": POST, "who": "Айша"},
            )
        await take_off(work, post, COLLEAGUE, by=COORDINATOR, today=TODAY, now=later(hours=2))
        told = await where_it_went(work, officer, post, None)
        assert told is not None
        assert (told.message_id, told.args_for_text) == ("post-was-yours", {"post": POST})


async def test_a_post_that_one_stood_in_for_is_told(office: Storage) -> None:
    async with office.begin() as work:
        await on_leave(work)
        told = await where_it_went(work, await someone(work, MANAGER), await the_post(work), None)
        assert told is not None
        assert (told.message_id, told.args_for_text) == ("substitution-was", {"post": POST})


async def test_a_report_that_went_to_another_post_is_told_with_its_holders(office: Storage) -> None:
    async with office.begin() as work:
        o = (await worklist(work)).obligations[0]
        other = (await work.people.add_posts([("Экономист", False)]))["Экономист"]
        officer = await someone(work)
        assert await where_it_went(work, officer, other, o) is None
        given = line(f"obligation:{o.id}", action="given-to-post", before={"post": o.post_id})
        await work.journal.add(given)
        await work.obligations.reassign(o.id, other)
        moved = o.model_copy(update={"post_id": other})
        for who in ("Экономист", "Экономист (Мадина)"):
            told = await where_it_went(work, officer, other, moved)
            assert told is not None
            assert (told.message_id, told.args_for_text) == ("report-given-to", {"who": who})
            await work.people.hold(MANAGER, other, NOW)
        assert await where_it_went(work, await someone(work, MANAGER), other, moved) is None


async def test_who_takes_a_post_over_has_no_former_one(office: Storage) -> None:
    async with office.begin() as work:
        post = await the_post(work)
        new, _ = await hand_over(
            work, post, taken_from=OFFICER, to=MANAGER, by=COORDINATOR, today=TODAY, now=later(hours=1)
        )
        assert await where_it_went(work, new, post, None) is None
