"""Doubts settled: which answers a doubt has, and what each makes of the reading (domain, §1: nothing is guessed).

An answer is a word of its doubt ("values", "same") or one with what was typed or chosen behind it
("type:до 15 июля", "unit:count"). The reading that is kept never changes: what is accepted is the reading with
its answers applied, in the order of the doubts, each time the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from core.dates.typed_days import in_latin, read_english_day
from core.kernel.errors import UnreadableInput
from core.kernel.text import fold, one_line
from core.plan.doubts import DoubtCode as D
from core.plan.model import Activity, Deadline, DeadlineKind, Doubt, ReadPlan, Unit
from core.plan.values import as_decimal, as_number, plan_value
from core.printed.deadlines import parse_deadline
from core.printed.rereading import column_as, next_row, put, unread_cell, year_and_span
from core.printed.responsibles import split_responsibles, standing_alone
from core.resolution.doubt_choices import Answer, Typed
from core.resolution.indicator_doubts import indicators_apart
from core.resolution.row_doubts import CHANGES, Update, moved, row_of
from core.resolution.table_doubts import OF_WHOLE, knows_total, period_named, total, typed_total

_DEADLINE_CODES = {
    D.TARGET_OUTSIDE_DEADLINE,
    D.DEADLINE_UNREAD,
    D.DEADLINE_PARTLY_READ,
    D.DEADLINE_YEAR_ASSUMED,
    D.DEADLINE_YEAR_MISSING,
    D.DEADLINE_BEFORE_PERIOD,
    D.DEADLINE_MISSING,
    D.DEADLINE_BACKWARDS,
    D.DEADLINE_END_MISSING,
    D.DEADLINE_OUTSIDE_PLAN,
}
_TYPED: dict[str, Typed] = {
    **dict.fromkeys(_DEADLINE_CODES, Typed.DEADLINE),
    D.VALUE_UNREAD: Typed.VALUE,
    D.MONEY_IN_WORDS: Typed.VALUE,
    D.RESPONSIBLE_MISSING: Typed.NAMES,
    D.RESPONSIBLE_SPLIT: Typed.NAMES,
    D.RESPONSIBLE_UNCLEAR: Typed.NAMES,
    D.TOTAL_DIFFERS: Typed.TOTAL,
    D.COLUMN_UNKNOWN: Typed.PERIOD,
    D.VALUE_NOT_COMPUTED: Typed.VALUE,
}
ROLES = (
    "objective",
    "completion_form",
    "deadline",
    "unit",
    "responsible",
    "expected_result",
    "note",
)
"""What a column can be said to be; one of plan values is said by typing its period."""
_NO_ROW = {D.RESPONSIBLE_SPLIT, D.RESPONSIBLE_VARIANT, D.POST_NEARLY_KNOWN, D.MONEY_IN_WORDS}
"""Asked once in a document for the same words, whichever row has them first."""


def answers(read: ReadPlan, doubt: Doubt) -> tuple[str, ...]:
    """The buttons under a doubt, the likeliest first; `kept` is among them wherever it says something of its own."""
    row = row_of(read, doubt)
    if doubt.code == D.TARGET_OUTSIDE_DEADLINE and row is not None:
        moves = (Answer.DEADLINE,) if moved(row) is not None else ()
        return (Answer.VALUES, *moves, Answer.KEPT)
    if doubt.code == D.TARGETS_MISSING_TURNS and row is not None and row.unit is Unit.PRESENCE:
        return Answer.KEPT, Answer.TURNS
    if doubt.code == D.UNIT_UNKNOWN:
        return (*(f"{Answer.UNIT}:{unit.value}" for unit in Unit), Answer.KEPT)
    if doubt.code in (D.ROW_CONTINUED, D.ROW_UNPLACED, D.ROW_NOT_IN_FORCE):
        return _of_loose_row(read, doubt)
    if "column" in doubt.args:
        return _of_column(read, doubt)
    if doubt.code == D.TOTAL_DIFFERS:
        return (Answer.KEPT, Answer.SUM) if knows_total(doubt) else (Answer.KEPT,)
    return _BUTTONS.get(doubt.code, (Answer.KEPT,))


def _of_loose_row(read: ReadPlan, doubt: Doubt) -> tuple[str, ...]:
    kept = doubt.kept
    if kept is None or not kept.cells:
        return (Answer.KEPT,)
    if doubt.code in (D.ROW_CONTINUED, D.ROW_NOT_IN_FORCE):
        return Answer.KEPT, Answer.OWN
    above = (Answer.ABOVE,) if kept.above else ()
    below = (Answer.BELOW,) if next_row(read, kept.above) else ()
    return (Answer.KEPT, *above, *below, Answer.OWN)


def _of_column(read: ReadPlan, doubt: Doubt) -> tuple[str, ...]:
    """A column whose cells are not kept, or that the rows stand and fall with, can only be taken as it was read."""
    if doubt.kept is None or not doubt.kept.rows or doubt.args.get("role") == "title":
        return (Answer.KEPT,)
    if doubt.code == D.CARRIED_DOWN:
        return Answer.KEPT, Answer.BLANK
    if doubt.code == D.COLUMN_OF_FACTS:
        period = f"target:{doubt.kept.period}"
        fits = unread_cell(read, doubt.kept.rows, period) is None
        return (Answer.PLANNED, Answer.OUT) if fits else (Answer.OUT,)
    rows, was = doubt.kept.rows, doubt.args.get("role")
    others = tuple(
        f"{Answer.ROLE}:{role}" for role in ROLES if role != was and unread_cell(read, rows, role) is None
    )
    return (Answer.KEPT, *others, *((Answer.OUT,) if doubt.code == D.COLUMN_GUESSED else ()))


def can_be_read_otherwise(read: ReadPlan, doubt: Doubt) -> bool:
    """Whether an answer changes anything; otherwise only another file does."""
    return answers(read, doubt) != (Answer.KEPT,) or typed_answer(doubt) is not None


_BUTTONS: dict[str, tuple[str, ...]] = {
    D.TARGETS_BLANK: (Answer.KEPT, Answer.NOTHING),
    D.VALUE_UNREAD: (Answer.NOTHING, Answer.KEPT),
    D.DEADLINE_BEFORE_PERIOD: (Answer.KEPT, Answer.BEFORE),
    D.RESPONSIBLE_SPLIT: (Answer.KEPT, Answer.ONE),
    D.RESPONSIBLE_VARIANT: (Answer.SAME, Answer.TWO),
    D.POST_NEARLY_KNOWN: (Answer.SAME, Answer.TWO),
    D.INDICATOR_JOINED: (Answer.KEPT, Answer.TWO),
    D.ROW_PARTED: (Answer.KEPT, Answer.WHOLE),
    D.ROW_REPEATED: (Answer.KEPT, Answer.ONCE),
}


def typed_answer(doubt: Doubt) -> Typed | None:
    """What may be typed instead of pressing a button; None where typing says nothing."""
    typed = _TYPED.get(doubt.code)
    if typed is Typed.PERIOD and not (doubt.kept and doubt.kept.rows):
        return None
    if doubt.code == D.VALUE_NOT_COMPUTED and not (doubt.kept and doubt.kept.cells):
        return None
    if typed is Typed.TOTAL and not knows_total(doubt):
        return None
    return typed


def settle(read: ReadPlan, at: int, answer: str) -> ReadPlan:
    """The reading with one doubt answered; its doubts stay, so that their places do.

    Raises UnreadableInput where the answer is none of the doubt's or what was typed cannot be read:
    settle-deadline-not-read, settle-value-not-read, settle-names-not-read, settle-total-not-read,
    settle-period-not-read, settle-column-not-values, settle-not-an-answer.
    """
    doubt = read.doubts[at]
    word, _, more = answer.partition(":")
    if word != Answer.TYPE and answer not in (*answers(read, doubt), Answer.KEPT):
        raise UnreadableInput("settle-not-an-answer")
    if word == Answer.TYPE:
        return _typed(read, doubt, more)
    if word == Answer.TWO:
        return indicators_apart(read, doubt) if doubt.code == D.INDICATOR_JOINED else _apart(read, doubt)
    if word == Answer.SAME and doubt.code == D.POST_NEARLY_KNOWN:
        return _renamed(read, doubt.args["printed"], doubt.args["name"])
    if word == Answer.ONE:
        return _each_like(read, doubt, lambda a: {"responsibles": (one_line(doubt.as_printed or ""),)})
    if doubt.kept is not None and word in OF_WHOLE:
        return OF_WHOLE[word](read, doubt, f"{doubt.activity or 'a0'}.{at}", more)
    if word == Answer.SUM:
        return total(read, doubt, doubt.args["sum"])
    change = CHANGES.get((doubt.code, word))
    return _each(read, doubt, lambda a: change(a, doubt, more)) if change else read


_UNDONE_BY_OTHERS = {D.DEADLINE_MISSING, D.RESPONSIBLE_MISSING, D.VALUE_UNREAD}
_TAKE_ROWS_OUT = {Answer.ONCE, Answer.WHOLE}


def moot(read: ReadPlan, answered: Mapping[str, str]) -> frozenset[int]:
    """The doubts that the answers to others have done away with: a column or a loose row gave what a row lacked, the
    value that could not be read came off it, or their row was left out."""
    takes_out = any(answer in _TAKE_ROWS_OUT for answer in answered.values())
    if not answered or not (takes_out or any(d.code in _UNDONE_BY_OTHERS for d in read.doubts)):
        return frozenset()
    rows = {a.id: a for a in settled(read, answered).activities}
    gone = {a.id for a in read.activities if a.id not in rows} if takes_out else set()
    return frozenset(
        at
        for at, d in enumerate(read.doubts)
        if d.activity in gone or (d.code in _UNDONE_BY_OTHERS and _undone(d, rows))
    )


def _undone(doubt: Doubt, rows: Mapping[str, Activity]) -> bool:
    row = rows.get(doubt.activity or "")
    if row is None:  # about all rows
        return any(a.responsibles for a in rows.values())
    if doubt.code == D.VALUE_UNREAD:
        return row.targets.get(doubt.args["period"]) != doubt.as_printed
    if doubt.code == D.DEADLINE_MISSING:
        return bool(row.deadline_text or row.targets or row.funding or row.kpi)
    return bool(row.responsibles)


def settled(read: ReadPlan, answered: Mapping[str, str]) -> ReadPlan:
    """The reading with every answer applied that still fits; `answered` names doubts by their place ("3")."""
    return _applied(read, answered)[0]


def unfit(read: ReadPlan, answered: Mapping[str, str]) -> frozenset[int]:
    """The answers that fit no more, since another one changed what they are about: these doubts are open again."""
    return _applied(read, answered)[1]


def _applied(read: ReadPlan, answered: Mapping[str, str]) -> tuple[ReadPlan, frozenset[int]]:
    left = set()
    for place in sorted(answered, key=int):
        try:
            read = settle(read, int(place), answered[place])
        except UnreadableInput:
            left.add(int(place))
    return read, frozenset(left)


def key_of(read: ReadPlan, doubt: Doubt) -> str:
    """Under which an answer is remembered: the doubt's kind and printed words, and the row that it stands in.

    A corrected file has other rows, numbers and places, but the same words under the same headings; where any of
    these differ, it is asked again. SHA-256 in hex.
    """
    row = row_of(read, doubt)
    parts = [doubt.code, doubt.field or "", doubt.as_printed or ""]
    parts += [f"{name}={value}" for name, value in sorted(doubt.args.items())]
    if doubt.code not in _NO_ROW:
        parts += [s.title for s in read.path(row)] + [row.title] if row else [read.plan.title or ""]
    if (
        doubt.kept is not None and doubt.kept.above
    ):  # which rows are above and below tells what an answer means
        parts += [
            a.title for a in read.activities if a.id in (doubt.kept.above, next_row(read, doubt.kept.above))
        ]
    return hashlib.sha256("\n".join(fold(part) for part in parts).encode()).hexdigest()


def aliases(read: ReadPlan, answered: Mapping[str, str]) -> dict[str, str]:
    """Printed name → the post's name, for every pair that was confirmed as one post."""
    return {
        doubt.args["printed"]: doubt.args["name"]
        for at, doubt in enumerate(read.doubts)
        if answered.get(str(at)) == Answer.SAME
    }


