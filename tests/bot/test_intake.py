"""Updates: kept first, in order for each person, many people at once, and none is lost or done twice."""

import asyncio
import errno
import json
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import SystemClock
from bot.intake.inbox import Handle, Intake, person_of
from bot.metrics import Metrics
from core.ports.queues import Incoming
from core.ports.unit_of_work import Clock, Storage
from storage.full import is_full

MakeIntake = Callable[..., Intake]


class MemoryInbox:
    """An inbox for tests that need hundreds of them; the real one has its own suite in tests/storage."""

    def __init__(self) -> None:
        self.rows: dict[int, Incoming] = {}
        self.over: set[int] = set()

    async def keep(self, updates: Sequence[Incoming]) -> list[Incoming]:
        new = [update for update in updates if update.update_id not in self.rows]
        self.rows |= {update.update_id: update for update in new}
        return new

    async def waiting(self) -> list[Incoming]:
        return [row for row in self.rows.values() if row.update_id not in self.over]

    async def is_waiting(self, update_id: int) -> bool:
        return update_id in self.rows and update_id not in self.over

    async def done(self, update_id: int) -> None:
        self.over.add(update_id)

    async def failed(self, update_id: int, error: str, set_aside_after: int = 3) -> bool:
        row = self.rows[update_id]
        self.rows[update_id] = row.model_copy(update={"tries": row.tries + 1})
        if row.tries + 1 >= set_aside_after:
            self.over.add(update_id)
        return update_id in self.over

    async def prune(self, before: datetime) -> int:
        return 0


class EmptyOutbox:
    """An outbox that only forgets, and remembers from when."""

    def __init__(self) -> None:
        self.pruned: list[datetime] = []

    async def prune(self, before: datetime) -> int:
        self.pruned.append(before)
        return 0


class MemoryStorage:
    """Only an inbox, and an outbox that only forgets."""

    def __init__(self) -> None:
        self.inbox = MemoryInbox()
        self.outbox = EmptyOutbox()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Any]:
        yield self

    read = begin

    async def close(self) -> None: ...


def message(update_id: int, person_id: int, text: str = "") -> dict[str, Any]:
    return {"update_id": update_id, "message": {"from": {"id": person_id}, "text": text}}


