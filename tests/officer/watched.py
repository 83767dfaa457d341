"""A phone that counts what its owner does and keeps every message that it ever showed, each form of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from sandbox.client.client import Answer, Phone, SandboxError
from sandbox.client.transcript import content
from tests.crash.phonecard import Card, card_in

PATIENCE = 10.0  # seconds: the machine may be busy with the other tests


class WatchedPhone(Phone):
    """`taps` and `typed` count since `begin`; `shown` has every message of the bot in each form it had."""

    def __init__(self, phone: Phone) -> None:
        super().__init__(phone.sandbox, {"id": phone.id, "first_name": phone.name})
        self.taps = 0
        self.typed = 0
        self.shown: dict[str, dict[str, Any]] = {}

    def begin(self) -> None:
        """Counts from nothing again."""
        self.taps = self.typed = 0

    @property
    def card(self) -> Card:
        """The living card as last seen."""
        found = card_in(self._sorted())
        assert found is not None, "there is no card yet"
        return found

    @property
    def has_card(self) -> bool:
        """Whether there is one."""
        return card_in(self._sorted()) is not None

    def has(self, message: int) -> bool:
        """Whether the message is still in the chat."""
        return message in self._messages

    async def notice(self, action: str) -> str:
        """One tap on the newest notice that has a button with this action; → its data."""
        await self._until(lambda: self._of_notice(action), PATIENCE, f"no notice with {action!r} came")
        message, data = self._of_notice(action)[-1]
        self.taps += 1
        await self.press_data(message, data)
        return data

    def _of_notice(self, action: str) -> list[tuple[int, str]]:
        shown = ((m.id, button) for m in self._sorted() for button in _buttons(m.raw))
        found = ((message, button.get("callback_data", "")) for message, button in shown)
        return [(message, data) for message, data in found if data.startswith(f"0.{action}")]

    async def old_notice(self, data: str) -> None:
        """One tap on the button of a notice that came long ago."""
        before = self.card
        self.taps += 1
        await self.press_data(next(m for m in self._sorted() if m.from_bot), data, forge=True)
        await self._changes(before.version)

    async def tap(self, action: str, *args: object) -> Answer:
        """One tap on the card's button with this action; waits until the card has changed."""
        before = self.card
        found = before.tap(action, *args)
        if found is None:
            raise SandboxError(f"the card has no button {(action, *args)}\n{self._transcript()}")
        self.taps += 1
        answer = await self.press_data(before.message, before.taps[found][1])
        await self._changes(before.version)
        return answer

    async def type(self, text: str) -> None:
        """One typed message; waits for the card that answers it."""
        before = self.card.version
        self.typed += 1
        await self.send(text)
        await self._changes(before)

    async def send_photo(self, data: bytes, caption: str) -> None:
        """One picture with its caption; waits for the card that answers it."""
        before = self.card.version
        self.typed += 1
        await self.photo(data, caption)
        await self._changes(before)

    async def _changes(self, version: int) -> None:
        await self.sees(lambda card: card.version != version, "another card")

    async def sees(self, wanted: Callable[[Card], object], what: str) -> Card:
        """Waits until the card is as wanted; → it."""
        end = time.monotonic() + PATIENCE
        await self._sync()
        while True:
            found = card_in(self._sorted())
            if found is not None and wanted(found):
                return found
            if time.monotonic() > end:
                raise SandboxError(f"{self.name} did not come to see {what}\n{self._transcript()}")
            await self._sync(wait=0.2)

    async def _sync(self, wait: float = 0.0) -> None:
        await super()._sync(wait)
        for raw in self._messages.values():
            if raw["from"]["is_bot"]:
                self.shown[f"{raw['message_id']}:{content(raw)}:{raw.get('reply_markup')}"] = raw

    def buttons(self) -> list[tuple[int, str, str]]:
        """(message, data, label) of every button that was ever shown, each once."""
        found = {
            (raw["message_id"], button["callback_data"]): button["text"]
            for raw in self.shown.values()
            for button in _buttons(raw)
            if "callback_data" in button
        }
        return [(message, data, label) for (message, data), label in found.items()]


def _buttons(raw: dict[str, Any]) -> list[dict[str, Any]]:
    return [button for row in raw.get("reply_markup", {}).get("inline_keyboard", []) for button in row]
