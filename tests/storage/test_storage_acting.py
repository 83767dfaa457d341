"""Substitutions, posts given up, who recorded and who submitted for whom: on both engines."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.model.delegation import Acting, Substitution
from core.model.editions import PlanStatus
from core.model.obligations import ReportState
from core.model.people import Role
from core.plan.reports import Draft, Outcome
from core.ports.repositories import Submission
from storage import Database
from tests.storage.samples import (
    NOW,
    TODAY,
    derived,
    due_on,
    invitation,
    later,
    live_plan,
    obligation,
    person,
    post,
)

ANNA, BEK, CARL = 5_000_000_001, 5_000_000_002, 5_000_000_003
DONE = Draft(outcome=Outcome.DONE)


def leave(post_id: int, **changes: object) -> Substitution:
    made = Substitution(
        id=0,
        post_id=post_id,
        absent_id=ANNA,
        substitute_id=BEK,
        starts=TODAY,
        ends=TODAY + timedelta(days=6),
        named_by=ANNA,
        named_at=NOW,
    )
    return made.model_copy(update=changes)


def version(number: int, **changes: object) -> Submission:
    made = Submission(obligation_id=number, version=1, content=DONE, submitted_by=ANNA, submitted_at=NOW)
    return made.model_copy(update=changes)


@pytest.fixture
async def owed(storage: Database) -> tuple[int, int]:
    """(an obligation of a post that Anna holds, the post)."""
    async with storage.begin() as work:
        for one in (ANNA, BEK, CARL):
            await work.people.save(person(one))
        number = await obligation(work)
        post_id = await post(work)
        await work.people.hold(ANNA, post_id, NOW)
    return number, post_id


async def sees(storage: Database, who: int, day: date) -> list[Acting | None]:
    """In whose stead somebody sees each obligation on the day."""
    async with storage.read() as work:
        return [o.acting for o in await work.obligations.of_person(who, day)]


async def test_a_substitution_comes_back_as_kept_and_is_ended_once(
    storage: Database, owed: tuple[int, int]
) -> None:
    _, post_id = owed
    async with storage.begin() as work:
        number = await work.substitutions.add(leave(post_id))
        kept = leave(post_id, id=number)
        assert await work.substitutions.get(number) == kept
        assert await work.substitutions.get(number + 1) is None
        assert await work.substitutions.standing(TODAY) == [kept]
        assert await work.substitutions.standing(TODAY - timedelta(days=9)) == [kept]
        assert await work.substitutions.standing(kept.ends + timedelta(days=1)) == []
        assert await work.substitutions.posts_stood_in(BEK) == [post_id]
        assert await work.substitutions.posts_stood_in(ANNA) == []
        assert await work.substitutions.end(number, later(hours=1))
        assert not await work.substitutions.end(number, later(hours=2))
        assert await work.substitutions.standing(TODAY) == []
        ended = await work.substitutions.get(number)
    assert ended == kept.model_copy(update={"ended_at": later(hours=1)})


async def test_what_ran_out_is_found_by_its_last_day(storage: Database, owed: tuple[int, int]) -> None:
    _, post_id = owed
    ends = TODAY + timedelta(days=6)
    async with storage.begin() as work:
        number = await work.substitutions.add(leave(post_id))
        kept = leave(post_id, id=number)
        day = timedelta(days=1)
        assert await work.substitutions.ran_out(TODAY, ends) == []
        assert await work.substitutions.ran_out(TODAY, ends + day) == [kept]
        assert await work.substitutions.ran_out(ends, ends + day) == [kept]
        assert await work.substitutions.ran_out(ends + day, ends + 9 * day) == []
        await work.people.leave(ANNA, post_id, later(hours=1))
        assert await work.substitutions.ran_out(TODAY, ends + day) == []
        await work.people.hold(ANNA, post_id, later(hours=2))
        assert await work.substitutions.ran_out(TODAY, ends + day) == [kept]
        await work.substitutions.end(number, later(hours=3))
        assert await work.substitutions.ran_out(TODAY, ends + day) == []


async def test_a_substitute_sees_the_post_from_the_first_day_to_the_last(
    storage: Database, owed: tuple[int, int]
) -> None:
    _, post_id = owed
    first, last = TODAY + timedelta(days=2), TODAY + timedelta(days=4)
    async with storage.begin() as work:
        number = await work.substitutions.add(leave(post_id, starts=first, ends=last))
    standing_in = Acting(how="substitute", post_id=post_id, holders=(ANNA,), until=last)
    for day in (TODAY, first - timedelta(days=1), last + timedelta(days=1)):
        assert await sees(storage, BEK, day) == []
    for day in (first, first + timedelta(days=1), last):
        assert await sees(storage, BEK, day) == [standing_in]
        assert await sees(storage, ANNA, day) == [None]
        assert await sees(storage, CARL, day) == []
    async with storage.begin() as work:
        await work.substitutions.end(number, NOW)
    assert await sees(storage, BEK, first) == []


async def test_a_substitution_ends_with_the_holding_of_who_is_away(
    storage: Database, owed: tuple[int, int]
) -> None:
    _, post_id = owed
    async with storage.begin() as work:
        await work.substitutions.add(leave(post_id))
        await work.people.leave(ANNA, post_id, later(hours=1))
        assert await work.substitutions.standing(TODAY) == []
    assert await sees(storage, BEK, TODAY) == []


async def test_nothing_is_seen_twice(storage: Database, owed: tuple[int, int]) -> None:
    """Two holders on leave with one substitute, and a substitute who holds the post too."""
    _, post_id = owed
    async with storage.begin() as work:
        await work.people.hold(CARL, post_id, NOW)
        await work.substitutions.add(leave(post_id))
        await work.substitutions.add(leave(post_id, absent_id=CARL))
    assert len(await sees(storage, BEK, TODAY)) == 1
    async with storage.begin() as work:
        await work.people.hold(BEK, post_id, NOW)
    assert await sees(storage, BEK, TODAY) == [None]


async def test_the_desk_of_a_post_is_the_same_whoever_holds_it(
    storage: Database, owed: tuple[int, int]
) -> None:
    number, post_id = owed
    async with storage.begin() as work:
        of_person = await work.obligations.of_person(ANNA, TODAY)
        assert await work.obligations.of_post(post_id, TODAY) == of_person
        assert [o.id for o in of_person] == [number]
        assert await work.obligations.of_post(post_id, of_person[0].due.opens - timedelta(days=1)) == []
        await work.people.leave(ANNA, post_id, NOW)
        assert await work.obligations.of_post(post_id, TODAY) == of_person


async def test_posts_that_were_given_up(storage: Database, owed: tuple[int, int]) -> None:
    _, first = owed
    async with storage.begin() as work:
        second, third = await post(work, "Экономист"), await post(work, "Статист")
        for which in (second, third):
            await work.people.hold(ANNA, which, NOW)
        assert await work.people.former_posts(ANNA) == []
        await work.people.leave(ANNA, second, later(days=1))
        await work.people.leave(ANNA, first, later(days=2))
        assert await work.people.former_posts(ANNA) == [first, second]
        await work.people.hold(ANNA, second, later(days=3))
        assert await work.people.former_posts(ANNA) == [first]
        assert await work.people.former_posts(BEK) == []


async def test_who_recorded_is_kept_with_the_draft(storage: Database, owed: tuple[int, int]) -> None:
    number, _ = owed
    async with storage.begin() as work:
        assert await work.obligations.save_draft(number, 0, DONE, ReportState.DRAFT, ANNA, NOW)
        assert not await work.obligations.save_draft(number, 0, DONE, ReportState.DRAFT, BEK, later(hours=1))
        found = await work.obligations.get(number)
        assert found is not None
        assert (found.recorded_by, found.recorded_at) == (ANNA, NOW)
        assert await work.obligations.save_draft(number, 1, DONE, ReportState.RETURNED)
        found = await work.obligations.get(number)
        assert found is not None
        assert (found.recorded_by, found.recorded_at) == (ANNA, NOW)


async def test_a_draft_is_submitted_as_it_was_seen_or_not_at_all(
    storage: Database, owed: tuple[int, int]
) -> None:
    number, _ = owed
    async with storage.begin() as work:
        await work.obligations.save_draft(number, 0, DONE, ReportState.DRAFT)
        assert not await work.obligations.submit(version(number), TODAY, revision=0)
        assert await work.obligations.submissions(number) == []
        assert await work.obligations.submit(version(number), TODAY, revision=1)
        assert not await work.obligations.submit(version(number), TODAY, revision=1)
        assert not await work.obligations.submit(version(number, version=3), TODAY, revision=1)
        assert await work.obligations.submissions(number) == [version(number)]


async def test_what_an_edition_makes_of_a_report_leaves_its_versions_and_who_recorded_it(
    storage: Database, owed: tuple[int, int]
) -> None:
    number, _ = owed
    told = Draft(outcome=Outcome.DONE, figures={"main": Decimal(6)})
    async with storage.begin() as work:
        await work.obligations.save_draft(number, 0, DONE, ReportState.DRAFT, ANNA, NOW)
        await work.obligations.submit(version(number), TODAY, revision=1)
        for revision, version_seen in ((0, 1), (1, 0), (1, 2)):
            seen = (number, revision, version_seen)
            assert not await work.obligations.restate(*seen, told, told, ReportState.SUBMITTED)
        assert await work.obligations.restate(number, 1, 1, told, told, ReportState.SUBMITTED)
        found = await work.obligations.get(number)
        assert await work.obligations.submissions(number) == [version(number)]
    assert found is not None
    assert (found.draft, found.submitted, found.revision, found.version) == (told, told, 2, 1)
    assert (found.recorded_by, found.recorded_at, found.first_submitted_on) == (ANNA, NOW, TODAY)


async def test_of_many_who_submit_at_once_one_does(storage: Database, owed: tuple[int, int]) -> None:
    number, _ = owed

    async def submit(who: int) -> bool:
        async with storage.begin() as work:
            return await work.obligations.submit(version(number, submitted_by=who), TODAY, revision=0)

    won = await asyncio.gather(*(submit(ANNA + n) for n in range(6)))
    async with storage.read() as work:
        kept = await work.obligations.submissions(number)
    assert won.count(True) == 1
    assert [s.submitted_by for s in kept] == [ANNA + won.index(True)]


async def test_in_whose_stead_comes_back_with_the_version(storage: Database, owed: tuple[int, int]) -> None:
    number, post_id = owed
    acting = Acting(how="substitute", post_id=post_id, holders=(ANNA,), until=TODAY)
    second = version(number, version=2, submitted_by=BEK, acting=acting, submitted_at=later(hours=2))
    third = version(number, version=3, submitted_at=later(hours=3))
    async with storage.begin() as work:
        for one in (version(number), second):
            await work.obligations.submit(one, TODAY)
        assert await work.obligations.submissions(number) == [version(number), second]
        assert await work.obligations.last_submissions([number, number + 1]) == [second]
        assert await work.obligations.last_submissions([]) == []
        await work.obligations.submit(third, TODAY)
        assert await work.obligations.last_submissions([number]) == [third]
        found = await work.obligations.get(number)
        assert await work.obligations.submitted_by(ANNA) == [(third, found)]
        assert await work.obligations.submitted_by(BEK) == [(second, found)]
        assert await work.obligations.submitted_by(CARL) == []


async def test_what_a_coordinator_reports_for_is_kept_with_them(storage: Database) -> None:
    roles = frozenset({Role.COORDINATOR})
    async with storage.begin() as work:
        await work.people.save(person(ANNA, roles=roles, acting_for=7))
        kept = await work.people.get(ANNA)
        in_session, _ = await work.people.session(ANNA)
    assert kept is not None
    assert kept == in_session
    assert (kept.acting_for, kept.reports_for) == (7, 7)
    assert person(ANNA, acting_for=7).reports_for is None  # a coordinator no more


async def test_an_invitation_says_whose_post_it_takes_over(storage: Database) -> None:
    async with storage.begin() as work:
        made = invitation(takes_from=ANNA, post_ids=(3,))
        number = await work.invitations.add(made)
        assert await work.invitations.get(number) == made.model_copy(update={"id": number})


async def test_what_opens_later_is_counted_for_the_posts_of_the_day(
    storage: Database, owed: tuple[int, int]
) -> None:
    _, post_id = owed
    summer, autumn = due_on(date(2024, 7, 5)), due_on(date(2024, 10, 7))
    async with storage.begin() as work:
        other = await post(work, "другая")
        plan = await live_plan(work)
        one, two = await work.plans.add_activities(plan)
        await work.obligations.add(
            plan.id,
            [
                derived(one.id, post_id, period="2024-Q3", due=autumn),
                derived(one.id, post_id, period="2024-Q2", due=summer),
                derived(two.id, post_id, period="2024-Q2", due=summer),
                derived(one.id, other, period="2024-Q2", due=summer),
                derived(two.id, post_id, period="withdrawn", due=summer),
                derived(two.id, post_id, period="excused", due=summer),
            ],
        )
        by_period = {o.period: o.id for o in await work.obligations.of_plan(plan.id)}
        await work.obligations.set_withdrawn([by_period["withdrawn"]], True)
        await work.obligations.set_excused(by_period["excused"], True)
        await work.substitutions.add(leave(post_id))
        await work.people.hold(BEK, other, NOW)

    async def ahead(who: int, day: date = TODAY) -> list[tuple[str, date, date, int, date | None]]:
        async with storage.read() as work:
            found = await work.obligations.ahead_of_person(who, day)
        return [(f.period, f.opens, f.report_due, f.count, f.until) for f in found]

    q2, q3 = ("2024-Q2", summer.opens, summer.report_due), ("2024-Q3", autumn.opens, autumn.report_due)
    until = leave(post_id).ends
    assert await ahead(ANNA) == [(*q2, 2, None), (*q3, 1, None)]
    assert await ahead(BEK) == [(*q2, 1, None), (*q2, 2, until), (*q3, 1, until)]
    assert await ahead(BEK, until + timedelta(days=1)) == [(*q2, 1, None)]
    assert await ahead(CARL) == []
    assert await ahead(ANNA, summer.opens) == [(*q3, 1, None)]
    assert await ahead(ANNA, summer.opens - timedelta(days=1)) == [(*q2, 2, None), (*q3, 1, None)]
    async with storage.read() as work:
        of_post = await work.obligations.ahead_of_post(post_id, TODAY)
        assert of_post == await work.obligations.ahead_of_person(ANNA, TODAY)
        assert await work.obligations.ahead_of_post(post_id, autumn.opens) == []
    async with storage.begin() as work:
        await work.plans.save(plan.model_copy(update={"status": PlanStatus.SUPERSEDED}))
    assert await ahead(ANNA) == []
