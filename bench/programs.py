"""The programs that are measured, each a process of its own, and how much memory one holds."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

import aiohttp

from bench.seeding import NOW
from bench.server import TOKEN

ROOT = Path(__file__).parent.parent
STOP_SECONDS = 30.0
PEOPLE = 600
"""Enough that nobody runs out of reports to give in the fastest run."""


class HasAddress(Protocol):
    """Anything that stands for Telegram."""

    @property
    def address(self) -> str: ...


class Telegram:
    """The server's own door: a world of people, and what happened in it."""

    def __init__(self, address: str, session: aiohttp.ClientSession) -> None:
        self.address = address
        self._session = session

    async def world(self, **wanted: Any) -> list[int]:
        """A new world of PEOPLE; → their ids, the same each time."""
        ids: list[int] = await self._ask("world", {"people": PEOPLE, **wanted})
        return ids

    async def run(self, **wanted: Any) -> dict[str, Any]:
        """People at work; see bench.server.Server.run."""
        result: dict[str, Any] = await self._ask("run", wanted)
        return result

    async def _ask(self, what: str, body: dict[str, Any]) -> Any:
        async with self._session.post(f"{self.address}/bench/{what}", json=body) as answer:
            answer.raise_for_status()
            return await answer.json()


@asynccontextmanager
async def telegram() -> AsyncIterator[Telegram]:
    """The server, running."""
    server = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bench.server",
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert server.stdout is not None
    assert server.stdin is not None
    port = int(await server.stdout.readline())
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(600)) as session:
            yield Telegram(f"http://127.0.0.1:{port}", session)
    finally:
        server.stdin.close()
        await server.wait()


@asynccontextmanager
async def echo(telegram: Telegram, folder: Path) -> AsyncIterator[int]:
    """The bare echo; → its process id."""
    await asyncio.to_thread(folder.mkdir)
    command = ["-m", "bench.echo", telegram.address, TOKEN, str(folder / "echo.db")]
    async with _running(command, {}, folder) as pid:
        yield pid


@asynccontextmanager
async def bot(
    telegram: HasAddress, folder: Path, seeded: Path, root: Path = ROOT, **settings: str
) -> AsyncIterator[int]:
    """The real program, of the checkout at `root`, over a copy of the seeded database; → its process id."""
    await asyncio.to_thread(_prepare, folder, seeded)
    environment = {
        "ORYNDA_TOKEN": TOKEN,
        "ORYNDA_API_URL": telegram.address,
        "ORYNDA_DATA_DIR": str(folder),
        "ORYNDA_DATABASE_URL": "",
        "ORYNDA_WEBHOOK_URL": "",
        "ORYNDA_WEBHOOK_SECRET": "",
        "ORYNDA_LISTEN": "127.0.0.1:0",
        "ORYNDA_NOW": NOW.isoformat(),
        **settings,
    }
    async with _running(["-m", "bot", "run"], environment, folder, root) as pid:
        yield pid


def _prepare(folder: Path, seeded: Path) -> None:
    folder.mkdir()
    shutil.copy(seeded, folder / "orynda.db")


@asynccontextmanager
async def _running(
    command: list[str], environment: Mapping[str, str], folder: Path, root: Path = ROOT
) -> AsyncIterator[int]:
    """Raises RuntimeError with the end of its log where it ended before it was told to."""
    log = folder / "log"
    with log.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            sys.executable, *command, cwd=root, env={**os.environ, **environment}, stdout=out, stderr=out
        )
    try:
        yield process.pid
        if process.returncode is not None:
            raise RuntimeError(f"{' '.join(command)} ended: {log.read_text()[-2000:]}")
    finally:
        if process.returncode is None:
            process.terminate()
        await asyncio.wait_for(process.wait(), STOP_SECONDS)


def memory(pid: int) -> dict[str, float]:
    """MiB that a process holds: `rss` as `ps` shows it, `uss` what would be free if it ended. Linux only."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    size = {name: int(kib) / 1024 for name, kib in re.findall(r"^(\w+):\s+(\d+) kB", text, re.MULTILINE)}
    return {"rss": size["Rss"], "uss": size["Private_Clean"] + size["Private_Dirty"]}
