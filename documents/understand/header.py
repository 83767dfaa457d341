"""Finding a table's header and what its columns are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from core.kernel.text import fold, one_line
from core.plan.columns import ColumnRole
from core.plan.values import money_scale
from documents.grids.grid import Cell
from documents.grids.period_headers import WHOLE_YEAR, is_bare_quarter, period_in, period_of
from documents.understand.layout import CORE, Column, Layout, Row, distinct, with_guesses
from documents.understand.lexicon import role_of, source_of

_LONGEST = 160  # characters of a header cell
_WHOLE = re.compile(
    r"(?:жыл\w* (?:бойынша )?)?(?:всего|итого|барлығы|жиыны|жылына)\b(?: (?:за|на|по|в) год\w*| год\w*)?"
)
_SUMS = {ColumnRole.FUNDING_TOTAL, ColumnRole.FUNDING}
_MONEY = {ColumnRole.FUNDING_TOTAL, ColumnRole.FUNDING, ColumnRole.BY_SOURCE}


def find_header(rows: Sequence[Row], at: int, known: Layout | None) -> Layout | None:
    """The layout that begins at this row, if it is a header; `known` is the layout in force, for repetitions."""
    if not _is_header(rows, at, known):
        return None
    end = _end(rows, at)
    header = rows[at:end]
    columns = [_column(place, _path(header, place)) for place in range(max(len(r) for r in header))]
    if not any(
        c.role in CORE for c in columns
    ):  # "KPI" heads a table of indicators, as well as columns by year
        columns = [
            replace(c, role=ColumnRole.INDICATOR) if c.role is ColumnRole.KPI and not c.period else c
            for c in columns
        ]
    while end < len(rows) and numbers_columns(rows[end]):
        end += 1
    printed = frozenset(fold(c.text) for row in header for c in distinct(row))
    layout = Layout(_settled(_money_told_apart(columns)), len(columns), printed, end)
    return with_guesses(layout, rows)


def _is_header(rows: Sequence[Row], at: int, known: Layout | None) -> bool:
    cells = distinct(rows[at])
    if len(cells) < 2 or any(len(c.text) > _LONGEST for c in cells):
        return False
    if known and _is_printed_again(cells, known):
        return True
    if any(_is_figure(c.text) for c in cells):
        return False
    roles = {role for c in cells if (role := _plain_role(c.text))}
    periods = {p for c in cells if (p := period_in(c.text))}
    recognised = sum(1 for c in cells if _plain_role(c.text) or period_in(c.text))
    strong = len(roles) + (1 if len(periods) > 1 else 0)
    core = bool(roles & (CORE | {ColumnRole.NUMBER, ColumnRole.KPI})) and strong >= 2
    least = 3 if known else 2
    return core and strong >= least and recognised * 2 >= len(cells)


def _is_printed_again(cells: Sequence[Cell], known: Layout) -> bool:
    """Whether two thirds of the cells, and two at least, are the header's; no more are looked at than it takes."""
    others = 0
    for cell in cells:
        others += len(cell.text) > known.longest or fold(cell.text) not in known.printed
        if others * 3 > len(cells):
            return False
    return len(cells) - others >= 2


def _plain_role(text: str) -> ColumnRole | None:
    """A header cell's role where its words stand at its beginning, as headers print them."""
    if len(text) > _LONGEST:
        return None
    found = role_of(text)
    if found is None:
        return ColumnRole.BY_SOURCE if source_of(text) else None
    role, start = found
    words_before = len(fold(text)[: start % 100].split())
    return role if words_before <= 2 and len(text.split()) <= 14 else None


def _is_figure(text: str) -> bool:
    """A bare number: a row's own number or value. Years stand in headers too."""
    plain = text.strip().rstrip(".")
    return plain.replace(".", "").replace(",", "").replace(" ", "").isdigit() and period_in(text) is None


def _end(rows: Sequence[Row], at: int) -> int:
    """The row after the header: what merged cells reach, and rows that only name periods or parts of columns."""
    end = max(c.row + c.rows for c in distinct(rows[at]))
    end = min(max(end, at + 1), len(rows))
    while end < len(rows) and end - at < 5 and _continues(rows, at, end):
        end = max(end + 1, min(len(rows), max(c.row + c.rows for c in distinct(rows[end]))))
    return end


