"""The times that people name in three languages, each as a pattern and what it makes of a match and of today (domain, §4).

A span of time means its last day, its beginning or middle where those are named. `core.dates.typed_days` looks for them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from core.dates.calendar_days import month_end, valid_day
from core.dates.near_days import Reader, days_of_year, near_days, part_of_span
from core.dates.plain_text import flat
from core.kernel.month_names import MONTHS
from core.kernel.periods import Cycle, Period

_MONTHS = tuple(
    "|".join((*m.russian, *m.short, rf"{flat(m.kazakh)}\w*", m.english, *m.short_english)) for m in MONTHS
)
MONTH = "(?:" + "|".join(_MONTHS) + r")\b\.?"
"""A month's name, in a text as `core.dates.plain_text` makes it."""
_MONTH_OF = [re.compile(rf"(?:{m})\.?", re.IGNORECASE) for m in _MONTHS]
_YEAR = (
    r"(?:,?\s*(?P<year>20\d\d)(?:\s*-?\s*(?:г(?:\.|\b)|год(?:у|а)?\b|жыл\w*|ж\.))?"
    r"|\s+(?:текущего|этого|сего|of\s+this)\s+(?:года|year))?"
)
_ORDER = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OF_ORDER = r"(?:\s*-?\s*(?:й|я|е|ого|ом|го|м|му|ші|ш|нші|інші|st|nd|rd|th)\b)?"
_NTH = rf"(?:(?:i{{1,3}}|[1-3]){_OF_ORDER}\s*(?:-|или|и|немесе|мен|пен|or|to)\s*)?(?P<nth>i{{1,3}}|iv|[1-4]){_OF_ORDER}\s*-?"
"""A place among quarters or half-years; of two ("2–3 квартал") the last."""
_QUARTER = r"(?:кв\b\.?|квартал\w*|тоқсан\w*|токсан\w*|quarter)"
_HALF = r"(?:полугоди\w*|жарты\s?жылды\w*|half(?:-year)?(?:\s+of\s+the\s+year)?)"
_FROM = r"(?:\d{1,3}\s*(?:-|или|либо|до|немесе|or|to)\s*)?"
_COUNT = rf"{_FROM}(?P<count>\d{{1,3}}|an?)"
"""How many weeks or days; of two ("2–3 недели") the last."""
_COUNTS = {"a": 1, "an": 1}
_COUNTED = (
    r"нед(?:\.|ел)|мес(?:\.|яц)|кварт|год|лет\b|дн(?:я|ей)|час|(?:рабоч|жұмыс|working|business)|"
    r"апта|ай(?:да|дан|ға)?\b|тоқсан|жыл|сағат|weeks?\b|months?\b|quarters?\b|years?\b|days?\b|hours?\b"
)
"""What is counted in "1.5 месяца": the number before it is no day and month."""
_UNIT = (
    r"(?P<unit>нед(?:\.|ел\w+)?|(?P<working>(?:рабоч\w+|жұмыс|working|business)\s+)?(?:дн(?:я|ей)|день|күн\w*|days?)|месяц\w*|кварта\w+|полгода|год(?:а)?|лет|"
    r"апта\w*|ай\w*|тоқсан\w*|жыл\w*|weeks?|months?|quarters?|years?)"
)
_UNITS = (
    (("нед", "апта", "week"), 7, 0),
    (("дн", "ден", "кун", "day"), 1, 0),
    (("месяц", "ай", "month"), 0, 1),
    (("кварта", "токсан", "quarter"), 0, 3),
    (("полгода",), 0, 6),
    (("год", "лет", "жыл", "year"), 0, 12),
)
_SPANS: tuple[tuple[Cycle, str], ...] = (
    ("week", r"недел\w+|апта\w*|week"),
    ("month", r"месяц\w*|ай(?:да|дың|ға)?|month"),
    ("quarter", r"квартал\w*|тоқсан\w*|токсан\w*|quarter"),
    ("half_year", r"полугоди\w+|жарты\s?жылды\w*|half-year"),
    ("year", r"год(?:а|у|ом)?|жыл(?:да|дың|ға|ы)?|year"),
)
END = r"(?:кон(?:ец|ца|цу|це)|исход\w*|завершени\w+|end\s+of|end)"
END_KK = r"(?:со[ңн]ы\w*|ая[ғг]\w*)"
THIS = r"(?:эт\w+|текущ\w+|ос[ыі]|this|the\s+current|current)"
NEXT = r"(?:следующ\w+|след\b\.?|будущ\w+|келесі|келер|next|the\s+next)"
_GENITIVE = re.compile(r"[дтн][иы][нң]$", re.IGNORECASE)
_A_PART = re.compile(r"\s+(?!(?:иши|барыс|бойы|\d))\w")
_AFTER_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?:-\w{1,7})?\s*-?\s*$")


