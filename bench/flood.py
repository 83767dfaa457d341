"""`python -m bench.flood [--program FOLDER]`: how long officers wait while strangers flood the bot.

Two and then five strangers write 30 messages a second each, and Telegram refuses whatever is sent to them with a
`retry_after` of 20 seconds; officers meanwhile report with a tap each second or so. Telegram's own limits are on.
`--program` measures another checkout of the bot, such as an older one. Takes about two minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.officers import Eyes, Tapping
from bench.programs import ROOT, bot
from bench.seeding import seed
from bench.server import TOKEN
from sandbox import Running, create_app, serve
from sandbox.phones import people
from sandbox.world.faults import Fault
from sandbox.world.world import World

STRANGERS = (0, 2, 5)
OFFICERS = 3
BENCHES = 8
"""So many people may follow each other on an officer's seat: a desk is worked off in half a minute."""

A_SECOND = 30
RETRY_AFTER = 20
PAUSE = (0.8, 1.2)
CALM_SECONDS = 5.0
FLOOD_SECONDS = 30.0
WANTED_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Server:
    """What the program needs to know of Telegram."""

    address: str


@dataclass(frozen=True, slots=True)
class Found:
    """Of one flood: the officers' waits in seconds, sorted; who still waited at its end; calls to strangers."""

    strangers: int
    waits: list[float]
    waiting: int
    calls: int

    @property
    def p95(self) -> float:
        """Infinite where nobody was answered."""
        return self.waits[int(0.95 * len(self.waits))] if self.waits else float("inf")


async def measure(strangers: int, folder: Path, program: Path) -> Found:
    """One flood against a fresh bot."""
    async with serve(create_app(token=TOKEN)) as running:
        world = running.world
        world.events = Eyes()  # type: ignore[assignment]
        officers = [
            world.add_person(first_name=f"Офицер {n}", language="ru").person.id
            for n in range(OFFICERS * BENCHES)
        ]
        seeded = folder / f"seeded-{strangers}.db"
        await seed(f"sqlite+aiosqlite:///{seeded}", officers)
        async with bot(Server(running.base_url), folder / f"bot-{strangers}", seeded, root=program):
            return await _flooded(running, officers, strangers)


async def _flooded(running: Running, officers: list[int], strangers: int) -> Found:
    world = running.world
    crowd = Tapping(world, officers, OFFICERS, PAUSE)
    crowd.begin()
    await asyncio.sleep(CALM_SECONDS)
    flooding = [_stranger(world, n) for n in range(strangers)]
    crowd.tally.waits.clear()
    await asyncio.gather(asyncio.sleep(FLOOD_SECONDS), *(_flood(world, one) for one in flooding))
    crowd.open = False
    sent = [call for call in world.calls.since(0, None) if call["chat_id"] in flooding]
    now_waiting = crowd.waiting(WANTED_SECONDS)
    return Found(strangers, sorted([*crowd.tally.waits, *now_waiting]), len(now_waiting), len(sent))


def _stranger(world: World, number: int) -> int:
    chat = world.add_person(first_name=f"Чужой {number}", language="ru")
    world.faults.add(Fault("*", "flood", retry_after=RETRY_AFTER, chat_id=chat.person.id))
    return chat.person.id


async def _flood(world: World, person_id: int) -> None:
    loop = asyncio.get_running_loop()
    began = loop.time()
    for number in range(int(FLOOD_SECONDS * A_SECOND)):
        people.write(world, world.chats[person_id], f"спам {number}")
        await asyncio.sleep(max(0.0, began + (number + 1) / A_SECOND - loop.time()))


def show(found: Sequence[Found]) -> None:
    print(f"{'strangers':>9} {'answers':>8} {'p50':>7} {'p95':>7} {'longest':>8}  calls to strangers")
    for one in found:
        waits = one.waits or [float("inf")]
        print(
            f"{one.strangers:9} {len(one.waits):8} {median(waits):7.2f} {one.p95:7.2f} {waits[-1]:8.2f}  {one.calls}"
        )
        if one.waiting:
            print(f"{'':9} of them {one.waiting} still waited when the flood ended")
    print(f"wanted: p95 at most {WANTED_SECONDS:g} s (from the tap to the card's change on the phone)")


async def main(program: Path) -> None:
    """The databases lie beside the project, on its disk: the system's temporary folder may be in memory."""
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=ROOT) as name:
        show([await measure(strangers, Path(name), program) for strangers in STRANGERS])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.flood", description=__doc__)
    parser.add_argument("--program", type=Path, default=ROOT, help="the checkout to measure")
    asyncio.run(main(parser.parse_args().program.resolve()))
