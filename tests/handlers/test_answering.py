"""One person's card, changed by their own turn and by jobs: in order, shown in the end, and never tried for ever."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from telegram import Update

from core.model.cards import View
from core.ports.unit_of_work import Storage, Work
from handlers.entry.answering import Answering
from handlers.entry.routing import choose
from handlers.frame.delivery import RefusedForGood
from handlers.frame.deps import Deps
from handlers.frame.registry import Entry, registry
from handlers.frame.screens import Screen
from handlers.frame.turn import Turn
from handlers.frame.views import Home
from tests.handlers.summary_world import MANAGER, Chat, Phone, seed, world
from tests.registered import OF_MESSAGES


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("answering") / "seed.db"
    asyncio.run(seed(path, plan=False))
    return path


@pytest.fixture
async def deps(seeded: Path, tmp_path: Path) -> AsyncIterator[Deps]:
    async with world(seeded, tmp_path) as found:
        yield found


@dataclass
class Fickle(Phone):
    """A Telegram that fails, or refuses what has a certain text in it."""

    fails: bool = False
    refuses: str | None = None

    async def send(self, person_id: int, screen: Screen, version: int) -> int | None:
        self._check(screen)
        return await super().send(person_id, screen, version)

    async def edit(self, person_id: int, message_id: int, screen: Screen, version: int) -> bool:
        self._check(screen)
        return await super().edit(person_id, message_id, screen, version)

    def _check(self, screen: Screen) -> None:
        if self.fails:
            raise ConnectionError("no network")
        if self.refuses is not None and self.refuses in screen.text:
            raise RefusedForGood("can't parse entities")


def said(text: str, number: int = 1) -> Update:
    user = {"id": MANAGER, "is_bot": False, "first_name": "Имя"}
    chat = {"id": MANAGER, "type": "private"}
    message = {"message_id": 5, "date": 0, "chat": chat, "from": user, "text": text}
    return Update.de_json({"update_id": number, "message": message})


async def job(turn: Turn) -> View:
    return View(name="home", notice="готово")


async def test_a_job_waits_until_the_persons_own_turn_is_shown(deps: Deps) -> None:
    answering = Answering(deps, phone := Phone())
    began, go_on = asyncio.Event(), asyncio.Event()

    async def slow(turn: Turn) -> None:
        turn.show(Home(), notice="свой ход")
        began.set()

    class Slow(Phone):
        async def send(self, person_id: int, screen: Screen, version: int) -> int | None:
            await go_on.wait()
            return await phone.send(person_id, screen, version)

    slow_one = Slow(shown=phone.shown)
    answering.messenger = slow_one
    entry = Entry(body=slow, roles=registry.commands["tasks"].roles)
    own = asyncio.ensure_future(answering.answer(said("x"), lambda turn: entry))
    await began.wait()
    put = asyncio.ensure_future(answering.put(MANAGER, job))
    await asyncio.sleep(0.1)
    assert phone.shown == []
    go_on.set()
    await asyncio.gather(own, put)
    assert ["готово" in s.text for s, _ in phone.shown] == [False, True]
    first, second = (version for _, version in phone.shown)
    assert second > first
    assert len(answering._locks) == 0


async def test_what_a_job_committed_is_shown_later_and_the_job_is_not_repeated(deps: Deps) -> None:
    answering = Answering(deps, phone := Fickle(fails=True))
    await answering.put(MANAGER, job)
    assert phone.shown == []
    phone.fails = False
    await answering.show_all(answering.take_unshown())
    assert "готово" in phone.shown[-1][0].text
    assert answering.take_unshown() == set()


async def test_a_card_that_a_later_turn_brought_is_not_shown_again(deps: Deps) -> None:
    answering = Answering(deps, phone := Fickle(fails=True))
    await answering.put(MANAGER, job)
    phone.fails = False
    await answering.answer(said("/tasks"), choose)
    assert answering.take_unshown() == set()


@pytest.mark.parametrize("home_too", [False, True])
async def test_a_card_refused_for_good_gives_way_to_home_once(
    deps: Deps, home_too: bool, caplog: pytest.LogCaptureFixture
) -> None:
    answering = Answering(deps, phone := Fickle(refuses="" if home_too else "готово"))
    with caplog.at_level(logging.ERROR):
        await answering.put(MANAGER, job)
    assert answering.take_unshown() == set()
    code = caplog.messages[0].rpartition(" ")[2]
    assert len(code) == 6
    if home_too:
        assert phone.shown == []
    else:
        assert code in phone.shown[-1][0].text
        assert "готово" not in phone.shown[-1][0].text


@dataclass
class FullDisk:
    """A storage whose transactions do everything but commit."""

    storage: Storage

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Work]:
        async with self.storage.begin() as work:
            yield work
            raise OSError("no space left")


async def test_what_was_never_committed_is_not_kept_in_memory(deps: Deps) -> None:
    forgot: list[bool] = []

    async def change(turn: Turn) -> None:
        turn.change_plans()
        deps.library._open[1] = None  # type: ignore[assignment]  # as if it were read with the owners changed
        forgot.append(False)

    deps.storage = FullDisk(deps.storage)  # type: ignore[assignment]
    entry = Entry(body=change, roles=registry.commands["tasks"].roles)
    with pytest.raises(OSError, match="no space"):
        await Answering(deps, Phone()).answer(said("x"), lambda turn: entry)
    assert forgot == [False]
    assert deps.library._open == {}


@pytest.mark.parametrize("action", sorted(set(registry.taps) - OF_MESSAGES))
async def test_a_button_of_a_message_does_only_what_messages_offer(deps: Deps, action: str) -> None:
    chat = Chat(deps, MANAGER)
    await chat.send("/tasks")
    await chat.tap(f"0.{action}.1.1")
    assert any("устарел" in toast for toast in chat.phone.toasts), chat.phone.toasts


def test_messages_offer_actions_that_there_are() -> None:
    assert set(registry.taps) >= OF_MESSAGES
