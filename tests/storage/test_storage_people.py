"""People, posts, holdings, invitations, cards."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from core.model.cards import Card, View
from core.model.people import Person, Post, Role
from core.people.names import names_of_people, names_of_posts
from storage import Database, tables
from tests.storage.samples import NOW, OFFICER, invitation, later, live_plan, person, post


@pytest.mark.parametrize(
    "kept",
    [
        person(),
        person(roles=frozenset({Role.OFFICER, Role.COORDINATOR}), language_chosen=True),
        person(left_at=later(days=1), unreached_since=later(hours=1)),
        person(reminder_hour=18, snoozed_until=date(2024, 4, 1), name="O'Neil <b>%_"),
    ],
)
async def test_a_person_comes_back_as_kept(storage: Database, kept: Person) -> None:
    async with storage.begin() as work:
        await work.people.save(person(name="before"))
        await work.people.save(kept)
    async with storage.read() as work:
        assert await work.people.get(OFFICER) == kept
        assert (await work.people.session(OFFICER))[0] == kept


def test_each_field_of_a_person_and_of_a_post_has_its_column() -> None:
    """A store reads a row by the names of its columns."""
    assert set(Person.model_fields) == set(tables.person.c.keys())
    assert set(Post.model_fields) - {"aliases"} == set(tables.post.c.keys()) - {"folded"}


async def test_names_are_those_of_everybody_or_of_who_is_here(storage: Database) -> None:
    gone = person(OFFICER + 1, name="Гүлнар", left_at=NOW)
    async with storage.begin() as work:
        await work.people.save(person(OFFICER, name="Данияр"))
        await work.people.save(gone)
        ids = await work.people.add_posts([("Метролог", False)])
        assert await names_of_people(work) == {OFFICER: "Данияр", OFFICER + 1: "Гүлнар"}
        assert await names_of_people(work, who_left=False) == {OFFICER: "Данияр"}
        assert await names_of_posts(work) == {ids["Метролог"]: "Метролог"}


async def test_roles_are_found_among_those_who_have_them_now(storage: Database) -> None:
    both = frozenset({Role.MANAGER, Role.COORDINATOR})
    async with storage.begin() as work:
        await work.people.save(person(1, roles=both, joined_at=later(days=1)))
        await work.people.save(person(2, roles=frozenset({Role.MANAGER})))
        await work.people.save(person(3, roles=frozenset({Role.MANAGER}), left_at=NOW))
        await work.people.save(person(4))
        assert [p.id for p in await work.people.with_role(Role.MANAGER)] == [2, 1]
        assert [p.id for p in await work.people.with_role(Role.COORDINATOR)] == [1]
        assert await work.people.with_role(Role.OFFICER) == []
        assert [p.id for p in await work.people.everyone()] == [2, 3, 4, 1]


CARD = Card(
    person_id=OFFICER,
    message_id=77,
    version=4,
    view=View(name="walk", args={"obligation": 1, "list": [1, "две"]}, asks="figure"),
    stale=True,
    place="below",
)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("shown", [True, False])
async def test_a_session_is_the_person_and_their_card(storage: Database, known: bool, shown: bool) -> None:
    async with storage.begin() as work:
        if known:
            await work.people.save(person())
        if shown:
            await work.cards.save(CARD)
    async with storage.read() as work:
        found, card = await work.people.session(OFFICER)
    assert found == (person() if known else None)
    assert card == (CARD if shown else Card(person_id=OFFICER))


async def test_posts_are_added_once_by_folded_name(storage: Database) -> None:
    async with storage.begin() as work:
        first = await work.people.add_posts([("Метролог", False), ("Акиматы  областей", True)])
        again = await work.people.add_posts([("МЕТРОЛОГ", False), ("Метролог", False), ("Кадры", False)])
        assert await work.people.add_posts([]) == {}
        found = await work.people.posts()
    assert again["МЕТРОЛОГ"] == again["Метролог"] == first["Метролог"]
    assert [(p.name, p.is_group) for p in found] == [
        ("Метролог", False),
        ("Акиматы  областей", True),
        ("Кадры", False),
    ]


async def test_a_post_is_renamed_and_told_who_reports(storage: Database) -> None:
    async with storage.begin() as work:
        ids = await work.people.add_posts([("Заместители", True), ("Главный врач", False)])
        changed = Post(
            id=ids["Заместители"], name="Заместители врача", is_group=True, reports=ids["Главный врач"]
        )
        await work.people.save_post(changed)
        assert changed in await work.people.posts()
        assert await work.people.add_posts([("заместители врача", True)]) == {"заместители врача": changed.id}


async def test_posts_are_held_left_and_held_again(storage: Database) -> None:
    async with storage.begin() as work:
        await work.people.save(person(1))
        await work.people.save(person(2))
        a, b = await post(work, "A"), await post(work, "B")
        for who, which in ((1, a), (1, b), (2, a), (1, a)):
            await work.people.hold(who, which, NOW)
        assert await work.people.holders() == {a: [1, 2], b: [1]}
        await work.people.leave(1, a, later(days=1))
        assert await work.people.posts_of(1) == [b]
        assert await work.people.holders() == {a: [2], b: [1]}
        await work.people.hold(1, a, later(days=2))
        assert await work.people.posts_of(1) == [a, b]
        await work.people.leave(1, None, later(days=3))
        assert await work.people.posts_of(1) == []
        assert await work.people.holders() == {a: [2]}


async def test_only_somebody_who_is_kept_can_hold_a_post(storage: Database) -> None:
    async with storage.begin() as work:
        a = await post(work, "A")
        await work.people.hold(1, a, NOW)
        await work.people.save(person(1))
    with pytest.raises(IntegrityError):
        async with storage.begin() as work:
            await work.people.hold(2, a, NOW)


async def test_an_invitation_comes_back_as_kept(storage: Database) -> None:
    async with storage.begin() as work:
        plan = await live_plan(work)
        made = invitation(role=Role.MANAGER, post_ids=(3, 1), plan_id=plan.id, created_by=OFFICER)
        number = await work.invitations.add(made)
        assert await work.invitations.by_hash("h1") == made.model_copy(update={"id": number})
        assert await work.invitations.by_hash("h2") is None


async def test_an_invitation_is_used_once(storage: Database) -> None:
    async with storage.begin() as work:
        number = await work.invitations.add(invitation())
        assert await work.invitations.use(number, 1, later(hours=1))
        assert not await work.invitations.use(number, 2, later(hours=2))
        await work.invitations.withdraw(number, later(hours=3))
        found = await work.invitations.by_hash("h1")
    assert found is not None
    assert (found.used_by, found.used_at, found.withdrawn_at) == (1, later(hours=1), None)


async def test_a_used_invitation_is_undone_once(storage: Database) -> None:
    async with storage.begin() as work:
        first = await work.invitations.add(invitation("h1"))
        second = await work.invitations.add(invitation("h2"))
        assert not await work.invitations.undo(first, NOW)  # nobody has used it
        assert await work.invitations.use(second, 1, NOW)
        assert await work.invitations.use(first, 1, later(hours=1))
        assert [i.id for i in await work.invitations.used_by(1)] == [second, first]
        assert await work.invitations.undo(first, later(hours=2))
        assert not await work.invitations.undo(first, later(hours=3))
        found = await work.invitations.get(first)
        assert found is not None
        assert (found.used_by, found.withdrawn_at) == (1, later(hours=2))
        assert await work.invitations.get(99) is None


async def test_a_withdrawn_invitation_cannot_be_used(storage: Database) -> None:
    async with storage.begin() as work:
        withdrawn = await work.invitations.add(invitation("h1"))
        other = await work.invitations.add(invitation("h2"))
        await work.invitations.withdraw(withdrawn, NOW)
        assert not await work.invitations.use(withdrawn, 1, NOW)
        assert [i.id for i in await work.invitations.open()] == [other]


async def test_of_many_who_use_an_invitation_at_once_one_wins(storage: Database) -> None:
    async with storage.begin() as work:
        number = await work.invitations.add(invitation())

    async def use(who: int) -> bool:
        async with storage.begin() as work:
            return await work.invitations.use(number, who, NOW)

    won = await asyncio.gather(*(use(who) for who in range(1, 9)))
    async with storage.read() as work:
        found = await work.invitations.by_hash("h1")
    assert won.count(True) == 1
    assert found is not None
    assert found.used_by == won.index(True) + 1


async def test_a_card_is_replaced_and_shown(storage: Database) -> None:
    async with storage.begin() as work:
        await work.cards.save(CARD.model_copy(update={"version": 3}))
        await work.cards.save(CARD)
        await work.cards.save(Card(person_id=1))
        assert await work.cards.stale() == [CARD]
        await work.cards.shown([(OFFICER, 4, 78)])
        assert await work.cards.stale() == []
        assert (await work.people.session(OFFICER))[1] == CARD.model_copy(
            update={"stale": False, "message_id": 78}
        )


async def test_an_older_card_that_was_shown_leaves_the_newer_one_stale_and_says_where_it_lives(
    storage: Database,
) -> None:
    async with storage.begin() as work:
        await work.cards.save(CARD)
        await work.cards.shown([(OFFICER, 3, 78)])
        assert await work.cards.stale() == [CARD.model_copy(update={"message_id": 78})]
        await work.cards.shown([(OFFICER, 4, 79)])
        await work.cards.shown([(OFFICER, 3, 78)])
        assert (await work.people.session(OFFICER))[1].message_id == 79
        assert await work.cards.stale() == []
