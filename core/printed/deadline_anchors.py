"""Anchors in time: what the tokens of a deadline name, gathered from left to right.

An anchor is a day, month, quarter, half-year or year, with what stands around it. `core.printed.deadlines` decides what
they make together.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date

from core.plan.model import Every
from core.printed.deadline_words import Token, cycle_of

Span = tuple[date, date]
_SINCE = ("нен", "нан", "ден", "дан", "тен", "тан")
"""How a Kazakh number ends that something goes on from."""
_MONTHS = {"quarter": 3, "half_year": 6}
_DAYS: dict[str, tuple[tuple[int, int], ...]] = {
    "week": ((1, 7), (8, 14), (15, 21), (22, 0), (29, 0)),
    "decade": ((1, 10), (11, 20), (21, 0)),
    "half": ((1, 15), (16, 0)),
}
"""First and last day of the parts of a month by their number; 0: the month's last."""
_LAST = {"week": -6, "decade": 21, "half": 16}
"""Where a month's last part begins; -6: six days before its end."""


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
    last: int = 0  # of some days of a month ("days"): the last of them, 0 that of the month
    within: str = ""  # "begin", "middle": a time that its words leave open

    def span(self) -> Span | None:
        """First and last day; None while its year is unknown. Raises ValueError for a day that does not exist."""
        if self.year is None:
            return None
        if self.unit == "day":
            day = date(self.year, self.part, self.day)
            return day, day
        if self.unit == "days":
            end = monthrange(self.year, self.part)[1]
            first_day = self.day if self.day > 0 else end + self.day
            return date(self.year, self.part, first_day), date(self.year, self.part, self.last or end)
        if self.unit == "school_half":
            halves = ((self.year, 9), (self.year, 12)), ((self.year + 1, 1), (self.year + 1, 8))
            (year, first), (_, last) = halves[self.part - 1]
            return date(year, first, 1), date(year, last, 31)
        if self.unit == "year":
            return date(self.year, 1, 1), date(self.year, 12, 31)
        months = _MONTHS.get(self.unit, 1)
        last = self.part * months
        first = last - months + 1
        return date(self.year, first, 1), date(self.year, last, monthrange(self.year, last)[1])


@dataclass(slots=True)
class Gathered:
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
    school: bool = False
    of_month: list[tuple[str, str, int]] = field(default_factory=list)  # parts waiting for their month
    weekdays: list[str] = field(default_factory=list)
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
                within=next((m for m in ("begin", "middle") if m in self.marks), ""),
            )
        )
        self.joined = ""
        self.marks.clear()

    def add_days(self, part: str, number: int, month: int, joined: str | None = None) -> None:
        """A numbered part of a month ("1 неделя октября"); the number -1 is the last."""
        parts = _DAYS[part]
        if not (number == -1 or 1 <= number <= len(parts)):
            self.rest.append(str(number))
            return
        first, last = (_LAST[part], 0) if number == -1 else parts[number - 1]
        self.add("days", month, first, joined=joined)
        self.anchors[-1] = replace(self.anchors[-1], last=last)


def gather(stream: list[Token]) -> Gathered:
    """Everything that the tokens say, in order; words that say nothing of time are in `rest`."""
    read = Gathered()
    for at, token in enumerate(stream):
        before = stream[at - 1] if at else Token("start")
        after = stream[at + 1] if at + 1 < len(stream) else Token("end_of_text")
        _take(read, token, before, after)
    read.rest.extend(str(n) for _, n in read.numbers if not read.every)
    read.rest.extend(part for _, part, _ in read.of_month if not read.every)
    if read.every:  # "до 5 числа месяца, следующего за отчётным"
        read.rest = [word for word in read.rest if not word.startswith(("месяц", "айды"))]
    if read.every != "week" and not any(a.unit == "day" for a in read.anchors):
        read.rest.extend(read.weekdays)
    return read


