"""A deadline out of several cells: when work starts, when it ends, how long it lasts (domain, §2: the deadline is the end)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from core.kernel.text import clean, dashes, fold
from core.plan.doubts import DoubtCode
from core.plan.model import Deadline, DeadlineKind
from core.printed.deadlines import parse_deadline
from core.printed.durations import Duration, is_duration, read_duration

Span = tuple[date, date]
_OPEN_ENDED = (DeadlineKind.RECURRING, DeadlineKind.CONTINUOUS, DeadlineKind.EVENT)
_SAID_WHOLE = (*_OPEN_ENDED, DeadlineKind.RANGE)
_LONGEST = 200  # characters of a start and a duration; the pattern tries every place of a cell anew
_WITH_DURATION = re.compile(
    r"^(?:с|from|со)?\s*(?P<start>[^;]*?\d[^;]*?)\s*(?:\s-+\s|,\s*|;\s*|\s(?=в течени|ішінде|for\b|within\b))(?P<long>[^;,]+)$"
)


def deadline_between(
    start: str,
    end: str,
    duration: str = "",
    plan_year: int | None = None,
    period: Span | None = None,
    *,
    header: str = "",
    is_worked: Callable[[date], bool] | None = None,
) -> tuple[Deadline, list[DoubtCode]]:
    """What the cells of a start, an end and a duration say together, and what about it is in doubt; "" is a blank cell.

    The start alone is never the deadline. `header` is that of the durations' column, which may name their unit;
    `is_worked` tells days that are worked (Monday to Friday where it is not given, which is then in doubt).
    """
    start, end, duration = start.strip(), end.strip(), duration.strip()
    if end and is_duration(end) and not duration:
        end, duration = "", end
    if end:
        return _ended(start, end, plan_year, period)
    if not start:
        return (Deadline(), [DoubtCode.DEADLINE_END_MISSING]) if duration else (Deadline(), [])
    begun, codes = parse_deadline(start, plan_year, period)
    if begun.kind in _SAID_WHOLE and not duration:
        return begun, codes  # "ежемесячно", "01.02–15.03.2026" in the cell of the start
    lasting = read_duration(duration, header) if duration else None
    last = _end_of(begun, lasting, is_worked)
    if lasting is None or last is None:
        return Deadline(), [DoubtCode.DEADLINE_END_MISSING]
    if lasting.measure == "working_day" and is_worked is None:
        codes = [*codes, DoubtCode.DEADLINE_PARTLY_READ]
    return Deadline(kind=DeadlineKind.RANGE, start=_first(begun), end=last), codes


def parse_whole_deadline(
    text: str, plan_year: int | None = None, period: Span | None = None
) -> tuple[Deadline, list[DoubtCode]]:
    """`parse_deadline` of a cell that may say how long after a start: "02.02.2026 - 2 недели", "с 02.02.2026, 10 дней"."""
    said = dashes(clean(text)).replace("\n", " ")
    match = _WITH_DURATION.match(said) if len(said) <= _LONGEST else None
    if match and is_duration(match["long"]) and _is_day(match["start"], plan_year, period):
        return deadline_between(match["start"], "", match["long"], plan_year, period)
    return parse_deadline(text, plan_year, period)


def _is_day(text: str, plan_year: int | None, period: Span | None) -> bool:
    read, codes = parse_deadline(text, plan_year, period)
    return read.kind is DeadlineKind.DATE and read.end is not None and not codes


def _ended(
    start: str, end: str, plan_year: int | None, period: Span | None
) -> tuple[Deadline, list[DoubtCode]]:
    last, codes = parse_deadline(end, plan_year, period)
    if not start or fold(start) == fold(end) or last.kind in _OPEN_ENDED or last.end is None:
        return last, codes
    begun, begun_codes = parse_deadline(start, plan_year, period)
    first = _first(begun)
    if first is None:
        return last, [*codes, *(c for c in begun_codes if c not in codes)]
    if first > last.end:
        return last, [*codes, DoubtCode.DEADLINE_BACKWARDS]
    joined = last.model_copy(update={"kind": DeadlineKind.RANGE, "start": first})
    return joined, list(dict.fromkeys([*codes, *begun_codes]))


def _first(begun: Deadline) -> date | None:
    return begun.start or begun.end


def _end_of(
    begun: Deadline, lasting: Duration | None, is_worked: Callable[[date], bool] | None
) -> date | None:
    """The last day of the work; None where its first day, or what it lasts from that, is not certain."""
    first = _first(begun)
    whole_months = begun.kind in (DeadlineKind.MONTH, DeadlineKind.QUARTER, DeadlineKind.YEAR)
    if first is None or lasting is None or begun.also:
        return None
    dated = begun.kind is DeadlineKind.DATE or (begun.kind is DeadlineKind.CONTINUOUS)
    if not (dated or (whole_months and lasting.measure == "month")):
        return None
    try:
        return lasting.ends(first, is_worked or _is_weekday)
    except OverflowError:
        return None


def _is_weekday(day: date) -> bool:
    return day.weekday() < 5
