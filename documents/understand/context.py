"""What the parts of one reading share: the plan as it grows, its years, and its doubts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from core.kernel.text import clean
from core.plan.doubts import DoubtCode
from core.plan.model import Doubt, Indicator, Kept, Total
from documents.understand.headings import SectionTree

_SHOWN = 120  # characters of a cell that a doubt's words carry


@dataclass(slots=True)
class Draft:
    """A row while it is read: printed fields as text, values by period; dates and names come last."""

    section: str | None
    year: int | None = None
    """That its heading or its sheet says."""
    before_school: bool = False
    """In a plan of a school year: of the August that comes before it."""
    fields: dict[str, str] = field(default_factory=dict)
    beside: dict[str, dict[int, str]] = field(default_factory=dict)
    """What each column prints of a field that has several, by the column's place."""
    targets: dict[str, str] = field(default_factory=dict)
    funding: dict[str, str] = field(default_factory=dict)
    funding_text: dict[str, str] = field(default_factory=dict)
    by_source: dict[str, str] = field(default_factory=dict)
    kpi: dict[str, str] = field(default_factory=dict)
    funding_unit: str | None = None
    lines_of_source: bool = False  # the first line prints the total of those under it
    columns: int = 0  # how many columns of plan values the table has
    marks: list[tuple[str, tuple[int, int]]] = field(default_factory=list)
    """Marked parts of months: the month's period, the first day and the last."""
    spans: list[tuple[date, date]] = field(default_factory=list)
    """Days that marked columns stand for, where these are headed by days."""
    painted: list[str] = field(default_factory=list)
    """Periods that paint marks, as the bars of a chart do."""
    doubts: list[Doubt] = field(default_factory=list)
    _asked: set[tuple[object, ...]] = field(default_factory=set)

    def printed_in(self, name: str, at: int) -> str:
        """What the column at a place prints of a field: the field itself where it has no other column."""
        return self.beside[name].get(at, "") if name in self.beside else self.fields.get(name, "")

    def doubt(
        self,
        code: DoubtCode,
        field_name: str,
        printed: str | None = None,
        kept: Kept | None = None,
        /,
        **args: str,
    ) -> None:
        """Notes a doubt about one of this row's fields."""
        entry = Doubt(
            code=code,
            field=field_name,
            as_printed=printed,
            args={k: cut(v) for k, v in args.items()},
            kept=kept,
        )
        asked = (code, field_name, printed, *args.values())
        if asked not in self._asked or entry not in self.doubts:  # a row can go on for thousands of rows
            self._asked.add(asked)
            self.doubts.append(entry)


@dataclass(frozen=True, slots=True)
class Taken:
    """A table that was read: what it is called (its sheet, else its place from 1), and how many rows there are with its own."""

    called: str
    end: int


@dataclass(slots=True)
class Carried:
    """Cells that blanks below them repeat, by column. `lasting`: the format has no merged cells, so always;
    else only from the top of a page to the first cell that prints something. `only` names the columns that are left
    blank under a group where others are merged; None for all."""

    values: dict[int, str] = field(default_factory=dict)
    lasting: bool = True
    only: frozenset[int] | None = None

    def read(self, column: int, text: str) -> str:
        """The cell's own text, or what it repeats."""
        if self.only is not None and column not in self.only:
            return text
        if not text:
            return self.values.get(column, "")
        if self.lasting:
            self.values[column] = text
        else:
            self.values.pop(column, None)
        return text


@dataclass(slots=True)
class Reading:
    """One reading of one document."""

    plan_year: int | None = None
    printed_period: tuple[date, date] | None = None
    default_scale: str | None = None
    is_english: bool = False  # commas part thousands
    is_of_school: bool = False  # its year runs from September over New Year
    skipped: str = ""  # the first row of a table that is none of the plan's
    sheet_year: int | None = None
    """That the sheet's name or the table's own title says."""
    tree: SectionTree = field(default_factory=SectionTree)
    drafts: list[Draft] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    """What a doubtful column prints in each row: by its header, then by the row's id."""
    _asked: set[tuple[object, ...]] = field(default_factory=set)

    def doubt(
        self,
        code: DoubtCode,
        printed: str | None = None,
        field_name: str | None = None,
        kept: Kept | None = None,
        /,
        **args: str,
    ) -> None:
        """Notes a doubt about the plan as a whole, once."""
        entry = Doubt(
            code=code, field=field_name, as_printed=printed, args={k: cut(v) for k, v in args.items()}
        )
        asked = (code, printed, field_name, *entry.args.items())
        if asked not in self._asked:  # a set: a sheet can hide thousands of rows
            self._asked.add(asked)
            self.doubts.append(entry.model_copy(update={"kept": kept}))

    @property
    def year_here(self) -> int | None:
        """The year that the headings over the next row say, or its sheet."""
        return self.tree.year or self.sheet_year

    def time_of(self, year: int | None) -> tuple[int | None, tuple[date, date] | None]:
        """The year and the period of rows under a heading that says a year: its part of the plan's, or the plan's own."""
        if year is None:
            return self.plan_year, self.printed_period
        first, last = self.printed_period or (date(year, 1, 1), date(year, 12, 31))
        span = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        return (year, span) if span[0] <= span[1] else (self.plan_year, self.printed_period)

    @property
    def last(self) -> str | None:
        """The id of the last row so far."""
        return f"a{len(self.drafts)}" if self.drafts else None

    def note_cell(self, header: str, row: str | None, text: str) -> None:
        """Keeps what a doubtful column prints in a row."""
        if text and row:
            cells = self.columns.setdefault(header, {})
            cells[row] = joined([cells.get(row, ""), text])


_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_NOTED = re.compile(r"(\d[\d\s.,]*%?)\s*\*+")


def figure_of(text: str, reading: Reading) -> str:
    """A cell's figure without the commas that part thousands in English."""
    text = text.strip()
    return text.replace(",", "") if reading.is_english and _THOUSANDS.fullmatch(text) else text


def unnoted(text: str) -> str:
    """A figure without the mark of a note behind it."""
    noted = _NOTED.fullmatch(text.strip())
    return noted[1].strip() if noted else text


def cut(text: str) -> str:
    """Text short enough for a message."""
    text = " ".join(clean(text[: _SHOWN * 10]).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def joined(texts: Iterable[str]) -> str:
    """Printed parts of one field, each once, a line each."""
    return "\n".join(dict.fromkeys(t for t in texts if t))
