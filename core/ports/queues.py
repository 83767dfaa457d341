"""What keeps the conversation through a crash: updates that came in, messages to go out, cards, small facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Protocol, Self

from pydantic import BaseModel, ConfigDict

from core.model.cards import Card


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True)


class Incoming(_Row):
    """A raw update as Telegram gave it: kept before it is acknowledged. `payload` is its JSON text."""

    update_id: int
    person_id: int | None
    payload: str
    received_at: datetime
    tries: int = 0


class Outgoing(_Row):
    """A message that nobody waits for: `key` is unique, so that the same thing is said once.

    `kind` and `args` say what to render at the moment of sending. States: waiting → calling → sent, or failed;
    one that was being called when the process died is unknown until its kind decides.
    """

    id: int
    key: str
    kind: str
    person_id: int
    args: dict[str, Any] = {}
    not_before: datetime
    tries: int = 0
    state: str = "waiting"


class OutgoingArgs(BaseModel):
    """The arguments of the kind that is named in `class Returned(OutgoingArgs, kind="returned")`.

    Rows outlive an update of the program: a field that comes later has a default, one that goes is passed over.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    kind: ClassVar[str] = ""

    def __init_subclass__(cls, *, kind: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if kind:
            cls.kind = kind

    @classmethod
    def of(cls, row: Outgoing) -> Self:
        """The arguments of a row. Raises ValueError where it is of another kind, or lacks what is needed."""
        if row.kind != cls.kind:
            raise ValueError(f"{row.kind!r} is not {cls.kind!r}")
        return cls.model_validate(row.args)

    def kept(self) -> dict[str, Any]:
        """As a row keeps them."""
        return self.model_dump(mode="json", exclude_unset=True)


class CardStore(Protocol):
    async def save(self, card: Card) -> None: ...
    async def shown(self, shown: Sequence[tuple[int, int, int]]) -> None:
        """(person, version, message): Telegram has them; clears the mark where the version is still that one."""
        ...

    async def stale(self) -> list[Card]: ...


class InboxStore(Protocol):
    async def keep(self, updates: Sequence[Incoming]) -> list[Incoming]:
        """Keeps them; → those that were not there before, in order."""
        ...

    async def waiting(self) -> list[Incoming]:
        """What is kept and not done, in order of arrival."""
        ...

    async def is_waiting(self, update_id: int) -> bool: ...
    async def recent(self, person_id: int) -> list[str]:
        """The payloads of what a person sent lately, the newest first."""
        ...

    async def done(self, update_id: int) -> None: ...
    async def failed(self, update_id: int, error: str, set_aside_after: int = 3) -> bool:
        """Counts a try; True where the update is now set aside."""
        ...

    async def prune(self, before: datetime) -> int: ...


class OutboxStore(Protocol):
    async def put(
        self, key: str, kind: str, person_id: int, args: Mapping[str, Any], not_before: datetime
    ) -> bool:
        """Queues a message once for its key; False where the key was taken (so a claim is a put)."""
        ...

    async def has(self, key: str) -> bool:
        """Whether something was queued under that key, sent meanwhile or not."""
        ...

    async def claim(
        self, now: datetime, *, only: Collection[str] | None = None, but: Collection[str] = ()
    ) -> Outgoing | None:
        """The next one that may be sent, of these kinds alone or of all `but` those, marked as being called."""
        ...

    async def sent(self, outgoing_id: int, at: datetime, message_id: int | None) -> None: ...
    async def failed(self, outgoing_id: int, error: str) -> None: ...
    async def retry(self, outgoing_id: int, not_before: datetime) -> None: ...
    async def unknown(self) -> list[Outgoing]:
        """Those that were being called when a process died."""
        ...

    async def last_messages(self, person_id: int, kind: str, most: int) -> list[int]:
        """The messages that the last ones of that kind were sent as, the newest first."""
        ...

    async def next_at(
        self, *, only: Collection[str] | None = None, but: Collection[str] = ()
    ) -> datetime | None:
        """When the earliest waiting one of these kinds may be sent."""
        ...

    async def prune(self, before: datetime) -> int:
        """Forgets what was sent, or failed and was due, before that moment; → how many."""
        ...


class NotesStore(Protocol):
    """Small facts of the program itself, by name (where the virtual clock stood, for one)."""

    async def read(self, name: str) -> str | None: ...
    async def write(self, name: str, value: str) -> None: ...
