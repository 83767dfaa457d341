"""Tables of a PDF that no lines rule: read by where their words stand, and what is not certain is said aloud."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from core.kernel.errors import UnreadableFile
from core.plan.doubts import DoubtCode
from core.plan.model import ReadPlan
from documents.grids.grid import Document, Paragraph, Table
from documents.pdf.pdf_budget import Budget
from documents.pdf.pdf_page import Pages
from documents.pdf.pdf_pieces import pieces_of, upright_words
from documents.pdf.pdf_rules import rules_of
from documents.reading import read_grid, read_plan
from tests.documents.compare import PLANS, expected, share
from tests.documents.count import silent
from tests.documents.pdf_writer import PdfPages
from tests.documents.sketch import table, titles
from tests.documents.test_formats import FILES
from tests.documents.writers import as_pdf, as_unruled_pdf, one_table

LONG = "Проведение разъяснительной работы среди населения через средства массовой информации"


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("air", "centred"), [(6.0, False), (6.0, True), (3.0, False)])
def test_the_real_plans_without_a_line(name: str, air: float, centred: bool) -> None:
    document = read_grid((PLANS / f"{name}.{FILES[name]}").read_bytes())
    plan = read_plan(as_unruled_pdf(document, air=air, centred=centred))
    got, wrong = share(expected(name), plan)
    assert got >= 0.99, wrong
    assert silent(plan, wrong) == []
    assert DoubtCode.TABLE_UNRULED in {d.code for d in plan.doubts}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("air", [0.0, 0.5, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("centred", [False, True])
def test_rows_set_close_are_read_right_or_refused(name: str, air: float, centred: bool) -> None:
    document = read_grid((PLANS / f"{name}.{FILES[name]}").read_bytes())
    written_close = as_unruled_pdf(document, air=air, centred=centred)
    if air < 1.5:
        with pytest.raises(UnreadableFile, match="file-rows-too-close"):
            read_plan(written_close)
        return
    plan = read_plan(written_close)
    _, wrong = share(expected(name), plan)
    unsure = {d.activity for d in plan.doubts if d.code == DoubtCode.ROW_UNSURE}
    assert [w for w in silent(plan, wrong) if w[0] not in unsure] == []


def test_every_row_told_without_a_gap_is_asked_about() -> None:
    rows = [[str(i), f"{LONG} {i}", "май 2025 года", "Юрист"] for i in range(1, 30)]
    plan = written(["№", "Мероприятие", "Срок", "Ответственные"], *rows, air=0.0)
    assert {d.activity for d in plan.doubts if d.code == DoubtCode.ROW_UNSURE} == {
        a.id for a in plan.activities
    }


def test_a_number_left_out_between_rows_set_close_is_refused() -> None:
    rows = [[str(i), f"{LONG} {i}", "май 2025 года", "Юрист"] for i in range(1, 30) if i != 17]
    with pytest.raises(UnreadableFile, match="file-rows-too-close"):
        written(["№", "Мероприятие", "Срок", "Ответственные"], *rows, air=0.0)


def pages_of(*parts: tuple[bool, list[list[str]]]) -> bytes:
    """A document whose tables are ruled or not, each on a page of its own."""
    pages = PdfPages(ruled=parts[0][0])
    pages.paragraph("План мероприятий на 2025 год")
    for at, (ruled, rows) in enumerate(parts):
        if at:
            pages.new_page(ruled=ruled)
        for block in one_table(rows).blocks:
            assert isinstance(block, Table)
            pages.table(block)
    return pages.save()


def test_a_table_without_lines_in_a_document_that_also_rules_one() -> None:
    header = ["№", "Мероприятие", "Срок", "Ответственные"]
    ruled = [[str(i), f"Осмотр {i}", "май 2025 года", "Юрист"] for i in range(1, 6)]
    bare = [[str(i), f"{LONG} {i}", "июнь 2025 года", "Экономист"] for i in range(1, 9)]
    plan = read_plan(pages_of((True, [header, *ruled]), (False, [header, *bare])))
    assert titles(plan) == [row[1] for row in (*ruled, *bare)]
    assert DoubtCode.TABLE_UNRULED in {d.code for d in plan.doubts}
    assert DoubtCode.TABLE_UNRULED not in {
        d.code for d in read_plan(pages_of((True, [header, *ruled]), (True, [header, *bare]))).doubts
    }


def test_text_in_columns_beside_a_ruled_table_is_asked_about() -> None:
    pages = PdfPages()
    pages.paragraph("План мероприятий на 2025 год")
    for block in one_table(
        [["№", "Мероприятие", "Срок"], ["1", "Осмотр", "май 2025 года"], ["2", "Анализ", "июнь 2025 года"]]
    ).blocks:
        assert isinstance(block, Table)
        pages.table(block)
    for line in range(6):
        for place, text in ((0, f"{line + 3}"), (100, "Вакцинация"), (600, "июль 2025 года")):
            pages.put(place, 600 + 20 * line, text)
    plan = read_plan(pages.save())
    assert any("Вакцинация" in (d.as_printed or "") + str(d.args) for d in plan.doubts)


def test_words_and_tables_stand_where_the_library_finds_them() -> None:
    data = as_pdf(read_grid((PLANS / "covid-2020.docx").read_bytes()))
    drawing = Pages(Budget())
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            drawn = drawing.draw(page.page_obj)
            words = [(round(w.x0), round(w.top), w.text) for w in upright_words(pieces_of(drawn, []))]
            theirs = [(round(w["x0"]), round(w["top"]), w["text"]) for w in page.extract_words(x_tolerance=2)]
            assert sorted(words) == sorted(theirs)
            boxes = [tuple(map(round, table.box)) for table in rules_of(drawn).tables]
            assert boxes == [tuple(map(round, table.bbox)) for table in page.find_tables()]


def written(*rows: list[str], air: float = 6.0) -> ReadPlan:
    return read_plan(as_unruled_pdf(one_table(list(rows), "План мероприятий на 2025 год"), air=air))


def test_rows_over_pages_under_a_header_printed_again() -> None:
    rows = [[str(i), f"{LONG} {i}", "Отчет", "май 2025 года", "Экономист, Юрист"] for i in range(1, 150)]
    plan = written(["№", "Мероприятие", "Форма завершения", "Срок", "Ответственные"], *rows)
    assert titles(plan) == [row[1] for row in rows]
    assert {a.responsibles for a in plan.activities} == {("Экономист", "Юрист")}
    assert [d.code for d in plan.doubts] == [DoubtCode.TABLE_UNRULED]


def test_rows_with_no_gap_between_are_told_by_their_numbers() -> None:
    rows = [[str(i), f"{LONG} {i}", "май 2025 года", "Юрист"] for i in range(1, 30)]
    plan = written(["№", "Мероприятие", "Срок", "Ответственные"], *rows, air=0.0)
    assert titles(plan) == [row[1] for row in rows]


def test_rows_that_only_their_look_tells_apart_are_doubted() -> None:
    rows = [[f"{LONG} {i}", "май 2025 года", "Юрист"] for i in range(1, 30)]
    plan = written(["Мероприятие", "Срок", "Ответственные"], *rows, air=0.0)
    doubted = {d.activity for d in plan.doubts if d.code == DoubtCode.ROW_UNSURE}
    wanted = {row[0] for row in rows}
    assert [a.title for a in plan.activities if a.title not in wanted and a.id not in doubted] == []


def test_quarters_under_years_in_a_small_table() -> None:
    drawn = table(
        "№ | Мероприятия | Ответственный исполнитель | 2025 | > | > | > | 2026 | > | > | >",
        "^ | ^ | ^ | I | II | III | IV | I | II | III | IV",
        "1 | Внедрение медицинской информационной системы | УОЗ | 10% | 20% | 30% | 40% | 50% | 60% | 80% | 100%",
        "2 | Подключение пунктов | УОЗ | 5 | 5 | | | 6 | | - | 7",
    )
    plan = read_plan(as_unruled_pdf(Document([drawn])))
    assert titles(plan) == ["Внедрение медицинской информационной системы", "Подключение пунктов"]
    assert plan.activities[1].targets == {
        "2025-Q1": "5", "2025-Q2": "5", "2026-Q1": "6", "2026-Q3": "-", "2026-Q4": "7",
    }  # fmt: skip


def test_years_in_the_middle_over_their_quarters() -> None:
    head = [(0, "№"), (60, "Мероприятия"), (300, "Исполнитель"), (552, "2025"), (752, "2026")]
    places = [0, 60, 300, *range(500, 900, 50)]
    pages = PdfPages(ruled=False)
    for place, text in head:
        pages.put(place, 100, text)
    for place, text in zip(places[3:], "I II III IV I II III IV".split(), strict=True):
        pages.put(place, 120, text)
    for line, values in enumerate(
        (["1", "Осмотры", "Терапевт", *"12345678"], ["2", "Анализы", "Лаборант", *"87654321"])
    ):
        for place, text in zip(places, values, strict=True):
            pages.put(place, 140 + 20 * line, text)
    plan = read_plan(pages.save())
    wanted = {f"{year}-Q{q}": str(q + 4 * (year - 2025)) for year in (2025, 2026) for q in range(1, 5)}
    assert plan.activities[0].targets == wanted


def test_prose_is_no_table() -> None:
    text = "Уважаемые коллеги, направляем для сведения информацию о ходе работ за отчетный период. "
    grid = read_grid(as_unruled_pdf(Document([Paragraph(text * 5) for _ in range(20)])))
    assert all(isinstance(block, Paragraph) for block in grid.blocks)
