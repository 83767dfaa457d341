"""Words of goals, Russian and Kazakh, as tokens for the grammar in `core.printed.goals`.

A token keeps its place in the text, so that what was understood can be shown in its own words. Words are compared
folded and mostly by their stems. What only looks like a figure (№ 12, 24/7, COVID-19, 12.05.2024, "2)") is a token
of another kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from core.kernel.month_names import MONTHS
from core.kernel.scale_words import SCALES
from core.kernel.text import fold
from core.plan.model import Every
from core.printed.deadline_words import tokens as deadline_tokens


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is num, ordinal, percent, word, code, date, sign, dash, comma, stop, open, close; `key` the folded text.

    `ending` is what a number or a percent sign carries after a hyphen ("2-х", "50-ден"); `grouped` says that a
    number is printed in groups of three.
    """

    kind: str
    start: int
    end: int
    key: str = ""
    value: Decimal = Decimal(0)
    ending: str = ""
    grouped: bool = False

    def is_word(self, *keys: str) -> bool:
        return self.kind == "word" and self.key in keys

    @property
    def is_year(self) -> bool:
        """Whether the number has the look of a year; whether it is one its surroundings tell."""
        return self.kind == "num" and not self.grouped and len(self.key) == 4 and self.key[:2] in ("19", "20")


_ENGLISH_MONTH = "(?-i:May|MAY)|" + "|".join(
    word
    for m in MONTHS
    for word in sorted((m.english, *m.short_english), key=len, reverse=True)
    if word != "may"  # "12 may attend"
)
_NTH = r"(?:st|nd|rd|th)?"
_ENGLISH_DATE = (
    rf"\b[0-9]{{1,2}}{_NTH}\s+(?:of\s+)?(?:{_ENGLISH_MONTH})\b\.?(?:,?\s+(?:of\s+)?20[0-9]{{2}}\b)?|"
    rf"\b(?:{_ENGLISH_MONTH})\b\.?\s+[0-9]{{1,2}}{_NTH}\b(?:,?\s+20[0-9]{{2}}\b)?|"
    rf"\b(?:{_ENGLISH_MONTH})\b\.?,?\s+20[0-9]{{2}}\b"
)
"""A day or a month as English writes it: "31 December 2025", "June 30", "May 2025"."""
_BLANK = "[ \u00a0\u202f]"
_SPLIT = re.compile(
    rf"""
    (?P<point>(?:^|(?<=[;\n]))[^\S\n]*[0-9]{{1,2}}(?:\.[0-9]{{1,2}})*[.)](?=[^\S\n]*[^\W\d_]))
    | (?P<code>№\s*\S+ | [0-9]+(?:/[0-9]+)+\w* | [0-9]+(?:[.,][0-9]+){{3,}}
        | [A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{{1,6}}-?[0-9][\w-]* | _\w*)
    | (?P<date>[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9]) | (?i:{_ENGLISH_DATE}))
    | (?P<num>(?:[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+(?![0-9])|[0-9]+)(?:[.,][0-9]+)*)
    | (?P<percent>%|‰)
    | (?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)
    | (?P<sign>[<>≤≥~])
    | (?P<dash>[-‐‑‒–—―−])
    | (?P<comma>[,:])
    | (?P<stop>[;.\n])
    | (?P<open>[(\[]) | (?P<close>[)\]])
    """,
    re.VERBOSE | re.MULTILINE,
)
_ENDING = re.compile(r"[-‐‑‒–](?P<ending>[^\W\d_]+)|(?P<glued>[^\W\d_]+)")
_SHORT = frozenset(
    "чел ед шт тыс млн млрд кв куб г гг мкр ул км га м тг руб мес ж жж проц п ст пр просп д им пос обл р каб тел стр корп".split()
)
_MEASURES = frozenset("м т л км га кв см мм кг чел ед шт тг мест".split())
_MOST_DIGITS = 12


def tokens(text: str) -> list[Token]:
    """The tokens of a goal, in order."""
    found: list[Token] = []
    at = 0
    while match := _SPLIT.search(text, at):
        kind, at = str(match.lastgroup), match.end()
        if kind == "num":
            at = _number(text, match, found)
        elif kind == "percent":
            after = _ENDING.match(text, at)
            ending = (after["ending"] or "") if after else ""
            at = after.end() if after and ending else at
            found.append(Token("percent", match.start(), at, "%", ending=fold(ending)))
        elif kind == "stop" and match[0] == "." and _abbreviates(text, match.start(), found):
            found[-1] = _dotted(found[-1])
        else:
            found.append(Token("code" if kind == "point" else kind, match.start(), at, fold(match[0])))
    return found


