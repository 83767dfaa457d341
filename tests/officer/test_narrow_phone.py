"""The officer's quarter on a phone 360 px wide, in three languages: no button's words are cut, and how it looks."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Page, ViewportSize, async_playwright

from tests.officer.walkthrough import LANGUAGES, officer, whole_quarter
from tests.officer.watched import WatchedPhone
from tests.talk.worlds import World

pytestmark = pytest.mark.browser

NARROW = ViewportSize(width=360, height=780)
SETTLES_MS = 150

CUT = """() => [...document.querySelectorAll('[data-testid="inline-button"]')].filter((key) =>
  [key, ...key.children].some((e) => e.scrollWidth > e.clientWidth + 1)).map((key) => key.textContent)"""


@pytest.fixture
async def page(world: World) -> AsyncIterator[Page]:
    """The sandbox's page in a narrow window."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("ORYNDA_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.skip("there is no Chromium on this machine: install Debian's package chromium (make browser)")
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = await playwright.chromium.launch(executable_path=path, args=arguments)
        page = await browser.new_page(
            viewport=NARROW, device_scale_factor=2, locale="ru-RU", timezone_id="Asia/Almaty"
        )
        yield page
        await browser.close()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_button_can_be_read(world: World, page: Page, language: str) -> None:
    phone = await officer(world, language)
    await page.goto(world.sandbox.base_url)
    looker = Looker(page, language)
    await whole_quarter(phone, language, looker.look)
    assert looker.cut == set()
    assert looker.missing == set()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_as_planned_can_be_read(world: World, page: Page, language: str) -> None:
    phone = await officer(world, language)
    await page.goto(world.sandbox.base_url)
    looker = Looker(page, language)
    await phone.type("/tasks")
    await looker.look(phone)
    await phone.tap("bulk")
    await looker.look(phone)
    await phone.tap("bulkok")
    await looker.look(phone)
    assert looker.cut == set()
    assert await all_as_planned_is_left(phone)


async def all_as_planned_is_left(phone: WatchedPhone) -> bool:
    """Whether nothing but handing in is left."""
    return phone.card.has("handin")


PICTURES = {
    "ru": {
        "walk-reason": "Почему?",
        "walk-stage": "Паспорт оборудования",
        "walk-sources": "Можно по источникам",
        "walk-one-message": "Понял так",
    },
    "kk": {"walk-kazakh": "Қашан орындалады"},
    "en": {"walk-english": "since the year began"},
}
"""The pictures of docs/officer.md, by words on the card that each shows first."""


def keep_picture(name: str, shown: bytes) -> None:
    """Keeps what a phone shows as <name>.png; nothing without the variable."""
    if folder := os.environ.get("ORYNDA_PICTURES"):
        picture = Image.open(BytesIO(shown)).convert("RGB")
        small = picture.quantize(256, method=Image.Quantize.FASTOCTREE)
        small.save(Path(folder) / f"{name}.png", optimize=True)


class Looker:
    """Looks at the page after each step: which labels are cut, and the pictures of the docs."""

    def __init__(self, page: Page, language: str) -> None:
        self.page, self.language = page, language
        self.cut: set[str] = set()
        self._kept: set[str] = set()

    @property
    def missing(self) -> set[str]:
        """The pictures whose card was not shown."""
        return set(PICTURES[self.language]) - self._kept

    async def look(self, phone: WatchedPhone) -> None:
        await self.page.wait_for_timeout(SETTLES_MS)
        self.cut |= set(await self.page.evaluate(CUT))
        for name, words in PICTURES[self.language].items():
            if words in phone.card.text and name not in self._kept:
                self._kept.add(name)
                keep_picture(name, await self.page.screenshot())
