"""The main job as people live it at the page: a plan, invitations, reports, the manager's summary, the reminder."""

import pytest
from playwright.sync_api import Page, expect

from locales import texts
from tests.browser.onpage import PhoneOnPage, document_picture, move_clock
from tests.browser.pictures import picture_of_phone, picture_of_table

pytestmark = pytest.mark.browser

PLAN = "План мероприятий по стратегическим направлениям на 2024 год"
REMINDER = "⏰ До сдачи отчётов за I квартал 2024 года 3 рабочих дня (до пятницы, 5 апреля)"
HOLTER = "Закуп аппарата Холтер"
THEATRE = "Оснащение операционных современным оборудованием"
THREE_DAYS_BEFORE = "2024-04-02T09:00"  # the report is due on Friday, 5 April
A_WHILE_MS = 1500  # time enough for a message that should not come


def test_the_main_job_end_to_end(laptop: Page) -> None:
    laptop.get_by_test_id("page-language-ru").click()
    expect(laptop.get_by_test_id("clock-text")).to_contain_text("вторник, 26 марта 2024, 09:0")
    officer, manager, coordinator = (PhoneOnPage(laptop, name) for name in ("Данияр", "Гүлнар", "Сауле"))
    stand_in_order(laptop, officer, manager, coordinator)

    the_plan_is_read_and_accepted(coordinator)
    owners_are_confirmed(coordinator)
    the_manager_joins(coordinator, manager)
    the_officer_joins(coordinator, officer)
    one_tap_reports_as_planned(officer)
    a_typed_figure_asks_why_and_when(officer)
    a_photo_is_attached(laptop, officer)
    what_is_ready_is_submitted(officer)
    the_summary_shows_both(manager)
    picture_of_the_table(laptop, officer, manager)

    invite(coordinator, "Экономист")
    economist = coordinator.passes_link_to_new("Айжан", "Нұрланова")
    joins(economist, "0 из 5")
    economist.hide()
    invite(coordinator, "Статист")
    statistician = coordinator.passes_link_to_new("Ерлан", "Касымов")
    joins(statistician, "0 из 1")
    everything_is_submitted(statistician)
    statistician.hide()

    move_clock(laptop, THREE_DAYS_BEFORE)
    expect(laptop.get_by_test_id("clock-text")).to_contain_text("вторник, 2 апреля 2024, 09:00")
    the_reminder_comes(laptop, officer, economist)
    laptop.wait_for_timeout(A_WHILE_MS)
    everybody = {officer: 1, economist: 1, manager: 0, coordinator: 0, statistician: 0}
    assert {phone.name: reminders(phone) for phone in everybody} == {p.name: n for p, n in everybody.items()}


def stand_in_order(page: Page, *phones: PhoneOnPage) -> None:
    """Officer, manager, coordinator from left to right; only the coordinator has joined."""
    lefts = [phone.root.bounding_box() or {"x": 0.0} for phone in phones]
    assert [box["x"] for box in lefts] == sorted(box["x"] for box in lefts)
    officer, manager, coordinator = phones
    expect(officer.root.get_by_test_id("start-button")).to_be_visible()
    expect(manager.root.get_by_test_id("start-button")).to_be_visible()
    coordinator.sees("Планы работ", "Пришлите сюда файл плана")


def the_plan_is_read_and_accepted(coordinator: PhoneOnPage) -> None:
    coordinator.send_sample("hospital-2024.docx")
    coordinator.sees(f"Прочитан «{PLAN}»", "20 показателей, 68 мероприятий", "сомнени")
    coordinator.sees("строка 1: Срок — «4 квартал 2024 года», а значения стоят в I кв. 2024")
    coordinator.press("Принять")
    coordinator.sees("Как называется организация?")
    coordinator.write("ГКП на ПХВ «Городская больница № 1»")
    coordinator.sees("С какого дня отчитываются?", "из них просрочено 2")
    coordinator.press("С 1 января 2024 г. · ")
    coordinator.sees("Кто отчитывается", "5 — Метролог", "Группы, за которые никто не отчитывается: 1")


