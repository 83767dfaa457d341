"""Tells people that the disk is full, past the database: nothing can be written there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import structlog

from bot.logs import log_unexpected
from bot.sending.refusals import NotDelivered
from bot.sending.sender import Sender
from core.kernel.languages import LANGUAGES
from core.model.people import Role
from core.ports.unit_of_work import Storage, Texts

log = structlog.get_logger(__name__)

AGAIN_SECONDS = 3600.0
"""A person hears of it once in that time, however much they send."""


class NoRoom:
    """`message_id` is what a person is told: that what they sent waits, or that a file does."""

    def __init__(
        self, storage: Storage, sender: Sender, texts: Texts, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._storage = storage
        self._sender = sender
        self._texts = texts
        self._now = now
        self._told: dict[tuple[int, str], float] = {}

    async def tell(self, people: Iterable[int], message_id: str) -> None:
        """Tells each of these who have joined, and the coordinators. Raises nothing: it says what went wrong already."""
        try:
            languages, coordinators = await self._who(people)
        except Exception as error:
            log_unexpected("nobody told that the disk is full", error)
            return
        for person_id in coordinators:
            await self._say(person_id, languages[person_id], "disk-full-coordinator")
        for person_id in languages.keys() - coordinators:
            await self._say(person_id, languages[person_id], message_id)

    async def _who(self, people: Iterable[int]) -> tuple[dict[int, str], set[int]]:
        async with self._storage.read() as work:
            hosts = await work.people.with_role(Role.COORDINATOR)
            found = [p for i in set(people) if (p := await work.people.get(i)) and p.left_at is None]
        return {p.id: p.language for p in (*found, *hosts)}, {p.id for p in hosts}

    async def _say(self, person_id: int, language: str, message_id: str) -> None:
        said = self._told.get((person_id, message_id))
        if said is not None and self._now() - said < AGAIN_SECONDS:
            return
        self._told[person_id, message_id] = self._now()
        text = self._texts(language or LANGUAGES[0], message_id)
        try:
            await self._sender.bulk(lambda bot: bot.send_message(person_id, text), person_id)
        except NotDelivered as error:
            log.warning("not told that the disk is full", person_id=person_id, why=repr(error))
