"""Reading a printed deadline, Russian or Kazakh (domain, §2): tokens, then anchors in time, then one kind.

An anchor is a day, month, quarter, half-year or year. Anchors are joined by a dash (a range), by commas or
"и" (several), and qualified by what stands around them: "с", "до", "ежегодно", "постоянно", "после …".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from core.kernel.month_names import MONTHS
from core.kernel.text import dashes
from core.plan.doubts import DoubtCode
from core.plan.model import Deadline, DeadlineKind
from core.printed.deadline_anchors import Anchor, Gathered, Span, gather
from core.printed.deadline_words import tokens

_A_YEAR = 367  # days, and one more
_LONGEST = 400  # characters; more is an account of the work, not a deadline
_ENDLESS = re.compile(r"\d.*\s-\s*(?:…|\.{2,3})\s*$", re.DOTALL)
"""A start whose end is left open: "02.02.2026 – …"."""
_KINDS = {
    "day": DeadlineKind.DATE,
    "month": DeadlineKind.MONTH,
    "quarter": DeadlineKind.QUARTER,
    "half_year": DeadlineKind.HALF_YEAR,
    "year": DeadlineKind.YEAR,
    "days": DeadlineKind.RANGE,
    "school_half": DeadlineKind.RANGE,
}

_ONCE_IN_ONE = re.compile(
    r"(?:один |1 )?раз в (?:1|один) (год|квартал|месяц|полугодие|недел\w+)", re.IGNORECASE
)
_MONTHS_FIRST = "|".join(m.kazakh for m in MONTHS)
_YEAR_FIRST = re.compile(
    rf"((?:19|20)\d\d) ?(?:жылғы|жылдың|ж\.) (?!\d)((?:{_MONTHS_FIRST})\w*)", re.IGNORECASE
)
"""A Kazakh month behind its year, as it is written: two of them in one cell are each put the other way round."""


def parse_deadline(
    text: str, plan_year: int | None = None, period: tuple[date, date] | None = None
) -> tuple[Deadline, list[DoubtCode]]:
    """What a printed deadline says, and what about it is in doubt.

    `plan_year` stands in for a year that is not printed; `period` is the plan's own, where it is printed: it
    bounds recurring work, and a year that it leaves no choice about is taken without a doubt.
    """
    text = _ONCE_IN_ONE.sub(r"раз в \1", text)
    if len(_YEAR_FIRST.findall(text)) > 1:
        text = _YEAR_FIRST.sub(r"\2 \1 жыл", text)
    deadline, doubts = _parse(text, plan_year, period)
    return deadline, list(doubts)


def is_as_printed(text: str, deadline: Deadline, period: tuple[date, date] | None) -> bool:
    """Whether the printed words say that deadline by themselves, under the plan's own period: nothing else was settled."""
    year = period[0].year if period and period[0].year == period[1].year else None
    read, _ = parse_deadline(text, year, period)
    return (read.kind, read.end, read.every, read.also) == (
        deadline.kind,
        deadline.end,
        deadline.every,
        deadline.also,
    )


_SPLIT_YEAR = re.compile(r"(?:FY\s*)?20(\d\d)\s*/\s*(?:20)?(\d\d)", re.IGNORECASE)
"""One year over two of the calendar's, or both of them: "2026/27" says neither, nor when it begins."""


