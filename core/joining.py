"""Joining by invitation: single-use links for a role and its posts, told to the coordinators, undone at once (§6)."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.errors import Missing, Outdated
from core.people import Invitation, Person, Role, token_hash
from core.ports import JournalLine, Work

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
) -> Link:
    """Makes an invitation that one person can use until it expires."""
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
    )
    invitation_id = await work.invitations.add(invitation)
    after = {"role": role.value, "posts": list(post_ids)}
    await work.journal.add(
        JournalLine(
            at=now, person_id=by, action="invited", subject=f"invitation:{invitation_id}", after=after
        )
    )
    return Link(invitation_id, nonce, token)


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
    work: Work, invitation: Invitation, *, person_id: int, name: str, language: str, now: datetime
) -> Person:
    """Makes the person a member with the invitation's role and posts. Raises Outdated where it was used meanwhile."""
    if not await work.invitations.use(invitation.id, person_id, now):
        raise Outdated("invitation-used-ask-anybody")
    known = await work.people.get(person_id)
    roles = (known.roles if known and known.left_at is None else frozenset()) | {invitation.role}
    person = Person(
        id=person_id,
        name=name,
        language=known.language if known else language,
        language_chosen=known.language_chosen if known else False,
        roles=roles,
        joined_at=now,
        reminder_hour=known.reminder_hour if known else 9,
    )
    await work.people.save(person)
    for post_id in invitation.post_ids:
        await work.people.hold(person_id, post_id, now)
    after = {"role": invitation.role.value, "posts": list(invitation.post_ids)}
    await work.journal.add(
        JournalLine(at=now, person_id=person_id, action="joined", subject=f"person:{person_id}", after=after)
    )
    return person


async def undo_join(work: Work, person_id: int, *, by: int, now: datetime) -> Person:
    """Takes a person out again: no roles, no posts; what they did stays theirs in the journal. Raises Missing."""
    person = await work.people.get(person_id)
    if person is None or person.left_at is not None:
        raise Missing("person-gone")
    await work.people.leave(person_id, None, now)
    gone = person.model_copy(update={"left_at": now, "roles": frozenset()})
    await work.people.save(gone)
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=by,
            action="removed",
            subject=f"person:{person_id}",
            before={"roles": sorted(person.roles)},
        )
    )
    return gone
