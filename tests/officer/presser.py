"""Presses what was shown before, again: whoever it was shown to, and people whom it was not meant for."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bot.intake.door import TAPS
from core.kernel.languages import LANGUAGES
from core.model.people import Role
from handlers.frame.turn import NO_VERSION
from sandbox.client.client import Answer, Phone
from tests.officer.snapshot import all_rows, at_rest, card_of, changed
from tests.officer.watched import WatchedPhone
from tests.registered import OF_MESSAGES
from tests.talk.worlds import World

LOCALES = Path(__file__).parents[2] / "locales"

ACT_ONCE: dict[str, Role] = {
    "rqyes": Role.MANAGER,  # consents to a request
    "snooze": Role.OFFICER,  # no more reminders today, for who presses it alone
    "unjoin": Role.COORDINATOR,  # takes a joining back
    "unsub": Role.COORDINATOR,  # ends a substitution
}
"""Buttons of notices that act, and for whom: the first press by one of these is what the button is for. Every other
button of a notice opens a card for who presses it, and changes nothing for anybody."""

SHORTEST = 6
"""Letters of a text that is worth comparing: what has hardly any of its own is like everything."""

Press = tuple[int, str, str]
"""Message, data, label."""


@dataclass
class Other:
    """Somebody whom the buttons were not shown to."""

    who: str
    phone: Phone
    roles: frozenset[Role]


@dataclass
class Presser:
    """`watched` are those whose buttons are collected; `others` press them too, all of them or one after the other.

    `most` bounds how often a kind of button is pressed: what a press changes is no matter of language, and what is told
    is the same for all of a kind.
    """

    world: World
    language: str
    watched: list[WatchedPhone]
    others: list[Other]
    all_others: bool = False
    turn: int = 0
    most: int | None = None
    of_strangers: int = 0
    done: set[Press] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    unspent: Counter[str] = field(default_factory=Counter)

    async def press_again(self, phone: WatchedPhone) -> None:
        """After a step: what its card showed before that, by its owner and by another."""
        await phone.messages()
        if phone.has_card:
            version = phone.card.version
            taps = set(phone.card.taps)
            await self._press_old(phone, [b for b in phone.buttons() if 0 < _version(b) < version])
            newest = await self._shown_again(phone)
            assert set(phone.card.taps) == taps
            # What was redrawn meanwhile is the same card again: its buttons are pressed once, not each time anew.
            self.done |= {b for b in phone.buttons() if 0 < _version(b) < newest}

    async def press_notices(self) -> None:
        """When nobody is at anything: the buttons of notices, which carry no version, whenever they were shown."""
        for phone in self.watched:
            await phone.messages()
            found = [b for b in phone.buttons() if _version(b) == NO_VERSION]
            assert {_action(b) for b in found} <= OF_MESSAGES
            spent = [b for b in found if _action(b) not in ACT_ONCE or b[1] in self.used]
            await self._press_old(phone, spent)
            unspent = [
                b for b in found if b not in spent and b not in self.done and self._again(b, self.unspent)
            ]
            await self._holds([(o.phone, b) for o in self.others for b in unspent if not _is_meant(o, b)])

        for phone in self.watched:
            await self._shown_again(phone)

    async def _shown_again(self, phone: WatchedPhone) -> int:
        """Waits for the card as it is kept; → its version."""
        newest, _ = await card_of(self.world, phone.id)
        await phone.sees(lambda card: card.version == newest, "the card again")
        return newest

    def use(self, data: str) -> None:
        """The script has pressed a button that acts once."""
        self.used.add(data)

    async def _press_old(self, phone: WatchedPhone, found: Iterable[Press]) -> None:
        old = [b for b in found if b not in self.done and phone.has(b[0])]
        self.done |= set(old)
        old = [b for b in old if self._again(b, self.counts)]
        await self._holds(
            [(phone, b) for b in old]
            + [(o.phone, b) for at, b in enumerate(old) for o in self._pressing(at) if not _snoozes(b)]
        )
        self.turn += len(old)

    def _again(self, button: Press, pressed: Counter[str]) -> bool:
        """Whether a kind of button is to be pressed once more; counts it if so."""
        if self.most is not None and pressed[_action(button)] >= self.most:
            return False
        pressed[_action(button)] += 1
        return True

    def _pressing(self, at: int) -> list[Other]:
        return self.others if self.all_others else [self.others[(at + self.turn) % len(self.others)]]

    def _is_let_in(self, phone: Phone) -> bool:
        """Whether this person presses once more: from a stranger's flood the door keeps, and answers, nothing."""
        if any(other.phone is phone and not other.roles for other in self.others):
            self.of_strangers += 1
            return self.of_strangers <= TAPS.burst
        return True

    async def _holds(self, presses: list[tuple[Phone, Press]]) -> None:
        """Nothing changes by these, and each is answered kindly."""
        presses = [press for press in presses if self._is_let_in(press[0])]
        if not presses:
            return
        before = await at_rest(self.world)
        of_person: dict[int, list[tuple[Phone, Press]]] = {}
        for phone, press in presses:
            of_person.setdefault(phone.id, []).append((phone, press))
        await asyncio.gather(*(self._one_by_one(found) for found in of_person.values()))
        told = changed(before, all_rows(self.world))
        assert told == {}, f"one of these changed {told}: {[(p.name, b) for p, b in presses]}"

    async def _one_by_one(self, presses: list[tuple[Phone, Press]]) -> None:
        """Buttons of notices one after the other: they open a card. Those of older cards tell the same, at once."""
        old = [p for p in presses if _version(p[1]) != NO_VERSION]
        await asyncio.gather(*(self._press(*press) for press in old))
        for press in presses:
            if press not in old:
                await self._press(*press)

    async def _press(self, phone: Phone, press: Press) -> None:
        message, data, label = press
        before, card = await card_of(self.world, phone.id)
        place = message if isinstance(phone, WatchedPhone) else await _aside(phone, card)
        answer = await phone.press_data(place, data, forge=True)
        about = f"{label!r} ({data}) pressed by {phone.name}: {answer.toast!r}"
        now, _ = await card_of(self.world, phone.id)
        self._is_kind(answer, data, about, now > before)

    def _is_kind(self, answer: Answer, data: str, about: str, shown: bool) -> None:
        assert answer.answered, about
        assert answer.toast or shown, f"{about}, and nothing was told"
        if not data.startswith(f"{NO_VERSION}."):
            assert answer.toast == self.world.app.deps.texts(self.language, "card-outdated"), about
        elif answer.toast:
            assert says(self.language, answer.toast), f"{about} is no {self.language}"


