"""The time of a leave as people type it: «с 1 по 14 апреля», "1 сәуірден бастап екі апта", "from 1 April for two weeks".

The whole text is read: what is left over and says another time, a number, a limit or "no" makes it refused.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from core.dates.day_patterns import MONTH, month_of
from core.dates.doubts import two_ways
from core.dates.plain_text import flat, plain
from core.dates.time_words import tells_no, tells_time
from core.dates.times_found import CLAUSES, lacking_day
from core.kernel.errors import UnreadableInput
from core.kernel.text import whole_words
from core.people.leave_words import spelled_out, tells_of_others, without_absence

LONGEST = timedelta(days=366)
"""A leave longer than a year is a post that changes hands."""
_SHOWN = 40
_JUST_BEGUN = timedelta(days=62)
"""A first day without a year is the one to come, or of a leave that began no longer ago than that."""

_UNIT = (
    r"(?:дн(?:я|ей|ю|и|\.|\b)|день|сут(?:ки|ок)|недел(?:я|и|ь|ю)|нед(?:\.|\b)|месяц(?:а|ев)?|мес(?:\.|\b)|"
    r"күн(?:ге|дік|дікке)?|апта(?:ға|лық|лыққа)?|ай(?:ға|лық|лыққа)?|days?|weeks?|months?|fortnight)"
)
_LENGTHS: tuple[tuple[tuple[str, ...], int, int], ...] = (
    (("нед", "апта", "week"), 7, 0),
    (("мес", "ай", "month"), 0, 1),
    (("fortnight",), 14, 0),
    (("дн", "ден", "сут", "кун", "day"), 1, 0),
)
"""How a unit begins, and its days or months."""
_TOKEN = (
    r"(?P<iso>20\d\d[-./]\d{1,2}[-./]\d{1,2}(?!\d))",
    r"(?P<numeric>\d{1,2}[./]\d{1,2}(?:[./](?:20\d\d|\d{2}))?(?!\d)|\d{1,2}-\d{1,2}-20\d\d(?!\d))",
    rf"(?P<lasts>(?:на\s+|for\s+)?(?<![\d-])(?P<count>\d{{1,3}})\s*(?:календарн\w+\s+|calendar\s+|күнтізбелік\s+)?{_UNIT}(?!\w))",
    rf"(?P<lasts_one>(?:на\s+|(?:for\s+)?an?\s+){_UNIT}(?!\w)|(?:аптаға|айға)(?!\w))",
    rf"(?P<month>{MONTH}(?!\w))",
    r"(?P<year>(?<!\d)20\d{2}(?!\d)(?:\s*-?\s*(?:г(?:\.|\b)|года|жыл\w*|ж(?:\.|\b)))?)",
    r"(?P<near>(?:сегодня|сегодняшнего\s+дня|бүгін(?:нен)?|today|завтра|завтрашнего\s+дня|ертең(?:нен)?|tomorrow|"
    r"послезавтра|бүрсігүні(?:нен)?|(?:the\s+)?day\s+after\s+tomorrow)(?!\w))",
    r"(?P<day>(?<!\d)\d{1,2}(?!\d)(?:\s*-?\s*(?:го|е|ого|ему|му|st|nd|rd|th)(?!\w)|-[а-я]{1,7}(?!\w))?)",
    r"(?P<from>(?:с|со|начиная\s+с|from|starting(?:\s+(?:on|from))?|since|бастап)(?!\w))",
    r"(?P<to>(?:по|до|к|to|until|till|through|дейін|шейін|аралығында|арасында|включительно|inclusive|қоса\s+алғанда)(?!\w)|-)",
    r"(?P<join>(?:и|and|мен|пен|бен|of|the|числа|күні|күннен|between|между|on|в|ай(?:ы|ының|ында))(?!\w))",
    r"(?P<word>[^\W\d_]+)",
)
_BEHIND = frozenset(flat("дейін шейін бастап аралығында арасында включительно inclusive").split())
"""What stands behind the day that it is said of."""
_ANDS = frozenset("и and мен пен бен".split())
_DATIVE = re.compile(
    flat(
        rf"(?:{MONTH}\s)?\d{{1,2}}(?:-?\s?(?:{MONTH}|[а-я]+))?[дтн][ае]н\s(?:{MONTH}\s)?\d{{1,2}}\W*?(?:{MONTH}|[а-я]+)(?:[ғгқк]?[ае])\W*"
    ),
    re.IGNORECASE,
)
_ABLATIVE = re.compile(flat(r"[дтн][ае]н$"), re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


_RETURNS = (
    r"выхожу|выйду|выход|вернусь|возвращаюсь|возвращение|приступлю|приступаю|на\s+месте|на\s+работ[еу]|в\s+строю|"
    r"шығамын|шығам|ораламын|оралам|орнымда|орнымдамын|қайтамын|қайтам|жұмыста|жұмыстамын|кірісемін|"
    r"back|return(?:s|ing)?|resum(?:e|es|ing)|at\s+work|at\s+my\s+desk|in\s+(?:the\s+)?office"
)
"""What tells that somebody is at work again: the leave ended the day before."""
_RETURNS_BESIDE = (
    r"я|мы|уже|снова|опять|обратно|буду|быть|на|в|к|с|работу|работе|работать|работы|месте|рабоч\w+|офис\w*|службу|кабинет\w*|"
    r"обязанност\w+|из|отпуска|отпуск|после|мен|қайта|қайтадан|боламын|болам|жұмысқа|жұмыс|қызметке|кеңсе\w*|қызметіме|күні|демалыс\w*|"
    r"again|i|we|he|she|am|is|i['’]m|i['’]ll|ll|m|will|be|to|at|in|on|the|my|office|work|desk|duty|duties|home|post|for|from|leave|and|day"
)
"""What may stand beside that; any other word tells of something else."""
_LEAVING = r"отпуск\w*|ухожу|уйду|уезжаю|уеду|больничн\w+|отсутств\w+|кет\w+|демалыс\w*|leav\w+|off|away|out|absent|vacation|holiday"
_OF_DAY = frozenset(("iso", "numeric", "month", "year", "near", "day"))
_FIGURES = re.compile(r"[\d./\s-]+")
_AND = re.compile(r"\s*(?:и|және|мен|and)\s*", re.IGNORECASE)
"""Two days, one after the other, are both of them: "завтра и послезавтра"."""
_BETWEEN = re.compile(r"(?<!\w)(?:между|between)(?!\w)", re.IGNORECASE)


class _Day(NamedTuple):
    """A day as far as it was said; `is_first` and `is_last` where a word says that the leave begins or ends by it.

    `at` is its place in the text, `returns` where it is told as the day of being at work again.
    """

    day: int
    month: int | None = None
    year: int | None = None
    is_first: bool = False
    is_last: bool = False
    is_bare: bool = False
    """Whether it is a number alone that nothing makes a day: the 14 of "с 10 апреля 14 смен"."""
    at: int = 0
    returns: bool = False


class _Length(NamedTuple):
    """How long a leave is: so many days and whole months."""

    days: int
    months: int

    def last_from(self, starts: date) -> date:
        """The last day of a leave of that length. Raises ValueError beyond the calendar."""
        year, month = divmod(starts.year * 12 + starts.month - 1 + self.months, 12)
        day = min(starts.day, monthrange(year, month + 1)[1])
        return date(year, month + 1, day) + timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a text says of a leave: the days in their order, and its lengths."""

    days: tuple[_Day, ...]
    lengths: tuple[_Length, ...]
    in_words: bool
    """Whether words are left that say neither a day nor a length, nor that it is a leave."""


