"""Phones of a story, and the book in which all that they show is written down, step by step."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.transcript import normal
from tests.transcript.running import Machine

Json = dict[str, Any]
Button = tuple[int, str, str]
"""Message, data, label."""

CHANGE_WHO_IS_TOLD = frozenset(
    "accept ownok own answers mok ruleok rrow iown iunit join unjoin off giveok giveto hour snooze unsub subend subwho "
    "behalf behalfend".split()
)
"""Taps after which somebody may have to be reminded at once. The bot would do it at its next tick, some time within the
minute; so the clock is moved on a second, which is a tick."""

QUIET = 0.25
"""Seconds without a change after which a chat has settled, where a file was sent: its card may be drawn once more."""


@dataclass
class Book:
    """The lines of a transcript, and what was met on the way."""

    story: str
    language: str
    lines: list[Json] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    pressed: Counter[str] = field(default_factory=Counter)
    commands: Counter[str] = field(default_factory=Counter)
    views: Counter[str] = field(default_factory=Counter)

    def write(self, who: str, did: Json, told: Json) -> None:
        """One step: who did what, and what came of it."""
        place = {"story": self.story, "language": self.language, "step": len(self.lines)}
        self.lines.append({**place, "who": who, "did": did, **told})


class Scene:
    """A machine, the phones around it, and the book."""

    def __init__(self, machine: Machine, book: Book) -> None:
        self.machine = machine
        self.book = book
        self.phones: list[Phone] = []

    def phone(self, first_name: str, last_name: str | None = None, language: str | None = None) -> Phone:
        """Somebody whom the bot does not know yet."""
        person = self.machine.post(
            "/sandbox/people",
            first_name=first_name,
            last_name=last_name,
            language=language or self.book.language,
        )
        made = Phone(self, person["id"], first_name)
        self.phones.append(made)
        return made

    def written(self, who: str, did: Json, toast: Any = None, *, settles: bool = False) -> None:
        """Waits until all is answered, and writes down what every phone shows anew.

        `settles` is of a step after which the card of who did it may be drawn once more.
        """
        self.machine.rest()
        shown = {}
        for phone in self.phones:
            if changes := phone.changes(settles and phone.name == who):
                shown[phone.name] = changes
        told: Json = {"shown": shown}
        if toast is not None:
            told["toast"] = {**toast, "text": normal.words(toast["text"])} if toast.get("text") else toast
        self.book.write(who, did, told)

    def clock(self, to: Any) -> None:
        """Moves the clock on for everybody."""
        self.machine.move_clock(to)
        self.written("clock", {"to": to.isoformat()})

    def tick(self) -> None:
        """The bot looks who is to be reminded."""
        self.machine.tick()
        self.written("clock", {"tick": True})

    def command(self, *words: str) -> None:
        """A command on the machine of the administrator."""
        status, said = self.machine.command(*words)
        told = normal.words(said.replace(str(self.machine.folder), "DATA"))
        self.book.write("administrator", {"command": list(words)}, {"status": status, "said": told})


class Phone:
    """One person's phone: its chat as last seen, and what may be done on it."""

    def __init__(self, scene: Scene, person: int, name: str) -> None:
        self.scene = scene
        self.machine = scene.machine
        self.id = person
        self.name = name
        self.messages: dict[int, Json] = {}
        self.keyboard: Any = None
        self.menu: Any = None
        self.revision = 0

    # What it shows

    def changes(self, settles: bool) -> Json:
        """What is new since the last look."""
        told = self._look()
        end = time.monotonic() + QUIET
        while settles and time.monotonic() < end:
            time.sleep(0.03)
            if more := self._look():
                told = {**told, **more, "messages": self._merged(told, more)}
                end = time.monotonic() + QUIET
        if self.revision:
            view = self.machine.view_of(self.id)
            self.scene.book.views[view] += 1
        return told

    @staticmethod
    def _merged(one: Json, other: Json) -> list[Json]:
        found = {m["id"]: m for m in [*one.get("messages", ()), *other.get("messages", ())]}
        return [found[number] for number in sorted(found)]

    def _look(self) -> Json:
        chat = self.machine.chat(self.id, self.revision)
        told: Json = {}
        changed = sorted(chat["messages"], key=lambda m: int(m["message_id"]))
        for raw in changed:
            self.messages[raw["message_id"]] = raw
        for number in chat["deleted"]:
            self.messages.pop(number, None)
        if changed:
            told["messages"] = [normal.message(m, self.machine.file) for m in changed]
        if chat["deleted"]:
            told["deleted"] = sorted(chat["deleted"])
        for name in ("keyboard", "commands"):
            attribute = "menu" if name == "commands" else name
            if chat[name] != getattr(self, attribute):
                setattr(self, attribute, chat[name])
                told[name] = chat[name]
        self.revision = chat["revision"]
        self.scene.book.seen.update(action_of(data) for _, data, _ in self.buttons() if changed)
        return told

    def buttons(self) -> list[Button]:
        """Every button in the chat, the newest message's first."""
        return [b for number in sorted(self.messages, reverse=True) for b in self._of_message(number)]

    def _of_message(self, number: int) -> list[Button]:
        rows = self.messages[number].get("reply_markup", {}).get("inline_keyboard", [])
        flat = [button for row in rows for button in row]
        return [(number, b["callback_data"], b["text"]) for b in flat if "callback_data" in b]

    def card(self) -> list[Button]:
        """The buttons of the living card: those with the highest version."""
        found = [b for b in self.buttons() if version_of(b[1])]
        newest = max((version_of(b[1]) for b in found), default=0)
        return [b for b in found if version_of(b[1]) == newest]

    def notices(self) -> list[Button]:
        """Buttons of messages that are no card."""
        return [b for b in self.buttons() if not version_of(b[1])]

    def found(self, action: str, *args: object) -> Button | None:
        """The card's first button with this action and these first arguments."""
        wanted = [action, *map(str, args)]
        return next((b for b in self.card() if b[1].split(".")[1 : 1 + len(wanted)] == wanted), None)

    def labelled(self, words: str) -> Button | None:
        """The card's first button with these words on it."""
        return next((b for b in self.card() if words in b[2]), None)

    # What its owner does

    def press(self, button: Button) -> None:
        """One tap."""
        message, data, label = button
        answer = self.machine.http.post(
            f"/sandbox/people/{self.id}/press",
            params={"wait": 20},
            json={"message_id": message, "data": data},
        ).json()
        did: Json = {"press": data, "on": message, "label": normal.words(label)}
        if "error" in answer:
            self.scene.written(self.name, did, {"error": answer["error"]})
            return
        self.machine.updates += 1
        self.scene.book.pressed[action_of(data)] += 1
        self.scene.written(self.name, did, answer["answer"])
        if action_of(data) in CHANGE_WHO_IS_TOLD:
            self.scene.tick()

    def tap(self, action: str, *args: object) -> bool:
        """A tap on the card's button with this action; where it is not there, that is written down."""
        button = self.found(action, *args)
        if button is None:
            self.scene.book.write(self.name, {"looks for": [action, *map(str, args)]}, {})
            return False
        self.press(button)
        return True

    def notice(self, action: str) -> bool:
        """A tap on the newest notice with this action."""
        button = next((b for b in self.notices() if action_of(b[1]) == action), None)
        if button is None:
            self.scene.book.write(self.name, {"looks for notice": action}, {})
            return False
        self.press(button)
        return True

    def old(self, message: int, data: str) -> None:
        """A tap with data that the message does not have (any more)."""
        answer = self.machine.http.post(
            f"/sandbox/people/{self.id}/press",
            params={"wait": 20},
            json={"message_id": message, "data": data, "forge": True},
        ).json()
        self.machine.updates += 1
        self.scene.written(self.name, {"forged": data}, answer["answer"])

    def type(self, text: str) -> None:
        """A message or a command."""
        if text.startswith("/"):
            self.scene.book.commands[text[1:].split()[0]] += 1
        self.machine.updates += len(self.machine.post(f"/sandbox/people/{self.id}/messages", text=text))
        self.scene.written(self.name, {"type": text})

    def place(self) -> None:
        """Where they are."""
        sent = self.machine.post(f"/sandbox/people/{self.id}/messages", latitude=43.24, longitude=76.95)
        self.machine.updates += len(sent)
        self.scene.written(self.name, {"place": True})

    def start(self, link: str) -> None:
        """Opens an invitation's link."""
        sent = self.machine.post(f"/sandbox/people/{self.id}/start", payload=link.rpartition("start=")[2])
        self.machine.updates += len(sent)
        self.scene.written(self.name, {"opens": "a link"})

    def send(self, kind: str, *files: tuple[str, str, bytes], caption: str = "") -> None:
        """Files: (name, type, bytes) each."""
        sent = self.machine.http.post(
            f"/sandbox/people/{self.id}/messages",
            data={"kind": kind, "caption": caption},
            files=[("files", (name, content, mime)) for name, mime, content in files],
        ).json()
        self.machine.updates += len(sent)
        did = {"send": kind, "files": [name for name, _, _ in files], "caption": caption}
        self.scene.written(self.name, did, settles=True)


def action_of(data: str) -> str:
    """A button's action."""
    return data.split(".")[1] if "." in data else data


def version_of(data: str) -> int:
    """The version of the card that a button is on; 0 for a notice."""
    return int(data.partition(".")[0], 16)
