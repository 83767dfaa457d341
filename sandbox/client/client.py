"""The people's side for tests and benches: phones that write, tap, and wait for what the bot shows.

async with Sandbox(base_url) as sandbox:
    phone = await sandbox.person("Айгуль", language="ru")
    await phone.start("invitation")
    await phone.press("Да, это я")
    card = await phone.expect("1 из 17")
"""

import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self

import aiohttp

from sandbox.client.shown import Answer, Message, SandboxError
from sandbox.client.transcript import transcript
from sandbox.world.clock import from_iso, iso

Json = dict[str, Any]

__all__ = ["Answer", "Message", "Phone", "Sandbox", "SandboxError"]


class Sandbox:
    """The people's door at an address. All phones share one HTTP session.

    `at_rest` waits until the bot has nothing left to do, where somebody can tell: then people look, and act again,
    only when all that their last action led to is on their phones.
    """

    def __init__(self, base_url: str, *, at_rest: Callable[[], Awaitable[bool]] | None = None) -> None:
        self.base_url = base_url.rstrip("/")
        self.at_rest = at_rest
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the session."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def request(self, verb: str, path: str, **options: Any) -> Any:
        """One call of the people's door; → its JSON. Raises SandboxError with the refusal's words."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0), timeout=aiohttp.ClientTimeout(total=120)
            )
        async with self._session.request(verb, self.base_url + path, **options) as answer:
            if answer.status != 200:
                raise SandboxError(f"{verb} {path} → {answer.status} {await answer.text()}")
            return await (answer.json() if answer.content_type == "application/json" else answer.read())

    async def rest(self) -> bool:
        """Waits until the bot has nothing left to do; → False where nobody can tell, or it is still busy."""
        return self.at_rest is not None and await self.at_rest()

    async def person(
        self,
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language: str | None = "ru",
        note: str | None = None,
    ) -> "Phone":
        """A new person with a phone in that language; `note` is a word for the page, of which no bot hears."""
        fields = {
            "first_name": first_name,
            "last_name": last_name,
            "username": username,
            "language": language,
            "note": note,
        }
        return Phone(self, await self.request("POST", "/sandbox/people", json=fields))

    async def people(self) -> list["Phone"]:
        """Everybody's phones."""
        return [Phone(self, person) for person in (await self.state())["people"]]

    async def state(self) -> Json:
        """What `GET /sandbox/state` says."""
        state: Json = await self.request("GET", "/sandbox/state")
        return state

    async def now(self) -> datetime:
        """The sandbox's time, aware, UTC."""
        return from_iso((await self.state())["now"])

    async def move_clock(self, to: datetime | None = None, by: timedelta | None = None) -> datetime:
        """Moves the virtual clock on and waits until every subscriber has answered; → the new time."""
        body: Json = {"to": iso(to)} if to is not None else {"by": (by or timedelta()).total_seconds()}
        moved = await self.request("POST", "/sandbox/clock", json=body)
        failed = [s for s in moved["subscribers"] if s["status"] is None or s["status"] >= 400]
        if failed:
            raise SandboxError(f"the clock moved to {moved['now']}, but {failed}")
        await self.rest()
        return from_iso(moved["now"])

    async def fault(self, kind: str, method: str = "*", **options: Any) -> None:
        """Switches a fault on: `fault("flood", "sendMessage", times=1, retry_after=2)`."""
        await self.request("POST", "/sandbox/faults", json={"kind": kind, "method": method, **options})

    async def faults_off(self) -> None:
        """All faults off."""
        await self.request("DELETE", "/sandbox/faults")

    async def limits(self, on: bool) -> None:
        """Telegram's sending limits on or off."""
        await self.request("POST", "/sandbox/limits", json={"on": on})

    async def calls(self, method: str | None = None, since: int = 0) -> list[Json]:
        """The bot's calls numbered above `since`."""
        query = {"since": str(since)} | ({"method": method} if method else {})
        calls: list[Json] = await self.request("GET", "/sandbox/calls", params=query)
        return calls

    async def file(self, file_id: str) -> bytes:
        """The bytes of a file that was sent, whoever sent it."""
        data: bytes = await self.request("GET", f"/sandbox/files/{file_id}")
        return data