@lru_cache(maxsize=5_000)
def _parse(text: str, plan_year: int | None, period: Span | None) -> tuple[Deadline, list[DoubtCode]]:
    if not text.strip():
        return Deadline(), []
    if len(text) > _LONGEST:
        return Deadline(), [DoubtCode.DEADLINE_UNREAD]
    if _ENDLESS.search(dashes(text)):
        return Deadline(), [DoubtCode.DEADLINE_END_MISSING]
    read = gather(tokens(text))
    doubts: list[DoubtCode] = []
    anchors, assumed = _with_years(read, plan_year, period)
    if assumed and not (period and period[0].year == period[1].year):
        doubts.append(DoubtCode.DEADLINE_YEAR_ASSUMED)
    try:
        deadline = _decide(_exchanged(read, anchors), period, doubts)
    except ValueError:
        return Deadline(), [DoubtCode.DEADLINE_UNREAD]
    if deadline.kind is DeadlineKind.NONE:
        return deadline, [DoubtCode.DEADLINE_UNREAD]
    each_year = deadline.kind is DeadlineKind.RECURRING and deadline.end is not None
    if any(a.span() is None for a in anchors) and not each_year:
        doubts.append(DoubtCode.DEADLINE_YEAR_MISSING)
    partly = (anchors or read.every) and (
        read.rest or (read.event and deadline.kind is not DeadlineKind.EVENT)
    )
    if partly or (not read.school and _is_split_year(text)):
        doubts.append(DoubtCode.DEADLINE_PARTLY_READ)
    return deadline, doubts


def _is_split_year(text: str) -> bool:
    years = _SPLIT_YEAR.fullmatch(text.strip())
    return years is not None and int(years[2]) == int(years[1]) + 1


def _exchanged(read: Gathered, anchors: Sequence[Anchor]) -> Gathered:
    """The reading with its anchors exchanged."""
    read.anchors = list(anchors)
    return read


def _with_years(read: Gathered, plan_year: int | None, period: Span | None) -> tuple[list[Anchor], bool]:
    """Anchors with their years; a leading year ("2024 жылғы шілде") belongs to what follows it."""
    anchors = list(read.anchors)
    leading = anchors[0] if anchors and anchors[0].unit == "year" else None
    followed = (
        len(anchors) > 1
        and anchors[1].unit != "year"
        and anchors[1].year in {None, leading.year if leading else None}
    )
    if leading and followed:
        first = replace(
            anchors[1], since=anchors[1].since or leading.since, until=anchors[1].until or leading.until
        )
        anchors = [replace(a, year=a.year or leading.year) for a in [first, *anchors[2:]]]
        return [replace(a, joined="") if i == 0 else a for i, a in enumerate(anchors)], False
    for at in range(len(anchors) - 2, -1, -1):  # "26.01-28.01.2026": the year stands behind the last
        if anchors[at].year is None and anchors[at + 1].joined:
            anchors[at] = replace(anchors[at], year=anchors[at + 1].year)
    if plan_year is None and period:
        anchors = [_within(a, period) for a in anchors]
    assumed = any(a.year is None for a in anchors)
    anchors = [replace(a, year=plan_year) if a.year is None else a for a in anchors]
    if (
        read.whole_year
        and not anchors
        and not read.after
        and not read.every
        and not _is_over_new_year(period)
    ):
        assumed = True
        anchors = [Anchor("year", year=plan_year, last_day="end" in read.marks)]
    elif "end" in read.marks and not anchors and not read.after:
        anchors = []
    return anchors, assumed and plan_year is not None


def _within(anchor: Anchor, period: Span) -> Anchor:
    """The anchor in the one year of the plan's period that has it whole, as a month of a school year; else as it was."""
    if anchor.year is not None:
        return anchor
    if anchor.unit == "half_year" and _is_over_new_year(period):
        return replace(anchor, unit="school_half", year=period[0].year)
    years = range(period[0].year, period[1].year + 1)
    fitting = [year for year in years if _fits(replace(anchor, year=year), period)]
    return replace(anchor, year=fitting[0]) if len(fitting) == 1 else anchor


def _fits(anchor: Anchor, period: Span) -> bool:
    try:
        span = anchor.span()
    except ValueError:  # 29 February of another year
        return False
    return span is not None and period[0] <= span[0] and span[1] <= period[1]


def _is_over_new_year(period: Span | None) -> bool:
    """Whether the plan is of one year that is no calendar year."""
    if period is None or period[1].year - period[0].year != 1:
        return False
    return (period[1] - period[0]).days < _A_YEAR


