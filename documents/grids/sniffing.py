"""What kind of file these bytes are, by what is in them: names are what people make of them."""

from __future__ import annotations

from enum import StrEnum

from core.kernel.errors import UnreadableFile
from documents.grids.archive import opened
from documents.grids.package import main_part
from documents.grids.text_encodings import utf_16_of


class Kind(StrEnum):
    """Formats that a plan is read from."""

    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    TEXT = "text"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF", b"8BPS")
_FOREIGN = (
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"\x7fELF",
    b"<!DOCTYPE",
    b"<html",
    b"<HTML",
    b"<?xml",
    b"ID3",
    b"OggS",
)


def kind_of(data: bytes) -> Kind:
    """The kind, or UnreadableFile with the sentence that helps: old formats, passwords, pictures."""
    head = data[:16]
    if not data.strip(b" \t\r\n\0"):
        raise UnreadableFile("file-unreadable")
    if head.startswith(b"PK\x03\x04"):
        return _of_archive(data)
    if head.startswith(_OLE):
        raise UnreadableFile("file-protected" if _ENCRYPTED in data else "file-old-format")
    if head.startswith(b"{\\rtf"):
        raise UnreadableFile("file-old-format")
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if head.startswith((*_PICTURES, *_FOREIGN)) or _is_binary(data[:4096]):
        raise UnreadableFile("file-kind-unknown")
    return Kind.TEXT


def _of_archive(data: bytes) -> Kind:
    with opened(data) as archive:
        found = main_part(archive)
    kind = found[1] if found else ""
    if kind.startswith(("wordprocessingml", "application/vnd.ms-word")):
        return Kind.DOCX
    if kind.startswith(("spreadsheetml", "application/vnd.ms-excel")) and ".binary." not in kind:
        return Kind.XLSX
    raise UnreadableFile("file-kind-unknown")


def _is_binary(sample: bytes) -> bool:
    """Text has no control characters but breaks and tabs, unless it is UTF-16."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return any(byte < 9 or 13 < byte < 32 for byte in sample) and utf_16_of(sample) is None
