"""Who reports on what: the proposal, groups resolved to one of their members, a row given to another post."""

from __future__ import annotations

from core.kernel.errors import NotAllowed
from core.lifecycle.row_owners import (
    OwnersOfPlan,
    confirm_owners,
    give_row,
    let_answer,
    owners_of_plan,
    posts_for_group,
    posts_for_row,
    unowned_first,
)
from core.model.editions import LiveActivity
from core.model.people import Post
from core.owed.plan_cache import OpenPlan
from handlers.frame.paging import first_of, page_buttons
from handlers.frame.registry import COORDINATORS, tap, typed, view
from handlers.frame.screens import (
    LONGEST_NAME,
    LONGEST_TITLE,
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
from handlers.frame.views import Group, OwnerRow, OwnerRows, OwnersCard, People
from handlers.plans.indicators import way_to_indicators
from handlers.plans.members import member_buttons, open_members
from handlers.plans.plans import open_plan_of, typed_post
from handlers.plans.rules import row_buttons
from handlers.words.rules_words import starts_line

PAGE = 8
MOST_POSTS = 30
"""Posts that the card counts rows of; the rest is a number."""


@view(OwnersCard, roles=COORDINATORS)
async def show_owners(turn: Turn, args: OwnersCard) -> Screen:
    """How many rows each post reports on; groups that nobody answers for yet come first."""
    plan = await open_plan_of(turn, args.plan)
    found = owners_of_plan(plan)
    return Screen(_text(turn, plan, found), _rows(turn, plan, found))


def _text(turn: Turn, plan: OpenPlan, found: OwnersOfPlan) -> Html:
    counted, groups = found.most_first, len(found.unexpanded)
    return lines(
        bold(shortened(plan.title, 160)),
        turn.say("owners-live" if found.confirmed else "owners-proposed"),
        "",
        *(html(f"{len(rows)} — {plan.post(i)}") for i, rows in counted[:MOST_POSTS]),
        turn.say("owners-more", count=len(counted) - MOST_POSTS) if len(counted) > MOST_POSTS else None,
        turn.say("owners-open", count=groups) if groups else None,
        *starts_line(turn, plan.plan.rule),
    )


def _rows(turn: Turn, plan: OpenPlan, found: OwnersOfPlan) -> list[list[Button]]:
    """What is still to be settled, then the ways from a live plan."""
    plan_id = plan.plan.id
    nobody = len(found.owners.nobody)
    return [
        *(_group_row(turn, plan, i, len(rows)) for i, rows in found.unexpanded.items()),
        [button(turn.plain("owners-nobody", count=nobody), "orows", plan_id, 0)] if nobody else [],
        [] if found.confirmed else [button(turn.plain("owners-confirm"), "ownok", plan_id)],
        [
            button(turn.plain("owners-rows"), "orows", plan_id, 0),
            button(turn.plain("plan-rows"), "rows", plan_id, 0),
        ],
        [
            button(turn.plain("rules-button"), "rules", plan_id),
            button(turn.plain("editions-button"), "eds", plan_id, 0),
        ],
        *way_to_indicators(turn, plan),
        [button(turn.plain("home-people"), "people"), button(turn.plain("home-button"), "home")],
    ]


def _group_row(turn: Turn, plan: OpenPlan, group: int, count: int) -> list[Button]:
    label = turn.plain("owners-group", name=shortened(plan.post(group), 36), count=count)
    return [button(label, "group", plan.plan.id, group)]


@tap("group", roles=COORDINATORS)
async def open_group(turn: Turn) -> None:
    plan = await open_plan_of(turn, turn.number())
    if plan.plan.rule.responsibility == "each":
        open_members(turn, plan.plan.id, turn.number(1))
    else:
        turn.show(Group(plan=plan.plan.id, group=turn.number(1), page=0), asks="group-member")


@tap("grpage", roles=COORDINATORS)
async def group_page(turn: Turn) -> None:
    turn.show(turn.on(Group).but(page=turn.number()), asks="group-member")


@view(Group, roles=COORDINATORS)
async def show_group(turn: Turn, args: Group) -> Screen:
    """A group named alone on some rows: which post answers for it. Its likely members come first."""
    plan = await open_plan_of(turn, args.plan)
    group = plan.known_post(args.group)
    return Screen(_group_text(turn, plan, group), _group_rows(turn, plan, group, args.page))


def _group_text(turn: Turn, plan: OpenPlan, group: Post) -> Html:
    found = owners_of_plan(plan).owners.open_groups.get(group.id, [])
    return lines(
        bold(turn.say("group-title", name=group.name)),
        turn.say("group-rows", count=len(found)),
        *first_of(turn, [f"· {shortened(a.row.title, 90)}" for a in found], 6),
        "",
        turn.say("group-ask"),
    )


def _group_rows(turn: Turn, plan: OpenPlan, group: Post, at: int) -> list[list[Button]]:
    posts = posts_for_group(plan, group)
    page, first, count = pages(len(posts), at, PAGE)
    return [
        *(
            [button(shortened(p.name, LONGEST_NAME), "answers", plan.plan.id, group.id, p.id)]
            for p in posts[first : first + PAGE]
        ),
        page_buttons(turn, page, count, "grpage"),
        [button(turn.plain("back"), "pl", plan.plan.id)],
    ]


@tap("answers", roles=COORDINATORS, step=True)
async def choose_member(turn: Turn) -> None:
    plan = await open_plan_of(turn, turn.number())
    group, member = plan.known_post(turn.number(1)), plan.known_post(turn.number(2))
    await _let_answer(turn, plan, group, member.id)


@typed("group-member", roles=COORDINATORS)
async def new_member(turn: Turn) -> None:
    """A post that the plan does not name, typed: it is added and answers for the group."""
    shown = turn.on(Group)
    plan = await open_plan_of(turn, shown.plan)
    member = await typed_post(turn)
    await _let_answer(turn, plan, plan.known_post(shown.group), member)


async def _let_answer(turn: Turn, plan: OpenPlan, group: Post, member: int) -> None:
    await let_answer(turn.work, plan, group, member, turn.person_id, turn.now, turn.deps.days)
    turn.change_plans()
    turn.show(OwnersCard(plan=plan.plan.id))


@tap("ownok", roles=COORDINATORS, style="success")
async def confirm(turn: Turn) -> None:
    """Confirms every owner as proposed: from here on reports are owed."""
    plan = await open_plan_of(turn, turn.number())
    count = await confirm_owners(turn.work, plan.plan.id, turn.person_id, turn.now, turn.deps.days)
    turn.change_plans()
    turn.toast = turn.plain("owners-confirmed-toast", count=count)
    turn.show(People(), notice=turn.say("owners-confirmed", count=count))


@tap("orows", roles=COORDINATORS)
async def open_rows(turn: Turn) -> None:
    turn.show(OwnerRows(plan=turn.number(), page=turn.number(1)))


@view(OwnerRows, roles=COORDINATORS)
async def show_rows(turn: Turn, args: OwnerRows) -> Screen:
    """Each row with who reports on it, those without anybody first; a tap changes it."""
    plan = await open_plan_of(turn, args.plan)
    activities = unowned_first(plan)
    page, first, count = pages(len(activities), args.page, PAGE)
    shown = activities[first : first + PAGE]
    text = lines(
        bold(turn.say("owner-rows-title")),
        *(
            html(f"{a.position + 1}. {shortened(a.row.title, 90)} — {_owner_name(turn, plan, a)}")
            for a in shown
        ),
    )
    rows = [
        [button(f"{a.position + 1}. {shortened(a.row.title, LONGEST_TITLE)}", "orow", plan.plan.id, a.id, 0)]
        for a in shown
    ]
    rows.append(page_buttons(turn, page, count, "orows", plan.plan.id))
    return Screen(text, [*rows, [button(turn.plain("back"), "pl", plan.plan.id)]])


def _owner_name(turn: Turn, plan: OpenPlan, a: LiveActivity) -> str:
    return plan.post(a.ownership.owner) if a.ownership.owner else turn.plain("owner-none")


@tap("orow", roles=COORDINATORS)
async def open_row(turn: Turn) -> None:
    turn.show(OwnerRow(plan=turn.number(), activity=turn.number(1), page=turn.number(2)), asks="owner-post")


@view(OwnerRow, roles=COORDINATORS)
async def show_row(turn: Turn, args: OwnerRow) -> Screen:
    """One row: the posts that it names first, then all others."""
    plan = await open_plan_of(turn, args.plan)
    a = plan.known_row(args.activity)
    text = lines(
        bold(f"{a.position + 1}. {shortened(a.row.title, 400)}"),
        turn.say("row-responsible", names=a.row.responsible_text or "—"),
        "",
        turn.say("owner-ask"),
    )
    return Screen(text, _owner_rows(turn, plan, a, args.page))


def _owner_rows(turn: Turn, plan: OpenPlan, a: LiveActivity, at: int) -> list[list[Button]]:
    choice = posts_for_row(plan, a)
    page, first, count = pages(len(choice), at, PAGE)
    return [
        *([_owner_button(plan, a, i)] for i in choice[first : first + PAGE]),
        page_buttons(turn, page, count, "orow", plan.plan.id, a.id),
        *member_buttons(turn, plan, a),
        *row_buttons(turn, plan.plan.id, a.id, plan.plan.rule),
        [button(turn.plain("back"), "orows", plan.plan.id, a.position // PAGE)],
    ]


def _owner_button(plan: OpenPlan, a: LiveActivity, post: int) -> Button:
    mark = "● " if post == a.ownership.owner else ""
    return button(mark + shortened(plan.post(post), 50), "own", plan.plan.id, a.id, post)


@tap("own", roles=COORDINATORS, step=True)
async def choose_owner(turn: Turn) -> None:
    plan = await open_plan_of(turn, turn.number())
    await _give(turn, plan, plan.known_row(turn.number(1)), plan.known_post(turn.number(2)).id)


@typed("owner-post", roles=COORDINATORS)
async def new_owner(turn: Turn) -> None:
    shown = turn.on(OwnerRow)
    plan = await open_plan_of(turn, shown.plan)
    post = await typed_post(turn)
    await _give(turn, plan, plan.known_row(shown.activity), post)


async def _give(turn: Turn, plan: OpenPlan, a: LiveActivity, post_id: int) -> None:
    try:
        await give_row(turn.work, plan, a, post_id, turn.person_id, turn.now, turn.deps.days)
    except NotAllowed as error:  # nobody answers for the group yet: that comes first
        notice = turn.say(error.message_id, **error.args_for_text)
        turn.show(Group(plan=plan.plan.id, group=post_id, page=0), asks="group-member", notice=notice)
        return
    turn.change_plans()
    turn.toast = turn.plain("settings-saved")
    turn.show(OwnerRows(plan=plan.plan.id, page=a.position // PAGE))
