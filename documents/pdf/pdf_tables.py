"""A ruled table of a page as a grid: each piece of text in the cell that it is set in, also where it is wider."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from documents.grids.grid import Cell, Table
from documents.pdf.pdf_pieces import WIDE, Piece, text_of, upright_words
from documents.pdf.pdf_rows import NUMBER, Rows, Tally, follows
from documents.pdf.pdf_rules import Ruled
from documents.pdf.pdf_words import Look, Strip, lines_of

_PADDING = 8.0  # points: how far from its cell's side text that is set to this side begins


def inside(piece: Piece, ruled: Ruled) -> bool:
    """Whether a piece of text begins in a table."""
    left, top, right, bottom = ruled.box
    x, y = piece.middle
    return top <= y <= bottom and left - 1 <= (x if piece.turn else piece.words[0].x0) <= right + 1


def banded(tables: Sequence[Ruled], pieces: Sequence[Piece]) -> list[Ruled]:
    """Tables from above; those whose rows are coloured by turns, cell by cell, each with the rows between its bands."""
    found: list[Ruled] = []
    for ruled in tables:
        last = found[-1] if found else None
        if last and _between(last, ruled, pieces):
            marks = max(map(max, last.cells)) + 1
            between = [marks] * len(last.cells[0])
            below = [[mark + marks + 1 for mark in row] for row in ruled.cells]
            found[-1] = Ruled(last.xs, [*last.ys, *ruled.ys], [*last.cells, between, *below])
        else:
            found.append(ruled)
    return [_with_edges(ruled, pieces) for ruled in found]


def _between(above: Ruled, below: Ruled, pieces: Sequence[Piece]) -> bool:
    """Whether a row in the same columns stands between two tables."""
    same = len(above.xs) == len(below.xs) and all(
        abs(a - b) < 3 for a, b in zip(above.xs, below.xs, strict=True)
    )
    gap, high = below.ys[0] - above.ys[-1], above.ys[-1] - above.ys[-2]
    if not same or not 0 < gap < high * 3:
        return False
    return _in_columns(above.xs, [p for p in pieces if above.ys[-1] < p.middle[1] < below.ys[0]])


def _with_edges(ruled: Ruled, pieces: Sequence[Piece]) -> Ruled:
    """The table with the row above its first band of colour and the one below its last, where rows are coloured by
    turns: they stand in its columns, and nothing is drawn around them."""
    if sum(len(set(marks)) == 1 for marks in ruled.cells) * 3 < len(ruled.cells) or len(ruled.cells) < 2:
        return ruled
    ys, cells = list(ruled.ys), [list(marks) for marks in ruled.cells]
    mark = max(map(max, cells)) + 1
    if len(set(cells[-1])) > 1 and (end := _row_beyond(ruled, pieces, ys[-1], (ys[-1] - ys[-2]) * 1.3)):
        ys.append(end)
        cells.append([mark] * len(cells[0]))
    if len(set(cells[0])) > 1 and (begin := _row_beyond(ruled, pieces, ys[0], (ys[0] - ys[1]) * 1.3)):
        ys.insert(0, begin)
        cells.insert(0, [mark + 1] * len(cells[0]))
    return Ruled(ruled.xs, ys, cells)


def _row_beyond(ruled: Ruled, pieces: Sequence[Piece], edge: float, high: float) -> float | None:
    """Where a row ends that stands in a table's columns within so many points of its edge."""
    low, top = sorted((edge, edge + high))
    near = [p for p in pieces if not p.turn and low < p.middle[1] < top]
    return edge + high if _in_columns(ruled.xs, near) else None


def _in_columns(xs: Sequence[float], pieces: Sequence[Piece]) -> bool:
    """Whether pieces stand in three columns or more, and none over two."""
    columns = {(_place(xs, p.words[0].x0 + 0.5), _place(xs, p.words[-1].x1 - 0.5)) for p in pieces}
    beside = any(p.words[0].x0 < xs[0] - 1 or p.words[-1].x1 > xs[-1] + 1 for p in pieces)
    return len(columns) >= 3 and not beside and all(first == last for first, last in columns)


def table_of(ruled: Ruled, pieces: Sequence[Piece]) -> Table:
    """The table with what is printed in it; what its lines span is what they merge. Rows that no line parts, though
    their numbers or gaps do, are rows all the same, and asked about where nothing but numbers parts them."""
    cells = _Cells(ruled)
    for piece in pieces:
        cells.take(piece)
    cells.part()
    return Table(_without_unparted(list(_rows(cells))), cut=True)


def _without_unparted(rows: list[list[Cell | None]]) -> list[list[Cell | None]]:
    """The rows without the places that go on from their left in each of them: a stroke that parts no cell is no
    column's side, and a page that has none of it has the same columns."""
    width = max(map(len, rows), default=0)
    kept = [
        at
        for at in range(width)
        if not at or any(row[at] is None or row[at] is not row[at - 1] for row in rows)
    ]
    if len(kept) == width:
        return rows
    place = {at: n for n, at in enumerate(kept)}
    for cell in {id(c): c for row in rows for c in row if c}.values():
        ends = cell.column + cell.columns
        cell.column, cell.columns = place[cell.column], sum(cell.column <= at < ends for at in kept)
    return [[row[at] for at in kept] for row in rows]


