"""Tables that print the same plan twice: sheets that were copied, a version for print, the same table in an annex.

Nothing is left out by itself: two tables of one form may well be two plans. It is asked about, a table at a time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from core.kernel.text import fold
from core.plan.doubts import DoubtCode
from core.plan.model import Activity, Doubt, Kept
from documents.understand.context import Taken, cut

_FEWEST = 2  # rows of a table that repeats another
_PART = 0.8  # of its rows, at the least
_SAME_PLAN = 0.5  # of these, not told apart by when, how much or who

_Key = tuple[str, str, int]
_Pair = tuple[Activity, Activity]


def repeated(activities: Sequence[Activity], taken: Sequence[Taken]) -> Iterator[Doubt]:
    """A doubt for each table whose rows have the numbers and titles of those of one table before it."""
    first_of: dict[_Key, tuple[int, Activity]] = {}
    begin = 0
    for at, table in enumerate(taken):
        rows = _keyed(activities[begin : table.end])
        begin = table.end
        known = [(first_of[key], row) for key, row in rows.items() if key in first_of]
        source = Counter(place for (place, _), _ in known).most_common(1)
        pairs = [(row, first) for (place, first), row in known if source and place == source[0][0]]
        if _repeats(pairs, len(rows)):
            yield _doubt(pairs, table.called, taken[source[0][0]].called)
        for key, row in rows.items():
            first_of.setdefault(key, (at, row))


def _keyed(rows: Sequence[Activity]) -> Mapping[_Key, Activity]:
    """The rows by number and title, and by which of several alike it is."""
    found: dict[_Key, Activity] = {}
    alike: Counter[tuple[str, str]] = Counter()
    for row in rows:
        words = fold(row.number or ""), fold(row.title)
        alike[words] += 1
        found[*words, alike[words]] = row
    return found


def _repeats(pairs: Sequence[_Pair], rows: int) -> bool:
    if len(pairs) < _FEWEST or len(pairs) < rows * _PART:
        return False
    return sum(not _told_apart(*pair) for pair in pairs) >= len(pairs) * _SAME_PLAN


def _told_apart(row: Activity, first: Activity) -> bool:
    """Whether two works of one name differ in when they are due, who does them, or in every value: the same works of
    two departments, months or projects."""
    texts = ((row.deadline_text, first.deadline_text), (row.responsible_text, first.responsible_text))
    values = ((row.targets, first.targets), (row.funding, first.funding))
    return any(a and b and fold(a) != fold(b) for a, b in texts) or any(
        a and b and not a.items() & b.items() for a, b in values
    )


def _doubt(pairs: Sequence[_Pair], table: str, first: str) -> Doubt:
    return Doubt(
        code=DoubtCode.ROW_REPEATED,
        field="activities",
        as_printed=pairs[0][0].title,
        args={"table": cut(table), "first": cut(first), "count": str(len(pairs))},
        kept=Kept(rows={row.id: known.id for row, known in pairs}),
    )
