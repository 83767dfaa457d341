"""What is shown of a doubt beside its words."""

from __future__ import annotations

from datetime import date

from core.plan.doubts import DoubtCode as D
from core.plan.model import Activity, Deadline, DeadlineKind, Doubt, Kept, ReadPlan
from core.resolution import row_doubts, shown_doubt

ROWS = tuple(Activity(id=f"a{at}", title=f"Строка {at}") for at in (1, 2, 3))


def reading(doubt: Doubt, rows: tuple[Activity, ...] = ROWS) -> ReadPlan:
    return ReadPlan(activities=rows, doubts=(doubt,))


def test_a_loose_row_stands_between_its_neighbours() -> None:
    loose = Doubt(code=D.ROW_UNPLACED, kept=Kept(cells={"title": "Закуп"}, above="a1"))
    found = shown_doubt.rows_around(reading(loose), loose)
    assert [(where, at, row.id) for where, at, row in found] == [("above", 1, "a1"), ("below", 2, "a2")]
    assert shown_doubt.rows_around(reading(loose), loose.model_copy(update={"kept": None})) == []
    assert shown_doubt.rows_around(reading(loose), loose.model_copy(update={"code": D.ROW_UNSURE})) == []


def test_a_doubtful_deadline_says_the_days_that_were_read() -> None:
    read_as = Deadline(kind=DeadlineKind.DATE, end=date(2024, 6, 30), also=(date(2024, 12, 31),))
    row = ROWS[0].model_copy(update={"deadline": read_as})
    doubt = Doubt(code=D.DEADLINE_PARTLY_READ, activity="a1")
    assert shown_doubt.days_as_read(reading(doubt, (row,)), doubt) == [date(2024, 6, 30), date(2024, 12, 31)]
    other = doubt.model_copy(update={"code": D.DEADLINE_UNREAD})
    assert shown_doubt.days_as_read(reading(other, (row,)), other) == []


def test_only_another_file_helps_where_every_answer_leaves_it_as_it_is() -> None:
    unkept = Doubt(code=D.COLUMN_UNKNOWN, args={"column": "2"})
    kept = unkept.model_copy(update={"kept": Kept(rows={"a1": "5", "a2": "5"})})
    assert shown_doubt.only_a_file_helps(reading(unkept), unkept)
    assert not shown_doubt.only_a_file_helps(reading(kept), kept)
    assert shown_doubt.cells_of(kept) == ["5"]
    assert shown_doubt.cells_of(unkept) == []


def test_the_row_of_a_doubt_and_its_number() -> None:
    doubt = Doubt(code=D.DEADLINE_UNREAD, activity="a2")
    row = row_doubts.row_of(reading(doubt), doubt)
    assert row == ROWS[1]
    assert shown_doubt.place_of(reading(doubt), ROWS[1]) == 2
    assert row_doubts.row_of(reading(doubt), doubt.model_copy(update={"activity": None})) is None
