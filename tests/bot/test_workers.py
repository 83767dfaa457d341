"""Processes for documents: started late, ended early, killed when they hang, and errors come through whole."""

import asyncio
import multiprocessing
import os
import signal
import time
from collections.abc import AsyncIterator

import pytest

from bot.workers import WorkerFailed, Workers
from core.kernel.errors import UnreadableFile

pytestmark = pytest.mark.usefixtures("workers_as_in_life")


def pid_after(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def refuse(row: int) -> None:
    raise UnreadableFile("file-unreadable", row=row)


class Clumsy(Exception):
    """Cannot be unpickled: its arguments are not its message."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def stumble() -> None:
    raise Clumsy(1, 2)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def eat(size: int) -> int:
    return len(bytearray(size))


def double(data: bytes) -> bytes:
    return data + data


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    workers = Workers(2, idle_seconds=60.0, memory_bytes=512 << 20)
    yield workers
    await workers.close()


async def gone(pid: int, seconds: float = 3.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        await asyncio.sleep(0.01)
    return False


async def test_a_process_is_started_when_needed_and_used_again(workers: Workers) -> None:
    before = {child.pid for child in multiprocessing.active_children()}
    first = await workers.run(pid_after, 0.0)
    assert first != os.getpid()
    assert first not in before
    assert await workers.run(pid_after, 0.0) == first
    await workers.close()
    assert await gone(first)


async def test_two_at_once_and_no_more(workers: Workers) -> None:
    pids = await asyncio.gather(*(workers.run(pid_after, 0.1) for _ in range(4)))
    assert len(set(pids)) == 2


async def test_domain_errors_come_through_with_their_arguments(workers: Workers) -> None:
    with pytest.raises(UnreadableFile) as error:
        await workers.run(refuse, 3)
    assert error.value.message_id == "file-unreadable"
    assert error.value.args_for_text == {"row": 3}
    assert "in refuse" in error.value.__notes__[0]
    with pytest.raises(WorkerFailed, match="Clumsy: 1 and 2"):
        await workers.run(stumble)


async def test_a_job_that_hangs_is_killed_and_the_next_works(workers: Workers) -> None:
    stuck = await workers.run(pid_after, 0.0)
    began = time.monotonic()
    with pytest.raises(WorkerFailed, match=r"pid_after took longer than 0\.2 s"):
        await workers.run(pid_after, 60.0, timeout=0.2)
    assert time.monotonic() - began < 2
    assert await workers.run(pid_after, 0.0) != stuck
    assert await gone(stuck)


async def test_a_process_that_dies_takes_only_its_own_job(workers: Workers) -> None:
    other = asyncio.create_task(workers.run(pid_after, 0.3))
    with pytest.raises(WorkerFailed, match="died"):
        await workers.run(die)
    assert await other
    assert await workers.run(pid_after, 0.0)


async def test_too_much_memory_ends_the_job_and_not_the_machine(workers: Workers) -> None:
    with pytest.raises(MemoryError):
        await workers.run(eat, 1 << 30)
    assert await workers.run(eat, 1 << 20) == 1 << 20


def eat_slowly(step: int) -> int:
    eaten: list[bytearray] = []
    while True:
        eaten.append(bytearray(step))


async def test_one_file_is_read_while_another_runs_into_its_limits(workers: Workers) -> None:
    hanging = asyncio.create_task(workers.run(pid_after, 60.0, timeout=8.0))
    greedy = asyncio.create_task(workers.run(eat_slowly, 1 << 22))
    with pytest.raises(MemoryError):
        await greedy
    assert await workers.run(pid_after, 0.0)
    assert not hanging.done()
    with pytest.raises(WorkerFailed, match="took longer than"):
        await hanging


async def test_large_arguments_and_results(workers: Workers) -> None:
    data = os.urandom(8 << 20)
    assert await workers.run(double, data) == data + data


async def test_a_caller_that_gives_up_leaves_no_process(workers: Workers) -> None:
    busy = await workers.run(pid_after, 0.0)
    job = asyncio.create_task(workers.run(pid_after, 60.0))
    await asyncio.sleep(0.05)
    job.cancel()
    with pytest.raises(asyncio.CancelledError):
        await job
    assert await gone(busy)


async def test_idle_processes_end_and_used_ones_are_replaced() -> None:
    workers = Workers(1, jobs_each=2, idle_seconds=0.1)
    pids = [await workers.run(pid_after, 0.0) for _ in range(3)]
    assert pids[0] == pids[1] != pids[2]
    assert await gone(pids[0])
    assert await gone(pids[2])
    await workers.close()
