"""The languages that people are spoken to in, and how each writes its numbers.

To add one, copy `locales/en`, translate it, and add its line to `SPOKEN`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

PluralForm = Literal["zero", "one", "two", "few", "many", "other"]
"""CLDR's names, which texts choose by: https://cldr.unicode.org/index/cldr-spec/plural-rules"""

_NBSP = "\u00a0"


def _one_or_other(count: int) -> PluralForm:
    return "one" if abs(count) == 1 else "other"


def _east_slavic(count: int) -> PluralForm:
    """1, 21, 101 день; 2, 3, 4, 22 дня; 0, 5, 11, 12, 20 дней."""
    last, teen = abs(count) % 10, 11 <= abs(count) % 100 <= 14
    if last == 1 and not teen:
        return "one"
    return "few" if last in (2, 3, 4) and not teen else "many"


@dataclass(frozen=True, slots=True)
class Language:
    """The marks of thousands and of decimals, and the plural form that goes with a whole number."""

    thousands: str
    point: str
    plural_of: Callable[[int], PluralForm]


SPOKEN = {
    "ru": Language(thousands=_NBSP, point=",", plural_of=_east_slavic),
    "kk": Language(thousands=_NBSP, point=",", plural_of=_one_or_other),
    "en": Language(thousands=",", point=".", plural_of=_one_or_other),
}
LANGUAGES = tuple(SPOKEN)
"""The languages that every text exists in; the first is shown to who speaks none of them."""

_READ_RUSSIAN = ("", "uk", "be", "ky", "uz", "tg", "tt")


def language_of(code: str | None) -> str:
    """The nearest of our languages to a phone's language code ("kk", "ru-KZ", "uk" …)."""
    base = (code or "").split("-")[0].lower()
    if base in LANGUAGES:
        return base
    return "ru" if base in _READ_RUSSIAN else "en"


def written_as(language: str) -> Language:
    """How the language writes numbers; as the first one does where nobody says."""
    return SPOKEN.get(language) or SPOKEN[LANGUAGES[0]]
