"""Papers and days as people type them: "12-ө от 05.03.2024", "15 мая", "5 сәуір 2024", "3 May"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from core.dates.calendar_days import valid_day
from core.kernel.errors import UnreadableInput
from core.kernel.month_names import MONTHS
from core.plan.reports import Evidence

_MONTHS = tuple((*{w[:3] for w in m.russian[:2]}, m.kazakh[:3], m.english[:3]) for m in MONTHS)
"""The first three letters of a month tell it, in any case and language."""
_DIGITS = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?(?!\d)")
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
"""What a day looks like inside a longer pattern; `paper_day` reads it."""
_JOINS = re.compile(r"[\s,;]*\b(?:от|дата|күні|dated|of|from)[\s.:]*$|[\s,;:]+$", re.IGNORECASE)
_AFTER_DAY = re.compile(r"^[\s,;.)]*(?:(?:г|года|ж|жыл\w*|күн\w*)\b\.?)?[\s,;.]*|[\s,;.]+$", re.IGNORECASE)
_NUMBER_SIGN = re.compile(r"^\s*(?:№|#|no\.?\s|номер\s|нөмірі\s)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's number and its date, either of which may be missing."""

    number: str | None
    dated: date | None


def read_day(text: str, today: date) -> date:
    """A day as typed; a missing year is the one that brings the day nearest after today.

    Raises UnreadableInput("day-not-read").
    """
    found = _find_day(text, today, forward=True)
    if found is None:
        raise UnreadableInput("day-not-read", typed=text[:40])
    return found[0]


def read_paper(text: str, today: date) -> Paper:
    """The number and date of a paper, in one message. A paper is of the past: a missing year is the last one that fits.

    Raises UnreadableInput("paper-not-read") where the text is too long to be a number and has no date.
    """
    text = " ".join(text.split())
    found = _find_day(text, today, forward=False)
    number = text
    if found is not None:
        before, after = text[: found[1]], text[found[2] :]
        number = _JOINS.sub("", before) or _AFTER_DAY.sub("", after)
    number = _NUMBER_SIGN.sub("", number).strip(" ,;.-/(:")
    is_told = sum(1 for word in number.split() if len(word) > 3 and word.isalpha()) > 1
    if len(number) > 60 or is_told or (found is None and not any(c.isdigit() for c in number)):
        raise UnreadableInput("paper-not-read", typed=text[:40])
    return Paper(number or None, found[0] if found else None)


def paper_day(text: str, today: date) -> date | None:
    """The day of a paper: a missing year is the last one that fits. None where there is no such day."""
    found = _find_day(text, today, forward=False)
    return found[0] if found else None


def _find_day(text: str, today: date, *, forward: bool) -> tuple[date, int, int] | None:
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
    month = int(match[2]) if pattern is _DIGITS else month_named(match[2])
    return _day(int(match[1]), month, match[3], today, forward), match[3]


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


def next_form(completion_form: str | None, answered: Collection[str | None]) -> str | None:
    """The first form of completion that nothing was attached for yet; None where each has something."""
    return next((form for form in forms_of(completion_form) if form not in answered), None)


def forms_of(completion_form: str | None) -> tuple[str, ...]:
    """The papers that a form of completion names: "Положение, штатное расписание" are two."""
    parts = re.split(r"\s*[,;\n]\s*", completion_form or "")
    return tuple(part.strip(" .") for part in parts if part.strip(" ."))


def pages_of(found: Evidence, evidence: list[Evidence]) -> list[Evidence]:
    """The file alone, or the whole album that it is a page of."""
    if found.album is None:
        return [found]
    return [e for e in evidence if e.album == found.album]