def _decide(read: Gathered, period: Span | None, doubts: list[DoubtCode]) -> Deadline:
    anchors = read.anchors
    whole = read.school or (read.whole_year and _is_over_new_year(period))
    if whole and not read.every and all(a.unit == "year" for a in anchors):
        return _school_year(anchors, period, doubts)
    if read.continuous and not read.every:
        # "Ежедневно в паводковый период": while something lasts that nobody dated.
        return Deadline(kind=DeadlineKind.EVENT) if read.event and not anchors else _continuous(anchors)
    if read.each_year_of:
        return _each_year(anchors[0], *read.each_year_of)
    if read.every:
        return _recurring(read, period, doubts)
    if not anchors:
        return Deadline(
            kind=DeadlineKind.EVENT if read.after or read.event or read.schedule else DeadlineKind.NONE
        )
    if read.after and not any(a.unit != "year" for a in anchors):
        return Deadline(kind=DeadlineKind.EVENT)
    if anchors[0].since and not any(a.joined == "-" for a in anchors[1:]):
        return _continuous(anchors)
    return _plain(anchors, doubts)


def _school_year(anchors: Sequence[Anchor], period: Span | None, doubts: list[DoubtCode]) -> Deadline:
    """The whole of the plan's school year; that of printed years goes from September to August."""
    spans = [s for s in (a.span() for a in anchors) if s]
    if len(spans) > 1 and spans[-1][0].year == spans[0][0].year + 1:
        year = spans[0][0].year
        return Deadline(kind=DeadlineKind.RANGE, start=date(year, 9, 1), end=date(year + 1, 8, 31))
    if not _is_over_new_year(period):
        doubts.append(DoubtCode.DEADLINE_PARTLY_READ)
    start, end = period or (spans[0] if spans else (None, None))
    return Deadline(kind=DeadlineKind.RANGE if end else DeadlineKind.YEAR, start=start, end=end)


def _continuous(anchors: Sequence[Anchor]) -> Deadline:
    if not anchors:
        return Deadline(kind=DeadlineKind.CONTINUOUS)
    span = anchors[0].span()
    if span is None:
        return Deadline(kind=DeadlineKind.CONTINUOUS)
    also = () if anchors[0].since else (span[1],)
    return Deadline(kind=DeadlineKind.CONTINUOUS, start=span[0], also=also)


def _each_year(anchor: Anchor, first: int, last: int) -> Deadline:
    start, end = replace(anchor, year=first).span(), replace(anchor, year=last).span()
    if start is None or end is None:
        return Deadline(kind=DeadlineKind.RECURRING, every="year")
    return Deadline(kind=DeadlineKind.RECURRING, every="year", start=start[0], end=end[1])


def _recurring(read: Gathered, period: Span | None, doubts: list[DoubtCode]) -> Deadline:
    start, end = period or (None, None)
    spans = [s for s in (a.span() for a in read.anchors) if s]
    if spans and read.continuous:  # "до 10 января, далее ежеквартально"
        doubts.append(DoubtCode.DEADLINE_PARTLY_READ)
        return Deadline(kind=DeadlineKind.RECURRING, every=read.every, start=spans[0][0], end=end)
    dated = [a for a in read.anchors if a.unit in {"day", "month", "quarter", "half_year"}]
    if read.every == "year" and dated:
        if len(dated) > 1:  # "май, ноябрь ежегодно": a yearly turn has one time
            doubts.append(DoubtCode.DEADLINE_PARTLY_READ)
        years = [s for s in (a.span() for a in read.anchors if a.unit == "year") if s] or (
            [period] if period else []
        )
        if years:
            return _each_year(dated[0], years[0][0].year, years[-1][1].year)
        if (only := dated[0].year) is not None:
            return _each_year(dated[0], only, only)
    if spans and read.anchors[0].since:
        return Deadline(
            kind=DeadlineKind.RECURRING,
            every=read.every,
            start=spans[0][0],
            end=end if len(spans) == 1 else spans[-1][1],
        )
    if spans and (read.anchors[0].until and len(spans) == 1):
        return Deadline(kind=DeadlineKind.RECURRING, every=read.every, start=start, end=spans[0][1])
    if spans:
        start, end = spans[0][0], spans[-1][1]
    return Deadline(kind=DeadlineKind.RECURRING, every=read.every, start=start, end=end)