def read_leave(
    text: str, today: date, starts: date | None = None, language: str | None = None
) -> tuple[date, date]:
    """(first day, last day), both included. A last day or a length alone ("до 14 апреля", "на две недели") begins on
    `starts`, where that was said before, else today.

    A missing year is the one that brings the last day nearest after today. Raises UnreadableInput: `leave-not-read`,
    `leave-no-such-day`, `leave-backwards` (the last day before the first), `leave-past` (over already),
    `leave-too-long`, `day-two-ways` ("04/05/2024" of who reads English); and `leave-end-not-said`, with the first day for the card (`for_card`), where it alone was said.
    """
    seen = plain(text)
    lacking = lacking_day(seen)
    if lacking is not None:
        raise UnreadableInput("leave-no-such-day", typed=lacking[:_SHOWN])
    exchanged = two_ways(seen) if language == "en" else None
    if exchanged is not None:
        raise UnreadableInput("day-two-ways", typed=exchanged)
    said = _said(spelled_out(seen.text, today), today)
    if said is None:
        raise UnreadableInput("leave-not-read", typed=text[:_SHOWN])
    try:
        first, last = _days(said, today, starts)
    except (ValueError, OverflowError) as error:
        raise UnreadableInput("leave-not-read", typed=text[:_SHOWN]) from error
    return checked(first, last, today)


def usual_leaves(today: date, starts: date | None = None) -> list[tuple[date, date]]:
    """First and last day of one and two weeks: from `starts` where that was said, else from today and from Monday."""
    monday = today + timedelta(days=7 - today.weekday())
    begins = (today, monday) if starts is None else (starts,)
    return [(first, first + timedelta(days=n - 1)) for first in begins for n in (7, 14)]


