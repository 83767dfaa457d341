"""Plan values as they are printed: "6 050 000,0", "86,0%", "+", "-", "0,0", "Открытие 8 кабинетов".

A value keeps what was printed; only its notation is made one: a point for decimals, no spaces inside a
number, no percent sign, a plain minus for every dash. "+", "-", "0.0" and blank stay four things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from core.kernel.text import clean, dashes, fold
from core.plan.model import Unit
from core.plan.units import money_scale as money_scale
from core.plan.units import unit_of as unit_of

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
# Thousands set apart: groups of three after spaces, or after commas or points where there is another mark.
_SPACED = re.compile(r"[-+]?\d{1,3}(?:[ '\u00a0\u202f]\d{3})+(?:[.,]\d+)?")
_COMMAS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)|[-+]?\d{1,3}(?:,\d{3}){2,}")
_POINTS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)|[-+]?\d{1,3}(?:\.\d{3}){2,}")
# The mark of a note behind a figure, in small raised figures; behind a ten it may be a power.
_NOTE = re.compile(r"(?<=[\d%])(?<!^10) ?[¹²³⁴-⁹][⁰¹²³⁴-⁹]?⁾?$")
_FRACTIONS = {"½": "5", "¼": "25", "¾": "75", "⅕": "2", "⅖": "4", "⅗": "6", "⅘": "8", "⅛": "125"}
# In a cell of a plan a tick, a cross, a filled box and a disc all say that something is planned.
_TICKS = frozenset("+＋✓✔☑☒✅🗸🗹🗵√•●■⬛◼▪◾*✗✘✕✖×❌")
_TICK_LETTERS = frozenset("vVхxХX")
_EMPTY_BOXES = "☐□▢◻ "
_AS_PICTURE = "\ufe0f"  # asks for a sign in colour: "✔" and "✔\ufe0f" are one tick
_NEARLY = re.compile(r"[-+~]?[\dОOоolIІіЗзбS.,'*/\s\u00a0\u202f½⅓⅔¼¾]*(?:[EеЕe][-+]?\d+)?[%*]*")
"""What looks like a number: digits with what is typed for them, spaces and marks."""
_TWO = re.compile(
    rf"(?P<a>{_NUMBER.pattern}|{_SPACED.pattern}) ?%? ?(?:-|\.\.\.?|…) ?(?P<b>{_NUMBER.pattern}|{_SPACED.pattern}) ?%?"
)
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d|\d{4})")
_WITH_UNIT = re.compile(rf"(?P<n>{_SPACED.pattern}|{_NUMBER.pattern})\s*(?P<unit>[^\d\s].*)")


@lru_cache(maxsize=10_000)
def as_number(printed: str) -> str | None:
    """A printed number in one notation ("6 050 000,0" → "6050000.0", "86,0%" → "86.0"), without the mark of a note
    ("12¹"); None for anything else."""
    text = dashes(clean(printed))
    if len(text) > 60:
        return None
    text = _NOTE.sub("", text).removesuffix("%").strip()
    if _NUMBER.fullmatch(text):
        return text.removeprefix("+").replace(",", ".")
    if _SPACED.fullmatch(text):
        return re.sub(r"[ '\u00a0\u202f]", "", text).removeprefix("+").replace(",", ".")
    if _COMMAS.fullmatch(text):
        return text.removeprefix("+").replace(",", "")
    if _POINTS.fullmatch(text):
        return text.removeprefix("+").replace(".", "").replace(",", ".")
    if text and text[-1] in _FRACTIONS and (text[:-1].isdecimal() or len(text) == 1):
        return f"{text[:-1] or 0}.{_FRACTIONS[text[-1]]}"
    return None


def is_nearly_number(value: str) -> bool:
    """Whether a plan value was meant as a number and cannot be read as one: "1О0" with a letter, "1,5E+06", "6 0 00".

    A range ("10-15"), a day and a goal in words are none.
    """
    text = dashes(clean(value)).strip()
    if not any(c.isdigit() or c in "½⅓⅔¼¾" for c in text) and not re.fullmatch(r"[lIО]{2,}\d*", text):
        return False
    if len(text) > 60 or as_number(text) is not None or _TWO.fullmatch(text) or _DAY.fullmatch(text):
        return False
    return _NEARLY.fullmatch(text) is not None


def in_unit(value: str, unit_text: str) -> str:
    """A value of a row whose unit is printed, without the same unit printed beside its number ("40 чел." → "40")."""
    number = as_number(value)
    if number is not None:
        return number
    match = _WITH_UNIT.fullmatch(clean(value).strip())
    if match is None or (number := as_number(match["n"])) is None:
        return value
    beside, own = fold(match["unit"]), fold(unit_text)
    worded = unit_of(own)[0] in (Unit.COUNT, None)
    same = beside[:3] == own[:3] if worded else unit_of(beside) == unit_of(own)
    return number if same and len(beside.split()) <= len(own.split()) else value


def tick_of(printed: str) -> str | None:
    """ "+" for a mark that plans something by being there ("✓", "х", "V", "•"); None for anything else.

    A letter is one only where `has_stages` says that the table has none.
    """
    mark = clean(printed).replace(_AS_PICTURE, "").strip()
    return "+" if mark in _TICKS or mark in _TICK_LETTERS else None


def has_stages(values: Iterable[str]) -> bool:
    """Whether the marks of a table's periods are stages: letters other than those that tick, in any of its cells.

    "X" in all marked cells is a tick, and so are "v" and "х" side by side; with "R" or "A" among them they are letters
    of stages.
    """
    return any(_is_letter_of_stage(clean(value).strip()) for value in values)


def _is_letter_of_stage(mark: str) -> bool:
    return 1 <= len(mark) <= 2 and mark.isalpha() and mark.isupper() and mark not in _TICK_LETTERS


def as_decimal(printed: str) -> Decimal | None:
    """The number that a printed value is, if it is one."""
    number = as_number(printed)
    return Decimal(number) if number is not None else None


def plan_value(printed: str, *, stages: bool = False) -> str | None:
    """A plan cell in one notation; None for a blank one, an empty box to tick too. Words stay as printed.

    `stages`: the table's letters are stages (`has_stages`), so that "X" is none but itself.
    """
    text = clean(printed).replace(_AS_PICTURE, "")
    if not text:
        return None
    plain = dashes(text)
    if set(plain) == {"-"}:
        return "-"
    if (tick := tick_of(plain)) and not (stages and plain in _TICK_LETTERS):
        return tick
    if not plain.strip(_EMPTY_BOXES):
        return None
    return as_number(text) or " ".join(text.split())


def goal_value(printed: str, *, stages: bool = False) -> str | None:
    """`plan_value` for a row without a unit: a percent sign stays, for nothing else there says what is counted."""
    value = plan_value(printed, stages=stages)
    if value is None or "%" not in printed or "%" in value or as_number(printed) is None:
        return value
    return f"{value}%"


def is_planned(value: str) -> bool:
    """Whether a plan value plans something other than nothing: not "-", not a zero."""
    number = as_decimal(value)
    return number != 0 if number is not None else value != "-"
