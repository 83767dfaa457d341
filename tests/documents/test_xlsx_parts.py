"""The parts of a workbook are found by what they are to each other, whatever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.reading import read_plan
from tests.documents.raw_xlsx import ROWS, Book, number, row, texts, words

FOUND = Path(__file__).parent / "found"
LISTED = [list(cells) for cells in ROWS]
STRINGS = "<si><t>Ремонт</t></si>"
SHARED = row(*ROWS[0]) + row("1", '<c t="s"><v>0</v></c>', "май 2024 года", "Завхоз")


@pytest.mark.parametrize("name", ["capital", "sheetcase", "backslash", "strict"])
def test_read_like_any_other(name: str) -> None:
    plan = read_plan(FOUND / f"{name}.xlsx")
    assert [a.title for a in plan.activities] == [
        "Закуп аппарата Холтер",
        "Обучение медицинских сестер",
        "Ремонт кровли",
    ]
    assert plan.doubts == ()


@pytest.mark.parametrize(
    "book",
    [
        Book(names={"xl/workbook.xml": "xl/Workbook.xml", "xl/_rels/workbook.xml.rels": "xl/_rels/Workbook.xml.rels"}),
        Book(names={"xl/worksheets/sheet1.xml": "xl/Worksheets/SHEET1.xml"}),
        Book(rels={"worksheet": "/xl/worksheets/sheet1.xml", "workbook": "/xl/workbook.xml"}),
        Book(rels={"worksheet": "/worksheets/sheet1.xml"}),
        Book(rels={"worksheet": "xl/worksheets/sheet1.xml"}),
        Book(rels={"worksheet": "..\\xl\\worksheets\\sheet1.xml"}),
        Book(rels={"worksheet": "sheets/%D0%BB1.xml"}, names={"xl/worksheets/sheet1.xml": "xl/sheets/л1.xml"}),
        Book(
            rels={"workbook": "book/main.xml", "worksheet": "1.xml", "styles": "2.xml"},
            names={
                "xl/workbook.xml": "book/main.xml",
                "xl/_rels/workbook.xml.rels": "book/_rels/main.xml.rels",
                "xl/worksheets/sheet1.xml": "book/1.xml",
                "xl/styles.xml": "book/2.xml",
            },
        ),
        Book(without=["xl/styles.xml"]),
        Book(without=["[Content_Types].xml"]),
        Book(without=["_rels/.rels"]),
        Book(strict=True),
        Book(prefix="x"),
        Book(encoding="utf-16"),
        Book(encoding="windows-1251"),
        Book(strict=True, prefix="x"),
    ],
    ids=lambda book: ", ".join(f"{k}={v}" for k, v in vars(book).items() if v and k != "rows"),
)  # fmt: skip
def test_under_other_names(book: Book) -> None:
    assert [a.title for a in read_plan(book.data()).activities] == ["Закуп аппарата Холтер", "Ремонт кровли"]
    assert texts(book.table()) == LISTED


@pytest.mark.parametrize(
    "book",
    [
        Book(SHARED, strings=STRINGS),
        Book(SHARED, strings=STRINGS, names={"xl/sharedStrings.xml": "xl/SharedStrings.xml"}),
        Book(SHARED, strings=STRINGS, rels={"sharedStrings": "/xl/strings/all.xml"}, names={"xl/sharedStrings.xml": "xl/strings/all.xml"}),
        Book(SHARED, strings=STRINGS, rels={"sharedStrings": "lost.xml"}),
        Book(SHARED, strings=STRINGS, strict=True),
    ],
)  # fmt: skip
def test_shared_strings_wherever_they_lie(book: Book) -> None:
    assert texts(book.table())[1] == ["1", "Ремонт", "май 2024 года", "Завхоз"]


def test_a_book_of_another_kind_is_told() -> None:
    parts = Book().parts_of()
    binary = {
        "[Content_Types].xml": parts["[Content_Types].xml"].replace("spreadsheetml.sheet.main+xml", "x")
    }
    types = binary["[Content_Types].xml"].replace(
        "application/vnd.openxmlformats-officedocument.x",
        "application/vnd.ms-excel.sheet.binary.macroEnabled.main",
    )
    with pytest.raises(Exception, match="file-kind-unknown"):
        read_plan(Book(parts={"[Content_Types].xml": types}).data())


def test_hidden_sheets_and_charts_are_no_tables() -> None:
    parts = Book().parts_of()
    sheets = "".join(
        f'<sheet name="{state}" sheetId="{n}" state="{state}" r:id="worksheet"/>'
        for n, state in enumerate(("hidden", "veryHidden"), 2)
    )
    book = parts["xl/workbook.xml"].replace(
        "</sheets>", f'{sheets}<sheet name="D" sheetId="9" r:id="styles"/></sheets>'
    )
    assert Book(parts={"xl/workbook.xml": book}).table().name == "План"


def test_days_are_counted_from_1904_where_the_book_says_so() -> None:
    rows = row(number(43_538, 1), number(43_538.5, 1), '<c t="d" s="1"><v>2023-03-15T00:00:00</v></c>')
    book = Book(rows, formats={165: "dd.mm.yyyy hh:mm"}, styles=['numFmtId="165"'], settings='date1904="1"')
    assert texts(book.table()) == [["15.03.2023", "15.03.2023 12:00", "15.03.2023"]]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<t>один_x000D_\n_x005F_x0041_два</t>", "один\n_x0041_два"),
        ("<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh>", "東京"),
        ("<r><t>При</t></r><r><rPr><b/></rPr><t xml:space='preserve'>каз </t></r><r><t>№ 1</t></r>", "Приказ № 1"),
        ("<r><rPr><strike/></rPr><t>до марта</t></r><r><rPr><b/></rPr><t> до мая</t></r>", "до мая"),
        ("<r><rPr><strike val='0'/></rPr><t>до марта</t></r>", "до марта"),
        ("<r><rPr><rFont val='Wingdings'/></rPr><t>ü</t></r><r><rPr><rFont val='Arial'/></rPr><t> да</t></r>", "✓ да"),
        ("<t/>", ""),
    ],
)  # fmt: skip
def test_strings_as_the_program_shows_them(body: str, text: str) -> None:
    shared = Book(row('<c t="s"><v>0</v></c>', "край"), strings=f"<si>{body}</si>")
    inline = Book(row(f'<c t="inlineStr"><is>{body}</is></c>', "край"))
    expected = [[text, "край"]] if text else [["край"]]
    assert texts(shared.table()) == texts(inline.table()) == expected


def test_a_cell_without_its_place_follows_the_one_before() -> None:
    rows = f"<row>{words('а')}{words('б', 'D1')}{words('в')}</row>" + row("г", "", "", "д")
    assert texts(Book(rows).table()) == [["а", "б", "в"], ["г", "д", ""]]


@pytest.mark.parametrize(
    ("cell", "text", "computed"),
    [
        ('<c><f>A1+1</f></c>', "=A1+1", False),
        ('<c><f>A1+1</f><v/></c>', "=A1+1", False),
        ('<c t="str"><f>A1</f><v></v></c>', "", True),
        ('<c t="str"><f>A1</f><v>да_x000D_</v></c>', "да", True),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!", False),
        ('<c t="b"><v>1</v></c>', "+", True),
        ('<c t="b"><v>0</v></c>', "-", True),
        ('<c><f>A1+1</f><v>2</v></c>', "2", True),
    ],
)  # fmt: skip
def test_formulas_show_what_was_reckoned(cell: str, text: str, computed: bool) -> None:
    found = Book(row(cell, "край")).table().rows[0]
    assert (found[0].text, found[0].computed) == (text, computed) if text and found[0] else len(found) == 1
