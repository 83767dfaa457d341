"""Which way statements go to SQLite is chosen in one place, and nobody else can tell."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import open_storage
from storage.sqlite import quick, way
from storage.sqlite.quick import QuickDriver

ROOT = Path(__file__).parents[2]


async def is_quick(folder: Path, asked: str | None = None) -> bool:
    storage = await open_storage(f"sqlite+aiosqlite:///{folder / 'x.db'}", way_to_sqlite=asked)
    engines: list[AsyncEngine] = [storage._writer, storage._reader]
    found = {isinstance(engine.dialect.dbapi, QuickDriver) for engine in engines}
    await storage.close()
    assert len(found) == 1
    return found.pop()


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(way.SETTING, raising=False)


async def test_it_is_quick_by_itself(tmp_path: Path) -> None:
    assert quick.fits()
    assert await is_quick(tmp_path)


async def test_it_is_plain_where_that_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(way.SETTING, "plain")
    assert not await is_quick(tmp_path)


async def test_it_is_plain_where_the_adapters_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick, "USED", (*quick.USED, (quick.QuickCursor, ("_renamed_by_a_later_release",))))
    assert not await is_quick(tmp_path)


async def test_it_is_plain_where_they_cannot_even_be_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(way, "quick", None)
    assert not await is_quick(tmp_path)


async def test_another_word_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(way.SETTING, "fast")
    with pytest.raises(ValueError, match="quick or plain"):
        await is_quick(tmp_path)


def test_nobody_outside_reaches_past_the_choice() -> None:
    inside = {"storage.sqlite.quick", "storage.sqlite.plain"}
    reaching = [
        f"{path.relative_to(ROOT)} imports {node.module}"
        for room in ("bench", "bot", "core", "documents", "handlers", "reminders", "storage")
        for path in (ROOT / room).rglob("*.py")
        if path.parent != ROOT / "storage" / "sqlite"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (
            node.module in inside
            or (node.module == "storage.sqlite" and {a.name for a in node.names} - {"way", "writer"})
        )
    ]
    assert reaching == []


async def test_who_opens_the_database_may_say_which(tmp_path: Path) -> None:
    """So that a setting in `.env`, which is no part of the environment, is obeyed too."""
    assert not await is_quick(tmp_path, "plain")
    assert await is_quick(tmp_path, "")
