"""What the coordinator says of goals: each figure found in a goal's words is shown, and may be told otherwise.

An answer is kept beside the reading, by row and printed words, and remembered like those to doubts (decision 0008).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from core.kernel.errors import Missing, UnreadableInput
from core.kernel.periods import Period
from core.kernel.text import fold
from core.model.editions import PlanEdition
from core.plan.model import Activity, GoalSaid, ReadPlan, Unit
from core.plan.values import as_decimal
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work
from core.printed.goals import Goal, goals_of, read_goal

LONGEST = 200
"""Letters of a goal that is typed."""


KINDS: tuple[Literal["level", "increment"], ...] = ("increment", "level")
COMPARISONS: tuple[Literal["at_least", "exactly", "at_most"], ...] = ("at_least", "exactly", "at_most")

Place = tuple[int, int, int]
"""Where a goal stands: the place of its row, of its printed text among the row's, of the goal in that."""


@dataclass(frozen=True, slots=True)
class PrintedGoal:
    """The goals of one printed text of a row, for the periods whose cells print it."""

    text: str
    periods: tuple[str, ...]
    goals: tuple[Goal, ...]


def printed_goals(row: Activity) -> list[PrintedGoal]:
    """What was understood of a row's goals, each text once. Plain numbers, and words without a figure or a time, have
    nothing to be understood; rows with a unit are measured in it."""
    if row.unit not in (None, Unit.TEXT):
        return []
    periods: dict[str, list[str]] = {}
    for period, text in row.targets.items():
        if "%" in text or as_decimal(text) is None:
            periods.setdefault(text, []).append(period)
    found = [
        PrintedGoal(text, tuple(of), goals_of(row, text, year_of(of[0]))) for text, of in periods.items()
    ]
    return [p for p in found if any(_says(g) for g in p.goals) or any(s.text == p.text for s in row.goals)]


def _says(goal: Goal) -> bool:
    return goal.figure is not None or goal.due is not None or not goal.certain


def year_of(period: str) -> int | None:
    """The year of a period that lies in one; None for a column whose year is not known yet ("Q1")."""
    try:
        span = Period.parse(period)
    except ValueError:
        return None
    return span.start.year if span.start.year == span.end.year else None


def unsure(read: ReadPlan) -> list[Place]:
    """Goals that can be read otherwise: (place of the row, of its printed text, of the goal in it)."""
    return [
        (at, n, i)
        for at, row in enumerate(read.activities)
        for n, printed in enumerate(printed_goals(row))
        for i, goal in enumerate(printed.goals)
        if not goal.certain
    ]


def find(read: ReadPlan, at: int, n: int, i: int) -> tuple[Activity, PrintedGoal, Goal]:
    """A goal by its places. Raises Missing where there is none."""
    if at < len(read.activities):
        row = read.activities[at]
        printed = printed_goals(row)
        if n < len(printed) and i < len(printed[n].goals):
            return row, printed[n], printed[n].goals[i]
    raise Missing("unknown")


def said_of(row: Activity, printed: PrintedGoal, i: int) -> GoalSaid:
    """What was said of a goal so far; nothing yet is an empty answer."""
    return next(
        (s for s in row.goals if (s.text, s.at) == (printed.text, i)), GoalSaid(text=printed.text, at=i)
    )


def typed(said: GoalSaid, words: str) -> GoalSaid:
    """The answer with the goal in other words: "не менее 150 чел.", "8 кабинетов", "до 31.12.2025". Raises UnreadableInput."""
    words = " ".join(words.split())
    goals = read_goal(words, None) if len(words) <= LONGEST else ()
    if len(goals) != 1 or (goals[0].figure is None and goals[0].due is None):
        raise UnreadableInput("goal-not-read", typed=words[:60])
    if goals[0].figure is None:
        return said.model_copy(update={"due": goals[0].due, "none": False})
    due = goals[0].due or said.due
    return GoalSaid(text=said.text, at=said.at, words=words, due=due)


def chosen(said: GoalSaid, answer: str) -> GoalSaid:
    """The answer with what a button says: a kind, a comparison, "none" for no figure, "yes" for right as it is read.

    Raises Missing where the button says none of them.
    """
    if answer in KINDS:
        return said.model_copy(update={"kind": answer, "none": False})
    if answer in COMPARISONS:
        return said.model_copy(update={"comparison": answer, "none": False})
    if answer not in ("none", "yes"):
        raise Missing("unknown")
    return said.model_copy(update={"none": answer == "none"})


async def choose(
    work: Work, plan: PlanEdition, place: Place, answer: str, by: int, now: datetime
) -> PlanEdition:
    """Says of a goal what a button says. Raises Missing."""
    row, printed, _ = find(plan.settled_reading, *place)
    return await say(work, plan, row, chosen(said_of(row, printed, place[2]), answer), by, now)


async def put_in_words(
    work: Work, plan: PlanEdition, place: Place, words: str, by: int, now: datetime
) -> PlanEdition:
    """Says a goal in other words. Raises Missing, UnreadableInput."""
    row, printed, _ = find(plan.settled_reading, *place)
    return await say(work, plan, row, typed(said_of(row, printed, place[2]), words), by, now)


async def say(
    work: Work, plan: PlanEdition, row: Activity, said: GoalSaid, by: int, now: datetime
) -> PlanEdition:
    """Keeps what was said of a goal, and remembers it for the next reading that prints the same."""
    others = [s for s in row.goals if (s.text, s.at) != (said.text, said.at)]
    told = plan.model_copy(update={"goals": {**plan.goals, row.id: (*others, said)}})
    await work.plans.save(told)
    key = key_of(plan.settled_reading, row, said.text, said.at)
    answer = said.model_dump_json(exclude={"text", "at"}, exclude_defaults=True)
    await work.plans.remember(key, "goal", answer, by, now)
    after = {"row": row.id, "printed": said.text, "goal": said.at + 1, "how": answer}
    await work.journal.add(
        JournalLine(at=now, person_id=by, action="goal-said", subject=f"plan:{plan.id}", after=after)
    )
    return told


def key_of(read: ReadPlan, row: Activity, text: str, at: int) -> str:
    """Under which an answer is remembered: the goal's words, its place in them, and the row. SHA-256 in hex."""
    parts = ["goal", text, str(at), *(s.title for s in read.path(row)), row.title]
    return hashlib.sha256("\n".join(fold(part) for part in parts).encode()).hexdigest()


async def recalled(work: Work, read: ReadPlan) -> dict[str, tuple[GoalSaid, ...]]:
    """What was said of the same goals in an earlier reading, by activity."""
    keys = {
        key_of(read, row, printed.text, i): (row.id, printed.text, i)
        for row in read.activities
        for printed in printed_goals(row)
        for i in range(len(printed.goals))
    }
    found: dict[str, list[GoalSaid]] = {}
    for key, answer in (await work.plans.recall(list(keys))).items():
        id, text, at = keys[key]
        said = GoalSaid.model_validate_json(answer).model_copy(update={"text": text, "at": at})
        found.setdefault(id, []).append(said)
    return {id: _in_order(said) for id, said in found.items()}


def _in_order(said: Sequence[GoalSaid]) -> tuple[GoalSaid, ...]:
    return tuple(sorted(said, key=lambda s: (s.text, s.at)))
