"""What `SUMMARIES` holds: each summary has its texts and a name of its own, and one that is added is offered everywhere."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from core.kernel.languages import LANGUAGES
from core.summary.book import Book
from core.summary.summary import Line, Summary
from handlers.frame.screens import LONGEST_DATA
from handlers.manager.export import summary_text
from handlers.manager.summaries import SUMMARIES, Kind
from locales import texts
from tests.handlers.summary_world import MANAGER, Chat, seed, world


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("summaries") / "seed.db"
    asyncio.run(seed(path))
    return path


def by_form(book: Book, summary: Summary) -> list[Line]:
    """A line for each form of completion, as a new summary would be written."""
    forms = sorted({a.row.completion_form or "" for a in book.plan.activities.values()})
    return book.counted(summary.period).lines(
        "group",
        lambda o: str(forms.index(book.activity(o.activity_id).row.completion_form or "")),
        {str(at): form for at, form in enumerate(forms)},
    )


def promised(book: Book, summary: Summary) -> list[Line]:
    """A line for each day by which late work was promised, the nearest first: as data, in no language."""
    days = {o.id: o.submitted.forecast for o in book.obligations if o.submitted and o.submitted.forecast}
    found = book.counted(summary.period).lines("group", lambda o: str(days.get(o.id, "")), {})
    return sorted((line for line in found if line.id), key=lambda line: line.id)


PROMISED = Kind(
    "yd",
    "toy-promised",
    button="sheet-forecast",
    heading="sheet-forecast",
    lines=promised,
    titled=lambda words, line: words.day(date.fromisoformat(line.id)),
)
BY_FORM = Kind("yf", "toy-forms", button="sheet-form", heading="sheet-form", lines=by_form)


def test_each_summary_has_a_name_of_its_own() -> None:
    every = [*SUMMARIES, PROMISED, BY_FORM]  # the toys would be taken for one that has their code
    assert len({kind.code for kind in every}) == len({kind.name for kind in every}) == len(every)
    assert all(kind.code.isalpha() and len(kind.code) <= 2 for kind in SUMMARIES), "it goes into 64 bytes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_summary_has_its_texts(language: str) -> None:
    ids = [id for kind in SUMMARIES for id in (kind.button, kind.heading)]
    assert [id for id in ids if not texts().has(language, id)] == []


async def test_a_summary_that_is_added_is_offered_opened_and_printed(seeded: Path, tmp_path: Path) -> None:
    SUMMARIES.append(BY_FORM)
    try:
        async with world(seeded, tmp_path) as deps:
            chat = Chat(deps, MANAGER)
            await chat.send("/summary")
            forms = await chat.press("Форма завершения")
            assert "Сдано 7 из 52" in forms
            opened = await chat.press(next(label for label in chat.labels if " · " in label))
            assert all(
                len(b.data(1).encode()) <= LONGEST_DATA for row in chat.phone.shown[-1][0].rows for b in row
            )
            await chat.press(next(label for label in chat.labels if " 1. " in label))
            assert await chat.press("⬅️") == opened
            assert await chat.press("⬅️") == forms
            async with deps.storage.read() as work:
                printed = await summary_text(deps, work, "ru", 1, "2024-Q1")
    finally:
        SUMMARIES.remove(BY_FORM)
    assert printed.splitlines().count("Форма завершения") == 1


async def test_a_summary_whose_lines_are_days_names_them_in_the_readers_language(
    seeded: Path, tmp_path: Path
) -> None:
    SUMMARIES.append(PROMISED)
    try:
        async with world(seeded, tmp_path) as deps:
            chat = Chat(deps, MANAGER)
            await chat.send("/summary")
            assert "30.06.2024 · 1 из 1" in await chat.press("Прогноз")
            behind = await chat.press("30.06.2024 · 1/1")
            assert "30.06.2024" in behind
            assert "Причина: Нет финансирования" in await chat.press("❌ 1.")
            assert await chat.press("⬅️") == behind
    finally:
        SUMMARIES.remove(PROMISED)
