"""An officer's phone: the living card as the person sees it, told from other messages by its buttons."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.client.client import Message, Phone

NO_CARD = 0
"""Buttons of reminders and notices carry this version (handlers.frame.turn)."""


@dataclass(frozen=True, slots=True)
class Card:
    """The newest message with a card's buttons; `taps` are (action, *arguments) with label and data."""

    message: Message
    version: int
    taps: dict[tuple[str, ...], tuple[str, str]]

    @property
    def text(self) -> str:
        return self.message.text

    def tap(self, action: str, *args: object) -> tuple[str, ...] | None:
        """The first button with this action and these first arguments."""
        wanted = (action, *map(str, args))
        return next((tap for tap in self.taps if tap[: len(wanted)] == wanted), None)

    def has(self, action: str, *args: object) -> bool:
        return self.tap(action, *args) is not None

    @property
    def row(self) -> int | None:
        """The obligation of a walk's card, and of a card that waits for something typed."""
        if (tap := self.tap("prev")) is not None:
            return int(tap[1])
        return int(tap[1]) if self.is_asking and (tap := self.tap("card")) is not None else None

    @property
    def is_asking(self) -> bool:
        """Whether the card waits for something typed: there is a way back and nothing else."""
        return len(self.taps) == 1 and self.has("card")

    @property
    def is_list(self) -> bool:
        return self.has("card") and self.has("home")


def card_in(messages: list[Message]) -> Card | None:
    """The newest card among the messages; None before the first."""
    for message in reversed(messages):
        if message.from_bot and (found := _card(message)) is not None:
            return found
    return None


def _card(message: Message) -> Card | None:
    keyboard = message.raw.get("reply_markup", {}).get("inline_keyboard", [])
    taps, version = {}, NO_CARD
    for button in (button for row in keyboard for button in row if "callback_data" in button):
        number, *parts = button["callback_data"].split(".")
        version = int(number, 16)
        taps[tuple(parts)] = (button["text"], button["callback_data"])
    return Card(message, version, taps) if version != NO_CARD else None


class OfficerPhone(Phone):
    """A phone that is looked at again whenever something changes on it."""

    async def wait(self, seconds: float) -> None:
        """Waits for the next change, so many seconds at most."""
        await self._sync(wait=seconds)

    @property
    def card(self) -> Card | None:
        """The card as last seen."""
        return card_in(self._sorted())

    def shown(self) -> str:
        """The chat as plain text, as last seen."""
        return self._transcript()
