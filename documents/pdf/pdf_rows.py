"""The rows of a table that no lines rule: by gaps, by numbers, or by how its lines look, which is never certain."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.grids.grid import Cell, Table
from documents.grids.period_headers import period_in
from documents.pdf.pdf_words import HEADER, Line, Look, Strip

NUMBER = re.compile(r"(?:№\s*)?(?:\d{1,4}|[IVX]{1,4})(?:\.\d{1,4})*[.)]?")

_BEGINNING = re.compile(r"[А-ЯЁӘІҢҒҮҰҚӨҺA-Z][а-яёәіңғүұқөһa-z]{2}")


def follows(before: str, number: str) -> bool:
    """Whether a number can be the next one printed: one more, the first of a level below, more of a level above, or
    the first again."""
    old, new = before.strip("№ .)").split("."), number.strip("№ .)").split(".")
    if not all(part.isdigit() for part in (*old, *new)) or set(new) == {"1"} or new[-1] == "1":
        return True
    return len(new) <= len(old) and int(new[-1]) == int(old[len(new) - 1]) + 1


@dataclass(slots=True)
class Tally:
    """Over a document: rows, those that no gap parts from their neighbours, and signs that such a one is none."""

    rows: int = 0
    unsure: int = 0
    wrong: int = 0

    @property
    def tight(self) -> bool:
        """Whether rows are set so close that a gap here and there tells nothing either."""
        return self.unsure > 2 and self.unsure * 3 > self.rows


class Rows:
    """The rows of a table on one page, from its lines."""

    def __init__(self, strips: Sequence[Strip], look: Look, tally: Tally) -> None:
        self._strips, self._look = strips, look
        self._width = len(strips) + 1
        self._grid: list[list[Cell | None]] = []
        self._lines: list[Line] = []
        self._tally = tally
        self._middles: dict[tuple[int, int], float] = {}  # of the cells of rows that may be a header

    def table(self) -> Table:
        for at in range(min(len(self._grid) - 1, 4)):
            self._spread(at)
        return Table(self._grid, merges=False, cut=True, ruled=False)

    def _spread(self, at: int) -> None:
        """A period set in the middle over its parts ("2025" over I … IV) spans the columns that it is nearest to."""
        upper, lower = self._grid[at], self._grid[at + 1]
        periods = [
            c for c, cell in enumerate(upper) if (at, c) in self._middles and cell and period_in(cell.text)
        ]
        under = [
            c
            for c, cell in enumerate(lower)
            if cell
            and len(cell.text) < 25
            and (at + 1, c) in self._middles
            and (c in periods or not upper[c])
        ]
        if not periods or len(under) < len(periods) * 2:
            return
        nearest: dict[int, list[int]] = {place: [] for place in periods}
        for column in under:
            middle = self._middles[at + 1, column]
            nearest[min(periods, key=lambda p: abs(self._middles[at, p] - middle))].append(column)
        if any(not c or c[-1] - c[0] + 1 != len(c) for c in nearest.values()):
            return
        cells = {place: upper[place] for place in periods}
        for place, columns in nearest.items():
            cell = cells[place]
            upper[place] = None if place not in under else upper[place]
            if cell:
                whole = Cell(cell.text, at, columns[0], 1, len(columns))
                upper[columns[0] : columns[-1] + 1] = [whole] * len(columns)

    def head(self, lines: Sequence[Line]) -> None:
        """Lines over the whole width: a heading for each run of them with no gap between."""
        for at, line in enumerate(lines):
            text = " ".join(word.text for word in line)
            if at and line[0].top - lines[at - 1][0].top <= self._look.leading * 1.12 and self._grid[-1][0]:
                self._grid[-1][0].text += f"\n{text}"
                continue
            cell = Cell(text, len(self._grid), 0, 1, self._width)
            self._grid.append([cell] * self._width)

    def take(self, lines: list[Line]) -> None:
        """Rows of the lines of one run."""
        self._lines = lines
        first = [self._texts([line]).get(0, "") for line in lines]
        printed = [text for text in first if text]
        self._numbered = [bool(NUMBER.fullmatch(text)) for text in first]
        self._has_numbers = sum(self._numbered) * 2 > len(printed) > 0
        groups = list(self._groups())
        unsure = [group for group, sure in groups if not sure]
        self._tally.rows += len(groups)
        self._tally.unsure += len(unsure)
        self._tally.wrong += self._misread(unsure)
        for group, sure in groups:
            self._grid += self._cells(group, len(self._grid), sure)

    def _misread(self, groups: Sequence[Sequence[int]]) -> int:
        """How many rows told without gaps can hardly be rows: they begin in the middle of a sentence, hold another
        beginning, or leave out a number. Seen in the column whose texts are the longest."""
        texts = {i: self._texts([self._lines[i]]) for group in groups for i in group}
        counted = Counter(c for cells in texts.values() for c in cells if c or not self._has_numbers)
        if not counted:
            return 0
        longest = counted.most_common(1)[0][0]
        wrong = 0
        for group in groups:
            first, *more = [texts[i].get(longest, "") for i in group]
            begun = first[:1].islower() or (not first and any(more))
            again = not self._has_numbers and any(_BEGINNING.match(text) for text in more)
            wrong += begun or again
        numbers = [texts[group[0]].get(0, "") for group in groups if self._numbered[group[0]]]
        return wrong + sum(not follows(a, b) for a, b in pairwise(numbers))

    def _column(self, x: float) -> int:
        return bisect_right([right for _, right in self._strips], x + 0.5)

    def _texts(self, lines: Sequence[Line]) -> dict[int, str]:
        """What the lines print in each column."""
        found: dict[int, list[str]] = {}
        for line in lines:
            own: dict[int, list[str]] = {}
            for piece in self._look.pieces(line, self._strips):
                own.setdefault(self._column(piece[0].x0), []).extend(word.text for word in piece)
            for column, words in own.items():
                found.setdefault(column, []).append(" ".join(words))
        return {column: "\n".join(texts) for column, texts in found.items()}

    def _groups(self) -> Iterator[tuple[list[int], bool]]:
        """Lines by the row that they make, and whether that is certain: gaps part the rows; where they do not,
        numbers do, or else lines that look like a beginning, and neither is certain."""
        for block in self._by_gaps():
            numbers = [i for i in block if self._numbered[i]]
            if not self._has_numbers:
                yield from self._by_look(block)
            elif len(numbers) <= 1:
                yield block, bool(numbers) or block[0] < HEADER
            else:
                starts = [block[0], *(i for i in numbers if i != block[0])]
                for begin, end in pairwise([*starts, block[-1] + 1]):
                    yield list(range(begin, end)), False

    def _by_gaps(self) -> Iterator[list[int]]:
        block, reach = [0], max(word.bottom for word in self._lines[0])
        between = self._look.leading - self._look.height + self._look.leading * 0.12
        for at, line in enumerate(self._lines[1:], 1):
            if line[0].top - reach > between:
                yield block
                block, reach = [], 0.0
            block.append(at)
            reach = max(reach, *(word.bottom for word in line))
        yield block

    def _by_look(self, block: list[int]) -> Iterator[tuple[list[int], bool]]:
        """Several lines that print most columns, each cell from a capital or a figure, are as many rows."""
        cells = {i: list(self._texts([self._lines[i]]).values()) for i in block}
        most = max(map(len, cells.values()))
        begins = [
            i
            for i, texts in cells.items()
            if len(texts) * 3 >= most * 2 and sum(not t[0].islower() for t in texts) * 5 >= len(texts) * 3
        ]
        starts = [block[0], *(i for i in begins if i != block[0])] if len(begins) > 2 else [block[0]]
        for begin, end in pairwise([*starts, block[-1] + 1]):
            yield list(range(begin, end)), len(starts) == 1

    def _cells(self, group: list[int], at: int, sure: bool) -> Iterator[list[Cell | None]]:
        lines = [self._lines[i] for i in group]
        spans = [span for line in lines for span in self._spans(line)]
        if spans and group[0] < HEADER:
            yield from self._two_rows(lines, spans, at)
            return
        row: list[Cell | None] = [None] * self._width
        for column, text in self._texts(lines).items():
            row[column] = Cell(text, at, column, sure=sure and not spans)
        if at <= HEADER:
            for piece in (p for line in lines for p in self._look.pieces(line, self._strips)):
                self._middles[at, self._column(piece[0].x0)] = (piece[0].x0 + piece[-1].x1) / 2
        yield row

    def _spans(self, line: Line) -> Iterator[tuple[int, int, str]]:
        """Pieces over several columns: first and last of them, and the words."""
        for piece in self._look.pieces(line, self._strips):
            first, last = self._column(piece[0].x0), self._column(piece[-1].x1)
            if last > first:
                yield first, last, " ".join(w.text for w in piece)

    def _two_rows(
        self, lines: list[Line], spans: list[tuple[int, int, str]], at: int
    ) -> Iterator[list[Cell | None]]:
        """A header with a cell over several columns and their own names below it."""
        upper: list[Cell | None] = [None] * self._width
        lower: list[Cell | None] = [None] * self._width
        spanning = {text for _, _, text in spans}
        rest = [
            [
                w
                for piece in self._look.pieces(line, self._strips)
                if " ".join(p.text for p in piece) not in spanning
                for w in piece
            ]
            for line in lines
        ]
        names = self._texts([line for line in rest if line])
        under = {c for first, last, _ in spans for c in range(first, last + 1)}
        for first, last, text in spans:
            cell = Cell(text, at, first, 1, last - first + 1)
            upper[first : last + 1] = [cell] * (last - first + 1)
        for column, text in names.items():
            if column in under:
                lower[column] = Cell(text, at + 1, column)
            else:
                upper[column] = lower[column] = Cell(text, at, column, 2)
        yield upper
        if names.keys() & under:
            yield lower
