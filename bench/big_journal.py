"""`python -m bench.big_journal [LINES]`: a long journal, verified and sealed beside a bot that goes on writing.

Prints how long somebody who writes waits at most meanwhile, how long the event loop stands still, and the memory.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.programs import ROOT
from bench.watching import Watch, resident
from bot.commands.output import journal_in_words
from core.ports.repositories import JournalLine
from storage import Database, open_storage

NOW = datetime(2024, 3, 26, 16, 0, tzinfo=UTC)
LINES = 200_000
NEW = 20


async def main(count: int) -> None:
    """The database lies beside the project, on its disk; or at BENCH_DATABASE_URL, which must be empty."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=ROOT) as name:
        url = os.environ.get("BENCH_DATABASE_URL") or f"sqlite+aiosqlite:///{Path(name) / 'journal.db'}"
        storage = await open_storage(url)
        try:
            await _fill(storage, count)
            await show_sealing(storage)
            await show_verifying(storage, url)
        finally:
            await storage.close()


async def _fill(storage: Database, count: int) -> None:
    for first in range(0, count, 10_000):
        async with storage.begin() as work:
            await work.journal.add(*(_line(n) for n in range(first, min(first + 10_000, count))))
    async with Watch() as watch:
        while await _sealed(storage):
            pass
    print(f"{count} lines sealed at first: {watch.seconds:.1f} s, {_words(watch)}")


async def _sealed(storage: Database) -> int:
    async with storage.begin() as work:
        return await work.journal.seal()


def _line(number: int) -> JournalLine:
    after = {"figures": {"main": str(number)}, "outcome": "done"}
    return JournalLine(
        at=NOW, person_id=7, action="recorded", subject=f"obligation:{number % 5000}", after=after
    )


async def show_sealing(storage: Database) -> None:
    async with storage.begin() as work:
        await work.journal.add(*(_line(n) for n in range(NEW)))
    for new in (NEW, 0):
        async with Watch() as watch:
            assert await _sealed(storage) == new
        print(f"sealed, {new} new lines: {watch.seconds * 1000:.1f} ms, {_words(watch)}")


async def show_verifying(storage: Database, url: str) -> None:
    """Verified by another process, as on the command line, while this one writes one line after the other."""
    verifying = asyncio.create_task(asyncio.to_thread(_in_a_process, _verify, url))
    longest, written = 0.0, 0
    async with Watch() as watch:
        while not verifying.done():
            began = time.perf_counter()
            async with storage.begin() as work:
                await work.journal.add(_line(written))
            longest, written = max(longest, time.perf_counter() - began), written + 1
            await asyncio.sleep(0.01)
    seconds, peak, words = await verifying
    print(f"verified in {seconds:.1f} s by a process of {peak:.0f} MiB at most: {words}")
    print(
        f"meanwhile {written} lines were written; the longest wait: {longest * 1000:.0f} ms, {_words(watch)}"
    )


def _in_a_process(target: Callable[..., None], url: str) -> Any:
    here, there = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=target, args=(url, there))
    process.start()
    found = here.recv()
    process.join()
    return found


def _verify(url: str, answer: Any) -> None:
    async def run() -> tuple[float, str]:
        storage = await open_storage(url)
        began = time.perf_counter()
        _, words = await journal_in_words(storage)
        await storage.close()
        return time.perf_counter() - began, words

    seconds, words = asyncio.run(run())
    answer.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, words))


def _words(watch: Watch) -> str:
    return f"the loop stood still for {watch.stall * 1000:.0f} ms at most, {resident():.0f} MiB"


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else LINES))
