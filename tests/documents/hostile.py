"""Hostile files, each read in a worker process as the bot does it: the answer, the seconds, the peak of memory.

    python -m tests.documents.hostile

Exit status 1 where a file is answered otherwise than it should be, costs more than the bound, or takes 300 MB or more.
The bound is five seconds on a machine that does a fixed piece of work in an eighth of a second; that work is timed beside
each reading, so that neither a slow machine nor a busy one fails a reader that has not changed. The seconds shown are
the reading's own and what a sender waits for it: the start of the process and the way there and back.
"""

from __future__ import annotations

import asyncio
import io
import re
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl

from bot.workers import Workers
from core.kernel.errors import UnreadableFile
from documents.reading import read_plan
from tests.documents.compare import PLANS
from tests.documents.pdf_writer import file_of
from tests.documents.raw_xlsx import Book
from tests.documents.raw_xlsx import row as raw_row
from tests.documents.writers import as_pdf, as_unruled_pdf, one_table

MOST_TIMES, MEGABYTES = 40.0, 300.0
HEADER = ["№", "Мероприятие", "Срок исполнения", "Ответственные"]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_M = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LONG = "Проведение разъяснительной работы среди населения через средства массовой информации"


@dataclass(frozen=True, slots=True)
class Case:
    """A hostile file: how it is made, what its sender calls it, and the answers that are right."""

    words: str
    name: str
    make: Callable[[], bytes]
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of it: a sentence's id or "read N"; seconds of the reading; how many times the fixed piece of work it
    cost the processor; the process's peak in MB."""

    answer: str
    seconds: float
    times: float
    megabytes: float


def fixed_work() -> float:
    """Seconds of the processor that a piece of work of the reader's kind takes here and now."""
    began = time.process_time()
    sum(len(re.sub(r"[13579]", "", str(number))) for number in range(150_000))
    return time.process_time() - began


def read_measured(data: bytes, name: str) -> Answer:
    """Reads in this process, which is to be a worker's own."""
    before = fixed_work()
    began, busy = time.perf_counter(), time.process_time()
    try:
        answer = f"read {len(read_plan(data, name).activities)}"
    except UnreadableFile as error:
        answer = error.message_id
    seconds, processor = time.perf_counter() - began, time.process_time() - busy
    status = Path("/proc/self/status").read_text()  # ru_maxrss would count the process that started this one
    pace = (before + fixed_work()) / 2
    return Answer(answer, seconds, processor / pace, int(status.split("VmHWM:")[1].split()[0]) / 1024)


async def answers(cases: Sequence[Case]) -> list[tuple[Case, Answer, float]]:
    """Each in a process of its own, one after the other, with the seconds that its sender waits."""
    found = []
    for case in cases:
        workers = Workers(1, jobs_each=1)
        data = case.make()
        began = time.perf_counter()
        answer = await workers.run(read_measured, data, case.name)
        found.append((case, answer, time.perf_counter() - began))
        await workers.close()
    return found


