"""The bot's own small web server: health, metrics, the webhook, and the virtual clock where there is one.

What it needs is imported when it starts: a bot that listens nowhere carries no web server in memory.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import structlog

from bot.clock import VirtualClock
from bot.data_folder import MB, Disk
from bot.intake.inbox import Intake
from bot.intake.polling import Polling
from bot.logs import log_unexpected
from bot.metrics import Metrics
from bot.settings import WEBHOOK_PATH
from bot.tasks import Tasks
from core.ports.unit_of_work import Clock, Storage

if TYPE_CHECKING:
    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_UPDATE = 1 << 20  # bytes
DATABASE_SECONDS = 2.0
TICK_SECONDS = 1.0
"""How often the date in the answers' headers is written anew."""

LOOK_SECONDS = 0.005
SILENCE_SECONDS = 180.0
"""A long poll is answered every half a minute; after this Telegram counts as not reached."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What the web server looks at. `polling` None: by webhook. `on_jump` runs after the clock was moved."""

    storage: Storage
    intake: Intake
    metrics: Metrics
    clock: Clock
    polling: Polling | None = None
    webhook_secret: str | None = None
    on_jump: Callable[[], Awaitable[None]] | None = None
    disk: Disk | None = None


def build_web(inside: Inside) -> Starlette:
    """The application. /telegram is there only with a secret, /clock only with a virtual clock."""
    from starlette.applications import Starlette
    from starlette.routing import Route

    doors = _Doors(inside)
    routes = [Route("/health", doors.health), Route("/metrics", doors.metrics)]
    if inside.webhook_secret:
        routes.append(Route(WEBHOOK_PATH, doors.telegram, methods=["POST"]))
    if isinstance(inside.clock, VirtualClock):
        routes.append(Route("/clock", doors.clock, methods=["POST"]))
    return Starlette(routes=routes)


class _Doors:
    def __init__(self, inside: Inside) -> None:
        from starlette import responses

        self._inside = inside
        self._responses = responses

    async def health(self, _request: Request) -> Response:
        """200 where the database answers, Telegram was heard of lately and the disk has room, 503 otherwise."""
        inside = self._inside
        database = await _answers(inside.storage)
        age = inside.polling.age if inside.polling else None
        heard = inside.polling is None or (age is not None and age < SILENCE_SECONDS)
        free = inside.disk.free if inside.disk else None
        room = inside.disk is None or not inside.disk.is_low
        facts = {
            "ok": database and heard and room,
            "database": database,
            "room": room,
            "free_mb": None if free is None else free // MB,
            "updates": "polling" if inside.polling else "webhook",
            "seconds_since_get_updates": None if age is None else round(age, 1),
            "backlog": inside.intake.backlog,
            "set_aside_since_start": inside.intake.set_aside,
            "now": inside.clock.now().isoformat(),
        }
        return self._responses.JSONResponse(facts, 200 if facts["ok"] else 503)

    async def metrics(self, _request: Request) -> Response:
        return self._responses.Response(
            self._inside.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8"
        )

    async def telegram(self, request: Request) -> Response:
        """One update by webhook; 200 only once it is kept, so that Telegram repeats what was not."""
        secret = (self._inside.webhook_secret or "").encode()
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret):
            return self._say(403, "wrong secret")
        update = await _json_body(request)
        if not isinstance(update, dict):
            return self._say(400, "not an update")
        try:
            await self._inside.intake.accept([update])
        except ValueError as error:
            return self._say(400, str(error))
        except Exception as error:
            log_unexpected("update not kept", error)
            return self._say(503, "not kept")
        return self._say(200, "kept")

    async def clock(self, request: Request) -> Response:
        """Moves the virtual clock on, runs what falls due, and answers when that is done."""
        clock, body = self._inside.clock, await _json_body(request)
        try:
            to = datetime.fromisoformat(str(body["now"]))
        except (TypeError, KeyError, ValueError):
            return self._say(400, 'expected {"now": "2024-04-02T09:00:00+00:00"}')
        if to.tzinfo is None or not isinstance(clock, VirtualClock):
            return self._say(400, "the time needs its offset from UTC")
        await clock.jump(to)
        if self._inside.on_jump is not None:
            await self._inside.on_jump()
        return self._responses.JSONResponse({"now": clock.now().isoformat()})

    def _say(self, status: int, words: str) -> Response:
        return self._responses.PlainTextResponse(words, status)


async def _answers(storage: Storage) -> bool:
    try:
        async with asyncio.timeout(DATABASE_SECONDS), storage.read() as work:
            await work.notes.read("health")
    except Exception as error:
        log.warning("database does not answer", error=repr(error))
        return False
    return True


async def _json_body(request: Request) -> Any:
    """The body as JSON; None where it is too large or is none."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_UPDATE:
            return None
    try:
        return json.loads(body)
    except ValueError:
        return None


class WebServer:
    """Serves an application in this event loop; signals stay with the bot."""

    def __init__(self, application: Starlette, address: tuple[str, int]) -> None:
        self._application = application
        self._address = address
        self._tasks = Tasks()
        self._server: Any = None

    async def start(self) -> tuple[str, int]:
        """Listens; → host and port (port 0 in the address takes a free one). Raises OSError where it is taken."""
        import uvicorn

        listener = socket.create_server(self._address, family=_family(self._address[0]), backlog=128)
        # asyncio does this only for sockets that it made; without it each answer waits 40 ms for an acknowledgement.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        config = uvicorn.Config(
            self._application, log_config=None, access_log=False, lifespan="off", server_header=False
        )
        self._server = _prompt_server(config)
        self._tasks.start(self._server.serve([listener]), name="web server")
        host, port = listener.getsockname()[:2]
        log.info("listening", host=host, port=port)
        return str(host), int(port)

    async def stop(self, grace: float = 5.0) -> None:
        """Takes no more calls and lets those under way finish."""
        if self._server is not None:
            self._server.stop()
            await self._tasks.close(grace)


def _prompt_server(config: uvicorn.Config) -> Any:
    """A server that ends when it is told to, where uvicorn's own looks ten times a second and then waits a tenth more."""
    import uvicorn

    class Server(uvicorn.Server):
        stopped = asyncio.Event()

        def stop(self) -> None:
            self.should_exit = True
            self.stopped.set()

        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            yield

        async def main_loop(self) -> None:
            while not await self.on_tick(0):
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.stopped.wait(), TICK_SECONDS)

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            """Whoever called `stop` bounds how long calls under way are waited for."""
            for listening in (*self.servers, *(sockets or ())):
                listening.close()
            for connection in list(self.server_state.connections):
                connection.shutdown()
            while self.server_state.connections or self.server_state.tasks:  # noqa: ASYNC110 (uvicorn has no event)
                await asyncio.sleep(LOOK_SECONDS)

    return Server(config)


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