def checked(starts: date, ends: date, today: date) -> tuple[date, date]:
    """The two days, where a leave can have them. Raises UnreadableInput, as `read_leave` does."""
    if ends < starts:
        raise UnreadableInput("leave-backwards")
    if ends < today:
        raise UnreadableInput("leave-past")
    if ends - starts > LONGEST or starts > today + LONGEST:
        raise UnreadableInput("leave-too-long")
    return starts, ends


def _days(said: _Said, today: date, starts: date | None) -> tuple[date, date]:
    """The two days that are meant. Raises ValueError where it is not known, and `leave-end-not-said`."""
    if said.days and said.days[-1].returns:
        return _until_return(said, today, starts)
    if len(said.days) == 2:
        ends = _last(said.days[1], today)
        first = _first(said.days[0], ends)
        if said.lengths and said.lengths[0].last_from(first) != ends:
            raise ValueError("a length that is not that of the days")
        return first, ends
    if not said.days:
        first = starts or today
        return first, said.lengths[0].last_from(first)
    return _of_one_day(said, today, starts)


def _until_return(said: _Said, today: date, starts: date | None) -> tuple[date, date]:
    """The leave that ends the day before somebody is at work again. Raises ValueError as `_days`."""
    if said.lengths:
        raise ValueError("a length and a day of return")
    ends = _last(said.days[-1], starts or today) - timedelta(days=1)
    if len(said.days) == 1:
        return starts or min(today, ends), ends
    return _first(said.days[0], ends), ends


def _of_one_day(said: _Said, today: date, starts: date | None) -> tuple[date, date]:
    day = said.days[0]
    if said.lengths:
        if day.is_last or (said.in_words and not day.is_first):
            raise ValueError("a length, and a day that is its last or may be")
        return _lasting(day, said.lengths[0], today)
    if starts is not None and not day.is_first:
        ends = _last(day, starts)
        return starts, ends
    if day.is_first and not day.is_last:
        asked = UnreadableInput("leave-end-not-said")
        asked.for_card = {"starts": _begins(day, today).isoformat()}
        raise asked
    if not day.is_last:
        raise ValueError("one day, and nothing says which")
    ends = _last(day, today)
    return min(today, ends), ends


def _lasting(day: _Day, length: _Length, today: date) -> tuple[date, date]:
    first = _of_year(day, day.year or today.year)
    if day.year is None and length.last_from(first) < today:
        first = _of_year(day, today.year + 1)
    return first, length.last_from(first)


def _begins(day: _Day, today: date) -> date:
    first = _of_year(day, day.year or today.year)
    return first if day.year or first >= today - _JUST_BEGUN else _of_year(day, today.year + 1)


def _of_year(day: _Day, year: int) -> date:
    """Raises ValueError where that year has no such day."""
    return date(year, day.month or 0, day.day)


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{flat('|'.join(_TOKEN))})", re.IGNORECASE)


def _said(typed: str, today: date) -> _Said | None:
    """What a plain text says; None where it says more or less than a leave, or may be of somebody else's."""
    text, is_absent = without_absence(typed)
    reading, done = _Reading(today), 0
    for match in _tokens().finditer(text):
        reading.rest.append(text[done : match.start()])
        reading.take(match)
        done = match.end()
    rest = " ".join([*reading.rest, text[done:]])
    returns = _any_return().search(text) is not None
    if tells_time(rest) or tells_no(rest) or _one_of_two().search(text):
        return None
    if _working_days().search(text) or tells_of_others(
        _without_days(text), _RETURNS_BESIDE if returns else ""
    ):
        return None
    said = reading.said(in_words=_WORD.search(_leave_words().sub(" ", rest)) is not None)
    if said is not None and is_absent:
        said = _of_absence(said)
    return _with_return(text, said) if said is not None else None


def _without_days(text: str) -> str:
    """The text without being at work again, and a number for each day and length."""
    words = _any_return().sub(" ", text)
    return _tokens().sub(lambda m: m[0] if m.lastgroup in ("word", "from", "to", "join") else " 0 ", words)


def _of_absence(said: _Said) -> _Said:
    """ "Завтра меня не будет": one day that nothing makes the first or the last is the whole of it."""
    if len(said.days) != 1 or said.lengths or said.days[0].is_first or said.days[0].is_last:
        return said
    day = said.days[0]
    return replace(said, days=(day._replace(is_first=True), day._replace(is_last=True)))


