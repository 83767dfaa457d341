"""Fetches what people sent as evidence, and keeps it on disk under its SHA-256."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import structlog
from telegram import Bot

from bot.logs import log_unexpected
from bot.sending.refusals import NotDelivered, TryLater
from bot.sending.sender import Sender
from core.evidence.paper_checks import once_fetched
from core.plan.reports import Evidence
from core.ports.unit_of_work import Clock, Files, Storage, Work
from handlers.frame.messages import EvidenceLost, EvidencePointedOut
from handlers.frame.views import shows_report
from storage.full import is_full

log = structlog.get_logger(__name__)

Show = Callable[[Iterable[int]], Awaitable[None]]

AT_ONCE = 4
LOOK_AGAIN_SECONDS = 60.0
TROUBLE_SECONDS = 5.0


async def download(sender: Sender, file_id: str, person_id: int) -> bytes:
    """The bytes of a file that a person sent. Raises one of bot.sending.refusals."""

    async def fetch(bot: Bot) -> bytes:
        file = await bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())

    content = await sender.bulk(fetch, person_id, idempotent=True, cost=0)
    return content or b""


class Fetching:
    """The loop. What is to be fetched is in the database, so a crash loses nothing: Telegram keeps the bytes."""

    def __init__(
        self,
        storage: Storage,
        files: Files,
        sender: Sender,
        clock: Clock,
        queued: Callable[[], None],
        show: Show,
        has_room: Callable[[], bool],
        waits: Callable[[Iterable[int]], Awaitable[None]],
    ) -> None:
        """`queued` is called when somebody is to be told of a file, `show` draws the cards of people anew; where there is
        no room, or the disk was full, `waits` tells who sent what waits."""
        self._storage = storage
        self._files = files
        self._sender = sender
        self._clock = clock
        self._queued = queued
        self._show = show
        self._has_room = has_room
        self._waits = waits
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
            try:
                await self.fetch_all()
            except Exception as error:
                log_unexpected("evidence in trouble", error)
                await asyncio.sleep(TROUBLE_SECONDS)
                continue
            try:
                await asyncio.wait_for(self._poked.wait(), LOOK_AGAIN_SECONDS)
            except TimeoutError:
                continue

    async def fetch_all(self) -> None:
        """Everything that was sent and is not on disk yet; what fails waits for the next look.

        What Telegram refuses is not asked for again until restart, and who sent it is told once.
        """
        async with self._storage.read() as work:
            waiting = [e for e in await work.evidence.unfetched() if e.id not in self._given_up]
        if waiting and not self._has_room():
            log.error("no room for evidence", waiting=len(waiting))
            await self._waits(e.added_by for e in waiting)
            return
        await asyncio.gather(*(self._fetch(e) for e in waiting))

    async def _fetch(self, evidence: Evidence) -> None:
        async with self._room:
            try:
                await self._bring(evidence)
            except Exception as error:
                log_unexpected("evidence not kept", error, evidence=evidence.id)
                if is_full(error):
                    await self._waits([evidence.added_by])

    async def _bring(self, evidence: Evidence) -> None:
        try:
            content = await download(self._sender, evidence.file_id or "", evidence.added_by)
        except TryLater as error:
            log.info("evidence to be fetched later", evidence=evidence.id, why=str(error))
            return
        except NotDelivered as error:
            log.error("evidence not fetched", evidence=evidence.id, why=repr(error))
            await self._give_up(evidence)
            return
        sha256 = await self._files.keep(content)
        async with self._storage.begin() as work:
            await work.evidence.set_file(evidence.id, sha256, len(content))
            is_on_card = await self._look_at(work, evidence.id, content)
        if is_on_card is not None:
            await self._tell(evidence, is_on_card)

    async def _look_at(self, work: Work, evidence_id: int, content: bytes) -> bool | None:
        """Keeps what the bytes say of the piece; → whether its card is the one shown, None where nothing is to be said."""
        piece = await work.evidence.get(evidence_id)
        o = await work.obligations.get(piece.obligation_id) if piece is not None else None
        if piece is None or o is None or piece.removed_at is not None:
            return None
        uses = await work.evidence.sharing(o.plan_id, piece.model_copy(update={"dated": None}))
        found = once_fetched(piece, o, content, uses)
        if not found:
            return None
        await work.evidence.set_remarks(piece.id, [*piece.remarks, *found])
        _, card = await work.people.session(piece.added_by)
        is_on_card = shows_report(card, o.id)
        if not is_on_card:
            key = f"evidence-pointed-out:{piece.album or piece.id}"
            said = EvidencePointedOut(o=o.id)
            await work.outbox.put(key, said.kind, piece.added_by, said.kept(), self._clock.now())
        return is_on_card

    async def _tell(self, evidence: Evidence, is_on_card: bool) -> None:
        """On the card, where that is still the one; else as a message of its own, once an album."""
        if is_on_card:
            await self._show([evidence.added_by])
        else:
            self._queued()

    async def _give_up(self, evidence: Evidence) -> None:
        key, said = f"evidence-lost:{evidence.id}", EvidenceLost(evidence=evidence.id)
        async with self._storage.begin() as work:
            await work.outbox.put(key, said.kind, evidence.added_by, said.kept(), self._clock.now())
        self._given_up.add(evidence.id)
        self._queued()
