"""A sum printed with its currency in one cell: "4 200 тыс. тенге", "KZT 1.2 million", "£2.4m"."""

from __future__ import annotations

import re
from functools import lru_cache

from core.kernel.scale_words import SCALES
from core.kernel.text import clean, fold
from core.plan.units import money_scale
from core.plan.values import as_number

_FIGURE = r"\d[\d \u00a0\u202f.,']*"
_SCALE = "|".join(
    rf"{word}[а-яa-z]*" for s in SCALES for word in (s.short, s.full, s.english, *s.short_english, *s.kazakh)
)
_TENGE = r"тенге|теңге|тг|kzt|tenge|₸"
_OTHERS = r"руб\w*|₽|долл\w*|евро|usd|us\$|eur|gbp|rub|chf|\$|€|£"
_SUM = re.compile(
    rf"(?:(?:{_TENGE}|{_OTHERS}) ?(?P<a>{_FIGURE})(?:(?:{_SCALE}|[mkb]n?)\b\.?)?"
    rf"|(?P<b>{_FIGURE})(?:(?:{_SCALE}|[mkb])\b\.? ?)?(?:{_TENGE}|{_OTHERS})\.?)",
    re.IGNORECASE,
)  # fmt: skip
_LETTER = re.compile(
    r"\d ?[mkb]\b", re.IGNORECASE
)  # "KZT 1.2m": of which scale it is, other readers do not know
_NO_MONEY = re.compile(
    r"не требу|без (?:доп\w+ )?(?:финанс|затрат)|талап етілм|в пределах|в рамках|бөлінген қаражат|көзделген қаражат|за счет|"
    r"предусмотренн|қажет емес"
)
_NO_MONEY_IN_ENGLISH = re.compile(
    r"nil\b|none\b|no (?:additional |extra |direct )?(?:cost|budget|funding)|not (?:required|applicable)|n/a\b|zero cost|"
    r"(?:officer|staff|member)s?'?s? time|in[- ]kind|(?:within |from )?(?:the )?(?:existing|current|core|approved|allocated) "
    r"(?:\w+ )?(?:budget|resource|fund|staff)"
)


def is_amount(printed: str) -> bool:
    """Whether a cell is one sum with its currency, whichever that is."""
    return _match(printed) is not None


@lru_cache(maxsize=2_000)
def amount_of(printed: str) -> tuple[str, str] | None:
    """A sum in tenge as figure and scale ("4 200 тыс. тенге" → "4200", "thousand KZT"); None for anything else."""
    match, scale = _match(printed), money_scale(printed)
    number = as_number((match["a"] or match["b"]).strip(" \u00a0\u202f.,")) if match else None
    if number is None or scale is None or (scale == "KZT" and _LETTER.search(printed)):
        return None
    return number, scale


def _match(printed: str) -> re.Match[str] | None:
    return _SUM.fullmatch(clean(printed).strip()) if len(printed) <= 60 else None


def says_no_money(words: str) -> bool:
    """Words in a column of sums that leave nothing to ask: "не требуется", "within existing budgets"."""
    return bool(_NO_MONEY.match(fold(words)) or _NO_MONEY_IN_ENGLISH.match(words.strip().lower()))
