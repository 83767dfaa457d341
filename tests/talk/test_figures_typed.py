"""Figures as people type them on a card, and those that are asked about once (domain, §4)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.reports import Outcome
from sandbox.client import Phone
from tests.talk.worlds import METROLOGIST, QUALITY, World, at_row


@pytest.mark.parametrize(
    ("typed", "thousands"),
    [
        ("6050000 тг", "6050"),
        ("6 050 000,0 тенге", "6050"),
        ("6,05 млн", "6050"),
        ("6050", "6050"),
        ("6 050,5", "6050.5"),
        ("7 200 тыс", "7200"),
        ("6 млн 50 тыс", "6050"),
    ],
)
async def test_money_in_a_row_of_thousands(world: World, officer: Phone, typed: str, thousands: str) -> None:
    await officer.send("/report")
    await officer.send(typed)
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(thousands)}


@pytest.mark.parametrize("typed", ["нет", "-", "0", "жоқ"])
async def test_words_for_nothing_are_zero(world: World, officer: Phone, typed: str) -> None:
    await officer.send("/report")
    await officer.send(typed)
    await officer.expect("Почему?")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.outcome, kept.figures) == (Outcome.NOT_DONE, {"main": Decimal(0)})


@pytest.mark.parametrize(("typed", "percent"), [("86%", "86"), ("86,5", "86.5"), ("90 процентов", "90")])
async def test_percents(world: World, typed: str, percent: str) -> None:
    phone = await world.join("Алия", QUALITY)
    await at_row(phone, "Анализ удовлетворенности пациентов")
    await phone.send(typed)
    await phone.expect("✅ Записано")
    assert (await world.report(QUALITY, 17)).draft.figures == {"main": Decimal(percent)}


@pytest.mark.parametrize("typed", ["100%", "100 %", "100 процентов"])
async def test_a_hundred_percent_is_a_figure_where_another_share_is_planned(world: World, typed: str) -> None:
    phone = await world.join("Алия", QUALITY)
    await at_row(phone, "Анализ удовлетворенности пациентов")
    await phone.send(typed)
    await phone.expect("✅ Записано")
    assert (await world.report(QUALITY, 17)).draft.figures == {"main": Decimal(100)}


async def test_an_odd_figure_is_asked_about_once_and_can_be_confirmed(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("600000")
    card = await officer.expect("Верно?")
    assert "Больше плана в десять раз" in card.text
    assert "600 000" in card.text.replace("\u00a0", " ")
    assert (await world.report(METROLOGIST, 5)).draft.outcome is None
    await officer.press("Да, 600")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(600000)}


async def test_an_odd_figure_can_be_mended(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("60")
    await officer.expect("Меньше десятой части плана")
    await officer.press("Нет, исправить")
    await officer.expect("Напишите сумму")
    await officer.send("6000")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(6000)}


async def test_an_odd_figure_can_be_mended_by_typing_another(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("60")
    await officer.expect("Верно?")
    await officer.send("6000")
    await officer.expect("2 из 5")


async def test_more_than_all_is_asked_about(world: World) -> None:
    phone = await world.join("Алия", QUALITY)
    await at_row(phone, "Анализ удовлетворенности пациентов")
    await phone.send("150 %")
    assert "Больше 100" in (await phone.expect("Верно?")).text


async def test_half_a_meeting_is_asked_about(world: World) -> None:
    phone = await world.join("Алия", QUALITY)
    await at_row(phone, "междисциплинарные совещания")
    await phone.send("3,5")
    assert "целое число" in (await phone.expect("Верно?")).text


async def test_a_figure_within_a_sentence_is_shown_back_before_it_counts(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.send("Закупили в феврале аппарат на 6,2 млн")
    card = await officer.expect("Верно?")
    assert "6 200,0 тыс. тг" in card.text.replace("\u00a0", " ")
    assert "Закупили в феврале аппарат" in card.text
    await officer.press("Да, 6")
    await officer.expect("2 из 5")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert kept.figures == {"main": Decimal(6200)}
    assert kept.account == "Закупили в феврале аппарат на 6,2 млн"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("сто", "«сто» — не число"),
        ("5 и 6", "не одно число"),
        ("-5", "меньше нуля"),
        ("86 %", "в другой единице"),
    ],
)
async def test_what_cannot_be_read_is_said_in_a_line_and_the_card_stays(
    world: World, officer: Phone, typed: str, answer: str
) -> None:
    await officer.send("/report")
    await officer.send(typed)
    card = await officer.expect(answer)
    assert "1 из 5" in card.text
    assert card.buttons[0][0].startswith("✅ Исполнено")
    assert (await world.report(METROLOGIST, 5)).draft.is_empty
