"""The empty plan as a workbook: one sheet to fill in, one that explains its columns.

The header's words are ones that our own reader understands (a test reads a filled-in template back).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from core.ports.unit_of_work import Texts

EMPTY_ROWS = 200
"""Rows that are ruled and formatted; more can be added below."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the template: the ids of its texts start with `template-<name>`."""

    name: str
    width: float
    needed: bool = False
    quarter: int = 0


COLUMNS = (
    Column("number", 7),
    Column("activity", 46, needed=True),
    Column("form", 24),
    Column("deadline", 24, needed=True),
    Column("responsible", 30, needed=True),
    Column("unit", 15),
    *(Column("quarter", 12, quarter=n) for n in range(1, 5)),
    Column("note", 28),
)
_EXAMPLE = ("activity", "form", "deadline", "responsible", "unit", "note")
_EXAMPLE_VALUES = {"number": "1", "quarter2": "6050"}
_REST = ("title", "sheet", "help-sheet", "needed", "intro")


def template_words(texts: Texts, language: str, year: int) -> dict[str, str]:
    """Every word of the template in a language, by the id's ending; plain, so that it can go to another process."""
    names = [*_REST, "example-section", *(f"example-{name}" for name in _EXAMPLE)]
    words = {name: texts(language, f"template-{name}", year=str(year)) for name in names}
    for column in COLUMNS:
        key = _key(column)
        args = {"year": str(year), "quarter": str(column.quarter)}
        words[key] = texts(language, f"template-{column.name}", **args)
        words[f"{key}-help"] = texts(language, f"template-{column.name}-help", **args)
    return words


def _key(column: Column) -> str:
    return f"{column.name}{column.quarter or ''}"


def make_template(words: Mapping[str, str]) -> bytes:
    """The workbook's bytes, from the words of `template_words`."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        _Sheets(book, words).write()
    return file.getvalue()


class _Sheets:
    """The two sheets of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, words: Mapping[str, str]) -> None:
        self._words = words
        self._plan: Worksheet = book.add_worksheet(words["sheet"])
        self._help: Worksheet = book.add_worksheet(words["help-sheet"])
        cell = {"border": 1, "border_color": "#B0B0B0", "text_wrap": True, "valign": "top", "num_format": "@"}
        self._prose: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self._bold: Format = book.add_format({"bold": True})
        self._title: Format = book.add_format({"bold": True, "font_size": 14})
        self._head: Format = book.add_format(
            {**cell, "bold": True, "bg_color": "#E7EEF6", "valign": "vcenter", "align": "center"}
        )
        self._section: Format = book.add_format({**cell, "bold": True, "bg_color": "#F4F4F4"})
        self._cell: Format = book.add_format(cell)
        self._figure: Format = book.add_format({**cell, "num_format": "General", "align": "right"})
        self._example: Format = book.add_format({**cell, "italic": True, "font_color": "#7A7A7A"})

    def write(self) -> None:
        self._write_plan()
        self._write_help()

    def _write_plan(self) -> None:
        sheet, words = self._plan, self._words
        sheet.write_string(0, 0, words["title"], self._title)
        sheet.set_row(1, 32)
        for at, column in enumerate(COLUMNS):
            sheet.set_column(at, at, column.width)
            sheet.write_string(1, at, words[_key(column)], self._head)
        sheet.merge_range(2, 0, 2, len(COLUMNS) - 1, words["example-section"], self._section)
        for at, column in enumerate(COLUMNS):
            key = _key(column)
            printed = words.get(f"example-{key}") or _EXAMPLE_VALUES.get(key, "")
            if column.quarter and printed:
                sheet.write_number(3, at, float(printed), self._example)
            else:
                sheet.write_string(3, at, printed, self._example)
            for row in range(4, EMPTY_ROWS):
                sheet.write_blank(row, at, None, self._figure if column.quarter else self._cell)
        sheet.freeze_panes(2, 2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)

    def _write_help(self) -> None:
        # One column of prose: a table here would be read as rows of the plan when the file comes back.
        sheet, words = self._help, self._words
        sheet.set_column(0, 0, 120, self._prose)
        sheet.write_string(0, 0, words["intro"], self._prose)
        for row, column in enumerate(COLUMNS, 2):
            key = _key(column)
            needed = f" ({words['needed']})" if column.needed else ""
            sheet.write_rich_string(
                row, 0, self._bold, words[key], f"{needed}: {words[f'{key}-help']}", self._prose
            )
