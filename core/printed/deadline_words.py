"""Words of deadlines, Russian and Kazakh, as tokens for the grammar in `core.printed.deadlines`.

A token is (type, value). Words are recognised by their stems, so that every case of a month is one token.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from core.kernel.month_names import MONTHS
from core.plan.model import Every
from core.printed.deadline_phrases import in_usual_words


class Token(NamedTuple):
    """`type` is one of the names used below; `value` a number, a date, a cycle or the word itself."""

    type: str
    value: int | str | date | None = None
    printed: str = ""


_UNREAD = "февр"
_MONTHS = tuple(
    (
        *(m.russian if len(m.stem) == 2 else (m.stem,)),
        *(s for s in m.short if s != _UNREAD),
        m.kazakh,
        *((m.kazakh[:-1] + "г",) if m.kazakh.endswith("к") else ()),  # "қыркүйегі"
    )
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
    "год": "year", "жыл": "year",
}  # fmt: skip
_RECURRING: dict[str, Every] = {
    "еженед": "week", "ежемес": "month", "помесячн": "month", "ежекварт": "quarter",
    "поквартальн": "quarter", "ежегод": "year", "полугодов": "half_year",
}  # fmt: skip
_WEEKDAYS = (
    "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень", "дүйсенбі", "сейсенбі",
    "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі",
)  # fmt: skip
_WEEKDAY = frozenset("пн вт ср чт пт сб вс дс сс бс жм жс".split())
_PARTS = {"недел": "week", "апта": "week", "декад": "decade", "онкүндік": "decade", "онкүндіг": "decade"}
_STEMS = (
    ("continuous", (
        "постоян", "непрерывн", "ежедневн", "регулярн", "систематическ", "тұрақты", "үнемі", "ұдайы", "бессрочн", "үздіксіз", "ағымды",
    )),
    ("last", ("последн", "соңғы")),
    ("school", ("учебн", "оқу")),
    ("begin", ("начале", "начала", "началу", "басына", "басында")),
    ("middle", ("середин", "ортасы")),
    ("in", ("протяжени",)),
    ("after", ("после", "момент", "дня", "даты", "кейін", "күнінен", "күннен", "сәттен", "истечени")),
    ("event", (
        "период", "карантин", "неблагополуч", "ситуаци", "мере", "случа", "необходимост", "поступлени",
        "обращени", "отдельн", "запрос", "кезең", "кезінде", "кезде", "шақыру", "сұраныс", "сұрау", "өтініш", "өтінім", "қажет", "жағдай", "уақытында", "шаралар",
        "назначени", "издани", "утверждени", "подписани", "получени", "проведени", "факт", "анықтал", "түскен", "туында",
    )),
    ("harmless", ("күн",)),
    ("schedule", ("графи", "кесте", "план", "жоспар")),
    ("end", ("конец", "конца", "концу", "конце", "аяғы", "соңы", "истечения")),
    ("harmless", (
        "соглас", "включительно", "числа", "число", "число", "отчетн", "следующ", "итог", "основе",
        "режим", "порядк", "сәйкес", "орай", "дата", "срок", "месяца", "начало", "завершение",
        "мерзім", "аралығы", "план", "целом", "последнего", "позднее", "позже", "кешіктірмей", "рабоч",
    )),
)  # fmt: skip
_EXACT = {
    "до": "until", "к": "until", "ко": "until", "дейін": "until", "с": "from", "со": "from", "начиная": "from",
    "бастап": "from", "по": "to", "в": "in", "во": "in", "течение": "in", "течении": "in", "бойы": "in", "теч": "in",
    "бойына": "in", "ішінде": "in", "барысында": "in", "весь": "in", "и": "and", "және": "and", "мен": "and", "за": "in",
    "не": "harmless", "на": "harmless", "от": "harmless", "для": "harmless", "также": "and", "раз": "times",
    "раза": "times", "рет": "times", "кажд": "each", "сайын": "each_back", "при": "event", "бұл": "harmless",
    "круглогодично": "whole_year", "далее": "continuous", "бері": "harmless", "түрде": "harmless",
    "қарай": "harmless", "уақыт": "harmless", "все": "harmless", "время": "harmless", "айы": "harmless",
    "айында": "harmless", "айына": "harmless", "айының": "harmless", "айынан": "harmless", "айлары": "harmless", "круглый": "in", "түгел": "harmless",
    "кейінгі": "after", "календарного": "harmless", "всего": "in", "дейінгі": "until",
}  # fmt: skip
_ENDINGS = (
    "ое|го|ого|ый|ий|й|му|ому|ая|я|е|ю|ую|ші|шы|інші|нші|ншы|с?іне|с?ына|не|на|нен|нан|ке|қа|ге|ға|с?і|с?ы|"
    "с?інде|с?ында|нде|нда|с?інен|с?ынан|дан|ден|тан|тен|сіндегі"
)
"""What a number carries behind it: "2-й", "15-іне", "6-сына"."""
_SPLIT = re.compile(
    r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)"
    r"|(?P<date>[0-3]?\d[./][01]?\d[./](?:[12]\d{3}(?!\d)|\d\d(?!\d)))"
    r"|(?P<day_month>(?<![\d.])[0-3]?\d\.(?:0[1-9]|1[0-2])(?!\d|\.\d))"
    r"|(?P<month_year>[01]?\d[./](?:19|20)\d\d(?!\d))"
    r"|(?P<year>(?<!\d)(?:1[89]|2[0-9])\d\d(?!\d))"
    rf"|(?P<num>\d{{1,2}}(?!\d)(?:-? ?(?:{_ENDINGS})(?![а-яәғқңөұүһі]))?)"
    r"|(?P<word>[a-zа-яәғқңөұүһі]+)"
    r"|(?P<dash>-)|(?P<sep>[,;/()\n])|(?P<other>\S)"
)


def tokens(text: str) -> list[Token]:
    """The tokens of a printed deadline."""
    found: list[Token] = []
    for match in _SPLIT.finditer(in_usual_words(text)):
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
    if word.endswith(("ғанда", "генде", "қанда", "кенде")):
        return Token("event", None, word)  # "жарияланғанда": when it has been announced
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
    if word in _WEEKDAY or word.startswith(_WEEKDAYS):
        return Token("weekday", None, word)
    if word.startswith("жартысы"):
        return Token("part", "half", word)
    for stem, part in _PARTS.items():
        if word.startswith(stem) and part == "decade":
            return Token("part", part, word)
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
    cycles: dict[str, Every] = {
        "quarter": "quarter", "half": "half_year", "year_word": "year", "weekday": "week",
    }  # fmt: skip
    return cycles.get(token.type)
