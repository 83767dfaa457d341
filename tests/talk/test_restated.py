"""An edition prints rows in another scale or unit while reports on them are drafted, submitted and returned (domain, §1)."""

from __future__ import annotations

from decimal import Decimal

from core.model.obligations import ReportState
from core.model.people import Role
from core.plan.reports import Outcome
from core.report.rescale import RESTATED
from sandbox.client.client import Message, Phone
from tests.officer.replay import replay
from tests.talk.test_editions import accept, owed, send
from tests.talk.worlds import World, at_row, home

HOLTER = "1;Закуп аппарата Холтер;Акт ввода;в течение года;Метролог;тыс. тенге;6000;-;-;-"
SCANNER = "2;Закуп аппарата УЗИ;Акт ввода;в течение года;Метролог;тыс. тенге;3000;-;-;-"
MONITOR = "3;Закуп монитора пациента;Акт ввода;в течение года;Метролог;тыс. тенге;1000;-;-;-"
TRAINING = "4;Провести обучение персонала;Приказ;в течение года;Метролог;человек;5;-;-;-"
PLAN = (HOLTER, SCANNER, MONITOR, TRAINING)
AMENDED = (
    HOLTER.replace("тыс. тенге;6000", "млн тенге;6"),
    SCANNER.replace("тыс. тенге;3000", "млн тенге;3"),
    MONITOR.replace("тыс. тенге;1000", "млн тенге;1"),
    TRAINING.replace("человек;5", "%;90"),
)


async def amend(phone: Phone, *rows: str) -> None:
    await send(phone, *rows)
    await phone.press("Да, новая редакция")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")


async def one_of_each(world: World) -> tuple[Phone, Phone, Phone]:
    """The first row submitted, the second returned, the others drafted; → coordinator, officer, manager."""
    coordinator = await world.coordinator()
    await send(coordinator, *PLAN)
    await accept(coordinator)
    officer = await world.join("Данияр", "Метролог")
    manager = await world.join("Гүлнар", role=Role.MANAGER)
    await officer.send("/report")
    await officer.expect("Закуп аппарата Холтер")
    await officer.press("Исполнено: 6")
    await officer.expect("Закуп аппарата УЗИ")
    await officer.press("Исполнено: 3")
    await officer.expect("Закуп монитора")
    await home(officer)
    await officer.press("Сдать (2)")
    await officer.expect("К сдаче готово 2 из 4")
    await officer.press("Сдать (2)")
    await officer.expect("Сдано отчётов: 2")
    await manager.send("/review")
    await manager.expect("📥 На проверку")
    await manager.press("УЗИ")
    await manager.expect("Сдан 26 марта")
    await manager.press("Вернуть")
    await manager.expect("Что исправить?")
    await manager.send("Приложите акт")
    await manager.expect("Закуп аппарата Холтер")
    await at_row(officer, "Закуп монитора")
    await officer.send("800")
    await officer.expect("Почему?")
    await officer.send("ждём поставку, закроем в мае")
    await officer.expect("Провести обучение")
    await officer.press("Исполнено: 5")
    await officer.expect("Записано: Провести обучение")
    return coordinator, officer, manager


async def replayed(world: World) -> int:
    """Holds that the journal still tells what is kept of every report; → how many there are."""
    found = await owed(world)
    for o in found:
        async with world.app.storage.read() as work:
            lines = await work.journal.lines(f"obligation:{o.id}", limit=200)
            versions = await work.obligations.submissions(o.id)
        assert replay(reversed(lines)).differs_from(o, versions, world.app.deps.zone) == ()
    return len(found)


def plain(card: Message) -> str:
    return card.text.replace("\u00a0", " ")


async def told(world: World, row: int) -> tuple[Outcome | None, dict[str, Decimal]]:
    draft = (await world.report("Метролог", row)).draft
    return draft.outcome, draft.figures


async def test_each_report_is_told_in_the_scale_of_the_edition(empty: World) -> None:
    coordinator, officer, manager = await one_of_each(empty)
    await amend(coordinator, *AMENDED)

    assert await told(empty, 1) == (Outcome.DONE, {"main": Decimal(6)})
    assert await told(empty, 2) == (Outcome.DONE, {"main": Decimal(3)})
    assert await told(empty, 3) == (Outcome.PARTIAL, {"main": Decimal("0.8")})
    assert await told(empty, 4) == (None, {})
    given = await empty.report("Метролог", 1)
    assert given.state is ReportState.SUBMITTED
    assert given.submitted == given.draft.as_submitted()
    assert (await empty.report("Метролог", 2)).state is ReportState.RETURNED
    lines = await empty.journal(RESTATED)
    assert len(lines) == 4
    assert await replayed(empty) == 4


