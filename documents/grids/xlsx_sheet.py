"""One sheet's XML → its printed cells, hidden rows and columns, merged ranges; blanks are let go before they are parsed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from core.kernel.errors import UnreadableFile
from core.kernel.text import clean
from documents.grids.archive import XmlPart
from documents.grids.grid import MAX_COLUMNS, MAX_ROWS
from documents.grids.xlsx_boxes import Box
from documents.grids.xlsx_dates import serial_of
from documents.grids.xlsx_formats import shown, shown_words
from documents.grids.xlsx_strings import Printed, shown_string, string_of, unescaped
from documents.grids.xlsx_styles import Look, M, Styles
from documents.grids.xml_rows import XmlRows

_C, _V, _ROW, _F, _IS = f"{M}c", f"{M}v", f"{M}row", f"{M}f", f"{M}is"
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_MERGE = re.compile(rb"<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*[\"']([^\"'<>]*)[\"']")
_COLUMN = re.compile(rb"<(?:[\w.-]+:)?col\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb"([\w:.-]+)\s*=\s*[\"']([^\"'<>]*)[\"']")
_MAX_CELLS = 600_000
_MAX_PAINTED = 400_000
_MAX_TEXT = 20_000_000  # characters of all cells: one long string can stand in thousands
_TRUE = {"1", "true"}
_FAR = rb"(?:[A-Z]{3}|[H-Z][A-Z]|G[S-Z])"  # columns behind the last that is read
_FAR_PLACE = re.compile(rb"\br\s*=\s*[\"']%b\d" % _FAR)


class Raw(NamedTuple):
    """A cell as it shows: its text, what is crossed out in it, its look, whether it is a result and not an error."""

    text: str
    struck: str
    look: Look
    computed: bool


class Area(NamedTuple):
    """A merged range, its ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Book:
    """What the sheets of a book share."""

    strings: list[Printed] = field(default_factory=list)
    styles: Styles = field(default_factory=Styles)
    since_1904: bool = False
    rows: int = 0
    cells: int = 0
    painted: int = 0
    characters: int = 0

    def count(self, row: dict[int, Raw]) -> None:
        """Takes note of a row. Raises UnreadableFile where the book is too long to be a plan, or blown up."""
        self.rows += 1
        self.cells += len(row)
        lengths = [len(raw.text) for raw in row.values()]
        self.characters += sum(lengths)
        self.painted += lengths.count(0)
        if self.rows > MAX_ROWS:
            raise UnreadableFile("file-not-a-plan")
        if self.cells > _MAX_CELLS or self.painted > _MAX_PAINTED or self.characters > _MAX_TEXT:
            raise UnreadableFile("file-bomb")


@dataclass(slots=True)
class Sheet:
    """A sheet's cells by row and column, from 0; only rows that print something are kept."""

    name: str
    cells: dict[int, dict[int, Raw]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Area] = field(default_factory=list)
    last: int = -1  # the row that was read last

    def lay_over(self, boxes: Iterable[Box]) -> None:
        """Puts boxes to tick into the cells that they lie over, where these print nothing."""
        for box in boxes:
            cells = self.cells.get(box.row, {})
            below = cells.get(box.column)
            if cells and box.column < MAX_COLUMNS and not (below and below.text):
                cells[box.column] = Raw(box.text, "", below.look if below else Look(), True)


def read_sheet(source: XmlPart, sheet: Sheet, book: Book) -> None:
    """Fills the sheet. Raises UnreadableFile, ET.ParseError, ValueError, IndexError."""
    rows = XmlRows(source, "sheetData", "row")
    sheet.hidden_columns.update(_hidden_columns(rows.head))
    lighten = _lightened(rows.prefix, book.styles.painted())
    for chunk in rows.chunks(lighten):
        for element in chunk:
            if element.tag == _ROW:
                _take_row(element, sheet, book)
    sheet.merges.extend(_merges(rows.tail()))


def _hidden_columns(head: bytes) -> Iterator[int]:
    for found in _COLUMN.finditer(head):
        printed = {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(found[1])}
        if printed.get("hidden") in _TRUE or (printed.get("width") and float(printed["width"]) == 0):
            yield from range(int(printed["min"]) - 1, min(int(printed["max"]), MAX_COLUMNS))


