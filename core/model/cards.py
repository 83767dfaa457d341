"""The one living card of a person: what it shows, and whether Telegram has it yet.

A card is data (a view's name and arguments), so that it can be shown again after a crash, on another phone or
in another language. It is written in the transaction of the answer that changed it, marked stale; the mark is
cleared when Telegram has taken it.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Place = Literal["edit", "below"]


class View(BaseModel):
    """What a card shows: the name of a view and what it needs.

    `asks` names what the next typed text answers; `notice` is a line above the card, in the person's words.
    """

    model_config = ConfigDict(frozen=True)
    name: str
    args: dict[str, Any] = {}
    asks: str | None = None
    notice: str | None = None


class Card(BaseModel):
    """`version` rises with each change of view, so that an older button is known as older.

    `place` "below" asks for a new message under what the person sent, instead of an edit in place.
    """

    model_config = ConfigDict(frozen=True)
    person_id: int
    message_id: int | None = None
    version: int = 0
    view: View = View(name="home")
    stale: bool = False
    place: Place = "edit"

    def showing(self, view: View, place: Place) -> Card:
        """The card after an answer: a new version that Telegram does not have yet."""
        return self.model_copy(
            update={"view": view, "version": self.version + 1, "stale": True, "place": place}
        )

    @property
    def redrawn(self) -> Card:
        """The card to be shown again unasked: one that Telegram has is edited where it stands."""
        return self if self.stale else self.model_copy(update={"place": "edit"})
