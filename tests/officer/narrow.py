"""The sandbox's page in a window 360 px wide: a person's phone is brought to the front and looked at."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, ViewportSize, async_playwright

NARROW = ViewportSize(width=360, height=780)
SETTLES_MS = 60

NAMES = ("chromium", "chromium-browser", "google-chrome")

CUT = """() => [...document.querySelectorAll('[data-testid="inline-button"]')].filter((key) =>
  [key, ...key.children].some((e) => e.scrollWidth > e.clientWidth + 1)).map((key) => key.textContent)"""
"""The words of buttons that do not fit their button."""


def chromium() -> str | None:
    """The path of this machine's Chromium."""
    return os.environ.get("ORYNDA_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@asynccontextmanager
async def narrow_page(path: str) -> AsyncIterator[Page]:
    """A narrow window without any page in it yet."""
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = await playwright.chromium.launch(executable_path=path, args=arguments)
        context = await browser.new_context(
            viewport=NARROW,
            device_scale_factor=2,
            locale="ru-RU",
            timezone_id="Asia/Almaty",
            reduced_motion="reduce",
        )
        yield await context.new_page()
        await browser.close()


async def bring_to_front(page: Page, person: int) -> None:
    """Shows that person's phone."""
    tab = page.get_by_test_id(f"tab-{person}")
    if "is-active" not in (await tab.get_attribute("class") or ""):
        await tab.click()
