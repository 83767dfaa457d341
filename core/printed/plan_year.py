"""A year for a plan that prints none: asked on acceptance, then put where the reading left it open."""

from __future__ import annotations

from datetime import date

from core.plan.doubts import DoubtCode
from core.plan.model import Activity, DeadlineKind, ReadPlan
from core.printed.deadlines import parse_deadline

_PARTS = "QHM"  # "Q1", "H2", "M07": a part of a year that is not known
_OF_YEAR = {DoubtCode.YEAR_MISSING, DoubtCode.DEADLINE_YEAR_MISSING, DoubtCode.DEADLINE_YEAR_ASSUMED}


def needs_year(read: ReadPlan) -> bool:
    """Whether the reading has columns or deadlines whose year is not known."""
    return any(doubt.code in _OF_YEAR - {DoubtCode.DEADLINE_YEAR_ASSUMED} for doubt in read.doubts)


def with_year(read: ReadPlan, year: int) -> ReadPlan:
    """The reading as it is once the plan's year is known; doubts about the year fall away.

    What prints a year of its own keeps it.
    """
    span = (date(year, 1, 1), date(year, 12, 31))
    info = read.plan.model_copy(update={"period_start": span[0], "period_end": span[1]})
    doubts = tuple(d for d in read.doubts if d.code not in _OF_YEAR)
    activities = tuple(_dated(a, year, span) for a in read.activities)
    return read.model_copy(update={"plan": info, "doubts": doubts, "activities": activities})


def _dated(activity: Activity, year: int, span: tuple[date, date]) -> Activity:
    update: dict[str, object] = {
        name: {_code(code, year): value for code, value in getattr(activity, name).items()}
        for name in ("targets", "funding", "kpi")
    }
    deadline = activity.deadline
    if activity.deadline_text and (deadline.end is None or deadline.kind is DeadlineKind.RECURRING):
        update["deadline"] = parse_deadline(activity.deadline_text, year, span)[0]
    return activity.model_copy(update=update)


def _code(code: str, year: int) -> str:
    if code == "Y":
        return str(year)
    return f"{year}-{code}" if code[:1] in _PARTS else code
