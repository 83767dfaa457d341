"""The coordinator sends a plan file: what was read, doubts, missing parts, owners; nothing is live before that."""

from __future__ import annotations

from core.lifecycle import acceptance
from core.model.editions import PlanStatus
from core.model.obligations import Obligation
from core.plan.model import PlanInfo, ReadPlan
from sandbox.client.client import Phone
from tests.talk.worlds import PLAN, World


async def obligations(world: World) -> list[Obligation]:
    async with world.app.storage.read() as work:
        return await work.obligations.of_plan(1)


async def sent_plan(empty: World) -> Phone:
    """A coordinator who sent the hospital's plan and sees what was read."""
    phone = await empty.coordinator()
    await phone.document(PLAN.read_bytes(), "План мероприятий.docx")
    await phone.expect("68 мероприятий", timeout=30)
    return phone


async def accepted(empty: World) -> Phone:
    """… who accepted it and gave the part that it lacks."""
    phone = await sent_plan(empty)
    await phone.press("✅ Принять")
    await phone.expect("Как называется организация?")
    await phone.send("Центр сердца")
    await phone.expect("С какого дня отчитываются?")
    await phone.press("С 1 января 2024")
    await phone.expect("Кто отчитывается")
    return phone


async def test_what_was_read_is_counted_and_nothing_is_live(empty: World) -> None:
    phone = await sent_plan(empty)
    card = await phone.last()
    assert "4 раздела" in card.text
    assert "сомнени" in card.text
    assert "строка 1:" in card.text
    async with empty.app.storage.read() as work:
        assert await work.plans.with_status(PlanStatus.LIVE) == []
    assert await obligations(empty) == []


async def test_a_doubtful_deadline_is_shown_with_the_days_that_it_was_read_as(empty: World) -> None:
    phone = await empty.coordinator()
    await phone.document(PLAN.with_name("covid-2020.docx").read_bytes(), "Национальный план.docx")
    await phone.expect("129 мероприятий", timeout=60)
    await phone.press("Разобрать сомнения (5)")
    while "До 15 июля" not in (await phone.expect("Сроки: осталось 4")).text:
        await phone.press("▶️")
    card = await phone.expect("В сроке «До 15 июля, До 1 октября» нет года; взят 2020. Верно?")
    assert "Понято так: 15 июля 2020 г., 1 октября 2020 г." in card.text


async def test_doubts_are_settled_one_by_one(empty: World) -> None:
    phone = await sent_plan(empty)
    async with empty.app.storage.read() as work:
        plan = await work.plans.get(1)
    assert plan is not None
    left = len(plan.read.doubts)
    await phone.press(f"Разобрать сомнения ({left})")
    card = await phone.expect(f"осталось {left} из {left}")
    assert "1. Участие в выборе поставщиков" in card.text
    assert "4 квартал 2024" in card.text
    said = ["Верны значения", "Только за эти периоды", "Отчитываться по сроку", "Это одна должность"]
    for still, answer in zip(range(left - 1, 0, -1), said, strict=False):
        await phone.press(answer)
        await phone.expect(f"осталось {still} из {left}")
    await phone.press(said[-1])
    await phone.expect("Сомнений нет")


async def test_the_rows_can_be_looked_through(empty: World) -> None:
    phone = await sent_plan(empty)
    await phone.press("Показать строки")
    first = await phone.expect("1. ❗ Участие в выборе поставщиков")
    assert "Экономист" in first.text
    await phone.press("▶️")
    await phone.expect("6. Аппарат гемофильтрации")
    await phone.press("Назад")
    await phone.expect("68 мероприятий")


async def test_cancelling_leaves_nothing_live(empty: World) -> None:
    phone = await sent_plan(empty)
    told = await phone.press("Отменить")
    assert told.toast == "Отменено, план не принят"
    await phone.send("/plans")
    await phone.expect("Планов пока нет")


async def test_a_missing_part_is_asked_and_a_wrong_one_asked_again(empty: World) -> None:
    phone = await sent_plan(empty)
    await phone.press("✅ Принять")
    await phone.expect("Как называется организация?")
    await phone.send("Я")
    card = await phone.expect("от 2 до 300 знаков")
    assert "Как называется организация?" in card.text
    await phone.send("Центр сердца")
    await phone.expect("С какого дня отчитываются?")
    await phone.press("С 1 января 2024")
    await phone.expect("Кто отчитывается")


async def test_a_group_is_resolved_by_choosing_a_member(empty: World) -> None:
    phone = await accepted(empty)
    await phone.press("Заместители главного врача (9)")
    card = await phone.expect("В 9 строках названа только группа")
    assert card.buttons[0][0].startswith("Заместитель главного врача")
    await phone.press("Заместитель главного врача по ЛР")
    card = await phone.expect("Кто отчитывается")
    assert "11 — Заместитель главного врача по ЛР" in card.text
    assert "❗" not in card.text


async def test_a_group_is_resolved_by_typing_a_post(empty: World) -> None:
    phone = await accepted(empty)
    await phone.press("Заместители главного врача (9)")
    await phone.expect("Выберите или напишите должность")
    await phone.send("Заместитель главного врача по общим вопросам")
    await phone.expect("9 — Заместитель главного врача по общим вопросам")


