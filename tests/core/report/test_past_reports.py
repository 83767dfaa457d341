"""What was handed in before, of one's own posts and of those given up, and by whom else (domain, §6)."""

from __future__ import annotations

import pytest

from core.kernel.errors import Missing, NotAllowed
from core.owed.plan_cache import Library
from core.people.handover import take_off
from core.ports.unit_of_work import Storage, Work
from core.report.past_reports import given_by, given_heap, given_up, handed_in_by_others, submitted_heaps
from core.report.record import submit
from core.report.report_events import Decision, Requested, Version, events_of
from core.report.request_service import ask_for
from core.report.review import give_back
from tests.core.office import (
    COLLEAGUE,
    COORDINATOR,
    MANAGER,
    OFFICER,
    PERIOD,
    recorded,
    someone,
    worklist,
)
from tests.storage.samples import NOW, TODAY, later, photo


async def submitted(work: Work, person_id: int = OFFICER, at: int = 0) -> int:
    o = await recorded(work, person_id, at)
    await submit(work, await someone(work, person_id), [o], later(minutes=at), TODAY)
    return o.id


async def test_what_was_submitted_lies_in_its_period(office: Storage) -> None:
    async with office.begin() as work:
        assert submitted_heaps(await worklist(work)) == []
        number = await submitted(work)
        (heap,) = submitted_heaps(await worklist(work))
        assert ([o.id for o in heap.obligations], heap.period) == ([number], PERIOD)


async def test_others_are_counted_by_what_stands(office: Storage) -> None:
    async with office.begin() as work:
        assert await handed_in_by_others(work, await worklist(work), OFFICER) == []
        await submitted(work)
        await submitted(work, COLLEAGUE, at=1)
        found = await worklist(work)
        assert await handed_in_by_others(work, found, OFFICER) == [(COLLEAGUE, 1)]
        assert dict(await handed_in_by_others(work, found, MANAGER)) == {OFFICER: 1, COLLEAGUE: 1}


async def test_what_was_given_for_a_post_stays_readable_once_it_is_given_up(office: Storage) -> None:
    async with office.begin() as work:
        number = await submitted(work)
        assert await given_up(work, Library(), OFFICER, await worklist(work)) == []
        post = (await work.people.posts_of(OFFICER))[0]
        await take_off(work, post, OFFICER, by=COORDINATOR, today=TODAY, now=later(hours=1))
        (heap,) = await given_up(work, Library(), OFFICER, await worklist(work))
        assert (heap.place[1:], [o.id for _, o in heap.given]) == ((PERIOD, post), [number])
        assert await given_heap(work, Library(), OFFICER, heap.place) == heap
        one = await given_by(work, Library(), OFFICER, number)
        assert (one.title, one.period, one.has_more) == ("Мероприятие 0", PERIOD, False)
        for person in (COLLEAGUE, MANAGER):
            with pytest.raises(NotAllowed):
                await given_by(work, Library(), person, number)
            with pytest.raises(NotAllowed):
                await given_heap(work, Library(), person, heap.place)


async def test_an_album_is_given_whole(office: Storage) -> None:
    async with office.begin() as work:
        o = await recorded(work)
        pages = [await work.evidence.add(photo(o.id, album="a")) for _ in range(2)]
        draft = o.draft.model_copy(update={"evidence": tuple(pages)})
        o = await recorded(work, draft=draft)
        await submit(work, await someone(work), [o], NOW, TODAY)
        one = await given_by(work, Library(), OFFICER, o.id)
        assert one.has_more
        assert [e.id for e in one.pages(pages[1])] == pages
        with pytest.raises(Missing):
            one.pages(pages[1] + 1)


async def test_what_became_of_a_report_is_told_in_order(office: Storage) -> None:
    async with office.begin() as work:
        o = (await worklist(work)).obligations[0]
        asked = await ask_for(
            work,
            await someone(work),
            o,
            kind="not_required",
            moves=None,
            day=None,
            reason="не наш показатель",
            now=NOW,
            today=TODAY,
        )
        await recorded(work)
        (ready, _) = (await worklist(work)).obligations
        await submit(work, await someone(work), [ready], later(hours=1), TODAY)
        (given, _) = (await worklist(work)).obligations
        await give_back(work, await someone(work, MANAGER), given, 1, "где протокол?", later(hours=2))
        found = await worklist(work)
        events = await events_of(work, found.plans[o.plan_id], o)
        assert [type(e) for e in events] == [Requested, Version, Decision]
        first, version, decision = events
        assert isinstance(first, Requested)
        assert isinstance(version, Version)
        assert first.request.id == asked.request.id
        assert (version.submission.submitted_by, version.at) == (OFFICER, later(hours=1))
        assert decision == Decision(later(hours=2), "returned", MANAGER, "где протокол?")
