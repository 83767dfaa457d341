"""A form of a plan in which nothing is filled in yet: a header, and no rows under it."""

from __future__ import annotations

from core.plan.columns import ColumnRole
from documents.grids.grid import Document, Table
from documents.understand.header_rows import loudest
from documents.understand.layout import distinct

_FEWEST_HEADINGS = 3


def is_empty_form(document: Document) -> bool:
    """Whether a table heads columns of a plan and prints no row of one."""
    return any(isinstance(block, Table) and _is_empty(block) for block in document.blocks)


def _is_empty(table: Table) -> bool:
    header = next((at for at, row in enumerate(table.rows) if len(distinct(row)) > 1), None)
    if header is None:
        return False
    roles = {loudest(cell.text) for cell in distinct(table.rows[header])} - {None}
    blank = all(len(distinct(row)) <= 1 for row in table.rows[header + 1 :])  # a heading of rows is none
    return blank and ColumnRole.TITLE in roles and len(roles) >= _FEWEST_HEADINGS
