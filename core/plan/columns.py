"""What the columns of a table were taken for, and what a person says that they are."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class ColumnRole(StrEnum):
    """What a column holds. OUT is a person's word for one that the plan does not need."""

    NUMBER = "number"
    TITLE = "title"
    SECTION = "section"
    OBJECTIVE = "objective"
    FORM = "completion_form"
    START = "start"
    DEADLINE = "deadline"
    DURATION = "duration"
    UNIT = "unit"
    RESPONSIBLE = "responsible"
    TARGET = "target"
    FUNDING = "funding"
    FUNDING_TOTAL = "funding_total"
    FUNDING_SOURCE = "funding_source"
    BY_SOURCE = "by_source"
    RESULT = "expected_result"
    KPI = "kpi"
    INDICATOR = "indicator"
    WEIGHT = "weight"
    NOTE = "note"
    FACT = "fact"
    OUT = "out"
    UNKNOWN = "unknown"


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ColumnSeen(_Kept):
    """One column as it was read.

    `at` counts from 0; `header` is its printed words, the outermost first, " / " between them. `period` ("2024-Q1", a
    part without its year "Q1"), `source` ("МБ") and `scale` ("thousand KZT") are those that the header names. `sure`
    is False where another role was nearly as likely. `samples` are up to three different cells, as printed.
    """

    at: int
    header: str = ""
    role: ColumnRole = ColumnRole.UNKNOWN
    period: str | None = None
    source: str | None = None
    scale: str | None = None
    sure: bool = True
    samples: tuple[str, ...] = ()


class TableSeen(_Kept):
    """One table of a file as it was read.

    `place` counts the file's tables from 0, those of a PDF that go on over pages as one; `name` is the sheet's.
    `header` is the first row of its header, from 0, None where it has none; `rows` how many stand below. `read` says
    whether rows were taken from it. `layout` stands for its header words and shape, without years: next year's file
    of the same form has the same.
    """

    place: int
    name: str | None = None
    header: int | None = None
    rows: int = 0
    read: bool = True
    columns: tuple[ColumnSeen, ...] = ()
    layout: str = ""


class ColumnSaid(_Kept):
    """What a person says of a column; a period or source that is None is the header's own."""

    at: int
    role: ColumnRole
    period: str | None = None
    source: str | None = None


class TableSaid(_Kept):
    """What a person says of a table: its header row, its columns, or that it is none of the plan's.

    What is not said stays as the reader has it.
    """

    header: int | None = None
    out: bool = False
    columns: tuple[ColumnSaid, ...] = ()


class ReadingMap(_Kept):
    """What is said of a file's tables, by their place; `layouts` is what was said of other files, by their layout."""

    tables: dict[int, TableSaid] = {}
    layouts: dict[str, TableSaid] = {}
