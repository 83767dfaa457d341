"""Which letter a font prints: by its map to Unicode; of symbol fonts, which have none, the ticks and crosses."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_UNKNOWN = re.compile(r"\(cid:\d+\)")
_LIGATURES = range(0xFB00, 0xFB07)  # "ﬁ" as its letters
_PRIVATE = range(0xE000, 0xF900)  # letters that every font means otherwise

_BULLET = "•"
_TICKS = {
    "wingdings2": {0x50: "✓", 0x52: "☑", 0x4F: "✗", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0x55: "✗", 0x56: "✗", 0xA3: "☐"},
    "wingdings3": {},
    "wingdings": {0xFC: "✓", 0xFE: "☑", 0xFB: "✗", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x6C: "●", 0x6E: "■", 0xA7: _BULLET, 0x9F: _BULLET, 0x76: _BULLET, 0xD8: _BULLET},
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■"},
    "zapfdingbats": {0x33: "✓", 0x34: "✔", 0x35: "✗", 0x36: "✗", 0x37: "✗", 0x38: "✗", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐"},
    "symbol": {0xB7: _BULLET, 0xD6: "✓"},
}  # fmt: skip
"""What symbol fonts print under a code, where that can be a cell's whole content."""


def printed(font: Any, cid: int) -> str | None:
    """The text that a font of pdfminer prints for a code; None where nothing tells it."""
    from pdfminer.pdffont import PDFUnicodeNotDefined

    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        text = ""
    symbols = _symbols(str(getattr(font, "fontname", "")))
    if symbols is not None:
        return _symbol(symbols, text, cid)
    if not text or _UNKNOWN.fullmatch(text) or any(ord(char) in _PRIVATE or char == "\0" for char in text):
        return None
    if text.isspace():
        return " "
    if ord(text[0]) in _LIGATURES:
        return unicodedata.normalize("NFKC", text)
    return str(text)


def _symbols(name: str) -> dict[int, str] | None:
    plain = re.sub(r"[^a-z0-9]", "", name.rpartition("+")[2].lower())
    return next((codes for font, codes in _TICKS.items() if plain.startswith(font)), None)


def _symbol(codes: dict[int, str], text: str, cid: int) -> str | None:
    """By the code that the text stands for, in the private area or as a plain letter; else by the font's own."""
    if len(text) == 1:
        code = ord(text) - 0xF000 if ord(text) in _PRIVATE else ord(text)
        if code in codes:
            return codes[code]
        if ord(text) not in _PRIVATE and (code > 0xFF or codes is _TICKS["symbol"]):
            return text
    return codes.get(cid) or (_BULLET if text else None)
