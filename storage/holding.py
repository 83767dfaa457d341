"""One process talks to people on a database: it holds it, and a second one is refused in words.

What is held ends with its holder, however that ends: a lock of the operating system beside SQLite's file, a lock of the
session on PostgreSQL. No clock is asked, so none can be wrong. Reading, reminding and loading plans need no hold.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from pathlib import Path
from typing import Protocol

import structlog
from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from core.kernel.errors import DomainError
from storage.engine import url_of
from storage.private import make_folder

log = structlog.get_logger(__name__)

PATIENCE = 5.0
"""Seconds that a start waits for the process before it to end."""

_AGAIN = 0.2
_KEY = 0x6F72796E6461
"""The number of the lock on PostgreSQL, where each database has its own: "orynda" in ASCII."""

_KEEP_ALIVE = {"tcp_keepalives_idle": "10", "tcp_keepalives_interval": "5", "tcp_keepalives_count": "3"}
"""A holder whose machine is gone is given up by the server after half a minute."""


class Hold(Protocol):
    """The right to talk to people."""

    async def take(self) -> None:
        """Takes it, or looks whether it is still held. Raises DomainError `storage-held` where another process has it."""
        ...

    async def release(self) -> None: ...


def hold_of(url: str) -> Hold:
    """The hold on the database at a SQLAlchemy address, not taken yet."""
    address = url_of(url)
    if address.get_backend_name() == "sqlite":
        return FileHold(Path(address.database or "").resolve())
    return SessionHold(address)


async def take_patiently(hold: Hold, patience: float = PATIENCE) -> None:
    """Takes it within `patience` seconds. Raises DomainError `storage-held`."""
    end = time.monotonic() + patience
    while True:
        try:
            await hold.take()
            return
        except DomainError:
            if time.monotonic() > end:
                raise
        await asyncio.sleep(_AGAIN)


class FileHold:
    """A lock on a file beside the database, which stays there and says whose it is."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock")
        self._file: int | None = None

    async def take(self) -> None:
        if self._file is not None and self._is_there(self._file):
            return
        await self.release()
        make_folder(self._path.parent)
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(file)
            raise DomainError("storage-held") from error
        except BaseException:
            os.close(file)
            raise
        os.truncate(file, 0)
        os.pwrite(file, f"{os.getpid()}\n".encode(), 0)
        self._file = file

    def _is_there(self, file: int) -> bool:
        """Whether the file that is locked is still the one that others would lock: nobody has deleted it."""
        try:
            return os.path.samestat(os.fstat(file), self._path.stat())
        except FileNotFoundError:
            return False

    async def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


class SessionHold:
    """A lock of one connection, which is kept open for it alone."""

    def __init__(self, address: URL) -> None:
        settings = {"server_settings": {"application_name": "orynda, talks to people", **_KEEP_ALIVE}}
        self._engine = create_async_engine(
            address, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=settings
        )
        self._connection: AsyncConnection | None = None

    async def take(self) -> None:
        if self._connection is not None:
            try:
                await self._connection.execute(text("SELECT 1"))
                return
            except Exception as error:
                log.warning("hold lost", why=repr(error))
                # The server ended the session, and the lock with it: whoever comes first has it.
                await self._drop()
        connection = await self._engine.connect()
        try:
            taken = await connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _KEY})
            if not taken.scalar():
                raise DomainError("storage-held")
        except BaseException:
            await connection.close()
            raise
        self._connection = connection

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.invalidate()
            await connection.close()

    async def release(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
        await self._engine.dispose()
