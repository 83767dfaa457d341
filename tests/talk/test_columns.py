"""The coordinator sees what each column was taken for, says otherwise, and the file is read again by it."""

from __future__ import annotations

from datetime import date

import pytest

from core.lifecycle import acceptance, layouts
from core.model.editions import PlanEdition, PlanStatus
from core.plan.columns import ColumnRole, ReadingMap
from sandbox.client.client import Phone
from storage.files import DiskFiles
from tests.talk import made_reading
from tests.talk.worlds import World

FILE = (
    "№;Что нужно;Срок;Кому\n"
    "1;Разработать ТЗ;февраль 2024 года;Юрист\n"
    "2;Провести закуп;март 2024 года;Отдел закупа\n"
    "3;Поставить;;Отдел закупа\n"
)
OTHER = "\n".join(["а;б;в", *(f"{n};{n};{n}" for n in range(3))]) + "\n"


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.plan_reader.read_in_worker", made_reading.read)


async def plan(world: World, number: int = 1) -> PlanEdition:
    async with world.app.storage.read() as work:
        found = await work.plans.get(number)
    assert found is not None
    return found


async def sent(world: World, content: str = FILE, language: str = "ru") -> Phone:
    phone = await world.coordinator(language=language)
    await phone.document(content.encode(), "план.csv", mime="text/csv")
    return phone


async def read_so(world: World) -> Phone:
    """A coordinator whose file was read after one tap for each of the two columns that nobody knew."""
    phone = await sent(world)
    await phone.expect("Что в графе 2 «Что нужно»?")
    await phone.press("название")
    await phone.expect("Что в графе 4 «Кому»?")
    await phone.press("исполнитель")
    await phone.expect("Нажмите «Прочитать так»")
    await phone.press("Прочитать так")
    await phone.expect("3 мероприятия")
    return phone


async def test_a_table_without_a_plan_gets_in_by_one_tap_a_column(empty: World) -> None:
    phone = await sent(empty)
    card = await phone.expect("план не найден, но есть таблица: 3 строки, 4 графы")
    assert "1 № — номер · «1», «2»" in card.text
    assert "👉 2 Что нужно — неизвестно ❓ · «Разработать ТЗ», «Провести закуп»" in card.text
    assert card.place("Прочитать так") is None
    await phone.press("Все графы")
    card = await phone.expect("план не найден")
    assert card.place("Пустой шаблон") is not None
    await phone.press("2 неизвестно")
    await phone.press("название")
    await phone.press("4 неизвестно")
    await phone.press("исполнитель")
    await phone.press("Прочитать так")
    card = await phone.expect("3 мероприятия")
    assert "Прочитано заново" in card.text
    found = await plan(empty)
    assert [a.responsibles for a in found.read.activities] == [("Юрист",), *[("Отдел закупа",)] * 2]
    (line,) = await empty.journal("plan-read-again")
    assert line.after is not None
    said = [c["role"] for c in line.after["tables"]["1"]["columns"]]
    assert (said, line.after["rows"], line.subject) == (["title", "responsible"], 3, "plan:1")


async def test_what_was_read_can_be_accepted(empty: World) -> None:
    phone = await read_so(empty)
    await phone.press("Принять")
    await phone.expect("Как называется план?")
    await phone.send("План закупа")
    await phone.expect("Как называется организация?")
    await phone.send("Центр сердца")
    await phone.expect("На какой год план?")
    await phone.send("2024")
    await phone.expect("Кто отчитывается")
    assert (await plan(empty)).status is PlanStatus.LIVE


async def test_nothing_is_accepted_while_no_row_was_found(empty: World) -> None:
    phone = await sent(empty)
    card = await phone.expect("план не найден")
    version = card.data("Отменить").partition(".")[0]
    told = await phone.press_data(card, f"{version}.accept.1", forge=True)
    assert told.toast == "В файле пока нет ни одной строки плана. Сначала укажите графы."
    await phone.send("/plans")
    await phone.press("план.csv")
    await phone.expect("план не найден")


