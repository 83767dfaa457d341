"""Where a table's header stands: which rows can head it, and how many rows a header has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from core.kernel.text import fold
from core.plan.columns import ColumnRole
from core.plan.values import money_scale
from documents.grids.grid import Cell
from documents.grids.period_headers import is_bare_quarter, period_in
from documents.understand.layout import CORE, Layout, Row, distinct
from documents.understand.lexicon import said_by, source_of
from documents.understand.profile import is_day, is_number

LONGEST = 160  # characters of a header cell
DEEPEST = 30  # rows above a header: a title block
_WEEK = re.compile(
    r"\d{1,2}[ -]*(?:я |ая |ші |шы )?(?:нед\w*|апта\w*|weeks?|wk|декада\w*)\.?|(?:неделя|апта|week|w) ?\d{1,2}"
)
_MOST_ROWS = 6
_SPOKEN = 0.4
_FEWEST_BANDS = 2
_FEW = 4  # cells that a row of keys and values has at most, where most are no keys
_CALENDAR = 4  # days beside each other head columns


def loudest(text: str) -> ColumnRole | None:
    """A header cell's role where its words stand at its beginning, as headers print them."""
    if len(text) > LONGEST or len(text.split()) > 16:
        return None
    if source_of(text):
        return ColumnRole.BY_SOURCE
    found = said_by(text)
    role = max(found, key=lambda r: found[r], default=None)
    return role if role is not None and found[role] >= _SPOKEN else None


def is_known(text: str) -> bool:
    """Whether a header cell's words are any that headers have."""
    return bool(
        _WEEK.fullmatch(text.strip().lower())
        or loudest(text)
        or period_in(text)
        or source_of(text)
        or money_scale(text)
        or is_bare_quarter(text)
    )


def counts_weeks(header: str) -> bool:
    """Whether a column's own heading numbers a week or a day of the work, and dates nothing: "3 нед", "W5", "12"."""
    text = header.rpartition(" / ")[2].strip(" .").lower()
    return bool(_WEEK.fullmatch(text)) or (text.isdigit() and len(text) <= 3)


def may_head(rows: Sequence[Row], at: int) -> bool:
    """Whether a row could be a header's first: short texts of which a third are known, no figures, no dates of days."""
    cells = distinct(rows[at])
    if len(cells) == 1 and cells[0].column > 0 and at + 1 < len(rows) and is_known(cells[0].text):
        return may_head(rows, at + 1)  # "МАРТ" over its weeks, "Финансирование" over its years
    if len(cells) < 2 or any(len(c.text) > LONGEST for c in cells) or numbers_columns(rows[at]):
        return False
    keys = sum(c.text.rstrip().endswith(":") for c in cells)
    if keys and (keys * 2 >= len(cells) or len(cells) < _FEW):
        return False  # a key, its value beside it
    days = [is_day(c.text) for c in cells]
    told = [c for c, day in zip(cells, days, strict=True) if not day or sum(days) < _CALENDAR]
    if any(is_figure(c.text) or is_day(c.text) for c in told if not period_in(c.text)):
        return False
    return len(told) > 1 and sum(is_known(c.text) for c in told) * 3 >= len(told)


def heads_again(rows: Sequence[Row], at: int, known: Layout) -> bool:
    """Whether a row under a header is the same one printed again, or heads columns of another kind."""
    cells = distinct(rows[at])
    if len(cells) < 2 or any(len(c.text) > LONGEST for c in cells):
        return False
    if _is_printed_again(cells, known):
        return True
    if any(is_figure(c.text) for c in cells):
        return False
    roles = {role for c in cells if (role := loudest(c.text))}
    periods = {p for c in cells if (p := period_in(c.text))}
    recognised = sum(1 for c in cells if loudest(c.text) or period_in(c.text))
    strong = len(roles) + (1 if len(periods) > 1 else 0)
    headed = roles & (CORE | {ColumnRole.NUMBER, ColumnRole.KPI})
    return bool(headed) and strong >= 3 and recognised * 4 >= len(cells) * 3


def _is_printed_again(cells: Sequence[Cell], known: Layout) -> bool:
    """Whether two thirds of the cells, and two at least, are the header's; no more are looked at than it takes."""
    others = 0
    for cell in cells:
        others += len(cell.text) > known.longest or fold(cell.text) not in known.printed
        if others * 3 > len(cells):
            return False
    return len(cells) - others >= 2


def is_figure(text: str) -> bool:
    """A bare number: a row's own number or value. Years stand in headers too."""
    plain = text.strip().rstrip(".")
    return plain.replace(".", "").replace(",", "").replace(" ", "").isdigit() and period_in(text) is None


def header_end(rows: Sequence[Row], at: int) -> int:
    """The row after the header: what merged cells reach, and rows that only name periods or parts of columns."""
    end = max((c.row + c.rows for c in distinct(rows[at])), default=at + 1)
    end = min(max(end, at + 1), len(rows))
    while end < len(rows) and end - at < _MOST_ROWS and _continues(rows, at, end):
        end = max(end + 1, min(len(rows), max(c.row + c.rows for c in distinct(rows[end]))))
    return end


