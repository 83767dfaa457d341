"""XLSX → grid, streamed: one pass over each sheet's XML, blanks let go as they pass.

The cells are what a person sees: merged cells, shown numbers, results of formulas. Hidden sheets are not read.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field
from functools import lru_cache

from core.kernel.errors import UnreadableFile
from core.kernel.text import clean
from documents.grids.archive import XmlPart, opened, part
from documents.grids.grid import MAX_COLUMNS, MAX_ROWS, Cell, Document, Table
from documents.grids.xlsx_formats import BUILT_IN, Shape, shape_of, shown

M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_C, _V, _ROW, _T, _F, _IS = f"{M}c", f"{M}v", f"{M}row", f"{M}t", f"{M}f", f"{M}is"
_MERGE, _COL = f"{M}mergeCell", f"{M}col"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MAX_SHEETS = 50
# Cells and rows that hold nothing but a style: sheets have millions of them, and each says where it stands.
_BLANK_CELL = re.compile(rb"<c r=\"[A-Z]+\d+\"(?: [^<>]*)?(?:/>|></c>)")
_BLANK_ROW = re.compile(rb"<row r=\"\d+\"(?: [^<>]*)?(?:/>|>\s*</row>)")
_SHEET_DATA = re.compile(rb"<sheetData(?: [^<>]*)?>")
_CHUNK = 2**19


_PLAIN = Shape()
_Raw = tuple[str, bool, bool]  # text, bold, computed


@dataclass(slots=True)
class _Book:
    strings: list[str] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)  # by style
    bold: list[bool] = field(default_factory=list)
    since_1904: bool = False
    rows: int = 0
    _looks: dict[str, tuple[Shape, bool]] = field(default_factory=dict)

    def look(self, style: str) -> tuple[Shape, bool]:
        """How the cells of a style show numbers, and whether they are bold."""
        known = self._looks.get(style)
        if known is None:
            at = int(style)
            shape = self.shapes[at] if at < len(self.shapes) else _PLAIN
            known = self._looks[style] = shape, at < len(self.bold) and self.bold[at]
        return known


@dataclass(slots=True)
class _Sheet:
    name: str
    cells: dict[int, dict[int, _Raw]] = field(default_factory=dict)
    last: int = -1  # the row that was read last
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


def read_xlsx(data: bytes) -> Document:
    """Every visible sheet as a table. Raises UnreadableFile; over 20 000 rows is no plan."""
    document = Document()
    with opened(data) as archive:
        try:
            sheets, book = _read_book(archive)
            for name, target in sheets[:_MAX_SHEETS]:
                sheet = _Sheet(name)
                with part(archive, target) as source:
                    _read_sheet(source, sheet, book)
                table = _table(sheet)
                if table.rows:
                    document.blocks.append(table)
        except (ET.ParseError, KeyError, ValueError, IndexError) as error:
            raise UnreadableFile("file-unreadable") from error
    return document


def _read_book(archive: zipfile.ZipFile) -> tuple[list[tuple[str, str]], _Book]:
    names = set(archive.namelist())
    book_name = next(n for n in ("xl/workbook.xml", "xl/workbook2.xml") if n in names)
    with part(archive, book_name) as source:
        root = ET.parse(source).getroot()
    with part(archive, f"xl/_rels/{posixpath.basename(book_name)}.rels") as source:
        targets = {r.get("Id", ""): r.get("Target", "") for r in ET.parse(source).iter(_RELATION)}
    if not root.tag.startswith(M):
        raise UnreadableFile("file-kind-unknown")
    settings = root.find(f"{M}workbookPr")
    book = _Book(since_1904=settings is not None and settings.get("date1904") in {"1", "true"})
    if "xl/sharedStrings.xml" in names:
        with part(archive, "xl/sharedStrings.xml") as source:
            book.strings = _read_strings(source)
    if "xl/styles.xml" in names:
        with part(archive, "xl/styles.xml") as source:
            _read_styles(ET.parse(source).getroot(), book)
    visible = [s for s in root.iter(f"{M}sheet") if s.get("state", "visible") == "visible"]
    found = [(s.get("name", ""), _target(targets.get(s.get(f"{_R}id", ""), ""))) for s in visible]
    return [(name, target) for name, target in found if target in names and "worksheets" in target], book


def _target(printed: str) -> str:
    return printed.lstrip("/") if printed.startswith("/") else posixpath.normpath(f"xl/{printed}")


def _read_strings(source: XmlPart) -> list[str]:
    strings: list[str] = []
    for _, element in ET.iterparse(source, events=("end",)):
        if element.tag == f"{M}si":
            strings.append(clean(_text_of(element)))
            element.clear()
    return strings


def _text_of(element: ET.Element) -> str:
    """The text of a string, its runs together, its readings for the blind (phonetic) left out."""
    whole = element.find(_T)
    if whole is not None:
        return whole.text or ""
    return "".join(t.text or "" for run in element.iter(f"{M}r") for t in run.iter(_T))


def _read_styles(root: ET.Element, book: _Book) -> None:
    codes = dict(BUILT_IN)
    codes.update({int(f.get("numFmtId", "0")): f.get("formatCode", "") for f in root.iter(f"{M}numFmt")})
    fonts = root.find(f"{M}fonts")
    bold = [_is_on(font.find(f"{M}b")) for font in fonts] if fonts is not None else []
    styles = root.find(f"{M}cellXfs")
    for style in styles if styles is not None else ():
        book.shapes.append(shape_of(codes.get(int(style.get("numFmtId", "0")), "General")))
        font = int(style.get("fontId", "0"))
        book.bold.append(bold[font] if font < len(bold) else False)


def _is_on(mark: ET.Element | None) -> bool:
    return mark is not None and mark.get("val", "1") not in {"0", "false"}


def _read_sheet(source: XmlPart, sheet: _Sheet, book: _Book) -> None:
    """Whole rows are parsed a chunk at a time, each chunk under the sheet's own opening tags: twice as fast as
    events for every element, and a long sheet is never in memory as XML."""
    head, rest = _head(source)
    opening = _SHEET_DATA.search(head)
    if opening is None:  # no rows, or tags of another make
        _take_all(head + rest, sheet, book)
        return
    before, rest = head[: opening.end()], head[opening.end() :] + rest
    while chunk := source.read(_CHUNK):
        rest += chunk
        end = rest.rfind(b"</row>") + 6
        if end >= 6:
            _take_rows(before, rest[:end], sheet, book)
            rest = rest[end:]
        elif len(rest) > 64 * _CHUNK:
            raise UnreadableFile("file-not-a-plan")
    _take_all(before + _BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", rest)), sheet, book)


def _head(source: XmlPart) -> tuple[bytes, bytes]:
    """The sheet up to its first rows; a sheet of another make whole."""
    head = b""
    while chunk := source.read(_CHUNK):
        head += chunk
        if _SHEET_DATA.search(head):
            return head, b""
    return head, b""


def _take_rows(before: bytes, rows: bytes, sheet: _Sheet, book: _Book) -> None:
    rows = _BLANK_ROW.sub(b"", _BLANK_CELL.sub(b"", rows))
    if rows.strip():
        closing = b"</sheetData></" + _root(before) + b">"
        _take_root(ET.fromstring(before + rows + closing), sheet, book)


def _root(before: bytes) -> bytes:
    return b"worksheet" if b"<worksheet" in before else b"sheet"


def _take_all(xml: bytes, sheet: _Sheet, book: _Book) -> None:
    if xml.strip():
        _take_root(ET.fromstring(xml), sheet, book)


def _take_root(root: ET.Element, sheet: _Sheet, book: _Book) -> None:
    data = root.find(f"{M}sheetData")
    for element in data if data is not None else ():
        if element.tag == _ROW:
            sheet.last = int(element.get("r") or sheet.last + 2) - 1
            _take_row(element, sheet.last, sheet, book)
    for merge in root.iter(_MERGE):
        _take_merge(merge.get("ref", ""), sheet)


def _take_row(element: ET.Element, row: int, sheet: _Sheet, book: _Book) -> None:
    cells: dict[int, _Raw] = {}
    following = 0
    for c in element:
        if c.tag != _C:
            continue
        place = c.get("r")
        column = _column(place.rstrip("0123456789")) if place else following
        following = column + 1
        if len(c) == 0 or column >= MAX_COLUMNS:
            continue
        look = book.look(c.get("s", "0"))
        text, computed = _cell_text(c, book, look[0])
        if text:
            cells[column] = text, look[1], computed
    if cells:
        sheet.cells[row] = cells
        book.rows += 1
        if book.rows > MAX_ROWS:
            raise UnreadableFile("file-not-a-plan")


@lru_cache(maxsize=1_000)
def _column(letters: str) -> int:
    if not 1 <= len(letters) <= 3 or not (letters.isascii() and letters.isalpha() and letters.isupper()):
        raise ValueError(f"not a column: {letters!r}")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _cell_text(c: ET.Element, book: _Book, shape: Shape) -> tuple[str, bool]:
    kind, value, formula, inline = c.get("t", "n"), None, None, None
    for child in c:
        if child.tag == _V:
            value = child.text
        elif child.tag == _F:
            formula = child.text or ""
        elif child.tag == _IS:
            inline = child
    if kind == "inlineStr" and inline is not None:
        return clean(_text_of(inline)), True
    if value is None:
        return (f"={formula}", False) if formula is not None else ("", True)
    if kind == "s":
        return book.strings[int(value)], True
    if kind == "e":
        return value, False
    if kind in {"str", "d"}:
        return clean(value), True
    if kind == "b":
        return ("+" if value == "1" else "-"), True
    if shape == _PLAIN and len(value) < 16 and value.isascii() and value.isdigit() and value[0] != "0":
        return value, True  # what most figures are
    return shown(float(value), shape, book.since_1904), True


def _take_merge(reference: str, sheet: _Sheet) -> None:
    first, _, last = reference.partition(":")
    begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
    if begin and end:
        top, bottom = int(begin[2]) - 1, int(end[2]) - 1
        left, right = _column(begin[1]), min(_column(end[1]), MAX_COLUMNS - 1)
        if bottom >= top and right >= left and len(sheet.merges) < MAX_ROWS:
            sheet.merges.append((top, left, bottom, right))


def _table(sheet: _Sheet) -> Table:
    """The sheet as a table: blank rows and blank columns left out, merged cells in every place they cover."""
    used = sorted(sheet.cells)
    if not used:
        return Table(name=sheet.name)
    places = {row: at for at, row in enumerate(used)}
    columns = sorted({column for cells in sheet.cells.values() for column in cells})
    at_column = {column: at for at, column in enumerate(columns)}
    grid: list[list[Cell | None]] = [[None] * len(columns) for _ in used]
    for row, cells in sheet.cells.items():
        at = places[row]
        for column, (text, bold, computed) in cells.items():
            to = at_column[column]
            grid[at][to] = Cell(text, at, to, 1, 1, bold, computed)
    for merge in sheet.merges:
        _merge(merge, grid, places, at_column)
    return Table(grid, sheet.name)


def _merge(
    merge: tuple[int, int, int, int],
    grid: list[list[Cell | None]],
    places: dict[int, int],
    columns: dict[int, int],
) -> None:
    top, left, bottom, right = merge
    if top not in places or left not in columns or bottom - top > MAX_ROWS:
        return
    rows = [places[row] for row in range(top, bottom + 1) if row in places]
    across = [columns[column] for column in range(left, right + 1) if column in columns]
    cell = grid[rows[0]][across[0]]
    if cell is None:
        return
    whole = Cell(cell.text, cell.row, cell.column, len(rows), len(across), cell.bold, cell.computed)
    for row in rows:
        for column in across:
            grid[row][column] = whole
