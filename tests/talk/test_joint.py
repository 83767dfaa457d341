"""🤝 By the rule `one` co-executors add to the report of a row's owner; nothing is owed by it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.model.people import Role
from core.plan.reports import Outcome
from sandbox.client.client import Message, Phone
from tests.officer.replay import replay
from tests.talk.test_editions import accept, send
from tests.talk.test_evidence import picture
from tests.talk.test_on_behalf import report_for
from tests.talk.test_substitutes import name
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


@pytest.fixture
async def both_owe(tmp_path: Path) -> AsyncIterator[World]:
    """The same, where the other post reports on a row of its own as well."""
    async with living(tmp_path, None) as world:
        await send(await world.coordinator(), ROOF, ALONE, f"3;Смета;Акт;в течение года;{OTHER};единиц;1;;;")
        await accept(next(p for p in await world.sandbox.people() if p.name == "Сауле"))
        yield world


async def at_joint(phone: Phone) -> Message:
    await phone.send("/joint")
    listed = await phone.expect("Отчёт сдаёт другой")
    assert listed.place("Поверка") is None
    await phone.press("Капитальный ремонт")
    return await phone.expect("Отчёт сдаёт: Метролог")


async def test_what_is_sent_at_the_list_is_for_no_row(hospital: World, calm: list[object]) -> None:
    other = await hospital.join("Айша", OTHER)
    await other.send("/joint")
    await other.expect("Отчёт сдаёт другой")
    await other.send("Смета утверждена 12 марта")
    await other.expect("Это сообщение устарело")
    await other.document(b"%PDF-1.4 plan", "смета.pdf", mime="application/pdf")
    await other.expect("Это сообщение устарело")
    assert (await hospital.report(OWNER, 1)).draft.said == ()


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
    await owner.press("Добавить сказанное в пояснение")
    card = await owner.expect("Экономист: Смета утверждена 12 марта")
    assert card.text.count("Смета утверждена") == 1
    assert "Айша (Экономист): 📎 смета.pdf" in card.text
    assert card.place("Добавить сказанное") is None
    await owner.press("Исполнено: 7")
    kept = await hospital.report(OWNER, 1)
    assert kept.draft.account == "Экономист: Смета утверждена 12 марта"
    assert (kept.draft.outcome, len(kept.draft.said)) == (Outcome.DONE, 2)
    (line, _) = await hospital.journal("contributed")
    assert line.person_id == other.id

    await owner.press("Отменить:")
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
    await other.press("Убрать последнее дополнение")
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
    await other.press("Убрать последнее дополнение")
    kept = await hospital.report(OWNER, 1)
    assert (kept.draft.said, kept.draft.evidence) == ((), ())


async def in_stead(world: World, action: str) -> list[tuple[int | None, object]]:
    """Who acted and for whom, of each line, the newest first."""
    return [(line.person_id, (line.after or {}).get("for")) for line in await world.journal(action)]


async def post_id(world: World, name: str) -> int:
    async with world.app.storage.read() as work:
        return next(p.id for p in await work.people.posts() if p.name == name)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER])
async def test_a_substitute_takes_part_for_the_post_while_it_runs(
    hospital: World, calm: list[object], role: Role
) -> None:
    absent = await hospital.join("Айша", OTHER)
    stand_in = await hospital.join("Марат", role=role)
    await name(absent, "Марат", "с 26 марта по 3 апреля")
    await stand_in.send("/tasks")
    await stand_in.press("🤝 Участвую")
    listed = await stand_in.expect("Отчёт сдаёт другой")
    assert "🔁 Капитальный ремонт кровли" in listed.text
    card = await at_joint(stand_in)
    assert "🔁 За должность: Экономист" in card.text
    await stand_in.send("Смета утверждена")
    await stand_in.expect("Марат (Экономист): Смета утверждена")
    await stand_in.document(b"%PDF-1.4 plan", "смета.pdf", mime="application/pdf")
    await stand_in.expect("📎 смета.pdf")
    told = await stand_in.press("Убрать последнее дополнение")
    assert told.toast == "Отменено"
    assert "смета.pdf" not in (await stand_in.expect("Смета утверждена")).text
    post = await post_id(hospital, OTHER)
    stead = {"how": "substitute", "post_id": post, "holders": [absent.id]}
    assert await in_stead(hospital, "contributed") == [(stand_in.id, stead)] * 2
    for action in ("attached", "detached", "contribution-taken-back"):
        assert await in_stead(hospital, action) == [(stand_in.id, stead)]
    kept = await hospital.report(OWNER, 1)
    async with hospital.app.storage.read() as work:
        lines = await work.journal.lines(f"obligation:{kept.id}")
    told_again = replay(reversed(lines))
    assert told_again.differs_from(kept, [], hospital.app.deps.zone) == ()

    await hospital.sandbox.move_clock(to=datetime(2024, 4, 4, 5, 0, tzinfo=UTC))
    await stand_in.send("Ещё")
    await stand_in.expect("Замещение на должности «Экономист» закончилось")
    assert len((await hospital.report(OWNER, 1)).draft.said) == 1


async def test_what_one_takes_part_in_oneself_is_said_for_oneself(
    hospital: World, calm: list[object]
) -> None:
    """Both posts of a person are named on the row: their own comes before the one that they stand in for."""
    absent = await hospital.join("Айша", OTHER)
    own = await hospital.join("Марат", OTHER)
    await name(absent, "Марат", "с 26 марта по 3 апреля")
    await at_joint(own)
    await own.send("От себя")
    await own.expect("Марат (Экономист): От себя")
    assert await in_stead(hospital, "contributed") == [(own.id, None)]


async def test_the_owners_substitute_reports_and_does_not_take_part(
    hospital: World, calm: list[object]
) -> None:
    owner = await hospital.join("Данияр", OWNER)
    other = await hospital.join("Айша", OTHER)
    await at_joint(other)
    await name(owner, "Айша", "с 26 марта по 3 апреля")
    await other.send("/joint")
    await other.expect("Сейчас нет строк")
    await other.send("/report")
    await other.expect("🔁 За должность: Метролог")


async def test_the_coordinator_takes_part_on_a_posts_behalf(both_owe: World, calm: list[object]) -> None:
    other = await both_owe.join("Айша", OTHER)
    chief = await both_owe.coordinator("Салтанат")
    await chief.send("/joint")
    await chief.expect("Это действие вам недоступно")
    await report_for(chief, OTHER)
    await chief.press("🤝 Участвую")
    card = await chief.expect("Отчёт сдаёт другой")
    assert card.text.startswith("✍️ Вы отчитываетесь за: Экономист")
    await chief.press("Капитальный ремонт")
    await chief.expect("✍️ Вы отчитываетесь за: Экономист")
    await chief.send("Смета утверждена")
    await chief.expect("Салтанат (Экономист): Смета утверждена")
    stead = {"how": "behalf", "post_id": await post_id(both_owe, OTHER), "holders": [other.id]}
    assert await in_stead(both_owe, "contributed") == [(chief.id, stead)]
    await chief.press("Закончить")
    await chief.send("/joint")
    await chief.expect("Это действие вам недоступно")