def _each(read: ReadPlan, doubt: Doubt, change: Callable[[Activity], Update]) -> ReadPlan:
    """The reading with the doubt's row changed."""
    rows = (a.model_copy(update=change(a)) if a.id == doubt.activity else a for a in read.activities)
    return read.model_copy(update={"activities": tuple(rows)})


def _each_like(read: ReadPlan, doubt: Doubt, change: Callable[[Activity], Update]) -> ReadPlan:
    """The reading with every row changed whose responsibles are printed as the doubt says."""
    printed = fold(doubt.as_printed or "")
    rows = (
        a.model_copy(update=change(a))
        if a.id == doubt.activity or (printed and fold(a.responsible_text or "") == printed)
        else a
        for a in read.activities
    )
    return read.model_copy(update={"activities": tuple(rows)})


def _typed(read: ReadPlan, doubt: Doubt, text: str) -> ReadPlan:
    wanted = typed_answer(doubt)
    if wanted is Typed.DEADLINE:
        deadline = read_deadline(read, doubt, text)
        return _each(read, doubt, lambda _: {"deadline": deadline})
    if wanted is Typed.VALUE:
        return _with_value(read, doubt, text)
    if wanted is Typed.NAMES:
        names, _ = split_responsibles(text)
        if not names or len(text) > 500:
            raise UnreadableInput("settle-names-not-read")
        return _each_like(read, doubt, lambda _: {"responsibles": tuple(names)})
    if wanted is Typed.TOTAL:
        return typed_total(read, doubt, text)
    if wanted is Typed.PERIOD and doubt.kept is not None:
        role = f"target:{period_named(read, text)}"
        unread = unread_cell(read, doubt.kept.rows, role)
        if unread is not None:
            raise UnreadableInput("settle-column-not-values", cell=unread[:60])
        return column_as(read, doubt.kept.rows, role)
    raise UnreadableInput("settle-not-an-answer")