async def test_columns_are_changed_after_reading_and_answers_that_fit_stay(empty: World) -> None:
    phone = await read_so(empty)
    await phone.press("Разобрать сомнения (1)")
    await phone.expect("Когда отчитываться?")
    await phone.send("апрель 2024")
    await phone.expect("Сомнений нет")
    await phone.press("🗂 Графы")
    card = await phone.expect("строка заголовков 1")
    assert "4 Кому — исполнитель" in card.text
    await phone.press("4 исполнитель")
    await phone.expect("Что в графе 4 «Кому»?")
    await phone.press("примечание")
    await phone.press("Прочитать так")
    card = await phone.expect("Сомнений нет")
    assert "Прочитано заново" in card.text
    found = await plan(empty)
    assert [a.responsibles for a in found.read.activities] == [()] * 3
    assert found.settled_reading.activities[2].deadline.end is not None
    assert found.recalled == ()


async def test_a_column_of_goals_is_asked_its_period(empty: World) -> None:
    phone = await sent(empty)
    await phone.expect("Что в графе 2")
    await phone.press("название")
    await phone.expect("Что в графе 4")
    await phone.press("цель, план")
    card = await phone.expect("За какой период графа 4 «Кому»?")
    assert card.place("год плана") is not None
    await phone.send("что-то")
    await phone.expect("«что-то»")
    await phone.send("I квартал 2024")
    card = await phone.expect("Прочитать так")
    assert "цель, план (I кв. 2024)" in card.text
    assert (await plan(empty)).said.tables[0].columns[1].period == "2024-Q1"


async def test_a_period_is_chosen_by_a_button(empty: World) -> None:
    phone = await sent(empty)
    await phone.expect("Что в графе 2")
    await phone.press("название")
    await phone.press("цель, план")
    await phone.press("II квартал")
    card = await phone.expect("Прочитать так")
    assert "цель, план (II квартал)" in card.text


async def test_a_period_that_is_not_offered_is_refused(empty: World) -> None:
    phone = await sent(empty)
    await phone.expect("Что в графе 2")
    await phone.press("название")
    await phone.press("цель, план")
    card = await phone.expect("За какой период")
    version = card.data("Назад").partition(".")[0]
    await phone.press_data(card, f"{version}.mapper.3.nonsense", forge=True)
    assert len((await plan(empty)).said.tables[0].columns) == 1


async def test_the_header_is_moved_and_the_file_read_again_at_once(empty: World) -> None:
    phone = await sent(empty, "Список;дел;на;год\n" + FILE)
    card = await phone.expect("строка заголовков 1")
    assert "1 Список — неизвестно" in card.text
    await phone.press("⬇️ Заголовки")
    card = await phone.expect("строка заголовков 2")
    assert "1 № — номер" in card.text
    await phone.press("⬆️ Заголовки")
    await phone.expect("строка заголовков 1")


async def test_one_table_of_several_is_left_out(empty: World) -> None:
    phone = await sent(empty, FILE + "\n" + OTHER)
    card = await phone.expect("таблица 1 из 2")
    assert "«Лист1»" in card.text
    await phone.press("Таблица ▶️")
    await phone.expect("таблица 2 из 2")
    await phone.press("Без этой таблицы")
    await phone.expect("Эта таблица не нужна")
    await phone.press("Взять эту таблицу")
    await phone.expect("1 а — неизвестно")
    await phone.press("◀️ Таблица")
    await phone.expect("таблица 1 из 2")


async def test_what_was_said_is_taken_back(empty: World) -> None:
    phone = await read_so(empty)
    await phone.press("🗂 Графы")
    await phone.press("Как было без подсказок")
    await phone.expect("план не найден")
    found = await plan(empty)
    assert found.said.tables == {}
    assert found.read.activities == ()


async def test_a_file_that_is_gone_is_to_be_sent_again(empty: World) -> None:
    phone = await sent(empty)
    await phone.expect("Что в графе 2")
    await phone.press("название")
    files = empty.app.deps.files
    assert isinstance(files, DiskFiles)
    files.path((await plan(empty)).source_sha256).unlink()
    await phone.press("Прочитать так")
    card = await phone.expect("Этого файла у бота нет")
    assert "2 Что нужно — название" in card.text


