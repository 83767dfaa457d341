"""Opening the zip that a DOCX or XLSX is, without trusting it: bombs are refused before anything is parsed."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from weakref import WeakKeyDictionary

from core.kernel.errors import UnreadableFile

# A plan of 20 000 rows is about 40 MB of XML; repetitive tables shrink up to a hundredfold.
MAX_TOTAL = 150 * 2**20
MAX_PART = 80 * 2**20
MAX_RATIO = 250
MAX_PARTS = 5_000
# Parts that are read whole say how the others hang together: the largest, styles, have some megabytes.
MAX_WHOLE = 16 * 2**20
MAX_TAGS = 400_000
_DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY")
_names: WeakKeyDictionary[zipfile.ZipFile, dict[str, str]] = WeakKeyDictionary()  # stored names by plain ones


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive. Raises UnreadableFile: file-bomb for what grows too large, file-unreadable for a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive.infolist(), len(data))
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise UnreadableFile("file-unreadable") from error


def _check(parts: list[zipfile.ZipInfo], size: int) -> None:
    total = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or total > MAX_TOTAL or any(p.file_size > MAX_PART for p in parts):
        raise UnreadableFile("file-bomb")
    if total > 5 * 2**20 and total > MAX_RATIO * max(size, 1):
        raise UnreadableFile("file-bomb")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile("file-protected")


class XmlPart(io.RawIOBase):
    """A part being read: stops at its size limit and at a document type, which office files never have."""

    def __init__(self, source: IO[bytes]) -> None:
        super().__init__()
        self._source = source
        self._read = 0
        self._tail = b""

    def read(self, size: int = -1) -> bytes:
        chunk = self._source.read(65_536 if size < 0 else size)
        self._read += len(chunk)
        # Zero bytes go, so that the words are seen in UTF-16 too.
        seen = self._tail + (chunk.replace(b"\0", b"") if b"\0" in chunk else chunk)
        if self._read > MAX_PART or any(word in seen for word in _DOCTYPE):
            raise UnreadableFile("file-bomb")
        self._tail = seen[-16:]
        return chunk

    def readable(self) -> bool:
        return True


@contextmanager
def part(archive: zipfile.ZipFile, name: str) -> Iterator[XmlPart]:
    """A part of the archive, guarded. Raises KeyError if it is not there."""
    with archive.open(found_part(archive, name) or name) as source:
        yield XmlPart(source)


def plain_name(name: str) -> str:
    """A part's name as it is compared: names differ by neither case nor kind of slash (ECMA-376, part 2, 6.2.2.3)."""
    return name.replace("\\", "/").lstrip("/").lower()


def found_part(archive: zipfile.ZipFile, name: str) -> str | None:
    """The part of this name as the archive writes it; None where there is none."""
    if name in archive.NameToInfo:
        return name
    if archive not in _names:
        _names[archive] = {plain_name(stored): stored for stored in reversed(archive.namelist())}
    return _names[archive].get(plain_name(name))


def whole_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """A small part's bytes, guarded. Raises KeyError, and UnreadableFile where it is too large to be read whole."""
    with part(archive, name) as source:
        body = bytearray()
        while chunk := source.read(2**20):
            body += chunk
            if len(body) > MAX_WHOLE:
                raise UnreadableFile("file-bomb")
    return bytes(body)


def parsed_part(archive: zipfile.ZipFile, name: str) -> ET.Element:
    """A small part's root. Raises as `whole_part`, and UnreadableFile where it is no XML."""
    body = whole_part(archive, name)
    if body.count(b"<") > MAX_TAGS:
        raise UnreadableFile("file-bomb")
    try:
        return ET.fromstring(body)
    except (ET.ParseError, LookupError) as error:
        raise UnreadableFile("file-unreadable") from error
