"""The walk: one card an obligation, one tap for what went as planned, a typed figure for what did not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.plan.reports import Outcome
from sandbox.client.client import Phone
from tests.talk.worlds import ECONOMIST, METROLOGIST, QUALITY, World, at_row, home


async def test_one_tap_records_as_planned_and_shows_the_next_card_in_the_same_message(
    world: World, officer: Phone, calm: list[object]
) -> None:
    await officer.send("/report")
    first = await officer.expect("1 из 5")
    assert "Закуп аппарата Холтер" in first.text
    assert "Акт ввода в эксплуатацию" in first.text
    assert "6 млн тг" in first.text.replace("\u00a0", " ")
    assert first.buttons[0] == ["✅ Исполнено: 6 млн тг"]

    told = await officer.press("Исполнено")

    second = await officer.expect("2 из 5")
    assert told.toast.replace("\u00a0", " ") == "Записано: 6 млн тг"
    assert second.id == first.id
    kept = await world.report(METROLOGIST, 5)
    assert kept.draft.outcome is Outcome.DONE
    assert kept.draft.figures == {"main": Decimal("6000.0")}


async def test_a_planned_zero_has_its_own_button_and_no_refusal(world: World, officer: Phone) -> None:
    card = await at_row(officer, "гемофильтрации")
    assert card.buttons[0] == ["✅ Ноль, как в плане"]
    assert card.place("Не исполнено") is None
    await officer.press("Ноль")
    assert (await world.report(METROLOGIST, 6)).draft.figures == {"main": Decimal(0)}


@pytest.mark.parametrize("typed", ["не было", "пока нет", "болмады", "0", "нет"])
async def test_a_word_for_nothing_on_a_planned_zero_is_as_planned(
    world: World, officer: Phone, typed: str
) -> None:
    await at_row(officer, "гемофильтрации")
    await officer.send(typed)
    await officer.expect("✅ Записано")
    kept = (await world.report(METROLOGIST, 6)).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(0)})


async def test_a_count_row_has_its_plan_on_the_button(world: World) -> None:
    phone = await world.join("Алия", QUALITY)
    card = await at_row(phone, "междисциплинарные совещания")
    assert card.buttons[0] == ["✅ Исполнено: 3"]
    await phone.press("Исполнено")
    assert (await world.report(QUALITY, 26)).draft.figures == {"main": Decimal(3)}


async def test_a_percent_row_has_its_plan_on_the_button(world: World) -> None:
    phone = await world.join("Алия", QUALITY)
    card = await at_row(phone, "Анализ удовлетворенности пациентов")
    assert card.buttons[0] == ["✅ Исполнено: 86\u00a0%"]
    await phone.press("Исполнено")
    assert (await world.report(QUALITY, 17)).draft.figures == {"main": Decimal("86.0")}


async def test_a_presence_row_is_answered_there_or_not(world: World) -> None:
    phone = await world.join("Алия", QUALITY)
    card = await at_row(phone, "Анализ отзывов")
    assert "есть" in card.text
    assert card.buttons[0] == ["✅ Есть", "❌ Нет"]
    told = await phone.press("Есть")
    assert told.toast == "Записано: исполнено"
    assert (await world.report(QUALITY, 20)).draft.outcome is Outcome.DONE


async def test_a_threshold_is_asked_with_the_tick(world: World) -> None:
    phone = await world.join("Айдос", ECONOMIST)
    card = await at_row(phone, "Исполнение договорных обязательств")
    assert "не менее 98" in card.text
    assert card.buttons[0] == ["✅ Есть, 98\u00a0%"]
    await phone.press("Другой процент")
    await phone.send("96,5")
    await phone.expect("Почему?")
    kept = await world.report(ECONOMIST, 4)
    assert kept.draft.outcome is Outcome.PARTIAL
    assert kept.draft.figures == {"main": Decimal(1), "threshold": Decimal("96.5")}


async def test_a_row_without_a_plan_value_says_so_and_takes_any_figure(world: World) -> None:
    phone = await world.join("Алия", QUALITY)
    card = await at_row(phone, "март 2024")
    assert "не указан" in card.text
    assert card.buttons[0] == ["✅ Исполнено"]
    await phone.send("4")
    await phone.expect("✅ Записано")
    assert (await world.report(QUALITY, 24, "2024-M03")).draft.figures == {"main": Decimal(4)}


async def test_a_monthly_row_inside_a_quarter_names_its_month_in_the_list(world: World) -> None:
    await world.ask_for_past()
    phone = await world.join("Алия", QUALITY)
    await phone.send("/tasks")
    await phone.press("Список")
    listed = await phone.expect("не начато")
    rows = [line for line in listed.text.splitlines() if "летальности" in line]
    assert [row.rpartition(" · ")[2] for row in rows] == ["январь 2024", "февраль 2024", "март 2024"]
    assert listed.place("январь · Анализ") is not None


@pytest.mark.parametrize(
    ("language", "begins"), [("ru", "январь · "), ("kk", "қаңтар · "), ("en", "January · ")]
)
async def test_a_button_of_one_of_several_periods_leaves_room_for_the_title(
    world: World, language: str, begins: str
) -> None:
    await world.ask_for_past()
    phone = await world.join("Алия", QUALITY, language=language)
    await phone.send("/tasks")
    await phone.press("☰")
    listed = await phone.expect("1. ▫️")
    months = [label for row in listed.buttons for label in row if "Анализ случаев" in label]
    assert len(months) == 3, listed.buttons
    assert begins in months[0]


async def test_less_than_planned_asks_why_and_when(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("5,8 млн")
    card = await officer.expect("Почему?")
    assert "исполнено частично, 5,8 млн тг — не сдано" in card.text.replace("\u00a0", " ")
    await officer.press("Задержка поставщика")
    await officer.expect("Когда будет исполнено?")
    await officer.press("30 июня")
    await officer.expect("2 из 5")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.outcome, kept.reason) == (Outcome.PARTIAL, "Задержка поставщика")
    assert kept.figures == {"main": Decimal(5800)}
    assert str(kept.forecast) == "2024-06-30"


async def test_not_done_takes_a_reason_and_a_day_in_the_officers_own_words(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.press("Не исполнено")
    await officer.expect("Почему?")
    await officer.send("Договор подписан, аппарат ещё не привезли")
    await officer.expect("Когда будет исполнено?")
    await officer.send("15 мая")
    card = await officer.expect("2 из 5")
    assert "прогноз: 15 мая 2024 г." in card.text.splitlines()[0].replace("\u00a0", " ")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert kept.outcome is Outcome.NOT_DONE
    assert kept.figures == {"main": Decimal(0)}
    assert kept.reason == "Договор подписан, аппарат ещё не привезли"
    assert str(kept.forecast) == "2024-05-15"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("вчера", "Не понял дату"),
        ("1 марта 2024", "будущий день"),
        ("32.05.2024", "Такого дня в календаре нет"),
        ("не раньше мая", "не понял, какой день последний"),
    ],
)
async def test_a_forecast_that_is_no_coming_day_is_asked_again(
    world: World, officer: Phone, typed: str, answer: str
) -> None:
    await officer.send("/report")
    await officer.press("Не исполнено")
    await officer.press("Перенесено")
    await officer.send(typed)
    card = await officer.expect(answer)
    assert "Когда будет исполнено?" in card.text
    assert (await world.report(METROLOGIST, 5)).draft.forecast is None


async def test_undo_on_the_next_card_opens_the_card_that_was_answered(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Исполнено")
    card = await officer.expect("2 из 5")
    assert "✅ Записано: Закуп аппарата Холтер" in card.text
    assert [label for row in card.buttons for label in row if "↩️" in label] == [
        "↩️ Отменить: Закуп аппарата Холтер"
    ]
    told = await officer.press("Отменить:")
    back = await officer.expect("1 из 5")
    assert told.toast == "Отменено"
    assert back.id == card.id
    assert "Записано" not in back.text
    assert (await world.report(METROLOGIST, 5)).draft.outcome is None


async def test_undo_on_the_same_card_takes_back_one_step_after_the_other(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.press("Не исполнено")
    await officer.press("Нет финансирования")
    await officer.expect("Когда будет исполнено?")
    await officer.press("↩️ Отменить: Нет финансирования")
    await officer.expect("Почему?")
    await officer.press("↩️ Отменить: не исполнено")
    card = await officer.expect("1 из 5")
    assert "Почему?" not in card.text
    assert card.buttons[0][0].startswith("✅ Исполнено")


async def test_back_later_and_the_list(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.press("Позже")
    await officer.expect("2 из 5")
    await officer.press("⬅️")
    await officer.expect("1 из 5")
    await officer.press("☰")
    listed = await officer.expect("осталось 5")
    assert len([row for row in listed.buttons if row[0].startswith("▫️")]) == 5
    await officer.press("Компьютерный томограф")
    await officer.expect("3 из 5")
    await officer.press("Ноль")
    await officer.press("☰")
    assert "3. ✅ Компьютерный томограф" in (await officer.expect("осталось 4")).text


async def test_going_back_from_the_first_card_leads_home(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("⬅️")
    await officer.expect("0 из 5")


async def test_an_answer_can_be_changed_by_going_back(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Исполнено")
    await officer.press("⬅️")
    card = await officer.expect("1 из 5")
    assert "✅ Записано: исполнено, 6" in card.text
    await officer.send("6,1 млн")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(6100)}


async def test_an_account_stays_with_the_card(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Пояснение")
    await officer.expect("Напишите, что сделано")
    await officer.send("Поставлен 12 марта, обучено 3 врача")
    card = await officer.expect("Поставлен 12 марта, обучено 3 врача")
    assert "1 из 5" in card.text
    await officer.press("Исполнено")
    assert (await world.report(METROLOGIST, 5)).draft.account == "Поставлен 12 марта, обучено 3 врача"


async def test_leaving_a_question_asks_nothing_more(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Другая сумма")
    await officer.expect("Напишите сумму")
    await officer.press("К карточке")
    assert "Напишите сумму" not in (await officer.expect("1 из 5")).text


async def test_after_something_typed_the_card_moves_below_it(world: World, officer: Phone) -> None:
    await officer.send("/report")
    old = await officer.expect("1 из 5")
    [typed] = await officer.send("6 000")
    new = await officer.expect("2 из 5")
    assert new.id > typed.id > old.id
    await officer.settled()
    [stripped] = [m for m in await officer.messages() if m.id == old.id]
    assert stripped.buttons == []


async def test_all_as_planned_with_one_exception(world: World, officer: Phone) -> None:
    await home(officer)
    await officer.press("Всё по плану")
    await officer.expect("Отмечено 5 из 5")
    await officer.press("10,3 млн")
    await officer.expect("Отмечено 4 из 5")
    told = await officer.press("Записать отмеченные (4)")
    assert told.toast == "Записано по плану: 4"
    await officer.expect("5 из 5")
    await officer.send("10300")
    await officer.expect("К сдаче готово 5 из 5")
    assert (await world.report(METROLOGIST, 62)).draft.figures == {"main": Decimal(10300)}


async def test_the_last_card_leads_to_handing_in_with_a_way_back(world: World, officer: Phone) -> None:
    await home(officer)
    await officer.press("Всё по плану")
    await officer.expect("Отмечено 5 из 5")
    await officer.press("10,3 млн")
    await officer.expect("Отмечено 4 из 5")
    await officer.press("Записать отмеченные")
    await officer.expect("5 из 5 · ")
    await officer.press("Исполнено")
    card = await officer.expect("К сдаче готово 5 из 5")
    assert "Оснащение операционных" in card.text  # what was recorded last
    await officer.press("Отменить:")
    await officer.expect("5 из 5 · ")
    assert (await world.report(METROLOGIST, 62)).draft.outcome is None


async def test_what_was_recorded_on_an_excused_row_is_not_called_unsubmitted(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.press("✅ Исполнено")
    await officer.expect("2 из 5")
    async with world.app.storage.begin() as work:
        await work.obligations.set_excused((await world.report(METROLOGIST, 5)).id, True)
    await officer.press("⬅️")
    card = await officer.expect("Не требуется")
    assert "✅ исполнено, 6 млн тг" in card.text
    assert "не сдано" not in card.text
