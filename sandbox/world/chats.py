"""People and their private chats with the bot. A message is Telegram's `Message` object, a plain dict."""

import asyncio
from collections import OrderedDict
from dataclasses import asdict, dataclass
from typing import Any

Json = dict[str, Any]


@dataclass
class Person:
    """Someone with a phone; a private chat's id is the person's id."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    blocked: bool = False
    deactivated: bool = False
    note: str | None = None  # who this is, in a word for the page; the bot never hears of it

    def as_json(self) -> Json:
        """The shape of the people's door."""
        return asdict(self)

    def _names(self) -> Json:
        named = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {key: value for key, value in named.items() if value}

    def as_user(self) -> Json:
        """Telegram's `User`."""
        user = {"id": self.id, "is_bot": False, **self._names()}
        return {**user, "language_code": self.language} if self.language else user

    def as_chat(self) -> Json:
        """Telegram's `Chat` of the private chat."""
        return {"id": self.id, **self._names(), "type": "private"}


class Chat:
    """The messages of one person, with a revision that rises at every change so that readers can wait for it."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.messages: dict[int, Json] = {}
        self.opened = False  # until the person first writes, the bot cannot find the chat
        self.keyboard: Json | None = None
        self.revision = 0
        self._next_id = 1
        self._changes: OrderedDict[int, int] = OrderedDict()
        self._waiters: set[asyncio.Future[None]] = set()

    def take_id(self) -> int:
        """The next message id; they rise and are never used again."""
        self._next_id += 1
        return self._next_id - 1

    def touch(self, message_id: int | None = None) -> None:
        """Notes a change of a message (or of the chat itself) and wakes who waits."""
        self.revision += 1
        if message_id is not None:
            self._changes[message_id] = self.revision
            self._changes.move_to_end(message_id)
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)

    def changes_after(self, revision: int) -> tuple[list[Json], list[int]]:
        """Messages new or edited after `revision` (by id), and ids of deleted ones."""
        changed = []
        for message_id, at in reversed(self._changes.items()):
            if at <= revision:
                break
            changed.append(message_id)
        changed.sort()
        shown = [self.messages[i] for i in changed if i in self.messages]
        return shown, [i for i in changed if i not in self.messages]

    async def wait_after(self, revision: int, seconds: float) -> None:
        """Returns once the chat has changed after `revision`, or when the time is over."""
        if self.revision > revision or seconds <= 0:
            return
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            await asyncio.wait_for(waiter, seconds)
        except TimeoutError:
            return
        finally:
            self._waiters.discard(waiter)
