"""Figures found in goals, one by one: what was understood, and what the coordinator says of it."""

from __future__ import annotations

from core.kernel.errors import Missing
from core.lifecycle import acceptance, goal_answers
from core.lifecycle.goal_answers import (
    COMPARISONS,
    KINDS,
    Place,
    PrintedGoal,
    find,
    printed_goals,
    said_of,
    unsure,
)
from core.model.editions import PlanEdition
from core.plan.model import Activity, GoalSaid
from core.printed.goals import Goal
from core.summary.formatting import format_period
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import Button, Html, Screen, bold, button, lines, quoted, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import GoalCard, Goals
from handlers.words.goal_phrases import said_of_goal

ROWS_PAGE = 5
"""Rows of a reading on one page: a row's goals lead back to the page that it is on."""

MOST = 12
"""Goals of one row that are listed; a row with more is a table of its own."""


def goal_buttons(turn: Turn, plan: PlanEdition, rows: list[tuple[int, Activity]]) -> list[Button]:
    """A button for each of the rows that has a goal in words, by its place."""
    return [button(f"🎯 {at + 1}", "goals", plan.id, at) for at, row in rows if printed_goals(row)]


def unsure_button(turn: Turn, plan: PlanEdition) -> list[Button]:
    """To the first goal that can be read otherwise."""
    left = unsure(plan.settled_reading)
    return [button(turn.plain("goals-unsure", count=len(left)), "goal", plan.id, *left[0])] if left else []


@tap("goals", roles=COORDINATORS)
async def open_goals(turn: Turn) -> None:
    turn.show(Goals(plan=turn.number(), row=turn.number(1)))


@view(Goals, roles=COORDINATORS)
async def show_goals(turn: Turn, args: Goals) -> Screen:
    """A row's goals, each with what was understood of it; a tap opens one."""
    plan = await acceptance.proposed(turn.work, args.plan)
    rows = plan.settled_reading.activities
    if args.row >= len(rows):
        raise Missing("unknown")
    row = rows[args.row]
    found = [(n, i, p, g) for n, p in enumerate(printed_goals(row)) for i, g in enumerate(p.goals)][:MOST]
    text = lines(
        bold(f"{args.row + 1}. {shortened(row.title, 300)}"),
        *(lines("", _line(turn, p, g)) for _, _, p, g in found),
    )
    buttons = [
        [button(shortened(f"{_mark(g)} {said_of_goal(turn, g)}", 50), "goal", plan.id, args.row, n, i)]
        for n, i, _, g in found
    ]
    return Screen(text, [*buttons, [button(turn.plain("back"), "rows", plan.id, args.row // ROWS_PAGE)]])


def _mark(goal: Goal) -> str:
    return "🎯" if goal.certain else "❓"


def _line(turn: Turn, printed: PrintedGoal, goal: Goal) -> Html:
    periods = [format_period(p, turn.deps.texts, turn.language, "short") for p in printed.periods]
    return lines(
        turn.say("goal-printed", periods=", ".join(periods), text=shortened(printed.text, 300)),
        turn.say("goal-is" if goal.certain else "goal-may-be", goal=said_of_goal(turn, goal)),
    )


@tap("goal", roles=COORDINATORS)
async def open_goal(turn: Turn) -> None:
    turn.show(GoalCard(plan=turn.number(), row=turn.number(1), text=turn.number(2), at=turn.number(3)))


@view(GoalCard, roles=COORDINATORS)
async def show_goal(turn: Turn, args: GoalCard) -> Screen:
    """One figure: increment or level, at least, exactly or at most; or the goal in other words."""
    plan = await acceptance.proposed(turn.work, args.plan)
    read = plan.settled_reading
    place = (args.row, args.text, args.at)
    row, printed, goal = find(read, *place)
    text = lines(
        bold(f"{args.row + 1}. {shortened(row.title, 300)}"),
        _line(turn, printed, goal),
        quoted(shortened(goal.text, 300)) if len(printed.goals) > 1 else None,
        "",
        turn.say("goal-type"),
    )
    chosen = said_of(row, printed, args.at)
    return Screen(text, [*_choices(turn, plan, place, goal, chosen), *_ways_on(turn, plan, place)])


def _choices(turn: Turn, plan: PlanEdition, place: Place, goal: Goal, said: GoalSaid) -> list[list[Button]]:
    """What can be said of the figure by a button."""
    right = [] if goal.certain else [_choice(turn, plan, place, "answer-yes", "yes", False)]
    if goal.figure is None:
        anew = [_choice(turn, plan, place, "goal-has-figure", "yes", False)] if said.none else []
        return [right, anew]
    return [
        right,
        [_choice(turn, plan, place, f"goal-{k}", k, k == goal.kind) for k in KINDS],
        [
            _choice(turn, plan, place, f"goal-choose-{c.replace('_', '-')}", c, c == goal.comparison)
            for c in COMPARISONS
        ],
        [_choice(turn, plan, place, "goal-no-figure", "none", False)],
    ]


def _ways_on(turn: Turn, plan: PlanEdition, place: Place) -> list[list[Button]]:
    left = [found for found in unsure(plan.settled_reading) if found != place]
    on = [button(turn.plain("goals-unsure", count=len(left)), "goal", plan.id, *left[0])] if left else []
    return [on, [button(turn.plain("back"), "goals", plan.id, place[0])]]


def _choice(turn: Turn, plan: PlanEdition, place: Place, label: str, answer: str, chosen: bool) -> Button:
    return button(("● " if chosen else "") + turn.plain(label), "gsay", plan.id, *place, answer)


@tap("gsay", roles=COORDINATORS)
async def choose(turn: Turn) -> None:
    """An answer by a button; the card stays, so that another can be given."""
    plan = await acceptance.proposed(turn.work, turn.number())
    place = (turn.number(1), turn.number(2), turn.number(3))
    await goal_answers.choose(turn.work, plan, place, turn.word(4), turn.person_id, turn.now)
    turn.toast = turn.plain("doubt-noted-toast")
    turn.show(GoalCard(plan=plan.id, row=place[0], text=place[1], at=place[2]))


@typed("goal", roles=COORDINATORS)
async def type_goal(turn: Turn) -> None:
    """The goal in other words: its figure with the unit, or the day by which it is due."""
    plan = await acceptance.proposed(turn.work, turn.on(GoalCard).plan)
    shown = turn.on(GoalCard)
    place = (shown.row, shown.text, shown.at)
    await goal_answers.put_in_words(turn.work, plan, place, turn.typed, turn.person_id, turn.now)
    turn.show_again()
