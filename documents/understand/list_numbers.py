"""Numbers of rows that a spreadsheet made dates of: "1.1" typed into a cell becomes the first of January.

What it shows then ("01.янв", "01.01.2026", "янв.13", "1-Jan") tells what was typed.
"""

from __future__ import annotations

import re

from core.kernel.month_names import MONTHS

_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: 0?0:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00:00)?")
_NAMED_DAY = re.compile(r"(\d{1,2})[.\- ]([^\W\d_]+)\.?")
_NAMED_MONTH = re.compile(r"([^\W\d_]+)[.\- ](\d{2}|\d{4} года)")
_NAMES = {
    name: at
    for at, month in enumerate(MONTHS, 1)
    for name in (
        *month.russian[:2],
        *month.short,
        month.kazakh,
        month.kazakh[:3],
        month.english,
        month.english[:3],
    )
}
_THIRD_LEVEL = range(2001, 2013)  # "1.1.2": a year, had it been one, would be later


def as_list_number(printed: str) -> str:
    """A row's number as it was typed; what is no date stands as it is."""
    text = printed.strip().lower()
    if day := _DAY.fullmatch(text):
        return _of_day(int(day[1]), int(day[2]), int(day[3]), printed)
    if day := _ISO.fullmatch(text):
        return _of_day(int(day[3]), int(day[2]), int(day[1]), printed)
    if (day := _NAMED_DAY.fullmatch(text)) and day[2] in _NAMES:
        return f"{int(day[1])}.{_NAMES[day[2]]}"
    if (month := _NAMED_MONTH.fullmatch(text)) and month[1] in _NAMES:
        return f"{_NAMES[month[1]]}.{month[2].removesuffix(' года')[-2:]}"
    return printed


def _of_day(day: int, month: int, year: int, printed: str) -> str:
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return printed
    return f"{day}.{month}.{year % 100}" if year in _THIRD_LEVEL else f"{day}.{month}"
