"""All as planned in one go: what a blanket tick may say, and what it must not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import pytest

from core.plan.reports import Outcome
from handlers.frame.deps import Deps
from tests.handlers.summary_world import OFFICER, Chat, seed, world
from tests.handlers.test_held_back import plan_of_rows


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bulk") / "seed.db"
    asyncio.run(seed(path, plan=False))
    return path


@pytest.fixture
async def deps(seeded: Path, tmp_path: Path) -> AsyncIterator[Deps]:
    async with world(seeded, tmp_path) as found:
        async with found.storage.begin() as work:
            await plan_of_rows(work)
        yield found


async def test_a_measured_figure_is_not_stated_by_a_blanket_tick(deps: Deps) -> None:
    chat = Chat(deps, OFFICER)
    await chat.send("/tasks")
    shown = await chat.press("☑️ Всё по плану")
    assert "Отмечено 4 из 4" in shown
    assert "Ещё 1 пройдём отдельно" in shown
    assert "📈 Показателей: 1. Их измеряют, поэтому факт назовите сами." in shown
    assert not any("Охват" in label for label in chat.labels)
    shown = await chat.press("✅ Записать отмеченные (4)")
    assert "Охват" in shown
    async with deps.storage.read() as work:
        kept = await work.obligations.of_plan(1)
    assert [o.draft.outcome for o in kept] == [*[Outcome.DONE] * 4, None]
    await chat.send("78,5")
    async with deps.storage.read() as work:
        assert (await work.obligations.of_plan(1))[4].draft.figures == {"main": Decimal("78.5")}


async def test_a_sweep_without_indicators_says_nothing_of_them(deps: Deps) -> None:
    chat = Chat(deps, OFFICER)
    await chat.send("/tasks")
    await chat.press("☑️ Всё по плану")
    await chat.press("✅ Записать отмеченные")
    await chat.send("80")
    await chat.send("/tasks")
    assert not any(label.startswith("☑️") for label in chat.labels)
    async with deps.storage.begin() as work:
        for o in (await work.obligations.of_plan(1))[:2]:
            await work.obligations.save_draft(
                o.id, o.revision, o.draft.model_copy(update={"outcome": None, "figures": {}}), o.state
            )
    await chat.send("/tasks")
    shown = await chat.press("☑️ Всё по плану")
    assert "Отмечено 2 из 2" in shown
    assert "📈" not in shown
