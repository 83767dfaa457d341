"""XLSX → grid: the sheets of a book as tables of what a person sees in them.

Hidden sheets and columns are not read; hidden rows are left out, which is said. Parts are found by what they are to each other.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Sequence

from core.kernel.errors import UnreadableFile
from documents.grids.archive import found_part, opened, parsed_part, part, whole_part
from documents.grids.grid import Document
from documents.grids.package import Relation, main_part, relations
from documents.grids.xlsx_boxes import boxes_in
from documents.grids.xlsx_colours import theme_of
from documents.grids.xlsx_sheet import Book, Sheet, read_sheet
from documents.grids.xlsx_strings import read_strings
from documents.grids.xlsx_styles import M, read_styles
from documents.grids.xlsx_table import table_of

_MAX_SHEETS = 50
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_ID = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


def read_xlsx(data: bytes) -> Document:
    """Every visible sheet as a table. Raises UnreadableFile; over 20 000 rows is no plan."""
    document = Document()
    with opened(data) as archive:
        try:
            sheets, book = _read_book(archive)
            for name, target in sheets[:_MAX_SHEETS]:
                sheet = Sheet(name)
                with part(archive, target) as source:
                    read_sheet(source, sheet, book)
                for drawing in _drawings(archive, target):
                    sheet.lay_over(boxes_in(drawing))
                table = table_of(sheet)
                if table.rows:
                    document.blocks.append(table)
        except (ET.ParseError, KeyError, ValueError, IndexError, OverflowError) as error:
            raise UnreadableFile("file-unreadable") from error
    return document


def _read_book(archive: zipfile.ZipFile) -> tuple[list[tuple[str, str]], Book]:
    """The visible sheets, each with its part, and what they share."""
    found = main_part(archive)
    if found is None:
        raise UnreadableFile("file-kind-unknown")
    root, related = usual(parsed_part(archive, found[0])), relations(archive, found[0])
    settings = root.find(f"{M}workbookPr")
    book = Book(since_1904=settings is not None and settings.get("date1904") in {"1", "true"})
    if strings := _of_kind(archive, related, "sharedStrings"):
        with part(archive, strings) as source:
            book.strings = read_strings(source)
    if styles := _of_kind(archive, related, "styles"):
        theme = _of_kind(archive, related, "theme")
        colours = theme_of(parsed_part(archive, theme) if theme else None)
        book.styles = read_styles(usual(parsed_part(archive, styles)), colours)
    return _visible(root, related), book


def _of_kind(archive: zipfile.ZipFile, related: Sequence[Relation], kind: str) -> str | None:
    """The part that the book calls its strings or styles; where it forgot to, the one of the usual name."""
    named = next((relation.target for relation in related if relation.kind == kind), None)
    return named or found_part(archive, f"xl/{kind}.xml")


def _visible(root: ET.Element, related: Sequence[Relation]) -> list[tuple[str, str]]:
    targets = {relation.id: relation.target for relation in related if relation.kind == "worksheet"}
    shown = [s for s in root.iter(f"{M}sheet") if s.get("state", "visible") == "visible"]
    named = [(s.get("name", ""), next((v for name in _ID if (v := s.get(name))), "")) for s in shown]
    return [(name, targets[id]) for name, id in named if id in targets]


def _drawings(archive: zipfile.ZipFile, sheet: str) -> Iterator[bytes]:
    """The drawings of a sheet that can hold boxes to tick."""
    for relation in relations(archive, sheet):
        if relation.kind == "vmlDrawing":
            yield whole_part(archive, relation.target)


def usual(root: ET.Element) -> ET.Element:
    """A root of the strict format under the usual names (ISO/IEC 29500, part 1, annex A)."""
    if root.tag.startswith(_STRICT):
        for element in root.iter():
            element.tag = element.tag.replace(_STRICT, M)
    return root
