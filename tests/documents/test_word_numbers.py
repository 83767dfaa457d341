"""Numbers that Word makes itself are not in a cell's text; people see them all the same."""

from __future__ import annotations

import io
import zipfile

import pytest

from documents.grids.docx_grid import read_docx
from documents.grids.grid import Paragraph, Table
from tests.documents.word_xml import cell, par, printed_table, row, run, table, texts

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
    found = read_docx(file(f"<w:tbl>{rows}</w:tbl>")).blocks[0]
    assert isinstance(found, Table)
    assert [[c.text for c in line if c] for line in found.rows] == [[f"{n}.", "Ремонт"] for n in (1, 2, 3)]


def test_deleted_text_is_not_read_and_inserted_text_is() -> None:
    body = (
        "<w:p><w:r><w:t>план</w:t></w:r><w:del><w:r><w:delText>старый</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> новый</w:t></w:r></w:ins><w:r><w:tab/><w:t>на год</w:t><w:br/><w:t>2024</w:t></w:r></w:p>"
    )
    assert [b.text for b in read_docx(file(body)).blocks if isinstance(b, Paragraph)] == [
        "план новый на год\n2024"
    ]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Num"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Num"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="None"><w:basedOn w:val="Num"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Second"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def level(at: int, kind: str, shown: str, more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{shown}"/></w:lvl>'


