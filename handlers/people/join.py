"""Joining by an invitation, and meeting who has none."""

from __future__ import annotations

from datetime import timedelta

from core.kernel.errors import Outdated
from core.kernel.languages import LANGUAGES, language_of
from core.model.people import Role
from core.people import joining
from core.people.names import named_posts
from core.people.notices import of_taken_over
from handlers.frame.menu import queue_menu
from handlers.frame.messages import Declined, Joined, StrangerAsks
from handlers.frame.registry import ANYBODY, COORDINATORS, command, message, tap, view
from handlers.frame.screens import Html, Screen, button, html
from handlers.frame.turn import Turn
from handlers.frame.views import Home, InvitationCard, Stranger
from handlers.notices.delegation_notices import tell

QUIET = timedelta(hours=1)
"""How long a stranger is not answered again, once told."""


@command("start", roles=ANYBODY)
async def start(turn: Turn) -> None:
    """/start opens an invitation where the link carries one, else the home card."""
    token = turn.typed.partition(" ")[2].strip()
    if not token:
        if turn.is_member:
            turn.show(Home())
        else:
            meet(turn)
        return
    invitation = await joining.find(turn.work, token, turn.person_id, turn.now)
    if invitation.used_by == turn.person_id:
        # Whoever was taken out since is not let in again by the same link.
        if turn.person is None or not turn.is_member:
            raise Outdated("invitation-used-ask-anybody")
        turn.show(Home(), notice=turn.say("joined-again", name=turn.person.name))
        return
    turn.show(InvitationCard(invitation=invitation.id, token=token, language=_phone_language(turn)))


@view(InvitationCard, public=True)
async def show_invitation(turn: Turn, args: InvitationCard) -> Screen:
    """Whom the invitation asks for, in the language of the phone, with a choice of language."""
    invitation = await joining.find(turn.work, args.token, turn.person_id, turn.now)
    language = args.language
    texts = turn.deps.texts
    found = await joining.plan_invited_to(turn.work, invitation)
    plan = html(found.title or found.source_name if found else texts(language, "invitation-no-plan"))
    names = html(", ".join(await named_posts(turn.work, invitation.post_ids)))
    text = texts(
        language,
        f"invitation-{invitation.role.value}",
        plan=plan,
        posts=names,
        count=len(invitation.post_ids),
    )
    rows = [[button(texts(language, "invitation-yes"), "join")]]
    if invitation.role is Role.OFFICER:
        rows.append([button(texts(language, "invitation-no"), "notme")])
    rows.append([button(texts(code, "language-own-name"), "invlang", code) for code in LANGUAGES])
    return Screen(Html(text), rows)


@tap("invlang", roles=ANYBODY)
async def choose_language(turn: Turn) -> None:
    turn.show(turn.on(InvitationCard).but(language=language_of(turn.word())))


@tap("join", roles=ANYBODY, style="success")
async def accept(turn: Turn) -> None:
    """The person says yes: they are in, and the coordinators are told."""
    invitation = await joining.find(turn.work, turn.on(InvitationCard).token, turn.person_id, turn.now)
    user = turn.user
    name = user.full_name if user else str(turn.person_id)
    turn.person, ended = await joining.join(
        turn.work,
        invitation,
        person_id=turn.person_id,
        name=name,
        language=language_of(turn.on(InvitationCard).language),
        now=turn.now,
        today=turn.deps.today(),
    )
    await tell(turn, await of_taken_over(turn.work, invitation, name, ended))
    for host in await joining.hosts(turn.work, but=turn.person_id):
        joined = Joined(person=turn.person_id, invitation=invitation.id)
        await turn.queue(f"joined:{invitation.id}:{host}", joined, to=host)
    await queue_menu(turn, turn.person)
    turn.show(Home(), notice=turn.say("joined-welcome", name=name))


@tap("notme", roles=ANYBODY)
async def decline(turn: Turn) -> None:
    """The link went to somebody else: the coordinators are told, the link stays usable."""
    invitation = await joining.find(turn.work, turn.on(InvitationCard).token, turn.person_id, turn.now)
    name = turn.user.full_name if turn.user else ""
    for host in await joining.hosts(turn.work):
        declined = Declined(name=name, posts=invitation.post_ids)
        await turn.queue(f"declined:{invitation.id}:{turn.person_id}:{host}", declined, to=host)
    turn.toast, turn.alert = turn.plain("invitation-declined"), True
    turn.show(Stranger(language=turn.on(InvitationCard).language, told_at=turn.now))


def meet(turn: Turn) -> None:
    """Who has not joined is told how to, once; whatever they send within the hour changes nothing and is not answered.

    It is kept with the card, so that a restart makes nobody's silence end.
    """
    met = turn.shows(Stranger)
    if met is not None and met.told_at is not None and timedelta() <= turn.now - met.told_at < QUIET:
        if turn.tap is not None:
            turn.toast = turn.plain("not-allowed")
        return
    turn.show(Stranger(language=turn.user.language_code if turn.user else None, told_at=turn.now))


@view(Stranger, public=True)
async def show_stranger(turn: Turn, args: Stranger) -> Screen:
    return Screen(turn.say("stranger"), [[button(turn.plain("stranger-ask"), "askin")]])


@tap("askin", roles=ANYBODY)
async def ask_in(turn: Turn) -> None:
    """A stranger asks to be let in: once a day for each coordinator. Who is in has no such button."""
    if turn.is_member:
        raise Outdated("card-outdated")
    name = turn.user.full_name if turn.user else ""
    for host in await joining.hosts(turn.work):
        key = f"stranger:{turn.person_id}:{host}:{turn.deps.today()}"
        await turn.queue(key, StrangerAsks(name=name), to=host)
    turn.toast, turn.alert = turn.plain("stranger-asked"), True


@message(StrangerAsks, roles=COORDINATORS)
async def stranger_notice(turn: Turn, args: StrangerAsks) -> Screen:
    return Screen(turn.say("notice-stranger", name=args.name))


@message(Joined, roles=COORDINATORS)
async def joined_notice(turn: Turn, args: Joined) -> Screen | None:
    """Who joined as what, with a button to undo just this joining at once."""
    person = await turn.work.people.get(args.person)
    invitation = await turn.work.invitations.get(args.invitation)
    if person is None or invitation is None:
        return None
    posts = await named_posts(turn.work, invitation.post_ids)
    text = turn.say(
        "notice-joined",
        name=person.name,
        role=turn.say(f"role-{invitation.role.value}"),
        posts=": " + ", ".join(posts) if posts else "",
    )
    undo = button(turn.plain("notice-joined-undo"), "unjoin", invitation.id)
    return Screen(text, [[undo]] if person.left_at is None and invitation.withdrawn_at is None else [])


@message(Declined, roles=COORDINATORS)
async def declined_notice(turn: Turn, args: Declined) -> Screen:
    posts = ", ".join(await named_posts(turn.work, args.posts))
    return Screen(turn.say("notice-declined", name=args.name, posts=posts))


def _phone_language(turn: Turn) -> str:
    return (
        turn.person.language if turn.person else language_of(turn.user.language_code if turn.user else None)
    )
