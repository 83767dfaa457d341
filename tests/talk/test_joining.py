"""Joining by a single-use link, and what a stranger learns: nothing but how to ask."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.kernel.languages import LANGUAGES
from core.model.people import Role
from tests.talk.worlds import METROLOGIST, PLAN, World, eventually


async def test_the_invitation_speaks_the_phones_language(world: World) -> None:
    for language, words in (("ru", "Вас приглашают"), ("kk", "шақырылдыңыз"), ("en", "You are invited")):
        phone = await world.sandbox.person("Данияр", language=language)
        await phone.start(await world.link(Role.OFFICER, METROLOGIST))
        card = await phone.expect(words)
        assert METROLOGIST in card.text
        assert "План мероприятий" in card.text


async def test_the_language_can_be_changed_on_the_invitation(world: World) -> None:
    phone = await world.sandbox.person("Данияр", language="ru")
    await phone.start(await world.link(Role.OFFICER, METROLOGIST))
    first = await phone.expect("Вас приглашают")
    assert first.buttons[-1][:3] == ["Рус", "Қаз", "Eng"]
    assert len(first.buttons[-1]) == len(LANGUAGES)
    await phone.press("Қаз")
    second = await phone.expect("Сәлеметсіз бе")
    assert second.id == first.id
    await phone.press("Иә, бұл мен")
    await phone.expect("Қош келдіңіз")
    async with world.app.storage.read() as work:
        person = await work.people.get(phone.id)
    assert person is not None
    assert person.language == "kk"


async def test_after_yes_what_is_owed_is_shown_in_the_same_message(world: World) -> None:
    phone = await world.sandbox.person("Данияр", language="ru")
    await phone.start(await world.link(Role.OFFICER, METROLOGIST))
    asked = await phone.expect("Вас приглашают")
    await phone.press("Да, это я")
    card = await phone.expect("Добро пожаловать, Данияр!")
    assert card.id == asked.id
    assert "0 из 5" in card.text
    assert card.place("Отчитаться (5)") is not None

    async def has_menu() -> bool:
        return "report" in [c["command"] for c in await phone.menu()]

    await eventually(has_menu, "the officer's menu")


async def test_the_coordinator_is_told_who_joined_and_undoes_it_at_once(world: World) -> None:
    coordinator = await world.coordinator()
    officer = await world.join("Данияр", METROLOGIST, last_name="Оспанов")
    notice = await coordinator.expect("Данияр Оспанов")
    assert "Исполнитель: Метролог" in notice.text
    await officer.send("/report")
    await officer.expect("1 из 5")
    told = await coordinator.press("Это ошибка, отключить", message=notice)
    assert told.toast == "Данияр Оспанов: доступ закрыт"
    await officer.press("Исполнено")
    await officer.expect("Этот бот — для ответственных исполнителей")
    assert (await world.report(METROLOGIST, 5)).draft.is_empty
    again = await coordinator.press("Это ошибка, отключить", message=notice)
    assert again.toast == "Этого человека уже нет среди участников"


@pytest.mark.parametrize(
    ("role", "posts", "keeps", "tasks"),
    [
        (Role.OFFICER, ("Статист",), {METROLOGIST}, "0 из 5"),
        (Role.OFFICER, (METROLOGIST, "Статист"), {METROLOGIST}, "0 из 5"),  # the first one gave the post too
        (Role.MANAGER, (), {METROLOGIST}, "0 из 5"),
    ],
)
async def test_undoing_a_second_joining_leaves_the_first(
    world: World, role: Role, posts: tuple[str, ...], keeps: set[str], tasks: str
) -> None:
    coordinator = await world.coordinator()
    phone = await world.join("Данияр", METROLOGIST)
    first = await coordinator.expect("Метролог")
    async with world.app.storage.read() as work:
        joined = await work.people.get(phone.id)
    await world.sandbox.move_clock(by=timedelta(minutes=5))
    await phone.start(await world.link(role, *posts))
    await phone.expect("Вас приглашают")
    await phone.press("Да, это я")
    await phone.expect("Добро пожаловать")
    second = await coordinator.expect("Руководитель" if role is Role.MANAGER else "Статист")
    told = await coordinator.press("Это ошибка, отключить", message=second)
    assert "остальное сохранилось" in told.toast
    async with world.app.storage.read() as work:
        person = await work.people.get(phone.id)
        names = {p.id: p.name for p in await work.people.posts()}
        held = {names[i] for i in await work.people.posts_of(phone.id)}
    assert person == joined
    assert held == keeps
    again = await coordinator.press("Это ошибка, отключить", message=second)
    assert again.toast == "Это подключение уже отменено"
    await phone.send("/tasks")
    await phone.expect(tasks)
    told = await coordinator.press("Это ошибка, отключить", message=first)
    assert told.toast == "Данияр: доступ закрыт"


async def test_undoing_the_first_joining_leaves_the_second(world: World) -> None:
    coordinator = await world.coordinator()
    phone = await world.join("Данияр", METROLOGIST)
    first = await coordinator.expect("Метролог")
    await phone.start(await world.link(Role.MANAGER))
    await phone.expect("Вас приглашают")
    await phone.press("Да, это я")
    await phone.expect("Добро пожаловать")
    await coordinator.press("Это ошибка, отключить", message=first)
    async with world.app.storage.read() as work:
        person = await work.people.get(phone.id)
        assert await work.people.posts_of(phone.id) == []
    assert person is not None
    assert (person.roles, person.left_at) == (frozenset({Role.MANAGER}), None)


async def test_not_my_post(world: World) -> None:
    coordinator = await world.coordinator()
    phone = await world.sandbox.person("Марат", language="ru")
    token = await world.link(Role.OFFICER, METROLOGIST)
    await phone.start(token)
    told = await phone.press("Это не моя должность")
    assert told.show_alert
    assert "Координатору передано" in told.toast
    await coordinator.expect("Марат отвечает: «Это не моя должность» — Метролог")
    owner = await world.sandbox.person("Данияр", language="ru")
    await owner.start(token)  # the link was not used up
    await owner.press("Да, это я")
    await owner.expect("Добро пожаловать")


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "уже воспользовались"), ("kk", "пайдаланылып"), ("en", "has been used")]
)
async def test_a_used_link_names_whom_to_ask(world: World, language: str, words: str) -> None:
    coordinator = await world.coordinator("Сауле")
    token = await world.link(Role.OFFICER, METROLOGIST, by=coordinator.id)
    first = await world.sandbox.person("Данияр")
    await first.start(token)
    await first.press("Да, это я")
    await first.expect("Добро пожаловать")
    second = await world.sandbox.person("Марат", language=language)
    await second.start(token)
    said = await second.expect(words)
    assert "Сауле" in said.text
    assert "План" not in said.text
    assert METROLOGIST not in said.text


async def test_an_expired_link(world: World) -> None:
    coordinator = await world.coordinator("Сауле")
    past = world.app.clock.now() - timedelta(days=15)
    phone = await world.sandbox.person("Марат")
    await phone.start(await world.link(Role.OFFICER, METROLOGIST, by=coordinator.id, at=past))
    assert "Новое попросите у: Сауле" in (await phone.expect("Срок приглашения истёк")).text


async def test_a_link_that_expired_while_it_was_being_read(world: World) -> None:
    phone = await world.sandbox.person("Марат")
    await phone.start(await world.link(Role.OFFICER, METROLOGIST))
    await phone.expect("Вас приглашают")
    await world.sandbox.move_clock(by=timedelta(days=20))
    told = await phone.press("Да, это я")
    assert "Срок приглашения истёк" in told.toast
    async with world.app.storage.read() as work:
        assert await work.people.get(phone.id) is None


async def test_a_withdrawn_link(world: World) -> None:
    coordinator = await world.coordinator("Сауле")
    await coordinator.send("/invite")
    await coordinator.expect("Кого пригласить?")
    await coordinator.press("Пригласить руководителя")
    card = await coordinator.expect("?start=")
    token = card.text.partition("?start=")[2].split()[0]
    told = await coordinator.press("Отозвать")
    assert told.toast == "Приглашение отозвано"
    phone = await world.sandbox.person("Марат")
    await phone.start(token)
    assert "Спросите у: Сауле" in (await phone.expect("Приглашение отозвано")).text


async def test_ones_own_link_again_is_a_welcome(world: World) -> None:
    phone = await world.sandbox.person("Данияр")
    token = await world.link(Role.OFFICER, METROLOGIST)
    await phone.start(token)
    await phone.press("Да, это я")
    await phone.expect("Добро пожаловать")
    await phone.start(token)
    assert "0 из 5" in (await phone.expect("С возвращением, Данияр!")).text


async def test_a_second_invitation_adds_a_post_to_who_is_in_already(world: World) -> None:
    phone = await world.join("Данияр", METROLOGIST)
    await phone.start(await world.link(Role.OFFICER, "Статист"))
    await phone.expect("Статист")
    await phone.press("Да, это я")
    await phone.expect("0 из 6")


@pytest.mark.parametrize(
    "said", ["/start", "/tasks", "/report", "/summary", "/plans", "Добрый день", "/help", "/nonsense"]
)
async def test_a_stranger_learns_nothing(world: World, said: str) -> None:
    phone = await world.sandbox.person("Марат")
    await phone.send(said)
    card = await phone.expect("откройте ссылку-приглашение")
    assert card.buttons == [["🙋 Попросить доступ"]]
    for secret in ("План", METROLOGIST, "Сауле"):
        assert secret not in card.text


async def test_a_stranger_with_an_invented_link(world: World) -> None:
    phone = await world.sandbox.person("Марат", language="en")
    await phone.start("abcdefghijklmnopqrstuvwxyz012345")
    await phone.expect("This link does not work")


async def test_a_strangers_file_goes_nowhere(world: World) -> None:
    phone = await world.sandbox.person("Марат")
    await phone.document(PLAN.read_bytes(), PLAN.name)
    await phone.expect("откройте ссылку-приглашение")
    async with world.app.storage.read() as work:
        assert await work.plans.get(2) is None


async def test_a_stranger_asks_for_access_once_a_day(world: World) -> None:
    coordinator = await world.coordinator()
    phone = await world.sandbox.person("Марат", last_name="Ли")
    await phone.send("Здравствуйте")
    told = await phone.press("Попросить доступ")
    assert told.show_alert
    notice = await coordinator.expect("Марат Ли")
    assert "/invite" in notice.text
    await phone.press("Попросить доступ")
    await coordinator.settled()
    assert sum("просит доступ" in m.text for m in await coordinator.messages()) == 1


async def test_the_coordinator_invites_in_the_chat_and_gets_a_qr_code(world: World) -> None:
    coordinator = await world.coordinator()
    await coordinator.send("/people")
    await coordinator.expect("Люди и должности")
    while (await coordinator.last()).place(METROLOGIST) is None:
        page = (await coordinator.last()).text
        await coordinator.press("▶️")
        await coordinator.settled(0.1)
        assert page
    await coordinator.press(METROLOGIST)
    await coordinator.expect("Должность пока никто не занимает")
    await coordinator.press("Пригласить")
    card = await coordinator.expect("?start=")
    assert "https://t.me/orynda_bot?start=" in card.text
    await coordinator.press("QR-код")
    picture = await coordinator.expect_file()
    assert (await coordinator.download(picture)).startswith((b"\x89PNG", b"\xff\xd8"))
    assert picture.text.startswith("https://t.me/orynda_bot?start=")
    phone = await world.sandbox.person("Данияр")
    await phone.start(card.text.partition("?start=")[2].split()[0])
    assert METROLOGIST in (await phone.expect("Вас приглашают")).text


async def test_taking_somebody_off_a_post_leaves_the_draft_to_who_comes_next(world: World) -> None:
    first = await world.join("Данияр", METROLOGIST)
    await first.send("/report")
    await first.press("Исполнено")
    await first.expect("2 из 5")
    coordinator = await world.coordinator()
    await coordinator.send("/people")
    await coordinator.expect("Люди и должности")
    while (await coordinator.last()).place(METROLOGIST) is None:
        await coordinator.press("▶️")
        await coordinator.settled(0.1)
    await coordinator.press(METROLOGIST)
    await coordinator.press("Снять: Данияр")
    await coordinator.expect("Должность пока никто не занимает")
    await first.send("/tasks")
    await first.expect("сдавать нечего")
    second = await world.join("Айгерім", METROLOGIST)
    await second.expect("1 из 5", ever=True)
