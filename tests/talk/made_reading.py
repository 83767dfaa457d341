"""A reader of semicolons that knows two header words: what a talk about columns needs of one, and nothing more."""

from __future__ import annotations

from core.plan.columns import ColumnRole, ColumnSeen, ReadingMap, TableSaid, TableSeen
from core.plan.model import Activity, Doubt, ReadPlan

KNOWN = {"№": ColumnRole.NUMBER, "Срок": ColumnRole.DEADLINE}


def read(content: bytes, name: str, said: ReadingMap) -> ReadPlan:
    """The rows of a file that has a column of titles, by what is said of it; tables are apart by blank lines."""
    tables, rows = [], []
    for place, block in enumerate(content.decode().split("\n\n")):
        cells = [line.split(";") for line in block.splitlines()]
        layout = ";".join(cells[0])
        of_table = said.tables.get(place) or said.layouts.get(layout) or TableSaid()
        table = _seen(place, cells, of_table, layout)
        tables.append(table)
        at = {c.role: c.at for c in table.columns}
        if table.read:
            rows += [_row(line, at) for line in cells[(table.header or 0) + 1 :]]
    numbered = tuple(a.model_copy(update={"id": f"a{n}"}) for n, a in enumerate(rows))
    doubts = tuple(
        Doubt(code="deadline-missing", activity=a.id, field="deadline")
        for a in numbered
        if not a.deadline_text
    )
    return ReadPlan(activities=numbered, doubts=doubts, tables=tuple(tables))


def _seen(place: int, cells: list[list[str]], said: TableSaid, layout: str) -> TableSeen:
    header = said.header or 0
    of = {c.at: c for c in said.columns}
    columns = tuple(
        ColumnSeen(
            at=at,
            header=words,
            role=of[at].role if at in of else KNOWN.get(words, ColumnRole.UNKNOWN),
            period=of[at].period if at in of else None,
            samples=tuple(line[at] for line in cells[header + 1 :][:2]),
        )
        for at, words in enumerate(cells[header])
    )
    reads = not said.out and any(c.role is ColumnRole.TITLE for c in columns)
    return TableSeen(
        place=place,
        name=f"Лист{place + 1}",
        header=header,
        rows=len(cells) - header - 1,
        read=reads,
        columns=columns,
        layout=layout,
    )


def _row(line: list[str], at: dict[ColumnRole, int]) -> Activity:
    def cell(role: ColumnRole) -> str | None:
        return line[at[role]] or None if role in at else None

    who = cell(ColumnRole.RESPONSIBLE)
    return Activity(
        id="a",
        title=cell(ColumnRole.TITLE) or "",
        deadline_text=cell(ColumnRole.DEADLINE),
        responsible_text=who,
        responsibles=(who,) if who else (),
        targets={c: line[at[ColumnRole.TARGET]] for c in ["2024-Q1"] if ColumnRole.TARGET in at},
    )
