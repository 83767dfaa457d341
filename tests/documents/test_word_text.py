"""What a paragraph of Word prints: what is hidden, struck or deleted is not of it, nor are codes and marks of notes."""

from __future__ import annotations

import pytest

from documents.grids.docx_grid import read_docx
from documents.grids.grid import Paragraph
from tests.documents.word_xml import (
    box,
    cell,
    control,
    file,
    par,
    printed,
    printed_table,
    row,
    run,
    table,
    tables,
    text,
    texts,
)

HIDING = (
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Tick"><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:style>'
)
RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    "look",
    [
        "<w:vanish/>",
        '<w:vanish w:val="true"/>',
        "<w:strike/>",
        '<w:dstrike w:val="1"/>',
        '<w:rStyle w:val="Secret"/>',
        '<w:rStyle w:val="Gone"/>',
    ],
)
def test_text_that_is_not_in_force(look: str) -> None:
    assert text(par("Закуп", run(" (цена завышена)", look)), HIDING) == "Закуп"


@pytest.mark.parametrize("look", ['<w:vanish w:val="0"/>', '<w:strike w:val="false"/>', "<w:b/>"])
def test_text_whose_hiding_is_off_is_in_force(look: str) -> None:
    assert text(par("Закуп", run(" аппарата", look)), HIDING) == "Закуп аппарата"


def test_a_style_hides_and_a_run_shows_again() -> None:
    hidden = '<w:pStyle w:val="Note"/>'
    assert text(par("тайна", properties=hidden), HIDING) == ""
    assert text(par("тайна", run("видно", '<w:vanish w:val="0"/>'), properties=hidden), HIDING) == "видно"
    # Two styles that hide turn each other round.
    assert text(par(run("видно", '<w:rStyle w:val="Secret"/>'), properties=hidden), HIDING) == "видно"


def test_tracked_changes_as_if_they_were_taken() -> None:
    deleted = "<w:del><w:r><w:delText>старый</w:delText></w:r></w:del>"
    moved = (
        "<w:moveFrom><w:r><w:t>отсюда</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>сюда</w:t></w:r></w:moveTo>"
    )
    added = "<w:ins><w:r><w:t> новый </w:t></w:r></w:ins>"
    nested = "<w:ins><w:del><w:r><w:delText>лишний</w:delText></w:r></w:del></w:ins>"
    assert text(par("план", deleted, added, moved, nested)) == "план новый сюда"


def test_lines_of_a_cell_join_where_the_end_between_them_is_deleted() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert printed_table(table(row(cell(par("Обучение ", properties=gone), par("медсестер"))))) == [
        ["Обучение медсестер"]
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (("6 000", run("1", RAISED)), "6 000"),
        (("6 000 ", run("12)", RAISED)), "6 000"),
        (("6 000", run("*", RAISED)), "6 000"),
        (("Закуп", run("1", RAISED), " аппарата"), "Закуп аппарата"),
        (("6 000", run("2", '<w:rStyle w:val="Mark"/>')), "6 000"),
        (("120 м", run("2", RAISED)), "120 м2"),
        (("тыс. м", run("3", RAISED), " в год"), "тыс. м3 в год"),
        (("5 км", run("2", RAISED)), "5 км2"),
        (("R", run("2", RAISED)), "R2"),
        (("3×10", run("3", RAISED)), "3×10³"),
        (("10", run("6", RAISED)), "10⁶"),
        (("10", run("1", RAISED)), "10"),
        (("110", run("3", RAISED)), "110"),
        (("1", run("-й", RAISED)), "1-й"),
        ((run("1", RAISED), " Примечание"), "1 Примечание"),
    ],
)
def test_marks_of_notes_are_apart_from_figures(content: tuple[str, ...], expected: str) -> None:
    assert text(par(*content), HIDING) == expected


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_mark_typed_by_hand_is_no_text(kind: str) -> None:
    note = f'<w:r><w:{kind}Reference w:id="2" w:customMarkFollows="1"/><w:t>1</w:t></w:r>'
    plain = f'<w:r><w:{kind}Reference w:id="3"/></w:r>'
    comment = (
        '<w:commentRangeStart w:id="1"/><w:r><w:t>0</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r>'
    )
    assert text(par("6 00", comment, note, plain)) == "6 000"


