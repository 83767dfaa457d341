"""Bytes → text: UTF-8 and UTF-16 with their mark or without, and the 8-bit encodings that Russian and Kazakh were written
in, told apart by how their letters stand in words."""

from __future__ import annotations

import re

_MARK_16 = (b"\xff\xfe", b"\xfe\xff")
# In this order where the letters do not tell; the third is that of DOS, in which old exports still come.
_EIGHT_BIT = ("cp1251", "kz1048", "cp866", "koi8-r", "mac_cyrillic")
_SAMPLE = 20_000  # characters that tell the encoding
_KNOWN = "а-яёәғқңөұүһі"
_LETTERS = re.compile(f"[{_KNOWN}]", re.IGNORECASE)
# Letters of neither language, a capital inside a word, frames: signs that the bytes are read in the wrong encoding.
_STRANGE = re.compile(
    f"(?=[^\\W\\d_])[^A-Za-z{_KNOWN}{_KNOWN.upper()}]|(?<=[{_KNOWN}])[{_KNOWN.upper()}]|[\u2500-\u259f\ufffd¤¦]"
)
_PLAIN_16 = re.compile("[\t\n\r -~\u00a0-\u00ff\u0400-\u04ff\u2010-\u23ff\u25a0-\u27bf\uf020-\uf0ff]")
_SHORTEST_16 = 8  # characters


def decoded(data: bytes) -> str | None:
    """The text of the bytes; None where they are none that can be told."""
    if data.startswith(_MARK_16):
        return data.decode("utf-16", "replace")
    unmarked = utf_16_of(data)
    if unmarked:
        return data.decode(unmarked, "replace")
    return _utf_8(data) or _eight_bit(data)


def utf_16_of(data: bytes) -> str | None:
    """Which UTF-16 the bytes are though no mark says so, by their first characters; None for anything else."""
    sample = data[: 2 * _SAMPLE]
    sample = sample[: len(sample) // 2 * 2]
    if b"\0" not in sample:  # as blanks and figures have in it
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if len(text) >= _SHORTEST_16 and len(_PLAIN_16.findall(text)) >= 0.95 * len(text):
            return encoding
    return None


def _utf_8(data: bytes) -> str | None:
    """The text if it is UTF-8; a letter that was cut in two, or one byte gone wrong, does not make it another."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", "replace")
    sound = sum(c > "\x7f" and c != "\ufffd" for c in text)
    return text if text.count("\ufffd") * 20 <= sound else None


def _eight_bit(data: bytes) -> str | None:
    best: str | None = None
    fewest = _SAMPLE
    for encoding in _EIGHT_BIT:
        sample = data[:_SAMPLE].decode(encoding, "replace")
        strange = len(_STRANGE.findall(sample))
        if strange < fewest and len(_LETTERS.findall(sample)) * 2 >= sum(map(str.isalpha, sample)):
            best, fewest = encoding, strange
    return data.decode(best, "replace") if best else None
