"""Which columns an empty plan has, for each rhythm, and those of its sheet of indicators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from core.plan.rhythms import Rhythm

YEARS = 5
"""Years that a plan of several years and the indicators have columns for."""
Holds = Literal["text", "serial", "figure", "stage", "unit", "term"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the template. Its texts are `template-<name>`, `-help` and `-example`; `turn` tells those of one name
    apart: the quarter or month, from 1, or years after the plan's first, from 0."""

    name: str
    width: float
    holds: Holds = "text"
    needed: bool = False
    turn: int | None = None

    @property
    def key(self) -> str:
        """The name that its heading goes by."""
        return self.name if self.turn is None else f"{self.name}-{self.turn}"


_WORK = (
    Column("number", 7, "serial"),
    Column("activity", 46, needed=True),
    Column("form", 24),
    Column("deadline", 23, "term", needed=True),
    Column("responsible", 30, needed=True),
)
_UNIT = Column("unit", 14, "unit")
_MONEY = tuple(Column(name, 15, "figure") for name in ("total", "local", "republican", "private"))
_RESULT = Column("result", 28)
_COMMENT = Column("comment", 28)
INDICATOR_COLUMNS = (
    Column("number", 7, "serial"),
    Column("indicator", 60, needed=True),
    _UNIT,
    *(Column("year", 12, "figure", turn=n) for n in range(YEARS)),
)


def plan_columns(rhythm: Rhythm) -> tuple[Column, ...]:
    """The columns of the table of activities."""
    if rhythm is Rhythm.WEEKS:
        return (*_WORK, _RESULT, _COMMENT)
    return (*_WORK, _UNIT, *_by_time(rhythm), *_MONEY, _RESULT, _COMMENT)


def _by_time(rhythm: Rhythm) -> Iterator[Column]:
    if rhythm is Rhythm.YEARS:
        for name in ("year", "year-money"):
            yield from (Column(name, 15, "figure", turn=n) for n in range(YEARS))
    elif rhythm is Rhythm.MONTHS:
        yield from (Column("month", 10, "figure", turn=n) for n in range(1, 13))
    elif rhythm is Rhythm.STAGES:
        yield from (Column("stage", 12, "stage", turn=n) for n in range(1, 5))
    else:
        yield from (Column("quarter", 12, "figure", turn=n) for n in range(1, 5))


def groups(columns: tuple[Column, ...]) -> Iterator[tuple[Column, Column]]:
    """The first and the last column of each name: they are explained once."""
    for _, same in groupby(columns, lambda column: column.name):
        found = list(same)
        yield found[0], found[-1]
