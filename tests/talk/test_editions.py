"""The coordinator's side of plans: doubts settled and remembered, posts known by other names, new editions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.model.editions import LiveActivity, PlanEdition, PlanStatus
from core.model.obligations import Obligation
from core.model.people import Role
from core.owed.measures import measures_of
from core.plan.reports import Draft, Outcome
from core.ports.repositories import Submission
from sandbox.client.client import Message, Phone
from tests.talk.worlds import World, card_of

HEAD = (
    "№;Мероприятие;Форма завершения;Срок исполнения;Ответственные исполнители;Единица измерения;"
    "1 квартал;2 квартал;3 квартал;4 квартал"
)
HOLTER = "1;Закуп аппарата Холтер;Акт ввода;в течение года;Метролог;тыс. тенге;6000;-;2000;-"
TRAINING = "2;Провести обучение среднего персонала;Приказ;в течение года;Экономист;человек;5;5;5;5"
ROOF = "3;Капитальный ремонт кровли здания;Акт;4 квартал 2024 года;Метролог, Экономист;усл. ед.;7;;;"
CHECKS = "4;Поверка приборов;Сертификат;в течение года;Метролог;%;100;100;100;100"
TITLE = "План мероприятий на 2024 год"


def file_of(*rows: str, title: str = TITLE) -> bytes:
    return "\n".join([title, HEAD, "Раздел 1. Финансы;;;;;;;;;", *rows]).encode()


async def send(phone: Phone, *rows: str, title: str = TITLE, name: str = "план.csv") -> Message:
    """Sends a plan file; → the card with what was read, or the question about it."""
    await phone.document(file_of(*rows, title=title), name, mime="text/csv")
    return await phone.expect("Прочитан", timeout=30)


async def accept(phone: Phone) -> None:
    """Accepts the plan on the card as it is and confirms its owners."""
    await phone.press("✅ Принять")
    await phone.expect("Как называется организация?")
    await phone.send("Центр сердца")
    await phone.expect("Кто отчитывается")
    await phone.press("Подтвердить ответственных")
    await phone.expect("Ответственные подтверждены")


async def plans(world: World) -> list[PlanEdition]:
    async with world.app.storage.read() as work:
        found = [await work.plans.get(p.id) for p in await work.plans.with_status(*PlanStatus)]
    return [p for p in found if p is not None]


async def rows_of(world: World, plan_id: int = 1) -> list[LiveActivity]:
    async with world.app.storage.read() as work:
        return await work.plans.activities(plan_id)


async def owed(world: World, plan_id: int = 1) -> list[Obligation]:
    async with world.app.storage.read() as work:
        return await work.obligations.of_plan(plan_id)


# Doubts


async def test_a_doubt_is_settled_by_a_choice_and_by_typing_and_the_answers_are_accepted(
    empty: World,
) -> None:
    phone = await empty.coordinator()
    await send(phone, HOLTER, ROOF)
    await phone.press("Разобрать сомнения (2)")
    card = await phone.expect("осталось 2 из 2")
    assert "4 квартал 2024 года" in card.text
    await phone.send("когда получится")
    await phone.expect("не понял срок")
    await phone.send("до 15 марта")
    card = await phone.expect("Записано: срок до 15 марта 2024")
    assert "«усл. ед.» неизвестна" in card.text
    await phone.press("число")
    await phone.expect("Сомнений нет")
    await accept(phone)
    roof = (await rows_of(empty))[1].row
    assert roof.unit == "count"
    assert roof.deadline.end is not None
    assert (roof.deadline.end.isoformat(), roof.deadline_text) == ("2024-03-15", "4 квартал 2024 года")
    assert [line.after and line.after["how"] for line in await empty.journal("doubt-settled")] == [
        "unit:count",
        "type:до 15 марта",
    ]


async def test_the_value_moves_to_the_deadline_where_the_coordinator_says_so(empty: World) -> None:
    phone = await empty.coordinator()
    await send(phone, ROOF.replace("усл. ед.", "%"))
    await phone.press("Разобрать сомнения (1)")
    await phone.press("Верен срок: перенести значение")
    await phone.expect("Сомнений нет")
    await accept(phone)
    assert (await rows_of(empty))[0].row.targets == {"2024-Q4": "7"}


async def test_a_settled_doubt_can_be_looked_at_and_answered_otherwise(empty: World) -> None:
    phone = await empty.coordinator()
    await send(phone, ROOF.replace("усл. ед.", "%"))
    await phone.press("Разобрать сомнения (1)")
    await phone.press("Верны значения")
    await phone.press("Решённые сомнения (1)")
    card = await phone.expect("✔️ Решено: Верны значения")
    assert card.place("● Верны значения") is not None
    await phone.press("Оставить как в файле")
    await phone.press("Решённые сомнения (1)")
    await phone.expect("✔️ Решено: Оставить как в файле")
    plan = (await plans(empty))[0]
    assert plan.settled_reading.activities == plan.read.activities


async def test_a_corrected_file_does_not_ask_again(empty: World) -> None:
    phone = await empty.coordinator()
    await send(phone, HOLTER, ROOF)
    await phone.press("Разобрать сомнения (2)")
    await phone.press("Верны значения")
    await phone.press("число")
    await phone.expect("Сомнений нет")
    await phone.press("Отменить")
    card = await send(phone, TRAINING, CHECKS, ROOF.replace("3;Кап", "9;«Кап").replace("здания", "здания»"))
    assert "Сомнений нет" in card.text
    assert "Решено раньше: 2" in card.text
    await phone.press("Решённые сомнения (2)")
    await phone.expect("✔️ Решено раньше: число")
    await phone.press("К плану")
    await phone.press("Отменить")
    card = await send(phone, ROOF.replace("4 квартал", "3 квартал"))
    assert "1 сомнение" in card.text
    assert "Решено раньше: 1" in card.text


async def test_a_row_joined_to_another_becomes_its_own_and_a_corrected_file_knows_it(empty: World) -> None:
    phone = await empty.coordinator()
    loose = ";;Протокол;;Экономист;;;5;;"
    await send(phone, HOLTER, loose, CHECKS)
    await phone.press("Разобрать сомнения (2)")
    card = await phone.expect("Строка без названия присоединена к предыдущей")
    assert card.place("Относится к строке выше") is not None
    await phone.press("Это отдельная строка")
    await phone.expect("Сомнений нет")
    await phone.press("Показать строки")
    card = await phone.expect("2. Закуп аппарата Холтер")
    assert "3. Поверка приборов" in card.text
    await phone.press("Назад")
    await phone.press("Отменить")
    card = await send(phone, TRAINING, HOLTER, loose)
    assert "Сомнений нет" in card.text
    await accept(phone)
    assert [(a.row.title, a.row.completion_form) for a in await rows_of(empty, 2)] == [
        ("Провести обучение среднего персонала", "Приказ"),
        ("Закуп аппарата Холтер", "Акт ввода"),
        ("Закуп аппарата Холтер", "Протокол"),
    ]


async def test_a_sum_that_differs_and_a_row_that_hangs_loose_are_shown_with_what_decides_them(
    empty: World,
) -> None:
    phone = await empty.coordinator()
    head = (
        "№;Мероприятие;Срок исполнения;Ответственные исполнители;Финансирование всего, тыс. тенге;"
        "Финансирование 2024;Финансирование 2025"
    )
    rows = (
        "1;Закуп аппарата;март 2024;Метролог;1000;500;250",
        "Подпись: Иванов;;до 1 марта 2024;Юрист;;;",
        "2;Ремонт кровли;май 2024;Метролог;;;",
    )
    await phone.document("\n".join([TITLE, head, *rows]).encode(), "план.csv", mime="text/csv")
    await phone.expect("Прочитан", timeout=30)
    await phone.press("Разобрать сомнения (2)")
    card = await phone.expect("не удалось отнести")
    assert "⬆️ 1. Закуп аппарата" in card.text
    assert "⬇️ 2. Ремонт кровли" in card.text
    await phone.press("Не нужна плану")
    card = await phone.expect("Указано 1\xa0000, а сумма слагаемых — 750")
    assert "Сумма: 2024: 500 · 2025: 250; всего: 1\u00a0000" in card.text
    await phone.send("столько-то")
    await phone.expect("не понял сумму")
    await phone.send("2025: 500")
    await phone.expect("Сомнений нет")
    await accept(phone)
    assert [a.row.funding for a in await rows_of(empty)] == [{"2024": "500", "2025": "500"}, {}]


async def test_an_unknown_column_is_named_and_one_that_no_answer_mends_asks_for_the_file(
    empty: World,
) -> None:
    phone = await empty.coordinator()
    rows = (f"{HEAD};Цвет папки", f"{HOLTER};красная", f"{CHECKS};")
    await phone.document("\n".join([TITLE, *rows]).encode(), "план.csv", mime="text/csv")
    await phone.expect("Прочитан", timeout=30)
    await phone.press("Разобрать сомнения (1)")
    card = await phone.expect("Графа «Цвет папки» неизвестна")
    assert "красная" in card.text
    assert card.place("Срок") is None
    await phone.send("2025 год, наверное")
    await phone.expect("не понял период")
    await phone.press("Примечание")
    await phone.expect("Сомнений нет")
    await accept(phone)
    assert [a.row.note for a in await rows_of(empty)] == ["красная", None]
    bare = [f"{n};Провести проверку склада номер {n};до {n} мая 2024 года;Метролог" for n in range(1, 6)]
    await phone.document("\n".join(["План проверок на 2024 год", *bare]).encode(), "проверки.csv")
    await phone.expect("Прочитан", timeout=30)
    await phone.press("Разобрать сомнения (1)")
    card = await phone.expect("У таблицы нет заголовков")
    assert "исправьте файл и пришлите его снова" in card.text
    await phone.press("Строки прочитаны верно")
    await phone.expect("Сомнений нет")


async def test_a_forged_answer_is_refused(empty: World) -> None:
    phone = await empty.coordinator()
    card = await send(phone, ROOF)
    await phone.press_data(card, f"{_version(card)}.answer.1.0.77", forge=True)
    await phone.press_data(card, f"{_version(card)}.answer.1.55.0", forge=True)
    assert (await plans(empty))[0].settled == {}


def _version(card: Message) -> str:
    data = card.data("Принять")
    return data.partition(".")[0]


# Goals in words

GOAL_HEAD = "№;Мероприятие;Срок исполнения;Ответственные исполнители;1 квартал;2 квартал;3 квартал;4 квартал"


async def test_a_goal_understood_is_told_otherwise_by_buttons_and_in_words(empty: World) -> None:
    phone = await empty.coordinator()
    rows = (
        "1;Открыть кабинеты;в течение года;Метролог;;Открытие 8 кабинетов;;",
        "2;Проложить сети;в течение года;Метролог;;до 80 км;;",
    )
    await phone.document("\n".join([TITLE, GOAL_HEAD, *rows]).encode(), "план.csv", mime="text/csv")
    await phone.expect("Прочитан", timeout=30)
    await phone.press("❓ Цели под вопросом (1)")
    card = await phone.expect("❓ Понято: не более 80 км, уровень. Верно?")
    assert card.place("● не более") is not None
    await phone.press("Верно")
    await phone.expect("🎯 Понято: не более 80 км, уровень")
    await phone.press("Назад")
    await phone.press("Назад")
    await phone.press("🎯 1")
    await phone.expect("Открытие 8 кабинетов")
    await phone.press("🎯 8 кабинетов, прирост")
    await phone.press("уровень")
    await phone.expect("🎯 Понято: 8 кабинетов, уровень")
    await phone.send("не знаю")
    await phone.expect("«не знаю» — не понял")
    await phone.send("не менее 12 кабинетов")
    await phone.expect("🎯 Понято: не менее 12 кабинетов")
    await phone.press("уровень")
    await phone.send("до 1 июля 2024")
    await phone.expect("🎯 Понято: не менее 12 кабинетов, уровень; срок 01.07.2024")
    await phone.press("Здесь нет цифры")
    await phone.press("Цифра здесь есть")
    await phone.press("Назад")
    await phone.press("Назад")
    await phone.press("Назад")
    await phone.expect("Прочитан")
    await accept(phone)
    (first, second) = [a.row for a in await rows_of(empty)]
    (rooms,) = measures_of(first, "2024-Q2")
    assert (rooms.plan, rooms.noun, rooms.cumulative, rooms.better) == (Decimal(12), "кабинетов", True, "up")
    assert measures_of(second, "2024-Q2")[0].better == "down"
    assert len(await empty.journal("goal-said")) == 7


# The register of posts


async def test_a_post_written_nearly_like_a_known_one_is_asked_about_once_and_then_known(
    empty: World,
) -> None:
    phone = await empty.coordinator()
    await send(phone, HOLTER, TRAINING)
    await accept(phone)
    other = "Дорожная карта отделения на 2025 год"
    slip = CHECKS.replace("Метролог", "Метрологг")
    await send(phone, slip, title=other, name="карта.csv")
    await phone.press("Разобрать сомнения (1)")
    await phone.expect("«Метрологг» похоже на известную должность «Метролог»")
    await phone.press("Это одна должность")
    await phone.expect("Сомнений нет")
    await accept(phone)
    async with empty.app.storage.read() as work:
        posts = {p.name: p for p in await work.people.posts()}
    assert sorted(posts) == ["Метролог", "Экономист"]
    assert posts["Метролог"].aliases == ("Метрологг",)
    card = await send(phone, HOLTER.replace("Метролог", "МЕТРОЛОГГ"), title="План ремонта на 2026 год")
    assert "Сомнений нет" in card.text
    assert "решен" not in card.text
    assert [a.responsibles for a in (await plans(empty))[-1].read.activities] == [("Метролог",)]


# A new edition


async def live_with_a_report(world: World) -> Phone:
    """A live plan of four rows, on whose first row the metrologist has handed in the first quarter."""
    phone = await world.coordinator()
    await send(phone, HOLTER, TRAINING, ROOF.replace("усл. ед.", "%"), CHECKS)
    await accept(phone)
    officer = await world.join("Данияр", "Метролог")
    async with world.app.storage.begin() as work:
        first = next(o for o in await work.obligations.of_plan(1) if o.period == "2024-Q1")
        done = Draft(outcome=Outcome.DONE, figures={"money": Decimal(6000)})
        submission = Submission(
            obligation_id=first.id,
            version=1,
            content=done,
            submitted_by=officer.id,
            submitted_at=world.app.clock.now(),
        )
        await work.obligations.submit(submission, date(2024, 3, 26))
    return phone


NEW_HOLTER = HOLTER.replace("6000", "5000")
NEW_ROWS = (
    "1;Создать резерв лекарственных средств;Приказ;2 квартал 2024 года;Экономист;наличие;;+;;",
    NEW_HOLTER.replace("1;", "2;", 1),
    CHECKS.replace("4;", "3;", 1),
    TRAINING.replace("2;", "4;", 1).replace("Экономист", "Метролог"),
)  # fmt: skip


async def test_a_new_edition_is_asked_about_shown_and_accepted(empty: World) -> None:
    phone = await live_with_a_report(empty)
    before = {a.row.title: a for a in await rows_of(empty)}
    reports = [o for o in await owed(empty) if o.version]
    assert [o.target for o in reports] == ["6000"]

    card = await send(phone, *NEW_ROWS, title=f"{TITLE} (с изменениями)")
    assert "Это новая редакция плана «План мероприятий на 2024 год»?" in card.text
    await phone.press("Да, новая редакция")
    card = await phone.expect("Добавлено 1 · изменено 3 · убрано 1 · без изменений 0")
    await phone.press("Что изменилось")
    card = await phone.expect("➖ Убрано: 3. Капитальный ремонт кровли здания")
    assert "➕ Добавлено: 1. Создать резерв лекарственных средств" in card.text
    assert "· план, I кв. 2024: 6\u00a0000 → 5\u00a0000" in card.text
    assert "Сдано отчётов: 1. Они останутся с прежней формулировкой." in card.text
    await phone.press("▶️")
    await phone.expect("· ответственные: «Экономист» → «Метролог»")
    assert (await plans(empty))[0].source_name == "план.csv"

    await phone.press("К плану")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается (предложено")
    after = {a.row.title: a for a in await rows_of(empty)}
    for title in ("Закуп аппарата Холтер", "Провести обучение среднего персонала", "Поверка приборов"):
        assert after[title].id == before[title].id
    assert after["Закуп аппарата Холтер"].ownership == before["Закуп аппарата Холтер"].ownership
    assert [a.position for a in after.values()] == [0, 1, 2, 3]
    assert {t for t, a in after.items() if not a.ownership.confirmed} == {
        "Создать резерв лекарственных средств",
        "Провести обучение среднего персонала",
    }
    statuses = [(p.id, p.status, len(p.read.activities), p.title) for p in await plans(empty)]
    assert statuses == [
        (1, PlanStatus.LIVE, 4, f"{TITLE} (с изменениями)"),
        (2, PlanStatus.SUPERSEDED, 4, TITLE),
    ]
    dropped = await rows_of(empty, 2)
    assert [a.row.title for a in dropped] == ["Капитальный ремонт кровли здания"]
    assert all(o.withdrawn for o in await owed(empty, 2))

    # What was reported keeps its plan value, its words and its days; the rest follows the new edition.
    now = {(o.activity_id, o.period): o for o in await owed(empty)}
    holter = before["Закуп аппарата Холтер"].id
    assert now[holter, "2024-Q1"] == reports[0]
    assert now[holter, "2024-Q3"].target == "2000"
    lines = await empty.journal("edition-accepted")
    assert lines[0].after is not None
    assert (lines[0].after["added"], lines[0].after["changed"], lines[0].after["dropped"]) == (1, 3, 1)
    assert len(await empty.journal("row-changed")) == 3
    assert len(await empty.journal("row-dropped")) == 1

    # Rows whose responsible changed are owed as before until the coordinator confirms who reports.
    training = before["Провести обучение среднего персонала"].id
    economist = {o.post_id for o in await owed(empty) if o.activity_id == training}
    await phone.press("Подтвердить ответственных")
    await phone.expect("Ответственные подтверждены")
    metrologist = reports[0].post_id
    moved = [o for o in await owed(empty) if o.activity_id == training]
    assert {o.post_id for o in moved} == {metrologist} != economist
    assert len(moved) == 4


async def test_a_dropped_row_comes_back_and_every_edition_is_listed(empty: World) -> None:
    phone = await live_with_a_report(empty)
    holter = next(a for a in await rows_of(empty) if a.row.title == "Закуп аппарата Холтер")
    await send(phone, TRAINING, CHECKS)
    await phone.press("Да, новая редакция")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")
    assert all(o.withdrawn for o in await owed(empty, 2) if o.activity_id == holter.id)

    await send(phone, TRAINING, CHECKS, HOLTER.replace("1;", "3;", 1))
    await phone.press("Да, новая редакция")
    await phone.expect("1 строка вернулась из прежних редакций, со своими отчётами")
    await phone.press("Что изменилось")
    await phone.expect("↩️ Снова в плане: 3. Закуп аппарата Холтер")
    await phone.press("К плану")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")
    back = next(a for a in await rows_of(empty) if a.row.title == "Закуп аппарата Холтер")
    assert (back.id, back.ownership) == (holter.id, holter.ownership)
    report = next(o for o in await owed(empty) if o.version)
    assert (report.activity_id, report.withdrawn, report.target) == (holter.id, False, "6000")
    assert len(await empty.journal("row-returned")) == 1

    await phone.press("🗂 Редакции")
    card = await phone.expect("🟢 Действует, принята 26 марта 2024")
    assert "Сауле" in card.text
    counts = [line for line in card.text.splitlines() if line.startswith(("Добавлено", "↩️", "Первая"))]
    assert counts == [
        "Добавлено 0 · изменено 0 · убрано 0",
        "↩️ 1 строка вернулась из прежних редакций, со своими отчётами",
        "Добавлено 0 · изменено 0 · убрано 2",
        "Первая редакция, строк: 4",
    ]
    version = card.data("Назад").partition(".")[0]
    first = next(p.id for p in await plans(empty) if len(p.read.activities) == 4)
    await phone.press_data(card, f"{version}.rows.{first}.0")
    card = await phone.expect("3. ❗ Капитальный ремонт кровли здания")
    await phone.press("Назад")
    await phone.expect("Редакции плана")
    await phone.press("Назад")
    await phone.expect("Кто отчитывается")


async def test_a_button_never_records_a_plan_value_that_it_does_not_show(empty: World) -> None:
    """The plan is amended while a card and the list of all as planned are open: they are shown anew instead."""
    phone = await empty.coordinator()
    courses = TRAINING.replace("2;Провести обучение", "4;Провести аттестацию")
    await send(phone, HOLTER, TRAINING, courses)
    await accept(phone)
    walker, sweeper = await empty.join("Данияр", "Метролог"), await empty.join("Айдос", "Экономист")
    await walker.send("/report")
    await walker.expect("План на")
    await sweeper.send("/tasks")
    await sweeper.expect("Сдать до")
    await sweeper.press("Всё по плану")
    await sweeper.expect("Отмечено 2 из 2")

    await send(phone, HOLTER.replace("6000", "7000"), TRAINING.replace("5;5;5;5", "8;5;5;5"), courses)
    await phone.press("Да, новая редакция")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")

    told = await walker.press("Исполнено: 6")
    assert told.toast == "План с тех пор изменился. Вот что в нём теперь"
    card = await walker.expect("План на")
    assert card.buttons[0][0].startswith("✅ Исполнено: 7")
    told = await sweeper.press("Записать отмеченные")
    assert told.toast.startswith("Список изменился, пока он был открыт")
    await sweeper.expect("Отмечено 2 из 2")
    assert not any(o.draft.outcome for o in await owed(empty))

    await walker.press("Исполнено: 7")
    await sweeper.press("Записать отмеченные")
    await sweeper.expect("К сдаче готово")
    done = [o.draft.figures["main"] for o in await owed(empty) if o.draft.outcome is Outcome.DONE]
    assert sorted(done) == [5, 8, 7000]


async def test_what_was_recorded_is_weighed_anew_before_it_is_handed_in_under_an_amended_plan(
    empty: World,
) -> None:
    phone = await empty.coordinator()
    await send(phone, HOLTER, TRAINING)
    await accept(phone)
    officer = await empty.join("Айдос", "Экономист")
    await officer.send("/report")
    await officer.expect("План на")
    await officer.press("Исполнено: 5")
    await officer.expect("К сдаче готово 1 из 1")

    await send(phone, HOLTER, TRAINING.replace("5;5;5;5", "8;5;5;5"))
    await phone.press("Да, новая редакция")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")

    told = await officer.press("Сдать (1)")
    assert told.toast == "План с тех пор изменился. Вот что в нём теперь"
    card = await officer.expect("Почему?")
    assert "исполнено частично, 5" in card.text.replace("\u00a0", " ")
    assert not any(o.version for o in await owed(empty))
    await officer.send("не хватило мест, в мае")
    await officer.expect("К сдаче готово 1 из 1")
    await officer.press("Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    [given] = [o for o in await owed(empty) if o.version]
    assert given.submitted is not None
    assert (given.submitted.outcome, given.submitted.figures) == (Outcome.PARTIAL, {"main": Decimal(5)})


async def test_the_history_of_a_report_keeps_the_scale_that_it_was_given_in(empty: World) -> None:
    phone = await empty.coordinator()
    await send(phone, HOLTER, TRAINING)
    await accept(phone)
    officer = await empty.join("Данияр", "Метролог")
    await officer.send("/report")
    await officer.expect("План на")
    await officer.press("Исполнено: 6")
    await officer.expect("К сдаче готово 1 из 1")
    await officer.press("Сдать (1)")
    await officer.expect("Сдано отчётов: 1")
    await send(phone, HOLTER.replace("тыс. тенге;6000;-;2000", "млн тенге;6;-;2"), TRAINING)
    await phone.press("Да, новая редакция")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")
    await officer.send("/history")
    await officer.press("I кв. 2024")
    await officer.expect("I квартал 2024: 1")
    await officer.press("Холтер")
    told = await officer.expect("Версия 1")
    assert "✅ 6 млн тг" in told.text.replace("\u00a0", " ")


@pytest.mark.parametrize("typed", ["да", "исполнено", "орындалды", "как по плану"])
async def test_a_typed_yes_never_records_a_plan_value_that_the_card_does_not_show(
    empty: World, typed: str
) -> None:
    phone = await empty.coordinator()
    await send(phone, HOLTER, TRAINING)
    await accept(phone)
    officer = await empty.join("Данияр", "Метролог")
    await officer.send("/report")
    await officer.expect("План на")

    await send(phone, HOLTER.replace("6000", "7000"), TRAINING)
    await phone.press("Да, новая редакция")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")

    await officer.send(typed)
    card = await officer.expect("План с тех пор изменился")
    assert card.buttons[0][0].startswith("✅ Исполнено: 7")
    assert not any(o.draft.outcome for o in await owed(empty))
    await officer.send(typed)  # now it is an answer to what is shown
    await officer.expect("Записано")
    assert [o.draft.figures["main"] for o in await owed(empty) if o.draft.outcome is Outcome.DONE] == [7000]


async def test_a_figure_typed_on_the_card_of_an_amended_plan_counts(empty: World) -> None:
    phone = await empty.coordinator()
    await send(phone, HOLTER, TRAINING)
    await accept(phone)
    officer = await empty.join("Данияр", "Метролог")
    await officer.send("/report")
    await officer.expect("План на")
    await send(phone, HOLTER.replace("6000", "7000"), TRAINING)
    await phone.press("Да, новая редакция")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")

    await officer.send("6000")
    await officer.expect("Почему?")
    done = [o.draft for o in await owed(empty) if o.draft.outcome]
    assert [(d.outcome, d.figures["main"]) for d in done] == [(Outcome.PARTIAL, Decimal(6000))]


async def test_a_manager_sees_a_report_as_it_was_given(empty: World) -> None:
    phone = await live_with_a_report(empty)
    await send(phone, *NEW_ROWS)
    await phone.press("Да, новая редакция")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")
    manager = await empty.join("Гүлнар", role=Role.MANAGER)
    report = next(o for o in await owed(empty) if o.version)
    await manager.send("/summary")
    card = await manager.expect("Сдано")
    await manager.press_data(card, f"0.srep.{report.id}.0", forge=True)
    card = await manager.expect("Закуп аппарата Холтер")
    assert "6 млн тг" in card.text
    assert "5 млн тг" not in card.text
    assert "какой она была, когда сдали отчёт" in card.text


async def test_rows_that_may_be_the_same_are_asked_about_one_by_one(empty: World) -> None:
    phone = await live_with_a_report(empty)
    before = {a.row.title: a.id for a in await rows_of(empty)}
    doctors = TRAINING.replace("среднего персонала", "врачей и персонала")
    roof = ROOF.replace("усл. ед.", "%").replace("кровли здания", "фасада и кровли")
    await send(phone, HOLTER, doctors, roof, CHECKS)
    await phone.press("Да, новая редакция")
    await phone.expect("Про 2 строки неясно, прежние ли они")
    refused = await phone.press("✅ Принять")
    assert refused.toast == "Сначала сверьте строки: осталось 2"
    await phone.press("Сверить строки (2)")
    card = await phone.expect("Осталось решить: 2")
    assert "обучение среднего персонала" in card.text
    assert "обучение врачей и персонала" in card.text
    await phone.press("Да, та же")
    await phone.expect("Осталось решить: 1")
    await phone.press("Нет, это новая строка")
    await phone.expect("Добавлено 1 · изменено 1 · убрано 1 · без изменений 2")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается")
    after = {a.row.title: a.id for a in await rows_of(empty)}
    assert after["Провести обучение врачей и персонала"] == before["Провести обучение среднего персонала"]
    assert after["Капитальный ремонт фасада и кровли"] not in before.values()
    assert before["Капитальный ремонт кровли здания"] not in after.values()


async def test_the_same_file_again_is_the_same_plan(empty: World) -> None:
    phone = await live_with_a_report(empty)
    before, reports = await rows_of(empty), await owed(empty)
    await send(phone, HOLTER, TRAINING, ROOF.replace("усл. ед.", "%"), CHECKS)
    await phone.press("Да, новая редакция")
    await phone.expect("Строки те же, изменений нет")
    await phone.press("✅ Принять")
    await phone.expect("Кто отчитывается:")
    assert await rows_of(empty) == before
    assert await owed(empty) == reports


async def test_another_plan_under_a_like_name_is_a_plan_of_its_own(empty: World) -> None:
    phone = await live_with_a_report(empty)
    await send(phone, CHECKS)
    await phone.press("Нет, другой план")
    card = await phone.expect("1 мероприятие")
    assert card.place("Это новая редакция плана") is not None
    await accept(phone)
    assert [p.status for p in await plans(empty)] == [PlanStatus.LIVE, PlanStatus.LIVE]


async def test_the_coordinator_chooses_the_plan_that_a_file_amends(empty: World) -> None:
    phone = await live_with_a_report(empty)
    other = "Создать резерв лекарственных средств"
    await send(phone, f"1;{other};Приказ;2 квартал 2024 года;Экономист;наличие;;+;;", title="Приложение 2024")
    await phone.press("Это новая редакция плана")
    await phone.expect("Новая редакция какого это плана?")
    await phone.press(TITLE)
    await phone.expect("Добавлено 1 · изменено 0 · убрано 4")
    await phone.press("Это не новая редакция")
    card = await card_of(phone)
    assert "Добавлено" not in card.text
