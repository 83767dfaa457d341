"""Another day, or not required: asked in three taps, decided in one or two; both days are seen by both."""

from __future__ import annotations

from datetime import UTC, date, datetime

from core.model.obligations import Extension
from core.model.people import Role
from sandbox.client.client import Message, Phone
from tests.talk.worlds import METROLOGIST, World, card_of, home

THREE_DAYS_BEFORE = datetime(2024, 4, 2, 5, 0, tzinfo=UTC)
HOLTER = 5
"""The plan's row on which the metrologist reports first."""


async def manager_of(world: World, name: str = "Гүлнар") -> Phone:
    return await world.join(name, role=Role.MANAGER)


async def asked_for(officer: Phone, day: str = "30 апреля") -> None:
    """Three taps from the card: the request, the day, a usual reason."""
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.press("Перенос / не требуется")
    await officer.expect("До какого дня перенести отчёт? Сейчас — до 05.04.2024")
    await officer.press(day)
    await officer.expect("Почему?")
    await officer.press("Задержка поставщика")
    await officer.expect("Просьба о переносе ждёт решения")


async def granted(world: World, officer: Phone) -> tuple[Phone, Message]:
    """A manager who has consented; → with what they saw then."""
    manager = await manager_of(world)
    await asked_for(officer)
    await manager.expect("Данияр просит")
    await manager.press("Разрешить")
    return manager, await manager.expect("Разрешено — Гүлнар")


