"""What the columns of a table are, once its header is found or guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from core.plan.columns import ColumnRole
from core.plan.values import as_number, plan_value
from documents.grids.grid import Cell
from documents.understand.guesses import guessed_roles

Row = Sequence[Cell | None]
CORE = {ColumnRole.TITLE, ColumnRole.INDICATOR, ColumnRole.OBJECTIVE}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place, role, and the period, source or scale that its header names."""

    at: int
    role: ColumnRole
    header: str
    period: str | None = None
    source: str | None = None
    scale: str | None = None
    weak: bool = False
    guessed: bool = False  # the role is from the contents, not from the header


@dataclass(frozen=True)
class Layout:
    """The columns of a table and how its header was printed."""

    columns: tuple[Column, ...]
    width: int
    printed: frozenset[str]  # folded header cells, to know a repeated header by
    end: int = 0  # the first row after the header

    @cached_property
    def by_role(self) -> dict[ColumnRole, list[Column]]:
        """The columns of each role, from left to right."""
        found: dict[ColumnRole, list[Column]] = {}
        for column in self.columns:
            found.setdefault(column.role, []).append(column)
        return found

    def of(self, role: ColumnRole) -> list[Column]:
        """The columns of a role."""
        return self.by_role.get(role, [])

    def first(self, role: ColumnRole) -> Column | None:
        """The first column of a role."""
        columns = self.by_role.get(role)
        return columns[0] if columns else None

    @cached_property
    def longest(self) -> int:
        """Characters that no header cell has, even where it prints marks that folding takes off."""
        return max(map(len, self.printed), default=0) * 2 + 20

    @property
    def of_indicators(self) -> bool:
        """Whether the table's rows are indicators: figures by period, with nothing to be done by anyone."""
        return self.first(ColumnRole.TITLE) is None


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
    columns = tuple(
        replace(c, role=ColumnRole.TITLE) if c.role is ColumnRole.INDICATOR else c for c in layout.columns
    )
    return replace(layout, columns=columns)


def with_guesses(layout: Layout, rows: Sequence[Row]) -> Layout | None:
    """The layout with what its contents say of columns whose words are unknown; None if nothing is to be done in it."""
    unknown = [c.at for c in layout.columns if c.role is ColumnRole.UNKNOWN]
    if not unknown:
        return layout if any(c.role in CORE for c in layout.columns) else None
    body = [row for row in rows[layout.end : layout.end + 60] if len(distinct(row)) > 1][:40]
    texts = {at: [c.text for row in body if at < len(row) and (c := row[at]) and c.text] for at in unknown}
    roles = guessed_roles(texts, {c.role for c in layout.columns})
    columns = tuple(
        replace(c, role=roles[c.at], guessed=True) if c.at in roles else c for c in layout.columns
    )
    return replace(layout, columns=columns) if any(c.role in CORE for c in columns) else None


def guessed_layout(rows: Sequence[Row]) -> Layout | None:
    """Columns of a table without a header, by their contents alone; None unless work, term and people are all there.

    Four columns of values in a row are taken for the quarters.
    """
    body = [row for row in rows[:60] if len(distinct(row)) >= 3]
    width = max((len(row) for row in body), default=0)
    if len(body) < 2 or width < 3:
        return None
    texts = {
        at: [c.text for row in body if at < len(row) and (c := row[at]) and c.text] for at in range(width)
    }
    values = [at for at, cells in texts.items() if cells and all(_is_value(t) for t in cells)]
    numbers = [
        at for at in values if at == 0 and all(t.strip(" .").replace(".", "").isdigit() for t in texts[0])
    ]
    values = [at for at in values if at not in numbers]
    free = {at: cells for at, cells in texts.items() if at not in values and at not in numbers}
    roles = guessed_roles(free, ()) | dict.fromkeys(numbers, ColumnRole.NUMBER)
    if not {ColumnRole.TITLE, ColumnRole.DEADLINE, ColumnRole.RESPONSIBLE} <= set(roles.values()):
        return None
    quarters = values if len(values) == 4 and values[3] - values[0] == 3 else []
    columns = [Column(at, roles.get(at, ColumnRole.UNKNOWN), "", guessed=True) for at in range(width)]
    for number, at in enumerate(quarters, 1):
        columns[at] = Column(at, ColumnRole.TARGET, "", f"Q{number}", guessed=True)
    return Layout(tuple(columns), width, frozenset())


def _is_value(text: str) -> bool:
    value = plan_value(text)
    return value is not None and (value in {"-", "+"} or as_number(value) is not None)
