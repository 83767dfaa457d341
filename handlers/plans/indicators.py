"""Target indicators: who gives the fact of each, named by the coordinator; from then on they are walked as rows are."""

from __future__ import annotations

from core.kernel.errors import Outdated
from core.lifecycle import indicators
from core.model.editions import LiveActivity
from core.owed.plan_cache import OpenPlan
from core.plan.model import Indicator
from core.summary.formatting import format_period
from handlers.frame.paging import names_of_first, page_buttons
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import Button, Html, Screen, bold, button, html, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import IndicatorCard, Indicators
from handlers.plans.plans import open_plan_of, typed_post

PAGE = 8
MOST_VALUES = 12


def way_to_indicators(turn: Turn, plan: OpenPlan) -> list[list[Button]]:
    """The way to a live plan's indicators; nothing where it has none."""
    count = len(plan.plan.read.indicators)
    return [[button(turn.plain("indicators-open", count=count), "inds", plan.plan.id, 0)]] if count else []


@tap("inds", roles=COORDINATORS)
async def open_indicators(turn: Turn) -> None:
    turn.show(Indicators(plan=turn.number(), page=turn.number(1)))


@view(Indicators, roles=COORDINATORS)
async def show_indicators(turn: Turn, args: Indicators) -> Screen:
    """Every indicator with who gives its fact; a tap names or changes them."""
    plan = await open_plan_of(turn, args.plan)
    found = plan.plan.read.indicators
    reported = indicators.reported(plan.activities.values())
    page, first, count = pages(len(found), args.page, PAGE)
    shown = list(enumerate(found))[first : first + PAGE]
    named = sum(i.code in reported for i in found)
    text = lines(
        bold(turn.say("indicators-title", total=len(found), named=named)),
        turn.say("indicators-what"),
        "",
        *(html(f"{_label(i, 90)} — {_who(turn, plan, reported.get(i.code))}") for _, i in shown),
    )
    rows = [[button(f"📈 {_label(i, 44)}", "ind", plan.plan.id, at, 0)] for at, i in shown]
    rows.append(page_buttons(turn, page, count, "inds", plan.plan.id))
    return Screen(text, [*rows, [button(turn.plain("back"), "pl", plan.plan.id)]])


def _label(indicator: Indicator, most: int) -> str:
    return shortened(f"{indicator.number or ''} {indicator.title}".strip(), most)


def _who(turn: Turn, plan: OpenPlan, activity: LiveActivity | None) -> str:
    owner = activity.ownership.owner if activity is not None else None
    return plan.post(owner) if owner is not None else turn.plain("owner-none")


@tap("ind", roles=COORDINATORS)
async def open_indicator(turn: Turn) -> None:
    shown = turn.shows(IndicatorCard)
    unit = shown.unit if shown is not None else None
    turn.show(
        IndicatorCard(plan=turn.number(), at=turn.number(1), page=turn.number(2), unit=unit),
        asks="indicator-post",
    )


@tap("iunit", roles=COORDINATORS)
async def choose_unit(turn: Turn) -> None:
    """What the figure is measured in, where the plan does not print it."""
    if turn.word() not in indicators.UNITS:
        raise Outdated("card-outdated")
    turn.show(turn.on(IndicatorCard).but(unit=turn.word()), asks="indicator-post")


@view(IndicatorCard, roles=COORDINATORS)
async def show_indicator(turn: Turn, args: IndicatorCard) -> Screen:
    """One indicator: its plan values, its unit, and the posts that can be named."""
    plan = await open_plan_of(turn, args.plan)
    indicator = indicators.at_place(plan.plan.read, args.at)
    activity = indicators.reported(plan.activities.values()).get(indicator.code)
    owner = activity.ownership.owner if activity is not None else None
    rows = [
        *(_unit_rows(turn, indicator, args.unit) if activity is None else []),
        *_post_rows(turn, plan, args, owner),
        [button(turn.plain("back"), "inds", plan.plan.id, args.at // PAGE)],
    ]
    return Screen(_text(turn, plan, indicator, activity), rows)


def _post_rows(turn: Turn, plan: OpenPlan, args: IndicatorCard, owner: int | None) -> list[list[Button]]:
    posts = indicators.posts_for(plan.posts.values(), owner)
    page, first, count = pages(len(posts), args.page, PAGE)
    marks = {owner: "● "}
    return [
        *(
            [button(marks.get(p.id, "") + shortened(p.name, 50), "iown", plan.plan.id, args.at, p.id)]
            for p in posts[first : first + PAGE]
        ),
        page_buttons(turn, page, count, "ind", plan.plan.id, args.at),
    ]


def _text(turn: Turn, plan: OpenPlan, indicator: Indicator, activity: LiveActivity | None) -> Html:
    values = list(indicator.values.items())
    said = [
        f"{format_period(code, turn.deps.texts, turn.language, 'short')}: {shortened(value, 40)}"
        for code, value in values
    ]
    return lines(
        bold(f"📈 {_label(indicator, 500)}"),
        turn.say("indicator-unit", unit=indicator.unit) if indicator.unit else None,
        turn.say(f"indicator-better-{indicator.better}") if indicator.better else None,
        turn.say("row-targets", values=names_of_first(turn, said, MOST_VALUES, " · "))
        if said
        else turn.say("indicator-no-values"),
        turn.say("indicator-now", name=_who(turn, plan, activity)),
        "",
        turn.say("indicator-ask"),
    )


def _unit_rows(turn: Turn, indicator: Indicator, chosen: str | None) -> list[list[Button]]:
    if indicators.unit_in(indicator) is not None:
        return []
    return [
        [
            button(("● " if name == chosen else "") + turn.plain(f"indicator-unit-{name}"), "iunit", name)
            for name in indicators.UNITS
        ]
    ]


@tap("iown", roles=COORDINATORS)
async def choose_post(turn: Turn) -> None:
    plan = await open_plan_of(turn, turn.number())
    post = plan.known_post(turn.number(2))
    await _name(turn, plan, turn.number(1), post.id)


@typed("indicator-post", roles=COORDINATORS)
async def new_post(turn: Turn) -> None:
    """A post that the plan does not name, typed: it is added and gives the fact."""
    plan = await open_plan_of(turn, turn.on(IndicatorCard).plan)
    post = await typed_post(turn)
    await _name(turn, plan, turn.on(IndicatorCard).at, post)


async def _name(turn: Turn, plan: OpenPlan, at: int, post_id: int) -> None:
    indicator = indicators.at_place(plan.plan.read, at)
    shown = turn.shows(IndicatorCard)
    unit = shown.unit if shown is not None else None
    await indicators.name_owner(
        turn.work,
        plan.plan,
        indicator.code,
        post_id,
        turn.person_id,
        turn.now,
        turn.deps.days,
        indicators.UNITS.get(unit or ""),
    )
    turn.change_plans()
    turn.toast = turn.plain("settings-saved")
    turn.show(Indicators(plan=plan.plan.id, page=at // PAGE))
