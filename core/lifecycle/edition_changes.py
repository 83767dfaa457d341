"""What a new edition does to each row that it touches, and to the reports on it, for the coordinator to read first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.lifecycle.edition_diff import Comparison, FieldChange, Pair, Row
from core.model.editions import PlanEdition
from core.model.obligations import Obligation
from core.ports.unit_of_work import Work
from core.report.rescale import effect_on


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the plan that an edition drops, takes back, adds or changes; `row` as it is printed last.

    `reports` counts those that were handed in on it; `rescaled` are told in another scale from then on, `asked_anew` have
    to be answered again.
    """

    how: Literal["dropped", "returned", "added", "changed"]
    row: Row
    fields: tuple[FieldChange, ...] = ()
    reports: int = 0
    rescaled: int = 0
    asked_anew: int = 0


async def changes_of(work: Work, plan: PlanEdition, found: Comparison) -> list[Change]:
    """Every row that the edition touches: dropped ones first, then those that come back, new and changed ones."""
    owed: dict[int, list[Obligation]] = {}
    for o in await work.obligations.of_plan(plan.amends or 0):
        owed.setdefault(o.activity_id, []).append(o)
    return [
        *(Change("dropped", row, reports=_handed_in(owed.get(row.key, []))) for row in found.dropped),
        *(Change("returned", pair.new, tuple(pair.changes)) for pair in found.returned),
        *(Change("added", row) for row in found.added),
        *(_changed(pair, owed.get(pair.old.key, [])) for pair in found.changed),
    ]


def _changed(pair: Pair, owed: Sequence[Obligation]) -> Change:
    effects = Counter(effect_on(o, pair.old.row, pair.new.row) for o in owed)
    return Change(
        "changed",
        pair.new,
        tuple(pair.changes),
        reports=_handed_in(owed),
        rescaled=effects["rescaled"],
        asked_anew=effects["asked-anew"],
    )


def _handed_in(owed: Sequence[Obligation]) -> int:
    return sum(o.version > 0 for o in owed)
