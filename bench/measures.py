"""The three measures: answers a second, how long a person waits, memory when idle."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench.programs import Telegram, bot, echo, memory

AT_ONCE = 64
WARM_SECONDS = 2.0
SECONDS = 6.0
ROUNDS = 3

OFFICERS = 200
PAUSE = (6.0, 10.0)
NETWORK_SECONDS = 0.06
CALM_SECONDS = 60.0

FULL_SPEED: dict[str, Any] = {"ORYNDA_SENDING_LIMIT": "0", "ORYNDA_DOUBLE_TAP_SECONDS": "0"}
IDLE_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Speed:
    """One run at full speed: answers a second, and milliseconds of processor time that an answer cost."""

    per_second: float
    bot_ms: float
    server_ms: float


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds from each person's act to what their phone showed, sorted; and what was refused meanwhile."""

    seconds: list[float]
    per_second: float
    refused: dict[str, int]

    def at(self, share: float) -> float:
        """The wait that this share of the answers did not exceed."""
        return self.seconds[min(len(self.seconds) - 1, int(share * len(self.seconds)))]

    def within(self, limit: float) -> float:
        """The share of answers that came within `limit` seconds."""
        return sum(1 for wait in self.seconds if wait <= limit) / len(self.seconds)


@dataclass(frozen=True, slots=True)
class Memory:
    """MiB of the idle bot and of the idle echo, by kind of count."""

    bot: dict[str, float]
    echo: dict[str, float]

    def ratio(self, kind: str) -> float:
        return self.bot[kind] / self.echo[kind]


async def speed(telegram: Telegram, folder: Path, seeded: Path) -> dict[str, list[Speed]]:
    """Echo, taps and typed figures by turns, ROUNDS times each; the same server, the same number at once."""
    found: dict[str, list[Speed]] = {"echo": [], "taps": [], "typed": []}
    for turn in range(ROUNDS):
        for kind, runs in found.items():
            await telegram.world()
            here = folder / f"{kind}-{turn}"
            wanted = {"kind": kind, "at_once": AT_ONCE, "warm": WARM_SECONDS, "seconds": SECONDS}
            if kind == "echo":
                async with echo(telegram, here) as pid:
                    result = await telegram.run(pid=pid, **wanted)
            else:
                async with bot(telegram, here, seeded, **FULL_SPEED) as pid:
                    result = await telegram.run(pid=pid, **wanted)
            _check(kind, here, result)
            runs.append(_speed(result))
    return found


def _speed(result: dict[str, Any]) -> Speed:
    answers = result["answers"]
    per_answer = 1000 / answers
    return Speed(
        answers / result["seconds"], result["bot_cpu"] * per_answer, result["server_cpu"] * per_answer
    )


def _check(kind: str, folder: Path, result: dict[str, Any]) -> None:
    """What people saw must be in the database. Raises RuntimeError where less is, or where calls were refused."""
    where, query = {
        "echo": ("echo.db", "SELECT count(*) FROM said"),
        "taps": ("orynda.db", "SELECT count(*) FROM journal WHERE action = 'recorded'"),
        "typed": ("orynda.db", "SELECT count(*) FROM journal WHERE action = 'recorded'"),
    }[kind]
    with closing(sqlite3.connect(folder / where)) as database:
        kept = database.execute(query).fetchone()[0]
    if kept < result["seen"]:
        raise RuntimeError(f"{kind}: {result['seen']} answers were seen, {kept} are in the database")
    if result["refused"]:
        raise RuntimeError(f"{kind}: calls were refused: {result['refused']}")


async def waits(telegram: Telegram, folder: Path, seeded: Path) -> Waits:
    """OFFICERS at work with the network's delay, Telegram's limits and the bot's own on."""
    await telegram.world(limits=True, network=NETWORK_SECONDS)
    async with bot(telegram, folder / "waits", seeded) as pid:
        result = await telegram.run(
            kind="taps", pid=pid, at_once=OFFICERS, pause=PAUSE, warm=2 * PAUSE[1], seconds=CALM_SECONDS
        )
    return Waits(sorted(result["waits"]), result["answers"] / result["seconds"], result["refused"])


async def idle(telegram: Telegram, folder: Path, seeded: Path) -> Memory:
    """Both after a short conversation with one person; the median of three."""
    bots, echoes = [], []
    for turn in range(ROUNDS):
        await telegram.world()
        async with echo(telegram, folder / f"idle-echo-{turn}") as pid:
            echoes.append(await _after_a_talk(telegram, "echo", pid))
        await telegram.world()
        async with bot(telegram, folder / f"idle-bot-{turn}", seeded) as pid:
            bots.append(await _after_a_talk(telegram, "taps", pid))
    return Memory(_medians(bots), _medians(echoes))


async def _after_a_talk(telegram: Telegram, kind: str, pid: int) -> dict[str, float]:
    await telegram.run(kind=kind, pid=pid, at_once=1, pause=(0.8, 1.0), warm=0.0, seconds=4.0)
    await asyncio.sleep(IDLE_SECONDS)
    return memory(pid)


def _medians(counts: list[dict[str, float]]) -> dict[str, float]:
    return {kind: median(count[kind] for count in counts) for kind in counts[0]}
