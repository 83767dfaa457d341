"""Who reports on what: the proposal, groups resolved to one of their members, a row given to another post."""

from __future__ import annotations

from core.kernel.errors import Missing, NotAllowed
from core.lifecycle import acceptance, groups
from core.lifecycle.acceptance import Owners, owners_of
from core.model.editions import LiveActivity
from core.model.people import Post
from core.owed.plan_cache import OpenPlan
from core.printed.ownership import candidates
from handlers.frame.paging import page_buttons
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
from handlers.plans.plans import open_plan_of
from handlers.plans.rules_row import row_buttons

PAGE = 8


@view(OwnersCard)
async def show_owners(turn: Turn, args: OwnersCard) -> Screen:
    """How many rows each post reports on; groups that nobody answers for yet come first."""
    plan = await open_plan_of(turn, args.plan)
    owners = _owners(plan)
    confirmed = all(a.ownership.confirmed for a in plan.activities.values() if a.ownership.owner)
    unexpanded = groups.unexpanded(list(plan.activities.values()), plan.posts, plan.plan.rule)
    rows = [
        [
            button(
                turn.plain("owners-group", name=shortened(plan.post(i), 36), count=len(found)),
                "group",
                plan.plan.id,
                i,
            )
        ]
        for i, found in unexpanded.items()
    ]
    if owners.nobody:
        rows.append([button(turn.plain("owners-nobody", count=len(owners.nobody)), "orows", plan.plan.id, 0)])
    if not confirmed:
        rows.append([button(turn.plain("owners-confirm"), "ownok", plan.plan.id)])
    rows.append(
        [
            button(turn.plain("owners-rows"), "orows", plan.plan.id, 0),
            button(turn.plain("plan-rows"), "rows", plan.plan.id, 0),
        ]
    )
    rows.append(
        [
            button(turn.plain("rules-button"), "rules", plan.plan.id),
            button(turn.plain("editions-button"), "eds", plan.plan.id, 0),
        ]
    )
    rows += way_to_indicators(turn, plan)
    rows.append([button(turn.plain("home-people"), "people"), button(turn.plain("home-button"), "home")])
    return Screen(_text(turn, plan, owners, len(unexpanded), confirmed), rows)


def _owners(plan: OpenPlan) -> Owners:
    return owners_of(list(plan.activities.values()), plan.posts)


def _text(turn: Turn, plan: OpenPlan, owners: Owners, open_groups: int, confirmed: bool) -> Html:
    counted = sorted(owners.rows_of.items(), key=lambda item: -len(item[1]))
    return lines(
        bold(shortened(plan.title, 160)),
        turn.say("owners-live" if confirmed else "owners-proposed"),
        "",
        *(html(f"{len(found)} — {plan.post(i)}") for i, found in counted[:30]),
        turn.say("owners-more", count=len(counted) - 30) if len(counted) > 30 else None,
        turn.say("owners-open", count=open_groups) if open_groups else None,
    )


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


@view(Group)
async def show_group(turn: Turn, args: Group) -> Screen:
    """A group named alone on some rows: which post answers for it. Its likely members come first."""
    plan = await open_plan_of(turn, args.plan)
    group = _post(plan, args.group)
    found = _owners(plan).open_groups.get(group.id, [])
    likely = candidates(group.name, [p.name for p in plan.posts.values() if not p.is_group])
    posts = sorted(
        (p for p in plan.posts.values() if not p.is_group), key=lambda p: (p.name not in likely, p.name)
    )
    page, first, count = pages(len(posts), args.page, PAGE)
    rows = [
        [button(shortened(p.name, LONGEST_NAME), "answers", plan.plan.id, group.id, p.id)]
        for p in posts[first : first + PAGE]
    ]
    rows.append(page_buttons(turn, page, count, "grpage"))
    rows.append([button(turn.plain("back"), "pl", plan.plan.id)])
    return Screen(
        lines(
            bold(turn.say("group-title", name=group.name)),
            turn.say("group-rows", count=len(found)),
            *(html(f"· {shortened(a.row.title, 90)}") for a in found[:6]),
            "",
            turn.say("group-ask"),
        ),
        rows,
    )


@tap("answers", roles=COORDINATORS, step=True)
async def choose_member(turn: Turn) -> None:
    plan = await open_plan_of(turn, turn.number())
    await _answers_for(turn, plan, _post(plan, turn.number(1)), _post(plan, turn.number(2)).id)


@typed("group-member", roles=COORDINATORS)
async def new_member(turn: Turn) -> None:
    """A post that the plan does not name, typed: it is added and answers for the group."""
    shown = turn.on(Group)
    plan = await open_plan_of(turn, shown.plan)
    ids = await turn.work.people.add_posts([(shortened(turn.typed, 200), False)])
    await _answers_for(turn, plan, _post(plan, shown.group), next(iter(ids.values())))


