"""Who is in the small office, and what they do there."""

from __future__ import annotations

from core.model.obligations import Obligation
from core.model.people import Person
from core.owed.plan_cache import Library
from core.plan.reports import Draft, Outcome
from core.ports.unit_of_work import Work
from core.report.heaps import Heap
from core.report.record import record
from core.report.worklist import Worklist, read_worklist
from tests.storage.samples import NOW, TODAY

OFFICER, COLLEAGUE, MANAGER, GONE, COORDINATOR = 7, 8, 9, 10, 11
NAMES = {
    OFFICER: "Данияр",
    COLLEAGUE: "Айша",
    MANAGER: "Мадина",
    GONE: "Прежний руководитель",
    COORDINATOR: "Сауле",
}
POST = "Метролог"
PERIOD = "2024-Q1"
DONE = Draft(outcome=Outcome.DONE)


async def someone(work: Work, person_id: int = OFFICER) -> Person:
    found = await work.people.get(person_id)
    assert found is not None
    return found


async def worklist(work: Work, person_id: int = OFFICER) -> Worklist:
    who = await someone(work, person_id)
    return await read_worklist(work, Library(), person_id, who.reports_for, TODAY)


async def heap(work: Work, person_id: int = OFFICER) -> tuple[Worklist, Heap]:
    found = await worklist(work, person_id)
    return found, found.heap(found.obligations[0].plan_id, PERIOD)


async def recorded(work: Work, person_id: int = OFFICER, at: int = 0, draft: Draft = DONE) -> Obligation:
    """What the person records on one of the rows."""
    found = await worklist(work, person_id)
    return await record(work, await someone(work, person_id), found.obligations[at], draft, NOW)