def abstract(name: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def use(name: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def begun(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def of(style: str) -> str:
    return par("п", properties=f'<w:pStyle w:val="{style}"/>')


def listed(number: int | None = None, at: int | None = None, text: str = "п", more: str = "") -> str:
    depth = f'<w:ilvl w:val="{at}"/>' if at is not None else ""
    name = f'<w:numId w:val="{number}"/>' if number is not None else ""
    return par(text, properties=f"{more}<w:numPr>{depth}{name}</w:numPr>")


def marks(body: str, numbering: str, styles: str = STYLES) -> list[str]:
    return [text.removesuffix("п").strip() for text in texts(body, styles, numbering)]


DECIMALS = abstract(
    1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)")
)


def test_a_list_begun_anew() -> None:
    numbering = DECIMALS + use(1, 1) + use(2, 1, begun(0, 1)) + use(3, 1, begun(0, 5))
    body = listed(1) + listed(1) + listed(2) + listed(2) + listed(3) + listed(3)
    assert marks(body, numbering) == ["1.", "2.", "1.", "2.", "5.", "6."]


def test_another_use_of_a_list_counts_on() -> None:
    numbering = DECIMALS + use(1, 1) + use(2, 1)
    assert marks(listed(1) + listed(2) + listed(1), numbering) == ["1.", "2.", "3."]


def test_deeper_levels_begun_anew_alone() -> None:
    numbering = DECIMALS + use(1, 1) + use(2, 1, begun(1, 4))
    body = listed(1, 0) + listed(1, 1) + listed(2, 1) + listed(2, 1) + listed(2, 0) + listed(2, 1)
    assert marks(body, numbering) == ["1.", "1.1", "1.4", "1.5", "2.", "2.4"]


def test_another_level_for_one_use() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    assert marks(listed(2) + listed(2), DECIMALS + use(2, 1, override)) == ["I)", "II)"]


def test_numbers_from_a_style_and_from_what_it_is_based_on() -> None:
    numbering = DECIMALS + use(1, 1)
    body = of("Num") + of("Child") + of("None") + listed(0, more='<w:pStyle w:val="Num"/>') + of("Num")
    assert marks(body, numbering) == ["1.", "2.", "", "", "3."]
    assert marks(of("Num") + listed(at=1, more='<w:pStyle w:val="Num"/>'), numbering) == ["1.", "1.1"]


def test_a_level_that_a_list_gives_to_a_style() -> None:
    numbering = (
        abstract(1, level(0, "decimal", "%1.", '<w:pStyle w:val="Num"/>'), level(1, "decimal", "%1.%2", '<w:pStyle w:val="Second"/>'))
        + use(1, 1)
    )  # fmt: skip
    assert marks(of("Num") + of("Second") + of("Second") + of("Num") + of("Second"), numbering) == [
        "1.",
        "1.1",
        "1.2",
        "2.",
        "2.1",
    ]


def test_a_list_that_stands_for_a_list_style() -> None:
    linked = abstract(2, more='<w:numStyleLink w:val="Plan"/>')
    defined = abstract(3, level(0, "decimal", "%1)"), more='<w:styleLink w:val="Plan"/>')
    assert marks(listed(5) + listed(5), linked + defined + use(5, 2)) == ["1)", "2)"]


def test_levels_that_never_begin_anew_and_that_do_after_one_level_alone() -> None:
    numbering = abstract(
        1,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>'),
    ) + use(1, 1)
    body = "".join(listed(1, at) for at in (0, 1, 2, 1, 2, 0, 1, 2))
    assert marks(body, numbering) == ["1.", "1", "1", "2", "2", "2.", "3", "1"]


@pytest.mark.parametrize(
    ("kind", "start", "expected"),
    [
        ("decimalZero", 9, ["09", "10"]),
        ("lowerLetter", 26, ["z", "aa"]),
        ("upperLetter", 1, ["A", "B"]),
        ("russianLower", 3, ["в", "г"]),
        ("russianUpper", 9, ["И", "К"]),
        ("russianLower", 26, ["ы", "э"]),
        ("russianLower", 29, ["я", "аа"]),
        ("lowerRoman", 3, ["iii", "iv"]),
        ("upperRoman", 49, ["XLIX", "L"]),
        ("decimalEnclosedCircle", 2, ["②", "③"]),
        ("numberInDash", 1, ["- 1 -", "- 2 -"]),
        ("cardinalText", 1, ["1", "2"]),
    ],
)
def test_kinds_of_numbers(kind: str, start: int, expected: list[str]) -> None:
    numbering = abstract(1, level(0, kind, "%1", start=start)) + use(1, 1)
    assert marks(listed(1) + listed(1), numbering) == expected


def test_a_kind_of_ones_own() -> None:
    own = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    shape = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{own}<w:lvlText w:val="%1"/></w:lvl>'
    assert marks(listed(1), abstract(1, shape) + use(1, 1)) == ["007"]


def test_all_numbers_of_a_level_in_arabic_figures() -> None:
    numbering = abstract(
        1,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%1.%2.%3"),
    ) + use(1, 1)
    assert marks(listed(1, 0) + listed(1, 1) + listed(1, 2), numbering) == ["I.", "1.1", "I.1.1"]


def test_words_around_numbers_and_words_alone() -> None:
    numbering = abstract(1, level(0, "decimal", "Раздел %1."), level(1, "none", "Цель")) + use(1, 1)
    assert marks(listed(1) + listed(1, 1), numbering) == ["Раздел 1.", "Цель"]


def test_paragraphs_that_are_gone_are_not_counted() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    deleted = f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>{gone}</w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    assert marks(listed(1) + deleted + listed(1), DECIMALS + use(1, 1)) == ["1.", "2."]


def numbered_row(properties: str = "", look: str = "", name: str = "Закуп") -> str:
    number = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>"
    return row(cell(number), cell(run(name, look)), properties=properties)


def test_a_deleted_row_takes_its_number_away_and_a_struck_one_keeps_it() -> None:
    numbering = DECIMALS + use(1, 1)
    deleted = table(numbered_row(), numbered_row("<w:del/>"), numbered_row())
    assert printed_table(deleted, "", numbering) == [["1.", "Закуп"], ["2.", "Закуп"]]
    struck = table(numbered_row(), numbered_row(look="<w:strike/>"), numbered_row())
    assert printed_table(struck, "", numbering) == [["1.", "Закуп"], ["3.", "Закуп"]]


def test_a_bullet_that_is_a_tick_stands_in_its_cell() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    shape = f'<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0fc"/>{font}</w:lvl>'
    empty = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>"
    numbering = abstract(1, shape) + use(1, 1)
    assert printed_table(table(row("1", cell(empty), cell(listed(1)))), "", numbering) == [["1", "✓", "п"]]


def test_a_heading_that_runs_into_its_text_keeps_its_number() -> None:
    ends_unseen = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    first = f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr>{ends_unseen}</w:pPr>{run('Закуп')}</w:p>"
    body = table(row(cell(first, par(" аппарата")), cell(listed(1))))
    assert printed_table(body, "", DECIMALS + use(1, 1)) == [["1. Закуп аппарата", "2. п"]]
