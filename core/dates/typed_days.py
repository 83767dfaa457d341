"""By when: a forecast as people type it, alone or beside the reason ("поставщик задержал, к 15 мая") (domain, §4).

A span of time means its last day: "в июне" is 30 June. Where a year is missing, the next such time is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.dates.day_patterns import END, END_KK, NEXT, THIS, readers
from core.dates.near_days import UNDATED
from core.kernel.errors import UnreadableInput
from core.kernel.month_names import MONTHS
from core.kernel.text import clean, dashes

_LONGEST = 1600
_SHOWN = 40
_SOON = timedelta(days=240)
"""A day without a year in the midst of a reason is a forecast only if it comes within that time."""

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
    rf"^(?:через|спустя|в\s+течени|in\b|within|до\b|к\b|by\b|завтра|послезавтра|ертең|tomorrow)|кейін|дейін|{END}|{END_KK}|{NEXT}|{THIS}|"
    r"(?:да|де|та|те)$|from\s+now",
    re.IGNORECASE,
)
"""Times that speak of what is to come by themselves: "через две недели", "июньге дейін", "маусымда"."""
_BY = re.compile(
    r"(?:^|\s)(?:к|до|не\s+позднее|не\s+позже|by|before|until|till)\s+$|дейін|қарай|шейін", re.IGNORECASE
)
"""What sets a weekday or a season apart as a forecast in the midst of a reason: "к пятнице", not "в пятницу"."""
_LATIN = re.compile(r"[A-Za-z]{3,}")
_ROMAN = re.compile(r"[IVX]+", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_MONTH = re.compile(
    rf"\b(?:{'|'.join(word for m in MONTHS for word in (m.english, *m.short_english))})\b", re.IGNORECASE
)
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


def in_latin(text: str) -> bool:
    """Whether a text has words in Latin letters that are no Roman numbers: "15 July 2024", not "III квартал"."""
    return any(not _ROMAN.fullmatch(word) for word in _LATIN.findall(text))


def read_english_day(text: str, year: int | None) -> date | None:
    """The last day that an English text names and nothing besides, of that year where it names none.

    None for any other text, and for times that are told from today ("in two weeks").
    """
    named = _YEAR.search(text)
    if not (named or _MONTH.search(text)) or (named is None and year is None):
        return None
    found = _find(text, date(int(named[0]) if named else year or 1, 1, 1))
    if found is None or found.rest or (found.day.year != int(named[0]) if named else found.rolled):
        return None
    return found.day


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
    undated = UNDATED.search(plain[start:end]) and not has_year
    by = _BY.search(f"{lead[0] if lead else ''}") or _BY.search(
        plain[start:end] + (trail[0] if trail else "")
    )
    before = before[: lead.start()] if lead else before
    after = after[trail.end() :] if trail else after
    marked = marked or before.rstrip().endswith(_STOPS) or after.lstrip().startswith(_STOPS)
    if undated and not by:
        marked = False
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
    for pattern, read in readers():
        for match in pattern.finditer(text):
            day = read(match, today)
            if day is not None:
                yield match.start(), match.end(), day, bool(match.groupdict().get("year"))
