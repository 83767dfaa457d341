"""Answers to doubts about more than one cell: loose rows, columns of another meaning, totals that differ.

Each makes of a reading another one; which answers a doubt has, and when they are applied, `core.resolution.settling` says.
"""

from __future__ import annotations

from collections.abc import Callable

from core.kernel.errors import UnreadableInput
from core.kernel.periods import Cycle, Period
from core.kernel.text import fold, one_line
from core.plan.doubts import DoubtCode as D
from core.plan.model import Activity, Doubt, Indicator, Kept, ReadPlan
from core.plan.values import as_number
from core.printed.deadlines import parse_deadline
from core.printed.rereading import (
    column_as,
    each_row,
    joined_to,
    next_row,
    own_row,
    put,
    take_off,
    year_and_span,
)
from core.resolution.doubt_choices import Answer
from core.resolution.row_doubts import row_of

_CYCLES: tuple[Cycle, ...] = ("month", "quarter", "half_year", "year")


def period_named(read: ReadPlan, text: str) -> str:
    """The code of the period that was typed: "2026", "2026-2030", "2024-Q1", "I квартал 2024". Raises UnreadableInput."""
    code = "".join(text.split()).upper()
    try:
        return Period.parse(code).code
    except ValueError:
        pass  # in words, then
    deadline, doubts = parse_deadline(text, *year_and_span(read))
    if deadline.start and deadline.end and not doubts:
        for cycle in _CYCLES:
            period = Period.holding(deadline.end, cycle)
            if (period.start, period.end) == (deadline.start, deadline.end):
                return period.code
    raise UnreadableInput("settle-period-not-read", typed=text[:60])


def typed_total(read: ReadPlan, doubt: Doubt, text: str) -> ReadPlan:
    """A number is the total; a number behind a period (or a source of money) is that cell of the row."""
    name, colon, number = text.rpartition(":")
    value = as_number(number.strip())
    if value is None:
        raise UnreadableInput("settle-total-not-read", typed=text[:60])
    if not colon:
        return total(read, doubt, value)
    row = row_of(read, doubt)
    if row is None:
        raise UnreadableInput("settle-total-not-read", typed=text[:60])
    source = next((s for s in row.funding_sources if fold(s) == fold(name)), None)
    if source is not None:
        sources = {**row.funding_sources, source: value}
        return _changed(read, row, funding_sources=sources)
    return _changed(read, row, funding={**row.funding, period_named(read, name): value})


def knows_total(doubt: Doubt) -> bool:
    return doubt.field == "funding_total" or "at" in doubt.args


def total(read: ReadPlan, doubt: Doubt, value: str) -> ReadPlan:
    """The reading with the total that a doubt is about exchanged: of a row, of its parts, or one kept apart."""
    at = doubt.args.get("at", "total")
    row = row_of(read, doubt)
    if row is not None:
        if at == "total":
            return _changed(read, row, funding_total=value)
        return _changed(read, row, funding={**row.funding, at: value})
    printed = doubt.args["printed"]
    totals = [
        t.model_copy(update={"total": value} if at == "total" else {"values": {**t.values, at: value}})
        if t.title == doubt.as_printed and printed == (t.total if at == "total" else t.values.get(at))
        else t
        for t in read.totals
    ]
    return read.model_copy(update={"totals": tuple(totals)})


def _alone(read: ReadPlan, doubt: Doubt, id: str, more: str) -> ReadPlan:
    """A row of its own; what was put to the row above it comes off."""
    kept = doubt.kept or Kept()
    if doubt.code != D.ROW_CONTINUED:
        return own_row(read, kept.above, id, kept.cells, kept.section)
    row = row_of(read, doubt)
    if row is None:
        return read
    for name in kept.joined:
        row = take_off(read, row, name, kept.cells.get(name, ""))
    over = row
    read = each_row(read, lambda a: over if a.id == over.id else a)
    return own_row(read, row.id, id, kept.cells, row.section)


def _to_the_one_above(read: ReadPlan, doubt: Doubt, id: str, more: str) -> ReadPlan:
    kept = doubt.kept or Kept()
    return joined_to(read, kept.above or "", kept.cells)


def _to_the_next(read: ReadPlan, doubt: Doubt, id: str, more: str) -> ReadPlan:
    kept = doubt.kept or Kept()
    return joined_to(read, next_row(read, kept.above) or "", kept.cells)


def _whole(read: ReadPlan, doubt: Doubt, id: str, more: str) -> ReadPlan:
    """The works of one cell as one row again, its cells as printed."""
    kept, first = doubt.kept or Kept(), row_of(read, doubt)
    if first is None:
        return read
    title = one_line(kept.cells.get("title", first.title))
    whole = Activity(
        id=first.id, number=kept.cells.get("number"), parent=first.parent, section=first.section, title=title
    )
    for name, text in kept.cells.items():
        if name not in {"title", "number"}:
            whole = put(read, whole, name, text)
    rows = tuple(whole if a.id == first.id else a for a in read.activities if a.id not in kept.rows)
    return read.model_copy(update={"activities": rows})


def _once(read: ReadPlan, doubt: Doubt, id: str, more: str) -> ReadPlan:
    """The rows of a repeated table left out; what stands under one of them goes under the row that it repeats."""
    first_of = doubt.kept.rows if doubt.kept else {}
    rows = [
        a.model_copy(update={"parent": first_of.get(a.parent or "", a.parent)})
        for a in read.activities
        if a.id not in first_of
    ]
    emptied = {a.section for a in read.activities if a.id in first_of} - {a.section for a in rows}
    held = {s.parent for s in read.sections} | {i.section for i in read.indicators}
    sections = (s for s in read.sections if s.id not in emptied or s.id in held)
    return read.model_copy(update={"activities": tuple(rows), "sections": tuple(sections)})


def _column(read: ReadPlan, doubt: Doubt, id: str, more: str) -> ReadPlan:
    """A column as what the coordinator says it is (nothing behind the answer: left out)."""
    kept = doubt.kept or Kept()
    if doubt.code == D.COLUMN_OF_FACTS:
        indicators = (_without(i, kept) for i in read.indicators)
        return read.model_copy(update={"indicators": tuple(indicators)})
    was = doubt.field if doubt.code == D.CARRIED_DOWN else doubt.args.get("role")
    return column_as(read, kept.rows, more or None, was)


def _without(indicator: Indicator, kept: Kept) -> Indicator:
    if indicator.code not in kept.rows:
        return indicator
    values = {period: value for period, value in indicator.values.items() if period != kept.period}
    return indicator.model_copy(update={"values": values})


def _facts_planned(read: ReadPlan, doubt: Doubt, id: str, more: str) -> ReadPlan:
    kept = doubt.kept or Kept()
    return column_as(read, kept.rows, f"target:{kept.period}") if kept.period else read


def _changed(read: ReadPlan, row: Activity, **update: object) -> ReadPlan:
    return each_row(read, lambda a: a.model_copy(update=update) if a.id == row.id else a)


OF_WHOLE: dict[str, Callable[[ReadPlan, Doubt, str, str], ReadPlan]] = {
    Answer.OWN: _alone,
    Answer.WHOLE: _whole,
    Answer.ONCE: _once,
    Answer.ABOVE: _to_the_one_above,
    Answer.BELOW: _to_the_next,
    Answer.ROLE: _column,
    Answer.OUT: _column,
    Answer.BLANK: _column,
    Answer.PLANNED: _facts_planned,
}
"""Answers to doubts about more than one cell; the id is that of a row that comes of it."""
