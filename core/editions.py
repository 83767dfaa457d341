"""Plans in the register: a reading that waits for acceptance or is live, its activities with permanent ids, its owners."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from core.obligations import ReportingRule
from core.plan import Activity, ReadPlan


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class PlanStatus(StrEnum):
    PROPOSED = "proposed"
    LIVE = "live"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


class NewPlan(_Model):
    """A reading that is about to be put before the coordinator."""

    title: str | None
    organisation: str | None
    period_start: date | None
    period_end: date | None
    read: ReadPlan
    source_name: str
    source_sha256: str
    imported_by: int | None
    imported_at: datetime


class PlanEdition(NewPlan):
    """A plan in the register. Only a LIVE one owes reports; `settled` keeps what was decided of each doubt."""

    id: int
    status: PlanStatus = PlanStatus.PROPOSED
    rule: ReportingRule = ReportingRule()
    settled: dict[str, str] = {}
    accepted_at: datetime | None = None

    @property
    def lacks(self) -> tuple[str, ...]:
        """Which of the parts asked on acceptance are still missing: title, organisation, year."""
        parts = {"title": self.title, "organisation": self.organisation, "year": self.period_start}
        return tuple(name for name, value in parts.items() if not value)


class Ownership(_Model):
    """Who reports on an activity, who supervises it, who else is named. `confirmed` by the coordinator."""

    owner: int | None = None
    supervisor: int | None = None
    contributors: tuple[int, ...] = ()
    confirmed: bool = False


class LiveActivity(_Model):
    """An activity with its permanent id (`id`); `row` is what its edition prints of it."""

    id: int
    plan_id: int
    position: int
    row: Activity
    ownership: Ownership = Ownership()
