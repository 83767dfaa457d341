"""What reading one PDF may cost. A file of a few kilobytes can ask for hours and gigabytes: what is spent is counted
while it is read, by what costs time or memory, so that the answer does not hang on how fast the machine is."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from core.kernel.errors import UnreadableFile

MAX_PAGES = 400
MAX_OBJECTS = 150_000  # parts of a file, which are looked for one by one where its list of them is broken
_STREAM = 16 * 2**20  # bytes of one stream, unpacked
_UNPACKED = 64 * 2**20  # bytes of all streams
_DRAWN = 5 * 2**19  # bytes of drawing instructions followed, those of a form each time that it is drawn
_FORM = 1_000  # bytes that a form costs besides its own: its resources are looked up anew
_PREDICTED = 6 * 2**20  # bytes of one stream that are told from their neighbours: a slow way
_LETTERS = 350_000
_MARKS = 80_000  # lines and boxes
_SLOW_BYTES = 2**20  # bytes of a stream packed in a way that is slow to unpack
_PIECE = 2**16
_PREDICTOR = {"Colors": 1, "Columns": 1, "BitsPerComponent": 8}


class Budget:
    """What is left to spend on one file. Each method raises UnreadableFile where that is too little: file-bomb for
    what unpacks into too much, file-too-slow for what draws too much."""

    def __init__(self) -> None:
        self._unpacked, self._drawn, self._letters, self._marks = _UNPACKED, _DRAWN, _LETTERS, _MARKS

    def unpack(self, size: int) -> None:
        """A stream of so many bytes."""
        self._unpacked -= size
        if size > _STREAM or self._unpacked < 0:
            raise UnreadableFile("file-bomb")

    def draw(self, size: int) -> None:
        """Instructions of so many bytes are followed."""
        self._drawn -= size + _FORM
        if self._drawn < 0:
            raise UnreadableFile("file-too-slow")

    def letters(self, count: int) -> None:
        """So many letters are printed."""
        self._letters -= count
        if self._letters < 0:
            raise UnreadableFile("file-too-slow")

    def marks(self, count: int) -> None:
        """So many lines or boxes are drawn."""
        self._marks -= count
        if self._marks < 0:
            raise UnreadableFile("file-too-slow")


@contextmanager
def bounded(budget: Budget) -> Iterator[None]:
    """While it lasts, pdfminer's streams are unpacked within the budget: it has no bound of its own, and unpacks
    many a stream before anybody can ask for its size."""
    from pdfminer.pdftypes import PDFStream

    whole = PDFStream.decode

    def decode(stream: Any) -> None:
        stream.data = _unpacked(stream, budget)
        stream.rawdata = None

    setattr(PDFStream, "decode", decode)  # noqa: B010 - a method, which mypy lets nobody assign
    try:
        yield
    finally:
        setattr(PDFStream, "decode", whole)  # noqa: B010


def _unpacked(stream: Any, budget: Budget) -> bytes:
    """A stream's bytes, filter by filter; pictures stay packed."""
    data: bytes = stream.rawdata or b""
    if stream.decipher:
        data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
    for kind, params in stream.get_filters():
        data = _by_filter(getattr(kind, "name", ""), data)
        budget.unpack(len(data))
        if params and "Predictor" in params:
            data = _predicted(data, params)
    return data


def _by_filter(name: str, data: bytes) -> bytes:
    from pdfminer import ascii85, runlength

    if name in {"FlateDecode", "Fl"}:
        return _inflated(data)
    slow = {
        "LZW": _unwound,
        "RunLength": runlength.rldecode,
        "RL": runlength.rldecode,
        "ASCII85": ascii85.ascii85decode,
        "A85": ascii85.ascii85decode,
        "ASCIIHex": ascii85.asciihexdecode,
        "AHx": ascii85.asciihexdecode,
    }.get(name.removesuffix("Decode"))
    if slow and len(data) > _SLOW_BYTES:
        raise UnreadableFile("file-bomb")
    return slow(data) if slow else data


def _inflated(data: bytes) -> bytes:
    """As far as the data is sound, as people's viewers show it."""
    inflater = zlib.decompressobj()
    found = bytearray()
    try:
        for at in range(0, len(data), _PIECE):
            found += inflater.decompress(data[at : at + _PIECE], _STREAM + 1 - len(found))
            if len(found) > _STREAM:
                raise UnreadableFile("file-bomb")
    except zlib.error:
        return bytes(found)
    return bytes(found)


def _unwound(data: bytes) -> bytes:
    from pdfminer.lzw import LZWDecoder

    found = bytearray()
    for part in LZWDecoder(BytesIO(data)).run():
        found += part
        if len(found) > _STREAM:
            raise UnreadableFile("file-bomb")
    return bytes(found)


def _predicted(data: bytes, params: dict[str, Any]) -> bytes:
    """Bytes that are told from their neighbours."""
    from pdfminer.pdftypes import int_value
    from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

    kind = int_value(params["Predictor"])
    if kind == 1:
        return data
    if len(data) > _PREDICTED:
        raise UnreadableFile("file-bomb")
    colors, columns, bits = (int_value(params.get(k, d)) for k, d in _PREDICTOR.items())
    if kind == 2:
        return apply_tiff_predictor(colors, columns, bits, data)
    return apply_png_predictor(kind, colors, columns, bits, data)
