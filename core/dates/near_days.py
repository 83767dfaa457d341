"""Days told by what is near: a weekday, a day of this month, a third of a month, a season, a holiday (domain, §4).

Each reader is a pattern and what it makes of a match and of today; `core.dates.typed_days` tries them beside its own. Where a
time has passed already, the next such time is meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from core.dates.calendar_days import month_end, valid_day
from core.dates.plain_text import flat

Reader = Callable[[re.Match[str], date], date | None]

_WEEKDAYS = (
    r"понедельник\w*|дүйсенбі\w*|monday",
    r"вторник\w*|сейсенбі\w*|tuesday",
    r"сред[ауеы]|сәрсенбі\w*|wednesday",
    r"четверг\w*|бейсенбі\w*|thursday",
    r"пятниц\w*|жұма(?:ға|да|ны|ның|сы\w*)?|friday",
    r"суббот\w*|сенбі\w*|saturday",
    r"воскресень\w*|жексенбі\w*|sunday",
)
WEEKDAY = "|".join((*_WEEKDAYS, "пн", "вт", "ср", "чт", "пт", "сб", "вс"))
"""What names a day of the week."""
_SEASONS: tuple[tuple[int, str, str], ...] = (
    (5, r"весн(?:ой|ою)|көктем(?:де|інде)|in\s+(?:the\s+)?spring", r"весн[еы]|көктемге|spring"),
    (8, r"летом|жаз(?:да|ында)|in\s+(?:the\s+)?summer", r"лет[ау]|жазға|summer"),
    (11, r"осенью|күз(?:де|інде)|in\s+(?:the\s+)?autumn", r"осени|күзге|autumn"),
    (2, r"зимой|қыс(?:та|ында)|in\s+(?:the\s+)?winter", r"зим[еы]|қысқа|winter"),
)
"""The last month of each, what says "in it", and what says "by it" behind a word of its own."""
_NEXT = r"(?:следующ\w+|след\.?|будущ\w+|келесі|келер|next)"
_NEXT_DAY = rf"(?:{_NEXT}|following)"
_NEXT_WEEK = rf"{_NEXT}\s+(?:недел\w+|апта\w*|week)"
_NEXT_MONTH = rf"{_NEXT}\s+(?:месяц\w*|ай\w*|month)"
_MONTH_SAID = (
    rf"\s+(?:of\s+)?(?:(?P<next>{_NEXT_MONTH})|(?:эт\w+|текущ\w+|this|the)\s+(?:месяц\w*|month)|месяц\w*)"
)
_NO_NOUN_RU = (
    r"(?=\s*(?:$|[,;.!?:()\n-]|(?:и|или|либо|но|по|до|к|мы|я|они|все|всё|уже|точно|будет|будем|буду|включительно|числа|апта\w*)(?!\w)"
    r"|[^\W\d_]{3,}(?:ем|им|ут|ют|ят|ат|ет|ит|ём|юсь|усь|емся|имся|утся|ются|ятся|атся|ется|ится|ен|на|но|ны|аю|ую|ю)(?!\w)))"
)
"""Behind "26-го": nothing that is counted by it, as of "26-го кабинета"."""
_NO_NOUN_EN = (
    r"(?=\s*(?:$|[,;.!?:()\n-]|(?:at|of|by|in|for|if|or|and|to|till|until|through|is|was|will|we|i|it|he|she|they|you|all|everything|"
    r"inclusive|then|when|sharp|latest|instead|as|this|that|the)(?!\w)))"
)
_OF_KK = r"(?<![нтд][иы]н\s)(?<![дтн][ае]н\s)"
"""Before "26-сында": not what it is a part of ("12 бөлменің 11-інде", "12-ден 10-ы")."""


_BARE = (
    r"(?P<bare>\d{1,2})(?:-?го|-?му)?\s+числ[аоу]\b",
    rf"(?P<bare>\d{{1,2}})-?(?:ого|го|ому|му|е)\b{_NO_NOUN_RU}",
    rf"the\s+(?P<bare>\d{{1,2}})(?:st|nd|rd|th)\b{_NO_NOUN_EN}",
    rf"(?<=on\s)(?P<bare>\d{{1,2}})(?:st|nd|rd|th)\b{_NO_NOUN_EN}|(?<=by\s)(?P<bare_by>\d{{1,2}})(?:st|nd|rd|th)\b{_NO_NOUN_EN}",
    rf"{_OF_KK}(?P<bare>\d{{1,2}})-с?[иы](?:н(?:да|де|а|е))?(?!\w)",
)
"""A day of a month that is not told: "the 26th", "26-го", "26-сында"."""
UNDATED = re.compile(flat("|".join(rf"(?:{w})\b" for w in _WEEKDAYS)), re.IGNORECASE)
"""Times that a story of what was may name as well ("В пятницу комиссия не собралась")."""


_NEXT_WEEKDAY = re.compile(
    flat(rf"{_NEXT_DAY}\s+(?P<day>{'|'.join(_WEEKDAYS)})(?:\s+күні)?(?!\w)"), re.IGNORECASE
)


def near_days() -> Iterator[tuple[str, Reader]]:
    """(pattern, reader) of every time that is told from today by what is near."""
    for at, name in enumerate(_WEEKDAYS):
        yield rf"(?:{_NEXT_DAY}\s+)?(?:{name})\b(?:\s+күні)?", _weekday(at)
        yield rf"(?:{name})\b(?:\s+күні)?,?\s+(?:на\s+|of\s+)?(?:the\s+)?{_NEXT_WEEK}\b", _of_next_week(at)
        yield (
            rf"{_NEXT_WEEK},?\s+(?:во?\s+|к\s+|до\s+|on\s+|by\s+)?(?:{name})\b(?:\s+күні)?",
            _of_next_week(at),
        )
    yield rf"(?P<day>\d{{1,2}})(?:-?го|-?му)?\s+числ[аоу]\b{_MONTH_SAID}", _of_this_month
    yield rf"the\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b{_MONTH_SAID}", _of_this_month
    for words in _BARE:
        yield words, next_such_day
    yield rf"(?:(?P<next>{_NEXT_MONTH})|ай\w*)\s+(?P<day>\d{{1,2}})-\w{{1,7}}", _of_this_month
    yield (
        r"(?:до\s+|к\s+)нов(?:ого|ому)\s+год[ау]|жаңа\s+жылға|(?:by|before)\s+(?:the\s+)?new\s+year",
        _new_year,
    )
    yield (
        r"(?:до\s+)?кон(?:ца|це|ец)\s+(?:рабочего\s+)?дня|күн\s+соңына|(?:the\s+)?end\s+of\s+(?:the\s+)?day",
        _today,
    )


def days_of_year(month: str, month_of: Callable[[str], int]) -> Iterator[tuple[str, Reader]]:
    """(pattern, reader) of days, thirds and halves of a month, and of seasons: times of a year.

    `month` is a pattern of month names, `month_of` reads one.
    """
    said = rf"(?P<month>{month})"
    first = r"\d{1,2}(?:-\w{1,7})?\s*(?:-|мен|пен|бен|\s)\s*"
    yield (
        rf"(?P<day>\d{{1,2}})(?:-?го|-?му)?\s+числ[аоу]\s+{said}(?!\w)",
        lambda match, today: _on(today, month_of(match["month"]), int(match["day"])),
    )
    yield (
        rf"{said}(?:\s+ай\w*)?\s+(?:{first})?(?P<day>\d{{1,2}})-(?!\d)\w{{1,7}}",
        lambda match, today: _on(today, month_of(match["month"]), int(match["day"])),
    )
    part = (
        r"(?P<first>1(?:-\w{1,3}|th|st)?)|(?P<second>2(?:-\w{1,3}|th|nd)?)|"
        r"(?:3(?:-\w{1,3}|th|rd)?|последн\w+|соңғы|last)"
    )
    yield (
        rf"(?:{part})\s+(?P<of>декад\w*|половин\w*|half\s+of|decade\s+of)\s+{said}(?!\w)",
        _in_part(month_of),
    )
    yield rf"{said}(?:\s+ай\w*)?\s+(?:{part})\s+(?P<of>жартысы\w*|онкүнд\w*)", _in_part(month_of)
    for last, within, by in _SEASONS:
        yield rf"(?:{within})\b|кон(?:ца|цу|це|ец)\s+(?:{by})\b", _season(last)
        yield rf"(?:к|до|by|before)\s+(?:{by})\b|(?:{by})\s+дейін", _season((last + 8) % 12 + 1)
        yield rf"(?:{by})(?=\s+20\d\d)", _season(last)


def part_of_span(start: date, end: date, part: str) -> date:
    """The beginning ("begin") or the middle of a span as a day: of a month its 10th or 15th, of a longer one by its months.

    The beginning of a quarter, half-year or year is its first month's end; the middle is the end of its first half,
    of a quarter the 15th of its second month. "Next week" at its beginning is its Tuesday, in its middle its Thursday.
    """
    days = (end - start).days + 1
    if days <= 7:
        return start + timedelta(days=1 if part == "begin" else 3)
    if days <= 31:
        return start.replace(day=10 if part == "begin" else 15)
    if part == "begin":
        return month_end(start.year, start.month)
    if days <= 92:
        return date(start.year, start.month + 1, 15)
    return month_end(start.year, start.month + (2 if days <= 184 else 5))


def _weekday(at: int) -> Reader:
    """The weekday to come; "next Wednesday", "в следующую среду" is the one of next week (but see `may_be_this_week`)."""
    of_next_week = _of_next_week(at)

    def read(match: re.Match[str], today: date) -> date | None:
        if re.match(flat(_NEXT_DAY), match[0], re.IGNORECASE):
            return of_next_week(match, today)
        return today + timedelta(days=(at - today.weekday() - 1) % 7 + 1)

    return read


def _of_next_week(at: int) -> Reader:
    return lambda match, today: today + timedelta(days=7 - today.weekday() + at)


def may_be_this_week(words: str, today: date) -> bool:
    """Whether a time says "next Friday" before this week's: some mean that one by it, some the one of next week."""
    said = _NEXT_WEEKDAY.match(words)
    return said is not None and any(
        re.fullmatch(flat(name), said["day"], re.IGNORECASE) for name in _WEEKDAYS[today.weekday() + 1 :]
    )


