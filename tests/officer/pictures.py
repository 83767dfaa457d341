"""`python -m tests.officer.pictures`: the pictures of docs/officer.md, taken on the phones of the demo that is ready.

An officer's quarter is played (`every_card.py`), in Russian whole, in Kazakh and English for a few of its cards; each
picture is a window 360 px wide, two pixels a px, in a palette that keeps it small.
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

from tests.browser.onpage import PAPER, paper_html
from tests.officer.every_card import every_card, ready
from tests.officer.narrow import bring_to_front, chromium, narrow_page
from tests.officer.watched import WatchedPhone

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
COLOURS = 256
SETTLES_MS = 400
NO_TOASTS = "[data-testid=toast] { display: none }"
"""They fade over the words of a card."""

PICTURES = {
    "ru": (
        "home-several",
        "home",
        "deadlines",
        "deadlines-asked",
        "card",
        "why",
        "when",
        "less",
        "understood",
        "sources",
        "stages",
        "indicator",
        "request-day",
        "request-asked",
        "request-told",
        "sweep",
        "submit",
        "receipt",
        "joint-on-card",
        "lead",
        "without",
        "review-report",
        "returned",
        "reminder",
        "two-versions",
    ),
    "kk": ("home", "card", "why", "sweep", "lead", "request-asked"),
    "en": ("card", "several-figures", "request-day", "returned"),
}
"""Which cards of the quarter are kept, by language."""


CERTIFICATE = [
    "Дата: 10.03.2024",
    "Манометры технические — 12 шт.",
    "Поверены, признаны пригодными.",
    "Действителен до 10.03.2025",
]


class Photographer:
    """Keeps a card's picture as officer-<name>.png, in another language than Russian as officer-<name>-<language>.png."""

    def __init__(self, page: Page, language: str, folder: Path) -> None:
        self.page, self.language, self.folder = page, language, folder

    async def look(self, name: str, phone: WatchedPhone) -> None:
        if name not in PICTURES[self.language]:
            return
        await bring_to_front(self.page, phone.id)
        await self.page.mouse.move(0, 0)
        await self.page.wait_for_timeout(SETTLES_MS)
        await self.page.add_style_tag(content=NO_TOASTS)
        shown = Image.open(BytesIO(await self.page.screenshot())).convert("RGB")
        ending = "" if self.language == "ru" else f"-{self.language}"
        # The octree keeps the rare colours (a green tick), which a palette of the most frequent ones loses.
        small = shown.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
        small.save(self.folder / f"officer-{name}{ending}.png", optimize=True)


async def take(folder: Path, chromium_path: str) -> None:
    """Takes them all, one language after the other."""
    async with narrow_page(chromium_path) as page:
        certificate = await _photographed(page)
        for language in PICTURES:
            with tempfile.TemporaryDirectory() as data:
                async with ready(Path(data), language) as cast:
                    await page.goto(cast.sandbox.base_url)
                    await page.get_by_test_id(f"page-language-{language}").click()
                    await every_card(cast, language, Photographer(page, language, folder).look, certificate)


async def _photographed(page: Page) -> bytes:
    """The certificate that the officer sends, as a JPEG."""
    sheet = await page.context.new_page()
    await sheet.set_viewport_size(PAPER)
    await sheet.set_content(paper_html("СЕРТИФИКАТ № 44", CERTIFICATE))
    shown = await sheet.screenshot(type="jpeg", quality=80, scale="css")
    await sheet.close()
    return shown


def main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    path = chromium()
    if path is None:
        sys.exit("there is no Chromium on this machine: install Debian's package chromium (make browser)")
    asyncio.run(take(FOLDER, path))


if __name__ == "__main__":
    main()
