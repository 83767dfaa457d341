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
from core.dates.near_days import Reader, near_days, part_of_span
from core.kernel.month_names import MONTHS
from core.kernel.periods import Cycle, Period

_MONTHS = tuple(
    "|".join((*m.russian, *m.short, rf"{m.kazakh_as_typed}\w*", m.english, *m.short_english)) for m in MONTHS
)
_MONTH = "(?:" + "|".join(_MONTHS) + r")\b\.?"
_MONTH_OF = [re.compile(rf"(?:{m})\.?", re.IGNORECASE) for m in _MONTHS]
_YEAR = (
    r"(?:,?\s*(?P<year>20\d\d)(?:\s*-?\s*(?:г(?:\.|\b)|год(?:у|а)?\b|жыл\w*|ж\.))?"
    r"|\s+(?:текущего|этого|сего|of\s+this)\s+(?:года|year))?"
)
_ORDER = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4,
    "перв": 1, "втор": 2, "трет": 3, "четв": 4, "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
_NTH = (
    r"(?P<nth>i{1,3}|iv|[1-4]|перв\w+|втор\w+|трет\w+|четв[её]рт\w+|бірінші|екінші|үшінші|төртінші|first|second|third|fourth)"
    r"(?:\s*-?\s*(?:й|ого|ом|го|м|му|ші|ш|нші|інші|st|nd|rd|th)\b)?\s*-?"
)
_QUARTER = r"(?:кв\b\.?|квартал\w*|тоқсан\w*|токсан\w*|quarter)"
_HALF = r"(?:полугоди\w*|жарты\s?жылды\w*|half(?:-year)?(?:\s+of\s+the\s+year)?)"
_NUMBERS = {
    "один": 1, "одну": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "десять": 10, "пару": 2,
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "он": 10,
    "двух": 2, "трех": 3, "трёх": 3, "четырех": 4, "четырёх": 4, "пяти": 5, "шести": 6, "десяти": 10,
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "couple of": 2,
}  # fmt: skip
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_UNIT = (
    r"(?P<unit>нед(?:\.|ел\w+)?|(?P<working>(?:рабоч\w+|жұмыс|working|business)\s+)?(?:дн(?:я|ей)|день|күн\w*|days?)|месяц\w*|кварта\w+|полгода|год(?:а)?|лет|"
    r"апта\w*|ай\w*|тоқсан\w*|жыл\w*|weeks?|months?|quarters?|years?)"
)
_UNITS = (
    (("нед", "апта", "week"), 7, 0),
    (("дн", "ден", "күн", "day"), 1, 0),
    (("месяц", "ай", "month"), 0, 1),
    (("кварта", "тоқсан", "quarter"), 0, 3),
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
NEXT = r"(?:следующ\w+|след\b\.?|будущ\w+|ближайш\w+|келесі|келер|next|the\s+next)"
_AFTER_NUMBER = re.compile(r"\d\s*-?\s*$")


def _iso(match: re.Match[str], today: date) -> date | None:
    return valid_day(int(match["year"]), int(match["month"]), int(match["day"]))


def _digits(match: re.Match[str], today: date) -> date | None:
    return _dated(int(match["day"]), int(match["month"]), match["year"], today)


def _worded(match: re.Match[str], today: date) -> date | None:
    return _dated(int(match["day"]), _month(match["month"]), match["year"], today)


def _of_month(match: re.Match[str], today: date) -> date | None:
    """A month's last day; its middle and its beginning where the words say so."""
    if _AFTER_NUMBER.search(match.string[: match.start()]):
        return None  # "45 мая" is a slip, not all of May
    month, part = _month(match["month"]), (match["part"] or "").lower()
    year = int(match["year"]) if match["year"] else today.year
    if not match["year"] and (month < today.month):
        year += 1
    said = _part(part or (match.groupdict().get("part_kk") or "").lower())
    day = 15 if said == "middle" else 10 if said == "begin" else 31
    return date(year, month, min(day, monthrange(year, month)[1]))


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
        said = match["nth"].lower()
        nth = next((n for word, n in _ORDER.items() if said == word), 0) or next(
            (n for word, n in _ORDER.items() if len(word) > 3 and said.startswith(word)), 0
        )
        if not 1 <= nth <= 12 // size:
            return None
        year = int(match["year"]) if match["year"] else today.year
        if not match["year"] and month_end(year, nth * size) < today:
            year += 1
        return _part_of(match, date(year, (nth - 1) * size + 1, 1), month_end(year, nth * size))

    return read


def _of_span(cycle: Cycle, *, following: bool) -> Reader:
    def read(match: re.Match[str], today: date) -> date | None:
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
    count = int(said) if said.isdigit() else _NUMBERS[said]
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


def _month(word: str) -> int:
    return next((at for at, pattern in enumerate(_MONTH_OF, 1) if pattern.fullmatch(word)), 0)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){text}", re.IGNORECASE)