def _of_this_month(match: re.Match[str], today: date) -> date | None:
    """The day of this month, or of the next where that is named; None where it has no such day."""
    this = today.replace(day=1)
    follows = month_end(this.year, this.month) + timedelta(days=1)
    start = follows if match["next"] else this
    return valid_day(start.year, start.month, int(match["day"]))


def next_such_day(match: re.Match[str], today: date) -> date | None:
    """The next day of that number after today; None where no month has it."""
    day = int(next(part for name, part in match.groupdict().items() if name.startswith("bare") and part))
    return next_of_number(day, today)


def next_of_number(day: int, today: date) -> date | None:
    """The next day of that number after today, in a month that has it; None for a number above 31."""
    ahead = (today + timedelta(days=n) for n in range(1, 63))
    return next((d for d in ahead if d.day == day), None)


def _in_part(month_of: Callable[[str], int]) -> Reader:
    """The last day of a half or a third of a month."""

    def read(match: re.Match[str], today: date) -> date | None:
        month = month_of(match["month"])
        first, second = (15, 31) if match["of"].lower().startswith(("пол", "жарт", "half")) else (10, 20)
        day = first if match["first"] else second if match["second"] else 31
        ends = [date(y, month, min(day, monthrange(y, month)[1])) for y in (today.year, today.year + 1)]
        return next(end for end in ends if end >= today)

    return read


def _season(month: int) -> Reader:
    def read(match: re.Match[str], today: date) -> date | None:
        end = month_end(today.year, month)
        return end if end >= today else month_end(today.year + 1, month)

    return read


def _new_year(match: re.Match[str], today: date) -> date | None:
    return date(today.year, 12, 31)


def _today(match: re.Match[str], today: date) -> date | None:
    return today


def _on(today: date, month: int, day: int) -> date | None:
    """The next such day; None where the month has none."""
    for year in (today.year, today.year + 1):
        if not 1 <= day <= monthrange(year, month)[1]:
            continue
        found = date(year, month, day)
        if found >= today:
            return found
    return None
