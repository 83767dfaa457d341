"""A city's goals in words with money beside them: every figure is asked for, and one tap still says "as planned"."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.commands.loading import load
from core.model.people import Role
from core.plan.reports import Outcome
from sandbox.client.client import Message, Phone
from storage import open_storage
from tests.talk.worlds import BEGINS, PLAN, World, living

CITY = PLAN.parent / "almaty-2030.xlsx"
EDUCATION = "УО"
HEALTH = "УОЗ"


@pytest.fixture(scope="module")
def city_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the city's roadmap is live."""
    path = tmp_path_factory.mktemp("city") / "orynda.db"

    async def make() -> None:
        storage = await open_storage(f"sqlite+aiosqlite:///{path}")
        parts = {"organisation": "Акимат города Алматы", "year": "2024"}
        content, since = CITY.read_bytes(), date(2022, 1, 1)
        await load(storage, content, CITY.name, accept=True, parts=parts, now=BEGINS, since=since)
        await storage.close()

    asyncio.run(make())
    return path


@pytest.fixture
async def city(tmp_path: Path, city_plan: Path) -> AsyncIterator[World]:
    async with living(tmp_path, city_plan) as found:
        yield found


async def goal_card(phone: Phone, title: str) -> Message:
    """Opens the card of a row's goal for 2023; → the card."""
    await phone.send("/tasks")
    await phone.expect("2023")
    await phone.press("2023")
    await phone.expect("2023 год")
    await phone.press("Список")
    listed = await phone.expect("не начато")
    page = 0
    while (line := re.search(rf"^(\d+\. ).*{title}", listed.text, re.MULTILINE)) is None:
        page += 1
        await phone.press("▶️")
        listed = await phone.expect(f"\n{page * 8 + 1}. ")
    await phone.press(f" {line[1]}")
    return await phone.expect("План на")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture
async def doctor(city: World) -> Phone:
    return await city.join("Асель", HEALTH)


async def test_a_goal_and_its_money_are_shown_and_recorded_in_one_tap(city: World, doctor: Phone) -> None:
    card = await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    assert "План на 2023 год: Оснащение УЗИ-аппаратами 12 поликлиник" in plain(card.text)
    assert "Освоить: 500 млн тг" in plain(card.text)
    assert [[plain(b) for b in row] for row in card.buttons[:3]] == [
        ["✅ Исполнено: 12 поликлиник, 500 млн тг"],
        ["✏️ Другое число", "✏️ Другая сумма"],
        ["❌ Не исполнено"],
    ]
    told = await doctor.press("Исполнено: 12")
    assert plain(told.toast) == "Записано: 12 поликлиник, 500 млн тг"
    kept = (await city.report(HEALTH, 2, "2023")).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(12), "spent": Decimal(500)})


async def test_a_typed_figure_is_followed_by_the_question_for_the_money(city: World, doctor: Phone) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.send("12")
    card = await doctor.expect("Сколько денег освоено?")
    assert "План: 500 млн тг" in plain(card.text)
    assert "Записано: 12 поликлиник" in plain(card.text)
    assert plain(card.buttons[0][0]) == "✅ По плану: 500 млн тг"
    half = await city.report(HEALTH, 2, "2023")
    assert (half.draft.outcome, half.draft.figures) == (None, {"main": Decimal(12)})

    await doctor.press("По плану")

    await doctor.expect("Записано: Создание диагностических кабинетов")
    kept = (await city.report(HEALTH, 2, "2023")).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(12), "spent": Decimal(500)})


async def test_money_left_over_is_explained(city: World, doctor: Phone) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.send("12")
    await doctor.expect("Сколько денег освоено?")
    await doctor.send("420 млн")
    await doctor.expect("Почему?")
    await doctor.press("Закупка не завершена")
    await doctor.expect("Когда будет исполнено?")
    await doctor.send("30.06.2024")
    await doctor.expect("Записано: Создание диагностических кабинетов")
    kept = (await city.report(HEALTH, 2, "2023")).draft
    assert (kept.outcome, kept.short) == (Outcome.DONE, True)
    assert kept.figures == {"main": Decimal(12), "spent": Decimal(420)}


