"""Plans in the register: a reading that waits for acceptance or is live, its activities with permanent ids, its owners."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from core.model.obligations import ReportingRule
from core.plan.columns import ReadingMap
from core.plan.model import Activity, GoalSaid, ReadPlan
from core.printed.plan_year import needs_year, with_year
from core.resolution.settling import settled


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
    settled: dict[str, str] = {}
    recalled: tuple[int, ...] = ()
    goals: dict[str, tuple[GoalSaid, ...]] = {}
    said: ReadingMap = ReadingMap()


class PlanHead(_Model):
    """What a list says of a plan in the register: a reading is large, and there may be hundreds.

    `source_name`, the name of its file, may be left empty in a list where the plan has a title.
    """

    id: int
    status: PlanStatus
    title: str | None
    organisation: str | None
    period_start: date | None
    period_end: date | None
    source_name: str


class Amendment(_Model):
    """What a waiting plan is to others: a new edition of `amends`, or (None) of none, as the coordinator said.

    `pairs` keeps what was said of uncertain pairs: place of the new row ("12") → id of the activity that it is, None
    where it is a new row. A superseded edition keeps in `amends` the plan that it was an edition of.
    """

    amends: int | None
    pairs: dict[str, int | None] = {}


class FormerRow(_Model):
    """A row as a superseded edition printed it, and until when that stood."""

    activity_id: int
    edition_id: int
    until: datetime
    row: Activity


class PlanEdition(NewPlan, PlanHead):
    """A plan in the register. Only a LIVE one owes reports.

    `settled` keeps the answer to each doubt by its place in the reading (core.resolution.settling); `recalled` names the places
    of those that were answered by what is remembered; `goals` is what was said of goals, by row (core.lifecycle.goal_answers);
    `said` what was said of the file's tables, of which `layouts` are those that an earlier file had as well. A plan keeps its id over all its editions: the reading of a
    new one takes the place of the old one, which is kept under the number that the new one waited with.
    """

    id: int
    status: PlanStatus = PlanStatus.PROPOSED
    rule: ReportingRule = ReportingRule()
    accepted_at: datetime | None = None
    amendment: Amendment | None = None

    @property
    def settled_reading(self) -> ReadPlan:
        """The reading with the coordinator's answers, and the year where no column prints one: what is accepted."""
        read = settled(self.read, self.settled)
        if self.period_start is not None and needs_year(self.read):
            read = with_year(read, self.period_start.year)
        return self._with_goals(read) if self.goals else read

    def _with_goals(self, read: ReadPlan) -> ReadPlan:
        rows = (
            a.model_copy(update={"goals": self.goals[a.id]}) if a.id in self.goals else a
            for a in read.activities
        )
        return read.model_copy(update={"activities": tuple(rows)})

    @property
    def amends(self) -> int | None:
        """The live plan that it is said to be a new edition of, or was one of; None for a plan of its own."""
        return self.amendment.amends if self.amendment is not None else None

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