def _continues(rows: Sequence[Row], at: int, place: int) -> bool:
    cells = distinct(rows[place])
    if (
        len(cells) < 2
        or any(len(c.text) > 60 for c in cells)
        or numbers_columns(rows[place])
        or any(c.columns * 2 > len(rows[place]) for c in cells)
    ):
        return False
    recognised = sum(
        1
        for c in cells
        if period_in(c.text)
        or _plain_role(c.text)
        or source_of(c.text)
        or money_scale(c.text)
        or is_bare_quarter(c.text)
    )
    if recognised < len(cells):
        return False
    # A second header row leaves blank (or merged) what the first one already named: a row of values does not.
    named = [
        i
        for i, c in enumerate(rows[at])
        if c and c.text and _plain_role(c.text) in {ColumnRole.TITLE, ColumnRole.NUMBER, ColumnRole.DEADLINE}
    ]
    below = rows[place]
    return all(_goes_under(rows[at][i], below[i] if i < len(below) else None, place) for i in named)


def _goes_under(above: Cell | None, below: Cell | None, place: int) -> bool:
    """Whether a cell under a named one leaves the name alone: blank, merged with it, or the same words again."""
    if below is None or not below.text or below.row < place:
        return True
    return above is not None and fold(above.text) == fold(below.text)


def numbers_columns(row: Row) -> bool:
    """A row that counts the columns: 1, 2, 3 …, some with letters for the first ones: А, Б, 1, 2 …"""
    cells = distinct(row)
    if cells and not cells[min(3, len(cells) - 1)].text.strip(" .()").isdigit():
        return False  # most rows: a few letters may come first, then figures alone
    printed = [c.text.strip(" .()") for c in cells]
    letters = list(takewhile(lambda p: len(p) == 1 and p.isalpha() and p.isupper(), printed))
    printed = printed[len(letters) :] if len(letters) <= 3 else printed
    return (
        len(printed) >= 3
        and all(p.isdigit() for p in printed)
        and [int(p) for p in printed] == list(range(int(printed[0]), int(printed[0]) + len(printed)))
        and int(printed[0]) <= 2
    )


def _path(header: Sequence[Row], place: int) -> list[str]:
    """The header cells above a column, outermost first; a blank over a named part takes the cell to its left."""
    path: list[str] = []
    last: Cell | None = None
    for depth, row in enumerate(header):
        cell = row[place] if place < len(row) else None
        if (cell is None or not cell.text) and depth + 1 < len(header):
            cell = _spread(header, depth, place)
        if cell and cell.text and cell is not last and one_line(cell.text) not in path:
            path.append(one_line(cell.text))
            last = cell
    return path


def _spread(header: Sequence[Row], depth: int, place: int) -> Cell | None:
    below = header[depth + 1]
    if place >= len(below) or not (part := below[place]) or not part.text:
        return None
    for left in range(place - 1, -1, -1):
        under, above = (
            below[left] if left < len(below) else None,
            header[depth][left] if left < len(header[depth]) else None,
        )
        if not under or not under.text:
            return None
        if above and above.text:
            return above
    return None


def _column(place: int, path: list[str]) -> Column:
    header = " / ".join(path)
    scale = next((s for s in (money_scale(p) for p in reversed(path)) if s), None)
    if not path:
        return Column(place, ColumnRole.UNKNOWN, "")
    if source := source_of(path[-1]):
        return Column(place, ColumnRole.BY_SOURCE, header, source=source, scale=scale)
    period = period_of(path)
    roles = [r[0] for r in (role_of(p) for p in reversed(path)) if r]
    if period:
        return Column(place, _period_role(roles, header), header, period.code(), scale=scale)
    if not roles:
        return Column(place, ColumnRole.UNKNOWN, header, scale=scale)
    role = roles[0]
    outer = roles[-1]
    if role in {ColumnRole.FUNDING_TOTAL, ColumnRole.TITLE, ColumnRole.UNKNOWN} and outer in {
        ColumnRole.RESPONSIBLE,
        ColumnRole.DEADLINE,
    }:
        role = outer
    found = role_of(path[-1]) or role_of(path[0])
    return Column(place, role, header, scale=scale, weak=bool(found and found[1] >= 100))


