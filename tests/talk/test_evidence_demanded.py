"""What a plan's rule says of files: demanded of every form of completion, or not to be sent at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from core.plan.reports import Outcome
from sandbox.client.client import Phone
from tests.talk.test_evidence import picture
from tests.talk.test_reminders import THREE_DAYS_BEFORE
from tests.talk.worlds import ECONOMY, METROLOGIST, World, at_row, home


async def rule(world: World, **parts: Any) -> None:
    """Sets parts of the plan's rule, as the coordinator's card does."""
    async with world.app.storage.begin() as work:
        plan = await work.plans.get(1)
        assert plan is not None
        await work.plans.set_rule(1, plan.rule.model_copy(update=parts))
    world.app.deps.library.forget()


@pytest.fixture
async def demanding(world: World) -> World:
    await rule(world, file_demanded=True)
    return world


async def test_a_form_is_answered_when_its_file_is_there(demanding: World) -> None:
    phone = await demanding.join("Ерлан", ECONOMY)
    card = await at_row(phone, "Закуп персональных компьютеров")
    assert "📎 Нужен файл: Договор, Накладная" in card.text
    await phone.press("Документ")
    await phone.expect("Договор: пришлите фото или файл")
    await phone.send("45 от 01.02.2024")
    card = await phone.expect("📄 Договор № 45")
    assert "Договор: пришлите фото или файл" in card.text, "number and date alone do not answer it"
    await phone.photo(picture(1))
    card = await phone.expect("Накладная: пришлите фото или файл")
    assert "📎 Нужен файл: Накладная" in card.text
    await phone.photo(picture(2))
    card = await phone.expect("📎 фото")
    await phone.settled()
    assert "Нужен файл" not in (await phone.last()).text
    kept = await demanding.evidence(await demanding.report(ECONOMY, 8))
    assert [(e.kind, e.form) for e in kept] == [
        ("paper", "Договор"),
        ("photo", "Договор"),
        ("photo", "Накладная"),
    ]


async def test_done_without_its_file_asks_for_it_and_is_held_back(demanding: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("✅ Исполнено")
    card = await officer.expect("пришлите фото или файл")
    assert "1 из 5" in card.text
    await officer.press("Позже")
    await officer.expect("2 из 5")
    card = await home(officer)
    assert "Записано, но ждёт файла, которого требует план: 1" in card.text
    assert "не сдано" not in card.text
    assert card.place("📨 Сдать") is None
    await officer.press("Список")
    listed = await officer.expect("не начато")
    assert "1. 📎 Закуп" in listed.text
    assert "Записано, но ждёт файла, которого требует план: 1" in listed.text
    await officer.press("Назад")
    await officer.expect("1 из 5")
    await officer.press("📎 Приложить файл (1)")
    await officer.expect("пришлите фото или файл")
    await officer.photo(picture(3))
    card = await officer.expect("📎 фото")
    await officer.settled()
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    assert (await demanding.report(METROLOGIST, 5)).version == 1


async def test_what_is_whole_is_submitted_without_what_lacks_a_file(demanding: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("✅ Исполнено")
    await officer.expect("пришлите фото или файл")
    await officer.press("Позже")
    await officer.expect("2 из 5")
    await officer.press("Ноль, как в плане")
    await officer.expect("3 из 5")
    card = await home(officer)
    assert "не сдано: 1" in card.text
    assert "ждёт файла, которого требует план: 1" in card.text
    await officer.press("📨 Сдать (1)")
    card = await officer.expect("К сдаче готово 1 из 5")
    assert "✅ 1   🟡 0   ❌ 0" in card.text, "what is handed in, and no more"
    assert "Без файла, которого требует план, не сдаются: 1" in card.text
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    report = await demanding.report(METROLOGIST, 5)
    assert (report.version, report.draft.outcome) == (0, Outcome.DONE)


async def test_a_reminder_tells_what_waits_for_a_file_from_what_is_ready(
    demanding: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.press("✅ Исполнено")
    await officer.expect("пришлите фото или файл")
    await officer.press("Позже")
    await officer.expect("2 из 5")
    await officer.press("Ноль, как в плане")
    await officer.expect("3 из 5")
    await demanding.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    said = await officer.expect("⏰ До сдачи")
    assert "Записано, но не сдано: 1 — осталось нажать «Сдать»." in said.text
    assert "Записано, но ждёт файла, которого требует план: 1" in said.text


async def test_one_message_with_its_file_needs_one_tap_all_the_same(demanding: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(4), "Акт №12 от 05.03.2024, закупили на 6,2 млн")
    await officer.press("✅ Да, 6")
    await officer.expect("2 из 5")


async def test_files_that_must_not_be_sent_are_refused_and_papers_go(world: World, officer: Phone) -> None:
    await rule(world, files_allowed=False)
    await officer.send("/report")
    await officer.photo(picture(5))
    await officer.expect("По этому плану файлы и фото не принимаются")
    await officer.voice(b"OggS")
    await officer.expect("По этому плану файлы и фото не принимаются")
    await officer.press("Документ")
    await officer.expect("Файлы по этому плану не принимаются")
    await officer.send("12-ө от 05.03.2024")
    await officer.expect("📄 Акт ввода в эксплуатацию № 12-ө от 05.03.2024")
    kept = await world.evidence(await world.report(METROLOGIST, 5))
    assert [e.kind for e in kept] == ["paper"]


async def test_the_caption_of_a_refused_file_is_not_lost(world: World, officer: Phone) -> None:
    await rule(world, files_allowed=False)
    await officer.send("/report")
    await officer.photo(picture(5), "Акт №12 от 05.03.2024, закупили на 6,2 млн")
    card = await officer.expect("Файл не сохранён")
    assert "Верно?" in card.text
    await officer.press("✅ Да, 6")
    await officer.expect("2 из 5")
    report = await world.report(METROLOGIST, 5)
    assert report.draft.figures == {"main": Decimal(6200)}
    [paper] = await world.evidence(report)
    assert (paper.kind, paper.number, paper.file_id) == ("paper", "12", None)
