"""Old cards: every button that was ever shown, pressed again after the next step, by its owner and by somebody else."""

from __future__ import annotations

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
    "SELECT * FROM evidence",
    "SELECT * FROM holding",
    "SELECT * FROM activity",
)


def reported(world: World) -> list[object]:
    """All that was reported, as it stands in the database."""
    with closing(sqlite3.connect(world.folder / "orynda.db")) as connection:
        return [sorted(connection.execute(query).fetchall(), key=repr) for query in REPORTED]


@dataclass
class Presser:
    """Presses what was shown before the last step, and has the other person press it too."""

    world: World
    other: Phone
    pressed: set[tuple[int, str]] = field(default_factory=set)

    async def press_again(self, phone: WatchedPhone) -> None:
        current = phone.card
        old = [b for b in phone.buttons() if self._is_old(b, current.version) and b[:2] not in self.pressed]
        before = reported(self.world)
        for message, data, label in old:
            self.pressed.add((message, data))
            for person in (phone, self.other):
                answer = await person.press_data(message, data, forge=True)
                assert answer.answered, label
                assert answer.toast, f"{person.name} pressed {label!r} ({data}) and was told nothing"
            assert reported(self.world) == before, f"{label!r} ({data}) changed something"
        if old:
            await phone.sees(lambda card: card.version > current.version, "the card again")
            assert set(phone.card.taps) == set(current.taps)

    @staticmethod
    def _is_old(button: tuple[int, str, str], version: int) -> bool:
        return 0 < int(button[1].partition(".")[0], 16) < version


async def test_no_old_button_changes_anything(world: World) -> None:
    phone = await officer(world, "ru")
    other = await world.join("Ерлан", POST)
    presser = Presser(world, other)
    await whole_quarter(phone, "ru", presser.press_again)
    assert len(presser.pressed) > 150
