"""DOCX → grid. The XML is read in one pass (the office library walks merged cells in quadratic time)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
import zipfile

from core.kernel.errors import UnreadableFile
from documents.grids.archive import found_part, opened, part
from documents.grids.docx_blocks import BlockReader
from documents.grids.docx_numbering import read_numbering
from documents.grids.docx_rows import Rows
from documents.grids.docx_styles import read_styles
from documents.grids.docx_text import TextReader
from documents.grids.docx_xml import CONTROL, DELETED, FALLBACK, PARAGRAPH, ROW, TABLE, OneNamespace, W, is_on
from documents.grids.grid import MAX_ROWS, Document
from documents.grids.package import main_part, relations

_HELD = frozenset({PARAGRAPH, ROW})
_UNFILLED = f"{W}showingPlcHdr"
_AWAY = DELETED | {FALLBACK}


def read_docx(data: bytes) -> Document:
    """The document's paragraphs and tables in order. Raises UnreadableFile."""
    found = Document()
    with opened(data) as archive:
        try:
            name, styles, lists = _parts(archive)
            text = TextReader(read_styles(archive, styles))
            body = _Body(found, BlockReader(text, read_numbering(archive, lists)))
            with part(archive, name) as source:
                body.read(OneNamespace(source))
        except (ET.ParseError, KeyError, ValueError, OverflowError) as error:
            raise UnreadableFile("file-unreadable") from error
    return found


def _parts(archive: zipfile.ZipFile) -> tuple[str, str | None, str | None]:
    """The parts of the text, the styles and the lists, whatever they are called. Raises KeyError where there is no text."""
    main = main_part(archive)
    if main is None:
        raise KeyError("main part")
    related = {relation.kind: relation.target for relation in relations(archive, main[0])}
    folder = main[0].replace("\\", "/").rpartition("/")[0]
    styles, lists = (
        related.get(kind) or found_part(archive, f"{folder}/{kind}.xml") for kind in ("styles", "numbering")
    )
    return main[0], styles, lists


class _Body:
    """Rows are turned to cells as they end and let go, so that a long table does not stay in memory as XML."""

    def __init__(self, found: Document, reader: BlockReader) -> None:
        self._found = found
        self._reader = reader
        self._rows = Rows()
        self._held = 0  # paragraphs and rows that the element stands in: it is read with the outermost
        self._away = 0  # deletions and second readings around whole paragraphs
        self._controls: list[bool] = []  # the controls around it, and whether each is unfilled
        self._counted = 0

    def read(self, source: OneNamespace) -> None:
        """Reads the main part to its end."""
        for event, element in ET.iterparse(source, events=("start", "end")):
            tag = element.tag
            if tag in _HELD:
                if event == "start":
                    self._hold(tag)
                else:
                    self._held -= 1
                    if not self._held:
                        self._take(element)
            elif not self._held:
                if event == "start":
                    self._enter(tag)
                else:
                    self._leave(element)

    def _hold(self, tag: str) -> None:
        self._held += 1
        if tag == ROW:
            self._counted += 1
            if self._counted > MAX_ROWS:
                raise UnreadableFile("file-not-a-plan")

    def _take(self, element: ET.Element) -> None:
        if not self._away:
            if element.tag == ROW:
                self._found.blocks.extend(self._reader.row(element, self._rows))
            elif not any(self._controls):
                self._found.blocks.extend(self._reader.paragraph(element))
        element.clear()

    def _enter(self, tag: str) -> None:
        if tag == TABLE:
            self._rows = Rows()
        elif tag == CONTROL:
            self._controls.append(False)
        elif tag in _AWAY:
            self._away += 1
        elif tag.endswith("}document") and not tag.startswith(W):
            raise UnreadableFile("file-kind-unknown")

    def _leave(self, element: ET.Element) -> None:
        tag = element.tag
        if tag == TABLE:
            self._found.blocks.extend(self._rows.end())
            element.clear()
        elif tag == _UNFILLED and self._controls:
            self._controls[-1] = is_on(element)
        elif tag == CONTROL:
            self._controls.pop()
        elif tag in _AWAY:
            self._away -= 1
