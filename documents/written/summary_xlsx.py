"""The summary as a workbook: one sheet of figures, one of every report behind them. Runs in a worker process.

What was typed by people is written as text always: a cell that begins with =, +, - or @ never becomes a formula.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from core.kernel.text import clean
from core.report.told import COLUMNS, Kind
from core.summary.workbook import Cell, ReportRow, SummaryTable, TallyRow

_A3, _A4 = 8, 9
_MOST_IN_CELL = 32_000
_LINE, _TALLEST, _HEAD = 13.5, 405.0, 32.0
_NO_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'"))
_GREEN, _AMBER, _RED = ("#D8EFD3", "#1E5B1E"), ("#FFF0C7", "#7A5200"), ("#F9D6D5", "#8B1A1A")

_COUNTS = ("owed", "submitted", "on-time", "overdue", "done", "partial", "not-done")
_TALLY_WIDTHS = (7, 52, 11, 11, 11, 12, 12, 11, 12, 12, 12, 16, 16, 12)
_TOLD: dict[Kind, tuple[float, str]] = {
    Kind.ACCOUNT: (36, "text"),
    Kind.WORDS: (26, "text"),
    Kind.DAY: (11.5, "date"),
}
_TOLD_NAMES = frozenset(field.name for field in COLUMNS)
_COLUMNS: tuple[tuple[str, str, float, str], ...] = (
    ("sheet-number", "number", 7, "middle"),
    ("sheet-section", "section", 40, "text"),
    ("sheet-activity", "activity", 42, "text"),
    ("sheet-form", "form", 19, "text"),
    ("sheet-period", "period", 11, "middle"),
    ("sheet-deadline", "deadline", 11.5, "date"),
    ("sheet-owner", "owner", 22, "text"),
    ("sheet-unit", "unit", 10, "middle"),
    ("sheet-plan", "plan", 14, "figure"),
    ("sheet-fact", "fact", 14, "figure"),
    ("sheet-achievement", "achievement", 13, "share"),
    ("sheet-money-plan", "money_plan", 14, "figure"),
    ("sheet-money-spent", "money_spent", 14, "figure"),
    ("sheet-outcome", "outcome", 19, "middle"),
    ("sheet-submitted-on", "submitted_on", 11.5, "date"),
    ("sheet-standing", "standing", 15, "middle"),
    *((f"sheet-{field.name}", field.name, *_TOLD[field.kind]) for field in COLUMNS),
    ("sheet-evidence", "evidence", 12, "count"),
)
"""Of the second sheet: the heading's id, the row's field or what it has `told`, the width in characters, the format."""


def make_summary_xlsx(data: SummaryTable) -> bytes:
    """The workbook's bytes."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": _plain(data.title)[:200], "subject": _plain(data.subtitle)})
        pen = _Pen(book, data)
        pen.summary()
        pen.reports()
    return file.getvalue()


