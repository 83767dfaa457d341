"""How large modules and functions are in each room, and which names stand in two of them: `python -m bench.shape`.

`--root DIR` looks at another checkout, so that two revisions can be compared. Lines are counted as they stand in the
file: of a module all of them, of a function those from its `def` to its end, its docstring included. Median, the
ninetieth in a hundred, and the longest.
"""

from __future__ import annotations

import argparse
import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOMS = ("core", "documents", "storage", "reminders", "handlers", "locales", "bot", "sandbox")
HANDLER_MARKS = {"tap", "view", "command", "typed", "sent_file", "sent_place", "message"}
"""What a function of `handlers` is entered in the registry by."""


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.shape", description=__doc__)
    asked.add_argument("--root", type=Path, default=Path(__file__).parent.parent)
    root = asked.parse_args().root
    print(f"{'':12}{'modules':>8}{'lines of a module':>22}{'functions':>12}{'lines of a function':>24}")
    stems: dict[str, set[str]] = defaultdict(set)
    for room in ROOMS:
        paths = [
            p for p in (root / room).rglob("*.py") if p.name != "__init__.py" or next(functions(p), None)
        ]
        sizes = [len(p.read_text(encoding="utf-8").splitlines()) for p in paths]
        lengths = [length for p in paths for _, length in functions(p)]
        print(f"{room:12}{len(sizes):8}{spread(sizes):>22}{len(lengths):12}{spread(lengths):>24}")
        if room in ("core", "handlers"):
            for path in paths:
                stems[path.stem].add(room)
    bodies = [length for p in (root / "handlers").rglob("*.py") for length in registered(p)]
    print(f"\nbodies of handlers, without docstrings: {len(bodies)}, {spread(bodies)}")
    twice = sorted(stem for stem, rooms in stems.items() if len(rooms) > 1)
    print(f"names that stand in core and in handlers: {len(twice)}: {', '.join(twice)}")


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length in lines of every function and method of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def registered(path: Path) -> Iterator[int]:
    """Length in lines of the body of each function that the registry knows, without its docstring."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and any(
            map(_enters, node.decorator_list)
        ):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            yield (body[-1].end_lineno or 0) - body[0].lineno + 1


def _enters(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Name) and called.id in HANDLER_MARKS


def spread(values: Sequence[int]) -> str:
    """ "median / p90 / longest"."""
    ordered = sorted(values)
    return f"{ordered[len(ordered) // 2]} / {ordered[len(ordered) * 9 // 10]} / {ordered[-1]}"


if __name__ == "__main__":
    main()
