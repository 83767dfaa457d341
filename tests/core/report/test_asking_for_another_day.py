"""Asking for another day, or for none: what is kept, and who is told (domain, §4)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.kernel.errors import DomainError
from core.ports.unit_of_work import Storage, Work
from core.report.request_service import LONGEST_REASON, Asked, ask_for
from tests.core.office import MANAGER, OFFICER, someone, worklist
from tests.storage.samples import NOW, TODAY

LATER = date(2024, 4, 30)
EXTENSION: dict[str, Any] = {"kind": "extension", "moves": "report", "day": LATER, "reason": "ждём актов"}


async def asked(work: Work, **changes: Any) -> Asked:
    o = (await worklist(work)).obligations[0]
    wanted = {**EXTENSION, **changes}
    return await ask_for(work, await someone(work), o, now=NOW, today=TODAY, **wanted)


async def test_every_manager_who_is_there_is_told(office: Storage) -> None:
    async with office.begin() as work:
        kept = await asked(work)
        assert [m.id for m in kept.managers] == [MANAGER]
        request = await work.requests.get(kept.request.id)
        assert request == kept.request
        assert (request.before, request.day, request.moves) == (date(2024, 4, 5), LATER, "report")
        assert (request.asked_by, request.reason) == (OFFICER, "ждём актов")
        assert kept.obligation.asking == "extension"


async def test_not_required_names_no_day(office: Storage) -> None:
    async with office.begin() as work:
        request = (await asked(work, kind="not_required")).request
        assert (request.moves, request.before, request.day) == (None, None, None)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"reason": "x" * (LONGEST_REASON + 1)}, "text-too-long"),
        ({"day": None}, "card-outdated"),
        ({"day": date(2024, 3, 25)}, "request-day-past"),
        ({"day": date(2024, 4, 5)}, "request-day-earlier"),
        ({"moves": "work", "day": date(2024, 3, 31)}, "request-day-earlier"),
    ],
)
async def test_what_cannot_be_asked_is_kept_nowhere(
    office: Storage, changes: dict[str, Any], refusal: str
) -> None:
    async with office.begin() as work:
        with pytest.raises(DomainError) as refused:
            await asked(work, **changes)
        assert refused.value.message_id == refusal
        assert await work.requests.waiting() == []


async def test_one_at_a_time_waits(office: Storage) -> None:
    async with office.begin() as work:
        await asked(work)
        with pytest.raises(DomainError) as refused:
            await asked(work, kind="not_required")
        assert refused.value.message_id == "request-waits"
