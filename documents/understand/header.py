"""A table's header: the best of the rows that could head it, and what a person said of its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.plan.columns import ColumnRole as R
from core.plan.columns import TableSaid
from documents.grids.period_headers import WHOLE_YEAR
from documents.understand.column_roles import holds, layout_at
from documents.understand.evidence import Clues, assigned
from documents.understand.header_rows import (
    DEEPEST,
    LONGEST,
    heads_again,
    may_head,
)
from documents.understand.layout import CORE, Column, Layout, Row, distinct, is_value
from documents.understand.profile import LOOKED_AT

_OWED = {
    R.DEADLINE, R.START, R.DURATION, R.RESPONSIBLE, R.FORM, R.TARGET, R.FUNDING, R.FUNDING_TOTAL, R.UNIT, R.RESULT, R.KPI,
    R.BY_SOURCE,
}  # fmt: skip
_TELLING = {R.DEADLINE, R.START, R.RESPONSIBLE, R.FORM}
_SUMMED = re.compile(
    r"\b(?:sum|count|average|max|min) of \S|\b(?:сумма|количество|число|среднее|максимум|минимум) по полю\b",
    re.IGNORECASE,
)
_PIVOT = 2  # headings of sums by which a spreadsheet program's own summary is known
_MOST_PERIODS = 6  # that speak for a header
_EARLIER = 0.75  # a header above the best one that is as good as this heads rows of its own


def best_header(rows: Sequence[Row], said: TableSaid | None = None) -> Layout | None:
    """The layout of a table by the best of its first rows; what a person said of it goes before."""
    if said is not None and said.header is not None and said.header < len(rows):
        return mapped(layout_at(rows, said.header), said)
    found = [(score(layout), layout) for layout in _candidates(rows) if is_plan(layout)]
    if not found:
        return None
    found = [
        (points, x)
        for points, x in found
        if not any(y is not x and (y.start or 0) < (x.start or 0) < y.end for _, y in found)
    ]
    most = max(points for points, _ in found)
    best = next(layout for points, layout in found if points == most)
    first = next((x for points, x in found if points >= most * _EARLIER and x.end < (best.start or 0)), best)
    return mapped(first, said) if said else first


def _has_rows(rows: Sequence[Row], layout: Layout) -> bool:
    """Whether rows of its own stand between a header and the next one."""
    title = next((c for c in layout.columns if c.role is R.TITLE), None)
    if title is None or title.guessed:
        return False
    printed = [row for row in rows if len(distinct(row)) > 2]
    return sum(1 for row in printed if title.at < len(row) and (c := row[title.at]) and c.text) >= 2


def remembered(rows: Sequence[Row], layouts: Mapping[str, TableSaid]) -> Layout | None:
    """The layout of a form that a person has mapped before, as they did; None where no row heads one."""
    for at in range(min(len(rows), DEEPEST)):
        if len(distinct(rows[at])) > 1 and not any(len(c.text) > LONGEST for c in distinct(rows[at])):
            layout = layout_at(rows, at)
            if known := layouts.get(layout.fingerprint):
                return mapped(layout, known)
    return None


def likeliest(rows: Sequence[Row]) -> Layout | None:
    """The layout that a table would have if it were a plan's: what a person begins from who maps it."""
    found = [(score(layout), layout) for layout in _candidates(rows)]
    if found:
        return max(found, key=lambda pair: pair[0])[1]
    at = next((i for i, row in enumerate(rows[:DEEPEST]) if len(distinct(row)) >= 2), None)
    return layout_at(rows, at) if at is not None else None


def next_header(rows: Sequence[Row], at: int, known: Layout) -> Layout | None:
    """The layout that begins at a row under a header, if that is one: the same again, or of other columns."""
    if not heads_again(rows, at, known):
        return None
    layout = layout_at(rows, at)
    if layout.printed <= known.printed:
        return replace(known, start=at, end=layout.end)
    return layout if is_plan(layout) else None


def _candidates(rows: Sequence[Row]) -> list[Layout]:
    return [layout_at(rows, at) for at in range(min(len(rows), DEEPEST)) if may_head(rows, at)]


