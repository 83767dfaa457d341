"""Taps whose data was forged: figures of other alphabets, too long, negative, huge. Refused kindly, and nothing is left."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from core.model.people import Role
from handlers.frame.deps import Deps
from handlers.frame.registry import registry
from tests.handlers.summary_world import OFFICER, Chat, seed, world
from tests.registered import OF_MESSAGES

STRANGER = 77
FORGED = (
    ".١",  # Arabic-Indic
    ".1.２",  # full width
    ".1²",
    ".-1",
    ". 1",
    "." + "9" * 17,
    ".1." + "9" * 50,
)
"""What no button of ours carries behind its action. The long ones would not fit into a column of the database."""
NAMES_NOTHING = (".", ".9999999999999999", ".1.9999999999999999", ".x.y.z.q")
"""What one might carry, and names nothing; actions without arguments do what they do."""


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("forged") / "seed.db"
    asyncio.run(seed(path))
    return path


@pytest.fixture
async def deps(seeded: Path, tmp_path: Path) -> AsyncIterator[Deps]:
    async with world(seeded, tmp_path) as found:
        async with found.storage.begin() as work:
            person = await work.people.get(OFFICER)
            assert person is not None
            await work.people.save(person.model_copy(update={"roles": frozenset(Role)}))
        yield found


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """What is in the database, but for cards, which are drawn anew, and for updates."""
    with closing(sqlite3.connect(folder / "orynda.db")) as database:
        names = [n for (n,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [n for n in names if n not in ("card", "inbox", "sqlite_sequence")]
        return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in kept}


async def test_forged_taps_are_refused_and_leave_nothing(deps: Deps, tmp_path: Path) -> None:
    chat = Chat(deps, OFFICER)
    await chat.send("/tasks")
    before = rows(tmp_path)
    for action in sorted(registry.taps):
        for args in FORGED:
            version = 0 if action in OF_MESSAGES else chat.phone.shown[-1][1]
            await chat.tap(f"{version:x}.{action}{args}")
            now = rows(tmp_path)
            changed = {n: r[-1:] for n, r in now.items() if r != before[n]}
            assert changed == {}, f"{action}{args} left something behind"


@pytest.mark.parametrize(
    "data", ["١.home", "-1.home", "9" * 60 + ".home", "", ".", "…", "1", "\x00.home", "1.\ud83d"]
)
async def test_a_forged_version_or_no_data_is_refused(deps: Deps, tmp_path: Path, data: str) -> None:
    chat = Chat(deps, OFFICER)
    await chat.send("/tasks")
    before = rows(tmp_path)
    await chat.tap(data)
    assert chat.phone.toasts[-1] == deps.texts("ru", "card-outdated")
    assert rows(tmp_path) == before


async def test_a_strangers_forged_taps_leave_nothing(deps: Deps, tmp_path: Path) -> None:
    chat, before = Chat(deps, STRANGER), rows(tmp_path)
    for action in sorted(registry.taps):
        for args in (".١", "." + "9" * 50, ".1.-1"):
            await chat.tap(f"0.{action}{args}")
    assert rows(tmp_path) == before
