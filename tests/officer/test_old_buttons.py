"""Old cards: every button that was ever shown, pressed again after the next step, by its owner and by somebody else."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field

from sandbox.client import Phone
from tests.officer.engineering_plan import POST
from tests.officer.walkthrough import officer, whole_quarter
from tests.officer.watched import WatchedPhone
from tests.talk.worlds import World

REPORTED = (
    "SELECT id, state, draft, submitted, revision, version, first_submitted_on, withdrawn, comment FROM obligation",
    "SELECT * FROM submission",
    "SELECT id, obligation_id, kind, form, number, dated, removed_at FROM evidence",  # its bytes come when they come
    "SELECT * FROM holding",
    "SELECT * FROM activity",
)


def reported(world: World) -> list[object]:
    """All that was reported, as it stands in the database."""
    with closing(sqlite3.connect(world.folder / "orynda.db")) as connection:
        return [sorted(connection.execute(query).fetchall(), key=repr) for query in REPORTED]


def card_version(world: World, person_id: int) -> int:
    """The version of a person's card as it is kept: what their phone is about to show."""
    with closing(sqlite3.connect(world.folder / "orynda.db")) as connection:
        query = "SELECT version FROM card WHERE person_id = ?"
        return int(connection.execute(query, (person_id,)).fetchone()[0])


ASIDE = 50
"""Messages that the other person has more than the officer's script makes."""


@dataclass
class Presser:
    """Presses what was shown before the last step, and has the other person press it too."""

    world: World
    other: Phone
    pressed: set[tuple[int, str]] = field(default_factory=set)
    count: int = 0

    async def press_again(self, phone: WatchedPhone) -> None:
        current = phone.card
        old = [b for b in phone.buttons() if self._is_old(b, current.version) and b[:2] not in self.pressed]
        before = reported(self.world)
        for message, data, label in old:
            presses = [person.press_data(message, data, forge=True) for person in (phone, self.other)]
            for answer in await asyncio.gather(*presses):
                assert answer.answered, label
                assert answer.toast, f"{label!r} ({data}) was pressed and nothing was told"
            changed = [pair for pair in zip(before, reported(self.world), strict=True) if pair[0] != pair[1]]
            assert changed == [], f"{label!r} ({data}) changed something"
        self.count += len(old)
        if old:
            newest = card_version(self.world, phone.id)
            await phone.sees(lambda card: card.version == newest, "the card again")
            assert set(phone.card.taps) == set(current.taps)
        # What was redrawn meanwhile is the same card again: its buttons are pressed once, not each time anew.
        now = phone.card.version
        self.pressed |= {b[:2] for b in phone.buttons() if self._is_old(b, now)}

    @staticmethod
    def _is_old(button: tuple[int, str, str], version: int) -> bool:
        return 0 < int(button[1].partition(".")[0], 16) < version


async def test_no_old_button_changes_anything(world: World) -> None:
    phone = await officer(world, "ru")
    other = await world.join("Ерлан", POST)
    await world.sandbox.limits(on=False)  # Telegram would let so many messages through in a minute only
    for _ in range(ASIDE):  # so that no message of theirs has the number of one of the officer's
        await other.send("/settings")
    await other.settled()
    presser = Presser(world, other)
    await whole_quarter(phone, "ru", presser.press_again)
    assert presser.count > 150
