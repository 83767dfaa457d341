"""Whatever stands in a table, reading it ends in a plan, in its tables or in a refusal, and never in a stack trace."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.kernel.errors import UnreadableFile
from core.plan.columns import ColumnRole, ColumnSaid, ReadingMap, TableSaid
from core.plan.model import ReadPlan
from documents.grids.grid import Cell, Document, Paragraph, Table
from documents.understand.plan import understand

CELLS = st.sampled_from([
    "", "", "", "№", "Мероприятие", "Срок", "Ответственный", "Начало", "Длительность", "Форма завершения", "2026", "2026 год", "I квартал",
    "Янв", "Март", "1", "2", "7", "1.1", "1–7", "I", "+", "x", "Х", "-", "R", "5,5", "1 200 000", "85 %", "до 1 марта 2026 года", "15.09.2026",
    "2 недели", "Юрист, Завхоз", "Ремонт кровли", "1) открыть окно; 2) закрыть окно", "Итого", "Total", "Раздел 1. Кадры", "СЕНТЯБРЬ",
    "млн тенге", "МБ", "РБ", "тыс. тенге", "чел.", "Показатель", "Activity", "Q1 2026", "Budget (USD)", "H1", "FY2026/27", "____", "//",
    "не менее 90%", "Приказ\nОтчёт", "01.02.2026\n01.03.2026", "½", "1О0", "ежемесячно", "бағыт", "Іс-шара", "мерзімі",
])  # fmt: skip
PAINTS = st.sampled_from([None, None, None, "4472C4"])


@st.composite
def grids(draw: st.DrawFn) -> Table:
    """A table of any cells, some of them merged, some painted."""
    width, height = draw(st.integers(1, 8)), draw(st.integers(1, 9))
    rows: list[list[Cell | None]] = []
    for at in range(height):
        row: list[Cell | None] = []
        for place in range(width):
            how = draw(st.integers(0, 11))
            left, above = (row[-1] if row else None), (rows[-1][place] if rows else None)
            if how == 0 and left is not None:
                left.columns += 1
                row.append(left)
            elif how == 1 and above is not None and above.columns == 1:
                above.rows = at - above.row + 1
                row.append(above)
            elif how == 2:
                row.append(None)
            else:
                row.append(Cell(draw(CELLS), at, place, bold=how == 3, paint=draw(PAINTS)))
        rows.append(row)
    return Table(rows, name=draw(st.sampled_from([None, "Лист1", "2026"])), merges=draw(st.booleans()))


@st.composite
def maps(draw: st.DrawFn) -> ReadingMap:
    """What a person might say of a table, sense or none."""
    roles = st.sampled_from(ColumnRole)
    said = [
        ColumnSaid(at=at, role=draw(roles), period=draw(st.sampled_from([None, "2026", "2026-Q1"])))
        for at in draw(st.sets(st.integers(0, 9)))
    ]
    return ReadingMap(
        tables={
            0: TableSaid(
                header=draw(st.none() | st.integers(0, 12)), out=draw(st.booleans()), columns=tuple(said)
            )
        }
    )


@settings(max_examples=300)
@given(st.lists(grids(), min_size=1, max_size=3), st.just(ReadingMap()) | maps())
def test_any_grid_is_read_or_refused(tables: list[Table], said: ReadingMap) -> None:
    try:
        plan = understand(Document([Paragraph("План на 2026 год"), *tables]), said)
    except UnreadableFile:
        return
    assert ReadPlan.model_validate_json(plan.model_dump_json()) == plan
    ids = [a.id for a in plan.activities]
    assert len(set(ids)) == len(ids)
    assert {d.activity for d in plan.doubts} - {None} <= set(ids)
    assert all(a.title for a in plan.activities)
