"""Pages of a PDF that hold no table, or only a part of one: they stop nothing, and nothing of theirs is lost."""

from __future__ import annotations

import pytest

from core.kernel.errors import UnreadableFile
from core.plan.model import ReadPlan
from documents.grids.grid import Document, Paragraph, Table
from documents.reading import read_grid, read_plan
from tests.documents.pdf_writer import HEIGHT, WIDTH, PdfPages
from tests.documents.sketch import titles
from tests.documents.writers import one_table

HEADER = ["№", "Мероприятие", "Срок исполнения", "Ответственный"]
ROWS = [
    ["1", "Промыть систему отопления", "до 15 августа 2026 года", "Главный инженер"],
    ["2", "Утеплить окна", "до 1 октября 2026 года", "Завхоз"],
    ["3", "Завезти песок", "до 15 октября 2026 года", "Завхоз"],
]
ORDER = ("ПРИКАЗ", "Об утверждении плана мероприятий на 2026 год", "Контроль оставляю за собой.", "Директор")
SIGNED = ("Лист согласования", "Юрист ____________", "Главный бухгалтер ____________")


def put_table(pages: PdfPages, *rows: list[str]) -> None:
    for block in one_table(list(rows)).blocks:
        assert isinstance(block, Table)
        pages.table(block)


def between(*, ruled: bool, blank: bool = False) -> bytes:
    """An order on a page of its own, the table on the next, the signatures on the last."""
    pages = PdfPages(ruled=ruled)
    for line in ORDER:
        pages.paragraph(line)
    pages.new_page()
    if blank:
        pages.new_page()
    put_table(pages, HEADER, *ROWS)
    pages.new_page()
    for line in SIGNED:
        pages.paragraph(line)
    return pages.save()


def as_read(plan: ReadPlan) -> list[list[str | None]]:
    return [[a.number, a.title, a.deadline_text, a.responsible_text] for a in plan.activities]


def printed(document: Document) -> list[str]:
    return [b.text if isinstance(b, Paragraph) else "table" for b in document.blocks]


def test_an_order_before_the_table_and_signatures_after_it() -> None:
    for ruled in (True, False):
        for blank in (True, False):
            data = between(ruled=ruled, blank=blank)
            assert as_read(read_plan(data)) == ROWS
            assert printed(read_grid(data)) == [*ORDER, "table", *SIGNED]


def test_a_page_that_is_a_picture_is_said_aloud() -> None:
    for where in (0, 2):
        pages = PdfPages()
        for at in range(3):
            if at:
                pages.new_page()
            if at == where:
                pages.draw(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Scan Do Q")
            elif at == 1:
                put_table(pages, HEADER, *ROWS)
        plan = read_plan(pages.save())
        assert as_read(plan) == ROWS
        assert [(d.code, d.args) for d in plan.doubts] == [("page-unread", {"pages": str(where + 1)})]


def test_pictures_alone_are_refused_and_a_logo_is_none() -> None:
    pages = PdfPages()
    pages.draw(f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Scan Do Q")
    with pytest.raises(UnreadableFile, match="file-no-text"):
        read_plan(pages.save())
    pages.new_page()
    put_table(pages, HEADER, *ROWS)
    pages.new_page()
    pages.draw("q 50 0 0 50 100 100 cm /Scan Do Q")
    assert [d.args for d in read_plan(pages.save()).doubts] == [{"pages": "1"}]


def test_a_page_with_a_table_without_lines_between_pages_of_text_and_a_ruled_one() -> None:
    pages = PdfPages()
    pages.paragraph("ПРИКАЗ")
    pages.new_page()
    put_table(pages, HEADER, *ROWS)
    pages.new_page(ruled=False)
    more = [[str(i), f"Осмотр кровли корпуса {i}", "май 2026 года", "Завхоз"] for i in range(4, 12)]
    put_table(pages, HEADER, *more)
    pages.new_page()
    pages.paragraph("Директор")
    data = pages.save()
    assert titles(read_plan(data)) == [row[1] for row in (*ROWS, *more)]
    assert printed(read_grid(data)) == ["ПРИКАЗ", "table", "table", "Директор"]