def owners_are_confirmed(coordinator: PhoneOnPage) -> None:
    coordinator.press("Заместители главного врача (9)")
    coordinator.sees("Кто отчитывается за группу?")
    coordinator.press("Заместитель главного врача по ККМУ")
    coordinator.sees("17 — Заместитель главного врача по ККМУ")
    coordinator.sees_not("Группы, за которые никто не отчитывается")
    coordinator.press("Подтвердить ответственных")
    coordinator.sees("Ответственные подтверждены", "Теперь пригласите людей", "никем не занято: 18")


def the_manager_joins(coordinator: PhoneOnPage, manager: PhoneOnPage) -> None:
    """The phone speaks Kazakh; the manager chooses Russian before joining."""
    coordinator.write("/invite")
    coordinator.sees("Кого пригласить?")
    coordinator.press("Пригласить руководителя")
    coordinator.sees("Приглашение: Руководитель", "рассчитана на одного человека")
    coordinator.passes_link_to("Гүлнар")
    manager.sees(texts()("kk", "invitation-yes"))
    manager.press("Рус")
    manager.sees("Вас приглашают как руководителя", PLAN)
    manager.press("Да, это я")
    manager.sees("Добро пожаловать, Гүлнар Серікова!", "Сводка по планам")
    coordinator.sees("Гүлнар Серікова", "Руководитель")


def invite(coordinator: PhoneOnPage, post: str) -> None:
    coordinator.write("/invite")
    coordinator.sees("Кого пригласить?")
    coordinator.press("Исполнителя на должность")
    coordinator.sees("Люди и должности")
    coordinator.turn_to(post)
    coordinator.press(post)
    coordinator.sees("Должность пока никто не занимает")
    coordinator.press("Пригласить")
    coordinator.sees(f"Приглашение: {post}")


def the_officer_joins(coordinator: PhoneOnPage, officer: PhoneOnPage) -> None:
    invite(coordinator, "Метролог")
    coordinator.passes_link_to("Данияр")
    officer.sees("Вас приглашают вести отчётность", PLAN, "Должность: Метролог")
    joins(officer, "0 из 5")
    coordinator.sees("Данияр Оспанов", "Исполнитель: Метролог")


def joins(officer: PhoneOnPage, done: str) -> None:
    officer.press("Да, это я")
    officer.sees(f"Добро пожаловать, {officer.name}", "Сдать до пятницы, 5 апреля", done)


def one_tap_reports_as_planned(officer: PhoneOnPage) -> None:
    """From the card on, exactly one tap: it is recorded, and the next card is there in the same message."""
    officer.press("Отчитаться (5)")
    officer.sees("1 из 5", HOLTER, "Акт ввода в эксплуатацию", "План на I кв. 2024: 6 млн тг")
    picture_of_phone("card", officer.root)
    messages = officer.of_the_bot.count()
    officer.press("Исполнено: 6 млн")
    expect(officer.root.get_by_test_id("toast")).to_contain_text("Записано: 6 млн тг")
    officer.sees(f"✅ Записано: {HOLTER}: 6 млн тг", "2 из 5")
    assert officer.of_the_bot.count() == messages


def a_typed_figure_asks_why_and_when(officer: PhoneOnPage) -> None:
    """Three rows are put off until the fifth, of which less was done than planned."""
    for at in ("2 из 5", "3 из 5", "4 из 5"):
        officer.sees(at)
        officer.press("Позже")
    officer.sees("5 из 5", THEATRE, "План на I кв. 2024: 10,3 млн тг")
    officer.write("5,8 млн")
    officer.sees("5,8 млн тг", "Почему?")
    officer.press("Закупка не завершена")
    officer.sees("Причина: Закупка не завершена", "Когда будет исполнено?")
    officer.press("30 апреля")
    officer.sees(f"🟡 Записано: {THEATRE}: 5,8 млн тг")