class _Cells:
    """The cells of a table, with the pieces in each."""

    def __init__(self, ruled: Ruled) -> None:
        self.xs, self.ys = ruled.xs, ruled.ys
        self.marks = ruled.cells
        self.pieces: dict[int, list[Piece]] = {}

    def take(self, piece: Piece) -> None:
        """Puts a piece, or the words of it, where they belong."""
        row = _place(self.ys, piece.middle[1])
        if piece.turn:
            mark = self.marks[row][_place(self.xs, piece.middle[0])]
            self.pieces.setdefault(mark, []).append(piece)
            return
        for column, part in self._by_column(piece, row):
            self.pieces.setdefault(self.marks[row][column], []).append(part)

    def _by_column(self, piece: Piece, row: int) -> Iterator[tuple[int, Piece]]:
        """A word beyond a cell's side belongs to the cell before it where the text runs over the side, or where a
        drawn space joins it to the word before, and no more room than it takes."""
        own, begin = self._owner(piece, row), 0
        for at, word in enumerate(piece.words[1:], 1):
            place = _place(self.xs, word.x0 + 0.5)
            beyond = place > own and self.marks[row][place] != self.marks[row][own]
            over = piece.words[at - 1].x1 > self._side(own, row) + 1
            gap = word.x0 - piece.words[at - 1].x1
            if beyond and not (over or 0 < gap <= piece.spaces[at] * piece.size * WIDE):
                yield own, _part(piece, begin, at)
                own, begin = place, at
        yield own, _part(piece, begin, len(piece.words))

    def _side(self, column: int, row: int) -> float:
        """Where the cell of a square ends."""
        mark = self.marks[row][column]
        while column + 1 < len(self.xs) - 1 and self.marks[row][column + 1] == mark:
            column += 1
        return self.xs[column + 1]

    def _owner(self, piece: Piece, row: int) -> int:
        """The column of the cell that a piece is set in: the one that it begins in; text that is set in the middle of
        a narrower cell, or to its right side, begins in the cell before."""
        begin, end = piece.words[0].x0, piece.words[-1].x1
        first, last = _place(self.xs, begin + 0.5), _place(self.xs, end - 0.5)
        if first == last or begin - self.xs[first] <= _PADDING:
            return first
        middle = (begin + end) / 2
        for column in range(first + 1, last + 1):
            own = self.xs[column], self._side(column, row)
            if self.marks[row][column] == self.marks[row][first]:
                return first
            if abs(middle - (own[0] + own[1]) / 2) < 2 or (own[1] - end <= _PADDING / 2 and column == last):
                return column
        return first

    def part(self) -> None:
        """Rows that are coloured by turns have sides in each second one only: text in columns of its own in a cell
        over all of them stands in as many cells."""
        top = max(map(max, self.marks)) + 1
        for row, marks in enumerate(self.marks):
            if len(set(marks)) > 1 or len(marks) < 3 or sum(marks[0] in other for other in self.marks) > 1:
                continue
            pieces = self.pieces.get(marks[0], [])
            if _in_columns(self.xs, pieces):
                del self.pieces[marks[0]]
                self.marks[row] = list(range(top, top + len(marks)))
                top += len(marks)
                for piece in pieces:
                    self.take(piece)


def _part(piece: Piece, begin: int, end: int) -> Piece:
    if end - begin == len(piece.words):
        return piece
    return Piece(piece.words[begin:end], piece.size, 0, piece.spaces[begin:end], piece.middle)


def _place(edges: Sequence[float], place: float) -> int:
    """Between which two edges a place is."""
    return min(max(bisect_right(edges, place) - 1, 0), len(edges) - 2)


def _rows(cells: _Cells) -> Iterator[list[Cell | None]]:
    """The rows from above, those that no line parts taken apart."""
    apart = {y: rows for y in range(len(cells.marks)) if (rows := _unlined(cells, y))}
    begins = [0]
    for y in range(len(cells.marks)):
        begins.append(begins[-1] + len(apart.get(y, "x")))
    made: dict[int, Cell] = {}
    for y, marks in enumerate(cells.marks):
        if y in apart:
            for row in apart[y]:
                for cell in filter(None, row):
                    cell.row += begins[y]
                yield row
            continue
        row = []
        for x, mark in enumerate(marks):
            if mark not in made:
                width = next((n for n in range(x, len(marks)) if marks[n] != mark), len(marks)) - x
                last = next(
                    (n for n in range(y, len(begins) - 1) if cells.marks[n][x] != mark), len(begins) - 1
                )
                text = text_of(cells.pieces.get(mark, []))
                made[mark] = Cell(text, begins[y], x, begins[last] - begins[y], width)
            row.append(made[mark])
        yield row


def _unlined(cells: _Cells, y: int) -> list[list[Cell | None]]:
    """The rows in a stretch of a table that no level line cuts: by their numbers, or by gaps where the whole table
    has no line below its header. None where it is one row."""
    marks = cells.marks[y]
    alone = all(sum(mark in other for other in cells.marks) == 1 for mark in set(marks))
    if not alone or len(set(marks)) != len(marks) or len(marks) < 3:
        return []
    own = [piece for mark in marks for piece in cells.pieces.get(mark, ()) if not piece.turn]
    first = [line[0].text for line in lines_of(upright_words(cells.pieces.get(marks[0], ())))]
    numbered = len(first) > 1 and all(NUMBER.fullmatch(text) for text in first)
    counted = numbered and all(follows(a, b) for a, b in pairwise(first)) and len(set(first)) == len(first)
    if not counted and len(cells.ys) > 3:
        return []
    lines = lines_of(upright_words(own))
    if len(lines) < 2:
        return []
    strips: list[Strip] = [(x - 0.1, x) for x in cells.xs[1:-1]]
    tally = Tally()
    rows = Rows(strips, Look.of(lines), tally)
    rows.take(lines)
    found = rows.table().rows
    if counted:
        return found if len(found) == len(first) else []
    return found if len(found) >= 3 and not tally.unsure else []