def read_deadline(read: ReadPlan, doubt: Doubt, text: str) -> Deadline:
    """What was typed as a deadline; a year alone completes what is printed. Raises UnreadableInput."""
    year, span = year_and_span(read)
    printed = doubt.as_printed or ""
    if text.strip().isdigit() and len(text.strip()) == 4 and doubt.code in _YEAR_LACKS:
        text, year = printed, int(text)
    deadline, doubts = parse_deadline(text, year, span)
    unread = {D.DEADLINE_UNREAD, D.DEADLINE_PARTLY_READ} & set(doubts)
    if unread and deadline.kind is not DeadlineKind.DATE and in_latin(text):
        return _english(text, year)
    if {D.DEADLINE_UNREAD, D.DEADLINE_YEAR_MISSING} & set(doubts):
        raise UnreadableInput("settle-deadline-not-read", typed=text[:60])
    return deadline


def _english(text: str, year: int | None) -> Deadline:
    """A day in English, as forecasts are read ("15 July 2024", "by the end of June"); `year` where it names none.

    Raises UnreadableInput where anything is left over: a year alone is not taken out of "sometime in 2024".
    """
    found = read_english_day(text, year)
    if found is None:
        raise UnreadableInput("settle-deadline-not-read", typed=text[:60])
    return Deadline(kind=DeadlineKind.DATE, end=found)


