"""What is owed: obligations derived from a plan, its reporting rule and its owners (domain, §3)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from core.kernel.periods import Cycle
from core.model.delegation import Acting
from core.plan.reports import Draft


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


RowKind = Literal["dated", "period", "recurring", "continuous", "event"]
"""What a report goes by, of which the reporting rule may say something of its own: a day that the plan names, a month,
quarter or year that it names, a turn of what recurs, a cycle of what goes on (all the time, or until a span of time ends) or of what
may happen."""

DueBy = Literal["count", "fixed", "deadline", "plan"]
"""How a report's day is found: so many working days after its own period, a fixed day of the year after it, the day of
the work itself, or as the plan's other reports of the cycle that holds it."""


class Timing(_Model):
    """What one kind of deadline or one row has otherwise than the plan (domain, §3); None: as without it.

    `due_by` "count" goes with `working_day` (counted from the end of the report's own period, 0 is that day itself),
    "fixed" with `fixed_day` ("04-15"). `opens_days_before` counts back from the end of the work or of the period,
    whichever is first. `cycle` matters where the deadline itself has no turns: continuous, event, ranges.
    """

    cycle: Cycle | None = None
    due_by: DueBy | None = None
    working_day: int | None = None
    fixed_day: str | None = None
    opens_days_before: int | None = None


class RuleParts(_Model):
    """The parts of a plan's reporting rule. The defaults are those of domain, §3.

    When: each cycle, on the `due_working_day`-th working day after it; `due_day` ("04-15") is a fixed day of the year
    after the period and replaces the count. `day_off` says what happens to a due day that falls on a day off.
    `kinds` and `rows` (by activity id) have what a kind of deadline and a row have otherwise: the narrowest wins.
    Nothing is owed for a period that was over before `starts_on`, nor what was due before `none_due_before` (the day on
    which the plan came in, so that nothing is late at once); None: nothing of the past is left out. `rows_since` has, by
    activity id, the day on which a later edition brought a row: it owes nothing for what was over by then.

    Who: by `each`, every post of a row owes its own report and the lead the consolidated one, which is due
    `consolidation_working_days` after the others', or on `consolidated_due_day` of the year after the period.

    With what: `file_demanded` asks a file of every form of completion; `files_allowed` is off where papers must not
    be sent at all (patients' data, restricted marks: domain, §6). `reasons` are the usual reasons offered as buttons, in the
    coordinator's words; "#money" is the built-in one `reason-money`, and none given means all built-in ones.

    Of the figures, by activity id: `cumulative` rows report what is reached since the year began, `not_cumulative`
    ones the period alone (`runs_on`); `better` says where less is more, or that it is not. Each against what the
    row's words say; without it those decide.
    """

    cycle: Cycle = "quarter"
    due_working_day: int = 5
    due_day: str | None = None
    opens_days_before_end: int = 10
    closes_working_days_after_due: int = 10
    day_off: Literal["keep", "before", "after"] = "after"
    responsibility: Literal["one", "each"] = "one"
    consolidation_working_days: int = 10
    consolidated_due_day: str | None = None
    file_demanded: bool = False
    files_allowed: bool = True
    reasons: tuple[str, ...] = ()
    cumulative: frozenset[int] = frozenset()
    not_cumulative: frozenset[int] = frozenset()
    better: dict[int, Literal["up", "down"]] = {}
    kinds: dict[RowKind, Timing] = {}
    rows: dict[int, Timing] = {}
    starts_on: date | None = None
    none_due_before: date | None = None
    rows_since: dict[int, date] = {}


class ReportingRule(RuleParts):
    """How a plan is reported on, as its coordinator set it."""

    @property
    def demands_file(self) -> bool:
        """A plan whose files must not be sent at all cannot demand one."""
        return self.file_demanded and self.files_allowed

    def runs_on(self, activity_id: int) -> bool | None:
        """Whether the row reports what is reached since the year began; None where its own words decide."""
        if activity_id in self.cumulative:
            return True
        return False if activity_id in self.not_cumulative else None


