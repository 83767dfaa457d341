"""CSV and tab-separated text → grid: UTF-8 (with or without a mark), UTF-16 with a mark, or Windows-1251."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from core.kernel.errors import UnreadableFile
from core.kernel.text import clean
from documents.grids.grid import MAX_COLUMNS, MAX_ROWS, Cell, Document, Table

_DELIMITERS = "\t;,|"
_SAMPLE = 2_000_000  # characters that tell the delimiter: one cell can have a million
_CELL_LIMIT = 20 * 2**20  # the csv module's own limit is 128 KB; the file's size bounds it here


def read_text(data: bytes) -> Document:
    """One table of the text's rows. Raises UnreadableFile for what is no text or no table."""
    text = _decoded(data)
    csv.field_size_limit(_CELL_LIMIT)
    try:
        return Document([_table(text, _delimiter(text))])
    except csv.Error as error:
        raise UnreadableFile("file-unreadable") from error


def _decoded(data: bytes) -> str:
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError as error:
        raise UnreadableFile("file-kind-unknown") from error
    letters = sum(c.isalpha() for c in text[:20_000])
    cyrillic = sum("а" <= c.lower() <= "я" or c in "ёЁ" for c in text[:20_000])
    if cyrillic * 2 < letters:
        raise UnreadableFile("file-kind-unknown")
    return text


def _delimiter(text: str) -> str:
    """The delimiter under which most rows have as many cells as others, more than one; a file can hold two tables."""
    best, most = ",", 0.0
    for delimiter in _DELIMITERS:
        widths: Counter[int] = Counter()
        for row in islice(csv.reader(io.StringIO(text[:_SAMPLE]), delimiter=delimiter), 200):
            if 1 < len(row) <= MAX_COLUMNS:  # no table is wider: prose with this mark in it is
                widths[len(row)] += 1
        score = sum(times * (1 + min(width, 50) / 100) for width, times in widths.most_common(2))
        if score > most:
            best, most = delimiter, score
    return best


def _table(text: str, delimiter: str) -> Table:
    table = Table(merges=False)
    for printed in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
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