async def test_a_plan_that_was_cancelled_while_it_was_read_stays_so(empty: World) -> None:
    phone = await sent(empty)
    card = await phone.expect("Что в графе 2")
    version = card.data("Отменить").partition(".")[0]
    await phone.press("Отменить")
    await phone.press_data(card, f"{version}.mapread", forge=True)
    assert (await plan(empty)).status is PlanStatus.CANCELLED


@pytest.mark.parametrize(
    ("language", "question", "title"),
    [
        ("kk", "2-бағанда «Что нужно» не жазылған?", "атауы"),
        ("en", "What is in column 2 “Что нужно”?", "title"),
    ],
)
async def test_it_is_asked_in_each_language(empty: World, language: str, question: str, title: str) -> None:
    phone = await sent(empty, language=language)
    await phone.expect(question)
    await phone.press(title)
    assert (await plan(empty)).said.tables[0].columns[0].role is ColumnRole.TITLE


async def accepted(empty: World) -> Phone:
    """… whose plan was accepted, by the columns as they were given."""
    phone = await read_so(empty)
    await phone.press("Принять")
    for asked, part in [
        ("Как называется план?", "План закупа"),
        ("организация?", "Больница"),
        ("год", "2024"),
    ]:
        await phone.expect(asked)
        await phone.send(part)
    await phone.expect("Кто отчитывается")
    return phone


NEXT_YEAR = "№;Что нужно;Срок;Кому\n1;Обновить ТЗ;май 2025 года;Юрист\n"


async def test_next_years_file_of_the_same_form_is_read_by_the_same_columns(empty: World) -> None:
    phone = await accepted(empty)
    await phone.document(NEXT_YEAR.encode(), "план 2025.csv", mime="text/csv")
    card = await phone.expect("1 мероприятие")
    assert "Прочитано так же, как прошлый файл такой формы" in card.text
    found = await plan(empty, 2)
    assert found.read.activities[0].title == "Обновить ТЗ"
    last = (await empty.journal("plan-read"))[0]
    assert last.after is not None
    assert list(last.after["columns"]["layouts"]) == ["№;Что нужно;Срок;Кому"]
    await phone.press("🗂 Графы")
    card = await phone.expect("Прочитано так же")
    assert "4 Кому — исполнитель" in card.text


async def test_what_was_only_tried_is_not_remembered(empty: World) -> None:
    phone = await read_so(empty)
    await phone.press("Отменить")
    await phone.document(NEXT_YEAR.encode(), "план 2025.csv", mime="text/csv")
    await phone.expect("план не найден")


async def test_what_is_said_otherwise_of_the_next_file_is_remembered_instead(empty: World) -> None:
    phone = await accepted(empty)
    await phone.document(NEXT_YEAR.encode(), "план 2025.csv", mime="text/csv")
    await phone.expect("1 мероприятие")
    await phone.press("🗂 Графы")
    await phone.press("4 исполнитель")
    await phone.press("примечание")
    await phone.press("Прочитать так")
    card = await phone.expect("Прочитано заново")
    assert "Прочитано так же" not in card.text
    async with empty.app.storage.begin() as work:
        found = await acceptance.proposed(work, 2)
        parts = {"title": "План", "organisation": "Б", "period_start": date(2025, 1, 1)}
        await acceptance.accept(work, found.model_copy(update=parts), None, empty.app.clock.now())
        (said,) = (await work.plans.layouts()).values()
    assert [(c.at, c.role) for c in said.columns] == [(1, ColumnRole.TITLE), (3, ColumnRole.NOTE)]


async def test_a_layout_that_was_taken_back_is_forgotten(empty: World) -> None:
    await accepted(empty)
    async with empty.app.storage.begin() as work:
        live = await plan(empty)
        await layouts.remember(
            work, live.model_copy(update={"said": ReadingMap()}), None, empty.app.clock.now()
        )
        assert await work.plans.layouts() == {}
