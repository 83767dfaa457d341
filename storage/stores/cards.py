"""The living cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, bindparam, or_, select, update

from core.model.cards import Card, View
from storage.stores.store import Store, replacing
from storage.tables import card

CARD = tuple(card.c)
"""The columns that `card_of` reads, in its order."""

_SAVE = replacing(card, "person_id")
_SAME = card.c.version == bindparam("shown")
_SHOWN = (
    update(card)
    .where(
        card.c.person_id == bindparam("person"),
        or_(_SAME, and_(card.c.version > bindparam("shown"), card.c.stale)),
    )
    .values(message_id=bindparam("message"), stale=and_(card.c.stale, card.c.version != bindparam("shown")))
)
_STALE = select(card).where(card.c.stale).order_by(card.c.person_id)


class Cards(Store):
    """core.ports.unit_of_work.CardStore."""

    async def save(self, card: Card) -> None:
        kept = card.model_dump(exclude={"view"})
        await self._run(self._upsert(_SAVE), {**kept, "view": card.view.model_dump_json()})

    async def shown(self, shown: Sequence[tuple[int, int, int]]) -> None:
        """Also tells a newer card, not shown yet, which message it lives in: else there would be two."""
        await self._run_many(
            _SHOWN,
            [{"person": person, "shown": version, "message": message} for person, version, message in shown],
        )

    async def stale(self) -> list[Card]:
        return [card_of(row) for row in await self._all(_STALE)]


def card_of(row: Sequence[Any]) -> Card:
    """A card from its columns in the order of CARD."""
    person_id, message_id, version, view, stale, place = row
    return Card(
        person_id=person_id,
        message_id=message_id,
        version=version,
        view=View.model_validate_json(view),
        stale=stale,
        place=place,
    )
