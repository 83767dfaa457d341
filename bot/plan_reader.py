"""Reading a plan file in a worker: named here, so that the bot's own process never loads the readers."""

from __future__ import annotations

from bot.workers import WorkerFailed, Workers
from core.kernel.errors import UnreadableFile
from core.plan.columns import ReadingMap
from core.plan.model import ReadPlan

READING_SECONDS = 30.0
"""What one file may take; its memory is the process's (`bot.workers`)."""


def read_in_worker(content: bytes, name: str, said: ReadingMap) -> ReadPlan:
    """The plan in a file's bytes, by what is said of its columns. Raises what `documents.reading.read_plan` does."""
    from documents.reading import read_plan

    return read_plan(content, name, said)


async def read_within_limits(workers: Workers, content: bytes, name: str, said: ReadingMap) -> ReadPlan:
    """The same in a process of its own, for the chat and the command line alike.

    Raises what `documents.reading.read_plan` does, and UnreadableFile (file-too-slow) where the time or the process ends
    before the file does.
    """
    try:
        return await workers.run(read_in_worker, content, name, said, timeout=READING_SECONDS)
    except WorkerFailed as error:
        raise UnreadableFile("file-too-slow") from error
