"""The times that a text names, where each stands, and what is left of the text when the last of them is read.

A span counts by its end ("с 5 по 7 мая", "28 апреля – 3 мая"), and a year may stand on either side of its day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.dates.calendar_days import valid_day
from core.dates.day_patterns import END, END_KK, MONTH, NEXT, THIS, month_of, readers
from core.dates.near_days import WEEKDAY
from core.dates.plain_text import Plain, flat, plain
from core.dates.time_words import begins_from, tells_no, tells_time

_NEAR = 80
_YEAR_NEAR = timedelta(days=183)
"""A day told before that comes later than that may have passed: no month is taken from it."""
_MOST_TIMES = 12
"""A text with more times than that tells no forecast by the way."""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(flat(pattern), re.IGNORECASE)


_LEADS = _compiled(
    r"(?:\b(?:к|ко|до|в|во|на|по|не\s+(?:позднее|позже)(?:\s+чем)?|ориентировочно|примерно|где-то|около|ближе\s+к|максимум|"
    r"срок(?:ом)?|прогноз|болжам|мерзімі|шамамен|by|before|until|till|in|on|at|the|of|deadline|forecast|"
    r"(?:not|no)\s+later\s+than|around|about)(?:\s*[:,]\s*|\s+|$))+$"
)
_TRAILS = _compiled(
    r"^(?:\s*-?\s*(?:ға|ге|қа|ке|да|де|та|те|ына|іне|нда)\b)?"
    r"(?:[\s,]*(?:числа|күні\w*|айы\w*|месяц[ае]?|(?:г|ж)(?:\.|\b)|года|жыл\w*|дейін|қарай|шейін|кешіктірмей|кешікпей|"
    r"мерзімінде|аралығында|арасында|inclusive|включительно|at\s+the\s+latest|time)(?!\w))*"
)
_NOT_LATER = _compiled(r"^\s*(?:кешіктірмей|кешікпей|кеш\s+емес|қалдырмай|кеш\s+қалмай)\b")
_ABLATIVE = _compiled(r"(?<!^ер)[дтн][ае]н$")
_FORWARD = _compiled(
    rf"^(?:через|спустя|в\s+течени|in\b|within|до\b|к\b|by\b|завтра|послезавтра|ертең|tomorrow)|кейін|дейін|"
    rf"{END}|{END_KK}|{NEXT}|{THIS}|(?:да|де|та|те)$|from\s+now"
)
"""Times that speak of what is to come by themselves: "через две недели", "июньге дейін", "маусымда"."""
_BY = _compiled(
    r"(?:^|\s)(?:к|ко|до|не\s+(?:позднее|позже)(?:\s+чем)?|by|before|until|till|(?:not|no)\s+later\s+than)(?:\s+the)?\s+$|"
    r"^(?:через|в\s+течени|in\b|within\b|до\b|к\b|by\b)|дейін|қарай|шейін|кешіктірмей|ішінде$|кейін$|со[ңн]$"
)
"""What sets a time apart as a forecast in the midst of a reason: "к пятнице", not "в пятницу"."""
_UNTIL = _compiled(r"(?:^|\s)(?:до|until|till)(?:\s+the)?\s+$|^(?:до|until|till)\b|дейін|шейін")
_YEAR_AFTER = _compiled(
    r"^,?\s*(?:of\s+|в\s+)?(?:(?P<year>20\d\d)(?![\d.,/-]*\d)(?:\s*-?\s*(?:г(?:\.|\b)|год\w*|жыл\w*|ж(?:\.|\b)))?"
    r"|(?P<short>\d\d)\s*(?:г|ж)(?:\.|\b)"
    r"|(?P<next>(?:of\s+|the\s+)*(?:следующего|будущего|next|келесі|келер)\s+(?:года|year|жыл\w*))"
    r"|(?P<this>(?:of\s+)?(?:текущего|этого|сего|тек\.?|this)\s+(?:года|year)|[тс]\.\s?г\.?))(?!\w)"
)
_YEAR_BEFORE = _compiled(
    r"(?<![\w.])(?:(?P<year>20\d\d)(?:\s*-?\s*(?:г\.?|год(?:у|а)?|жыл\w*|ж\.?))?"
    r"|(?P<next>(?:келесі|келер|следующего|в\s+следующем|next)\s+(?:жыл\w*|год[ау]|year))"
    r"|(?P<this>биылғы|осы\s+жыл\w*|в\s+этом\s+году|this\s+year))(?:,?\s+(?:в\s+)?|,)$"
)
_HEAD = _compiled(
    r"(?:(?<!\w)(?P<from>с|со|от|from|between|между)\s+)?(?<![\w.,/:-])(?P<day>\d{1,2})"
    r"(?:\s*-?\s*(?:го|ого|е|ому|ші|st|nd|rd|th|[а-я]{0,4}?[дтн][ае]н))?(?:\s*\.)?"
    r"(?P<join>\s*-\s*|\s+(?:по|до|или|либо|и|и\s+до|to|and|or|till|until|through|мен|пен|бен|немесе)\s+(?:the\s+)?|(?<=[дтн][ае]н)\s+)$"
)
_JOINED = _compiled(
    r"(?P<join>\s*-\s*(?:до\s+)?|\s+(?:по|до|или|либо|и|to|and|or|till|until|through|мен|пен|бен|немесе)\s+"
    r"(?:в\s+|the\s+)?)$"
)
_FROM = _compiled(r"(?<!\w)(?P<from>с|со|от|from|between|между)\s+(?:the\s+)?$")
_BETWEEN = frozenset(("between", "между"))
_AND = frozenset(("и", "and"))
_OR = frozenset(("или", "либо", "or", "немесе"))
_WEEKDAY = _compiled(rf"(?<!\w)(?:{WEEKDAY})\.?(?:\s+күні)?(?!\w)")
CLAUSES = re.compile(
    r"[,;!?()\n]+|:(?!\d\d)|\.(?!\d)|\s-\s|(?<!\w)(?:но|однако|поэтому|бірақ|сондықтан|but|so)(?!\w)",
    re.IGNORECASE,
)
_NO_SUCH = (
    rf"(?P<day>\d{{1,2}})(?:\s*-?\s*(?:го|е|ого|ому|ши|st|nd|rd|th)\b)?(?:\s*|-)(?:of\s+|числа\s+)?(?P<month>{MONTH})"
    r"(?:,?\s*(?P<year>20\d\d))?(?!\w)",
    rf"(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:-\w{{1,7}}|st|nd|rd|th)?(?:,?\s*(?P<year>20\d\d))?(?![\w:.])",
    rf"(?P<year>20\d\d)\s*(?:жыл\w*|ж\.?|год\w*|г\.?)?,?\s+(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})(?!\w)",
    r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d.,/-]*\d)",
    r"(?<!\d[.,/-])(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>20\d\d)(?![\d.,/-]*\d)",
    r"(?<!\d[.,/-])(?<!№)(?<!№\s)(?P<day>3[01]|29)(?P<mark>[./])(?P<month>0?\d|1[0-2])(?![\d.,/-]*\d|-?[^\W\d_])"
    r"(?!\s*(?:%|млн|млрд|тыс))",
)
"""The ways to write a day, whether the calendar has it or not."""
_NO_SUCH_DAY = [re.compile(rf"(?<![\w.]){pattern}", re.IGNORECASE) for pattern in _NO_SUCH]


@dataclass(frozen=True, slots=True)
class Time:
    """A time that a text names: its place in the plain text and its last day."""

    start: int
    end: int
    day: date
    has_year: bool
    is_of_year: bool = False
    """Whether it is a day or a part of some year, which may be told beside it."""
    is_bare: bool = False
    """Whether it is a day whose month is not told: "the 26th"."""
    is_open: bool = False
    """Whether it is a bare day that may be of two months."""


@dataclass(frozen=True, slots=True)
class Found:
    """The time that counts, with all that belongs to it (`start` to `end`), and every other one of the text."""

    text: Plain
    time: Time
    start: int
    end: int
    lead: str
    trail: str
    others: tuple[Time, ...]
    is_span: bool
    """Whether it is the end of two times that were told as one: "с 5 по 7 мая"."""

    @property
    def words(self) -> str:
        return self.text.text[self.time.start : self.time.end]

    @property
    def before(self) -> str:
        return self.text.text[: self.start]

    @property
    def after(self) -> str:
        return self.text.text[self.end :]

    @property
    def clause(self) -> str:
        """What else the part of the text says that the time stands in."""
        return f"{self.before[self._clause[0] :]} {self.after[: self._clause[1]]}"

    @property
    def apart(self) -> str:
        """The other parts of the text, as they were typed."""
        first, last = self._clause
        text = self.text
        return f"{text.typed(0, first)}, {text.typed(self.end + last, len(text.text))}"

    @property
    def clause_start(self) -> int:
        """Where the part of the text begins in what stands before."""
        return self._clause[0]

    @property
    def clause_end(self) -> int:
        """Where the part of the text ends in what stands after."""
        return self._clause[1]

    @property
    def _clause(self) -> tuple[int, int]:
        """Where the part of the text begins in what stands before, and where it ends in what stands after."""
        ends = [m.end() for m in CLAUSES.finditer(self.before)]
        after = CLAUSES.search(self.after)
        return ends[-1] if ends else 0, after.start() if after else len(self.after)

    @property
    def is_forward(self) -> bool:
        """Whether it speaks of what is to come by itself or by what leads to it."""
        return bool(self.lead or self.trail.strip() or _FORWARD.search(self.words))

    @property
    def is_by(self) -> bool:
        """Whether it says "by then": "к 15 мая", "15 мамырға дейін", "in two weeks"."""
        return any(_BY.search(part) for part in (self.lead, self.words, self.trail.strip()))

    @property
    def is_until(self) -> bool:
        """Whether it may say until when something lasts: "до 15 мая", "until 15 May"."""
        return any(_UNTIL.search(part) for part in (self.lead, self.words, self.trail.strip()))

    @property
    def is_limit(self) -> bool:
        """Whether it is only the beginning of a time: "с 15 мая", "15 мамырдан"."""
        after = self.text.text[self.time.end :]
        late = _ABLATIVE.search(self.words) is not None and _NOT_LATER.match(after) is None
        return late or begins_from(self.before)


def lacking_day(text: Plain) -> str | None:
    """A day that the calendar lacks, as it was typed: "30 февраля", "31.06"; None where there is none."""
    return next((text.typed(*span) for span in _lacking(text)), None)


def lacking_days(text: str) -> list[tuple[int, int]]:
    """Where a text names days that the calendar lacks, in their order; nothing of a text that is not clean."""
    seen = plain(text)
    spans = [(seen.at[start], seen.at[end]) for start, end in _lacking(seen)] if seen.source == text else []
    return [span for span in sorted(spans) if not any(s < span[0] < e for s, e in spans)]


def _lacking(text: Plain) -> Iterator[tuple[int, int]]:
    """Where days stand that there are not; "45 of March 5" has none, the number is not of the day."""
    found = [(m.span(), _is_day(m)) for pattern in _NO_SUCH_DAY for m in pattern.finditer(text.text)]
    for (start, end), is_day in found:
        if not is_day and not any(other and s < end < e for (s, e), other in found):
            yield start, end


def _is_day(match: re.Match[str]) -> bool:
    word, year = match["month"], match.groupdict().get("year")
    month = int(word) if word.isdecimal() else month_of(word)
    return valid_day(int(year) if year else 2024, month, int(match["day"])) is not None


def times_in(text: Plain, today: date) -> list[Time]:
    """Every time that the text names, none inside another, in their order; of two that overlap the longer one."""
    kept: list[Time] = []
    for time in sorted(_days(text.text, today), key=lambda t: (t.start - t.end, -t.start)):
        if all(time.end <= k.start or k.end <= time.start for k in kept):
            kept.append(time)
    return _with_months(text.text, sorted(kept, key=lambda t: t.start), today)


def _with_months(text: str, times: Sequence[Time], today: date) -> list[Time]:
    """The bare days in the month of the day that is told before them: "22 April …, the 26th" is 26 April.

    Open where days of two months are told before, where that day has passed or is no such day, and where it comes
    before the other ("22 April …, the 5th").
    """
    dated: list[Time] = []
    seen: list[Time] = []
    for time in times:
        if time.is_bare and dated:
            last = dated[-1].day
            day = valid_day(last.year, last.month, time.day.day)
            months = {(t.day.year, t.day.month) for t in dated}
            is_sure = (
                len(months) == 1 and day is not None and today < day and last <= day <= today + _YEAR_NEAR
            )
            time = replace(time, day=day or time.day, is_open=not is_sure)
        elif not time.is_bare and time.is_of_year and _names_day(text, time):
            dated.append(time)
        seen.append(time)
    return seen


def _names_day(text: str, time: Time) -> bool:
    """Whether a time is a day of its month: "22 April", not "April" or "the second quarter"."""
    return re.search(rf"(?<!\d)0?{time.day.day}(?!\d)", text[time.start : time.end]) is not None


def tells_more_time(found: Found) -> bool:
    """Whether what stands around a time says a number, another time or a limit, or that it is not so.

    The weekday of the very day is no other time, and a word like "второй" in another part of the text no number.
    """
    text = found.text.text
    named = {t.day.weekday() for t in found.others if _WEEKDAY.fullmatch(text[t.start : t.end])}
    agrees = named <= {found.time.day.weekday()}
    own, apart = found.clause, flat(found.apart)
    if agrees:
        own, apart = _WEEKDAY.sub(" ", own), _WEEKDAY.sub(" ", apart)
    if tells_time(own) or tells_no(own) or tells_time(apart):
        return True
    return any(tells_no(c) and len(c.split()) < 3 for c in CLAUSES.split(apart))


def last_time(text: Plain, today: date) -> Found | None:
    """The last time that the text names, a weekday only where there is no other, with all that belongs to it."""
    times = times_in(text, today)
    told = [t for t in times if not _WEEKDAY.fullmatch(text.text[t.start : t.end])] or times
    return _at(text, times, told[-1]) if told else None


def every_time(text: Plain, today: date) -> Iterator[Found]:
    """Each time that the text names, the last first; not the beginning of a span whose end is another.

    None of a text that names more than twelve.
    """
    times = times_in(text, today)
    if len(times) > _MOST_TIMES:
        return
    begun: set[Time] = set()
    for time in reversed(times):
        if time not in begun:
            found = _at(text, times, time)
            begun.update(t for t in times if t is not time and t not in found.others)
            yield found


def _at(text: Plain, times: Sequence[Time], time: Time) -> Found:
    trail = _TRAILS.match(text.text[time.end :])
    end = time.end + (trail.end() if trail else 0)
    start = time.start
    lead = _just_before(_LEADS, text.text, start)
    start = lead.start() if lead else start
    others = [t for t in times if t is not time]
    begun = _begun(text.text, others, time, time.start) or _begun(text.text, others, time, start)
    if begun is not None:
        start, taken = begun
        others = [t for t in others if t is not taken]
        outer = _just_before(_LEADS, text.text, start)
        start = outer.start() if outer else start
    return Found(
        text,
        time,
        start,
        end,
        lead[0] if lead else "",
        trail[0] if trail else "",
        tuple(others),
        begun is not None,
    )


def _begun(text: str, others: Sequence[Time], time: Time, start: int) -> tuple[int, Time | None] | None:
    """Where a span begins whose end is that time ("с 5 по 7 мая", "28 апреля – 3 мая"), and its first time.

    None where it is no span.
    """
    for other in others:
        between = text[other.end : start]
        join = _JOINED.fullmatch(between)
        before = _just_before(_FROM, text, other.start)
        said = join["join"].strip().lower() if join else ""
        is_span = join is not None and (
            said not in _AND | _OR
            or (said in _AND and before is not None and before["from"].lower() in _BETWEEN)
            or (said in _OR and not _has_day(text, other) and not _has_day(text, time))
        )
        ablative = (
            time.is_of_year
            and not between.strip()
            and _ABLATIVE.search(text[other.start : other.end]) is not None
        )
        if (is_span or ablative) and (other.day <= time.day or not other.has_year):
            return (before.start() if before else other.start), other
    head, number = (
        _just_before(_HEAD, text, start),
        re.match(r"\D{0,4}(\d{1,2})(?!\d)", text[time.start : time.end]),
    )
    if head is None or number is None or not time.is_of_year:
        return None
    joined = head["join"].strip().lower() not in _AND or (head["from"] or "").lower() in _BETWEEN
    return (head.start(), None) if joined and 1 <= int(head["day"]) <= int(number[1]) else None


def _just_before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """What ends at that place; of a long text only the part before it is looked at, which keeps it quick."""
    return pattern.search(text, max(0, end - _NEAR), end)


def _has_day(text: str, time: Time) -> bool:
    return any(c.isdecimal() for c in text[time.start : time.end])


def _days(text: str, today: date) -> Iterator[Time]:
    """Every time that the patterns find in the text, with the year that stands beside it."""
    for pattern, read, is_of_year in readers():
        for match in pattern.finditer(text):
            day = read(match, today)
            if day is None:
                continue
            said = bool(match.groupdict().get("year"))
            is_bare = any(name.startswith("bare") for name in match.groupdict())
            time = Time(match.start(), match.end(), day, said, is_of_year, is_bare)
            dated = _of_its_year(text, time, today) if is_of_year and not said else None
            if dated is None:
                yield time
                continue
            year, start, end = dated
            of_year = read(match, date(year, 1, 1))
            if of_year is not None and of_year.year == year:
                yield replace(time, start=start, end=end, day=of_year, has_year=True)


def _of_its_year(text: str, time: Time, today: date) -> tuple[int, int, int] | None:
    """The year told behind or before a time, and where both begin and end: "15 мая следующего года"; None without one."""
    match = _YEAR_AFTER.match(text[time.end :])
    if match is not None:
        return _year_said(match, today), time.start, time.end + match.end()
    before = _just_before(_YEAR_BEFORE, text, time.start)
    if before is not None:
        return _year_said(before, today), before.start(), time.end
    return None


def _year_said(match: re.Match[str], today: date) -> int:
    parts = match.groupdict()
    if parts.get("year"):
        return int(parts["year"])
    if parts.get("short"):
        return 2000 + int(parts["short"])
    return today.year + bool(parts.get("next"))
