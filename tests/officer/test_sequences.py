"""Whatever people do around some posts, in whatever order: the database holds what the domain allows, and the journal
replays to it.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.officer.invariants import Watch
from tests.officer.mixed_plan import live_by
from tests.officer.story import CAPTIONS, COMMANDS, TYPED, Story, people
from tests.talk.worlds import living

FEW = 18
MORE = int(os.environ.get("ORYNDA_SEQUENCES") or 0)
"""How many new sequences to live through; without it the same few each time, so that a run says the same twice."""

STEPS = 36

PLANS = ("engineering", "one", "each", "each, with files")
"""Seventeen rows of one post; rows that three posts share, by either rule; the same with a file for each paper."""

ACTS: dict[str, tuple[int, int]] = {
    # The officer, on whichever card is there, or from the walk's beginning.
    "press": (8, 12),
    "type": (4, len(TYPED)),
    "photo": (3, len(CAPTIONS)),
    "command": (2, len(COMMANDS)),
    "answer": (14, 72),
    "all as planned": (6, 1),
    "hand in": (8, 1),
    "correct": (6, 3),
    "ask": (9, 3),
    "ask back": (2, 1),
    # The others' reports, and whose stead they are in.
    "colleague": (4, 72),
    "metrologist": (6, 300),
    "economist": (6, 300),
    "both": (5, 3),
    "on behalf": (5, 90),
    "stand in": (4, 72),
    "substitute": (3, 10),
    "hand over": (2, 2),
    # What is decided.
    "manage": (5, 12),
    "accept": (6, 4),
    "look": (3, 60),
    "give back": (4, 12),
    "decide": (8, 12),
    "require again": (2, 1),
    "rule": (3, 4),
    "owner": (3, 21),
    # What happens to all.
    "restart": (1, 1),
    "days": (5, 13),
    "many days": (2, 90),
}
"""Each act: how often, against the others, and among how many ways its number chooses."""


def story_of(seed: int) -> list[tuple[str, int]]:
    """The acts of a sequence; the same for the same seed."""
    chance = random.Random(seed)
    often = [weight for weight, _ in ACTS.values()]
    names = chance.choices(list(ACTS), often, k=chance.randint(STEPS // 2, STEPS))
    return [(name, chance.randrange(ACTS[name][1])) for name in names]


def _seeds() -> list[int]:
    return random.SystemRandom().sample(range(10**9), MORE) if MORE else list(range(FEW))


@pytest.fixture(scope="session")
def plans(engineering: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The databases that a sequence begins with."""
    folder = tmp_path_factory.mktemp("sequences")
    return {
        "engineering": engineering,
        "one": live_by(folder / "one.db", "one"),
        "each": live_by(folder / "each.db", "each"),
        "each, with files": live_by(folder / "files.db", "each", file_demanded=True),
    }


async def live(folder: Path, template: Path, acts: list[tuple[str, int]]) -> Watch:
    """Lives through the acts, and holds the database to the rules after each."""
    async with living(folder, template, over_http=False) as world:
        story, watch = Story(world, await people(world)), Watch(world)
        await watch.hold()
        for at, (name, number) in enumerate(acts):
            await story.act(name, number)
            try:
                await watch.hold()
            except AssertionError as error:
                error.add_note(f"after act {at}: {acts[: at + 1]}")
                raise
        return watch


@pytest.mark.parametrize("seed", _seeds())
async def test_no_sequence_of_acts_leaves_what_the_domain_forbids(
    plans: dict[str, Path], tmp_path: Path, seed: int
) -> None:
    await live(tmp_path, plans[PLANS[seed % len(PLANS)]], story_of(seed))
