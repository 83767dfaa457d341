"""Reading a printed deadline, Russian or Kazakh (domain, §2): tokens, then anchors in time, then one kind.

An anchor is a day, month, quarter, half-year or year. Anchors are joined by a dash (a range), by commas or
"и" (several), and qualified by what stands around them: "с", "до", "ежегодно", "постоянно", "после …".
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from core.deadline_words import Token, cycle_of, tokens
from core.doubts import DoubtCode
from core.plan import Deadline, DeadlineKind, Every

Span = tuple[date, date]
_LONGEST = 400  # characters; more is an account of the work, not a deadline
_MONTHS = {"quarter": 3, "half_year": 6}
_KINDS = {
    "day": DeadlineKind.DATE,
    "month": DeadlineKind.MONTH,
    "quarter": DeadlineKind.QUARTER,
    "half_year": DeadlineKind.HALF_YEAR,
    "year": DeadlineKind.YEAR,
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in time: `part` is the month of a day or month, the number of a quarter or half-year."""

    unit: str
    part: int = 0
    day: int = 0
    year: int | None = None
    joined: str = ""  # what stands before it: "-", ",", or nothing
    until: bool = False
    since: bool = False
    last_day: bool = False  # "до конца …"

    def span(self) -> Span | None:
        """First and last day; None while its year is unknown. Raises ValueError for a day that does not exist."""
        if self.year is None:
            return None
        if self.unit == "day":
            day = date(self.year, self.part, self.day)
            return day, day
        if self.unit == "year":
            return date(self.year, 1, 1), date(self.year, 12, 31)
        months = _MONTHS.get(self.unit, 1)
        last = self.part * months
        first = last - months + 1
        return date(self.year, first, 1), date(self.year, last, monthrange(self.year, last)[1])


@dataclass(slots=True)
class _Reading:
    """What was gathered from the tokens, from left to right."""

    anchors: list[Anchor] = field(default_factory=list)
    numbers: list[tuple[str, int]] = field(default_factory=list)  # waiting for "квартал" or a month
    every: Every | None = None
    continuous: bool = False
    event: bool = False
    schedule: bool = False
    after: bool = False
    to: bool = False
    rest: list[str] = field(default_factory=list)
    joined: str = ""
    marks: set[str] = field(default_factory=set)
    whole_year: bool = False
    each_year_of: tuple[int, int] | None = None

    def add(
        self, unit: str, part: int = 0, day: int = 0, year: int | None = None, joined: str | None = None
    ) -> None:
        first = not self.anchors or self.anchors[-1].joined != self.joined
        self.anchors.append(
            Anchor(
                unit,
                part,
                day,
                year,
                self.joined if joined is None else joined,
                until="until" in self.marks and (first or self.joined != "-"),
                since="from" in self.marks,
                last_day="end" in self.marks,
            )
        )
        self.joined = ""
        self.marks.clear()


def parse_deadline(
    text: str, plan_year: int | None = None, period: tuple[date, date] | None = None
) -> tuple[Deadline, list[DoubtCode]]:
    """What a printed deadline says, and what about it is in doubt.

    `plan_year` stands in for a year that is not printed; `period` is the plan's own, where it is printed: it
    bounds recurring work, and a year that it leaves no choice about is taken without a doubt.
    """
    deadline, doubts = _parse(text, plan_year, period)
    return deadline, list(doubts)


@lru_cache(maxsize=5_000)
def _parse(text: str, plan_year: int | None, period: Span | None) -> tuple[Deadline, list[DoubtCode]]:
    if not text.strip():
        return Deadline(), []
    if len(text) > _LONGEST:
        return Deadline(), [DoubtCode.DEADLINE_UNREAD]
    read = _gather(tokens(text))
    doubts: list[DoubtCode] = []
    anchors, assumed = _with_years(read, plan_year)
    if assumed and not (period and period[0].year == period[1].year):
        doubts.append(DoubtCode.DEADLINE_YEAR_ASSUMED)
    try:
        deadline = _decide(_exchanged(read, anchors), period, doubts)
    except ValueError:
        return Deadline(), [DoubtCode.DEADLINE_UNREAD]
    if deadline.kind is DeadlineKind.NONE:
        return deadline, [DoubtCode.DEADLINE_UNREAD]
    if any(a.span() is None for a in anchors):
        doubts.append(DoubtCode.DEADLINE_YEAR_MISSING)
    if (anchors or read.every) and (read.rest or (read.event and deadline.kind is not DeadlineKind.EVENT)):
        doubts.append(DoubtCode.DEADLINE_PARTLY_READ)
    return deadline, doubts


def _exchanged(read: _Reading, anchors: Sequence[Anchor]) -> _Reading:
    """The reading with its anchors exchanged."""
    read.anchors = list(anchors)
    return read


