"""The card of deadlines: what is owed and when, day by day, and what opens next."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.model.obligations import DerivedObligation, Extension, Obligation
from core.model.people import Role
from sandbox.client.client import Message, Phone
from tests.talk.test_on_behalf import report_for
from tests.talk.test_substitutes import name
from tests.talk.worlds import METROLOGIST, QUALITY, World, card_of, home

MONDAY_AFTER = datetime(2024, 4, 8, 5, 0, tzinfo=UTC)
LONG_AFTER = datetime(2024, 4, 10, 5, 0, tzinfo=UTC)


async def deadlines(phone: Phone, said: str = "Сроки ·") -> Message:
    await phone.send("/deadlines")
    return await phone.expect(said)


async def with_work_by(world: World, o: Obligation, day: date) -> None:
    """As if the plan had that day for the work itself: «акт до 15 марта»."""
    known = DerivedObligation.model_validate(o.model_dump(include=set(DerivedObligation.model_fields)))
    due = o.due.model_copy(update={"deadline": day})
    async with world.app.storage.begin() as work:
        await work.obligations.reschedule(o.id, known.model_copy(update={"due": due}))


async def rows_of_metrologist(world: World) -> list[Obligation]:
    async with world.app.storage.read() as work:
        ids = {p.name: p.id for p in await work.people.posts()}
        return await work.obligations.of_post(ids[METROLOGIST], date(2024, 3, 26))


@pytest.mark.usefixtures("calm")
async def test_from_home_to_a_row_and_back(officer: Phone) -> None:
    card = await home(officer)
    assert card.buttons[-1] == ["📅 Сроки", "⚙️ Настройки"]
    await officer.press("📅 Сроки")
    card = await officer.expect("Сроки · не сдано: 5")
    assert "\n\nПятница, 5 апреля — осталось 8 рабочих дней\n1. Закуп аппарата Холтер\n2. " in card.text
    assert "просрочено" not in card.text
    assert "I кв. 2024" not in card.text  # one plan and period: it needs no name
    assert "🔜 Откроется позже\n20 июня — II квартал: " in card.text
    assert card.buttons == [[f"▫️ {n}" for n in range(1, 5)], ["▫️ 5"], ["⬅️ Назад"]]
    await officer.press("▫️ 2")
    assert (await officer.expect("2 из 5")).id == card.id
    await deadlines(officer)
    await officer.press("Назад")
    await officer.expect("Сдать до пятницы")


async def test_moved_waiting_and_the_work_itself_are_told_and_what_is_not_owed_is_not(
    world: World, officer: Phone
) -> None:
    first, second, third, fourth, fifth = await rows_of_metrologist(world)
    async with world.app.storage.begin() as work:
        await work.obligations.set_extension(first.id, Extension(report_due=date(2024, 4, 30)))
        await work.obligations.set_extension(second.id, Extension(deadline=date(2024, 7, 20)))
        await work.obligations.set_asking(third.id, "extension")
        await work.obligations.set_excused(fourth.id, True)
    await with_work_by(world, fifth, date(2024, 3, 15))
    card = await deadlines(officer)
    shown = card.text.split("\n\n")
    assert shown[0] == "📅 Сроки · не сдано: 4"
    assert "осталось 8 рабочих дней" in shown[1]
    assert "\n🛠 работа до 20 июля, было до 31 марта" in shown[1]
    assert "\n⏳ Просьба о переносе ждёт решения" in shown[1]
    assert shown[1].endswith("\n🛠 работа до 15 марта")
    assert shown[2].startswith("Вторник, 30 апреля — осталось 25 рабочих дней\n4. Закуп аппарата Холтер")
    assert shown[2].endswith("\n⏳ срок был 5 апреля")


async def test_what_was_submitted_goes_and_what_is_late_comes_first(world: World, officer: Phone) -> None:
    await home(officer)
    await officer.press("Отчитаться (5)")
    await officer.expect("1 из 5")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    card = await deadlines(officer)
    assert card.buttons[0] == ["✅ 1", "▫️ 2", "▫️ 3", "▫️ 4"]
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.expect("К сдаче готово 1 из 5")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    card = await deadlines(officer)
    assert "не сдано: 4" in card.text
    assert "Холтер" not in card.text

    async with world.app.storage.begin() as work:
        second = (await rows_of_metrologist(world))[1]
        await work.obligations.set_extension(second.id, Extension(report_due=date(2024, 4, 9)))
    await world.sandbox.move_clock(MONDAY_AFTER)
    card = await deadlines(officer)
    assert (
        "\n⏰ из них просрочено: 3\n\n⏰ Пятница, 5 апреля — срок прошёл 1 рабочий день назад\n1. "
        in card.text
    )
    assert "\n\nВторник, 9 апреля — остался 1 рабочий день\n4. " in card.text
    await world.sandbox.move_clock(LONG_AFTER)
    card = await deadlines(officer)
    assert "⏰ из них просрочено: 4" in card.text
    assert "⏰ Пятница, 5 апреля — срок прошёл 3 рабочих дня назад" in card.text


async def test_a_long_list_has_pages_and_tells_all_that_opens_on_the_last(world: World) -> None:
    await world.ask_for_past()
    officer = await world.join("Гүлнар", QUALITY)
    async with world.app.storage.read() as work:
        ids = {p.name: p.id for p in await work.people.posts()}
        owed = await work.obligations.of_post(ids[QUALITY], date(2024, 3, 26))
        coming = await work.obligations.ahead_of_post(ids[QUALITY], date(2024, 3, 26))
    assert len(owed) > 8
    assert len(coming) > 1
    card = await deadlines(officer)
    assert card.buttons[:2] == [[f"▫️ {n}" for n in range(1, 5)], [f"▫️ {n}" for n in range(5, 9)]]
    assert "\n9. " not in card.text
    assert len(card.text.partition("🔜 Откроется позже\n")[2].split("\n")) == 1
    await officer.press("▶️")
    card = await officer.expect("\n9. ")
    assert "\n8. " not in card.text
    for _ in range(-(-len(owed) // 8) - 2):
        await officer.press("▶️")
        await officer.settled(0.2)
    card = await officer.expect(f"\n{len(owed)}. ", ever=True)
    assert len(card.text.partition("🔜 Откроется позже\n")[2].split("\n")) == min(3, len(coming))
    await officer.press(f"▫️ {len(owed)}")
    await officer.expect(f"{len(owed)} из {len(owed)}")


async def test_nothing_is_owed_and_what_opens_is_told(world: World, officer: Phone) -> None:
    async with world.app.storage.begin() as work:
        for o in await rows_of_metrologist(world):
            await work.obligations.set_excused(o.id, True)
    card = await deadlines(officer)
    assert card.text.startswith(
        "📅 Сроки · не сдано: 0\nСейчас сдавать нечего.\n\n🔜 Откроется позже\n20 июня"
    )


async def test_on_behalf_it_is_the_posts_and_says_so(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    assert (await card_of(coordinator)).place("📅 Сроки") is None
    card = await report_for(coordinator, METROLOGIST)
    assert ["📅 Сроки", "⚙️ Настройки"] in card.buttons
    await coordinator.press("📅 Сроки")
    card = await coordinator.expect("Сроки · не сдано: 5")
    assert card.text.startswith("✍️ Вы отчитываетесь за: Метролог\n\n📅")
    assert "🔜 Откроется позже\n20 июня" in card.text
    await coordinator.press("Закончить: снова за себя")
    card = await coordinator.expect("Планы работ")
    assert card.place("📅 Сроки") is None


async def test_a_substitute_sees_them_until_the_leave_is_over(world: World, officer: Phone) -> None:
    other = await world.join("Айгүл", role=Role.MANAGER)
    await name(officer, "Айгүл", "с 26 марта по 3 апреля")
    await other.expect("отчитываетесь вы")
    card = await deadlines(other)
    assert "не сдано: 5" in card.text
    assert card.text.count("🔁") == 5
    assert "Откроется позже" not in card.text  # the next period opens after the leave


async def test_a_stranger_to_reporting_is_refused_and_an_old_button_answers_kindly(
    world: World, officer: Phone
) -> None:
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await manager.send("/deadlines")
    await manager.expect("Это действие вам недоступно")
    old = await deadlines(officer)
    data = old.data("▫️ 1")
    await home(officer)
    told = await officer.press_data(old, data, forge=True)
    assert told.toast == "Это сообщение устарело"
    assert "Сдать до пятницы" in (await card_of(officer)).text


async def test_a_row_that_fell_away_meanwhile_is_refused_and_the_page_stays_whole(
    world: World, officer: Phone
) -> None:
    first = (await rows_of_metrologist(world))[0]
    card = await deadlines(officer)
    async with world.app.storage.begin() as work:
        await work.obligations.set_withdrawn([first.id], True)
    told = await officer.press("▫️ 1", message=card)
    assert told.toast
    assert "не сдано: 4" in (await deadlines(officer)).text
    forged = await officer.press_data(await card_of(officer), "1.duepage.99", forge=True)
    assert forged.toast == "Это сообщение устарело"


@pytest.mark.parametrize(
    ("language", "press", "texts"),
    [
        (
            "kk",
            "📅 Мерзімдер",
            (
                "📅 Мерзімдер · тапсырылмағаны: 5",
                "5 сәуір, жұма — 8 жұмыс күні қалды",
                "⏳ бұрынғы мерзімі — 5 сәуір",
                "🛠 орындау мерзімі — 15 наурыз",
                "🔜 Кейін ашылады",
                "20 маусым — II тоқсан: 5 есеп, мерзімі — 5 шілде",
                "⏰ соның ішінде мерзімі өткені: 4",
                "⏰ 5 сәуір, жұма — мерзімі 1 жұмыс күні бұрын өтті",
            ),
        ),
        (
            "en",
            "📅 Deadlines",
            (
                "📅 Deadlines · to submit: 5",
                "Friday, 5 April — 8 working days left",
                "⏳ originally 5 April",
                "🛠 work due 15 March",
                "🔜 Opening later",
                "20 June — Q2: 5 reports due 5 July",
                "⏰ of these overdue: 4",
                "⏰ Friday, 5 April — 1 working day overdue",
            ),
        ),
    ],
)
async def test_in_other_languages(world: World, language: str, press: str, texts: tuple[str, ...]) -> None:
    phone = await world.join("Daniyar", METROLOGIST, language=language)
    first, second = (await rows_of_metrologist(world))[:2]
    async with world.app.storage.begin() as work:
        await work.obligations.set_extension(first.id, Extension(report_due=date(2024, 4, 30)))
    await with_work_by(world, second, date(2024, 3, 15))
    await phone.send("/tasks")
    await phone.settled(0.2)
    await phone.press(press)
    card = await phone.expect(texts[0])
    for said in texts[1:6]:
        assert said in card.text
    await world.sandbox.move_clock(MONDAY_AFTER)
    card = await deadlines(phone, texts[6])
    assert texts[7] in card.text
