"""The rows of a DOCX's table as they are put together: merged cells in every place they cover, rows that are not in
force taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from core.kernel.text import clean
from documents.grids.grid import MAX_COLUMNS, Block, Cell, Table

_ONLY_NUMBER = re.compile(r"(?:№\s*)?(?:\d[\d.]*|[IVXivx]+|[a-zа-я])[.)]?")
_NOTHING = frozenset("-–—")
_Row = list[Cell | None]


@dataclass(slots=True)
class Content:
    """What a cell holds. `blocks` are its parts in order where a table stands among them; `boxed` the tables of text
    boxes anchored in it; `lost` its text that is not in force."""

    text: str = ""
    bold: bool = False
    lost: str = ""
    blocks: list[Block] = field(default_factory=list)
    boxed: list[Block] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Span:
    """How a cell is merged: over columns, with the one above, with the one before."""

    columns: int = 1
    with_above: bool = False
    with_before: bool = False


@dataclass(slots=True)
class Rows:
    """The rows of one table while it is read; `above` holds the cell that a vertical merge continues, by column."""

    rows: list[_Row] = field(default_factory=list)
    above: dict[int, Cell] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)  # rows that are deleted or hidden as such
    struck: set[int] = field(default_factory=set)  # rows with text that is not in force
    after: list[Block] = field(default_factory=list)  # what stands in the table's text boxes

    def begin(self, skipped: int) -> None:
        """A row begins, `skipped` columns from the left."""
        self.rows.append([None] * min(skipped, MAX_COLUMNS))

    def goes_on(self, span: Span) -> bool:
        """Whether the cell that comes next belongs to one that is there: what it holds is not shown."""
        row = self.rows[-1]
        return (span.with_before and bool(row)) or (span.with_above and len(row) in self.above)

    def add(self, content: Content | None, span: Span) -> None:
        """The next cell of the row that was begun last; None for one that goes on from another."""
        row, at = self.rows[-1], len(self.rows) - 1
        column = len(row)
        if column + span.columns > MAX_COLUMNS:
            return
        if content is not None:
            cell = Cell(content.text, at, column, 1, span.columns, content.bold)
            if content.lost:
                cell.struck = content.lost
                self.struck.add(at)
            self.after += content.boxed
        elif span.with_before and row and (before := row[-1]) is not None:
            cell = before
            cell.columns = column + span.columns - cell.column
        else:
            cell = self.above[column]
            cell.rows = at - cell.row + 1
        for place in range(column, column + span.columns):
            self.above[place] = cell
        row.extend([cell] * span.columns)

    def drop_last(self) -> None:
        """Takes the row that was begun last out again, before anything goes on from it."""
        self.rows.pop()

    def end(self) -> list[Block]:
        """The table so far, if it has rows, and what stands in its text boxes; the next row begins another table."""
        ended: list[Block] = [self.table(), *self.after] if self.rows else self.after
        self.rows, self.above, self.gone, self.struck, self.after = [], {}, set(), set(), []
        return ended

    def table(self) -> Table:
        """The table, its rows of one width."""
        width = max((len(row) for row in self.rows), default=0)
        for row in self.rows:
            row.extend([None] * (width - len(row)))
        dropped = self.gone | {at for at in self.struck if self._is_emptied(at)}
        if not dropped:
            return Table(self.rows)
        kept: list[_Row] = []
        left_out: list[tuple[int, _Row]] = []
        for at, row in enumerate(self.rows):
            if at in dropped:
                left_out.append((len(kept), _as_printed(at, row)))
            else:
                kept.append(row)
        _placed_anew(kept)
        return Table(kept, left_out=left_out)

    def _is_emptied(self, at: int) -> bool:
        """Whether nothing of a row is in force but its number: what spans more rows is not its own."""
        own = [c for c in self.rows[at] if c and c.text and c.row == at and c.rows == 1]
        return all(c.text in _NOTHING or _ONLY_NUMBER.fullmatch(c.text) for c in own)


def _placed_anew(rows: list[_Row]) -> None:
    """Tells the cells in which rows they stand, once others are taken out."""
    first: dict[int, int] = {}
    for at, row in enumerate(rows):
        for cell in row:
            if cell is not None:
                cell.row = first.setdefault(id(cell), at)
                cell.rows = at - cell.row + 1


def _as_printed(at: int, row: _Row) -> _Row:
    """A row with the text that is not in force."""
    printed, last = list[Cell | None](), -1
    for place, cell in enumerate(row):
        if cell is None or cell.row != at:
            printed.append(None)
        elif last == id(cell):
            printed.append(printed[-1])
        else:
            text = clean(f"{cell.text} {cell.struck}")
            printed.append(Cell(text, at, place, 1, cell.columns, cell.bold))
        last = id(cell)
    return printed