async def test_a_submitted_report_counts_as_the_same_money_and_is_read_as_it_was_given(empty: World) -> None:
    coordinator, officer, manager = await one_of_each(empty)
    await amend(coordinator, *AMENDED)
    await manager.send("/summary")
    card = await manager.expect("Сдано 1 из 4")
    assert "Освоение: 6 из 10 млн тг (60,0 %)" in plain(card)
    given = await empty.report("Метролог", 1)
    await manager.press_data(card, f"0.srep.{given.id}.0", forge=True)
    card = await manager.expect("Закуп аппарата Холтер")
    assert "План: 6 млн тг" in plain(card)
    assert "Факт: 6 млн тг" in plain(card)
    assert "Выполнение плана: 100 %" in plain(card)
    card = await at_row(officer, "Закуп аппарата Холтер")
    assert "План на I кв. 2024: 6 млн тг" in plain(card)
    assert "✅ исполнено, 6 млн тг" in plain(card)


async def test_a_returned_report_goes_in_again_as_the_same_money(empty: World) -> None:
    coordinator, officer, manager = await one_of_each(empty)
    await amend(coordinator, *AMENDED)
    card = await at_row(officer, "Закуп аппарата УЗИ")
    assert "✅ Записано: исполнено, 3 млн тг — не сдано" in plain(card)
    await officer.press("Исполнено: 3 млн")
    await officer.expect("К сдаче готово 2 из 4")
    await officer.press("Продолжить (1)")
    await officer.expect("Провести обучение")
    await officer.press("Исполнено: 90")
    await officer.expect("К сдаче готово 3 из 4")
    await officer.press("Сдать (3)")
    await officer.expect("Сдано отчётов: 3")
    again = await empty.report("Метролог", 2)
    assert (again.version, again.submitted and again.submitted.figures) == (2, {"main": Decimal(3)})
    await manager.send("/summary")
    card = await manager.expect("Сдано 4 из 4")
    assert "Освоение: 9,8 из 10 млн тг (98,0 %)" in plain(card)
    await manager.press_data(card, f"0.srep.{again.id}.0", forge=True)
    versions = plain(await manager.expect("Закуп аппарата УЗИ")).split("История")[1]
    assert "✅ 3 млн тг" in versions
    assert "✅ 3 млн тг" in versions
    assert await replayed(empty) == 4


async def test_the_card_of_what_changes_says_what_becomes_of_recorded_figures(empty: World) -> None:
    coordinator, _, _ = await one_of_each(empty)
    await send(coordinator, *AMENDED)
    await coordinator.press("Да, новая редакция")
    await coordinator.press("Что изменилось")
    card = await coordinator.expect("Закуп аппарата Холтер")
    assert plain(card).count("Отчётов с записанными суммами: 1. Суммы пересчитаются в новые единицы.") == 3
    await coordinator.press("▶️")
    card = await coordinator.expect("Провести обучение")
    assert "Отчётов с цифрами в прежней единице: 1. По несданным спросим заново" in plain(card)


async def test_an_edition_that_puts_the_scale_back_loses_nothing(empty: World) -> None:
    coordinator, _, manager = await one_of_each(empty)
    before = await empty.report("Метролог", 1)
    await amend(coordinator, *AMENDED)
    await amend(coordinator, HOLTER.replace("тыс. тенге;6000", "%;100"), *AMENDED[1:])
    counted = await empty.report("Метролог", 1)
    assert counted.submitted is not None
    assert (counted.submitted.outcome, counted.submitted.figures) == (Outcome.DONE, {})
    await manager.send("/summary")
    assert "Освоение: 0 из 4 млн тг" in plain(await manager.expect("Сдано 1 из 4"))
    await amend(coordinator, *PLAN)
    after = await empty.report("Метролог", 1)
    assert (after.submitted, after.target, after.state) == (before.submitted, before.target, before.state)
    assert after.draft.without_past() == before.draft.without_past()
    assert await replayed(empty) == 4


async def test_a_row_that_comes_back_in_another_scale_brings_its_reports_along_in_it(empty: World) -> None:
    coordinator, _, manager = await one_of_each(empty)
    await amend(coordinator, *PLAN[1:])
    await amend(coordinator, *AMENDED)
    back = await empty.report("Метролог", 1)
    assert back.submitted is not None
    assert (back.state, back.withdrawn, back.submitted.figures) == (
        ReportState.SUBMITTED,
        False,
        {"main": Decimal(6)},
    )
    await manager.send("/summary")
    assert "Освоение: 6 из 10 млн тг" in plain(await manager.expect("Сдано 1 из 4"))
    assert await replayed(empty) == 4
