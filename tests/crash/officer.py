"""An officer who lives the quarter by a script: acts, waits until the phone shows it, and insists where it does not.

What the phone confirmed is written down as it is seen; the database is held against it afterwards (`ledger`).
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.client.client import Message, Sandbox, SandboxError
from tests.crash.botprocess import BotProcess
from tests.crash.phonecard import Card, OfficerPhone
from tests.crash.quarter import Row, Seat
from tests.crash.script import ANSWERED, RECORDING, Answer, Line, Step, after, lines_of, steps_for

PATIENCE = 60.0
"""Seconds that the bot may be up, its start included, before a reply counts as missing: machines stall, too."""

Pulse = Callable[[], None]


class MissingReply(AssertionError):
    """The bot was up and the person's phone showed nothing."""


@dataclass
class Officer:
    """One officer. `confirmed` and `under_way` are groups of journal lines, one group for each message."""

    seat: Seat
    phone: OfficerPhone
    bot: BotProcess
    chance: random.Random
    pulse: Pulse
    hands_in_early: bool = False
    confirmed: list[tuple[Line, ...]] = field(default_factory=list)
    under_way: list[tuple[Line, ...]] = field(default_factory=list)
    answers: dict[int, Answer] = field(default_factory=dict)
    submitted: dict[int, Answer] = field(default_factory=dict)
    pictures: dict[int, list[bytes]] = field(default_factory=dict)
    refused: int = 0
    acts: int = 0
    finished: bool = False
    _before: dict[int, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rows: dict[int, Row] = {row.obligation: row for row in self.seat.rows}
        self.left: dict[int, list[Step]] = {
            row.obligation: steps_for(number, row, self.seat.post)
            for number, row in enumerate(self.seat.rows)
        }
        self.answers = {row.obligation: Answer() for row in self.seat.rows}

    async def live(self) -> None:
        """From the invitation to the last receipt."""
        card = await self._join()
        while not self.finished:
            await asyncio.sleep(self.chance.uniform(0.0, 0.12))
            card = await self._one(card)

    async def _join(self) -> Card:
        await self.phone.start(self.seat.link)
        self._acted()
        return await self._reaction(0)

    async def _one(self, card: Card) -> Card:
        """Looks at the card and does what is next on it; → the card that came of it."""
        if card.has("join"):
            return await self._press(card, "join")
        if (undone := self._to_be_undone(card)) is not None:
            return await self._undo(card, undone)
        if card.has("handin"):
            return await self._on_submit(card)
        if card.row is not None:
            return await self._on_row(card, card.row)
        if card.is_list:
            return await self._press(card, "home")
        if card.has("set"):
            return await self._on_home(card)
        return await self._press(card, "go" if card.has("go") else "home")

    async def _on_home(self, card: Card) -> Card:
        if self.hands_in_early and card.has("submit"):
            return await self._press(card, "submit")
        if card.has("go"):
            return await self._press(card, "go")
        if card.has("submit"):
            return await self._press(card, "submit")
        if len(self.submitted) < len(self.rows):
            raise AssertionError(f"nothing is left to do, though only {sorted(self.submitted)} are handed in")
        self.finished = True
        return card

    async def _on_submit(self, card: Card) -> Card:
        if card.has("go") and not self.hands_in_early:
            return await self._press(card, "go")
        ready = {o: a for o, a in self.answers.items() if not self.left[o] and o not in self.submitted}
        self.under_way = [tuple(sorted(a.line("submitted", o) for o, a in ready.items()))]
        shown = await self._press(card, "handin")
        if self._taken(shown, not shown.has("handin") and shown.row is None):
            if str(len(ready)) not in shown.text:
                raise AssertionError(f"the receipt does not say {len(ready)}: {shown.text!r}")
            self.submitted.update(ready)
            self.hands_in_early = False
        return shown

    async def _on_row(self, card: Card, obligation: int) -> Card:
        steps = self.left[obligation]
        if self.hands_in_early and self._half() and card.has("list") and self._fresh(obligation):
            return await self._press(card, "list")
        if card.is_asking and (not steps or steps[0].kind not in ("account", "paper")):
            return await self._press(card, "card")  # a second paper is asked for, which there is none of
        if not steps:
            return await self._press(card, "next")
        return await self._step(card, self.rows[obligation], steps[0])

    async def _step(self, card: Card, row: Row, step: Step) -> Card:
        if step.tap is not None:
            return await self._tap(card, row, step)
        changed = self._after(step, row, "")
        self.under_way = lines_of(step, changed, row)
        await self._send(step)
        shown = await self._reaction(card.version + max(1, len(step.pictures)))
        self._take(row, step, changed)
        self._must_show(shown, row, step)
        return shown

    async def _tap(self, card: Card, row: Row, step: Step) -> Card:
        tap = card.tap(step.tap or "", row.obligation)
        if tap is None:
            raise AssertionError(f"{row.obligation}: no button for {step.kind!r} on {card.taps}")
        if step.kind in RECORDING:
            words = tap[2] if step.kind == "forecast" else card.taps[tap][0]
            changed = self._after(step, row, words)
            self.under_way = lines_of(step, changed, row)
            shown = await self._press(card, *tap)
            if self._taken(shown, _went_on(card, shown, row, step)):
                self._take(row, step, changed)
                self._must_show(shown, row, step)
            return shown
        shown = await self._press(card, *tap)
        if (
            shown.row != row.obligation or len(shown.taps) == 1
        ):  # on to another card, or to what is to be typed
            self.left[row.obligation].pop(0)
        return shown

    async def _undo(self, card: Card, obligation: int) -> Card:
        """Takes back what was recorded just before, from the card that came next."""
        if not card.has("undo", obligation):
            self.left[
                obligation
            ].clear()  # the next card has a step of its own to undo: this one stays as it is
            return card
        row, step = self.rows[obligation], self.left[obligation][0]
        was = self._before[obligation]
        self.under_way = lines_of(step, was, row)
        shown = await self._press(card, "undo", str(obligation))
        if self._taken(shown, shown.row == obligation):
            self._take(row, step, was)
        return shown

    # What came of it

    def _after(self, step: Step, row: Row, words: str) -> Answer:
        if step.kind not in RECORDING and step.kind != "caption":
            return self.answers[row.obligation]
        return after(step, self.answers[row.obligation], row, words)

    def _taken(self, shown: Card, taken: bool) -> bool:
        """A tap on a card that a crash left behind is refused; then nothing of it may be recorded."""
        if not taken:
            self.refused += 1
            self.under_way = []
            return False
        self.confirmed.extend(self.under_way)
        self.under_way = []
        return True

    def _take(self, row: Row, step: Step, changed: Answer) -> None:
        """Writes down that the phone showed this step as taken."""
        self.confirmed.extend(self.under_way)
        self.under_way = []
        self._before[row.obligation] = self.answers[row.obligation]
        self.answers[row.obligation] = changed
        self.pictures.setdefault(row.obligation, []).extend(step.pictures)
        self.left[row.obligation].pop(0)

    def _must_show(self, shown: Card, row: Row, step: Step) -> None:
        """What was given is on the card that came of it, as it was understood."""
        if step.kind in ("typed", "sure") and self.answers[row.obligation].outcome == "done":
            seen = shown.text.startswith(("✅", "🟡", "❌")) or shown.has("undo", row.obligation)
        elif step.kind in ("caption", "odd"):
            seen = shown.has("sure", row.obligation)
        elif step.kind in ("account", "paper"):
            seen = step.text.split()[0] in shown.text
        else:
            seen = not step.pictures or any(mark in shown.text for mark in ("📎", "🖼"))
        if not seen:
            raise AssertionError(f"{step.kind} for {row.title!r} is not shown as recorded:\n{shown.text}")

    def _to_be_undone(self, card: Card) -> int | None:
        """What the script takes back again, once it was recorded and the next card came."""
        for obligation, steps in self.left.items():
            if steps and steps[0].kind == "undo" and card.row != obligation:
                return obligation
        return None

    def _half(self) -> bool:
        done = sum(1 for steps in self.left.values() if not steps)
        return done * 2 >= len(self.left)

    def _fresh(self, obligation: int) -> bool:
        return self.answers[obligation] == Answer()

    # Acting and waiting

    async def _send(self, step: Step) -> list[Message]:
        if len(step.pictures) > 1:
            sent = await self.phone.album(list(step.pictures))
        elif step.pictures:
            sent = await self.phone.photo(step.pictures[0], caption=step.text, name="photo.png")
        else:
            sent = await self.phone.send(step.text)
        self._acted()
        return sent

    async def _press(self, card: Card, *tap: str) -> Card:
        """Taps a button; where the card moved at that moment the finger met nothing, and the person looks again."""
        found = card.tap(*tap)
        if found is None:
            raise AssertionError(f"no button {tap} on {card.taps}:\n{card.text}")
        try:
            await self.phone.press_data(card.message, card.taps[found][1], wait=0.0)
        except SandboxError as error:
            if "→ 409" not in str(error) and "→ 404" not in str(error):
                raise
            await self.phone.wait(0.2)
            return self.phone.card or card
        self._acted()
        return await self._reaction(card.version + 1)

    def _acted(self) -> None:
        self.acts += 1
        self.pulse()

    async def _reaction(self, version: int) -> Card:
        """Waits for a card of at least this version. Raises MissingReply."""
        since = time.monotonic()
        while True:
            card = self.phone.card
            if card is not None and card.version >= max(1, version):
                return card
            up = time.monotonic() - max(since, self.bot.started_at)
            if up > PATIENCE:
                raise MissingReply(f"no reply within {PATIENCE:g} s of a running bot")
            if self.bot.died is not None:
                raise AssertionError(f"the bot ended by itself with status {self.bot.died}")
            await self.phone.wait(0.5)


def _went_on(card: Card, shown: Card, row: Row, step: Step) -> bool:
    """Whether a tap was taken: the card asks the next thing, or the next card came."""
    if step.kind in ANSWERED and shown.row != row.obligation:
        return True
    if step.kind in ("none", "reason"):
        return shown.row == row.obligation and shown.has("why" if step.kind == "none" else "when")
    return False


async def phone_of(sandbox: Sandbox, name: str) -> OfficerPhone:
    """A new person with a phone in Russian."""
    person = await sandbox.person(name, language="ru")
    return OfficerPhone(sandbox, {"id": person.id, "first_name": name})
