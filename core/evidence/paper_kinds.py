"""What papers are called in the three languages, so that "бұйрық" in a caption answers a row that prints "Приказ"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.dates.plain_text import flat
from core.kernel.text import fold

# One line a kind of paper: how its name begins in Russian, Kazakh and English.
_KINDS = (
    ("платежн", "платёжн", "төлем тапсырма", "төлем бұйры", "payment order", "money order"),
    ("наряд-заказ", "purchase order", "work order"),
    ("судебн", "сот бұйры", "сот шешім", "court order", "court decision"),
    ("акт", "act"),
    ("приказ", "бұйры", "order"),
    ("договор", "контракт", "соглашени", "шарт", "келісім", "contract", "agreement"),
    ("протокол", "хаттама", "protocol", "minutes"),
    ("накладн", "жүкқұжат", "waybill", "delivery note"),
    ("счет-фактур", "счёт-фактур", "шот-фактур", "invoice"),
    ("счет", "счёт", "шот", "есеп-шот", "bill"),
    ("чек", "квитанци", "түбіртек", "receipt"),
    ("ведомост", "тізімдеме", "payroll"),
    ("смет", "estimate"),
    ("служебн", "докладн", "қызметтік жазба", "memo"),
    ("сертификат", "certificate"),
    ("справк", "анықтама"),
    ("письм", "хат", "letter"),
    ("постановлени", "қаулы", "resolution"),
    ("распоряжени", "өкім", "directive"),
    ("решени", "шешім", "decision"),
    ("положени", "ереже", "regulation"),
    ("заключени", "қорытынды", "conclusion"),
    ("отчет", "отчёт", "есеп", "report"),
    ("лиценз", "licence", "license"),
    ("меморандум", "memorandum"),
    ("удостоверени", "куәлік"),
    ("информаци", "ақпарат", "information"),
)
STEMS = "|".join(
    sorted({re.escape(form) for kind in _KINDS for s in kind for form in (s, flat(s))}, key=len, reverse=True)
)
"""A pattern of every beginning, with or without the letters that only Kazakh has, the longest first."""


def form_named(word: str, forms: Sequence[str]) -> str | None:
    """The form of completion that a paper's name in a caption means; None where the row names no such paper."""
    named, kind = fold(word), _kind(word)
    for form in forms:
        if (kind is not None and kind == _kind(form)) or _begins_alike(named, fold(form)):
            return form
    return None


def is_kind(name: str) -> bool:
    """Whether a word, which may be short for one ("inv", "прот"), is what papers are called."""
    return _kind(name) is not None


def _kind(name: str) -> int | None:
    start = fold(name)
    whole = (
        i for i, kind in enumerate(_KINDS) if any(start.startswith((fold(s), fold(flat(s)))) for s in kind)
    )
    short = (i for i, kind in enumerate(_KINDS) if any(_is_short(name, s) for s in kind))
    return next(whole, next(short, None))


def _is_short(name: str, stem: str) -> bool:
    return len(name) > 1 and fold(flat(stem)).startswith(fold(flat(name))) and " " not in stem


def _begins_alike(one: str, other: str) -> bool:
    """Whether the first words are one in different cases: "приложения" and "Приложение"."""
    a, b = one.partition(" ")[0], other.partition(" ")[0]
    shared = max(4, min(len(a), len(b)) - 2)
    return a[:shared] == b[:shared]
