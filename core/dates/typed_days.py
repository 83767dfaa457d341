"""By when: a forecast as people type it, alone or beside the reason ("поставщик задержал, к 15 мая") (domain, §4).

A span of time means its last day: "в июне" is 30 June, "5–7 мая" is 7 May. Where a year is missing, the next such time
is meant, unless that of this year has passed a short while ago: then the year is asked. A vague time ("осенью") and one
of two ("в апреле или мае") are asked about as well. A text is read whole: what is left over of it and says another day, a number, a time or a limit
("не раньше мая", "15 мая 2 корпус") makes the reading refuse (`core.dates.time_words`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from core.dates.arrival_words import follows_another, says_then, tells_of_arrival, tells_of_state
from core.dates.doubts import is_conditional, is_till_span, is_vague, tells_choice, two_ways
from core.dates.forecast_words import only_expects, tells_of_other, tells_what_was_meant
from core.dates.near_days import UNDATED, may_be_this_week
from core.dates.others_acts import tells_of_others
from core.dates.own_work import does_the_work, tells_of_act, will_act
from core.dates.plain_text import plain
from core.dates.time_words import tells_no, tells_time
from core.dates.times_found import CLAUSES, Found, every_time, lacking_day, last_time, tells_more_time
from core.kernel.errors import UnreadableInput
from core.kernel.month_names import MONTHS

_SHOWN = 40
_HALF_A_YEAR = timedelta(days=183)
"""A day without a year that comes later than that, and next year, passed not long ago: which year it is of is asked."""
_LATIN = re.compile(r"[A-Za-z]{3,}")
_ROMAN = re.compile(r"[IVX]+", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_MONTH = re.compile(
    rf"\b(?:{'|'.join(word for m in MONTHS for word in (m.english, *m.short_english))})\b", re.IGNORECASE
)
_STOPS = (",", ";", ":", "-", ".")
_CALLS = ("-", ":")
"""What joins a day to what it is of: "начало монтажа — 8 апреля"."""
_EDGES = " \n\t,;.:!-–—()"


@dataclass(frozen=True, slots=True)
class When:
    """The day that a text names, and what it says besides.

    `marked` where a word like "к", "дейін" or "by" or a mark of punctuation sets it apart as a forecast; `within` where
    the text goes on behind it. `apart` where it is a part of its own, with nothing beside it. `rolled` where a year was
    missing and only the next year's day is still to come; `of_year` where the year might have been told beside it.
    """

    day: date
    rest: str
    marked: bool = False
    within: bool = False
    apart: bool = False
    rolled: bool = False
    of_year: bool = False

    def lacks_year(self, today: date) -> bool:
        """Whether this year's day has passed so short a while ago that it may have been meant."""
        return self.rolled and self.of_year and self.day > today + _HALF_A_YEAR


def read_day(text: str, today: date, language: str | None = None) -> date:
    """The one day that a text names; whether it is still to come is not asked here. Raises as `read_forecast`."""
    return read_forecast(text, today, language).day


def read_day_of_year(text: str, today: date, language: str | None = None) -> date:
    """The same of a day that comes every year: whether this year's has passed is all one."""
    return _read(text, today, language, "").day


def read_forecast(text: str, today: date, language: str | None = None, row: str = "") -> When:
    """The day that a text names by itself or beside words that say no time. Whether it is still to come is not asked.

    `row` is the title of what is reported on: its own doing is no other act.

    Raises UnreadableInput: `day-not-read`, `day-not-in-calendar` ("30 февраля"), `day-not-alone` where the text says
    another day, a number or a limit besides, leaves open which day is the last or makes it hang on a condition, `day-of-another` where
    it is the day of another thing, of another act or of a beginning, `day-two-ways` ("04/05/2024" of who
    reads English), `day-of-which-year` ("15 марта" at the end of March).
    """
    when = _read(text, today, language, row)
    if when.lacks_year(today):
        raise UnreadableInput("day-of-which-year", typed=_short(text), example=f"{when.day:%d.%m.%Y}")
    return when


def _read(text: str, today: date, language: str | None, row: str) -> When:
    seen = plain(text)
    lacking = lacking_day(seen)
    if lacking is not None:
        raise UnreadableInput("day-not-in-calendar", typed=_short(lacking))
    found = last_time(seen, today)
    if found is None:
        raise UnreadableInput("day-not-read", typed=_short(text))
    exchanged = two_ways(seen) if language == "en" else None
    if exchanged is not None:
        raise UnreadableInput("day-two-ways", typed=_short(exchanged))
    doubted = tells_choice(seen.text) or is_conditional(seen.text)
    if found.is_limit or tells_more_time(found) or _is_open(found, today) or doubted:
        raise UnreadableInput("day-not-alone", typed=_short(text))
    if _is_of_another(found, row):
        raise UnreadableInput("day-of-another", typed=_short(text))
    return _when(found, today)


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
    first = date(int(named[0]) if named else year or 1, 1, 1)
    found = last_time(plain(text), first)
    when = _when(found, first) if found is not None and not (found.is_limit or found.is_span) else None
    if when is None or when.rest or (when.day.year != int(named[0]) if named else when.rolled):
        return None
    return when.day


