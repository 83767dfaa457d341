"""Who takes part: persons, the posts that they hold, and the invitations they join by (domain, §6)."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Role(StrEnum):
    OFFICER = "officer"
    MANAGER = "manager"
    COORDINATOR = "coordinator"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Person(_Model):
    """Somebody who joined. `id` is Telegram's id of the person, which is also that of the private chat."""

    id: int
    name: str
    language: str
    language_chosen: bool = False
    roles: frozenset[Role] = frozenset()
    joined_at: datetime
    left_at: datetime | None = None
    unreached_since: datetime | None = None
    reminder_hour: int = 9
    snoozed_until: date | None = None
    acting_for: int | None = None

    @property
    def reports_for(self) -> int | None:
        """The post that the person reports for on its behalf, until they end it; coordinators alone may (domain, §6)."""
        return self.acting_for if self.may(Role.COORDINATOR) else None

    def may(self, *roles: Role) -> bool:
        """Whether the person has one of the roles."""
        return self.left_at is None and not self.roles.isdisjoint(roles)


class Post(_Model):
    """A post or body that a plan names. A group stands for its members, of whom `reports` answers for it.

    `aliases` are other spellings that the coordinator confirmed: a plan that prints one of them means this post.
    """

    id: int
    name: str
    is_group: bool = False
    reports: int | None = None
    aliases: tuple[str, ...] = ()


class Invitation(_Model):
    """A single-use link for a role and, for officers, the posts that come with it. Only the token's hash is kept.

    Who joins by one that `takes_from` somebody takes the posts over from them at that moment.
    """

    id: int
    token_hash: str
    role: Role
    post_ids: tuple[int, ...] = ()
    plan_id: int | None = None
    created_by: int | None = None
    created_at: datetime
    expires_at: datetime
    used_by: int | None = None
    used_at: datetime | None = None
    withdrawn_at: datetime | None = None
    takes_from: int | None = None


def token_hash(token: str) -> str:
    """What is kept of a token: its SHA-256, so that a copy of the database invites nobody."""
    return hashlib.sha256(token.encode()).hexdigest()
