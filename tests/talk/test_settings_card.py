"""Language, hours, help, cancelling, and the home card in each of its states."""

from __future__ import annotations

import pytest

from core.model.people import Role
from sandbox.client.client import Phone
from tests.talk.worlds import METROLOGIST, World, eventually, home


async def test_the_language_switches_every_text_and_the_command_menu(world: World, officer: Phone) -> None:
    await officer.send("/settings")
    card = await officer.expect("Настройки")
    assert "Должности: Метролог" in card.text
    for label, title, whole, menu in (
        ("Қаз", "Баптаулар", "Тіл: қазақша", "Есеп беру"),
        ("Eng", "Settings", "Language: English", "Report"),
        ("Рус", "Настройки", "Язык: русский", "Отчитаться"),
    ):
        await officer.press(label)
        shown = await officer.expect(title)
        assert shown.id == card.id
        assert whole in shown.text

        async def follows(menu: str = menu) -> bool:
            return menu in [c["description"] for c in await officer.menu()]

        await eventually(follows, f"the menu in {label}")


async def test_the_hour_of_reminders(world: World, officer: Phone) -> None:
    await officer.send("/settings")
    await officer.expect("с 9:00")
    await officer.press("14:00")
    card = await officer.expect("с 14:00")
    assert card.place("● 14:00") is not None


@pytest.mark.parametrize(
    ("role", "has", "lacks"),
    [
        (Role.OFFICER, "/tasks", "/invite"),
        (Role.MANAGER, "/summary", "/invite"),
        (Role.COORDINATOR, "/invite", "/tasks —"),
    ],
)
async def test_help_by_role(world: World, role: Role, has: str, lacks: str) -> None:
    posts = (METROLOGIST,) if role is Role.OFFICER else ()
    phone = await world.join("Данияр", *posts, role=role)
    await phone.send("/help")
    card = await phone.expect("/settings")
    assert has in card.text
    assert lacks not in card.text


async def test_the_menu_differs_by_role(world: World) -> None:
    coordinator = await world.coordinator()

    async def invites() -> bool:
        return "invite" in [c["command"] for c in await coordinator.menu()]

    await eventually(invites, "the coordinator's menu")
    stranger = await world.sandbox.person("Марат")
    await stranger.start()
    assert [c["command"] for c in await stranger.menu()] == ["start", "help"]


async def test_cancel_stops_a_question_and_loses_nothing(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await officer.press("Пояснение")
    await officer.expect("Напишите, что сделано")
    await officer.send("/cancel")
    card = await officer.expect("Отменено")
    assert "1 из 5" in card.text
    await officer.send("/cancel")
    await officer.expect("Отменять нечего")


async def test_a_command_of_another_role_is_refused(world: World, officer: Phone) -> None:
    for command in ("/plans", "/people", "/invite"):
        await officer.send(command)
        await officer.expect("Это действие вам недоступно")


async def test_home_before_anything_and_half_way(world: World, officer: Phone) -> None:
    card = await home(officer)
    assert "Сдать до пятницы, 5 апреля — осталось 8 рабочих дней" in card.text
    assert card.place("Отчитаться (5)") is not None
    await officer.press("Отчитаться")
    await officer.expect("1 из 5")
    await officer.press("Не исполнено")
    await officer.expect("Почему?")
    await officer.press("Нет финансирования")
    await officer.expect("Когда")
    await officer.press("30 июня")
    await officer.expect("2 из 5")
    await officer.press("Ноль")
    await officer.expect("3 из 5")
    card = await home(officer)
    assert "▓▓▓▓░░░░░░  2 из 5" in card.text
    assert "✅ 1   🟡 0   ❌ 1" in card.text
    assert "Записано, но не сдано: 2" in card.text
    assert card.place("Продолжить (3)") is not None


async def test_home_with_nothing_to_do(world: World) -> None:
    phone = await world.join("Данияр", "Главный внештатный ревматолог")
    await phone.send("/tasks")
    await phone.expect("Сейчас сдавать нечего")


async def test_home_of_a_manager_and_of_a_coordinator(world: World) -> None:
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await manager.send("/tasks")
    assert (await manager.expect("Сводка по планам")).place("Сводка") is not None
    coordinator = await world.coordinator()
    await coordinator.send("/tasks")
    card = await coordinator.expect("Пришлите сюда файл плана")
    assert card.place("Люди") is not None


async def test_two_periods_open_show_a_line_and_a_button_each(world: World, officer: Phone) -> None:
    from datetime import UTC, datetime

    await world.sandbox.move_clock(to=datetime(2024, 6, 25, 5, 0, tzinfo=UTC))
    await officer.send("/tasks")
    card = await officer.expect("Что нужно сдать")
    first, second = card.text.index("I кв. 2024"), card.text.index("II кв. 2024")
    assert first < second  # the most urgent first
    assert "Срок прошёл" in card.text
    await officer.press("II кв. 2024")
    await officer.expect("II квартал 2024")
    await officer.press("Отчитаться")
    await officer.expect("План на II кв. 2024")