class Phone:
    """One person's phone. It follows its chat by revisions, so waiting costs nothing while nothing happens."""

    def __init__(self, sandbox: Sandbox, person: Json) -> None:
        self.sandbox = sandbox
        self.id = int(person["id"])
        self.name = str(person["first_name"])
        self.commands: list[dict[str, str]] = []
        self.keyboard: Json | None = None
        self._messages: dict[int, Json] = {}
        self._changed: dict[int, int] = {}
        self._revision = 0
        self._mark = 0

    # Doing

    async def send(self, text: str, *, reply_to: int | None = None) -> list[Message]:
        """Writes a message."""
        body: Json = {"text": text} | ({"reply_to_message_id": reply_to} if reply_to else {})
        return await self._act("messages", json=body)

    async def start(self, payload: str = "") -> list[Message]:
        """Opens the bot by a link with a payload."""
        return await self._act("start", json={"payload": payload})

    async def photo(self, data: bytes, caption: str = "", name: str = "photo.jpg") -> list[Message]:
        """Sends a picture."""
        return await self._upload("photo", [(data, name)], caption)

    async def document(
        self, data: bytes, name: str, caption: str = "", mime: str | None = None
    ) -> list[Message]:
        """Sends a file."""
        return await self._upload("document", [(data, name)], caption, mime)

    async def late_page(self, album: str, data: bytes, kind: str = "photo") -> list[Message]:
        """A page of an album that was sent before and comes only now; `album` is its media_group_id."""
        return await self._upload(kind, [(data, "late.jpg")], "", album=album)

    async def voice(self, data: bytes, caption: str = "") -> list[Message]:
        """Sends a voice message."""
        return await self._upload("voice", [(data, "voice.ogg")], caption, "audio/ogg")

    async def video(self, data: bytes, caption: str = "", name: str = "film.mp4") -> list[Message]:
        """Sends a video."""
        return await self._upload("video", [(data, name)], caption, "video/mp4")

    async def video_note(self, data: bytes) -> list[Message]:
        """Sends a round video message."""
        return await self._upload("video_note", [(data, "note.mp4")], "", "video/mp4")

    async def place(self, latitude: float, longitude: float) -> list[Message]:
        """Sends a place on the map."""
        return await self._act("messages", json={"latitude": latitude, "longitude": longitude})

    async def album(
        self, files: list[bytes | tuple[bytes, str]], caption: str = "", kind: str = "photo"
    ) -> list[Message]:
        """Sends several pictures (or files) at once, the caption on the first."""
        named = [file if isinstance(file, tuple) else (file, f"{n}.jpg") for n, file in enumerate(files, 1)]
        return await self._upload(kind, named, caption)

    async def press(self, label: str, *, message: Message | int | None = None, wait: float = 5.0) -> Answer:
        """Taps the button with this label (or a part of it), on the newest message that has one.

        Waits up to `wait` seconds for the button to appear and then as long for the bot's answer.
        A button of the reply keyboard is tapped by sending its text.
        """
        found = await self._find_button(label, message, wait)
        if found is None:
            await self.send(label)
            return Answer(answered=False)
        row, column = found[1]
        return await self._press({"message_id": found[0].id, "row": row, "column": column}, wait)

    async def press_data(
        self, message: Message | int, data: str, *, forge: bool = False, wait: float = 5.0
    ) -> Answer:
        """Taps by callback data; with `forge` the message need not have such a button."""
        message_id = message if isinstance(message, int) else message.id
        return await self._press({"message_id": message_id, "data": data, "forge": forge}, wait)

    async def change(self, **fields: Any) -> None:
        """Changes the person: `language="kk"`, `blocked=True`, `deactivated=True`, names."""
        await self.sandbox.request("PATCH", f"/sandbox/people/{self.id}", json=fields)

    # Looking

    async def messages(self) -> list[Message]:
        """The whole chat, oldest first."""
        await self.sandbox.rest()
        await self._sync()
        return self._sorted()

    async def last(self) -> Message:
        """The newest message of the bot."""
        mine = [message for message in await self.messages() if message.from_bot]
        if not mine:
            raise SandboxError(self._explain("the bot has said nothing"))
        return mine[-1]

    async def transcript(self) -> str:
        """The chat as plain text."""
        await self.sandbox.rest()
        await self._sync()
        return self._transcript()

    async def menu(self) -> list[dict[str, str]]:
        """The command menu that this phone shows."""
        await self._sync()
        return self.commands

    async def download(self, message: Message) -> bytes:
        """The bytes of the file in a message."""
        if message.file_id is None:
            raise SandboxError(self._explain(f"message #{message.id} has no file"))
        return await self.sandbox.file(message.file_id)

    # Waiting

    async def expect(self, part: str, timeout: float = 10.0, *, ever: bool = False) -> Message:  # noqa: ASYNC109
        """Waits for a message of the bot that has `part` in its text; → the newest such.

        Counts only what was sent or edited since this person's last action; `ever` counts all that is shown.
        """
        await self._until(lambda: self._matching(part, ever), timeout, f"no message with {part!r} came", part)
        return self._matching(part, ever)[-1]

    async def expect_file(self, name: str = "", timeout: float = 10.0) -> Message:  # noqa: ASYNC109
        """Waits for a file or picture from the bot whose file name has `name` in it, since the last action."""

        def found() -> list[Message]:
            return [
                m
                for m in self._fresh()
                if m.file_id and name in m.raw.get("document", {}).get("file_name", "")
            ]

        await self._until(found, timeout, f"no file {name!r} came")
        return found()[-1]

    async def expect_gone(self, message: Message | int, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Waits until a message is deleted."""
        number = message if isinstance(message, int) else message.id
        await self._until(lambda: number not in self._messages, timeout, f"message #{number} is still there")

    async def settled(self, quiet: float = 0.3, timeout: float = 10.0) -> list[Message]:  # noqa: ASYNC109
        """Waits until the bot is at rest, or nothing has changed for `quiet` seconds; → the messages."""
        end = time.monotonic() + timeout
        is_at_rest = await self.sandbox.rest()
        await self._sync()
        if is_at_rest:
            return self._sorted()
        while True:
            before = self._revision
            await self._sync(wait=quiet)
            if self._revision == before:
                return self._sorted()
            if time.monotonic() > end:
                raise SandboxError(self._explain(f"the chat did not come to rest in {timeout:g} s"))

    # How it is done

    async def _act(self, what: str, **options: Any) -> list[Message]:
        await self.sandbox.rest()
        await self._sync()
        self._mark = self._revision
        sent = await self.sandbox.request("POST", f"/sandbox/people/{self.id}/{what}", **options)
        return [Message(raw) for raw in sent]

    async def _upload(
        self,
        kind: str,
        files: list[tuple[bytes, str]],
        caption: str,
        mime: str | None = None,
        album: str = "",
    ) -> list[Message]:
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("kind", kind)
        form.add_field("caption", caption)
        if album:
            form.add_field("media_group_id", album)
        for data, name in files:
            form.add_field("files", data, filename=name, content_type=mime or "application/octet-stream")
        return await self._act("messages", data=form)

    async def _press(self, body: Json, wait: float) -> Answer:
        await self.sandbox.rest()
        await self._sync()
        self._mark = self._revision
        path = f"/sandbox/people/{self.id}/press"
        got = await self.sandbox.request("POST", path, json=body, params={"wait": str(wait)})
        answer = got["answer"]
        if answer is None:
            return Answer(answered=False, url=got.get("url"))
        return Answer(True, answer["text"], answer["show_alert"])

    async def _find_button(
        self, label: str, message: Message | int | None, wait: float
    ) -> tuple[Message, tuple[int, int]] | None:
        """The message and place of a button; None where the reply keyboard has it."""
        only = message.id if isinstance(message, Message) else message

        def found() -> list[tuple[Message, tuple[int, int]]]:
            places = [(m, m.place(label)) for m in self._sorted() if only in (None, m.id)]
            return [(m, place) for m, place in places if place is not None]

        def on_keyboard() -> bool:
            keyboard = (self.keyboard or {}).get("keyboard", [])
            return only is None and any(button["text"] == label for row in keyboard for button in row)

        await self.sandbox.rest()
        await self._until(lambda: found() or on_keyboard(), wait, f"there is no button {label!r}")
        return found()[-1] if found() else None

    async def _until(self, done: Any, seconds: float, failure: str, part: str = "") -> None:
        end = time.monotonic() + seconds
        await self._sync()
        while not done():
            left = end - time.monotonic()
            if left <= 0:
                raise SandboxError(self._explain(f"{failure} in {seconds:g} s", part))
            await self._sync(wait=left)

    async def _sync(self, wait: float = 0.0) -> None:
        """Fetches what has changed, waiting up to `wait` seconds for the first change."""
        query = {"after": str(self._revision), "wait": f"{min(wait, 30.0):.3f}"}
        got = await self.sandbox.request("GET", f"/sandbox/people/{self.id}/chat", params=query)
        if got["revision"] < self._revision:
            return  # another reader of this phone was faster
        self._revision = got["revision"]
        self.commands, self.keyboard = got["commands"], got["keyboard"]
        for raw in got["messages"]:
            self._messages[raw["message_id"]] = raw
            self._changed[raw["message_id"]] = self._revision
        for number in got["deleted"]:
            self._messages.pop(number, None)
            self._changed.pop(number, None)

    def _sorted(self) -> list[Message]:
        return [Message(self._messages[number]) for number in sorted(self._messages)]

    def _fresh(self) -> list[Message]:
        fresh = [number for number, at in self._changed.items() if at > self._mark]
        return [m for m in map(Message, map(self._messages.__getitem__, sorted(fresh))) if m.from_bot]

    def _matching(self, part: str, ever: bool) -> list[Message]:
        shown = [m for m in self._sorted() if m.from_bot] if ever else self._fresh()
        return [m for m in shown if part in m.text]

    def _transcript(self) -> str:
        return transcript([m.raw for m in self._sorted()])

    def _explain(self, failure: str, part: str = "") -> str:
        older = [m.id for m in self._matching(part, ever=True)] if part else []
        hint = (
            f"\n(messages {older} have it, unchanged since the last action; ever=True counts them)"
            if older
            else ""
        )
        return f"{self.name}: {failure}{hint}\n{self._transcript()}"
