"""The officer's quarter on a phone 360 px wide, in three languages: whatever is shown fits the phone and Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.officer.every_card import WORDS, every_card, ready
from tests.officer.narrow import CUT, SETTLES_MS, chromium, narrow_page
from tests.officer.walkthrough import LANGUAGES as SCRIPTED
from tests.officer.walkthrough import officer, whole_quarter
from tests.officer.watched import WatchedPhone
from tests.talk.worlds import World

pytestmark = pytest.mark.browser

LONGEST_MESSAGE = 4096
LONGEST_DATA = 64
"""Telegram's limits: a text's characters, and a button's data in bytes."""


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    path = chromium()
    if path is None:
        pytest.skip("there is no Chromium on this machine: install Debian's package chromium (make browser)")
    async with narrow_page(path) as opened:
        yield opened


@pytest.mark.parametrize("language", SCRIPTED)
async def test_every_button_can_be_read(world: World, page: Page, language: str) -> None:
    phone = await officer(world, language)
    await page.goto(world.sandbox.base_url)
    looker = Looker(page)
    await whole_quarter(phone, language, lambda on: looker.look("walk", on))
    assert looker.cut == set()


@pytest.mark.parametrize("language", WORDS)
async def test_everything_that_is_asked_decided_and_shared_fits(
    tmp_path: Path, page: Page, language: str
) -> None:
    """Sweep, requests and decisions, shared rows, contributions, leaves, rules: the cards of four people."""
    async with ready(tmp_path, language) as cast:
        await page.goto(cast.sandbox.base_url)
        looker = Looker(page)
        await every_card(cast, language, looker.look)
        assert looker.cut == set()
        assert WANTED - looker.seen == set()
        for phone in cast.everybody:
            assert within_telegrams_limits(phone) > 3


WANTED = {
    *("card", "why", "when", "sweep", "submit", "look", "history", "indicator", "understood"),
    *("request-day", "request-why", "request-asked", "request-granted", "not-required-why", "refuse-why"),
    *("lead", "parts", "without", "consolidated", "part", "joint-row", "joint-on-card", "result"),
    *("review", "review-comment", "returned", "correction-why", "two-versions"),
    *("deadlines", "deadlines-further", "deadlines-asked", "behalf-deadlines", "deadlines-late"),
    *("substitute-named", "behalf-card", "rules", "rules-dry-run", "rules-reasons"),
}
"""Cards of each kind that must have been looked at."""


def within_telegrams_limits(phone: WatchedPhone) -> int:
    """Asserts that whatever the phone ever showed could be sent by Telegram; → how many messages that were."""
    for raw in phone.shown.values():
        text = raw.get("text", raw.get("caption", ""))
        assert len(text.encode("utf-16-le")) // 2 <= LONGEST_MESSAGE, text
    for _, data, label in phone.buttons():
        assert len(data.encode()) <= LONGEST_DATA, (label, data)
    return len(phone.shown)


class Looker:
    """Looks at the page at each card, whoever's phone it is on: which labels are cut."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.cut: set[tuple[str, str]] = set()
        self.seen: set[str] = set()

    async def look(self, name: str, phone: WatchedPhone) -> None:
        await phone.messages()  # what came by itself since the last step
        await self.page.wait_for_timeout(SETTLES_MS)
        self.cut |= {(name, label) for label in await self.page.evaluate(CUT)}
        self.seen.add(name)
