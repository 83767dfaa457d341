"""A real `python -m bot demo` in a process of its own, and headless Chromium that opens its page."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.running_demo import RunningDemo

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 20_000  # milliseconds: the machine may be busy with the other tests

expect.set_options(timeout=PATIENCE)


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Chromium of this machine; without one the test is skipped, and says so.

    Anew for each test: while Playwright is open its event loop counts as running, and asynchronous tests refuse.
    """
    path = os.environ.get("ORYNDA_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("there is no Chromium on this machine: install Debian's package chromium (make browser)")
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def demo() -> Iterator[RunningDemo]:
    """A demo that is stopped as a person stops it."""
    running = RunningDemo()
    yield running
    running.stop()


@pytest.fixture
def laptop(browser: Browser, demo: RunningDemo) -> Iterator[Page]:
    yield from opened(browser, demo, 1366, 768)


@pytest.fixture
def handheld(browser: Browser, demo: RunningDemo) -> Iterator[Page]:
    yield from opened(browser, demo, 390, 844)


def opened(browser: Browser, demo: RunningDemo, width: int, height: int) -> Iterator[Page]:
    """The demo's page in a window of that size; what its scripts complain of fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2,
        locale="ru-RU",
        timezone_id="Asia/Almaty",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(demo.address)
    yield page
    context.close()
    assert complaints == []
