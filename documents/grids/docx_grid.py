"""DOCX → grid. The XML is read in one pass (the office library walks merged cells in quadratic time)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from core.kernel.errors import UnreadableFile
from core.kernel.text import clean
from documents.grids.archive import XmlPart, opened, part
from documents.grids.docx_numbering import Numbering, read_numbering
from documents.grids.grid import MAX_COLUMNS, MAX_ROWS, Cell, Document, Paragraph, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_TEXT, _TAB, _RUN, _PARA = f"{W}t", f"{W}tab", f"{W}r", f"{W}p"
_BREAKS = {f"{W}br", f"{W}cr"}
_SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}txbxContent",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_HEADING = re.compile(r"(?:heading|заголовок|тақырып)\s*(\d)", re.IGNORECASE)


@dataclass(slots=True)
class _Context:
    numbering: Numbering
    levels: dict[str, int]  # style id → heading level
    blocks: Document = field(default_factory=Document)
    rows: int = 0


def read_docx(data: bytes) -> Document:
    """The document's paragraphs and tables in order. Raises UnreadableFile."""
    with opened(data) as archive:
        try:
            name = _main_part(archive)
            context = _Context(read_numbering(archive), _heading_levels(archive))
            with part(archive, name) as source:
                _read_body(source, context)
        except (ET.ParseError, KeyError, ValueError) as error:
            raise UnreadableFile("file-unreadable") from error
    return context.blocks


def _main_part(archive: zipfile.ZipFile) -> str:
    names = set(archive.namelist())
    if "word/document.xml" in names:
        return "word/document.xml"
    return next(n for n in sorted(names) if re.fullmatch(r"word/document\d*\.xml", n))


def _heading_levels(archive: zipfile.ZipFile) -> dict[str, int]:
    if "word/styles.xml" not in archive.namelist():
        return {}
    levels: dict[str, int] = {}
    with part(archive, "word/styles.xml") as source:
        for style in ET.parse(source).iter(f"{W}style"):
            name, outline = style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
            printed = name.get(f"{W}val", "") if name is not None else ""
            heading = _HEADING.match(printed)
            if heading:
                levels[style.get(f"{W}styleId", "")] = int(heading[1])
            elif printed.lower() in {"title", "название"}:
                levels[style.get(f"{W}styleId", "")] = 0
            elif (
                outline is not None
                and outline.get(f"{W}val", "").isdigit()
                and int(outline.get(f"{W}val", "9")) < 9
            ):
                levels[style.get(f"{W}styleId", "")] = int(outline.get(f"{W}val", "0")) + 1
    return levels


def _read_body(source: XmlPart, context: _Context) -> None:
    """Rows are turned to cells as they end and let go, so that a long table does not stay in memory as XML."""
    depth, rows = 0, _Rows()
    for event, element in ET.iterparse(source, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag == f"{W}tbl":
                depth += 1
                if depth == 1:
                    rows = _Rows()
            elif tag.startswith(_STRICT):
                raise UnreadableFile("file-kind-unknown")
        elif tag == f"{W}tbl":
            depth -= 1
            if depth == 0:
                context.blocks.blocks.append(rows.table())
                element.clear()
        elif tag == f"{W}tr" and depth == 1:
            rows.add(element, context)
            element.clear()
            context.rows += 1
            if context.rows > MAX_ROWS:
                raise UnreadableFile("file-not-a-plan")
        elif tag == _PARA and depth == 0:
            _add_paragraph(element, context)
            element.clear()


def _add_paragraph(element: ET.Element, context: _Context) -> None:
    text = clean(context.numbering.mark(element) + _text_of(element))
    if text:
        style = element.find(f"{W}pPr/{W}pStyle")
        level = context.levels.get(style.get(f"{W}val", "")) if style is not None else None
        context.blocks.blocks.append(Paragraph(text, level, _is_bold(element)))


@dataclass(slots=True)
class _Rows:
    """The rows of one table while it is read; `above` holds the cell that a vertical merge continues, by column."""

    rows: list[list[Cell | None]] = field(default_factory=list)
    above: dict[int, Cell] = field(default_factory=dict)
    tall: dict[tuple[int, int], int] = field(default_factory=dict)

    def add(self, element: ET.Element, context: _Context) -> None:
        at = len(self.rows)
        skipped = element.find(f"{W}trPr/{W}gridBefore")
        row: list[Cell | None] = [None] * (int(skipped.get(f"{W}val", "0")) if skipped is not None else 0)
        for tc in _cells(element):
            column = len(row)
            span, merge = _spans(tc)
            if column + span > MAX_COLUMNS:
                break
            above = self.above.get(column)
            if merge == "continue" and above:
                cell = above
                self.tall[above.row, above.column] = at - above.row + 1
            else:
                cell = Cell(_cell_text(tc, context), at, column, 1, span, _is_bold(tc))
            for place in range(column, column + span):
                self.above[place] = cell
            row.extend([cell] * span)
        self.rows.append(row)

    def table(self) -> Table:
        width = max((len(row) for row in self.rows), default=0)
        tall = {place: height for place, height in self.tall.items() if height > 1}
        whole = (
            [
                [
                    replace(c, rows=tall[c.row, c.column]) if c and (c.row, c.column) in tall else c
                    for c in row
                ]
                + [None] * (width - len(row))
                for row in self.rows
            ]
            if tall
            else [row + [None] * (width - len(row)) for row in self.rows]
        )
        return Table(whole)


def _cells(row: ET.Element) -> Iterator[ET.Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            yield from _cells(child)


def _spans(tc: ET.Element) -> tuple[int, str | None]:
    properties = tc.find(f"{W}tcPr")
    if properties is None:
        return 1, None
    span, merge = properties.find(f"{W}gridSpan"), properties.find(f"{W}vMerge")
    width = int(span.get(f"{W}val", "1")) if span is not None else 1
    return max(1, width), (merge.get(f"{W}val", "continue") if merge is not None else None)


def _cell_text(tc: ET.Element, context: _Context) -> str:
    return clean("\n".join(context.numbering.mark(p) + _text_of(p) for p in tc.iter(_PARA)))


def _text_of(element: ET.Element) -> str:
    parts: list[str] = []
    _gather(element, parts)
    return "".join(parts)


def _gather(element: ET.Element, parts: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag == _TEXT:
            parts.append(child.text or "")
        elif tag in _BREAKS:
            parts.append("\n")
        elif tag == _TAB:
            parts.append(" ")
        elif tag == f"{W}noBreakHyphen":
            parts.append("-")
        elif tag not in _SKIPPED and tag != _PARA and len(child):
            _gather(child, parts)


def _is_bold(element: ET.Element) -> bool:
    """Whether every run that prints something is bold."""
    bold = False
    for run in element.iter(_RUN):
        if any((t.text or "").strip() for t in run.iter(_TEXT)):
            mark = run.find(f"{W}rPr/{W}b")
            if mark is None or mark.get(f"{W}val") in {"0", "false", "off"}:
                return False
            bold = True
    return bold