class _Pen:
    """Writes the two sheets of one workbook."""

    def __init__(self, book: Any, data: SummaryTable) -> None:
        self._book = book
        self._data = data
        self._say: Callable[[str], str] = data.labels.__getitem__
        self._styles = _styles(book)
        self._shades = [
            book.add_format({"bg_color": fill, "font_color": ink}) for fill, ink in (_GREEN, _AMBER, _RED)
        ]

    def summary(self) -> None:
        """Title and totals, then a table by section and a table by post."""
        sheet = self._sheet("sheet-summary", _A4)
        for column, width in enumerate(_TALLY_WIDTHS):
            sheet.set_column(column, column, width)
        self._string(sheet, 0, 0, self._data.title, "title")
        self._string(sheet, 1, 0, self._data.subtitle, "quiet")
        row = self._extras(sheet, 3)
        row = self._tallies(sheet, row + 1, "summary-by-section", "sheet-title", self._data.sections)
        self._tallies(sheet, row + 1, "summary-by-post", "sheet-post", self._data.posts)

    def reports(self) -> None:
        """Every report, one a row, under a heading that stays in sight and can be filtered."""
        sheet = self._sheet("sheet-rows", _A3)
        sheet.set_row(0, _HEAD)
        for column, (label, _, width, _) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width)
            self._string(sheet, 0, column, self._say(label), "head")
        for row, report in enumerate(self._data.rows, 1):
            self._report(sheet, row, report)
        last = max(1, len(self._data.rows))
        sheet.freeze_panes(1, 3)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, last, len(_COLUMNS) - 1)
        self._shade_share(sheet, 1, last, _column("achievement"))
        words = ("outcome-done", "outcome-partial", "outcome-not-done")
        self._shade_words(sheet, last, "outcome", [(w, s) for w, s in zip(words, self._shades, strict=True)])
        alarms = ("standing-late", "standing-returned", "standing-overdue")
        amber, red = self._shades[1:]
        self._shade_words(sheet, last, "standing", list(zip(alarms, (amber, amber, red), strict=True)))

    def _sheet(self, label: str, paper: int) -> Any:
        sheet = self._book.add_worksheet(self._say(label).translate(_NO_SHEET_NAME)[:31])
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.hide_gridlines(2)
        return sheet

    def _extras(self, sheet: Any, row: int) -> int:
        """The totals that have no column of their own, one a row; → the row after them."""
        for label, value in self._data.extras:
            self._string(sheet, row, 1, label, "text")
            self._cell(sheet, row, 2, value, "share" if isinstance(value, Decimal) else "count")
            row += 1
        return row

    def _tallies(self, sheet: Any, row: int, caption: str, title: str, lines: tuple[TallyRow, ...]) -> int:
        """A captioned table with its total below; → the row after it."""
        self._string(sheet, row, 0, self._say(caption), "caption")
        heads = ("sheet-number", title, *(f"summary-{c}" for c in _COUNTS), "summary-completeness")
        heads += ("summary-execution", "summary-money-plan", "summary-money-fact", "summary-money")
        for column, label in enumerate(heads):
            self._string(sheet, row + 1, column, self._say(label), "head")
        sheet.set_row(row + 1, _HEAD)
        first = row + 2
        for at, line in enumerate(lines, first):
            self._tally(sheet, at, line, "")
        last = first + len(lines)
        self._tally(sheet, last, self._data.total, "total-")
        for column in (9, 10, 13):
            self._shade_share(sheet, first, last, column)
        return last + 1

    def _tally(self, sheet: Any, row: int, line: TallyRow, kind: str) -> None:
        sheet.set_row(row, _height([(line.title, _TALLY_WIDTHS[1])]))
        self._cell(sheet, row, 0, line.number, f"{kind}middle")
        self._string(sheet, row, 1, line.title, f"{kind}text")
        for column, count in enumerate(line.counts, 2):
            self._cell(sheet, row, column, count, f"{kind}count")
        self._cell(sheet, row, 9, line.completeness, f"{kind}share")
        self._cell(sheet, row, 10, line.execution, f"{kind}share")
        self._cell(sheet, row, 11, line.money_plan, f"{kind}figure")
        self._cell(sheet, row, 12, line.money_fact, f"{kind}figure")
        self._cell(sheet, row, 13, line.money_share, f"{kind}share")

    def _report(self, sheet: Any, row: int, report: ReportRow) -> None:
        values = [(_value(report, field), width) for _, field, width, _ in _COLUMNS]
        sheet.set_row(row, _height([(v, w) for v, w in values if isinstance(v, str)]))
        for column, (value, _) in enumerate(values):
            self._cell(sheet, row, column, value, _COLUMNS[column][3])

    def _cell(self, sheet: Any, row: int, column: int, value: Cell, style: str) -> None:
        """A value in its own kind: a figure is a number, a day is a day, and all that is text stays text."""
        form = self._styles[style]
        if value is None or value == "":
            sheet.write_blank(row, column, None, form)
        elif isinstance(value, str):
            self._string(sheet, row, column, value, "middle" if style == "figure" else style)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, form)
        else:
            whole = style.endswith("figure") and value == int(value)
            sheet.write_number(row, column, float(value), self._styles[f"{style}-whole"] if whole else form)

    def _string(self, sheet: Any, row: int, column: int, text: str, style: str) -> None:
        sheet.write_string(row, column, _plain(text)[:_MOST_IN_CELL], self._styles[style])

    def _shade_share(self, sheet: Any, first: int, last: int, column: int) -> None:
        """Green, amber or red by the plan's thresholds; what has no share stays white."""
        green, amber, red = self._shades
        where = (first, column, last, column)
        sheet.conditional_format(*where, {"type": "blanks", "stop_if_true": True, "format": None})
        for least, shade in ((self._data.green, green), (self._data.amber, amber)):
            rule = {"type": "cell", "criteria": ">=", "value": least, "format": shade, "stop_if_true": True}
            sheet.conditional_format(*where, rule)
        sheet.conditional_format(
            *where, {"type": "cell", "criteria": "<", "value": self._data.amber, "format": red}
        )

    def _shade_words(self, sheet: Any, last: int, field: str, shades: list[tuple[str, Any]]) -> None:
        column = _column(field)
        for label, shade in shades:
            rule = {"type": "cell", "criteria": "==", "value": f'"{self._say(label)}"', "format": shade}
            sheet.conditional_format(1, column, last, column, rule)


def _height(texts: list[tuple[str, float]]) -> float:
    """The height of a row that shows these texts whole in columns of that width: not every office program fits rows itself."""
    lines = (sum(max(1, ceil(len(part) / width)) for part in text.split("\n")) for text, width in texts)
    return min(_TALLEST, _LINE * max(lines, default=1) + 3)


def _value(report: ReportRow, field: str) -> Cell:
    found: Cell = report.told.get(field) if field in _TOLD_NAMES else getattr(report, field)
    return found


def _plain(text: str) -> str:
    """Text that a workbook can hold: no control characters, no halves of a letter."""
    return clean(text.encode("utf-8", "ignore").decode("utf-8"))


def _column(field: str) -> int:
    return next(at for at, column in enumerate(_COLUMNS) if column[1] == field)


def _styles(book: Any) -> dict[str, Any]:
    """Formats by name; `total-…` are those of a closing line."""
    grid = {"border": 1, "border_color": "#C8CDD3", "valign": "top", "font_size": 10}
    kinds: dict[str, dict[str, Any]] = {
        "text": {"text_wrap": True},
        "middle": {"text_wrap": True, "align": "center"},
        "count": {"num_format": "#,##0", "align": "center"},
        "figure": {"num_format": "#,##0.0##", "align": "right"},
        "figure-whole": {"num_format": "#,##0", "align": "right"},
        "share": {"num_format": "0.0%", "align": "center"},
        "date": {"num_format": "dd.mm.yyyy", "align": "center"},
    }
    head = {
        "bold": True,
        "bg_color": "#27496D",
        "font_color": "#FFFFFF",
        "text_wrap": True,
        "align": "center",
    }
    styles = {name: book.add_format({**grid, **kind}) for name, kind in kinds.items()}
    for name, kind in kinds.items():
        styles[f"total-{name}"] = book.add_format({**grid, **kind, "bold": True, "bg_color": "#EEF2F6"})
    styles["head"] = book.add_format({**grid, **head, "valign": "vcenter"})
    styles["title"] = book.add_format({"bold": True, "font_size": 15})
    styles["caption"] = book.add_format({"bold": True, "font_size": 12, "font_color": "#27496D"})
    styles["quiet"] = book.add_format({"font_color": "#5A6570"})
    return styles
