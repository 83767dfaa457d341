"""⚙️ The coordinator sets the rules of a plan in the chat; what a change does is shown before it is applied."""

from __future__ import annotations

from datetime import date

import pytest

from core.model.editions import PlanEdition
from core.model.obligations import Timing
from sandbox.client.client import Message, Phone
from tests.talk.worlds import World, card_of


@pytest.fixture
async def chief(world: World) -> Phone:
    return await world.coordinator()


async def plan_of(world: World) -> PlanEdition:
    async with world.app.storage.read() as work:
        plan = await work.plans.get(1)
    assert plan is not None
    return plan


async def rules_card(phone: Phone) -> Message:
    await phone.send("/rules")
    card = await phone.expect("⚙️ Правила")
    assert "раз в квартал" in card.text
    assert "5-й рабочий день после периода" in card.text
    return card


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
    line = (await world.journal("rule-set"))[0]
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
    await chief.press("Каждый из названных")
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


async def test_when_a_period_opens_and_closes(world: World, chief: Phone, calm: list[object]) -> None:
    officer = await world.join("Данияр", "Метролог")
    await officer.send("/tasks")
    await officer.expect("0 из 5")
    card = await rules_card(chief)
    assert "Открывается: за 10 дней до конца периода" in card.text
    assert "Закрывается: через 10 рабочих дней после срока сдачи" in card.text
    await chief.press("🔓 Открытие")
    await chief.expect("За сколько дней до конца периода")
    await chief.send("завтра")
    await chief.expect("Напишите число дней от 0 до 366")
    await chief.press("За 5 дней до конца периода")
    card = await chief.expect("Что изменится")
    assert "Открывается: за 5 дней до конца периода" in card.text
    assert "Откроются в другой день" in card.text
    assert "уже открыты" not in card.text  # on the 26th they are open still
    await chief.press("Оставить как есть")
    await chief.press("🔓 Открытие")
    await chief.press("В последний день периода")
    card = await chief.expect("Из них уже открыты")
    assert "С 31 марта 2024 г. можно будет отчитываться" in card.text
    await chief.press("Применить")
    await chief.expect("Открывается: в последний день периода")
    await officer.send("/tasks")
    await officer.expect("Сейчас сдавать нечего")
    await chief.press("🔒 Закрытие")
    await chief.send("15 рабочих дней")
    card = await chief.expect("Закроются в другой день")
    await chief.press("Применить")
    await chief.expect("Закрывается: через 15 рабочих дней после срока сдачи")
    rule = (await plan_of(world)).rule
    assert (rule.opens_days_before_end, rule.closes_working_days_after_due) == (0, 15)


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
    await chief.press("Нарастающим итогом: как в плане")
    await chief.press("Что лучше: как указано в плане")
    card = await card_of(chief)
    assert card.place("Нарастающим итогом: да") is not None
    assert card.place("Что лучше: меньше") is not None
    rule = (await plan_of(world)).rule
    assert len(rule.cumulative) == 1
    assert set(rule.better) == rule.cumulative
    await chief.press("Нарастающим итогом: да")
    await chief.press("Нарастающим итогом: нет")
    card = await card_of(chief)
    assert card.place("Нарастающим итогом: как в плане") is not None
    rule = (await plan_of(world)).rule
    assert (rule.cumulative, rule.not_cumulative) == (frozenset(), frozenset())
    told = [line.after or {} for line in await world.journal("rule-set")]
    assert [len(after["not_cumulative"]) for after in told if "not_cumulative" in after] == [0, 1]


async def test_only_a_coordinator_sets_rules(world: World, officer: Phone) -> None:
    await officer.send("/rules")
    await officer.expect("недоступно")


@pytest.mark.parametrize(("language", "words"), [("kk", "Не өзгереді"), ("en", "What will change")])
async def test_in_each_language(world: World, language: str, words: str, calm: list[object]) -> None:
    phone = await world.coordinator(language=language)
    await phone.send("/rules")
    await phone.press({"kk": "Тапсыру мерзімі", "en": "Due day"}[language])
    await phone.press({"kk": "10-жұмыс күні", "en": "10th working day"}[language])
    await phone.expect(words)


async def test_the_days_of_a_kind_are_tried_then_applied(
    world: World, chief: Phone, calm: list[object]
) -> None:
    await rules_card(chief)
    await chief.press("Сроки по видам")
    card = await chief.expect("Когда сдают отчёт")
    assert "🔄 Повторяется: 1 — за неделю — на 2-й рабочий день, за месяц — на 5-й" in card.text
    await chief.press("🔄 Повторяется")
    await chief.press("Вместе с планом")
    card = await chief.expect("Что изменится")
    assert "Срок сдвинется у отчётов: 6" in card.text  # the quarters' last months are due then anyway
    await chief.press("Применить")
    assert (await plan_of(world)).rule.kinds == {"recurring": Timing(due_by="plan")}
    await chief.press("Сроки по видам")
    await chief.expect("🔄 Повторяется: 1 — вместе с планом")


@pytest.mark.parametrize(
    ("typed", "timing"),
    [
        ("2-й рабочий день после недели", Timing(due_by="count", working_day=2)),
        ("7-жұмыс күні", Timing(due_by="count", working_day=7)),
        ("в самый срок", Timing(due_by="deadline")),
        ("15 апреля следующего года", Timing(due_by="fixed", fixed_day="04-15")),
    ],
)
async def test_the_days_of_a_kind_can_be_typed(
    world: World, chief: Phone, typed: str, timing: Timing, calm: list[object]
) -> None:
    await rules_card(chief)
    await chief.press("Сроки по видам")
    await chief.press("🔄 Повторяется")
    await chief.send(typed)
    await chief.expect("Что изменится")
    await chief.press("Применить")
    await chief.expect("Правила")
    assert (await plan_of(world)).rule.kinds == {"recurring": timing}


async def test_a_row_has_days_of_its_own(world: World, chief: Phone, calm: list[object]) -> None:
    await rules_card(chief)
    await chief.press("По строкам")
    await chief.press("1. ")
    await chief.press("Срок отчёта по строке")
    card = await chief.expect("Отчёт: как у всех таких строк")
    assert "Срок по плану" in card.text
    await chief.press("10-й раб. день")
    await chief.expect("Что изменится")
    await chief.press("Применить")
    await chief.expect("строк — 1")
    (said,) = (await plan_of(world)).rule.rows.values()
    assert said == Timing(due_by="count", working_day=10)


async def test_the_past_is_asked_for_in_one_step(world: World, chief: Phone, calm: list[object]) -> None:
    await rules_card(chief)
    await chief.press("С какого дня")
    await chief.expect("С какого дня отчитываются?")
    await chief.send("март 2024")
    await chief.expect("Напишите день с годом")
    await chief.send("1 июля 2024")
    card = await chief.expect("Что изменится")
    assert "Снимется отчётов" in card.text
    await chief.press("Применить")
    await chief.expect("Отчитываются с 1 июля 2024")
    assert (await plan_of(world)).rule.starts_on == date(2024, 7, 1)
