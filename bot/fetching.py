"""Fetches what people sent as evidence, and keeps it on disk under its SHA-256."""

from __future__ import annotations

import asyncio

import structlog
from telegram import Bot

from bot.refusals import NotDelivered
from bot.sender import Sender
from core.ports import Files, Storage
from core.reports import Evidence

log = structlog.get_logger(__name__)

AT_ONCE = 4
LOOK_AGAIN_SECONDS = 60.0


async def download(sender: Sender, file_id: str, person_id: int) -> bytes:
    """The bytes of a file that a person sent. Raises one of bot.refusals."""

    async def fetch(bot: Bot) -> bytes:
        file = await bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())

    content = await sender.bulk(fetch, person_id, idempotent=True, cost=0)
    return content or b""


class Fetching:
    """The loop. What is to be fetched is in the database, so a crash loses nothing: Telegram keeps the bytes."""

    def __init__(self, storage: Storage, files: Files, sender: Sender) -> None:
        self._storage = storage
        self._files = files
        self._sender = sender
        self._poked = asyncio.Event()
        self._room = asyncio.Semaphore(AT_ONCE)
        self._given_up: set[int] = set()

    def poke(self) -> None:
        """Something was sent."""
        self._poked.set()

    async def run(self) -> None:
        """Fetches until cancelled."""
        while True:
            self._poked.clear()
            await self.fetch_all()
            try:
                await asyncio.wait_for(self._poked.wait(), LOOK_AGAIN_SECONDS)
            except TimeoutError:
                continue

    async def fetch_all(self) -> None:
        """Everything that was sent and is not on disk yet; what Telegram refuses is not asked for again until restart."""
        async with self._storage.read() as work:
            waiting = [e for e in await work.evidence.unfetched() if e.id not in self._given_up]
        await asyncio.gather(*(self._fetch(e) for e in waiting))

    async def _fetch(self, evidence: Evidence) -> None:
        async with self._room:
            try:
                content = await download(self._sender, evidence.file_id or "", evidence.added_by)
            except NotDelivered as error:
                self._given_up.add(evidence.id)
                log.error("evidence not fetched", evidence=evidence.id, why=repr(error))
                return
            sha256 = await self._files.keep(content)
            async with self._storage.begin() as work:
                await work.evidence.set_file(evidence.id, sha256, len(content))
