"""Evidence and what was written or submitted before it: nothing is replaced, and nothing changes without a version."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from core.plan.reports import Evidence
from core.report.record import submitted_evidence
from sandbox.client.client import Phone
from tests.talk.test_evidence import picture
from tests.talk.test_submit import submit_all
from tests.talk.worlds import METROLOGIST, World


async def submitted(world: World) -> list[Evidence]:
    async with world.app.storage.read() as work:
        o = await work.obligations.get((await world.report(METROLOGIST, 5)).id)
        assert o is not None
        return await submitted_evidence(work, o)


async def test_a_caption_goes_below_the_account(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Пояснение")
    await officer.send("Договор подписан")
    await officer.expect("Договор подписан")
    await officer.photo(picture(9), "Аппарат в кабинете")
    await officer.expect("Аппарат в кабинете")
    assert (await world.report(METROLOGIST, 5)).draft.account == "Договор подписан\nАппарат в кабинете"


async def test_a_caption_that_no_longer_fits_is_refused(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Пояснение")
    await officer.send("д" * 1000)
    await officer.expect("ддд")
    await officer.photo(picture(9), "ж" * 600)
    await officer.expect("Слишком длинно: пояснение")
    report = await world.report(METROLOGIST, 5)
    assert report.draft.account == "д" * 1000
    assert await world.evidence(report) == []


async def test_a_photo_leaves_the_question_for_a_figure(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Другая сумма")
    asked = (await officer.expect("Напишите сумму")).text.splitlines()[-1]
    await officer.photo(picture(9))
    assert asked in (await officer.expect("📎 фото")).text
    await officer.send("6,2 млн")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(6200)}


async def test_evidence_after_closing_is_a_new_version_with_its_reason(world: World, officer: Phone) -> None:
    await submit_all(officer)
    await world.sandbox.move_clock(to=datetime(2024, 5, 20, 5, 0, tzinfo=UTC))
    await officer.send("/history")
    await officer.expect("Что сдано")
    await officer.press("I кв. 2024")
    await officer.expect("I квартал 2024: 5")
    await officer.press("Холтер")
    await officer.expect("Сдано, версия 1")
    await officer.document(b"%PDF-1.4 act\n%%EOF", "акт.pdf")
    card = await officer.expect("📎 акт.pdf")
    assert "не сдано" in card.text
    assert card.place("Отменить") is None, "the answer was submitted; the file is taken off by its own button"
    assert await submitted(world) == [], "the manager has what was submitted"
    await officer.press("Дальше")
    await officer.press("📨 Сдать (1)")
    await officer.expect("причину исправления")
    await officer.send("Не был приложен акт")
    await officer.expect("Сдано отчётов: 1")
    assert [e.file_name for e in await submitted(world)] == ["акт.pdf"]
    async with world.app.storage.read() as work:
        versions = await work.obligations.submissions((await world.report(METROLOGIST, 5)).id)
    assert [len(v.content.evidence) for v in versions] == [0, 1]
    assert versions[1].why_corrected == "Не был приложен акт"
    assert len(await world.journal("attached")) == 1


async def test_what_is_taken_off_stays_in_the_version_that_had_it(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.document(b"%PDF-1.4 act\n%%EOF", "акт.pdf")
    await officer.expect("📎 акт.pdf")
    await submit_all(officer)
    await officer.press("Главная")
    await officer.expect("Всё сдано")
    await officer.press("Список")
    await officer.expect("осталось 0")
    await officer.press("Холтер")
    await officer.expect("Сдано, версия 1")
    await officer.press("Документ")
    await officer.press("Убрать: акт.pdf")
    await officer.expect("не сдано")
    assert [e.file_name for e in await submitted(world)] == ["акт.pdf"]
    assert (await world.report(METROLOGIST, 5)).draft.evidence == ()
