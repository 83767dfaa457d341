"""The months in Russian, Kazakh and English, for all who read days; each takes the forms that it reads."""

from __future__ import annotations

from dataclasses import dataclass

_SOFT, _HARD, _MAY = ("ь", "я", "е", "ю", "ем"), ("", "а", "е", "у", "ом"), ("й", "я", "е", "ю", "ем")
# How Kazakh letters are typed on a keyboard that lacks them.
_FLAT = str.maketrans({"қ": "[қк]", "ң": "[ңн]", "ә": "[әа]", "і": "[іи]", "ү": "[үу]"})


@dataclass(frozen=True, slots=True)
class Month:
    """A month's names, in small letters, without the dot of what is shortened."""

    stem: str
    endings: tuple[str, ...]
    short: tuple[str, ...]
    kazakh: str
    english: str
    short_english: tuple[str, ...]

    @property
    def russian(self) -> tuple[str, ...]:
        """Nominative, genitive, then the other cases: январь, января, январе …"""
        return tuple(self.stem + ending for ending in self.endings)

    @property
    def kazakh_as_typed(self) -> str:
        """A pattern of the Kazakh name with or without its own letters: сәуір, сауир."""
        return self.kazakh.translate(_FLAT)


MONTHS = (
    Month("январ", _SOFT, ("янв",), "қаңтар", "january", ("jan",)),
    Month("феврал", _SOFT, ("фев", "февр"), "ақпан", "february", ("feb",)),
    Month("март", _HARD, ("мар",), "наурыз", "march", ("mar",)),
    Month("апрел", _SOFT, ("апр",), "сәуір", "april", ("apr",)),
    Month("ма", _MAY, (), "мамыр", "may", ()),
    Month("июн", _SOFT, ("июн",), "маусым", "june", ("jun",)),
    Month("июл", _SOFT, ("июл",), "шілде", "july", ("jul",)),
    Month("август", _HARD, ("авг",), "тамыз", "august", ("aug",)),
    Month("сентябр", _SOFT, ("сен", "сент"), "қыркүйек", "september", ("sep", "sept", "sepember")),
    Month("октябр", _SOFT, ("окт",), "қазан", "october", ("oct",)),
    Month("ноябр", _SOFT, ("ноя", "нояб"), "қараша", "november", ("nov",)),
    Month("декабр", _SOFT, ("дек",), "желтоқсан", "december", ("dec",)),
)
"""In the order of the year; the number of a month is its place, from 1. "sepember" is a slip of the hand."""
