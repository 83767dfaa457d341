"""A DOCX whose parts bear other names, and one in the strict format: programs make of them what they like."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from documents.reading import read_grid
from tests.documents.word_xml import file, par

BODY = par("Закуп", properties='<w:pStyle w:val="Num"/>') + par(
    "тайна", properties='<w:pStyle w:val="Unseen"/>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Num"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
)
LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def rewritten(
    name: Callable[[str], str] = str,
    body: Callable[[bytes], bytes] = bytes,
    more: dict[str, str] | None = None,
) -> bytes:
    """The document with other names and contents of its parts, and more of them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file(BODY, STYLES, LISTS))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(name(part), body(old.read(part)))
        for part, text in (more or {}).items():
            new.writestr(part, text)
    return out.getvalue()


def related(**targets: str) -> str:
    lines = (
        f'<Relationship Id="{kind}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(lines)}</Relationships>'


def strict(body: bytes) -> bytes:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return body.replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main")


ELSEWHERE = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/text/main.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": related(officeDocument="text/main.xml"),
    "text/_rels/main.xml.rels": related(styles="looks.xml", numbering="lists.xml"),
}


def elsewhere(part: str) -> str:
    folder, _, name = part.partition("/")
    return f"text/{ {'document.xml': 'main.xml', 'styles.xml': 'looks.xml', 'numbering.xml': 'lists.xml'}[name] }"


@pytest.mark.parametrize(
    "data",
    [
        rewritten(),
        rewritten(str.upper),
        rewritten(lambda part: part.replace("/", "\\")),
        rewritten(lambda part: part.replace("document", "document2")),
        rewritten(elsewhere, more=ELSEWHERE),
        rewritten(body=strict),
    ],
    ids=["usual", "capitals", "backslashes", "document2", "elsewhere", "strict"],
)
def test_styles_and_lists_are_found_with_the_text(data: bytes) -> None:
    assert list(read_grid(data).texts()) == ["4. Закуп"]
