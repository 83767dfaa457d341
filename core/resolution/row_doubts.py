"""Answers to doubts about one row: what each makes of its deadline, values and unit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from core.kernel.periods import Period
from core.plan.doubts import DoubtCode as D
from core.plan.model import Activity, Deadline, DeadlineKind, Doubt, ReadPlan, Unit
from core.plan.values import is_planned
from core.resolution.doubt_choices import Answer

Update = dict[str, object]


def row_of(read: ReadPlan, doubt: Doubt) -> Activity | None:
    """The row that a doubt is about."""
    return next((a for a in read.activities if a.id == doubt.activity), None)


def _deadline_of_values(row: Activity, doubt: Doubt, more: str) -> Update:
    """The time from the first planned value's period to the last one's; the printed words stay."""
    planned = _planned(row)
    if not planned:
        return {}
    first, last = planned[0], planned[-1]
    cycle = first.cycle if len(planned) == 1 else None
    kind = DeadlineKind(cycle) if cycle and cycle != "week" else DeadlineKind.RANGE
    return {"deadline": Deadline(kind=kind, start=first.start, end=max(p.end for p in (first, last)))}


def _planned(row: Activity) -> list[Period]:
    """The periods with a planned value, in order of time."""
    found = (_period(code) for code, value in row.targets.items() if is_planned(value))
    return sorted((p for p in found if p), key=lambda p: p.start)


@lru_cache(maxsize=500)
def _period(code: str) -> Period | None:
    try:
        return Period.parse(code)
    except ValueError:
        return None


def moved(row: Activity) -> dict[str, str] | None:
    """The targets with the one planned value in the period where the work is due; None where it cannot be one."""
    planned, end = _planned(row), _last(row.deadline)
    if len(planned) != 1 or planned[0].cycle is None or end is None:
        return None
    was = planned[0]
    now = Period.holding(end, was.cycle or "quarter").code
    if now == was.code:
        return None
    others = {code: value for code, value in row.targets.items() if code not in (was.code, now)}
    return {**others, now: row.targets[was.code]}


def _last(deadline: Deadline) -> date | None:
    return max((d for d in (deadline.end, *deadline.also) if d), default=None)


def _to_deadline(row: Activity, doubt: Doubt, more: str) -> Update:
    return {"targets": moved(row) or row.targets}


def _before(row: Activity, doubt: Doubt, more: str) -> Update:
    start = row.deadline.start
    if start is None:
        return {}
    return {
        "deadline": Deadline(kind=DeadlineKind.DATE, end=start - timedelta(days=1), also=row.deadline.also)
    }


def _every_turn(row: Activity, doubt: Doubt, more: str) -> Update:
    """The periods of the same kind that have no value, planned as present like the others."""
    planned = _planned(row)
    if not planned or planned[0].cycle is None:
        return {}
    year = planned[0].start.year
    at, wanted = Period.holding(date(year, 1, 1), planned[0].cycle), {}
    while at.end.year == year:
        wanted[at.code] = row.targets.get(at.code, "+")
        at = at.next()
    return {"targets": {**row.targets, **wanted}}


def _no_report(row: Activity, doubt: Doubt, more: str) -> Update:
    return {"deadline": Deadline()}


def _no_value(row: Activity, doubt: Doubt, more: str) -> Update:
    return {"targets": {**row.targets, doubt.args["period"]: "-"}}


def _unit(row: Activity, doubt: Doubt, more: str) -> Update:
    return {"unit": Unit(more), "money_scale": "KZT" if more == Unit.MONEY else None}


CHANGES: dict[tuple[str, str], Callable[[Activity, Doubt, str], Update]] = {
    (D.TARGET_OUTSIDE_DEADLINE, Answer.VALUES): _deadline_of_values,
    (D.TARGET_OUTSIDE_DEADLINE, Answer.DEADLINE): _to_deadline,
    (D.TARGETS_MISSING_TURNS, Answer.TURNS): _every_turn,
    (D.TARGETS_BLANK, Answer.NOTHING): _no_report,
    (D.VALUE_UNREAD, Answer.NOTHING): _no_value,
    (D.DEADLINE_BEFORE_PERIOD, Answer.BEFORE): _before,
    (D.UNIT_UNKNOWN, Answer.UNIT): _unit,
}