def a_photo_is_attached(page: Page, officer: PhoneOnPage) -> None:
    officer.press("☰")
    officer.sees("осталось 3", f"5. 🟡 {THEATRE}")
    officer.press("🟡 5.")
    officer.sees("Прогноз: 30 апреля 2024 г.")
    lines = [
        "№ 12 от 22.03.2024",
        "Операционный стол — 1 шт.",
        "Стоимость: 5,8 млн тг",
        "Введён в работу.",
    ]
    officer.send_photo("act.jpg", document_picture(page, "АКТ ввода в эксплуатацию", lines))
    officer.sees(THEATRE, "📎 фото", "не сдано")


def what_is_ready_is_submitted(officer: PhoneOnPage) -> None:
    officer.write("/tasks")
    officer.sees("2 из 5", "Записано, но не сдано: 2")
    officer.press("Сдать (2)")
    officer.sees("К сдаче готово 2 из 5 · I квартал", "Документов: 1", "Остальные 3 можно сдать позже.")
    officer.press("Сдать (2)")
    officer.sees("📨 Сдано отчётов: 2", "Отчёты видят: Гүлнар Серікова", "Осталось сдать: 3")


def the_summary_shows_both(manager: PhoneOnPage) -> None:
    """Totals first, then down to the two reports: the one as planned, and the one that fell short."""
    open_summary(manager)
    picture_of_phone("summary", manager.root)
    manager.press("1 Финансы")
    manager.sees("✅ 5. Закуп аппарата Холтер")
    manager.press("✅ 5.")
    manager.sees("Метролог — Данияр Оспанов", "Факт: 6 млн тг", "Выполнение плана: 100 %")
    manager.press("Назад")
    manager.sees("✅ 5. Закуп аппарата Холтер")
    manager.press("Назад")
    manager.press("4 Внутренние процессы")
    expect(manager.button("Назад")).to_be_visible()
    manager.turn_to("🟡")
    manager.press("🟡")
    manager.sees(THEATRE, "Факт: 5,8 млн тг", "Причина: Закупка не завершена", "30 апреля 2024")
    manager.sees("Подтверждения")


def open_summary(manager: PhoneOnPage) -> None:
    manager.write("/summary")
    manager.sees("I квартал 2024", "Сдано 2 из 59 (3 %) · в срок 2 · просрочено 0")
    manager.sees("✅ 1", "🟡 1", "❌ 0", "млрд тг (0,1 %)")


def picture_of_the_table(page: Page, officer: PhoneOnPage, manager: PhoneOnPage) -> None:
    """The officer at the next card, the manager at the summary."""
    officer.press("Продолжить (3)")
    officer.sees("Аппарат гемофильтрации", "Ноль, как в плане")
    open_summary(manager)
    picture_of_table("phones", page)


def everything_is_submitted(officer: PhoneOnPage) -> None:
    officer.press("Отчитаться (1)")
    officer.sees("1 из 1", "План на I кв. 2024: есть")
    officer.press("✅ Есть")
    officer.sees("К сдаче готово 1 из 1 · I квартал")
    officer.press("Сдать (1)")
    officer.sees("📨 Сдано отчётов: 1")


def the_reminder_comes(page: Page, officer: PhoneOnPage, economist: PhoneOnPage) -> None:
    """It names what is owed; whose phone is put away has it as unread."""
    officer.sees(REMINDER, "Не сдано: 3 из 5", "Аппарат гемофильтрации")
    officer.sees_not(HOLTER)
    picture_of_phone("reminder", officer.root)
    expect(economist.tab.get_by_test_id("unread")).to_have_text("1")
    economist.tab.click()
    economist.sees(REMINDER, "Не сдано: 5 из 5")


def reminders(phone: PhoneOnPage) -> int:
    """How many of the bot's messages on that phone are reminders."""
    return phone.of_the_bot.filter(has_text="⏰ До сдачи").count()
