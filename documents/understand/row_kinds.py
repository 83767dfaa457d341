"""What a row is before it is read: a heading, a total, a note, a signature, the rest of a row that a page cut."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.kernel.text import fold
from core.plan.columns import ColumnRole as Role
from documents.grids.grid import Cell
from documents.understand.headings import read_heading
from documents.understand.layout import Column, Layout, distinct
from documents.understand.lexicon import source_of
from documents.understand.profile import is_name, is_responsible

Row = Sequence[Cell | None]
_TOTAL = re.compile(
    r"^(итого|всего|барлығы|жиыны|жалпы сомасы|общий итог|в том числе|в т\.? ?ч|оның ішінде|одан|максимальн\w+ (?:сумма|балл))\b"
    r"|\bбойынша (?:жиыны|барлығы|жалпы)$"
)
_ENGLISH_TOTAL = re.compile(r"(?:grand |sub-?\s?)?total\b|of which\b")
_FIRST_LETTERS = frozenset("ИиВвБбЖжОоМмBbOoTtSsGgMm")
_LAST_LETTERS = frozenset("ыіi")  # of "… бойынша жиыны"
_MARKS = " .;,:«»\"“”„‟‘’'`"
_CROSSES = frozenset("хx")  # Cyrillic and Latin
ROW_NUMBER = re.compile(r"(?:№\s*)?(?P<n>(?:\d{1,4}|[IVX]{1,4})(?:[.]\d{1,4})*)[.)]?")
_YEAR = re.compile(r"20\d\d\.?")
_SIGNED = re.compile(
    r"(составил|подготовил|исполнил|құрастырған|дайындаған|орындаған|prepared by|compiled by|approved by)\w*\s*[:\-–—]"
)
_SIGNS = re.compile(
    r"(?:ознакомлен|согласован|келісілд|танысты|подпис|қолы|қойылған қол|acknowledged|agreed|signed|signature)"
)
_FOOTNOTE = re.compile(r"^(\*|примечани|ескерту|сноска|условные обозн|шартты белгі)")
_LONGEST_NAME = 40  # characters
_LONGEST_HEADING = 1_000  # characters
# Columns whose cell often spans the rows of a group; where a format has no merged cells, a blank means "as above".
GROUPED = (Role.OBJECTIVE, Role.RESULT)
_BESIDE = {Role.DEADLINE, Role.START, Role.DURATION, Role.RESPONSIBLE, Role.FORM}
_GROUPED_BEFORE_TITLE = (*GROUPED, Role.RESPONSIBLE, Role.DEADLINE, Role.NOTE)


def text_at(row: Row, column: Column | None) -> str:
    """A column's text in a row, "" where there is none."""
    if column is None or column.at >= len(row) or not (cell := row[column.at]):
        return ""
    return cell.text


def cell_at(row: Row, column: Column) -> Cell | None:
    """The cell of a column in a row, if it has one."""
    return row[column.at] if column.at < len(row) else None


def outer_groups(layout: Layout) -> list[Column]:
    """Columns whose cells are headings: of sections, and of goals outside the innermost one to the left of the title."""
    title = layout.first(Role.TITLE)
    goals = [c for c in layout.of(Role.OBJECTIVE) if title and c.at < title.at][:-1]
    return [*layout.of(Role.SECTION), *goals]


def blank_groups(rows: Sequence[Row], layout: Layout, *, merges: bool, ruled: bool = True) -> frozenset[int]:
    """Columns that print a group once and leave the rows below it blank, unmerged: to the left of the work, and where
    the format has no merged cells those to its right that print no more than every second row, or something nearly
    wherever a group to the left begins."""
    title = layout.first(Role.TITLE)
    if title is None:
        return frozenset()
    body = [row for row in rows[layout.end :] if text_at(row, title)]
    found: list[int] = []
    for column in layout.columns:
        before = column.at < title.at
        if (
            column.role not in (_GROUPED_BEFORE_TITLE if before else GROUPED)
            or not body
            or (merges and not before)
        ):
            continue
        cells = [row[column.at] if column.at < len(row) else None for row in body]
        blank = sum(1 for c in cells if c is None or not c.text)
        merged = any(c.rows > 1 for c in cells if c)
        enough = before or not ruled or blank * 2 > len(cells) or _begin_together(body, found, column.at)
        if blank and enough and not merged and cells[0] and cells[0].text:
            found.append(column.at)
    return frozenset(found)


def _begin_together(body: Sequence[Row], groups: Sequence[int], place: int) -> bool:
    """Whether a column prints something nearly wherever a group to the left begins."""

    def prints(row: Row, at: int) -> bool:
        return at < len(row) and (cell := row[at]) is not None and bool(cell.text)

    begun = [row for row in body if any(prints(row, at) for at in groups)]
    return len(begun) > 1 and sum(prints(row, place) for row in begun) * 5 >= len(begun) * 4


def is_total(row: Row) -> bool:
    """Whether the row's first words make it a total."""
    first = distinct(row)[:2]
    return any(len(c.text) < 80 and _may_be_total(c.text) and _totals(c.text) for c in first) or (
        bool(first) and source_of(first[0].text) is not None  # "МБ": a part of the total above
    )


def _totals(text: str) -> bool:
    return bool(_TOTAL.search(fold(text)) or _ENGLISH_TOTAL.match(text.strip(_MARKS).lower()))


def _may_be_total(text: str) -> bool:
    """Whether its first or last letter, whatever its alphabet, is a total's: folding every title takes long."""
    bare = text.strip(_MARKS)
    return bare[:1] in _FIRST_LETTERS or bare[-1:] in _LAST_LETTERS