def _version(button: Press) -> int:
    return int(button[1].partition(".")[0], 16)


def _action(button: Press) -> str:
    return button[1].split(".")[1]


def _is_meant(other: Other, button: Press) -> bool:
    return ACT_ONCE[_action(button)] in other.roles


def _snoozes(button: Press) -> bool:
    """Snoozing is each officer's own: who has the button by a trick puts off their own reminders."""
    return _action(button) == "snooze"


async def _aside(phone: Phone, card: int | None) -> int:
    """A message of the bot in the other person's chat that is not their card."""
    return next(m.id for m in await phone.messages() if m.from_bot and m.id != card)


def says(language: str, text: str) -> bool:
    """Whether it is a sentence of that language's texts, and of no other's alone."""
    return any(pattern.fullmatch(text) for pattern in _sentences()[language])


@cache
def _sentences() -> dict[str, list[re.Pattern[str]]]:
    """The one-line texts of each language, with anything where something is put in."""
    found = {}
    for language in LANGUAGES:
        lines = [
            line.partition(" = ")[2]
            for file in sorted((LOCALES / language).glob("*.ftl"))
            for line in file.read_text("utf-8").splitlines()
            if re.match(r"[a-z][\w-]* = \S", line)
        ]
        parts = [re.split(r"\{[^{}]*\}", line) for line in lines]
        worded = [p for p in parts if len("".join(p)) > SHORTEST]
        found[language] = [re.compile(".+".join(map(re.escape, p)), re.DOTALL) for p in worded]
    return found
