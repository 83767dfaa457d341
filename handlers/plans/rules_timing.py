"""⚙️ What of a plan's rule holds for one kind of deadline, or for one row alone: when it opens, by when it is due."""

from __future__ import annotations

from core.kernel.errors import Missing, Outdated
from core.lifecycle import reporting_rules, rule_timing
from core.model.editions import LiveActivity, PlanEdition
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import Button, Html, Screen, begun, bold, button, in_rows, lines, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import RuleKinds, RuleTiming
from handlers.plans.plans import open_plan_of
from handlers.plans.rules import plan_title, try_change
from handlers.words.rules_words import kind_line, timing_value, timing_words


@tap("rkinds", roles=COORDINATORS)
async def open_kinds(turn: Turn) -> None:
    turn.show(RuleKinds(plan=(await reporting_rules.live_plan(turn.work, turn.number())).id))


@view(RuleKinds, roles=COORDINATORS)
async def show_kinds(turn: Turn, args: RuleKinds) -> Screen:
    """The kinds of deadlines that the plan has, each with its days; a tap changes them."""
    plan = await reporting_rules.live_plan(turn.work, args.plan)
    counted = rule_timing.kinds_of(plan, (await open_plan_of(turn, plan.id)).activities.values())
    text = lines(
        bold(plan_title(turn, plan)),
        "",
        turn.say("timing-kinds" if counted else "timing-no-kinds"),
        *(kind_line(turn, plan.rule, kind, count) for kind, count in counted.items()),
        turn.say("timing-rows", count=len(plan.rule.rows)) if plan.rule.rows else None,
    )
    rows = [
        [button(turn.plain(f"timing-kind-{kind}", count=count), "rtime", plan.id, kind, "due")]
        for kind, count in counted.items()
    ]
    return Screen(
        text,
        [
            *rows,
            [button(turn.plain("rules-rows"), "orows", plan.id, 0)],
            [button(turn.plain("back"), "rules", plan.id)],
        ],
    )


@tap("rtime", roles=COORDINATORS)
async def open_timing(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.number())
    of, part = turn.word(1), turn.word(2)
    if part not in rule_timing.parts_of(of, await _row(turn, plan, of)):
        raise Outdated("card-outdated")
    asks = None if part == "cycle" else "rule-timing"
    turn.show(RuleTiming(plan=plan.id, scope=of, part=part), asks=asks)


@view(RuleTiming, roles=COORDINATORS)
async def show_timing(turn: Turn, args: RuleTiming) -> Screen:
    """The days of one kind, or of one row, with the values that a part of them can take; days can also be typed."""
    plan = await reporting_rules.live_plan(turn.work, args.plan)
    row = await _row(turn, plan, args.scope)
    now = rule_timing.value_of(plan.rule, args.scope, args.part)
    choices = [
        button(
            ("● " if value == now else "") + begun(timing_value(turn, args.part, value)),
            "rtval",
            plan.id,
            args.scope,
            args.part,
            value,
        )
        for value in rule_timing.CHOICES[args.part]
    ]
    others = [
        button(turn.plain(f"timing-part-{part}"), "rtime", plan.id, args.scope, part)
        for part in rule_timing.parts_of(args.scope, row)
        if part != args.part
    ]
    text = lines(
        bold(plan_title(turn, plan)),
        "",
        *_what(turn, plan, args.scope, row),
        "",
        turn.say(f"timing-ask-{args.part}"),
    )
    return Screen(text, [*in_rows(choices, 2), *in_rows(others, 2), [_back(turn, plan, args.scope)]])


def _what(turn: Turn, plan: PlanEdition, of: str, row: LiveActivity | None) -> list[Html]:
    if row is None:
        return [kind_line(turn, plan.rule, of)]
    said = timing_words(turn, rule_timing.said_of(plan.rule, of))
    return [
        turn.say("timing-of-row", row=f"{row.position + 1}. {shortened(row.row.title, 200)}"),
        turn.say("timing-deadline", deadline=row.row.deadline_text or "—"),
        turn.say("timing-row-says", said=said) if said else turn.say("timing-row-plain"),
    ]


def _back(turn: Turn, plan: PlanEdition, of: str) -> Button:
    row = rule_timing.row_of(of)
    if row is None:
        return button(turn.plain("back"), "rkinds", plan.id)
    return button(turn.plain("back"), "orow", plan.id, row, 0)


@tap("rtval", roles=COORDINATORS)
async def choose(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.number())
    await _row(turn, plan, turn.word(1))
    await try_change(turn, plan, rule_timing.chosen(plan.rule, turn.word(1), turn.word(2), turn.word(3)))


@typed("rule-timing", roles=COORDINATORS)
async def take(turn: Turn) -> None:
    shown = turn.on(RuleTiming)
    plan = await reporting_rules.live_plan(turn.work, shown.plan)
    await try_change(
        turn, plan, rule_timing.typed(plan.rule, shown.scope, shown.part, turn.typed, turn.deps.today())
    )


async def _row(turn: Turn, plan: PlanEdition, of: str) -> LiveActivity | None:
    """The row that is meant, None for a kind. Raises Outdated where the plan has no such row."""
    row = rule_timing.row_of(of)
    if row is None:
        return None
    try:
        return (await open_plan_of(turn, plan.id)).known_row(row)
    except Missing as error:
        raise Outdated("card-outdated") from error
