"""A Bot API for measuring: the sandbox's world and refusals behind aiohttp's server, with the people inside.

The sandbox's own HTTP server costs more for a call than a bot does, and would hide the difference between two
bots. Both are measured against this one. `network` seconds pass before a call is heard and before its answer
is, long polls included.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bench.officers import KINDS, Eyes
from sandbox import botapi
from sandbox.errors import ApiError
from sandbox.params import Params
from sandbox.world.world import World

TOKEN = "7000000001:a-bench-needs-no-secret"
START_SECONDS = 60.0
Json = dict[str, Any]


class Server:
    """Telegram's door, and the bench's own: make people, set them to work, read what came of it."""

    def __init__(self) -> None:
        self._world = World(TOKEN, "orynda_bench_bot", "Bench", None)
        self._network = 0.0
        self._calls: dict[str, int] = {}
        self._refused: dict[str, int] = {}
        self._polled = asyncio.Event()

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/bench/world", self.world)
        app.router.add_post("/bench/run", self.run)
        app.router.add_route("*", "/bot{token}/{method}", self.call)
        return app

    # Telegram's door

    async def call(self, request: web.Request) -> web.Response:
        """One call of the Bot API."""
        name = request.match_info["method"]
        params = Params(dict(request.query))
        params.values.update(parse_qsl(await request.text(), keep_blank_values=True))
        if self._network:
            await asyncio.sleep(self._network)
        self._calls[name] = self._calls.get(name, 0) + 1
        if name == "getUpdates":
            self._polled.set()
        try:
            result, status = {"ok": True, "result": await botapi.call(self._world, name, params)}, 200
        except ApiError as error:
            result, status = error.envelope(), error.code
            self._refused[error.description] = self._refused.get(error.description, 0) + 1
        body = json.dumps(result, ensure_ascii=False, separators=(",", ":"))
        if self._network:
            await asyncio.sleep(self._network)
        return web.Response(text=body, status=status, content_type="application/json")

    # The bench's door

    async def world(self, request: web.Request) -> web.Response:
        """A new world with so many people in it, the same ids each time; → the ids."""
        wanted = await request.json()
        self._world = world = World(TOKEN, "orynda_bench_bot", "Bench", None)
        world.events = Eyes()  # type: ignore[assignment]
        world.limits.on = wanted.get("limits", False)
        self._network = wanted.get("network", 0.0)
        self._calls, self._refused = {}, {}
        self._polled.clear()
        ids = [world.add_person(first_name=f"Офицер {n}", language="ru") for n in range(wanted["people"])]
        return web.json_response([chat.person.id for chat in ids])

    async def run(self, request: web.Request) -> web.Response:
        """Sets people to work for `warm` and then `seconds`, once the bot `pid` asks for updates.

        → what they saw and how long they waited in those seconds, and the processor time that it took.
        """
        wanted = await request.json()
        ids = list(self._world.chats)
        pause = (wanted.get("pause", [0, 0])[0], wanted.get("pause", [0, 0])[1])
        crowd = KINDS[wanted["kind"]](self._world, ids, wanted["at_once"], pause)
        bot, here = wanted["pid"], os.getpid()
        await asyncio.wait_for(self._polled.wait(), START_SECONDS)
        gc.collect()
        crowd.begin()
        await asyncio.sleep(wanted["warm"])
        crowd.tally.answers, crowd.tally.waits = 0, []
        loop = asyncio.get_running_loop()
        began, bot_began, here_began = loop.time(), processor(bot), processor(here)
        calls = dict(self._calls)
        await asyncio.sleep(wanted["seconds"])
        seconds = loop.time() - began
        tally = crowd.tally
        result = {
            "answers": tally.answers,
            "seconds": seconds,
            "seen": tally.seen,
            "waits": list(tally.waits),
            "finished": tally.finished,
            "bot_cpu": processor(bot) - bot_began,
            "server_cpu": processor(here) - here_began,
            "calls": {name: count - calls.get(name, 0) for name, count in self._calls.items()},
            "refused": self._refused,
        }
        crowd.open = False
        return web.json_response(result)


def processor(pid: int) -> float:
    """Seconds of processor time that a process has used, all its threads together. Linux only."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


async def serve() -> None:
    """Serves on a free port, which is printed, until standard input ends."""
    runner = web.AppRunner(Server().app(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    print(site._server.sockets[0].getsockname()[1], flush=True)  # type: ignore[attr-defined]
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())
