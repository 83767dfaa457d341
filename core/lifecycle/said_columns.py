"""What a coordinator says of a file's tables before the file is read again: columns over those as read, roles offered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from core.plan.columns import ColumnRole as R
from core.plan.columns import ColumnSaid, ColumnSeen, ReadingMap, TableSaid, TableSeen
from core.plan.doubts import DoubtCode
from core.plan.values import as_number
from core.printed.deadlines import parse_deadline

FEWEST = 3
"""Columns, and rows, of a table that can be a plan."""

BY_PERIOD = frozenset((R.TARGET, R.FUNDING, R.KPI))
"""Roles that say nothing without a period."""

SAYABLE = tuple(role for role in R if role is not R.UNKNOWN)
_OF_SEVERAL = frozenset((R.TARGET, R.FUNDING, R.FACT, R.KPI, R.BY_SOURCE, R.RESPONSIBLE, R.NOTE, R.OUT))
"""Roles that several columns of a table may have."""
_OF_NUMBERS = (R.TARGET, R.FUNDING_TOTAL, R.FUNDING, R.FACT, R.WEIGHT, R.DURATION, R.BY_SOURCE, R.KPI)
_OF_COUNTING = (R.NUMBER, R.DURATION, R.TARGET, R.WEIGHT)
_OF_DAYS = (R.DEADLINE, R.START, R.FACT)
_OF_PROSE = (R.TITLE, R.RESULT, R.OBJECTIVE, R.SECTION, R.NOTE, R.FORM, R.INDICATOR, R.RESPONSIBLE, R.KPI)
_OF_WORDS = (R.TITLE, R.RESPONSIBLE, R.FORM, R.UNIT, R.DEADLINE, R.NOTE, R.RESULT, R.FUNDING_SOURCE)
_OF_NOTHING = (R.OUT, R.NOTE, R.FACT, R.RESULT)
_USUAL = (R.TITLE, R.DEADLINE, R.RESPONSIBLE, R.NOTE, R.RESULT, R.FORM, R.UNIT, R.OBJECTIVE, R.START)
_PROSE = 35
"""Characters of a cell, on the average, that more than names something."""
_LARGEST_NUMBER = 1000
"""Of a row; what is larger is a figure."""


def offered(tables: Iterable[TableSeen]) -> list[TableSeen]:
    """The tables that a person is asked about: those that rows were taken from, and those that could have some; where
    there are none of these, all."""
    every = list(tables)
    return [t for t in every if t.read or (len(t.columns) >= FEWEST and t.rows >= FEWEST)] or every


def largest(tables: Iterable[TableSeen]) -> TableSeen | None:
    """The table that the plan most likely is: one that rows were taken from before others, the one with most cells."""
    return max(offered(tables), key=lambda t: (t.read, t.rows * len(t.columns)), default=None)


def said_of(said: ReadingMap, table: TableSeen) -> TableSaid:
    """What is said of a table: of itself, or of those of its layout."""
    return said.tables.get(table.place) or said.layouts.get(table.layout) or TableSaid()


def columns_as_said(table: TableSeen, said: TableSaid) -> tuple[ColumnSeen, ...]:
    """The columns as the file will be read: what is said of one stands, and is sure."""
    of = {one.at: one for one in said.columns}
    return tuple(_as_said(column, of.get(column.at)) for column in table.columns)


def _as_said(column: ColumnSeen, said: ColumnSaid | None) -> ColumnSeen:
    if said is None:
        return column
    update = {
        "role": said.role,
        "period": said.period or column.period,
        "source": said.source or column.source,
        "sure": True,
    }
    return column.model_copy(update=update)


def with_columns(said: ReadingMap, table: TableSeen, columns: Sequence[ColumnSaid]) -> ReadingMap:
    """The map with these columns said as well; what was said of them before gives way."""
    before = said_of(said, table)
    anew = {c.at for c in columns}
    kept = (c for c in before.columns if c.at not in anew)
    together = tuple(sorted((*kept, *columns), key=lambda c: c.at))
    return _with_table(said, table, before.model_copy(update={"columns": together}))


def with_header(said: ReadingMap, table: TableSeen, by: int) -> ReadingMap:
    """The map with the header's first row moved so many rows down, or up where it is negative, within the table."""
    before = said_of(said, table)
    at = before.header if before.header is not None else table.header
    last = (table.header or 0) + table.rows - 1
    moved = 0 if at is None else min(max(at + by, 0), max(last, 0))
    return _with_table(said, table, before.model_copy(update={"header": moved}))


