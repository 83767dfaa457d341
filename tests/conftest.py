"""For all tests: databases of the test's own process do not wait for the disk, no example is held to a time, and what takes long begins first."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot import workers
from storage.sqlite import plain

HERE = Path(__file__).parent
AS_IN_LIFE = plain.SYNCHRONOUS
SPAWNED = workers.BEGUN_BY


settings.register_profile("orynda", deadline=None)
settings.load_profile("orynda")


@pytest.fixture(autouse=True, scope="session")
def _no_waiting_for_the_disk() -> Iterator[None]:
    """Nothing that a test keeps has to outlive a power cut. Bots that are processes of their own wait as in life."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "SYNCHRONOUS", "OFF")
        yield


@pytest.fixture(autouse=True, scope="session")
def _workers_that_have_imported() -> Iterator[None]:
    """Processes for documents are forked from one that has imported what they need, where the bot's import it anew."""
    multiprocessing.get_context("forkserver").set_forkserver_preload(["tests.has_read"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "BEGUN_BY", "forkserver")
        yield


@pytest.fixture
def workers_as_in_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes for documents begin with nothing in memory again."""
    monkeypatch.setattr(workers, "BEGUN_BY", SPAWNED)


@pytest.fixture
def as_in_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commits wait for the disk again."""
    monkeypatch.setattr(plain, "SYNCHRONOUS", AS_IN_LIFE)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: the garbage collector need not go through it again and again."""
    gc.collect()
    gc.freeze()


LONG = ("upgrade", "officer", "crash", "browser", "blind", "bot", "storage")
"""Folders whose files take longest: of two processes neither is left alone with them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order in which xdist hands files out, where it does not put those with the most tests first (`make test`)."""
    folders = {name: at for at, name in enumerate(LONG)}
    items.sort(key=lambda item: folders.get(item.path.relative_to(HERE).parts[0], len(LONG)))
