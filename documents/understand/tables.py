"""The tables of a document, each with its header and columns, found once; what a person said of them goes before."""

from __future__ import annotations

from core.plan.columns import ReadingMap, TableSeen
from documents.grids.grid import Cell, Document, Table
from documents.understand.header import best_header, headless, likeliest, mapped, remembered
from documents.understand.layout import Layout, seen


class Tables:
    """The layouts of a document's tables. A table that a PDF cuts over pages stands for all its parts."""

    def __init__(self, document: Document, said: ReadingMap) -> None:
        self._said = said
        self._tables: list[Table] = []
        self._headers: dict[int, Layout | None] = {}
        self._out: set[int] = set()
        for block in document.blocks:
            if isinstance(block, Table):
                self._take(_united(block))

    def _take(self, table: Table) -> None:
        place = len(self._tables)
        said, layouts = self._said.tables.get(place), self._said.layouts
        layout = remembered(table.rows, layouts) if said is None and layouts else None
        if layout is not None:
            said = layouts[layout.fingerprint]
        else:
            layout = best_header(table.rows, said)
        if layout is None and said is not None and not said.out:
            layout = likeliest(table.rows)
            layout = mapped(layout, said) if layout else None
        if said is not None and said.out:
            self._out.add(id(table))
        self._headers[id(table)] = layout
        self._tables.append(table)

    def header(self, table: Table) -> Layout | None:
        """The layout of a table's own header; None where it has none that is a plan's."""
        return None if id(table) in self._out else self._headers[id(table)]

    def is_one_of_alike(self, table: Table) -> bool:
        """Whether a sheet has the columns of another sheet of the same workbook."""
        own = self.header(table)
        if own is None or table.name is None:
            return False
        others = (self.header(t) for t in self._tables if t is not table and t.name not in (None, table.name))
        return any(other is not None and other.fingerprint == own.fingerprint for other in others)

    def headless(self, table: Table) -> Layout | None:
        """The layout of a table without a header, by its contents alone."""
        if id(table) in self._out:
            return None
        layout = headless(table.rows)
        if layout is not None:
            self._headers[id(table)] = layout
        return layout

    def is_out(self, table: Table) -> bool:
        """Whether a person said that it is none of the plan's."""
        return id(table) in self._out

    def seen(self) -> tuple[TableSeen, ...]:
        """Each table as it was read; one that goes on from another without a header of its own is not told apart."""
        found: list[TableSeen] = []
        for place, table in enumerate(self._tables):
            layout = self._headers[id(table)]
            if layout is None and table.cut and found:
                continue
            shown = layout or likeliest(table.rows)
            if shown is not None:
                found.append(
                    seen(table, place, shown, read=layout is not None and id(table) not in self._out)
                )
        return tuple(found)


def _united(table: Table) -> Table:
    """A row that prints one text in all its cells is one merged cell: so some programs write merged cells."""
    for at, row in enumerate(table.rows):
        cells = [c for c in row if c and c.text]
        if len({id(c) for c in cells}) < 2 or len(cells) * 2 < len(row) or len(cells) < 3:
            continue
        if not (row[0] and row[0].text):
            continue  # parts of columns under a header's first row
        if len({c.text for c in cells}) == 1 and sum(map(str.isalpha, cells[0].text)) > 3:
            whole = Cell(cells[0].text, at, 0, 1, len(row), cells[0].bold)
            table.rows[at] = [whole] * len(row)
    return table
