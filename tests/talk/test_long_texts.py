"""Texts that are too long, and places that are not there: said in words, nothing cut, nothing lost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sandbox.client.client import Phone
from tests.talk.test_import import sent_plan
from tests.talk.test_submit import submit_all
from tests.talk.worlds import METROLOGIST, World


async def test_a_reason_for_a_correction_is_not_cut(world: World, officer: Phone) -> None:
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
    await officer.send("д" * 1001)
    card = await officer.expect("Слишком длинно: можно не больше")
    assert "причину исправления" in card.text
    assert (await world.report(METROLOGIST, 5)).version == 1


@pytest.mark.parametrize(
    ("day", "words"), [("5 января 2024", "будущий день"), ("5 мая 2044", "больше десяти лет")]
)
async def test_a_forecast_is_a_day_within_reach(world: World, officer: Phone, day: str, words: str) -> None:
    await officer.send("/report")
    await officer.press("Не исполнено")
    await officer.expect("Почему?")
    await officer.send("Нет денег")
    await officer.expect("Когда будет исполнено?")
    await officer.send(day)
    await officer.expect(words)
    assert (await world.report(METROLOGIST, 5)).draft.forecast is None


async def test_an_answer_to_a_doubt_is_not_cut(empty: World) -> None:
    phone = await sent_plan(empty)
    await phone.press("Разобрать сомнения")
    card = await phone.expect("осталось")
    while "Или напишите" not in card.text:
        await phone.press("▶️")
        card = await phone.last()
    await phone.send("д" * 301)
    await phone.expect("Слишком длинно: можно не больше")
    async with empty.app.storage.read() as work:
        plan = await work.plans.get(1)
    assert plan is not None
    assert plan.settled == {}


@pytest.mark.usefixtures("calm")
async def test_a_forged_place_of_a_doubt_is_the_nearest_one(empty: World) -> None:
    phone = await sent_plan(empty)
    await phone.press("Разобрать сомнения")
    card = await phone.expect("осталось")
    data = card.data("▶️")
    assert data is not None
    await phone.press_data(card, data.rpartition(".")[0] + ".99999", forge=True)
    assert (await phone.last()).place("▶️") is None
    await phone.send("д" * 20)
    assert "Не получилось" not in (await phone.expect("осталось")).text
