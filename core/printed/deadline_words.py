"""Words of deadlines, Russian and Kazakh, as tokens for the grammar in `core.printed.deadlines`.

A token is (type, value). Words are recognised by their stems, so that every case of a month is one token.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from core.kernel.month_names import MONTHS
from core.kernel.text import fold
from core.plan.model import Every


class Token(NamedTuple):
    """`type` is one of the names used below; `value` a number, a date, a cycle or the word itself."""

    type: str
    value: int | str | date | None = None
    printed: str = ""


_UNREAD = "февр"
_MONTHS = tuple(
    (*(m.russian if len(m.stem) == 2 else (m.stem,)), *(s for s in m.short if s != _UNREAD), m.kazakh)
    for m in MONTHS
)
"""The beginnings that tell a month; May has its cases instead, since its beginning is no word's alone."""
_ROMAN = {"і": 1, "іі": 2, "ііі": 3, "іv": 4, "v": 5, "vі": 6}
_ORDINAL = {
    "перв": 1, "втор": 2, "треть": 3, "четверт": 4, "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4,
}  # fmt: skip
_CYCLES: dict[str, Every] = {
    "недел": "week", "апта": "week", "месяц": "month", "ай": "month", "айдың": "month", "квартал": "quarter",
    "тоқсан": "quarter", "полугоди": "half_year", "полгода": "half_year", "жартыжылды": "half_year",
    "год": "year", "жыл": "year", "пятниц": "week", "понедельник": "week",
}  # fmt: skip
_RECURRING: dict[str, Every] = {
    "еженедельн": "week", "ежемесячн": "month", "помесячн": "month", "ежеквартальн": "quarter",
    "поквартальн": "quarter", "ежегодн": "year", "полугодов": "half_year",
}  # fmt: skip
_STEMS = (
    ("continuous", ("постоян", "непрерывн", "ежедневн", "тұрақты", "үнемі", "ұдайы", "бессрочн")),
    ("harmless", ("последн",)),
    ("after", ("после", "момент", "дня", "даты", "кейін", "күнінен", "күннен", "сәттен", "истечени")),
    ("event", (
        "период", "карантин", "неблагополуч", "ситуаци", "мере", "случа", "необходимост", "поступлени",
        "обращени", "отдельн", "запрос", "кезең", "кезінде", "қажет", "жағдай", "уақытында", "шаралар",
        "назначени", "издани", "утверждени", "подписани", "получени", "проведени", "факт",
    )),
    ("harmless", ("күн",)),
    ("schedule", ("графи", "кесте", "план", "жоспар")),
    ("end", ("конец", "конца", "концу", "аяғы", "соңы", "истечения")),
    ("harmless", (
        "соглас", "включительно", "числа", "число", "число", "отчетн", "следующ", "итог", "основе",
        "режим", "порядк", "сәйкес", "орай", "дата", "срок", "месяца", "начало", "завершение",
        "мерзім", "аралығы", "план", "целом", "последнего", "позднее", "позже", "кешіктірмей", "рабоч",
    )),
)  # fmt: skip
_EXACT = {
    "до": "until", "к": "until", "ко": "until", "дейін": "until", "с": "from", "со": "from", "начиная": "from",
    "бастап": "from", "по": "to", "в": "in", "во": "in", "течение": "in", "течении": "in", "бойы": "in",
    "ішінде": "in", "барысында": "in", "весь": "in", "и": "and", "және": "and", "мен": "and", "за": "in",
    "не": "harmless", "на": "harmless", "от": "harmless", "для": "harmless", "также": "and", "раз": "times",
    "раза": "times", "рет": "times", "кажд": "each", "сайын": "each_back", "при": "event", "бұл": "harmless",
    "круглогодично": "whole_year", "далее": "continuous",
}  # fmt: skip
_SPLIT = re.compile(
    r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)"
    r"|(?P<date>[0-3]?\d[./][01]?\d[./](?:(?:19|20)\d\d|\d\d(?!\d)))"
    r"|(?P<day_month>(?<![\d.])[0-3]?\d\.(?:0[1-9]|1[0-2])(?![\d.]))"
    r"|(?P<month_year>[01]?\d[./](?:19|20)\d\d)"
    r"|(?P<year>(?<!\d)(?:19|20)\d\d(?!\d))"
    r"|(?P<num>\d{1,2}(?!\d)(?:-? ?(?:ое|го|ого|ый|ий|й|му|ому|ая|е|ші|шы|інші|нші|ншы|не|іне|ына|на)(?![а-яәғқңөұүһі]))?)"
    r"|(?P<word>[a-zа-яәғқңөұүһі]+)"
    r"|(?P<dash>-)|(?P<sep>[,;/()\n])|(?P<other>\S)"
)


