"""The application with both doors, and the server that runs it (its connections can be dropped on purpose)."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import uvicorn
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from sandbox.bot_door import BotDoor
from sandbox.phones.people_door import PeopleDoor
from sandbox.phones.samples import Samples
from sandbox.world.world import World

TOKEN = "7000000001:sandbox-token"
USERNAME = "orynda_sandbox_bot"
FIRST_NAME = "Orynda"
GRACE_SECONDS = 2


class SandboxApp:
    """Both doors over one world; `world` is there for tests that look behind the scenes."""

    def __init__(self, world: World, samples: Samples) -> None:
        self.world = world
        self._bot_door = BotDoor(world)
        self._people_door = PeopleDoor(world, samples).app()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(("/bot", "/file/bot")):
            await self._bot_door(scope, receive, send)
        else:
            await self._people_door(scope, receive, send)


def create_app(
    *,
    token: str = TOKEN,
    username: str = USERNAME,
    first_name: str = FIRST_NAME,
    now: datetime | None = None,
    local: bool = False,
    samples: Path | None = None,
) -> SandboxApp:
    """A sandbox with nobody in it.

    `now` starts a virtual clock; `local` allows any webhook address; `samples` is a folder whose files the page
    offers to who has none at hand.
    """
    return SandboxApp(World(token, username, first_name, now, local), Samples(samples))


class Protocol(H11Protocol):
    """Tells the application its connection, so that a fault can drop it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class Server(uvicorn.Server):
    """Runs inside somebody's event loop and leaves that process's signals alone, unless it owns the process."""

    def __init__(self, config: uvicorn.Config, world: World, owns_process: bool) -> None:
        super().__init__(config)
        self._world = world
        self._owns_process = owns_process
        self._stopped = asyncio.Event()

    def stop(self) -> None:
        """Begins the shutdown."""
        self.should_exit = True
        self._stopped.set()

    async def main_loop(self) -> None:
        """Ends at once on `stop`, where uvicorn's own loop looks ten times a second."""
        while not self.should_exit:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopped.wait(), 0.1)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        if self._owns_process:
            with super().capture_signals():
                yield
        else:
            yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends open polls and event streams first, as they would keep the server waiting."""
        self._world.events.close()
        self._world.updates.end_poll("the sandbox is stopping")
        await self._world.tasks.stop()
        if self._owns_process:
            await super().shutdown(sockets)
        else:
            await self._close()

    async def _close(self) -> None:
        """As uvicorn does it, without its fixed pause: tests start and stop many sandboxes."""
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        for _ in range(GRACE_SECONDS * 500):
            if not (self.server_state.connections or self.server_state.tasks):
                break
            await asyncio.sleep(0.002)
        for task in list(self.server_state.tasks):
            task.cancel()
        for server in self.servers:
            await server.wait_closed()


def make_server(app: SandboxApp, host: str, port: int, *, owns_process: bool = False) -> Server:
    """A server for the application, not yet running."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=Protocol,
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        date_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    return Server(config, app.world, owns_process)


@dataclass(frozen=True)
class Running:
    """A running sandbox: its address, its token and what is inside."""

    base_url: str
    token: str
    world: World


@contextlib.asynccontextmanager
async def serve(app: SandboxApp, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[Running]:
    """Runs the sandbox while the block lasts; port 0 takes a free one."""
    server = make_server(app, host, port)
    running = asyncio.create_task(server.serve())
    try:
        while not server.started:
            if running.done():
                running.result()
                raise RuntimeError("the sandbox did not start")
            await asyncio.sleep(0.005)
        taken = server.servers[0].sockets[0].getsockname()[1]
        yield Running(f"http://{host}:{taken}", app.world.bot.token, app.world)
    finally:
        server.stop()
        await running
