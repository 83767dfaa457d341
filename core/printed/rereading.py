"""A kept reading read otherwise: cells put to a row or taken off it, loose rows, columns of another meaning.

Nothing here looks at the file: what a doubt needs for its other readings is kept with it (`core.plan.model.Kept`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from core.kernel.text import fold, one_line
from core.plan.model import Activity, Deadline, ReadPlan, Unit
from core.plan.values import as_number, plan_value, unit_of
from core.printed.deadlines import parse_deadline
from core.printed.responsibles import split_responsibles, standing_alone

_VALUES = {"target": "targets", "funding": "funding", "kpi": "kpi"}
_FIELDS = {
    "title": "title",
    "objective": "objective",
    "completion_form": "completion_form",
    "deadline": "deadline_text",
    "unit": "unit_text",
    "responsible": "responsible_text",
    "expected_result": "expected_result",
    "note": "note",
    "funding_source": "funding_source_text",
}
_ONE_A_ROW = {"deadline", "unit"}
"""What a row has one of: another column gives it to rows that lack it."""


def put(read: ReadPlan, row: Activity, name: str, text: str) -> Activity:
    """The row with a cell put to it: behind what the field says already, and understood with it anew."""
    kind, _, period = name.partition(":")
    if period:
        return _put_value(row, kind, period, text)
    if kind == "number":
        return row.model_copy(update={"number": one_line(text)})
    if kind == "funding_total":
        return row.model_copy(update={"funding_total": as_number(text) or one_line(text)})
    if kind not in _FIELDS:
        return row
    before, added = getattr(row, _FIELDS[kind]) or "", one_line(text)
    if fold(added) == fold(before):
        return row
    separator = ", " if kind == "responsible" else " "
    return _with(read, row, kind, separator.join(part for part in (before, added) if part))


def take_off(read: ReadPlan, row: Activity, name: str, text: str) -> Activity:
    """The row without a cell that was put to it."""
    kind, _, period = name.partition(":")
    if period:
        return _take_value(row, kind, period, text)
    if kind not in _FIELDS:
        return row
    before, gone = getattr(row, _FIELDS[kind]) or "", one_line(text)
    at = before.rfind(gone)
    if at < 0:
        return row
    left = one_line(f"{before[:at]} {before[at + len(gone) :]}").strip(" ,;")
    return row if kind == "title" and not left else _with(read, row, kind, left)


def each_row(read: ReadPlan, change: Callable[[Activity], Activity]) -> ReadPlan:
    """The reading with every row changed."""
    return read.model_copy(update={"activities": tuple(change(a) for a in read.activities)})


def own_row(
    read: ReadPlan, above: str | None, id: str, cells: Mapping[str, str], section: str | None
) -> ReadPlan:
    """The reading with a loose row as one of its own, under the row `above` (None: the first of all).

    One that prints no title has that of the row above: the cell stands for both.
    """
    at = _place(read, above)
    over = read.activities[at] if at is not None else None
    title = cells.get("title") or (over.title if over else None) or next(iter(cells.values()), "")
    row = Activity(id=id, title=one_line(title), section=section, parent=over.parent if over else None)
    for name, text in cells.items():
        if name != "title":
            row = put(read, row, name, text)
    rows = list(read.activities)
    rows.insert(0 if at is None else at + 1, row)
    return read.model_copy(update={"activities": tuple(rows)})


def joined_to(read: ReadPlan, id: str, cells: Mapping[str, str]) -> ReadPlan:
    """The reading with a loose row's cells put to the row `id`."""

    def change(row: Activity) -> Activity:
        if row.id == id:
            for name, text in cells.items():
                row = row if name == "number" else put(read, row, name, text)
        return row

    return each_row(read, change)


def next_row(read: ReadPlan, above: str | None) -> str | None:
    """The id of the row under `above` (None: the first of all); None where there is none."""
    at = _place(read, above)
    place = 0 if at is None else at + 1
    return read.activities[place].id if place < len(read.activities) else None


