"""Reading a plan against the bare libraries: the same file, the same run, each by turns.

python -m bench.reading
"""

from __future__ import annotations

import gc
import io
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import docx
import openpyxl

from documents.reading import read_plan

XLSX_ROWS, DOCX_ROWS = 10_000, 1_000
XLSX_WANTED, DOCX_WANTED = 2.5, 1.0
ROUNDS = 3
_HEADER = ["№", "Мероприятие", "Форма завершения", "Срок исполнения", "Ответственные", "Ед. изм."]
_HEADER += [f"{n} кв. 2024 года" for n in range(1, 5)]
_DEADLINES = (
    "В течение года",
    "до 15 июля 2024 года",
    "Ежеквартально",
    "4 квартал 2024 года",
    "Июль-август 2024 года",
)
_POSTS = (
    "Экономист, Юрист",
    "Заместители главного врача",
    "Акиматы областей, городов Астана, Алматы",
    "МЗ, МФ",
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Seconds that a file took us and the bare library, the median of the rounds."""

    words: str
    ours: float
    bare: float
    wanted: float

    @property
    def ratio(self) -> float:
        return self.ours / self.bare


def reading() -> list[Reading]:
    """All measures. Raises RuntimeError where a row was not read."""
    book, document = _xlsx(), _docx()
    return [
        _compared(f"XLSX of {XLSX_ROWS} rows: openpyxl, read-only", book, XLSX_ROWS, _bare_xlsx, XLSX_WANTED),
        _compared(
            f"XLSX of {XLSX_ROWS} rows: openpyxl, values only", book, XLSX_ROWS, _bare_values, XLSX_WANTED
        ),
        _compared(
            f"DOCX of {DOCX_ROWS} rows: python-docx, cells", document, DOCX_ROWS, _bare_docx, DOCX_WANTED
        ),
    ]


def show_reading(found: list[Reading]) -> None:
    """Prints the ratios."""
    print("\nReading a plan, against bare iteration through the cells by a library, seconds")
    for one in found:
        print(
            f"{one.words:48}{one.ours:7.2f} to {one.bare:6.2f}  ratio {one.ratio:.2f}; wanted: at most {one.wanted}"
        )


def _compared(words: str, data: bytes, rows: int, bare: Callable[[bytes], None], wanted: float) -> Reading:
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(_seconds(bare, data))
        ours.append(_seconds(lambda d: _ours(d, rows), data))
    return Reading(words, median(ours), median(theirs), wanted)


def _seconds(read: Callable[[bytes], None], data: bytes) -> float:
    gc.collect()
    began = time.perf_counter()
    read(data)
    return time.perf_counter() - began


def _ours(data: bytes, rows: int) -> None:
    read = len(read_plan(data).activities)
    if read != rows:
        raise RuntimeError(f"{read} rows were read of {rows}")


def _bare_xlsx(data: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                cell.value  # noqa: B018 - read, as a reader would


def _bare_values(data: bytes) -> None:
    """openpyxl's quicker way: plain values, no cells."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            for _ in row:
                pass


def _bare_docx(data: bytes) -> None:
    for table in docx.Document(io.BytesIO(data)).tables:
        for row in table.rows:
            for cell in row.cells:
                cell.text  # noqa: B018 - read, as a reader would


def _row(at: int) -> list[str | float]:
    title = f"Проведение мероприятия {at} по обучению персонала и оснащению отделения"
    values = (at % 7, 6050.5 + at, 0, at % 100)
    return [at, title, "Приказ", _DEADLINES[at % 5], _POSTS[at % 4], "Абс.", *values]


def _xlsx() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("План")
    sheet.append(["План мероприятий на 2024 год"])
    sheet.append(_HEADER)
    for at in range(1, XLSX_ROWS + 1):
        sheet.append(_row(at))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _docx() -> bytes:
    document = docx.Document()
    document.add_heading("План мероприятий на 2024 год", 1)
    table = document.add_table(DOCX_ROWS + 1, len(_HEADER))
    cells = table._cells  # reading them once: each access walks the whole table
    printed = [_HEADER, *([str(value) for value in _row(at)] for at in range(1, DOCX_ROWS + 1))]
    for cell, text in zip(cells, (text for row in printed for text in row), strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


if __name__ == "__main__":
    found = reading()
    show_reading(found)
    sys.exit(any(one.ratio > one.wanted for one in found))
