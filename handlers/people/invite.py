"""Invitations in the chat: for whom, the link, and its QR code."""

from __future__ import annotations

from collections.abc import Sequence

from core.kernel.errors import Outdated
from core.model.people import Role
from core.people import joining
from core.people.names import named_posts
from core.people.roster import the_post
from handlers.frame.messages import QrCode
from handlers.frame.registry import COORDINATORS, command, tap, view
from handlers.frame.screens import Html, Screen, bold, button, lines
from handlers.frame.turn import Turn
from handlers.frame.views import Invite, Invited, People


@command("invite", roles=COORDINATORS)
async def open_invite(turn: Turn) -> None:
    turn.show(Invite())


@view(Invite, roles=COORDINATORS)
async def show_invite(turn: Turn, args: Invite) -> Screen:
    """Whom to invite: an officer for a post, a manager, a coordinator."""
    return Screen(
        turn.say("invite-title"),
        [
            [button(turn.plain("invite-officer"), "people")],
            [button(turn.plain("invite-manager"), "invite", "manager")],
            [button(turn.plain("invite-coordinator"), "invite", "coordinator")],
            [button(turn.plain("home-button"), "home")],
        ],
    )


@tap("invite", roles=COORDINATORS)
async def invite(turn: Turn) -> None:
    """Makes a link for a role, or for a post. The card keeps the nonce alone, so no copy of it lets anybody in."""
    role = _role(turn.word())
    post_ids = [(await the_post(turn.work, turn.number(1))).id] if role is Role.OFFICER else []
    await show_made(turn, role, post_ids)


def _role(word: str) -> Role:
    try:
        return Role(word)
    except ValueError as error:
        raise Outdated("card-outdated") from error


async def show_made(
    turn: Turn,
    role: Role,
    post_ids: Sequence[int],
    *,
    takes_from: int | None = None,
    notice: str | None = None,
) -> None:
    """Makes the link and shows it."""
    link = await joining.make_link(
        turn.work,
        secret=turn.deps.link_secret,
        role=role,
        post_ids=post_ids,
        by=turn.person_id,
        now=turn.now,
        takes_from=takes_from,
    )
    shown = Invited(role=role.value, posts=tuple(post_ids), nonce=link.nonce, invitation=link.invitation_id)
    turn.show(shown, notice=notice)


@view(Invited, roles=COORDINATORS)
async def show_link(turn: Turn, args: Invited) -> Screen:
    """The link to pass on; its QR code on demand."""
    posts = await named_posts(turn.work, args.posts)
    who = ", ".join(posts) if posts else turn.plain(f"role-{args.role}")
    url = link_url(turn.deps.bot_name, turn.deps.link_secret, args.nonce)
    text = lines(
        bold(turn.say("invited-title", who=who)),
        Html(url),
        "",
        turn.say("invited-how", days=joining.VALID_FOR.days),
    )
    rows = [
        [
            button(turn.plain("invited-qr"), "qr"),
            button(turn.plain("invited-withdraw"), "uninvite", args.invitation),
        ],
        [button(turn.plain("invited-more"), "people"), button(turn.plain("home-button"), "home")],
    ]
    return Screen(text, rows)


@tap("qr", roles=COORDINATORS)
async def send_qr(turn: Turn) -> None:
    """The link as a picture to show on a phone or print."""
    shown = turn.on(Invited)
    key = f"qr:{shown.invitation}:{turn.update_id}"
    await turn.queue(key, QrCode(nonce=shown.nonce), to=turn.person_id)
    turn.toast = turn.plain("invited-qr-coming")


@tap("uninvite", roles=COORDINATORS, style="danger")
async def withdraw(turn: Turn) -> None:
    await joining.withdraw(turn.work, turn.number(), by=turn.person_id, now=turn.now)
    turn.toast = turn.plain("invitation-taken-back")
    turn.show(People())


def link_url(bot_name: str, secret: str, nonce: str) -> str:
    """The link that opens the bot with an invitation."""
    return f"https://t.me/{bot_name}?start={joining.link_token(secret, nonce)}"
