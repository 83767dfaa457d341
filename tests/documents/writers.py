"""The content of one file written in the other formats: what a person gets who saves a plan anew."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import docx
import openpyxl
from openpyxl.styles import Font

from documents.grids.grid import Document, Paragraph, Table
from tests.documents.pdf_writer import PdfPages


def as_docx(document: Document) -> bytes:
    """Paragraphs and tables, merged cells merged."""
    written = docx.Document()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            written.add_heading(
                block.text, block.level
            ) if block.level is not None else written.add_paragraph(block.text)
            continue
        table = written.add_table(len(block.rows), block.width)
        cells = table._cells  # reading them once: each access walks the whole table
        for r, row in enumerate(block.rows):
            for c, cell in enumerate(row):
                if cell and (cell.row, cell.column) == (r, c):
                    here = cells[r * block.width + c]
                    here.text = cell.text
                    if cell.bold:
                        here.paragraphs[0].runs[0].bold = True
                    if cell.rows > 1 or cell.columns > 1:
                        here.merge(cells[(r + cell.rows - 1) * block.width + c + cell.columns - 1])
    return _saved(written.save)


def as_xlsx(document: Document) -> bytes:
    """One sheet, paragraphs as rows, merged cells merged, numbers as numbers."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    at = 1
    for block in document.blocks:
        if isinstance(block, Paragraph):
            sheet.cell(at, 1, block.text).font = Font(bold=block.bold or block.level is not None)
            at += 1
            continue
        for r, row in enumerate(block.rows):
            for c, cell in enumerate(row):
                if cell and (cell.row, cell.column) == (r, c):
                    here = sheet.cell(at + r, c + 1, cell.text)
                    here.font = Font(bold=cell.bold)
                    if cell.rows > 1 or cell.columns > 1:
                        sheet.merge_cells(None, at + r, c + 1, at + r + cell.rows - 1, c + cell.columns)
        at += len(block.rows)
    return _saved(book.save)


def as_csv(document: Document, delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """Rows of text; a merged cell is printed in its first place only, as spreadsheets save it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            writer.writerow([block.text])
            continue
        for r, row in enumerate(block.rows):
            writer.writerow([c.text if c and (c.row, c.column) == (r, i) else "" for i, c in enumerate(row)])
    return out.getvalue().encode(encoding, "replace")


def as_plain_csv(document: Document) -> bytes:
    """A merged cell printed in every place it covers, as a script writes a table read cell by cell."""
    out = io.StringIO()
    writer = csv.writer(out)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            writer.writerow([block.text])
        else:
            writer.writerows([c.text if c else "" for c in row] for row in block.rows)
    return out.getvalue().encode()


def as_sheets(document: Document) -> bytes:
    """Each table on a sheet of its own, under the paragraphs that stand over it."""
    book = openpyxl.Workbook()
    waiting: list[str] = []
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            waiting.append(block.text)
            continue
        sheet = book.create_sheet(f"Лист{number}")
        for text in waiting:
            sheet.append([text])
        waiting.clear()
        for row in block.rows:
            sheet.append([c.text if c else None for c in row])
    del book["Sheet"]
    return _saved(book.save)


def as_tsv(document: Document) -> bytes:
    """Tab-separated, in Windows-1251 (Kazakh letters have no place there)."""
    return as_csv(document, "\t", "cp1251")


def as_pdf(document: Document) -> bytes:
    """Ruled tables over as many pages as they need, rows cut where a page ends, headers repeated."""
    pages = PdfPages()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            pages.paragraph(block.text)
        else:
            pages.table(block)
    return pages.save()


def as_unruled_pdf(document: Document, *, air: float = 6.0, centred: bool = False) -> bytes:
    """The same without a single line drawn: cells stand in columns, `air` points between rows."""
    pages = PdfPages(ruled=False, air=air, centred=centred)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            pages.paragraph(block.text)
        else:
            pages.table(block)
    return pages.save()


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def one_table(rows: list[list[str]], title: str = "") -> Document:
    """A document of one plain table, for layouts of a test's own making."""
    from documents.grids.grid import Cell

    table = Table(
        [[Cell(text, r, c) if text else None for c, text in enumerate(row)] for r, row in enumerate(rows)]
    )
    return Document([*([Paragraph(title, 1)] if title else []), table])