async def _answers_for(turn: Turn, plan: OpenPlan, group: Post, member: int) -> None:
    await turn.work.people.save_post(group.model_copy(update={"reports": member}))
    turn.note("group-answered-by", f"post:{group.id}", before={"reports": group.reports}, reports=member)
    if any(a.ownership.confirmed for a in plan.activities.values()):
        await acceptance.bring_up_to_date(turn.work, plan.plan.id, turn.deps.days, turn.person_id, turn.now)
    turn.change_plans()
    turn.show(OwnersCard(plan=plan.plan.id))


@tap("ownok", roles=COORDINATORS)
async def confirm(turn: Turn) -> None:
    """Confirms every owner as proposed: from here on reports are owed."""
    plan = await open_plan_of(turn, turn.number())
    count = await acceptance.confirm_owners(turn.work, plan.plan.id, turn.person_id, turn.now, turn.deps.days)
    turn.change_plans()
    turn.toast = turn.plain("owners-confirmed-toast", count=count)
    turn.show(People(), notice=turn.say("owners-confirmed", count=count))


@tap("orows", roles=COORDINATORS)
async def open_rows(turn: Turn) -> None:
    turn.show(OwnerRows(plan=turn.number(), page=turn.number(1)))


@view(OwnerRows)
async def show_rows(turn: Turn, args: OwnerRows) -> Screen:
    """Each row with who reports on it, those without anybody first; a tap changes it."""
    plan = await open_plan_of(turn, args.plan)
    activities = sorted(plan.activities.values(), key=lambda a: (a.ownership.owner is not None, a.position))
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


@view(OwnerRow)
async def show_row(turn: Turn, args: OwnerRow) -> Screen:
    """One row: the posts that it names first, then all others."""
    plan = await open_plan_of(turn, args.plan)
    a = _activity(plan, args.activity)
    named = [p for p in (a.ownership.owner, *a.ownership.contributors, a.ownership.supervisor) if p]
    rest = sorted(
        (p.id for p in plan.posts.values() if p.id not in named and not p.is_group),
        key=lambda i: plan.post(i),
    )
    choice = [*named, *rest]
    page, first, count = pages(len(choice), args.page, PAGE)
    rows: list[list[Button]] = [
        [
            button(
                ("● " if i == a.ownership.owner else "") + shortened(plan.post(i), 50),
                "own",
                plan.plan.id,
                a.id,
                i,
            )
        ]
        for i in choice[first : first + PAGE]
    ]
    rows.append(page_buttons(turn, page, count, "orow", plan.plan.id, a.id))
    rows.extend(member_buttons(turn, plan, a))
    rows.extend(row_buttons(turn, plan.plan.id, a.id, plan.plan.rule))
    rows.append([button(turn.plain("back"), "orows", plan.plan.id, a.position // PAGE)])
    text = lines(
        bold(f"{a.position + 1}. {shortened(a.row.title, 400)}"),
        turn.say("row-responsible", names=a.row.responsible_text or "—"),
        "",
        turn.say("owner-ask"),
    )
    return Screen(text, rows)


@tap("own", roles=COORDINATORS, step=True)
async def choose_owner(turn: Turn) -> None:
    plan = await open_plan_of(turn, turn.number())
    await _give(turn, plan, _activity(plan, turn.number(1)), _post(plan, turn.number(2)).id)


@typed("owner-post", roles=COORDINATORS)
async def new_owner(turn: Turn) -> None:
    shown = turn.on(OwnerRow)
    plan = await open_plan_of(turn, shown.plan)
    ids = await turn.work.people.add_posts([(shortened(turn.typed, 200), False)])
    await _give(turn, plan, _activity(plan, shown.activity), next(iter(ids.values())))


async def _give(turn: Turn, plan: OpenPlan, a: LiveActivity, post_id: int) -> None:
    live = any(x.ownership.confirmed for x in plan.activities.values())
    try:
        await acceptance.set_owner(turn.work, plan.plan, a, post_id, turn.person_id, turn.now)
    except NotAllowed as error:  # nobody answers for the group yet: that comes first
        notice = turn.say(error.message_id, **error.args_for_text)
        turn.show(Group(plan=plan.plan.id, group=post_id, page=0), asks="group-member", notice=notice)
        return
    if live:
        await acceptance.bring_up_to_date(turn.work, plan.plan.id, turn.deps.days, turn.person_id, turn.now)
    turn.change_plans()
    turn.toast = turn.plain("settings-saved")
    turn.show(OwnerRows(plan=plan.plan.id, page=a.position // PAGE))


def _post(plan: OpenPlan, post_id: int) -> Post:
    if post_id not in plan.posts:
        raise Missing("unknown")
    return plan.posts[post_id]


def _activity(plan: OpenPlan, activity_id: int) -> LiveActivity:
    if activity_id not in plan.activities:
        raise Missing("unknown")
    return plan.activities[activity_id]