def _take(read: Gathered, token: Token, before: Token, after: Token) -> None:
    value = token.value
    if _is_part(read, token, before, after):
        return
    if token.type in {"quarter", "half", "cycle", "year_word", "weekday"} and _recurs(
        read, token, before, after
    ):
        return
    if token.type == "num" and isinstance(value, int):
        if before.type == "month_of" and read.anchors and read.anchors[-1].unit == "month":
            read.anchors[-1] = replace(read.anchors[-1], unit="day", day=value)
        elif before.type == "num" and before.printed.endswith(_SINCE) and _is_day(read):
            day = read.anchors[-1]  # "мамырдың 1-інен 10-ына дейін"
            read.anchors.append(replace(day, day=value, joined="-"))
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
        _days_before_date(read, before, value.month)
        read.add("day", value.month, value.day, value.year)
    elif token.type == "day_month" and isinstance(value, int):
        _days_before_date(read, before, value // 100)
        read.add("day", value // 100, value % 100)
    elif token.type == "month_year" and isinstance(value, int):
        read.add("month", value % 100, year=value // 100)
    elif token.type == "year" and isinstance(value, int):
        _year(read, value)
    elif token.type == "recurring":
        read.every = value  # type: ignore[assignment]
    else:
        _mark(read, token, before)


def _is_day(read: Gathered) -> bool:
    return bool(read.anchors) and read.anchors[-1].unit == "day"


def _mark(read: Gathered, token: Token, before: Token) -> None:
    if token.type == "dash":
        read.joined = "-"
    elif token.type in {"sep", "and"}:
        read.joined = read.joined or ","
    elif token.type == "end" and token.printed.startswith(("соң", "аяғ")) and read.anchors:
        read.anchors[-1] = replace(read.anchors[-1], last_day=True)  # Kazakh "соңына дейін" stands behind
    elif token.type in {"until", "from", "end", "begin", "middle"}:
        if token.type in {"begin", "middle"} and token.printed.startswith(("бас", "орта")) and read.anchors:
            read.anchors[-1] = replace(read.anchors[-1], within=token.type)
            return
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
    elif token.type == "school":
        read.school = True
    elif token.type == "weekday":
        read.weekdays.append(token.printed)
    elif token.type == "year_word":
        if not read.anchors or before.type in {"in", "end", "from"}:
            read.whole_year = read.whole_year or before.type not in {"year", "num"}
    elif token.type in {"word", "cycle", "part"}:
        read.rest.append(token.printed)


def _postposition(read: Gathered, token: Token) -> None:
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


def _recurs(read: Gathered, token: Token, before: Token, after: Token) -> bool:
    """Whether the word for a span of time says how often, rather than when."""
    every = cycle_of(token)
    if every is None:
        return False
    if token.type == "weekday" and before.type == "to" and not token.printed.endswith(("ам", "ям")):
        return False
    if after.type == "each_back" or before.type == "each" or before.printed.startswith(("отчетн", "итог")):
        if read.every not in {None, every}:  # "ежемесячно, каждый понедельник"
            read.rest.append(token.printed)
        read.every = read.every or every
        return True
    if before.type == "in" and read.numbers and "times" in read.marks and every == "year":
        turns: dict[int, Every] = {1: "year", 2: "half_year", 4: "quarter", 12: "month"}
        often = read.numbers.pop()[1]
        if often not in turns:  # "3 раза в год" is no cycle that a report can have
            read.rest.append(str(often))
        read.every = turns.get(often, "year")
        return True
    if before.type == "in" and "times" in read.marks:
        read.rest.extend(str(often) for _, often in read.numbers if often != 1)
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


def _numbered(read: Gathered, unit: str) -> None:
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


def _month(read: Gathered, month: int) -> None:
    for before, part, number in read.of_month:
        read.add_days(part, number, month, before)
    if not read.numbers and not read.of_month:
        read.add("month", month)
    read.of_month.clear()
    _days(read, month)


def _days(read: Gathered, month: int) -> None:
    """The numbers before a month are days of it."""
    for before, number in read.numbers:
        read.add("day", month, number, joined=before)
    read.numbers.clear()


def _days_before_date(read: Gathered, before: Token, month: int) -> None:
    """ "10-12.03.2026": the number before is a day of the same month; one of a list ("1) 12.03") is not."""
    if before.type == "dash" or (before.type == "sep" and before.printed == ","):
        joined = read.joined
        _days(read, month)
        read.joined = joined


def _is_part(read: Gathered, token: Token, before: Token, after: Token) -> bool:
    """Whether the token is a numbered week, ten days or half of a month; Kazakh names the month before it."""
    part = _part_of(token, after)
    if part is None:
        return False
    month = read.anchors[-1] if read.anchors and read.anchors[-1].year is None else None
    if month and month.unit == "day" and before.type == "num":  # "қазанның 1-аптасы": no day after all
        read.anchors.pop()
        read.add_days(part, month.day, month.part, month.joined)
        return True
    numbers = [("", -1)] if before.type == "last" else list(read.numbers) if before.type == "num" else []
    if not numbers or (token.value == "week" and not _is_ordinal(token, before, numbers)):
        return False
    read.numbers.clear()
    if month and month.unit == "month" and not after.type.startswith("month"):
        read.anchors.pop()
        for at, (joined, number) in enumerate(numbers):
            read.add_days(part, number, month.part, month.joined if at == 0 else joined)
    else:
        read.of_month.extend((joined, part, number) for joined, number in numbers)
    return True


def _is_ordinal(token: Token, before: Token, numbers: list[tuple[str, int]]) -> bool:
    """Whether "1 неделя" is meant, rather than "2 недели", which says how long."""
    if token.printed.startswith("недели"):
        return before.type == "last" or not before.printed.isdigit() or len(numbers) > 1
    return not token.printed.startswith("недель")


def _part_of(token: Token, after: Token) -> str | None:
    if token.type == "part" and isinstance(token.value, str):
        return token.value
    if token.type == "cycle" and token.value == "week" and after.type != "each_back":
        return "week"
    if token.type == "half" and token.printed.startswith("половин") and after.type.startswith("month"):
        return "half"
    return None


def _year(read: Gathered, year: int) -> None:
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
