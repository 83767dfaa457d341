"""A DOCX of raw XML: what office programs write and no library offers."""

from __future__ import annotations

import io
import zipfile

from documents.grids.docx_grid import read_docx
from documents.grids.grid import Paragraph, Table

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:se="http://schemas.microsoft.com/office/word/2015/wordml/symex" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def file(body: str, styles: str = "", numbering: str = "") -> bytes:
    """A document of this body, its styles and its lists."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {SPACES}>{styles}</w:styles>")
        archive.writestr("word/numbering.xml", f"<w:numbering {SPACES}>{numbering}</w:numbering>")
    return out.getvalue()


def run(text: str, look: str = "") -> str:
    """A run of text, with its properties."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*content: str, properties: str = "") -> str:
    """A paragraph of runs; bare words are a run."""
    inner = "".join(c if c.startswith("<") else run(c) for c in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    """A cell of paragraphs and tables; anything else is put in a paragraph."""
    inner = (
        "".join(c if c.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else par(c) for c in content) or "<w:p/>"
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells; bare words are one."""
    inner = "".join(c if c.startswith(("<w:tc>", "<w:sdt>")) else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def box(content: str) -> str:
    """A run with a text box as Word writes it, twice over."""
    held = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{held}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def control(properties: str, content: str) -> str:
    """A content control around something."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def texts(body: str, styles: str = "", numbering: str = "") -> list[str]:
    """What the paragraphs of a document print."""
    return [b.text for b in read_docx(file(body, styles, numbering)).blocks if isinstance(b, Paragraph)]


def text(body: str, styles: str = "") -> str:
    """What a document of one paragraph prints."""
    found = texts(body, styles)
    assert len(found) <= 1
    return found[0] if found else ""


def tables(body: str, styles: str = "", numbering: str = "") -> list[Table]:
    """The tables of a document."""
    return [b for b in read_docx(file(body, styles, numbering)).blocks if isinstance(b, Table)]


def printed(found: Table) -> list[list[str]]:
    """What a table's places print, merged cells in each of theirs."""
    return [[c.text if c else "" for c in line] for line in found.rows]


def printed_table(body: str, styles: str = "", numbering: str = "") -> list[list[str]]:
    """What the one table of a document prints."""
    (found,) = tables(body, styles, numbering)
    return printed(found)
