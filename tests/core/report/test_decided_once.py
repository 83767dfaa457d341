"""What a manager decides of reports and requests: once, in words that can be kept whole (domain, §4 and §6)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.workdays import KazakhstanDays
from core.kernel.errors import Missing, UnreadableInput
from core.model.obligations import Obligation, ReportingRule, ReportState
from core.ports.unit_of_work import Storage, Work
from core.report.record import submit
from core.report.request_service import (
    LONGEST_REASON,
    ask_for,
    ended_by,
    grant,
    refuse,
    require_again,
    take_back,
)
from core.report.review import LONGEST_COMMENT, accept, give_back, is_returned
from tests.core.office import MANAGER, recorded, someone, worklist
from tests.storage.samples import NOW, TODAY, later


async def submitted(work: Work) -> Obligation:
    await submit(work, await someone(work), [await recorded(work)], NOW, TODAY)
    return await first(work)


async def first(work: Work) -> Obligation:
    return (await worklist(work)).obligations[0]


async def test_what_was_accepted_already_is_not_accepted_again(office: Storage) -> None:
    async with office.begin() as work:
        manager, o = await someone(work, MANAGER), await submitted(work)
        assert await accept(work, manager, o, 1, later(hours=1))
        accepted = await first(work)
        assert accepted.state is ReportState.ACCEPTED
        assert not await accept(work, manager, accepted, 1, later(hours=2))
        assert len(await work.journal.lines(actions=("accepted",))) == 1


async def test_what_was_returned_already_is_not_returned_again(office: Storage) -> None:
    async with office.begin() as work:
        manager, o = await someone(work, MANAGER), await submitted(work)
        with pytest.raises(UnreadableInput) as refused:
            await give_back(work, manager, o, 1, "x" * (LONGEST_COMMENT + 1), later(hours=1))
        assert (refused.value.message_id, is_returned(await first(work))) == ("text-too-long", False)
        assert await give_back(work, manager, o, 1, "x" * LONGEST_COMMENT, later(hours=1))
        returned = await first(work)
        assert is_returned(returned)
        assert not await give_back(work, manager, returned, 1, "иначе", later(hours=2))
        assert (await first(work)).comment == "x" * LONGEST_COMMENT


async def test_a_request_is_ended_by_who_was_first(office: Storage) -> None:
    async with office.begin() as work:
        manager, o = await someone(work, MANAGER), await first(work)
        asked = await ask_for(
            work,
            await someone(work),
            o,
            kind="not_required",
            moves=None,
            day=None,
            reason="нет",
            now=NOW,
            today=TODAY,
        )
        with pytest.raises(UnreadableInput):
            await refuse(work, manager, asked.request, o, "x" * (LONGEST_REASON + 1), NOW)
        granted = await grant(work, manager, asked.request, o, ReportingRule(), KazakhstanDays(), NOW)
        assert ended_by(manager, NOW, asked.request, granted)
        second = await refuse(work, manager, asked.request, o, None, NOW + timedelta(seconds=1))
        assert second == granted
        assert not ended_by(manager, NOW + timedelta(seconds=1), asked.request, second)
        assert not ended_by(manager, NOW, granted, granted)
        excused = await first(work)
        assert excused.excused
        await require_again(work, manager, excused, NOW)
        with pytest.raises(Missing):
            await require_again(work, manager, await first(work), NOW)


async def test_nothing_is_asked_of_what_was_taken_back(office: Storage) -> None:
    async with office.begin() as work:
        officer, o = await someone(work), await first(work)
        kept = await ask_for(
            work, officer, o, kind="not_required", moves=None, day=None, reason="нет", now=NOW, today=TODAY
        )
        after = await take_back(work, officer, kept.obligation, NOW)
        assert (kept.obligation.asking, after.asking) == ("not_required", None)
        assert after == await first(work)