def _period_role(roles: list[ColumnRole], header: str) -> ColumnRole:
    if ColumnRole.KPI in roles:
        return ColumnRole.KPI
    if ColumnRole.FACT in roles and "план" not in fold(header):
        return ColumnRole.FACT
    return (
        ColumnRole.FUNDING
        if any(r in _MONEY or r is ColumnRole.FUNDING_SOURCE for r in roles)
        else ColumnRole.TARGET
    )


def _money_told_apart(columns: list[Column]) -> list[Column]:
    """Columns of money that no word calls so: "млн тг" beside the goal of the same year, and years that a total in
    money stands next to, where nothing else says what the rows are counted in."""
    targets = [c for c in columns if c.role is ColumnRole.TARGET and c.period]
    plain = {c.period for c in targets if c.scale is None}
    if any(c.role is ColumnRole.UNIT for c in columns):
        return columns
    if any(c.scale and c.period in plain for c in targets) or all(c.scale for c in targets):
        return [replace(c, role=ColumnRole.FUNDING) if c in targets and c.scale else c for c in columns]
    total = next(
        (
            c
            for c in columns
            if c.role is ColumnRole.FUNDING_TOTAL and c.scale and _WHOLE.match(fold(c.header))
        ),
        None,
    )
    others = {c.role for c in columns} & {ColumnRole.FUNDING, ColumnRole.BY_SOURCE}
    years = [c for c in targets if c.period and c.period.isdigit()]
    if total is None or others or not years or years != targets:
        return columns
    if total.at not in {years[-1].at + 1, years[0].at - 1}:
        return columns
    return [replace(c, role=ColumnRole.FUNDING, scale=total.scale) if c in years else c for c in columns]


def _settled(columns: list[Column]) -> tuple[Column, ...]:
    """Roles that only the whole table decides: which column is the title, and what a lone one means."""
    titles = [c for c in columns if c.role is ColumnRole.TITLE]
    by_period = any(c.role in {ColumnRole.TARGET, ColumnRole.FUNDING} and c.period for c in columns)
    others = {c.role for c in columns}
    work = any(not c.weak for c in titles)
    indicators = (
        ColumnRole.INDICATOR in others
        and by_period
        and not work
        and not {ColumnRole.DEADLINE, ColumnRole.FORM} & others
    )
    settled: list[Column] = []
    for column in columns:
        role = column.role
        if role is ColumnRole.TITLE and len(titles) > 1 and column is not _best(titles):
            role = ColumnRole.OBJECTIVE if column.at < _best(titles).at else ColumnRole.NOTE
        elif role is ColumnRole.TITLE and indicators and column.weak:
            role = ColumnRole.NOTE
        elif (
            role is ColumnRole.OBJECTIVE
            and not titles
            and (ColumnRole.INDICATOR not in others or not indicators)
        ):
            role = ColumnRole.TITLE
            titles = [column]
        elif role is ColumnRole.INDICATOR and not indicators:
            role = ColumnRole.RESULT if titles or ColumnRole.OBJECTIVE in others else ColumnRole.TITLE
            if role is ColumnRole.TITLE:
                titles = [column]
        elif role in _SUMS and _only_total(column, columns):
            settled.append(replace(column, role=ColumnRole.TARGET, period=WHOLE_YEAR))
            continue
        settled.append(replace(column, role=role))
    return tuple(settled)


def _only_total(column: Column, columns: list[Column]) -> bool:
    """ "Всего" beside columns of plan values that are not money is the year's plan value."""
    beside = {c.role for c in columns if c is not column}
    if column.role is ColumnRole.FUNDING and column.period != WHOLE_YEAR:
        return False
    plain = _WHOLE.fullmatch(fold(column.header)) and column.scale is None
    return (
        bool(plain)
        and ColumnRole.TARGET in beside
        and not {ColumnRole.FUNDING, ColumnRole.BY_SOURCE} & beside
    )


def _best(titles: list[Column]) -> Column:
    return next((c for c in titles if not c.weak), titles[0])
