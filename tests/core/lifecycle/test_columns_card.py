"""The card of a file's columns: what it lists, what it asks, what is said of them, and when it can be read so."""

from __future__ import annotations

from datetime import date

import pytest

from core.lifecycle.columns_card import (
    FIRST_ROLES,
    LINES,
    ColumnsState,
    Opened,
    columns_state,
    doubtful_columns,
)
from core.lifecycle.said_columns import (
    SAYABLE,
    columns_as_said,
    largest,
    left_out,
    offered,
    roles_for,
    with_columns,
    with_header,
)
from core.plan.columns import ColumnRole as R
from core.plan.columns import ColumnSaid, ReadingMap, TableSaid, TableSeen
from tests.core.lifecycle.tables import MONTHS, STAGES, WIDE, column, plan_of

NOTHING = ReadingMap()


def card(*tables: TableSeen, said: ReadingMap = NOTHING, rows: int = 1, **opened: object) -> ColumnsState:
    state = columns_state(plan_of(*tables, rows=rows, said=said), Opened(**opened))  # type: ignore[arg-type]
    assert state is not None
    return state


def asked_about(state: ColumnsState) -> int | None:
    return state.asked.line.first.at if state.asked else None


def test_doubtful_columns_are_asked_about_one_after_the_other() -> None:
    first = card(STAGES)
    assert (asked_about(first), first.doubtful, first.changed) == (1, 2, False)
    said = with_columns(NOTHING, STAGES, [ColumnSaid(at=1, role=R.TITLE)])
    second = card(STAGES, said=said)
    assert (asked_about(second), second.doubtful, second.changed) == (4, 1, True)
    said = with_columns(said, STAGES, [ColumnSaid(at=4, role=R.RESPONSIBLE)])
    last = card(STAGES, said=said)
    assert (asked_about(last), last.doubtful, last.changed, last.ready) == (None, 0, True, True)
    assert [line.first.role for line in last.lines][-1] is R.RESPONSIBLE


def test_all_columns_are_listed_instead_of_asking() -> None:
    state = card(STAGES, every=True)
    assert state.asked is None
    assert [line.first.at for line in state.lines] == [0, 1, 2, 3, 4]


def test_a_column_that_is_opened_is_asked_about() -> None:
    assert asked_about(card(STAGES, every=True, column=3)) == 3
    assert asked_about(card(STAGES, every=True, column=99)) is None


def test_the_likeliest_roles_come_first_and_every_one_can_be_had() -> None:
    state = card(STAGES, column=1)
    assert state.asked is not None
    assert (state.asked.roles[0], len(state.asked.roles), state.asked.more) == (R.TITLE, FIRST_ROLES, True)
    whole = card(STAGES, column=1, more=True).asked
    assert whole is not None
    assert (set(whole.roles), whole.more) == (set(SAYABLE), False)


@pytest.mark.parametrize(
    ("samples", "first"),
    [
        (("1", "2", "3"), R.NUMBER),
        (("120 000,5", "36,5"), R.TARGET),
        (("01.02.2025", "до 5 марта"), R.DEADLINE),
        (("Провести обучение сотрудников всех отделений больницы работе",), R.TITLE),
        (("Юрист", "Главный врач"), R.RESPONSIBLE),
        ((), R.OUT),
    ],
)
def test_what_a_column_most_likely_is_its_cells_say(samples: tuple[str, ...], first: R) -> None:
    others = [] if first is R.TITLE else [column(0, "Мероприятие", R.TITLE)]
    assert roles_for(column(5, "Графа", R.UNKNOWN, *samples), others)[0] is first


def test_a_role_that_another_column_surely_has_comes_last() -> None:
    taken = [column(0, "Мероприятие", R.TITLE), column(1, "Кто", R.RESPONSIBLE)]
    roles = roles_for(column(5, "Графа", R.UNKNOWN, "Юрист"), taken)
    assert roles[-1] is R.TITLE
    assert roles[0] is R.RESPONSIBLE, "several columns may name who is responsible"


def test_columns_of_periods_in_a_row_are_one_line() -> None:
    state = card(WIDE)
    assert [(line.first.at, line.last.at) for line in state.lines] == [(0, 0), (1, 12), (13, 13)]
    assert asked_about(state) == 13
    apart = card(WIDE, apart=True, every=True)
    assert (len(apart.lines), apart.pages) == (LINES, 2)
    assert card(WIDE, apart=True, every=True, page=7).page == 1


def test_the_page_is_that_of_the_column_that_is_asked_about() -> None:
    assert card(WIDE, apart=True).page == 1


def test_a_run_is_said_at_once_each_column_with_its_own_period() -> None:
    run = card(WIDE, column=5).asked
    assert run is not None
    said = with_columns(
        NOTHING, WIDE, [ColumnSaid(at=c.at, role=R.FUNDING, period=c.period) for c in run.line.columns]
    )
    columns = columns_as_said(WIDE, said.tables[1])
    assert [(c.role, c.period) for c in columns[1:13]] == [(R.FUNDING, code) for code in MONTHS]


