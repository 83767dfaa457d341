"""Everything that the sandbox knows, in memory: the bot, people, chats, files, updates."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.errors import bad_request, forbidden
from sandbox.world.callbacks import Taps
from sandbox.world.calls import CallLog
from sandbox.world.chats import Chat, Json, Person
from sandbox.world.clock import Clock
from sandbox.world.commands import CommandBook
from sandbox.world.events import Hub
from sandbox.world.faults import Faults
from sandbox.world.files import FileStore
from sandbox.world.limits import Limits
from sandbox.world.tasks import Tasks
from sandbox.world.updates import UpdateQueue
from sandbox.world.webhook import Webhook


@dataclass
class BotAccount:
    """The one bot that talks to this sandbox; its id is the number in its token."""

    token: str
    username: str
    first_name: str
    texts: dict[tuple[str, str], str] = field(default_factory=dict)  # name, description by (kind, language)

    @property
    def id(self) -> int:
        return int(self.token.split(":")[0])

    def as_user(self) -> Json:
        """Telegram's `User`, as messages carry it."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}


class World:
    """The state and what happens to it; who talks to it over which door is not its business."""

    def __init__(
        self, token: str, username: str, first_name: str, now: datetime | None, local: bool = False
    ) -> None:
        chance = random.Random(token)
        self.chance = chance
        self.local = local
        self.bot = BotAccount(token, username, first_name)
        self.clock = Clock(now)
        self.events = Hub()
        self.faults = Faults()
        self.limits = Limits()
        self.tasks = Tasks()
        self.calls = CallLog(self.clock)
        self.updates = UpdateQueue(self.clock, self.faults, chance)
        self.files = FileStore(self.bot.id)
        self.taps = Taps(chance.randint(10**17, 9 * 10**17))
        self.commands = CommandBook()
        self.webhook: Webhook | None = None
        self.call_in_reply: Callable[[str, Json], Awaitable[None]] | None = None
        self.chats: dict[int, Chat] = {}
        self._next_person = chance.randint(5_000_000_000, 6_000_000_000)
        self._next_album = chance.randint(10**16, 9 * 10**16)

    # People

    def add_person(self, **fields: Any) -> Chat:
        """A new person with an empty chat."""
        self._next_person += self.chance.randint(1_000, 1_000_000)
        chat = Chat(Person(id=self._next_person, **fields))
        self.chats[chat.person.id] = chat
        self.events.emit("person", person=chat.person.as_json())
        return chat

    def album_id(self) -> str:
        """A new media_group_id."""
        self._next_album += 1
        return str(self._next_album)

    # Messages

    def keep(self, chat: Chat, message: Json) -> Json:
        """Gives a message its id, chat and date, puts it into the chat and tells who listens."""
        whole = {
            "message_id": chat.take_id(),
            "chat": chat.person.as_chat(),
            "date": self.clock.unix(),
            **message,
        }
        chat.messages[whole["message_id"]] = whole
        chat.touch(whole["message_id"])
        self.events.emit("message", person_id=chat.person.id, message=whole)
        return whole

    def change(self, chat: Chat, message: Json) -> Json:
        """Puts the edited message in the place of the old."""
        message["edit_date"] = self.clock.unix()
        chat.messages[message["message_id"]] = message
        chat.touch(message["message_id"])
        self.events.emit("edited", person_id=chat.person.id, message=message)
        return message

    def remove(self, chat: Chat, message_id: int) -> None:
        """Takes a message away from both sides."""
        del chat.messages[message_id]
        chat.touch(message_id)
        self.events.emit("deleted", person_id=chat.person.id, message_id=message_id)

    def say(self, chat: Chat, messages: list[Json]) -> list[Json]:
        """The person sends messages: they are kept and become updates."""
        chat.opened = True
        kept = [self.keep(chat, {"from": chat.person.as_user(), **message}) for message in messages]
        for message in kept:
            self.updates.push("message", message)
        return kept

    # Finding, with Telegram's refusals

    def chat_for_bot(self, raw_id: str) -> Chat:
        """The chat that a call names; 400 where there is none or its person never wrote."""
        if not raw_id.strip():
            raise bad_request("chat_id is empty")
        try:
            chat = self.chats.get(int(raw_id))
        except ValueError:
            chat = None
        if chat is None or not chat.opened:
            raise bad_request("chat not found")
        return chat

    def chat_to_write(self, raw_id: str) -> Chat:
        """The same, where the person can still be written to; else 403."""
        chat = self.chat_for_bot(raw_id)
        if chat.person.deactivated:
            raise forbidden("user is deactivated")
        if chat.person.blocked:
            raise forbidden("bot was blocked by the user")
        return chat