def test_hyphens_tabs_and_breaks() -> None:
    inner = (
        "<w:r><w:t>под</w:t><w:softHyphen/><w:t>го\u00adтовка</w:t><w:tab/><w:t>2024</w:t><w:noBreakHyphen/><w:t>2025</w:t>"
        "<w:br/><w:t>годы</w:t><w:lastRenderedPageBreak/><w:ptab/><w:t>все</w:t></w:r>"
    )
    tabs = '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'
    assert text(par(inner, properties=tabs)) == "подготовка 2024-2025\nгоды все"


def test_links_smart_tags_formulas_and_ruby() -> None:
    inner = (
        "<w:hyperlink><w:r><w:t>Приказ</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t> № 5</w:t></w:r></w:smartTag>"
        "<m:oMath><m:r><m:t> ≥ </m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )
    assert text(par(inner)) == "Приказ № 5 ≥ 1/2"


def test_bold_is_told_by_what_is_shown() -> None:
    body = par(run("Раздел", "<w:b/>"), run("старое", "<w:vanish/>"), run(" ", "")) + par(
        run("a", "<w:b/>"), "b"
    )
    found = [b.bold for b in read_docx(file(body)).blocks if isinstance(b, Paragraph)]
    assert found == [True, False]


TICK = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TICK, "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="00FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FD"/></w:r>', "☒"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>', "✗"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>', "✔"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0D6"/></w:r>', "√"),
        ('<w:r><w:sym w:font="Segoe UI Symbol" w:char="2714"/></w:r>', "✔"),
        ("\uf0fc", "✓"),
        ("\uf0b7 Закуп", "• Закуп"),
        (run("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "✓"),
        (run("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "✓"),
        (run("P", '<w:rFonts w:hAnsi="Wingdings 2"/>'), "✓"),
        (run("ü", '<w:rStyle w:val="Tick"/>'), "✓"),
        (run("a", '<w:rFonts w:ascii="Symbol"/>'), "α"),
        (run("Закуп 5", '<w:rFonts w:ascii="Symbol"/>'), "Закуп 5"),
        (run("ü", '<w:rFonts w:ascii="Arial"/>'), "ü"),
        (
            '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><se:symEx se:font="Segoe UI Emoji" se:char="2714"/></mc:Choice>'
            "<mc:Fallback><w:t>✔</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            "✔",
        ),
    ],
)
def test_signs_of_symbol_fonts(content: str, expected: str) -> None:
    assert text(par(content), HIDING) == expected


def test_a_sign_that_is_not_known_is_never_a_blank() -> None:
    assert text(par('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>')) == "☺"
    assert text(par('<w:r><w:sym w:font="Wingdings 3" w:char="F022"/></w:r>')) != ""


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    body = par("План на 2024 год", box(par("УТВЕРЖДАЮ") + par("Главный врач"))) + par("Раздел 1")
    assert texts(body) == ["План на 2024 год", "УТВЕРЖДАЮ", "Главный врач", "Раздел 1"]


def test_an_old_text_box_without_a_second_reading() -> None:
    old = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{par('УТВЕРЖДАЮ')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    assert texts(par(old, "План")) == ["План", "УТВЕРЖДАЮ"]


def test_a_text_box_over_a_cell_is_none_of_its_text() -> None:
    assert printed_table(table(row(cell(par("Метролог", box(par("2024 г.")))), "5"))) == [["Метролог", "5"]]


def test_a_table_in_a_text_box_is_a_table_once() -> None:
    inner = table(row("№", "Мероприятие"), row("1", "Закуп"))
    assert [printed(t) for t in tables(par(box(inner)))] == [[["№", "Мероприятие"], ["1", "Закуп"]]]
    over = table(row(cell(par("Метролог", box(inner + "<w:p/>"))), "5"))
    assert [printed(t) for t in tables(over)] == [
        [["Метролог", "5"]],
        [["№", "Мероприятие"], ["1", "Закуп"]],
    ]


def test_a_box_in_a_box_is_read_once() -> None:
    assert texts(par(box(par("внешняя", box(par("внутренняя")))))) == ["внешняя", "внутренняя"]


def test_a_placeholder_and_what_stands_twice_around_whole_paragraphs() -> None:
    body = control("<w:showingPlcHdr/>", par("Место для ввода текста.")) + control("", par("Введено"))
    twice = f"<mc:AlternateContent><mc:Choice>{par('один')}</mc:Choice><mc:Fallback>{par('два')}</mc:Fallback></mc:AlternateContent>"
    assert texts(body + twice) == ["Введено", "один"]
