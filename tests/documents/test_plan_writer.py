"""Any plan written by our own writer is read back the same, from each format and in both languages of plans."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.kernel.errors import UnreadableInput
from core.plan.model import Activity, ReadPlan, Total
from documents.reading import read_plan
from documents.written.plan_layout import plan_words
from documents.written.plan_writer import FORMATS, write_plan
from locales import texts
from tests.documents.compare import PLANS
from tests.documents.plans import plans
from tests.documents.test_formats import FILES

LANGUAGES = ("ru", "kk")


def written(plan: ReadPlan, format: str, language: str = "ru") -> bytes:
    return write_plan(plan, plan_words(texts(), language), format)


def fields(activity: Activity) -> dict[str, object]:
    """A row field by field; its heading is compared by path, which is more than the heading's id."""
    return activity.model_dump(exclude={"section"})


def path(plan: ReadPlan, section: str | None) -> list[tuple[str, str | None, str]]:
    above: list[tuple[str, str | None, str]] = []
    while (found := plan.section(section)) is not None:
        above.insert(0, (found.kind, found.number, found.title))
        section = found.parent
    return above


def total(plan: ReadPlan, one: Total) -> tuple[object, ...]:
    return path(plan, one.section), one.title, one.values, one.total, one.unit_text


@pytest.mark.parametrize("format", FORMATS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(plan=plans(), language=st.sampled_from(LANGUAGES))
def test_any_plan_is_read_back_the_same(format: str, plan: ReadPlan, language: str) -> None:
    read = read_plan(written(plan, format, language))
    wanted = plan
    assert read.plan.model_copy(update={"code": None, "source": None}) == plan.plan
    assert [path(read, s.id) for s in read.sections] == [path(plan, s.id) for s in plan.sections]
    assert [fields(a) for a in read.activities] == [fields(a) for a in wanted.activities]
    assert [path(read, a.section) for a in read.activities] == [
        path(plan, a.section) for a in plan.activities
    ]
    assert list(read.indicators) == list(plan.indicators)
    assert [total(read, t) for t in read.totals] == [total(plan, t) for t in plan.totals]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", FILES)
def test_the_real_plans_are_read_back_the_same(name: str, format: str, language: str) -> None:
    plan = read_plan(PLANS / f"{name}.{FILES[name]}")
    read = read_plan(written(plan, format, language))
    assert [fields(a) for a in read.activities] == [fields(a) for a in plan.activities]
    assert [path(read, a.section) for a in read.activities] == [
        path(plan, a.section) for a in plan.activities
    ]
    assert len(read.doubts) == len(plan.doubts)


def test_a_workbook_looks_like_a_plan() -> None:
    plan = read_plan(PLANS / "almaty-2030.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(written(plan, "xlsx")))
    sheet = book.worksheets[0]
    assert sheet["A1"].value == plan.plan.title
    heads = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "№")
    assert "Мероприятие" in heads
    assert any(isinstance(c, float | int) for row in sheet.iter_rows(values_only=True) for c in row)
    assert sheet.page_setup.orientation == "landscape"


def test_a_document_repeats_its_header() -> None:
    document = docx.Document(io.BytesIO(written(read_plan(PLANS / "hospital-2024.docx"), "docx")))
    first = document.tables[0]._tbl.tr_lst[0]
    assert first.trPr is not None
    assert "tblHeader" in first.trPr.xml


def test_a_title_that_begins_like_a_formula_is_none() -> None:
    plan = ReadPlan(
        activities=(Activity(id="a1", number="1", title='=HYPERLINK("x")', deadline_text="май 2024"),)
    )
    rows = list(csv.reader(io.StringIO(written(plan, "csv").decode("utf-8-sig")), delimiter=";"))
    assert not any(cell.startswith("=") for row in rows for cell in row)
    assert read_plan(written(plan, "csv")).activities[0].title == '=HYPERLINK("x")'


def test_another_format_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="plan-format-unknown"):
        written(ReadPlan(), "pdf")
