"""The manager's summary as a manager reads it: totals, sections, rows, reports, posts, what is overdue, the workbook."""

from __future__ import annotations

import asyncio
import pickle
from pathlib import Path
from typing import Any

import pytest

from core.kernel.errors import Missing, UnreadableInput
from core.kernel.languages import LANGUAGES
from core.summary.workbook import SummaryTable
from documents.written.summary_xlsx import make_summary_xlsx
from handlers.frame.deps import Deps
from handlers.frame.screens import LONGEST_DATA, LONGEST_TEXT, Button
from handlers.manager.export import file_name, summary_json, summary_text, summary_workbook_data
from locales import texts
from tests.handlers.summary_world import (
    MANAGER,
    OFFICER,
    Chat,
    another_plan,
    bars,
    correct_first,
    overfill_first,
    return_first,
    seed,
    share_of,
    world,
)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("summary") / "seed.db"
    asyncio.run(seed(path))
    return path


async def queued(deps: Deps, kind: str) -> list[dict[str, Any]]:
    """The arguments of what waits in the outbox under a kind."""
    found = []
    async with deps.storage.begin() as work:
        while (row := await work.outbox.claim(deps.now())) is not None:
            found.append(row)
    return [row.args for row in found if row.kind == kind]


async def test_summary_opens_on_the_period_that_is_collected_now(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        text = (await chat.send("/summary")).replace("\u00a0", " ")
    lines = text.splitlines()
    assert lines[0].startswith("I квартал 2024 · План мероприятий")
    assert lines[1] == "на 10 апреля, 18:00"
    assert lines[2] == "Сдано 7 из 52 (13 %) · в срок 5 · просрочено 45"
    assert lines[3] == "Исполнено ✅ 6   🟡 0   ❌ 1"
    assert lines[4] == "Освоение: 6 млн тг из 10,47 млрд тг (0,1 %)"
    assert [bar[-10:].strip() for bar in bars(text)][0] == "1 Финансы"
    assert len({line.index("%") for line in bars(text)}) == 1, "percentages stand under each other"
    assert share_of(text, "1 Финансы") == 22
    assert "доля исполненного" in lines[-1]


async def test_a_section_opens_to_its_rows_and_a_row_to_its_report(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        section = await chat.press("1 Финансы")
        assert "Сдано 5 из 13" in section
        assert "❌ 1. Участие в выборе поставщиков" in section
        report = (await chat.press("❌ 1.")).replace("\u00a0", " ")
        for part in (
            "👤 Экономист — Айгүл <Сәрсен>",
            "План: 6,05 млрд тг",
            "Сдан 4 апреля 2024 г., 15:20 — Айгүл <Сәрсен>",
            "Сдан в срок",
            "❌ не исполнено",
            "Факт: 0 тг",
            "Причина: Нет финансирования",
            "Прогноз: 30 июня 2024 г.",
            "Закупки <не> проведены & перенесены.",
            "📄 Приказ № 12-ө от 05.03.2024",
            "📎 Акт <1>.pdf",
            "📎 Альбом, 3 файла",
        ):
            assert part in report
        assert "📎 Акт &lt;1&gt;.pdf" in chat.phone.shown[-1][0].text
        assert await chat.press("⬅️") == section


async def test_a_late_report_and_one_not_submitted_say_so(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        await chat.press("1 Финансы")
        assert "⚠️ Сдан с опозданием на 2 рабочих дня" in await chat.press("✅ 5.")
        await chat.press("⬅️")
        missing = await chat.press("⏰ 3.")
    assert "⏰ Просрочен: срок был 3 рабочих дня назад" in missing
    assert "никто не подключён" in missing
    assert "Факт" not in missing


async def test_files_are_asked_for_one_by_one_and_an_album_whole(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        await chat.press("1 Финансы")
        await chat.press("❌ 1.")
        await chat.press("📎 Акт")
        await chat.press("📎 Альбом")
        assert [args["evidence"] for args in await queued(deps, "evidence-file")] == [2, 3, 4, 5]
        assert chat.phone.toasts == ["Отправляю файл."] * 2


async def test_a_file_of_another_report_is_not_sent(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        async with deps.storage.read() as work:
            owed = await work.obligations.of_plan(1)
        other = next(o for o in owed if not o.version)
        await chat.tap(f"1.sfile.{other.id}.2")
        assert await queued(deps, "evidence-file") == []
        assert chat.phone.toasts == ["Этого уже нет"]


@pytest.mark.parametrize("letter", ["д", "<"])
async def test_the_longest_report_fits_a_message(seeded: Path, tmp_path: Path, letter: str) -> None:
    async with world(seeded, tmp_path) as deps:
        await overfill_first(deps, letter)
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        await chat.press("1 Финансы")
        report = await chat.press("🟡 1.")
        assert len(chat.phone.shown[-1][0].text) < LONGEST_TEXT
        assert "👤 Экономист" in report
        assert letter * 50 in report
        assert len([label for label in chat.labels if label.startswith("📎")]) == 8
        await chat.press("▶️")
        assert await chat.press("⬅️") != report


async def test_posts_who_owes_most_first_each_opens_to_its_rows(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        text = await chat.press("По исполнителям")
        assert "Метролог · 2 из 5" in text
        assert chat.labels[0].endswith("· 0/11")
        assert "сколько отчётов сдано" in text
        post = await chat.press("Метролог")
        assert post.count("✅") - post.count("✅ исполнено") == 3, "two rows and the totals"
        assert "👤 Ерлан Қ." in post
        assert "Метролог" in await chat.press("✅ 1.")
        assert await chat.press("⬅️") == post
        assert await chat.press("⬅️") == text


async def test_overdue_lists_every_late_row_by_post(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        text = await chat.send("/overdue")
        assert "⏰ Просрочено: 45" in text
        pages = [text]
        seen = [label for label in chat.labels if label[0].isdigit() and "." in label[:3]]
        while "▶️" in chat.labels:
            second = await chat.press("▶️")
            pages.append(second)
            seen += [label for label in chat.labels if label[0].isdigit() and "." in label[:3]]
        assert [int(label.partition(".")[0]) for label in seen] == list(range(1, 46))
        assert any("Метролог — Ерлан Қ." in page for page in pages)
        await chat.press("45.")
        assert await chat.press("⬅️") == second


async def test_a_notice_of_late_reports_turns_into_the_list(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        assert "⏰ Просрочено: 45" in await chat.tap("0.over", message_id=777)
        assert chat.phone.stripped == [100], "the old card gives up its buttons"
        await chat.press("1.")
        assert not chat.phone.toasts


async def test_other_periods_and_the_whole_plan(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        assert (await chat.press("II квартал ▶️")).startswith("II квартал 2024")
        assert (await chat.press("◀️ I квартал")).startswith("I квартал 2024")
        assert "Сдано 7 из 206" in await chat.press("Весь план")
        await chat.press("4 ")
        row = await chat.press("0/4 · 1.")
        assert [f"{part} кв. 2024" in row for part in ("I", "II", "III", "IV")] == [True] * 4
        assert "III квартал 2024" in await chat.press("▫️ III кв.")
        assert await chat.press("⬅️") == row


async def test_the_workbook_is_queued_and_its_data_can_be_sent_to_a_worker(
    seeded: Path, tmp_path: Path
) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        await chat.press("📗 Excel")
        assert await queued(deps, "export") == [{"plan": 1, "period": "2024-Q1"}]
        async with deps.storage.read() as work:
            data = await summary_workbook_data(deps, work, "ru", 1, "2024-Q1")
    sent: SummaryTable = pickle.loads(pickle.dumps(data))
    assert make_summary_xlsx(sent).startswith(b"PK")
    assert len(sent.rows) == 52
    assert sent.rows[0].evidence == 3, "a paper, a file, an album"
    assert sent.rows[0].owner == "Экономист"


@pytest.mark.parametrize(
    ("language", "period", "title", "name"),
    [
        ("ru", "2024-Q1", "План", "Сводка I квартал 2024.xlsx"),
        ("kk", None, "План: А/Б\nмероприятий", "Жиынтық План А Б мероприятий.xlsx"),
        ("en", None, "слово " * 60, "Summary " + " ".join(["слово"] * 18) + ".xlsx"),
    ],
)
def test_the_workbooks_name(language: str, period: str | None, title: str, name: str) -> None:
    assert file_name(texts(), language, period, title) == name


async def test_text_and_json_for_the_command_line(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps, deps.storage.read() as work:
        text = await summary_text(deps, work, "en", 1, "2024-Q1")
        told = await summary_json(deps, work, "ru", 1, "2024-Q1")
        with pytest.raises(UnreadableInput):
            await summary_text(deps, work, "ru", 1, "2024-Q7")
        with pytest.raises(Missing):
            await summary_json(deps, work, "ru", 99, None)
    assert "Submitted 7 of 52 (13%)" in text
    assert "<b>" not in text
    assert share_of(text, "Экономист") == 100
    assert (told["period"], told["total"]["owed"], told["total"]["submitted"]) == ("2024-Q1", 52, 7)
    assert sum(line["tally"]["owed"] for line in told["by_section"]) == 52


async def test_an_officer_may_not_read_it(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        officer = Chat(deps, OFFICER)
        for asked in ("/summary", "/overdue"):
            text = await officer.send(asked)
            assert text.startswith("Это действие вам недоступно")
            assert "52" not in text


@pytest.mark.parametrize(
    ("data", "toast"),
    [
        ("1.sum.99", "Такого плана нет"),
        ("1.sum.x", "Это сообщение устарело"),
        ("1.ssec.1.2024-Q1.999.0", "Этого уже нет"),
        ("1.ssec.1.never.0.0", "Это сообщение устарело"),
        ("1.spost.1.2024-Q1.999.0", "Этого уже нет"),
        ("1.sact.1.2024-Q1.999", "Этого уже нет"),
        ("1.srep.99999.0", "Этого уже нет"),
        ("7.sum.1", "Это сообщение устарело"),
    ],
)
async def test_forged_and_older_buttons_are_refused(
    seeded: Path, tmp_path: Path, data: str, toast: str
) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        summary = await chat.send("/summary")
        assert await chat.tap(data) == summary
        assert chat.phone.toasts == [toast]


async def test_one_of_several_plans_is_chosen(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        await another_plan(deps, "Дорожная карта")
        chat = Chat(deps, MANAGER)
        assert "По какому плану" in await chat.send("/summary")
        assert chat.labels[0] == "Дорожная карта", "the newest first"
        assert "За этот период отчитываться не за что." in await chat.press("Дорожная карта")
        await chat.send("/summary")
        assert "Сдано 7 из 52" in await chat.press("План мероприятий")
        assert "⏰ Просрочено: 45" in await chat.send("/overdue")


async def test_no_plan_yet(tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    await seed(empty, plan=False)
    async with world(empty, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        assert "Действующих планов пока нет" in await chat.send("/summary")
        assert "Просроченных отчётов нет" in await chat.send("/overdue")


async def test_a_correction_shows_its_history_and_a_return_its_state(seeded: Path, tmp_path: Path) -> None:
    async with world(seeded, tmp_path) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        await chat.press("1 Финансы")
        await correct_first(deps, why="Нашлась <ошибка>")
        report = (await chat.press("❌ 1.")).replace("\u00a0", " ")
        assert "История" in report
        assert "Версия 2 · 9 апреля 2024 г., 09:00 · Айгүл <Сәрсен> · ✅ 6,05 млрд тг" in report
        assert "Почему исправлено: Нашлась <ошибка>" in report
        assert "Впервые сдан в срок" in report
        await return_first(deps)
        await chat.press("⬅️")
        assert "↩️ Возвращён" in await chat.press("↩️ 1.")


PASSED_BY = ("home", "xlsx", "sfile", "sback", "rvok")
OF_THE_LIST_SHOWN = ("overp", "srowp")
"""These turn the pages of the list that the card shows, so they are pressed at once, on that card."""


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_screen_fits_telegram_in_every_language(
    seeded: Path, tmp_path: Path, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Presses every button of every screen once and looks at what comes."""
    async with world(seeded, tmp_path, language) as deps:
        chat = Chat(deps, MANAGER)
        await chat.send("/summary")
        seen: set[str] = set()
        waiting = [chat.phone.shown[-1]]

        async def press(button: Button) -> None:
            seen.add(button.data(0))
            await chat.tap(button.data(chat.phone.shown[-1][1]))  # as if the card of now had it
            shown = chat.phone.shown[-1]
            waiting.append(shown)
            assert 0 < len(shown[0].text) < LONGEST_TEXT
            for other in [b for row in shown[0].rows for b in row]:
                assert len(other.data(2**31).encode()) <= LONGEST_DATA
                assert 0 < len(other.label) <= 64
                if other.action in OF_THE_LIST_SHOWN and other.data(0) not in seen:
                    await press(other)

        while waiting and len(seen) < 120:
            screen, _ = waiting.pop(0)
            for button in [b for row in screen.rows for b in row]:
                if button.data(0) in seen or button.action in (*OF_THE_LIST_SHOWN, *PASSED_BY):
                    continue
                await press(button)
    assert not caplog.records, "every text exists with what it needs"
    assert len(seen) >= 60
    assert not chat.phone.toasts