def skip_numbers(rows: Sequence[Row], end: int) -> int:
    """The first row behind those that count the columns."""
    while end < len(rows) and numbers_columns(rows[end]):
        end += 1
    return end


def _continues(rows: Sequence[Row], at: int, place: int) -> bool:
    cells = distinct(rows[place])
    if len(cells) < 2 or any(len(c.text) > 60 for c in cells):
        return False
    if _parts_columns(rows, at, place) or _stands_under_band(rows, at, place):
        return True
    if numbers_columns(rows[place]) or any(c.columns * 2 > len(rows[place]) for c in cells):
        return False
    if not all(is_known(c.text) for c in cells) or _fills_again(rows[at], rows[place], place):
        return False
    # A second header row leaves blank (or merged) what the first one already named: a row of values does not.
    named = [
        i
        for i, c in enumerate(rows[at])
        if c
        and c.text
        and loudest(c.text) in {ColumnRole.TITLE, ColumnRole.NUMBER, ColumnRole.DEADLINE}
        and c.columns == 1
    ]
    below = rows[place]
    return all(_goes_under(rows[at][i], below[i] if i < len(below) else None, place) for i in named)


def _fills_again(above: Row, below: Row, place: int) -> bool:
    """Whether each cell of a row stands under one of its own width that says something else, and none under a blank or
    under what spans several: a row of values, however its words sound."""
    under = [(over, cell) for over, cell in zip(above, below, strict=False) if over or cell]
    return all(
        over is not None and cell is not None and over.columns == cell.columns == 1 and cell.row == place
        and over.text and cell.text and fold(over.text) != fold(cell.text)
        for over, cell in under
    ) and not any(cell and period_in(cell.text) for cell in below)  # fmt: skip


def _stands_under_band(rows: Sequence[Row], at: int, place: int) -> bool:
    """Whether a row heads all columns, and the one over it, nothing but periods, tells some of them apart."""
    band = distinct(rows[at])
    if (
        place != at + 1
        or len(band) < _FEWEST_BANDS
        or not all(c.columns > 1 and period_in(c.text) for c in band)
    ):
        return False
    roles = {role for c in distinct(rows[place]) if not _under(c, band) and (role := loudest(c.text))}
    return len(roles) >= 2 and bool(roles & CORE) and may_head(rows, place)


def _under(cell: Cell, band: Sequence[Cell]) -> bool:
    return any(over.column <= cell.column < over.column + over.columns for over in band)


def _parts_columns(rows: Sequence[Row], at: int, place: int) -> bool:
    """Whether every cell stands under one that spans several columns, and nothing under the others: parts of them."""
    parts = 0
    above: Cell | None = None
    for i, cell in enumerate(rows[place]):
        over = next((c for r in range(place - 1, at - 1, -1) if i < len(rows[r]) and (c := rows[r][i])), None)
        above = over if over and over.text else above if over is None else None
        if cell is None or not cell.text or cell.row < place:
            continue
        wide = above is not None and (above.columns > 1 or over is None)
        if not wide or above is None or (is_number(cell.text) and not _counts_time(above.text, cell.text)):
            return False
        parts += cell.column == i
    return parts >= 2


def _counts_time(above: str, text: str) -> bool:
    """Weeks or days of a month, by number."""
    return period_in(above) is not None and text.strip(" .").isdigit() and int(text.strip(" .")) <= 53


def _goes_under(above: Cell | None, below: Cell | None, place: int) -> bool:
    """Whether a cell under a named one leaves the name alone: blank, merged with it, or the same words again."""
    if below is None or not below.text or below.row < place:
        return True
    return above is not None and fold(above.text) == fold(below.text)


def numbers_columns(row: Row) -> bool:
    """A row that counts the columns: 1, 2, 3 …, some with letters for the first ones: А, Б, 1, 2 …"""
    cells = distinct(row)
    if cells and not cells[min(3, len(cells) - 1)].text.strip(" .()").partition("-")[0].isdigit():
        return False  # most rows: a few letters may come first, then figures alone
    printed = [c.text.strip(" .()") for c in cells]
    letters = list(takewhile(lambda p: len(p) == 1 and p.isalpha() and p.isupper(), printed))
    printed = printed[len(letters) :] if len(letters) <= 3 else printed
    whole = [p.partition("-")[0] for p in printed]
    if len(printed) < 3 or not all(p.isdigit() for p in whole) or int(whole[0]) > 2:
        return False
    counted = [int(p) for p in whole]
    if counted == list(range(counted[0], counted[0] + len(counted))) and printed == whole:
        return True
    # Columns that a form left out: 1, 2, 3, 9, 10, 17-1.
    return (
        len(counted) >= 6
        and all(a <= b for a, b in pairwise(counted))
        and len(set(counted)) * 4 >= len(counted) * 3
    )
