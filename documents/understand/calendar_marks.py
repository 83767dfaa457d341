"""Marks in columns of weeks or days, and bars of paint: from the first marked one to the last is the row's term."""

from __future__ import annotations

from datetime import date, timedelta

from core.kernel.periods import Period
from core.plan.doubts import DoubtCode
from core.plan.model import Deadline, DeadlineKind
from documents.understand.context import Draft, Reading

_GAP = timedelta(days=3)  # a weekend between two marked days is none


def marked_deadline(draft: Draft, reading: Reading) -> Deadline | None:
    """The range that a row's marks span; None where it has none. Marks with gaps between them are doubted."""
    try:
        spans = [_days(Period.parse(code), *days) for code, days in draft.marks]
        bars = [Period.parse(code) for code in draft.painted if not draft.marks]
    except ValueError:
        return None
    spans += [*draft.spans, *((bar.start, bar.end) for bar in bars)]
    if not spans:
        return None
    first, last = spans[0][0], spans[-1][1]
    if any(after[0] > before[1] + _GAP for before, after in zip(spans, spans[1:], strict=False)):
        printed = ", ".join(f"{a:%d.%m.%Y}–{b:%d.%m.%Y}" for a, b in spans)
        draft.doubt(DoubtCode.DEADLINE_PARTLY_READ, "deadline", printed, deadline=printed, year="")
    return Deadline(kind=DeadlineKind.RANGE, start=first, end=last)


def _days(month: Period, first: int, last: int) -> tuple[date, date]:
    ends = min(month.start + timedelta(days=last - 1), month.end)
    return min(month.start + timedelta(days=first - 1), ends), ends