def _readers() -> Iterator[tuple[re.Pattern[str], Reader]]:
    month, ordinal = rf"(?P<month>{_MONTH})", r"(?:\s*-?\s*(?:го|е|ого|му|ші|шы|st|nd|rd|th)\b)?"
    part = (
        r"(?:(?P<part>середин\w*|начал\w*|mid-?|middle of|beginning of|start of|early|кон(?:ец|ца|цу|це)|end of)\s*"
        r"(?:the\s+)?)?"
    )
    part_kk = r"(?:\s+(?P<part_kk>басы\w*|ортасы\w*|со[ңн]ы\w*|ая[ғг]\w*))?"
    yield _pattern(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"), _iso
    yield (
        _pattern(
            r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})(?:[./-](?P<year>20\d\d|\d{2}))?(?:\s*г\.?)?(?![\d.,]*\d)"
        ),
        _digits,
    )
    yield (
        _pattern(r"\A\W*(?P<day>\d{1,2})[ ,](?P<month>0\d|1[0-2])(?:[ ,](?P<year>20\d\d|\d{2}))?\W*\Z"),
        _digits,
    )
    yield _pattern(r"(?P<month>0?\d|1[0-2])[./](?P<year>20\d\d)(?![\d.,]*\d)"), _of_numbered_month
    yield _pattern(rf"(?P<day>\d{{1,2}}){ordinal}(?:\s*|-)(?:of\s+)?{month}{_YEAR}(?![\w])"), _worded
    yield _pattern(rf"{month}\s+(?P<day>\d{{1,2}}){ordinal}(?!\d){_YEAR}(?![\w])"), _worded
    yield _pattern(rf"(?:(?P<year>20\d\d)\s*жыл\w*\s+)(?P<day>\d{{1,2}})\s+{month}"), _worded
    yield _pattern(rf"{part}{month}{_YEAR}(?![\w])(?:\s+айы\w*)?{part_kk}"), _of_month
    yield (
        _pattern(rf"(?:(?P<year>20\d\d)\s*жыл\w*\s+)(?P<part>)?{month}(?:\s+айы\w*)?{part_kk}"),
        _of_month,
    )
    for size, name in ((3, _QUARTER), (6, _HALF)):
        yield (
            _pattern(rf"{part}(?:{END}\s+)?(?:the\s+)?{_NTH}\s*{name}(?:\s+of)?{_YEAR}{part_kk}"),
            _of_part(size),
        )
        yield _pattern(rf"(?P<year>20\d\d)\s*жыл\w*\s+{_NTH}\s*{name}{part_kk}"), _of_part(size)
    yield _pattern(rf"(?:q|к)(?P<nth>[1-4])\b{_YEAR}"), _of_part(3)
    yield _pattern(rf"h(?P<nth>[12])\b{_YEAR}"), _of_part(6)
    for cycle, name in _SPANS:
        yield (
            _pattern(rf"{END}\s+(?:of\s+)?(?:the\s+)?(?:{THIS}\s+)?(?:{name})\b(?!\s*20\d\d)"),
            _of_span(cycle, following=False),
        )
        yield _pattern(rf"(?:{THIS}\s+)?(?:{name})\s+{END_KK}"), _of_span(cycle, following=False)
        yield (
            _pattern(rf"(?:в\s+|на\s+)?{part}{THIS}\s+(?:{name})\b{part_kk}"),
            _of_span(cycle, following=False),
        )
        yield (
            _pattern(rf"{part}(?:{END}\s+)?(?:в\s+|на\s+)?{NEXT}\s+(?:{name})\b{part_kk}"),
            _of_span(cycle, following=True),
        )
    yield _pattern(r"year[- ]?end\b|eoy\b|биыл\w*"), _of_span("year", following=False)
    yield _pattern(r"month[- ]?end\b|eom\b"), _of_span("month", following=False)
    yield (
        _pattern(rf"(?:{END}\s+)?(?P<year>20\d\d)\s*-?\s*(?:г\.|год(?:а|у|ом)?\b|жыл\w*)(?:\s+{END_KK})?"),
        _of_year,
    )
    yield _pattern(rf"(?:в|до|by|in|{END}|the end of)\s+(?P<year>20\d\d)(?![\d.\w])"), _of_year
    yield _pattern(r"\A\W*(?P<year>20\d\d)\W*\Z"), _of_year
    ahead = r"(?:через|спустя|в\s+течени[еи]|in|within)"
    yield _pattern(rf"{ahead}\s+(?:a\s+)?(?:{_COUNT}\s+)?{_UNIT}(?!\w)"), _later
    yield _pattern(rf"(?:{_COUNT}\s+)?{_UNIT}\s+(?:ішінде|кейін|со[ңн]|from\s+now)\b"), _later
    yield _pattern(rf"{ahead}\s+half\s+a\s+year\b|жарты\s+жыл\w*\s+(?:кейін|соң)"), _moved_by(0, 6)
    yield _pattern(rf"{ahead}\s+полтора\s+месяц\w*|{ahead}\s+a\s+month\s+and\s+a\s+half"), _moved_by(15, 1)
    yield _pattern(r"(?:завтра|ертең\w*|tomorrow)\b"), _named(1)
    yield _pattern(r"(?:послезавтра|бүрсігүні|(?:the\s+)?day\s+after\s+tomorrow)\b"), _named(2)
    yield _pattern(r"(?:сегодня|бүгін|today)\b"), _named(0)
    for pattern, read in near_days(_MONTH, _month):
        yield _pattern(rf"(?:{pattern})"), read


@cache
def readers() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Each pattern with what reads its match; made when somebody first names a time: it takes a tenth of a second."""
    return tuple(_readers())
