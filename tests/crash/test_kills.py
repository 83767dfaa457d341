"""SIGKILL at random moments of a scripted quarter: what a person saw confirmed is there once, and nothing else.

ORYNDA_KILLS says how often (20; `make crash`: 200), ORYNDA_SEED repeats the choices of a run.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.crash.killer import Killer
from tests.crash.living import live, quarter
from tests.crash.quarter import make_template

pytestmark = pytest.mark.crash

KILLS = int(os.environ.get("ORYNDA_KILLS", "20"))
IN_ONE_QUARTER = 25
"""After these the stories end in peace, so that a reply that is missing by then is known as missing."""

SEED = int(os.environ.get("ORYNDA_SEED", "0")) or random.SystemRandom().randrange(1, 1_000_000)


async def test_killed_at_random_moments_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    template = await make_template(tmp_path)
    chance = random.Random(SEED)
    killed, rounds, acts, refused = 0, 0, 0, 0
    caught: Counter[str] = Counter()
    while killed < KILLS:
        rounds += 1
        try:
            async with quarter(template, tmp_path / f"quarter-{rounds}", chance) as q:
                killer = Killer(q.bot, q.running, chance, q.after_kill, q.is_over)
                for officer in q.officers:
                    officer.pulse = killer.pulse
                await live(q, killer.run(min(KILLS - killed, IN_ONE_QUARTER)))
        except AssertionError as error:
            pytest.fail(f"seed {SEED}, quarter {rounds}, after {killed} kills: {error}", pytrace=False)
        killed += killer.done
        sys.stdout.write(f"\nquarter {rounds}: {killed} of {KILLS} kills")
        sys.stdout.flush()
        caught += q.caught
        acts += sum(officer.acts for officer in q.officers)
        refused += sum(officer.refused for officer in q.officers)
    sys.stdout.write(
        f"\n{killed} kills (seed {SEED}) in {rounds} quarters, {acts} acts, {refused} taps on cards left behind; "
        f"left by kills: {dict(caught)}\n"
    )
    assert KILLS < 20 or caught["cards stale"], (
        "no kill fell between an answer's commit and the mark that it was shown"
    )
