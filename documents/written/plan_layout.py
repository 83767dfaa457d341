"""A plan laid out as its owner would print it: title block, header, headings, rows, and the indicators' own table.

What is laid out here is drawn by `documents.written.plan_writer` and read back by `documents.reading` as the same plan (a
property test holds this), but for what a table of words cannot say:
- an answer of the coordinator that differs from the printed words (a deadline, a name): the words are printed;
- a title without a word for a plan ("план", "дорожная карта", "жоспар" …) in a format that has no headings;
- the section of an indicator that is a row of the indicators' table, and indicators that share a title;
- a parent that the row's number does not name, and a tree of headings that no words say;
- a row that prints nothing but a title, which looks like a heading; a lone column of goals by year in CSV.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from core.plan.model import Activity, Indicator, ReadPlan, Section, Total
from core.ports.unit_of_work import Texts
from core.printed.deadlines import parse_deadline
from documents.grids.grid import Cell, Paragraph
from documents.understand.plan_info import read_info
from documents.written.plan_columns import Column, Deadlines, columns_of, figure, in_time, period_words
from documents.written.plan_headings import NAMES, HeadingWords

RowKind = Literal["head", "section", "total", "row"]
_OWN = (
    "organisation", "period", "number", "activity", "form", "deadline", "responsible", "unit", "note", "objective", "goal", "funding", "funding-scaled", "total", "total-scaled", "source", "kpi",
    "result", "indicators", "indicator", "outside", "quarter", "half", "month", "year", "years", "sheet",
)  # fmt: skip
_SCALES = ("KZT", "thousand KZT", "million KZT", "billion KZT")


def plan_words(texts: Texts, language: str) -> dict[str, str]:
    """Every word of a printed plan in a language, plain, so that they can go to another process."""
    words: dict[str, str] = {}
    holes = {name: "{" + name[0] + "}" for name in ("number", "title", "part", "year", "until", "scale")}
    for name in _OWN:
        words[name] = texts(language, f"plan-file-{name}", **holes)
    for name in (*NAMES, *(f"{n}-bare" for n in NAMES)):
        words[f"heading-{name}"] = texts(language, f"plan-file-heading-{name}", **holes)
    for scale in _SCALES:
        words[scale] = texts(language, f"plan-file-scale-{scale.split()[0].lower()}")
    words.update({f"month-{n}": texts(language, "plan-file-month-name", month=n) for n in range(1, 13)})
    return words


@dataclass(slots=True)
class PrintedTable:
    """A table with what stands over it; `rows` as in `documents.grids.grid`, `kinds` what each row is, `figures` the columns
    that hold plan values."""

    name: str
    above: list[str] = field(default_factory=list)
    rows: list[list[Cell | None]] = field(default_factory=list)
    kinds: list[RowKind] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    figures: set[int] = field(default_factory=set)


def laid_out(plan: ReadPlan, words: Mapping[str, str]) -> list[PrintedTable]:
    """The plan's tables: the rows under the title block, and the indicators where any has values."""
    tables = [_Rows(plan, words).table()] if plan.activities or plan.sections else []
    if any(i.values for i in plan.indicators):
        tables.append(_indicators(plan.indicators, words))
    if tables:
        tables[0].above = [*_title_block(plan, words), *tables[0].above]
    return tables


def _title_block(plan: ReadPlan, words: Mapping[str, str]) -> list[str]:
    """Title, organisation, and the period where the title does not print it and no deadline would be read otherwise."""
    info = plan.plan
    lines = [info.title] if info.title else []
    said = read_info([Paragraph(info.title or "")])[0]
    if info.organisation:
        lines.append(f"{words['organisation']}: {info.organisation}")
    start, end = info.period_start, info.period_end
    if start and end and (said.period_start, said.period_end) != (start, end) and not _bounded(plan):
        lines.append(f"{words['period']}: {start:%d.%m.%Y} – {end:%d.%m.%Y}")
    return lines


def _bounded(plan: ReadPlan) -> bool:
    """Whether the plan's period, once printed, would bound a deadline that it did not bound ("Еженедельно")."""
    known = Deadlines(plan.plan)
    for activity in plan.activities:
        printed, deadline = activity.deadline_text or "", activity.deadline
        if known.parsed(printed) != deadline and parse_deadline(printed, known.year)[0] == deadline:
            return True
    return False


