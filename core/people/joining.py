"""Joining by invitation: single-use links for a role and its posts, told to coordinators, undone at once (domain, §6)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.kernel.errors import Missing, Outdated
from core.model.delegation import Substitution
from core.model.editions import PlanHead, PlanStatus
from core.model.people import Invitation, Person, Role, token_hash
from core.people.handover import take_over
from core.people.substituting import end_all_of, end_if_gone
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work

VALID_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Link:
    """What is needed to show an invitation's link again: the nonce is worth nothing without the bot's secret."""

    invitation_id: int
    nonce: str
    token: str


def link_token(secret: str, nonce: str) -> str:
    """The token of a link: 32 characters that Telegram lets through in `start`, derived, so that none is kept."""
    digest = hmac.new(secret.encode(), f"invitation:{nonce}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:24]).decode()


async def invite(
    work: Work,
    *,
    secret: str,
    nonce: str,
    role: Role,
    post_ids: Sequence[int],
    plan_id: int | None,
    by: int | None,
    now: datetime,
    takes_from: int | None = None,
) -> Link:
    """Makes an invitation that one person can use until it expires; `takes_from` is who gives the posts up then."""
    token = link_token(secret, nonce)
    invitation = Invitation(
        id=0,
        token_hash=token_hash(token),
        role=role,
        post_ids=tuple(post_ids),
        plan_id=plan_id,
        created_by=by,
        created_at=now,
        expires_at=now + VALID_FOR,
        takes_from=takes_from,
    )
    invitation_id = await work.invitations.add(invitation)
    after: dict[str, object] = {"role": role.value, "posts": list(post_ids)}
    if takes_from is not None:
        after["takes_from"] = takes_from
    await work.journal.add(
        JournalLine(
            at=now, person_id=by, action="invited", subject=f"invitation:{invitation_id}", after=after
        )
    )
    return Link(invitation_id, nonce, token)


async def make_link(
    work: Work,
    *,
    secret: str,
    role: Role,
    post_ids: Sequence[int],
    by: int,
    now: datetime,
    takes_from: int | None = None,
) -> Link:
    """The same with a nonce of its own, for the newest live plan. Who keeps the nonce alone can let nobody in."""
    plans = await work.plans.with_status(PlanStatus.LIVE)
    return await invite(
        work,
        secret=secret,
        nonce=secrets.token_urlsafe(12),
        role=role,
        post_ids=post_ids,
        plan_id=plans[-1].id if plans else None,
        by=by,
        now=now,
        takes_from=takes_from,
    )


async def withdraw(work: Work, invitation_id: int, *, by: int, now: datetime) -> None:
    """Lets nobody in by it any more."""
    await work.invitations.withdraw(invitation_id, now)
    subject = f"invitation:{invitation_id}"
    await work.journal.add(
        JournalLine(at=now, person_id=by, action="invitation-withdrawn", subject=subject, after={})
    )


async def plan_invited_to(work: Work, invitation: Invitation) -> PlanHead | None:
    """The plan that an invitation is for, where it is live, else the newest live one; None where there is none."""
    plans = await work.plans.with_status(PlanStatus.LIVE)
    return next((p for p in plans if p.id == invitation.plan_id), plans[-1] if plans else None)


async def hosts(work: Work, but: int | None = None) -> list[int]:
    """The coordinators, who are told of who joins and who asks to."""
    return [p.id for p in await work.people.with_role(Role.COORDINATOR) if p.id != but]


async def find(work: Work, token: str, person_id: int, now: datetime) -> Invitation:
    """The invitation of a link that this person may use, or has used.

    Raises Outdated (used, expired, withdrawn) naming whom to ask, and Missing for a link that was never made.
    """
    invitation = await work.invitations.by_hash(token_hash(token))
    if invitation is None:
        raise Missing("invitation-unknown")
    if invitation.used_by == person_id:
        return invitation
    reason = _spent(invitation, now)
    if reason is not None:
        host = await work.people.get(invitation.created_by) if invitation.created_by else None
        if host is None:
            raise Outdated(f"{reason}-ask-anybody")
        raise Outdated(reason, who=host.name)
    return invitation


def _spent(invitation: Invitation, now: datetime) -> str | None:
    if invitation.withdrawn_at is not None:
        return "invitation-withdrawn"
    if invitation.used_by is not None:
        return "invitation-used"
    return "invitation-expired" if now >= invitation.expires_at else None


async def join(
    work: Work,
    invitation: Invitation,
    *,
    person_id: int,
    name: str,
    language: str,
    now: datetime,
    today: date,
) -> tuple[Person, list[Substitution]]:
    """Makes the person a member with the invitation's role and posts, which they take over where it says from whom.

    → (the person, the substitutions that ended where posts were taken over).

    Raises Outdated where it was used meanwhile, or is meant to replace the very person who opens it.
    """
    if invitation.takes_from == person_id:
        raise Outdated("invitation-is-to-replace")
    if not await work.invitations.use(invitation.id, person_id, now):
        raise Outdated("invitation-used-ask-anybody")
    known = await work.people.get(person_id)
    person = Person(id=person_id, name=name, language=language, joined_at=now)
    if known is not None:
        person = known.model_copy(update={"name": name, "left_at": None})
        if known.left_at is not None:
            person = person.model_copy(update={"roles": frozenset(), "joined_at": now})
    person = person.model_copy(update={"roles": person.roles | {invitation.role}})
    await work.people.save(person)
    ended: list[Substitution] = []
    for post_id in invitation.post_ids:
        if invitation.takes_from is None:
            await work.people.hold(person_id, post_id, now)
        else:
            old = invitation.takes_from
            ended += await take_over(
                work, post_id, taken_from=old, to=person_id, by=person_id, today=today, now=now
            )
    after = {"role": invitation.role.value, "posts": list(invitation.post_ids)}
    await work.journal.add(
        JournalLine(at=now, person_id=person_id, action="joined", subject=f"person:{person_id}", after=after)
    )
    return person, ended


async def undo_join(
    work: Work, invitation_id: int, *, by: int, today: date, now: datetime
) -> tuple[Person, list[Substitution]]:
    """Takes back what an invitation gave, its role and its posts, unless another still gives it.

    → (the person, the substitutions that ended: theirs on these posts, and what they stood in for where they are gone).

    Posts that were taken over by it go back to who held them, unless they went to somebody else meanwhile. Who is left
    without a role has left; what they did stays theirs in the journal. Raises Missing where they are gone, and Outdated
    where this joining was undone already.
    """
    undone = await work.invitations.get(invitation_id)
    person = await work.people.get(undone.used_by) if undone and undone.used_by else None
    if undone is None or person is None or person.left_at is not None:
        raise Missing("person-gone")
    if not _still_gives(undone, person) or not await work.invitations.undo(invitation_id, now):
        raise Outdated("join-undone-already")
    others = [i for i in await work.invitations.used_by(person.id) if _still_gives(i, person) and i != undone]
    taken = set(undone.post_ids).difference(*(i.post_ids for i in others))
    given_up = sorted(taken & set(await work.people.posts_of(person.id)))
    ended: list[Substitution] = []
    for post_id in given_up:
        ended += await end_all_of(work, post_id, person.id, by=by, today=today, now=now)
        await work.people.leave(person.id, post_id, now)
    await _give_back(work, undone, given_up, now)
    left = await _without(work, person, undone.role, others, now)
    await work.people.save(left)
    ended += await end_if_gone(work, person.id, by=by, today=today, now=now)
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=by,
            action="removed",
            subject=f"person:{person.id}",
            before={"roles": sorted(person.roles)},
            after={"roles": sorted(left.roles), "invitation": invitation_id, "posts": list(undone.post_ids)},
        )
    )
    return left, ended


async def _give_back(work: Work, undone: Invitation, posts: Sequence[int], now: datetime) -> None:
    former = await work.people.get(undone.takes_from) if undone.takes_from else None
    if former is None or former.left_at is not None:
        return
    for post_id in posts:
        await work.people.hold(former.id, post_id, now)


def _still_gives(invitation: Invitation, person: Person) -> bool:
    """Whether what the invitation gave is not undone, and not over because the person left and came again."""
    return (
        invitation.withdrawn_at is None
        and invitation.used_at is not None
        and invitation.used_at >= person.joined_at
    )


async def _without(
    work: Work, person: Person, role: Role, others: Sequence[Invitation], now: datetime
) -> Person:
    """The person without the role, unless another invitation or a post gives it; without any, they have left."""
    held = await work.people.posts_of(person.id)
    kept = any(i.role is role for i in others) or (role is Role.OFFICER and bool(held))
    roles = person.roles if kept else person.roles - {role}
    if roles:
        acting_for = person.acting_for if Role.COORDINATOR in roles else None
        return person.model_copy(update={"roles": roles, "acting_for": acting_for})
    await work.people.leave(person.id, None, now)
    return person.model_copy(update={"roles": frozenset(), "left_at": now, "acting_for": None})
