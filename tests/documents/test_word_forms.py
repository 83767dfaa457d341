"""Forms that people fill in: boxes, lists, fields and controls are read as what they show, unfilled ones as nothing."""

from __future__ import annotations

import pytest

from documents.reading import read_plan
from tests.documents.word_xml import cell, control, file, par, printed_table, row, run, table, text, texts


def field(code: str, result: str | None = None, form: str = "") -> str:
    """A field as Word writes it: begin, its code, separate, its result, end."""
    held = f"<w:ffData>{form}</w:ffData>" if form else ""
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result is not None else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{held}</w:fldChar></w:r><w:r><w:instrText> {code} </w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def listed(*entries: str, result: str = "") -> str:
    options = "".join(f'<w:listEntry w:val="{e}"/>' for e in entries)
    return field("FORMDROPDOWN", form=f"<w:ddList>{result}{options}</w:ddList>")


def ticked(inner: str) -> str:
    return field("FORMCHECKBOX", form=f'<w:checkBox><w:sizeAuto/><w:default w:val="0"/>{inner}</w:checkBox>')


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (listed("I квартал", "IV квартал", result='<w:result w:val="1"/>'), "IV квартал"),
        (listed("I квартал", "IV квартал"), "I квартал"),
        (listed("I квартал", "IV квартал", result='<w:default w:val="1"/>'), "IV квартал"),
        (listed("Выберите срок", "IV квартал"), ""),
        (listed("     ", "IV квартал"), ""),
        (listed("I квартал", result='<w:result w:val="7"/>'), ""),
        (listed(), ""),
    ],
)
def test_an_old_forms_list(content: str, expected: str) -> None:
    assert text(par(content)) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<w:checked/>", "☑ да"),
        ('<w:checked w:val="1"/>', "☑ да"),
        ('<w:checked w:val="0"/>', "☐ да"),
        ("", "☐ да"),
    ],
)
def test_an_old_forms_box(inner: str, expected: str) -> None:
    assert text(par(ticked(inner), " да")) == expected


def test_an_old_forms_field_to_type_in() -> None:
    form = "<w:textInput/>"
    assert text(par("до ", field("FORMTEXT", run("15 июля"), form))) == "до 15 июля"
    assert text(par(field("FORMTEXT", run("\u2002\u2002\u2002\u2002\u2002"), form))) == ""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (field('SYMBOL 252 \\f "Wingdings" \\s 12'), "✓"),
        (field("SYMBOL 0xFC \\f Wingdings"), "✓"),
        (field("SYMBOL 252 \\f Wingdings", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "✓"),
        ('<w:fldSimple w:instr=" SYMBOL 254 \\f Wingdings "/>', "☑"),
        (f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>', "3"),
        (field("= 2 + 3", run("5")), "5"),
        (field(f"IF {field('PAGE', run('1'))} = 1", run("да")), "да"),
        (field("DATE"), ""),
        (field("MACROBUTTON NoMacro [Введите срок]"), ""),
    ],
)
def test_fields_are_their_results(content: str, expected: str) -> None:
    assert text(par(content)) == expected


def test_paragraphs_that_number_themselves_by_a_field() -> None:
    rows = "".join(row(cell(par(field("AUTONUM"))), name) for name in ("Закуп", "Ремонт"))
    assert printed_table(table(rows)) == [["1.", "Закуп"], ["2.", "Ремонт"]]


def test_a_field_that_never_ends_hides_its_own_paragraph_alone() -> None:
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
    assert texts(par("до", broken) + par("Раздел 1")) == ["до", "Раздел 1"]


UNFILLED = "<w:showingPlcHdr/>"
ASKING = '<w:dropDownList><w:listItem w:displayText="Выберите элемент." w:value=""/><w:listItem w:displayText="МЗ" w:value="МЗ"/></w:dropDownList>'


def box_control(state: str, shown: str) -> str:
    return control(f'<w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox>', run(shown))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (control(UNFILLED + "<w:date/>", run("Место для ввода даты.")), ""),
        (control('<w:showingPlcHdr w:val="0"/>', run("15.07.2024")), "15.07.2024"),
        (
            control('<w:date w:fullDate="2024-07-15T00:00:00Z"/>', run("15 июля 2024 года")),
            "15 июля 2024 года",
        ),
        (control(ASKING, run("МЗ")), "МЗ"),
        (control(ASKING, run("Выберите элемент.")), ""),
        (control(ASKING.replace("dropDownList", "comboBox"), run("МФ")), "МФ"),
        (box_control("1", "☒") + run(" да"), "☑ да"),
        (box_control("0", "☐") + run(" да"), "☐ да"),
        (control("", control("", run("внутри"))), "внутри"),
    ],
)
def test_controls_in_a_line(content: str, expected: str) -> None:
    assert text(par(content)) == expected


def test_controls_around_lines_cells_and_rows() -> None:
    around_line = cell(control("", par("Закуп")))
    around_cell = control("", cell("МЗ"))
    unfilled_cell = control(UNFILLED, cell("Место для ввода текста."))
    unfilled_line = cell(control(UNFILLED, par("Место для ввода текста.")))
    around_row = control("", row(around_line, around_cell, unfilled_cell, unfilled_line, "конец"))
    assert printed_table(table(row("1", "2", "3", "4", "5"), around_row)) == [
        ["1", "2", "3", "4", "5"],
        ["Закуп", "МЗ", "", "", "конец"],
    ]


def test_boxes_to_tick_as_plan_values() -> None:
    yes, no = '<w:checked w:val="1"/>', '<w:checked w:val="0"/>'
    around = control('<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>', cell(run("☒")))
    head = ("№", "Мероприятие", "Ответственный исполнитель", "I кв.", "II кв.", "III кв.", "IV кв.")
    values = (cell(par(ticked(yes))), cell(par(ticked(no))), around, cell(par(box_control("0", "☐"))))
    body = par("План мероприятий на 2024 год") + table(row(*head), row("1", "Проверка", "Метролог", *values))
    assert [a.targets for a in read_plan(file(body)).activities] == [{"2024-Q1": "+", "2024-Q3": "+"}]
