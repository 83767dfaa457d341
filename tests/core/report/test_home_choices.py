"""What the home card is about and what it offers (domain, §3)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.model.people import Role
from core.plan.reports import Draft
from core.ports.unit_of_work import Storage
from core.report.handing_in import left_of
from core.report.heaps import Heap
from core.report.home_choices import Step, about, may_owe, steps
from core.report.record import submit
from tests.core.office import COORDINATOR, MANAGER, OFFICER, PERIOD, recorded, someone, worklist
from tests.core.report.cards import DONE, obligation
from tests.storage.samples import NOW, TODAY

OPEN, READY = Draft(), DONE


@pytest.mark.parametrize(
    ("drafts", "lacking", "offered"),
    [
        ([OPEN], (), ["begin", "list"]),
        ([OPEN, OPEN], (), ["begin", "as-planned", "list"]),
        ([OPEN, OPEN, READY], (), ["go-on", "hand-in", "as-planned", "list"]),
        ([READY, READY], (2,), ["hand-in", "attach", "list"]),
        ([READY], (1,), ["attach", "list"]),
    ],
)
def test_what_a_heap_offers(drafts: list[Draft], lacking: tuple[int, ...], offered: list[Step]) -> None:
    rows = tuple(obligation(at, draft=draft) for at, draft in enumerate(drafts, 1))
    assert steps(Heap(1, PERIOD, rows, frozenset(lacking))) == offered


async def test_what_the_card_is_about(office: Storage) -> None:
    async with office.begin() as work:
        officer, empty = await worklist(work), await worklist(work, MANAGER)
        assert about(await someone(work, OFFICER), officer) == "heap"
        assert about(await someone(work, OFFICER), empty) == "nothing"
        assert about(await someone(work, MANAGER), empty) == "manager"
        coordinator = await someone(work, COORDINATOR)
        assert about(coordinator, empty) == "coordinator"
        assert about(coordinator, replace(empty, post_id=1)) == "nothing"
        assert coordinator.may(Role.COORDINATOR)
        assert [may_owe(await someone(work, who), empty) for who in (OFFICER, MANAGER, COORDINATOR)] == [
            True,
            False,
            False,
        ]
        assert may_owe(coordinator, officer)
        assert may_owe(coordinator, replace(empty, post_id=1))


async def test_what_is_left_of_a_period(office: Storage) -> None:
    async with office.begin() as work:
        plan = (await worklist(work)).obligations[0].plan_id
        for at, owed in ((0, 1), (1, 0)):
            o = await recorded(work, at=at)
            await submit(work, await someone(work), [o], NOW, TODAY)
            left = left_of(await worklist(work), plan, PERIOD)
            assert (len(left.owed) if left else 0) == owed
        assert left_of(await worklist(work), plan, "2024-Q2") is None
