"""What an officer does on each card, and what each act is to leave in the database: the script's own book-keeping.

It is kept apart from the bot's rules on purpose: the database is held against this, not against the code under test.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from core.plan.model import Unit
from core.plan.reports import Measure
from tests.crash.quarter import Row, picture

Line = tuple[str, int, tuple[tuple[str, Any], ...]]
"""A line of the journal: action, obligation, and what it says of the report, sorted."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The report on one row as the person gave it so far."""

    outcome: str | None = None
    figures: dict[str, Decimal] = field(default_factory=dict)
    account: str | None = None
    reason: str | None = None
    forecast: str | None = None
    odd: dict[str, Decimal] = field(default_factory=dict)

    def line(self, action: str, obligation: int) -> Line:
        """The journal's line for a step that led here."""
        return action, obligation, said(self.parts())

    def parts(self) -> dict[str, Any]:
        """What was said, without what was not."""
        parts = {name: getattr(self, name) for name in Answer.__slots__}
        return {name: value for name, value in parts.items() if value not in (None, {})}


def said(parts: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Parts of a report in a form that can be compared: figures as numbers, in order."""
    return tuple(
        (name, tuple(sorted((k, Decimal(v)) for k, v in value.items())) if isinstance(value, dict) else value)
        for name, value in sorted(parts.items())
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One act on a card. `tap` is a button's action; else `text` is typed, or `pictures` are sent with it."""

    kind: str
    tap: str | None = None
    text: str = ""
    pictures: tuple[bytes, ...] = ()
    value: Decimal = Decimal(0)


def main_of(row: Row) -> Measure:
    return next(m for m in row.measures if m.role == "main")


def after(step: Step, was: Answer, row: Row, words: str) -> Answer:
    """What the report says after a step was taken; `words` is what the tapped button said or named."""
    main = main_of(row)
    match step.kind:
        case "planned":
            figures = {m.id: m.plan for m in row.measures if m.plan is not None}
            return Answer("done", figures, was.account)
        case "none":
            return Answer("not_done", {main.id: Decimal(0)} if main.plan is not None else {}, was.account)
        case "typed":
            return _with_figure(was, main, step.value)
        case "odd" | "caption":
            return replace(was, odd={main.id: step.value})
        case "sure":
            return _with_figure(was, main, was.odd[main.id])
        case "reason":
            return replace(was, reason=words)
        case "forecast":
            return replace(was, forecast=words)
        case "account":
            return replace(was, account=step.text)
    raise ValueError(f"{step.kind} says nothing of the report")


def lines_of(step: Step, answer: Answer, row: Row) -> list[tuple[Line, ...]]:
    """What a step that was taken leaves in the journal, one group for each message that it is made of."""
    recorded = answer.line("recorded", row.obligation)
    if step.kind in RECORDING or step.kind == "undo":
        return [(recorded,)]
    if step.kind == "paper":
        paper = {"kind": "paper", "number": step.text.split()[0]}
        return [(("attached", row.obligation, said(paper)),)]
    photo: Line = ("attached", row.obligation, said({"kind": "photo"}))
    if step.kind == "caption":
        return [tuple(sorted((photo, recorded)))]
    return [(photo,) for _ in step.pictures]


RECORDING = frozenset({"planned", "none", "typed", "odd", "sure", "reason", "forecast", "account"})
ANSWERED = frozenset({"planned", "typed", "sure", "forecast"})
"""After these, where nothing is asked any more, the card of the next row comes by itself."""


def steps_for(number: int, row: Row, post: str) -> list[Step]:
    """The script of one row: rows differ, so that all kinds of acts come up in a quarter."""
    main = main_of(row)
    plan = main.plan
    measured = plan is not None and plan > 0 and main.unit is not Unit.PRESENCE and len(row.measures) == 1
    name = f"{post}/{row.obligation}"
    if plan is None or not measured:
        return _of(OTHERS[number % len(OTHERS)], Decimal(0), main, name)
    turns = MEASURED if main.unit in (Unit.COUNT, Unit.MONEY) else PERCENT
    return _of(turns[number % len(turns)], plan, main, name)


MEASURED = (
    ("photo", "typed"),
    ("short",),
    ("take-back", "typed"),
    ("caption",),
    ("account", "odd"),
    ("later", "paper", "planned"),
    ("none",),
    ("album", "typed"),
)
PERCENT = (("photo", "typed"), ("take-back", "short"), ("caption",), ("later", "account", "planned"))
OTHERS = (
    ("photo", "planned"),
    ("account", "planned"),
    ("take-back", "photo", "planned"),
    ("later", "planned"),
    ("paper", "album", "planned"),
    ("planned",),
)


def _of(names: Sequence[str], plan: Decimal, main: Measure, name: str) -> list[Step]:
    short = (plan * Decimal("0.9")).quantize(Decimal("0.1")) if plan != 1 else Decimal(0)
    explained = [Step("reason", "why"), Step("forecast", "when")]
    made: dict[str, list[Step]] = {
        "planned": [Step("planned", "plan")],
        "typed": [_typed("typed", plan, main)],
        "short": [_typed("typed", short if main.unit is not Unit.COUNT else short // 1, main), *explained],
        "none": [Step("none", "none"), *explained],
        "take-back": [Step("planned", "plan"), Step("undo", "undo")],
        "caption": [
            Step("caption", None, _words(plan, main), (picture(f"{name}/caption"),), plan),
            Step("sure", "sure"),
        ],
        "odd": [_typed("odd", plan * 20, main), Step("sure", "sure")],
        "account": [Step("ask", "note"), Step("account", None, f"Сделано в срок, {name}")],
        "paper": [Step("ask", "paper"), Step("paper", None, "12-ө от 05.03.2024")],
        "photo": [Step("photo", None, "", (picture(f"{name}/photo"),))],
        "album": [Step("album", None, "", tuple(picture(f"{name}/album/{page}") for page in range(3)))],
        "later": [Step("later", "next")],
    }
    return [step for each in names for step in made[each]]


def _typed(kind: str, value: Decimal, main: Measure) -> Step:
    return Step(kind, None, _words(value, main), (), value)


def _words(value: Decimal, main: Measure) -> str:
    """A figure as people type it: millions of tenge in words, a comma for the fraction."""
    if main.unit is Unit.MONEY and main.scale == 3 and value >= 1000:
        return f"{_plain(value / 1000)} млн"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _with_figure(was: Answer, main: Measure, value: Decimal) -> Answer:
    figures = {**was.figures, main.id: value}
    if main.plan is None or value >= main.plan:
        return Answer("done", figures, was.account)
    return Answer("partial" if value else "not_done", figures, was.account, was.reason, was.forecast)