def with_part(source: str, name: str, body: bytes) -> bytes:
    """A real plan's file with one part exchanged or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(PLANS / source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, body)
    return out.getvalue()


def sheet(rows: Iterator[str], head: bytes = b"") -> bytes:
    """A workbook whose first sheet has these rows."""
    body = b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (_M, "".join(rows).encode())
    return with_part("almaty-2030.xlsx", "xl/worksheets/sheet1.xml", head + body)


def _entities(source: str, part: str, levels: int = 9) -> bytes:
    declared = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(levels))
    return with_part(source, part, f"<!DOCTYPE d [{declared}]><d>&e{levels - 1};</d>".encode())


def _zip_bomb(source: str, part: str) -> bytes:
    return with_part(source, part, b" " * (400 * 2**20))


def _blanks() -> bytes:
    """Over 100 MB of cells that hold nothing but a style."""
    cells = "".join(f'<c r="{c}%d" s="1"/>' for c in "ABCDEFGHIJ")
    return sheet(f'<row r="{i}">{cells.replace("%d", str(i))}</row>' for i in range(1, 550_000))


def _blank_rows() -> bytes:
    """As many as one part may have."""
    cells = "".join(f'<c r="{c}%d" s="1"/>' for c in "ABCDEFGHIJ")
    return sheet(f'<row r="{i}">{cells.replace("%d", str(i))}</row>' for i in range(1, 350_000))


def _many_rows() -> Iterator[list[str]]:
    yield HEADER
    yield from ([str(i), f"{_LONG} {i}", "май 2024 года", "Юрист"] for i in range(1, 50_001))


def _striped(rows: str, **more: str) -> bytes:
    """A workbook of raw rows whose first style is painted."""
    fill = '<fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill>'
    return Book(raw_row(*HEADER) + rows, fills=fill, styles=['fillId="2"'], **more).data()  # type: ignore[arg-type]


def _column(at: int) -> str:
    letters, at = "", at + 1
    while at:
        at, letter = divmod(at - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def _wide() -> bytes:
    """Rows of all the columns that a sheet has, painted and blank but for the first."""
    cells = "".join(f'<c r="{_column(at)}%d" s="1"/>' for at in range(1, 16_384))
    return _striped(
        "".join(
            f'<row r="{r}"><c r="A{r}"><v>{r}</v></c>{cells.replace("%d", str(r))}</row>'
            for r in range(2, 150)
        )
    )


def _painted_rows() -> bytes:
    """Rows that hold nothing but a colour, as many as one part may have."""
    return _striped(
        "".join(
            f'<row r="{r}" s="1"><c r="A{r}" s="1"/><c r="B{r}" s="1"/><c r="C{r}"/></row>'
            for r in range(2, 500_000)
        )
    )


def _one_string(length: int) -> bytes:
    """One long string in thousands of cells."""
    cells = "<c t='inlineStr'><is><t>май 2024 года</t></is></c>" + '<c t="s"><v>0</v></c>' * 2
    rows = "".join(f"<row><c><v>{r}</v></c>{cells}</row>" for r in range(5_000))
    return Book(raw_row(*HEADER) + rows, strings=f"<si><t>{_long_text(length / 2**20)}</t></si>").data()


def _merges(area: str) -> bytes:
    """Twenty thousand merged ranges."""
    rows = "".join(raw_row(str(r), _LONG, "май 2024 года", "Юрист") for r in range(5_000))
    merges = "".join(f'<mergeCell ref="{area.format(r, r)}"/>' for r in range(2, 20_000))
    return Book(raw_row(*HEADER) + rows, after=f"<mergeCells>{merges}</mergeCells>").data()


def _hidden() -> bytes:
    """A filter that hides every other row of a long sheet."""
    rows = (
        raw_row(str(r), f"{_LONG} {r}", "май 2024 года", "Юрист", more='hidden="1"' * (r % 2))
        for r in range(8_000)
    )
    return Book(raw_row(*HEADER) + "".join(rows)).data()


def _deep(levels: int) -> bytes:
    inner = "<r>" * levels + "</r>" * levels
    return Book(raw_row(*HEADER), strings=f"<si>{inner}</si>").data()


def _sheet_of_many() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet()
    for row in _many_rows():
        page.append(row)
    return _saved(book.save)


def _document_of_many() -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = "".join(f"<w:tr>{''.join(map(cell.format, row))}</w:tr>" for row in _many_rows())
    body = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>'
    return with_part("covid-2020.docx", "word/document.xml", body.encode())


def _long_text(megabytes: float, mark: str = ", ") -> str:
    return f"Слово{mark}" * int(megabytes * 2**20 / (10 + len(mark)))


def _long_cells_docx() -> bytes:
    written = docx.Document()
    table = written.add_table(2, 4)
    for at, text in enumerate(HEADER):
        table.cell(0, at).text = text
        table.cell(1, at).text = _long_text(1)
    return _saved(written.save)


def _counting_cells_docx() -> bytes:
    """As a list that never ends: "Слово 0, Слово 1, …" in the term's cell too."""
    written = docx.Document()
    table = written.add_table(2, 4)
    for at, text in enumerate(HEADER):
        table.cell(0, at).text = text
        table.cell(1, at).text = "".join(f"Слово {i}, " for i in range(80_000)) if at else "1"
    return _saved(written.save)


def _one_cell_rows() -> bytes:
    return sheet(f"<row><c t='inlineStr'><is><t>Работа {i}</t></is></c></row>" for i in range(50_000))


def _long_cells_xlsx() -> bytes:
    cell = "<c t='inlineStr'><is><t>{}</t></is></c>"
    rows = [HEADER, ["1", *[_long_text(1)] * 3]]
    return sheet(f"<row>{''.join(map(cell.format, row))}</row>" for row in rows)


def _long_cells_csv() -> bytes:
    rows = [HEADER, ["1", "Ремонт " + _long_text(1, ","), "май 2024 года", _long_text(1, ",")]]
    return "\n".join(";".join(row) for row in rows).encode()


