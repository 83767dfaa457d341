"""The working days of Kazakhstan, days off that were moved included, from the package `holidays`.

The package brings every country of the world into memory (16 MB, a quarter of a second), where all that is kept of
it is some twenty days a year. So a short-lived process asks it, ten years at a time, and this one keeps the answer.
"""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


class KazakhstanDays:
    """The `WorkingDays` of `core.ports.unit_of_work`. The first question about a decade takes about half a second."""

    def is_working_day(self, day: date) -> bool:
        """Whether the day is worked in Kazakhstan."""
        return (day.weekday() < _SATURDAY) != (day in _exceptions(day.year // 10))

    def warm(self, *years: int) -> None:
        """Asks for the years now, so that nobody waits for them later."""
        for year in years:
            _exceptions(year // 10)


@cache
def _exceptions(decade: int) -> frozenset[date]:
    """Weekdays that are off and weekend days that are worked. Raises CalledProcessError if they cannot be had."""
    first = decade * 10
    # -P: this file's own folder must not stand before the packages that it imports.
    command = [sys.executable, "-P", __file__, str(first), str(first + 9)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return frozenset(date.fromisoformat(day) for day in json.loads(printed))


def _asked(first: int, last: int) -> list[str]:
    """What the package says of the years, as ISO days that break the rule of the five-day week."""
    from holidays.countries.kazakhstan import Kazakhstan

    known = Kazakhstan(years=range(first, last + 1))
    start, end = date(first, 1, 1), date(last, 12, 31)
    every = (start + timedelta(days=n) for n in range((end - start).days + 1))
    return [str(day) for day in every if known.is_working_day(day) != (day.weekday() < _SATURDAY)]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_asked(int(sys.argv[1]), int(sys.argv[2]))))
