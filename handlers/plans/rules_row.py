"""⚙️ What the rule of a plan says of one row: whether it is cumulative, and what is better."""

from __future__ import annotations

from core.kernel.errors import Outdated
from core.lifecycle import reporting_rules
from core.model.obligations import ReportingRule
from handlers.frame.registry import COORDINATORS, tap
from handlers.frame.screens import Button, button
from handlers.frame.turn import Turn
from handlers.frame.views import OwnerRow
from handlers.plans.plans import open_plan_of


@tap("rrow", roles=COORDINATORS)
async def set_row(turn: Turn) -> None:
    """From a row's page: cumulative or not, more or less is better; each may be as its words say."""
    plan, activity_id = await reporting_rules.live_plan(turn.work, turn.number()), turn.number(1)
    if activity_id not in (await open_plan_of(turn, plan.id)).activities:
        raise Outdated("card-outdated")
    changes = reporting_rules.row_set(plan.rule, activity_id, turn.word(2))
    await reporting_rules.change(turn.work, plan, changes, turn.person_id, turn.now, turn.deps.days)
    turn.change_plans()
    turn.toast = turn.plain("settings-saved")
    shown = turn.card.view
    turn.show(
        OwnerRow(**{"page": 0, **shown.args, "plan": plan.id, "activity": activity_id}), asks="owner-post"
    )


def row_buttons(turn: Turn, plan_id: int, activity_id: int, rule: ReportingRule) -> list[list[Button]]:
    """What can be set of one row: how its figures count."""
    runs_on = rule.runs_on(activity_id)
    now, then = {None: ("auto", "sum"), True: ("on", "apart"), False: ("off", "read")}[runs_on]
    better = rule.better.get(activity_id)
    following = {None: "down", "down": "up", "up": "auto"}[better]
    return [
        [button(turn.plain(f"rules-row-sum-{now}"), "rrow", plan_id, activity_id, then)],
        [button(turn.plain(f"rules-row-{better or 'auto'}"), "rrow", plan_id, activity_id, following)],
    ]
