"""The sample plans that ship are loaded by name in the demo: live, with their owners, on a day with reports open."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo import DAYS, ZONE, demo, sample
from core.editions import PlanStatus
from core.errors import Missing


@pytest.mark.parametrize("name", sorted(DAYS))
async def test_a_sample_plan_is_live_from_the_start(name: str, tmp_path: Path) -> None:
    begins = datetime.fromisoformat(DAYS[name]).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    async with demo(tmp_path, begins, plans=[name]) as running:
        async with running.app.storage.read() as work:
            (plan,) = await work.plans.with_status(PlanStatus.LIVE)
            owed = await work.obligations.of_plan(plan.id)
        today = begins.date()
        assert plan.source_name == sample(name).name
        assert [o for o in owed if o.due.opens <= today <= o.due.report_due]
        await running.coordinator.send("/plans")
        await running.coordinator.expect("Планы")
        await running.coordinator.press("🟢")
        await running.coordinator.expect("Кто отчитывается:")


def test_every_sample_that_ships_has_a_day_and_an_unknown_name_is_refused() -> None:
    assert {sample(name).stem for name in DAYS} == set(DAYS)
    with pytest.raises(Missing) as refused:
        sample("../secret")
    assert "hospital-2024" in str(refused.value.args_for_text["names"])
