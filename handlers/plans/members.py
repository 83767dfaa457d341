"""👥 A group expanded to several of its members, for one row or for all that name it, where each owes a report."""

from __future__ import annotations

from core.kernel.errors import Missing, Outdated
from core.lifecycle import groups
from core.model.editions import LiveActivity
from core.model.people import Post
from core.owed.plan_cache import OpenPlan
from core.printed.ownership import candidates
from handlers.frame.paging import page_buttons
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import LONGEST_NAME, Button, Screen, bold, button, html, lines, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import Members, OwnersCard
from handlers.plans.plans import open_plan_of

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
    ids = await turn.work.people.add_posts([(shortened(turn.typed, 200), False)])
    turn.change_plans()
    chosen = [*dict.fromkeys([*turn.on(Members).chosen, *ids.values()])]
    turn.show(turn.on(Members).but(chosen=chosen), asks="member-new")


@view(Members)
async def show_members(turn: Turn, args: Members) -> Screen:
    """All single posts, likely members first; a tap takes one in, in the order of the taps."""
    plan = await open_plan_of(turn, args.plan)
    group, rows_named = _group(plan, args.group), _rows(plan, args)
    chosen: list[int] = [i for i in args.chosen if i in plan.posts]
    single = [p for p in plan.posts.values() if not p.is_group]
    likely = set(candidates(group.name, [p.name for p in single]))
    posts = sorted(single, key=lambda p: (p.name not in likely, p.name))
    page, first, count = pages(len(posts), args.page, PAGE)
    rows = [
        [button(f"{'☑️' if p.id in chosen else '⬜'} {shortened(p.name, LONGEST_NAME - 2)}", "mtick", p.id)]
        for p in posts[first : first + PAGE]
    ]
    rows.append(page_buttons(turn, page, count, "mpage"))
    if chosen:
        rows.append([button(turn.plain("members-ok", count=len(chosen)), "mok")])
    rows.append([button(turn.plain("back"), "pl", plan.plan.id)])
    names = [shortened(plan.post(i), 80) for i in chosen]
    text = lines(
        bold(group.name),
        turn.say("members-rows", count=len(rows_named)),
        *(html(f"· {shortened(a.row.title, 90)}") for a in rows_named[:4]),
        "",
        turn.say("members-ask"),
        *(html(f"{at}. {name}") for at, name in enumerate(names, 1)),
        turn.say("members-lead") if any(a.ownership.owner == group.id for a in rows_named) else None,
    )
    return Screen(text, rows)


@tap("mok", roles=COORDINATORS)
async def confirm(turn: Turn) -> None:
    """Each of the chosen owes a report from here on, in the group's place."""
    plan = await open_plan_of(turn, turn.on(Members).plan)
    group, rows = _group(plan, turn.on(Members).group), _rows(plan, turn.on(Members))
    chosen = [i for i in turn.on(Members).chosen if i in plan.posts and not plan.posts[i].is_group]
    count = await groups.expand(
        turn.work, plan.plan, group.id, chosen, rows, turn.person_id, turn.now, turn.deps.days
    )
    turn.change_plans()
    turn.toast = turn.plain("members-done", count=count)
    turn.show(OwnersCard(plan=plan.plan.id))


def _group(plan: OpenPlan, post_id: int) -> Post:
    post = plan.posts.get(post_id)
    if post is None or not post.is_group:
        raise Missing("unknown")
    return post


def _rows(plan: OpenPlan, args: Members) -> list[LiveActivity]:
    """The row that was asked about, or all that name the group. Raises Outdated where none does any more."""
    named = [a for a in plan.activities.values() if args.group in groups.groups_of(a, plan.posts)]
    found = [a for a in named if args.row in (None, a.id)]
    if not found:
        raise Outdated("card-outdated")
    return sorted(found, key=lambda a: a.position)
