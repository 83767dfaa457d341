"""What the program has registered, read from its text, and which of it was met."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
KINDS = ("tap", "view", "command")


def registered() -> dict[str, set[str]]:
    """Kind → the names that functions in handlers/ are entered under."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for path in sorted((ROOT / "handlers").rglob("*.py")):
        tree = ast.parse(path.read_text())
        for kind, name in _entered(tree):
            found[kind].add(name)
        found["view"].update(_named_by_models(tree))
    return found


def _entered(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for call in node.decorator_list:
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KINDS:
                for word in call.args:
                    if isinstance(word, ast.Constant) and isinstance(word.value, str):
                        yield call.func.id, word.value


def _named_by_models(tree: ast.AST) -> Iterator[str]:
    """Views whose names stand in the models of their arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from (str(ast.literal_eval(word.value)) for word in node.keywords if word.arg == "view")


def not_met(met: Mapping[str, Counter[str]]) -> list[str]:
    """In lines: how many of each kind were met, and the names of those that were not."""
    names = registered()
    lines = []
    for kind, counted in (("tap", "pressed"), ("view", "views"), ("command", "commands")):
        missing = sorted(names[kind] - set(met[counted]))
        lines.append(
            f"{kind}: {len(names[kind]) - len(missing)} of {len(names[kind])}; not met: {', '.join(missing) or '-'}"
        )
    unseen = sorted(names["tap"] - set(met["seen"]) - set(met["pressed"]))
    lines.append(f"taps on no button that was shown: {', '.join(unseen) or '-'}")
    return lines