async def test_fewer_than_planned_is_partly_done(city: World, doctor: Phone) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.press("Другая сумма")
    await doctor.expect("Напишите сумму")
    await doctor.send("500")
    card = await doctor.expect("сколько фактически?")
    assert "«Оснащение УЗИ-аппаратами 12 поликлиник»" in card.text
    await doctor.send("10")
    await doctor.expect("Почему?")
    kept = (await city.report(HEALTH, 2, "2023")).draft
    assert (kept.outcome, kept.figures) == (
        Outcome.PARTIAL,
        {"main": Decimal(10), "spent": Decimal(500)},
    )


async def test_the_unit_says_that_it_is_the_money(city: World, doctor: Phone) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.send("0,5 млрд тенге")
    await doctor.expect("сколько фактически?")
    assert (await city.report(HEALTH, 2, "2023")).draft.figures == {"spent": Decimal(500)}


async def test_nothing_came_of_it(city: World, doctor: Phone) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.send("нет")
    await doctor.expect("Почему?")
    kept = (await city.report(HEALTH, 2, "2023")).draft
    assert (kept.outcome, kept.figures) == (Outcome.NOT_DONE, {"main": Decimal(0)})


async def test_half_an_answer_is_there_after_a_restart_and_can_be_taken_back(
    city: World, doctor: Phone
) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.send("11")
    await doctor.expect("Сколько денег освоено?")
    await city.restart()
    card = await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    assert "Сколько денег освоено?" in card.text
    await doctor.press("Отменить:")
    await doctor.expect("Создание диагностических кабинетов")
    assert (await city.report(HEALTH, 2, "2023")).draft.is_empty


async def test_an_odd_sum_is_confirmed_for_the_sum(city: World, doctor: Phone) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.send("12")
    await doctor.expect("Сколько денег освоено?")
    await doctor.send("50000")
    asked = await doctor.expect("Верно?")
    assert "50 млрд тг" in plain(asked.text)
    await doctor.press("Нет, исправить")
    await doctor.expect("Напишите сумму")
    await doctor.send("500")
    await doctor.expect("Записано: Создание диагностических кабинетов")
    kept = (await city.report(HEALTH, 2, "2023")).draft
    assert kept.figures == {"main": Decimal(12), "spent": Decimal(500)}


async def test_a_goal_of_two_figures_and_money(city: World) -> None:
    phone = await city.join("Ерлан", EDUCATION)
    card = await goal_card(phone, "Реализация мер для привлечения частных инвестиций")
    assert "🎯 6 школ · 3 150 мест" in plain(card.text)
    assert "Освоить: 21 905 млн тг" in plain(card.text)
    assert card.place("✏️ 3 150 мест") is not None
    await phone.send("6")
    asked = await phone.expect("«на 3 150 мест»")
    assert plain(asked.buttons[0][0]) == "✅ По плану: 3 150 мест"
    await phone.send("3 000")
    await phone.expect("Сколько денег освоено?")
    await phone.press("По плану")
    await phone.expect("Почему?")
    kept = (await city.report(EDUCATION, 39, "2023")).draft
    assert kept.outcome is Outcome.PARTIAL
    assert kept.figures == {"main": Decimal(6), "goal2": Decimal(3000), "spent": Decimal(21905)}


async def test_a_number_with_its_unit_mends_that_figure_of_several_while_why_is_asked(city: World) -> None:
    phone = await city.join("Ерлан", EDUCATION)
    await goal_card(phone, "Реализация мер для привлечения частных инвестиций")
    await phone.send("6")
    await phone.expect("«на 3 150 мест»")
    await phone.send("3 000")
    await phone.expect("Сколько денег освоено?")
    await phone.press("По плану")
    await phone.expect("Почему?")
    await phone.send("3 100 мест")
    card = await phone.expect("3\u00a0100\u00a0мест")
    assert "Почему?" in card.text
    await phone.send("5 школ")
    await phone.expect("5\u00a0школ")
    kept = (await city.report(EDUCATION, 39, "2023")).draft
    assert (kept.outcome, kept.reason) == (Outcome.PARTIAL, None)
    assert kept.figures == {"main": Decimal(5), "goal2": Decimal(3100), "spent": Decimal(21905)}


