"""A plan → XLSX, DOCX or CSV, as its owner would print it; our own reader reads it back the same.

What is printed where, and what a table cannot say, is `documents.written.plan_layout`'s; this module draws. One limit is
the format's own: a cell of XLSX holds 32 767 characters.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from core.kernel.errors import UnreadableInput
from core.plan.model import ReadPlan
from documents.grids.grid import Cell
from documents.written.plan_layout import PrintedTable, laid_out

_LONGEST_IN_XLSX = 32_767
_FIGURE = re.compile(r"-?\d{1,15}(?:,(?P<decimals>\d{1,6}))?")
_FORMULA = re.compile(r"[=@]|[+-](?=.*[A-Za-z(!|])")
_UNSEEN = "\u200b"  # our reader drops it, a spreadsheet takes what follows for text


def write_plan(plan: ReadPlan, words: Mapping[str, str], format: str) -> bytes:
    """The file's bytes; `words` from `documents.written.plan_layout.plan_words`. Raises UnreadableInput for another format."""
    draw = _FORMATS.get(format)
    if draw is None:
        raise UnreadableInput("plan-format-unknown", typed=format)
    return draw(laid_out(plan, words))


def _cells(table: PrintedTable) -> Iterator[tuple[int, int, Cell]]:
    """Every cell once, with its place."""
    for at, row in enumerate(table.rows):
        for place, cell in enumerate(row):
            if cell and (cell.row, cell.column) == (at, place):
                yield at, place, cell


def _as_xlsx(tables: list[PrintedTable]) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        look = _Look(book)
        for table in tables or [PrintedTable("1")]:
            _sheet(book.add_worksheet(table.name), table, look)
    return out.getvalue()


class _Look:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, str], Any] = {}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.line = book.add_format({})

    def of(self, kind: str, number: str = "") -> Any:
        """The format of a cell in a row of that kind; `number` is the format of a figure."""
        if (kind, number) not in self._made:
            look = {"border": 1, "border_color": "#B0B0B0", "text_wrap": True, "valign": "top"}
            if kind == "head":
                look |= {"bold": True, "bg_color": "#E7EEF6", "valign": "vcenter", "align": "center"}
            elif kind != "row":
                look |= {"bold": True, "bg_color": "#F4F4F4"}
            if number:
                look |= {"num_format": number, "align": "right"}
            self._made[kind, number] = self._book.add_format(look)
        return self._made[kind, number]


def _sheet(sheet: Any, table: PrintedTable, look: _Look) -> None:
    top = len(table.above)
    for at, line in enumerate(table.above):
        sheet.write_string(at, 0, line[:_LONGEST_IN_XLSX], look.line if at else look.title)
    for at, width in enumerate(table.widths):
        sheet.set_column(at, at, width)
    for at, row in enumerate(table.rows):
        for place, cell in enumerate(row):
            if cell is None:
                sheet.write_blank(top + at, place, None, look.of(table.kinds[at]))
    for at, place, cell in _cells(table):
        kind = table.kinds[at]
        if cell.rows > 1 or cell.columns > 1:
            last = (top + at + cell.rows - 1, place + cell.columns - 1)
            sheet.merge_range(top + at, place, *last, cell.text[:_LONGEST_IN_XLSX], look.of(kind))
        else:
            _write(sheet, top + at, place, cell.text, kind, look, place in table.figures)
    heads = next((at for at, kind in enumerate(table.kinds) if kind != "head"), len(table.kinds))
    if heads:
        sheet.freeze_panes(top + heads, 0)
        sheet.repeat_rows(top, top + heads - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write(sheet: Any, row: int, column: int, text: str, kind: str, look: _Look, is_figure: bool) -> None:
    """A figure as a number that is shown with the decimals that the plan prints, the rest as text."""
    match = _FIGURE.fullmatch(text) if is_figure else None
    if match and len(text.lstrip("-0,")) <= 15 and not re.match(r"-?0\d|-0", text):
        decimals = len(match["decimals"] or "")
        shape = look.of(kind, f"0.{'0' * decimals}" if decimals else "0")
        sheet.write_number(row, column, float(text.replace(",", ".")), shape)
    else:
        sheet.write_string(row, column, text[:_LONGEST_IN_XLSX], look.of(kind))


def _as_docx(tables: list[PrintedTable]) -> bytes:
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt

    document = docx.Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = page.page_height, page.page_width
    document.styles["Normal"].font.size = Pt(9)
    for number, table in enumerate(tables):
        for at, line in enumerate(table.above):
            if number == 0 and at == 0:
                document.add_heading(line, 1)
            else:
                document.add_paragraph().add_run(line).bold = number > 0
        _docx_table(document, table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx_table(document: Any, table: PrintedTable) -> None:
    from docx.oxml import OxmlElement

    width = max(map(len, table.rows), default=0)
    written = document.add_table(len(table.rows), width, style="Table Grid")
    cells = written._cells  # read once: each access walks the whole table
    for at, place, cell in _cells(table):
        here = cells[at * width + place]
        if cell.rows > 1 or cell.columns > 1:
            here = here.merge(cells[(at + cell.rows - 1) * width + place + cell.columns - 1])
        here.text = cell.text
        if cell.bold:
            for run in here.paragraphs[0].runs:
                run.bold = True
    for row, kind in zip(written._tbl.tr_lst, table.kinds, strict=True):
        if kind != "head":
            break  # only the rows at the top are printed again over each page
        row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _as_csv(tables: list[PrintedTable]) -> bytes:
    """UTF-8 with its mark, semicolons and decimal commas, as Excel of this country saves it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    for number, table in enumerate(tables):
        if number:
            writer.writerow([])
        writer.writerows([_harmless(line)] for line in table.above)
        firsts = {(at, place) for at, place, _ in _cells(table)}
        for at, row in enumerate(table.rows):
            texts = ((c.text if c and (at, place) in firsts else "") for place, c in enumerate(row))
            writer.writerow([_harmless(text) for text in texts])
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula, marked as none."""
    return f"{_UNSEEN}{text}" if _FORMULA.match(text) else text


_FORMATS: dict[str, Callable[[list[PrintedTable]], bytes]] = {
    "xlsx": _as_xlsx,
    "docx": _as_docx,
    "csv": _as_csv,
}
FORMATS = tuple(_FORMATS)
