"""A coordinator reports for a post whose holder cannot: a worklist of its own, said everywhere who did it."""

from __future__ import annotations

from datetime import UTC, datetime

from core.model.people import Role
from core.ports.unit_of_work import Storage
from sandbox.client.client import Message, Phone
from tests.talk.worlds import METROLOGIST, World, card_of, open_post


async def report_for(coordinator: Phone, post: str) -> Message:
    """From the list of posts to the home card of that post."""
    await open_post(coordinator, post)
    await coordinator.press("Отчитаться за эту должность")
    return await coordinator.expect(f"Вы отчитываетесь за: {post}")


async def post_id(storage: Storage, name: str) -> int:
    async with storage.read() as work:
        return next(p.id for p in await work.people.posts() if p.name == name)


async def submit_first(phone: Phone) -> None:
    """Records the first card as planned and hands it in."""
    await phone.press("Отчитаться (5)")
    await phone.expect("1 из 5")
    await phone.press("Исполнено")
    await phone.expect("2 из 5")
    await phone.send("/tasks")
    await phone.expect("не сдано: 1")
    await phone.press("📨 Сдать (1)")
    await phone.expect("К сдаче готово 1 из 5")
    await phone.press("📨 Сдать (1)")
    await phone.expect("Сдано отчётов: 1")


async def test_the_walk_is_that_of_the_post_until_it_is_ended(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    card = await report_for(coordinator, METROLOGIST)
    assert "0 из 5" in card.text
    await coordinator.press("Список")
    assert "Вы отчитываетесь за: Метролог" in (await coordinator.expect("не начато")).text
    await coordinator.press("Холтер")
    card = await coordinator.expect("План на")
    assert card.text.startswith("✍️ Вы отчитываетесь за: Метролог")
    await world.restart()
    await coordinator.press("Исполнено")
    card = await coordinator.expect("2 из 5")
    assert card.text.startswith("✍️ Вы отчитываетесь за: Метролог")
    told = await coordinator.press("Закончить")
    assert told.toast == "Вы снова отчитываетесь за себя"
    card = await coordinator.expect("Пришлите сюда файл плана")
    assert "Метролог" not in card.text
    kept = await world.report(METROLOGIST, 5)
    assert (kept.recorded_by, kept.version) == (coordinator.id, 0)
    await coordinator.send("/report")
    await coordinator.expect("Это действие вам недоступно")


async def test_it_never_mixes_with_posts_of_ones_own(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    await coordinator.start(await world.link(Role.OFFICER, "Статист"))
    await coordinator.expect("Вас приглашают")
    await coordinator.press("Да, это я")
    await coordinator.expect("0 из 1")
    card = await report_for(coordinator, METROLOGIST)
    assert "0 из 5" in card.text
    await coordinator.press("Закончить")
    card = await coordinator.expect("0 из 1")
    assert "Вы отчитываетесь за" not in card.text


async def test_a_reminder_is_of_ones_own_and_its_button_goes_back_to_that(
    world: World, officer: Phone
) -> None:
    coordinator = await world.coordinator()
    await coordinator.start(await world.link(Role.OFFICER, "Статист"))
    await coordinator.press("Да, это я")
    await coordinator.expect("0 из 1")
    await report_for(coordinator, METROLOGIST)
    await world.sandbox.move_clock(to=datetime(2024, 4, 2, 5, 0, tzinfo=UTC))
    said = await coordinator.expect("⏰ До сдачи")
    assert "Не сдано: 1 из 1" in said.text
    await coordinator.press("Отчитаться", message=said)
    card = await coordinator.expect("1 из 1")
    assert "Вы отчитываетесь за" not in card.text


async def test_everybody_sees_who_reported_and_for_whom(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await report_for(coordinator, METROLOGIST)
    await submit_first(coordinator)
    told = await officer.expect("За вас сдан 1 отчёт")
    assert "Сауле (координатор)" in told.text
    assert "I квартал 2024 · Метролог" in told.text
    await officer.settled()
    assert sum("За вас сдан" in m.text for m in await officer.messages()) == 1

    await officer.send("/history")
    assert "📨 Кем сдано: Сауле — 1" in (await officer.expect("Что сдано")).text
    await officer.send("/tasks")
    await officer.press("Список")
    await officer.press("Холтер")
    card = await officer.expect("Сдано, версия 1")
    assert card.text.startswith("📨 Кем сдано: Сауле, 09:")

    kept = await world.report(METROLOGIST, 5)
    post = await post_id(world.app.storage, METROLOGIST)
    stead = {"how": "behalf", "post_id": post, "holders": [officer.id]}
    for action in ("recorded", "submitted"):
        [line] = await world.journal(action)
        assert line.person_id == coordinator.id
        assert line.after is not None
        assert line.after["for"] == stead
    async with world.app.storage.read() as work:
        [version] = await work.obligations.submissions(kept.id)
    assert version.submitted_by == coordinator.id
    assert version.acting is not None
    assert version.acting.for_journal() == stead

    await manager.send("/summary")
    await manager.expect("Сдано 1 из")
    async with world.app.storage.read() as work:
        person, card_now = await work.people.session(manager.id)
    assert person is not None
    await manager.press_data(await card_of(manager), f"{card_now.version:x}.srep.{kept.id}.0", forge=True)
    said = await manager.expect("Сауле (координатор, за должность; на ней: Данияр)")
    assert "Сдан" in said.text


async def test_a_post_that_nobody_holds(world: World) -> None:
    coordinator = await world.coordinator()
    await report_for(coordinator, METROLOGIST)
    await submit_first(coordinator)
    kept = await world.report(METROLOGIST, 5)
    async with world.app.storage.read() as work:
        [version] = await work.obligations.submissions(kept.id)
    assert version.acting is not None
    assert version.acting.holders == ()

    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await manager.send("/summary")
    await manager.expect("Сдано 1 из")
    async with world.app.storage.read() as work:
        person, card_now = await work.people.session(manager.id)
    assert person is not None
    await manager.press_data(await card_of(manager), f"{card_now.version:x}.srep.{kept.id}.0", forge=True)
    await manager.expect("Сауле (координатор, за вакантную должность)")


async def test_only_a_coordinator_can(world: World, officer: Phone) -> None:
    await officer.send("/tasks")
    card = await officer.expect("Сдать")
    async with world.app.storage.read() as work:
        _, now = await work.people.session(officer.id)
    post = await post_id(world.app.storage, "Статист")
    told = await officer.press_data(card, f"{now.version:x}.behalf.{post}", forge=True)
    assert told.toast == "Это действие вам недоступно"
    async with world.app.storage.read() as work:
        person = await work.people.get(officer.id)
    assert person is not None
    assert person.acting_for is None


async def test_with_nothing_owed_it_says_so_and_ends(world: World) -> None:
    coordinator = await world.coordinator()
    await coordinator.send("/tasks")
    card = await coordinator.expect("Пришлите сюда файл плана")
    async with world.app.storage.read() as work:
        _, now = await work.people.session(coordinator.id)
    post = await post_id(world.app.storage, "Главный внештатный ревматолог")
    await coordinator.press_data(card, f"{now.version:x}.behalf.{post}", forge=True)
    card = await coordinator.expect("Сейчас сдавать нечего")
    assert "Вы отчитываетесь за: Главный внештатный ревматолог" in card.text
    await coordinator.press("Закончить")
    await coordinator.expect("Пришлите сюда файл плана")