async def test_asked_granted_and_both_days_are_seen_by_both(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.press("Перенос / не требуется")
    await officer.expect("До какого дня")
    await officer.press("30 апреля")
    await officer.expect("Перенос срока отчёта: 05.04.2024 → 30.04.2024")
    told = await officer.press("Задержка поставщика")
    assert told.toast == "Просьба отправлена: Гүлнар"
    await officer.expect("Просьба о переносе ждёт решения")
    assert (await world.report(METROLOGIST, HOLTER)).asking == "extension"

    said = await manager.expect("Данияр просит")
    assert "05.04.2024 → 30.04.2024" in said.text
    assert "Задержка поставщика" in said.text
    await manager.press("Разрешить")
    await manager.expect("Разрешено — Гүлнар")

    notice = await officer.expect("Разрешено — Гүлнар")
    await officer.press("К карточке", message=notice)
    card = await officer.expect("Отчёт до 30.04.2024 (перенесено, по плану до 05.04.2024)")
    assert card.id == notice.id
    o = await world.report(METROLOGIST, HOLTER)
    assert (o.extension, o.asking) == (
        Extension(report_due=date(2024, 4, 30), closes=date(2024, 5, 17)),
        None,
    )
    assert o.due.report_due == date(2024, 4, 5)

    await manager.send("/summary")
    assert "Срок перенесён: 1" in (await manager.expect("Сдано 0 из")).text
    [asked], [decided] = await world.journal("request-asked"), await world.journal("request-granted")
    assert (asked.person_id, decided.person_id) == (officer.id, manager.id)
    assert asked.before == {"day": "2024-04-05"}
    assert asked.after is not None
    assert asked.after["day"] == "2024-04-30"
    assert decided.after is not None
    assert decided.after["extension"] == {"report_due": "2024-04-30", "closes": "2024-05-17"}


async def test_the_managers_report_shows_both_days_and_the_request(world: World, officer: Phone) -> None:
    manager, _ = await granted(world, officer)
    await manager.send("/summary")
    await manager.press("По исполнителям")
    await manager.expect("Метролог")
    await manager.press("Метролог")
    await manager.expect("Данияр")
    await manager.press("Закуп аппарата Холтер")
    report = await manager.expect("Отчёт до 05.04.2024")
    assert "Отчёт до 30.04.2024 (перенесено, по плану до 05.04.2024)" in report.text
    assert "Перенос срока отчёта: 05.04.2024 → 30.04.2024" in report.text
    assert "Разрешено — Гүлнар" in report.text


async def test_reminders_lateness_and_closing_go_by_the_extended_day(world: World, officer: Phone) -> None:
    manager, _ = await granted(world, officer)
    await world.sandbox.move_clock(to=datetime(2024, 4, 12, 5, 0, tzinfo=UTC))
    said = await officer.expect("⏰ Отчёты к сдаче")
    assert "Не сдано: 5 из 5" in said.text
    assert "Просрочено: 4, с 5 апреля\n· I кв. 2024 · " in said.text
    assert "Сдать до вторника, 30 апреля: 1\n· I кв. 2024 · " in said.text
    assert "⏳ срок был 5 апреля" in said.text
    await manager.send("/overdue")
    listed = await manager.expect("Просрочено")
    assert "Холтер" not in listed.text


async def test_the_days_are_typed_too_and_refused_kindly(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await officer.send("/report")
    await officer.press("Перенос / не требуется")
    await officer.expect("До какого дня")
    for typed, answer in (
        ("вчера", "Не понял дату «вчера»"),
        ("1 апреля", "Новый срок должен быть позже нынешнего"),
        ("01.03.2024", "Новый срок — будущий день"),
        ("01.03.2050", "больше десяти лет"),
    ):
        await officer.send(typed)
        await officer.expect(answer)
    await officer.send("до 15 мая")
    await officer.expect("05.04.2024 → 15.05.2024")
    await officer.send("я" * 501)
    await officer.expect("можно не больше 500")
    await officer.send("Ждём протокол <тендера>")
    await officer.expect("Просьба отправлена: Гүлнар")
    assert "Ждём протокол <тендера>" in (await manager.expect("05.04.2024 → 15.05.2024")).text


async def test_the_works_own_day_is_moved_and_the_report_stays_due(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await officer.send("/report")
    await officer.press("Перенос / не требуется")
    await officer.expect("До какого дня перенести отчёт")
    await officer.press("Перенести срок работы")
    card = await officer.expect("До какого дня перенести срок работы?")
    assert "отчёт при этом сдаётся, как прежде, до 05.04.2024" in card.text
    await officer.press("30 июня")
    await officer.expect("Почему?")
    await officer.press("Закупка не завершена")
    await manager.expect("Перенос срока работы")
    await manager.press("Разрешить")
    await officer.expect("Разрешено")
    o = await world.report(METROLOGIST, HOLTER)
    assert o.extension == Extension(deadline=date(2024, 6, 30))
    assert o.due_now.report_due == date(2024, 4, 5)


async def test_refused_with_a_word_why(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await asked_for(officer)
    await manager.expect("Данияр просит")
    await manager.press("Отказать")
    await manager.expect("Почему отказ?")
    await manager.send("Поставка уже на складе")
    await manager.expect("Отказано — Гүлнар")
    said = await officer.expect("Отказано — Гүлнар")
    assert "Поставка уже на складе" in said.text
    o = await world.report(METROLOGIST, HOLTER)
    assert (o.extension, o.asking) == (None, None)


async def test_refused_in_two_taps(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await asked_for(officer)
    await manager.expect("Данияр просит")
    await manager.press("Отказать")
    await manager.press("Отказать без пояснения")
    await manager.expect("Отказано — Гүлнар")
    await officer.expect("Отказано — Гүлнар")


async def test_not_required_is_owed_by_nobody_and_may_be_required_again(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await officer.send("/report")
    await officer.press("Перенос / не требуется")
    await officer.expect("До какого дня")
    await officer.press("Не требуется")
    await officer.expect("Не требовать отчёт")
    await officer.send("Оборудование передано бесплатно")
    await officer.expect("Просьба «не требуется» ждёт решения")
    await manager.expect("Не требовать отчёт")
    await manager.press("Разрешить")
    notice = await officer.expect("Разрешено — Гүлнар")
    await officer.press("К карточке", message=notice)
    card = await officer.expect("Не требуется: согласовано с руководителем")
    assert card.place("Исполнено") is None
    await officer.send("5,8 млн")
    await officer.expect("По этой строке отчёт не требуется")
    await officer.send("5 или шесть")
    await officer.expect("По этой строке отчёт не требуется")
    assert "0 из 4" in (await home(officer)).text
    await officer.press("Список")
    listed = await officer.expect("I квартал 2024: 4 · осталось 4")
    assert "1. ➖ Закуп аппарата Холтер" in listed.text
    await officer.send("/report")
    await officer.expect("2 из 5")

    await manager.send("/summary")
    await manager.expect("Не требуется: 1")
    await manager.press("По исполнителям")
    await manager.press("Метролог")
    await manager.press("➖ 1.")
    await manager.expect("Не требуется: согласовано")
    await manager.press("Снова требуется")
    await manager.expect("Ещё не сдан")
    assert "0 из 5" in (await home(officer)).text


async def test_taken_back_and_a_second_one_replaces_nothing(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await asked_for(officer)
    said = await manager.expect("Данияр просит")
    await officer.press("Моя просьба к руководителю")
    card = await officer.expect("Ждёт решения руководителя")
    assert card.place("Не требуется") is None
    await officer.press("Отозвать просьбу")
    card = await officer.expect("1 из 5")
    assert "ждёт решения" not in card.text
    told = await manager.press("Разрешить", message=said)
    assert told.toast == "Решение уже принято. Вот какое и кем."
    await manager.expect("Просьба отозвана — Данияр")
    assert (await world.report(METROLOGIST, HOLTER)).extension is None
    await asked_for(officer, "31 мая")
    await manager.expect("05.04.2024 → 31.05.2024")


async def test_the_second_of_two_managers_is_told_who_decided(world: World, officer: Phone) -> None:
    first, second = await manager_of(world, "Гүлнар"), await manager_of(world, "Болат")
    await asked_for(officer)
    await first.expect("Данияр просит")
    late = await second.expect("Данияр просит")
    await first.press("Разрешить")
    await first.expect("Разрешено — Гүлнар")
    told = await second.press("Отказать", message=late)
    assert told.toast == "Решение уже принято. Вот какое и кем."
    await second.expect("Разрешено — Гүлнар")
    assert len(await world.journal("request-granted")) == 1
    assert await world.journal("request-refused") == []


async def test_nobody_else_decides(world: World, officer: Phone) -> None:
    await manager_of(world)
    await asked_for(officer)
    coordinator = await world.coordinator()
    for phone in (officer, coordinator):
        card = await card_of(phone)
        told = await phone.press_data(card, "0.rqyes.1", forge=True)
        assert told.toast == "Это действие вам недоступно", phone.name
    assert (await world.report(METROLOGIST, HOLTER)).asking == "extension"
    other = await world.join("Айдос", "Статист")
    o = await world.report(METROLOGIST, HOLTER)
    told = await other.press_data(await card_of(other), f"0.tocard.{o.id}", forge=True)
    assert told.toast == "Это не ваш отчёт"


async def test_asked_for_from_a_reminder(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    said = await officer.expect("⏰ До сдачи")
    await officer.press("Попросить перенос", message=said)
    card = await officer.expect("По какому отчёту")
    assert card.id == said.id
    await officer.press("Закуп аппарата Холтер")
    await officer.expect("До какого дня")
    await officer.press("30 апреля")
    await officer.expect("Почему?")
    await officer.press("Нет финансирования")
    await officer.expect("Просьба о переносе ждёт решения")
    await manager.expect("Данияр просит")


async def test_a_request_that_the_report_overtook_decides_nothing(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await asked_for(officer)
    said = await manager.expect("Данияр просит")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await home(officer)
    await officer.press("Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    told = await manager.press("Разрешить", message=said)
    assert told.toast == "Отчёт уже сдан или больше не нужен: решать нечего."
    await manager.send("/review")
    assert "На проверку: 1 · ⏳ просьб: 0" in (await manager.expect("На проверку")).text
