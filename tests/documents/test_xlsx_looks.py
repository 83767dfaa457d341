"""What the cells of a workbook look like says what they mean: hidden, crossed out, painted, ticked."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.plan.doubts import DoubtCode
from core.plan.values import plan_value
from core.resolution.settling import settle
from documents.grids.grid import Table
from documents.reading import read_plan
from tests.documents.raw_xlsx import HEADER, PACKAGE, ROWS, Book, number, row, texts, words

FOUND = Path(__file__).parent / "found"
STRUCK = "<font><strike/></font>"
CROSSED = 'fontId="1"'
THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="">
<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>
<a:dk2><a:srgbClr val="44546A"/></a:dk2><a:lt2><a:srgbClr val="E7E6E6"/></a:lt2>
<a:accent1><a:srgbClr val="5B9BD5"/></a:accent1></a:clrScheme></a:themeElements></a:theme>"""


def left_out(book: Book) -> list[str]:
    """What the doubts of rows that are not in force say."""
    plan = read_plan(book.data())
    return [d.args["value"] for d in plan.doubts if d.code == DoubtCode.ROW_NOT_IN_FORCE]


def paints(found: Table) -> list[list[str | None]]:
    """The paint of each place of a table."""
    return [[cell.paint if cell else None for cell in line] for line in found.rows]


def filled(colour: str, pattern: str = "solid") -> str:
    return f'<fill><patternFill patternType="{pattern}">{colour}</patternFill></fill>'


def test_a_hidden_row_is_not_in_force_and_can_be_taken_back() -> None:
    plan = read_plan(FOUND / "hiddenrow.xlsx")
    assert len(plan.activities) == 2
    [doubt] = plan.doubts
    assert doubt.code == DoubtCode.ROW_NOT_IN_FORCE
    assert "Ремонт кровли" in [a.title for a in settle(plan, 0, "own").activities]


@pytest.mark.parametrize(
    "more", ['hidden="1"', 'hidden="true"', 'ht="0" customHeight="1"', 'outlineLevel="1" hidden="1"']
)
def test_rows_that_are_not_shown(more: str) -> None:
    book = Book(row(*ROWS[0]) + row(*ROWS[1], more=more) + row(*ROWS[2]))
    assert [a.title for a in read_plan(book.data()).activities] == ["Ремонт кровли"]
    assert left_out(book) == ["Закуп аппарата Холтер | до 15 июля 2024 года | Метролог"]


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        ('<cols><col min="3" max="3" width="9" hidden="1"/></cols>', [0, 1, 3]),
        ('<cols><col min="2" max="3" width="0" customWidth="1"/></cols>', [0, 3]),
        ('<cols><col min="4" max="16384" hidden="1"/></cols>', [0, 1, 2]),
        ('<cols><col min="3" max="3" width="9"/></cols>', [0, 1, 2, 3]),
    ],
)
def test_columns_that_are_not_shown(columns: str, shown: list[int]) -> None:
    assert texts(Book(before=columns).table()) == [[line[at] for at in shown] for line in ROWS]


def test_a_merged_cell_whose_first_row_is_hidden_shows_in_the_next() -> None:
    rows = row("Цель", "а", more='hidden="1"') + row("", "б") + row("", "в")
    book = Book(rows, after='<mergeCells><mergeCell ref="A1:A3"/></mergeCells>')
    assert texts(book.table()) == [["Цель", "б"], ["Цель", "в"]]


def test_a_merged_cell_stands_in_every_place_that_it_covers() -> None:
    book = Book(
        row("а", "", "б") + row("", "", "в"), after="<mergeCells><mergeCell ref='A1:B2'/></mergeCells>"
    )
    [[first, middle], [below, _]] = book.table().rows
    assert first is not None
    assert first is below
    assert (first.rows, first.columns, middle.text if middle else "") == (2, 1, "б")


