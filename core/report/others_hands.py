"""Who else had a hand in a report that two people share: the last version, and what was recorded since (domain, §6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from core.model.obligations import Obligation
from core.ports.unit_of_work import Work


@dataclass(frozen=True, slots=True)
class ByOther:
    """Somebody else did it, at that moment."""

    did: Literal["submitted", "recorded"]
    person_id: int
    at: datetime


async def by_others(work: Work, o: Obligation, person_id: int) -> list[ByOther]:
    """Who handed it in last, and who changed the draft since then, where that was somebody else than this person."""
    last = (await work.obligations.last_submissions([o.id]))[:1] if o.version else []
    since = last[0].submitted_at if last else None
    found = [
        ByOther("submitted", s.submitted_by, s.submitted_at) for s in last if s.submitted_by != person_id
    ]
    if o.recorded_by is None or o.recorded_by == person_id or o.recorded_at is None:
        return found
    is_anything = bool(not o.draft.is_empty or o.draft.odd or o.draft.evidence)
    if is_anything and (since is None or o.recorded_at > since):
        found.append(ByOther("recorded", o.recorded_by, o.recorded_at))
    return found
