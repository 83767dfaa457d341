"""⚙️ The usual reasons of a plan: what officers are offered where they are asked why."""

from __future__ import annotations

from core.lifecycle import reporting_rules
from core.model.obligations import RuleChange
from core.report.reasons import REASONS
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import Screen, bold, button, html, lines
from handlers.frame.turn import Turn
from handlers.frame.views import RuleReasons
from handlers.plans.rules import plan_title, set_rule


@tap("rwhy", roles=COORDINATORS)
async def open_reasons(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.number())
    turn.show(RuleReasons(plan=plan.id), asks="rule-reason")


@view(RuleReasons, roles=COORDINATORS)
async def show_reasons(turn: Turn, args: RuleReasons) -> Screen:
    """The usual reasons that officers are offered; a typed one is added."""
    plan = await reporting_rules.live_plan(turn.work, args.plan)
    reasons = reporting_rules.reasons_of(plan.rule, REASONS)
    rows = [
        [button(turn.plain("rules-reason-remove", reason=reason_words(turn, r)), "rdel", plan.id, at)]
        for at, r in enumerate(reasons)
    ]
    if plan.rule.reasons:
        rows.append([button(turn.plain("rules-reasons-built-in"), "rstd", plan.id)])
    rows.append([button(turn.plain("back"), "rules", plan.id)])
    text = lines(
        bold(plan_title(turn, plan)),
        "",
        turn.say("rules-reasons-title"),
        *(html(f"· {reason_words(turn, r)}") for r in reasons),
        "",
        turn.say("rules-reason-ask"),
    )
    return Screen(text, rows)


def reason_words(turn: Turn, reason: str) -> str:
    """A usual reason as officers read it: a built-in one in their language, the coordinator's as written."""
    name = reason.removeprefix("#")
    return turn.plain(f"reason-{name}") if reason.startswith("#") and name in REASONS else reason


@typed("rule-reason", roles=COORDINATORS)
async def add_reason(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.on(RuleReasons).plan)
    known = [reason_words(turn, r) for r in reporting_rules.reasons_of(plan.rule, REASONS)]
    await set_rule(
        turn, plan, reporting_rules.with_reason(plan.rule, turn.typed, REASONS, known), RuleReasons
    )


@tap("rdel", roles=COORDINATORS)
async def remove_reason(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.number())
    await set_rule(
        turn, plan, reporting_rules.without_reason(plan.rule, turn.number(1), REASONS), RuleReasons
    )


@tap("rstd", roles=COORDINATORS)
async def built_in_reasons(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.number())
    await set_rule(turn, plan, RuleChange(reasons=()), RuleReasons)