@cache
def _working_days() -> re.Pattern[str]:
    """A length in working days: which of them are worked is not known here."""
    return re.compile(flat(r"(?<!\w)(?:рабоч\w+\s+д|жұмыс\s+күн|(?:working|business)\s+day)"), re.IGNORECASE)


@cache
def _leave_words() -> re.Pattern[str]:
    said = r"отпуск\w*|больничн\w+|командировк\w+|трудов\w+|демалыс\w*|іссапар\w*|еңбек|leave|vacation|annual|sick|trip"
    return re.compile(flat(rf"(?<!\w)(?:{said})(?!\w)"), re.IGNORECASE)


def _with_return(text: str, said: _Said) -> _Said | None:
    """The same where its second day is told as the end of the leave, or as the day of being at work again; else None."""
    if not said.days or not _any_return().search(text):
        joined = len(said.days) < 2 or said.days[1].is_last or _is_joined(text, said.days)
        return said if joined and not _any_return().search(text) else None
    last = said.days[-1]
    start, end = _part_of(text, last.at, [d.at for d in said.days[:-1]])
    beside = text[:start] + " " + text[end:]
    is_told = _only_return().fullmatch(_words_of(text[start:end])) is not None
    begins = len(said.days) == 1 or said.days[0].is_first or whole_words(_LEAVING).search(beside) is not None
    if not (is_told and begins) or last.is_first or last.is_last or _any_return().search(beside):
        return None
    return replace(said, days=(*said.days[:-1], last._replace(returns=True)))


def _is_joined(text: str, days: Sequence[_Day]) -> bool:
    """Whether two days are one span without a word of its end: "2024-04-01 2024-04-14", "1 сәуірден 14 сәуірге"."""
    if _FIGURES.fullmatch(text) or _BETWEEN.search(text):
        return True
    one, other = days[0], days[1]
    if other.day - one.day == 1 and one.month == other.month and _AND.fullmatch(_words_of(text)):
        return True
    first, last = sorted(d.at for d in days)
    return days[0].is_first and _DATIVE.fullmatch(text[first:]) is not None and last > first


def _part_of(text: str, at: int, others: Sequence[int]) -> tuple[int, int]:
    """The part of the text that a day stands in: between marks of punctuation, or from the end of the day before."""
    begin = max([0, *(m.end() for m in CLAUSES.finditer(text) if m.end() <= at)])
    for match in _tokens().finditer(text):
        if match.lastgroup in _OF_DAY and match.start() < at and any(o <= match.start() for o in others):
            begin = max(begin, match.end())
    after = CLAUSES.search(text, at + 1)
    end = min([after.start() if after else len(text), *(o for o in others if o > at)])
    return begin, end


def _words_of(part: str) -> str:
    """A part of the text without its days."""
    return _tokens().sub(lambda m: " " if m.lastgroup in _OF_DAY else m[0], part)


@cache
def _any_return() -> re.Pattern[str]:
    stems = r"выхо\w+|выйд\w+|верн\w+|возвра\w+|returns?|returning|шыға\w+|орала\w+|қайта\w+"
    return re.compile(rf"(?<!\w)(?:{flat(_RETURNS)}|{flat(stems)})(?!\w)", re.IGNORECASE)


@cache
def _only_return() -> re.Pattern[str]:
    """The words of a part that tells of being at work again and of nothing else."""
    word = rf"(?:{flat(_RETURNS)}|{flat(_RETURNS_BESIDE)})(?!\w)\W*"
    return re.compile(rf"\W*(?=.*(?<!\w)(?:{flat(_RETURNS)})(?!\w))(?:{word})+", re.IGNORECASE | re.DOTALL)


@cache
def _one_of_two() -> re.Pattern[str]:
    """Words that make two days no first and last one: "с 1 или с 5 апреля", "1 и 14 апреля"."""
    return re.compile(
        flat(
            r"(?<!\w)(?:или|либо|or|немесе)(?!\w)|\A(?!.*(?:между|between)).*\d.*(?<![\w-])(?:и|and)(?!\w).*\d"
        ),
        re.IGNORECASE | re.DOTALL,
    )


