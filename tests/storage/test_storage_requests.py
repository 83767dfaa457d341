"""Requests, the days that they move, and a manager's decision on a report, on both engines."""

from __future__ import annotations

import asyncio
from datetime import date

from core.model.editions import PlanStatus
from core.model.obligations import Extension, ReportState
from core.model.requests import Request, RequestState
from core.plan.reports import Draft, Outcome
from core.ports.repositories import Submission
from storage import Database
from tests.storage.samples import NOW, OFFICER, TODAY, later, obligation

MANAGER = 5_000_000_002
DONE = Draft(outcome=Outcome.DONE)


def asked(number: int, **changes: object) -> Request:
    made = Request(
        id=0,
        obligation_id=number,
        kind="extension",
        moves="report",
        before=date(2024, 4, 5),
        day=date(2024, 4, 30),
        reason="ждём «поставку»",
        asked_by=OFFICER,
        asked_at=NOW,
    )
    return made.model_copy(update=changes)


def ended(request: Request, **changes: object) -> Request:
    how = {"state": RequestState.GRANTED, "decided_by": MANAGER, "decided_at": later(hours=1)}
    return request.model_copy(update={**how, **changes})


async def test_a_request_comes_back_as_kept_and_one_waits_at_a_time(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        first = await work.requests.add(asked(number))
        assert first is not None
        kept = asked(number, id=first)
        assert await work.requests.add(asked(number, kind="not_required")) is None
        assert await work.requests.get(first) == await work.requests.waiting_on(number) == kept
        assert await work.requests.get(first + 1) is None
        assert await work.requests.waiting_on(number + 1) is None
        assert await work.requests.waiting() == [kept]

        refused = ended(kept, state=RequestState.REFUSED, comment="рано")
        assert await work.requests.decide(refused)
        assert not await work.requests.decide(ended(kept))
        assert await work.requests.waiting_on(number) is None
        second = await work.requests.add(asked(number, kind="not_required", moves=None, day=None))
        assert second is not None
        found = await work.requests.of_obligation(number)
    assert found[0] == refused
    assert [(r.id, r.kind, r.state) for r in found[1:]] == [(second, "not_required", RequestState.ASKED)]


async def test_of_two_managers_at_once_one_decides(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        request = asked(number, id=await work.requests.add(asked(number)))

    async def decide(state: RequestState) -> bool:
        async with storage.begin() as work:
            return await work.requests.decide(ended(request, state=state))

    won = await asyncio.gather(*(decide(s) for s in (RequestState.GRANTED, RequestState.REFUSED) * 3))
    assert won.count(True) == 1


async def test_what_means_nothing_any_more_waits_for_nobody(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        await work.requests.add(asked(number))
        found = await work.obligations.get(number)
        plan = await work.plans.get(found.plan_id) if found else None
        assert plan is not None

        async def waits() -> bool:
            return bool(await work.requests.waiting())

        assert await waits()
        await work.obligations.set_withdrawn([number], True)
        assert not await waits()
        await work.obligations.set_withdrawn([number], False)
        await work.plans.save(plan.model_copy(update={"status": PlanStatus.SUPERSEDED}))
        assert not await waits()
        await work.plans.save(plan)
        sent = Submission(
            obligation_id=number, version=1, content=DONE, submitted_by=OFFICER, submitted_at=NOW
        )
        await work.obligations.submit(sent, TODAY)
        assert not await waits()
        assert await work.obligations.review(number, 0, ReportState.RETURNED, DONE, "где акт?")
        assert await waits()
        await work.obligations.set_excused(number, True)
        assert not await waits()


async def test_an_obligation_carries_what_was_granted(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        before = await work.obligations.get(number)
        assert before is not None
        moved = Extension(report_due=date(2024, 4, 30), closes=date(2024, 5, 15))
        await work.obligations.set_asking(number, "extension")
        await work.obligations.set_extension(number, moved)
        await work.obligations.set_excused(number, True)
        after = await work.obligations.get(number)
        await work.obligations.set_asking(number, None)
        await work.obligations.set_extension(number, Extension(deadline=date(2024, 6, 30)))
        await work.obligations.set_excused(number, False)
        last = await work.obligations.get(number)
    assert (before.extension, before.excused, before.asking) == (None, False, None)
    assert after == before.model_copy(update={"asking": "extension", "extension": moved, "excused": True})
    assert last == before.model_copy(update={"extension": Extension(deadline=date(2024, 6, 30))})


async def test_a_decision_is_written_over_the_revision_that_was_seen(storage: Database) -> None:
    async with storage.begin() as work:
        number = await obligation(work)
        assert await work.obligations.review(number, 0, ReportState.RETURNED, DONE, "где акт?")
        assert not await work.obligations.review(number, 0, ReportState.ACCEPTED, DONE, None)
        assert not await work.obligations.save_draft(number, 0, Draft(), ReportState.DRAFT)
        found = await work.obligations.get(number)
    assert found is not None
    assert (found.state, found.comment, found.draft, found.revision) == (
        ReportState.RETURNED,
        "где акт?",
        DONE,
        1,
    )
