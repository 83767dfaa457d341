"""Two people on one post: one draft, nothing overwritten unseen, nothing submitted twice, and said who recorded what."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from core.plan.reports import Outcome
from sandbox.client.client import Phone
from tests.talk.test_on_behalf import report_for, submit_first
from tests.talk.test_substitutes import name
from tests.talk.worlds import METROLOGIST, World, card_of, home


async def both_on_first(world: World, officer: Phone) -> Phone:
    """A second holder; both look at the first card."""
    other = await world.join("Алия", METROLOGIST)
    for phone in (officer, other):
        await phone.send("/report")
        await phone.expect("1 из 5")
    return other


async def test_a_change_between_two_taps_is_not_overwritten(world: World, officer: Phone) -> None:
    other = await both_on_first(world, officer)
    await other.send("5,8 млн")
    await other.expect("Почему?")
    told = await officer.press("Исполнено")
    assert told.toast is not None
    assert "только что изменена: Алия" in told.toast
    card = await officer.expect("Почему?")
    assert "Кем записано: Алия, 09:" in card.text
    assert (await world.report(METROLOGIST, 5)).draft.outcome is Outcome.PARTIAL
    assert [line.person_id for line in await world.journal("recorded")] == [other.id]
    # Now it was seen: the answer counts.
    await officer.press("Закупка не завершена")
    await officer.expect("Когда будет исполнено?")
    kept = await world.report(METROLOGIST, 5)
    assert (kept.recorded_by, kept.draft.outcome) == (officer.id, Outcome.PARTIAL)


async def test_nor_by_a_typed_figure_or_a_paper(world: World, officer: Phone) -> None:
    other = await both_on_first(world, officer)
    await other.press("Исполнено")
    await other.expect("2 из 5")
    await officer.send("5,8 млн")
    card = await officer.expect("только что изменена: Алия")
    assert "✅ Записано: исполнено" in card.text
    assert (await world.report(METROLOGIST, 5)).draft.outcome is Outcome.DONE
    await officer.send("5,8 млн")
    await officer.expect("Почему?")
    assert (await world.report(METROLOGIST, 5)).draft.outcome is Outcome.PARTIAL


async def test_undo_takes_back_only_what_was_recorded_oneself(world: World, officer: Phone) -> None:
    other = await both_on_first(world, officer)
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await home(other)
    await other.press("Список")
    await other.press("Холтер")
    await other.expect("Кем записано: Данияр")
    await other.send("5,8 млн")
    await other.expect("Почему?")
    told = await officer.press("Отменить:", message=await card_of(officer))
    assert told.toast is not None
    assert "только что изменена: Алия" in told.toast
    assert (await world.report(METROLOGIST, 5)).draft.outcome is Outcome.PARTIAL


async def test_moving_on_is_refused_to_nobody(world: World, officer: Phone) -> None:
    other = await both_on_first(world, officer)
    await other.press("Исполнено")
    await other.expect("2 из 5")
    await officer.press("Позже")
    await officer.expect("2 из 5")


async def test_two_submit_at_once_and_it_is_one_version(world: World, officer: Phone) -> None:
    other = await both_on_first(world, officer)
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    for phone in (officer, other):
        await home(phone)
        await phone.press("📨 Сдать (1)")
        await phone.expect("К сдаче готово 1 из 5")
    told = await asyncio.gather(*(p.press("📨 Сдать (1)") for p in (officer, other)))
    assert sorted(t.toast or "" for t in told) == ["Сдавать пока нечего", "Сдано: 1"]
    kept = await world.report(METROLOGIST, 5)
    async with world.app.storage.read() as work:
        versions = await work.obligations.submissions(kept.id)
    assert [v.version for v in versions] == [1]


async def test_both_are_reminded_until_one_submits(world: World, officer: Phone) -> None:
    other = await world.join("Алия", METROLOGIST)
    await world.sandbox.move_clock(to=datetime(2024, 4, 2, 5, 0, tzinfo=UTC))
    for phone in (officer, other):
        assert "Не сдано: 5 из 5" in (await phone.expect("⏰ До сдачи")).text
    await home(other)
    await other.press("Всё по плану")
    await other.expect("Отмечено 5 из 5")
    await other.press("Записать отмеченные")
    await other.expect("К сдаче готово 5 из 5")
    await other.press("Сдать (5)")
    await other.expect("Сдано отчётов: 5")
    await officer.expect("✅ Всё сдано", ever=True)
    await world.sandbox.move_clock(to=datetime(2024, 4, 4, 5, 0, tzinfo=UTC))
    await officer.settled()
    assert not any("⏰" in m.text for m in await officer.messages())


async def explain(phone: Phone) -> None:
    """A figure below the plan on the first card, with its reason and forecast."""
    await phone.send("5,8 млн")
    await phone.expect("Почему?")
    await phone.press("Закупка не завершена")
    await phone.expect("Когда будет исполнено?")
    await phone.send("к 15 мая")
    await phone.expect("2 из 5")


async def test_what_another_recorded_meanwhile_is_not_submitted_unseen(world: World, officer: Phone) -> None:
    other = await both_on_first(world, officer)
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.expect("✅ 1")
    await home(other)
    await other.press("Список")
    await other.press("Холтер")
    await other.expect("Кем записано: Данияр")
    await explain(other)
    told = await officer.press("📨 Сдать (1)")
    assert (
        told.toast == "Пока карточка была открыта, здесь появилась запись: Алия. Посмотрите и сдайте ещё раз."
    )
    card = await officer.expect("🟡 1")
    assert "К сдаче готово 1 из 5" in card.text
    assert (await world.report(METROLOGIST, 5)).version == 0
    told = await officer.press("📨 Сдать (1)")
    assert told.toast == "Сдано: 1"
    [line] = await world.journal("submitted")
    assert line.person_id == officer.id


async def test_nor_what_another_recorded_besides(world: World, officer: Phone) -> None:
    other = await both_on_first(world, officer)
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await other.send("/report")
    await other.press("Ноль")
    await other.expect("3 из 5")
    told = await officer.press("📨 Сдать (1)")
    assert told.toast is not None
    assert "готовых отчётов стало 2" in told.toast
    told = await officer.press("📨 Сдать (2)")
    assert told.toast == "Сдано: 2"


async def test_nor_what_another_recorded_while_the_reason_of_a_correction_was_written(
    world: World, officer: Phone
) -> None:
    await home(officer)
    await submit_first(officer)
    other = await world.join("Алия", METROLOGIST)
    await world.sandbox.move_clock(to=datetime(2024, 5, 28, 5, 0, tzinfo=UTC))
    await officer.send("/history")
    await officer.press("I кв. 2024")
    await officer.expect("I квартал 2024: 5")
    await officer.press("Холтер")
    await officer.press("Исправить")
    await officer.expect("Период закрыт")
    await officer.send("6,2 млн")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("Сдать (1)")
    await officer.expect("Напишите причину исправления")
    await other.send("/report")
    await other.press("Ноль")
    await other.expect("3 из 5")
    await officer.send("Опечатка в сумме договора")
    await officer.expect("Сдано отчётов: 1")
    assert [(await world.report(METROLOGIST, row)).version for row in (5, 6)] == [2, 0]


async def test_a_substitute_and_who_is_back_with_open_cards(world: World, officer: Phone) -> None:
    """The leave ends while both have the same cards open: nothing is lost, nothing given twice, the journal is right."""
    other = await world.join("Айгүл", "Статист")
    await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    await home(other)
    await other.press("Список")
    await other.press("Холтер")
    await other.press("Исполнено")
    await other.expect("Записано")
    await home(other)
    await other.press("📨 Сдать (1)")
    mine = await other.expect("К сдаче готово 1 из 6")
    await home(officer)
    await officer.press("📨 Сдать (1)")
    theirs = await officer.expect("К сдаче готово 1 из 5")
    await world.sandbox.move_clock(to=datetime(2024, 4, 4, 3, 0, tzinfo=UTC))
    told = await other.press("📨 Сдать (1)", message=mine)
    assert told.toast
    assert "Сдано" not in told.toast
    told = await officer.press("📨 Сдать (1)", message=theirs)
    assert told.toast == "Сдано: 1"
    kept = await world.report(METROLOGIST, 5)
    [recorded], [submitted] = await world.journal("recorded"), await world.journal("submitted")
    assert (recorded.person_id, (recorded.after or {})["for"]["holders"]) == (other.id, [officer.id])
    assert (submitted.person_id, "for" in (submitted.after or {})) == (officer.id, False)
    assert kept.version == 1


async def test_who_stands_in_hears_of_a_report_on_the_posts_behalf_too(world: World, officer: Phone) -> None:
    other = await world.join("Айгүл", "Статист")
    coordinator = await world.coordinator()
    await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    await report_for(coordinator, METROLOGIST)
    await submit_first(coordinator)
    for phone in (officer, other):
        said = await phone.expect("За вас сдан 1 отчёт", ever=True)
        assert METROLOGIST in said.text
