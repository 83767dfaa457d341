"""Files on disk under the SHA-256 of their bytes: ab/cdef…, written once and never changed."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import tempfile
from pathlib import Path

from core.kernel.errors import Missing
from storage.private import make_folder

_SHA256 = re.compile(r"[0-9a-f]{64}")


class DiskFiles:
    """core.ports.unit_of_work.Files in a folder. All disk work is done in a thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep(self, content: bytes) -> str:
        """Writes the bytes so that they outlive a power cut; → their SHA-256 in hex. The same are kept once."""
        return await asyncio.to_thread(self._keep, content)

    async def read(self, sha256: str) -> bytes:
        """The bytes. Raises Missing (`file-missing`)."""
        return await asyncio.to_thread(self._read, sha256)

    def path(self, sha256: str) -> Path:
        """Where those bytes lie. Raises Missing where that is no SHA-256."""
        if not _SHA256.fullmatch(sha256):
            raise Missing("file-missing")
        return self._folder / sha256[:2] / sha256[2:]

    def _keep(self, content: bytes) -> str:
        sha256 = hashlib.sha256(content).hexdigest()
        target = self.path(sha256)
        if not target.exists():
            _make_folder(target.parent)
            write_durably(target, content)
        return sha256

    def _read(self, sha256: str) -> bytes:
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise Missing("file-missing") from None


def write_durably(target: Path, content: bytes) -> None:
    """Puts the bytes there whole or not at all: a temporary file (0600), flushed to disk, then renamed."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    flush_folder(target.parent)


def flush_folder(folder: Path) -> None:
    """Makes new names in the folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_output(target: Path, content: bytes) -> None:
    """Writes what was asked for as a file, whole or not at all; what is no file (a terminal, a pipe) is written to."""
    if target.exists() and not target.is_file():
        target.write_bytes(content)
    else:
        write_durably(target.resolve(), content)


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        make_folder(folder)
        flush_folder(folder.parent)
