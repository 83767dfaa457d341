"""What became of one report: its versions, what the manager decided, what was asked about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.model.obligations import Obligation
from core.model.requests import Request
from core.owed.plan_cache import OpenPlan
from core.plan.reports import Measure
from core.ports.repositories import JournalLine, Submission
from core.ports.unit_of_work import Work
from core.report import review
from core.report.rescale import measures_when

DECISIONS = frozenset({review.ACCEPTED, review.RETURNED})
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Version:
    """A version that was given, with the measures that its row had then."""

    submission: Submission
    measures: tuple[Measure, ...]

    @property
    def at(self) -> datetime:
        return self.submission.submitted_at


@dataclass(frozen=True, slots=True)
class Decision:
    """It was accepted or returned (`review.ACCEPTED`, `review.RETURNED`), with the manager's comment."""

    at: datetime
    action: str
    by: int | None
    comment: str | None

    @classmethod
    def of(cls, line: JournalLine) -> Decision:
        comment = (line.after or {}).get("comment")
        return cls(line.at, line.action, line.person_id, str(comment) if comment else None)


@dataclass(frozen=True, slots=True)
class Requested:
    """Another day was asked for, or that it be left out; the request as it stands now."""

    request: Request

    @property
    def at(self) -> datetime:
        return self.request.asked_at


Event = Version | Decision | Requested


async def events_of(work: Work, plan: OpenPlan, o: Obligation) -> Sequence[Event]:
    """Oldest first."""
    found: list[Event] = [
        Version(s, tuple(await measures_when(work, plan, o, s.submitted_at)))
        for s in await work.obligations.submissions(o.id)
    ]
    journal = await work.journal.lines(f"obligation:{o.id}", limit=_MOST_LINES)
    found += [Decision.of(line) for line in journal if line.action in DECISIONS]
    found += [Requested(request) for request in await work.requests.of_obligation(o.id)]
    return sorted(found, key=lambda e: e.at)
