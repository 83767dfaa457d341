"""The figures of a card that has several: what is planned, what is asked next, and their buttons."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.figures.required import asked_for, is_ticked, main_measure, plan_mark
from core.owed.measures import is_planned_zero
from core.plan.model import Unit
from core.plan.reports import Measure, Stage
from core.summary.formatting import format_figure, format_number
from handlers.frame.screens import HALF_A_ROW, LONGEST_LABEL, Button, Html, button, in_rows, lines, shortened
from handlers.frame.turn import Turn
from handlers.words.walk_words import planned_words


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
    if main.unit is Unit.STAGE:
        return _stage_rows(turn, o, measures)
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


def direction_lines(turn: Turn, main: Measure, *, is_level: bool = False) -> Html | None:
    """⬇️ less is better, Σ since the year began (an indicator's level is not): what a figure alone would not tell."""
    found = [
        turn.say("walk-less-is-better") if main.better == "down" and main.plan is not None else None,
        turn.say("walk-cumulative") if main.cumulative and not main.words and not is_level else None,
    ]
    return lines(*found) if any(found) else None


def next_question(turn: Turn, measure: Measure, measures: Sequence[Measure]) -> Html:
    """ "Сколько денег освоено? План: 1 200,0 млн тг"; how to tell it by source, where there are several."""
    value = _planned(turn, measure)
    parts = [m.noun for m in measures if m.part_of == measure.id]
    if measure.role == "spent" and parts:
        shares = [format_number(share, turn.language) for share in _shared_out(measure, len(parts))]
        example = ", ".join(f"{name} {share}" for name, share in zip(parts, shares, strict=True))
        return turn.say("ask-next-sources", value=value, example=example)
    if measure.role == "spent":
        return turn.say("ask-next-spent", value=value)
    if measure.words:
        return turn.say("ask-next-goal", goal=shortened(measure.words, 200), value=value)
    return turn.say("ask-next-figure", value=value)


def _shared_out(measure: Measure, count: int) -> list[Decimal]:
    """An example of a plan value told in parts that come to it, each less than the one before: 120 as 80 and 40."""
    whole = Decimal(100) if measure.plan is None else measure.plan
    step = max(whole // sum(range(1, count + 1)), Decimal(1))
    step -= step % Decimal(10) ** max(step.adjusted() - 1, 0)  # a round figure: two digits of it
    rest = [step * at for at in range(count - 1, 0, -1)]
    return [max(whole - sum(rest), Decimal(1)).quantize(Decimal(1)), *rest]


def next_rows(turn: Turn, o: int, measure: Measure, measures: Sequence[Measure]) -> list[list[Button]]:
    """The plan value of the figure that is asked for, as a button."""
    if measure.plan is None:
        return []
    label = turn.plain("walk-same", value=_planned(turn, measure))
    return [[button(label, "asplan", o, measure.id, plan_mark(measures))]]


def kind_of(measure: Measure) -> str:
    """Which wording asks for the figure."""
    return {Unit.MONEY: "money", Unit.PERCENT: "percent", Unit.COUNT: "count"}.get(measure.unit, "any")


def _as_planned(turn: Turn, o: int, measures: Sequence[Measure]) -> Button:
    mark = plan_mark(measures)
    if is_planned_zero(main_measure(measures)):
        return button(turn.plain("walk-zero"), "plan", o, mark)
    planned = [_planned(turn, m) for m in measures if m.plan is not None]
    value = ", ".join(planned)
    label = turn.plain("walk-done-figure", value=value) if value else turn.plain("walk-done")
    if len(planned) == 1 and main_measure(measures).unit is Unit.STAGE:
        label = shortened(label, LONGEST_LABEL)
    return button(label if len(label) <= LONGEST_LABEL else turn.plain("walk-done-all"), "plan", o, mark)


def _others(turn: Turn, o: int, asked: Sequence[Measure]) -> list[Button]:
    """A button for each figure that can differ; each names its figure where there are several."""
    if len(asked) == 1:
        return [_other(turn, o, asked[0])]
    goals = sum(m.role != "spent" for m in asked)
    return [
        button(
            turn.plain("walk-other-goal", goal=shortened(_goal_words(turn, m), LONGEST_LABEL - 3))
            if goals > 1 and m.words and m.role != "spent"
            else turn.plain(f"walk-other-{kind_of(m)}"),
            "figure",
            o,
            m.id,
        )
        for m in asked
    ]


def _goal_words(turn: Turn, measure: Measure) -> str:
    """ "150 мест" where the goal's words are "на 150 мест"; "Строительство 30 %", which a figure alone would not tell."""
    return _planned(turn, measure) if measure.noun and measure.plan is not None else measure.words


def _other(turn: Turn, o: int, measure: Measure) -> Button:
    return button(turn.plain(f"walk-other-{kind_of(measure)}"), "figure", o, measure.id)


def _stage_rows(turn: Turn, o: int, measures: Sequence[Measure]) -> list[list[Button]]:
    """The planned stage first and marked, then the others in their order, then "not begun" and other figures."""
    main = main_measure(measures)
    others = [
        button(_stage_label(turn, main, stage), "stage", o, at, plan_mark(measures))
        for at, stage in enumerate(main.stages)
        if stage.place != main.plan
    ]
    planned = [[_as_planned(turn, o, measures)]] if main.plan is not None else []
    money = [_other(turn, o, m) for m in asked_for(measures) if m is not main]
    rows = [[b] for b in others] if any(len(b.label) > HALF_A_ROW for b in others) else in_rows(others, 2)
    return [*planned, *rows, [*money, button(turn.plain("walk-not-begun"), "none", o)]]


def _stage_label(turn: Turn, main: Measure, stage: Stage) -> str:
    return shortened(format_figure(stage.place, main, turn.deps.texts, turn.language), LONGEST_LABEL)


def _planned(turn: Turn, measure: Measure) -> str:
    return planned_words(turn, measure)
