"""The time of a leave as people type it: «с 1 по 14 апреля», "1-14 сәуір", "1–14 April", "01.04-14.04.2024"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from core.dates.written_days import month_named
from core.kernel.errors import UnreadableInput
from core.kernel.text import dashes

LONGEST = timedelta(days=366)
"""A leave longer than a year is a post that changes hands."""

_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<numeric>\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2}))?(?!\d))"
    r"|(?P<year>(?<!\d)20\d{2}(?!\d))"
    r"|(?P<day>(?<!\d)\d{1,2}(?!\d))"
    r"|(?P<word>[a-zа-яәғқңөұүһіё]{3,})",
    re.IGNORECASE,
)


class _Day(NamedTuple):
    """A day as far as it was said."""

    day: int
    month: int | None = None
    year: int | None = None


def read_leave(text: str, today: date) -> tuple[date, date]:
    """(first day, last day), both included. One day alone ("до 14 апреля") is the last: the leave has begun.

    A missing year is the one that brings the last day nearest after today. Raises UnreadableInput: `leave-not-read`,
    `leave-backwards` (the last day before the first), `leave-past` (over already), `leave-too-long`.
    """
    said = _said(dashes(text))
    if not 1 <= len(said) <= 2:
        raise UnreadableInput("leave-not-read", typed=text[:40])
    try:
        ends = _last(said[-1], today)
        starts = _first(said[0], ends) if len(said) == 2 else min(today, ends)
    except ValueError as error:
        raise UnreadableInput("leave-not-read", typed=text[:40]) from error
    return checked(starts, ends, today)


def usual_leaves(today: date) -> list[tuple[date, date]]:
    """From today for one and two weeks, from Monday for one and two: first and last day of each."""
    monday = today + timedelta(days=7 - today.weekday())
    return [(first, first + timedelta(days=n - 1)) for first in (today, monday) for n in (7, 14)]


def checked(starts: date, ends: date, today: date) -> tuple[date, date]:
    """The two days, where a leave can have them. Raises UnreadableInput, as `read_leave` does."""
    if ends < starts:
        raise UnreadableInput("leave-backwards")
    if ends < today:
        raise UnreadableInput("leave-past")
    if ends - starts > LONGEST or starts > today + LONGEST:
        raise UnreadableInput("leave-too-long")
    return starts, ends


def _said(text: str) -> list[_Day]:
    """The days in the order in which they were said; a month or year said once is for both."""
    found: list[_Day] = []
    months: list[int] = []
    year: int | None = None
    for match in _TOKEN.finditer(text):
        word, kind = match.group(), match.lastgroup
        if kind == "iso":
            found.append(_Day(int(word[8:]), int(word[5:7]), int(word[:4])))
        elif kind == "numeric":
            found.append(_numeric(word))
        elif kind == "year":
            year = int(word)
        elif kind == "day":
            found.append(_Day(int(word)))
        elif month := month_named(word):
            months.append(month)
    return _with_months(found, months, year)


def _numeric(word: str) -> _Day:
    day, month, *year = word.split(".")
    if not year:
        return _Day(int(day), int(month))
    return _Day(int(day), int(month), int(year[0]) + (2000 if len(year[0]) == 2 else 0))


def _with_months(said: list[_Day], months: list[int], year: int | None) -> list[_Day]:
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
        return date(said.year, said.month or 0, said.day)
    this = date(today.year, said.month or 0, said.day)
    return this if this >= today else date(today.year + 1, said.month or 0, said.day)


def _first(said: _Day, ends: date) -> date:
    """Raises ValueError where there is no such day. Over the turn of the year the first day is of the year before."""
    if said.year is not None:
        return date(said.year, said.month or 0, said.day)
    same = date(ends.year, said.month or 0, said.day)
    if same > ends and said.month is not None and said.month > ends.month:
        return date(ends.year - 1, said.month, said.day)
    return same