def _number(text: str, match: re.Match[str], found: list[Token]) -> int:
    """Adds a number with what hangs on it; → where to read on."""
    value, grouped = _value(match[0])
    token = Token("num", match.start(), match.end(), match[0], value or Decimal(0), grouped=grouped)
    after = _ENDING.match(text, match.end())
    if value is None:
        found.append(Token("code", token.start, token.end, match[0]))
    elif after is None:
        found.append(token)
    elif after["ending"]:
        key = fold(after["ending"])
        kind = "num" if key in CARDINAL or is_scale(key) else "ordinal"
        found.append(Token(kind, token.start, after.end(), match[0], value, key, grouped))
        return after.end()
    elif _hangs_on(after["glued"], token):
        found.append(token)
    else:
        found.append(Token("code", token.start, after.end(), match[0]))
        return after.end()
    return match.end()


def _hangs_on(glued: str, token: Token) -> bool:
    """Whether letters right after a number are a word of their own: "1032СМР", "2023г", "10км", but not "12А"."""
    if token.is_year and is_year_word(fold(glued)):
        return True
    return (
        glued.lower() == glued
        and (fold(glued) in _MEASURES or is_scale(fold(glued)))
        or (len(glued) > 1 and glued.isupper())
    )


def _value(printed: str) -> tuple[Decimal | None, bool]:
    """The number as printed, and whether its digits stand in groups; None for what is no number."""
    plain = re.sub(_BLANK, "", printed)
    grouped = plain != printed
    marks = re.findall("[.,]", plain)
    if len(marks) > 1:
        thousands = marks[0] * len(marks) == "".join(marks) and all(
            len(group) == 3 for group in re.split("[.,]", plain)[1:]
        )
        plain, grouped = (re.sub("[.,]", "", plain), True) if thousands else ("", False)
    if not plain or len(plain) > _MOST_DIGITS:
        return None, False
    return Decimal(plain.replace(",", ".")), grouped


def _abbreviates(text: str, at: int, found: list[Token]) -> bool:
    """Whether a full stop only closes a short form ("100 чел. обучение", "3 кв. 2023 г.")."""
    if not found or found[-1].kind != "word" or found[-1].end != at or found[-1].key not in _SHORT:
        return False
    following = text[at + 1 :].lstrip()[:1]
    return not following.isupper() or found[-1].key in (
        "мкр",
        "ул",
        "пр",
        "просп",
        "им",
        "пос",
        "д",
        "тыс",
        "каб",
        "тел",
    )


def _dotted(word: Token) -> Token:
    return Token("word", word.start, word.end + 1, word.key)


CARDINAL = frozenset(
    "х ух ех ти и мя ми ге ға ке қа ден дан тен тан нен нан ні ны ті ты ді ды де да те та".split()
)
"""Endings of a number that still counts: "2-х", "50-ден". With any other ("2-й", "2-ші") it is a place in a row."""

