"""A request, a return and a correction in each language: every message within Telegram's limits, every text there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.kernel.languages import LANGUAGES
from core.model.people import Role
from core.summary.formatting import format_day
from locales import texts
from sandbox.client.client import Phone
from tests.talk.worlds import METROLOGIST, World

LONG = "Ж<&" * 330


class Talk:
    """A person who reads and presses in their own language."""

    def __init__(self, phone: Phone, language: str) -> None:
        self.phone, self.language = phone, language

    def word(self, id: str, **args: Any) -> str:
        """The text up to its first line's end, without markup."""
        said = texts()(self.language, id, **args).splitlines()[0]
        return said.replace("<b>", "").replace("</b>", "")

    def day(self, printed: str) -> str:
        """A day as the language prints it, from 05.04.2024."""
        day, month, year = map(int, printed.split("."))
        return format_day(date(year, month, day), texts(), self.language, "short")

    async def press(self, id: str, **args: Any) -> None:
        await self.phone.press(self.word(id, **args))

    async def sees(self, id: str, **args: Any) -> None:
        await self.phone.expect(self.word(id, **args))


async def checked(*phones: Phone) -> None:
    for phone in phones:
        for message in await phone.messages():
            assert len(message.text) <= 4096
            for row in message.raw.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    assert len(button["callback_data"].encode()) <= 64
                    assert len(button["text"]) <= 64, button


@pytest.mark.usefixtures("calm")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_request_a_return_and_its_correction(world: World, language: str) -> None:
    officer = Talk(await world.join("Daniyar", METROLOGIST, language=language), language)
    manager = Talk(await world.join("Gulnar", role=Role.MANAGER, language=language), language)
    await officer.phone.send("/report")
    await officer.press("request-open")
    await officer.sees("request-when-report", day=officer.day("05.04.2024"))
    await officer.press("request-for-work")
    await officer.sees("request-when-work", day=officer.day("31.03.2024"))
    await officer.press("request-for-report")
    await officer.sees("request-when-report", day=officer.day("05.04.2024"))
    await officer.phone.send("30.04.2024")
    await officer.sees("request-why")
    await officer.phone.send("Ж<&" * 166)
    await officer.sees("request-asking-extension")
    await officer.press("request-open-waiting")
    await officer.sees("request-waiting")

    await manager.phone.send("/review")
    await manager.sees("review-title", reports="0", requests="1")
    await manager.phone.press("⏳ 1.")
    await manager.sees("request-wants-report", was=officer.day("05.04.2024"), day=officer.day("30.04.2024"))
    await manager.press("request-grant")
    await officer.sees("request-wants-report", was=officer.day("05.04.2024"), day=officer.day("30.04.2024"))
    await officer.press("to-card")
    await officer.sees("request-moved-report", day=officer.day("30.04.2024"), was=officer.day("05.04.2024"))

    await officer.phone.send("6000")
    await officer.phone.send("/tasks")
    await officer.press("home-submit", count=1)
    await officer.press("submit-now", count=1)
    await officer.sees("receipt-title", count=1)
    await manager.phone.send("/review")
    await manager.phone.press("✅ 1.")
    await manager.sees("request-list")
    await manager.press("review-return")
    await manager.sees("review-comment")
    await manager.phone.send(LONG)
    await officer.sees("review-returned-notice")
    await officer.press("review-mend")
    await officer.phone.expect(LONG[:300])
    await officer.press("past-open", count=1)
    await officer.phone.expect("Gulnar")
    await officer.press("review-mend")
    await officer.phone.send("5900")
    await officer.sees("ask-reason")
    await officer.press("reason-tender")
    await officer.sees("ask-forecast")
    await officer.press("request-open")
    await officer.press("request-not-required")
    await officer.sees("request-wants-not-required")
    await officer.press("reason-moved")
    await officer.sees("request-asking-not-required")
    await manager.sees("request-wants-not-required")
    await manager.press("request-refuse")
    await manager.press("request-refuse-silently")
    await officer.phone.settled()
    await checked(officer.phone, manager.phone)
