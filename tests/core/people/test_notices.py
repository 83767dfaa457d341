"""Who hears of acting for others, and what (domain, §6)."""

from __future__ import annotations

from datetime import date

from core.model.delegation import Substitution
from core.model.people import Role
from core.people.handover import hand_over, take_off
from core.people.joining import find, hosts, join, make_link, plan_invited_to, withdraw
from core.people.notices import (
    Notice,
    of_ended,
    of_gone,
    of_handed_over,
    of_named,
    of_ran_out,
    of_taken_over,
    posts_named,
)
from core.people.substituting import end_substitution, name_substitute
from core.ports.unit_of_work import Storage, Work
from tests.core.office import COLLEAGUE, COORDINATOR, MANAGER, OFFICER, POST, someone
from tests.storage.samples import NOW, TODAY, later

FIRST, LAST = date(2024, 3, 26), date(2024, 4, 5)


async def named(work: Work, by: int = OFFICER) -> tuple[list[Substitution], list[Substitution]]:
    """The manager stands in for the officer."""
    return await name_substitute(
        work,
        await someone(work, by),
        post_ids=await work.people.posts_of(OFFICER),
        absent_id=OFFICER,
        substitute_id=MANAGER,
        starts=FIRST,
        ends=LAST,
        today=TODAY,
        now=NOW,
    )


def heard(notices: list[Notice]) -> list[tuple[int, str]]:
    return [(n.to, n.said.what.removeprefix("notice-")) for n in notices]


async def test_a_substitution_concerns_who_stands_in_who_is_away_and_the_coordinators(
    office: Storage,
) -> None:
    async with office.begin() as work:
        new, replaced = await named(work)
        found = await of_named(work, OFFICER, new, replaced)
        assert heard(found) == [(MANAGER, "substitute"), (COORDINATOR, "substitution")]
        said = found[0].said
        assert (said.name, said.other, said.post) == ("Данияр", "Мадина", POST)
        assert (said.starts, said.ends, said.undo) == (FIRST, LAST, None)
        assert found[1].said.undo == new[0].id
        again, before = await named(work, COORDINATOR)
        *ended, first, second = heard(await of_named(work, COORDINATOR, again, before))
        assert set(ended) == {(OFFICER, "substitution-ended"), (MANAGER, "substitution-ended")}
        assert (first, second) == ((MANAGER, "substitute"), (OFFICER, "absent"))


async def test_nobody_hears_of_an_end_that_they_made(office: Storage) -> None:
    async with office.begin() as work:
        (one,), _ = await named(work)
        assert await of_ran_out(work, [one.id, 999]) == ([one], [])
        ended = await end_substitution(work, await someone(work), one.id, today=TODAY, now=later(hours=1))
        assert heard(await of_ended(work, OFFICER, [ended])) == [(MANAGER, "substitution-ended")]
        assert await posts_named(work, [ended]) == POST


async def test_a_post_that_changes_hands_concerns_who_stood_in_too(office: Storage) -> None:
    async with office.begin() as work:
        await named(work)
        (post,) = await work.people.posts_of(OFFICER)
        new, ended = await hand_over(
            work, post, taken_from=OFFICER, to=COORDINATOR, by=COORDINATOR, today=TODAY, now=later(hours=1)
        )
        found = await of_handed_over(work, POST, about="1:2", old=OFFICER, new=new.id, ended=ended)
        assert heard(found) == [
            (OFFICER, "handed-from"),
            (COORDINATOR, "handed-to"),
            (MANAGER, "substitution-ended"),
        ]
        assert (found[0].said.name, found[1].said.name, found[0].about) == ("Сауле", "Данияр", "1:2")


async def test_who_is_needed_now_is_told_where_a_substitute_is_gone(office: Storage) -> None:
    async with office.begin() as work:
        (post,) = await work.people.posts_of(OFFICER)
        new, _ = await name_substitute(
            work,
            await someone(work),
            post_ids=[post],
            absent_id=OFFICER,
            substitute_id=COLLEAGUE,
            starts=FIRST,
            ends=LAST,
            today=TODAY,
            now=NOW,
        )
        assert len(new) == 1
        ended = await take_off(work, post, COLLEAGUE, by=COORDINATOR, today=TODAY, now=later(hours=1))
        assert heard(await of_gone(work, COLLEAGUE, ended)) == [
            (OFFICER, "substitute-gone"),
            (COORDINATOR, "substitute-gone-host"),
            (COLLEAGUE, "substitution-ended"),
        ]


async def test_an_invitation_that_takes_over_is_told_to_who_gave_the_post_up(office: Storage) -> None:
    async with office.begin() as work:
        (post,) = await work.people.posts_of(OFFICER)
        link = await make_link(
            work,
            secret="s",
            role=Role.OFFICER,
            post_ids=[post],
            by=COORDINATOR,
            now=NOW,
            takes_from=OFFICER,
        )
        invitation = await find(work, link.token, 77, NOW)
        plan = await plan_invited_to(work, invitation)
        assert plan is not None
        assert plan.id == invitation.plan_id
        _, ended = await join(
            work, invitation, person_id=77, name="Новый", language="ru", now=later(hours=1), today=TODAY
        )
        (told,) = await of_taken_over(work, invitation, "Новый", ended)
        assert (told.to, told.about, told.said.what) == (OFFICER, f"i{invitation.id}", "notice-handed-from")
        assert (told.said.name, told.said.post) == ("Новый", POST)


async def test_a_link_that_was_taken_back_lets_nobody_in(office: Storage) -> None:
    async with office.begin() as work:
        links = [
            await make_link(work, secret="s", role=Role.MANAGER, post_ids=[], by=COORDINATOR, now=NOW)
            for _ in range(2)
        ]
        assert links[0].nonce != links[1].nonce
        kept = await find(work, links[0].token, 77, NOW)
        assert await of_taken_over(work, kept, "Новый", []) == []
        await withdraw(work, links[0].invitation_id, by=COORDINATOR, now=later(hours=1))
        spent = await work.invitations.get(links[0].invitation_id)
        assert spent is not None
        assert spent.withdrawn_at == later(hours=1)
        (written,) = await work.journal.lines(actions={"invitation-withdrawn"})
        assert (written.person_id, written.subject) == (COORDINATOR, f"invitation:{spent.id}")
        assert await hosts(work) == [COORDINATOR]
        assert await hosts(work, but=COORDINATOR) == []