def _gather(stream: list[Token]) -> _Reading:
    read = _Reading()
    for at, token in enumerate(stream):
        before = stream[at - 1] if at else Token("start")
        after = stream[at + 1] if at + 1 < len(stream) else Token("end_of_text")
        _take(read, token, before, after)
    read.rest.extend(str(n) for _, n in read.numbers if not read.every)
    return read


def _take(read: _Reading, token: Token, before: Token, after: Token) -> None:
    value = token.value
    if token.type in {"quarter", "half", "cycle", "year_word"} and _recurs(read, token, before, after):
        return
    if token.type == "num" and isinstance(value, int):
        if before.type == "month_of" and read.anchors and read.anchors[-1].unit == "month":
            read.anchors[-1] = replace(read.anchors[-1], unit="day", day=value)
        else:
            read.numbers.append((read.joined or ("" if not read.numbers else ","), value))
            read.joined = ""
    elif token.type in {"quarter", "half"}:
        _numbered(read, "quarter" if token.type == "quarter" else "half_year")
    elif token.type in {"month", "month_of", "month_from"} and isinstance(value, int):
        if token.type == "month_from":
            read.marks.add("from")
        _month(read, value)
    elif token.type == "date" and isinstance(value, date):
        read.add("day", value.month, value.day, value.year)
    elif token.type == "month_year" and isinstance(value, int):
        read.add("month", value % 100, year=value // 100)
    elif token.type == "year" and isinstance(value, int):
        _year(read, value)
    elif token.type == "recurring":
        read.every = value  # type: ignore[assignment]
    else:
        _mark(read, token, before)


def _mark(read: _Reading, token: Token, before: Token) -> None:
    if token.type == "dash":
        read.joined = "-"
    elif token.type in {"sep", "and"}:
        read.joined = read.joined or ","
    elif token.type in {"until", "from", "end"}:
        read.marks.add(token.type)
        if token.type == "until" and read.anchors and read.anchors[-1].since and not read.joined:
            read.joined = "-"
        _postposition(read, token)
    elif token.type == "to":
        if read.numbers or (read.anchors and read.anchors[-1].since):  # "с 10 по 20 мая"
            read.joined = "-"
    elif token.type == "continuous":
        read.continuous = True
    elif token.type == "after":
        read.after = True
    elif token.type == "event":
        read.event = True
    elif token.type == "schedule":
        read.schedule = True
    elif token.type == "times":
        read.marks.add("times")
    elif token.type == "whole_year":
        read.whole_year = True
    elif token.type == "year_word":
        if not read.anchors or before.type in {"in", "end", "from"}:
            read.whole_year = read.whole_year or before.type not in {"year", "num"}
    elif token.type in {"word", "cycle"}:
        read.rest.append(token.printed)


def _postposition(read: _Reading, token: Token) -> None:
    # Kazakh "дейін" and "бастап" stand after what they govern.
    if token.printed not in {"дейін", "бастап"} or not read.anchors:
        return
    read.marks.discard(token.type)
    last = read.anchors[-1]
    if token.type == "until":
        ranged = len(read.anchors) > 1 and read.anchors[-2].since
        read.anchors[-1] = replace(last, until=True, joined="-" if ranged else last.joined)
    else:
        read.anchors[-1] = replace(last, since=True)
    if token.printed == "бастап":
        read.joined = ""


def _recurs(read: _Reading, token: Token, before: Token, after: Token) -> bool:
    """Whether the word for a span of time says how often, rather than when."""
    every = cycle_of(token)
    if every is None:
        return False
    if after.type == "each_back" or before.type == "each" or before.printed.startswith(("отчетн", "итог")):
        if read.every not in {None, every}:  # "ежемесячно, каждый понедельник"
            read.rest.append(token.printed)
        read.every = read.every or every
        return True
    if before.type == "in" and read.numbers and "times" in read.marks and every == "year":
        turns: dict[int, Every] = {1: "year", 2: "half_year", 4: "quarter", 12: "month"}
        read.every = turns.get(read.numbers.pop()[1], "year")
        return True
    if before.type == "in" and "times" in read.marks:
        read.numbers.clear()
        read.every = every
        return True
    if before.type == "cycle" and token.type == "quarter":  # "до 25 числа последнего месяца квартала"
        read.every = every
        return True
    if before.type == "to" and token.printed.endswith(("ам", "ям")):  # "по кварталам"
        read.every = every
        return True
    return False


def _numbered(read: _Reading, unit: str) -> None:
    most = 4 if unit == "quarter" else 2
    if not read.numbers:
        if "end" not in read.marks and not read.every:
            read.rest.append(unit)
        return
    joined, read.joined = read.joined, ""
    for before, number in read.numbers:
        if 1 <= number <= most:
            read.add(unit, number, joined=before or joined)
        else:
            read.rest.append(str(number))
    read.numbers.clear()


def _month(read: _Reading, month: int) -> None:
    if not read.numbers:
        read.add("month", month)
    for before, number in read.numbers:
        read.add("day", month, number, joined=before)
    read.numbers.clear()


def _year(read: _Reading, year: int) -> None:
    last = read.anchors[-1] if read.anchors else None
    if last and last.unit not in {"year"} and last.year is None:
        for at in range(len(read.anchors) - 1, -1, -1):
            if read.anchors[at].year is not None:
                break
            read.anchors[at] = replace(read.anchors[at], year=year)
        read.joined = ""
    elif last and last.unit in {"day", "month", "quarter", "half_year"} and read.joined == "-":
        read.each_year_of = (last.year or year, year)  # "апрель 2023 – 2026 годы": each April
        read.joined = ""
    elif last and last.unit in {"day", "month", "quarter", "half_year"} and read.joined == ",":
        read.anchors.append(replace(last, year=year, joined=","))
        read.joined = ""
    else:
        read.add("year", year=year)


def _with_years(read: _Reading, plan_year: int | None) -> tuple[list[Anchor], bool]:
    """Anchors with their years; a leading year ("2024 жылғы шілде") belongs to what follows it."""
    anchors = list(read.anchors)
    leading = anchors[0] if anchors and anchors[0].unit == "year" else None
    followed = len(anchors) > 1 and anchors[1].unit != "year" and anchors[1].year is None
    if leading and followed:
        first = replace(
            anchors[1], since=anchors[1].since or leading.since, until=anchors[1].until or leading.until
        )
        anchors = [replace(a, year=a.year or leading.year) for a in [first, *anchors[2:]]]
        return [replace(a, joined="") if i == 0 else a for i, a in enumerate(anchors)], False
    assumed = any(a.year is None for a in anchors)
    anchors = [replace(a, year=plan_year) if a.year is None else a for a in anchors]
    if read.whole_year and not anchors and not read.after and not read.every:
        assumed = True
        anchors = [Anchor("year", year=plan_year, last_day="end" in read.marks)]
    elif "end" in read.marks and not anchors and not read.after:
        anchors = []
    return anchors, assumed and plan_year is not None


def _decide(read: _Reading, period: Span | None, doubts: list[DoubtCode]) -> Deadline:
    anchors = read.anchors
    if read.continuous:
        return _continuous(anchors)
    if read.each_year_of:
        return _each_year(anchors[0], *read.each_year_of)
    if read.every:
        return _recurring(read, period)
    if not anchors:
        return Deadline(
            kind=DeadlineKind.EVENT if read.after or read.event or read.schedule else DeadlineKind.NONE
        )
    if read.after and not any(a.unit != "year" for a in anchors):
        return Deadline(kind=DeadlineKind.EVENT)
    if anchors[0].since and not any(a.joined == "-" for a in anchors[1:]):
        return _continuous(anchors)
    return _plain(anchors, doubts)


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


def _recurring(read: _Reading, period: Span | None) -> Deadline:
    start, end = period or (None, None)
    spans = [s for s in (a.span() for a in read.anchors) if s]
    dated = [a for a in read.anchors if a.unit in {"day", "month", "quarter", "half_year"}]
    if read.every == "year" and dated:
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
    also = tuple(span[1] for group in others if (span := group[-1].span()))
    if len(first) == 1:
        return _single(first[0], also, doubts)
    first = _forward(first, doubts)
    spans = [a.span() for a in first]
    if spans[0] is None or spans[-1] is None:
        return Deadline(kind=DeadlineKind.RANGE, also=also)
    return Deadline(kind=DeadlineKind.RANGE, start=spans[0][0], end=spans[-1][1], also=also)


def _forward(group: list[Anchor], doubts: list[DoubtCode]) -> list[Anchor]:
    """ "Октябрь – март 2024 года" begins in the year before; two printed years the wrong way round are a doubt."""
    for one, other in pairwise(group):
        begin, end = one.span(), other.span()
        if begin and end and begin[0] > end[1]:
            doubts.append(DoubtCode.DEADLINE_BACKWARDS)
            if one.year == other.year and one.year is not None:
                return [replace(one, year=one.year - 1), *group[1:]]
            return list(reversed(group))
    return group


def _single(anchor: Anchor, also: tuple[date, ...], doubts: list[DoubtCode]) -> Deadline:
    span = anchor.span()
    if anchor.unit == "day" or anchor.last_day:
        return Deadline(kind=DeadlineKind.DATE, end=span[1] if span else None, also=also)
    if anchor.until:
        doubts.append(DoubtCode.DEADLINE_BEFORE_PERIOD)
    start, end = span or (None, None)
    return Deadline(kind=_KINDS[anchor.unit], start=start, end=end, also=also)
