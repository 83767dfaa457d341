"""Whether two printings are one indicator: one number, nearly one wording, and no figure that says otherwise (domain, §1)."""

from __future__ import annotations

import re

from core.kernel.text import fold
from core.plan.model import Indicator

_STEM = 5  # letters that a word keeps in all its cases
_FEW = 4  # words from which on one more or less is still the same title
_JOINING = 3  # letters of words that only join others


def is_nearly(one: Indicator, other: Indicator) -> bool:
    """Whether a heading and a row print one indicator in two wordings; the same wording is not asked about here."""
    if one.number is None or one.number != other.number:
        return False
    if any(other.values[period] != value for period, value in one.values.items() if period in other.values):
        return False
    words, others = _words(one), _words(other)
    if not words or not others or _figures(one.title) != _figures(other.title):
        return False
    if one.unit and other.unit and _figures(one.unit) != _figures(other.unit):
        return False
    apart = words ^ others
    return not apart or (len(apart) == 1 and len(words & others) >= _FEW)


def _words(indicator: Indicator) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"[^\W\d_]+", fold(indicator.title)) if len(word) > _JOINING}


def _figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))
