"""CSV and tab-separated text → grid, whatever its line ends, delimiter and encoding."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from core.kernel.errors import UnreadableFile
from core.kernel.text import clean
from documents.grids.grid import MAX_COLUMNS, MAX_ROWS, Cell, Document, Table
from documents.grids.symbols import without_private
from documents.grids.text_encodings import decoded

_DELIMITERS = "\t;,|"
_SAMPLE = 2_000_000  # characters that tell the delimiter: one cell can have a million
_CELL_LIMIT = 20 * 2**20  # the csv module's own limit is 128 KB; the file's size bounds it here
# Excel's own first line, which says what parts the cells.
_NAMED = re.compile(r'"?sep=(?P<mark>[^\n"])"?[ \t]*(?:\n|$)', re.IGNORECASE)


def read_text(data: bytes) -> Document:
    """One table of the text's rows. Raises UnreadableFile for what is no text or no table."""
    text = decoded(data)
    if text is None:
        raise UnreadableFile("file-kind-unknown")
    text = without_private(text.replace("\r\n", "\n").replace("\r", "\n"))
    csv.field_size_limit(_CELL_LIMIT)
    named = _NAMED.match(text)
    try:
        if named:
            return Document([_table(text[named.end() :], named["mark"])])
        return Document([_table(text, _delimiter(text))])
    except csv.Error as error:
        raise UnreadableFile("file-unreadable") from error


def _delimiter(text: str) -> str:
    """The delimiter under which most rows have as many cells as others, more than one; a file can hold two tables."""
    best, most = ",", 0.0
    for delimiter in _DELIMITERS:
        widths: Counter[int] = Counter()
        for row in islice(_records(text[:_SAMPLE], delimiter), 200):
            if 1 < len(row) <= MAX_COLUMNS:  # no table is wider: prose with this mark in it is
                widths[len(row)] += 1
        score = sum(times * (1 + min(width, 50) / 100) for width, times in widths.most_common(2))
        if score > most:
            best, most = delimiter, score
    return best


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows. A quote that is never closed takes rows into one cell, up to the next quote or the end: they are given
    back as rows."""
    lines = text.split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    begun = 0
    for record in reader:
        ended = reader.line_num
        swallowed = lines[begun:ended] if ended > begun + 1 else ()
        if swallowed and _are_rows(swallowed, delimiter):
            for line in swallowed:
                yield next(csv.reader([line], delimiter=delimiter, quoting=_quoting(line)), [])
        else:
            yield record
        begun = ended


def _are_rows(lines: Sequence[str], delimiter: str) -> bool:
    """Whether lines are rows of a table each, though quotes hold them together: as many cells in nearly all, and three
    or more."""
    marks = [line.count(delimiter) for line in lines if line.strip()]
    return len(marks) > 1 and marks[0] > 1 and marks.count(marks[0]) * 4 >= len(marks) * 3


def _quoting(line: str) -> Literal[0, 3]:
    return csv.QUOTE_NONE if line.count('"') % 2 else csv.QUOTE_MINIMAL


def _table(text: str, delimiter: str) -> Table:
    table = Table(merges=False)
    for printed in _records(text, delimiter):
        if not any(p.strip() for p in printed):
            continue
        at = len(table.rows)
        if at >= MAX_ROWS:
            raise UnreadableFile("file-not-a-plan")
        texts = [clean(p) for p in printed[:MAX_COLUMNS]]
        table.rows.append([Cell(t, at, i) if t else None for i, t in enumerate(texts)])
    width = table.width
    for row in table.rows:
        row.extend([None] * (width - len(row)))
    return table