def _iso(match: re.Match[str], today: date) -> date | None:
    return valid_day(int(match["year"]), int(match["month"]), int(match["day"]))


def _digits(match: re.Match[str], today: date) -> date | None:
    return _dated(int(match["day"]), int(match["month"]), match["year"], today)


def _day_and_month(match: re.Match[str], today: date) -> date | None:
    return _dated(int(match["day"]), int(match["month"]), None, today)


def _dashed(match: re.Match[str], today: date) -> date | None:
    """A day and a month as "15-05"; None for "5-7", which may be two days as well."""
    is_plain = match["day"].startswith("0") or match["month"].startswith("0")
    return _day_and_month(match, today) if is_plain or int(match["day"]) >= int(match["month"]) else None


def _worded(match: re.Match[str], today: date) -> date | None:
    if match.start("month") < match.start("day") and match["month"].endswith(
        ("дан", "тан", "нан", "ден", "тен")
    ):
        return None  # "5 мамырдан 7 …" has no 7 May in it yet
    return _dated(int(match["day"]), month_of(match["month"]), match["year"], today)


def _of_month(match: re.Match[str], today: date) -> date | None:
    """A month's last day; its middle and its beginning where the words say so."""
    if _AFTER_NUMBER.search(match.string[: match.start()]):
        return None  # "45 мая" is a slip, not all of May
    if _is_of_part(match):
        return None  # "мамырдың онына": a part of it, which was not read
    month, part = month_of(match["month"]), (match["part"] or "").lower()
    year = int(match["year"]) if match["year"] else today.year
    if not match["year"] and (month < today.month):
        year += 1
    said = _part(part or (match.groupdict().get("part_kk") or "").lower())
    day = 15 if said == "middle" else 10 if said == "begin" else 31
    return date(year, month, min(day, monthrange(year, month)[1]))


def _is_of_part(match: re.Match[str]) -> bool:
    """Whether a Kazakh time is told as what something is a part of, and that part stands behind it."""
    return _GENITIVE.search(match[0]) is not None and _A_PART.match(match.string, match.end()) is not None


def _part(word: str) -> str | None:
    """Whether a word says the beginning or the middle of a time; None for its end, and for no word."""
    if word.startswith(("нач", "begin", "early", "start", "бас")):
        return "begin"
    return "middle" if word.startswith(("сер", "mid", "the mid", "in the mid", "орта")) else None


def _part_of(match: re.Match[str], start: date, end: date) -> date:
    """The day of a time: its last, or where its beginning or its middle is named that."""
    parts = match.groupdict()
    said = _part((parts.get("part") or parts.get("part_kk") or "").lower())
    return part_of_span(start, end, said) if said else end


def _of_part(size: int) -> Reader:
    """The last day of the n-th quarter (3 months) or half-year (6) of a year."""

    def read(match: re.Match[str], today: date) -> date | None:
        nth = _ORDER[match["nth"].lower()]
        if not 1 <= nth <= 12 // size:
            return None
        year = int(match["year"]) if match["year"] else today.year
        if not match["year"] and month_end(year, nth * size) < today:
            year += 1
        return _part_of(match, date(year, (nth - 1) * size + 1, 1), month_end(year, nth * size))

    return read


def _of_span(cycle: Cycle, *, following: bool) -> Reader:
    def read(match: re.Match[str], today: date) -> date | None:
        if _is_of_part(match):
            return None
        span = Period.holding(today, cycle)
        span = span.next() if following else span
        return _part_of(match, span.start, span.end)

    return read


def _of_numbered_month(match: re.Match[str], today: date) -> date | None:
    month = int(match["month"])
    return month_end(int(match["year"]), month) if month else None


def _of_year(match: re.Match[str], today: date) -> date | None:
    return date(int(match["year"]), 12, 31)