def _formulas() -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(HEADER)
    for at in range(2_000):
        page.append([at + 1, f'="Ремонт "&A{at + 2}', "=A1+1", '=CMD|"/c calc"!A1'])
    page.append([2_001, "Осмотр", "май 2024 года", "Юрист"])
    return _saved(book.save)


def _right_to_left() -> bytes:
    rows = [
        HEADER,
        ["1", "\u202eРемонт\u202c кров\u00adли\u200f" * 20, "июль\u200f 2024 года", "\ufeffЗавхоз\u2067"],
    ]
    return "\n".join(";".join(row) for row in rows).encode()


def _long_pdf(write: Callable[..., bytes], rows: int) -> bytes:
    body = [[str(i), f"{_LONG} {i}", "май 2025 года", "Экономист, Юрист"] for i in range(1, rows + 1)]
    return write(one_table([HEADER, *body], "План мероприятий на 2025 год"))


def _prose_in_columns() -> bytes:
    """An unruled PDF whose columns are no table's."""
    body = [[_LONG, _LONG, _LONG, _LONG] for _ in range(700)]
    return as_unruled_pdf(one_table(body), air=0.0)


def one_page(
    content: bytes, packed: str = "", resources: str = "", forms: Sequence[bytes] = (), pages: int = 1
) -> bytes:
    """A PDF that draws one thing, on as many pages as said; `forms` are its objects from the sixth."""
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 600]/Resources<</Font<</F 3 0 R>>{resources}>>/Contents 4 0 R>>"
    kids = " ".join(f"{5 + len(forms) + at} 0 R" for at in range(pages))
    return file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            f"<</Length {len(content)}{packed}>>stream\n".encode() + content + b"\nendstream",
            *forms,
            *[page.encode()] * pages,
        ]
    )


def _packed(megabytes: int) -> bytes:
    packer = zlib.compressobj(1)
    return b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()


def _forms() -> bytes:
    """Twelve forms, each of which draws the next one twenty times."""
    draws = b"/X Do " * 20
    head = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>>>/Length 120>>stream\n"
    )
    forms = [head.format(6 + at).encode() + draws + b"\nendstream" for at in range(11)]
    last = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 3>>stream\nq Q\nendstream"
    return one_page(draws, resources="/XObject<</X 5 0 R>>", forms=[*forms, last])


def _small_words() -> bytes:
    words = (f"1 0 0 1 {x} {y} Tm (ab) Tj" for y in range(0, 600, 3) for x in range(0, 800, 6))
    content = f"BT /F 2 Tf {' '.join(words)} ET".encode()
    return one_page(zlib.compress(content), "/Filter/FlateDecode", pages=300)


def _lines() -> bytes:
    across = (f"0 {y / 10} m 800 {y / 10} l S {y / 8} 0 m {y / 8} 600 l S" for y in range(6_000))
    return one_page(zlib.compress(" ".join(across).encode()), "/Filter/FlateDecode", pages=300)


def _listless() -> bytes:
    """Objects by the hundred thousand, of which no list says where they are."""
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n1\nendobj\n" % at for at in range(400_000))


