"""The card of one post: who holds it or stands in, and everything that a coordinator can do about it."""

from __future__ import annotations

from core.model.people import Person, Post
from core.people.handover import take_off
from core.people.roster import the_post, who_holds
from handlers.frame.paging import names_of_first
from handlers.frame.registry import COORDINATORS, tap, view
from handlers.frame.screens import LONGEST_LABEL, Button, Screen, bold, button, html, lines, shortened
from handlers.frame.turn import Turn
from handlers.frame.views import PostCard
from handlers.notices.delegation_notices import tell_gone
from handlers.people.substitutes import standing_lines


@tap("post", roles=COORDINATORS)
async def open_post(turn: Turn) -> None:
    turn.show(PostCard(post=turn.number()))


@view(PostCard, roles=COORDINATORS)
async def show_post(turn: Turn, args: PostCard) -> Screen:
    """One post: who holds it, inviting somebody, reporting for it, a leave, giving it to another, taking one off it."""
    post = await the_post(turn.work, args.post)
    held = await who_holds(turn.work, post.id)
    leaves, ends = await standing_lines(turn, post=post.id)
    text = lines(
        bold(post.name),
        turn.say("post-aliases", names=names_of_first(turn, post.aliases, 5, "; ")) if post.aliases else None,
        *(html(f"👤 {p.name}") for p in held),
        None if held else turn.say("post-free"),
        *leaves,
    )
    rows = [[button(turn.plain("post-behalf"), "behalf", post.id)]]
    rows.append([button(turn.plain("post-invite"), "invite", "officer", post.id)])
    for person in held:
        rows.extend(_about(turn, post, person, several=len(held) > 1))
    return Screen(text, [*rows, *ends, [button(turn.plain("back"), "people")]])


def _about(turn: Turn, post: Post, person: Person, *, several: bool) -> list[list[Button]]:
    name = shortened(person.name, 30)
    leave, give = turn.plain("post-leave"), turn.plain("post-give")
    if several:
        leave, give = f"{leave}: {name}", f"{give}: {name}"
    about = [button(leave, "subfor", post.id, person.id), button(give, "give", post.id, person.id)]
    off = [button(shortened(turn.plain("post-off", name=name), LONGEST_LABEL), "off", post.id, person.id)]
    return [about, off] if not several else [about[:1], about[1:], off]


@tap("off", roles=COORDINATORS, style="danger")
async def off(turn: Turn) -> None:
    """Ends a holding: the post stays, with its drafts; what was reported stays with who reported it."""
    post = await the_post(turn.work, turn.number())
    person_id = turn.number(1)
    ended = await take_off(
        turn.work, post.id, person_id, by=turn.person_id, today=turn.deps.today(), now=turn.now
    )
    await tell_gone(turn, person_id, ended)
    turn.toast = turn.plain("settings-saved")
    turn.show(PostCard(post=post.id))
