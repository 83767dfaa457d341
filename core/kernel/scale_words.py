"""The words of scale, Russian, Kazakh and English, for all who read amounts; each takes those that it reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A power of ten in words. `full` is the beginning of its cases; Kazakh has words of its own for thousand alone."""

    power: int
    short: str
    full: str
    english: str
    short_english: tuple[str, ...]
    kazakh: tuple[str, ...] = ()


SCALES = (
    Scale(3, "тыс", "тысяч", "thousand", ("ths",), ("мың",)),
    Scale(6, "млн", "миллион", "million", ("mln", "mil", "mn")),
    Scale(9, "млрд", "миллиард", "billion", ("bln", "bn")),
    Scale(12, "трлн", "триллион", "trillion", ("trln",)),
)
PRINTED = "|".join(word for scale in SCALES[:3] for word in (scale.short, *scale.kazakh))
"""A pattern of the words that plans print beside a unit of money: тыс|мың|млн|млрд."""
