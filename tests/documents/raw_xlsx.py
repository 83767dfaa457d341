"""Workbooks written part by part, as programs write them that no library imitates."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from documents.grids.grid import Table
from documents.grids.xlsx_grid import read_xlsx

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

HEADER = ("№", "Мероприятие", "Срок исполнения", "Ответственный")
ROWS = (
    HEADER,
    ("1", "Закуп аппарата Холтер", "до 15 июля 2024 года", "Метролог"),
    ("2", "Ремонт кровли", "до 1 мая 2024 года", "Завхоз"),
)


def words(text: str, place: str = "", style: int = 0) -> str:
    """A cell of an inline string."""
    at = f' r="{place}"' if place else ""
    return f'<c{at} s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def number(value: float | str, style: int = 0, place: str = "") -> str:
    """A cell of a number."""
    at = f' r="{place}"' if place else ""
    return f'<c{at} s="{style}"><v>{value}</v></c>'


def row(*cells: str, more: str = "") -> str:
    """A row of cells in XML, or of texts; `more` are its attributes."""
    return f"<row {more}>{''.join(c if c.startswith('<') else words(c) for c in cells)}</row>"


def table(rows: Sequence[Sequence[str]] = ROWS) -> str:
    """Rows of texts."""
    return "".join(row(*cells) for cells in rows)


@dataclass
class Book:
    """A workbook of one sheet and what is odd about it. `names` says under which names parts are stored, `rels` the
    targets that relations print, by kind; a part left out of `kinds` is not there."""

    rows: str = field(default_factory=table)
    before: str = ""
    after: str = ""
    strings: str | None = None
    fonts: str = ""
    fills: str = ""
    formats: Mapping[int, str] = field(default_factory=dict)
    styles: Sequence[str] = ()  # attributes of further cell styles, from the first
    theme: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    rels: Mapping[str, str] = field(default_factory=dict)
    settings: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False
    prefix: str = ""
    encoding: str = "utf-8"
    without: Sequence[str] = ()

    def parts_of(self) -> dict[str, str]:
        """Every part by its usual name."""
        found = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": _relations({"officeDocument": self._target("workbook", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr {self.settings}/><sheets>'
            '<sheet name="План" sheetId="1" r:id="worksheet"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(
                {kind: self._target(kind, usual) for kind, usual in self._own().items()}
            ),
            "xl/worksheets/sheet1.xml": self._sheet(),
            "xl/styles.xml": self._styles(),
        }
        if self.strings is not None:
            found["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{self.strings}</sst>'
        if self.theme is not None:
            found["xl/theme/theme1.xml"] = self.theme
        return {name: body for name, body in (found | dict(self.parts)).items() if name not in self.without}

    def _own(self) -> dict[str, str]:
        own = {"worksheet": "worksheets/sheet1.xml", "styles": "styles.xml"}
        if self.strings is not None:
            own["sharedStrings"] = "sharedStrings.xml"
        if self.theme is not None:
            own["theme"] = "theme/theme1.xml"
        return own

    def _target(self, kind: str, usual: str) -> str:
        return self.rels.get(kind, usual)

    def _types(self) -> str:
        parts = {
            "xl/workbook.xml": "sheet.main",
            "xl/worksheets/sheet1.xml": "worksheet",
            "xl/styles.xml": "styles",
        }
        named = "".join(
            f'<Override PartName="/{self.names.get(name, name)}" ContentType="{_SHEET}.{kind}+xml"/>'
            for name, kind in parts.items()
        )
        return f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>{named}</Types>'

    def _sheet(self) -> str:
        name, body = "worksheet", f"{self.before}<sheetData>{self.rows}</sheetData>{self.after}"
        if not self.prefix:
            return f'<{name} xmlns="{MAIN}" xmlns:r="{OFFICE}">{body}</{name}>'
        body = body.replace("</", "\0").replace("<", f"<{self.prefix}:").replace("\0", f"</{self.prefix}:")
        return f'<{self.prefix}:{name} xmlns:{self.prefix}="{MAIN}">{body}</{self.prefix}:{name}>'

    def _styles(self) -> str:
        formats = "".join(
            f'<numFmt numFmtId="{n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
            for n, code in self.formats.items()
        )
        styles = "".join(f"<xf {style}/>" for style in ("", *self.styles))
        return (
            f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><fonts><font/>{self.fonts}</fonts>'
            f"<fills><fill/><fill/>{self.fills}</fills><cellXfs>{styles}</cellXfs></styleSheet>"
        )

    def data(self) -> bytes:
        """The file."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, body in self.parts_of().items():
                for usual, strict in STRICT.items() if self.strict else ():
                    body = body.replace(usual, strict)
                declared = f'<?xml version="1.0" encoding="{self.encoding}"?>'
                info = zipfile.ZipInfo("")
                info.filename = self.names.get(name, name)  # as it is, backslashes too
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, (declared + body).encode(self.encoding))
        return out.getvalue()

    def table(self) -> Table:
        """The one table that is read of it."""
        [block] = read_xlsx(self.data()).blocks
        assert isinstance(block, Table)
        return block


def texts(found: Table) -> list[list[str]]:
    """The table's texts."""
    return [[cell.text if cell else "" for cell in line] for line in found.rows]


def _relations(targets: Mapping[str, str]) -> str:
    body = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{body}</Relationships>'
