"""Jobs of the outbox: done again without harm, and refused in words."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sending.refusals import TryLater
from core.model.editions import PlanStatus
from core.ports.queues import Outgoing
from sandbox.client.client import Phone
from tests.talk.worlds import BEGINS, PLAN, World


def row(kind: str, phone: Phone, **args: Any) -> Outgoing:
    return Outgoing(
        id=1,
        key=f"{kind}:1",
        kind=kind,
        person_id=phone.id,
        args=args,
        not_before=BEGINS,
        tries=1,
        state="calling",
    )


async def proposed(world: World) -> int:
    async with world.app.storage.read() as work:
        return len(await work.plans.with_status(PlanStatus.PROPOSED))


async def test_a_plan_read_again_after_a_crash_is_proposed_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def download(*_: object) -> bytes:
        return PLAN.read_bytes()

    monkeypatch.setattr("bot.plan_jobs.download", download)
    coordinator = await world.coordinator()
    job = row("read-plan", coordinator, name=PLAN.name, file_id="x")
    for _ in range(2):
        assert await world.app.jobs.kinds["read-plan"](job) == []
    assert await proposed(world) == 1


async def test_a_plan_that_cannot_be_fetched_now_is_fetched_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def download(*_: object) -> bytes:
        raise TryLater(5.0, "no network")

    monkeypatch.setattr("bot.plan_jobs.download", download)
    coordinator = await world.coordinator()
    with pytest.raises(TryLater):
        await world.app.jobs.kinds["read-plan"](row("read-plan", coordinator, name=PLAN.name, file_id="x"))


@pytest.mark.parametrize(
    ("kind", "args"), [("evidence-file", {"evidence": 999}), ("export", {"plan": 999, "period": "2024-Q1"})]
)
async def test_who_waits_for_a_file_that_there_is_not_is_told(
    world: World, officer: Phone, kind: str, args: dict[str, Any]
) -> None:
    async with world.app.storage.begin() as work:
        await work.outbox.put("one", kind, officer.id, args, world.app.clock.now())
    said = world.app.deps.texts("ru", "file-missing" if kind == "evidence-file" else "plan-missing")
    world.app.outbox.poke()
    await officer.expect(said)