class Diary:
    """A handler that marks updates done in its transaction and remembers what it did."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.seen: list[tuple[int | None, int]] = []
        self.poison: list[int] = []
        self.at_once = self.most_at_once = 0

    async def handle(self, incoming: Incoming) -> None:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await asyncio.sleep(0.002)
            await self.write(incoming)
        finally:
            self.at_once -= 1

    async def write(self, incoming: Incoming) -> None:
        async with self.storage.begin() as work:
            await work.inbox.done(incoming.update_id)
        self.seen.append((incoming.person_id, incoming.update_id))

    async def on_poison(self, incoming: Incoming, name: str) -> None:
        self.poison.append(incoming.update_id)


@pytest.fixture
def diary(storage: Storage) -> Diary:
    return Diary(storage)


@pytest.fixture
async def make(storage: Storage, clock: Clock, metrics: Metrics, diary: Diary) -> AsyncIterator[MakeIntake]:
    made: list[Intake] = []

    def build(handle: Handle = diary.handle, **options: Any) -> Intake:
        options.setdefault("pauses", (0.001,))
        made.append(Intake(storage, clock, handle, diary.on_poison, metrics, **options))
        return made[-1]

    yield build
    for intake in made:
        await intake.stop(grace=0.0)


async def finished(intake: Intake) -> None:
    assert await intake.settled(5.0)
    assert intake.backlog == 0


async def left(storage: Storage) -> list[int]:
    async with storage.read() as work:
        return [incoming.update_id for incoming in await work.inbox.waiting()]


@pytest.mark.parametrize(
    ("update", "person_id"),
    [
        (message(1, 7), 7),
        ({"update_id": 1, "callback_query": {"from": {"id": 8}, "message": {"from": {"id": 1}}}}, 8),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": -5}, "from": {"id": 9}}}, 9),
        ({"update_id": 1, "message_reaction": {"user": {"id": 10}}}, 10),
        ({"update_id": 1, "channel_post": {"sender_chat": {"id": -100}}}, None),
        ({"update_id": 1}, None),
    ],
)
def test_the_sender_of_a_raw_update(update: dict[str, Any], person_id: int | None) -> None:
    assert person_of(update) == person_id


async def test_an_update_is_kept_raw_when_accept_returns(make: MakeIntake, storage: Storage) -> None:
    never = asyncio.Event()

    async def hang(incoming: Incoming) -> None:
        await never.wait()

    raw = message(5, 7, "5,8 млн 😀") | {"a_field_of_tomorrow": {"x": [1]}}
    assert await make(hang).accept([raw]) == 1
    async with storage.read() as work:
        kept = await work.inbox.waiting()
    assert [(one.update_id, one.person_id, json.loads(one.payload)) for one in kept] == [(5, 7, raw)]


async def test_nothing_is_handled_that_was_not_kept(make: MakeIntake, diary: Diary) -> None:
    intake = make()
    with pytest.raises(ValueError, match="update_id"):
        await intake.accept([message(1, 7), {"message": {}}])
    await asyncio.sleep(0.02)
    assert diary.seen == []
    assert intake.backlog == 0


async def test_a_redelivered_update_is_done_once(make: MakeIntake, diary: Diary) -> None:
    intake = make()
    batch = [message(n, 7) for n in (1, 2, 3)]
    assert await intake.accept(batch) == 3
    assert await intake.accept(batch) == 0
    await finished(intake)
    assert await intake.accept([*batch, message(4, 7)]) == 1
    await finished(intake)
    assert diary.seen == [(7, 1), (7, 2), (7, 3), (7, 4)]


async def test_people_do_not_wait_for_each_other(make: MakeIntake, diary: Diary) -> None:
    intake = make()
    await intake.accept([message(n, n % 20) for n in range(60)])
    await finished(intake)
    assert diary.most_at_once > 10


async def test_no_more_at_once_than_there_is_room_for(make: MakeIntake, diary: Diary) -> None:
    intake = make(at_once=3)
    await intake.accept([message(n, n) for n in range(20)])
    await finished(intake)
    assert diary.most_at_once == 3


@settings(max_examples=60, deadline=None)
@given(
    batches=st.lists(
        st.lists(st.tuples(st.integers(1, 4), st.sampled_from([0, 0, 1, 3])), max_size=6), max_size=5
    )
)
async def test_each_person_is_answered_in_order(batches: list[list[tuple[int, int]]]) -> None:
    """However long each answer takes and whoever fails on the way."""
    storage: Any = MemoryStorage()
    diary = Diary(storage)
    patience: dict[int, int] = {}
    failures: dict[int, int] = defaultdict(int)

    async def handle(incoming: Incoming) -> None:
        await asyncio.sleep(patience[incoming.update_id] / 1000)
        if patience[incoming.update_id] == 3 and failures[incoming.update_id] < 2:
            failures[incoming.update_id] += 1
            raise OSError("for the moment")
        await diary.write(incoming)

    intake = Intake(storage, SystemClock(), handle, diary.on_poison, Metrics(), pauses=(0.0,))
    number, sent = 0, defaultdict(list)
    for batch in batches:
        updates = []
        for person, slow in batch:
            number += 1
            patience[number] = slow
            sent[person].append(number)
            updates.append(message(number, person))
        await intake.accept(updates)
    await finished(intake)
    seen = defaultdict(list)
    for person_id, update_id in diary.seen:
        seen[person_id].append(update_id)
    assert seen == sent


async def test_a_poison_update_is_set_aside_and_the_rest_goes_on(
    make: MakeIntake, diary: Diary, storage: Storage
) -> None:
    tries: dict[int, int] = defaultdict(int)

    async def handle(incoming: Incoming) -> None:
        tries[incoming.update_id] += 1
        if incoming.update_id == 2:
            raise ZeroDivisionError("poison")
        await diary.write(incoming)

    intake = make(handle)
    await intake.accept([message(n, 7) for n in (1, 2, 3)] + [message(4, 8)])
    await finished(intake)
    assert tries == {1: 1, 2: 3, 3: 1, 4: 1}
    assert diary.poison == [2]
    assert intake.set_aside == 1
    assert [update for person, update in diary.seen if person == 7] == [1, 3]
    assert await left(storage) == []


async def test_tries_are_counted_over_restarts(make: MakeIntake, diary: Diary) -> None:
    async def fail(incoming: Incoming) -> None:
        raise ZeroDivisionError("poison")

    first = make(fail, pauses=(60.0,))
    await first.accept([message(1, 7)])
    await asyncio.sleep(0.05)
    await first.stop()
    second = make(fail)
    await second.start()
    await finished(second)
    assert diary.poison == [1]
    assert second.set_aside == 1


async def test_what_was_committed_is_not_done_again(make: MakeIntake, diary: Diary, storage: Storage) -> None:
    async def commit_then_fail(incoming: Incoming) -> None:
        await diary.write(incoming)
        raise OSError("the answer was not shown")

    intake = make(commit_then_fail)
    await intake.accept([message(1, 7), message(2, 7)])
    await finished(intake)
    assert diary.seen == [(7, 1), (7, 2)]
    assert diary.poison == []
    assert await left(storage) == []


async def test_a_database_that_is_down_makes_no_update_poison(
    make: MakeIntake, diary: Diary, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    down, begin = [True], storage.begin

    def begin_or_fail() -> Any:
        if down[0]:
            raise OSError("the disk is full")
        return begin()

    intake = make()
    async with begin() as work:
        await work.inbox.keep(
            [Incoming(update_id=1, person_id=7, payload="{}", received_at=datetime.now(UTC))]
        )
    await intake.start()
    monkeypatch.setattr(storage, "begin", begin_or_fail)
    await asyncio.sleep(0.05)
    assert diary.seen == []
    down[0] = False
    await finished(intake)
    assert diary.seen == [(7, 1)]
    assert diary.poison == []


async def test_a_start_works_off_what_was_left_before_what_is_new(make: MakeIntake, diary: Diary) -> None:
    killed = make(at_once=1)
    await killed.accept([message(n, 7) for n in (900, 901, 2)])  # numbered anew after a quiet week
    await killed.stop(grace=0.0)
    done = [update for _, update in diary.seen]
    intake = make()
    await intake.start()
    await intake.accept([message(3, 7)])
    await finished(intake)
    assert [update for _, update in diary.seen] == [900, 901, 2, 3]
    assert len(done) < 3


async def test_stopping_lets_the_answer_under_way_finish(
    make: MakeIntake, diary: Diary, storage: Storage
) -> None:
    begun = asyncio.Event()

    async def slow(incoming: Incoming) -> None:
        begun.set()
        await asyncio.sleep(0.05)
        await diary.write(incoming)

    intake = make(slow)
    await intake.accept([message(1, 7), message(2, 7)])
    await begun.wait()
    await intake.stop(grace=2.0)
    assert diary.seen == [(7, 1)]
    assert await left(storage) == [2]


async def test_stopping_does_not_wait_for_ever(make: MakeIntake, storage: Storage) -> None:
    async def hang(incoming: Incoming) -> None:
        await asyncio.Event().wait()

    intake = make(hang)
    await intake.accept([message(1, 7)])
    await asyncio.sleep(0)
    async with asyncio.timeout(1.0):
        await intake.stop(grace=0.02)
    assert await left(storage) == [1]


async def test_done_updates_are_forgotten_after_a_week(
    make: MakeIntake, storage: Storage, clock: Clock, diary: Diary
) -> None:
    old, young = clock.now() - timedelta(days=8), clock.now() - timedelta(days=6)
    rows = [
        Incoming(update_id=n, person_id=7, payload="{}", received_at=at) for n, at in ((1, old), (2, young))
    ]
    async with storage.begin() as work:
        await work.inbox.keep(rows)
        for row in rows:
            await work.inbox.done(row.update_id)
    await make().start()
    async with storage.begin() as work:
        assert [row.update_id for row in await work.inbox.keep(rows)] == [1]


class Full:
    """A storage whose disk is full for a while: nothing can be committed, everything can be read."""

    def __init__(self, storage: Storage, times: int) -> None:
        self._storage, self.times = storage, times
        self.read = storage.read

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Any]:
        async with self._storage.begin() as work:
            yield work
            if self.times:
                self.times -= 1
                raise OSError(errno.ENOSPC, "No space left on device")


async def test_a_full_disk_is_told_and_nothing_is_lost(storage: Storage, diary: Diary) -> None:
    """What could not be kept is Telegram's still; what was kept is tried until there is room, and never set aside."""
    told: list[int] = []

    async def trouble(error: Exception, people: Sequence[int]) -> None:
        assert is_full(error)
        told.extend(people)

    full = Full(storage, 1)
    diary.storage = full  # type: ignore[assignment]
    intake = Intake(
        full,  # type: ignore[arg-type]
        SystemClock(),
        diary.write,
        diary.on_poison,
        Metrics(),
        on_trouble=trouble,
        pauses=(0.0,),
    )
    with pytest.raises(OSError, match="No space"):
        await intake.accept([message(1, 7)])
    assert told == [7]
    assert await left(storage) == []
    await intake.accept([message(1, 7)])
    await finished(intake)
    full.times = 0
    await intake.accept([message(2, 8)])
    full.times = 5
    await finished(intake)
    assert told == [7, 8, 8, 8, 8, 8]
    assert (diary.seen, diary.poison) == ([(7, 1), (8, 2)], [])
    assert await left(storage) == []
    await intake.stop()
