"""A post changes hands: to somebody who has joined, or by an invitation that takes it over once used (domain, §6)."""

from __future__ import annotations

from core.model.people import Role
from core.people.handover import hand_over
from core.people.notices import of_handed_over
from core.people.roster import colleagues, the_person, the_post, who_holds
from handlers.frame.menu import queue_menu
from handlers.frame.paging import page_turns
from handlers.frame.registry import COORDINATORS, tap, view
from handlers.frame.screens import LONGEST_NAME, Screen, button, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import GiveSure, GiveWho, PostCard
from handlers.notices.delegation_notices import tell
from handlers.people.invite import show_made

PAGE = 8


@tap("give", roles=COORDINATORS)
async def begin(turn: Turn) -> None:
    turn.show(GiveWho(post=turn.number(), old=turn.number(1), page=0))


@tap("givepage", roles=COORDINATORS)
async def turn_page(turn: Turn) -> None:
    turn.show(turn.on(GiveWho).but(page=turn.number()))


@view(GiveWho, roles=COORDINATORS)
async def show_people(turn: Turn, args: GiveWho) -> Screen:
    """Those who have joined, and an invitation for who has not."""
    post = await the_post(turn.work, args.post)
    old = await the_person(turn.work, args.old)
    people = await colleagues(turn.work, {p.id for p in await who_holds(turn.work, post.id)})
    page, first, count = pages(len(people), args.page, PAGE)
    rows = [[button(turn.plain("give-by-invitation"), "giveinv")]]
    rows.extend(
        [button(shortened(p.name, LONGEST_NAME), "giveto", p.id)] for p in people[first : first + PAGE]
    )
    rows.append(page_turns(turn, page, count, "givepage"))
    rows.append([button(turn.plain("back"), "post", post.id)])
    return Screen(turn.say("give-who", post=post.name, name=old.name), rows)


@tap("giveto", roles=COORDINATORS)
async def choose(turn: Turn) -> None:
    chosen = turn.on(GiveWho)
    turn.show(GiveSure(post=chosen.post, old=chosen.old, new=turn.number()))


@view(GiveSure, roles=COORDINATORS)
async def show_sure(turn: Turn, args: GiveSure) -> Screen:
    """What goes with the post and what stays, before it changes hands."""
    post, old, new = await the_post(turn.work, args.post), await the_person(turn.work, args.old), args.new
    name = (await the_person(turn.work, new)).name
    text = turn.say("give-sure", post=post.name, old=old.name, name=name)
    rows = [
        [button(turn.plain("give-ok", name=shortened(name, 30)), "giveok")],
        [button(turn.plain("back"), "give", post.id, old.id)],
    ]
    return Screen(text, rows)


@tap("giveok", roles=COORDINATORS, style="success")
async def give(turn: Turn) -> None:
    """The old holder is taken off at this moment; both are told."""
    shown = turn.on(GiveSure)
    post = await the_post(turn.work, shown.post)
    new, ended = await hand_over(
        turn.work,
        post.id,
        taken_from=shown.old,
        to=shown.new,
        by=turn.person_id,
        today=turn.deps.today(),
        now=turn.now,
    )
    await queue_menu(turn, new)
    about = f"{post.id}:{turn.update_id}"
    await tell(
        turn,
        await of_handed_over(turn.work, post.name, about=about, old=shown.old, new=new.id, ended=ended),
    )
    turn.toast = turn.plain("settings-saved")
    turn.show(PostCard(post=post.id))


@tap("giveinv", roles=COORDINATORS)
async def invite(turn: Turn) -> None:
    """A link for the post: the old holder keeps it until somebody joins by it."""
    chosen = turn.on(GiveWho)
    post, old = await the_post(turn.work, chosen.post), await the_person(turn.work, chosen.old)
    notice = turn.say("give-by-link", name=old.name)
    await show_made(turn, Role.OFFICER, [post.id], takes_from=old.id, notice=notice)
