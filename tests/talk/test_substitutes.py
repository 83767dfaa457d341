"""A substitute for a leave: named by the officer or the coordinator, sees and reports, is reminded, and it ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.model.people import Role
from core.ports.unit_of_work import Storage
from sandbox.client.client import Message, Phone
from tests.talk.worlds import METROLOGIST, World, home, open_post

THREE_DAYS_BEFORE = datetime(2024, 4, 2, 5, 0, tzinfo=UTC)
AFTER_THE_LEAVE = datetime(2024, 4, 4, 5, 0, tzinfo=UTC)


async def name(officer: Phone, colleague: str, when: str) -> Message:
    """From the settings; → the settings with what was named."""
    await officer.send("/settings")
    await officer.expect("Настройки")
    await officer.press("Назначить замещающего")
    await officer.expect("Кто заменит?")
    await officer.press(colleague)
    await officer.expect("С какого по какое число?")
    await officer.send(when)
    return await officer.expect("Замещение назначено")


async def acting_of(storage: Storage, obligation_id: int) -> tuple[int, object]:
    async with storage.read() as work:
        [version] = await work.obligations.submissions(obligation_id)
    return version.submitted_by, version.acting and (version.acting.how, version.acting.holders)


async def test_from_naming_to_the_end_by_itself(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    other = await world.join("Айгүл", "Статист")
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    card = await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    assert "Метролог: Данияр отсутствует, отчитывается Айгүл, 26 марта – 3 апреля" in card.text
    told = await other.expect("Пока Данияр отсутствует, за эту должность отчитываетесь вы: Метролог")
    assert "26 марта – 3 апреля" in told.text
    assert (await coordinator.expect("Данияр отсутствует, отчитывается Айгүл")).place(
        "Отменить замещение"
    ) is not None

    await other.press("Главная", message=told)
    card = await other.expect("Вы замещаете: Метролог, по 3 апреля")
    assert card.id == told.id
    assert "0 из 6" in card.text  # one of her own and five of the post
    await other.press("Список")
    listed = await other.expect("не начато")
    assert listed.text.count("🔁") == 5
    await other.press("Холтер")
    assert (await other.expect("План на")).text.startswith("🔁 За должность: Метролог")
    await other.press("Исполнено")
    await other.expect("Записано")
    await home(other)
    await other.press("📨 Сдать (1)")
    await other.press("📨 Сдать (1)")
    assert "Из них за должность «Метролог»: 1" in (await other.expect("Сдано отчётов: 1")).text
    kept = await world.report(METROLOGIST, 5)
    assert await acting_of(world.app.storage, kept.id) == (other.id, ("substitute", (officer.id,)))
    for action in ("recorded", "submitted"):
        [line] = await world.journal(action)
        assert line.after is not None
        assert (line.person_id, line.after["for"]["holders"]) == (other.id, [officer.id])

    await world.sandbox.move_clock(to=THREE_DAYS_BEFORE)
    assert "Не сдано: 5 из 6" in (await other.expect("⏰ До сдачи")).text
    await officer.settled()
    assert not any("⏰" in m.text for m in await officer.messages())

    await world.sandbox.move_clock(to=AFTER_THE_LEAVE)
    assert "Не сдано: 4 из 5" in (await officer.expect("⏰ До сдачи")).text
    card = await home(other)
    assert "0 из 1" in card.text
    assert "замещаете" not in card.text
    await manager.send("/summary")
    await manager.expect("Сдано 1 из")


@pytest.mark.parametrize(
    ("language", "absent", "substitute"),
    [
        ("ru", "Айгүл больше не отчитывается за вас", "Отчёты снова сдаёт Данияр"),
        ("kk", "Айгүл енді сіздің орныңызға есеп бермейді", "Есепті енді Данияр өзі тапсырады"),
        ("en", "Айгүл no longer reports for you", "Данияр reports again"),
    ],
)
async def test_both_hear_that_it_ran_out(
    world: World, officer: Phone, language: str, absent: str, substitute: str
) -> None:
    other = await world.join("Айгүл", "Статист", language=language)
    await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    async with world.app.storage.begin() as work:
        known = await work.people.get(officer.id)
        assert known is not None
        await work.people.save(known.model_copy(update={"language": language}))
    await world.sandbox.move_clock(to=AFTER_THE_LEAVE)
    for phone, said in ((officer, absent), (other, substitute)):
        told = await phone.expect(said, ever=True)
        assert METROLOGIST in told.text
        assert told.buttons == []
    await world.sandbox.move_clock(by=timedelta(days=1))
    for phone, said in ((officer, absent), (other, substitute)):
        assert sum(said in m.text for m in await phone.settled()) == 1


async def test_while_it_runs_the_absent_person_can_report_too(world: World, officer: Phone) -> None:
    await world.join("Айгүл", "Статист")
    await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    assert "0 из 5" in (await home(officer)).text


async def test_before_it_begins_nothing_is_seen_and_on_the_day_it_is_said(
    world: World, officer: Phone
) -> None:
    other = await world.join("Айгүл", "Статист")
    await name(officer, "Айгүл", "1-14 апреля")
    assert "0 из 1" in (await home(other)).text
    await world.sandbox.move_clock(to=datetime(2024, 4, 1, 4, 30, tzinfo=UTC))
    said = await other.expect("С сегодняшнего дня по 14 апреля вы замещаете: Метролог")
    assert said.buttons == []
    assert "0 из 6" in (await home(other)).text


async def test_the_absent_person_ends_it_early(world: World, officer: Phone) -> None:
    other = await world.join("Айгүл", "Статист")
    await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    card = await home(other)
    await other.press("Список")
    await other.press("Холтер")
    card = await other.expect("За должность: Метролог")
    told = await officer.press("Завершить: Айгүл")
    assert told.toast == "Замещение завершено"
    assert "отчитывается Айгүл" not in (await officer.expect("Настройки")).text
    await other.expect("Замещение завершено: Метролог (Данияр)")
    told = await other.press("Исполнено", message=card)
    assert told.toast is not None
    assert "Замещение на должности «Метролог» закончилось" in told.toast
    assert "0 из 1" in (await other.expect("закончилось")).text
    assert (await world.report(METROLOGIST, 5)).draft.is_empty
    assert [line.person_id for line in await world.journal("substitution-ended")] == [officer.id]


async def test_the_coordinator_undoes_it_from_the_notice(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    other = await world.join("Айгүл", "Статист")
    await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    notice = await coordinator.expect("Данияр отсутствует, отчитывается Айгүл")
    told = await coordinator.press("Отменить замещение", message=notice)
    assert told.toast == "Замещение завершено"
    await officer.expect("Замещение завершено: Метролог", ever=True)
    assert "0 из 1" in (await home(other)).text
    again = await coordinator.press("Отменить замещение", message=notice)
    assert again.toast == "Это замещение уже закончилось"


async def test_the_undo_covers_every_post_of_the_substitution(world: World) -> None:
    async with world.app.storage.read() as work:
        posts = [p.name for p in await work.people.posts() if not p.is_group][:12]
    coordinator = await world.coordinator()
    await world.join("Айгүл", role=Role.MANAGER)
    chief = await world.join("Данияр", *posts)
    await chief.send("/settings")
    await chief.expect("Настройки")
    await chief.press("Назначить замещающего")
    await chief.press("На всех")
    await chief.press("Айгүл")
    await chief.send("с 26 марта по 3 апреля")
    await chief.expect("Замещение назначено")
    notice = await coordinator.expect("Данияр отсутствует, отчитывается Айгүл")
    told = await coordinator.press("Отменить замещение", message=notice)
    assert told.toast == "Замещение завершено"
    assert len(await world.journal("substitution-ended")) == len(posts)
    said = await chief.expect("Замещение завершено", ever=True)
    assert all(post in said.text for post in posts)
    assert sum("Замещение завершено" in m.text for m in await chief.settled()) == 1
    async with world.app.storage.read() as work:
        assert await work.substitutions.standing(world.app.deps.today()) == []
    again = await coordinator.press("Отменить замещение", message=notice)
    assert again.toast == "Это замещение уже закончилось"


async def test_the_undo_leaves_what_was_named_at_another_time(world: World) -> None:
    coordinator = await world.coordinator()
    await world.join("Айгүл", role=Role.MANAGER)
    chief = await world.join("Данияр", METROLOGIST, "Экономист")
    for post in (METROLOGIST, "Экономист"):
        await chief.send("/settings")
        await chief.expect("Настройки")
        await chief.press("Назначить замещающего")
        await chief.press(post)
        await chief.press("Айгүл")
        await chief.send("с 26 марта по 3 апреля")
        await chief.expect("Замещение назначено")
        await world.sandbox.move_clock(by=timedelta(minutes=1))
    notice = await coordinator.expect("Метролог: Данияр отсутствует", ever=True)
    await coordinator.press("Отменить замещение", message=notice)
    assert [line.subject for line in await world.journal("substitution-ended")] == [
        f"post:{await number_of(world, METROLOGIST)}"
    ]


async def number_of(world: World, post: str) -> int:
    async with world.app.storage.read() as work:
        return next(p.id for p in await work.people.posts() if p.name == post)


async def test_the_coordinator_names_one_from_the_posts_card(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    other = await world.join("Айгүл", "Статист")
    await open_post(coordinator, METROLOGIST)
    await coordinator.press("Замещение")
    await coordinator.press("Айгүл")
    await coordinator.expect("С какого по какое число?")
    await coordinator.press("26 марта – 1 апреля")
    card = await coordinator.expect("Замещение назначено")
    assert "Метролог: Данияр отсутствует, отчитывается Айгүл, 26 марта – 1 апреля" in card.text
    assert "за вас отчитывается Айгүл" in (await officer.expect("Напоминаний", ever=True)).text
    told = await other.expect("отчитываетесь вы: Метролог")
    assert "просит" not in told.text  # it was the coordinator who named them
    await coordinator.press("Завершить: Айгүл")
    await other.expect("Замещение завершено")


async def test_a_substitute_who_is_no_officer_acts_within_it(world: World, officer: Phone) -> None:
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await manager.send("/report")
    await manager.expect("Это действие вам недоступно")
    await name(officer, "Гүлнар", "с 26 марта по 3 апреля")
    await manager.send("/report")
    assert (await manager.expect("1 из 5")).text.startswith("🔁 За должность: Метролог")
    await manager.press("Исполнено")
    card = await manager.expect("2 из 5")
    await world.sandbox.move_clock(to=AFTER_THE_LEAVE)
    told = await manager.press("Ноль", message=card)
    assert told.toast is not None
    assert "закончилось" in told.toast
    assert len(await world.journal("recorded")) == 1
    await manager.send("/report")
    await manager.expect("Это действие вам недоступно")


async def test_a_new_one_for_the_same_days_takes_the_place_of_the_old(world: World, officer: Phone) -> None:
    first = await world.join("Айгүл", "Статист")
    second = await world.join("Марат", role=Role.MANAGER)
    await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    await name(officer, "Марат", "с 1 по 10 апреля")
    await first.expect("Замещение завершено: Метролог")
    await second.expect("отчитываетесь вы")
    assert "0 из 1" in (await home(first)).text


async def test_a_shorter_one_inside_leaves_the_longer_in_force_around_it(
    world: World, officer: Phone
) -> None:
    first = await world.join("Айгүл", "Статист")
    second = await world.join("Марат", role=Role.MANAGER)
    await name(officer, "Айгүл", "с 26 марта по 10 апреля")
    await first.expect("отчитываетесь вы")
    card = await name(officer, "Марат", "с 1 по 3 апреля")
    assert "26 марта – 10 апреля" in card.text
    assert "1 апреля – 3 апреля" in card.text
    await first.expect("1 апреля – 3 апреля вместо вас отчитывается Марат")
    await second.expect("отчитываетесь вы")
    assert "0 из 6" in (await home(first)).text
    await world.sandbox.move_clock(to=datetime(2024, 4, 2, 5, 0, tzinfo=UTC))
    assert "0 из 1" in (await home(first)).text
    assert "0 из 5" in (await home(second)).text
    await world.sandbox.move_clock(to=datetime(2024, 4, 4, 5, 0, tzinfo=UTC))
    await second.expect("Дальше отчитывается другой замещающий")
    assert "0 из 6" in (await home(first)).text
    assert not any("отчёты снова у вас" in m.text for m in await officer.settled())


async def test_without_a_last_day_it_is_asked_until_when(world: World, officer: Phone) -> None:
    await world.join("Айгүл", "Статист")
    await officer.send("/settings")
    await officer.expect("Настройки")
    await officer.press("Назначить замещающего")
    await officer.press("Айгүл")
    await officer.expect("С какого по какое число?")
    await officer.send("с 1 апреля")
    asked = await officer.expect("С 1 апреля 2024 г. — по какое число?")
    assert asked.place("1 апреля – 14 апреля") is not None
    await officer.send("на 10 дней")
    named = await officer.expect("Замещение назначено")
    assert "1 апреля – 10 апреля" in named.text


async def test_of_several_posts_one_or_all(world: World) -> None:
    coordinator = await world.coordinator()
    officer = await world.join("Данияр", METROLOGIST, "Статист")
    other = await world.join("Айгүл", role=Role.MANAGER)
    await officer.send("/settings")
    await officer.expect("Настройки")
    await officer.press("Назначить замещающего")
    card = await officer.expect("На какой должности")
    assert [row[0] for row in card.buttons] == ["На всех", "Статист", METROLOGIST, "⬅️ Назад"]
    await officer.press("На всех")
    await officer.press("Айгүл")
    await officer.expect("С какого по какое число?")
    await officer.press("26 марта – 8 апреля")
    card = await officer.expect("Замещение назначено")
    assert card.text.count("отчитывается Айгүл") == 2
    assert "0 из 6" in (await home(other)).text
    await officer.press("Завершить: Айгүл")
    await other.expect("Замещение завершено")
    # What was named at once and still stands is undone at once.
    notice = await coordinator.expect("отчитывается Айгүл")
    told = await coordinator.press("Отменить замещение", message=notice)
    assert told.toast == "Замещение завершено"
    assert len(await world.journal("substitution-ended")) == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("в апреле", "Не понял «в апреле»"),
        ("с 14 по 1 апреля", "Последний день раньше первого"),
        ("с 1 по 14 февраля 2024", "Эти дни уже прошли"),
        ("01.04.2024-01.06.2025", "не дольше года"),
    ],
)
async def test_days_that_cannot_be_are_said_in_words_and_asked_again(
    world: World, officer: Phone, typed: str, said: str
) -> None:
    await world.join("Айгүл", "Статист")
    await officer.send("/settings")
    await officer.expect("Настройки")
    await officer.press("Назначить замещающего")
    await officer.press("Айгүл")
    await officer.expect("С какого по какое число?")
    await officer.send(typed)
    card = await officer.expect(said)
    assert "С какого по какое число?" in card.text
    await officer.send("1-14 сәуір")
    await officer.expect("Замещение назначено")


@pytest.mark.parametrize(
    ("language", "open_it", "who", "typed", "named", "line"),
    [
        ("kk", "Орнымды кім басады", "Орнын кім басады?", "1-14 сәуір", "басатын адам тағайындалды", "1 сәуір – 14 сәуір"),
        ("en", "Name a substitute", "Who will stand in?", "1-14 April", "Substitute named", "1 April – 14 April"),
    ],
)  # fmt: skip
async def test_in_the_other_languages(
    world: World, language: str, open_it: str, who: str, typed: str, named: str, line: str
) -> None:
    await world.join("Айгүл", "Статист")
    officer = await world.join("Данияр", METROLOGIST, language=language)
    await officer.send("/settings")
    await officer.expect(":00")
    await officer.press(open_it)
    await officer.expect(who)
    await officer.press("Айгүл")
    await officer.send(typed)
    assert line in (await officer.expect(named)).text


@pytest.mark.parametrize(
    ("language", "open_it", "typed", "line"),
    [
        ("ru", "Назначить замещающего", "1-14 февраля", "1 февраля 2025 г. – 14 февраля 2025 г."),
        ("kk", "Орнымды кім басады", "1-14 ақпан", "2025 жылғы 1 ақпан – 2025 жылғы 14 ақпан"),
        ("en", "Name a substitute", "1-14 February", "1 February 2025 – 14 February 2025"),
    ],
)
async def test_days_that_are_over_this_year_are_shown_with_the_year_that_they_were_taken_for(
    world: World, language: str, open_it: str, typed: str, line: str
) -> None:
    await world.join("Айгүл", "Статист")
    officer = await world.join("Данияр", METROLOGIST, language=language)
    await officer.send("/settings")
    await officer.expect(":00")
    await officer.press(open_it)
    await officer.press("Айгүл")
    await officer.send(typed)
    await officer.expect(line)


async def test_nobody_to_stand_in_and_no_post(world: World, officer: Phone) -> None:
    await officer.send("/settings")
    await officer.expect("Настройки")
    await officer.press("Назначить замещающего")
    await officer.expect("заменить пока некому")
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await manager.send("/settings")
    assert (await manager.expect("Настройки")).place("Назначить замещающего") is None


async def test_the_managers_list_of_what_is_overdue_knows(world: World, officer: Phone) -> None:
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await world.join("Айгүл", "Статист")
    await name(officer, "Айгүл", "с 26 марта по 30 апреля")
    await world.sandbox.move_clock(to=datetime(2024, 4, 9, 5, 0, tzinfo=UTC))
    await manager.send("/overdue")
    said = await manager.expect("Просрочено")
    for _ in range(12):
        if "Метролог — Данияр (замещает Айгүл)" in said.text:
            break
        await manager.press("▶️")
        said = await manager.expect("Просрочено")
    assert "Метролог — Данияр (замещает Айгүл)" in said.text


async def test_a_substitutes_request_is_journalled_in_whose_stead_and_its_decision_told_to_both(
    world: World, officer: Phone
) -> None:
    other = await world.join("Айгүл", "Статист")
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    await home(other)
    await other.press("Список")
    await other.expect("не начато")
    await other.press("Холтер")
    await other.expect("План на")
    await other.press("Перенос / не требуется")
    await other.press("30 апреля")
    await other.press("Задержка поставщика")
    await manager.expect("30.04.2024")
    [asked] = await world.journal("request-asked")
    assert asked.after is not None
    assert (asked.person_id, asked.after["for"]["holders"]) == (other.id, [officer.id])
    await manager.press("Разрешить")
    for phone in (officer, other):
        await phone.expect("Разрешено", ever=True)
