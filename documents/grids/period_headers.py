"""Periods in headers: "1 кв.", "II тоқсан", "2026-2030 год", "2023 год / Финансирование", "қаңтар"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.kernel.month_names import MONTHS
from core.kernel.scale_words import PRINTED
from core.kernel.text import fold

_ORDINALS = {
    "і": 1, "іі": 2, "ііі": 3, "іv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "первый": 1, "второй": 2, "третий": 3,
    "четвертый": 4, "первое": 1, "второе": 2, "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4,
}  # fmt: skip
_NUMBER = (
    r"(?P<n>ііі|іі|іv|і|[1-4]|первый|второй|третий|четвертый|первое|второе|бірінші|екінші|үшінші|төртінші)"
)
_SUFFIX = r"(?:-?(?:й|ый|ой|ий|е|ое|ші|шы|ыншы|інші))?"
_QUARTER = re.compile(
    rf"\b{_NUMBER}{_SUFFIX}[ -]*(?:кв\b\.?|квартал\w*|тоқсан\w*)|\b(?:квартал|кв\.?|тоқсан|q)[ -]?{_NUMBER.replace('?P<n>', '?P<m>')}\b"
)
_HALF = re.compile(rf"\b{_NUMBER}{_SUFFIX}[ -]*(?:полугоди\w*|жартыжылды\w*|п/г)")
_RANGE = re.compile(r"\b((?:19|20)\d\d) ?(?:г\w*\.? ?|ж\w*\.? ?)?- ?((?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)(?!\d)")
_SLIPS = {"март": ("мара",), "сентябр": ("сенябрь", "сенября"), "ноябр": ("ноярь", "нояря")}
_MONTHS = tuple(
    "|".join(
        (
            *m.russian[:2],
            *m.short,
            m.kazakh,
            m.kazakh[:3],
            m.english,
            *m.short_english,
            *_SLIPS.get(m.stem, ()),
        )
    )
    for m in MONTHS
)
_MONTH = [re.compile(rf"\b(?:{words})\b") for words in _MONTHS]
_FILLERS = re.compile(
    r"\b(?:год\w*|г|гг|жыл\w*|ж|жж|план\w*|цел\w*|значени\w*|финансирован\w*|қаржыландыру\w*|сумма|объем\w*|"
    + PRINTED
    + r"|"
    r"тг|тенге|теңге|факт\w*|оценка|прогноз|по|на|за|этап\w*|всего|показател\w*|мақсат\w*|итог\w*|в|и|том|числе|жоспар\w*|нақты|"
    r"бағалау|болжам|баз\w*|отчет\w*|квартал\w*|тоқсан\w*|полугоди\w*|жартыжылд\w*|месяц\w*|ай|айы)\b"
)
_MONTHS_TOLD = re.compile(rf"\(\s*(?:{'|'.join(_MONTHS)})\.?\s*(?:[-,и]\s*(?:{'|'.join(_MONTHS)})\.?\s*)*\)")
"""Which months a quarter has, behind it in brackets: "I квартал (январь-март)"."""
_ENGLISH_MONTHS = tuple(
    re.compile(rf"\b(?:{'|'.join((m.english, *m.short_english))})\b\.?", re.IGNORECASE) for m in MONTHS
)
_ENGLISH = tuple(
    (re.compile(words, re.IGNORECASE), russian)
    for words, russian in (
        (r"\b(?:q(?:tr|uarter)?\.?\s*([1-4])|([1-4])(?:st|nd|rd|th)?\s+quarter)\b", r"\1\2 квартал"),
        (r"\b(?:first|second|third|fourth)\s+quarter\b", None),
        (r"\bh\s*([12])\b|\b([12])(?:st|nd)\s+half\b", r"\1\2 полугодие"),
        (
            r"\b(?:target|planned|plan|baseline|actual|budget|total|milestone|value|estimate|forecast|costs?|amount|usd|eur|kzt|year|fy|cy)\b",
            " ",
        ),
    )
)
# "План на год", "Всего": the whole year beside its parts. Its code is the plan's year.
WHOLE_YEAR = "Y"
PARTS = "QHMY"  # how the code of a part begins that has no year
_WHOLE = re.compile(
    r"(?:(?:годовой|жылдық) )?(?:план|жоспар|всего|итого|барлығы)?,? ?(?:на|за|в)? ?(?:весь )?(?:год|жылға|жылдық)(?: всего| барлығы)?"
    r"|годовой (?:план|объем)|жылдық (?:жоспар|көлем)"
)
_BARE = re.compile(r"(ііі|іі|іv|і|[1-4])")


@dataclass(frozen=True, slots=True)
class HeaderPeriod:
    """A period in one header cell; `year` alone, or a part of a year whose year may stand above it."""

    year: int | None = None
    until: int | None = None
    part: str | None = None  # "Q1", "H2", "M07"

    def code(self) -> str | None:
        """`2024-Q1`, `2024`, `2026-2030`; a part without its year stays a part (`Q1`)."""
        if self.until:
            return f"{self.year}-{self.until}"
        if self.part and self.year and self.part != WHOLE_YEAR:
            return f"{self.year}-{self.part}"
        return str(self.year) if self.year and self.part in {None, WHOLE_YEAR} else self.part


@lru_cache(maxsize=5_000)
def period_in(header: str) -> HeaderPeriod | None:
    """The period that a header cell is; None where it is something else that mentions one."""
    text = fold(_in_russian(header))
    if len(text) > 60:
        return None
    if _WHOLE.fullmatch(text):
        return HeaderPeriod(part=WHOLE_YEAR)
    rest, part = _take_part(text)
    if part and part[0] in "QH":
        rest = _MONTHS_TOLD.sub(" ", rest)
    again, same = _take_part(rest) if part else (rest, None)
    if same == part:
        rest = again  # "1 полугодие / H1" says one twice
    year = until = None
    if spanning := _RANGE.search(rest):
        year, until = int(spanning[1]), int(spanning[2])
        rest = _RANGE.sub(" ", rest, count=1)
    elif single := _YEAR.search(rest):
        year = int(single[1])
        rest = _YEAR.sub(" ", rest, count=1)
    if year is None and part is None:
        return None
    left = re.sub(r"[\W_]+", "", _FILLERS.sub(" ", rest))
    if any(map(str.isdigit, left)):
        return None  # "до 1 мая 2024 года" is a day
    return HeaderPeriod(year, until, part) if len(left) <= 2 else None


_ORDERED = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


def _in_russian(header: str) -> str:
    """A header with its English words of time as Russian ones, and those that say nothing of time left out."""
    if not re.search(r"[A-Za-z]{1}", header):
        return header
    for pattern, russian in _ENGLISH:
        if russian is None:
            header = pattern.sub(lambda m: f"{_ORDERED[m[0].split()[0].lower()]} квартал", header)
        else:
            header = pattern.sub(russian, header)
    for month, pattern in zip(MONTHS, _ENGLISH_MONTHS, strict=True):
        header = pattern.sub(month.russian[0], header)
    return header


def _take_part(text: str) -> tuple[str, str | None]:
    if quarter := _QUARTER.search(text):
        number = _ORDINALS[quarter["n"] or quarter["m"]]
        return text.replace(quarter.group(), " ", 1), f"Q{number}"
    if half := _HALF.search(text):
        number = _ORDINALS[half["n"]]
        return text.replace(half.group(), " ", 1), f"H{number}" if number <= 2 else None
    for number, pattern in enumerate(_MONTH, 1):
        if month := pattern.search(text):
            return text.replace(month.group(), " ", 1), f"M{number:02}"
    return text, None


def is_bare_quarter(text: str) -> bool:
    """Whether a cell is a Roman numeral alone: a quarter, where years stand above it."""
    return bool(_BARE.fullmatch(fold(text))) and not text.strip().isdigit()


def period_of(path: Sequence[str]) -> HeaderPeriod | None:
    """The period of a column from the header cells above it, the outermost first."""
    found = [p for p in (period_in(cell) for cell in path) if p]
    bare = _BARE.fullmatch(fold(path[-1])) if path else None
    above = " ".join(fold(cell) for cell in path[:-1])
    if (
        bare
        and len(path) > 1
        and (re.search(r"квартал|тоқсан|\bкв\b", above) or (found and bare[1] not in "1234"))
    ):
        found.append(HeaderPeriod(part=f"Q{_ORDINALS[bare[1]]}"))
    if not found:
        return None
    year = next((p for p in reversed(found) if p.year), None)
    part = next((p.part for p in reversed(found) if p.part), None)
    return HeaderPeriod(year.year if year else None, year.until if year and not part else None, part)
