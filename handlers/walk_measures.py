"""The figures of a card that has several: what is planned, what is asked next, and their buttons."""

from __future__ import annotations

from collections.abc import Sequence

from core.measures import is_planned_zero
from core.numbers import format_figure
from core.plan import Unit
from core.reports import Measure
from core.walk import asked_for, is_ticked, main_measure
from handlers.screens import Button, Html, button, lines, shortened
from handlers.turn import Turn

LONGEST_LABEL = 48
"""A button with more text is cut by a phone."""


def planned_lines(turn: Turn, measures: Sequence[Measure]) -> Html | None:
    """🎯 6 школ · 3 150 мест and 💰 500,0 млн тг, where the row has more than one figure."""
    goals = [_planned(turn, m) for m in measures if m.role in ("main", "goal") and m.plan is not None]
    spent = next((m for m in measures if m.role == "spent" and m.plan is not None), None)
    found = [
        turn.say("walk-goals", values=" · ".join(goals)) if len(goals) > 1 else None,
        turn.say("walk-spent", value=_planned(turn, spent)) if spent is not None else None,
    ]
    return lines(*found) if any(found) else None


def answer_rows(turn: Turn, o: int, measures: Sequence[Measure]) -> list[list[Button]]:
    """✅ as planned in one tap; ✏️ another figure; 🟡 and ❌ for a goal in words."""
    main, asked = main_measure(measures), asked_for(measures)
    rows = [[_as_planned(turn, o, measures)]]
    others = [] if asked == [main] and is_ticked(measures) else _others(turn, o, asked)
    last = []
    if is_ticked(measures):
        last.append(button(turn.plain("walk-partly"), "part", o))
    if not is_planned_zero(main):
        last.append(button(turn.plain("walk-not-done"), "none", o))
    if len(others) == 1 and len(last) == 1:
        return [*rows, [*others, *last]]
    return [*rows, *([b] for b in others[:-2]), others[-2:], last]


def next_question(turn: Turn, measure: Measure) -> Html:
    """ "Сколько денег освоено? План: 1 200,0 млн тг"."""
    value = _planned(turn, measure)
    if measure.role == "spent":
        return turn.say("ask-next-spent", value=value)
    if measure.words:
        return turn.say("ask-next-goal", goal=shortened(measure.words, 200), value=value)
    return turn.say("ask-next-figure", value=value)


def next_rows(turn: Turn, o: int, measure: Measure) -> list[list[Button]]:
    """The plan value of the figure that is asked for, as a button."""
    if measure.plan is None:
        return []
    return [[button(turn.plain("walk-same", value=_planned(turn, measure)), "asplan", o, measure.id)]]


def kind_of(measure: Measure) -> str:
    """Which wording asks for the figure."""
    return {Unit.MONEY: "money", Unit.PERCENT: "percent", Unit.COUNT: "count"}.get(measure.unit, "any")


def _as_planned(turn: Turn, o: int, measures: Sequence[Measure]) -> Button:
    if is_planned_zero(main_measure(measures)):
        return button(turn.plain("walk-zero"), "plan", o)
    planned = [_planned(turn, m) for m in measures if m.plan is not None]
    value = ", ".join(planned)
    if len(value) > LONGEST_LABEL:
        return button(turn.plain("walk-done-all"), "plan", o)
    return button(
        turn.plain("walk-done-figure", value=value) if value else turn.plain("walk-done"), "plan", o
    )


def _others(turn: Turn, o: int, asked: Sequence[Measure]) -> list[Button]:
    """A button for each figure that can differ; each names its figure where there are several."""
    if len(asked) == 1:
        return [button(turn.plain(f"walk-other-{kind_of(asked[0])}"), "figure", o, asked[0].id)]
    goals = sum(m.role != "spent" for m in asked)
    return [
        button(
            turn.plain("walk-other-goal", goal=shortened(m.words, LONGEST_LABEL))
            if goals > 1 and m.words and m.role != "spent"
            else turn.plain(f"walk-other-{kind_of(m)}"),
            "figure",
            o,
            m.id,
        )
        for m in asked
    ]


def _planned(turn: Turn, measure: Measure) -> str:
    if measure.plan is None:
        return turn.plain("walk-plan-none")
    return format_figure(measure.plan, measure, turn.deps.texts, turn.language)
