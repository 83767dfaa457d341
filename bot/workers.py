"""Documents are read and made outside the event loop, in processes of their own (decision 7).

A process is started when it is first needed, does a number of jobs, and goes away when there is nothing to do, so
that an idle bot carries none of their memory. Not `concurrent.futures`: it has no way to end one job that takes
too long without breaking the others.
"""

from __future__ import annotations

import asyncio
import pickle
import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from bot.tasks import Tasks

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

P = ParamSpec("P")
T = TypeVar("T")

MEMORY_BYTES = 1 << 30
"""What one process may take: a file that unpacks into more ends its own process, not the machine."""


BEGUN_BY = "spawn"
"""How multiprocessing starts one: anew, with nothing of the bot's memory in it."""


class WorkerFailed(Exception):
    """A job took too long, took too much memory, or its process died."""


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, memory_bytes: int) -> None:
        from multiprocessing import get_context

        context: Any = get_context(BEGUN_BY)
        self._pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(theirs, memory_bytes), daemon=True)
        self._process.start()
        theirs.close()
        self.jobs = 0

    def do(self, job: bytes) -> tuple[bool, Any, str]:
        """Blocks until the job is done. Raises EOFError or OSError where the process died or was killed."""
        self.jobs += 1
        self._pipe.send_bytes(job)
        done: tuple[bool, Any, str] = pickle.loads(self._pipe.recv_bytes())
        return done

    def kill(self) -> None:
        """Ends the process now; whoever waits in `do` gets an EOFError."""
        self._process.kill()
        self._process.join()

    def end(self) -> None:
        """Closes the pipe, on which the process ends by itself, and waits for that."""
        self._pipe.close()
        self._process.join(2.0)
        if self._process.is_alive():
            self.kill()
        self._process.close()


class Workers:
    """Runs functions in at most `count` processes; `jobs_each` after which one is replaced, so memory goes back."""

    def __init__(
        self,
        count: int = 2,
        *,
        jobs_each: int = 50,
        idle_seconds: float = 60.0,
        memory_bytes: int = MEMORY_BYTES,
    ) -> None:
        self._room = asyncio.Semaphore(count)
        self._jobs_each = jobs_each
        self._idle_seconds = idle_seconds
        self._memory_bytes = memory_bytes
        self._free: list[_Worker] = []
        self._timer: asyncio.TimerHandle | None = None
        self._tasks = Tasks()

    async def run(self, fn: Callable[P, T], *args: Any, timeout: float = 60.0) -> T:  # noqa: ASYNC109
        """Runs `fn(*args)` in a process; all of them importable and picklable.

        Raises what `fn` raises, and WorkerFailed where it takes longer than `timeout` seconds or its process dies.
        """
        job = pickle.dumps((fn, args))
        async with self._room:
            worker = self._free.pop() if self._free else await asyncio.to_thread(_Worker, self._memory_bytes)
            try:
                async with asyncio.timeout(timeout):
                    good, value, trace = await asyncio.to_thread(worker.do, job)
            except TimeoutError as error:
                raise WorkerFailed(f"{fn.__name__} took longer than {timeout:g} s") from self._lose(
                    worker, error
                )
            except (EOFError, OSError) as error:
                raise WorkerFailed(f"the process of {fn.__name__} died") from self._lose(worker, error)
            except BaseException as error:
                self._lose(worker, error)
                raise
            self._give_back(worker)
        if not good:
            value.add_note(trace)
            raise value
        result: T = value
        return result

    async def close(self) -> None:
        """Ends all processes."""
        self._rest()
        await self._tasks.close(5.0)

    def _give_back(self, worker: _Worker) -> None:
        if worker.jobs >= self._jobs_each:
            self._end(worker)
        else:
            self._free.append(worker)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(self._idle_seconds, self._rest)

    def _lose(self, worker: _Worker, error: BaseException) -> BaseException:
        self._tasks.start(asyncio.to_thread(_put_down, worker), name="kill of a worker")
        return error

    def _end(self, worker: _Worker) -> None:
        self._tasks.start(asyncio.to_thread(worker.end), name="end of a worker")

    def _rest(self) -> None:
        """Nothing to do for a while: the processes that are free end."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._free:
            self._end(self._free.pop())


def _put_down(worker: _Worker) -> None:
    worker.kill()
    worker.end()


def _serve(pipe: Connection, memory_bytes: int) -> None:
    """The life of a process: job after job, until the bot closes the pipe or is gone."""
    import resource

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the bot's to handle
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    while True:
        try:
            job = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        pipe.send_bytes(_done(job))


def _done(job: bytes) -> bytes:
    try:
        fn, args = pickle.loads(job)
        return pickle.dumps((True, fn(*args), ""))
    except Exception as error:
        traceback.clear_frames(error.__traceback__)  # what the job held may be all the memory that there is
        return _failure(error)


def _failure(error: Exception) -> bytes:
    """The error as it is, or in words where it does not survive the way back."""
    trace = traceback.format_exc()
    try:
        failure = pickle.dumps((False, error, trace))
        pickle.loads(failure)
    except Exception:
        failure = pickle.dumps((False, WorkerFailed(f"{type(error).__name__}: {error}"), trace))
    return failure
