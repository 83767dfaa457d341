"""Accepted, returned with a comment, corrected, closed: what both sides see, and every version kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.model.obligations import ReportState
from core.model.people import Role
from sandbox.client.client import Message, Phone
from tests.talk.test_submit import submit_all
from tests.talk.worlds import METROLOGIST, World, card_of, home

HOLTER = 5
CLOSED = datetime(2024, 5, 20, 5, 0, tzinfo=UTC)


async def manager_of(world: World, name: str = "Гүлнар") -> Phone:
    return await world.join(name, role=Role.MANAGER)


async def opened(manager: Phone, title: str = "Холтер") -> None:
    """The report, from what waits."""
    await manager.send("/review")
    await manager.expect("📥 На проверку")
    await manager.press(title)
    await manager.expect("Сдан 26 марта")


async def returned(world: World, officer: Phone, comment: str = "Где акт ввода?") -> Phone:
    """A manager who has returned the first of five reports; they read the next one then."""
    manager = await manager_of(world)
    await submit_all(officer)
    await opened(manager)
    await manager.press("Вернуть")
    await manager.expect("Что исправить?")
    await manager.send(comment)
    return manager


async def listed(officer: Phone) -> Message:
    """The list, once all is handed in."""
    await officer.send("/tasks")
    await officer.expect("Всё сдано")
    await officer.press("Список")
    return await officer.expect("осталось 0")


async def corrected(officer: Phone) -> None:
    """From the card of what was submitted: another figure, handed in."""
    await officer.send("6,2 млн")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("Сдать (1)")


async def test_accepted_one_after_another(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await submit_all(officer)
    await manager.send("/review")
    assert "На проверку: 5 · ⏳ просьб: 0" in (await manager.expect("На проверку")).text
    await manager.press("Холтер")
    card = await manager.expect("Закуп аппарата Холтер")
    assert card.place("Следующий (4)") is not None
    for left in (3, 2, 1):
        told = await manager.press("Принять")
        assert told.toast == "☑️ Принято"
        card = await manager.expect("Сдан 26 марта")
        assert card.place(f"Следующий ({left})") is not None
    await manager.press("Принять")
    await manager.expect("Сдан 26 марта")
    await manager.press("Принять")
    await manager.expect("Проверять нечего")
    assert (await world.report(METROLOGIST, HOLTER)).state is ReportState.ACCEPTED
    assert [line.person_id for line in await world.journal("accepted")] == [manager.id] * 5
    assert not any("Принято отчётов" in m.text for m in await officer.settled())
    await world.sandbox.move_clock(by=timedelta(minutes=10))
    await officer.expect("Принято отчётов: 5 из 5 · I квартал 2024")
    assert sum("Принято отчётов" in m.text for m in await officer.settled()) == 1
    assert "1. ☑️ Закуп аппарата Холтер" in (await listed(officer)).text


async def test_returned_corrected_and_accepted(world: World, officer: Phone) -> None:
    manager = await returned(world, officer)
    following = await manager.expect("Аппарат гемофильтрации")
    assert "Возвращено исполнителю" in following.text
    assert following.place("Следующий (3)") is not None
    notice = await officer.expect("Отчёт возвращён на доработку")
    assert "Где акт ввода?" in notice.text
    assert "Гүлнар" in notice.text
    await officer.press("Исправить", message=notice)
    card = await officer.expect("Возвращено:\nГде акт ввода?")
    assert card.id == notice.id
    assert "Возвращено: 1" in (await home(officer)).text
    await officer.press("Продолжить (1)")
    await officer.expect("Возвращено:\nГде акт ввода?")
    await officer.press("Исполнено")  # the same answer: it counts as given again
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    o = await world.report(METROLOGIST, HOLTER)
    assert (o.version, o.state) == (2, ReportState.SUBMITTED)
    assert str(o.first_submitted_on) == "2024-03-26"

    await opened(manager)
    report = await manager.press("Принять")
    assert report.toast == "☑️ Принято"
    [line] = await world.journal("returned")
    assert (line.person_id, line.after) == (manager.id, {"version": 1, "comment": "Где акт ввода?"})

    await officer.send("/history")
    await officer.expect("Что сдано")
    await officer.press("I кв. 2024")
    await officer.expect("I квартал 2024: 5")
    await officer.press("Холтер")
    past = await officer.expect("Сдано, версия 2")
    said = [
        past.text.index(x) for x in ("Версия 1", "↩️ Возвращено — Гүлнар", "Версия 2", "☑️ Принято — Гүлнар")
    ]
    assert said == sorted(said)
    assert "Почему исправлено: Где акт ввода?" in past.text
    await officer.press("Исправить")
    await officer.expect("Принято руководителем")


async def test_what_came_back_is_not_handed_in_again_unanswered(world: World, officer: Phone) -> None:
    await returned(world, officer)
    await officer.expect("Отчёт возвращён")
    card = await home(officer)
    assert card.place("📨 Сдать") is None
    await officer.press("Продолжить (1)")
    await officer.expect("Возвращено:\nГде акт ввода?")
    await officer.press("Пояснение")
    await officer.expect("Напишите, что сделано")
    await officer.send("Акт подписан 20 марта")
    await officer.expect("Акт подписан")
    await officer.press("Отменить:")
    await officer.expect("Отчёт возвращён", ever=True)
    assert (await home(officer)).place("📨 Сдать") is None


async def test_a_correction_of_what_was_accepted_asks_why_and_is_reviewed_again(
    world: World, officer: Phone
) -> None:
    manager = await manager_of(world)
    await submit_all(officer)
    await opened(manager)
    await manager.press("Принять")
    await manager.expect("Аппарат гемофильтрации")
    await listed(officer)
    await officer.press("Холтер")
    await officer.expect("Принято руководителем")
    await corrected(officer)
    await officer.expect("Отчёт уже принят. Напишите причину исправления")
    assert (await world.report(METROLOGIST, HOLTER)).state is ReportState.ACCEPTED
    await officer.send("Пришёл ещё один счёт")
    await officer.expect("Сдано отчётов: 1")
    o = await world.report(METROLOGIST, HOLTER)
    assert (o.version, o.state) == (2, ReportState.SUBMITTED)
    async with world.app.storage.read() as work:
        versions = await work.obligations.submissions(o.id)
    assert versions[1].why_corrected == "Пришёл ещё один счёт"


async def test_a_closed_period_says_so_in_one_sentence_and_a_correction_asks_why(
    world: World, officer: Phone
) -> None:
    await submit_all(officer)
    await world.sandbox.move_clock(to=CLOSED)
    await officer.send("/history")
    await officer.press("I кв. 2024")
    sentence = "Период закрыт, отчёты принимались до 19.04.2024; для исправления понадобится причина."
    assert sentence in (await officer.expect("I квартал 2024: 5")).text
    await officer.press("Холтер")
    assert sentence in (await officer.expect("Сдано, версия 1")).text
    await officer.press("Исправить")
    assert sentence in (await officer.expect("План на")).text
    await corrected(officer)
    asked = await officer.expect("Напишите причину исправления")
    assert sentence in asked.text
    await officer.send("ок")
    await officer.expect("Напишите словами, что и почему исправлено")
    await officer.send("Опечатка в сумме договора")
    await officer.expect("Сдано отчётов: 1")


async def test_what_was_never_handed_in_may_still_come_after_closing(world: World, officer: Phone) -> None:
    await world.sandbox.move_clock(to=CLOSED)
    await officer.send("/report")
    card = await officer.expect("1 из 5")
    assert "отчёты принимались до 19.04.2024; сдать ещё можно, но с опозданием" in card.text
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await officer.send("/tasks")
    await officer.expect("Записано, но не сдано: 1")
    await officer.press("Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("Сдать (1)")
    await officer.expect("Почему позже срока?")
    await officer.press("Задержка поставщика")
    await officer.expect("Сдано отчётов: 1")


async def test_two_managers_at_once(world: World, officer: Phone) -> None:
    first, second = await manager_of(world, "Гүлнар"), await manager_of(world, "Болат")
    await submit_all(officer)
    await opened(first)
    await opened(second)
    await first.press("Принять")
    told = await second.press("Принять")
    assert told.toast == "Отчёт уже принят: Гүлнар"
    await second.expect("Принято — Гүлнар")
    assert len(await world.journal("accepted")) == 1


async def test_a_version_that_was_not_read_is_not_accepted(world: World, officer: Phone) -> None:
    manager = await manager_of(world)
    await submit_all(officer)
    await opened(manager)
    await listed(officer)
    await officer.press("Холтер")
    await officer.expect("Сдано, версия 1")
    await corrected(officer)
    await officer.expect("Сдано отчётов: 1")
    told = await manager.press("Принять")
    assert told.toast == "Отчёт уже сдан заново. Вот новая версия."
    await manager.expect("Версия 2")
    assert (await world.report(METROLOGIST, HOLTER)).state is ReportState.SUBMITTED


async def test_nobody_but_managers_accepts_or_returns(world: World, officer: Phone) -> None:
    await submit_all(officer)
    o = await world.report(METROLOGIST, HOLTER)
    coordinator = await world.coordinator()
    await coordinator.send("/review")
    await coordinator.expect("Это действие вам недоступно")
    for phone in (coordinator, officer):
        card = await card_of(phone)
        version = card.data({coordinator: "Сводка", officer: "Главная"}[phone]).partition(".")[0]
        for action in ("rvok", "rvback"):
            told = await phone.press_data(card, f"{version}.{action}.{o.id}.1", forge=True)
            assert told.toast == "Это действие вам недоступно", (phone.name, action)
    assert (await world.report(METROLOGIST, HOLTER)).state is ReportState.SUBMITTED
