"""A text as the readers of days see it: Kazakh letters flat, number words in digits, Roman numbers in Latin letters.

What is found in it is told in places of the text as it was typed (`Plain.typed`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core.kernel.text import clean, dashes

LONGEST = 1600
_FLAT = str.maketrans("ЁёӘәҒғҚқҢңӨөҰұҮүҺһІі", "ЕеАаГгКкНнОоУуУуХхИи")
"""How Kazakh letters are typed on a keyboard that lacks them; "ё" as it is mostly typed."""
_ROMAN = re.compile(r"(?<![^\W\d_])[IVXІХ]{1,4}(?![^\W\d_])")
_TO_LATIN = str.maketrans("ІХ", "IX")
_LATIN_I = re.compile(r"(?<=[а-яА-Я])[iI]|[iI](?=[а-я])")
_MIXED = re.compile(
    r"(?<![^\W\d_])(?:(?=[^\W\d_]*[а-яА-Я])(?=[^\W\d_]*[a-zA-Z])[^\W\d_]+|[cCkKoO](?![^\W\d_]))"
)
"""A Russian word with Latin letters that look like its own: "c 15 мaя"."""
_TO_CYRILLIC = str.maketrans("aceopxykABCEHKMOPTXcC", "асеорхукАВСЕНКМОРТХсС")
_CYRILLIC = re.compile("[а-яА-Я]")
_MAY_DO = re.compile(
    r"\bmay(?=\s+(?:be|not|have|take|need|get|still|also|only|come|arrive|answer|finish|become|require|lead|cause|delay|"
    r"well|go|do|make|start|happen|want|ask|change|slip|move|help|give|want|see|fail)\b)"
    r"|(?<=\bi )may\b|(?<=\bwe )may\b|(?<=\bit )may\b|(?<=\byou )may\b|(?<=\bthey )may\b|(?<=\bthat )may\b",
    re.IGNORECASE,
)
""" "May" that is no month: "it may be ready"."""

_RU_UNITS = {
    "один": 1, "одна": 1, "одно": 1, "одну": 1, "одного": 1, "одной": 1, "два": 2, "две": 2, "двух": 2,
    "три": 3, "трех": 3, "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7,
    "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9,
}  # fmt: skip
_RU_TEENS = {
    "десять": 10, "десяти": 10, "одиннадцать": 11, "двенадцать": 12, "тринадцать": 13, "четырнадцать": 14,
    "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19,
    "одиннадцати": 11, "двенадцати": 12, "тринадцати": 13, "четырнадцати": 14, "пятнадцати": 15, "шестнадцати": 16,
    "семнадцати": 17, "восемнадцати": 18, "девятнадцати": 19,
}  # fmt: skip
_RU_TENS = {
    "двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "сорок": 40, "сорока": 40, "пятьдесят": 50,
    "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90,
}  # fmt: skip
_RU_NTH = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат",
    "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат", "семнадцат", "восемнадцат", "девятнадцат", "двадцат",
)  # fmt: skip
_RU_NTH_TENS = {"тридцат": 30, "сороков": 40, "пятидесят": 50, "шестидесят": 60}
_RU_ENDINGS = "ый ий ой ых их ого его ому ему ым им ом ем ая яя ую юю ей ое ее ые ье ьего ьему ьем ьим ья ью ьей ьи".split()
_KK_UNITS = {"бир": 1, "еки": 2, "уш": 3, "торт": 4, "бес": 5, "алты": 6, "жети": 7, "сегиз": 8, "тогыз": 9}
_KK_TENS = {"он": 10, "жиырма": 20, "отыз": 30, "кырык": 40, "елу": 50, "алпыс": 60}
_KK_NTH_UNITS = {
    "биринши": 1, "екинши": 2, "ушинши": 3, "тортинши": 4, "бесинши": 5, "алтыншы": 6, "жетинши": 7, "сегизинши": 8,
    "тогызыншы": 9,
}  # fmt: skip
_KK_NTH_TENS = {"оныншы": 10, "жиырмасыншы": 20, "отызыншы": 30, "кыркыншы": 40, "елуинши": 50}
_KK_OWN = (
    r"(?:с?[иы](?:н(?:е|а|де|да|ен|ан|ин|ын|и|ы)?)?|(?:сына|сине))(?:г[иы])?"  # бесіне, алтысында, жетісі
)
_EN_UNITS = {w: n for n, w in enumerate("one two three four five six seven eight nine".split(), 1)}
_EN_TEENS = {
    w: n
    for n, w in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
_EN_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60}
_EN_NTH_UNITS = {
    w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth".split(), 1)
}
_EN_NTH_TEENS = {
    w: n
    for n, w in enumerate(
        "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        10,
    )
}
_EN_NTH_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it is read; `at` is the place in the typed text of each of its letters, and of its end."""

    text: str
    source: str
    at: tuple[int, ...]

    def typed(self, start: int, end: int) -> str:
        """What was typed between two places of the text."""
        return self.source[self.at[start] : self.at[end]]


def flat(text: str) -> str:
    """The text, letter by letter, as it is typed without the letters that only Kazakh has."""
    return text.translate(_FLAT)


