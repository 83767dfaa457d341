"""Plans of a test's own: stages by quarter with their legend, running totals, less is better, planned zeros."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.commands.loading import load
from core.model.people import Role
from core.plan.reports import Outcome
from documents.grids.grid import Document, Paragraph
from sandbox.client.client import Message, Phone
from storage import open_storage
from tests.documents.writers import as_docx, one_table
from tests.talk.worlds import BEGINS, World, home, living

DIRECTOR = "Директор ЦОД"
QUARTERS = "I квартал 2024 | II квартал 2024 | III квартал 2024 | IV квартал 2024"
STAGES = [
    f"№ | Информационная система | Ответственный | {QUARTERS}",
    f"1 | Электронный паспорт | {DIRECTOR} | R | F | D | ",
    f"2 | Реестр пациентов | {DIRECTOR} | F | D | D | D",
    f"3 | Портал записи | {DIRECTOR} |  | R | R | F",
]
LEGEND = "Этапы: R – сбор требований; F – разработка; D – внедрение"
FIGURES = [
    f"№ | Мероприятие | Единица измерения | Ответственный исполнитель | {QUARTERS}",
    f"1 | Обучение врачей (нарастающим итогом) | человек | {DIRECTOR} | 10 | 20 | 30 | 40",
    f"2 | Снижение доли отказов до планового значения | % | {DIRECTOR} | 8 | 7 | 6 | 5",
    f"3 | Закуп резервных серверов | тыс. тенге | {DIRECTOR} | 0 | 6000 | 0 | 0",
    f"4 | Отчёт о работе | наличие | {DIRECTOR} | + | + | + | +",
]


def document(title: str, rows: list[str], *notes: str) -> bytes:
    table = one_table([row.split(" | ") for row in rows], title)
    return as_docx(Document([table.blocks[0], *(Paragraph(n) for n in notes), *table.blocks[1:]]))


async def with_plan(folder: Path, content: bytes, name: str) -> None:
    storage = await open_storage(f"sqlite+aiosqlite:///{folder / 'orynda.db'}")
    parts = {"organisation": "Центр обработки данных", "year": "2024"}
    await load(storage, content, name, accept=True, parts=parts, now=BEGINS)
    await storage.close()


@pytest.fixture
async def staged(tmp_path: Path) -> AsyncIterator[World]:
    await with_plan(tmp_path, document("Цифровая карта на 2024 год", STAGES, LEGEND), "карта.docx")
    async with living(tmp_path, None) as found:
        yield found


@pytest.fixture
async def mixed(tmp_path: Path) -> AsyncIterator[World]:
    await with_plan(tmp_path, document("План мероприятий на 2024 год", FIGURES), "план.docx")
    async with living(tmp_path, None) as found:
        yield found


async def first(world: World, language: str = "ru") -> tuple[Phone, Message]:
    phone = await world.join("Ержан", DIRECTOR, language=language)
    await phone.send("/report")
    return phone, await phone.expect({"ru": "1 из", "kk": "1/", "en": "1 of"}[language])


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


async def test_the_planned_stage_is_one_tap(staged: World) -> None:
    phone, card = await first(staged)
    assert "План на I кв. 2024: R — сбор требований" in card.text
    assert list(card.buttons[:3]) == [
        ["✅ Исполнено: R — сбор требований"],
        ["F — разработка", "D — внедрение"],
        ["⏳ Не начато"],
    ]
    told = await phone.press("✅ Исполнено: R")
    assert told.toast == "Записано: R — сбор требований"
    kept = (await staged.report(DIRECTOR, 1)).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(1)})


async def test_a_stage_behind_is_asked_why_and_said_to_be_behind(staged: World) -> None:
    phone, _ = await first(staged)
    await phone.press("Позже")
    card = await phone.expect("2 из 2")
    assert card.buttons[0] == ["✅ Исполнено: F — разработка"]
    assert card.place("R — сбор требований") is not None, "the plan's other rows know an earlier stage"
    await phone.press("R — сбор требований")
    card = await phone.expect("Почему?")
    assert "🔻 Отстаёт: по плану F — разработка" in card.text
    await phone.send("Подрядчик задержал, к 15 мая")
    await phone.expect("1 из 2")
    kept = (await staged.report(DIRECTOR, 2)).draft
    assert (kept.outcome, kept.reason, str(kept.forecast)) == (
        Outcome.PARTIAL,
        "Подрядчик задержал",
        "2024-05-15",
    )


@pytest.mark.parametrize("typed", ["F", "ф", "разработка", "F — разработка", "этап F"])
async def test_a_stage_ahead_is_typed_by_its_letter_or_its_words(staged: World, typed: str) -> None:
    phone, _ = await first(staged)
    await phone.send(typed)
    await phone.expect("2 из 2")
    await phone.press("⬅️")
    card = await phone.expect("1 из 2")
    assert "исполнено, F — разработка" in card.text
    assert "🔺 С опережением: по плану R — сбор требований" in card.text
    assert (await staged.report(DIRECTOR, 1)).draft.outcome is Outcome.DONE


async def test_a_stage_that_was_not_begun(staged: World) -> None:
    phone, _ = await first(staged)
    await phone.press("Не начато")
    await phone.expect("Почему?")
    kept = (await staged.report(DIRECTOR, 1)).draft
    assert (kept.outcome, kept.figures) == (Outcome.NOT_DONE, {"main": Decimal(0)})


async def test_what_is_no_stage_is_said_with_the_letters_there_are(staged: World) -> None:
    phone, _ = await first(staged)
    await phone.send("X")
    card = await phone.expect("не этап этой строки")
    assert "R, F, D" in card.text
    assert card.buttons[0] == ["✅ Исполнено: R — сбор требований"]


async def test_the_whole_quarter_of_stages_as_planned_in_three_taps(staged: World) -> None:
    phone, _ = await first(staged)
    await home(phone)
    await phone.press("Всё по плану")
    listed = await phone.expect("Отмечено 2 из 2")
    assert listed.buttons[0] == ["☑️ Электронный паспорт · R — сбор требований"]
    await phone.press("Записать отмеченные (2)")
    await phone.expect("К сдаче готово 2 из 2")
    await phone.press("Сдать (2)")
    await phone.expect("Сдано отчётов: 2")


async def test_the_manager_reads_the_stage_and_how_it_stands(staged: World) -> None:
    phone, _ = await first(staged)
    await phone.send("D")
    await phone.expect("2 из 2")
    await home(phone)
    await phone.press("📨 Сдать (1)")
    await phone.expect("К сдаче готово 1 из 2")
    await phone.press("📨 Сдать (1)")
    await phone.expect("Сдано отчётов: 1")
    manager = await staged.join("Гүлнар", role=Role.MANAGER)
    await manager.send("/summary")
    await manager.expect("Сдано 1 из 2")
    await manager.press("Электронный паспорт")
    report = await manager.expect("Факт:")
    assert "Факт: D — внедрение" in report.text
    assert "С опережением: по плану R — сбор требований" in report.text
    assert "%" not in report.text


@pytest.mark.parametrize(
    ("language", "ahead"),
    [("kk", "Кестеден озық: жоспар бойынша R"), ("en", "Ahead of schedule (plan: R")],
)
async def test_stages_in_the_other_languages(staged: World, language: str, ahead: str) -> None:
    phone, _ = await first(staged, language)
    await phone.send("d")
    await phone.expect({"kk": "2/2", "en": "2 of 2"}[language])
    await phone.press("⬅️")
    await phone.expect(ahead)


async def test_a_running_total_is_asked_since_the_year_began(mixed: World) -> None:
    _, card = await first(mixed)
    assert "Нарастающим итогом: сколько всего с начала года" in card.text
    assert "(с начала года:" not in card.text


async def test_a_running_total_goes_on_from_the_one_that_was_submitted(mixed: World) -> None:
    phone, _ = await first(mixed)
    await phone.send("15")
    await phone.expect("2 из 4")
    await phone.send("/tasks")
    await phone.expect("Записано, но не сдано: 1")
    await phone.press("Сдать (1)")
    await phone.expect("К сдаче готово 1")
    await phone.press("Сдать (1)")
    await phone.expect("Сдано отчётов: 1")
    await mixed.sandbox.move_clock(to=datetime(2024, 6, 25, 5, 0, tzinfo=UTC))
    await phone.send("/tasks")
    await phone.expect("Что нужно сдать")
    await phone.press("II кв. 2024")
    await phone.expect("0 из ")
    await phone.press("Отчитаться")
    card = await phone.expect("План на")
    assert "Прошлый факт: 15" in card.text


async def test_less_is_better_where_the_row_says_so(mixed: World) -> None:
    phone, _ = await first(mixed)
    await phone.press("Позже")
    card = await phone.expect("2 из 4")
    assert "⬇️ Чем меньше, тем лучше" in card.text
    await phone.send("6,5")
    await phone.expect("3 из 4")
    assert (await mixed.report(DIRECTOR, 2)).draft.outcome is Outcome.DONE
    await phone.press("⬅️")
    await phone.expect("2 из 4")
    await phone.send("9")
    await phone.expect("Почему?")
    assert (await mixed.report(DIRECTOR, 2)).draft.outcome is Outcome.PARTIAL


async def test_the_rule_of_the_plan_says_otherwise(mixed: World) -> None:
    async with mixed.app.storage.begin() as work:
        plan = await work.plans.get(1)
        rows = {a.position: a.id for a in await work.plans.activities(1)}
        assert plan is not None
        rule = plan.rule.model_copy(update={"better": {rows[1]: "up"}, "cumulative": frozenset({rows[2]})})
        await work.plans.save(plan.model_copy(update={"rule": rule}))
    phone, _ = await first(mixed)
    await phone.press("Позже")
    assert "Чем меньше" not in (await phone.expect("2 из 4")).text
    await phone.press("Позже")
    assert "Нарастающим итогом" in (await phone.expect("3 из 4")).text


async def test_a_figure_on_a_planned_zero_is_asked_about_once(mixed: World) -> None:
    phone, _ = await first(mixed)
    await phone.press("Позже")
    await phone.press("Позже")
    await phone.expect("3 из 4")
    await phone.send("500")
    asked = await phone.expect("Верно?")
    assert "По плану здесь ноль." in asked.text
    await phone.send("да")
    await phone.expect("4 из 4")
    kept = (await mixed.report(DIRECTOR, 3)).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(500)})


async def test_no_to_a_figure_that_was_asked_about_mends_it(mixed: World) -> None:
    phone, _ = await first(mixed)
    await phone.send("500")
    await phone.expect("Верно?")
    await phone.send("нет")
    await phone.expect("Напишите количество")
    await phone.send("11")
    await phone.expect("2 из 4")
    assert (await mixed.report(DIRECTOR, 1)).draft.figures == {"main": Decimal(11)}


async def test_the_reasons_of_the_plan_are_its_buttons(mixed: World) -> None:
    async with mixed.app.storage.begin() as work:
        plan = await work.plans.get(1)
        assert plan is not None
        rule = plan.rule.model_copy(update={"reasons": ("Нет подключения к сети", "#money", "#unknown")})
        await work.plans.save(plan.model_copy(update={"rule": rule}))
    phone, _ = await first(mixed)
    await phone.press("Не исполнено")
    card = await phone.expect("Почему?")
    assert card.buttons[:3] == [
        ["Нет подключения к сети"],
        ["Нет финансирования"],
        ["↩️ Отменить: не исполнено"],
    ]
    await phone.press("Нет подключения")
    await phone.expect("Когда будет исполнено?")
    assert (await mixed.report(DIRECTOR, 1)).draft.reason == "Нет подключения к сети"


async def test_a_day_alone_is_kept_while_the_reason_is_asked(mixed: World) -> None:
    phone, _ = await first(mixed)
    await phone.press("Не исполнено")
    await phone.expect("Почему?")
    await phone.send("к концу июня")
    card = await phone.expect("Прогноз: 30 июня 2024")
    assert "Почему?" in card.text
    await phone.press("Нет финансирования")
    await phone.expect("2 из 4")


async def test_what_is_said_beside_the_day_goes_to_the_account(mixed: World) -> None:
    phone, _ = await first(mixed)
    await phone.press("Не исполнено")
    await phone.press("Нет финансирования")
    await phone.expect("Когда будет исполнено?")
    await phone.send("Закончим своими силами в июне")
    await phone.expect("2 из 4")
    kept = (await mixed.report(DIRECTOR, 1)).draft
    assert (str(kept.forecast), kept.account) == ("2024-06-30", "Закончим своими силами в июне")


@pytest.mark.parametrize("typed", ["да", "есть", "Сделано.", "исполнено", "орындалды", "done"])
async def test_a_word_says_what_the_button_says(mixed: World, typed: str) -> None:
    phone, _ = await first(mixed)
    await phone.send(typed)
    await phone.expect("2 из 4")
    kept = (await mixed.report(DIRECTOR, 1)).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(10)})


@pytest.mark.parametrize("typed", ["нет", "не сделано", "не исполнено", "орындалмады", "not done"])
async def test_a_word_says_that_nothing_was_done(mixed: World, typed: str) -> None:
    phone, _ = await first(mixed)
    await phone.send(typed)
    await phone.expect("Почему?")
    kept = (await mixed.report(DIRECTOR, 1)).draft
    assert (kept.outcome, kept.figures) == (Outcome.NOT_DONE, {"main": Decimal(0)})


async def test_a_tick_says_what_it_takes(mixed: World) -> None:
    phone, _ = await first(mixed)
    for _ in range(3):
        await phone.press("Позже")
    await phone.expect("4 из 4")
    await phone.send("подготовлен на бумаге")
    card = await phone.expect("Напишите «да» или «нет»")
    assert card.buttons[0] == ["✅ Есть", "❌ Нет"]
    await phone.send("не готово")
    await phone.expect("Почему?")
    assert (await mixed.report(DIRECTOR, 4)).draft.outcome is Outcome.NOT_DONE


async def test_the_whole_mixed_quarter_as_planned_in_three_taps(mixed: World) -> None:
    phone, _ = await first(mixed)
    await home(phone)
    await phone.press("Всё по плану")
    await phone.expect("Отмечено 4 из 4")
    await phone.press("Записать отмеченные (4)")
    await phone.expect("К сдаче готово 4 из 4")
    await phone.press("Сдать (4)")
    await phone.expect("Сдано отчётов: 4")
