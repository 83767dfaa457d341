"""Reading a plan file: bytes in, a plan with its doubts out. Pure and synchronous: callers run it in a process
of its own, with a time limit (it may be asked to read anything)."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.kernel.errors import UnreadableFile
from core.plan.columns import ReadingMap
from core.plan.model import PlanInfo, ReadPlan, Unit
from core.printed.abbreviations import read_abbreviations, read_legend
from documents.empty_forms import is_empty_form
from documents.grids.grid import Document
from documents.grids.sniffing import Kind, kind_of
from documents.understand.plan import understand

MAX_BYTES = 20 * 2**20


def read_plan(
    source: str | Path | bytes, filename: str | None = None, said: ReadingMap | None = None
) -> ReadPlan:
    """The plan in a file (a path or its bytes); `filename` is what its sender called it, `said` what a person says
    of its columns. A file with tables in which no plan was found gives one without rows, and the tables.

    Raises UnreadableFile: file-too-large (over 20 MB), file-unreadable, file-kind-unknown, file-old-format,
    file-protected, file-bomb, file-not-a-plan (no table), file-table-known and file-table-unknown (none that a plan
    could stand in), file-no-rows (the header of a plan with nothing under it).
    """
    data = source if isinstance(source, bytes) else _bytes_of(Path(source))
    if len(data) > MAX_BYTES:
        raise UnreadableFile("file-too-large")
    try:
        with _no_collection():
            document = read_grid(data)
            plan = _understood(document, said or ReadingMap())
            abbreviations = _spelt_out(document, plan)
    except MemoryError as error:
        raise UnreadableFile("file-bomb") from error
    except RecursionError as error:
        raise UnreadableFile("file-unreadable") from error
    name = filename or (None if isinstance(source, bytes) else Path(source).name)
    return plan.model_copy(update={"plan": _named(plan.plan, name), "abbreviations": abbreviations})


def _understood(document: Document, said: ReadingMap) -> ReadPlan:
    try:
        return understand(document, said)
    except UnreadableFile as error:
        if is_empty_form(document):
            raise UnreadableFile("file-no-rows") from error
        raise


def _spelt_out(document: Document, plan: ReadPlan) -> dict[str, str]:
    """What the document spells out: its list of abbreviations, and the letters of its stages."""
    staged = (a for a in plan.activities if a.unit is Unit.STAGE)
    letters = {value for a in staged for value in a.targets.values() if value.isalpha()}
    return read_legend(document.texts(), letters) | read_abbreviations(document.lines())


@contextmanager
def _no_collection() -> Iterator[None]:
    """Half a million cells make the collector run again and again for nothing: they are let go all at once."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFile("file-too-large")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile("file-unreadable") from error


def _named(info: PlanInfo, name: str | None) -> PlanInfo:
    return info.model_copy(update={"source": name, "code": Path(name).stem if name else None})


def read_grid(data: bytes) -> Document:
    """The file's paragraphs and tables, whatever its format. Readers are loaded when needed."""
    kind = kind_of(data)
    if kind is Kind.DOCX:
        from documents.grids.docx_grid import read_docx

        return read_docx(data)
    if kind is Kind.XLSX:
        from documents.grids.xlsx_grid import read_xlsx

        return read_xlsx(data)
    if kind is Kind.PDF:
        from documents.pdf.pdf_grid import read_pdf

        return read_pdf(data)
    from documents.grids.csv_grid import read_text

    return read_text(data)
