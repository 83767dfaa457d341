"""What the card of a file's columns shows and asks: its text and its buttons are drawn from this alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from core.lifecycle.said_columns import (
    columns_as_said,
    is_doubtful,
    largest,
    offered,
    periods_for,
    roles_for,
    said_of,
)
from core.model.editions import PlanEdition
from core.plan.columns import ColumnRole, ColumnSeen, ReadingMap, TableSeen

LINES = 12
"""Columns, or runs of them, on one page."""
FIRST_ROLES = 16
"""Roles that are offered at once, so that nearly each costs one tap."""
SHORTEST_RUN = 3
"""Columns of periods that are shown as one."""
_OF_PERIODS = frozenset((ColumnRole.TARGET, ColumnRole.FUNDING, ColumnRole.FACT, ColumnRole.KPI))


@dataclass(frozen=True, slots=True)
class Opened:
    """What the coordinator has opened on the card: a column of a table, from 0, and the role that lacks its period.

    `every` lists the columns instead of asking about doubtful ones, `apart` shows runs of them one by one, `more` all roles.
    """

    table: int | None = None
    column: int | None = None
    role: ColumnRole | None = None
    every: bool = False
    apart: bool = False
    more: bool = False
    page: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A column, or a run of columns that hold one period each."""

    columns: tuple[ColumnSeen, ...]

    @property
    def first(self) -> ColumnSeen:
        return self.columns[0]

    @property
    def last(self) -> ColumnSeen:
        return self.columns[-1]

    @property
    def roles(self) -> tuple[ColumnRole, ...]:
        return tuple(dict.fromkeys(c.role for c in self.columns))

    @property
    def is_doubtful(self) -> bool:
        return any(is_doubtful(c) for c in self.columns)

    def holds(self, at: int) -> bool:
        return any(c.at == at for c in self.columns)


@dataclass(frozen=True, slots=True)
class Asked:
    """The line that is asked about: what it can be, or, of `role`, which period it is of.

    `more` says whether there are roles that are not shown.
    """

    line: Line
    roles: tuple[ColumnRole, ...] = ()
    more: bool = False
    role: ColumnRole | None = None
    periods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnsState:
    """The card. `at` is the table's place among those `of` that can be asked about, from 1, `before` and `after` the places
    in the file of its neighbours. `header` is the first row of the header, from 0; `lines` those of the page.
    """

    plan: int
    file: str
    found: bool
    """Whether the file was read as a plan."""
    table: TableSeen
    at: int
    of: int
    before: int | None
    after: int | None
    header: int | None
    out: bool
    lines: tuple[Line, ...]
    page: int
    pages: int
    asked: Asked | None
    doubtful: int
    """Columns of the table that nobody has said yet what they are."""
    ready: bool
    """Whether a file that is read so has rows."""
    changed: bool
    """Whether what was said is not read yet."""
    said: bool
    by_layout: bool
    """Whether it was read by what was said of another file of the same form."""
    has_runs: bool


def columns_state(plan: PlanEdition, opened: Opened) -> ColumnsState | None:
    """The card of a plan's file; None where no table is known that could be asked about."""
    tables = offered(plan.read.tables)
    table = next((t for t in tables if t.place == opened.table), None) or _first(plan.said, tables)
    if table is None:
        return None
    of_table = said_of(plan.said, table)
    columns = columns_as_said(table, of_table)
    lines = in_lines(columns, opened.apart)
    asked = None if of_table.out else _asked(plan, columns, lines, opened)
    page, pages = _page(lines, asked, opened.page)
    at = tables.index(table)
    return ColumnsState(
        plan=plan.id,
        file=plan.source_name,
        found=has_rows(plan),
        table=table,
        at=at + 1,
        of=len(tables),
        before=tables[at - 1].place if at else None,
        after=tables[at + 1].place if at + 1 < len(tables) else None,
        header=of_table.header if of_table.header is not None else table.header,
        out=of_table.out,
        lines=lines[page * LINES : (page + 1) * LINES],
        page=page,
        pages=pages,
        asked=asked,
        doubtful=sum(1 for line in lines if line.is_doubtful),
        ready=any(_has_titles(t, plan.said) for t in tables),
        changed=any(_is_changed(t, plan.said) for t in tables),
        said=plan.said != ReadingMap(),
        by_layout=table.place not in plan.said.tables and table.layout in plan.said.layouts,
        has_runs=any(len(line.columns) > 1 for line in lines),
    )


def _first(said: ReadingMap, tables: Sequence[TableSeen]) -> TableSeen | None:
    """The first table of the plan with a doubtful column, else the largest."""
    return next((t for t in tables if t.read and _doubtful(t, said)), None) or largest(tables)


def _doubtful(table: TableSeen, said: ReadingMap) -> int:
    of_table = said_of(said, table)
    lines = () if of_table.out else in_lines(columns_as_said(table, of_table), False)
    return sum(line.is_doubtful for line in lines)


def has_rows(plan: PlanEdition) -> bool:
    """Whether anything of a plan was found in its file."""
    return bool(plan.read.activities or plan.read.indicators)


def doubtful_columns(plan: PlanEdition) -> int:
    """How many columns, or runs of them, of the tables that were read nobody has said yet what they are."""
    return sum(_doubtful(t, plan.said) for t in plan.read.tables if t.read)


def in_lines(columns: Sequence[ColumnSeen], apart: bool) -> tuple[Line, ...]:
    """The columns, those in a row that hold a period each together, unless they are to be apart."""
    lines: list[Line] = []
    for together, group in groupby(columns, key=_is_of_period):
        found = tuple(group)
        if together and not apart and len(found) >= SHORTEST_RUN:
            lines.append(Line(found))
        else:
            lines += [Line((one,)) for one in found]
    return tuple(lines)


def _is_of_period(column: ColumnSeen) -> bool:
    return column.period is not None and column.role in _OF_PERIODS


def _asked(
    plan: PlanEdition, columns: Sequence[ColumnSeen], lines: Sequence[Line], opened: Opened
) -> Asked | None:
    line = next((n for n in lines if opened.column is not None and n.holds(opened.column)), None)
    if line is None and not opened.every:
        line = next((n for n in lines if n.is_doubtful), None)
    if line is None:
        return None
    if opened.role is not None:
        periods = periods_for(columns, plan.period_start, plan.period_end)
        return Asked(line, role=opened.role, periods=periods)
    others = [c for c in columns if not line.holds(c.at)]
    roles = roles_for(line.first, others)
    shown = roles if opened.more or len(roles) <= FIRST_ROLES else roles[:FIRST_ROLES]
    return Asked(line, roles=shown, more=len(shown) < len(roles))


def _page(lines: Sequence[Line], asked: Asked | None, page: int) -> tuple[int, int]:
    """The page that holds what is asked, else the one that is wanted; how many there are."""
    pages = max(1, -(-len(lines) // LINES))
    wanted = lines.index(asked.line) // LINES if asked is not None else page
    return min(max(wanted, 0), pages - 1), pages


def _has_titles(table: TableSeen, said: ReadingMap) -> bool:
    of_table = said_of(said, table)
    names = (ColumnRole.TITLE, ColumnRole.INDICATOR)
    return not of_table.out and any(c.role in names for c in columns_as_said(table, of_table))


def _is_changed(table: TableSeen, said: ReadingMap) -> bool:
    of_table = said_of(said, table)
    moved = of_table.header is not None and of_table.header != table.header
    taken_again = table.place in said.tables and not of_table.out and not table.read
    left_out = of_table.out and table.read
    return moved or left_out or taken_again or columns_as_said(table, of_table) != table.columns
