"""The coordinator sets a plan's reporting rule; what changes is told before it is applied (domain, §3 and §6).

Reports are kept whatever the rule: what falls away is withdrawn, and comes back with its drafts where the rule does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from core.dates.typed_days import read_day_of_year
from core.kernel.errors import Missing, NotAllowed, Outdated, UnreadableInput
from core.kernel.text import fold
from core.lifecycle.renewal import bring_up_to_date, derived_anew
from core.model.editions import PlanEdition, PlanStatus
from core.model.obligations import ReportingRule, RuleChange
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work, WorkingDays

OF_WHAT_IS_OWED = frozenset(
    "cycle due_working_day due_day opens_days_before_end closes_working_days_after_due day_off responsibility "
    "consolidation_working_days consolidated_due_day kinds rows starts_on none_due_before rows_since".split()
)
"""The parts of a rule that decide when and by whom a report is owed."""

PARTS: dict[str, str] = {
    "cycle": "cycle",
    "due": "due_working_day",
    "off": "day_off",
    "opens": "opens_days_before_end",
    "closes": "closes_working_days_after_due",
    "who": "responsibility",
    "svod": "consolidation_working_days",
}
"""How a button names a part of the rule, since it has 64 bytes → the part."""

CHOICES: dict[str, tuple[str, ...]] = {
    "cycle": ("week", "month", "quarter", "half_year", "year"),
    "due": ("3", "5", "10", "15"),
    "off": ("after", "before", "keep"),
    "opens": ("0", "5", "10", "20", "30"),
    "closes": ("0", "5", "10", "15", "20"),
    "who": ("one", "each"),
    "svod": ("5", "10", "15"),
}
SWITCHES: dict[str, str] = {"file": "file_demanded", "files": "files_allowed"}
FIXED_DAYS: dict[str, str] = {"due": "due_day", "svod": "consolidated_due_day"}
"""Of the parts that count working days: the fixed day of the year that can stand in their place."""

CUMULATIVE: dict[str, bool | None] = {"sum": True, "apart": False, "read": None}
BETTER: dict[str, Literal["up", "down"] | None] = {"up": "up", "down": "down", "auto": None}
"""How a button names what the coordinator says of one row; None: the row's own words decide."""

MOST_WORKING_DAYS = 60
LONGEST_OPENING = 366
"""Days: nothing is reported on more than a year before its period ends."""

MOST_REASONS = 12
LONGEST_REASON = 40
"""Characters: a reason is a button, and a phone cuts a longer one."""

NEXT_DAYS = 3

_COUNTED = re.compile(
    r"\s*([0-9]{1,4})\s*(?:-?(?:й|го|th|rd|nd|st|ші|шы)\b)?\s*(?:-?(?:раб|жұм|work)[^0-9]*)?", re.IGNORECASE
)
"""A bare number, or one said to be of working days: "7", "7-й рабочий день", "7 working days"."""

_DAYS = re.compile(
    r"\s*([0-9]{1,4})\s*(?:(?:раб|кален|жұм|күнтіз|work|calen)[^0-9]*|дн[^0-9]*|день|күн[^0-9]*|days?)?\s*",
    re.I,
)
"""A number of days: "10", "10 дней", "10 рабочих дней", "10 күн"."""


