"""Marks in columns of weeks, of ten days or of days: from the first marked one to the last is the row's term."""

from __future__ import annotations

from datetime import date, timedelta

from core.kernel.periods import Period
from core.plan.doubts import DoubtCode
from core.plan.model import Deadline, DeadlineKind
from documents.understand.context import Draft, Reading

_WEEKS = range(4, 7)


def marked_deadline(draft: Draft, reading: Reading) -> Deadline | None:
    """The range that a row's marks span; None where it has none. Marks with gaps between them are doubted."""
    if not draft.marks:
        return None
    try:
        spans = [_span(Period.parse(code), part, parts) for code, (part, parts) in draft.marks]
    except ValueError:
        return None
    first, last = spans[0][0], spans[-1][1]
    if any(
        after[0] != before[1] + timedelta(days=1) for before, after in zip(spans, spans[1:], strict=False)
    ):
        printed = ", ".join(f"{a:%d.%m.%Y}–{b:%d.%m.%Y}" for a, b in spans)
        draft.doubt(DoubtCode.DEADLINE_PARTLY_READ, "deadline", printed, deadline=printed, year="")
    return Deadline(kind=DeadlineKind.RANGE, start=first, end=last)


def _span(month: Period, part: int, parts: int) -> tuple[date, date]:
    """A part of a month: weeks of seven days whose last goes to the month's end, thirds of ten days, halves, days."""
    length = 7 if parts in _WEEKS else 10 if parts == 3 else 15 if parts == 2 else 1
    starts = month.start + timedelta(days=(part - 1) * length)
    ends = month.end if part == parts else starts + timedelta(days=length - 1)
    return min(starts, month.end), min(ends, month.end)