_YEAR_LACKS = {D.DEADLINE_YEAR_ASSUMED, D.DEADLINE_YEAR_MISSING}


def _with_value(read: ReadPlan, doubt: Doubt, text: str) -> ReadPlan:
    value = plan_value(text)
    if value is None or (as_decimal(value) is None and value not in {"-", "+"}):
        raise UnreadableInput("settle-value-not-read", typed=text[:60])
    if doubt.code == D.VALUE_NOT_COMPUTED and doubt.kept is not None:
        name = next(iter(doubt.kept.cells))
        rows = (put(read, a, name, value) if a.id == doubt.activity else a for a in read.activities)
        return read.model_copy(update={"activities": tuple(rows)})
    if doubt.code == D.VALUE_UNREAD:
        return _each(read, doubt, lambda a: {"targets": {**a.targets, doubt.args["period"]: value}})
    if as_number(value) is None:
        raise UnreadableInput("settle-value-not-read", typed=text[:60])
    return _each(read, doubt, lambda _: {"funding_total": value})


def _apart(read: ReadPlan, doubt: Doubt) -> ReadPlan:
    """Two posts: every row that prints the other spelling names it as printed."""
    if doubt.code == D.POST_NEARLY_KNOWN:
        return read
    printed, name = doubt.args["printed"], doubt.args["name"]
    alone = standing_alone(a.responsible_text or "" for a in read.activities)

    def change(a: Activity) -> Activity:
        if name not in a.responsibles:
            return a
        own, _ = split_responsibles(a.responsible_text or "", alone)
        if printed not in own:
            return a
        both = name in own
        names = [printed if n == name and not both else n for n in a.responsibles]
        return a.model_copy(update={"responsibles": (*names, *([printed] if both else []))})

    return read.model_copy(update={"activities": tuple(change(a) for a in read.activities)})


def _renamed(read: ReadPlan, printed: str, name: str) -> ReadPlan:
    rows = (
        a.model_copy(
            update={"responsibles": tuple(dict.fromkeys(name if n == printed else n for n in a.responsibles))}
        )
        if printed in a.responsibles
        else a
        for a in read.activities
    )
    return read.model_copy(update={"activities": tuple(rows)})
