"""Abbreviations that a document spells out in a list of its own: "МЗ – Министерство здравоохранения"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from core.kernel.text import dashes, one_line

_LIST = re.compile(r"(?:аббревиатур|сокращени|қысқарт|расшифровк|abbreviations)[^:\n]*[:\n]?", re.IGNORECASE)
_PAIR = re.compile(
    r"(?P<short>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][A-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі0-9]{0,11}(?: [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8})?)"
    r"\s*(?:-|:|=)\s+(?P<long>[^;\n]{4,160})"
)
_SEPARATORS = re.compile(r"[;\n]|,\s*(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,12}(?: [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8})?\s+[-:=]\s)")


def read_abbreviations(texts: Iterable[str]) -> dict[str, str]:
    """Abbreviation → what it stands for, from the texts of a document in reading order.

    A list begins with its name («Примечание: расшифровка аббревиатур:») and goes on while lines are pairs; a dash
    in an ordinary sentence is none.
    """
    found: dict[str, str] = {}
    listing = False
    for text in texts:
        named = _LIST.search(text)
        if not (named or listing):
            continue
        pairs = _pairs(text[named.end() :] if named else text)
        listing = bool(named or pairs)
        for short, long in pairs:
            found.setdefault(short, long)
    return found


def read_legend(texts: Iterable[str], letters: Collection[str]) -> dict[str, str]:
    """What the stage letters of a plan stand for: "R – разработка требований, F – разработка, D – внедрение".

    A legend has no heading of its own, so a text is one only where it spells out two of the letters at least.
    """
    if len(letters) < 2:
        return {}
    one = "|".join(re.escape(letter) for letter in sorted(letters, key=len, reverse=True))
    pair = re.compile(rf"(?<!\w)({one})\s*[-:=]\s*(.+?)(?=[\s,;.(]+(?:{one})\s*[-:=]\s|[;\n]|$)")
    for text in texts:
        found = {m[1]: m[2].strip(" .,;()") for m in pair.finditer(dashes(text))}
        if len(found) > 1 and all(found.values()):
            return found
    return {}


def _pairs(text: str) -> list[tuple[str, str]]:
    found = []
    for part in _SEPARATORS.split(dashes(text)):
        match = _PAIR.fullmatch(one_line(part).strip(" .:,"))
        if match and sum(c.isupper() for c in match["short"]) >= 2:
            found.append((match["short"], match["long"].strip(" .,")))
    return found