async def test_a_goal_in_words_is_done_in_part_or_not(city: World, doctor: Phone) -> None:
    card = await goal_card(doctor, "Модернизация авторемонтных мастерских")
    assert [[plain(b) for b in row] for row in card.buttons[:3]] == [
        ["✅ Исполнено: 20 млн тг"],
        ["✏️ Другая сумма"],
        ["🟡 Частично", "❌ Не исполнено"],
    ]
    await doctor.press("Частично")
    await doctor.expect("Почему?")
    await doctor.press("Закупка не завершена")
    await doctor.expect("Когда будет исполнено?")
    await doctor.send("30.06.2024")
    await doctor.expect("Записано: Модернизация авторемонтных мастерских")
    kept = (await city.report(HEALTH, 116, "2023")).draft
    assert (kept.outcome, kept.figures) == (Outcome.PARTIAL, {})


async def test_a_goal_in_words_without_money(city: World, doctor: Phone) -> None:
    card = await goal_card(doctor, "Разработка и утверждение Единого стандарта")
    assert card.buttons[0] == ["✅ Исполнено"]
    assert card.buttons[1] == ["🟡 Частично", "❌ Не исполнено"]
    await doctor.press("✅ Исполнено")
    await doctor.expect("Записано: Разработка и утверждение Единого стандарта")
    assert (await city.report(HEALTH, 86, "2023")).draft.outcome is Outcome.DONE


async def test_money_is_told_by_its_sources_in_one_message(city: World) -> None:
    phone = await city.join("Ерлан", EDUCATION)
    await goal_card(phone, "Размещение государственного образовательного заказа")
    await phone.send("5 000")
    card = await phone.expect("Можно по источникам")
    assert "МБ 1 826 млн тг, РБ 910 млн тг" in plain(card.text)
    assert "План: 2 736 млн тг" in plain(card.text)
    await phone.send("МБ 2000, РБ 600 млн")
    card = await phone.expect("Почему?")
    assert "5 000 мест, 2 600 млн тг (МБ 2 000, РБ 600)" in plain(card.text)
    kept = (await city.report(EDUCATION, 61, "2023")).draft
    assert kept.figures == {
        "main": Decimal(5000),
        "spent": Decimal(2600),
        "spent:МБ": Decimal(2000),
        "spent:РБ": Decimal(600),
    }
    assert (kept.outcome, kept.short) == (Outcome.DONE, True)


async def test_one_sum_takes_the_place_of_its_parts(city: World) -> None:
    phone = await city.join("Ерлан", EDUCATION)
    await goal_card(phone, "Размещение государственного образовательного заказа")
    await phone.send("МБ 2000, РБ 736")
    await phone.expect("сколько фактически?")
    await phone.press("Отменить:")
    await phone.expect("План на")
    await phone.send("МБ 2000, РБ 736")
    await phone.expect("сколько фактически?")
    await phone.send("2736 млн тг")
    await phone.expect("Записано: 2\u00a0736 млн тг\n")
    assert (await city.report(EDUCATION, 61, "2023")).draft.figures == {"spent": Decimal(2736)}


async def test_sources_that_come_to_too_much_are_asked_about(city: World) -> None:
    phone = await city.join("Ерлан", EDUCATION)
    await goal_card(phone, "Размещение государственного образовательного заказа")
    await phone.send("МБ 20000, РБ 9000")
    card = await phone.expect("Верно?")
    assert "29 млрд тг (МБ 20, РБ 9)" in plain(card.text)
    await phone.send("да")
    await phone.expect("сколько фактически?")


