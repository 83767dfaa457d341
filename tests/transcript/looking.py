"""Looking around: one tap after another on what was tapped least, now and then something typed, sent or commanded.

What is done next follows from what is shown and from what was done, and from nothing else: the same program is looked
at in the same way each time.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from tests.transcript.phones import Button, Phone, action_of
from tests.transcript.words import CAPTIONS, COMMANDS, TYPED, picture

LEFT_ALONE = frozenset({"lang", "unjoin"})
"""Taps that end what a story is about: its language, and who is in it."""

AS_LONG_AS = 12
"""Steps before a command begins elsewhere."""


@dataclass
class Looker:
    """Somebody who tries everything; `role` says which commands."""

    phone: Phone
    role: str
    done: Counter[tuple[str, str]] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)

    def look(self, steps: int) -> None:
        """So many steps."""
        for _ in range(steps):
            self._step()

    def _step(self) -> None:
        self.steps["all"] += 1
        at = self.steps["all"]
        card = [b for b in self.phone.card() if action_of(b[1]) not in LEFT_ALONE]
        if at % AS_LONG_AS == 1 or not card:
            self.phone.type(self._next("command", COMMANDS[self.role]))
        elif self.role == "officer" and at % 31 == 17:
            self._send()
        elif at % 9 == 5 or len(card) == 1:
            self.phone.type(self._next("typed", TYPED[self.phone.scene.book.language]))
        elif at % 15 == 9 and (notices := self._notices()):
            self._press(notices)
        else:
            self._press(card)

    def _notices(self) -> list[Button]:
        return [b for b in self.phone.notices() if action_of(b[1]) not in LEFT_ALONE]

    def _press(self, buttons: list[Button]) -> None:
        view = self.phone.machine.view_of(self.phone.id)
        ranked = sorted(
            (self.done[view, action_of(data)], self.labels[_plain(label)], at)
            for at, (_, data, label) in enumerate(buttons)
        )
        chosen = buttons[ranked[0][-1]]
        self.done[view, action_of(chosen[1])] += 1
        self.labels[_plain(chosen[2])] += 1
        self.phone.press(chosen)

    def _send(self) -> None:
        caption = self._next("caption", CAPTIONS[self.phone.scene.book.language])
        number = self.steps["caption"]
        self.phone.send("photo", (f"photo{number}.png", "image/png", picture(number)), caption=caption)

    def _next(self, kind: str, among: tuple[str, ...]) -> str:
        self.steps[kind] += 1
        return among[(self.steps[kind] - 1) % len(among)]


def _plain(label: str) -> str:
    return re.sub(r"\d+", "0", label)
