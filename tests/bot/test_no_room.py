"""That the disk is full is said to people past the database: in their language, once in a while, to no stranger."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, cast

import pytest

from bot.sending.no_room import AGAIN_SECONDS, NoRoom
from bot.sending.refusals import Unreached
from bot.sending.sender import Sender
from core.model.people import Role
from core.ports.unit_of_work import Storage
from locales import texts
from tests.storage.samples import later, person

RU, KK, COORDINATOR, LEFT, STRANGER = 1, 2, 3, 4, 5


class Out:
    """What was sent to whom."""

    def __init__(self) -> None:
        self.said: list[tuple[int, str]] = []
        self.gone: set[int] = set()

    async def bulk(self, make: Callable[[Any], Awaitable[Any]], chat_id: int) -> None:
        if chat_id in self.gone:
            raise Unreached("blocked")
        await make(self)

    async def send_message(self, chat_id: int, text: str) -> None:
        self.said.append((chat_id, text))


@pytest.fixture
async def people(storage: Storage) -> Storage:
    async with storage.begin() as work:
        for number, language in ((RU, "ru"), (KK, "kk"), (LEFT, "en")):
            await work.people.save(person(number, language=language))
        await work.people.save(person(LEFT, left_at=later(days=1)))
        await work.people.save(person(COORDINATOR, language="en", roles=frozenset({Role.COORDINATOR})))
    return storage


async def test_each_hears_once_in_their_language_and_the_coordinator_what_to_do(people: Storage) -> None:
    out, now = Out(), 0.0
    room = NoRoom(people, cast(Sender, out), texts(), lambda: now)
    await room.tell([RU, KK, LEFT, STRANGER], "disk-full")
    assert dict(out.said) == {
        RU: texts()("ru", "disk-full"),
        KK: texts()("kk", "disk-full"),
        COORDINATOR: texts()("en", "disk-full-coordinator"),
    }
    await room.tell([RU, KK, COORDINATOR], "disk-full")
    assert len(out.said) == 3
    await room.tell([RU], "disk-full-file")
    assert out.said[3:] == [(RU, texts()("ru", "disk-full-file"))]
    now = AGAIN_SECONDS
    await room.tell([RU], "disk-full")
    assert [who for who, _ in out.said[4:]] == [COORDINATOR, RU]


async def test_who_blocked_the_bot_keeps_nobody_from_hearing(people: Storage) -> None:
    out = Out()
    out.gone = {COORDINATOR, KK}
    await NoRoom(people, cast(Sender, out), texts()).tell([KK, RU], "disk-full")
    assert [who for who, _ in out.said] == [RU]


async def test_where_nothing_can_be_read_nothing_is_raised(
    people: Storage, monkeypatch: pytest.MonkeyPatch, logged: list[Any]
) -> None:
    def gone() -> Any:
        raise OSError("gone")

    monkeypatch.setattr(people, "read", gone)
    await NoRoom(people, cast(Sender, Out()), texts()).tell([RU], "disk-full")
    assert logged[0]["event"] == "nobody told that the disk is full"
