"""Buttons of notices and whose work they start: one's own ends on-behalf, a report of another's post begins it in words."""

from __future__ import annotations

import pytest

import handlers.entry.routing  # noqa: F401  (enters the features)
from core.model.people import Person, Role
from handlers.frame.registry import COORDINATORS, registry
from sandbox.client.client import Message, Phone
from tests.registered import OF_MESSAGES
from tests.talk.test_hand_over import give_from
from tests.talk.test_on_behalf import post_id, report_for, submit_first
from tests.talk.test_review import opened
from tests.talk.worlds import METROLOGIST, World, card_of, home

STATIST = "Статист"
OF_MANAGERS = {"sum", "srep", "over", "rqyes", "rqno"}
CHANGES_NO_REPORT = {"snooze", "unjoin", "unsub"}
OWN_WORK = frozenset(action for action, entry in registry.taps.items() if entry.own_work) | {
    "tocard",
    "proof",
}
"""The last two where the report is one's own."""


async def person(world: World, phone: Phone) -> Person:
    async with world.app.storage.read() as work:
        found = await work.people.get(phone.id)
    assert found is not None
    return found


async def on_behalf(world: World) -> Phone:
    """A coordinator with a post of their own who reports for another one."""
    coordinator = await world.coordinator()
    await coordinator.start(await world.link(Role.OFFICER, STATIST))
    await coordinator.press("Да, это я")
    await coordinator.expect("0 из 1")
    await report_for(coordinator, METROLOGIST)
    return coordinator


async def press_notice(phone: Phone, *data: object) -> Message:
    """The button of a notice, pressed on the newest message; → the card after it."""
    await phone.press_data(await card_of(phone), ".".join(map(str, ("0", *data))), forge=True)
    await phone.settled()
    return await card_of(phone)


def test_each_button_of_a_notice_is_known_for_whose_work_it_starts() -> None:
    """A new one has to be put here: does it end on-behalf, decide as a manager, or touch no report at all?"""
    assert OWN_WORK | OF_MANAGERS | CHANGES_NO_REPORT | {"forcard"} == OF_MESSAGES
    assert set(registry.taps) >= OF_MESSAGES
    for action in OF_MANAGERS:
        assert Role.OFFICER not in registry.taps[action].roles, action
    assert registry.taps["forcard"].roles == COORDINATORS


@pytest.mark.parametrize("action", sorted(OWN_WORK))
async def test_what_starts_ones_own_work_ends_on_behalf(world: World, officer: Phone, action: str) -> None:
    coordinator = await on_behalf(world)
    async with world.app.storage.read() as work:
        today = world.app.deps.today()
        [own] = await work.obligations.of_person(coordinator.id, today)
    data = {"begin": (own.plan_id, own.period), "tocard": (own.id,), "proof": (own.id,)}.get(action, ())
    card = await press_notice(coordinator, action, *data)
    assert "Вы отчитываетесь за" not in card.text
    assert (await person(world, coordinator)).acting_for is None
    [line] = await world.journal("behalf-ended")
    assert (line.person_id, line.subject) == (
        coordinator.id,
        f"post:{await post_id(world.app.storage, METROLOGIST)}",
    )


async def test_a_notice_about_the_posts_own_report_goes_on_on_its_behalf(
    world: World, officer: Phone
) -> None:
    coordinator = await on_behalf(world)
    row = await world.report(METROLOGIST, 5)
    for action in ("tocard", "proof", "forcard"):
        card = await press_notice(coordinator, action, row.id)
        assert card.text.startswith("✍️ Вы отчитываетесь за: Метролог")
        assert "Холтер" in card.text
    assert await world.journal("behalf-ended") == []
    assert len(await world.journal("behalf-began")) == 1


async def test_deciding_as_a_manager_leaves_on_behalf_alone(world: World, officer: Phone) -> None:
    coordinator = await on_behalf(world)
    await coordinator.start(await world.link(Role.MANAGER))
    await coordinator.press("Да, это я")
    row = await world.report(METROLOGIST, 5)
    await press_notice(coordinator, "srep", row.id, 0)
    assert (await person(world, coordinator)).acting_for is not None
    assert await world.journal("behalf-ended") == []


async def test_a_return_of_what_was_submitted_on_behalf(world: World, officer: Phone) -> None:
    """Who holds the post mends it by one button; so does the coordinator who submitted it, on its behalf again."""
    coordinator = await world.coordinator()
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await report_for(coordinator, METROLOGIST)
    await submit_first(coordinator)
    await coordinator.send("/tasks")
    await coordinator.press("Закончить")
    await opened(manager)
    await manager.press("Вернуть")
    await manager.expect("Что исправить?")
    await manager.send("Где акт ввода?")

    said = await coordinator.expect("Отчёт возвращён", ever=True)
    assert "Отчёт сейчас сдаёт: Данияр" in said.text
    assert [label for row in said.buttons for label in row] == ["✍️ Открыть за эту должность"]
    await coordinator.press("Открыть за эту должность", message=said)
    card = await coordinator.expect("Где акт ввода?")
    assert card.text.startswith("✍️ Вы отчитываетесь за: Метролог")
    assert (await person(world, coordinator)).acting_for == await post_id(world.app.storage, METROLOGIST)

    said = await officer.expect("Отчёт возвращён", ever=True)
    assert "Отчёт сейчас сдаёт" not in said.text
    await officer.press("Исправить", message=said)
    assert "Вы отчитываетесь за" not in (await officer.expect("Где акт ввода?")).text


async def test_a_return_to_who_gave_the_post_up_has_no_dead_button(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    heir = await world.join("Айгүл", STATIST)
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await home(officer)
    await submit_first(officer)
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Айгүл")
    await coordinator.press("Передать: Айгүл")
    await officer.expect("передана: Айгүл", ever=True)
    await opened(manager)
    await manager.press("Вернуть")
    await manager.expect("Что исправить?")
    await manager.send("Где акт ввода?")
    said = await officer.expect("Отчёт возвращён", ever=True)
    assert "Отчёт сейчас сдаёт: Айгүл" in said.text
    assert said.buttons == []
    said = await heir.expect("Отчёт возвращён", ever=True)
    await heir.press("Исправить", message=said)
    await heir.expect("Где акт ввода?")


async def test_only_a_coordinator_opens_a_report_for_a_post(world: World, officer: Phone) -> None:
    other = await world.join("Айгүл", STATIST)
    row = await world.report(METROLOGIST, 5)
    told = await other.press_data(await card_of(other), f"0.forcard.{row.id}", forge=True)
    assert told.toast == "Это действие вам недоступно"
