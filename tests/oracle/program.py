"""The same plans through the program, so that what it derives lies beside what the oracle says."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any

from core.model.editions import LiveActivity, Ownership, PlanEdition
from core.model.obligations import DerivedObligation, ReportingRule
from core.model.people import Post
from core.owed.derive import derive
from core.ports.unit_of_work import WorkingDays
from tests.core.samples import EXPECTED, plan_of, rows_of
from tests.oracle.owed import Owed, Readings, Rule, Said

POST = 1

RULES = {
    "hospital-2024": Rule(cycle="quarter", starts_on=date(2024, 1, 1)),
    "covid-2020": Rule(cycle="month", starts_on=date(2020, 7, 1), none_due_before=date(2020, 7, 6)),
    "almaty-2030": Rule(cycle="year"),
    "concept-2026": Rule(cycle="year", due_day="04-15"),
    "digital-2027": Rule(cycle="quarter"),
}
"""Five real plans, each with the rule that it is reported by (domain, §8)."""

OF_PROGRAM = Readings(
    last_week="whole", money_alone="turns", values_by="plan", further_month="cycle", dated_opens="plan"
)
"""How the program reads what the page leaves open."""


@cache
def reading(name: str) -> dict[str, Any]:
    """The plan as it is expected to be read."""
    shape: dict[str, Any] = json.loads((EXPECTED / f"{name}.expected.json").read_text(encoding="utf-8"))
    return shape


@cache
def activities(name: str) -> list[LiveActivity]:
    """The plan's rows, all of one post: who owes is another question."""
    owner = Ownership(owner=POST)
    return [
        LiveActivity(id=at, plan_id=1, position=at, row=row, ownership=owner)
        for at, row in enumerate(rows_of(name), 1)
    ]


def derived(name: str, rule: Rule, days: WorkingDays) -> list[Owed]:
    """What the program says that the plan owes by the rule, in the oracle's shape and order."""
    rows = activities(name)
    ids = {a.id: a.row.id for a in rows}
    found = derive(_plan(name, rule), rows, {POST: Post(id=POST, name="Ответственный")}, days)
    return sorted(
        (_as_owed(one, ids) for one in found), key=lambda one: (one.activity, one.report_due, one.period)
    )


def _plan(name: str, rule: Rule) -> PlanEdition:
    span = reading(name)["plan"]
    start, end = date.fromisoformat(span["period_start"]), date.fromisoformat(span["period_end"])
    plan = plan_of(start.year, end.year)
    bounds = {"period_start": start, "period_end": end, "rule": _as_reporting_rule(name, rule)}
    return plan.model_copy(update=bounds)


def _as_reporting_rule(name: str, rule: Rule) -> ReportingRule:
    number = {a.row.id: a.id for a in activities(name)}
    kinds = {kind: _timing(said) for kind, said in rule.kinds.items()}
    rows = {number[row]: _timing(said) for row, said in rule.rows.items()}
    return ReportingRule.model_validate({**asdict(rule), "kinds": kinds, "rows": rows})


def _timing(said: Said) -> dict[str, Any]:
    return asdict(said)


def _as_owed(one: DerivedObligation, ids: dict[int, str]) -> Owed:
    due = one.due
    days = (str(day) for day in (due.deadline, due.opens, due.report_due, due.closes))
    return Owed(ids[one.activity_id], one.kind.value, one.period, *days)
