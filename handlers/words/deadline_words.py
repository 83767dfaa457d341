"""By when a row is to be done, as a card says it: as printed, or as the coordinator settled what was doubtful about it."""

from __future__ import annotations

from datetime import date

from core.kernel.periods import Cycle, Period
from core.owed.plan_cache import OpenPlan
from core.plan.model import Activity, Deadline, DeadlineKind
from core.printed.deadlines import is_as_printed
from core.summary.formatting import format_day, format_period
from handlers.frame.voice import Voice

_PERIODS: dict[DeadlineKind, Cycle] = {
    DeadlineKind.MONTH: "month",
    DeadlineKind.QUARTER: "quarter",
    DeadlineKind.HALF_YEAR: "half_year",
    DeadlineKind.YEAR: "year",
}


def deadline_words(voice: Voice, plan: OpenPlan, row: Activity) -> str | None:
    """The printed words while they say what holds; else the day, the period or the span that was settled."""
    printed, info = row.deadline_text, plan.plan.read.plan
    if not printed:
        return None
    span = (info.period_start, info.period_end) if info.period_start and info.period_end else None
    if is_as_printed(printed, row.deadline, span):
        return printed
    return _settled(voice, row.deadline) or printed


def _settled(voice: Voice, deadline: Deadline) -> str | None:
    """ "31 марта 2024 г.", "I квартал 2024", "1 июля 2024 г. – 31 декабря 2024 г."; None of what has no last day."""
    if deadline.end is None:
        return None
    if deadline.kind in _PERIODS:
        period = Period.holding(deadline.end, _PERIODS[deadline.kind]).code
        return format_period(period, voice.texts, voice.language, "full")
    if deadline.kind not in (DeadlineKind.DATE, DeadlineKind.RANGE):
        return None
    days = [deadline.end, *deadline.also]
    if deadline.kind is DeadlineKind.RANGE and deadline.start:
        return " – ".join(_day(voice, d) for d in (deadline.start, deadline.end))
    return ", ".join(_day(voice, d) for d in sorted(days))


def _day(voice: Voice, day: date) -> str:
    return format_day(day, voice.texts, voice.language, "full")
