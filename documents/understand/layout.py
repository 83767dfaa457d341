"""What the columns of a table are, once its header is found or guessed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from core.kernel.text import fold
from core.plan.columns import ColumnRole as Role
from core.plan.columns import ColumnSeen, TableSeen
from core.plan.values import as_number, plan_value
from documents.grids.grid import Cell, Table
from documents.grids.period_headers import PARTS

Row = Sequence[Cell | None]
CORE = {Role.TITLE, Role.INDICATOR, Role.OBJECTIVE}
_SAMPLES = 3
_YEARS = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, role, and the period, source or scale that its header names.

    `days` are the days of the month that a column of a calendar stands for, the first and the last: (8, 14).
    """

    at: int
    role: Role
    header: str
    period: str | None = None
    source: str | None = None
    scale: str | None = None
    days: tuple[int, int] | None = None
    span: tuple[date, date] | None = None  # the days that a column headed by a day stands for
    counts: str | None = None  # what bare numerals in a column of terms count: "квартал"
    unit: str | None = None  # what its values are counted in, where the header says so: "человек"
    painted: bool = False  # a painted cell without text is a mark
    weak: bool = False  # words that head other columns as well: "Наименование"
    guessed: bool = False  # the role is from the contents, not from the header
    unsure: bool = False  # another role is nearly as likely
    levels: bool = False  # says of each row what it is: "Подпрограмма 1", "Контрольное событие 1.1.1"
    goes_on: bool = False  # drawn over several places, of which this is none of the first
    said: bool = False  # by a person


@dataclass(frozen=True)
class Layout:
    """The columns of a table and how its header was printed."""

    columns: tuple[Column, ...]
    width: int
    printed: frozenset[str]  # folded header cells, to know a repeated header by
    start: int | None = None  # the header's first row; None where there is none
    end: int = 0  # the first row after the header
    leaves_out: bool = False  # "х" says that a cell is to be left blank, in columns of values too

    @cached_property
    def by_role(self) -> dict[Role, list[Column]]:
        """The columns of each role, from left to right."""
        found: dict[Role, list[Column]] = {}
        for column in self.columns:
            found.setdefault(column.role, []).append(column)
        return found

    def of(self, role: Role) -> list[Column]:
        """The columns of a role."""
        return self.by_role.get(role, [])

    def first(self, role: Role) -> Column | None:
        """The first column of a role."""
        columns = self.by_role.get(role)
        return columns[0] if columns else None

    @cached_property
    def longest(self) -> int:
        """Characters that no header cell has, even where it prints marks that folding takes off."""
        return max(map(len, self.printed), default=0) * 2 + 20

    @cached_property
    def of_indicators(self) -> bool:
        """Whether the table's rows are indicators: figures by period, with nothing to be done by anyone."""
        return self.first(Role.TITLE) is None

    @cached_property
    def lacks_year(self) -> bool:
        """Whether a column is of a part of a year that nobody has said."""
        return any(c.period and c.period[0] in PARTS for c in self.columns)

    @cached_property
    def fingerprint(self) -> str:
        """Stands for the header's words and shape, without years."""
        words = "|".join(_YEARS.sub("", fold(c.header)) for c in self.columns)
        return hashlib.sha256(f"{self.width}|{words}".encode()).hexdigest()[:16]


_asked: tuple[Row, list[Cell]] = ((), [])  # the row that was asked for last: each is asked for ten times over


def distinct(row: Row) -> list[Cell]:
    """The cells of a row that print something, each once. Not to be changed by who asks, nor the row while it is read."""
    global _asked
    if _asked[0] is row:
        return _asked[1]
    cells: list[Cell] = []
    for cell in row:
        if cell and cell.text and (not cells or cells[-1] is not cell):
            cells.append(cell)
    _asked = row, cells
    return cells


def as_rows(layout: Layout) -> Layout:
    """The layout of a table of indicators that someone answers for, read as rows of work: the plan has no others."""
    columns = tuple(replace(c, role=Role.TITLE) if c.role is Role.INDICATOR else c for c in layout.columns)
    return replace(layout, columns=columns)


def is_value(text: str) -> bool:
    """Whether a cell is a plan value in figures or marks."""
    value = plan_value(text)
    return value is not None and (value in {"-", "+"} or as_number(value) is not None)


def seen(table: Table, place: int, layout: Layout, *, read: bool) -> TableSeen:
    """The table as it was read, for who looks at its columns."""
    body = table.rows[layout.end :]
    return TableSeen(
        place=place,
        name=table.name,
        header=layout.start,
        rows=sum(1 for row in body if any(c and c.text for c in row)),
        read=read,
        columns=tuple(_column_seen(c, body) for c in layout.columns),
        layout=layout.fingerprint,
    )


def _column_seen(column: Column, body: Sequence[Row]) -> ColumnSeen:
    samples: dict[str, None] = {}
    for row in body[:200]:
        cell = row[column.at] if column.at < len(row) else None
        if cell and cell.text and cell.columns == 1:
            samples[" ".join(cell.text.split())] = None
        if len(samples) == _SAMPLES:
            break
    return ColumnSeen(
        at=column.at, header=column.header, role=column.role, period=column.period, source=column.source,
        scale=column.scale, sure=not (column.guessed or column.unsure), samples=tuple(samples),
    )  # fmt: skip
