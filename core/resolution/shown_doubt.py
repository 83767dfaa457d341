"""What a coordinator is shown of a doubt beside its words: the rows around a loose one, the days as read, cells of a column."""

from __future__ import annotations

from datetime import date
from typing import Literal

from core.plan.doubts import DoubtCode as D
from core.plan.model import Activity, Doubt, ReadPlan
from core.printed.rereading import next_row
from core.resolution.row_doubts import row_of
from core.resolution.settling import can_be_read_otherwise

_OF_THE_FILE = (
    D.HEADER_MISSING,
    D.COLUMN_UNKNOWN,
    D.COLUMN_GUESSED,
    D.COLUMN_OF_FACTS,
    D.CARRIED_DOWN,
    D.ROW_CONTINUED,
    D.ROW_PARTED,
    D.ROW_REPEATED,
    D.ROW_UNPLACED,
    D.ROW_NOT_IN_FORCE,
    D.TOTAL_DIFFERS,
    D.VALUE_NOT_COMPUTED,
)
_DEADLINE_READ = (
    D.DEADLINE_PARTLY_READ,
    D.DEADLINE_YEAR_ASSUMED,
    D.DEADLINE_BEFORE_PERIOD,
    D.DEADLINE_OUTSIDE_PLAN,
)


def place_of(read: ReadPlan, row: Activity) -> int:
    """The number of a row in the reading, from 1."""
    return read.activities.index(row) + 1


def only_a_file_helps(read: ReadPlan, doubt: Doubt) -> bool:
    """Whether no answer reads it otherwise, although the file could say it better."""
    return doubt.code in _OF_THE_FILE and not can_be_read_otherwise(read, doubt)


def rows_around(read: ReadPlan, doubt: Doubt) -> list[tuple[Literal["above", "below"], int, Activity]]:
    """The rows above and below a loose one, with their numbers."""
    if doubt.code != D.ROW_UNPLACED or doubt.kept is None:
        return []
    numbered = {a.id: (at, a) for at, a in enumerate(read.activities, 1)}
    found: list[tuple[Literal["above", "below"], int, Activity]] = []
    if doubt.kept.above in numbered:
        found.append(("above", *numbered[doubt.kept.above]))
    below = next_row(read, doubt.kept.above)
    if below in numbered:
        found.append(("below", *numbered[below]))
    return found


def days_as_read(settled: ReadPlan, doubt: Doubt) -> list[date]:
    """The days that a doubtful deadline was understood as, by the reading with its answers: "check the date" alone says
    nothing of which."""
    row = row_of(settled, doubt)
    if row is None or row.deadline.end is None or doubt.code not in _DEADLINE_READ:
        return []
    return [row.deadline.end, *row.deadline.also]


def cells_of(doubt: Doubt) -> list[str]:
    """What a doubtful column prints, each cell once."""
    return list(dict.fromkeys(doubt.kept.rows.values())) if doubt.kept else []
