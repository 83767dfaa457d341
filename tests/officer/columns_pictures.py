"""`python -m tests.officer.columns_pictures`: the card of a file's columns and the plan's doubts by kind, in each language.

Taken as the pictures of docs/officer.md are: in a window 360 px wide of the demo that is ready.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
from io import BytesIO
from pathlib import Path

import structlog
from PIL import Image
from playwright.async_api import Page

from locales import texts
from sandbox.client.client import Phone
from tests.officer.every_card import Cast, ready
from tests.officer.narrow import bring_to_front, chromium, narrow_page
from tests.officer.pictures import COLOURS, FOLDER, NO_TOASTS, SETTLES_MS

RESTS = 2.0
"""Seconds after which no notice of who joined comes any more."""
LANGUAGES = ("ru", "kk", "en")
TABLE = """Альфа;Этап;Бета;Гамма
10;Разработка ТЗ;5,5;ку
20;Закуп мебели;6,5;ка
30;Поставка бумаги;7,5;ко
"""
DOUBTFUL = """План закупок на 2024 год;;;;
№;Мероприятие;Форма завершения;Срок исполнения;Ответственный исполнитель
1;Провести закуп мебели;Акт;;Юрист
2;Провести закуп бумаги;Акт;;Экономист
3;Провести закуп ламп;Акт;2 квартал 2024 года;
"""


async def take(folder: Path, chromium_path: str) -> None:
    """Takes them all, one language after the other."""
    async with narrow_page(chromium_path) as page:
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as data:
                async with ready(Path(data), language) as cast:
                    await page.goto(cast.sandbox.base_url)
                    await page.get_by_test_id(f"page-language-{language}").click()
                    await _play(page, cast, language, folder)


async def _play(page: Page, cast: Cast, language: str, folder: Path) -> None:
    phone = cast.coordinator
    await phone.settled(RESTS)
    await phone.document(TABLE.encode(), "таблица.csv", mime="text/csv")
    await phone.expect(texts()(language, "columns-say"), timeout=60)
    await _look(page, phone, folder, f"columns-asked-{language}")
    await phone.press(texts()(language, "columns-every"))
    await phone.settled(0.3)
    await _look(page, phone, folder, f"columns-{language}")
    await phone.document(DOUBTFUL.encode(), "закупки.csv", mime="text/csv")
    await phone.expect("План закупок на 2024 год", timeout=60)
    await _look(page, phone, folder, f"doubts-by-kind-{language}")


async def _look(page: Page, phone: Phone, folder: Path, name: str) -> None:
    await bring_to_front(page, phone.id)
    await page.mouse.move(0, 0)
    await page.wait_for_timeout(SETTLES_MS)
    await page.add_style_tag(content=NO_TOASTS)
    shown = Image.open(BytesIO(await page.screenshot())).convert("RGB")
    small = shown.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    small.save(folder / f"{name}.png", optimize=True)


def main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    path = chromium()
    if path is None:
        sys.exit("there is no Chromium on this machine: install Debian's package chromium (make browser)")
    asyncio.run(take(FOLDER, path))


if __name__ == "__main__":
    main()
