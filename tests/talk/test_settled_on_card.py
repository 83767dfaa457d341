"""A deadline that was doubtful is said on the officer's card as the coordinator settled it, not as it was printed."""

from __future__ import annotations

from core.model.people import Role
from tests.talk.worlds import ECONOMIST, PLAN, World, at_row


async def test_the_value_was_right_and_not_the_printed_deadline(empty: World) -> None:
    coordinator = await empty.coordinator()
    await coordinator.document(PLAN.read_bytes(), "План мероприятий.docx")
    await coordinator.expect("68 мероприятий", timeout=30)
    await coordinator.press("Разобрать сомнения")
    doubt = await coordinator.expect("1. Участие в выборе поставщиков")
    assert "📅 4 квартал 2024" in doubt.text
    await coordinator.press("Верны значения")
    await coordinator.press("К плану")
    await coordinator.press("✅ Принять")
    await coordinator.expect("Как называется организация?")
    await coordinator.send("Центр сердца")
    await coordinator.expect("С какого дня отчитываются?")
    await coordinator.press("С 1 января 2024")
    await coordinator.expect("Кто отчитывается")
    await coordinator.press("Подтвердить ответственных")
    await coordinator.expect("Ответственные подтверждены")

    officer = await empty.join("Айдос", ECONOMIST)
    card = await at_row(officer, "Участие в выборе поставщиков")
    assert "📅 I квартал 2024" in card.text
    assert "4 квартал" not in card.text
    await officer.press("Исполнено")
    await officer.send("/tasks")
    await officer.press("📨 Сдать (1)")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    manager = await empty.join("Ержан", role=Role.MANAGER)
    await manager.send("/review")
    await manager.press("Участие в выборе")
    assert "4 квартал" not in (await manager.expect("Айдос")).text