def _later(match: re.Match[str], today: date) -> date | None:
    said = (match["count"] or "1").lower() if "count" in match.groupdict() else "1"
    count = int(said) if said.isdecimal() else _COUNTS[said]
    unit = match["unit"].lower()
    if match["working"]:
        return _working_days(today, count)
    days, months = next((d, m) for stems, d, m in _UNITS if unit.startswith(stems))
    return _moved(today, days * count, months * count)


def _working_days(today: date, count: int) -> date:
    """So many days from Monday to Friday on: a forecast is no due day, holidays may make it a little later."""
    weeks, rest = divmod(count, 5)
    day = today + timedelta(weeks=weeks)
    while rest:
        day += timedelta(days=1)
        rest -= day.weekday() < 5
    return day


def _moved(day: date, days: int, months: int) -> date | None:
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    if year > 9000:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=days)


def _moved_by(days: int, months: int) -> Reader:
    return lambda match, today: _moved(today, days, months)


def _named(days: int) -> Reader:
    return lambda match, today: today + timedelta(days=days)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return valid_day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = valid_day(today.year, month, day)
    if this is not None and this < today:
        return valid_day(today.year + 1, month, day)
    return this or valid_day(today.year + 1, month, day)


def month_of(word: str) -> int:
    """The month that a word names, 1 to 12; 0 where it names none."""
    return next((at for at, pattern in enumerate(_MONTH_OF, 1) if pattern.fullmatch(word)), 0)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){flat(text)}", re.IGNORECASE)


_ORDINAL = r"(?:\s*-?\s*(?:го|е|ого|му|ому|ші|шы|st|nd|rd|th)\b)?"
_PART = (
    r"(?:(?P<part>середин\w*|начал\w*|mid-?|middle of|beginning of|start of|early|late|кон(?:ец|ца|цу|це)|end(?: of)?)\s*"
    r"(?:the\s+)?)?"
)
_PART_KK = r"(?:\s+(?P<part_kk>басы\w*|ортасы\w*|со[ңн]ы\w*|ая[ғг]\w*))?"
_TO = r"\s*(?:-|по|до|или|to|and|or|мен|пен)\s*"
_YEAR_KK = r"(?P<year>20\d\d)\s*жыл\w*\s+"


def _of_calendar() -> Iterator[tuple[str, Reader]]:
    """Days, months, quarters and half-years: times of a year, which may be told beside them."""
    month = rf"(?P<month>{MONTH})"
    yield (
        r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d.,/-]*\d)(?:\s*г\.?(?!\w))?",
        _iso,
    )
    yield r"\A\W*(?P<year>20\d\d)\s(?P<month>\d{2})\s(?P<day>\d{2})\W*\Z", _iso
    yield (
        r"(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?P=mark)(?P<year>20\d\d|\d{2})(?:\s*г(?:\.|\b))?(?![\d.,]*\d)",
        _digits,
    )
    yield (
        rf"(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})(?:\s*г\.)?(?![./]?\d|,\d|\s*(?:%|млн|млрд|тыс|{_COUNTED}))",
        _day_and_month,
    )
    yield (
        rf"(?<!\d-)(?P<day>\d{{1,2}})-(?P<month>\d{{1,2}})(?![\w.,/-]*\d|\s*(?:{MONTH}|{_UNIT}|{_QUARTER}))",
        _dashed,
    )
    yield r"\A\W*(?P<day>\d{1,2})[ ,](?P<month>0\d|1[0-2])(?:[ ,](?P<year>20\d\d|\d{2}))?\W*\Z", _digits
    yield r"(?P<month>0?\d|1[0-2])[./](?P<year>20\d\d)(?![\d.,]*\d)", _of_numbered_month
    yield rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:\s*|-)(?:of\s+)?{month}{_YEAR}(?![\w])", _worded
    yield (
        rf"{month}\s+(?:the\s+)?(?:\d{{1,2}}{_ORDINAL}{_TO})?(?P<day>\d{{1,2}}){_ORDINAL}(?![\d:]){_YEAR}(?![\w])",
        _worded,
    )
    yield rf"{month},\s+(?:on\s+)?(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?P<year>)(?=\W*\Z)", _worded
    yield rf"{_YEAR_KK}(?P<day>\d{{1,2}})\s+{month}", _worded
    yield rf"{_PART}{month}{_YEAR}(?![\w])(?:\s+айы\w*)?{_PART_KK}", _of_month
    yield rf"{_YEAR_KK}(?P<part>)?{month}(?:\s+айы\w*)?{_PART_KK}", _of_month
    for size, name in ((3, _QUARTER), (6, _HALF)):
        yield rf"{_PART}(?:{END}\s+)?(?:the\s+)?{_NTH}\s*{name}(?:\s+of)?{_YEAR}{_PART_KK}", _of_part(size)
        yield rf"{_YEAR_KK}{_NTH}\s*{name}{_PART_KK}", _of_part(size)
    yield rf"{_PART}(?:q|к)(?P<nth>[1-4])\b{_YEAR}", _of_part(3)
    yield rf"{_PART}h(?P<nth>[12])\b{_YEAR}", _of_part(6)


