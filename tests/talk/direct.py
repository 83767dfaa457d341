"""Bot, sandbox and phones of one process without a network between them: the doors are called, not connected to.

For tests that ask the bot thousands of things and are not about connections: of such a question's CPU a third goes into
HTTP. What the doors are asked and what they answer is the same; files go over HTTP still.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlencode, urlsplit

import pytest
from starlette.types import Message
from telegram.error import NetworkError
from telegram.request import RequestData

from bot.sending import transport
from sandbox import SandboxApp
from sandbox.client.client import Sandbox
from sandbox.client.shown import SandboxError

FORM, JSON = b"application/x-www-form-urlencoded", b"application/json"


class DirectSandbox(Sandbox):
    """The people's door, called."""

    def __init__(self, base_url: str, app: SandboxApp) -> None:
        super().__init__(base_url)
        self._app = app

    async def request(self, verb: str, path: str, **options: Any) -> Any:
        if not options.keys() <= {"json", "params"}:
            return await super().request(verb, path, **options)
        body = json.dumps(options["json"]).encode() if "json" in options else b""
        status, kind, answer = await called(
            self._app, verb, path, urlencode(options.get("params", {})), JSON, body
        )
        if status != 200:
            raise SandboxError(f"{verb} {path} → {status} {answer.decode()}")
        return json.loads(answer) if kind.startswith(JSON) else answer


@contextmanager
def directly(app: SandboxApp) -> Iterator[None]:
    """A bot that is built while the block lasts calls the sandbox's door."""

    class Direct(transport.LightRequest):
        async def do_request(
            self, url: str, method: str, request_data: RequestData | None = None, *rest: Any, **more: Any
        ) -> tuple[int, bytes]:
            if request_data is not None and request_data.multipart_data:
                return await super().do_request(url, method, request_data, *rest, **more)
            parts = urlsplit(url)
            body = urlencode(request_data.json_parameters).encode() if request_data is not None else b""
            status, _, answer = await called(app, method, parts.path, parts.query, FORM, body)
            return status, answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(transport, "LightRequest", Direct)
        yield


async def called(
    app: SandboxApp, verb: str, path: str, query: str, kind: bytes, body: bytes
) -> tuple[int, bytes, bytes]:
    """One request; → the answer's status, its content type, its body. Raises NetworkError where the sandbox hangs up."""
    connection = _Connection(body)
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": verb,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"content-type", kind), (b"content-length", str(len(body)).encode())],
        "state": {"transport": connection},
    }
    await app(scope, connection.receive, connection.send)
    if connection.is_aborted:
        raise NetworkError("the sandbox hung up")
    return connection.status, connection.kind, b"".join(connection.answer)


class _Connection:
    """What a door sees of who calls it."""

    def __init__(self, body: bytes) -> None:
        self._body: bytes | None = body
        self.status, self.kind, self.is_aborted = 0, b"", False
        self.answer: list[bytes] = []

    def abort(self) -> None:
        self.is_aborted = True

    async def receive(self) -> Message:
        if self._body is None:
            await asyncio.Event().wait()  # nobody goes away here
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.kind = dict(message["headers"]).get(b"content-type", b"")
        else:
            self.answer.append(message.get("body", b""))
