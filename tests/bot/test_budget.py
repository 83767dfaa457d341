"""Two lanes over one budget, measured."""

import asyncio
import time
from itertools import pairwise

import pytest

from bot.sending.budget import Budget, Lane


class Sent:
    """Who was let go when, in seconds from the beginning."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.began = time.monotonic()
        self.log: list[tuple[float, Lane, int]] = []

    async def __call__(self, lane: Lane, chat_id: int, cost: int = 1, *, is_new: bool = True) -> float:
        asked = time.monotonic()
        await self.budget.take(lane, chat_id, cost, is_new=is_new)
        now = time.monotonic()
        self.log.append((now - self.began, lane, chat_id))
        return now - asked

    def most_in_a_second(self) -> int:
        times = sorted(at for at, _, _ in self.log)
        return max(sum(1 for at in times if first <= at < first + 0.99) for first in times)


async def within(sent: Sent, seconds: float, *calls: tuple[Lane, int]) -> list[asyncio.Task[float]]:
    tasks = [asyncio.create_task(sent(lane, chat)) for lane, chat in calls]
    await asyncio.wait(tasks, timeout=seconds)
    return tasks


def bulk(count: int) -> list[tuple[Lane, int]]:
    return [("bulk", chat) for chat in range(1, count + 1)]


async def drop(tasks: list[asyncio.Task[float]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_person_hardly_waits_behind_a_burst_of_bulk() -> None:
    sent = Sent(Budget(29))
    burst = [asyncio.create_task(sent("bulk", chat)) for chat in range(1, 501)]
    await asyncio.sleep(1.1)
    waits = []
    for person in range(10):
        waits.append(await sent("answer", 1000 + person))
        await asyncio.sleep(0.05)
    await drop(burst)
    assert max(waits) < 0.15
    assert sent.most_in_a_second() <= 29
    going = [at for at, lane, _ in sent.log if lane == "bulk" and at < 1.0]
    assert 24 <= len(going) <= 29


async def test_answers_alone_may_come_in_a_burst_up_to_the_limit() -> None:
    sent = Sent(Budget(29))
    tasks = await within(sent, 0.3, *[("answer", chat) for chat in range(40)])
    assert sum(task.done() for task in tasks) == 29
    await drop(tasks)


async def test_bulk_gets_what_answers_leave() -> None:
    sent = Sent(Budget(20))
    tasks = await within(sent, 0.5, *[("answer", chat) for chat in range(30)], *bulk(5))
    assert {lane for _, lane, _ in sent.log} == {"answer"}
    await drop(tasks)


async def test_bulk_does_not_keep_an_album_from_its_turn() -> None:
    sent = Sent(Budget(4))
    for _ in range(4):
        await sent("answer", 1)
        await asyncio.sleep(0.1)
    album = asyncio.create_task(sent("answer", 2, cost=3))
    tasks = await within(sent, 0.0, *bulk(10))
    assert await album < 1.1
    assert [lane for _, lane, _ in sent.log] == ["answer"] * 5
    await drop(tasks)


async def test_one_bulk_message_a_second_in_a_chat_while_others_go_on() -> None:
    sent = Sent(Budget(100, chat_pause=0.3))
    await within(sent, 2.0, ("bulk", 1), ("bulk", 1), ("bulk", 2), ("bulk", 1), ("bulk", 3))
    one = [at for at, _, chat in sent.log if chat == 1]
    assert all(0.29 < later - earlier < 0.5 for earlier, later in pairwise(one))
    assert [chat for _, _, chat in sent.log] == [1, 2, 3, 1, 1]


async def test_a_few_answers_in_one_chat_are_not_spaced() -> None:
    sent = Sent(Budget(29))
    assert max([await sent("answer", 1) for _ in range(5)]) < 0.05


async def test_more_answers_in_one_chat_are_paced_while_others_go_on() -> None:
    sent = Sent(Budget(100, chat_pause=0.2))
    eight: list[tuple[Lane, int]] = [("answer", 1)] * 8
    await within(sent, 3.0, *eight, ("answer", 2))
    one = [at for at, _, chat in sent.log if chat == 1]
    assert one[4] < 0.1
    assert all(0.19 < later - earlier < 0.4 for earlier, later in pairwise(one[4:]))
    assert next(at for at, _, chat in sent.log if chat == 2) < 0.1


async def test_edits_are_no_new_messages_in_a_chat() -> None:
    sent = Sent(Budget(29))
    assert max([await sent("answer", 1, is_new=False) for _ in range(20)]) < 0.05
    assert await sent("answer", 1) < 0.05


async def test_bulk_waits_until_a_chat_has_caught_up() -> None:
    budget = Budget(100, chat_pause=0.2)
    sent = Sent(budget)
    for _ in range(4):
        await sent("answer", 1)
    assert 0.7 < budget.wait_for_chat("bulk", 1) <= 0.8
    assert budget.wait_for_chat("answer", 1) == 0.0
    assert 0.6 < await sent("bulk", 1) < 1.1


async def test_an_album_takes_as_many_as_it_has_parts() -> None:
    sent = Sent(Budget(10))
    await sent("answer", 1, cost=8)
    assert await sent("answer", 2, cost=2) < 0.1
    assert 0.8 < await sent("answer", 3) < 1.3


async def test_no_limit() -> None:
    sent = Sent(Budget(0))
    tasks = await within(sent, 0.5, *[("answer", chat) for chat in range(300)])
    assert all(task.done() for task in tasks)


async def test_one_chats_flood_pauses_that_chat_alone() -> None:
    budget = Budget(29)
    budget.flooded(1, 0.4)
    sent = Sent(budget)
    await within(sent, 2.0, ("answer", 1), ("bulk", 2), ("answer", 3))
    times = {chat: at for at, _, chat in sent.log}
    assert times[3] < 0.1
    assert times[1] >= 0.39
    assert times[2] < 0.1


async def test_two_chats_refused_hold_up_nobody_else() -> None:
    budget = Budget(29)
    budget.flooded(1, 20)
    budget.flooded(2, 20)
    sent = Sent(budget)
    await within(sent, 1.0, ("answer", 3), ("bulk", 4))
    assert {chat for _, _, chat in sent.log} == {3, 4}
    assert all(at < 0.1 for at, _, _ in sent.log)


@pytest.mark.parametrize("flooding", [3, 5, 12])
async def test_where_many_are_refused_the_next_answer_finds_out_whether_all_are(flooding: int) -> None:
    """Who floods is refused one after the other; an officer's answer is tried all the same, at once."""
    budget = Budget(29)
    for chat in range(1, flooding + 1):
        budget.flooded(chat, 20)
    sent = Sent(budget)
    assert await sent("answer", 100) < 0.1
    budget.taken()
    assert max([await sent("answer", 200 + person) for person in range(10)]) < 0.1
    assert await sent("bulk", 300) < 0.2


async def test_where_the_whole_bot_is_refused_one_answer_a_second_is_tried_and_no_bulk() -> None:
    budget = Budget(29)
    for chat in (1, 2, 3):
        budget.flooded(chat, 1.5)
    sent = Sent(budget)
    tasks = await within(sent, 1.3, *[("answer", chat) for chat in range(10, 20)], *bulk(5))
    assert [lane for _, lane, _ in sent.log] == ["answer"] * 2
    await within(sent, 0.8, *[("answer", chat) for chat in range(30, 33)])
    assert len(sent.log) > 10, "the pause is over"
    await drop(tasks)


async def test_a_groups_own_limit_is_nobody_elses() -> None:
    budget = Budget(29)
    for group in (-100500, -100501, -100502, -100503):
        budget.flooded(group, 0.4)
    sent = Sent(budget)
    await sent("answer", 1)
    assert await sent("answer", 3) < 0.1


async def test_who_gives_up_waiting_takes_no_turn() -> None:
    sent = Sent(Budget(1))
    await sent("answer", 1)
    gone = asyncio.create_task(sent("answer", 2))
    await asyncio.sleep(0.01)
    await drop([gone])
    assert await sent("answer", 3) < 1.2
