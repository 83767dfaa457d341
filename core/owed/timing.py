"""When a report opens and by when it is due: the plan's rule, narrowed by the kind of its deadline and by its row.

Domain, §3: "it is set for the plan, may be set otherwise for a kind of deadline or for one row, and the narrowest wins".
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.kernel.periods import Cycle, Period
from core.model.editions import PlanEdition
from core.model.obligations import Due, DueBy, ReportingRule, RowKind, Timing
from core.owed.calendar import add_working_days, moved
from core.owed.reporting_periods import Bounds, Occasion
from core.plan.model import Activity, DeadlineKind
from core.ports.unit_of_work import WorkingDays

OWN_TURN_WORKING_DAYS: dict[Cycle, int] = {"week": 2, "month": 5}
"""A recurring row follows its own turn: the working day after its week or month on which the report is due."""

_KIND_OF_ROW: dict[DeadlineKind, RowKind] = {
    DeadlineKind.RANGE: "continuous",
    DeadlineKind.CONTINUOUS: "continuous",
    DeadlineKind.EVENT: "event",
}


@dataclass(frozen=True, slots=True)
class Times:
    """How the days of one report are found, with nothing left open.

    `due_by` "plan" counts `working_day` from the end of the plan's cycle that holds the report's period.
    """

    due_by: DueBy
    working_day: int
    fixed_day: str
    opens_days_before: int


def cycle_of(row: Activity, row_id: int, rule: ReportingRule) -> Cycle:
    """The cycle that a row without turns of its own is reported on."""
    kind = _KIND_OF_ROW.get(row.deadline.kind)
    by_kind = rule.kinds.get(kind) if kind else None
    said = (timing.cycle for timing in (rule.rows.get(row_id), by_kind) if timing is not None)
    return next((cycle for cycle in said if cycle is not None), rule.cycle)


def plan_bounds(plan: PlanEdition) -> Bounds | None:
    """The plan's own span; a plan with only its year known is a plan of that year."""
    if plan.period_start is None:
        return None
    return plan.period_start, plan.period_end or Period.holding(plan.period_start, "year").end


def times_of(occasion: Occasion, row_id: int, rule: ReportingRule) -> Times:
    """The plan's rule, then what the kind has by itself, then what was set of the kind, then of the row."""
    plan = found = _of_plan(rule)
    if occasion.rhythm is not None:
        found = _by_itself(occasion, found)
        found = _narrowed(found, rule.kinds.get(occasion.rhythm), plan)
    return _narrowed(found, rule.rows.get(row_id), plan)


def due_days(occasion: Occasion, row_id: int, rule: ReportingRule, days: WorkingDays) -> Due:
    """The four days of an obligation. The day of the work is never moved, and no report opens after it."""
    times = times_of(occasion, row_id, rule)
    due = moved(days, _report_due(occasion, times, rule, days), rule.day_off)
    return Due(
        deadline=occasion.deadline,
        opens=min(_opens(occasion, times), due),
        report_due=due,
        closes=add_working_days(days, due, rule.closes_working_days_after_due),
    )


def consolidated_due(occasion: Occasion, due: Due, rule: ReportingRule, days: WorkingDays) -> Due:
    """The days of the lead's consolidated report: so many working days after the others', or on a day of its own.

    It is never due before what it is made of (domain, §8: by 15 April the bodies, by 1 May the Ministry).
    """
    if rule.consolidated_due_day is None:
        last = add_working_days(days, due.report_due, rule.consolidation_working_days)
    else:
        last = _day_of(_cycle_end(occasion.period, rule).year + 1, rule.consolidated_due_day)
    last = max(moved(days, last, rule.day_off), due.report_due)
    closes = add_working_days(days, last, rule.closes_working_days_after_due)
    return due.model_copy(update={"report_due": last, "closes": closes})


def _of_plan(rule: ReportingRule) -> Times:
    """A turn shorter than the plan's cycle (months of a plan reported each quarter) is due with the cycle that holds it."""
    return Times(
        due_by="plan" if rule.due_day is None else "fixed",
        working_day=rule.due_working_day,
        fixed_day=rule.due_day or "",
        opens_days_before=rule.opens_days_before_end,
    )


def _by_itself(occasion: Occasion, plan: Times) -> Times:
    """What a kind of deadline has where nobody set anything of it (domain, §3)."""
    if occasion.rhythm == "dated":
        return replace(plan, due_by="deadline")
    if occasion.rhythm == "recurring" and occasion.every in OWN_TURN_WORKING_DAYS:
        return replace(plan, due_by="count", working_day=OWN_TURN_WORKING_DAYS[occasion.every])
    if occasion.rhythm in ("period", "recurring") and plan.due_by == "plan":
        return replace(plan, due_by="count")
    return plan


def _narrowed(times: Times, said: Timing | None, plan: Times) -> Times:
    if said is None:
        return times
    opens = times.opens_days_before if said.opens_days_before is None else said.opens_days_before
    if said.due_by == "plan":
        return replace(plan, opens_days_before=opens)
    return replace(
        times,
        due_by=said.due_by or times.due_by,
        working_day=times.working_day if said.working_day is None else said.working_day,
        fixed_day=said.fixed_day or times.fixed_day,
        opens_days_before=opens,
    )


def _report_due(occasion: Occasion, times: Times, rule: ReportingRule, days: WorkingDays) -> date:
    if times.due_by == "deadline":
        return occasion.deadline
    if times.due_by == "fixed":
        return _day_of(_cycle_end(occasion.period, rule).year + 1, times.fixed_day)
    if times.due_by == "count":
        return add_working_days(days, _own_end(occasion), times.working_day)
    return add_working_days(days, _cycle_end(occasion.period, rule), times.working_day)


def _opens(occasion: Occasion, times: Times) -> date:
    """So many days before the work is to be done, or its period ends; a week is not asked about before it began."""
    period = occasion.period
    opens = _own_end(occasion) - timedelta(days=times.opens_days_before)
    return opens if occasion.rhythm == "dated" else max(opens, period.start)


def _own_end(occasion: Occasion) -> date:
    return min(occasion.period.end, occasion.deadline)


def _cycle_end(period: Period, rule: ReportingRule) -> date:
    """The last day of what is reported on together: of the plan's cycle that holds a shorter turn."""
    return max(period.end, Period.holding(period.end, rule.cycle).end)


def _day_of(year: int, day: str) -> date:
    """ "04-15" of the year; the 29th of February is the last day of February in other years."""
    month, number = (int(part) for part in day.split("-"))
    return date(year, month, min(number, monthrange(year, month)[1]))