def is_plan(layout: Layout) -> bool:
    """Whether something is to be done in a table's rows, or indicators stand in them."""
    if sum(bool(_SUMMED.search(c.header)) for c in layout.columns) >= _PIVOT:
        return False
    roles = {c.role for c in layout.columns}
    spoken = [c for c in layout.columns if c.role is not R.UNKNOWN and not c.guessed]
    printed = sum(1 for c in layout.columns if c.header)
    periods = {c.period for c in layout.columns if c.period}
    if any(c.role is R.TITLE and c.guessed for c in layout.columns):
        told = roles & _TELLING | ({R.TARGET} if len(periods) > 1 else set())
        if len(told) < 2 or not told & ({c.role for c in spoken} | {R.TARGET}):
            return False  # lists of people, risks, marks: nothing in their words is to be done by a day
    if not roles & CORE or len({c.role for c in spoken} | ({"periods"} if len(periods) > 1 else set())) < 2:
        return False
    if len(spoken) * 2 < printed and len(spoken) < 3:
        return False
    if R.INDICATOR in roles and R.TITLE not in roles:
        return bool(periods)
    return bool(roles & _OWED) or (R.NUMBER in roles and layout.width > 2) or layout.width == 2


def score(layout: Layout) -> float:
    """How good a header is: what is known of its columns, and how many are."""
    points = 0.0
    met: set[R] = set()
    periods = 0
    for column in layout.columns:
        if column.period:
            periods += 1
            points += (0.45 + 0.1 * column.period[:1].isdigit()) * (periods <= _MOST_PERIODS)
        elif column.role is R.TITLE:
            points += 0.7 if column.guessed else 1.2 if column.weak else 1.6
        elif column.role is R.UNKNOWN:
            points -= 0.3 if column.header else 0.1
        else:
            points += 0.1 if column.role in met else 0.5 if column.guessed else 1.0
            met.add(column.role)
    return points


def headless(rows: Sequence[Row]) -> Layout | None:
    """Columns of a table without a header, by their contents alone; None unless work, term and people are all there.

    Four columns of values in a row are taken for the quarters.
    """
    body = [row for row in rows[:LOOKED_AT] if len(distinct(row)) >= 3]
    width = max((len(row) for row in body), default=0)
    if len(body) < 2 or width < 3:
        return None
    clues = [Clues(at, {}, holds(body, at)) for at in range(width)]
    values = [c.at for c in clues if c.holds.count and _all_values(body, c.at) and not c.holds.rising]
    found = assigned([c for c in clues if c.at not in values])
    if not {R.TITLE, R.DEADLINE, R.RESPONSIBLE} <= {v.role for v in found.values()}:
        return None
    columns = [
        Column(at, found[at].role if at in found else R.UNKNOWN, "", guessed=True) for at in range(width)
    ]
    if len(values) == 4 and values[3] - values[0] == 3:
        for number, at in enumerate(values, 1):
            columns[at] = Column(at, R.TARGET, "", f"Q{number}", guessed=True)
    return Layout(tuple(columns), width, frozenset())


def _all_values(body: Sequence[Row], place: int) -> bool:
    cells = [c.text for row in body if place < len(row) and (c := row[place]) and c.text]
    return all(is_value(text) for text in cells)


def mapped(layout: Layout, said: TableSaid) -> Layout:
    """The layout with what a person said of its columns."""
    by_place = {c.at: c for c in said.columns}
    columns = [
        replace(
            c, role=word.role, period=_period_said(word.period, c, word.role), source=word.source or c.source,
            guessed=False, unsure=False, weak=False, said=True,
        )
        if (word := by_place.get(c.at))
        else c
        for c in layout.columns
    ]  # fmt: skip
    titles = [c for c in columns if c.role is R.TITLE]
    if any(c.said for c in titles):
        columns = [replace(c, role=R.NOTE) if c in titles and not c.said else c for c in columns]
    return replace(layout, columns=tuple(columns))


def _period_said(period: str | None, column: Column, role: R) -> str | None:
    if role not in {R.TARGET, R.FUNDING, R.KPI, R.FACT}:
        return None
    return period or column.period or (WHOLE_YEAR if role is R.TARGET else None)
