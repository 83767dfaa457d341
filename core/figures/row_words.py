"""Whether a word is one of those that a row prints, in whatever case: "специалистов" of "Обучение специалистов".

Endings of nouns alone are taken off: "обучим" and "обученных" are other words than "обучение". A Kazakh genitive or
ablative is none either, since it tells out of how many ("40 мектептен").
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.kernel.text import flat

_LEAST = 3
_RUSSIAN = re.compile(
    r"(?:иями|ями|ами|ого|его|иях|иям|ях|ах|ям|ам|ов|ев|ей|ий|ый|ой|ом|ых|их|ая|яя|ое|ее|ые|ие|ия|ию|ии|[аяоеыиуюь])$"
)
_KAZAKH = re.compile(r"(?:[лдт][ае]р)?(?:ымыз|имиз|сы|си|ы|и)?(?:[ндт][аеыи]|н)?$")
_ENGLISH = re.compile(r"(?:ies|es|s|y)$")
_ENGLISH_S = re.compile(r"(?<=e)s$")
_OUT_OF = re.compile(r"[ндт][аеыи]н$")
_VERB = re.compile(r"(?:ть|ти|тся|ться|[ие]м|[ие]шь)$|(?:ут|ют|ат|ят|ет|ит)$")


def is_of(word: str, row: str) -> bool:
    """Whether a word is one of the words of `row`, as a noun or an adjective."""
    plain = flat(word)
    if _OUT_OF.search(plain):
        return False
    if _VERB.search(plain):
        return plain in _stems_of(row) and plain.endswith("т")  # "кабинет"
    return not _stems(plain).isdisjoint(_stems_of(row))


@lru_cache(maxsize=512)
def _words_of(row: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", flat(row)))


@lru_cache(maxsize=512)
def _stems_of(row: str) -> frozenset[str]:
    return frozenset(stem for word in _words_of(row) for stem in _stems(word))


def _stems(word: str) -> frozenset[str]:
    """What may be left of a word without its ending, in each language; three letters at least."""
    stems = (word, *(ending.sub("", word, count=1) for ending in (_RUSSIAN, _KAZAKH, _ENGLISH, _ENGLISH_S)))
    return frozenset(s for s in stems if len(s) >= _LEAST)
