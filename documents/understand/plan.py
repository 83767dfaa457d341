"""A document's grid → a plan: headings and tables in order, then what only the whole document can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, takewhile

from core.kernel.periods import Period
from core.kernel.text import fold, one_line
from core.plan.columns import ColumnRole as Role
from core.plan.columns import ReadingMap
from core.plan.doubts import DoubtCode
from core.plan.model import Kept, PlanInfo, ReadPlan
from core.plan.values import money_scale
from documents.grids.grid import Block, Cell, Document, Paragraph, Table
from documents.grids.period_headers import PARTS, WHOLE_YEAR
from documents.understand.caption_rows import is_caption, is_table_title
from documents.understand.context import Carried, Reading, Taken
from documents.understand.finish import finished
from documents.understand.header import best_header, next_header
from documents.understand.header_rows import DEEPEST, counts_weeks, numbers_columns
from documents.understand.headings import Heading, read_heading, year_said
from documents.understand.indicators import (
    among_measures,
    from_heading,
    is_of_another_table,
    sums_nothing,
    take_indicator,
)
from documents.understand.layout import Column, Layout, Row, as_rows, distinct
from documents.understand.levels import heads_rows, level_of, rank_of
from documents.understand.over_tables import counted_words, facts_over, read_over
from documents.understand.plan_info import closed_up, common_year, is_plans, read_info
from documents.understand.refused import refused
from documents.understand.row_kinds import (
    GROUPED,
    blank_groups,
    cell_at,
    crossed_out,
    heading_of,
    is_fragment,
    is_total,
    outer_groups,
    text_at,
)
from documents.understand.rows import note_left_out, note_unplaced, take_fragment, take_row, take_total
from documents.understand.tables import Tables

_LONGEST_HEADING = 600
_FEWEST = 3  # rows and columns of a table that may be mapped
_NOTHING = ReadingMap()
_LONGEST_TITLE = 160  # characters of a line that heads a sheet
_SAYS = re.compile(r"[^:]{2,40}:\s*\S")  # "WP leader: …"
_SCHOOL = re.compile(r"учебн\w+ год|оқу жыл|school year|academic year", re.IGNORECASE)
_GENERIC = re.compile(r"(?:лист|sheet|парақ|план|plan|жоспар|таблица|table)? ?\d*", re.IGNORECASE)
_TEXTS_LOOKED_AT = 400
_SCHOOL_YEARS, _SCHOOL_BEGINS = 2, 9  # a school year runs from September over New Year
_STAMP = 10  # rows of a table that only sets text apart


def understand(document: Document, said: ReadingMap = _NOTHING) -> ReadPlan:
    """The plan that a document holds, its columns as `said` where a person said it. Without rows where no table is one.

    Raises UnreadableFile where there is no table that a plan could stand in (`documents.understand.refused`).
    """
    whole = [replace(b, text=closed_up(b.text)) if isinstance(b, Paragraph) else b for b in document.blocks]
    document = replace(document, blocks=whole)
    tables = Tables(document, said)
    before = _preamble(document.blocks, tables)
    info, dated = read_info(before)
    reading = _reading(before, info, dated, document)
    _Walker(reading, info, tables).walk(document.blocks)
    if not reading.drafts and reading.indicators:
        reading = _reading(before, info, dated, document)
        _Walker(reading, info, tables, rows_wanted=True).walk(document.blocks)
    tables_seen = tables.seen()
    if not reading.drafts and not any(i.values for i in reading.indicators):
        if not any(t.rows >= _FEWEST and len(t.columns) >= _FEWEST for t in tables_seen):
            raise refused(tables_seen)
        return ReadPlan(plan=info, tables=tables_seen)
    return finished(reading, info, document).model_copy(update={"tables": tables_seen})


def _reading(before: Sequence[Paragraph], info: PlanInfo, dated: int | None, document: Document) -> Reading:
    """A reading that has not begun: its years, and the scale of money where the plan prints one for all."""
    reading = Reading()
    if info.period_start and info.period_end:
        reading.printed_period = (info.period_start, info.period_end)
        reading.plan_year = info.period_start.year if info.period_start.year == info.period_end.year else None
    else:
        names = (b.name for b in document.blocks if isinstance(b, Table) and b.name)
        reading.plan_year = dated or common_year(document.texts()) or common_year(names)
    if document.pictures:
        reading.doubt(DoubtCode.PAGE_UNREAD, pages=", ".join(map(str, document.pictures)))
    reading.is_english = _is_english(document)
    reading.is_of_school = any(_SCHOOL.search(p.text) for p in before)
    reading.default_scale = next((s for p in before if (s := money_scale(p.text)) and s != "KZT"), None)
    return reading


def _is_english(document: Document) -> bool:
    """Whether nine of ten letters of a document are Latin."""
    letters = [c for text in islice(document.texts(), _TEXTS_LOOKED_AT) for c in text[:2_000] if c.isalpha()]
    return bool(letters) and sum(c < "\u0250" for c in letters) * 10 >= len(letters) * 9


def _preamble(blocks: Sequence[Block], tables: Tables) -> list[Paragraph]:
    """What stands before the first table that is a plan's: paragraphs, stamps set in tables ("УТВЕРЖДАЮ"), and
    the rows of a sheet above its header."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
            continue
        layout = tables.header(block)
        at = layout.start if layout else None
        if at is not None or len(block.rows) <= _STAMP:
            for i, row in enumerate(block.rows[: at if at is not None else DEEPEST]):
                found.extend(Paragraph(c.text, None, c.bold) for c in distinct(row) if c.row == i)
        if at is not None:
            return found
    return [b for b in takewhile(lambda b: isinstance(b, Paragraph), blocks) if isinstance(b, Paragraph)]


