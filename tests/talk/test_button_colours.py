"""Colours of buttons (Bot API 9.4): what is next is the primary one, ✅ a success, ❌ and what cannot be undone a danger."""

from __future__ import annotations

from core.model.people import Role
from sandbox.client.client import Message, Phone
from tests.talk.worlds import METROLOGIST, World, card_of, home


def colours(card: Message) -> dict[str, str]:
    """The buttons that have a colour."""
    keys = [key for row in card.raw["reply_markup"]["inline_keyboard"] for key in row]
    return {key["text"].partition(": ")[0]: key["style"] for key in keys if "style" in key}


async def test_the_walk_from_home_to_the_receipt(officer: Phone, calm: list[object]) -> None:
    assert colours(await home(officer)) == {"▶️ Отчитаться (5)": "primary"}
    await officer.press("Отчитаться")
    card = await officer.expect("1 из 5")
    assert colours(card) == {"✅ Исполнено": "success", "❌ Не исполнено": "danger"}
    await officer.press("Не исполнено")
    assert colours(await officer.expect("Почему?")) == {}
    await officer.press("Задержка поставщика")
    await officer.press("30 июня")
    await officer.expect("2 из 5")
    await officer.press("⬅️")
    answered = await officer.expect("❌ Записано")
    assert colours(answered)["➡️ Дальше"] == "primary"
    shown = colours(await home(officer))
    assert shown == {"▶️ Продолжить (4)": "primary"}, "handing in is not what is next while rows are open"
    await officer.press("Сдать (1)")
    assert colours(await officer.expect("К сдаче готово")) == {"📨 Сдать (1)": "primary"}


async def test_a_figure_that_waits_and_the_sweep(officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("90 млн")
    assert set(colours(await officer.expect("Верно?")).values()) == {"success"}
    await home(officer)
    await officer.press("Всё по плану")
    assert set(colours(await officer.expect("Отмечено")).values()) == {"success"}


async def test_the_managers_and_coordinators_decisions(world: World, officer: Phone) -> None:
    manager = await world.join("Ержан", role=Role.MANAGER)
    coordinator = await world.coordinator()
    await officer.send("/report")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await home(officer)
    await officer.press("Сдать (1)")
    await officer.press("Сдать (1)")
    await officer.expect("Сдано отчётов")
    await manager.send("/review")
    await manager.expect("На проверку: 1")
    await manager.press("Холтер")
    shown = colours(await manager.expect("Данияр"))
    assert shown == {"✅ Принять": "success"}
    await coordinator.send("/invite")
    await coordinator.press("Пригласить руководителя")
    assert colours(await coordinator.expect("t.me"))["✖️ Отозвать"] == "danger"


async def test_what_a_notice_leads_to_is_next(world: World, officer: Phone) -> None:
    invited = await world.sandbox.person("Асель", language="ru")
    await invited.start(await world.link(Role.OFFICER, METROLOGIST))
    assert colours(await invited.expect("приглашают")) == {"✅ Да, это я": "success"}
    assert (await card_of(invited)).style("Это не моя") is None
