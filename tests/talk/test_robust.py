"""A double tap, an update that comes again, floods and broken servers: one record, and the card comes all the same."""

from __future__ import annotations

import asyncio

import pytest

from sandbox.client.client import Phone
from tests.talk.worlds import METROLOGIST, World, home


async def recorded(world: World) -> int:
    return len(await world.journal("recorded"))


async def test_a_double_tap_records_once(careful: World) -> None:
    officer = await careful.join("Данияр", METROLOGIST)
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.press("Исполнено")
    card = await officer.expect("2 из 5")
    await asyncio.gather(officer.press("Ноль"), officer.press("Ноль"))
    await officer.settled()
    assert (
        await recorded(careful) == 1
    )  # the second and third came within 0.7 s of the redraw by the same button
    await asyncio.sleep(0.8)
    await officer.press_data(card, card.data("Ноль"))
    await officer.expect("3 из 5")
    assert await recorded(careful) == 2


async def test_two_taps_before_the_redraw_record_once(careful: World) -> None:
    officer = await careful.join("Данияр", METROLOGIST)
    await officer.send("/report")
    card = await officer.expect("1 из 5")
    data = card.data("Исполнено")
    await asyncio.gather(
        officer.press_data(card, data, forge=True), officer.press_data(card, data, forge=True)
    )
    await officer.settled()
    assert await recorded(careful) == 1
    assert "2 из 5" in (await officer.last()).text


async def test_ticks_may_follow_each_other_quickly(careful: World) -> None:
    officer = await careful.join("Данияр", METROLOGIST)
    await home(officer)
    await officer.press("Всё по плану")
    await officer.expect("Отмечено 5 из 5")
    await officer.press("Холтер")
    await officer.expect("Отмечено 4 из 5")
    await officer.press("Компьютерный томограф")
    await officer.expect("Отмечено 3 из 5")


async def test_an_update_that_comes_again_is_one_answer(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await world.sandbox.fault("redeliver", last=3)
    await officer.settled(0.5)
    assert await recorded(world) == 1
    assert "2 из 5" in (await officer.last()).text


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("flood", {"retry_after": 1}),
        ("error", {"status": 502}),
        ("drop", {}),
        ("drop", {"after": True}),
    ],
)
@pytest.mark.parametrize("method", ["sendMessage", "editMessageText"])
async def test_the_card_comes_all_the_same(
    world: World, officer: Phone, kind: str, options: dict[str, object], method: str
) -> None:
    await officer.send("/report")
    await officer.expect("1 из 5")
    await world.sandbox.fault(kind, method, times=1, **options)
    if method == "sendMessage":
        await officer.send("6000")
    else:
        await officer.press("Исполнено")
    await officer.expect("2 из 5")
    assert await recorded(world) == 1


async def test_a_stopped_bot_answers_what_was_sent_meanwhile(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.expect("1 из 5")
    await world.app.stop()
    await officer.send("6000")
    await world.start()
    await officer.expect("2 из 5")
    assert await recorded(world) == 1