def heading_of(row: Row, layout: Layout, at: int, below: Row = ()) -> Cell | None:
    """The cell that makes this row a section heading, if it is one; `below` is the next row."""
    cells = distinct(row)
    if not cells or len(cells) > 2:
        return None
    over_words = _is_over_words(cells[-1], layout)
    if not over_words and any(c.painted and (p := cell_at(row, c)) and p.paint for c in layout.columns):
        return None
    title, number = (
        layout.first(Role.TITLE) or layout.first(Role.INDICATOR),
        layout.first(Role.NUMBER),
    )
    cell = cells[-1]
    if len(cell.text) > _LONGEST_HEADING:
        return None
    if len(cells) == 2 and not ROW_NUMBER.fullmatch(cells[0].text.strip()):
        return None
    if len(cells) == 1 and is_year(cell.text) and (cell.column == 0 or cell.columns > 1):
        return cell
    if not re.search(r"[^\W\d_]{2}", cell.text) or is_signature(cell.text):
        return None
    if len(cells) == 1 and is_footnote(cell.text):
        return None
    named = read_heading(cell.text).named
    if over_words or (cell.columns >= 2 and cell.columns * 2 >= layout.width):
        return cell
    if (
        len(cells) == 1
        and number
        and cell.column <= number.at
        and not ROW_NUMBER.fullmatch(cell.text.strip())
    ):
        return cell
    if (
        len(cells) == 1
        and number is None
        and cell.column == 0
        and layout.width > 2
        and (named or cell.bold or _lone_heading(cell))
    ):
        return cell
    if title and cell.column == title.at and number and len(cells) == 1 and _is_lone_title(cell, layout):
        return cell
    if (
        title
        and number
        and len(cells) == 2
        and cell.column == title.at
        and _numbers_others(cells[0], number, below)
    ):
        return cell
    if (
        title
        and cell.column == title.at
        and (named or cell.bold or (cell.text.isupper() and len(cell.text) > 8))
    ):
        return cell
    return None


def _is_over_words(cell: Cell, layout: Layout) -> bool:
    """Whether one cell stands over the title and what a work has beside it: a phase, whose months may be painted."""
    over = {c.role for c in layout.columns if cell.column <= c.at < cell.column + cell.columns}
    return Role.TITLE in over and len(over & _BESIDE) >= 2


def is_year(text: str) -> bool:
    """A year alone, as it heads the rows of that year."""
    return _YEAR.fullmatch(text.strip()) is not None


def is_cross(text: str) -> bool:
    """A lone letter by which forms say that a cell is to be left out: "х"."""
    return text.strip().lower() in _CROSSES


def is_signature(text: str) -> bool:
    """A line to sign on, or who drew the table up: no heading."""
    return "___" in text or bool(_SIGNED.match(text.strip().lower()))


def is_signed_row(row: Row, layout: Layout) -> bool:
    """A post and the name of who signs, or a line to sign on, under the rows of a table: no work."""
    cells = distinct(row)
    if len(cells) < 2 or text_at(row, layout.first(Role.NUMBER)):
        return False
    title, *others = cells
    if text_at(row, layout.first(Role.TITLE)) != title.text:
        return False
    signs = all(_signs(c.text) for c in others)
    return signs and (is_responsible(title.text.strip()) or bool(_SIGNS.match(fold(title.text))))


def _signs(text: str) -> bool:
    """A name, or a line to sign on with or without one: "_____ Jane Smith"."""
    bare = text.strip(" _\n/()")
    return not bare or is_name(bare) or ("__" in text and len(bare) <= _LONGEST_NAME)


def _numbers_others(printed: Cell, number: Column, below: Row) -> bool:
    """Whether a number over a title and nothing else is a section's: Roman over figures. 1 over 1.1 is a parent row."""
    under = text_at(below, number).strip().rstrip(".)")
    own = printed.text.strip().rstrip(".)")
    if printed.column != number.at or len(distinct(below)) < 3 or not under:
        return False
    return own.isalpha() and under[:1].isdigit()


def _is_lone_title(cell: Cell, layout: Layout) -> bool:
    """Words in the title's column and nothing beside them, where rows have numbers, terms and people: a heading."""
    asks = any(layout.first(role) for role in (Role.DEADLINE, Role.RESPONSIBLE))
    return asks and cell.text[:1].isupper() and len(cell.text) < 200 and cell.rows == 1


def _lone_heading(cell: Cell) -> bool:
    return read_heading(cell.text).number is not None or not cell.text[:1].islower()


def is_footnote(text: str) -> bool:
    """A note under the table: no row and no heading."""
    return bool(_FOOTNOTE.match(fold(text)))


def is_fragment(row: Row, layout: Layout) -> bool:
    """Whether the first row on a new page is the end of the row that the page before cut.

    It has no number and goes on in lower case, or has neither deadline nor responsible nor form.
    """
    texts = {c.role: text for c in layout.columns if (text := text_at(row, c))}
    if not texts or Role.NUMBER in texts or is_total(row):
        return False
    title = texts.get(Role.TITLE, "")
    keys = [r for r in (Role.DEADLINE, Role.RESPONSIBLE, Role.FORM, Role.UNIT) if layout.first(r)]
    goes_on = bool(title) and not (title[0].isupper() or title[0].isdigit() or title[0] in '«"')
    return goes_on or (bool(keys) and not any(r in texts for r in keys)) or not title


def crossed_out(row: Row, layout: Layout) -> Row | None:
    """The row with its crossed-out words back, where its title is crossed out: then the row is not in force."""
    title = layout.first(Role.TITLE) or layout.first(Role.INDICATOR)
    cell = cell_at(row, title) if title else None
    if cell is None or cell.text or not cell.struck:
        return None
    back = {id(c): replace(c, text=c.text or c.struck) for c in row if c and c.struck}
    return [back.get(id(c), c) for c in row]
