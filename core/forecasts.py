"""By when: a forecast as people type it, alone or beside the reason ("поставщик задержал, к 15 мая") (domain, §4).

A span of time means its last day: "в июне" is 30 June. Where a year is missing, the next such time is meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.errors import UnreadableInput
from core.periods import Cycle, Period
from core.text import clean, dashes

_LONGEST = 1600
_SHOWN = 40
_SOON = timedelta(days=240)
"""A day without a year in the midst of a reason is a forecast only if it comes within that time."""

_MONTHS = (
    r"янв(?:ар[ьяею]|арем)?|[қк]а[ңн]тар\w*|jan(?:uary)?",
    r"фев(?:рал[ьяею]|ралем)?|а[қк]пан\w*|feb(?:ruary)?",
    r"мар(?:т[ауе]?|том)?|наурыз\w*|mar(?:ch)?",
    r"апр(?:ел[ьяею]|елем)?|с[әа]у[іи]р\w*|apr(?:il)?",
    r"ма[йяею]|маем|мамыр\w*|may",
    r"июн(?:[ьяею]|ем)?|маусым\w*|june?",
    r"июл(?:[ьяею]|ем)?|ш[іи]лде\w*|july?",
    r"авг(?:уст[ауе]?|устом)?|тамыз\w*|aug(?:ust)?",
    r"сен(?:т|тябр[ьяею]|тябрем)?|[қк]ырк[үу]йек\w*|sept?(?:ember)?",
    r"окт(?:ябр[ьяею]|ябрем)?|[қк]азан\w*|oct(?:ober)?",
    r"ноя(?:б|бр[ьяею]|брем)?|[қк]араша\w*|nov(?:ember)?",
    r"дек(?:абр[ьяею]|абрем)?|желто[қк]сан\w*|dec(?:ember)?",
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
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "couple of": 2,
}  # fmt: skip
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_UNIT = (
    r"(?P<unit>недел\w+|дн(?:я|ей)|день|дня|месяц\w*|кварта\w+|полгода|год(?:а)?|лет|"
    r"апта\w*|күн\w*|ай\w*|тоқсан\w*|жыл\w*|weeks?|days?|months?|quarters?|years?)"
)
_UNITS = (
    (("недел", "апта", "week"), 7, 0),
    (("дн", "день", "күн", "day"), 1, 0),
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
    ("year", r"год(?:а|у|ом)?|жыл(?:да|дың|ға)?|year"),
)
_END = r"(?:кон(?:ец|ца|цу|це)|исход\w*|завершени\w+|end\s+of|end)"
_END_KK = r"(?:со[ңн]ы\w*|ая[ғг]\w*)"
_THIS = r"(?:эт\w+|текущ\w+|ос[ыі]|this|the\s+current|current)"
_NEXT = r"(?:следующ\w+|будущ\w+|ближайш\w+|келесі|next|the\s+next)"
_AFTER_NUMBER = re.compile(r"\d\s*-?\s*$")
_LEADS = re.compile(
    r"(?:\b(?:к|до|в|во|на|по|не\s+позднее|не\s+позже|не\s+позднее\s+чем|ориентировочно|примерно|"
    r"срок(?:ом)?|прогноз|by|before|until|till|in|on|at|the|of|not\s+later\s+than|no\s+later\s+than|around)\s*[:,]?\s*)+$",
    re.IGNORECASE,
)
_TRAILS = re.compile(
    r"^\s*(?:-?\s*(?:ға|ге|қа|ке|да|де|та|те|ына|іне|нда)\b)?\s*"
    r"(?:(?:числа|күні\w*|г\.|года|жыл\w*|дейін|қарай|шейін|кешіктірмей|мерзімінде|inclusive|at\s+the\s+latest)\b\s*)*",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    rf"^(?:через|спустя|in\b|within|до\b|к\b|by\b|завтра|послезавтра|ертең|tomorrow)|кейін|дейін|{_END}|{_END_KK}|{_NEXT}|{_THIS}|"
    r"(?:да|де|та|те)$|from\s+now",
    re.IGNORECASE,
)
"""Times that speak of what is to come by themselves: "через две недели", "июньге дейін", "маусымда"."""
_STOPS = (",", ";", ":", "-", ".")
_EDGES = " \n\t,;.:!-–—()"


@dataclass(frozen=True, slots=True)
class When:
    """The day that a text names, and what it says besides.

    `marked` where a word like "к", "дейін" or "by" or a mark of punctuation sets it apart as a forecast; `within` where
    the text goes on behind it. `rolled` where a year was missing and only the next year's day is still to come.
    """

    day: date
    rest: str
    marked: bool = False
    within: bool = False
    rolled: bool = False


def read_forecast(text: str, today: date) -> When:
    """The day that a text names by itself or within a sentence. Whether it is still to come is not asked here.

    Raises UnreadableInput("day-not-read").
    """
    found = _find(text, today)
    if found is None:
        line = " ".join(text.split())
        raise UnreadableInput("day-not-read", typed=line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…")
    return found


def forecast_beside(text: str, today: date) -> When | None:
    """The forecast that a reason carries with it: named at its beginning or end, marked as one, and still to come.

    "Договор подписан 12 марта, ждём поставки" has none: what was is no forecast.
    """
    found = _find(text, today)
    if found is None or found.day < today or found.within or not (found.marked or not found.rest):
        return None
    return None if found.rolled and found.day > today + _SOON else found


def _find(text: str, today: date) -> When | None:
    """The last day that the text names: of several readings of one place the longest."""
    plain = dashes(clean(text[:_LONGEST]))
    best: tuple[int, int, date, bool] | None = None
    for found in _days(plain, today):
        if best is None or _better(found[:2], best[:2]):
            best = found
    if best is None:
        return None
    start, end, day, has_year = best
    before, after = plain[:start], plain[end:]
    lead, trail = _LEADS.search(before), _TRAILS.match(after)
    marked = lead is not None or bool(trail and trail[0].strip()) or bool(_FORWARD.search(plain[start:end]))
    before = before[: lead.start()] if lead else before
    after = after[trail.end() :] if trail else after
    marked = marked or before.rstrip().endswith(_STOPS) or after.lstrip().startswith(_STOPS)
    first, last = before.strip(_EDGES), after.strip(_EDGES)
    return When(
        day,
        rest=f"{first} {last}".strip(),
        marked=marked,
        within=bool(first and last),
        rolled=not has_year and day.year > today.year,
    )


def _better(one: tuple[int, int], best: tuple[int, int]) -> bool:
    """Whether a place is to be taken rather than the best so far: it holds that one, or stands after it."""
    if one[0] <= best[0] and one[1] >= best[1]:
        return one != best
    return one[0] >= best[1]


def _days(text: str, today: date) -> Iterator[tuple[int, int, date, bool]]:
    """Every time that the text names: (where it begins and ends, its last day, whether its year is said)."""
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            day = read(match, today)
            if day is not None:
                yield match.start(), match.end(), day, bool(match.groupdict().get("year"))


def _iso(match: re.Match[str], today: date) -> date | None:
    return _valid(int(match["year"]), int(match["month"]), int(match["day"]))


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
    day = 15 if part.startswith(("сер", "mid")) else 10 if part.startswith(("нач", "begin", "early")) else 31
    return date(year, month, min(day, monthrange(year, month)[1]))


def _of_part(size: int) -> Callable[[re.Match[str], date], date | None]:
    """The last day of the n-th quarter (3 months) or half-year (6) of a year."""

    def read(match: re.Match[str], today: date) -> date | None:
        said = match["nth"].lower()
        nth = next((n for word, n in _ORDER.items() if said == word), 0) or next(
            (n for word, n in _ORDER.items() if len(word) > 3 and said.startswith(word)), 0
        )
        if not 1 <= nth <= 12 // size:
            return None
        year = int(match["year"]) if match["year"] else today.year
        end = _end_of(year, nth * size)
        return _end_of(year + 1, nth * size) if end < today and not match["year"] else end

    return read


def _of_span(cycle: Cycle, *, following: bool) -> Callable[[re.Match[str], date], date | None]:
    def read(match: re.Match[str], today: date) -> date | None:
        span = Period.holding(today, cycle)
        return (span.next() if following else span).end

    return read


def _of_year(match: re.Match[str], today: date) -> date | None:
    return date(int(match["year"]), 12, 31)


def _later(match: re.Match[str], today: date) -> date | None:
    said = (match["count"] or "1").lower() if "count" in match.groupdict() else "1"
    count = int(said) if said.isdigit() else _NUMBERS[said]
    unit = match["unit"].lower()
    days, months = next((d, m) for stems, d, m in _UNITS if unit.startswith(stems))
    return _moved(today, days * count, months * count)


def _moved(day: date, days: int, months: int) -> date | None:
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    if year > 9000:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=days)


def _named(days: int) -> Callable[[re.Match[str], date], date | None]:
    return lambda match, today: today + timedelta(days=days)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _valid(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = _valid(today.year, month, day)
    if this is not None and this < today:
        return _valid(today.year + 1, month, day)
    return this or _valid(today.year + 1, month, day)


def _month(word: str) -> int:
    return next((at for at, pattern in enumerate(_MONTH_OF, 1) if pattern.fullmatch(word)), 0)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){text}", re.IGNORECASE)


def _readers() -> Iterator[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]]]:
    month, ordinal = rf"(?P<month>{_MONTH})", r"(?:\s*-?\s*(?:го|е|ого|му|ші|шы|st|nd|rd|th)\b)?"
    part = (
        r"(?:(?P<part>середин\w*|начал\w*|mid-?|middle of|beginning of|early|кон(?:ец|ца|цу|це)|end of)\s*)?"
    )
    yield _pattern(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"), _iso
    yield (
        _pattern(
            r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})(?:[./-](?P<year>20\d\d|\d{2}))?(?:\s*г\.?)?(?![\d.,]*\d)"
        ),
        _digits,
    )
    yield _pattern(rf"(?P<day>\d{{1,2}}){ordinal}(?:\s+|-)(?:of\s+)?{month}{_YEAR}(?![\w])"), _worded
    yield _pattern(rf"{month}\s+(?P<day>\d{{1,2}}){ordinal}(?!\d){_YEAR}(?![\w])"), _worded
    yield _pattern(rf"(?:(?P<year>20\d\d)\s*жыл\w*\s+)(?P<day>\d{{1,2}})\s+{month}"), _worded
    yield _pattern(rf"{part}{month}{_YEAR}(?![\w])(?:\s+айы\w*)?(?:\s+{_END_KK})?"), _of_month
    yield (
        _pattern(rf"(?:(?P<year>20\d\d)\s*жыл\w*\s+)(?P<part>)?{month}(?:\s+айы\w*)?(?:\s+{_END_KK})?"),
        _of_month,
    )
    for size, name in ((3, _QUARTER), (6, _HALF)):
        yield (
            _pattern(rf"(?:{_END}\s+)?(?:the\s+)?{_NTH}\s*{name}(?:\s+of)?{_YEAR}(?:\s+{_END_KK})?"),
            _of_part(size),
        )
        yield _pattern(rf"(?P<year>20\d\d)\s*жыл\w*\s+{_NTH}\s*{name}(?:\s+{_END_KK})?"), _of_part(size)
    yield _pattern(rf"(?:q|к)(?P<nth>[1-4])\b{_YEAR}"), _of_part(3)
    for cycle, name in _SPANS:
        yield (
            _pattern(rf"{_END}\s+(?:of\s+)?(?:the\s+)?(?:{_THIS}\s+)?(?:{name})\b(?!\s*20\d\d)"),
            _of_span(cycle, following=False),
        )
        yield _pattern(rf"(?:{_THIS}\s+)?(?:{name})\s+{_END_KK}"), _of_span(cycle, following=False)
        yield _pattern(rf"(?:в\s+|на\s+)?{_THIS}\s+(?:{name})\b"), _of_span(cycle, following=False)
        yield (
            _pattern(rf"(?:{_END}\s+)?(?:в\s+|на\s+)?{_NEXT}\s+(?:{name})\b(?:\s+{_END_KK})?"),
            _of_span(cycle, following=True),
        )
    yield _pattern(r"year-?end\b"), _of_span("year", following=False)
    yield (
        _pattern(rf"(?:{_END}\s+)?(?P<year>20\d\d)\s*-?\s*(?:г\.|год(?:а|у|ом)?\b|жыл\w*)(?:\s+{_END_KK})?"),
        _of_year,
    )
    yield _pattern(r"(?:в|до|by|in|end of|the end of)\s+(?P<year>20\d\d)(?![\d.\w])"), _of_year
    yield _pattern(rf"(?:через|спустя|in|within)\s+(?:{_COUNT}\s+)?{_UNIT}\b"), _later
    yield _pattern(rf"{_COUNT}\s+{_UNIT}\s+(?:ішінде|кейін|from\s+now)\b"), _later
    yield _pattern(r"(?:завтра|ертең\w*|tomorrow)\b"), _named(1)
    yield _pattern(r"(?:послезавтра|бүрсігүні)\b"), _named(2)
    yield _pattern(r"(?:сегодня|бүгін|today)\b"), _named(0)


_READERS = tuple(_readers())