def column_as(read: ReadPlan, rows: Mapping[str, str], role: str | None, was: str | None = None) -> ReadPlan:
    """The reading with a column understood as `role` (None: left out); `was` is what it was read as."""

    def change(row: Activity) -> Activity:
        text = rows.get(row.id)
        if text is None:
            return row
        row = take_off(read, row, was, text) if was else row
        if role is None or (role in _ONE_A_ROW and getattr(row, _FIELDS[role])) or _has_value(row, role):
            return row
        return put(read, row, role, text)

    return each_row(read, change)


def unread_cell(read: ReadPlan, rows: Mapping[str, str], role: str) -> str | None:
    """The first cell of a column that cannot be read as that role; None where all can: nothing is lost in silence."""
    kind, _, period = role.partition(":")
    by_id = {a.id: a for a in read.activities}
    for id, text in rows.items():
        if id not in by_id:
            continue
        if kind == "deadline":
            good = not parse_deadline(one_line(text), *year_and_span(read))[1]
        elif kind == "unit":
            good = unit_of(one_line(text))[0] is not None
        elif kind == "responsible":
            good = bool(split_responsibles(one_line(text))[0])
        else:
            good = not period or _fits(plan_value(text), by_id[id].unit)
        if not good:
            return one_line(text)
    return None


def _fits(value: str | None, unit: Unit | None) -> bool:
    in_figures = unit in (Unit.COUNT, Unit.PERCENT, Unit.MONEY)
    return value is None or not in_figures or value in {"-", "+"} or as_number(value) is not None


def year_and_span(read: ReadPlan) -> tuple[int | None, tuple[date, date] | None]:
    """The plan's year, where it is of one, and its days: what a deadline that says too little is read by."""
    start, end = read.plan.period_start, read.plan.period_end
    if not (start and end):
        return None, None
    return (start.year if start.year == end.year else None), (start, end)


def _place(read: ReadPlan, id: str | None) -> int | None:
    return next((at for at, row in enumerate(read.activities) if row.id == id), None)


def _has_value(row: Activity, name: str) -> bool:
    kind, _, period = name.partition(":")
    return bool(period) and period in getattr(row, _VALUES[kind])


def _put_value(row: Activity, kind: str, period: str, text: str) -> Activity:
    values, value = getattr(row, _VALUES[kind]), plan_value(text)
    if value is None or values.get(period) == value:
        return row
    both = f"{values[period]} {value}" if period in values else value
    return row.model_copy(update={_VALUES[kind]: {**values, period: both}})


def _take_value(row: Activity, kind: str, period: str, text: str) -> Activity:
    values, value = dict(getattr(row, _VALUES[kind])), plan_value(text)
    if value is None or period not in values:
        return row
    left = "" if values[period] == value else values[period].removesuffix(f" {value}")
    if left:
        values[period] = left
    else:
        del values[period]
    return row.model_copy(update={_VALUES[kind]: values})


def _with(read: ReadPlan, row: Activity, kind: str, text: str) -> Activity:
    """The row with a field's words exchanged, and what follows from them."""
    update: dict[str, object] = {_FIELDS[kind]: text or None}
    if kind == "deadline":
        update["deadline"] = parse_deadline(text, *year_and_span(read))[0] if text else Deadline()
    elif kind == "unit":
        update["unit"], update["money_scale"] = unit_of(text) if text else (None, None)
    elif kind == "responsible":
        update["responsibles"] = _names(read, text)
    return row.model_copy(update=update)


def _names(read: ReadPlan, text: str) -> tuple[str, ...]:
    """Who a cell names, each as the plan spells them elsewhere."""
    known = {fold(name): name for name in read.posts()}
    found, _ = split_responsibles(text, standing_alone(a.responsible_text or "" for a in read.activities))
    return tuple(dict.fromkeys(known.get(fold(name), name) for name in found))