# Ways of writing that the grammar knows in other words.
_UNUSUAL = (
    (re.compile(r"\bкв-?л\w*"), "квартал"),
    (re.compile(r"\bодин раз\b"), "1 раз"),
    (re.compile(r"\bдва раза\b"), "2 раза"),
    (re.compile(r"\bq ?([1-4])\b"), r"\1 квартал"),
    (re.compile(r"\b3 месяц\w* (?=20\d\d)"), "1 квартал "),
    (re.compile(r"\b6 месяц\w* (?=20\d\d)"), "1 полугодие "),
    (re.compile(r"\b9 месяц\w* (?=20\d\d)"), "январь-сентябрь "),
    (re.compile(r"\bжарты жыл"), "жартыжыл"),
    (re.compile(r"\b(?:жылына|жылда) (?:екі|2) рет"), "жартыжыл сайын"),
    (re.compile(r"\b(жартыжыл|тоқсан|апта)\w* (?:бір|1) рет"), r"\1 сайын"),
    (re.compile(r"\b(жыл|ай)\w{0,3} (?:бір|1) рет"), r"\1 сайын"),
    (re.compile(r"\b(20\d\d)\.([01]\d)\.([0-3]\d)\b"), r"\3.\2.\1"),
    (re.compile(r"\b(?:[тс]\. ?г\b|(?:текущего|этого|сего) года)|\b(?:ағымдағы|осы|биылғы) жыл\w*"), " "),
)


def tokens(text: str) -> list[Token]:
    """The tokens of a printed deadline."""
    found: list[Token] = []
    folded = fold(text)
    for pattern, usual in _UNUSUAL:
        folded = pattern.sub(usual, folded)
    for match in _SPLIT.finditer(folded):
        kind, printed = str(match.lastgroup), match.group()
        if kind == "other":
            if not printed.isascii() or printed.isalnum():
                found.append(Token("word", printed, printed))
            continue
        found.append(_word(printed) if kind == "word" else _figure(kind, printed))
    return found


def _figure(kind: str, printed: str) -> Token:
    if kind == "iso":
        return _date(printed.split("-"), printed)
    if kind == "date":
        return _date(list(reversed(re.split(r"[./]", printed))), printed)
    if kind == "day_month":
        day, month = printed.split(".")
        return Token(kind, int(month) * 100 + int(day), printed)
    if kind == "month_year":
        month, year = re.split(r"[./]", printed)
        return (
            Token("month_year", int(year) * 100 + int(month), printed)
            if 1 <= int(month) <= 12
            else Token("word", printed, printed)
        )
    if kind in {"year", "num"}:
        digits = re.match(r"\d+", printed)
        return Token(kind, int(digits.group()) if digits else 0, printed)
    return Token(kind, None, printed)


def _date(parts: list[str], printed: str) -> Token:
    year, month, day = (int(p) for p in parts)
    try:
        return Token("date", date(year if year > 99 else 2000 + year, month, day), printed)
    except ValueError:
        return Token("word", printed, printed)


@lru_cache(maxsize=5_000)
def _word(word: str) -> Token:
    if word in _EXACT:
        return Token(_EXACT[word], None, word)
    if word.startswith("кажд"):
        return Token("each", None, word)
    if word in _ROMAN:
        return Token("num", _ROMAN[word], word)
    for number, names in enumerate(_MONTHS, 1):
        if any(
            word == n
            or (len(n) > 4 and word.startswith(n))
            or (n in {"март", "июн", "июл", "май"} and _declined(word, n))
            for n in names
        ):
            return Token(_case(word), number, word)
    for stem, every in _RECURRING.items():
        if word.startswith(stem):
            return Token("recurring", every, word)
    if word in {"кв", "квартал"} or word.startswith(("квартал", "тоқсан")):
        return Token("quarter", None, word)
    if word.startswith(("полугоди", "жартыжыл", "половин")):
        return Token("half", None, word)
    if word in {"г", "гг", "ж", "жж"} or word.startswith(("год", "жыл")):
        return Token("year_word", None, word)
    for stem, number in _ORDINAL.items():
        if word.startswith(stem):
            return Token("num", number, word)
    for stem, cycle in _CYCLES.items():
        if word == stem or (len(stem) > 3 and word.startswith(stem)):
            return Token("cycle", cycle, word)
    for kind, stems in _STEMS:
        if word.startswith(stems):
            return Token(kind, None, word)
    return Token("word", word, word)


def _case(word: str) -> str:
    """Kazakh cases that matter: "шілденің 15-і" (the day follows) and "шілдеден" (since)."""
    if word.endswith(("ның", "нің", "дың", "дің", "тың", "тің")):
        return "month_of"
    return "month_from" if word.endswith(("ден", "дан", "тен", "тан", "нен", "нан")) else "month"


def _declined(word: str, stem: str) -> bool:
    return word.startswith(stem) and word[len(stem) :] in {"", "ь", "я", "ю", "е", "ем", "а", "у", "ом"}


def cycle_of(token: Token) -> Every | None:
    """The cycle that a token names as a unit of time ("квартал" → quarter)."""
    if token.type == "cycle" and isinstance(token.value, str):
        return _CYCLES.get(next((s for s in _CYCLES if token.printed.startswith(s)), ""))
    cycles: dict[str, Every] = {"quarter": "quarter", "half": "half_year", "year_word": "year"}
    return cycles.get(token.type)
