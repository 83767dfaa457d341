"""The reminder comes when the clock moves to a step before the due day, at who has not submitted and at nobody else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.model.people import Role
from core.ports.queues import Outgoing
from reminders.rules import digest
from sandbox.client.client import Phone
from tests.talk.test_submit import submit_all
from tests.talk.worlds import World, eventually, home

THREE_DAYS_BEFORE = datetime(2024, 4, 2, 5, 0, tzinfo=UTC)
"""Tuesday, 2 April, ten o'clock in Almaty: three working days before Friday, 5 April."""


async def reminders(phone: Phone) -> int:
    await phone.settled()
    return sum("⏰" in m.text for m in await phone.messages())


async def test_who_has_not_submitted_is_reminded_and_nobody_else(world: World, officer: Phone) -> None:
    diligent = await world.join("Айдос", "Статист")
    await diligent.send("/report")
    await diligent.press("Есть")
    await diligent.press("📨 Сдать (1)")
    await diligent.expect("Сдано отчётов: 1")
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    coordinator = await world.coordinator()
    stranger = await world.sandbox.person("Марат")
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    said = await officer.expect(
        "⏰ До сдачи отчётов за I квартал 2024 года 3 рабочих дня (до пятницы, 5 апреля)"
    )
    assert "Не сдано: 5 из 5" in said.text
    for phone in (diligent, manager, coordinator, stranger):
        assert await reminders(phone) == 0, phone.name


async def test_one_a_day(world: World, officer: Phone) -> None:
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    await officer.expect("⏰ До сдачи")
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE.replace(hour=8))
    assert await reminders(officer) == 1


async def test_its_button_turns_the_message_into_the_card(world: World, officer: Phone) -> None:
    old = await home(officer)
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    said = await officer.expect("⏰ До сдачи")
    await officer.press("Отчитаться", message=said)
    card = await officer.expect("1 из 5")
    assert card.id == said.id
    await officer.settled()
    [given_up] = [m for m in await officer.messages() if m.id == old.id]
    assert given_up.buttons == []
    assert await reminders(officer) == 0


async def test_a_draft_that_is_ready_needs_only_to_be_handed_in(world: World) -> None:
    officer = await world.join("Айдос", "Статист")
    await officer.send("/report")
    await officer.press("Есть")
    await officer.expect("К сдаче готово")
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    said = await officer.expect("Записано, но не сдано: 1")
    await officer.press("Сдать (1)", message=said)
    await officer.expect("К сдаче готово 1 из 1")


async def test_an_answer_that_lacks_its_reason_is_not_ready(world: World) -> None:
    officer = await world.join("Айдос", "Статист")
    await officer.send("/report")
    await officer.press("Нет")
    await officer.expect("Почему?")
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    said = await officer.expect("⏰ До сдачи")
    assert "осталось нажать" not in said.text
    await officer.press("Отчитаться", message=said)
    await officer.expect("Почему?")


async def test_snoozing_until_tomorrow(world: World, officer: Phone) -> None:
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    said = await officer.expect("⏰ До сдачи")
    told = await officer.press("Завтра в 9:00", message=said)
    assert told.toast == "Напомню: среда, 3 апреля"
    await world.sandbox.move_clock(to=datetime(2024, 4, 3, 5, 0, tzinfo=UTC))
    await officer.expect("⏰ До сдачи отчётов за I квартал 2024 года 2 рабочих дня")


async def test_once_all_is_submitted_no_reminder_has_buttons(world: World, officer: Phone) -> None:
    """The last one says that it is answered; those of the days before it ask for nothing any more."""
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    first = await officer.expect("⏰ До сдачи")
    await world.sandbox.move_clock(to=datetime(2024, 4, 4, 5, 0, tzinfo=UTC))
    last = await officer.expect("1 рабочий день")
    assert first.id != last.id
    await submit_all(officer)
    await officer.expect("Всё сдано. Спасибо!")

    async def all_are_bare() -> bool:
        shown = {m.id: m for m in await officer.messages()}
        return shown[first.id].buttons == [] and shown[last.id].buttons == []

    await eventually(all_are_bare, "the reminders lose their buttons")


async def test_the_snooze_of_an_old_reminder_puts_nothing_off(world: World, officer: Phone) -> None:
    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    said = await officer.expect("⏰ До сдачи")
    await world.sandbox.move_clock(to=datetime(2024, 4, 3, 5, 0, tzinfo=UTC))
    told = await officer.press("Завтра в 9:00", message=said)
    assert told.toast == "Это сообщение устарело"
    async with world.app.storage.read() as work:
        person = await work.people.get(officer.id)
    assert person is not None
    assert person.snoozed_until is None


async def test_on_friday_the_snooze_names_monday(world: World, officer: Phone) -> None:
    await world.sandbox.move_clock(to=datetime(2024, 4, 5, 5, 0, tzinfo=UTC))
    said = await officer.expect("⏰ Сегодня — последний день сдачи отчётов за I квартал 2024 года")
    assert said.place("В понедельник, 8 апреля, в 9:00") is not None
    told = await officer.press("В понедельник", message=said)
    assert told.toast == "Напомню: понедельник, 8 апреля"


async def test_who_submitted_everything_is_left_alone_when_it_is_late(world: World, officer: Phone) -> None:
    late = await world.join("Ерлан", "Провизор")
    await submit_all(officer)
    await world.sandbox.move_clock(to=datetime(2024, 4, 8, 5, 0, tzinfo=UTC))
    said = await late.expect("⏰ Срок сдачи отчётов за I квартал 2024 года прошёл в пятницу, 5 апреля")
    assert "бот сообщит об этом руководителю" in said.text
    assert await reminders(officer) == 0
    await late.send("/tasks")
    assert "Просрочено: 3" in (await late.expect("Срок прошёл")).text


async def test_nothing_on_a_day_off(world: World, officer: Phone) -> None:
    await world.sandbox.move_clock(to=datetime(2024, 3, 30, 5, 0, tzinfo=UTC))  # a Saturday
    assert await reminders(officer) <= 1  # what was due on Tuesday to Friday is caught up at most once


@pytest.mark.parametrize(
    ("sent_at", "comes"),
    [
        (THREE_DAYS_BEFORE.replace(hour=12), True),
        (THREE_DAYS_BEFORE.replace(hour=17), False),  # ten o'clock at night in Almaty
        (THREE_DAYS_BEFORE.replace(day=3), False),
    ],
)
async def test_a_reminder_that_could_not_be_sent_in_time_is_not_sent_at_night_or_stale(
    world: World, officer: Phone, sent_at: datetime, comes: bool
) -> None:
    async with world.app.storage.read() as work:
        person = await work.people.get(officer.id)
        owed = await work.obligations.of_person(officer.id, THREE_DAYS_BEFORE.date())
    assert person is not None
    zone, days = world.app.settings.zone, world.app.days
    said = digest(person, owed, None, THREE_DAYS_BEFORE, zone, days)
    assert said is not None
    row = Outgoing(
        id=1,
        key=said.key,
        kind=said.kind,
        person_id=officer.id,
        args=said.model_dump(mode="json"),
        not_before=THREE_DAYS_BEFORE,
        tries=1,
        state="calling",
    )
    await world.app.schedule.stop()
    await world.sandbox.move_clock(to=sent_at)
    assert bool(await world.app._render(row)) == comes
