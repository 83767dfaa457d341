"""Brings a card to Telegram, and remembers what Telegram has of people's cards, ahead of the database.

A card is edited in place, or sent below and the buttons taken off the old one. What is shown is written down in batches,
a few times a second. A crash between Telegram's answer and the write leaves the card marked stale, and it is shown again
at start.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from core.model.cards import Card
from core.ports.unit_of_work import Storage
from handlers.frame.screens import Html, Screen

log = logging.getLogger(__name__)

RETRY_SECONDS = 2.0
"""After the database refused: another process was writing for long, or the disk was full."""


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


NOTHING_LEFT: Mapping[int, Html] = MappingProxyType({})


async def bring(
    messenger: Messenger, card: Card, screen: Screen, left: Mapping[int, Html] = NOTHING_LEFT
) -> int | None:
    """Shows the card; → the message that shows it, None where the person cannot be reached.

    `left` are messages that showed it before, with the one line that each keeps.
    """
    message_id = await _placed(messenger, card, screen, left)
    if message_id is not None:
        for former, line in left.items():
            await messenger.edit(card.person_id, former, Screen(line), card.version)
    return message_id


async def _placed(messenger: Messenger, card: Card, screen: Screen, left: Mapping[int, Html]) -> int | None:
    old = card.message_id
    if card.place == "edit" and old is not None:
        if await messenger.edit(card.person_id, old, screen, card.version):
            return old
        old = None
    message_id = await messenger.send(card.person_id, screen, card.version)
    if old is not None and old not in left and message_id is not None:
        await messenger.strip(card.person_id, old)
    return message_id


@dataclass(frozen=True, slots=True)
class _Seen:
    version: int
    message_id: int
    at: float
    action: str | None


class Shown:
    """Remembers which message shows which version of a person's card, and when and by which tap it was redrawn."""

    def __init__(self, storage: Storage, pause: float = 0.1) -> None:
        self._storage = storage
        self._pause = pause
        self._seen: dict[int, _Seen] = {}
        self._unwritten: dict[int, tuple[int, int, int]] = {}
        self._something = asyncio.Event()

    def add(self, card: Card, message_id: int, action: str | None) -> None:
        """Telegram has this version of the card, in this message."""
        self._seen[card.person_id] = _Seen(card.version, message_id, time.monotonic(), action)
        self._unwritten[card.person_id] = (card.person_id, card.version, message_id)
        self._something.set()

    def known(self, card: Card) -> Card:
        """The card with what was shown since it was written."""
        seen = self._seen.get(card.person_id)
        if seen is None or seen.version < card.version:
            return card
        return card.model_copy(update={"message_id": seen.message_id, "stale": False})

    def same_tap(self, person_id: int, action: str, within: float) -> bool:
        """Whether this tap comes so soon after a redraw by the same button that a person cannot have meant it."""
        seen = self._seen.get(person_id)
        return seen is not None and seen.action == action and time.monotonic() - seen.at < within

    async def write(self) -> None:
        """Writes what is known and not written yet; what could not be written is kept for the next time."""
        batch, self._unwritten = self._unwritten, {}
        if not batch:
            return
        try:
            async with self._storage.begin() as work:
                await work.cards.shown(list(batch.values()))
        except BaseException:
            self._unwritten = batch | self._unwritten
            raise

    async def run(self) -> None:
        """Writes batches until cancelled; the last one is written by `write` at shutdown."""
        while True:
            await self._something.wait()
            self._something.clear()
            try:
                await self.write()
            except Exception:
                log.warning("cards shown not written down", exc_info=True)
                self._something.set()
                await asyncio.sleep(RETRY_SECONDS)
            await asyncio.sleep(self._pause)
