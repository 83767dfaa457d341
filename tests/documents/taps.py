"""How many taps on the card of the columns each test file needs until it is read wholly right, one a column at most.

`python -m tests.documents.taps [FOLDER …]` prints a line for each file that is not read right by itself: the changes that
were found, a column said otherwise, the header moved or a table left out being one each, and what they leave wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from core.kernel.errors import UnreadableFile
from core.lifecycle.said_columns import (
    BY_PERIOD,
    SAYABLE,
    columns_as_said,
    left_out,
    offered,
    periods_for,
    said_of,
    with_columns,
    with_header,
)
from core.plan.columns import ColumnSaid, ColumnSeen, ReadingMap, TableSeen
from core.plan.model import ReadPlan
from documents.grids.grid import Document
from documents.reading import read_grid
from documents.understand.plan import understand
from tests.documents.compare import Shape
from tests.documents.tables.judging import Judged, files_of, judged_reading

HERE = Path(__file__).parent / "tables"
FOLDERS = tuple(HERE / name for name in ("kinds", "set-1", "set-2", "set-3"))
_HEADER_ROWS = 2  # up or down


@dataclass(frozen=True, slots=True)
class Change:
    """One tap: in words for the table that is printed, and the map with it."""

    words: str
    map: ReadingMap
    column: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mapped:
    """A file after the best taps that were found."""

    before: Judged
    after: Judged
    taps: tuple[str, ...]


def tapped(name: str, document: Document, want: Shape) -> Mapped | None:
    """The file's taps, the best one first each time, while they mend anything. None where no table can be asked about."""
    read = _read(document, ReadingMap())
    if read is None:
        return None
    before = now = judged_reading(name, want, read.as_json())
    said, taps, touched = ReadingMap(), list[str](), set[tuple[int, int]]()
    while not now.whole:
        found: tuple[Judged, Change, ReadPlan] | None = None
        for change in _changes(read, said):
            if change.column in touched or (anew := _read(document, change.map)) is None:
                continue
            verdict = judged_reading(name, want, anew.as_json())
            if _worth(verdict) > _worth(found[0] if found else now):
                found = verdict, change, anew
        if found is None:
            break
        now, change, read = found
        said = change.map
        taps.append(change.words)
        touched |= {change.column} if change.column else set()
    return Mapped(before, now, tuple(taps))


def _worth(one: Judged) -> tuple[bool, int, int]:
    return one.whole, one.right - one.invented, -len(one.wrong)


def _read(document: Document, said: ReadingMap) -> ReadPlan | None:
    try:
        return understand(deepcopy(document), said)
    except UnreadableFile:
        return None


def _changes(read: ReadPlan, said: ReadingMap) -> Iterator[Change]:
    for table in offered(read.tables):
        of_table = said_of(said, table)
        for by in range(-_HEADER_ROWS, _HEADER_ROWS + 1):
            moved = with_header(said, table, by)
            if said_of(moved, table).header != table.header:
                yield Change(f"table {table.place + 1}: header {by:+d}", moved)
        if not of_table.out:
            yield Change(f"table {table.place + 1}: out", left_out(said, table, True))
        columns = columns_as_said(table, of_table)
        for column in columns:
            yield from _of_column(read, said, table, columns, column)


def _of_column(
    read: ReadPlan,
    said: ReadingMap,
    table: TableSeen,
    columns: tuple[ColumnSeen, ...],
    column: ColumnSeen,
) -> Iterator[Change]:
    """Each other role of a column, before them its own where that is doubtful (a tap that confirms it); of those that need a period that the header does not name, with each that is offered."""
    periods = periods_for(columns, read.plan.period_start, read.plan.period_end)
    own = [role for role in SAYABLE if role is column.role]
    for role in (*(() if column.sure else own), *(r for r in SAYABLE if r not in own)):
        for period in periods if role in BY_PERIOD and column.period is None else (None,):
            one = ColumnSaid(at=column.at, role=role, period=period)
            words = f"table {table.place + 1}, column {column.at + 1}: {column.role} → {role} {period or ''}"
            yield Change(words.strip(), with_columns(said, table, [one]), (table.place, column.at))


def main() -> None:
    """Prints a line a file, and a sum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", default=FOLDERS)
    files = needing = mended = 0
    for file, expectation in (pair for folder in parser.parse_args().folders for pair in files_of(folder)):
        files += 1
        mapped = tapped(
            file.name, read_grid(file.read_bytes()), json.loads(expectation.read_text(encoding="utf-8"))
        )
        if mapped is None:
            sys.stdout.write(f"{file.name:40} no table to ask about\n")
        if mapped is not None and mapped.before.whole:
            continue
        needing += 1
        if mapped is not None:
            mended += mapped.after.whole
            _print(mapped)
        sys.stdout.flush()
    right = files - needing
    sys.stdout.write(
        f"{files} files: {right} right by themselves, {mended} by taps, {needing - mended} not by taps\n"
    )


def _print(mapped: Mapped) -> None:
    before, after = mapped.before, mapped.after
    became = "right" if after.whole else f"rows {after.right} of {after.rows}, {after.invented} invented"
    sys.stdout.write(
        f"{before.name:40} rows {before.right:3} of {before.rows:3}, {before.invented} invented; "
        f"{len(mapped.taps)} taps → {became}\n"
    )
    for words in mapped.taps:
        sys.stdout.write(f"    {words}\n")
    for row, field, wanted, seen in () if after.whole else after.wrong[:4]:
        sys.stdout.write(f"    left: {row} {field}: {str(wanted)[:70]!r} was read {str(seen)[:70]!r}\n")


if __name__ == "__main__":
    main()