def test_what_is_crossed_out_is_not_in_force() -> None:
    rows = row(words("до марта", style=1), "до мая", number(5, 1), words("край"))
    found = Book(rows, fonts=STRUCK, styles=[CROSSED]).table().rows[0]
    assert [(c.text, c.struck) for c in found if c] == [
        ("", "до марта"),
        ("до мая", ""),
        ("", "5"),
        ("край", ""),
    ]


def test_a_run_that_is_not_crossed_out_stays_in_a_cell_that_is() -> None:
    body = "<is><r><t>до марта</t></r><r><rPr><b/></rPr><t> до мая</t></r></is>"
    found = (
        Book(row(f'<c s="1" t="inlineStr">{body}</c>', "край"), fonts=STRUCK, styles=[CROSSED])
        .table()
        .rows[0]
    )
    assert found[0] is not None
    assert (found[0].text, found[0].struck) == ("до мая", "до марта")


@pytest.mark.parametrize("crossed", [(0, 1, 2, 3), (1, 2, 3), (1,)])
def test_a_row_whose_title_is_crossed_out_is_said(crossed: tuple[int, ...]) -> None:
    cells = (words(text, style=int(at in crossed)) for at, text in enumerate(ROWS[1]))
    book = Book(row(*ROWS[0]) + row(*cells) + row(*ROWS[2]), fonts=STRUCK, styles=[CROSSED])
    assert [a.title for a in read_plan(book.data()).activities] == ["Ремонт кровли"]
    assert left_out(book) == ["Закуп аппарата Холтер | до 15 июля 2024 года | Метролог"]


@pytest.mark.parametrize(
    ("fill", "paint"),
    [
        (filled('<fgColor rgb="FF00B050"/>'), "00B050"),
        (filled('<fgColor rgb="00b050"/>'), "00B050"),
        (filled('<fgColor indexed="13"/>'), "FFFF00"),
        (filled('<fgColor theme="4"/>'), "5B9BD5"),
        (filled('<fgColor theme="4" tint="0.5"/>'), "ADCDEA"),
        (filled('<fgColor theme="4" tint="-0.5"/>'), "1F4E79"),
        (filled('<fgColor theme="0" tint="-0.15"/>'), "D9D9D9"),
        (filled('<fgColor rgb="FF00B050"/>', "lightUp"), "00B050"),
        (filled("", "darkGray"), "808080"),
        (filled('<fgColor rgb="FFFFFFFF"/>'), None),
        (filled('<fgColor theme="0"/>'), None),
        (filled('<fgColor indexed="65"/>'), None),
        (filled("", "gray125"), None),
        (filled("", "none"), None),
    ],
)
def test_a_painted_cell_is_there_though_it_prints_nothing(fill: str, paint: str | None) -> None:
    rows = row("Работа", "январь", "февраль") + row("Ремонт", '<c r="B2" s="1"/>', '<c r="C2" s="0"/>')
    found = Book(rows, fills=fill, styles=['fillId="2"'], theme=THEME).table()
    assert paints(found) == [[None] * 3, [None, paint, None]]
    cell = found.rows[1][1]
    assert (cell.text if cell else None) == ("" if paint else None)


GREEN = filled('<fgColor rgb="FF00B050"/>')
BLUE = filled('<fgColor rgb="FFBDD7EE"/>')


def test_the_ground_of_a_row_is_no_mark() -> None:
    head = row(*(words(text, style=1) for text in ("Работа", "январь", "февраль", "март")))
    stripe = row(words("Ремонт", style=1), number(1, 1), '<c r="C2" s="2"></c>', '<c r="D2" s="1"/>')
    found = Book(head + stripe, fills=BLUE + GREEN, styles=['fillId="2"', 'fillId="3"']).table()
    assert paints(found) == [[None] * 4, [None, None, "00B050", None]]


