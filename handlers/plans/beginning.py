"""📅 From which day on a plan is reported on: asked as it is accepted, and changed later from its rules."""

from __future__ import annotations

from datetime import date

from core.kernel.errors import Outdated
from core.lifecycle import beginning, reporting_rules
from core.model.editions import PlanEdition
from core.summary.formatting import format_day, format_period
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import Button, Html, Screen, bold, button, lines, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import OwnersCard, PlanBegins
from handlers.plans.rules import plan_title, try_change


@tap("starts", roles=COORDINATORS)
async def open_begins(turn: Turn) -> None:
    plan = await reporting_rules.live_plan(turn.work, turn.number())
    turn.show(PlanBegins(plan=plan.id), asks="plan-begins")


@view(PlanBegins, roles=COORDINATORS)
async def show_begins(turn: Turn, args: PlanBegins) -> Screen:
    """Each answer with how many reports it makes; another day can be typed."""
    plan = await reporting_rules.live_plan(turn.work, args.plan)
    found = await beginning.choices(turn.work, plan, turn.deps.days, turn.deps.today())
    chosen = beginning.begins(plan.rule, found)
    title = shortened(plan.title or plan.source_name, 160) if args.accepting else plan_title(turn, plan)
    text = lines(
        bold(title),
        "",
        bold(turn.say("begins-ask")),
        *(_line(turn, one) for one in found),
        "",
        turn.say("begins-type"),
    )
    rows = [[_choice(turn, plan, one, one == chosen)] for one in found]
    back = [] if args.accepting else [button(turn.plain("back"), "rules", plan.id)]
    return Screen(text, [*rows, back])


def _line(turn: Turn, one: beginning.Beginning) -> Html:
    key = "begins-past" if one.with_past else "begins-from"
    return turn.say(key, what=_what(turn, one), count=one.owed, late=one.late)


def _what(turn: Turn, one: beginning.Beginning) -> str:
    day = format_day(one.starts_on, turn.deps.texts, turn.language, "full")
    if one.period is None:
        return day
    period = format_period(one.period.code, turn.deps.texts, turn.language, "short")
    return turn.plain("begins-period", day=day, period=period)


def _choice(turn: Turn, plan: PlanEdition, one: beginning.Beginning, is_chosen: bool) -> Button:
    day = format_day(one.starts_on, turn.deps.texts, turn.language, "full")
    label = turn.plain("begins-button-past" if one.with_past else "begins-button", day=day, count=one.owed)
    found = button(label, "startson", plan.id, f"{one.starts_on:%Y%m%d}", int(one.with_past))
    return found.coloured("primary") if is_chosen else found


@tap("startson", roles=COORDINATORS)
async def choose(turn: Turn) -> None:
    """On acceptance it is set at once, since nothing is owed yet; later what it changes is shown first."""
    plan = await reporting_rules.live_plan(turn.work, turn.number())
    try:
        starts_on = date.fromisoformat(turn.word(1))
    except ValueError as error:
        raise Outdated("card-outdated") from error
    await _begin(turn, plan, starts_on, with_past=turn.number(2) == 1)


@typed("plan-begins", roles=COORDINATORS)
async def take(turn: Turn) -> None:
    """A day that was typed; one that is past asks for what was due since."""
    plan = await reporting_rules.live_plan(turn.work, turn.on(PlanBegins).plan)
    today = turn.deps.today()
    starts_on = beginning.read_first_day(turn.typed, today, turn.language)
    await _begin(turn, plan, starts_on, with_past=starts_on < today)


async def _begin(turn: Turn, plan: PlanEdition, starts_on: date, *, with_past: bool) -> None:
    since = None if with_past else beginning.without_past(plan.rule, turn.deps.today())
    change = beginning.beginning(starts_on, since)
    shown = turn.shows(PlanBegins)
    if shown is None or not shown.accepting:
        await try_change(turn, plan, change)
        return
    await reporting_rules.change(turn.work, plan, change, turn.person_id, turn.now, turn.deps.days)
    turn.change_plans()
    turn.show(OwnersCard(plan=plan.id))
