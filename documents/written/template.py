"""The empty plan as a workbook: the table to fill in, the explanation of its columns, the table of indicators.

The headings are ones that our own reader understands, and no cell besides them holds anything that it would take for a
row of the plan (a property test reads what was filled in back).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from core.plan.rhythms import Rhythm
from documents.written.template_columns import INDICATOR_COLUMNS, Column, Holds, plan_columns
from documents.written.template_words import LineKind, help_lines

EMPTY_ROWS = {"plan": 200, "indicators": 50}
"""Rows that are ruled and formatted; more can be added below."""
_A4 = 9
_LONGEST_TITLE = 32  # of a cell's hint
_HELP_WIDTH = 105  # characters


def make_template(words: Mapping[str, str], rhythm: Rhythm) -> bytes:
    """The workbook's bytes, from the words of `documents.written.template_words.template_words` for that rhythm."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        _Sheets(book, words, rhythm).write()
    return file.getvalue()


class _Sheets:
    """The three sheets of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, words: Mapping[str, str], rhythm: Rhythm) -> None:
        self._words, self._rhythm = words, rhythm
        self._plan: Worksheet = book.add_worksheet(words["sheet"])
        self._help: Worksheet = book.add_worksheet(words["help-sheet"])
        self._indicators: Worksheet = book.add_worksheet(words["indicators-sheet"])
        self._looks = _looks(book)

    def write(self) -> None:
        self._write_plan()
        self._write_help()
        # Its name stands on its tab alone: words over the header could be read as a heading of rows.
        self._write_table(self._indicators, INDICATOR_COLUMNS, 0, EMPTY_ROWS["indicators"])
        self._plan.activate()

    def _write_plan(self) -> None:
        sheet, words = self._plan, self._words
        title = "title-years" if self._rhythm is Rhythm.YEARS else "title"
        above = [words[title], f"{words['owner']} "]
        if self._rhythm is Rhythm.STAGES:
            above.append(words["key"])
        for at, line in enumerate(above):
            sheet.write_string(at, 0, line, self._looks["line" if at else "title"])
        sheet.set_row(0, 24)
        self._write_table(sheet, plan_columns(self._rhythm), len(above), EMPTY_ROWS["plan"])

    def _write_table(self, sheet: Worksheet, columns: Sequence[Column], header: int, rows: int) -> None:
        """The header and the rows under it, that can be printed, filtered and sorted."""
        first, last = header + 1, header + rows
        sheet.set_row(header, 48)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
            head = self._looks["needed" if column.needed else "head"]
            sheet.write_string(header, at, self._words[column.key], head)
            for row in range(first, last + 1):
                sheet.write_blank(row, at, None, self._looks[_LOOK[column.holds]])
            sheet.data_validation(first, at, last, at, self._hint(column))
        self._mark_sections(sheet, columns, first, last)
        sheet.autofilter(header, 0, last, len(columns) - 1)
        sheet.freeze_panes(first, 2)
        sheet.set_selection(first, 0, first, 0)
        sheet.repeat_rows(header)
        _set_page(sheet, landscape=True)

    def _hint(self, column: Column) -> dict[str, Any]:
        """What is said beside a chosen cell, with a list to choose from where words are usual; others can be typed."""
        hint: dict[str, Any] = {
            "validate": "any",
            "input_title": self._words[column.key][:_LONGEST_TITLE],
            "input_message": self._words[f"{column.name}-help"],
        }
        if offered := self._offered(column):
            hint |= {"validate": "list", "source": offered.split("|"), "show_error": False}
        return hint

    def _offered(self, column: Column) -> str:
        if column.holds == "unit":
            return self._words["units"]
        if column.holds == "term":
            return self._words["terms-weeks" if self._rhythm is Rhythm.WEEKS else "terms"]
        return "R|F|D|-" if column.holds == "stage" else ""

    def _mark_sections(self, sheet: Worksheet, columns: Sequence[Column], first: int, last: int) -> None:
        """A row of which only the first cell is filled in looks like the heading that it is."""
        left, right, row = xl_col_to_name(1), xl_col_to_name(len(columns) - 1), first + 1
        rule = {
            "type": "formula",
            "criteria": f"=AND(LEN($A{row})>0,COUNTA(${left}{row}:${right}{row})=0)",
            "format": self._looks["section"],
        }
        sheet.conditional_format(first, 0, last, len(columns) - 1, rule)

    def _write_help(self) -> None:
        # A cell a row: a table here would be read as rows of the plan when the file comes back.
        sheet = self._help
        sheet.set_column(0, 0, _HELP_WIDTH)
        for at, (kind, line) in enumerate(help_lines(self._words, self._rhythm)):
            lines = -(-len(line) // (_HELP_WIDTH - 10))
            sheet.set_row(at, {"title": 30.0, "head": 24.0}.get(kind, 15.0 * lines + 2))
            sheet.write_string(at, 0, line, self._looks[_HELP_LOOK[kind]])
        sheet.hide_gridlines(2)
        _set_page(sheet, landscape=False)


_LOOK: Mapping[Holds, str] = {
    "text": "text", "term": "text", "unit": "text", "serial": "serial", "figure": "figure", "stage": "stage",
}  # fmt: skip
_HELP_LOOK: Mapping[LineKind, str] = {
    "title": "title", "head": "chapter", "name": "name", "text": "prose", "example": "example",
}  # fmt: skip


def _set_page(sheet: Worksheet, *, landscape: bool) -> None:
    """Printed on A4, as wide as the page, with the pages numbered."""
    sheet.set_landscape() if landscape else sheet.set_portrait()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C&P / &N")


def _looks(book: xlsxwriter.Workbook) -> dict[str, Format]:
    """The formats of the workbook by name."""
    cell = {"border": 1, "border_color": "#B0B0B0", "valign": "top", "font_size": 10}
    head = {**cell, "bold": True, "text_wrap": True, "valign": "vcenter", "align": "center"}
    prose = {"text_wrap": True, "valign": "top"}
    kinds: dict[str, dict[str, Any]] = {
        "title": {"bold": True, "font_size": 14, "valign": "vcenter"},
        "line": {"font_color": "#5A6570"},
        "head": {**head, "bg_color": "#E7EEF6"},
        "needed": {**head, "bg_color": "#27496D", "font_color": "#FFFFFF"},
        "text": {**cell, "text_wrap": True, "num_format": "@"},
        # Not wrapped: a heading of rows goes on over the empty cells beside it. Text: 1.10 is not 1.1.
        "serial": {**cell, "num_format": "@"},
        "figure": {**cell, "text_wrap": True, "align": "right"},
        "stage": {**cell, "align": "center"},
        "section": {"bold": True, "bg_color": "#E9EDF1"},
        "chapter": {"bold": True, "font_size": 12, "bg_color": "#27496D", "font_color": "#FFFFFF", "valign": "vcenter"},
        "name": {**prose, "bold": True, "top": 1, "top_color": "#B0B0B0"},
        "prose": {**prose, "indent": 1},
        "example": {**prose, "indent": 1, "italic": True, "font_color": "#5A6570"},
    }  # fmt: skip
    return {name: book.add_format(kind) for name, kind in kinds.items()}
