"""A year for a plan that prints none: asked on acceptance, then put where the reading left it open."""

from __future__ import annotations

import re
from datetime import date

from core.kernel.text import clean, dashes
from core.plan.doubts import DoubtCode
from core.plan.model import Activity, DeadlineKind, ReadPlan
from core.printed.deadline_between import parse_whole_deadline

_SCHOOL = re.compile(
    r"(?P<first>20\d\d)\s*(?:-|/)\s*(?:20)?(?P<last>\d\d)(?!\d)\s*(?:-?\w{1,2}\b\.?\s*)?"
    r"(?:учебн\w*\s+год|оқу\s+жыл|(?:school|academic|study)\s+year)"
    r"|(?:учебн\w*\s+год\w*|оқу\s+жыл\w*|(?:school|academic|study)\s+year)[\s:]+(?P<first2>20\d\d)\s*(?:-|/)\s*(?:20)?(?P<last2>\d\d)(?!\d)"
)
_TWO_YEARS = re.compile(
    r"(?P<first>20\d\d)\s*(?:-|/)\s*(?:20)?(?P<last>\d\d)(?!\d)\s*(?:г\b|год(?!ы|ов|ам|ах)\w{0,2}\b|ж\b|жыл(?!дар)\w*)"
)
"""Two years of which one is said: "2025-2026 год", not "2025-2026 годы"."""
_OF_SCHOOL = re.compile(
    r"бөбекжай|бақша|мектеп|гимнази|лицей|колледж|\bдетск\w+ сад|\bшкол|\bдоу\b|\bясл|kindergarten|\bschool\b|\bcollege\b"
)
_PARTS = "QHM"  # "Q1", "H2", "M07": a part of a year that is not known
_OF_YEAR = {DoubtCode.YEAR_MISSING, DoubtCode.DEADLINE_YEAR_MISSING, DoubtCode.DEADLINE_YEAR_ASSUMED}


def school_year(text: str) -> tuple[date, date] | None:
    """The school year that a plan's title names ("на 2025–2026 учебный год"), September to August; None for another."""
    plain = dashes(clean(text)).lower()
    if match := _SCHOOL.search(plain):
        first, last = int(match["first"] or match["first2"]), int(match["last"] or match["last2"])
    elif _OF_SCHOOL.search(plain) and (match := _TWO_YEARS.search(plain)):
        first, last = int(match["first"]), int(match["last"])
    else:
        return None
    return (date(first, 9, 1), date(first + 1, 8, 31)) if last == (first + 1) % 100 else None


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
        update["deadline"] = parse_whole_deadline(activity.deadline_text, year, span)[0]
    return activity.model_copy(update=update)


def _code(code: str, year: int) -> str:
    if code == "Y":
        return str(year)
    return f"{year}-{code}" if code[:1] in _PARTS else code