def test_paint_under_a_merged_heading_keeps_its_columns() -> None:
    """Weeks of a month are painted, and the month alone is printed."""
    rows = row("Работа", words("Март", "B1")) + row("Ремонт", '<c r="C2" s="1"/>', '<c r="D2" s="1"/>')
    book = Book(
        rows, after='<mergeCells><mergeCell ref="B1:E1"/></mergeCells>', fills=GREEN, styles=['fillId="2"']
    )
    assert paints(book.table())[1] == [None, None, "00B050", "00B050"]
    assert texts(book.table())[0] == ["Работа", "Март", "Март", "Март"]


def test_paint_alone_makes_neither_rows_nor_columns() -> None:
    rows = row("а", '<c r="C1" s="1"/>') + row('<c r="A2" s="1"/>') + row("б")
    assert texts(Book(rows, fills=GREEN, styles=['fillId="2"']).table()) == [["а"], ["б"]]


@pytest.mark.parametrize(
    ("font", "letter", "value"),
    [
        ("Wingdings", "ü", "+"),
        ("Wingdings", "û", "+"),
        ("Wingdings", "þ", "+"),
        ("Wingdings", "\uf0fc", "+"),
        ("Wingdings", "¨", None),
        ("Wingdings 2", "R", "+"),
        ("Wingdings 2", "P", "+"),
        ("Wingdings 2", "£", None),
        ("Webdings", "a", "+"),
        ("Marlett", "b", "+"),
        ("Calibri", "R", "R"),
    ],
)
def test_letters_of_symbol_fonts_are_what_they_draw(font: str, letter: str, value: str | None) -> None:
    fonts = f'<font><name val="{font}"/></font>'
    book = Book(row(words(letter, style=1), "край"), fonts=fonts, styles=['fontId="1"'])
    assert plan_value(texts(book.table())[0][0]) == value


def box(anchor: str, ticked: bool) -> str:
    checked = "<x:Checked>1</x:Checked>" if ticked else ""
    return f'<v:shape><br><x:ClientData ObjectType="Checkbox"><x:Anchor>{anchor}</x:Anchor>{checked}</x:ClientData></v:shape>'


def test_boxes_that_lie_over_cells() -> None:
    drawing = f"<xml>{box(' 1, 20, 1, 2, 1, 40, 1, 18', True)}{box('2, 20, 0, 18, 2, 40, 2, 1', False)}</xml>"
    relation = f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="x/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>'
    parts = {"xl/drawings/vmlDrawing1.vml": drawing, "xl/worksheets/_rels/sheet1.xml.rels": relation}
    book = Book(row("Работа", "I кв.", "II кв.") + row("Ремонт"), parts=parts)
    assert texts(book.table()) == [["Работа", "I кв.", "II кв."], ["Ремонт", "+", "☐"]]


def test_a_format_can_hide_or_frame_what_a_cell_holds() -> None:
    rows = row(number(5, 1), words("слово", style=1), words("12", style=2), "край")
    book = Book(rows, formats={165: ";;;", 166: '0;0;0;"№ "@'}, styles=['numFmtId="165"', 'numFmtId="166"'])
    assert texts(book.table()) == [["№ 12", "край"]]


def test_header_has_no_paint_of_its_own() -> None:
    book = Book(row(*(words(text, style=1) for text in HEADER)), fills=BLUE, styles=['fillId="2"'])
    assert paints(book.table()) == [[None] * 4]


@pytest.mark.parametrize(
    ("before", "small", "shown"),
    [
        ("60 000", "1", "60 000"),
        ("Ремонт кровли", "2)", "Ремонт кровли"),
        ("120 м", "2", "120 м2"),
        ("5 м", "3", "5 м3"),
        ("10", "6", "10⁶"),
        ("1", "й", "1й"),
    ],
)
@pytest.mark.parametrize("shared", [True, False])
def test_a_raised_mark_of_a_note_is_no_figure(before: str, small: str, shown: str, shared: bool) -> None:
    runs = f'<r><t>{before}</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>{small}</t></r>'
    cell = '<c t="s"><v>0</v></c>' if shared else f'<c t="inlineStr"><is>{runs}</is></c>'
    book = Book(row("1", cell), strings=f"<si>{runs}</si>")
    assert texts(book.table()) == [["1", shown]]