def plain(text: str) -> Plain:
    """The text as the readers see it; no more than its first 1600 letters."""
    source = dashes(clean(text[:LONGEST]))
    seen = _ROMAN.sub(lambda m: m[0].translate(_TO_LATIN), source)
    seen = _MAY_DO.sub("can", flat(_LATIN_I.sub("и", seen)))
    if _CYRILLIC.search(seen):
        seen = _MIXED.sub(lambda m: m[0].translate(_TO_CYRILLIC), seen)
    made, at, done = [], [], 0
    for match in _number_words().finditer(seen):
        digits = _digits(match)
        made += [seen[done : match.start()], digits]
        at += [*range(done, match.start()), *([match.start()] * len(digits))]
        done = match.end()
    at += range(done, len(seen) + 1)
    return Plain("".join([*made, seen[done:]]), source, tuple(at))


@cache
def _number_words() -> re.Pattern[str]:
    """Every number in words up to 99 that a day, a count of weeks or the place of a quarter can be told by."""
    ru_ends = "|".join(_RU_ENDINGS)
    ru_nth = f"(?:{'|'.join(sorted(_RU_NTH, key=len, reverse=True))})(?:{ru_ends})"
    ways = (
        rf"(?:(?P<ru_tens>{_any(_RU_TENS)})\s+)?(?P<ru_nth>{ru_nth})",
        rf"(?P<ru_nth_tens>{_any(_RU_NTH_TENS)})(?:{ru_ends})",
        rf"(?P<ru_ten>{_any(_RU_TENS)})(?:\s+(?P<ru_unit>{_any(_RU_UNITS)}))?",
        rf"(?P<ru>{_any(_RU_TEENS | _RU_UNITS)})",
        rf"(?:(?P<kk_tens>{_any(_KK_TENS)})\s+)?(?P<kk_nth>{_any(_KK_NTH_UNITS)})",
        rf"(?P<kk_nth_tens>{_any(_KK_NTH_TENS)})",
        rf"(?P<kk_ten>{_any(_KK_TENS)})\s+(?P<kk_unit>{_any(_KK_UNITS)})(?P<kk_own>{_KK_OWN})?",
        rf"(?P<kk_ten_own>{_any({w: n for w, n in _KK_TENS.items() if w != 'он'})})(?P<kk_own_ten>{_KK_OWN})?",
        rf"(?<=[дтн][иы]н\s)(?P<kk_ten_of>он)(?P<kk_own_of>{_KK_OWN})",
        r"(?P<kk_he>он)(?=\s*-?\s*(?:жулдыз|жумыс\s+кун|куннен|куннин|кунге|кун\b|апта|айдан|айга|жыл|минут|шакты|"
        r"кантар|акпан|наурыз|сауир|мамыр|маусым|шилде|тамыз|кыркуйек|казан|караша|желтоксан))",
        rf"(?P<kk>{_any(_KK_UNITS)})",
        rf"(?P<kk_few>{_any({w: n for w, n in _KK_UNITS.items() if n > 1})})(?P<kk_own_few>{_KK_OWN})",
        rf"(?:(?P<en_tens>{_any(_EN_TENS)})[\s-]+)?(?P<en_nth>{_any(_EN_NTH_TEENS | _EN_NTH_UNITS)})",
        rf"(?P<en_nth_tens>{_any(_EN_NTH_TENS)})",
        rf"(?P<en_ten>{_any(_EN_TENS)})(?:[\s-]+(?P<en_unit>{_any(_EN_UNITS)}))?",
        rf"(?P<en>{_any(_EN_TEENS | _EN_UNITS)})",
    )
    return re.compile(rf"(?<![\w])(?:{'|'.join(ways)})(?![^\W\d_])", re.IGNORECASE)


def _any(words: Mapping[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _digits(match: re.Match[str]) -> str:
    """The number of a match in digits, with the ending that tells an ordinal from a count."""
    said = {name: word.lower() for name, word in match.groupdict().items() if word}
    if "ru_nth" in said:
        nth = next(n for stem, n in _RU_BY_LENGTH if said["ru_nth"].startswith(stem))
        return f"{_RU_TENS.get(said.get('ru_tens', ''), 0) + nth}-го"
    if "ru_nth_tens" in said:
        return f"{_RU_NTH_TENS[said['ru_nth_tens']]}-го"
    if "kk_nth" in said:
        return f"{_KK_TENS.get(said.get('kk_tens', ''), 0) + _KK_NTH_UNITS[said['kk_nth']]}-ши"
    if "kk_nth_tens" in said:
        return f"{_KK_NTH_TENS[said['kk_nth_tens']]}-ши"
    if "en_nth" in said:
        nth = (_EN_NTH_TEENS | _EN_NTH_UNITS)[said["en_nth"]]
        return f"{_EN_TENS.get(said.get('en_tens', ''), 0) + nth}th"
    if "en_nth_tens" in said:
        return f"{_EN_NTH_TENS[said['en_nth_tens']]}th"
    own = next((word for name, word in said.items() if name.startswith("kk_own")), None)
    count = sum(
        _CARDINALS[word] for name, word in said.items() if word in _CARDINALS and "own" not in name[3:]
    )
    count += _KK_TENS[said["kk_ten_own"]] if "kk_ten_own" in said else 0
    return f"{count}-{own}" if own else str(count)


_RU_BY_LENGTH = sorted(((stem, n) for n, stem in enumerate(_RU_NTH, 1)), key=lambda s: -len(s[0]))
_CARDINALS = _RU_UNITS | _RU_TEENS | _RU_TENS | _KK_UNITS | _KK_TENS | _EN_UNITS | _EN_TEENS | _EN_TENS
