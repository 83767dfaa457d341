"""Tables drawn by hand: ">" goes on from the left, "^" from above, "…**" is bold."""

from __future__ import annotations

from collections.abc import Sequence

from core.plan.model import Activity, ReadPlan
from documents.grids.grid import Block, Cell, Document, Paragraph, Table
from documents.understand.plan import understand


def table(*rows: str, merges: bool = True) -> Table:
    """A table of rows, their cells apart by "|"."""
    grid: list[list[Cell | None]] = []
    for at, printed in enumerate(rows):
        row: list[Cell | None] = []
        for place, text in enumerate(part.strip() for part in printed.split("|")):
            if text == ">":
                cell = row[-1]
                assert cell is not None
                cell.columns += 1
                row.append(cell)
            elif text == "^":
                cell = grid[-1][place]
                assert cell is not None
                cell.rows = at - cell.row + 1
                row.append(cell)
            else:
                row.append(
                    Cell(text.removesuffix("**"), at, place, bold=text.endswith("**")) if text else None
                )
        grid.append(row)
    return Table(grid, merges=merges)


def document(title: str, *blocks: Block | str) -> Document:
    """A document of a title, paragraphs and tables."""
    return Document([Paragraph(title, 1), *(Paragraph(b) if isinstance(b, str) else b for b in blocks)])


def read(title: str, *blocks: Block | str) -> ReadPlan:
    """What is understood of it."""
    return understand(document(title, *blocks))


def column(plan: ReadPlan, field: str) -> list[object]:
    """One field of every row."""
    return [getattr(a, field) for a in plan.activities]


def titles(plan: ReadPlan) -> list[str]:
    """The rows' titles."""
    return [a.title for a in plan.activities]


def headings(plan: ReadPlan, activity: Activity) -> Sequence[str]:
    """The titles above a row, outermost first."""
    return [s.title for s in plan.path(activity)]