def _is_bar(column: Column, layout: Layout, table: Table) -> bool:
    """Whether a column of a numbered week draws what the terms beside it say, and prints nothing."""
    if column.role is not Role.UNKNOWN or not (layout.first(Role.START) or layout.first(Role.DEADLINE)):
        return False
    own = (cell_at(row, column) for row in table.rows[layout.end :])
    prints = any(cell and cell.text and cell.columns == 1 for cell in own)
    return counts_weeks(column.header) and not table.cut and not prints


def _within(code: str, span: tuple[date, date]) -> bool:
    period = Period.parse(code)
    return span[0] <= period.start and period.end <= span[1]


class _Walker:
    """Goes through the blocks once, keeping the layout in force."""

    def __init__(
        self, reading: Reading, info: PlanInfo, tables: Tables, *, rows_wanted: bool = False
    ) -> None:
        self.reading = reading
        self.known = tables
        # Nothing but indicators was found before: those with a responsible are the rows.
        self.rows_wanted = rows_wanted
        self.groups: dict[int, str] = {}
        self._grouping: tuple[int, Layout | None, frozenset[int]] = (0, None, frozenset())
        self.title = fold(info.title or "")
        self.counted: frozenset[str] = frozenset()
        self.layout: Layout | None = None
        self._undated: tuple[Layout | None, int | None] = (
            None,
            None,
        )  # without years, and the year put to it
        self.pending: list[Paragraph] = []
        self.tables = 0

    def walk(self, blocks: Sequence[Block]) -> None:
        """Every block in order; paragraphs wait for the table that they stand over."""
        place = 0
        self.counted = counted_words(blocks)
        for block in blocks:
            if isinstance(block, Paragraph):
                self.pending.append(block)
            else:
                place += 1
                self.reading.skipped = ""
                self._table(block)
                self._note_taken(block, place)
                if self.reading.skipped and (len(block.rows) >= 3 or not block.ruled) and self.layout is None:
                    self.reading.doubt(
                        DoubtCode.ROW_UNPLACED, self.reading.skipped, value=self.reading.skipped
                    )
        self.pending.clear()

    def _note_taken(self, table: Table, place: int) -> None:
        """Up to which row a table's own go; one that goes on over pages is one."""
        taken = self.reading.taken
        called = taken.pop().called if table.cut and taken else table.name or str(place)
        taken.append(Taken(called, len(self.reading.drafts)))

    def _headings(self) -> bool:
        """Opens the headings among the paragraphs since the last table; whether there were any."""
        found = [p for p in self._heading_run() if one_line(p.text)]
        for paragraph in found:
            heading = read_over(one_line(paragraph.text), self.counted)
            level = paragraph.level if paragraph.level and not heading.named else None
            self._open_heading(heading, level, paragraph.bold)
        self.pending.clear()
        return bool(found)

    def _heading_run(self) -> list[Paragraph]:
        """Named and styled headings wherever they stand, and numbered or plain ones right over the table."""
        found: list[Paragraph] = []
        run = True
        table_titles = [p.text for p in self.pending if is_table_title(p.text)]
        if table_titles:
            self.reading.sheet_year = next((y for text in table_titles if (y := year_said(text))), None)
        if table_titles and self.tables:
            self.reading.tree.close()  # another table of the same document, under a title of its own
        facts = facts_over([one_line(p.text) for p in self.pending])
        for paragraph in reversed(self.pending):
            text = one_line(paragraph.text)
            heading = read_over(text, self.counted)
            if text in facts and not heading.named and not paragraph.level:
                continue
            if len(text) > _LONGEST_HEADING or (text and self.title.startswith(fold(text))):
                run = False
                continue
            short = len(text) < 300 and not text.endswith((":", ";"))
            lone = not found and run and self.tables > 0 and short and not is_caption(text)
            lettered = (heading.number or "").isalpha() and is_caption(text)  # "B. Activity schedule"
            numbered = heading.number is not None and run and short and not lettered
            if heading.named or paragraph.level or lone or numbered:
                found.append(paragraph)
            else:
                run = False
        return found[::-1]

    def _open(self, text: str, level: int | None, bold: bool) -> None:
        self._open_heading(read_heading(text), level, bold)

    def _open_heading(self, heading: Heading, level: int | None, bold: bool) -> None:
        section = self.reading.tree.add(heading, level=level, bold=bold)
        self._date_anew()
        if section.kind == "indicator":
            from_heading(section, self.reading)

    def _table(self, table: Table) -> None:
        if not table.rows:
            self._nothing_in_force(table)
            return
        if self.known.is_out(table):
            self.pending.clear()
            return
        if not table.ruled:
            self.reading.doubt(DoubtCode.TABLE_UNRULED)
        at, goes_on = self._begin(table)
        cut = table.cut and self.tables > 0 and bool(self.reading.drafts) and goes_on
        self.tables += 1
        above = self._from_page_before(table) if cut else None
        left_out = list(table.left_out)
        while at < len(table.rows):
            self._left_out(left_out, at)
            row = table.rows[at]
            layout = self._header_at(table, at)
            if layout:
                self._header(layout, table)
                at, above = layout.end, above if cut else self._grouped(table)
                continue
            if self.layout and len(distinct(row)) >= 4 and numbers_columns(row):
                at += 1  # the columns' numbers, printed again over a page
                continue
            if self.layout and (crossed := crossed_out(row, self.layout)):
                note_left_out(crossed, self.layout, self.reading)
                at += 1
                continue
            if distinct(row):
                above = above if above is not None else self._grouped(table)
                if cut and self.layout and not self._is_title(row):
                    cut = False
                    if is_fragment(row, self.layout):
                        take_fragment(row, self.layout, self.reading)
                        at += 1
                        continue
                self._row(row, at, above, table.rows[at + 1] if at + 1 < len(table.rows) else ())
            at += 1
        self._left_out(left_out, at)

    def _left_out(self, waiting: list[tuple[int, list[Cell | None]]], at: int) -> None:
        """Says of the rows that are not in force and stand above a place; those above any header wait for it."""
        while self.layout and waiting and waiting[0][0] <= at:
            note_left_out(waiting.pop(0)[1], self.layout, self.reading)

    def _header_at(self, table: Table, at: int) -> Layout | None:
        """The header that begins at a row: the table's own, or one under it."""
        first = self.known.header(table)
        if first is not None and first.start == at:
            return first
        if first is not None and first.start is not None and at < first.start:
            return None
        return next_header(table.rows, at, self.layout) if self.layout else None

    def _nothing_in_force(self, table: Table) -> None:
        """A table of which every row was left out: what each row would be is said by its own header."""
        rows = [row for _, row in table.left_out]
        layout = best_header(rows, None)
        if layout is None:
            return
        dated = self._with_years(layout)
        for row in rows[layout.end :]:
            note_left_out(row, dated, self.reading)

    def _begin(self, table: Table) -> tuple[int, bool]:
        """What stands over a table, in it and before it; → its first row to read, and whether it goes on with the
        table before."""
        first = self.known.header(table)
        header = first.start if first else None
        another_sheet = table.name is not None and self.tables > 0
        if (header is not None and another_sheet) or (
            self.layout and not table.cut and abs(self.layout.width - table.width) > 1
        ):
            self.layout = None
        if header is None and self.layout is None:
            self._without_header(table)
        if table.name is not None:
            self.reading.sheet_year = year_said(table.name)
        start = header or 0
        if self.layout and any(len(distinct(row)) > 1 for row in table.rows[:start]):
            start = 0  # rows of the table before, and only then a header
        for place, row in enumerate(table.rows[:start]):
            cells = distinct(row)
            if len(cells) != 1:
                self._unplaced(row)
            elif cells[0].row == place:
                self.pending.append(Paragraph(cells[0].text, None, cells[0].bold))
        # Goals and the like, down to the table, have levels of their own.
        named = bool(self.pending) and read_heading(one_line(self.pending[-1].text)).named
        if header is not None and not named and self.known.is_one_of_alike(table):
            self.reading.tree.close()
            opened = self._sheet_heading(table)
        else:
            opened = self._headings()
        if another_sheet and header is not None and not opened:
            self.reading.tree.close()
        return start, not opened

    def _sheet_heading(self, table: Table) -> bool:
        """Sheets of one form are parts of the plan: each is headed by its first line, or by its own name."""
        lines = [one_line(p.text) for p in self.pending]
        self.pending.clear()
        line = next(
            (t for t in lines if t and len(t) <= _LONGEST_TITLE and not _SAYS.match(t) and not is_plans(t)),
            None,
        )
        text = line or table.name or ""
        if _GENERIC.fullmatch(text.strip()):
            return False
        self._open(text, None, True)
        return True

    def _is_title(self, row: Row) -> bool:
        """The plan's own title, printed again over a page."""
        cells = distinct(row)
        return len(cells) == 1 and bool(self.title) and fold(cells[0].text) == self.title

    def _without_header(self, table: Table) -> None:
        """A table with no header that looks like a plan all the same: its columns are guessed, and it is said so."""
        layout = self.known.headless(table)
        if layout:
            self._header(layout, table, doubted=False)
            self.reading.doubt(DoubtCode.HEADER_MISSING)

    def _grouped(self, table: Table) -> Carried | None:
        if self._grouping[:2] != (
            id(table),
            self.layout,
        ):  # asked for every row, and the same for all of them
            only = (
                blank_groups(table.rows, self.layout, merges=table.merges, ruled=table.ruled)
                if self.layout
                else frozenset()
            )
            self._grouping = id(table), self.layout, only
        only = self._grouping[2]
        return Carried(only=only) if only else None

    def _from_page_before(self, table: Table) -> Carried:
        """A group's cell that a page cut prints nothing on the next page."""
        last, layout = self.reading.drafts[-1], self.layout
        roles = [c for role in GROUPED for c in (layout.of(role) if layout else ())]
        values = {c.at: text for c in roles if (text := last.printed_in(c.role.value, c.at))}
        if last.section != self.reading.tree.current:
            values.clear()  # its header alone stood on the page before
        return Carried(values, lasting=not table.merges)

    def _header(self, layout: Layout, table: Table, *, doubted: bool = True) -> None:
        reading = self.reading
        if self.layout and layout.printed == self.layout.printed:
            self._date_anew()
            return
        if self.rows_wanted and layout.of_indicators and layout.first(Role.RESPONSIBLE):
            layout = as_rows(layout)
        self.groups.clear()
        self.layout = self._with_years(layout)
        self._undated = layout, reading.year_here
        for column in self.layout.columns if doubted else ():
            if column.goes_on or _is_bar(column, layout, table):
                continue
            if column.role is Role.UNKNOWN and column.header:
                reading.doubt(DoubtCode.COLUMN_UNKNOWN, column.header, column=column.header)
            elif column.guessed:
                reading.doubt(
                    DoubtCode.COLUMN_GUESSED, column.header, column=column.header, role=column.role.value
                )
            elif column.role is Role.FACT and column.period:
                reading.doubt(
                    DoubtCode.COLUMN_OF_FACTS,
                    column.header,
                    None,
                    Kept(period=column.period),
                    column=column.header,
                )

    def _date_anew(self) -> None:
        """Another heading or sheet may say another year: parts of years in the header are then of that one."""
        layout, year = self._undated
        if self.layout is not None and layout is not None and year != self.reading.year_here:
            self.layout = self._with_years(layout)
            self._undated = layout, self.reading.year_here

    def _with_years(self, layout: Layout) -> Layout:
        columns = tuple(replace(c, period=self._dated(c.period)) if c.period else c for c in layout.columns)
        return replace(layout, columns=columns)

    def _dated(self, period: str) -> str:
        """A part of a year without it is of the plan's own year, or of the one that a plan over two years leaves."""
        year, span = self.reading.time_of(self.reading.year_here)
        if year and period == WHOLE_YEAR:
            return str(year)
        if period[0] not in PARTS or period == WHOLE_YEAR:
            return period
        if year:
            return f"{year}-{period}"
        years = range(span[0].year, span[1].year + 1) if span else ()
        fit = [code for y in years if span and _within(code := f"{y}-{period}", span)]
        if len(fit) == _SCHOOL_YEARS and self.reading.is_of_school:
            return fit[0] if Period.parse(fit[0]).start.month >= _SCHOOL_BEGINS else fit[1]
        return fit[0] if len(fit) == 1 else period

    def _row(self, row: Row, at: int, above: Carried | None, below: Row) -> None:
        layout, reading = self.layout, self.reading
        if layout is None or self._is_title(row):
            self._unplaced(row)
            return
        if heads_rows(row, layout, below):
            self._open_level(row, layout)
            return
        if own := level_of(row, layout):
            reading.tree.leave(rank_of(own[0]))
        heading = None if is_total(row) else heading_of(row, layout, at, below)
        if heading and is_caption(heading.text):
            if is_table_title(heading.text):
                reading.tree.close()
                reading.sheet_year = year_said(heading.text) or reading.sheet_year
                self._date_anew()
            return
        if heading:
            if heading.row == at:
                number = distinct(row)[0].text if len(distinct(row)) == 2 else ""
                text = f"{number.rstrip('.)')}. {heading.text}" if number else heading.text
                self._open(text, None, heading.bold)
                if above is not None:
                    above.values.clear()
            return
        if layout.lacks_year:
            reading.doubt(DoubtCode.YEAR_MISSING)
        if layout.of_indicators:
            if is_total(row) and sums_nothing(row, layout):
                take_total(row, layout, reading)
            elif is_of_another_table(row, layout):
                note_unplaced(row, layout, reading)
            else:
                take_indicator(row, layout, reading)
            return
        if among_measures(row, layout):
            take_indicator(row, layout, reading)
            return
        self._groups(row, layout)
        take_row(row, layout, at, reading, above)

    def _open_level(self, row: Row, layout: Layout) -> None:
        """A row that a column calls a subprogramme or the like is the section of those under it."""
        level, number = level_of(row, layout) or (0, None)
        printed = read_heading(one_line(text_at(row, layout.first(Role.TITLE))))
        heading = replace(printed, kind="section", number=number or printed.number)
        self.reading.tree.add(heading, rank=rank_of(level))

    def _groups(self, row: Row, layout: Layout) -> None:
        """Several columns of goals to the left of the work: the outer ones are its headings."""
        for depth, column in enumerate(outer_groups(layout)):
            text = one_line(text_at(row, column))
            if text and text != self.groups.get(column.at):
                self.groups = {at: known for at, known in self.groups.items() if at < column.at}
                self.groups[column.at] = text
                self.reading.tree.add(read_heading(text), rank=5 + depth)

    def _unplaced(self, row: Row) -> None:
        """A row before any header: a caption, or a table that is none of the plan's."""
        cells = distinct(row)
        if len(cells) >= 3 and not self.reading.skipped:
            self.reading.skipped = " | ".join(c.text for c in cells)
        if len(cells) == 1:
            heading = read_heading(cells[0].text)
            if heading.named:
                self._open(one_line(cells[0].text), None, cells[0].bold)
