"""Plan values as they are printed: "6 050 000,0", "86,0%", "+", "-", "0,0", "Открытие 8 кабинетов".

A value keeps what was printed; only its notation is made one: a point for decimals, no spaces inside a
number, no percent sign, a plain minus for every dash. "+", "-", "0.0" and blank stay four things.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from core.kernel.scale_words import SCALES
from core.kernel.text import clean, dashes, fold
from core.plan.model import Unit

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
# Thousands set apart: groups of three after spaces, or after commas or points where there is another mark.
_SPACED = re.compile(r"[-+]?\d{1,3}(?:[ '\u00a0\u202f]\d{3})+(?:[.,]\d+)?")
_COMMAS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)|[-+]?\d{1,3}(?:,\d{3}){2,}")
_POINTS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)|[-+]?\d{1,3}(?:\.\d{3}){2,}")
# The mark of a note behind a figure, in small raised figures; behind a ten it may be a power.
_NOTE = re.compile(r"(?<=[\d%])(?<!^10) ?[¹²³⁴-⁹][⁰¹²³⁴-⁹]?⁾?$")
_MONEY = re.compile(r"\b(тенге|теңге|тг|kzt|₸)\b|₸", re.IGNORECASE)
_SCALES = tuple(
    (re.compile("|".join((rf"\b{s.short}", s.full, *(rf"\b{k}" for k in s.kazakh)))), f"{s.english} KZT")
    for s in reversed(SCALES[:3])
)
_COUNTED_IN = "|".join(word for s in SCALES[:2] for word in (s.short, *s.kazakh))
_PRESENCE = re.compile(r"^(наличие|бар болу|болуы|да ?/ ?нет|наличие/отсутствие|факт)")
_STAGE = re.compile(r"^(этап|стадия|кезең)")
# In a cell of a plan a tick, a cross, a filled box and a disc all say that something is planned.
_TICKS = frozenset("+＋✓✔√☑☒✅🗸🗹🗵✗✘✕✖■●⬛vVхxХX×")
_EMPTY_BOXES = "☐□▢◻ "
_AS_PICTURE = "\ufe0f"  # asks for a sign in colour: "✔" and "✔\ufe0f" are one tick
_PERCENT = re.compile(r"%|процент|пайыз|\bпроц")
_COUNT = re.compile(
    r"^(абс|ед(иниц\w*)?\b|шт(ук\w*)?\b|чел(овек\w*)?\b|кол(ичество|-во)?\b|число|дана|саны|адам|бірлік|случа|"
    r"койк|мест|орын|объект|школ|сад\w*\b|семь|семей|врач|организац|га\b|км\b|кв\.? ?м|м2|тонн|т\b|дн(ей|и)\b|раз\b|рет\b|"
    r"балл|ұпай|балл|коэффициент|на \d[\d ]*( тыс)?|\d+ на |промилле|‰|лет\b|жас\b|место\b|орын\b|час|минут|мин\b)"
)


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
    return None


def as_decimal(printed: str) -> Decimal | None:
    """The number that a printed value is, if it is one."""
    number = as_number(printed)
    return Decimal(number) if number is not None else None


def plan_value(printed: str) -> str | None:
    """A plan cell in one notation; None for a blank one, an empty box to tick too. Words stay as printed."""
    text = clean(printed).replace(_AS_PICTURE, "")
    if not text:
        return None
    plain = dashes(text)
    if set(plain) == {"-"}:
        return "-"
    if plain in _TICKS:
        return "+"
    if not plain.strip(_EMPTY_BOXES):
        return None
    return as_number(text) or " ".join(text.split())


def goal_value(printed: str) -> str | None:
    """`plan_value` for a row without a unit: a percent sign stays, for nothing else there says what is counted."""
    value = plan_value(printed)
    if value is None or "%" not in printed or "%" in value or as_number(printed) is None:
        return value
    return f"{value}%"


def is_planned(value: str) -> bool:
    """Whether a plan value plans something other than nothing: not "-", not a zero."""
    number = as_decimal(value)
    return number != 0 if number is not None else value != "-"


@lru_cache(maxsize=2_000)
def unit_of(printed: str) -> tuple[Unit | None, str | None]:
    """Unit and money scale of a printed unit ("Тыс.тенге" → money, "thousand KZT"); (None, None) if unknown."""
    text = fold(printed)
    scale = money_scale(printed)
    if scale:
        return Unit.MONEY, scale
    if _PRESENCE.search(text):
        return Unit.PRESENCE, None
    if _STAGE.search(text):
        return Unit.STAGE, None
    if _PERCENT.search(text):
        return Unit.PERCENT, None
    if _COUNT.search(re.sub(rf"^({_COUNTED_IN})[. ]*", "", text)):
        return Unit.COUNT, None
    return None, None


@lru_cache(maxsize=2_000)
def money_scale(printed: str) -> str | None:
    """The scale of a money unit: "KZT", "thousand KZT", "million KZT", "billion KZT"; None where it is not money."""
    text = fold(printed).replace(".", " ")
    if not _MONEY.search(text):
        return None
    return next((scale for pattern, scale in _SCALES if pattern.search(text)), "KZT")
