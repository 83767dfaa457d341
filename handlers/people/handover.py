"""A post changes hands: to somebody who has joined, or by an invitation that takes it over once used (domain, §6)."""

from __future__ import annotations

import secrets

from core.kernel.errors import Missing
from core.model.editions import PlanStatus
from core.model.people import Person, Role
from core.people import joining
from core.people.handover import hand_over
from handlers.frame.menu import queue_menu
from handlers.frame.messages import ActingNotice
from handlers.frame.paging import page_turns
from handlers.frame.registry import COORDINATORS, tap, view
from handlers.frame.screens import LONGEST_NAME, Screen, button, pages, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import GiveSure, GiveWho, Invited, PostCard
from handlers.notices.delegation_notices import tell, tell_gone
from handlers.people.people import post_of
from handlers.people.substitutes import colleagues

PAGE = 8


@tap("give", roles=COORDINATORS)
async def begin(turn: Turn) -> None:
    turn.show(GiveWho(post=turn.number(), old=turn.number(1), page=0))


@tap("givepage", roles=COORDINATORS)
async def turn_page(turn: Turn) -> None:
    turn.show(turn.on(GiveWho).but(page=turn.number()))


@view(GiveWho)
async def show_people(turn: Turn, args: GiveWho) -> Screen:
    """Those who have joined, and an invitation for who has not."""
    post = await post_of(turn, args.post)
    old = await _person(turn, args.old)
    held = set((await turn.work.people.holders()).get(post.id, []))
    people = await colleagues(turn, held)
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


@view(GiveSure)
async def show_sure(turn: Turn, args: GiveSure) -> Screen:
    """What goes with the post and what stays, before it changes hands."""
    post, old, new = await post_of(turn, args.post), await _person(turn, args.old), args.new
    name = (await _person(turn, new)).name
    text = turn.say("give-sure", post=post.name, old=old.name, name=name)
    rows = [
        [button(turn.plain("give-ok", name=shortened(name, 30)), "giveok")],
        [button(turn.plain("back"), "give", post.id, old.id)],
    ]
    return Screen(text, rows)


@tap("giveok", roles=COORDINATORS)
async def give(turn: Turn) -> None:
    """The old holder is taken off at this moment; both are told."""
    shown = turn.on(GiveSure)
    post, old = await post_of(turn, shown.post), await _person(turn, shown.old)
    new, ended = await hand_over(
        turn.work,
        post.id,
        taken_from=old.id,
        to=shown.new,
        by=turn.person_id,
        today=turn.deps.today(),
        now=turn.now,
    )
    await queue_menu(turn, new)
    about = f"{post.id}:{turn.update_id}"
    await tell(turn, old.id, about, ActingNotice(what="notice-handed-from", post=post.name, name=new.name))
    await tell(turn, new.id, about, ActingNotice(what="notice-handed-to", post=post.name, name=old.name))
    await tell_gone(turn, old.id, ended)
    turn.toast = turn.plain("settings-saved")
    turn.show(PostCard(post=post.id))


@tap("giveinv", roles=COORDINATORS)
async def invite(turn: Turn) -> None:
    """A link for the post: the old holder keeps it until somebody joins by it."""
    chosen = turn.on(GiveWho)
    post, old = await post_of(turn, chosen.post), await _person(turn, chosen.old)
    plans = await turn.work.plans.with_status(PlanStatus.LIVE)
    nonce = secrets.token_urlsafe(12)
    link = await joining.invite(
        turn.work,
        secret=turn.deps.link_secret,
        nonce=nonce,
        role=Role.OFFICER,
        post_ids=[post.id],
        plan_id=plans[-1].id if plans else None,
        by=turn.person_id,
        now=turn.now,
        takes_from=old.id,
    )
    notice = turn.say("give-by-link", name=old.name)
    shown = Invited(role=Role.OFFICER.value, posts=(post.id,), nonce=nonce, invitation=link.invitation_id)
    turn.show(shown, notice=notice)


async def _person(turn: Turn, person_id: int) -> Person:
    """Raises Missing."""
    found = await turn.work.people.get(person_id)
    if found is None:
        raise Missing("person-gone")
    return found
