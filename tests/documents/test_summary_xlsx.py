"""The summary's workbook, read back."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from core.kernel.languages import LANGUAGES
from core.summary.workbook import LABELS, Cell, ReportRow, SummaryTable, TallyRow
from documents.written.summary_xlsx import make_summary_xlsx
from locales import texts

D = Decimal
REPORT = ReportRow(
    number="1.10",
    section="Финансы › База",
    activity="Закуп аппарата Холтер",
    form="Акт",
    period="I кв. 2024",
    deadline=date(2024, 3, 31),
    owner="Метролог",
    unit="тыс. тг",
    plan=D("6000.0"),
    fact=D("5800.5"),
    achievement=D("0.966"),
    outcome="исполнено частично",
    submitted_on=date(2024, 4, 8),
    standing="с опозданием",
    told={"account": "=1+1", "reason": "@поставщик", "forecast": None},
    evidence=2,
    money_plan=D(500),
    money_spent=D("480.5"),
)


def saying(account: str) -> dict[str, Cell]:
    return {**REPORT.told, "account": account}


def table(language: str = "ru", **changes: Any) -> SummaryTable:
    labels = {id: texts()(language, id) for id in LABELS}
    labels |= {"summary-money-plan": "План, тыс. тг", "summary-money-fact": "Факт, тыс. тг"}
    labels |= {"sheet-money-plan": "Деньги по плану, тыс. тг", "sheet-money-spent": "Освоено, тыс. тг"}
    line = TallyRow("1", "Финансы", (16, 12, 10, 4, 10, 2, 0), D("0.75"), None, D(10456), D(4400), D("0.42"))
    made = SummaryTable(
        labels=labels,
        title="План на 2024 год",
        subtitle="I квартал 2024 · на 8 апреля 2024 г.",
        total=replace(line, number="", title="Всего"),
        extras=(("Своевременность", D("0.6")), ("С опозданием", 8)),
        sections=(line,),
        posts=(replace(line, number="", title="Метролог"),),
        rows=(REPORT,),
    )
    return replace(made, **changes)


def opened(data: SummaryTable) -> Any:
    return openpyxl.load_workbook(BytesIO(make_summary_xlsx(data)))


def by_heading(sheet: Any, row: int = 2) -> dict[str, Any]:
    return {sheet.cell(1, c).value: sheet.cell(row, c) for c in range(1, sheet.max_column + 1)}


def test_every_report_is_a_row_of_real_values() -> None:
    cells = by_heading(opened(table()).worksheets[1])
    assert cells["№"].value == "1.10"
    assert cells["План"].value == 6000
    assert cells["Факт"].value == 5800.5
    assert cells["Выполнение, %"].value == pytest.approx(0.966)
    assert cells["Выполнение, %"].number_format == "0.0%"
    assert cells["Дата сдачи"].value == datetime(2024, 4, 8)  # noqa: DTZ001
    assert cells["Дата сдачи"].is_date
    assert cells["Прогноз"].value is None
    assert (cells["Деньги по плану, тыс. тг"].value, cells["Освоено, тыс. тг"].value) == (500, 480.5)
    assert cells["Документов"].value == 2
    assert cells["Сдача отчёта"].value == "с опозданием"


@pytest.mark.parametrize(
    "typed", ["=1+1", "+7 701", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "{=A1}", "https://x.kz"]
)
def test_what_people_typed_never_becomes_a_formula(typed: str) -> None:
    book = opened(table(rows=(replace(REPORT, told=saying(typed), activity=typed, plan=typed),), title=typed))
    cells = by_heading(book.worksheets[1])
    for heading in ("Информация об исполнении", "Мероприятие", "План"):
        assert (cells[heading].value, cells[heading].data_type, cells[heading].hyperlink) == (
            typed,
            "s",
            None,
        )
    assert book.worksheets[0]["A1"].data_type == "s"


@pytest.mark.parametrize("typed", ["a\x00b\x0bc", "\ud800", "я" * 40_000, "<b>&amp;", "две\nстроки"])
def test_any_text_makes_a_workbook_that_opens(typed: str) -> None:
    cells = by_heading(opened(table(rows=(replace(REPORT, told=saying(typed)),), title=typed)).worksheets[1])
    assert cells["Информация об исполнении"].value is not None or typed == "\ud800"


def test_the_sheet_of_reports_is_ready_to_be_read_filtered_and_printed() -> None:
    sheet = opened(table(rows=(REPORT,) * 3)).worksheets[1]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:T4"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet["C2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height > 15


def test_colours_follow_the_thresholds_of_the_plan() -> None:
    sheet = opened(table(green=0.9, amber=0.5)).worksheets[1]
    rules = {
        r.operator: r.formula for area in sheet.conditional_formatting for r in area.rules if "K2" in area
    }
    assert rules["greaterThanOrEqual"] in (["0.9"], ["0.5"])
    assert rules["lessThan"] == ["0.5"]
    blanks = [r for area in sheet.conditional_formatting for r in area.rules if r.type == "containsBlanks"]
    assert all(r.stopIfTrue and r.dxfId is None for r in blanks), "what has no share stays white"
    assert blanks


def test_the_first_sheet_has_totals_sections_and_posts() -> None:
    sheet = opened(table()).worksheets[0]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert ["План на 2024 год"] in rows
    assert ["Своевременность", 0.6] in rows
    assert ["1", "Финансы", 16, 12, 10, 4, 10, 2, 0, 0.75, 10456, 4400, 0.42] in rows
    assert ["Метролог", 16, 12, 10, 4, 10, 2, 0, 0.75, 10456, 4400, 0.42] in rows
    assert sum(row[:1] == ["Всего"] for row in rows) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_names_its_sheets_and_headings(language: str) -> None:
    book = opened(table(language))
    assert book.sheetnames == [texts()(language, "sheet-summary"), texts()(language, "sheet-rows")]
    assert (
        by_heading(book.worksheets[1])[texts()(language, "sheet-activity")].value == "Закуп аппарата Холтер"
    )


def test_the_data_can_be_sent_to_a_worker() -> None:
    data = table()
    assert pickle.loads(pickle.dumps(data)) == data


def test_a_summary_of_nothing_and_one_of_five_thousand_rows() -> None:
    assert opened(table(rows=(), sections=(), posts=())).worksheets[1].max_row == 1
    assert len(make_summary_xlsx(table(rows=(REPORT,) * 5000))) < 2_000_000
