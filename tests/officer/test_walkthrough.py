"""What the officer's time is worth: taps and messages for each kind of row, in three languages, and what a phone can show."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from core.plan.reports import Outcome
from tests.officer.engineering_plan import POST, ROWS
from tests.officer.walkthrough import LANGUAGES, all_as_planned, officer, whole_quarter
from tests.officer.watched import WatchedPhone
from tests.talk.worlds import World

MOST = {
    "as planned": (1, 0),
    "planned zero": (1, 0),
    "another figure": (1, 1),
    "typed": (0, 1),
    "two papers": (2, 2),
    "reason and forecast": (5, 2),
    "by source": (1, 2),
    "one message": (1, 1),
}
"""The most taps and messages that a kind may take, by the words that name it; the first that fit count."""


def bound(kind: str) -> tuple[int, int]:
    order = sorted(MOST, key=lambda words: words in ("as planned", "planned zero"))
    return next(MOST[words] for words in order if words in kind)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_quarter_costs_few_taps_and_fits_a_phone(world: World, language: str) -> None:
    phone = await officer(world, language)
    counts = await whole_quarter(phone, language)
    for count in counts:
        taps, messages = bound(count.kind)
        assert count.taps <= taps, count
        assert count.messages <= messages, count
    assert len(counts) == len(ROWS)
    fits(phone)
    kept = [await world.report(POST, row) for row in range(1, len(ROWS) + 1)]
    assert [o.version for o in kept] == [1] * len(ROWS)
    short = {2, 12, 14}
    assert {row for row, o in enumerate(kept, 1) if o.draft.outcome is not Outcome.DONE} == short
    assert all(kept[row - 1].draft.reason and kept[row - 1].draft.forecast for row in short)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_all_as_planned_takes_at_most_four_taps(world: World, language: str) -> None:
    phone = await officer(world, language)
    assert await all_as_planned(phone) <= 4
    kept = [await world.report(POST, row) for row in range(1, len(ROWS) + 1)]
    assert [(o.version, o.draft.outcome) for o in kept] == [(1, Outcome.DONE)] * len(ROWS)
    fits(phone)


def fits(phone: WatchedPhone) -> None:
    """Telegram takes every message that was shown, and no label is longer than a narrow phone can show."""
    assert len(phone.shown) > 3
    for raw in phone.shown.values():
        assert len(unescape(re.sub(r"<[^>]*>", "", raw["text"]))) <= 4096
        assert_coloured(raw)
    for _, data, _ in phone.buttons():
        assert 1 <= len(data.encode()) <= 64, data


def assert_coloured(raw: dict[str, Any]) -> None:
    """✅ is a success and ❌ a danger, but for the rows of a list ("✅ 12. …"); at most one button is what is next."""
    keys = [key for row in raw.get("reply_markup", {}).get("inline_keyboard", []) for key in row]
    for key in keys:
        if key["text"].startswith(("✅", "❌")) and not re.match(r"\S+ \d+\. ", key["text"]):
            assert key.get("style") == ("success" if key["text"].startswith("✅") else "danger"), key
    assert sum(key.get("style") == "primary" for key in keys) <= 1, raw
