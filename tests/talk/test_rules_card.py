"""⚙️ The coordinator sets the rules of a plan in the chat; what a change does is shown before it is applied."""

from __future__ import annotations

import pytest

from core.editions import PlanEdition
from sandbox.client import Phone
from tests.talk.worlds import World, card_of


@pytest.fixture
async def chief(world: World) -> Phone:
    return await world.coordinator()


async def plan_of(world: World) -> PlanEdition:
    async with world.app.storage.read() as work:
        plan = await work.plans.get(1)
    assert plan is not None
    return plan


async def rules_card(phone: Phone) -> None:
    await phone.send("/rules")
    card = await phone.expect("⚙️ Правила")
    assert "раз в квартал" in card.text
    assert "5-й рабочий день после периода" in card.text


async def test_a_due_day_is_tried_then_applied_with_one_tap(
    world: World, chief: Phone, calm: list[object]
) -> None:
    await rules_card(chief)
    await chief.press("Срок сдачи")
    await chief.expect("До какого дня")
    await chief.press("10-й рабочий день")
    card = await chief.expect("Что изменится")
    assert "Срок сдвинется у отчётов" in card.text
    assert (await plan_of(world)).rule.due_working_day == 5  # nothing is applied yet
    await chief.press("Применить")
    await chief.expect("10-й рабочий день после периода")
    assert (await plan_of(world)).rule.due_working_day == 10
    (line,) = await world.journal("rule-set")
    assert (line.before, line.after) == ({"due_working_day": 5}, {"due_working_day": 10})


async def test_a_day_is_typed_and_left_as_it_was(world: World, chief: Phone, calm: list[object]) -> None:
    await rules_card(chief)
    await chief.press("Срок сдачи")
    await chief.send("когда-нибудь")
    await chief.expect("Не понял «когда-нибудь»")
    await chief.send("15 апреля")
    card = await chief.expect("Что изменится")
    assert "до 15 апреля следующего года" in card.text
    await chief.press("Оставить как есть")
    await chief.expect("5-й рабочий день после периода")
    assert (await plan_of(world)).rule.due_day is None


async def test_who_reports_and_when_the_lead_consolidates(
    world: World, chief: Phone, calm: list[object]
) -> None:
    await rules_card(chief)
    assert (await card_of(chief)).place("Срок свода") is None
    await chief.press("Кто отчитывается")
    await chief.press("каждый из названных")
    card = await chief.expect("Что изменится")
    assert "Добавится отчётов" in card.text
    await chief.press("Применить")
    await chief.expect("Свод сдать: через 10 рабочих дней после остальных")
    await chief.press("Срок свода")
    await chief.send("3")
    await chief.expect("Что изменится")
    await chief.press("Применить")
    await chief.expect("через 3 рабочих дня после остальных")
    rule = (await plan_of(world)).rule
    assert (rule.responsibility, rule.consolidation_working_days) == ("each", 3)


async def test_files_and_reasons(world: World, chief: Phone, calm: list[object]) -> None:
    await rules_card(chief)
    await chief.press("Файл к исполненному: по желанию")
    await chief.expect("нужны ко всему исполненному")
    await chief.press("Файлы: можно присылать")
    await chief.expect("присылать нельзя")
    told = await chief.press("Файл к исполненному")
    assert told.toast == "Файлы в этом плане присылать нельзя. Сначала разрешите их."
    await chief.press("Причины")
    await chief.expect("Нет финансирования")
    await chief.send("Паводок")
    await chief.expect("· Паводок")
    await chief.press("✖️ Нет финансирования")
    rule = (await plan_of(world)).rule
    assert (rule.file_demanded, rule.files_allowed) == (False, False)
    assert rule.reasons[-1] == "Паводок"
    assert "#money" not in rule.reasons
    await chief.press("Вернуть обычный список")
    assert (await plan_of(world)).rule.reasons == ()


async def test_a_rows_figures_may_be_cumulative_and_less_may_be_better(
    world: World, chief: Phone, calm: list[object]
) -> None:
    await rules_card(chief)
    await chief.press("По строкам")
    await chief.expect("Строки и кто по ним отчитывается")
    await chief.press("1. ")
    await chief.expect("Кто отчитывается?")
    await chief.press("Нарастающим итогом: нет")
    await chief.press("Что лучше: по словам строки")
    card = await card_of(chief)
    assert card.place("Нарастающим итогом: да") is not None
    assert card.place("Что лучше: меньше") is not None
    rule = (await plan_of(world)).rule
    assert len(rule.cumulative) == 1
    assert set(rule.better) == rule.cumulative


async def test_only_a_coordinator_sets_rules(world: World, officer: Phone) -> None:
    await officer.send("/rules")
    await officer.expect("недоступно")


@pytest.mark.parametrize(("language", "words"), [("kk", "Не өзгереді"), ("en", "What will change")])
async def test_in_each_language(world: World, language: str, words: str, calm: list[object]) -> None:
    phone = await world.coordinator(language=language)
    await phone.send("/rules")
    await phone.press({"kk": "Жиілігі", "en": "How often"}[language])
    await phone.press({"kk": "айына бір рет", "en": "monthly"}[language])
    await phone.expect(words)