def _locked() -> bytes:
    """A zip whose parts say that they are encrypted."""
    data = bytearray((PLANS / "covid-2020.docx").read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def _case(words: str, name: str, make: Callable[[], bytes], *right: str) -> Case:
    return Case(words, name, make, frozenset(right))


CASES = [
    _case("zip bomb, DOCX", "a.docx", lambda: _zip_bomb("covid-2020.docx", "word/document.xml"), "file-bomb"),
    _case("zip bomb, XLSX", "a.xlsx", lambda: _zip_bomb("almaty-2030.xlsx", "xl/worksheets/sheet1.xml"), "file-bomb"),
    _case("entity bomb, DOCX", "a.docx", lambda: _entities("covid-2020.docx", "word/document.xml"), "file-bomb"),
    _case("entity bomb, XLSX strings", "a.xlsx", lambda: _entities("almaty-2030.xlsx", "xl/sharedStrings.xml"), "file-bomb"),
    _case("sheet of blanks, over 100 MB", "a.xlsx", _blanks, "file-bomb", "file-not-a-plan"),
    _case("sheet of blanks, 75 MB", "a.xlsx", _blank_rows, "file-bomb", "file-not-a-plan"),
    _case("painted rows, XLSX", "a.xlsx", _painted_rows, "file-bomb", "file-not-a-plan", "file-no-rows"),
    _case("16 000 columns, XLSX", "a.xlsx", _wide, "file-bomb", "file-not-a-plan", "read 0"),
    _case("a string of 1 MB in 10 000 cells", "a.xlsx", lambda: _one_string(2**20), "file-bomb"),
    _case("a string of 30 KB in 10 000 cells", "a.xlsx", lambda: _one_string(30_000), "file-bomb"),
    _case("merged ranges over each other", "a.xlsx", lambda: _merges("A{}:XFD1048576"), "file-bomb"),
    _case("20 000 merged ranges", "a.xlsx", lambda: _merges("C{}:D{}"), "read 5000"),
    _case("4 000 hidden rows, XLSX", "a.xlsx", _hidden, "read 4000"),
    _case("deep strings, XLSX", "a.xlsx", lambda: _deep(100_000), "file-not-a-plan", "file-no-rows"),
    _case("deeper strings, XLSX", "a.xlsx", lambda: _deep(400_000), "file-bomb"),
    _case("macros, .docm", "a.docm", lambda: with_part("hospital-2024.docx", "word/vbaProject.bin", OLE + bytes(9_999)), "read 68"),
    _case("macros, .xlsm", "a.xlsm", lambda: with_part("almaty-2030.xlsx", "xl/vbaProject.bin", OLE + bytes(9_999)), "read 120"),
    _case("encrypted by Office", "a.docx", lambda: OLE + bytes(9_999) + "EncryptedPackage".encode("utf-16-le"), "file-protected"),
    _case("encrypted zip", "a.docx", _locked, "file-protected"),
    _case("old .doc", "a.doc", lambda: OLE + bytes(2_000_000) + "WordDocument".encode("utf-16-le"), "file-old-format"),
    _case("old .xls", "a.xls", lambda: OLE + bytes(2_000_000) + "Workbook".encode("utf-16-le"), "file-old-format"),
    _case("50 000 rows, XLSX", "a.xlsx", _sheet_of_many, "file-not-a-plan"),
    _case("50 000 rows, DOCX", "a.docx", _document_of_many, "file-not-a-plan"),
    _case("50 000 rows, CSV", "a.csv", lambda: "\n".join(";".join(r) for r in _many_rows()).encode(), "file-not-a-plan"),
    _case("50 000 rows of one cell, XLSX", "a.xlsx", _one_cell_rows, "file-not-a-plan"),
    _case("cells of 1 MB, DOCX", "a.docx", _long_cells_docx, "read 1"),
    _case("cells of 1 MB that count, DOCX", "a.docx", _counting_cells_docx, "read 1"),
    _case("cells of 1 MB, XLSX", "a.xlsx", _long_cells_xlsx, "read 1"),
    _case("cells of 1 MB of commas, CSV", "a.csv", _long_cells_csv, "read 1"),
    _case("formulas without results", "a.xlsx", _formulas, "read 2001"),
    _case("right-to-left marks", "a.csv", _right_to_left, "read 1"),
    _case("unruled PDF, 1.6 MB", "a.pdf", lambda: _long_pdf(as_unruled_pdf, 2_400), "read 2400"),
    _case("unruled PDF, columns of prose", "a.pdf", _prose_in_columns, "file-not-a-plan", "file-rows-too-close"),
    _case("PDF whose page unpacks to 1 GB", "a.pdf", lambda: one_page(_packed(1024), "/Filter/FlateDecode"), "file-bomb"),
    _case("PDF packed twice", "a.pdf", lambda: one_page(zlib.compress(_packed(1024)), "/Filter[/FlateDecode/FlateDecode]"), "file-bomb"),
    _case("PDF of forms in forms", "a.pdf", _forms, "file-too-slow"),
    _case("PDF of small words, 300 pages", "a.pdf", _small_words, "file-too-slow"),
    _case("PDF of a hundred thousand pages", "a.pdf", lambda: one_page(b" ", pages=100_000), "file-not-a-plan"),
    _case("PDF of lines and lines", "a.pdf", _lines, "file-too-slow", "file-no-text"),
    _case("PDF without its list of parts", "a.pdf", _listless, "file-too-slow"),
    _case("ruled PDF, 1 000 rows", "a.pdf", lambda: _long_pdf(as_pdf, 1_000), "read 1000"),
]  # fmt: skip


def main() -> int:
    """Prints the table."""
    failed = 0
    for case, found, waited in asyncio.run(answers(CASES)):
        good = found.answer in case.answers and found.times < MOST_TIMES and found.megabytes < MEGABYTES
        failed += not good
        sys.stdout.write(
            f"{case.words:32}{found.answer:22}{found.seconds:6.2f} s {found.times:5.1f} times {waited:6.2f} s waited {found.megabytes:6.0f} MB"
            f"{'' if good else '   WRONG'}\n"
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
