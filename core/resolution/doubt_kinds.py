"""Doubts by kind, the worst first: which of them are asked together, and what a "no" to one that asks "is it right" does."""

from __future__ import annotations

from enum import StrEnum

from core.kernel.errors import UnreadableInput
from core.plan.doubts import DoubtCode as D
from core.plan.model import Doubt, ReadPlan
from core.resolution.doubt_choices import Answer, Typed
from core.resolution.settling import answers, settle, typed_answer


class Kind(StrEnum):
    """What a doubt is about, in the order of what is worse: what is wrong with a column or a row makes much else doubtful,
    a wrong sum or day is reported on for a year."""

    COLUMNS = "columns"
    ROWS = "rows"
    SUMS = "sums"
    DEADLINES = "deadlines"
    VALUES = "values"
    OWNERS = "owners"
    UNITS = "units"
    NOTES = "notes"


_KINDS: dict[str, Kind] = {
    "total": Kind.SUMS,
    "money": Kind.SUMS,
    "deadline": Kind.DEADLINES,
    "target": Kind.DEADLINES,
    "targets": Kind.VALUES,
    "value": Kind.VALUES,
    "row": Kind.ROWS,
    "page": Kind.ROWS,
    "indicator": Kind.ROWS,
    "column": Kind.COLUMNS,
    "header": Kind.COLUMNS,
    "carried": Kind.COLUMNS,
    "responsible": Kind.OWNERS,
    "post": Kind.OWNERS,
    "unit": Kind.UNITS,
}
"""By the first word of a code; what is none of these is noted, and nothing hangs on it."""

_ORDER = tuple(Kind)
_CODES = tuple(D)
_EACH_ITS_OWN = (Typed.TOTAL, Typed.VALUE, Typed.PERIOD)
"""What is typed for one row alone."""


def kind_of(doubt: Doubt) -> Kind:
    return _KINDS.get(doubt.code.partition("-")[0], Kind.NOTES)


def worst_first(read: ReadPlan) -> list[int]:
    """The places of all doubts: by kind, by code, then as the file has them."""
    order = {code.value: at for at, code in enumerate(_CODES)}

    def key(at: int) -> tuple[int, int, int]:
        doubt = read.doubts[at]
        return _ORDER.index(kind_of(doubt)), order.get(doubt.code, len(order)), at

    return sorted(range(len(read.doubts)), key=key)


def fits(read: ReadPlan, at: int, answer: str, other: int) -> bool:
    """Whether the answer that a doubt was given answers another one as well: of the same code, and valid for it.

    What was typed for one row alone, and what one column is, never does.
    """
    doubt, like = read.doubts[at], read.doubts[other]
    if at == other or doubt.code != like.code:
        return False
    word = answer.partition(":")[0]
    if word == Answer.TYPE and typed_answer(doubt) in _EACH_ITS_OWN or word == Answer.ROLE:
        return False
    if word != Answer.TYPE:
        return answer in answers(read, like)
    try:
        settle(read, other, answer)
    except UnreadableInput:
        return False
    return True


class No(StrEnum):
    """What a "no" leads to where none of a doubt's answers is one."""

    TYPE = "type"  # the right words are typed
    COLUMNS = "columns"  # the columns are said otherwise
    FILE = "file"  # only a better file helps


_ASKED_WHETHER_RIGHT = {
    D.DEADLINE_YEAR_ASSUMED,
    D.DEADLINE_PARTLY_READ,
    D.DEADLINE_BACKWARDS,
    D.DEADLINE_OUTSIDE_PLAN,
    D.ROW_UNSURE,
    D.ROW_CONTINUED,
    D.CARRIED_DOWN,
    D.COLUMN_UNKNOWN,
    D.COLUMN_GUESSED,
    D.HEADER_MISSING,
}


def no_of(read: ReadPlan, doubt: Doubt) -> No | None:
    """What "no" leads to, where a doubt asks whether something is right and has one answer, a yes."""
    if doubt.code not in _ASKED_WHETHER_RIGHT or len(answers(read, doubt)) > 1:
        return None
    if typed_answer(doubt) is Typed.DEADLINE:
        return No.TYPE
    if kind_of(doubt) is Kind.COLUMNS and read.tables:
        return No.COLUMNS
    return No.FILE
