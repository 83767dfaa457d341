"""The sample plans that ship are loaded by name in the demo: live, with their owners, on a day with reports open."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.commands.demo import DAYS, ZONE, demo
from core.kernel.errors import Missing
from core.kernel.languages import LANGUAGES
from core.model.editions import PlanStatus
from documents.reading import read_plan
from documents.samples import PLANS, sample, sample_names
from locales import texts
from tests.browser.demo_plans import EVERY_KIND, SHARED, every_kind, shared


@pytest.mark.parametrize("name", sorted(DAYS))
async def test_a_sample_plan_is_live_from_the_start(name: str, tmp_path: Path) -> None:
    begins = datetime.fromisoformat(DAYS[name]).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    async with demo(tmp_path, begins, plans=[name]) as running:
        async with running.app.storage.read() as work:
            (live,) = await work.plans.with_status(PlanStatus.LIVE)
            plan = await work.plans.get(live.id)
            assert plan is not None
            owed = await work.obligations.of_plan(plan.id)
        today = begins.date()
        assert plan.source_name == sample(name).name
        assert [o for o in owed if o.due.opens <= today <= o.due.report_due]
        await running.coordinator.send("/plans")
        await running.coordinator.expect("Планы")
        await running.coordinator.press("🟢")
        await running.coordinator.expect("Кто отчитывается:")


def test_every_sample_that_ships_has_a_day_and_an_unknown_name_is_refused() -> None:
    assert {sample(name).stem for name in DAYS} == set(DAYS) == set(sample_names())
    assert all(texts().has(language, f"sample-{name}") for name in DAYS for language in LANGUAGES)
    with pytest.raises(Missing) as refused:
        sample("../secret")
    assert "hospital-2024" in str(refused.value.args_for_text["names"])


async def test_a_sample_plan_is_read_by_name_from_the_chat(tmp_path: Path) -> None:
    begins = datetime.fromisoformat(DAYS["hospital-2024"]).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    async with demo(tmp_path, begins) as running:
        phone = running.coordinator
        for button, read in (
            ("План больницы на 2024 год", "68 мероприятий"),
            ("Национальный план 2020 года", "мероприят"),
            ("Дорожная карта города до 2030 года", "120 мероприятий"),
        ):
            await phone.send("/plans")
            await phone.expect("лан")
            await phone.press("📚 Образцы")
            await phone.expect("Какой образец прочитать?")
            await phone.press(button)
            await phone.expect(read, timeout=60)
        card = await phone.expect("120 мероприятий")
        version = card.data("Принять").partition(".")[0]
        told = await phone.press_data(card, f"{version}.sample.secret", forge=True)
        assert "Образца «secret» нет" in (told.toast or "")
        async with running.app.storage.read() as work:
            waiting = [await work.plans.get(p.id) for p in await work.plans.with_status(PlanStatus.PROPOSED)]
        assert [p and p.source_name for p in waiting] == [
            "hospital-2024.docx",
            "covid-2020.docx",
            "almaty-2030.xlsx",
        ]


async def test_a_ready_demo_has_every_kind_of_row_and_everybody_in_it(tmp_path: Path) -> None:
    begins = datetime.fromisoformat(DAYS["every-kind-2024"]).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    async with demo(tmp_path, begins, ready=True) as running:
        officer = running.officer
        await officer.send("/tasks")
        card = await officer.expect("Что нужно сдать")
        assert "0 из 17" in card.text
        assert "0 из 3" in card.text
        await officer.press("План мероприятий")
        await officer.expect("0 из 17")
        await officer.press("Отчитаться (17)")
        await officer.expect("Закуп аппарата Холтер")
        await officer.press("Исполнено: 6")
        await officer.expect("2 из 17")
        await officer.send("/tasks")
        card = await officer.expect("Что нужно сдать")
        assert card.text.count("Записано, но не сдано: 1") == 1
        await running.manager.send("/review")
        await running.manager.expect("Тексеретін ештеңе жоқ")
        assert running.colleague is not None
        await running.colleague.send("/joint")
        await running.colleague.expect("Текущий ремонт приёмного покоя")


def test_the_plans_of_the_ready_demo_are_what_their_maker_writes(tmp_path: Path) -> None:
    for name, book in ((EVERY_KIND, every_kind()), (SHARED, shared())):
        book.save(tmp_path / name)
        written, shipped = (read_plan((folder / name).read_bytes(), name) for folder in (tmp_path, PLANS))
        assert written == shipped
        assert shipped.doubts == ()