async def test_a_goal_and_its_money_in_one_message(city: World, doctor: Phone) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.send("12 поликлиник, 500 млн тг")
    await doctor.expect("Записано: Создание диагностических кабинетов")
    kept = (await city.report(HEALTH, 2, "2023")).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(12), "spent": Decimal(500)})


async def test_the_money_of_goals_counts_in_the_summary(city: World, doctor: Phone) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.send("12 поликлиник, 480 млн тг")
    await doctor.expect("Почему?")
    await doctor.send("Экономия по итогам торгов, к концу года")
    await doctor.expect("Записано: Создание диагностических кабинетов")
    await doctor.send("/tasks")
    await doctor.expect("2023")
    await doctor.press("2023")
    await doctor.expect("2023 год")
    await doctor.press("📨 Сдать (1)")
    await doctor.expect("К сдаче готово 1")
    await doctor.press("📨 Сдать (1)")
    await doctor.expect("Сдано отчётов: 1")
    manager = await city.join("Гүлнар", role=Role.MANAGER)
    await manager.send("/summary")
    await manager.expect("Исполнено")
    card = await manager.expect("Освоение:")
    assert "Освоение: 480 млн тг из " in plain(card.text)


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [("сделано", Outcome.DONE), ("частично", Outcome.PARTIAL), ("не сделано", Outcome.NOT_DONE)],
)
async def test_a_goal_in_words_is_answered_in_words(
    city: World, doctor: Phone, typed: str, outcome: Outcome
) -> None:
    await goal_card(doctor, "Разработка и утверждение Единого стандарта")
    await doctor.send("почти")
    await doctor.expect("«сделано», «частично», «не сделано»")
    await doctor.send(typed)
    await doctor.expect("Записано" if outcome is Outcome.DONE else "Почему?")
    assert (await city.report(HEALTH, 86, "2023")).draft.outcome is outcome


async def test_a_city_year_as_planned_is_four_taps_and_one_that_says_why_it_is_late(
    city: World, doctor: Phone
) -> None:
    await doctor.send("/tasks")
    await doctor.expect("2023")
    await doctor.press("2023")
    total = (await doctor.expect("2023 год")).text
    await doctor.press("Всё по плану")
    count = re.search(r"Отмечено (\d+) из (\d+)", (await doctor.expect("Отмечено")).text)
    assert count is not None
    assert count[1] == count[2]
    assert f"из {count[1]}" in total
    await doctor.press("Записать отмеченные")
    await doctor.expect(f"К сдаче готово {count[1]} из {count[1]}")
    await doctor.press(f"Сдать ({count[1]})")
    await doctor.expect("Почему позже срока?")
    await doctor.press("Перенесено")
    await doctor.expect(f"Сдано отчётов: {count[1]}")


async def test_the_sum_in_a_caption_waits_to_be_confirmed_for_the_sum(city: World, doctor: Phone) -> None:
    await goal_card(doctor, "Создание диагностических кабинетов на уровне ПМСП")
    await doctor.document(b"%PDF-1.4\n%%EOF", name="akt.pdf", caption="480 млн тг")
    asked = await doctor.expect("Верно?")
    assert "480 млн тг" in plain(asked.text)
    await doctor.press("Да, 480")
    await doctor.expect("сколько фактически?")
    assert (await city.report(HEALTH, 2, "2023")).draft.figures == {"spent": Decimal(480)}


async def test_the_coordinator_sees_what_was_understood(empty: World) -> None:
    coordinator = await empty.coordinator()
    await coordinator.document(CITY.read_bytes(), name=CITY.name)
    await coordinator.expect("Прочитан", timeout=30)
    await coordinator.press("Показать строки")
    first = await coordinator.expect("Создание диагностических кабинетов")
    assert "🎯 2023, 2024, 2025 — понято: 12 поликлиник, прирост" in plain(first.text)
    await coordinator.press("▶️")
    second = await coordinator.expect("Открытие 8 кабинетов")
    assert "🎯 2025 — понято: 8 кабинетов, прирост; всего 24" in plain(second.text)
