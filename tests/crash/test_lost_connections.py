"""Connections that break before and after a call took effect, errors, floods, updates that come again: no kills."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from sandbox.faults import Fault, Faults
from tests.crash.living import live, quarter
from tests.crash.quarter import make_template

pytestmark = pytest.mark.crash

METHODS = (
    "sendmessage",
    "editmessagetext",
    "editmessagereplymarkup",
    "answercallbackquery",
    "getfile",
    "getupdates",
)


@pytest.mark.parametrize("seed", [1, 2])
async def test_lost_connections_lose_and_double_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    async with quarter(await make_template(tmp_path), tmp_path / "quarter", chance) as q:

        async def trouble() -> None:
            while not q.is_over():
                await asyncio.sleep(chance.uniform(0.05, 0.3))
                q.running.world.faults.add(one_fault(chance))
            calm(q.running.world.faults)

        await live(q, trouble)
    assert sum(officer.acts for officer in q.officers) > 100


def one_fault(chance: random.Random) -> Fault:
    """Something that goes wrong once."""
    method = chance.choice(METHODS)
    kind = chance.choice(("before", "after", "error", "flood", "redeliver"))
    if kind == "redeliver":
        return Fault("getupdates", "redeliver", times=1)
    if kind == "error":
        return Fault(method, "error", times=1, status=chance.choice((500, 502, 504)))
    if kind == "flood":
        return Fault("sendmessage", "flood", times=1, retry_after=1)
    return Fault(method, "drop", times=1, after=kind == "after")


def calm(faults: Faults) -> None:
    """The network is well again."""
    faults.clear()
