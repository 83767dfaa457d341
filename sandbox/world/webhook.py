"""Delivery of updates by webhook: in order within a chat and kind, many at once over all, repeated until taken."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import aiohttp

from sandbox.world.clock import Clock
from sandbox.world.faults import Faults
from sandbox.world.tasks import Tasks
from sandbox.world.updates import Update, UpdateQueue

FIRST_RETRY_SECONDS = 1.0
LONGEST_RETRY_SECONDS = 60.0
ANSWER_SECONDS = 60.0
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Line = tuple[int, str]


class Delivers(Protocol):
    """What of the world a webhook needs."""

    updates: UpdateQueue
    tasks: Tasks
    faults: Faults
    clock: Clock
    call_in_reply: Callable[[str, dict[str, Any]], Awaitable[None]] | None


class Webhook:
    """One set webhook, from setWebhook to deleteWebhook."""

    def __init__(self, world: Delivers, url: str, secret: str, connections: int) -> None:
        self.url = url
        self.connections = connections
        self.last_error: tuple[int, str] | None = None
        self._world = world
        self._headers = {"Content-Type": "application/json"} | ({SECRET_HEADER: secret} if secret else {})
        self._lines: dict[Line, deque[Update]] = {}
        self._free = asyncio.Semaphore(connections)
        self._workers: set[asyncio.Task[None]] = set()
        self._main = world.tasks.start(self._run())

    @property
    def undelivered(self) -> int:
        """Updates taken from the queue and not yet taken by the bot."""
        return sum(len(line) for line in self._lines.values())

    def stop(self) -> None:
        """Ends the delivery; what was not delivered goes back into the queue."""
        self._main.cancel()
        for worker in self._workers:
            worker.cancel()
        left = sorted((update for line in self._lines.values() for update in line), key=lambda u: u.id)
        self._lines.clear()
        self._world.updates.put_back(left)

    async def _run(self) -> None:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=self.connections)) as session:
            while True:
                await self._world.updates.arrival()
                for update in self._world.updates.take_for_webhook():
                    self._enqueue(session, update)

    def _enqueue(self, session: aiohttp.ClientSession, update: Update) -> None:
        sender = update.payload.get("from", {}).get("id", 0)
        key: Line = (sender, update.kind)
        if key in self._lines:
            self._lines[key].append(update)
            return
        self._lines[key] = deque([update])
        worker = self._world.tasks.start(self._work(session, key))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, session: aiohttp.ClientSession, key: Line) -> None:
        """Delivers one line of updates in order, the next only when the last was taken."""
        line = self._lines[key]
        while line:
            wait = FIRST_RETRY_SECONDS
            while (asked := await self._deliver(session, line[0])) is not None:
                await asyncio.sleep(max(wait, asked))
                wait = min(wait * 2, LONGEST_RETRY_SECONDS)
            taken = line.popleft()
            if self._world.faults.redelivers():
                await self._deliver(session, taken)
        self._lines.pop(key, None)  # a call in a reply may have ended the webhook meanwhile

    async def _deliver(self, session: aiohttp.ClientSession, update: Update) -> float | None:
        """One try: None where the bot took it, else the seconds that it asked to wait (0 without a wish)."""
        body = json.dumps(update.as_json(), ensure_ascii=False).encode()
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        try:
            async with (
                self._free,
                session.post(self.url, data=body, headers=self._headers, timeout=timeout) as answer,
            ):
                reply = await answer.read()
                if 200 <= answer.status < 300:
                    await self._call_in_reply(reply)
                    return None
                self._note(f"Wrong response from the webhook: {answer.status} {answer.reason}")
                asked = answer.headers.get("Retry-After", "")
                return float(asked) if asked.isdigit() else 0.0
        except (aiohttp.ClientError, TimeoutError) as error:
            self._note(f"{type(error).__name__}: {error}")
            return 0.0

    def _note(self, words: str) -> None:
        self.last_error = (self._world.clock.unix(), words)

    async def _call_in_reply(self, reply: bytes) -> None:
        """The bot may answer with a method call, whose result it never learns."""
        values = parse_reply(reply)
        if values is not None and self._world.call_in_reply is not None:
            await self._world.call_in_reply(str(values.pop("method")), values)


def parse_reply(reply: bytes) -> dict[str, Any] | None:
    """The call in the body of an answer, if there is one."""
    try:
        values = json.loads(reply)
    except ValueError:
        return None
    return values if isinstance(values, dict) and "method" in values else None
