"""What a coordinator says of one kind of deadline, or of one row, otherwise than of the plan (domain, §3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import get_args

from core.kernel.errors import Missing, Outdated
from core.kernel.periods import Cycle
from core.lifecycle.reporting_rules import read_due, read_opening
from core.model.editions import LiveActivity, PlanEdition
from core.model.obligations import ReportingRule, RowKind, RuleChange, Timing
from core.owed.reporting_periods import occasions
from core.owed.timing import cycle_of, plan_bounds

KINDS: tuple[RowKind, ...] = get_args(RowKind)
CYCLIC: frozenset[str] = frozenset(("continuous", "event"))
"""The kinds without turns of their own: of these a cycle can be said."""

PARTS = ("due", "opens", "cycle")
CHOICES: dict[str, tuple[str, ...]] = {
    "due": ("auto", "deadline", "plan", "1", "2", "3", "5", "10"),
    "opens": ("auto", "3", "5", "10", "20", "30"),
    "cycle": ("auto", "week", "month", "quarter", "half_year", "year"),
}
"""How a button names what is set; "auto": as it is where nothing is set."""

_ON_ITS_DAY = re.compile(r"\s*(?:в\s+)?(?:сам\w*\s+|этот\s+)?(?:срок|день)(?:\s+в\s+день)?\s*|\s*(?:дәл\s+)?(?:мерзім|күн)і?нде\s*|"
                         r"\s*on\s+(?:the\s+)?(?:very\s+)?(?:day|deadline|due\s+day|time)\s*", re.IGNORECASE)  # fmt: skip
_AS_PLAN = re.compile(
    r"\s*(?:как\s+у\s+плана|вместе\s+с\s+планом|жоспармен\s+бірге|with\s+the\s+plan)\s*", re.IGNORECASE
)


def kinds_of(plan: PlanEdition, activities: Iterable[LiveActivity]) -> dict[RowKind, int]:
    """How many rows of the plan have reports of each kind; kinds that it has not are not named."""
    counted: Counter[RowKind] = Counter()
    for a in activities:
        counted.update(_rhythms(plan, a))
    return {kind: counted[kind] for kind in KINDS if counted[kind]}


def parts_of(of: str, row: LiveActivity | None) -> list[str]:
    """What can be set of a kind, or of a row: a cycle only where the deadline has no turns of its own."""
    kind = row.row.deadline.kind.value if row is not None else of
    return [
        part for part in PARTS if part != "cycle" or kind in CYCLIC or (row is not None and kind == "range")
    ]


def row_of(of: str) -> int | None:
    """The activity's id where a row is meant, None for a kind. Raises Outdated where it is neither."""
    if of in KINDS:
        return None
    if not (of.isascii() and of.isdecimal()):
        raise Outdated("card-outdated")
    return int(of)


def said_of(rule: ReportingRule, of: str) -> Timing:
    """What is set of a kind or a row; nothing where nothing is."""
    row = row_of(of)
    found = rule.rows.get(row) if row is not None else rule.kinds.get(_kind(of))
    return found or Timing()


def value_of(rule: ReportingRule, of: str, part: str) -> str:
    """Which of the choices of a part is in force; a fixed day or another count is none of them."""
    said = said_of(rule, of)
    if part == "opens":
        return "auto" if said.opens_days_before is None else str(said.opens_days_before)
    if part == "cycle":
        return said.cycle or "auto"
    if said.due_by == "count":
        return str(said.working_day)
    return said.due_by or "auto"


def chosen(rule: ReportingRule, of: str, part: str, value: str) -> RuleChange:
    """The part set by a button. Raises Outdated where there is no such button."""
    if part not in CHOICES or value not in CHOICES[part]:
        raise Outdated("card-outdated")
    if part == "opens":
        return _with(rule, of, opens_days_before=None if value == "auto" else int(value))
    if part == "cycle":
        return _with(rule, of, cycle=None if value == "auto" else value)
    return _with(rule, of, **_due(value))


def typed(rule: ReportingRule, of: str, part: str, text: str, today: date) -> RuleChange:
    """The part set by what was typed: "2-й рабочий день", "в самый срок", "15 апреля", a number of days.

    Raises UnreadableInput; Missing for a part that is not typed.
    """
    if part == "opens":
        return _with(rule, of, opens_days_before=read_opening(text).opens_days_before_end)
    if part != "due":
        raise Missing("unknown")
    if _ON_ITS_DAY.fullmatch(text):
        return _with(rule, of, **_due("deadline"))
    if _AS_PLAN.fullmatch(text):
        return _with(rule, of, **_due("plan"))
    read = read_due(text, today)
    if read.due_day is not None:
        return _with(rule, of, due_by="fixed", fixed_day=read.due_day, working_day=None)
    return _with(rule, of, due_by="count", working_day=read.due_working_day, fixed_day=None)


def _due(value: str) -> dict[str, object]:
    if value.isdecimal():
        return {"due_by": "count", "working_day": int(value), "fixed_day": None}
    return {"due_by": None if value == "auto" else value, "working_day": None, "fixed_day": None}


def _with(rule: ReportingRule, of: str, **parts: object) -> RuleChange:
    row = row_of(of)
    timing = Timing.model_validate({**said_of(rule, of).model_dump(), **parts})
    empty = timing == Timing()
    if row is None:
        kinds = {kind: said for kind, said in rule.kinds.items() if kind != of}
        return RuleChange(kinds=kinds if empty else {**kinds, _kind(of): timing})
    rows = {number: said for number, said in rule.rows.items() if number != row}
    return RuleChange(rows=rows if empty else {**rows, row: timing})


def _kind(of: str) -> RowKind:
    return next(kind for kind in KINDS if kind == of)


def _rhythms(plan: PlanEdition, a: LiveActivity) -> set[RowKind]:
    cycle: Cycle = cycle_of(a.row, a.id, plan.rule)
    found = (o.rhythm for o in occasions(a.row, cycle, plan_bounds(plan)))
    return {rhythm for rhythm in found if rhythm is not None}
