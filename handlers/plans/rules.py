"""⚙️ A plan's reporting rule: when, who, with what; what a change does is shown before it is applied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.kernel.errors import Outdated
from core.lifecycle import reporting_rules
from core.model.editions import PlanEdition, PlanStatus
from core.model.obligations import ReportingRule, RuleChange
from core.report.reasons import REASONS
from core.summary.formatting import format_day
from handlers.frame.paging import page_buttons
from handlers.frame.registry import COORDINATORS, command, tap, typed, view
from handlers.frame.screens import (
    LONGEST_NAME,
    Button,
    Html,
    Screen,
    begun,
    bold,
    button,
    in_rows,
    lines,
    pages,
    shortened,
)
from handlers.frame.turn import Turn
from handlers.frame.views import OwnerRow, RulePart, RuleReasons, Rules, RulesPlans, RuleTry
from handlers.plans.plans import open_plan_of
from handlers.words.rules_words import COUNTED, rule_lines, value_words

PLANS_PAGE = 8


@command("rules", roles=COORDINATORS)
async def open_plans(turn: Turn) -> None:
    """The rule of the one live plan, or the list of them."""
    plans = await turn.work.plans.with_status(PlanStatus.LIVE)
    if len(plans) == 1:
        turn.show(Rules(plan=plans[0].id))
    else:
        turn.show(RulesPlans(page=0))


@tap("rulesp", roles=COORDINATORS)
async def turn_plans(turn: Turn) -> None:
    turn.show(RulesPlans(page=turn.number()))


@view(RulesPlans, roles=COORDINATORS)
async def show_plans(turn: Turn, args: RulesPlans) -> Screen:
    """The live plans, the newest first."""
    plans = (await turn.work.plans.with_status(PlanStatus.LIVE))[::-1]
    page, first, count = pages(len(plans), args.page, PLANS_PAGE)
    rows = [
        [button(f"⚙️ {shortened(p.title or p.source_name, LONGEST_NAME - 2)}", "rules", p.id)]
        for p in plans[first : first + PLANS_PAGE]
    ]
    rows.append(page_buttons(turn, page, count, "rulesp"))
    text = turn.say("rules-which") if plans else turn.say("rules-no-plan")
    return Screen(text, [*rows, [button(turn.plain("home-button"), "home")]])


@tap("rules", roles=COORDINATORS)
async def open_rules(turn: Turn) -> None:
    turn.show(Rules(plan=(await reporting_rules.live_plan(turn.work, turn.number())).id))


@view(Rules, roles=COORDINATORS)
async def show_rules(turn: Turn, args: Rules) -> Screen:
    """The rule in words, and a button for each part of it."""
    plan = await reporting_rules.live_plan(turn.work, args.plan)
    rule = plan.rule
    parts = [
        button(turn.plain(f"rules-part-{part}"), "rset", plan.id, part)
        for part in reporting_rules.parts_of(rule)
    ]
    switches = [
        [
            button(
                turn.plain(f"rules-{name}-{'on' if getattr(rule, field) else 'off'}"), "rflip", plan.id, name
            )
        ]
        for name, field in reporting_rules.SWITCHES.items()
    ]
    rows = [
        *in_rows(parts, 2),
        *switches,
        [button(turn.plain("rules-reasons"), "rwhy", plan.id)],
        [
            button(turn.plain("timing-button"), "rkinds", plan.id),
            button(turn.plain("begins-way"), "starts", plan.id),
        ],
        [button(turn.plain("rules-rows"), "orows", plan.id, 0)],
        [button(turn.plain("back"), "pl", plan.id), button(turn.plain("home-button"), "home")],
    ]
    return Screen(lines(bold(plan_title(turn, plan)), "", *rule_lines(turn, rule, REASONS)), rows)


def plan_title(turn: Turn, plan: PlanEdition) -> str:
    return turn.say("rules-title", plan=shortened(plan.title or plan.source_name, 160))


# -- when and who: tried first


@tap("rset", roles=COORDINATORS)
async def open_part(turn: Turn) -> None:
    plan, part = await reporting_rules.live_plan(turn.work, turn.number()), turn.word(1)
    if part not in reporting_rules.parts_of(plan.rule):
        raise Outdated("card-outdated")
    asks = f"rule-{part}" if part in COUNTED else None
    turn.show(RulePart(plan=plan.id, part=part), asks=asks)


@view(RulePart, roles=COORDINATORS)
async def show_part(turn: Turn, args: RulePart) -> Screen:
    """The values that a part can take; days can also be typed."""
    plan, part = await reporting_rules.live_plan(turn.work, args.plan), args.part
    now = reporting_rules.value_of(plan.rule, part)
    choices = [
        button(
            ("● " if value == now else "") + begun(value_words(turn, part, value)),
            "rtry",
            plan.id,
            part,
            value,
        )
        for value in reporting_rules.CHOICES[part]
    ]
    text = lines(bold(plan_title(turn, plan)), "", turn.say(f"rules-ask-{part}"))
    return Screen(text, [*in_rows(choices, 1), [button(turn.plain("back"), "rules", plan.id)]])


@tap("rtry", roles=COORDINATORS)
async def try_value(turn: Turn) -> None:
    plan, part, value = await reporting_rules.live_plan(turn.work, turn.number()), turn.word(1), turn.word(2)
    await try_change(turn, plan, reporting_rules.chosen(part, value))


@typed("rule-due", roles=COORDINATORS)
async def take_due(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.on(RulePart).plan)
    await try_change(turn, plan, reporting_rules.read_due(turn.typed, turn.deps.today()))


@typed("rule-svod", roles=COORDINATORS)
async def take_consolidated_due(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.on(RulePart).plan)
    await try_change(turn, plan, reporting_rules.read_consolidated_due(turn.typed, turn.deps.today()))


@typed("rule-opens", roles=COORDINATORS)
async def take_opening(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.on(RulePart).plan)
    await try_change(turn, plan, reporting_rules.read_opening(turn.typed))


@typed("rule-closes", roles=COORDINATORS)
async def take_closing(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.on(RulePart).plan)
    await try_change(turn, plan, reporting_rules.read_closing(turn.typed))


async def try_change(turn: Turn, plan: PlanEdition, changes: RuleChange) -> None:
    """Applies at once what changes nothing that is owed; anything else is shown first."""
    found = await reporting_rules.foresee(turn.work, plan, changes, turn.deps.days, turn.deps.today())
    if found.is_nothing:
        await set_rule(turn, plan, changes)
    else:
        turn.show(RuleTry(plan=plan.id, changes=changes))


@view(RuleTry, roles=COORDINATORS)
async def show_dry_run(turn: Turn, args: RuleTry) -> Screen:
    """How the rule would read, how many reports would be added, withdrawn, moved, and what is due next."""
    plan = await reporting_rules.live_plan(turn.work, args.plan)
    found = await reporting_rules.foresee(turn.work, plan, args.changes, turn.deps.days, turn.deps.today())
    text = lines(
        bold(plan_title(turn, plan)),
        "",
        *rule_lines(turn, reporting_rules.changed(plan.rule, args.changes), REASONS, only_owed=True),
        "",
        *_foreseen(turn, found),
    )
    rows = [
        [button(turn.plain("rules-apply"), "ruleok", plan.id)],
        [button(turn.plain("rules-leave"), "rules", plan.id)],
    ]
    return Screen(text, rows)


def _foreseen(turn: Turn, found: reporting_rules.Foreseen) -> list[Html]:
    """What the dry run says: each count that there is, then the next days."""
    return [
        bold(turn.say("rules-dry")),
        *(turn.say(f"rules-{name}", count=count) for name, count in found.counts.items() if count),
        *([turn.say("rules-nothing")] if found.is_nothing else []),
        *_next_days(turn, "rules-next-opens", found.next_opens),
        *_next_days(turn, "rules-next", found.next_due),
        *_next_days(turn, "rules-next-closes", found.next_closes),
    ]


def _next_days(turn: Turn, message_id: str, days: Sequence[tuple[date, int]]) -> list[Html]:
    return [
        turn.say(message_id, day=format_day(on, turn.deps.texts, turn.language, "full"), count=count)
        for on, count in days
    ]


@tap("ruleok", roles=COORDINATORS, style="success")
async def apply(turn: Turn) -> None:
    """Applies what the card shows."""
    tried = turn.on(RuleTry)
    await set_rule(turn, await reporting_rules.live_plan(turn.work, tried.plan), tried.changes)


async def set_rule(
    turn: Turn, plan: PlanEdition, changes: RuleChange, back: type[Rules] | type[RuleReasons] = Rules
) -> None:
    """Applies a change of the rule and goes back to the card that it was made on."""
    await reporting_rules.change(turn.work, plan, changes, turn.person_id, turn.now, turn.deps.days)
    turn.change_plans()
    turn.tell("settings-saved")
    asks = "rule-reason" if back is RuleReasons else None
    notice = turn.card.view.notice if turn.tap is None else None
    turn.show(back(plan=plan.id), asks=asks, notice=notice)


# -- with what: set at once


@tap("rflip", roles=COORDINATORS)
async def flip(turn: Turn) -> None:
    """Whether a file is demanded, whether files may be sent at all; each shuts the other out."""
    plan, name = await reporting_rules.live_plan(turn.work, turn.number()), turn.word(1)
    await set_rule(turn, plan, reporting_rules.flipped(plan.rule, name))


# -- of one row


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
    shown = turn.shows(OwnerRow)
    page = shown.page if shown is not None else 0
    turn.show(OwnerRow(plan=plan.id, activity=activity_id, page=page), asks="owner-post")


def row_buttons(turn: Turn, plan_id: int, activity_id: int, rule: ReportingRule) -> list[list[Button]]:
    """What can be set of one row: when its reports are due, how its figures count."""
    runs_on = rule.runs_on(activity_id)
    now, then = {None: ("auto", "sum"), True: ("on", "apart"), False: ("off", "read")}[runs_on]
    better = rule.better.get(activity_id)
    following = {None: "down", "down": "up", "up": "auto"}[better]
    return [
        [button(turn.plain("timing-row"), "rtime", plan_id, activity_id, "due")],
        [button(turn.plain(f"rules-row-sum-{now}"), "rrow", plan_id, activity_id, then)],
        [button(turn.plain(f"rules-row-{better or 'auto'}"), "rrow", plan_id, activity_id, following)],
    ]
