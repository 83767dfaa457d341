"""Cardinal numbers in words, Russian, Kazakh and English, up to one hundred and with words of scale: "шесть школ".

Only an answer that is nothing but such a number is read, with at most one word besides ("8-і ашылды"); it is shown back
before it counts (domain, §4), since "он" is ten in Kazakh and "he" in Russian. Kazakh is also read as it is typed on a
keyboard without its letters ("сегиз").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.figures.typed_figures import is_scale_word, is_unit_word
from core.kernel.text import clean, dashes

_FLAT = str.maketrans("ёәғқңөұүһі", "еагкноууhи")
_LONGEST = 60
_LISTS = {
    "ru": "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    "kk": "бір екі үш төрт бес алты жеті сегіз тоғыз он",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
}
_TENS = {
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто",
    "kk": "жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз",
    "en": "twenty thirty forty fifty sixty seventy eighty ninety hundred",
}
_ALSO = {
    "одна": ("ru", 1), "одно": ("ru", 1), "две": ("ru", 2), "fourty": ("en", 40),
    "біреу": ("kk", 1), "екеу": ("kk", 2), "үшеу": ("kk", 3), "төртеу": ("kk", 4), "бесеу": ("kk", 5),
    "алтау": ("kk", 6), "жетеу": ("kk", 7), "біреуі": ("kk", 1), "екеуі": ("kk", 2), "үшеуі": ("kk", 3),
    "төртеуі": ("kk", 4), "бесеуі": ("kk", 5), "алтауы": ("kk", 6), "жетеуі": ("kk", 7), "сегізі": ("kk", 8),
    "тоғызы": ("kk", 9),
}  # fmt: skip
_WORDS = {
    word.translate(_FLAT): said
    for word, said in {
        **{w: (of, n) for of, listed in _LISTS.items() for n, w in enumerate(listed.split(), 1)},
        **{w: (of, n) for of, listed in _TENS.items() for n, w in zip(range(20, 101, 10), listed.split(), strict=True)},
        **_ALSO,
    }.items()
}  # fmt: skip
_OF_THEM = re.compile(r"(\d{1,6})-?с?[иіы]н?")
""" "8-і", "8-ін": eight of them."""
_HE = "он"


def in_digits(text: str, language: str | None = None) -> str | None:
    """The text with its number in digits: "шесть школ" → "6 школ", "пять миллионов" → "5 миллионов"; None for any other.

    `language` is the person's: to who reads Russian "он" alone is no number.
    """
    if len(text) > _LONGEST:
        return None
    plain = dashes(clean(text)).lower().strip(" .,;:!")
    of_them = _OF_THEM.fullmatch(plain.partition(" ")[0])
    if of_them is not None:
        return _told(of_them[1], plain.split()[1:])
    words = ["мың" if word == "мын" else word for word in plain.replace("-", " ").split()]
    words = words[1:] if words[:1] == ["a"] else words
    number, taken = _number(words, language)
    return _told(str(number), words[taken:]) if number else None


def _number(words: Sequence[str], language: str | None) -> tuple[int, int]:
    """The number that a text begins with, and of how many words it is; (0, 0) where it begins with none."""
    said = [_WORDS.get(word.translate(_FLAT)) for word in words[:2]]
    if not said:
        return 0, 0
    first, second = said[0], said[1] if len(said) > 1 else None
    if first is None:
        return (1, 0) if is_scale_word(words[0]) else (0, 0)  # "тысяча", "миллион тенге"
    (of, one), other = first, second[1] if second is not None and second[0] == first[0] else 0
    tens = 20 <= one <= 90 or (of == "kk" and one == 10)
    if tens and 1 <= other <= 9:
        return one + other, 2
    if one == 1 and other == 100:
        return other, 2
    if words[0] == _HE and language != "kk":
        return 0, 0
    return one, 1


def _told(number: str, beside: Sequence[str]) -> str | None:
    """The number with what stands behind it, where that is words of its unit and at most one other."""
    others = [word for word in beside if not is_unit_word(word)]
    plain = all(word.isalpha() and word.translate(_FLAT) not in _WORDS for word in others)
    return " ".join([number, *beside]) if len(others) <= 1 and plain else None