def _plain(anchors: Sequence[Anchor], doubts: list[DoubtCode]) -> Deadline:
    groups: list[list[Anchor]] = []
    for anchor in anchors:
        if anchor.joined == "-" and groups:
            groups[-1].append(anchor)
        else:
            groups.append([anchor])
    first, *others = groups
    own = _whole(first)
    others = [group for group in others if own is None or _whole(group) != own]  # "қараша / ноябрь"
    also = tuple(dict.fromkeys(span[1] for group in others if (span := group[-1].span())))
    if len(first) == 1:
        return _single(first[0], also, doubts)
    first = _forward(first, doubts)
    spans = [a.span() for a in first]
    if spans[0] is None or spans[-1] is None:
        return Deadline(kind=DeadlineKind.RANGE, also=also)
    return Deadline(kind=DeadlineKind.RANGE, start=spans[0][0], end=spans[-1][1], also=also)


def _whole(group: Sequence[Anchor]) -> Span | None:
    """From the first day of a range, or of the one anchor, to its last."""
    begin, end = group[0].span(), group[-1].span()
    return (begin[0], end[1]) if begin and end else None


def _forward(group: list[Anchor], doubts: list[DoubtCode]) -> list[Anchor]:
    """ "Октябрь – март 2024 года" begins in the year before; two printed years the wrong way round are a doubt."""
    for one, other in pairwise(group):
        begin, end = one.span(), other.span()
        if begin and end and begin[0] > end[1]:
            doubts.append(DoubtCode.DEADLINE_BACKWARDS)
            if before := _month_before(one, other):
                return [before, *group[1:]]
            if one.year == other.year and one.year is not None:
                return [replace(one, year=one.year - 1), *group[1:]]
            return list(reversed(group))
    return group


def _month_before(one: Anchor, other: Anchor) -> Anchor | None:
    """ "30–6.11.2026" names the month that it ends in: it begins in the month before, if that has such a day."""
    if (
        one.unit != "day"
        or other.unit != "day"
        or (one.part, one.year) != (other.part, other.year)
        or one.year is None
    ):
        return None
    month, year = (one.part - 1, one.year) if one.part > 1 else (12, one.year - 1)
    return replace(one, part=month, year=year) if one.day <= monthrange(year, month)[1] else None


def _single(anchor: Anchor, also: tuple[date, ...], doubts: list[DoubtCode]) -> Deadline:
    span = anchor.span()
    if anchor.within:
        doubts.append(DoubtCode.DEADLINE_PARTLY_READ)
        return Deadline(kind=DeadlineKind.DATE, end=_part_end(anchor, span), also=also)
    if anchor.unit == "day" or anchor.last_day:
        return Deadline(kind=DeadlineKind.DATE, end=span[1] if span else None, also=also)
    if anchor.until:
        doubts.append(DoubtCode.DEADLINE_BEFORE_PERIOD)
    start, end = span or (None, None)
    return Deadline(kind=_KINDS[anchor.unit], start=start, end=end, also=also)


def _part_end(anchor: Anchor, span: Span | None) -> date | None:
    """By when what its words leave open is taken to be: half of the time for its middle, a third for its beginning."""
    if span is None:
        return None
    middle = anchor.within == "middle"
    if anchor.unit == "year":
        return date(span[0].year, 6, 30) if middle else date(span[0].year, 3, 31)
    days = (span[1] - span[0]).days + 1
    return span[0] + timedelta(days=days // (2 if middle else 3) - 1)
