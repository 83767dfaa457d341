"""🤝 By the rule `one` co-executors add to the report of a row's owner; nothing is owed by it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.reports import Outcome
from sandbox.client import Message, Phone
from tests.talk.test_editions import accept, send
from tests.talk.test_evidence import picture
from tests.talk.worlds import World, living

OWNER, OTHER = "Метролог", "Экономист"
ROOF = f"1;Капитальный ремонт кровли;Акт;в течение года;{OWNER}, {OTHER};единиц;7;;;"
ALONE = f"2;Поверка приборов;Сертификат;в течение года;{OWNER};%;100;;;"


@pytest.fixture
async def hospital(tmp_path: Path) -> AsyncIterator[World]:
    """A live plan, reported on by one post a row; on the first row another is named too."""
    async with living(tmp_path, None) as world:
        chief = await world.coordinator()
        await send(chief, ROOF, ALONE)
        await accept(chief)
        yield world


async def at_joint(phone: Phone) -> Message:
    await phone.send("/joint")
    listed = await phone.expect("Отчёт сдаёт другой")
    assert listed.place("Поверка") is None
    await phone.press("Капитальный ремонт")
    return await phone.expect("Отчёт сдаёт: Метролог")


async def test_what_a_co_executor_says_lies_on_the_owners_card(hospital: World, calm: list[object]) -> None:
    other = await hospital.join("Айша", OTHER)
    await at_joint(other)
    await other.send("Смета утверждена 12 марта")
    await other.expect("Передано ответственному")
    await other.document(b"%PDF-1.4 plan", "смета.pdf", mime="application/pdf")
    card = await other.expect("📎 смета.pdf")
    assert "Айша (Экономист): Смета утверждена 12 марта" in card.text
    await hospital.kept_files(await hospital.report(OWNER, 1))

    owner = await hospital.join("Данияр", OWNER)
    await owner.send("/report")
    card = await owner.expect("Капитальный ремонт")
    assert "Айша (Экономист): Смета утверждена 12 марта" in card.text
    assert "Айша (Экономист): 📎 смета.pdf" in card.text
    await owner.press("Взять сказанное в пояснение")
    await owner.press("Исполнено: 7")
    kept = await hospital.report(OWNER, 1)
    assert kept.draft.account == "Экономист: Смета утверждена 12 марта"
    assert (kept.draft.outcome, len(kept.draft.said)) == (Outcome.DONE, 2)
    (line, _) = await hospital.journal("contributed")
    assert line.person_id == other.id

    await owner.press("Отменить запись")
    kept = await hospital.report(OWNER, 1)
    assert (kept.draft.outcome, len(kept.draft.said)) == (None, 2)  # undo is of the owner's own steps


async def test_the_last_word_is_taken_back_and_nothing_is_added_to_what_is_handed_in(
    hospital: World, calm: list[object]
) -> None:
    other = await hospital.join("Айша", OTHER)
    await at_joint(other)
    await other.send("Первое")
    await other.expect("Первое")
    await other.send("Второе")
    await other.expect("Второе")
    await other.press("Убрать моё последнее")
    card = await other.expect("Первое")
    assert "Второе" not in card.text

    owner = await hospital.join("Данияр", OWNER)
    await owner.send("/report")
    await owner.expect("Первое")
    await owner.press("Исполнено: 7")
    await owner.expect("Поверка")
    await owner.send("/tasks")
    await owner.expect("План мероприятий")
    await owner.press("Сдать (1)")
    await owner.expect("К сдаче готово")
    await owner.press("📨 Сдать (1)")
    await owner.expect("Сдано отчётов")

    await other.send("Ещё")
    await other.expect("Отчёт уже сдан")
    card = await at_joint(other)
    assert "Сдано: исполнено, 7" in card.text
    assert len((await hospital.report(OWNER, 1)).draft.said) == 1


async def test_nothing_is_owed_by_taking_part(hospital: World, calm: list[object]) -> None:
    other = await hospital.join("Айша", OTHER)
    await other.send("/tasks")
    await other.expect("Сейчас сдавать нечего")
    await other.press("🤝 Участвую")
    await other.expect("Отчёт сдаёт другой")
    async with hospital.app.storage.read() as work:
        assert await work.obligations.of_person(other.id, hospital.app.clock.now().date()) == []


async def test_who_is_not_named_on_a_row_cannot_add_to_it(hospital: World) -> None:
    owner = await hospital.join("Данияр", OWNER)
    await owner.send("/joint")
    card = await owner.expect("Сейчас нет строк")
    mine = await hospital.report(OWNER, 1)
    told = await owner.press_data(
        card, f"{card.data('Главная').partition('.')[0]}.jrow.{mine.id}", forge=True
    )
    assert told.toast == "Это не ваш отчёт"


async def test_an_album_is_one_contribution(hospital: World, calm: list[object]) -> None:
    other = await hospital.join("Айша", OTHER)
    await at_joint(other)
    await other.album([picture(1), picture(2), picture(3)], "Кровля")
    await other.expect("Кровля")
    kept = await hospital.report(OWNER, 1)
    await hospital.kept_files(kept, 3)
    kept = await hospital.report(OWNER, 1)
    assert (len(kept.draft.said), len(kept.draft.evidence)) == (1, 3)
    await other.press("Убрать моё последнее")
    kept = await hospital.report(OWNER, 1)
    assert (kept.draft.said, kept.draft.evidence) == ((), ())
