"""What was understood of a row's goals, in words, for the coordinator to look at before a plan is accepted."""

from __future__ import annotations

from core.lifecycle.goal_answers import year_of
from core.plan.model import Activity, Unit
from core.plan.values import as_decimal
from core.printed.goals import Goal, goals_of
from core.summary.formatting import format_day, format_money, format_number, format_period
from handlers.frame.screens import Html, shortened
from handlers.frame.voice import Voice

LONGEST_SAID = 160


def goal_lines(voice: Voice, row: Activity) -> list[Html]:
    """A line for each different reading of the row's goals: «🎯 2025: 8 кабинетов, прирост; всего 24».

    A goal that can be read in another way has ❓ instead. Plain numbers and goals without a figure or a time have
    no line: there was nothing to understand.
    """
    if row.unit not in (None, Unit.TEXT):
        return []
    readings: dict[tuple[str, bool], list[str]] = {}
    for period, printed in row.targets.items():
        goals = _understood(row, printed, period)
        if goals:
            said = " + ".join(said_of_goal(voice, goal) for goal in goals)
            readings.setdefault((said, all(g.certain for g in goals)), []).append(period)
    return [
        voice.say(
            "goal-understood" if certain else "goal-unsure",
            periods=", ".join(format_period(p, voice.texts, voice.language, "short") for p in periods),
            goals=said,
        )
        for (said, certain), periods in readings.items()
    ]


def _understood(row: Activity, printed: str, period: str) -> list[Goal]:
    if "%" not in printed and as_decimal(printed) is not None:
        return []
    goals = goals_of(row, printed, year_of(period))
    return [g for g in goals if g.figure is not None or g.due is not None or not g.certain]


def said_of_goal(voice: Voice, goal: Goal) -> str:
    """«не менее 150 чел., прирост, в год; всего 600; срок 31.12.2023»."""
    parts = []
    if goal.figure is not None:
        kind = "goal-drop" if goal.drops else f"goal-{goal.kind}"
        rate = [voice.plain(f"goal-each-{goal.each.replace('_', '-')}")] if goal.each else []
        parts.append(", ".join([_figure(voice, goal), voice.plain(kind), *rate]))
    if goal.total is not None:
        parts.append(voice.plain("goal-total", value=format_number(goal.total, voice.language)))
    if goal.due is not None:
        day = format_day(goal.due, voice.texts, voice.language, "short")
        parts.append(voice.plain("goal-due", day=day))
    return shortened("; ".join(parts) or goal.text, LONGEST_SAID)


def _figure(voice: Voice, goal: Goal) -> str:
    value = _value(voice, goal)
    if goal.comparison == "at_least":
        return voice.plain("goal-at-least", value=value)
    return voice.plain("goal-at-most", value=value) if goal.comparison == "at_most" else value


def _value(voice: Voice, goal: Goal) -> str:
    if goal.unit is Unit.MONEY and goal.figure is not None:
        return format_money(goal.figure, goal.scale, voice.texts, voice.language)
    number = format_number(goal.value or 0, voice.language)
    if goal.upper is not None:
        number = f"{number}–{format_number(goal.upper.scaleb(goal.scale), voice.language)}"
    if goal.unit is Unit.PERCENT:
        return voice.plain("unit-percent", number=number)
    return f"{number} {goal.unit_word}" if goal.unit_word else number
