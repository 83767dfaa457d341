"""The people's door over HTTP: routes under /sandbox/ (see API.md) and the page."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from sandbox.bot_door import respond
from sandbox.errors import ApiError
from sandbox.params import Upload
from sandbox.phones import people
from sandbox.phones.people import Impossible
from sandbox.phones.samples import Samples
from sandbox.phones.subscribers import Subscribers
from sandbox.world.clock import ClockError, from_iso, iso
from sandbox.world.faults import Fault
from sandbox.world.world import World

PAGE = Path(__file__).parents[1] / "page"
PERSON_FIELDS = {"first_name": str, "last_name": str, "username": str, "language": str, "note": str}
CHANGES = {**PERSON_FIELDS, "blocked": bool, "deactivated": bool}
NO_STORE = {"Cache-Control": "no-store"}
PLACE_FIELDS = {"latitude": (int, float), "longitude": (int, float)}
SAMPLE_FIELDS = {"sample": str, "caption": str}


class PageFiles(StaticFiles):
    """The page's files, asked about again at each visit: no browser runs an old script with a new page."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "no-cache"
        return response


class PeopleDoor:
    """The handlers of the people's door, over one world."""

    def __init__(self, world: World, samples: Samples) -> None:
        self._world = world
        self._samples = samples
        self._subscribers = Subscribers()

    def app(self) -> Starlette:
        """The Starlette application."""
        person = "/sandbox/people/{id}"
        routes = [
            ("GET", "/sandbox/state", self.state),
            ("POST", "/sandbox/people", self.add_person),
            ("PATCH", person, self.change_person),
            ("GET", person + "/chat", self.chat),
            ("POST", person + "/messages", self.send),
            ("POST", person + "/start", self.start),
            ("POST", person + "/press", self.press),
            ("GET", "/sandbox/samples", self.samples),
            ("GET", "/sandbox/files/{file_id}", self.file),
            ("GET", "/sandbox/events", self.events),
            ("POST", "/sandbox/clock", self.move_clock),
            ("POST", "/sandbox/clock/subscribers", self.subscribe),
            ("POST", "/sandbox/faults", self.add_fault),
            ("DELETE", "/sandbox/faults", self.clear_faults),
            ("GET", "/sandbox/calls", self.calls),
            ("POST", "/sandbox/limits", self.limits),
        ]
        table: list[Any] = [Route(path, told(handler), methods=[verb]) for verb, path, handler in routes]
        table.append(Route("/", page_index))
        table.append(Mount("/page", PageFiles(directory=PAGE, check_dir=False)))
        return Starlette(routes=table)

    # State and people

    async def state(self, request: Request) -> Response:
        world = self._world
        bot = {key: world.bot.as_user()[key] for key in ("id", "username", "first_name")}
        return respond(
            {
                "now": iso(world.clock.now()),
                "bot": bot,
                "people": [chat.person.as_json() for chat in world.chats.values()],
                "clock": {"virtual": world.clock.virtual},
            }
        )

    async def add_person(self, request: Request) -> Response:
        fields = checked(await json_body(request), PERSON_FIELDS)
        if not fields.get("first_name"):
            raise Impossible("a person needs a first_name", 400)
        return respond(self._world.add_person(**fields).person.as_json())

    async def change_person(self, request: Request) -> Response:
        chat = people.find_chat(self._world, request.path_params["id"])
        people.change(self._world, chat, checked(await json_body(request), CHANGES))
        return respond(chat.person.as_json())

    # Chats

    async def chat(self, request: Request) -> Response:
        chat = people.find_chat(self._world, request.path_params["id"])
        after = int(request.query_params.get("after", -1))
        await chat.wait_after(after, min(60.0, float(request.query_params.get("wait", 0))))
        shown, deleted = chat.changes_after(after) if after >= 0 else (list(chat.messages.values()), [])
        return respond(
            {
                "person": chat.person.as_json(),
                "commands": self._world.commands.seen_by(chat.person.id, chat.person.language),
                "messages": shown,
                "deleted": deleted,
                "keyboard": chat.keyboard,
                "revision": chat.revision,
            }
        )

    async def send(self, request: Request) -> Response:
        chat = people.find_chat(self._world, request.path_params["id"])
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            return await self.send_files(request)
        body = await json_body(request)
        if "sample" in body:
            return await self.send_sample(request, checked(body, SAMPLE_FIELDS))
        if "latitude" in body or "longitude" in body:
            place = checked(body, PLACE_FIELDS)
            latitude, longitude = place.get("latitude"), place.get("longitude")
            if latitude is None or longitude is None:
                raise Impossible("a place needs a latitude and a longitude", 400)
            return respond(people.send_place(self._world, chat, float(latitude), float(longitude)))
        sent = people.write(self._world, chat, str(body.get("text", "")), body.get("reply_to_message_id"))
        return respond(sent)

    async def send_files(self, request: Request) -> Response:
        chat = people.find_chat(self._world, request.path_params["id"])
        async with request.form() as form:
            files = [part for part in form.getlist("files") if isinstance(part, UploadFile)]
            uploads = [Upload(f.filename or "file", f.content_type or "", await f.read()) for f in files]
            kind, caption, album = (str(form.get(name, "")) for name in ("kind", "caption", "media_group_id"))
        return respond(people.send_files(self._world, chat, kind, caption, uploads, album))

    async def send_sample(self, request: Request, fields: dict[str, Any]) -> Response:
        chat = people.find_chat(self._world, request.path_params["id"])
        upload = await run_in_threadpool(self._samples.read, str(fields["sample"]))
        return respond(
            people.send_files(self._world, chat, "document", fields.get("caption") or "", [upload])
        )

    async def samples(self, request: Request) -> Response:
        return respond(await run_in_threadpool(self._samples.listed))

    async def start(self, request: Request) -> Response:
        chat = people.find_chat(self._world, request.path_params["id"])
        body = await json_body(request)
        return respond(people.start(self._world, chat, str(body.get("payload") or "")))

    async def press(self, request: Request) -> Response:
        chat = people.find_chat(self._world, request.path_params["id"])
        tap, button = people.press(self._world, chat, await json_body(request))
        if tap is None:
            given = {key: button[key] for key in ("url", "copy_text") if key in button}
            return respond({"callback_query_id": None, "answer": None, **given})
        answer = await people.answer_to(tap, float(request.query_params.get("wait", 0)))
        return respond({"callback_query_id": tap.id, "answer": answer})

    async def file(self, request: Request) -> Response:
        stored = self._world.files.find(request.path_params["file_id"])
        if stored is None:
            raise Impossible("there is no such file", 404)
        headers = {"Content-Disposition": f"inline; filename*=UTF-8''{quote(stored.name)}"}
        return Response(stored.read(), headers=headers, media_type=stored.mime)

    async def events(self, request: Request) -> Response:
        return StreamingResponse(
            self._world.events.stream(), headers=NO_STORE, media_type="text/event-stream"
        )

    # Time, faults, log

    async def move_clock(self, request: Request) -> Response:
        body = await json_body(request)
        if ("to" in body) == ("by" in body):
            raise Impossible("say either to or by", 400)
        to = from_iso(str(body["to"])) if "to" in body else None
        now = self._world.clock.move(to, timedelta(seconds=float(body.get("by", 0))))
        told_to = await self._subscribers.tell(now)
        self._world.events.emit("clock", now=iso(now))
        return respond({"now": iso(now), "subscribers": told_to})

    async def subscribe(self, request: Request) -> Response:
        url = str((await json_body(request)).get("url", ""))
        if not url.startswith(("http://", "https://")):
            raise Impossible("a subscriber is an http address", 400)
        self._subscribers.add(url)
        return respond({"now": iso(self._world.clock.now())})

    async def add_fault(self, request: Request) -> Response:
        body = await json_body(request)
        if body.get("kind") == "redeliver" and "last" in body:
            self._world.updates.repeat_last(int(body["last"]))
            return respond({"ok": True})
        try:
            self._world.faults.add(Fault(**{"method": "*", **body}))
        except TypeError as error:
            raise Impossible(f"a fault has no such field: {error}", 400) from error
        return respond({"ok": True})

    async def clear_faults(self, request: Request) -> Response:
        self._world.faults.clear()
        return respond({"ok": True})

    async def calls(self, request: Request) -> Response:
        query = request.query_params
        return respond(self._world.calls.since(int(query.get("since", 0)), query.get("method")))

    async def limits(self, request: Request) -> Response:
        self._world.limits.on = bool((await json_body(request)).get("on", True))
        return respond({"on": self._world.limits.on})


def told(
    handler: Callable[[Request], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
    """Turns what went wrong into an answer in words."""

    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Impossible as error:
            return respond({"error": str(error)}, error.status)
        except (ApiError, ClockError, ValueError) as error:
            return respond({"error": str(error)}, 400)

    return answer


async def json_body(request: Request) -> dict[str, Any]:
    """The JSON object of a request; 400 for anything else."""
    body = await request.json() if await request.body() else {}
    if not isinstance(body, dict):
        raise Impossible("the body must be a JSON object", 400)
    return body


def checked(body: dict[str, Any], kinds: Mapping[str, type | tuple[type, ...]]) -> dict[str, Any]:
    """The body, if each field is known and of its type (or null)."""
    for name, value in body.items():
        if name not in kinds or not (value is None or isinstance(value, kinds[name])):
            raise Impossible(f"{name} is unknown or of the wrong type", 400)
    return body


async def page_index(_request: Request) -> Response:
    """The page with the phones."""
    index = PAGE / "index.html"
    if not index.exists():
        return respond({"error": "the page is not built in"}, 404)
    return FileResponse(index, headers=NO_STORE)
