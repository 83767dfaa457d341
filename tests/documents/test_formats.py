"""The real plans, saved anew in every other format, are read as well as their own files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from documents.grid import Document
from documents.reading import read_grid, read_plan
from tests.documents.compare import PLANS, expected, share
from tests.documents.writers import as_csv, as_docx, as_pdf, as_tsv, as_xlsx

FILES = {"hospital-2024": "docx", "covid-2020": "docx", "almaty-2030": "xlsx"}
WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": as_docx,
    "xlsx": as_xlsx,
    "csv": as_csv,
    "tsv": as_tsv,
    "pdf": as_pdf,
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
