"""Who has not joined is answered once; however much they send, nobody else waits and nothing is kept of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.intake.door import CHATTER
from core.model.people import Role
from handlers.people.join import QUIET
from sandbox.client.client import Phone
from sandbox.phones import people
from tests.talk.worlds import METROLOGIST, World

TOLD = "откройте ссылку-приглашение"


async def answers(phone: Phone) -> int:
    return sum(1 for message in await phone.messages() if message.from_bot)


@pytest.mark.parametrize("more", ["Добрый день", "/tasks", "/help", "/start", "5,8 млн"])
async def test_a_stranger_is_answered_once(world: World, more: str, calm: list[Any]) -> None:
    phone = await world.sandbox.person("Марат")
    await phone.send("Здравствуйте")
    await phone.expect(TOLD)
    for _ in range(3):
        await phone.send(more)
    await phone.settled()
    assert await answers(phone) == 1


async def test_a_restart_makes_nobody_be_answered_anew(world: World) -> None:
    phone = await world.sandbox.person("Марат")
    await phone.send("Здравствуйте")
    await phone.expect(TOLD)
    await world.restart()
    await phone.send("Здравствуйте")
    await phone.settled()
    assert await answers(phone) == 1


async def test_a_stranger_is_answered_again_after_a_while(world: World) -> None:
    phone = await world.sandbox.person("Марат")
    await phone.send("Здравствуйте")
    await phone.expect(TOLD)
    await world.sandbox.move_clock(by=QUIET + timedelta(minutes=1))
    await phone.send("Здравствуйте")
    await phone.expect(TOLD)


async def test_a_silenced_stranger_may_still_ask_for_access_and_join(world: World, calm: list[Any]) -> None:
    coordinator = await world.coordinator()
    phone = await world.sandbox.person("Марат", last_name="Ли")
    for _ in range(30):
        await phone.send("спам")
    await phone.expect(TOLD, ever=True)
    await phone.press("Попросить доступ")
    await coordinator.expect("Марат Ли")
    await phone.start(await world.link(Role.OFFICER, METROLOGIST))
    await phone.press("Да, это я")
    await phone.expect("0 из 5")
    for _ in range(8):
        await phone.send("/report")
        await phone.expect("1 из 5")


async def test_who_was_taken_out_is_told_once_and_then_a_stranger(world: World) -> None:
    phone = await world.join("Данияр", METROLOGIST)
    async with world.app.storage.begin() as work:
        person = await work.people.get(phone.id)
        assert person is not None
        await work.people.save(person.model_copy(update={"left_at": world.app.clock.now()}))
    before = await answers(phone)
    for said in ("/report", "/help", "/start", "5,8 млн"):
        await phone.send(said)
    await phone.settled()
    assert await answers(phone) == before + 1


@pytest.mark.parametrize("strangers", [2, 5])
async def test_strangers_who_flood_slow_nobody(careful: World, strangers: int, calm: list[Any]) -> None:
    """Telegram refuses for eight seconds whatever is sent to them; `python -m bench.flood` measures it."""
    officer = await careful.join("Данияр", METROLOGIST)
    await officer.send("/report")
    await officer.expect("1 из 5")
    flooding = [await careful.sandbox.person(f"Чужой {n}") for n in range(strangers)]
    for phone in flooding:
        await careful.sandbox.fault("flood", retry_after=8, chat_id=phone.id)
    careful.sandbox.at_rest = None  # they do not wait for the bot
    telegram = careful.running.world
    for number in range(30):
        for phone in flooding:
            people.write(telegram, telegram.chats[phone.id], f"спам {number}")
    await officer.press("Исполнено")
    await officer.expect("2 из 5", timeout=5)
    await officer.send("/tasks")
    await officer.expect("1 из 5", timeout=5)
    assert careful.app.intake.backlog < (CHATTER.burst + 1) * strangers, "a flood is not kept"
    await careful.app.intake.stop(grace=0.0)  # what strangers are told would hold up the end for ten seconds
