"""Invitations, found by the hash of their token."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from core.model.people import Invitation, Role
from storage.stores.store import Store, as_json
from storage.tables import invitation

_ADD = insert(invitation).returning(invitation.c.id)
_BY_HASH = select(invitation).where(invitation.c.token_hash == bindparam("hash"))
_GET = select(invitation).where(invitation.c.id == bindparam("which"))
_USED_BY = select(invitation).where(invitation.c.used_by == bindparam("who")).order_by(invitation.c.used_at)
_UNUSED = (invitation.c.used_at.is_(None), invitation.c.withdrawn_at.is_(None))
_USE = (
    update(invitation)
    .where(invitation.c.id == bindparam("which"), *_UNUSED)
    .values(used_by=bindparam("who"), used_at=bindparam("moment"))
)
_OPEN = select(invitation).where(*_UNUSED).order_by(invitation.c.id)
_WITHDRAW = (
    update(invitation)
    .where(invitation.c.id == bindparam("which"), *_UNUSED)
    .values(withdrawn_at=bindparam("moment"))
)
_UNDO = (
    update(invitation)
    .where(
        invitation.c.id == bindparam("which"),
        invitation.c.used_at.is_not(None),
        invitation.c.withdrawn_at.is_(None),
    )
    .values(withdrawn_at=bindparam("moment"))
)


class Invitations(Store):
    """core.ports.unit_of_work.InvitationStore."""

    async def add(self, invitation: Invitation) -> int:
        kept = invitation.model_dump(exclude={"id", "post_ids"})
        row = await self._first(_ADD, {**kept, "post_ids": as_json(invitation.post_ids)})
        assert row is not None
        return int(row.id)

    async def by_hash(self, token_hash: str) -> Invitation | None:
        row = await self._first(_BY_HASH, {"hash": token_hash})
        return None if row is None else _invitation(row)

    async def get(self, invitation_id: int) -> Invitation | None:
        row = await self._first(_GET, {"which": invitation_id})
        return None if row is None else _invitation(row)

    async def used_by(self, person_id: int) -> list[Invitation]:
        return [_invitation(row) for row in await self._all(_USED_BY, {"who": person_id})]

    async def use(self, invitation_id: int, person_id: int, at: datetime) -> bool:
        return bool(await self._run(_USE, {"which": invitation_id, "who": person_id, "moment": at}))

    async def open(self) -> list[Invitation]:
        """Neither used nor withdrawn, in order of making; those that expired too."""
        return [_invitation(row) for row in await self._all(_OPEN)]

    async def withdraw(self, invitation_id: int, at: datetime) -> None:
        """A used one stays used."""
        await self._run(_WITHDRAW, {"which": invitation_id, "moment": at})

    async def undo(self, invitation_id: int, at: datetime) -> bool:
        return bool(await self._run(_UNDO, {"which": invitation_id, "moment": at}))


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(
        id=row.id,
        token_hash=row.token_hash,
        role=Role(row.role),
        post_ids=tuple(json.loads(row.post_ids)),
        plan_id=row.plan_id,
        created_by=row.created_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        used_by=row.used_by,
        used_at=row.used_at,
        withdrawn_at=row.withdrawn_at,
        takes_from=row.takes_from,
    )
