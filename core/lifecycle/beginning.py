"""From which day on a plan is reported on: asked when it is accepted, with what each answer makes (domain, §3)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.dates.typed_days import read_day
from core.kernel.errors import UnreadableInput
from core.kernel.periods import Cycle, Period
from core.lifecycle import reporting_rules
from core.model.editions import LiveActivity, PlanEdition
from core.model.obligations import ObligationKind, ReportingRule, RuleChange
from core.owed.derive import derive
from core.owed.reporting_periods import Occasion
from core.owed.timing import due_days
from core.plan.model import ReadPlan
from core.ports.unit_of_work import Work, WorkingDays

_PLAN_ITSELF = 0
"""No row has this id: of a whole period of the plan, where its rule alone counts."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """One answer: the first day that counts, and whether what was due before today is asked for as well.

    `owed` reports it makes, `late` of them were due before today. `period` is the plan's period that begins that day.
    """

    starts_on: date
    with_past: bool
    owed: int
    late: int
    period: Period | None = None


def without_past(rule: ReportingRule, today: date) -> date:
    """The day before which nothing is owed that was due: the one on which the plan came in, where that was kept.

    Said again later it stays that day, so that what fell due since is not withdrawn.
    """
    return rule.none_due_before or today


def beginning(starts_on: date, none_due_before: date | None) -> RuleChange:
    return RuleChange(starts_on=starts_on, none_due_before=none_due_before)


def proposed_cycle(read: ReadPlan) -> Cycle:
    """The commonest period of the plan's columns of values; a quarter where it has none."""
    columns = {code for row in read.activities for code in (*row.targets, *row.funding)}
    cycles = Counter(cycle for code in columns if (cycle := Period.parse(code).cycle) is not None)
    shortest_first = ("week", "month", "quarter", "half_year", "year")
    return max(cycles, key=lambda c: (cycles[c], -shortest_first.index(c)), default="quarter")


def open_period(rule: ReportingRule, days: WorkingDays, today: date) -> Period:
    """The period of the plan's cycle that is being reported on: the one that is over while its report is not due yet,
    else the one that today is of."""
    now = Period.holding(today, rule.cycle)
    before = Period.holding(now.start - timedelta(days=1), rule.cycle)
    occasion = Occasion(ObligationKind.CYCLE, before, before.end)
    return before if due_days(occasion, _PLAN_ITSELF, rule, days).report_due >= today else now


def by_default(plan: PlanEdition, days: WorkingDays, today: date) -> RuleChange:
    """What a plan begins with as it is accepted: its cycle by its columns, and the period that is open now."""
    cycle = proposed_cycle(plan.settled_reading)
    period = open_period(plan.rule.model_copy(update={"cycle": cycle}), days, today)
    return RuleChange(cycle=cycle, starts_on=period.start, none_due_before=today)


async def begin(
    work: Work, plan: PlanEdition, by: int | None, now: datetime, days: WorkingDays, today: date
) -> tuple[PlanEdition, list[Beginning]]:
    """Begins an accepted plan by default, one that would owe nothing so with all that is past; → the plan with its rule,
    and the answers that the coordinator can give."""
    begun = plan.model_copy(
        update={"rule": reporting_rules.changed(plan.rule, by_default(plan, days, today))}
    )
    found = await choices(work, begun, days, today)
    if not found[0].owed:
        whole = beginning(found[-1].starts_on, None)
        begun = plan.model_copy(update={"rule": reporting_rules.changed(begun.rule, whole)})
    change = RuleChange(
        **{name: getattr(begun.rule, name) for name in ("cycle", "starts_on", "none_due_before")}
    )
    await reporting_rules.change(work, plan, change, by, now, days)
    return begun, found


async def choices(work: Work, plan: PlanEdition, days: WorkingDays, today: date) -> list[Beginning]:
    """The default first, then the next period, then with everything that is past; each makes other reports than the
    ones before. Counted as if every proposed owner were confirmed. Writes nothing."""
    activities = await work.plans.activities(plan.id)
    posts = {p.id: p for p in await work.people.posts()}

    def counted(starts_on: date, with_past: bool, period: Period | None = None) -> Beginning:
        change = beginning(starts_on, None if with_past else without_past(plan.rule, today))
        rule = plan.rule.model_copy(update=change.parts)
        owed = derive(plan.model_copy(update={"rule": rule}), activities, posts, days)
        late = sum(d.due.report_due < today for d in owed)
        return Beginning(starts_on, with_past, len(owed), late, period)

    now = open_period(plan.rule, days, today)
    first = plan.period_start or _first_day(activities, now.start)
    found = [
        counted(now.start, False, now),
        counted(now.next().start, False, now.next()),
        counted(now.start, True, now),
        counted(first, True),
    ]
    seen: dict[tuple[int, int], Beginning] = {}
    for one in found:
        seen.setdefault((one.owed, one.late), one)
    return list(seen.values())


def read_first_day(text: str, today: date, language: str) -> date:
    """The day that was typed ("1 марта 2024"). Raises UnreadableInput, also where only a month or a quarter is named."""
    day = read_day(text, today, language)
    if day.day not in (int(number) for number in re.findall(r"[0-9]+", text)):
        raise UnreadableInput("begins-day-not-read", typed=" ".join(text.split())[:40])
    return day


def has_past(found: Sequence[Beginning]) -> bool:
    """Whether anything of the plan is past: without it there is nothing to ask."""
    return any(b.late for b in found)


def begins(rule: ReportingRule, found: Iterable[Beginning]) -> Beginning | None:
    """Which of the answers is in force."""
    return next(
        (b for b in found if b.starts_on == rule.starts_on and b.with_past == (rule.none_due_before is None)),
        None,
    )


def _first_day(activities: Sequence[LiveActivity], otherwise: date) -> date:
    """The first day that any row names, of a plan whose own period is not known."""
    ends = [a.row.deadline.end for a in activities if a.row.deadline.end is not None]
    return min((Period.holding(min(ends), "year").start, otherwise)) if ends else otherwise
