"""Evidence on its way to the disk: what fails is asked for again, and one bad piece stops nothing."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any, cast

import pytest

from bot.clock import SystemClock
from bot.intake.fetching import Fetching
from bot.sending.refusals import Refused, TryLater
from bot.sending.sender import Sender
from bot.tasks import Tasks
from core.evidence.paper_checks import Use
from core.model.cards import Card, View
from core.model.obligations import Obligation
from core.plan.reports import Evidence, Remark
from core.ports.unit_of_work import Files, Storage
from tests.bot.conftest import NOW
from tests.storage.samples import derived


class Reports:
    """The one report that everything is attached to."""

    async def get(self, obligation_id: int) -> Obligation:
        return Obligation(**derived(1, 1).model_dump(), id=obligation_id, plan_id=1)


class Everything:
    """Sender, files and database in one; `troubles` come one by one, for each file, before the bytes do."""

    def __init__(self, *file_ids: str) -> None:
        self.evidence = self.outbox = self.people = self
        self.obligations = Reports()
        self.pieces = {
            number: Evidence(
                id=number, obligation_id=1, kind="photo", file_id=file_id, added_by=7, added_at=NOW
            )
            for number, file_id in enumerate(file_ids, 1)
        }
        self.asked: list[str] = []
        self.troubles: dict[str, list[Exception]] = {}
        self.told: list[tuple[str, str, int]] = []
        self.down: list[Exception] = []
        self.kept: dict[int, Evidence] = {}
        self.uses: list[Use] = []
        self.remarks: list[str] = []
        self.card = Card(person_id=7)
        self.shown: list[int] = []
        self.fetched = asyncio.Event()
        self.has_room = True
        self.waiting: list[int] = []

    async def bulk(self, make: Callable[[Any], Awaitable[Any]], chat_id: int, **options: Any) -> bytes:
        return bytes(await make(self))

    async def get_file(self, file_id: str) -> Everything:
        self.asked.append(file_id)
        for trouble in self.troubles.get(file_id, []):
            self.troubles[file_id].remove(trouble)
            raise trouble
        return self

    async def download_as_bytearray(self) -> bytearray:
        return bytearray(b"photo")

    async def keep(self, content: bytes) -> str:
        return "sha256"

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Any]:
        if self.down:
            raise self.down.pop()
        yield self

    read = begin

    async def unfetched(self) -> list[Evidence]:
        return list(self.pieces.values())

    async def set_file(self, evidence_id: int, sha256: str, size: int) -> None:
        self.kept[evidence_id] = self.pieces.pop(evidence_id)
        self.fetched.set()

    async def get(self, evidence_id: int) -> Evidence | None:
        """A piece that was fetched already, as it is then."""
        return self.kept.get(evidence_id)

    async def sharing(self, plan_id: int, piece: Evidence) -> list[Use]:
        return self.uses

    async def set_remarks(self, evidence_id: int, remarks: list[Remark]) -> None:
        self.remarks.extend(r.code for r in remarks)

    async def session(self, person_id: int) -> tuple[None, Card]:
        return None, self.card

    async def wait_for_room(self, people: Iterable[int]) -> None:
        self.waiting.extend(people)

    async def show(self, people: Iterable[int]) -> None:
        self.shown.extend(people)

    async def put(self, key: str, kind: str, person_id: int, args: Any, not_before: Any) -> bool:
        self.told.append((key, kind, person_id))
        return True


def fetching(world: Everything) -> Fetching:
    return Fetching(
        cast(Storage, world),
        cast(Files, world),
        cast(Sender, world),
        SystemClock(),
        lambda: None,
        world.show,
        lambda: world.has_room,
        world.wait_for_room,
    )


async def test_without_room_nothing_is_fetched_and_who_sent_it_is_told() -> None:
    world = Everything("one", "two")
    world.has_room = False
    loop = fetching(world)
    await loop.fetch_all()
    assert world.asked == []
    assert set(world.waiting) == {7}
    world.has_room = True
    await loop.fetch_all()
    assert world.pieces == {}


async def test_a_disk_that_fills_while_a_file_is_kept_is_said_and_the_file_fetched_later() -> None:
    world = Everything("bad")
    world.troubles["bad"] = [OSError(errno.ENOSPC, "No space left on device")]
    loop = fetching(world)
    await loop.fetch_all()
    assert world.waiting == [7]
    await loop.fetch_all()
    assert world.pieces == {}
    assert world.waiting == [7]


@pytest.mark.parametrize(
    "trouble", [TryLater(60.0, "no network"), OSError("the disk is full"), ValueError("anything")]
)
async def test_what_failed_is_fetched_at_the_next_look(trouble: Exception) -> None:
    world = Everything("bad", "good")
    world.troubles["bad"] = [trouble]
    loop = fetching(world)
    await loop.fetch_all()
    assert [e.file_id for e in world.pieces.values()] == ["bad"]
    await loop.fetch_all()
    assert world.pieces == {}
    assert world.told == []


async def test_who_sent_a_file_that_telegram_refuses_is_told() -> None:
    world = Everything("bad")
    world.troubles["bad"] = [Refused("file is temporarily unavailable")]
    loop = fetching(world)
    await loop.fetch_all()
    await loop.fetch_all()
    assert world.asked == ["bad"]
    assert world.told == [("evidence-lost:1", "evidence-lost", 7)]


async def test_a_database_that_fails_does_not_end_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.intake.fetching.TROUBLE_SECONDS", 0.01)
    world = Everything("good")
    world.down = [OSError("database is locked")]
    tasks = Tasks()
    tasks.start(fetching(world).run(), name="evidence")
    await asyncio.wait_for(world.fetched.wait(), 2.0)
    assert world.pieces == {}
    await tasks.close()


@pytest.mark.parametrize(("at", "told", "shown"), [(1, [], [7]), (2, ["evidence-pointed-out:A"], [])])
async def test_what_the_bytes_say_is_told_on_the_card_or_beside_it(
    at: int, told: list[str], shown: list[int]
) -> None:
    world = Everything("cut")
    cut = {"mime_type": "image/jpeg", "album": "A"}
    world.pieces[1] = world.pieces[1].model_copy(update=cut)
    world.card = Card(person_id=7, view=View(name="walk", args={"o": at}))
    await fetching(world).fetch_all()
    assert world.remarks == ["unreadable"]
    assert [key for key, _, _ in world.told] == told
    assert world.shown == shown