class _Rows:
    """The table of rows: a header wherever the scale of money changes, headings where sections begin."""

    def __init__(self, plan: ReadPlan, words: Mapping[str, str]) -> None:
        self._plan, self._words = plan, words
        self._headings = HeadingWords(words, plan.sections, {a.section for a in plan.activities})
        self._order = {s.id: at for at, s in enumerate(plan.sections)}
        self._printed = 0  # sections so far
        self._current: str | None = None
        self._table = PrintedTable(words["sheet"])
        self._columns: list[Column] = []

    def table(self) -> PrintedTable:
        """The whole of it."""
        plan = self._plan
        scaled = zip(_scales(plan.activities), plan.activities, strict=True)
        for scale, run in groupby(scaled, lambda pair: pair[0]):
            self._columns = list(columns_of(plan, scale, self._words))
            _put_header(self._table, self._columns)
            for _, activity in run:
                self._open(activity.section)
                _put(self._table, "row", [column.of(activity) or "" for column in self._columns])
                self._headings.row_seen()
        self._open_until(len(plan.sections))
        self._put_totals()
        self._table.widths = [column.width for column in self._columns]
        self._table.figures = {at for at, column in enumerate(self._columns) if column.figure}
        return self._table

    def _open(self, section: str | None) -> None:
        """The headings down to a row's own, those that have no rows included."""
        if section == self._current:
            return
        if section is None or section not in self._order:
            self._enter(None, self._words["outside"])  # rows of no heading, after those of some
        elif self._order[section] >= self._printed:
            self._open_until(self._order[section] + 1)
        else:
            for again in _line(self._plan.sections, section):
                self._enter(again.id, self._headings.word(again))

    def _open_until(self, end: int) -> None:
        for section in self._plan.sections[self._printed : end]:
            self._enter(section.id, self._headings.word(section))
        self._printed = max(self._printed, end)

    def _enter(self, section: str | None, text: str) -> None:
        self._put_totals()
        table, width = self._table, len(self._columns)
        cell = Cell(text, len(table.rows), 0, 1, width, bold=True)
        table.rows.append([cell] * width)
        table.kinds.append("section")
        self._current = section

    def _put_totals(self) -> None:
        """The totals of the section that ends here."""
        for total in self._plan.totals:
            if total.section == self._current:
                _put(self._table, "total", [_of_total(total, column) for column in self._columns])


def _of_total(total: Total, column: Column) -> str:
    if column.key == "title":
        return total.title
    if column.key == "unit":
        return total.unit_text or ""
    if column.key == "total":
        return figure(total.total)
    return figure(total.values.get(column.period or "")) if column.summed else ""


def _scales(activities: Sequence[Activity]) -> Iterator[str | None]:
    """The scale of money that each row is printed under: its own, or for rows without money that of the ones around."""
    own = [a.funding_unit if a.funding or a.funding_total else "" for a in activities]
    scale = next((s for s in own if s != ""), None)
    for one in own:
        scale = scale if one == "" else one
        yield scale


def _line(sections: Sequence[Section], innermost: str) -> list[Section]:
    by_id = {s.id: s for s in sections}
    found: list[Section] = []
    at: str | None = innermost
    while at is not None and at in by_id and len(found) <= len(by_id):
        found.append(by_id[at])
        at = by_id[at].parent
    return found[::-1]


def _indicators(indicators: Sequence[Indicator], words: Mapping[str, str]) -> PrintedTable:
    """A row an indicator, a column a period."""
    table = PrintedTable(words["indicators"], [words["indicators"]])
    codes = sorted({code for i in indicators for code in i.values}, key=in_time)
    heads = [words["number"], words["indicator"], words["unit"], *(period_words(c, words) for c in codes)]
    _put(table, "head", heads)
    for one in indicators:
        values = [figure(one.values.get(code)) for code in codes]
        _put(table, "row", [one.number or "", one.title, one.unit or "", *values])
    table.widths = [7, 46, 13, *[14] * len(codes)]
    table.figures = set(range(3, 3 + len(codes)))
    return table


def _put(table: PrintedTable, kind: RowKind, texts: Iterable[str]) -> None:
    at = len(table.rows)
    bold = kind != "row"
    table.rows.append([Cell(t, at, i, bold=bold) if t else None for i, t in enumerate(texts)])
    table.kinds.append(kind)


def _put_header(table: PrintedTable, columns: Sequence[Column]) -> None:
    """The header: names merged downwards where others have two rows, equal outer ones side by side merged across."""
    deep = max(len(column.heads) for column in columns)
    top = len(table.rows)
    for depth in range(deep):
        row: list[Cell | None] = []
        for at, column in enumerate(columns):
            before = row[-1] if row else None
            same = (
                at > 0
                and depth < deep - 1
                and len(column.heads) > 1
                and columns[at - 1].heads[:1] == column.heads[:1]
            )
            if len(column.heads) < deep and depth:
                cell = table.rows[top][at]
            elif same and before is not None:
                before.columns += 1
                cell = before
            else:
                cell = Cell(column.heads[depth], top + depth, at, deep - len(column.heads) + 1, bold=True)
            row.append(cell)
        table.rows.append(row)
        table.kinds.append("head")
