"""Reading plan files for who sent them: in a process of their own, and shown on the coordinator's card when it is done."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence

from bot.intake.fetching import download
from bot.logs import log_unexpected
from bot.plan_reader import read_within_limits
from bot.sending.outbox import Send
from bot.sending.refusals import TryLater
from bot.sending.sender import Sender
from bot.workers import Workers
from core.kernel.errors import DomainError, Missing
from core.lifecycle import acceptance, reading_again
from core.lifecycle.layouts import known_layouts, read_by, spelt_out
from core.model.cards import View
from core.model.editions import PlanEdition
from core.plan.columns import ReadingMap
from core.plan.model import ReadPlan as Reading
from core.ports.queues import Outgoing
from documents.samples import sample
from handlers.entry.answering import Answering
from handlers.frame.deps import Deps
from handlers.frame.messages import ReadAgain, ReadPlan
from handlers.frame.turn import Turn
from handlers.frame.views import Plans
from handlers.plans.columns import card_of, card_read_again, columns_card

Telling = Callable[[Turn], Awaitable[View]]


class PlanReading:
    """The jobs that read plans: a file that was sent or a sample, and a waiting plan's file again."""

    def __init__(self, deps: Deps, answering: Answering, sender: Sender, workers: Workers) -> None:
        self._deps = deps
        self._answering = answering
        self._sender = sender
        self._workers = workers

    async def first(self, row: Outgoing) -> Sequence[Send]:
        """Fetches a plan file, reads it in a process of its own, and shows the coordinator what was read.

        A row that is done again, because nobody knew that it was done, makes no second plan.
        """
        try:
            name, content = await self._plan_file(row)
            async with self._deps.storage.read() as work:
                layouts = await known_layouts(work)
            read = await self._read(content, name, layouts)
        except TryLater:
            raise
        except Exception as error:
            await self._answering.put(row.person_id, _telling(error, Plans().shown()))
            return []
        await self._deps.files.keep(content)
        sha256 = hashlib.sha256(content).hexdigest()

        async def put_forward(turn: Turn) -> View:
            if await turn.work.notes.read(f"read:{row.key}") is not None:
                return turn.card.view
            plan_id = await acceptance.put_forward(
                turn.work,
                read,
                source_name=name,
                source_sha256=sha256,
                by=row.person_id,
                now=turn.now,
                said=read_by(read, layouts),
            )
            await turn.work.notes.write(f"read:{row.key}", str(plan_id))
            return card_of(await acceptance.proposed(turn.work, plan_id)).shown()

        await self._answering.put(row.person_id, put_forward)
        return []

    async def again(self, row: Outgoing) -> Sequence[Send]:
        """Reads the file of a waiting plan again, by what was said of its columns, and shows what became of it."""
        wanted = ReadAgain.of(row)
        back = columns_card(wanted.plan, wanted.table).shown()
        try:
            async with self._deps.storage.read() as work:
                plan = await acceptance.proposed(work, wanted.plan)
            said = spelt_out(plan)
            read = await self._read(await self._kept(plan), plan.source_name, said)
        except TryLater:
            raise
        except Exception as error:
            await self._answering.put(row.person_id, _telling(error, back))
            return []

        async def put_again(turn: Turn) -> View:
            anew = await reading_again.put_again(turn.work, wanted.plan, read, said, row.person_id, turn.now)
            return card_read_again(turn, anew, wanted.table)

        try:
            await self._answering.put(row.person_id, put_again)
        except DomainError as error:  # it was accepted or cancelled meanwhile
            await self._answering.put(row.person_id, _telling(error, Plans().shown()))
        return []

    async def _kept(self, plan: PlanEdition) -> bytes:
        """The plan's file. Raises Missing (columns-file-gone) where it was never kept: it has to be sent again."""
        try:
            return await self._deps.files.read(plan.source_sha256)
        except Missing:
            raise Missing("columns-file-gone") from None

    async def _plan_file(self, row: Outgoing) -> tuple[str, bytes]:
        """The file that was sent, or the sample that was named; → its name and bytes."""
        wanted = ReadPlan.of(row)
        if wanted.file_id is not None:
            return wanted.name, await download(self._sender, wanted.file_id, row.person_id)
        path = sample(wanted.sample)
        return path.name, await asyncio.to_thread(path.read_bytes)

    async def _read(self, content: bytes, name: str, said: ReadingMap) -> Reading:
        return await read_within_limits(self._workers, content, name, said)


def _telling(error: Exception, view: View) -> Telling:
    """A card with what went wrong above it, in one line; what is ours to mend is logged under a code."""
    if isinstance(error, DomainError):
        message_id, args = error.message_id, error.args_for_text
    else:
        message_id, args = "error-unexpected", {"code": log_unexpected("plan not read", error)}

    async def tell(turn: Turn) -> View:
        return view.model_copy(update={"notice": turn.say(message_id, **args)})

    return tell
