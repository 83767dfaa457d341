"""A post changes hands: drafts go with it, what was submitted stays with who did it, and everybody is told."""

from __future__ import annotations

import pytest

from core.lifecycle.row_owners import set_owner
from core.model.obligations import Obligation
from core.ports.unit_of_work import Storage
from sandbox.client.client import Phone
from tests.talk.test_evidence import picture
from tests.talk.worlds import METROLOGIST, World, card_of, home, open_post


async def give_from(coordinator: Phone, post: str) -> None:
    """Opens the choice of who gets the post."""
    await open_post(coordinator, post)
    await coordinator.press("Передать")
    await coordinator.expect("Кому передать?")


async def one_submitted_one_begun(officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    await officer.send("/report")
    await officer.expect("2 из 5")
    await officer.press("Ноль")
    await officer.expect("3 из 5")


async def holders(storage: Storage, post: str) -> list[int]:
    async with storage.read() as work:
        number = next(p.id for p in await work.people.posts() if p.name == post)
        return (await work.people.holders()).get(number, [])


async def test_to_somebody_who_has_joined(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    heir = await world.join("Айгүл", "Статист")
    await one_submitted_one_begun(officer)
    card = await card_of(officer)
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Айгүл")
    asked = await coordinator.expect("Данияр → Айгүл")
    assert "Сданное останется за тем, кто сдал" in asked.text
    await coordinator.press("Передать: Айгүл")
    await coordinator.expect("👤 Айгүл")
    assert await holders(world.app.storage, METROLOGIST) == [heir.id]

    assert "Сданное вами остаётся за вами" in (await officer.expect("передана: Айгүл", ever=True)).text
    told = await heir.expect("Вам передана должность «Метролог» (до вас: Данияр)")
    await heir.press("Главная", message=told)
    assert "2 из 6" in (await heir.expect("Сдать")).text  # one handed in, one begun, four and her own to go
    kept = await world.report(METROLOGIST, 5)
    async with world.app.storage.read() as work:
        [version] = await work.obligations.submissions(kept.id)
    assert (version.submitted_by, version.acting) == (officer.id, None)

    told_old = await officer.press("Ноль", message=card)
    assert (
        told_old.toast
        == "Должность «Метролог» передана: Айгүл. Отчёты теперь там; сданное вами — в /history."
    )
    home_card = await officer.expect("Сейчас сдавать нечего")
    assert "передана: Айгүл" in home_card.text
    [line] = await world.journal("handed-over")
    assert (line.person_id, line.before, line.after) == (
        coordinator.id,
        {"person": officer.id},
        {"person": heir.id},
    )


async def test_the_former_holder_reads_what_they_submitted(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    await world.join("Айгүл", "Статист")
    await one_submitted_one_begun(officer)
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Айгүл")
    await coordinator.press("Передать: Айгүл")
    await officer.expect("передана: Айгүл", ever=True)
    await officer.send("/history")
    card = await officer.expect("Сдано вами раньше")
    assert "I квартал 2024 · План мероприятий" in card.text
    assert "Метролог: 1" in card.text
    await officer.press("I кв. 2024 · Метролог")
    past = await officer.expect("здесь можно только смотреть")
    assert "1. ✅ Закуп аппарата Холтер — 6" in past.text
    assert [row[0] for row in past.buttons] == ["⬅️ Назад"]
    await officer.press("Назад")
    await officer.expect("Сдано вами раньше")


async def test_what_is_typed_after_it_is_refused_kindly(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    await world.join("Айгүл", "Статист")
    await officer.send("/report")
    await officer.expect("1 из 5")
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Айгүл")
    await coordinator.press("Передать: Айгүл")
    await officer.expect("передана: Айгүл", ever=True)
    await officer.send("5,8 млн")
    await officer.expect("Должность «Метролог» передана: Айгүл")
    assert (await world.report(METROLOGIST, 5)).draft.is_empty


async def test_by_an_invitation_the_old_holder_stays_until_it_is_used(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    await officer.send("/report")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Новому человеку, по ссылке")
    link = await coordinator.expect("Когда по этой ссылке войдут")
    token = link.text.split("?start=")[1].split()[0]
    assert await holders(world.app.storage, METROLOGIST) == [officer.id]
    await officer.start(token)
    await officer.expect("Вас приглашают")
    told = await officer.press("Да, это я")
    assert told.toast == "Эта ссылка — для того, кто примет вашу должность. Передайте её дальше."

    heir = await world.sandbox.person("Айгүл", language="ru")
    await heir.start(token)
    await heir.press("Да, это я")
    assert "1 из 5" in (await heir.expect("Добро пожаловать")).text
    assert await holders(world.app.storage, METROLOGIST) == [heir.id]
    await officer.expect("Должность «Метролог» передана: Айгүл", ever=True)

    notice = await coordinator.expect("Новый участник: Айгүл")
    await coordinator.press("Это ошибка, отключить", message=notice)
    assert await holders(world.app.storage, METROLOGIST) == [officer.id]


async def test_a_leave_ends_with_the_post(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    other = await world.join("Айгүл", "Статист")
    await world.join("Марат", "Экономист")
    await officer.send("/settings")
    await officer.expect("Настройки")
    await officer.press("Назначить замещающего")
    await officer.press("Айгүл")
    await officer.press("26 марта – 8 апреля")
    await officer.expect("Замещение назначено")
    assert "0 из 6" in (await home(other)).text
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Марат")
    await coordinator.press("Передать: Марат")
    await officer.expect("передана: Марат", ever=True)
    assert "0 из 1" in (await home(other)).text
    assert len(await world.journal("substitution-ended")) == 1


async def test_who_is_no_officer_becomes_one(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Сауле")
    await coordinator.press("Передать: Сауле")
    await officer.expect("передана: Сауле", ever=True)
    await coordinator.send("/report")
    await coordinator.expect("1 из 5")


async def test_with_the_account_the_evidence_and_its_files(world: World, officer: Phone) -> None:
    """What they submitted stays whole with who did it, for whoever reads it years later."""
    coordinator = await world.coordinator()
    await world.join("Айгүл", "Статист")
    await officer.send("/report")
    await officer.press("Пояснение")
    await officer.send("н" * 300)
    await officer.expect("нннн")
    await officer.photo(picture(1), "Акт № 5 от 10.03.2024")
    await officer.expect("№ 5 от 10.03.2024")
    await officer.press("Исполнено")
    await officer.expect("2 из 5")
    await world.kept_files(await world.report(METROLOGIST, 5))
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Айгүл")
    await coordinator.press("Передать: Айгүл")
    await officer.expect("передана: Айгүл", ever=True)

    await officer.send("/history")
    await officer.press("I кв. 2024 · Метролог")
    listed = await officer.expect("здесь можно только смотреть")
    assert "💬 ннн" in listed.text
    assert "📎 Акт ввода в эксплуатацию № 5 от 10.03.2024" in listed.text
    await officer.press("🔎 1. Закуп аппарата Холтер")
    whole = await officer.expect("Версия 1")
    assert "н" * 300 in whole.text
    assert "📄 Акт ввода в эксплуатацию № 5 от 10.03.2024" in whole.text
    told = await officer.press("📎 фото")
    assert told.toast == "Отправляю файл."
    await officer.expect_file()
    await officer.press("Назад", message=whole)
    await officer.expect("здесь можно только смотреть")


async def test_nobody_else_reads_or_gets_it(world: World, officer: Phone) -> None:
    other = await world.join("Айгүл", "Статист")
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.photo(picture(1), "сделано")
    await officer.press("✅ Да, исполнено")
    await officer.expect("2 из 5")
    row = await world.report(METROLOGIST, 5)
    [evidence] = await world.kept_files(row)
    await home(officer)
    await officer.press("📨 Сдать (1)")
    await officer.press("📨 Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    await other.send("/history")
    card = await other.expect("Пока ничего не сдано")
    version = card.data("Назад").partition(".")[0]
    for data in (f"gave.{row.id}.0", f"gavefile.{row.id}.{evidence.id}"):
        told = await other.press_data(card, f"{version}.{data}", forge=True)
        assert told.toast
        assert "Отправляю" not in told.toast
    assert not any(m.file_id for m in await other.settled())


async def given_to(world: World, coordinator: Phone, o: Obligation, post: str) -> None:
    """The coordinator gives the row of a report to another post."""
    async with world.app.storage.begin() as work:
        ids = {p.name: p.id for p in await work.people.posts()}
        plan = await work.plans.get(1)
        row = next(a for a in await work.plans.activities(1) if a.id == o.activity_id)
        assert plan is not None
        await set_owner(work, plan, row, ids[post], coordinator.id, world.app.clock.now())
    world.app.deps.library.forget()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "Этот отчёт теперь сдаёт: Статист (Айдос)"),
        ("kk", "Бұл есепті енді тапсыратын: Статист (Айдос)"),
        ("en", "This report is now with: Статист (Айдос)"),
    ],
)
async def test_whose_row_went_to_another_is_told_who_reports_on_it_now(
    world: World, language: str, said: str
) -> None:
    coordinator = await world.coordinator()
    await world.join("Айдос", "Статист")
    officer = await world.join("Данияр", METROLOGIST, language=language)
    await officer.send("/report")
    card = await officer.expect("Закуп аппарата Холтер")
    await given_to(world, coordinator, await world.report(METROLOGIST, 5), "Статист")
    told = await officer.press(card.buttons[0][0])
    assert told.toast == said
    card = await officer.expect(said)  # home, with the same in a line
    assert "Холтер" not in card.text


async def test_a_figure_typed_on_a_row_that_went_to_another_is_told_so_too(world: World) -> None:
    coordinator = await world.coordinator()
    officer = await world.join("Данияр", METROLOGIST)
    await officer.send("/report")
    await officer.expect("1 из 5")
    await given_to(world, coordinator, await world.report(METROLOGIST, 5), "Статист")
    await officer.send("6000")
    card = await officer.expect("Этот отчёт теперь сдаёт: Статист")
    assert "Статист (" not in card.text  # nobody holds it yet
    assert (await world.report("Статист", 5)).draft.is_empty
