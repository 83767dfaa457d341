"""The real plans, saved anew in every other format, are read as well as their own files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from documents.grids.grid import Document, Table
from documents.reading import read_grid, read_plan
from tests.documents.compare import PLANS, expected, share
from tests.documents.pdf_writer import PdfPages
from tests.documents.writers import (
    as_csv,
    as_docx,
    as_pdf,
    as_plain_csv,
    as_sheets,
    as_tsv,
    as_xlsx,
    one_table,
)

FILES = {"hospital-2024": "docx", "covid-2020": "docx", "almaty-2030": "xlsx"}
WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "csv": as_csv,
    "tsv": as_tsv,
    "pdf": as_pdf,
    "plain csv": as_plain_csv,
    "sheets": as_sheets,
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", WRITERS)
def test_saved_as(kind: str, name: str) -> None:
    document = read_grid((PLANS / f"{name}.{FILES[name]}").read_bytes())
    plan = read_plan(WRITERS[kind](document), f"plan.{kind}")
    got, wrong = share(expected(name), plan)
    assert got >= 0.97, wrong
    assert [w for w in wrong if w[1] in {"targets", "deadline", "row"}] == []


def test_a_blank_that_means_as_above_is_said_aloud() -> None:
    document = read_grid((PLANS / "hospital-2024.docx").read_bytes())
    plan = read_plan(as_csv(document), "plan.csv")
    assert [d.args["column"] for d in plan.doubts if d.code == "carried-down"] == [
        "Задачи",
        "Ожидаемый результат",
    ]


def test_a_pdf_with_a_running_header_over_rows_cut_by_pages() -> None:
    rows = [
        [
            str(at),
            f"Проведение мероприятия {at}: " + "подробное описание работы, " * 12,
            "май 2024 года",
            "Экономист, Юрист",
        ]
        for at in range(1, 40)
    ]
    header = ["№", "Мероприятие", "Срок", "Ответственные"]
    pages = PdfPages("План мероприятий больницы")
    pages.paragraph("План мероприятий на 2024 год")
    for block in one_table([header, *rows]).blocks:
        assert isinstance(block, Table)
        pages.table(block)
    plan = read_plan(pages.save())
    assert [a.title for a in plan.activities] == [" ".join(row[1].split()) for row in rows]
    assert plan.sections == ()
    assert {a.responsibles for a in plan.activities} == {("Экономист", "Юрист")}