@dataclass(slots=True)
class _Reading:
    """What was read of a text so far; `begins` and `ends` where the word before says so of the day that comes next."""

    today: date
    days: list[_Day] = field(default_factory=list)
    months: list[int] = field(default_factory=list)
    lengths: list[_Length] = field(default_factory=list)
    year: int | None = None
    begins: bool = False
    ends: bool = False
    joined: bool = False
    rest: list[str] = field(default_factory=list)

    def take(self, match: re.Match[str]) -> None:
        """One more word, number or date."""
        word, kind = flat(match[0]).lower(), match.lastgroup
        if kind in ("iso", "numeric", "near", "day"):
            day = _day(word, kind, self.today)._replace(at=match.start())
            self._take_day(day, word if kind != "numeric" else "")
        elif kind in ("lasts", "lasts_one"):
            self.lengths.append(_length(word, match["count"]))
        elif kind == "month":
            self.months.append(month_of(match[0]))
            self.days[-1:] = [day._replace(is_bare=False) for day in self.days[-1:]]
            self._ends_in(word)
        elif kind == "year":
            self.year = int(word[:4])
        elif kind in ("from", "to"):
            self._take_mark(word, kind)
        elif kind == "join":
            self.joined = word in _ANDS
        elif kind == "word":
            self.rest.append(match[0])
            self.ends = False

    def said(self, *, in_words: bool) -> _Said | None:
        """All of it, where it can be a leave."""
        days = _with_months(self.days, self.months, self.year)
        lacks_month = len(days) != len(self.days) or (self.months and not self.days)
        if lacks_month or len(days) > 2 or len(self.lengths) > 1 or not (days or self.lengths):
            return None
        if len(days) == 2 and days[1].is_first:
            days = days[::-1]  # "до 14 апреля с 1 апреля"
        if len(days) == 2 and (days[0].is_last or days[1].is_first or days[1].is_bare > days[1].is_last):
            return None
        return _Said(tuple(days), tuple(self.lengths), in_words)

    def _take_day(self, day: _Day, word: str) -> None:
        is_bare = word.isdecimal() and not self.joined
        self.days.append(day._replace(is_first=self.begins, is_last=self.ends, is_bare=is_bare))
        self.begins = self.ends = self.joined = False
        self._ends_in(word)

    def _ends_in(self, word: str) -> None:
        """ "1 сәуірден", "1-інен": the day from which."""
        if self.days and not self.days[-1].is_last and _ABLATIVE.search(word):
            self.days[-1] = self.days[-1]._replace(is_first=True)

    def _take_mark(self, word: str, kind: str) -> None:
        behind = word in _BEHIND and self.days
        if behind:
            marked = {"is_first": kind == "from", "is_last": kind == "to"}
            self.days[-1] = self.days[-1]._replace(**marked)
        elif word not in _BEHIND:
            self.begins, self.ends = kind == "from", kind == "to"


def _day(word: str, kind: str, today: date) -> _Day:
    if kind == "near":
        ahead = 0 if word.startswith(("сегодня", "бугин", "today")) else 1
        day = today + timedelta(days=2 if word.startswith(("после", "бурси", "the", "day")) else ahead)
        return _Day(day.day, day.month, day.year)
    numbers = [int(n) for n in re.findall(r"\d+", word)]
    if kind == "day":
        return _Day(numbers[0])
    if kind == "iso":
        return _Day(numbers[2], numbers[1], numbers[0])
    number, month, *year = numbers
    return _Day(number, month, year[0] + (2000 if year[0] < 100 else 0) if year else None)


def _length(word: str, count: str | None) -> _Length:
    unit = re.sub(r"^(?:на|for|an?|for\s+an?)\s+|[\d\s]+", " ", word).split()[-1]
    days, months = next((d, m) for stems, d, m in _LENGTHS if unit.startswith(stems))
    return _Length(days * int(count or 1), months * int(count or 1))


def _with_months(said: list[_Day], months: list[int], year: int | None) -> list[_Day]:
    """The days with their months, none where they are not known; a month or year said once is for both."""
    if len(said) == 2 and said[0].month is None and not months:
        said = [said[0]._replace(month=said[1].month), said[1]]  # "1-14.04.2024"
    bare = [d for d in said if d.month is None]
    if bare and (not months or len(months) > len(bare)):
        return []
    per_day = months if len(months) == len(bare) else months * len(bare)
    given = iter(per_day)
    dated = [d if d.month is not None else d._replace(month=next(given)) for d in said]
    if year is not None and dated and dated[-1].year is None:
        dated[-1] = dated[-1]._replace(year=year)
    return dated


def _last(said: _Day, today: date) -> date:
    """Raises ValueError where there is no such day."""
    if said.year is not None:
        return _of_year(said, said.year)
    this = _of_year(said, today.year)
    return this if this >= today else _of_year(said, today.year + 1)


def _first(said: _Day, ends: date) -> date:
    """Raises ValueError where there is no such day. Over the turn of the year the first day is of the year before."""
    if said.year is not None:
        return _of_year(said, said.year)
    same = _of_year(said, ends.year)
    if same > ends and said.month is not None and said.month > ends.month:
        return _of_year(said, ends.year - 1)
    return same