def _from_today() -> Iterator[tuple[str, Reader]]:
    """Years, and times told from today: "через две недели", "до конца квартала", "келесі жылы"."""
    for cycle, name in _SPANS:
        yield (
            rf"{END}\s+(?:of\s+)?(?:the\s+)?(?:{THIS}\s+)?(?:{name})\b(?!\s*20\d\d)",
            _of_span(cycle, following=False),
        )
        yield rf"(?:{THIS}\s+)?(?:{name})\s+{END_KK}", _of_span(cycle, following=False)
        yield rf"(?:в\s+|на\s+)?{_PART}{THIS}\s+(?:{name})\b{_PART_KK}", _of_span(cycle, following=False)
        yield (
            rf"{_PART}(?:{END}\s+)?(?:в\s+|на\s+)?{NEXT}\s+(?:{name})\b{_PART_KK}",
            _of_span(cycle, following=True),
        )
    yield r"year[- ]?end\b|eoy\b|биыл\w*", _of_span("year", following=False)
    yield r"month[- ]?end\b|eom\b", _of_span("month", following=False)
    yield (
        rf"(?:{END}\s+)?(?:20\d\d\s*-\s*)?(?P<year>20\d\d)\s*-?\s*(?:г\.|год(?:а|у|ом)?\b|жыл\w*)(?:\s+{END_KK})?",
        _of_year,
    )
    yield rf"(?:в|до|by|in|{END}|the end of)\s+(?P<year>20\d\d)(?![\d.\w/-])", _of_year
    yield r"\A\W*(?P<year>20\d\d)\W*\Z", _of_year
    ahead = r"(?:через|спустя|в\s+течени[еи]|in|within)"
    yield rf"{ahead}\s+(?:a\s+)?(?:{_COUNT}\s+)?{_UNIT}(?!\w)", _later
    yield rf"{ahead}\s+{_UNIT}\s*-\s*(?P<count>\d{{1,3}})(?!\w)", _later
    yield rf"(?:{_COUNT}\s+)?{_UNIT}\s+(?:ішінде|кейін|со[ңн]|from\s+(?:now|today))\b", _later
    yield rf"{ahead}\s+half\s+a\s+year\b|жарты\s+жыл\w*\s+(?:кейін|соң)", _moved_by(0, 6)
    yield rf"{ahead}\s+полтора\s+месяц\w*|{ahead}\s+a\s+month\s+and\s+a\s+half", _moved_by(15, 1)
    yield r"(?:in|within)\s+a\s+fortnight\b|a\s+fortnight\s+from\s+(?:now|today)\b", _moved_by(14, 0)
    yield r"(?:завтра|ертең\w*|tomorrow|tmrw|tmr)\b", _named(1)
    yield r"(?:послезавтра|бүрсігүні|(?:the\s+)?day\s+after\s+tomorrow)\b", _named(2)
    yield r"(?:сегодня|бүгін|today)\b", _named(0)


@cache
def readers() -> tuple[tuple[re.Pattern[str], Reader, bool], ...]:
    """Each pattern with what reads its match, and whether that is a time of a year, which may stand beside it.

    Made when somebody first names a time: it takes a tenth of a second.
    """
    of_calendar = [*_of_calendar(), *days_of_year(MONTH, month_of)]
    ways = [(p, read, True) for p, read in of_calendar]
    ways += [(p, read, False) for p, read in (*_from_today(), *near_days())]
    return tuple((_pattern(f"(?:{p})"), read, yearly) for p, read, yearly in ways)
