"""The rows that the blind sets ask about, each with a post of its own, and an officer on it."""

from __future__ import annotations

from pathlib import Path

from bot.commands.loading import load
from documents.grids.grid import Document
from sandbox.client.client import Phone
from storage import open_storage
from tests.documents.writers import as_docx, one_table
from tests.talk.worlds import BEGINS, World

QUARTERS = "I квартал 2024 | II квартал 2024 | III квартал 2024 | IV квартал 2024"
FIGURES = [
    f"№ | Мероприятие | Единица измерения | Ответственный исполнитель | {QUARTERS}",
    "1 | Обучение персонала | чел. | Методист | 40 | 40 | 40 | 40",
    "2 | Поверка манометров | шт. | Метролог | 12 | 12 | 12 | 12",
    "3 | Доля обслуженного оборудования | % | Инженер | 86 | 86 | 86 | 86",
    "4 | Закуп оборудования | тыс. тенге | Экономист | 6050000 | 0 | 0 | 0",
    "5 | Капитальный ремонт | млн тенге | Прораб | 5,8 | 0 | 0 | 0",
]
TICKS = [
    "№ | Мероприятие | Форма завершения | Срок исполнения | Ответственный исполнитель",
    "1 | Утвердить график ППР | приказ | I квартал 2024 года | Механик",
]
POSTS = {
    "staff": "Методист",
    "gauges": "Метролог",
    "share": "Инженер",
    "money": "Экономист",
    "millions": "Прораб",
    "tick": "Механик",
}


async def with_rows(folder: Path) -> Path:
    """A database in which the rows are accepted plans; → its path."""
    path = folder / "rows.db"
    storage = await open_storage(f"sqlite+aiosqlite:///{path}")
    for title, rows in (("План мероприятий на 2024 год", FIGURES), ("План работ на 2024 год", TICKS)):
        content = as_docx(Document(one_table([row.split(" | ") for row in rows], title).blocks))
        parts = {"organisation": "Городская больница", "year": "2024"}
        await load(storage, content, f"{title}.docx", accept=True, parts=parts, now=BEGINS)
    await storage.close()
    return path


async def officer_of(world: World, row: str, language: str) -> Phone:
    """Who reports that row, in that language."""
    phone = await world.join(f"{POSTS[row]}-{language}", POSTS[row], language=language)
    await phone.settled()
    return phone