def left_out(said: ReadingMap, table: TableSeen, out: bool) -> ReadingMap:
    """The map with a table left out, or taken after all."""
    return _with_table(said, table, said_of(said, table).model_copy(update={"out": out}))


def _with_table(said: ReadingMap, table: TableSeen, of_table: TableSaid) -> ReadingMap:
    return said.model_copy(update={"tables": {**said.tables, table.place: of_table}})


def is_doubtful(column: ColumnSeen) -> bool:
    """Whether a person has to say what a column is: not one of which there is nothing to see."""
    if column.role is R.UNKNOWN:
        return bool(column.header or column.samples)
    return not column.sure


def lacks_period(column: ColumnSeen, role: R) -> bool:
    """Whether the role needs a period that the column's header does not name."""
    return role in BY_PERIOD and column.period is None


def roles_for(column: ColumnSeen, columns: Sequence[ColumnSeen]) -> tuple[R, ...]:
    """Every role that a column can be given, the likeliest first by its cells; last those that another one has."""
    own = () if column.role is R.UNKNOWN else (column.role,)
    likely = dict.fromkeys((*own, *_by_cells(column), R.OUT, *_USUAL, *SAYABLE))
    taken = {
        c.role for c in columns if c.at != column.at and c.sure and c.role not in (*_OF_SEVERAL, R.UNKNOWN)
    }
    return (*(r for r in likely if r not in taken), *(r for r in likely if r in taken))


def _by_cells(column: ColumnSeen) -> tuple[R, ...]:
    cells = [cell for cell in column.samples if cell.strip()]
    if not cells:
        return _OF_NOTHING
    numbers = [as_number(cell) for cell in cells]
    if all(number is not None for number in numbers):
        return _OF_COUNTING + _OF_NUMBERS if _counts(cells) else _OF_NUMBERS
    if all(_is_day(cell) for cell in cells):
        return _OF_DAYS
    return _OF_PROSE if sum(map(len, cells)) / len(cells) > _PROSE else _OF_WORDS


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells are whole numbers that grow, as those of rows do."""
    if not all(cell.strip().rstrip(".").isdigit() for cell in cells):
        return False
    found = [int(cell.strip().rstrip(".")) for cell in cells]
    return found == sorted(set(found)) and found[-1] < _LARGEST_NUMBER


def _is_day(cell: str) -> bool:
    unread = (DoubtCode.DEADLINE_UNREAD, DoubtCode.DEADLINE_PARTLY_READ)
    return not set(unread) & set(parse_deadline(cell)[1])


def periods_for(columns: Sequence[ColumnSeen], start: date | None, end: date | None) -> tuple[str, ...]:
    """The periods that a column may be of: the years of the plan, as far as anything names them, and their quarters
    where it is one year; parts without their year where nothing does."""
    years = _years(columns, start, end)
    if not years:
        return ("Y", *(f"Q{n}" for n in range(1, 5)))
    if len(years) == 1:
        return (str(years[0]), *(f"{years[0]}-Q{n}" for n in range(1, 5)))
    return (*(str(year) for year in years[:MOST_YEARS]), f"{years[0]}-{years[-1]}")


MOST_YEARS = 7


def _years(columns: Sequence[ColumnSeen], start: date | None, end: date | None) -> list[int]:
    if start is not None:
        return list(range(start.year, (end or start).year + 1))
    named = {int(c.period[:4]) for c in columns if c.period and c.period[:4].isdigit()}
    return list(range(min(named), max(named) + 1)) if named else []
