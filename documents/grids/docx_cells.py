"""A cell of a DOCX's table: its paragraphs as lines, the tables in it as lines too, or as tables where they can be more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from core.kernel.text import clean
from documents.grids.docx_rows import Content
from documents.grids.docx_text import Printed
from documents.grids.grid import Block, Cell, Paragraph, Table
from documents.grids.symbols import is_unticked


@dataclass(slots=True)
class CellReading:
    """A cell while its paragraphs and tables are put together."""

    lines: list[str] = field(default_factory=list)
    carried: str = ""  # the line that the next paragraph goes on with
    lost: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    boxed: list[Block] = field(default_factory=list)
    bold: bool = False
    plain: bool = False
    framed: bool = False

    def add(self, mark: str, printed: Printed) -> None:
        """A paragraph behind its number."""
        if printed.lost:
            self.lost.append("".join(printed.lost))
        self.bold = self.bold or printed.bold
        self.plain = self.plain or printed.plain
        if printed.joined:
            self.carried += mark + printed.text
            return
        self.lines.append(mark + self.carried + printed.text)
        self.carried = ""

    def take(self, blocks: list[Block]) -> None:
        """A table inside the cell."""
        self._close()
        self.blocks += blocks
        self.framed = self.framed or any(isinstance(b, Table) and _is_of_its_own(b) for b in blocks)
        for block in blocks:
            self.plain = self.plain or isinstance(block, Table)

    def _close(self) -> None:
        """The lines so far as a paragraph of their own."""
        if self.carried:
            self.lines.append(self.carried)
            self.carried = ""
        text = clean("\n".join(self.lines))
        if text:
            self.blocks.append(Paragraph(text, None, self.bold and not self.plain))
        self.lines.clear()

    def content(self) -> Content:
        """What the cell holds, once all of it is added."""
        if not self.blocks:  # as most cells are
            text = self.lines[0] if len(self.lines) == 1 and not self.carried else ""
            text = clean(text or "\n".join([*self.lines, self.carried]))
        else:
            self._close()
            text = clean("\n".join(line for block in self.blocks for line in _lines(block)))
        if is_unticked(text):
            text = ""
        blocks = self.blocks if self.framed else []
        lost = clean(" ".join(self.lost)) if self.lost else ""
        return Content(text, self.bold and not self.plain, lost, blocks, self.boxed)


def _is_of_its_own(table: Table) -> bool:
    """Whether a table inside a cell can be more than a list set in two columns."""
    return len(table.rows) > 1 and table.width > 2


def _lines(block: Block) -> Iterator[str]:
    """The text of a block inside a cell, a table's row as a line."""
    if isinstance(block, Paragraph):
        yield block.text
        return
    for at, row in enumerate(block.rows):
        yield " ".join(c.text for i, c in enumerate(row) if c and c.text and _begins_at(c, at, i))


def _begins_at(cell: Cell, row: int, column: int) -> bool:
    return (cell.row, cell.column) == (row, column)
