"""The editions that a plan has had: when each was accepted and by whom, and what it changed (read from the journal)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.kernel.errors import Missing
from core.model.editions import PlanEdition, PlanStatus
from core.ports.unit_of_work import Work

_ACCEPTED = ("edition-accepted", "plan-accepted")


@dataclass(frozen=True, slots=True)
class EditionRecord:
    """One edition; `accepted_by` is a person's id, None where the command line accepted it. The first one changed nothing."""

    edition: PlanEdition
    accepted_at: datetime | None
    accepted_by: int | None = None
    is_first: bool = False
    added: int = 0
    changed: int = 0
    dropped: int = 0
    returned: int = 0


async def editions(work: Work, plan_id: int) -> list[EditionRecord]:
    """The live edition of a plan and its former ones, the last one first. Raises Missing where it is not live."""
    live = await work.plans.get(plan_id)
    if live is None or live.status is not PlanStatus.LIVE:
        raise Missing("plan-missing")
    former = await work.plans.editions_of(plan_id)
    lines = await work.journal.lines(f"plan:{plan_id}", limit=len(former) + 1, actions=_ACCEPTED)
    said = {line.at: line for line in lines}
    found = []
    for edition in (live, *former):
        line = said.get(edition.accepted_at) if edition.accepted_at else None
        counts = line.after if line and line.after else {}
        found.append(
            EditionRecord(
                edition=edition,
                accepted_at=edition.accepted_at,
                accepted_by=line.person_id if line else None,
                is_first=edition is (former[-1] if former else live),
                added=_count(counts, "added"),
                changed=_count(counts, "changed"),
                dropped=_count(counts, "dropped"),
                returned=_count(counts, "returned"),
            )
        )
    return found


def _count(counts: Mapping[str, Any], name: str) -> int:
    return int(counts.get(name) or 0)
