"""👥 A group expanded to several of its members, for one row or for all that name it, where each owes a report."""

from __future__ import annotations

from collections.abc import Sequence

from core.lifecycle import groups
from core.lifecycle.row_owners import posts_for_group
from core.model.editions import LiveActivity
from core.model.people import Post
from core.owed.plan_cache import OpenPlan
from handlers.frame.paging import first_of, page_buttons
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import (
    LONGEST_NAME,
    Button,
    Html,
    Screen,
    bold,
    button,
    html,
    lines,
    pages,
    shortened,
)
from handlers.frame.turn import Turn
from handlers.frame.views import Members, OwnersCard
from handlers.plans.plans import open_plan_of, typed_post

PAGE = 8


def open_members(turn: Turn, plan_id: int, group: int, row: int | None = None) -> None:
    """Shows the members to choose from; `row` where the group is expanded on that row alone."""
    turn.show(Members(plan=plan_id, group=group, row=row, page=0), asks="member-new")


def member_buttons(turn: Turn, plan: OpenPlan, a: LiveActivity) -> list[list[Button]]:
    """For each group that a row names, where each post owes: the way to its members."""
    if plan.plan.rule.responsibility != "each":
        return []
    return [
        [button(turn.plain("members-open", name=shortened(plan.post(i), 36)), "mrow", plan.plan.id, a.id, i)]
        for i in groups.groups_of(a, plan.posts)
    ]


@tap("mrow", roles=COORDINATORS)
async def open_for_row(turn: Turn) -> None:
    open_members(turn, turn.number(), turn.number(2), turn.number(1))


@tap("mtick", roles=COORDINATORS)
async def tick(turn: Turn) -> None:
    chosen = list(turn.on(Members).chosen)
    post_id = turn.number()
    if post_id in chosen:
        chosen.remove(post_id)
    else:
        chosen.append(post_id)
    turn.show(turn.on(Members).but(chosen=chosen), asks="member-new")


@tap("mpage", roles=COORDINATORS)
async def turn_page(turn: Turn) -> None:
    turn.show(turn.on(Members).but(page=turn.number()), asks="member-new")


@typed("member-new", roles=COORDINATORS)
async def new_member(turn: Turn) -> None:
    """A post that the register does not have, typed: it is added and ticked."""
    post = await typed_post(turn)
    turn.change_plans()
    chosen = [*dict.fromkeys([*turn.on(Members).chosen, post])]
    turn.show(turn.on(Members).but(chosen=chosen), asks="member-new")


@view(Members, roles=COORDINATORS)
async def show_members(turn: Turn, args: Members) -> Screen:
    """All single posts, likely members first; a tap takes one in, in the order of the taps."""
    plan = await open_plan_of(turn, args.plan)
    group, named = groups.group_of(plan, args.group), groups.rows_naming(plan, args.group, args.row)
    chosen = [i for i in args.chosen if i in plan.posts]
    return Screen(_text(turn, plan, group, named, chosen), _rows(turn, plan, group, chosen, args.page))


def _text(
    turn: Turn, plan: OpenPlan, group: Post, named: Sequence[LiveActivity], chosen: Sequence[int]
) -> Html:
    names = [shortened(plan.post(i), 80) for i in chosen]
    return lines(
        bold(group.name),
        turn.say("members-rows", count=len(named)),
        *first_of(turn, [f"· {shortened(a.row.title, 90)}" for a in named], 4),
        "",
        turn.say("members-ask"),
        *(html(f"{at}. {name}") for at, name in enumerate(names, 1)),
        turn.say("members-lead") if any(a.ownership.owner == group.id for a in named) else None,
    )


def _rows(turn: Turn, plan: OpenPlan, group: Post, chosen: Sequence[int], at: int) -> list[list[Button]]:
    posts = posts_for_group(plan, group)
    page, first, count = pages(len(posts), at, PAGE)
    return [
        *(
            [
                button(
                    f"{'☑️' if p.id in chosen else '⬜'} {shortened(p.name, LONGEST_NAME - 2)}", "mtick", p.id
                )
            ]
            for p in posts[first : first + PAGE]
        ),
        page_buttons(turn, page, count, "mpage"),
        [button(turn.plain("members-ok", count=len(chosen)), "mok")] if chosen else [],
        [button(turn.plain("back"), "pl", plan.plan.id)],
    ]


@tap("mok", roles=COORDINATORS, style="success")
async def confirm(turn: Turn) -> None:
    """Each of the chosen owes a report from here on, in the group's place."""
    shown = turn.on(Members)
    plan = await open_plan_of(turn, shown.plan)
    count = await groups.expand_chosen(
        turn.work, plan, shown.group, shown.chosen, shown.row, turn.person_id, turn.now, turn.deps.days
    )
    turn.change_plans()
    turn.toast = turn.plain("members-done", count=count)
    turn.show(OwnersCard(plan=plan.plan.id))
