"""Handing in: in part, with a receipt, corrected before and after the period closed; drafts that outlive restarts."""

from __future__ import annotations

from datetime import UTC, datetime

from core.model.people import Role
from core.plan.reports import Outcome
from sandbox.client.client import Phone
from tests.talk.worlds import METROLOGIST, World, home


async def submit_all(officer: Phone) -> None:
    """All as planned, and handed in."""
    await home(officer)
    await officer.press("Всё по плану")
    await officer.expect("Отмечено 5 из 5")
    await officer.press("Записать отмеченные")
    await officer.expect("К сдаче готово 5 из 5")
    await officer.press("Сдать (5)")
    await officer.expect("Сдано отчётов: 5")


async def test_submitting_in_part_and_its_receipt(world: World, officer: Phone) -> None:
    await world.join("Гүлнар", role=Role.MANAGER, language="kk", last_name="Серікова")
    await officer.send("/report")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    card = await home(officer)
    assert "не сдано: 1" in card.text
    assert "1 из 5" in card.text
    await officer.press("📨 Сдать (1)")
    card = await officer.expect("К сдаче готово 1 из 5")
    assert "Остальные 4 можно сдать позже" in card.text
    assert "без документа: 1" in card.text
    told = await officer.press("📨 Сдать (1)")
    receipt = await officer.expect("Сдано отчётов: 1")
    assert told.toast == "Сдано: 1"
    assert "26 марта" in receipt.text
    assert "Гүлнар Серікова" in receipt.text
    assert "Осталось сдать: 4" in receipt.text
    kept = await world.report(METROLOGIST, 5)
    assert (kept.version, str(kept.first_submitted_on)) == (1, "2024-03-26")
    await officer.press("Продолжить (4)")
    await officer.expect("2 из 5")


async def test_what_was_submitted_shows_everywhere(world: World, officer: Phone) -> None:
    await submit_all(officer)
    await officer.press("Главная")
    card = await officer.expect("Всё сдано")
    assert card.place("Отчитаться") is None
    await officer.press("Список")
    listed = await officer.expect("осталось 0")
    assert listed.text.count("📨") == 6  # five rows and the legend
    await officer.send("/history")
    assert "5 — ✅ 5 🟡 0 ❌ 0" in (await officer.expect("Что сдано")).text


async def test_a_submitted_card_offers_no_undo_and_says_its_version(world: World, officer: Phone) -> None:
    await submit_all(officer)
    await officer.press("Главная")
    await officer.expect("Всё сдано")
    await officer.press("Список")
    await officer.expect("осталось 0")
    await officer.press("Холтер")
    card = await officer.expect("Сдано, версия 1")
    assert card.place("Отменить") is None
    assert "не сдано" not in card.text


