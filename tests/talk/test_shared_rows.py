"""Several bodies on a row: each reports, the lead consolidates, the others see what came of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path

import pytest

from core.lifecycle import reporting_rules
from core.model.obligations import Obligation, ReportState, RuleChange
from core.model.people import Role
from core.plan.reports import Draft, Outcome
from core.ports.repositories import Submission
from core.report import consolidation
from sandbox.client.client import Message, Phone
from tests.talk.test_editions import accept, send
from tests.talk.worlds import World, card_of, eventually, living

D = Decimal
MINISTRY, CITY, REGION = "Министерство здравоохранения", "Акимат города", "Акимат области"
BODIES = f"{MINISTRY}, {CITY}, {REGION}"
ROOMS = f"1;Открыть кабинеты;Приказ;в течение года;{BODIES};единиц;12;;;"
SHARE = f"2;Охват скринингом;Информация;в течение года;{BODIES};%;80;;;"
ALONE = f"3;Издать приказ;Приказ;в течение года;{MINISTRY};единиц;1;;;"


@pytest.fixture
async def shared(tmp_path: Path) -> AsyncIterator[World]:
    """A live plan of two rows of three bodies and one of the Ministry alone, reported on by each."""
    async with living(tmp_path, None) as world:
        chief = await world.coordinator()
        await send(chief, ROOMS, SHARE, ALONE)
        await accept(chief)
        await chief.send("/rules")
        await chief.expect("⚙️ Правила")
        await chief.press("Кто отчитывается")
        await chief.press("Каждый из названных")
        await chief.press("Применить")
        await chief.expect("Свод сдать")
        yield world


async def at(phone: Phone, title: str) -> Message:
    """Opens the card of a row."""
    await phone.send("/tasks")
    await phone.settled()  # the card of who has just joined says the same
    await phone.press("Список")
    await phone.expect("не начато")
    await phone.press(title)
    return await phone.expect("План на")


async def report(phone: Phone, title: str, figure: str, account: str | None = None) -> None:
    """Records a figure for a row, with an account, and hands in what is ready."""
    await at(phone, title)
    if account is not None:
        await phone.press("Пояснение")
        await phone.send(account)
        await phone.expect(account)
    await phone.send(figure)
    await hand_in(phone)


async def hand_in(phone: Phone) -> None:
    await phone.send("/tasks")
    await phone.expect("Записано, но не сдано")
    await phone.settled(0.1)  # a correction has shown what is ready already, on the card above
    await phone.press("Сдать (")
    await phone.settled(0.1)
    await phone.expect("К сдаче готово")
    await phone.press("📨 Сдать (")
    await phone.expect("Сдано отчётов")


async def of(world: World, post: str, row: int = 1) -> Obligation:
    return await world.report(post, row)


async def test_the_lead_consolidates_and_the_others_see_it(shared: World, calm: list[object]) -> None:
    city, region = await shared.join("Айша", CITY), await shared.join("Болат", REGION)
    card = await at(city, "Открыть кабинеты")
    assert "План общий на всех" in card.text
    assert f"Свод ({MINISTRY}) ещё не сдан" in card.text
    await report(city, "Открыть кабинеты", "5", "Открыто в трёх поликлиниках")
    assert (await of(shared, CITY)).submitted is not None
    assert (await of(shared, CITY)).draft.outcome is Outcome.DONE  # a part is not held against the whole plan

    lead = await shared.join("Сара", MINISTRY)
    card = await at(lead, "Открыть кабинеты")
    assert "Свод: отчитались 1 из 2" in card.text
    assert "Акимат города: 5 — Открыто в трёх поликлиниках" in card.text
    assert "Акимат области: отчёта ещё нет" in card.text
    assert card.buttons[0] == ["✅ Свод: 5"]

    await report(region, "Открыть кабинеты", "7")
    card = await at(lead, "Открыть кабинеты")
    assert card.buttons[0] == ["✅ Свод: 12 = 5 + 7"]
    told = await lead.press("Свод: 12")
    assert told.toast == "Записано: 12"
    kept = await of(shared, MINISTRY)
    parts = [await of(shared, CITY), await of(shared, REGION)]
    assert (kept.draft.outcome, kept.draft.figures) == (Outcome.DONE, {"main": D(12)})
    assert kept.draft.gathered == {o.id: 1 for o in parts}

    assert "ещё не сдан" in (await at(city, "Открыть кабинеты")).text
    await hand_in(lead)
    card = await at(city, "Открыть кабинеты")
    assert f"Свод сдан ({MINISTRY}): ✅ исполнено, 12" in card.text
    assert "✅ исполнено, 5" in card.text


async def test_without_one_the_lead_is_asked_once_and_the_manager_reads_it(
    shared: World, calm: list[object]
) -> None:
    city = await shared.join("Айша", CITY)
    await report(city, "Открыть кабинеты", "12")
    lead = await shared.join("Сара", MINISTRY)
    await at(lead, "Открыть кабинеты")
    await lead.press("Свод: 12")
    card = await lead.expect("Ещё не отчитались: Акимат области. Записать свод без них?")
    assert card.buttons == [["✅ Без них: 12"], ["⏳ Подождать"]]
    assert (await of(shared, MINISTRY)).draft.outcome is None
    await lead.press("Подождать")
    await lead.expect("Свод: отчитались 1 из 2")
    await lead.send("13")  # a typed figure is asked about likewise
    await lead.expect("Записать свод без них?")
    await lead.press("Без них: 13")
    assert (await of(shared, MINISTRY)).draft.figures == {"main": D(13)}
    card = await at(lead, "Открыть кабинеты")
    assert "В свод не вошли: Акимат области" in card.text
    await lead.send("12")  # known already
    await eventually(lambda: _figure_is(shared, 12), "the figure was changed without another question")
    await hand_in(lead)

    manager = await shared.join("Ержан", role=Role.MANAGER)
    await manager.send("/summary")
    await manager.press("По исполнителям")
    await manager.press(MINISTRY)
    await manager.press("Открыть кабинеты")
    card = await manager.expect("Свод: взято отчётов 1 из 2")
    assert "В свод не вошли: Акимат области" in card.text


async def _figure_is(world: World, value: int) -> bool:
    return (await of(world, MINISTRY)).draft.figures == {"main": D(value)}


async def with_parts(world: World) -> Phone:
    """The lead on the card of a row whose other bodies reported 5 and 3."""
    await hand_in_for(world, CITY, "Готово", "5")
    await hand_in_for(world, REGION, "Готово", "3")
    lead = await world.join("Сара", MINISTRY)
    await at(lead, "Открыть кабинеты")
    return lead


async def test_the_proposed_sum_says_that_the_leads_part_is_not_in_it(
    shared: World, calm: list[object]
) -> None:
    lead = await with_parts(shared)
    card = await card_of(lead)
    assert card.buttons[0] == ["✅ Свод: 8 = 5 + 3"]
    assert "нет вашей доли; если она есть, напишите общий итог" in card.text
    await lead.send("12")
    await eventually(lambda: _figure_is(shared, 12), "a total that takes in the others is recorded at once")
    await at(lead, "Открыть кабинеты")
    await lead.press("Свод: 8 = 5 + 3")
    await eventually(lambda: _figure_is(shared, 8), "the sum alone")
    assert "нет вашей доли" not in (await at(lead, "Открыть кабинеты")).text


async def test_a_total_below_what_the_others_reported_is_asked_about_once(
    shared: World, calm: list[object]
) -> None:
    lead = await with_parts(shared)
    await lead.send("4")
    card = await lead.expect("Понял так: 4. Верно?")
    assert "У остальных в отчётах уже 8, а итог меньше." in card.text
    assert list(card.buttons[:3]) == [["✅ 8 + 4 = 12"], ["4 — всего"], ["✏️ Нет, исправить"]]
    assert (await of(shared, MINISTRY)).draft.outcome is None
    told = await lead.press("8 + 4 = 12")
    assert told.toast == "Записано: 12"
    kept = (await of(shared, MINISTRY)).draft
    assert (kept.outcome, kept.figures, sorted(kept.gathered.values())) == (
        Outcome.DONE,
        {"main": D(12)},
        [1, 1],
    )


async def test_a_total_below_the_others_is_confirmed_as_it_is_or_mended(
    shared: World, calm: list[object]
) -> None:
    lead = await with_parts(shared)
    await lead.send("4")
    await lead.expect("Верно?")
    await lead.press("4 — всего")
    await lead.expect("Почему?")  # 4 of 12
    assert (await of(shared, MINISTRY)).draft.figures == {"main": D(4)}
    await lead.send("5")  # mended while the card asks why
    await lead.expect("Понял так: 5")
    await lead.press("Нет, исправить")
    await lead.expect("Напишите количество")
    await lead.send("12")
    await eventually(lambda: _figure_is(shared, 12), "the total itself was typed")


async def test_a_sum_with_the_leads_part_that_changed_meanwhile_is_shown_first(
    shared: World, calm: list[object]
) -> None:
    lead = await with_parts(shared)
    await lead.send("4")
    await lead.expect("Верно?")
    await hand_in_for(shared, REGION, "Исправлено", "6")
    told = await lead.press("8 + 4 = 12")
    assert told.toast == "Пока карточка была открыта, данные изменились. Теперь: 15"
    assert (await of(shared, MINISTRY)).draft.outcome is None
    await lead.press("11 + 4 = 15")
    await eventually(lambda: _figure_is(shared, 15), "what was shown last is recorded")


async def test_the_leads_caption_is_asked_about_likewise(shared: World, calm: list[object]) -> None:
    lead = await with_parts(shared)
    await lead.document(
        b"%PDF-1.4 order", "приказ.pdf", "Приказ №7 от 05.03.2024, открыли 4", mime="application/pdf"
    )
    card = await lead.expect("Понял так: 4 · Приказ № 7")
    assert list(card.buttons[:2]) == [["✅ 8 + 4 = 12"], ["4 — всего"]]
    await lead.press("8 + 4 = 12")
    await eventually(lambda: _figure_is(shared, 12), "the sum was recorded with the paper beside it")


@pytest.mark.parametrize(("pressed", "figure"), [("5 + 4 = 9", 9), ("4 — всего", 4)])
async def test_with_one_missing_the_total_is_asked_about_first_and_each_once(
    shared: World, pressed: str, figure: int, calm: list[object]
) -> None:
    await hand_in_for(shared, CITY, "Готово", "5")
    lead = await shared.join("Сара", MINISTRY)
    await at(lead, "Открыть кабинеты")
    await lead.send("4")
    await lead.expect("У остальных в отчётах уже 5")
    await lead.press(pressed)
    await lead.expect("Ещё не отчитались: Акимат области")
    await lead.press(f"Без них: {figure}")
    await lead.expect("Почему?")
    await eventually(lambda: _figure_is(shared, figure), "asked about once, and recorded")


async def test_a_part_is_not_held_against_the_others(shared: World, calm: list[object]) -> None:
    await hand_in_for(shared, REGION, "Готово", "9")
    city = await shared.join("Айша", CITY)
    await at(city, "Открыть кабинеты")
    await city.send("5")
    await eventually(lambda: _part_is(shared, 5), "a part is recorded as it is")


async def test_the_last_report_that_comes_while_the_question_is_open_is_taken_in(
    shared: World, calm: list[object]
) -> None:
    await hand_in_for(shared, CITY, "Готово", "5")
    lead = await shared.join("Сара", MINISTRY)
    await at(lead, "Открыть кабинеты")
    await lead.press("Свод: 5")
    card = await lead.expect("Ещё не отчитались: Акимат области")
    assert card.buttons == [["✅ Без них: 5"], ["⏳ Подождать"]]
    await hand_in_for(shared, REGION, "Готово", "7")
    told = await lead.press("Без них: 5")
    assert told.toast == "Отчёты изменились, пока карточка была открыта. Теперь: 12"
    card = await lead.expect("Отчитались все (2 из 2). Записать свод?")
    assert card.buttons == [["✅ Свод: 12"], ["⏳ Подождать"]]
    assert (await of(shared, MINISTRY)).draft.outcome is None, "what was not shown is not recorded"
    await lead.press("✅ Свод: 12")
    await eventually(lambda: _figure_is(shared, 12), "the sum that was shown is recorded")
    assert consolidation.left_out((await of(shared, MINISTRY)).draft) == []


async def test_of_a_sum_whose_reports_were_returned_nothing_is_recorded(
    shared: World, calm: list[object]
) -> None:
    await hand_in_for(shared, CITY, "Готово", "5")
    lead = await shared.join("Сара", MINISTRY)
    await at(lead, "Открыть кабинеты")
    await lead.press("Свод: 5")
    await lead.expect("Ещё не отчитались: Акимат области")
    async with shared.app.storage.begin() as work:
        o = await of(shared, CITY)
        assert await work.obligations.save_draft(o.id, o.revision, o.draft, ReportState.RETURNED)
    told = await lead.press("Без них: 5")
    assert told.toast == "Это сообщение устарело"
    card = await lead.expect("Свод: отчитались 0 из 2")
    assert card.buttons == [["⏳ Подождать"]]
    assert (await of(shared, MINISTRY)).draft.outcome is None


async def test_a_figure_of_ones_own_stays_and_the_question_names_who_is_missing_now(
    shared: World, calm: list[object]
) -> None:
    await hand_in_for(shared, CITY, "Готово", "5")
    lead = await shared.join("Сара", MINISTRY)
    await at(lead, "Открыть кабинеты")
    await lead.send("13")
    await lead.expect("Ещё не отчитались: Акимат области")
    await hand_in_for(shared, REGION, "Готово", "7")
    await lead.press("Без них: 13")
    await lead.expect("Отчитались все (2 из 2). Записать свод?")
    await lead.press("✅ Свод: 13")
    await eventually(lambda: _figure_is(shared, 13), "it is the lead's own figure")


async def test_a_sum_that_changed_since_it_was_shown_is_shown_first(
    shared: World, calm: list[object]
) -> None:
    await hand_in_for(shared, CITY, "Готово", "5")
    await hand_in_for(shared, REGION, "Готово", "7")
    lead = await shared.join("Сара", MINISTRY)
    await at(lead, "Открыть кабинеты")
    await hand_in_for(shared, REGION, "Исправлено", "8")
    told = await lead.press("Свод: 12 = 5 + 7")
    assert told.toast == "Отчёты изменились, пока карточка была открыта. Теперь: 13"
    assert (await of(shared, MINISTRY)).draft.outcome is None
    await lead.press("Свод: 13 = 5 + 8")
    await eventually(lambda: _figure_is(shared, 13), "the new sum is recorded once it was seen")


async def test_a_part_of_what_adds_up_is_a_figure_and_no_tick(shared: World, calm: list[object]) -> None:
    city = await shared.join("Айша", CITY)
    card = await at(city, "Открыть кабинеты")
    assert "Напишите количество" in card.text
    assert card.place("✅ Исполнено") is None
    for said in ("исполнено", "да"):
        await city.send(said)
        await city.settled()
        assert (await of(shared, CITY)).draft.outcome is None
        assert "Напишите количество" in (await card_of(city)).text
    old = await city.press_data(
        card, f"{card.data('☰').partition('.')[0]}.plan.{(await of(shared, CITY)).id}", forge=True
    )
    assert old is not None
    assert (await of(shared, CITY)).draft.outcome is None
    await city.send("5")
    await eventually(lambda: _part_is(shared, 5), "the figure alone answers it")
    await at(city, "Открыть кабинеты")
    await city.press("Не исполнено")
    await city.expect("Почему?")
    lead = await shared.join("Сара", MINISTRY)
    card = await at(lead, "Открыть кабинеты")
    assert card.buttons[0] != ["✅ Исполнено"]
    assert card.place("✅ Исполнено: 12") is not None, "the lead answers for all together"


async def _part_is(world: World, value: int) -> bool:
    draft = (await of(world, CITY)).draft
    return (draft.outcome, draft.figures) == (Outcome.DONE, {"main": D(value)})


async def test_a_correction_afterwards_is_told_and_consolidated_anew(
    shared: World, calm: list[object]
) -> None:
    city, region = await shared.join("Айша", CITY), await shared.join("Болат", REGION)
    lead = await shared.join("Сара", MINISTRY)
    await report(city, "Открыть кабинеты", "5")
    await report(region, "Открыть кабинеты", "7")
    await at(lead, "Открыть кабинеты")
    await lead.press("Свод: 12")
    await hand_in(lead)

    await report(city, "Открыть кабинеты", "6")
    card = await at(lead, "Открыть кабинеты")
    assert "После свода изменилось: Акимат города" in card.text
    await lead.press("Свод: 13 = 6 + 7")
    await hand_in(lead)
    kept = await of(shared, MINISTRY)
    assert (kept.version, kept.submitted and kept.submitted.figures) == (2, {"main": D(13)})
    assert "После свода" not in (await at(lead, "Открыть кабинеты")).text


async def test_shares_are_not_added(shared: World, calm: list[object]) -> None:
    city, region = await shared.join("Айша", CITY), await shared.join("Болат", REGION)
    lead = await shared.join("Сара", MINISTRY)
    await report(city, "Охват скринингом", "86")
    await report(region, "Охват скринингом", "90")
    card = await at(lead, "Охват скринингом")
    assert "Сложить это нельзя" in card.text
    assert card.place("✅ Свод") is None
    await report(region, "Охват скринингом", "86")
    card = await at(lead, "Охват скринингом")
    assert card.buttons[0] == ["✅ Свод: 86\u00a0%"]
    await lead.press("Свод: 86")
    assert (await of(shared, MINISTRY, 2)).draft.figures == {"main": D(86)}


async def test_the_lead_reads_a_report_in_full_and_gets_its_files(shared: World, calm: list[object]) -> None:
    city = await shared.join("Айша", CITY)
    long = "Открыто пять кабинетов: " + "в посёлках и аулах, " * 20
    await at(city, "Открыть кабинеты")
    await city.document(b"%PDF-1.4 order", "приказ.pdf", mime="application/pdf")
    await city.expect("приказ.pdf")
    await shared.kept_files(await of(shared, CITY))
    await report(city, "Открыть кабинеты", "5", long.strip())

    lead = await shared.join("Сара", MINISTRY)
    await at(lead, "Открыть кабинеты")
    await lead.press("Отчёты соисполнителей (1 из 2)")
    listed = await lead.expect("отчёта ещё нет")
    assert listed.place("Акимат области") is None  # there is nothing to open
    await lead.press("Акимат города")
    card = await lead.expect("Сдано 26 марта 2024 г., версия 1")
    assert long.strip() in card.text
    assert "исполнено, 5" in card.text
    await lead.press("📎 приказ.pdf")
    assert (await lead.expect_file("приказ.pdf")).from_bot
    await lead.press("Назад")
    await lead.press("К карточке")
    await lead.expect("План на")


async def test_a_part_and_strangers_rows_cannot_be_read_by_forged_buttons(shared: World) -> None:
    city, region = await shared.join("Айша", CITY), await shared.join("Болат", REGION)
    await report(city, "Открыть кабинеты", "5")
    mine, theirs = await of(shared, REGION), await of(shared, CITY)
    for forged in (f"gpart.{mine.id}.{theirs.id}.0", f"gparts.{theirs.id}.0", f"gather.{mine.id}"):
        card = await at(region, "Открыть кабинеты")
        told = await region.press_data(card, f"{card.data('☰').partition('.')[0]}.{forged}", forge=True)
        assert told.toast in ("Это сообщение устарело", "Это не ваш отчёт")


async def test_a_row_of_one_body_is_reported_as_ever(shared: World, calm: list[object]) -> None:
    lead = await shared.join("Сара", MINISTRY)
    card = await at(lead, "Издать приказ")
    assert "Свод" not in card.text
    assert card.buttons[0] == ["✅ Исполнено: 1"]


async def test_everything_by_plan_leaves_the_consolidated_rows_out(shared: World, calm: list[object]) -> None:
    lead = await shared.join("Сара", MINISTRY)
    await lead.send("/tasks")
    await lead.expect("План мероприятий")
    await lead.press("Всё по плану")
    card = await lead.expect("Отмечено 1 из 1")
    assert card.place("Издать приказ") is not None
    assert card.place("Открыть кабинеты") is None
    assert (await card_of(lead)).id == card.id


FOR_ALL = f"1;Открыть кабинеты;Приказ;в течение года;{MINISTRY}, Акиматы областей;единиц;12;;;"


async def test_a_group_is_expanded_to_several_members_who_each_owe(empty: World, calm: list[object]) -> None:
    chief = await empty.coordinator()
    await send(chief, FOR_ALL, f"2;Провести аудит;Акт;в течение года;{REGION};единиц;1;;;")
    await accept(chief)
    await chief.send("/rules")
    await chief.expect("⚙️ Правила")
    await chief.press("Кто отчитывается")
    await chief.press("Каждый из названных")  # nothing changes yet: the group owes through nobody
    await chief.expect("каждый из названных, головной сводит")
    await chief.press("Назад")
    await chief.expect("Группы, за которые никто не отчитывается: 1")
    await chief.press("Акиматы областей (1)")
    await chief.expect("Кто из группы отчитывается?")
    await chief.press(f"⬜ {REGION}")
    await chief.send("Акимат Абайской области")
    await chief.expect("2. Акимат Абайской области")
    await chief.press("Каждый отчитывается (2)")
    card = await chief.expect("Кто отчитывается")
    assert "Группы, за которые никто не отчитывается" not in card.text
    async with empty.app.storage.read() as work:
        names = {p.id: p.name for p in await work.people.posts()}
        owed = {(names[o.post_id], o.due.report_due.isoformat()) for o in await work.obligations.of_plan(1)}
    assert {name for name, _ in owed} == {MINISTRY, REGION, "Акимат Абайской области"}
    assert (MINISTRY, "2024-04-19") in owed
    assert len(await empty.journal("group-expanded")) == 1


async def hand_in_for(world: World, post: str, account: str, figure: str) -> None:
    """A report handed in without a phone, for rows of many bodies."""
    o = await of(world, post)
    draft = Draft(outcome=Outcome.DONE, figures={"main": D(figure)}, account=account)
    async with world.app.storage.begin() as work:
        when = world.app.clock.now()
        submission = Submission(
            obligation_id=o.id, version=o.version + 1, content=draft, submitted_by=1, submitted_at=when
        )
        await work.obligations.submit(submission, when.date())


MANY = [f"Управление № {n} по вопросам охраны общественного здоровья населения области" for n in range(1, 24)]


async def test_many_bodies_with_long_accounts_fit_into_messages_and_pages(
    empty: World, calm: list[object]
) -> None:
    chief = await empty.coordinator()
    await send(chief, f"1;Открыть кабинеты;Приказ;в течение года;{', '.join([MINISTRY, *MANY])};единиц;12;;;")
    await accept(chief)
    async with empty.app.storage.begin() as work:
        plan = await reporting_rules.live_plan(work, 1)
        each = RuleChange(responsibility="each")
        await reporting_rules.change(work, plan, each, chief.id, empty.app.clock.now(), empty.app.deps.days)
    empty.app.deps.library.forget()
    for body in MANY[:20]:
        await hand_in_for(empty, body, "<Сделано & показано> " * 70, "0.5")
    lead = await empty.join("Сара", MINISTRY)
    card = await at(lead, "Открыть кабинеты")
    assert "отчитались 20 из 23" in card.text
    assert "… и ещё 17" in card.text
    assert card.buttons[0] == ["✅ Свод: 10"]
    await lead.press("Отчёты соисполнителей")
    await lead.expect("Управление № 1 ")
    await lead.press("▶️")
    await lead.expect("Управление № 9 ")
    await lead.press("Управление № 9 ")
    card = await lead.expect("версия 1")
    assert card.text.count("<Сделано & показано>") == 70
    await lead.press("Назад")
    await lead.expect("Управление № 9 ")
    await lead.press("К карточке")
    await lead.expect("План на")
    await lead.press("Свод: 10")
    await lead.expect("Записать свод без них?")
    await lead.press("Без них")
    await lead.expect("Почему?")  # 10 of 12
    assert (await of(empty, MINISTRY)).draft.figures == {"main": D("10.0")}


@pytest.mark.parametrize(
    ("language", "together", "missing"),
    [
        ("kk", "✅ Жиынтық есеп: 5", "есеп әлі жоқ"),
        ("en", "✅ Consolidated: 5", "no report yet"),
    ],
)
async def test_the_leads_card_in_each_language(
    shared: World, language: str, together: str, missing: str, calm: list[object]
) -> None:
    await hand_in_for(shared, CITY, "Готово", "5")
    lead = await shared.join("Sara", MINISTRY, language=language)
    await lead.send("/report")
    await lead.expect("Издать приказ")  # is due before what waits for the others
    await lead.press("⏭")
    card = await lead.expect("Открыть кабинеты")
    assert card.buttons[0] == [together]
    assert missing in card.text
    await lead.press(together)
    await lead.expect(REGION)
