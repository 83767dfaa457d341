"""How long work lasts, as printed: "2 недели", "10 рабочих дней", "30 к.д.", "3 ай", "полгода", "2 weeks"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from core.kernel.text import clean, dashes

Measure = Literal["day", "working_day", "month"]
_WORDS = {
    "одн": 1, "дв": 2, "три": 3, "трех": 3, "трёх": 3, "четыр": 4, "пят": 5, "шест": 6, "сем": 7, "восем": 8, "девят": 9,
    "десят": 10, "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "half": 0,
}  # fmt: skip
_UNITS: tuple[tuple[str, Measure, int], ...] = (
    (r"р\. ?д|раб(?:оч\w*|\.)? ?(?:дн\w*|день|д\b)|жұмыс күн\w*|(?:working|business|work) days?", "working_day", 1),
    (r"к\. ?д|кал(?:ендарн\w*|\.)? ?(?:дн\w*|день|д\b)|күнтізбелік күн\w*|calendar days?|дн\w*|день|сут\w*|күн\w*|days?|д\b|d\b", "day", 1),
    (r"нед\w*|апта\w*|weeks?|wks?|w\b", "day", 7),
    (r"декад\w*|онкүнд\w*", "day", 10),
    (r"мес\w*|ай\w{0,4}|months?|mons?|mos?", "month", 1),
    (r"кв\w*|тоқсан\w*|quarters?", "month", 3),
    (r"полугод\w*|пол ?года|жарты ?жыл\w*|half[- ]years?", "month", 6),
    (r"год\w*|лет|жыл\w*|years?|yrs?", "month", 12),
)  # fmt: skip
_PATTERNS = tuple((re.compile(rf"(?:{words})\b\.?"), unit, times) for words, unit, times in _UNITS)
_COUNT = re.compile(
    r"(?P<n>\d{1,3}(?:[.,]5)?|[а-яёәғқңөұүһіa-z]+)(?:-?(?:х|ти|и|ми|го))?(?:\s*\([^)]*\))?\s*"
)
_AROUND = re.compile(
    r"^(?:в течени[еи]|в теч\.|сроком|срок|на протяжении|за|within|for|during|in)\s+|\s+(?:ішінде|бойы)$|[?.~]+$"
)
_TIME = re.compile(r"\bкв|полугод|тоқсан|жарты|quarter|half|декад|онкүнд")
_LONGEST = 60  # characters


@dataclass(frozen=True, slots=True)
class Duration:
    """So many days, working days or months."""

    count: int
    measure: Measure

    def ends(self, start: date, is_worked: Callable[[date], bool]) -> date:
        """The last day of work that begins on `start`, which is counted. Raises OverflowError past the year 9999."""
        if self.measure == "day":
            return start + timedelta(days=self.count - 1)
        if self.measure == "month":
            return _months_on(start, self.count)
        left, day = self.count, start
        while True:
            left -= is_worked(day)
            if left <= 0:
                return day
            day += timedelta(days=1)


def read_duration(printed: str, header: str = "") -> Duration | None:
    """How long a cell says; a bare number is of the unit that its column's header names. None for anything else."""
    text = " ".join(dashes(clean(printed)).lower().split())
    if len(text) > _LONGEST:
        return None
    text = _AROUND.sub("", _AROUND.sub("", text)).strip()
    if re.fullmatch(r"\d{1,3}(?:[.,]0+)?", text):
        count, unit = float(text.replace(",", ".")), _unit_in(header)
        return Duration(int(count) * unit[1], unit[0]) if unit and count else None
    whole = _unit(text)
    if whole:  # "полгода", "месяц"
        return Duration(whole[1], whole[0])
    match = _COUNT.match(text)
    unit = _unit(text[match.end() :].strip()) if match else None
    return _counted(match["n"], unit) if match and unit else None


def is_duration(printed: str) -> bool:
    """Whether a cell that is no duration's says how long; "2 квартал" is a time there."""
    return read_duration(printed) is not None and not _TIME.search(printed.lower())


def _counted(said: str, unit: tuple[Measure, int]) -> Duration | None:
    measure, times = unit
    number = float(said.replace(",", ".")) if said[0].isdigit() else _number(said)
    if not number:
        return None
    whole = number * times
    if whole == int(whole):
        return Duration(int(whole), measure)
    if measure == "month":  # a month and a half has no one length
        return None
    return Duration(int(whole) + 1, measure)


def _number(word: str) -> float | None:
    return next((n for stem, n in _WORDS.items() if word.startswith(stem)), None)


def _unit(text: str) -> tuple[Measure, int] | None:
    return next(((unit, times) for pattern, unit, times in _PATTERNS if pattern.fullmatch(text)), None)


def _unit_in(header: str) -> tuple[Measure, int] | None:
    """The unit that a header names: "Длительность, дн.", "Duration (weeks)"."""
    words = " ".join(re.findall(r"[^\W\d_]+", header.lower()))
    found = [
        (m.start(), unit, times) for p, unit, times in _PATTERNS if (m := re.search(rf"\b{p.pattern}", words))
    ]
    return min(found)[1:] if found else None


def _months_on(start: date, months: int) -> date:
    """The day before the same day so many months later; the last of the month where it has no such day."""
    at = start.year * 12 + start.month - 1 + months
    year, month = divmod(at, 12)
    if year > 9999:
        raise OverflowError("past the calendar")
    last = monthrange(year, month + 1)[1]
    if start.day > last:
        return date(year, month + 1, last)
    return date(year, month + 1, start.day) - timedelta(days=1)