@pytest.mark.parametrize(
    ("start", "end", "periods"),
    [
        (None, None, ("Y", "Q1", "Q2", "Q3", "Q4")),
        (date(2025, 1, 1), date(2025, 12, 31), ("2025", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4")),
        (date(2024, 1, 1), date(2026, 12, 31), ("2024", "2025", "2026", "2024-2026")),
    ],
)
def test_the_periods_offered_are_the_plans(
    start: date | None, end: date | None, periods: tuple[str, ...]
) -> None:
    plan = plan_of(STAGES, period_start=start, period_end=end)
    state = columns_state(plan, Opened(column=4, role=R.TARGET))
    assert state is not None
    assert state.asked is not None
    assert state.asked.periods == periods


def test_the_periods_of_a_plan_without_a_year_are_those_of_its_columns() -> None:
    plan = plan_of(WIDE, period_start=None, period_end=None)
    state = columns_state(plan, Opened(column=13, role=R.TARGET))
    assert state is not None
    assert state.asked is not None
    assert state.asked.periods[0] == "2025"


def test_without_a_column_of_titles_it_cannot_be_read() -> None:
    bare = STAGES.model_copy(update={"columns": STAGES.columns[2:], "read": False})
    state = card(bare, rows=0, every=True)
    assert (state.ready, state.found, state.changed) == (False, False, False)
    said = with_columns(NOTHING, bare, [ColumnSaid(at=4, role=R.TITLE)])
    assert card(bare, rows=0, said=said).ready


def test_the_header_moves_within_the_table() -> None:
    up = with_header(NOTHING, STAGES, -1)
    assert (up.tables[0].header, card(STAGES, said=up).header, card(STAGES, said=up).changed) == (2, 2, True)
    assert with_header(with_header(up, STAGES, -1), STAGES, -1).tables[0].header == 0
    assert with_header(with_header(NOTHING, WIDE, -1), WIDE, -1).tables[1].header == 0
    headless = STAGES.model_copy(update={"header": None})
    assert with_header(NOTHING, headless, 1).tables[0].header == 0
    low = NOTHING
    for _ in range(60):
        low = with_header(low, STAGES, 1)
    assert low.tables[0].header == STAGES.rows + 2


def test_a_table_is_left_out_and_taken_again() -> None:
    out = left_out(NOTHING, STAGES, True)
    state = card(STAGES, WIDE, said=out, table=0)
    assert (state.out, state.asked, state.changed, state.ready) == (True, None, True, True)
    assert not card(STAGES, said=out).ready
    again = left_out(out, STAGES, False)
    assert not card(STAGES, said=again).changed


def test_what_is_said_of_one_table_leaves_the_others_and_what_was_said_before() -> None:
    said = with_columns(NOTHING, STAGES, [ColumnSaid(at=1, role=R.OBJECTIVE), ColumnSaid(at=4, role=R.NOTE)])
    said = with_columns(left_out(said, WIDE, True), STAGES, [ColumnSaid(at=1, role=R.TITLE)])
    assert said.tables[0].columns == (ColumnSaid(at=1, role=R.TITLE), ColumnSaid(at=4, role=R.NOTE))
    assert said.tables[1].out


def test_what_is_known_of_a_layout_is_the_start_of_what_is_said_of_the_table() -> None:
    known = ReadingMap(layouts={"stages": TableSaid(columns=(ColumnSaid(at=4, role=R.NOTE),))})
    assert card(STAGES, said=known).by_layout
    said = with_columns(known, STAGES, [ColumnSaid(at=1, role=R.TITLE)])
    assert [c.at for c in said.tables[0].columns] == [1, 4]
    assert not card(STAGES, said=said).by_layout


def test_the_largest_table_is_shown_where_no_plan_was_found() -> None:
    small = STAGES.model_copy(update={"read": False})
    large = WIDE.model_copy(update={"read": False})
    narrow = TableSeen(place=2, rows=900, read=False, columns=(column(0, "а"), column(1, "б")))
    assert largest((small, large, narrow)) == large
    assert [t.place for t in offered((small, large, narrow))] == [0, 1]
    state = card(small, large, narrow, rows=0)
    assert (state.table.place, state.at, state.of, state.before, state.after) == (1, 2, 2, 0, None)
    assert largest((narrow,)) == narrow
    assert columns_state(plan_of(), Opened()) is None


def test_a_column_of_which_nothing_is_seen_is_not_asked_about() -> None:
    blank = STAGES.model_copy(update={"columns": (*STAGES.columns[:1], column(1, ""))})
    assert card(blank).asked is None


def test_the_next_table_of_the_plan_with_a_doubtful_column_follows() -> None:
    said = with_columns(
        NOTHING, STAGES, [ColumnSaid(at=1, role=R.TITLE), ColumnSaid(at=4, role=R.RESPONSIBLE)]
    )
    assert card(STAGES, WIDE).table == STAGES
    following = card(STAGES, WIDE, said=said)
    assert (following.table, asked_about(following)) == (WIDE, 13)
    assert doubtful_columns(plan_of(STAGES, WIDE, said=said)) == 1
