"""The blocks of a DOCX's content → paragraphs and tables: what stands in text boxes, cells and controls too."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence

from core.kernel.text import clean
from documents.grids.docx_cells import CellReading
from documents.grids.docx_controls import content_of, is_unfilled
from documents.grids.docx_numbering import Numbering
from documents.grids.docx_rows import Content, Rows, Span
from documents.grids.docx_text import Printed, TextReader
from documents.grids.docx_xml import (
    ALTERNATE,
    CELL,
    CONTROL,
    DELETED,
    PARAGRAPH,
    ROW,
    TABLE,
    W,
    chosen,
    is_on,
    number,
)
from documents.grids.grid import Block, Paragraph, Table

_SPAN, _DOWN, _ALONG, _TAKEN = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge", f"{W}cellDel"
_VAL = f"{W}val"
_LONE = Span()


class BlockReader:
    """Reads paragraphs, tables and rows in the document's order: lists count on from one to the next."""

    def __init__(self, text: TextReader, numbering: Numbering) -> None:
        self._text = text
        self._numbering = numbering

    def paragraph(self, element: ET.Element) -> Iterator[Block]:
        """A paragraph outside tables, then what its text boxes hold."""
        printed = self._text.read(element)
        text = clean((self._mark(printed) if printed.is_counted else "") + printed.text)
        if text:
            yield Paragraph(text, printed.style.level, printed.bold and not printed.plain)
        for box in printed.boxes:
            yield from self.blocks(box)

    def _mark(self, printed: Printed) -> str:
        alone = not any(part.strip() for part in printed.parts)
        return self._numbering.mark(printed.properties, printed.style_name, printed.style, alone=alone)

    def blocks(self, container: ET.Element) -> Iterator[Block]:
        """Everything in a text box."""
        for element in _parts(container):
            yield from self.paragraph(element) if element.tag == PARAGRAPH else self.table(element)

    def table(self, element: ET.Element) -> Iterator[Block]:
        """A table, cut where one of its rows only frames another table."""
        rows = Rows()
        for row in _of_kind(element, ROW):
            yield from self.row(row, rows)
        yield from rows.end()

    def row(self, element: ET.Element, rows: Rows) -> Iterator[Block]:
        """Puts a row to the others; where it only frames a table, gives the rows so far and what is framed instead."""
        properties = element.find(f"{W}trPr")
        rows.begin(number(properties, "gridBefore", 0) if properties is not None else 0)
        gone = properties is not None and _is_gone(properties)
        contents: list[Content] = []
        for cell, filled in _cells(element):
            span = _span(cell)
            if span is None:
                continue
            if rows.goes_on(span):
                rows.add(None, span)
                continue
            content = self._cell(cell, counted=not gone) if filled else Content()
            contents.append(content)
            rows.add(content, span)
        if gone:
            rows.gone.add(len(rows.rows) - 1)
            return
        if any(c.blocks for c in contents) and _is_frame(contents):
            rows.drop_last()
            yield from rows.end()
            for content in contents:
                yield from content.blocks or ([Paragraph(content.text)] if content.text else [])

    def _cell(self, element: ET.Element, *, counted: bool) -> Content:
        reading = CellReading()
        for part in _parts(element):
            if part.tag == PARAGRAPH:
                self._line(part, reading, counted=counted)
            else:
                reading.take(list(self.table(part)))
        return reading.content()

    def _line(self, element: ET.Element, reading: CellReading, *, counted: bool) -> None:
        """A paragraph of a cell; text boxes anchored in it float over the table: their tables are tables of their own,
        their words none of the cell's."""
        printed = self._text.read(element)
        reading.add(self._mark(printed) if counted and printed.is_counted else "", printed)
        for box in printed.boxes:
            reading.boxed += [block for block in self.blocks(box) if isinstance(block, Table)]


def _is_frame(contents: Sequence[Content]) -> bool:
    """Whether a row only sets a table on the page: nothing stands beside it, or one cell that is no column's."""
    return len(contents) <= 2 or sum(bool(c.text) for c in contents) == 1


def _parts(container: ET.Element) -> Iterator[ET.Element]:
    """The paragraphs and tables of a container, in order, out of all controls."""
    for child in container:
        tag = child.tag
        if tag in {PARAGRAPH, TABLE}:
            yield child
        elif tag == CONTROL:
            content = None if is_unfilled(child) else content_of(child)
            if content is not None:
                yield from _parts(content)
        elif tag == ALTERNATE:
            yield from next((found for reading in chosen(child) if (found := list(_parts(reading)))), [])
        elif tag not in DELETED and len(child):
            yield from _parts(child)


def _of_kind(container: ET.Element, kind: str) -> Iterator[ET.Element]:
    """The rows of a table, out of all controls."""
    for child in container:
        if child.tag == kind:
            yield child
        elif child.tag not in DELETED and child.tag != TABLE and len(child):
            yield from _of_kind(child, kind)


def _cells(row: ET.Element, filled: bool = True) -> Iterator[tuple[ET.Element, bool]]:
    """The cells of a row, out of all controls, and whether each is filled."""
    for child in row:
        if child.tag == CELL:
            yield child, filled
        elif child.tag == CONTROL:
            content = content_of(child)
            if content is not None:
                yield from _cells(content, filled and not is_unfilled(child))
        elif child.tag not in DELETED and len(child):
            yield from _cells(child, filled)


def _is_gone(properties: ET.Element) -> bool:
    """Whether a row is deleted by a tracked change, or hidden."""
    return properties.find(f"{W}del") is not None or is_on(properties.find(f"{W}hidden"))


def _span(cell: ET.Element) -> Span | None:
    """How a cell is merged; None for one that a tracked change took away."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return _LONE
    columns, above, before = 1, False, False
    for mark in properties:
        tag = mark.tag
        if tag == _SPAN:
            columns = max(1, int(mark.get(_VAL, "1")))
        elif tag == _DOWN:
            above = mark.get(_VAL, "continue") == "continue"
        elif tag == _ALONG:
            before = mark.get(_VAL, "continue") == "continue"
        elif tag == _TAKEN:
            return None
    return Span(columns, above, before) if columns > 1 or above or before else _LONE