def _lightened(prefix: bytes, painted: frozenset[bytes]) -> Callable[[bytes], bytes]:
    """What takes out of rows all that shows nothing: sheets have millions of cells that hold a style alone. Blank cells
    of a painted style stay where their row prints something."""
    blank = rb"<%bc\s[^<>]*(?:/>|>\s*</%bc>)" % (prefix, prefix)
    rows = re.compile(rb"<%brow(?:\s[^<>]*)?(?:/>|(?<!/)>(?:\s*%b)*\s*</%brow>)" % (prefix, blank, prefix))
    cells = re.compile(
        rb"<%bc(?=\s[^<>]*\br\s*=\s*[\"']([A-Z]+))(?:(?=\s[^<>]*\bs\s*=\s*[\"'](\d+))|)\s[^<>]*(?:/>|>\s*</%bc>)"
        % (prefix, prefix)
    )

    far = re.compile(
        rb"<%bc\s(?:[^<>]*\s)?r\s*=\s*[\"']%b\d+[\"'][^<>]*(?:/>|(?<!/)>.*?</%bc>)" % (prefix, _FAR, prefix),
        re.DOTALL,
    )

    def kept(found: re.Match[bytes]) -> bytes:
        return found[0] if found[2] in painted else b""

    def lighten(xml: bytes) -> bytes:
        xml = rows.sub(b"", xml)
        if _FAR_PLACE.search(xml):
            xml = far.sub(b"", xml)
        return cells.sub(kept if painted else b"", xml)

    return lighten


def _merges(tail: Iterator[bytes]) -> Iterator[Area]:
    rest, found = b"", 0
    for chunk in tail:
        rest += chunk
        end = rest.rfind(b">") + 1
        for match in _MERGE.finditer(rest, 0, end):
            area = _area(match[1].decode("ascii", "replace"))
            if area is not None:
                found += 1
                yield area
            if found >= MAX_ROWS:
                return
        rest = rest[end:][-1_000:]


def _area(reference: str) -> Area | None:
    first, _, last = reference.partition(":")
    begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
    if begin is None or end is None:
        return None
    area = Area(int(begin[2]) - 1, _column(begin[1]), int(end[2]) - 1, min(_column(end[1]), MAX_COLUMNS - 1))
    return area if area.bottom >= area.top and area.right >= area.left else None


def _take_row(element: ET.Element, sheet: Sheet, book: Book) -> None:
    sheet.last = row = int(element.get("r") or sheet.last + 2) - 1
    cells: dict[int, Raw] = {}
    following, prints = 0, False
    for c in element:
        if c.tag != _C:
            continue
        place = c.get("r")
        column = _column(place.rstrip("0123456789")) if place else following
        following = column + 1
        if column >= MAX_COLUMNS:
            continue
        look = book.styles.look(c.get("s", ""))
        text, struck, computed = _shown(c, book, look) if len(c) else ("", "", True)
        if text or struck:
            prints = True
            cells[column] = Raw(text, struck, look, computed)
        elif look.paint:
            cells[column] = Raw("", "", look, True)
    if prints:
        sheet.cells[row] = cells
        book.count(cells)
        if element.get("hidden") in _TRUE or element.get("ht") == "0":
            sheet.hidden_rows.add(row)


@lru_cache(maxsize=1_000)
def _column(letters: str) -> int:
    if not 1 <= len(letters) <= 3 or not (letters.isascii() and letters.isalpha()):
        raise ValueError(f"not a column: {letters!r}")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return column - 1


def _shown(c: ET.Element, book: Book, look: Look) -> tuple[str, str, bool]:
    """A cell's text, what is crossed out in it, and whether it is a result."""
    kind, value, formula, inline = c.get("t", "n"), None, None, None
    for child in c:
        if child.tag == _V:
            value = child.text or ("" if kind == "str" else None)
        elif child.tag == _F:
            formula = child.text or ""
        elif child.tag == _IS:
            inline = child
    if inline is not None and kind == "inlineStr":
        return *_words(string_of(inline), look), True
    if value is None:
        return (f"={formula}", "", False) if formula is not None else ("", "", True)
    if kind == "s":
        return *_words(book.strings[int(value)], look), True
    if kind in {"str", "inlineStr"}:
        return *_words(clean(unescaped(value)), look), True
    if kind == "e":
        return value, "", False
    text = _number(kind, value, book, look)
    return ("", text, True) if look.struck else (text, "", True)


def _words(printed: Printed, look: Look) -> tuple[str, str]:
    if look.plain and isinstance(printed, str):
        return printed, ""
    text, struck = shown_string(printed, look)
    return (clean(shown_words(text, look.shape)) if text else ""), struck


def _number(kind: str, value: str, book: Book, look: Look) -> str:
    if kind == "b":
        return "+" if value in _TRUE else "-"
    if kind == "d":
        return shown(serial_of(value, book.since_1904), look.shape, book.since_1904)
    if look.plain and len(value) < 16 and value.isascii() and value.isdigit() and value[0] != "0":
        return value  # what most figures are
    figure = float(value)
    if not isfinite(figure):
        raise ValueError(f"no figure of a cell: {value!r}")
    return clean(shown(figure, look.shape, book.since_1904))
