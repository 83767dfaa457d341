"""What a person says of a file's columns, as a TOML file: written from a reading, edited by hand, read again with it.

Tables, rows and columns are counted from 1, as the chat and the lines of `plan check` count them.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from core.kernel.errors import UnreadableInput
from core.kernel.periods import Period
from core.lifecycle.said_columns import SAYABLE, offered
from core.plan.columns import ColumnRole, ColumnSaid, ColumnSeen, ReadingMap, TableSaid, TableSeen

_WHOLE = "the file"
_TABLE = {"place", "header", "out", "column"}
_COLUMN = {"at", "role", "period", "source"}
_PART = re.compile(r"Y|Q[1-4]|H[12]|M(0[1-9]|1[0-2])")
"""A part of a year by itself, where the plan's year is not known."""


def read_map(content: bytes) -> ReadingMap:
    """The map in a file's bytes. Raises UnreadableInput: map-not-toml, map-wrong (the place and what is wrong there)."""
    try:
        found = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UnreadableInput("map-not-toml", why=str(error)) from error
    _known(found, {"table"}, _WHOLE)
    tables: dict[int, TableSaid] = {}
    for number, table in enumerate(_each(found, "table", _WHOLE), 1):
        place = _whole(table, "place", f"table {number}")
        where = f"table {place}"
        if place - 1 in tables:
            raise _wrong(where, "is there twice")
        tables[place - 1] = _table(table, where)
    return ReadingMap(tables=tables)


def _table(table: Mapping[str, Any], where: str) -> TableSaid:
    _known(table, _TABLE, where)
    out = table.get("out", False)
    if not isinstance(out, bool):
        raise _wrong(where, "out is true or false")
    columns: dict[int, ColumnSaid] = {}
    for column in _each(table, "column", where):
        said = _column(column, where)
        if said.at in columns:
            raise _wrong(where, f"column {said.at + 1} is there twice")
        columns[said.at] = said
    header = _whole(table, "header", where) - 1 if "header" in table else None
    return TableSaid(header=header, out=out, columns=tuple(columns[at] for at in sorted(columns)))


def _column(column: Mapping[str, Any], where: str) -> ColumnSaid:
    at = _whole(column, "at", f"{where}, a column")
    where = f"{where}, column {at}"
    _known(column, _COLUMN, where)
    role = column.get("role")
    if role not in SAYABLE:
        raise _wrong(where, f"role is one of {', '.join(SAYABLE)}, not {role!r}")
    period, source = (_words(column, name, where) for name in ("period", "source"))
    if period is not None and not _is_period(period):
        raise _wrong(where, f"period is such as 2025, 2025-Q1, 2025-M07 or 2025-2027, not {period!r}")
    return ColumnSaid(at=at - 1, role=ColumnRole(role), period=period, source=source)


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return _PART.fullmatch(text) is not None
    return True


def _each(found: Mapping[str, Any], name: str, where: str) -> list[Mapping[str, Any]]:
    listed = found.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise _wrong(where, f"{name} is written as [[{name if where == _WHOLE else 'table.' + name}]]")
    return listed


def _whole(found: Mapping[str, Any], name: str, where: str) -> int:
    number = found.get(name)
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise _wrong(where, f"{name} is a whole number from 1")
    return number


def _words(found: Mapping[str, Any], name: str, where: str) -> str | None:
    words = found.get(name)
    if words is not None and not isinstance(words, str):
        raise _wrong(where, f"{name} is written in quotes")
    return words or None


def _known(found: Mapping[str, Any], names: Iterable[str], where: str) -> None:
    others = sorted(set(found) - set(names))
    if others:
        raise _wrong(where, f"{others[0]!r} is none of {', '.join(sorted(names))}")


def _wrong(where: str, what: str) -> UnreadableInput:
    return UnreadableInput("map-wrong", where=where, what=what)


def refuse_unfit(said: ReadingMap, tables: Iterable[TableSeen]) -> None:
    """Raises UnreadableInput (map-wrong) where the map names a table or a column that the file has not."""
    seen = {t.place: t for t in tables}
    for place, of_table in said.tables.items():
        table = seen.get(place)
        if table is None:
            raise _wrong(f"table {place + 1}", f"the file has {len(seen)}")
        for column in of_table.columns:
            if all(c.at != column.at for c in table.columns):
                where = f"table {place + 1}, column {column.at + 1}"
                raise _wrong(where, f"the table has {len(table.columns)}")


def map_lines(tables: Iterable[TableSeen]) -> list[str]:
    """What each column was taken for, in lines for a terminal."""
    return [
        line for table in offered(tables) for line in (_table_line(table), *map(_column_line, table.columns))
    ]


def _table_line(table: TableSeen) -> str:
    name = f" “{table.name}”" if table.name else ""
    header = f"header in row {table.header + 1}" if table.header is not None else "no header"
    taken = "" if table.read else ", not read"
    return f"table {table.place + 1}{name}: {header}, {table.rows} rows{taken}"


def _column_line(column: ColumnSeen) -> str:
    more = " ".join(part for part in (column.period, column.source) if part)
    mark = "" if column.sure and column.role is not ColumnRole.UNKNOWN else " ?"
    samples = ", ".join(f"“{' '.join(cell.split())[:40]}”" for cell in column.samples)
    role = f"{column.role}{' ' + more if more else ''}{mark}"
    return f"  {column.at + 1}. {column.header or '(no heading)'} = {role}" + (
        f"  {samples}" if samples else ""
    )


def map_toml(tables: Iterable[TableSeen], name: str) -> str:
    """A map of the file as it was read, to be edited; columns that nobody knows stand there as remarks.

    Raises UnreadableInput (map-no-tables) where the file has no table.
    """
    parts = [_table_toml(table) for table in offered(tables)]
    if not parts:
        raise UnreadableInput("map-no-tables")
    roles = ", ".join(SAYABLE)
    head = f"# The columns of {' '.join(name.split())}. Tables, rows and columns are counted from 1.\n# role is one of: {roles}\n"
    return "\n".join([head, *parts])


def _table_toml(table: TableSeen) -> str:
    lines = ["[[table]]", f"place = {table.place + 1}" + (f"  # {_remark(table.name)}" if table.name else "")]
    if table.header is not None:
        lines.append(f"header = {table.header + 1}")
    lines.append("# out = true")
    return "\n".join([*lines, "", *(_column_toml(column) for column in table.columns)])


def _column_toml(column: ColumnSeen) -> str:
    words = _remark(" ".join([column.header, *(f"“{cell}”" for cell in column.samples)]))
    lines = ["[[table.column]]", f"at = {column.at + 1}  # {words}", f"role = {json.dumps(column.role)}"]
    lines += [f"period = {json.dumps(column.period)}"] if column.period else []
    lines += [f"source = {json.dumps(column.source, ensure_ascii=False)}"] if column.source else []
    is_known = column.role is not ColumnRole.UNKNOWN
    return "\n".join(line if is_known else f"# {line}" for line in lines) + "\n"


def _remark(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)[:160]
