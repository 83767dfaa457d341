"""Reporting periods: a year, half-year, quarter or month, or a span of years, written as plans' JSON writes them.

`2024`, `2024-H1`, `2024-Q1`, `2024-M07`, `2024-W05`, `2026-2030`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

Cycle = Literal["week", "month", "quarter", "half_year", "year"]
_LETTERS: dict[str, Cycle] = {"W": "week", "M": "month", "Q": "quarter", "H": "half_year"}
_MONTHS: dict[Cycle, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_PRINTED = re.compile(r"(?P<year>\d{4})(?:-(?P<letter>[HQMW])(?P<part>\d{1,2})|-(?P<until>\d{4}))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A span of whole days, `start` and `end` included."""

    code: str
    start: date
    end: date

    @classmethod
    def parse(cls, code: str) -> Self:
        """The period of a code. Raises ValueError where it names none."""
        match = _PRINTED.fullmatch(code)
        if match is None:
            raise ValueError(f"not a period: {code!r}")
        year = int(match["year"])
        if match["until"]:
            return cls(code, date(year, 1, 1), date(int(match["until"]), 12, 31))
        if not match["letter"]:
            return cls(code, date(year, 1, 1), date(year, 12, 31))
        cycle, part = _LETTERS[match["letter"]], int(match["part"])
        if cycle == "week":
            start = date.fromisocalendar(year, part, 1)
            return cls(code, start, start + timedelta(days=6))
        months = _MONTHS[cycle]
        first = (part - 1) * months + 1
        if not 1 <= first <= 12:
            raise ValueError(f"not a period: {code!r}")
        last = first + months - 1
        return cls(code, date(year, first, 1), date(year, last, monthrange(year, last)[1]))

    @classmethod
    def holding(cls, day: date, cycle: Cycle) -> Self:
        """The period of that cycle which holds the day (weeks are ISO weeks)."""
        if cycle == "week":
            iso = day.isocalendar()
            return cls.parse(f"{iso.year}-W{iso.week:02}")
        if cycle == "year":
            return cls.parse(f"{day.year}")
        part = (day.month - 1) // _MONTHS[cycle] + 1
        letter = {"month": "M", "quarter": "Q", "half_year": "H"}[cycle]
        return cls.parse(f"{day.year}-{letter}{part:02}" if letter == "M" else f"{day.year}-{letter}{part}")

    @property
    def cycle(self) -> Cycle | None:
        """The cycle that this period is a turn of; None for a span of years."""
        match = _PRINTED.fullmatch(self.code)
        if match is None or match["until"]:
            return None
        return _LETTERS[match["letter"]] if match["letter"] else "year"

    @property
    def part(self) -> int:
        """Which turn of the year: 1 for the first quarter, 7 for July, 0 for a whole year."""
        match = _PRINTED.fullmatch(self.code)
        return int(match["part"]) if match and match["part"] else 0

    def next(self) -> Self:
        return type(self).holding(self.end + timedelta(days=1), self.cycle or "year")

    def holds(self, day: date) -> bool:
        return self.start <= day <= self.end


def turns(start: date, end: date, cycle: Cycle) -> Iterator[Period]:
    """Each turn of the cycle that has a day between `start` and `end`, in order."""
    at = Period.holding(start, cycle)
    while at.start <= end:
        yield at
        at = at.next()
