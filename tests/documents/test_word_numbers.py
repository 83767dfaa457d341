"""Numbers that Word makes itself are not in a cell's text; people see them all the same."""

from __future__ import annotations

import io
import zipfile

from documents.grids.docx_grid import read_docx
from documents.grids.grid import Paragraph, Table

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="8">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>'
)


def paragraph(text: str, number: int | None = None, level: int = 0) -> str:
    listed = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        if number
        else ""
    )
    return f"<w:p>{listed}<w:r><w:t>{text}</w:t></w:r></w:p>"


def file(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/numbering.xml", NUMBERING)
    return out.getvalue()


def test_levels_count_and_begin_anew() -> None:
    body = (
        "".join(paragraph("п", 1, level) for level in (0, 1, 1, 0, 1))
        + paragraph("п", 2)
        + paragraph("п", 2, 1)
    )
    texts = [b.text for b in read_docx(file(body)).blocks if isinstance(b, Paragraph)]
    assert texts == ["1. п", "1.1. п", "1.2. п", "2. п", "2.1. п", "III. п", "п"]


def test_a_column_of_numbers_that_word_makes() -> None:
    rows = "".join(
        f"<w:tr><w:tc>{paragraph('', 1)}</w:tc><w:tc>{paragraph('Ремонт')}</w:tc></w:tr>" for _ in range(3)
    )
    table = read_docx(file(f"<w:tbl>{rows}</w:tbl>")).blocks[0]
    assert isinstance(table, Table)
    assert [[c.text for c in row if c] for row in table.rows] == [[f"{n}.", "Ремонт"] for n in (1, 2, 3)]


def test_deleted_text_is_not_read_and_inserted_text_is() -> None:
    body = (
        "<w:p><w:r><w:t>план</w:t></w:r><w:del><w:r><w:delText>старый</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> новый</w:t></w:r></w:ins><w:r><w:tab/><w:t>на год</w:t><w:br/><w:t>2024</w:t></w:r></w:p>"
    )
    assert [b.text for b in read_docx(file(body)).blocks if isinstance(b, Paragraph)] == [
        "план новый на год\n2024"
    ]