class Foreseen(BaseModel):
    """What a change of rule would do. `lost` counts withdrawn ones that were reported on.

    `moved` are due on another day. `reopened` open on another day, `hidden` of them are open today and would not be;
    `reclosed` close on another day though they are due on the same, `shut` of them are open today and would be closed.
    `next_due` says by when the next reports will be owed, `next_opens` and `next_closes` when they will open and close
    where that changes: (day, how many), the nearest first.
    """

    model_config = ConfigDict(frozen=True)
    added: int = 0
    withdrawn: int = 0
    lost: int = 0
    moved: int = 0
    reopened: int = 0
    hidden: int = 0
    reclosed: int = 0
    shut: int = 0
    next_due: tuple[tuple[date, int], ...] = ()
    next_opens: tuple[tuple[date, int], ...] = ()
    next_closes: tuple[tuple[date, int], ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many of what, in the order in which it is told."""
        names = "added withdrawn lost moved reopened hidden reclosed shut".split()
        return {name: getattr(self, name) for name in names}

    @property
    def is_nothing(self) -> bool:
        return not (self.added or self.withdrawn or self.moved or self.reopened or self.reclosed)


async def live_plan(work: Work, plan_id: int) -> PlanEdition:
    """A plan that owes reports. Raises Missing."""
    plan = await work.plans.get(plan_id)
    if plan is None or plan.status is not PlanStatus.LIVE:
        raise Missing("plan-missing")
    return plan


async def foresee(
    work: Work, plan: PlanEdition, changes: RuleChange, days: WorkingDays, today: date
) -> Foreseen:
    """The dry run: what the plan's reports would be by the changed rule. Writes nothing."""
    found = await derived_anew(work, plan.model_copy(update={"rule": changed(plan.rule, changes)}), days)
    kept = {o.id: o for o in found.kept}
    changes_of = [(kept[o].due, d.due) for o, d in found.changes.reschedule]
    moved = [1 for was, will in changes_of if was.report_due != will.report_due]
    reopened = [(was, will) for was, will in changes_of if was.opens != will.opens]
    reclosed = [
        (was, will)
        for was, will in changes_of
        if was.closes != will.closes and was.report_due == will.report_due
    ]
    return Foreseen(
        added=len(found.changes.add) + len(found.changes.revive),
        withdrawn=len(found.changes.withdraw),
        lost=sum(kept[i].version > 0 for i in found.changes.withdraw),
        moved=len(moved),
        reopened=len(reopened),
        hidden=sum(was.opens <= today < will.opens for was, will in reopened),
        reclosed=len(reclosed),
        shut=sum(was.closes >= today > will.closes for was, will in reclosed),
        next_due=_next(today, (d.due.report_due for d in found.derived)),
        next_opens=_next(today, (will.opens for _, will in reopened)),
        next_closes=_next(today, (will.closes for _, will in reclosed)),
    )


def _next(today: date, days: Iterable[date]) -> tuple[tuple[date, int], ...]:
    """The nearest days from today on, each with how often it is there."""
    return tuple(sorted(Counter(day for day in days if day >= today).items())[:NEXT_DAYS])


async def change(
    work: Work, plan: PlanEdition, changes: RuleChange, by: int | None, now: datetime, days: WorkingDays
) -> ReportingRule:
    """Sets parts of a plan's rule, with a line in the journal; what is owed is derived anew where they decide it."""
    rule = changed(plan.rule, changes)
    before, after = plan.rule.model_dump(mode="json"), rule.model_dump(mode="json")
    differing = [name for name in after if after[name] != before[name]]
    if not differing:
        return rule
    await work.plans.set_rule(plan.id, rule)
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=by,
            action="rule-set",
            subject=f"plan:{plan.id}",
            before={name: before[name] for name in differing},
            after={name: after[name] for name in differing},
        )
    )
    if not OF_WHAT_IS_OWED.isdisjoint(differing):
        await bring_up_to_date(work, plan.id, days, by, now)
    return rule


def changed(rule: ReportingRule, changes: RuleChange) -> ReportingRule:
    """The rule with some parts set. Raises ValueError where a part is none."""
    unknown = set(changes.parts) - set(ReportingRule.model_fields)
    if unknown:
        raise ValueError(f"no such parts of a rule: {sorted(unknown)}")
    return rule.model_copy(update=changes.parts)


def read_due(text: str, today: date) -> RuleChange:
    """By when reports are due, as typed: "7" is the 7th working day after the period, "15 апреля" a fixed day.

    Raises UnreadableInput.
    """
    if _COUNTED.fullmatch(text):
        return RuleChange(due_working_day=_working_days(text, 1), due_day=None)
    return RuleChange(due_day=_day_of_year(text, today))


def read_consolidated_due(text: str, today: date) -> RuleChange:
    """By when the consolidated report is due, likewise; the count is of working days after the others' day."""
    if _COUNTED.fullmatch(text):
        return RuleChange(consolidation_working_days=_working_days(text, 0), consolidated_due_day=None)
    return RuleChange(consolidated_due_day=_day_of_year(text, today))


def read_opening(text: str) -> RuleChange:
    """How many days before the end of its period a report opens, as typed. Raises UnreadableInput."""
    return RuleChange(opens_days_before_end=_days(text, LONGEST_OPENING))


def read_closing(text: str) -> RuleChange:
    """How many working days after the due day a period closes, as typed. Raises UnreadableInput."""
    return RuleChange(closes_working_days_after_due=_days(text, MOST_WORKING_DAYS))


def with_reason(
    rule: ReportingRule, text: str, built_in: Sequence[str], shown: Sequence[str] = ()
) -> RuleChange:
    """The usual reasons with another one, in the coordinator's words; `shown` are those there, as people read them.

    Raises UnreadableInput.
    """
    text = " ".join(text.split())
    if not 2 <= len(text) <= LONGEST_REASON or text.startswith("#"):
        raise UnreadableInput("rule-reason-length", most=LONGEST_REASON)
    reasons = reasons_of(rule, built_in)
    if fold(text) in map(fold, (*reasons, *shown)):
        raise UnreadableInput("rule-reason-there")
    if len(reasons) >= MOST_REASONS:
        raise UnreadableInput("rule-reasons-many", most=MOST_REASONS)
    return RuleChange(reasons=(*reasons, text))


