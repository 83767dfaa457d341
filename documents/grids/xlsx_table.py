"""A sheet's cells → a table: what shows nothing is left out, merged cells stand in every place that they cover."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from core.kernel.errors import UnreadableFile
from documents.grids.grid import Cell, Table
from documents.grids.xlsx_sheet import Area, Raw, Sheet

Row = list[Cell | None]


class _Places(NamedTuple):
    """The rows and columns of the sheet that the table has, in order."""

    rows: Sequence[int]
    columns: Sequence[int]

    def within(self, area: Area) -> tuple[range, range]:
        """The table's rows and columns that an area of the sheet covers."""
        return (
            range(bisect_left(self.rows, area.top), bisect_right(self.rows, area.bottom)),
            range(bisect_left(self.columns, area.left), bisect_right(self.columns, area.right)),
        )


def table_of(sheet: Sheet) -> Table:
    """The sheet as a table, its hidden rows left out. Raises UnreadableFile for merged ranges that cover each other."""
    _move_out_of_hiding(sheet)
    places = _places(sheet)
    if not places.rows:
        return Table(name=sheet.name)
    grid = [_row(sheet.cells[row], at, places) for at, row in enumerate(places.rows)]
    left = 2 * len(places.rows) * len(places.columns)
    for area in sheet.merges:
        left -= _merge(area, grid, places)
        if left < 0:
            raise UnreadableFile("file-bomb")
    hidden = [(bisect_left(places.rows, row), row) for row in sorted(sheet.hidden_rows)]
    return Table(
        [_without_ground(row) for row in grid],
        sheet.name,
        left_out=[(at, _row(sheet.cells[row], at, places)) for at, row in hidden],
    )


def _move_out_of_hiding(sheet: Sheet) -> None:
    """What merged cells print shows in the first row and column of theirs that are not hidden."""
    hidden, columns = sheet.hidden_rows, sheet.hidden_columns
    for at, area in enumerate(sheet.merges if hidden or columns else ()):
        if area.top not in hidden and area.left not in columns:
            continue
        raw = sheet.cells.get(area.top, {}).get(area.left)
        left = next((c for c in range(area.left, area.right + 1) if c not in columns), None)
        shown = (row for row in sorted(sheet.cells) if area.top <= row <= area.bottom and row not in hidden)
        top = next(shown, None)
        if raw is not None and left is not None and top is not None:
            sheet.cells[top][left] = raw
            sheet.merges[at] = Area(top, left, area.bottom, area.right)


def _places(sheet: Sheet) -> _Places:
    """The rows and columns that print something, and columns painted under what is merged over them."""
    rows = sorted(row for row in sheet.cells if row not in sheet.hidden_rows)
    printed, painted = set[int](), set[int]()
    for row in rows:
        for column, raw in sheet.cells[row].items():
            (printed if raw.text or raw.struck else painted).add(column)
    spread = {c for area in sheet.merges if area.left in printed for c in range(area.left, area.right + 1)}
    return _Places(rows, sorted((printed | painted & spread) - sheet.hidden_columns))


def _row(cells: dict[int, Raw], at: int, places: _Places) -> Row:
    row: Row = []
    for to, column in enumerate(places.columns):
        raw = cells.get(column)
        row.append(
            Cell(raw.text, at, to, 1, 1, raw.look.bold, raw.computed, True, raw.look.paint, raw.struck)
            if raw
            else None
        )
    return row


def _merge(area: Area, grid: list[Row], places: _Places) -> int:
    """Puts a merged cell in every place that it covers; → how many these are."""
    rows, columns = places.within(area)
    if not rows or not columns or places.rows[rows[0]] != area.top or places.columns[columns[0]] != area.left:
        return 0
    cell = grid[rows[0]][columns[0]]
    if cell is None or not (cell.text or cell.struck):
        return 0
    cell.rows, cell.columns = len(rows), len(columns)
    for row in rows:
        grid[row][columns[0] : columns[-1] + 1] = [cell] * len(columns)
    return len(rows) * len(columns)


def _without_ground(row: Row) -> Row:
    """The row, its cells without the colour that is the whole row's: a header's band, a stripe."""
    paints = [cell.paint for cell in row if cell and cell.paint]
    if not paints:
        return row
    first = next((cell for cell in row if cell and (cell.text or cell.struck)), None)
    ground = first.paint if first else None
    if ground and (len(paints) == len(row) or paints.count(ground) * 2 > len(row)):
        for cell in row:
            if cell and cell.paint == ground:
                cell.paint = None
    return row
