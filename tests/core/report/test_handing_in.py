"""Handing in: what the card said and no more; who hears of it (domain, §3, §4 and §6)."""

from __future__ import annotations

import pytest

from core.kernel.errors import Outdated, UnreadableInput
from core.model.people import Role
from core.people.handover import begin_behalf
from core.plan.model import Unit
from core.plan.reports import Draft, Outcome
from core.ports.unit_of_work import Storage, Work
from core.report.handing_in import (
    LONGEST_WHY,
    HandedIn,
    NeedsReason,
    OtherCount,
    Papers,
    Reweighed,
    closed_among,
    hand_in,
    hand_in_corrected,
    others_mark,
    papers_of,
    who_hears,
)
from tests.core.office import COLLEAGUE, COORDINATOR, DONE, OFFICER, heap, recorded, someone
from tests.core.report.cards import ANSWERS
from tests.storage.samples import NOW, TODAY, later, photo

Answer = OtherCount | Reweighed | NeedsReason | HandedIn


async def tapped(work: Work, person_id: int = OFFICER, *, count: int = 1, mark: str | None = None) -> Answer:
    worklist, ready = await heap(work, person_id)
    who = await someone(work, person_id)
    return await hand_in(work, who, worklist, ready, count=count, mark=mark, now=NOW)


async def test_what_is_ready_is_submitted(office: Storage) -> None:
    async with office.begin() as work:
        o = await recorded(work)
        done = await tapped(work)
        assert isinstance(done, HandedIn)
        assert [(s.obligation_id, s.version) for s in done.submissions] == [(o.id, 1)]


async def test_a_card_that_told_another_number_hands_nothing_in(office: Storage) -> None:
    async with office.begin() as work:
        await recorded(work)
        await recorded(work, at=1)
        assert await tapped(work, count=1) == OtherCount(2)
        assert isinstance(await tapped(work, count=2), HandedIn)


async def test_what_a_colleague_recorded_has_to_be_seen_first(office: Storage) -> None:
    async with office.begin() as work:
        await recorded(work, COLLEAGUE)
        _, before = await heap(work)
        seen = others_mark(before, OFFICER)
        assert others_mark(before, COLLEAGUE) == "0"
        for mark in (None, "0", "ffff"):
            with pytest.raises(Outdated) as refused:
                await tapped(work, mark=mark)
            assert refused.value.args_for_text == {"who": "Айша"}
        assert isinstance(await tapped(work, mark=seen), HandedIn)


async def test_what_the_amended_plan_says_otherwise_of_is_shown_first(office: Storage) -> None:
    async with office.begin() as work:
        o = await recorded(work)
        worklist, ready = await heap(work)
        plan = worklist.plans[o.plan_id]
        row = plan.activities[o.activity_id]
        counted = row.row.model_copy(update={"unit": Unit.COUNT, "targets": {"2024-Q1": "5"}})
        plan.activities[o.activity_id] = row.model_copy(update={"row": counted})
        plan._measures.clear()
        who = await someone(work)
        answer = await hand_in(work, who, worklist, ready, count=1, mark=None, now=NOW)
        assert isinstance(answer, Reweighed)
        assert (answer.obligation.id, answer.obligation.draft.outcome) == (o.id, None)
        assert (await work.obligations.submissions(o.id)) == []


async def corrected(work: Work) -> NeedsReason:
    """A report that was accepted, and is recorded anew."""
    o = await recorded(work)
    await tapped(work)
    kept = await work.obligations.get(o.id)
    assert kept is not None
    state = type(kept.state).ACCEPTED
    assert await work.obligations.review(o.id, kept.revision, state, kept.draft, None)
    await recorded(work, draft=Draft(outcome=Outcome.NOT_DONE, **ANSWERS))
    answer = await tapped(work)
    assert isinstance(answer, NeedsReason)
    return answer


async def test_a_correction_of_what_was_accepted_gives_its_reason(office: Storage) -> None:
    async with office.begin() as work:
        asked = await corrected(work)
        await recorded(work, COLLEAGUE, at=1)
        worklist, ready = await heap(work)
        assert closed_among(ready, TODAY) == []
        who = await someone(work)
        for why, refusal in (("ок", "correction-not-said"), ("x" * (LONGEST_WHY + 1), "text-too-long")):
            with pytest.raises(UnreadableInput) as refused:
                await hand_in_corrected(work, who, worklist, ready, asked.seen, why, NOW)
            assert refused.value.message_id == refusal
        why = "не учли вторую поверку"
        done = await hand_in_corrected(work, who, worklist, ready, asked.seen, why, NOW)
        (version,) = done.submissions
        assert ((version.obligation_id, version.version), version.why_corrected) == (
            (asked.seen[0][0], 2),
            why,
        )


async def test_an_album_is_one_paper(office: Storage) -> None:
    async with office.begin() as work:
        first, second = await recorded(work), await recorded(work, at=1)
        for piece in (photo(first.id, album="a"), photo(first.id, album="a"), photo(first.id)):
            await work.evidence.add(piece)
        _, ready = await heap(work)
        assert {o.id for o in ready.ready} == {first.id, second.id}
        assert await papers_of(work, ready) == Papers(pieces=2, bare=1)


async def test_who_has_nothing_left_is_answered_and_who_has_is_not(office: Storage) -> None:
    async with office.begin() as work:
        for at, answered in enumerate([(), (OFFICER, COLLEAGUE)]):
            await recorded(work, at=at)
            _, ready = await heap(work)
            done = await tapped(work)
            assert isinstance(done, HandedIn)
            told = await who_hears(work, await someone(work), ready, done.submissions, TODAY)
            assert (told.post_id, told.represented, told.answered) == (None, (), answered)


async def test_whose_post_was_reported_for_hears_of_it(office: Storage) -> None:
    async with office.begin() as work:
        _, theirs = await heap(work)
        post = theirs.obligations[0].post_id
        coordinator = await someone(work, COORDINATOR)
        assert coordinator.may(Role.COORDINATOR)
        await begin_behalf(work, coordinator, post, later())
        await recorded(work, COORDINATOR, draft=DONE)
        _, ready = await heap(work, COORDINATOR)
        done = await tapped(work, COORDINATOR)
        assert isinstance(done, HandedIn)
        told = await who_hears(work, await someone(work, COORDINATOR), ready, done.submissions, TODAY)
        assert (told.post_id, told.represented, told.answered) == (post, (OFFICER, COLLEAGUE), ())
