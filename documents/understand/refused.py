"""The refusal of a file without a plan: which table was seen in it, and which of its headings are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.kernel.errors import UnreadableFile
from core.plan.columns import ColumnRole, TableSeen

_COLUMNS = 2
_HEADINGS = 8
_HEADING = 40  # characters


def refused(tables: Sequence[TableSeen]) -> UnreadableFile:
    """file-table-known or file-table-unknown, of the table with most cells; file-not-a-plan where there is none."""
    table = max(
        filter(_is_one, tables), key=lambda t: (t.rows * len(t.columns), len(t.columns)), default=None
    )
    if table is None:
        return UnreadableFile("file-not-a-plan")
    seen: dict[str, str | int] = {
        "table": table.name or str(table.place + 1),
        "rows": table.rows,
        "columns": len(table.columns),
        "headings": _listed(c.header for c in table.columns),
    }
    known = _listed(c.header for c in table.columns if c.sure and c.role is not ColumnRole.UNKNOWN)
    if not known:
        return UnreadableFile("file-table-unknown", **seen)
    return UnreadableFile("file-table-known", known=known, **seen)


def _is_one(table: TableSeen) -> bool:
    """Whether anything stands under two headings at least: a letter parted at its commas is no table."""
    return sum(bool(c.samples) for c in table.columns) >= _COLUMNS


def _listed(headings: Iterable[str]) -> str:
    found = list(dict.fromkeys(" ".join(h.split()) for h in headings if h.strip()))
    cut = [h if len(h) <= _HEADING else f"{h[: _HEADING - 1].rstrip()}…" for h in found[:_HEADINGS]]
    return "; ".join([*cut, *(["…"] if len(found) > _HEADINGS else [])])
