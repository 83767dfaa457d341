"""Folding of text for comparison: one alphabet, one case, no marks that a reader does not see.

Plans hide Latin letters in Russian words ("Cоздание", "КРІ"), soft hyphens and direction marks; people
type either. What is shown is `clean`; what is compared is `fold`. Nothing here changes what is stored.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_LATIN = "ABCEHKMOPTXYaceopxyIi"
_CYRILLIC = "АВСЕНКМОРТХУасеорхуІі"
_LOOKALIKE = str.maketrans(_LATIN, _CYRILLIC)
# Zero-width characters, direction marks, the byte order mark and the soft hyphen.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BLANKS = re.compile(r"[^\S\n]+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_QUOTES = str.maketrans(dict.fromkeys("«»\"“”„‟‘’'`", None))
_KAZAKH = str.maketrans("ёәғқңөұүһі", "еагкноууhи")
# In one go: a pass for each is most of the time that folding takes.
_FOLDED = _LOOKALIKE | _DASHES | _QUOTES | str.maketrans("Ёё", "Ее")


def clean(text: str) -> str:
    """Text as shown: no unseen characters, single spaces, no blank lines; line breaks are kept."""
    if _is_plain(text):
        return text
    text = _CONTROL.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text.replace("\r", "\n"))))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _is_plain(text: str) -> bool:
    """Whether there is nothing to clean: most cells of most tables."""
    spaced = "  " not in text and text[:1] != " " and text[-1:] != " "
    return spaced and text.isprintable() and unicodedata.is_normalized("NFC", text)


def one_line(text: str) -> str:
    """`clean` text with its line breaks as spaces."""
    return text if _is_plain(text) else " ".join(clean(text).split())


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_FOLDED).lower()
    return " ".join(text.split()).strip(" .;,:")


def fold(text: str) -> str:
    """Text as compared: Cyrillic for look-alikes, lower case, plain dashes, no quotes, no closing stops.

    Words stay apart by single spaces.
    """
    return _folded(text) if len(text) <= 500 else _folded.__wrapped__(text)


def flat(text: str) -> str:
    """Text in lower case as it is typed on a keyboard without the Kazakh letters: "жүзеге" → "жузеге"."""
    return text.lower().translate(_KAZAKH)


@cache
def whole_words(pattern: str) -> re.Pattern[str]:
    """What finds words of a pattern in a `flat` text, whole ones alone; built when it is first asked for."""
    return re.compile(rf"(?<!\w)(?:{flat(pattern)})(?!\w)", re.IGNORECASE)


def dashes(text: str) -> str:
    """The text with every kind of dash and minus as "-"."""
    return text if text.isascii() else text.translate(_DASHES)


def near(one: str, other: str, most: int = 1) -> bool:
    """Whether two folded words differ by at most `most` letters changed, lost, added or swapped."""
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        previous, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most
