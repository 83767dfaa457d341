"""The arrows of the house: what each room may import. A rule without a machine leaks."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("core", "documents", "storage", "reminders", "handlers", "locales", "bot", "sandbox", "bench")

MAY_IMPORT = {
    "core": {"core"},
    "documents": {"documents", "core"},
    "storage": {"storage", "core"},
    "reminders": {"reminders", "core"},
    "handlers": {"handlers", "core", "reminders"},
    "locales": {"locales"},
    "sandbox": {"sandbox"},
    "bot": set(ROOMS) - {"bench"},
    "bench": set(ROOMS),
}
"""Rooms of our own. Arrows point to core; `handlers` render what `reminders` decide; bot puts all together."""

OUTSIDE = {
    "core": {"pydantic"},
    "reminders": {"pydantic", "apscheduler"},
    "handlers": {"telegram", "pydantic"},
    "locales": {"fluent"},
}
"""Packages from outside that a room may know; a room not named here may know any."""

ONLY_IN = {
    "telegram": {"bot", "handlers", "bench"},
    "sqlalchemy": {"storage", "bench"},
    "apscheduler": {"reminders"},
    "docx": {"documents", "bench"},
    "openpyxl": {"documents", "bench"},
    "starlette": {"bot", "sandbox", "bench"},
    "fluent": {"locales"},
}
"""Packages whose rooms are few, so that changing one touches few files."""

EXCEPTIONS = {("locales", "core.kernel.languages")}
"""The list of languages is core's."""


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield node.module or "", node.lineno


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_where_its_arrows_point(room: str) -> None:
    wrong = []
    for path in modules(room):
        for name, line in imports(path):
            top = name.partition(".")[0]
            if top in ROOMS and top not in MAY_IMPORT[room] and (room, name) not in EXCEPTIONS:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert wrong == []


@pytest.mark.parametrize("room", sorted(OUTSIDE))
def test_a_room_knows_only_its_packages(room: str) -> None:
    wrong = []
    for path in modules(room):
        for name, line in imports(path):
            top = name.partition(".")[0]
            if top not in ROOMS and top not in sys.stdlib_module_names and top not in OUTSIDE[room]:
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert wrong == []


@pytest.mark.parametrize("package", sorted(ONLY_IN))
def test_a_package_stays_in_its_rooms(package: str) -> None:
    wrong = []
    for room in ROOMS:
        if room in ONLY_IN[package]:
            continue
        for path in modules(room):
            wrong += [
                f"{path.relative_to(ROOT)}:{line} imports {name}"
                for name, line in imports(path)
                if name.partition(".")[0] == package
            ]
    assert wrong == []


def test_core_asks_for_no_clock_no_file_no_network() -> None:
    """The time it is and the bytes there are come in as arguments."""
    forbidden = {
        "asyncio",
        "sqlite3",
        "socket",
        "urllib",
        "http",
        "subprocess",
        "pathlib",
        "os",
        "time",
        "logging",
    }
    wrong = []
    for path in modules("core"):
        wrong += [
            f"{path.name}:{line} imports {name}"
            for name, line in imports(path)
            if name.partition(".")[0] in forbidden
        ]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and node.attr in ("now", "today", "utcnow")
                and _is_clock(node)
            ):
                wrong.append(f"{path.name}:{node.lineno} reads the clock")
    assert wrong == []


def _is_clock(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in ("datetime", "date")


def test_only_one_place_starts_tasks() -> None:
    """Loose tasks are collected in mid-flight and fail in silence."""
    wrong = []
    for room in ("bot", "handlers", "core", "storage", "reminders"):
        for path in modules(room):
            wrong += [
                f"{path.relative_to(ROOT)}:{node.lineno}"
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Attribute) and node.attr in ("create_task", "ensure_future")
            ]
    assert [place for place in wrong if not place.startswith("bot/tasks.py")] == []


def test_no_text_for_people_in_code() -> None:
    """Words of Russian or Kazakh stand in locales, and in the rules that read them; never where people are answered."""
    wrong = []
    for room in ("handlers", "reminders", "storage"):
        for path in modules(room):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
            wrong += [
                f"{path.relative_to(ROOT)}:{node.lineno} {node.value!r}"
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in docs
                and any("а" <= c.lower() <= "я" for c in node.value)
            ]
    assert wrong == []
