"""The same plans through the program, so that what it derives lies beside what the oracle says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any

from core.model.editions import LiveActivity, Ownership, PlanEdition
from core.model.obligations import DerivedObligation, ReportingRule
from core.model.people import Post
from core.owed.derive import derive
from core.plan.model import Activity
from core.ports.unit_of_work import WorkingDays
from tests.core.samples import EXPECTED, plan_of
from tests.oracle.owed import Owed, Readings, Rule

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


def derived(plan: Mapping[str, Any], rule: Rule, days: WorkingDays) -> list[Owed]:
    """What the program says that a plan owes by the rule, in the oracle's shape and order.

    All rows are of one post: who owes is another question.
    """
    printed = [{name: cell for name, cell in row.items() if cell is not None} for row in plan["activities"]]
    owner = Ownership(owner=POST)
    rows = [
        LiveActivity(id=at, plan_id=1, position=at, row=Activity.model_validate(row), ownership=owner)
        for at, row in enumerate(printed, 1)
    ]
    ids = {a.id: a.row.id for a in rows}
    posts = {POST: Post(id=POST, name="Ответственный")}
    found = derive(_edition(plan["plan"], _reporting_rule(rule, ids)), rows, posts, days)
    return sorted(
        (_as_owed(one, ids) for one in found), key=lambda one: (one.activity, one.report_due, one.period)
    )


def _edition(span: Mapping[str, Any], rule: ReportingRule) -> PlanEdition:
    start, end = date.fromisoformat(span["period_start"]), date.fromisoformat(span["period_end"])
    bounds = {"period_start": start, "period_end": end, "rule": rule}
    return plan_of(start.year, end.year).model_copy(update=bounds)


def _reporting_rule(rule: Rule, ids: Mapping[int, str]) -> ReportingRule:
    kinds = {kind: asdict(said) for kind, said in rule.kinds.items()}
    rows = {at: asdict(rule.rows[row]) for at, row in ids.items() if row in rule.rows}
    return ReportingRule.model_validate({**asdict(rule), "kinds": kinds, "rows": rows})


def _as_owed(one: DerivedObligation, ids: Mapping[int, str]) -> Owed:
    due = one.due
    days = (str(day) for day in (due.deadline, due.opens, due.report_due, due.closes))
    return Owed(ids[one.activity_id], one.kind.value, one.period, *days)
