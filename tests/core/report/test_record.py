"""Who else had a hand in a report (domain, §6)."""

from __future__ import annotations

from core.plan.reports import Draft
from core.ports.unit_of_work import Storage
from core.report.record import ByOther, by_others, record, submit
from tests.core.office import COLLEAGUE, OFFICER, recorded, someone, worklist
from tests.storage.samples import NOW, TODAY, later


async def test_what_a_colleague_records_and_hands_in_is_told(office: Storage) -> None:
    async with office.begin() as work:
        untouched = (await worklist(work)).obligations[0]
        assert await by_others(work, untouched, OFFICER) == []
        o = await recorded(work, COLLEAGUE)
        assert await by_others(work, o, COLLEAGUE) == []
        assert await by_others(work, o, OFFICER) == [ByOther("recorded", COLLEAGUE, NOW)]
        await submit(work, await someone(work, COLLEAGUE), [o], later(minutes=1), TODAY)
        handed_in = (await worklist(work)).obligations[0]
        submitted = ByOther("submitted", COLLEAGUE, later(minutes=1))
        assert await by_others(work, handed_in, OFFICER) == [submitted]
        account = handed_in.draft.model_copy(update={"account": "поправка"})
        mended = await record(work, await someone(work, COLLEAGUE), handed_in, account, later(minutes=2))
        assert await by_others(work, mended, OFFICER) == [
            submitted,
            ByOther("recorded", COLLEAGUE, later(minutes=2)),
        ]
        own = await record(work, await someone(work), mended, mended.draft, later(minutes=3))
        assert await by_others(work, own, OFFICER) == [submitted]


async def test_an_empty_draft_is_nothing_that_was_recorded(office: Storage) -> None:
    async with office.begin() as work:
        o = await recorded(work, COLLEAGUE, draft=Draft())
        assert await by_others(work, o, OFFICER) == []
