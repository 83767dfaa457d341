"""`python -m bench.paths [--each]`: how many of our own modules and calls an answer runs through, in a few seconds.

In this process and on the database of the benchmarks: from `Answering.answer` to the screen, with nothing of Telegram.
What is read once and kept (plans, texts) is there already, as in a bot that has been running for a while.
"""

from __future__ import annotations

import asyncio
import dis
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any
from zoneinfo import ZoneInfo

from telegram import Update

from bench.seeding import NOW, seed
from bot.workdays import KazakhstanDays
from core.ports.unit_of_work import Clock
from handlers.entry.answering import Answering
from handlers.entry.routing import choose
from handlers.frame.delivery import Shown
from handlers.frame.deps import Deps
from handlers.frame.screens import Html, Screen
from locales import texts
from reminders.push import push
from storage import Database, open_storage

ROOT = Path(__file__).parent.parent
ROOMS = frozenset(("core", "handlers", "storage", "reminders", "locales", "documents", "bot"))
OFFICER = 4242
ZONE = ZoneInfo("Asia/Almaty")
WORKING_HOUR = datetime(2024, 4, 1, 6, 0, tzinfo=UTC)
FIGURE = "5 800 000"
"""Less than is planned, so that the card goes on to ask why."""
_RESUME = dis.opmap["RESUME"]


class Counted:
    """The calls of our own functions while it is entered, by the module's place in the repository."""

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()

    def __enter__(self) -> Counted:
        sys.setprofile(self._note)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" and (place := _place(frame.f_code.co_filename)) and _begins(frame):
            self.calls[place] += 1


def _place(file: str) -> str | None:
    """Where a module of ours stands, from the repository's root on; None for what is not ours."""
    before, root, place = file.partition(f"{ROOT}/")
    return place if root and not before and place.partition("/")[0] in ROOMS else None


def _begins(frame: FrameType) -> bool:
    """Whether it is a new call: a generator or a coroutine that goes on is none."""
    code, at = frame.f_code.co_code, frame.f_lasti
    return code[at] != _RESUME or code[at + 1] == 0


@dataclass(slots=True)
class Phone:
    """Stands for Telegram with one person at it: takes what the bot shows, and sends what they press and type."""

    deps: Deps
    person: int
    updates: Iterator[int]
    screen: Screen = field(default_factory=lambda: Screen(Html("")))
    version: int = 0
    newest: int = 100

    async def send(self, person_id: int, screen: Screen, version: int) -> int | None:
        self.screen, self.version = screen, version
        self.newest += 1
        return self.newest

    async def edit(self, person_id: int, message_id: int, screen: Screen, version: int) -> bool:
        if message_id == self.newest:  # an older one keeps a line of what it showed
            self.screen, self.version = screen, version
        return True

    async def strip(self, person_id: int, message_id: int) -> None: ...

    async def answer(self, query_id: str, text: str | None, alert: bool) -> None: ...

    async def types(self, text: str) -> Counted:
        return await self._answered({"message": {**self._message(), "from": self._user(), "text": text}})

    async def taps(self, action: str) -> Counted:
        """Presses the first button with that action."""
        found = next(b for row in self.screen.rows for b in row if b.action == action)
        query = {"id": "1", "from": self._user(), "chat_instance": "1", "data": found.data(self.version)}
        return await self._answered({"callback_query": {**query, "message": self._message()}})

    async def _answered(self, sent: dict[str, Any]) -> Counted:
        update = Update.de_json({"update_id": next(self.updates), **sent})
        with Counted() as counted:
            await Answering(self.deps, self).answer(update, choose)
        return counted

    def _user(self) -> dict[str, Any]:
        return {"id": self.person, "is_bot": False, "first_name": "Имя", "language_code": "ru"}

    def _message(self) -> dict[str, Any]:
        return {
            "message_id": self.newest,
            "date": 1,
            "chat": {"id": self.person, "type": "private"},
            "text": "…",
        }


async def answers(phone: Phone) -> dict[str, Counted]:
    """The answers to one report whose figure is planned, each taken back before the next."""
    await phone.types("/report")
    not_done = await phone.taps("none")
    await phone.taps("undo")
    planned = await phone.taps("plan")
    await phone.taps("undo")
    typed = await phone.types(FIGURE)
    await phone.taps("undo")
    return {'a tap on "not done"': not_done, 'a tap on "as planned"': planned, "a figure, typed": typed}


async def measured(url: str) -> dict[str, Counted]:
    """What each answer runs through, and a tick of the reminders on the morning before reports are due."""
    await seed(url, [OFFICER])
    storage = await open_storage(url)
    try:
        clock = Standing(NOW)
        deps = _deps(storage, clock)
        phone = Phone(deps, OFFICER, count(1))
        await answers(phone)
        found = await answers(phone)
        clock.at = WORKING_HOUR
        with Counted() as counted:
            assert await push(storage, clock, deps.days, ZONE)
        return {**found, "a tick of the reminders": counted}
    finally:
        await storage.close()


@dataclass(slots=True)
class Standing:
    """A clock that stands still."""

    at: datetime

    def now(self) -> datetime:
        return self.at


def _deps(storage: Database, clock: Clock) -> Deps:
    return Deps(
        storage=storage,
        files=None,  # type: ignore[arg-type]  # no file is read here
        texts=texts(),
        clock=clock,
        days=KazakhstanDays(),
        zone=ZONE,
        bot_name="orynda_bot",
        link_secret="secret",
        shown=Shown(storage),
        wake=lambda: None,
        double_tap_seconds=0.0,
    )


def show(found: dict[str, Counted], *, each: bool) -> None:
    print(f"{'':28}{'modules':>8}{'calls':>8}  by room")
    for name, counted in found.items():
        rooms = Counter(place.partition("/")[0] for place in counted.calls)
        said = ", ".join(f"{room} {count}" for room, count in rooms.most_common())
        print(f"{name:28}{len(counted.calls):8}{counted.calls.total():8}  {said}")
        for place, calls in counted.calls.most_common() if each else ():
            print(f"{calls:8}  {place}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measured(f"sqlite+aiosqlite:///{folder}/paths.db"))
    show(found, each="--each" in sys.argv[1:])


if __name__ == "__main__":
    main()
