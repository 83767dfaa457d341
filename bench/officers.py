"""People at work, inside the server's process: each waits for what the bot shows and answers it."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.phones import people
from sandbox.world.chats import Chat
from sandbox.world.world import World

Json = dict[str, Any]


class Eyes:
    """Stands in for the sandbox's event hub: hands what a chat shows to whoever sits before it, at once."""

    def __init__(self) -> None:
        self._seats: dict[int, Crowd] = {}

    def watch(self, person_id: int, crowd: Crowd) -> None:
        self._seats[person_id] = crowd

    def emit(self, kind: str, **fields: Any) -> None:
        """sandbox.world.events.Hub.emit: what the bot shows concerns the person whose chat it is.

        An edit that leaves no buttons puts an old card away, and shows nothing.
        """
        shows = kind == "message" or (kind == "edited" and "reply_markup" in fields["message"])
        if shows and fields["message"]["from"]["is_bot"]:
            crowd = self._seats.get(fields["person_id"])
            if crowd is not None:
                crowd.seen(fields["person_id"], fields["message"])

    def close(self) -> None:
        """Nobody listens over HTTP here."""


@dataclass
class Tally:
    """What people saw: `answers` and `waits` in the time that counts, `seen` from the beginning.

    Waits are seconds from a person's act to what the phone showed.
    """

    answers: int = 0
    seen: int = 0
    waits: list[float] = field(default_factory=list)
    finished: int = 0


class Crowd:
    """People of whom `at_once` work; who has nothing left to answer gives the seat to the next.

    `pause` (shortest, longest) is how many seconds a person takes to answer; (0, 0) answers at once.
    """

    def __init__(self, world: World, ids: list[int], at_once: int, pause: tuple[float, float]) -> None:
        self._world = world
        self._next: Iterator[int] = iter(ids)
        self._at_once = at_once
        self._pause = pause
        self._chance = random.Random(len(ids))
        self._acted: dict[int, float] = {}
        self._answering: set[int] = set()
        self._loop = asyncio.get_running_loop()
        self.tally = Tally()
        self.open = True

    def begin(self) -> None:
        """Everybody who has a seat opens the bot; with pauses, spread over the first of them."""
        for _ in range(self._at_once):
            self._loop.call_later(self._chance.uniform(0, self._pause[1]), self._sit)

    def _sit(self) -> None:
        person_id = next(self._next, None)
        if person_id is None or not self.open:
            return
        eyes = self._world.events
        assert isinstance(eyes, Eyes)
        eyes.watch(person_id, self)
        self._act(person_id, lambda chat: self.opens(chat))

    def seen(self, person_id: int, message: Json) -> None:
        """The bot showed something: that ends the wait, and is answered after a pause."""
        since = self._acted.pop(person_id, None)
        if since is None:
            return
        if person_id in self._answering:
            self._answering.discard(person_id)
            self.tally.answers += 1
            self.tally.seen += 1
            self.tally.waits.append(time.perf_counter() - since)
        if not self.open:
            return
        self._loop.call_later(self._chance.uniform(*self._pause), self._answer, person_id, message)

    def waiting(self, longer_than: float) -> list[float]:
        """Seconds that each has waited by now who acted longer ago than that and saw nothing yet."""
        waits = [time.perf_counter() - since for since in self._acted.values()]
        return [wait for wait in waits if wait > longer_than]

    def _answer(self, person_id: int, message: Json) -> None:
        if not self.open:
            return
        if not self.can_answer(message):
            self.tally.finished += 1
            self._sit()
            return
        self._answering.add(person_id)
        self._act(person_id, lambda chat: self.answers(chat, message))

    def _act(self, person_id: int, act: Any) -> None:
        self._acted[person_id] = time.perf_counter()
        act(self._world.chats[person_id])

    # What a kind of people does

    def opens(self, chat: Chat) -> None:
        """The first thing said, which counts as no answer."""
        people.write(self._world, chat, "/report")

    def can_answer(self, message: Json) -> bool:
        """Whether the message asks for something."""
        return self.button(message) is not None

    def answers(self, chat: Chat, message: Json) -> None:
        raise NotImplementedError

    @staticmethod
    def button(message: Json) -> Json | None:
        """The card's ✅ "as planned"."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        for button in (button for row in rows for button in row):
            if ".plan." in button.get("callback_data", ""):
                return dict(button)
        return None


class Tapping(Crowd):
    """Officers who report everything as planned, with one tap a card."""

    def answers(self, chat: Chat, message: Json) -> None:
        button = self.button(message)
        assert button is not None
        wanted = {"message_id": message["message_id"], "data": button["callback_data"]}
        people.press(self._world, chat, wanted)


class Typing(Crowd):
    """Officers who type the figure that the card plans: a zero as 0, a tick as a plus."""

    def answers(self, chat: Chat, message: Json) -> None:
        button = self.button(message)
        assert button is not None
        figure = re.search(r"\d.*", button["text"])
        nothing = "0" if "Ноль" in button["text"] else "+"
        people.write(self._world, chat, figure[0] if figure else nothing)


class Chatting(Crowd):
    """People who talk to the echo."""

    def opens(self, chat: Chat) -> None:
        people.write(self._world, chat, "hello")

    def can_answer(self, message: Json) -> bool:
        return True

    def answers(self, chat: Chat, message: Json) -> None:
        people.write(self._world, chat, "5,8 млн")


KINDS: dict[str, type[Crowd]] = {"taps": Tapping, "typed": Typing, "echo": Chatting}
