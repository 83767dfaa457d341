"""Each button that is ever drawn has its tap and each tap a button; what a card asks for is taken, and asked for.

Read from the source, as a walk through the bot never meets every button: each call of a function with a parameter
`action` or `asks` gives it a constant, hands on its own, or is named below with what it can come to.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import handlers
from handlers.entry.features import enter_all
from handlers.frame import views
from handlers.frame.registry import LATE_PAGE, PLAN_FILE, registry
from handlers.frame.views import ViewArgs
from handlers.plans.plans import PLAN_PARTS

enter_all()
HANDLERS = Path(handlers.__path__[0])

MADE_AT_RUN_TIME: dict[tuple[str, str], set[str]] = {
    ("card/evidence.py", "view.asks"): set(),  # what the card asked for already
    ("card/evidence.py", "_still_asked(…)"): {"paper"},  # the same, or that alone
    ("plans/plans.py", "f'plan-{plan.lacks[0]}'"): {f"plan-{part}" for part in PLAN_PARTS},
    ("plans/rules.py", "f'rule-{part}'"): {"rule-due", "rule-svod", "rule-opens", "rule-closes"},
}
"""(module, expression) → what it can be."""

NOT_DRAWN_ANY_MORE = {
    "proof": "notices of an earlier make had it; they stay in people's chats",
}
NEVER_ASKED = {
    PLAN_FILE: "a coordinator's file that no card takes",
    LATE_PAGE: "a page of an album that comes when its card was answered",
}


@dataclass(frozen=True)
class Given:
    """What some call gives to a parameter: constants, and expressions of which each is made at run time."""

    module: str
    line: int
    constants: frozenset[str]
    made: tuple[str, ...]


@dataclass(frozen=True)
class Function:
    module: str
    node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef

    def parameters(self) -> list[str]:
        """Names, in order; of a class those of its fields, of a method without `self`."""
        if isinstance(self.node, ast.ClassDef):
            fields = [n for n in self.node.body if isinstance(n, ast.AnnAssign)]
            return [n.target.id for n in fields if isinstance(n.target, ast.Name)]
        names = [a.arg for a in (*self.node.args.posonlyargs, *self.node.args.args)]
        return names[1:] if names[:1] == ["self"] else names

    def takes(self, name: str, kind: str) -> bool:
        """Whether it has a parameter of that name, which is of that type."""
        if isinstance(self.node, ast.ClassDef):
            is_data = any("dataclass" in ast.unparse(d) for d in self.node.decorator_list)
            return is_data and name in self.parameters()
        every = (*self.node.args.args, *self.node.args.kwonlyargs)
        return any(a.arg == name and a.annotation and ast.unparse(a.annotation) == kind for a in every)


def _sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(HANDLERS.rglob("*.py")):
        module = path.relative_to(HANDLERS).as_posix()
        yield module, ast.parse(path.read_text(encoding="utf-8"))


SOURCES = dict(_sources())
NO_BUTTONS = {
    "frame/delivery.py": "what was tapped, to know a double tap",
    "frame/turn.py": "what a line of the journal is about",
}
"""Modules whose functions with a parameter `action` draw no button."""


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _given(name: str, kind: str) -> Iterator[Given]:
    """What is given to each parameter of that name and type."""
    takers = {
        node.name: Function(module, node)
        for module, tree in SOURCES.items()
        if module not in NO_BUTTONS
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and Function(module, node).takes(name, kind)
    }
    for module, tree in SOURCES.items():
        for outer in _outermost(tree):
            for call in ast.walk(outer):
                if not isinstance(call, ast.Call):
                    continue
                found = takers.get(_called(call))
                place = found.parameters().index(name) if found and name in found.parameters() else None
                value = _argument(call, name, place)
                if value is not None:
                    yield _found(module, value, outer, name)


def _found(module: str, value: ast.expr, outer: ast.stmt, name: str) -> Given:
    ends = list(_ends(value, outer, name))
    constants = {str(e.value) for e in ends if isinstance(e, ast.Constant) and e.value is not None}
    made = [_shape(e) for e in ends if not isinstance(e, ast.Constant)]
    return Given(module, value.lineno, frozenset(constants), tuple(made))


def _shape(value: ast.expr) -> str:
    """The expression; of a call its function alone."""
    inner = value.value if isinstance(value, ast.Await) else value
    return f"{_called(inner)}(…)" if isinstance(inner, ast.Call) else ast.unparse(inner)


def _outermost(tree: ast.Module) -> Iterator[ast.stmt]:
    """The functions of a module, methods one by one, and whatever stands beside them."""
    for node in tree.body:
        yield from node.body if isinstance(node, ast.ClassDef) else [node]


def _argument(call: ast.Call, name: str, place: int | None) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[place] if place is not None and len(call.args) > place else None


def _ends(value: ast.expr, outer: ast.stmt, handed_on: str) -> Iterator[ast.expr]:
    """The expressions that a value comes to: both sides of a choice, whatever a local name was bound to.

    Not the outer function's own parameter of that name: its callers are looked at instead.
    """
    if isinstance(value, ast.IfExp):
        yield from _ends(value.body, outer, handed_on)
        yield from _ends(value.orelse, outer, handed_on)
    elif isinstance(value, ast.Name) and (bound := _bound(value.id, outer)):
        for one in bound:
            yield from _ends(one, outer, handed_on)
    elif not (isinstance(value, ast.Name) and value.id == handed_on):
        yield value


def _bound(name: str, outer: ast.stmt) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(outer)
        if isinstance(node, ast.Assign)
        and any(isinstance(t, ast.Name) and t.id == name for t in node.targets)
    ]


DRAWN = list(_given("action", "str"))
ASKED = list(_given("asks", "str | None"))


def _all(found: list[Given]) -> set[str]:
    made = {value for g in found for said in g.made for value in MADE_AT_RUN_TIME.get((g.module, said), ())}
    return made | {value for g in found for value in g.constants}


@pytest.mark.parametrize("found", [DRAWN, ASKED], ids=["buttons", "asks"])
def test_what_is_made_at_run_time_is_named_with_what_it_can_be(found: list[Given]) -> None:
    made = {(g.module, said): g.line for g in found for said in g.made}
    assert {key: line for key, line in made.items() if key not in MADE_AT_RUN_TIME} == {}


def test_what_is_named_as_made_at_run_time_is() -> None:
    made = {(g.module, said) for g in (*DRAWN, *ASKED) for said in g.made}
    assert set(MADE_AT_RUN_TIME) - made == set()


def test_each_button_has_its_tap() -> None:
    assert len(DRAWN) > 150
    assert _all(DRAWN) - set(registry.taps) == set()


def test_each_tap_has_a_button() -> None:
    assert set(registry.taps) - _all(DRAWN) == set(NOT_DRAWN_ANY_MORE)


def test_what_a_card_asks_for_is_taken() -> None:
    taken = {**registry.typed, **registry.files, **registry.places}
    assert _all(ASKED) - set(taken) == set()


def test_what_is_taken_is_asked_for() -> None:
    """By a view's own name, or by what it asks for."""
    taken = {**registry.typed, **registry.files, **registry.places}
    assert set(taken) - _all(ASKED) - set(registry.views) == set(NEVER_ASKED)


def test_each_view_has_a_model_and_each_model_its_view() -> None:
    models = {
        model
        for model in vars(views).values()
        if isinstance(model, type) and issubclass(model, ViewArgs) and model is not ViewArgs
    }
    shared: set[type[ViewArgs]] = {views.OfReport, views.Spoken}
    named = {model.view: model for model in models - shared}
    assert {name: drawn.args for name, drawn in registry.views.items()} == named == ViewArgs.named
    assert {model.__base__ for model in named.values()} == {ViewArgs, *shared}
