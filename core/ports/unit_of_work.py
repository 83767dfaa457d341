"""What the rules need from the outside, as small protocols: the clock, the texts, the calendar and the stores.

Stores are reached through a unit of work: everything done in one `async with` is one transaction, committed on a
clean exit and rolled back on any exception. All times are aware and in UTC; days are days of the plan's zone.
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from typing import Protocol

from core.ports.queues import CardStore, InboxStore, NotesStore, OutboxStore
from core.ports.repositories import (
    EvidenceStore,
    InvitationStore,
    JournalStore,
    ObligationStore,
    PeopleStore,
    PlanStore,
    RequestStore,
    SubstitutionStore,
)


class Clock(Protocol):
    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        ...


class Texts(Protocol):
    def __call__(self, language: str, message_id: str, /, **args: object) -> str:
        """The text of that id in that language; figures go in already formatted, counts as integers."""
        ...


class WorkingDays(Protocol):
    def is_working_day(self, day: date) -> bool:
        """Whether the day is worked in Kazakhstan, moved days off included."""
        ...


class Work(Protocol):
    """One transaction's stores."""

    @property
    def people(self) -> PeopleStore: ...
    @property
    def substitutions(self) -> SubstitutionStore: ...
    @property
    def invitations(self) -> InvitationStore: ...
    @property
    def plans(self) -> PlanStore: ...
    @property
    def obligations(self) -> ObligationStore: ...
    @property
    def requests(self) -> RequestStore: ...
    @property
    def evidence(self) -> EvidenceStore: ...
    @property
    def cards(self) -> CardStore: ...
    @property
    def inbox(self) -> InboxStore: ...
    @property
    def outbox(self) -> OutboxStore: ...
    @property
    def journal(self) -> JournalStore: ...
    @property
    def notes(self) -> NotesStore: ...


class Storage(Protocol):
    def begin(self) -> AbstractAsyncContextManager[Work]:
        """A transaction that may write."""
        ...

    def read(self) -> AbstractAsyncContextManager[Work]:
        """A consistent look that writes nothing."""
        ...

    async def close(self) -> None: ...


class Files(Protocol):
    """Bytes on disk under their SHA-256."""

    async def keep(self, content: bytes) -> str:
        """Writes the bytes durably; → their SHA-256 in hex. The same bytes are kept once."""
        ...

    async def read(self, sha256: str) -> bytes:
        """The bytes. Raises core.kernel.errors.Missing."""
        ...