def without_reason(rule: ReportingRule, at: int, built_in: Sequence[str]) -> RuleChange:
    """The usual reasons without the one at that place. Raises Missing, and UnreadableInput for the last one."""
    reasons = reasons_of(rule, built_in)
    if not 0 <= at < len(reasons):
        raise Missing("unknown")
    if len(reasons) == 1:
        raise UnreadableInput("rule-reason-last")
    return RuleChange(reasons=(*reasons[:at], *reasons[at + 1 :]))


def reasons_of(rule: ReportingRule, built_in: Sequence[str]) -> tuple[str, ...]:
    """What the plan's officers are offered: the coordinator's list, else all built-in ones ("#money")."""
    return rule.reasons or tuple(f"#{name}" for name in built_in)


def parts_of(rule: ReportingRule) -> list[str]:
    """The parts that can be set, by the names of their buttons; of a consolidated report only where there is one."""
    return [part for part in PARTS if part != "svod" or rule.responsibility == "each"]


def value_of(rule: ReportingRule, part: str) -> str | None:
    """Which of its choices a part has now; None where a fixed day of the year stands in its place."""
    fixed = getattr(rule, FIXED_DAYS[part]) if part in FIXED_DAYS else None
    return None if fixed else str(getattr(rule, PARTS[part]))


def chosen(part: str, value: str) -> RuleChange:
    """The part set to one of its choices. Raises Outdated where that is none."""
    if part not in PARTS or value not in CHOICES[part]:
        raise Outdated("card-outdated")
    changes: dict[str, Any] = {PARTS[part]: int(value) if value.isdecimal() else value}
    if part in FIXED_DAYS:
        changes[FIXED_DAYS[part]] = None
    return RuleChange.model_validate(changes)


def flipped(rule: ReportingRule, name: str) -> RuleChange:
    """A switch turned over: a file demanded, files allowed at all; each shuts the other out.

    Raises Outdated where there is no such switch, NotAllowed where files are demanded that may not be sent.
    """
    if name not in SWITCHES:
        raise Outdated("card-outdated")
    on = not getattr(rule, SWITCHES[name])
    changes = {SWITCHES[name]: on}
    if name == "file" and on and not rule.files_allowed:
        raise NotAllowed("rules-no-files")
    if name == "files" and not on:
        changes["file_demanded"] = False
    return RuleChange.model_validate(changes)


def row_set(rule: ReportingRule, activity_id: int, what: str) -> RuleChange:
    """What a button says of a row: how its figures count, or what is better. Raises Outdated where it says neither."""
    if what in CUMULATIVE:
        return row_cumulative(rule, activity_id, CUMULATIVE[what])
    if what in BETTER:
        return row_better(rule, activity_id, BETTER[what])
    raise Outdated("card-outdated")


def row_cumulative(rule: ReportingRule, activity_id: int, cumulative: bool | None) -> RuleChange:
    """Whether a row reports what is reached since the year began; None where the row's own words decide."""
    row = {activity_id}
    return RuleChange(
        cumulative=rule.cumulative | row if cumulative else rule.cumulative - row,
        not_cumulative=rule.not_cumulative | row if cumulative is False else rule.not_cumulative - row,
    )


def row_better(rule: ReportingRule, activity_id: int, better: Literal["up", "down"] | None) -> RuleChange:
    """Whether more or less is better on a row; None where the row's own words decide."""
    rows = {number: way for number, way in rule.better.items() if number != activity_id}
    return RuleChange(better=rows | {activity_id: better} if better else rows)


def _days(text: str, most: int) -> int:
    match = _DAYS.fullmatch(text)
    if match is None or int(match[1]) > most:
        raise UnreadableInput("rule-days-count", most=most)
    return int(match[1])


def _working_days(text: str, least: int) -> int:
    match = _COUNTED.fullmatch(text)
    number = int(match[1]) if match else -1
    if not least <= number <= MOST_WORKING_DAYS:
        raise UnreadableInput("rule-days-range", least=least, most=MOST_WORKING_DAYS)
    return number


def _day_of_year(text: str, today: date) -> str:
    try:
        return f"{read_day_of_year(text, today):%m-%d}"
    except UnreadableInput as refusal:
        raise UnreadableInput("rule-due-not-read", typed=" ".join(text.split())[:40]) from refusal
