"""The arrows of the house: what each room may import. A rule without a machine leaks."""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator
from functools import cache
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

PACKAGES = {
    "core": (
        "kernel",
        "plan",
        "figures",
        "dates",
        "printed",
        "resolution",
        "model",
        "evidence",
        "ports",
        "owed",
        "report",
        "lifecycle",
        "people",
        "summary",
    ),
    "handlers": ("frame", "words", "notices", "card", "officer", "manager", "plans", "people", "entry"),
    "documents": ("grids", "pdf", "understand", "written"),
    "storage": ("migrations", "sqlite", "stores"),
    "bot": ("sending", "intake", "commands"),
    "sandbox": ("entities", "world", "botapi", "phones", "client"),
}
"""The packages of a room: each may import those before it. Modules that stand in the room itself put them together."""

EXCEPTIONS = {("locales", "core.kernel.languages")}
"""The list of languages is core's."""


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """A module as Python reads it, each once."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree(path)):
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


def _package(name: str) -> str | None:
    """The package of a room that a dotted name lies in; None where it is the room's own."""
    room, _, rest = name.partition(".")
    package = rest.partition(".")[0]
    return package if package in PACKAGES.get(room, ()) else None


@pytest.mark.parametrize("room", sorted(PACKAGES))
def test_a_package_imports_only_those_before_it(room: str) -> None:
    order = PACKAGES[room]
    wrong = []
    for path in modules(room):
        own = _package(_dotted(path))
        if own is None:
            continue
        for name, line in imports(path):
            other = _package(name) if name.partition(".")[0] == room else None
            if other is not None and order.index(other) > order.index(own):
                wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert wrong == []


@pytest.mark.parametrize("room", sorted(PACKAGES))
def test_every_folder_of_a_room_is_one_of_its_packages(room: str) -> None:
    holding = {path.relative_to(ROOT / room).parts[0] for path in modules(room) if path.parent != ROOT / room}
    assert holding == set(PACKAGES[room])


@pytest.mark.parametrize("room", ["core", "handlers"])
def test_every_module_lies_in_a_package(room: str) -> None:
    assert [path.name for path in (ROOT / room).glob("*.py")] == ["__init__.py"]


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Neither at the top, nor inside a function, nor for types alone: `imports` sees them all."""
    known = {_dotted(path): path for room in ROOMS for path in modules(room)}
    needs = {name: _known(path, known) - {name} for name, path in known.items()}
    while free := {name for name, others in needs.items() if not others & set(needs)}:
        needs = {name: others for name, others in needs.items() if name not in free}
    in_circles = {name for name in needs if name in _reached(name, needs)}
    assert sorted(in_circles) == []


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _known(path: Path, known: Collection[str]) -> set[str]:
    """Our own modules that one imports: `from core.report import review` names a module, not what is in it."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            named = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (named & set(known)) or {node.module or ""}
    return found & set(known)


def _reached(name: str, needs: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    following = [name]
    while following:
        for other in needs.get(following.pop(), set()) - reached:
            reached.add(other)
            following.append(other)
    return reached


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
        for node in ast.walk(tree(path)):
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
                for node in ast.walk(tree(path))
                if isinstance(node, ast.Attribute) and node.attr in ("create_task", "ensure_future")
            ]
    assert [place for place in wrong if not place.startswith("bot/tasks.py")] == []


def test_no_text_for_people_in_code() -> None:
    """Words of Russian or Kazakh stand in locales, and in the rules that read them; never where people are answered."""
    wrong = []
    for room in ("handlers", "reminders", "storage"):
        for path in modules(room):
            whole = tree(path)
            docs = {id(n.value) for n in ast.walk(whole) if isinstance(n, ast.Expr)}
            wrong += [
                f"{path.relative_to(ROOT)}:{node.lineno} {node.value!r}"
                for node in ast.walk(whole)
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in docs
                and any("а" <= c.lower() <= "я" for c in node.value)
            ]
    assert wrong == []