LEAST = (
    ("не", "менее"), ("не", "ниже"), ("не", "меньше"), ("минимум",), ("более",), ("свыше",), ("больше",),
    ("кемінде",), ("кем", "дегенде"), ("ең", "кемі"), ("ең", "азы"), ("≥",), (">",),
)  # fmt: skip
MOST = (
    ("не", "более"), ("не", "выше"), ("не", "больше"), ("максимум",), ("менее",), ("ниже",), ("көп", "дегенде"),
    ("ең", "көбі"), ("≤",), ("<",),
)  # fmt: skip
LEAST_AFTER = (("кем", "емес"), ("төмен", "емес"), ("астам",), ("артық",), ("и", "более"), ("и", "выше"))
MOST_AFTER = (
    ("артық", "емес"),
    ("көп", "емес"),
    ("жоғары", "емес"),
    ("аспайды",),
    ("аспайтын",),
    ("аспауы",),
)
ROUGHLY = frozenset("около порядка примерно приблизительно ориентировочно шамамен жуық ~".split())
TOTAL = frozenset("всего итого барлығы жиыны".split())
PARTS = (("из", "них"), ("в", "том", "числе"), ("оның", "ішінде"), ("включая",))
GROWS = (
    "увелич",
    "рост",
    "повыш",
    "прирост",
    "расшир",
    "довед",
    "довести",
    "арттыр",
    "көбей",
    "өсу",
    "ұлғай",
    "жеткіз",
)
DROPS = ("сниж", "сниз", "сокра", "уменьш", "төменде", "азай", "қысқар")
LEVELS = (
    "функционир", "охват", "доля", "доли", "уровен", "удельн", "обеспечен", "укомплект", "содержан", "контингент",
    "показател", "қамту", "қамтыл", "үлес", "деңгей",
)  # fmt: skip
EACH: dict[str, Every] = {
    "ежегодно": "year", "жылына": "year", "ежемесячно": "month", "айына": "month", "ежеквартально": "quarter",
    "еженедельно": "week",
}  # fmt: skip
AGED = ("от", "до", "с", "старше", "детей", "возраст", "возрасте")
NAMED = frozenset(
    "ул улица улице улицы улицу мкр микрорайон микрорайоне дом дома доме корпус корп стр просп проспект проспекте "
    "пр пункт пункта п пп подпункт статья статьи ст приказ приказа приложение приложению глава раздел форма форме "
    "этап этапа очередь очереди лот линия школа-гимназия каб кабинет тел постановление решение протокол закон "
    "көше көшесі үй тармақ бұйрық кезең".split()
)
"""Words that name a thing by the number after them."""
PLACES = frozenset(
    "ул улица улице улицы улицу мкр микрорайон микрорайоне просп проспект проспекте пр көшесі".split()
)
TURNS = frozenset(
    "этап этапе этапом класс классе курс курсе уровень очередь сынып кезең кезеңі орынға".split()
)
"""Words that make a place in a row of the number before them."""
JOINING = frozenset(
    "и или а но в во на для по с со от до из при за к ко у о об не что чем согласно через под между без также "
    "және мен немесе үшін бойынша дейін бастап арқылы".split()
)
_SCALES = {word: s.power for s in SCALES for word in (s.short, s.full, *s.kazakh)}
_CURRENCY = ("тенге", "теңге", "тг", "тнг", "kzt", "₸")
_ADJECTIVE = re.compile(r"(?:ых|их|ого|его|ый|ий|ая|ое|ые|ие|ыми|ими|ой|ую)\Z")
_NEW = frozenset("жаңа жалпы қосымша үлгілік".split())
_ROMAN = {"і": 1, "іі": 2, "ііі": 3, "іv": 4}
_PLACE_WORDS = ("перв", "втор", "трет", "четверт", "бірінші", "екінші", "үшінші", "төртінші")


def scale_of_word(key: str) -> int | None:
    """The power of ten that a word of scale stands for: "тыс" → 3."""
    return next((power for stem, power in _SCALES.items() if key == stem or _declined(key, stem)), None)


def _declined(key: str, stem: str) -> bool:
    return len(stem) > 3 and key.startswith(stem)


def is_scale(key: str) -> bool:
    return scale_of_word(key) is not None


def is_currency(key: str) -> bool:
    return key in _CURRENCY or key.startswith(("тенге", "теңге"))


def is_percent_word(key: str) -> bool:
    return key.startswith(("процент", "пайыз"))


def is_adjective(key: str) -> bool:
    """Whether a word only describes the noun after it: "новых отделений"."""
    return len(key) > 4 and _ADJECTIVE.search(key) is not None or key in _NEW


def is_year_word(key: str) -> bool:
    return key in ("г", "гг", "год", "года", "году", "годом", "годы", "годов", "ж", "жж") or key.startswith(
        "жыл"
    )


def is_part_of_year(token: Token) -> bool:
    """Whether the word is a quarter or a half-year."""
    key = token.key
    return token.kind == "word" and (
        key in ("кв", "квартал") or key.startswith(("квартал", "тоқсан", "полугоди", "жартыжыл"))
    )


def is_place_word(token: Token) -> bool:
    """ "III", "первое", "бірінші"."""
    return token.kind == "word" and (token.key in _ROMAN or token.key.startswith(_PLACE_WORDS))


@lru_cache(maxsize=2_000)
def is_month(key: str) -> bool:
    read = deadline_tokens(key)
    return len(read) == 1 and read[0].type.startswith("month")
