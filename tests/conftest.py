"""For all tests: databases of the test's own process do not wait for the disk, no example is held to a time, and what takes long begins first."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from storage.sqlite import plain

HERE = Path(__file__).parent
AS_IN_LIFE = plain.SYNCHRONOUS


settings.register_profile("orynda", deadline=None)
settings.load_profile("orynda")


@pytest.fixture(autouse=True, scope="session")
def _no_waiting_for_the_disk() -> Iterator[None]:
    """Nothing that a test keeps has to outlive a power cut. Bots that are processes of their own wait as in life."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "SYNCHRONOUS", "OFF")
        yield


@pytest.fixture
def as_in_life(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commits wait for the disk again."""
    monkeypatch.setattr(plain, "SYNCHRONOUS", AS_IN_LIFE)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: the garbage collector need not go through it again and again."""
    gc.collect()
    gc.freeze()


LONG = ("upgrade", "officer", "crash", "browser", "storage")
"""Folders whose files take longest: of two processes neither is left alone with them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order in which xdist hands files out."""
    folders = {name: at for at, name in enumerate(LONG)}
    items.sort(key=lambda item: folders.get(item.path.relative_to(HERE).parts[0], len(LONG)))
