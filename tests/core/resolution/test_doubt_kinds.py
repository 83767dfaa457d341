"""Doubts by kind: the worst first, which of them one answer serves, and what "no" leads to."""

from __future__ import annotations

import pytest

from core.plan.columns import TableSeen
from core.plan.doubts import DoubtCode as D
from core.plan.model import Activity, Doubt, Kept, ReadPlan
from core.resolution.doubt_kinds import Kind, No, fits, kind_of, no_of, worst_first

ROWS = tuple(Activity(id=f"a{n}", title=f"Работа {n}", deadline_text="до 15 июля") for n in range(4))


def doubt(code: D, row: str | None = "a0", **args: str) -> Doubt:
    return Doubt(code=code, activity=row, as_printed=args.get("deadline"), args=args)


def reading(*doubts: Doubt) -> ReadPlan:
    return ReadPlan(activities=ROWS, doubts=doubts)


def test_columns_come_first_wrong_sums_and_days_before_notes() -> None:
    read = reading(
        doubt(D.TABLE_UNRULED),
        doubt(D.RESPONSIBLE_MISSING),
        doubt(D.DEADLINE_MISSING, "a1"),
        doubt(D.COLUMN_UNKNOWN, column="x"),
        doubt(D.DEADLINE_MISSING, "a0"),
        doubt(D.TARGET_OUTSIDE_DEADLINE),
        doubt(D.TOTAL_DIFFERS, sum="1", printed="2"),
    )
    assert worst_first(read) == [3, 6, 5, 2, 4, 1, 0]


@pytest.mark.parametrize("code", list(D))
def test_each_doubt_is_of_a_kind(code: D) -> None:
    assert kind_of(doubt(code)) in Kind


@pytest.mark.parametrize(
    ("answer", "one", "other", "does"),
    [
        ("kept", doubt(D.DEADLINE_MISSING), doubt(D.DEADLINE_MISSING, "a1"), True),
        ("type:15 июля 2024", doubt(D.DEADLINE_MISSING), doubt(D.DEADLINE_MISSING, "a1"), True),
        ("type:когда-нибудь", doubt(D.DEADLINE_MISSING), doubt(D.DEADLINE_MISSING, "a1"), False),
        ("kept", doubt(D.DEADLINE_MISSING), doubt(D.RESPONSIBLE_MISSING, "a1"), False),
        ("type:Юрист", doubt(D.RESPONSIBLE_MISSING), doubt(D.RESPONSIBLE_MISSING, "a1"), True),
        ("type:5", doubt(D.MONEY_IN_WORDS), doubt(D.MONEY_IN_WORDS, "a1"), False),
        ("same", doubt(D.RESPONSIBLE_VARIANT, printed="а", name="б"),
         doubt(D.RESPONSIBLE_VARIANT, "a1", printed="в", name="г"), True),
        ("sum", doubt(D.TOTAL_DIFFERS, at="total", sum="1"), doubt(D.TOTAL_DIFFERS, "a1", at="total", sum="2"), True),
        ("sum", doubt(D.TOTAL_DIFFERS, at="total", sum="1"), doubt(D.TOTAL_DIFFERS, "a1", sum="2"), False),
    ],
)  # fmt: skip
def test_one_answer_serves_those_that_are_alike(answer: str, one: Doubt, other: Doubt, does: bool) -> None:
    assert fits(reading(one, other), 0, answer, 1) is does


def test_what_one_column_is_another_need_not_be() -> None:
    kept = Kept(rows={"a0": "слова"})
    read = reading(*(Doubt(code=D.COLUMN_UNKNOWN, args={"column": name}, kept=kept) for name in ("а", "б")))
    assert not fits(read, 0, "role:note", 1)
    assert fits(read, 0, "kept", 1)


def test_a_doubt_is_not_like_itself() -> None:
    assert not fits(reading(doubt(D.DEADLINE_MISSING)), 0, "kept", 0)


@pytest.mark.parametrize(
    ("asked", "tables", "leads_to"),
    [
        (doubt(D.DEADLINE_YEAR_ASSUMED, deadline="до 15 июля", year="2024"), (), No.TYPE),
        (doubt(D.HEADER_MISSING, None), (TableSeen(place=0),), No.COLUMNS),
        (doubt(D.HEADER_MISSING, None), (), No.FILE),
        (doubt(D.ROW_UNSURE, value="x"), (), No.FILE),
        (doubt(D.RESPONSIBLE_SPLIT, printed="а б", names="а, б"), (), None),
        (doubt(D.YEAR_MISSING, None), (), None),
    ],
)
def test_what_asks_whether_it_is_right_can_be_told_no(
    asked: Doubt, tables: tuple[TableSeen, ...], leads_to: No | None
) -> None:
    read = reading(asked).model_copy(update={"tables": tables})
    assert no_of(read, asked) is leads_to