class RuleChange(RuleParts):
    """Parts of a rule that are set anew: only those that were given, whatever the others' defaults are.

    It is kept with the coordinator's card. A part that there is not is kept too, and refused where it is applied.
    """

    model_config = ConfigDict(extra="allow")

    @property
    def parts(self) -> dict[str, Any]:
        """What is set, by the part's name."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class ObligationKind(StrEnum):
    TARGET = "target"
    STAGE = "stage"
    TURN = "turn"
    CYCLE = "cycle"


class ReportState(StrEnum):
    """Where the report on an obligation stands. NONE: nothing was recorded yet."""

    NONE = "none"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class Due(_Model):
    """The four times of an obligation, as days in the plan's zone; each means the end of that day but `opens`."""

    deadline: date
    opens: date
    report_due: date
    closes: date


RequestKind = Literal["extension", "not_required"]
"""What an officer may ask of a manager about an obligation: another day, or that it be left out."""


class Extension(_Model):
    """The days to which granted extensions moved an obligation; None where that day stayed as it was.

    An extension of the work moves `deadline`; one of the report moves `report_due` and, with it, `closes`.
    """

    deadline: date | None = None
    report_due: date | None = None
    closes: date | None = None


class DerivedObligation(_Model):
    """An obligation as the rules derive it, before it has an id. Its key is (activity, post, kind, period)."""

    activity_id: int
    post_id: int
    kind: ObligationKind
    period: str
    target: str | None
    due: Due

    @property
    def key(self) -> tuple[int, int, str, str]:
        return self.activity_id, self.post_id, self.kind.value, self.period


class Obligation(DerivedObligation):
    """One report owed by one post for one activity and one period, with the draft that belongs to it.

    `revision` rises with each change of the draft; `version` counts submissions. `withdrawn` closes an
    obligation that fell away; it is never deleted. `submitted` is the last version in the scale of the row as it is
    now (`core.report.rescale`); the version itself stays as it was handed in. `first_submitted_on` is the local day of version 1.

    `due` stays as the plan has it; `extension` is what was granted since. `excused` was agreed as not required.
    `asking` names the request that waits for a manager. `recorded_by` is who changed the draft last. `acting` is not
    of the obligation but of who reads it from their own worklist: in whose stead they report on it.
    """

    id: int
    plan_id: int
    state: ReportState = ReportState.NONE
    draft: Draft = Draft()
    submitted: Draft | None = None
    revision: int = 0
    version: int = 0
    first_submitted_on: date | None = None
    withdrawn: bool = False
    comment: str | None = None
    extension: Extension | None = None
    excused: bool = False
    asking: RequestKind | None = None
    recorded_by: int | None = None
    recorded_at: datetime | None = None
    acting: Acting | None = None

    @property
    def stood_in(self) -> bool:
        """Whether who reads it reports on it as a substitute, during a leave."""
        return self.acting is not None and self.acting.is_substitute

    @property
    def due_now(self) -> Due:
        """The four times as they hold now: as extensions moved them, never earlier than the plan's own.

        A new edition of the plan may have a day that is later than the one that was granted.
        """
        if self.extension is None:
            return self.due
        granted = self.extension.model_dump(exclude_none=True)
        return self.due.model_copy(update={k: max(day, getattr(self.due, k)) for k, day in granted.items()})

    @property
    def is_submitted(self) -> bool:
        """Whether a report is with the manager; a correction in the making does not take it back."""
        return self.version > 0 and self.state is not ReportState.RETURNED


class NotYetOpen(_Model):
    """How many reports of a plan and period open on a day to come, and the first day on which one of them is due.

    `until` is the last day on which the person stands in for whose reports these are; None where they are their own.
    """

    plan_id: int
    period: str
    opens: date
    report_due: date
    count: int
    until: date | None = None