def forecast_beside(text: str, today: date, language: str | None = None, row: str = "") -> When | None:
    """The forecast that a reason carries with it: a part of its own, or beside a word of doing the work by then.

    "Договор подписан 12 марта, ждём поставки" has none: what was is no forecast, nor is the day of another thing ("нового
    примем в мае"), unless the row is of it. Where two days may be meant there is none either, so that it is asked for.
    """
    seen = plain(text)
    if lacking_day(seen) is not None or (language == "en" and two_ways(seen) is not None):
        return None
    if is_conditional(seen.text):
        return None
    standing = [
        when for found in every_time(seen, today) if (when := _forecast(found, today, row)) is not None
    ]
    return standing[0] if len(standing) == 1 else None


def _forecast(found: Found, today: date, row: str) -> When | None:
    """One of the times within a reason as its forecast; None where it is none."""
    when = _when(found, today)
    if found.is_limit or when.day < today or when.lacks_year(today) or _is_open(found, today):
        return None
    if _is_of_another(found, row):
        return None
    if not when.apart:
        return when if _is_promised(found, row) else None
    return when if found.is_by or (not when.within and (when.marked or not when.rest)) else None


def _is_open(found: Found, today: date) -> bool:
    """Whether the words of a time, or those beside it, leave open which day is its last."""
    if found.time.is_open or may_be_this_week(found.words, today):
        return True
    if found.after.lstrip().startswith("+"):  # "10 May+": or later
        return True
    if not found.is_span and is_till_span(found.lead, found.words, found.trail):
        return True
    said = f"{found.clause} {found.text.text[found.start : found.end]}"
    return is_vague(said) or tells_choice(said)


def _is_of_another(found: Found, row: str) -> bool:
    """Whether a time is the day of something else: of a contract, a beginning, of what arrives or what others do."""
    if _tied(found):
        return False
    if only_expects(found.clause):  # what is expected stands in the part before
        before = _last(CLAUSES.split(found.before[: found.clause_start]))
        if tells_of_other(before) or tells_of_arrival(before):
            return True
    if found.clause.strip(_EDGES):
        return _tells_of_another(found.clause, row)
    before, after = _last(CLAUSES.split(found.before)), _first(CLAUSES.split(found.after))
    if follows_another(before) or will_act(before, row):
        return True
    if found.before.rstrip().endswith(_CALLS):
        return _tells_of_another(before, row)
    if found.is_by:
        return found.is_until and tells_of_state(before)
    if found.after.lstrip().startswith(_CALLS):
        return _tells_of_another(after, row)
    return (tells_of_other(before) or tells_of_arrival(before)) and not tells_no(before)


def _tells_of_another(clause: str, row: str) -> bool:
    if tells_of_other(clause) or tells_of_arrival(clause):
        return True
    return tells_of_act(clause, row) or tells_of_others(clause, row)


def _tied(found: Found) -> str:
    """The part behind that ties the work to the same day: "поставка до 30 апреля, тогда и закроем"; "" where none does."""
    after = found.after[found.clause_end :]
    return _first(CLAUSES.split(after)) if says_then(after) else ""


def _last(parts: list[str]) -> str:
    return next((part for part in reversed(parts) if part.strip(_EDGES)), "")


def _first(parts: list[str]) -> str:
    return _last(parts[::-1])


def _is_promised(found: Found, row: str) -> bool:
    """Whether the words beside a time say that the work will be done by then, and nothing against it."""
    clause = found.clause
    if tells_time(clause) or tells_no(clause) or tells_what_was_meant(clause):
        return False
    return does_the_work(clause + _tied(found), row) and (found.is_forward or len(clause.split()) == 1)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _when(found: Found, today: date) -> When:
    text = found.text
    marked = found.before.rstrip().endswith(_STOPS) or found.after.lstrip().startswith(_STOPS)
    marked = marked or found.is_forward
    if UNDATED.search(found.words) and not found.time.has_year and not found.is_by:
        marked = False
    first = text.typed(0, found.start).strip(_EDGES)
    last = text.typed(found.end, len(text.text)).strip(_EDGES)
    return When(
        found.time.day,
        rest=f"{first} {last}".strip(),
        marked=marked,
        within=bool(first and last),
        apart=not found.clause.strip(_EDGES),
        rolled=not found.time.has_year and found.time.day.year > today.year,
        of_year=found.time.is_of_year,
    )
