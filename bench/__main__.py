"""`python -m bench`: prints the ratios and the numbers behind them. Takes about four minutes."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench.measures import AT_ONCE, NETWORK_SECONDS, OFFICERS, PAUSE, Memory, Speed, Waits, idle, speed, waits
from bench.programs import ROOT, telegram
from bench.reading import reading, show_reading
from bench.seeding import DESK, seed

STEPS = {
    "echo": "bare echo: one row committed, one message",
    "taps": "report by a tap: recorded, card edited, tap answered",
    "typed": "report typed: recorded, new card, old buttons off",
}


async def main() -> None:
    """The databases lie beside the project, on its disk: the system's temporary folder may be in memory."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=ROOT) as name:
        folder = Path(name)
        async with telegram() as server:
            seeded = folder / "seeded.db"
            await seed(f"sqlite+aiosqlite:///{seeded}", await server.world())
            show_speed(await speed(server, folder, seeded))
            show_waits(await waits(server, folder, seeded))
            show_memory(await idle(server, folder, seeded))
    show_reading(await asyncio.to_thread(reading))


def show_speed(found: dict[str, list[Speed]]) -> None:
    """Each run's ratio is that to the echo of its own round, since a machine is not the same all the time."""
    echoes = found["echo"]
    print(f"\nAnswers a second, {AT_ONCE} people at once, {DESK} reports a worklist, synchronous=FULL")
    print(f"{'':54}{'median':>8}  {'runs':24}{'bot ms':>8}{'server ms':>11}{'ratio':>7}")
    for kind, runs in found.items():
        ratio = median(run.per_second / base.per_second for run, base in zip(runs, echoes, strict=True))
        each = " ".join(f"{run.per_second:.0f}" for run in runs)
        bot_ms, server_ms = median(r.bot_ms for r in runs), median(r.server_ms for r in runs)
        middle = median(r.per_second for r in runs)
        print(f"{STEPS[kind]:54}{middle:8.0f}  {each:24}{bot_ms:8.2f}{server_ms:11.2f}{ratio:7.2f}")
    print("wanted: a tap at least 0.20 (milliseconds are processor time for one answer)")


def show_waits(found: Waits) -> None:
    each, network = f"{PAUSE[0]:g} to {PAUSE[1]:g} s", f"{NETWORK_SECONDS * 1000:g} ms"
    print(f"\nA person's wait: {OFFICERS} officers at work, a tap each {each}, {network} of network each way")
    print("(Telegram's limits and the bot's own are on; from the tap to the card's change on the phone)")
    shares = "  ".join(f"p{share * 100:g} {found.at(share):.2f} s" for share in (0.5, 0.95, 0.99))
    print(
        f"{len(found.seconds)} answers, {found.per_second:.1f} a second: {shares}, longest {found.seconds[-1]:.2f} s"
    )
    print(f"refused by Telegram: {sum(found.refused.values())} {found.refused or ''}")
    print(f"within one second: {found.within(1.0):.4f} of them; wanted: at least 0.95")


def show_memory(found: Memory) -> None:
    print(
        "\nMemory when idle, MiB, after a short conversation with one person (main process; no worker runs)"
    )
    for kind, words in (("rss", "resident (RSS)"), ("uss", "its own alone (USS)")):
        print(
            f"{words:22}bot {found.bot[kind]:6.1f}  echo {found.echo[kind]:6.1f}  ratio {found.ratio(kind):.2f}"
        )
    print("wanted: at most 1.90 of the resident memory")


if __name__ == "__main__":
    asyncio.run(main())
