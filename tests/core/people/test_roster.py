"""People and posts as a coordinator sees them."""

from __future__ import annotations

from datetime import date

import pytest

from core.kernel.errors import Missing
from core.model.people import Role
from core.people.handover import take_off
from core.people.leave_dates import usual_leaves
from core.people.names import named_posts, names_of_people
from core.people.roster import (
    colleagues,
    reporting_posts,
    roster,
    standing_substitutions,
    the_person,
    the_post,
    who_holds,
)
from core.people.substituting import name_substitute
from core.ports.unit_of_work import Storage
from tests.core.office import COLLEAGUE, COORDINATOR, GONE, MANAGER, NAMES, OFFICER, POST, someone
from tests.storage.samples import NOW, TODAY, later


async def test_posts_that_nobody_holds_come_first(office: Storage) -> None:
    async with office.begin() as work:
        free, group = "Экономист", "Члены комиссии"
        posts = await work.people.add_posts([(free, False), (group, True)])
        post = (await work.people.add_posts([(POST, False)]))[POST]
        assert [p.name for p in await reporting_posts(work)] == [POST]
        plan = (await work.obligations.of_post(post, TODAY))[0]
        await work.obligations.reassign(plan.id, posts[free])
        found = await roster(work)
        assert ([p.name for p in found.posts], found.free) == ([free, POST], 1)
        assert [p.name for p in found.held_by(post)] == ["Данияр", "Айша"]
        assert found.held_by(posts[free]) == []
        assert [p.id for p in found.with_role(Role.MANAGER)] == [MANAGER]
        assert found.unreached == []
        assert GONE not in found.people


async def test_every_single_post_is_shown_while_nothing_is_owed(office: Storage) -> None:
    async with office.begin() as work:
        posts = await work.people.add_posts([("Экономист", False), ("Члены комиссии", True)])
        owed = await work.obligations.of_post((await work.people.add_posts([(POST, False)]))[POST], TODAY)
        await work.obligations.set_withdrawn([o.id for o in owed], True)
        assert {p.name for p in await reporting_posts(work)} == {POST, "Экономист"}
        assert await named_posts(work, [posts["Экономист"], 999]) == ["Экономист"]


async def test_colleagues_are_those_who_are_there_by_name(office: Storage) -> None:
    async with office.begin() as work:
        found = await colleagues(work, {OFFICER})
        assert [p.id for p in found] == [COLLEAGUE, MANAGER, COORDINATOR]
        assert await names_of_people(work) == NAMES
        assert GONE not in await names_of_people(work, who_left=False)


async def test_what_is_not_there_is_missing(office: Storage) -> None:
    async with office.begin() as work:
        with pytest.raises(Missing):
            await the_post(work, 999)
        with pytest.raises(Missing):
            await the_person(work, 999)


async def test_what_stands_on_a_post_has_names(office: Storage) -> None:
    async with office.begin() as work:
        (post,) = await work.people.posts_of(OFFICER)
        assert await standing_substitutions(work, TODAY) == []
        starts, ends = date(2024, 4, 1), date(2024, 4, 14)
        await name_substitute(
            work,
            await someone(work),
            post_ids=[post],
            absent_id=OFFICER,
            substitute_id=MANAGER,
            starts=starts,
            ends=ends,
            today=TODAY,
            now=NOW,
        )
        for only in ({}, {"absent": OFFICER}, {"post": post}):
            (one,) = await standing_substitutions(work, TODAY, **only)
            assert (one.absent, one.substitute, one.post) == ("Данияр", "Мадина", POST)
            assert (one.substitution.starts, one.substitution.ends) == (starts, ends)
        assert await standing_substitutions(work, TODAY, absent=COLLEAGUE) == []
        await take_off(work, post, COLLEAGUE, by=COORDINATOR, today=TODAY, now=later())
        assert [p.id for p in await who_holds(work, post)] == [OFFICER]


def test_usual_leaves_begin_today_and_on_monday() -> None:
    monday = date(2024, 4, 1)
    assert usual_leaves(TODAY) == [
        (TODAY, date(2024, 4, 1)),
        (TODAY, date(2024, 4, 8)),
        (monday, date(2024, 4, 7)),
        (monday, date(2024, 4, 14)),
    ]
