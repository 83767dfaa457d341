"""A day written out as a date: "05.03.2024", "15 мая", "5 сәуір 2024", "3 May"; alone, or inside a text."""

from __future__ import annotations

import re
from datetime import date

from core.dates.calendar_days import valid_day
from core.kernel.month_names import MONTHS

_MONTHS = tuple((*{w[:3] for w in m.russian[:2]}, m.kazakh[:3], m.english[:3]) for m in MONTHS)
"""The first three letters of a month tell it, in any case and language."""
_DIGITS = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?P<mark>[./-])(?P<month>\d{1,2})(?:(?P=mark)(?P<year>\d{4}|\d{2}))?(?![./-]?\d)"
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_WORDS = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s{0,3}(?:of\s)?([a-zа-яәғқңөұүһіё]{3,})\.?(?:,?\s+(\d{4}))?",
    re.IGNORECASE,
)
# "2024 жылғы 5 наурыздағы" and "March 5, 2024": the parts stand in another order.
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s?(?:ж\.|жыл\w*)\s?(?P<day>\d{1,2})[\s-](?P<month>[а-яәғқңөұүһі]{3,})",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"\b(?P<month>[a-z]{3,})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{4}))?(?![\d])",
    re.IGNORECASE,
)
_MONTH = "|".join(name for names in _MONTHS for name in names)
_DAYS = (
    r"\d{4}-\d{2}-\d{2}",
    rf"\d{{4}}\s?(?:ж\.|жыл\w*)\s?\d{{1,2}}[\s-](?:{_MONTH})\w*",
    r"\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2}))?",
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s{{0,3}}(?:of\s)?(?:{_MONTH})\w*\.?(?:,?\s\d{{4}})?",
    rf"(?:{_MONTH})\w*\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?",
)
DAY = rf"(?<!\d)(?:{'|'.join(_DAYS)})(?!\d)(?:\s?(?:г\.|г\b|года\b|ж\.|ж\b|жылы\b|жылғы\b|жылдың\b|күнгі\b|күні\b))?"
"""What a day looks like inside a longer pattern; `core.evidence.papers.paper_day` reads it."""


def find_day(text: str, today: date, *, forward: bool) -> tuple[date, int, int] | None:
    """(the day, where it begins, where it ends): of several, one with its year, else the last ("12/3-ө от 05.03")."""
    found: list[tuple[bool, int, int, date]] = []
    for pattern in (_ISO, _DIGITS, _WORDS, _YEAR_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            day, year = _day_of(match, pattern, today, forward)
            if day is not None:
                found.append((year is not None, match.start(), match.end(), day))
    if not found:
        return None
    _, start, end, day = max(found, key=lambda f: f[:2])
    return day, start, end


def _day_of(
    match: re.Match[str], pattern: re.Pattern[str], today: date, forward: bool
) -> tuple[date | None, str | None]:
    if pattern is _ISO:
        return _day(int(match[3]), int(match[2]), match[1], today, forward), match[1]
    if pattern in (_YEAR_FIRST, _MONTH_FIRST):
        year = match["year"]
        return _day(int(match["day"]), month_named(match["month"]), year, today, forward), year
    if pattern is _DIGITS:
        year = match["year"]
        return _day(int(match["day"]), int(match["month"]), year, today, forward), year
    return _day(int(match[1]), month_named(match[2]), match[3], today, forward), match[3]


def month_named(word: str) -> int:
    """The month that a word in any of its cases names, 1 to 12; 0 where it names none."""
    start = word.lower()
    return next((i for i, names in enumerate(_MONTHS, 1) if start.startswith(names)), 0)


def _day(day: int, month: int, year: str | None, today: date, forward: bool) -> date | None:
    if year:
        return valid_day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = valid_day(today.year, month, day)
    if this is None:
        return None
    if forward and this < today:
        return valid_day(today.year + 1, month, day)
    if not forward and this > today:
        return valid_day(today.year - 1, month, day)
    return this