async def test_a_row_is_given_to_another_post_and_confirmed(empty: World) -> None:
    phone = await accepted(empty)
    assert await obligations(empty) == []
    await phone.press("По строкам")
    await phone.expect("Строки и кто по ним отчитывается")
    await phone.press("5. Закуп аппарата Холтер")
    card = await phone.expect("👤 Заместители главного врача")
    assert "● Метролог" in [label for row in card.buttons for label in row]
    await phone.send("Инженер по оборудованию")
    await phone.expect("5. Закуп аппарата Холтер — Инженер по оборудованию")
    await phone.press("Назад")
    await phone.press("Подтвердить ответственных")
    card = await phone.expect("Ответственные подтверждены")
    assert "Теперь пригласите людей" in card.text
    assert len(await obligations(empty)) > 150
    await phone.send("/plans")
    await phone.press("План мероприятий")
    card = await phone.expect("Кто отчитывается:")
    assert card.place("Подтвердить") is None


async def test_a_second_acceptance_is_refused(empty: World) -> None:
    phone = await accepted(empty)
    card = await phone.last()
    version = card.data("Главная").partition(".")[0]
    told = await phone.press_data(card, f"{version}.accept.1", forge=True)
    assert told.toast == "Этот план уже принят или отменён"


async def test_a_plan_of_a_file_that_names_nothing_asks_all_its_parts(empty: World) -> None:
    phone = await empty.coordinator()
    rows = ["№;Мероприятие;Форма завершения;Срок исполнения;Ответственный"]
    rows += [f"{n};Провести проверку {n};Справка;1 квартал;Метролог" for n in range(1, 6)]
    await phone.document("\n".join(rows).encode(), "rows.csv", mime="text/csv")
    await phone.expect("5 мероприятий", timeout=30)
    await phone.press("✅ Принять")
    await phone.expect("Как называется план?")
    await phone.send("План проверок")
    await phone.expect("Как называется организация?")
    await phone.send("Центр сердца")
    await phone.expect("На какой год план?")
    await phone.send("этот")
    await phone.expect("«этот» — не год")
    await phone.send("2024")
    await phone.expect("Кто отчитывается")


async def test_a_list_of_abbreviations_names_the_posts(empty: World) -> None:
    """What the document spells out is the post's other name: shown on its card, and known at the next import."""
    coordinator = await empty.coordinator()
    table = (
        "№;Мероприятия;Форма завершения;Срок исполнения;Ответственные исполнители\n"
        "1;Поставка оборудования;Акт;декабрь 2024 года;МЗ\n"
        "2;Обучение врачей;Сертификат;ноябрь 2024 года;УОЗ\n"
        "Примечание: расшифровка аббревиатур:;;;;\n"
        "МЗ – Министерство здравоохранения;;;;\n"
        "УОЗ – Управление общественного здоровья;;;;\n"
    )
    await coordinator.document(table.encode(), "план на 2024 год.csv")
    await coordinator.expect("2 мероприятия")
    await coordinator.press("Принять")
    for _ in range(3):
        card = await coordinator.expect("")
        if "Как называется план" in card.text:
            await coordinator.send("План поставок")
        elif "организация" in card.text:
            await coordinator.send("Больница")
        elif "На какой год" in card.text:
            await coordinator.send("2024")
    await coordinator.expect("Кто отчитывается")
    await coordinator.press("Подтвердить")
    await coordinator.expect("Люди и должности")
    await coordinator.press("МЗ")
    card = await coordinator.expect("Должность пока никто не занимает")
    assert "Министерство здравоохранения" in card.text


async def test_every_plan_can_be_opened_and_live_ones_come_first(world: World) -> None:
    async with world.app.storage.begin() as work:
        for at in range(1, 12):
            read = ReadPlan(plan=PlanInfo(title=f"Черновик {at}"))
            await acceptance.put_forward(
                work, read, source_name="x", source_sha256="x", by=None, now=world.app.clock.now()
            )
    phone = await world.coordinator()
    await phone.send("/plans")
    card = await phone.expect("Планы")
    assert card.buttons[0][0].startswith("🟢")
    assert card.buttons[1] == ["🕓 Черновик 11"]
    await phone.press("▶️")
    await phone.settled()
    card = await phone.last()
    assert card.buttons[3] == ["🕓 Черновик 1"]
    await phone.press("Черновик 1")
    await phone.expect("Черновик 1")


async def test_a_row_for_a_group_without_a_member_leads_to_the_group(empty: World) -> None:
    phone = await accepted(empty)
    await phone.press("По строкам")
    await phone.expect("Строки и кто по ним отчитывается")
    await phone.press("5. Закуп аппарата Холтер")
    await phone.expect("👤 Заместители главного врача")
    await phone.press("Заместители главного врача")
    card = await phone.expect("никто не отчитывается")
    await phone.press("Заместитель главного врача по ЛР")
    await phone.expect("Кто отчитывается")
    assert "только группа" in card.text
