"""What every reader gives: a document as headings, paragraphs and tables, whatever format it came in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

MAX_ROWS = 20_000
MAX_COLUMNS = 200
UNREAD = "\ufffd"
"""What stands for a letter that the file does not tell."""


@dataclass(slots=True, eq=False)  # not frozen: a long table makes half a million
class Cell:
    """One cell, merged or not; cells are told apart by identity. `row` and `column` are its first; a merged cell stands in every place it covers.

    `paint` is the colour of its ground, six hexadecimal digits, where the colour is the cell's own and not its row's;
    a painted cell may print nothing. `struck` is what is crossed out in it: not in force, and no part of `text`.
    """

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    bold: bool = False
    computed: bool = True  # False for a formula whose result is not in the file, or an error
    sure: bool = True  # False where only the look of a page tells which row the text belongs to
    paint: str | None = None
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside tables. `level` is a heading's (0 the document's title), None for running text."""

    text: str
    level: int | None = None
    bold: bool = False


@dataclass(slots=True)
class Table:
    """Rows of equal width; None where the format has no cell at all.

    `merges` says whether the format can express merged cells: where it cannot (CSV), a blank under a value
    may mean "as above". `cut` marks a table that may go on from the one before (pages of a PDF). `ruled` is False
    where no lines part the cells: they were told by where their words stand. `left_out` are rows that the file has and
    does not show as in force (hidden, struck, deleted), each with the place in `rows` of the row that follows it.
    """

    rows: list[list[Cell | None]] = field(default_factory=list)
    name: str | None = None
    merges: bool = True
    cut: bool = False
    ruled: bool = True
    left_out: list[tuple[int, list[Cell | None]]] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


Block = Paragraph | Table


@dataclass(slots=True)
class Document:
    """The blocks of a file in reading order. `pictures` are the numbers of pages that show a picture and no text: what
    stands there is not read."""

    blocks: list[Block] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)

    def texts(self) -> Iterator[str]:
        """Every printed text once."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from (
                    c.text
                    for r, row in enumerate(block.rows)
                    for i, c in enumerate(row)
                    if c and (c.row, c.column) == (r, i)
                )

    def lines(self) -> Iterator[str]:
        """The document's texts, a row of two cells as one line ("УОЗ - Управление …"): so lists are set as tables."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.text
                continue
            for at, row in enumerate(block.rows):
                cells = [c.text for i, c in enumerate(row) if c and c.text and (c.row, c.column) == (at, i)]
                if len(cells) == 3 and cells[0].rstrip(".)").isdigit():
                    cells = cells[1:]
                yield from [" - ".join(cells)] if len(cells) == 2 else cells