async def test_a_correction_is_handed_in_before_rows_that_were_not_begun(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    await officer.press("Продолжить (4)")
    await officer.expect("2 из 5")
    await officer.press("⬅️")
    await officer.expect("Сдано, версия 1")
    await officer.send("6 005")
    card = await officer.expect("К сдаче готово 1 из 5")
    assert "Записано: Закуп аппарата Холтер" in card.text
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    assert (await world.report(METROLOGIST, 5)).version == 2


async def test_a_paper_added_to_what_came_back_is_handed_in_from_its_card(
    world: World, officer: Phone
) -> None:
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await officer.send("/report")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    await manager.send("/review")
    await manager.press("Холтер")
    await manager.press("Вернуть")
    await manager.expect("Что исправить?")
    await manager.send("Приложите акт")
    await manager.expect("Возвращено исполнителю")
    await officer.expect("Приложите акт")
    await officer.press("Исправить")
    card = await officer.expect("Возвращено:")
    assert card.place("Сдать") is None  # it came back, and nothing about it has changed
    await officer.press("📎 Документ")
    await officer.expect("Акт ввода в эксплуатацию: пришлите")
    await officer.send("12 от 22.03.2024")
    card = await officer.expect("№ 12 от 22.03.2024")
    await officer.press("📨 Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    assert (await world.report(METROLOGIST, 5)).version == 2


async def test_a_correction_before_closing_is_a_new_version(world: World, officer: Phone) -> None:
    await submit_all(officer)
    await officer.press("Главная")
    await officer.expect("Всё сдано")
    await officer.press("Список")
    await officer.expect("осталось 0")
    await officer.press("Холтер")
    await officer.expect("Сдано, версия 1")
    await officer.send("5,5 млн")
    card = await officer.expect("Почему?")
    assert "не сдано" in card.text
    await officer.press("Закупка не завершена")
    await officer.expect("Когда будет исполнено?")
    await officer.press("30 июня")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    async with world.app.storage.read() as work:
        o = await world.report(METROLOGIST, 5)
        versions = await work.obligations.submissions(o.id)
    assert [(v.version, v.content.outcome) for v in versions] == [(1, Outcome.DONE), (2, Outcome.PARTIAL)]
    assert versions[1].why_corrected is None


async def test_a_correction_in_the_making_is_marked_in_the_list(world: World, officer: Phone) -> None:
    await submit_all(officer)
    await officer.send("/tasks")
    await officer.expect("Всё сдано")
    await officer.press("Список")
    await officer.expect("осталось 0")
    await officer.press("Холтер")
    await officer.expect("Сдано, версия 1")
    await officer.send("5,5 млн")
    await officer.expect("Почему?")
    await officer.press("☰")
    assert "1. ✏️ Закуп аппарата Холтер" in (await officer.expect("осталось 0")).text


async def test_a_correction_that_was_not_sent_is_not_all_submitted(world: World, officer: Phone) -> None:
    await submit_all(officer)
    await officer.send("/tasks")
    await officer.expect("Всё сдано")
    await officer.press("Список")
    await officer.expect("осталось 0")
    await officer.press("Холтер")
    await officer.expect("Сдано, версия 1")
    await officer.send("5,5 млн")
    await officer.expect("Почему?")
    await officer.send("/tasks")
    card = await officer.expect("Исправлено, но не сдано: 1")
    assert "Всё сдано" not in card.text
    assert card.place("Сдать") is None
    await officer.press("Закончить исправление (1)")
    await officer.expect("Почему?")
    await officer.press("Закупка не завершена")
    await officer.expect("Когда будет исполнено?")
    await officer.press("30 июня")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.send("/tasks")
    card = await officer.expect("Исправлено, но не сдано: 1")
    assert "Всё сдано" not in card.text
    await officer.press("📨 Сдать (1)")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    await officer.send("/tasks")
    await officer.expect("Всё сдано")


async def test_of_several_plans_a_correction_is_counted_on_the_button(world: World, officer: Phone) -> None:
    """ "(0)" would say that there is nothing to do there."""
    await submit_all(officer)
    await world.sandbox.move_clock(to=datetime(2024, 6, 26, 5, 0, tzinfo=UTC))
    await officer.send("/history")
    await officer.expect("Что сдано")
    await officer.press("I кв. 2024")
    await officer.expect("I квартал 2024: 5")
    await officer.press("Холтер")
    await officer.expect("2024 г.")
    await officer.press("Исправить")
    await officer.expect("Сдано, версия 1")
    await officer.send("5,5 млн")
    await officer.expect("Почему?")
    await officer.send("/tasks")
    card = await officer.expect("Что нужно сдать")
    assert "Исправлено, но не сдано: 1" in card.text
    assert [label for row in card.buttons for label in row if "(0)" in label] == []
    assert card.place("I кв. 2024") is not None


async def test_a_correction_after_closing_is_found_in_history_and_asks_why(
    world: World, officer: Phone
) -> None:
    await submit_all(officer)
    await world.sandbox.move_clock(to=datetime(2024, 5, 20, 5, 0, tzinfo=UTC))
    await officer.send("/history")
    await officer.expect("Что сдано")
    await officer.press("I кв. 2024")
    await officer.expect("I квартал 2024: 5")
    await officer.press("Холтер")
    await officer.expect("Сдано, версия 1")
    await officer.send("6,2 млн")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("📨 Сдать (1)")
    await officer.expect("причину исправления")
    assert (await world.report(METROLOGIST, 5)).version == 1
    await officer.send("Опечатка в сумме договора")
    await officer.expect("Сдано отчётов: 1")
    async with world.app.storage.read() as work:
        o = await world.report(METROLOGIST, 5)
        versions = await work.obligations.submissions(o.id)
    assert versions[1].why_corrected == "Опечатка в сумме договора"


async def test_the_draft_survives_a_restart_and_is_there_on_another_device(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.send("5,8 млн")
    await officer.expect("Почему?")
    await world.restart()
    await officer.send("Поставщик задерживает")
    await officer.expect("Когда будет исполнено?")
    await officer.press("30 июня")
    await officer.expect("2 из 5")
    # Another device shows the same chat; the person asks anew there.
    await officer.send("/tasks")
    assert "1 из 5" in (await officer.expect("Сдать")).text
    await officer.press("Продолжить (4)")
    await officer.press("⬅️")
    card = await officer.expect("Прогноз: 30 июня")
    assert "Поставщик задерживает" in card.text


async def test_two_who_hold_one_post_share_its_draft(world: World, officer: Phone) -> None:
    other = await world.join("Айгерім", METROLOGIST)
    await officer.send("/report")
    await officer.expect("1 из 5")
    await other.send("/report")
    await other.expect("1 из 5")
    await other.press("Исполнено")
    await other.expect("2 из 5")
    await home(officer)
    card = await officer.expect("1 из 5")
    assert "✅ 1" in card.text
    lines = await world.journal("recorded")
    assert [line.person_id for line in lines] == [other.id]
