"""Telegram's door over HTTP: /bot<token>/<method> and /file/bot<token>/<path>, with the faults that are on."""

import asyncio
import json
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from sandbox import botapi
from sandbox.errors import ApiError, too_many
from sandbox.params import Params, read_params
from sandbox.world.chats import Json
from sandbox.world.faults import Fault
from sandbox.world.world import World


class Dropped(Exception):
    """The connection is to be closed without a word."""


class BotDoor:
    """An ASGI application for the two paths that a bot knows."""

    def __init__(self, world: World) -> None:
        self._world = world
        world.call_in_reply = self.call_in_reply

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = unquote(scope["path"])
        try:
            if path.startswith("/file/bot"):
                token, _, rest = path.removeprefix("/file/bot").partition("/")
                response = self.download(token, rest)
            else:
                token, _, rest = path.removeprefix("/bot").partition("/")
                response = await self.answer(token, rest, Request(scope, receive))
        except Dropped:
            await hang_up(scope)
            return
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    def check_token(self, token: str) -> None:
        """401 for a token that is not this bot's."""
        number, colon, secret = token.partition(":")
        if not (number.isdigit() and colon and len(secret) >= 3):
            raise ApiError(401, "Unauthorized: invalid token specified")
        if token != self._world.bot.token:
            raise ApiError(401, "Unauthorized")

    def download(self, token: str, path: str) -> Response:
        """The bytes behind a path from getFile."""
        try:
            self.check_token(token)
        except ApiError as error:
            return respond_error(error)
        stored = self._world.files.at_path(path)
        if stored is None:
            return respond_error(ApiError(404, "Not Found"))
        return Response(stored.read(), media_type="application/octet-stream")

    async def answer(self, token: str, name: str, request: Request) -> Response:
        """One call of a method, from its faults to its entry in the log."""
        params = Params()
        try:
            self.check_token(token)
            params = await read_params(request)
            hits = self._world.faults.strike(name.lower(), params.integer("chat_id") or None)
            await befall(hits)
            result = await botapi.call(self._world, name, params)
        except ApiError as error:
            self.log(name, params, error)
            return respond_error(error)
        except Dropped:
            self.log(name, params, ApiError(0, "the connection was dropped before the call took effect"))
            raise
        self.log(name, params, None)
        if any(fault.kind == "drop" for fault in hits):
            raise Dropped
        return respond({"ok": True, "result": result})

    def log(self, name: str, params: Params, error: ApiError | None) -> None:
        """Writes the call down."""
        known = botapi.METHODS.get(name.lower())
        failed = (error.code, error.description) if error else None
        chat_id = params.integer("chat_id") or None
        self._world.calls.add(known.name if known else name, chat_id, failed)

    async def call_in_reply(self, name: str, values: Json) -> None:
        """A call that came in a webhook's answer: done, written down, its result told to nobody."""
        params = Params(values)
        try:
            await botapi.call(self._world, name, params)
        except ApiError as error:
            self.log(name, params, error)
        else:
            self.log(name, params, None)


async def befall(faults: list[Fault]) -> None:
    """The faults that strike before the call takes effect."""
    for fault in faults:
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        elif fault.kind == "error":
            raise ApiError(fault.status, HTTPStatus(fault.status).phrase)
        elif fault.kind == "flood":
            raise too_many(fault.retry_after)
        elif fault.kind == "drop" and not fault.after:
            raise Dropped


async def hang_up(scope: Scope) -> None:
    """Closes the connection at once, where the server gave us its transport."""
    transport = scope.get("state", {}).get("transport")
    if transport is None:
        raise RuntimeError("only the sandbox's own server can drop connections: start it with sandbox.serve")
    transport.abort()
    await asyncio.sleep(0)


def respond(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """JSON in UTF-8."""
    data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(data, status, headers, "application/json")


def respond_error(error: ApiError) -> Response:
    """The envelope of a refusal; 429 repeats the wait in a header."""
    wait = (error.parameters or {}).get("retry_after")
    return respond(error.envelope(), error.code, {"Retry-After": str(wait)} if wait else None)
