"""Brings a card to Telegram: edits it in place, or sends it below and takes the buttons off the old one."""

from __future__ import annotations

from typing import Protocol

from core.model.cards import Card
from handlers.frame.screens import Screen


class RefusedForGood(Exception):
    """Telegram will never take this message, however often it is tried: a mistake of ours in what it shows."""


class Messenger(Protocol):
    """What conversations need of the sending side; answers to people go in its first lane.

    `send` and `edit` raise RefusedForGood; what else they raise is worth another try.
    """

    async def send(self, person_id: int, screen: Screen, version: int) -> int | None:
        """Sends a message; → its id, None where the person cannot be reached."""
        ...

    async def edit(self, person_id: int, message_id: int, screen: Screen, version: int) -> bool:
        """Edits a message; False where it is gone and a new one is needed."""
        ...

    async def strip(self, person_id: int, message_id: int) -> None:
        """Takes the buttons off an old message, if it is still there."""
        ...

    async def answer(self, query_id: str, text: str | None, alert: bool) -> None:
        """Answers a tap; one that is too old is let go."""
        ...


async def bring(messenger: Messenger, card: Card, screen: Screen) -> int | None:
    """Shows the card; → the message that shows it, None where the person cannot be reached."""
    old = card.message_id
    if card.place == "edit" and old is not None:
        if await messenger.edit(card.person_id, old, screen, card.version):
            return old
        old = None
    message_id = await messenger.send(card.person_id, screen, card.version)
    if old is not None and message_id is not None:
        await messenger.strip(card.person_id, old)
    return message_id
