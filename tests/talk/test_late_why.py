"""What is handed in after its day says why: asked once for all of it, by a tap or in words, and not of what said why already."""

from __future__ import annotations

from datetime import UTC, datetime

from core.model.people import Role
from sandbox.client.client import Phone
from tests.talk.worlds import METROLOGIST, World, home

LATE = datetime(2024, 4, 9, 4, tzinfo=UTC)
"""Two working days after the reports were due."""


async def late_with_all_recorded(world: World, officer: Phone) -> None:
    """Everything recorded in time, and not submitted until it is late."""
    await home(officer)
    await officer.press("Всё по плану")
    await officer.press("Записать отмеченные")
    await officer.expect("К сдаче готово 5 из 5")
    await world.sandbox.move_clock(to=LATE)
    await officer.send("/tasks")
    await officer.expect("Срок прошёл")


async def test_it_is_asked_once_for_all_and_a_tap_answers(
    world: World, officer: Phone, calm: list[object]
) -> None:
    manager = await world.join("Ержан", role=Role.MANAGER)
    await late_with_all_recorded(world, officer)
    await officer.press("📨 Сдать (5)")
    await officer.expect("К сдаче готово 5 из 5")
    await officer.press("📨 Сдать (5)")
    asked = await officer.expect("Почему позже срока?")
    assert "Сдаётся после срока: 5. Срок был в пятницу, 5 апреля." in asked.text
    await officer.press("Задержка поставщика")
    await officer.expect("Сдано отчётов: 5")
    submitted = await world.journal("submitted")
    assert [line.after["why"] for line in submitted if line.after] == ["Задержка поставщика"] * 5
    await manager.send("/review")
    await manager.press("Холтер")
    report = await manager.expect("Данияр")
    assert "Почему сдано позже срока: Задержка поставщика" in report.text


async def test_words_answer_too_and_no_is_no_reason(world: World, officer: Phone) -> None:
    await late_with_all_recorded(world, officer)
    await officer.press("📨 Сдать (5)")
    await officer.expect("К сдаче готово 5 из 5")
    await officer.press("📨 Сдать (5)")
    await officer.expect("Почему позже срока?")
    await officer.send("ок")
    await officer.expect("почему отчёт сдаётся позже срока")
    await officer.send("Был в отпуске, замены не было")
    await officer.expect("Сдано отчётов: 5")
    assert (await world.report(METROLOGIST, 5)).version == 1


async def test_what_says_why_already_is_not_asked_again(world: World, officer: Phone) -> None:
    await world.sandbox.move_clock(to=LATE)
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.press("Не исполнено")
    await officer.expect("Почему?")
    await officer.press("Закупка не завершена")
    await officer.expect("Когда будет исполнено?")
    await officer.press("30 июня")
    await officer.expect("2 из 5")
    await officer.send("/tasks")
    await officer.expect("Срок прошёл")
    await officer.press("📨 Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
