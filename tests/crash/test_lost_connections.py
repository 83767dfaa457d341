"""Connections that break before and after a call took effect, errors, floods, updates that come again: no kills."""

from __future__ import annotations

import asyncio
import os
import random
from pathlib import Path

import pytest

from sandbox.world.faults import Fault, Faults
from tests.crash.living import live, network, quarter
from tests.crash.quarter import make_template

pytestmark = pytest.mark.crash

SEED = int(os.environ.get("ORYNDA_SEED", "0")) or random.SystemRandom().randrange(1, 1_000_000)
METHODS = (
    "sendmessage",
    "editmessagetext",
    "editmessagereplymarkup",
    "answercallbackquery",
    "getfile",
    "getupdates",
)


async def test_lost_connections_lose_and_double_nothing(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    async with quarter(await make_template(tmp_path), tmp_path / "quarter", chance) as q:

        async def trouble() -> None:
            while not q.is_over():
                await asyncio.sleep(chance.uniform(0.1, 0.5))
                renew(q.running.world.faults, [one_fault(chance), one_fault(chance)])
            renew(q.running.world.faults, [])

        try:
            await live(q, trouble())
        except AssertionError as error:
            pytest.fail(f"seed {SEED}: {error}", pytrace=False)
        failed = sum(1 for call in q.running.world.calls.since(0, None) if not call["ok"])
    assert failed >= 10, "hardly anything went wrong, so nothing was shown"


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


def renew(faults: Faults, next_ones: list[Fault]) -> None:
    """These instead of those that struck nothing: ten floods in a row would be another test."""
    faults.clear()
    for fault in (network(), *next_ones):
        faults.add(fault)
