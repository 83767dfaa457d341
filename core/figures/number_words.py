"""Cardinal numbers in words, Russian, Kazakh and English, with words of scale and halves: "пять миллионов двести тысяч".

Each number of a text is read whole, or none of them is. It is shown back before it counts (domain, §4), since "он" is ten
in Kazakh and "he" in Russian. Kazakh is also read as it is typed on a keyboard without its letters ("сегиз").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from core.figures.typed_figures import is_scale_word, scale_of
from core.kernel.text import clean, dashes, flat

_LONGEST = 120
_Rank = Literal["digits", "units", "teens", "tens", "hundreds", "half"]


@dataclass(frozen=True, slots=True)
class _Word:
    """What one word of a number says, and in which language it says so."""

    language: str
    value: int
    rank: _Rank


def _listed(language: str, rank: _Rank, first: int, step: int, words: str) -> dict[str, _Word]:
    return {flat(w): _Word(language, first + n * step, rank) for n, w in enumerate(words.split())}


_WORDS: Mapping[str, _Word] = {
    **_listed("ru", "units", 1, 1, "один два три четыре пять шесть семь восемь девять"),
    **_listed("ru", "units", 1, 1, "одна две трое четверо пятеро шестеро семеро"),
    **{flat(w): _Word("ru", n, "units") for w, n in (("одно", 1), ("одну", 1), ("двое", 2), ("трое", 3), ("четверо", 4),
                                                    ("пятеро", 5), ("шестеро", 6), ("семеро", 7))},
    **_listed("ru", "teens", 10, 1, "десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать "
              "семнадцать восемнадцать девятнадцать"),
    **_listed("ru", "tens", 20, 10, "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"),
    **_listed("ru", "hundreds", 100, 100, "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"),
    **_listed("kk", "units", 1, 1, "бір екі үш төрт бес алты жеті сегіз тоғыз"),
    **_listed("kk", "units", 1, 1, "біреу екеу үшеу төртеу бесеу алтау жетеу"),
    **_listed("kk", "units", 1, 1, "біреуі екеуі үшеуі төртеуі бесеуі алтауы жетеуі сегізі тоғызы"),
    **_listed("kk", "units", 5, 1, "бесі алтысы жетісі"),
    **_listed("kk", "tens", 10, 10, "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан"),
    **_listed("en", "units", 1, 1, "one two three four five six seven eight nine"),
    **_listed("en", "teens", 10, 1, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
    **_listed("en", "tens", 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety"),
    **_listed("en", "tens", 40, 10, "fourty"),
}  # fmt: skip
_HUNDRED: Mapping[str, str] = {flat("жүз"): "kk", "hundred": "en"}
_HALVES = tuple(tuple(flat(words).split()) for words in ("с половиной", "жарым", "and a half"))
_ONE_AND_A_HALF = frozenset(("полтора", "полторы"))
_HALF_OF = frozenset((flat("жарты"), flat("жарым"), "half", "пол"))
_GROUPS = frozenset(
    flat(
        "четверть четверти треть трети третьих половина половины десяток десятка десятков десятки сотня сотни сотен дюжина дюжины "
        "дюжин пара пары ширек жартысы ондаған жүздеген quarter quarters third thirds dozen dozens couple score hundreds"
    ).split()
)
"""Shares of one and groups of things: a number beside them is not read."""
_NOUGHTS = frozenset(flat("ноль нуль ноля нөл zero nil").split())
""" "Zero thousand" is none, and not a thousand."""
_ANDS = frozenset((flat("және"), "и", "and"))
_SHARES: Mapping[str, int] = {
    "десятых": 1, "десятая": 1, "сотых": 2, "сотая": 2, flat("оннан"): 1, flat("жүзден"): 2,
}  # fmt: skip
_WHOLES = frozenset(("целых", "целая", flat("бүтін")))
_PARTS_OF_ONE = _ONE_AND_A_HALF | _HALF_OF | _WHOLES | _GROUPS | frozenset(("половиной",))
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_HALF_PREFIX = re.compile(r"\bпол(?=(?:тысяч|миллион|миллиард))")
_DIGITS = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,2})?")
_UNREAD = re.compile(
    flat(
        r"(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w+надцат|двадцат|тридцат|сороков|\w+десят|сот|\w+сот|тысячн)"
        r"(?:ый|ой|ий|ого|его|ому|ему|ым|ом|ая|ую|ое|ые|ых|и|ь?ю|ья|ье|ьи|ьего)|"
        r"(?:бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан)"
        r"(?:[ыі]?н?ш[ыі]\w*|[ғгқк][ае]|[дт][ае]|[дтн][ае]н|[дтн][ыі]ң|[дтн][ыі])|"
        r"(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)ths?)|odd"
    )
)
""" Words of a number that are no cardinal as it is counted with."""
_HE = "он"
_INDEFINITE = frozenset(map(flat, ("один", "одна", "одно", "одну", "бір", "one")))
_FEW = 2
_HALF = Decimal("0.5")


@dataclass
class _Said:
    """The number as far as it was read: what is in scales already, the group below them, and what may still follow."""

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    rank: _Rank | None = None
    scale: int | None = None
    scales: list[str] = field(default_factory=list)
    language: str | None = None
    words: int = 0
    taken: int = 0

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)


def in_digits(text: str, language: str | None = None) -> str | None:
    """The text with its numbers in digits: "шесть школ" → "6 школ"; None where it has none in words, or one not whole.

    Of several scales a number is told in millions ("5.8 млн"). `language` is the person's: to who reads Russian "он"
    alone is no number, and "один" in a sentence is none in any language.
    """
    if len(text) > _LONGEST:
        return None
    typed = _HALF_PREFIX.sub("пол ", _HYPHEN.sub(" ", dashes(clean(text)).lower())).split()
    if typed[:1] == ["a"] and len(typed) > 1 and (typed[1] in _HUNDRED or is_scale_word(typed[1])):
        typed = typed[1:]
    if len(typed) > 1 and not _NOUGHTS.isdisjoint(map(flat, typed)):
        return None
    typed = ["мың" if word == "мын" else word for word in typed]
    told: list[str] = []
    found, at = False, 0
    while at < len(typed):
        run = _run(typed[at:])
        said = _number(run) if _begins(run[0]) else None
        if said is None and (_is_spelled(run[0]) or is_scale_word(run[0])):
            return None
        if said is None or not said.words or _is_no_number(run, said, at, language):
            taken = said.taken if said is not None else 1
            told += typed[at : at + taken]
        elif _goes_on_unread(run[said.taken :]):
            return None
        else:
            taken, found = said.taken, True
            told.append(_in_digits(said) + _mark(typed[at + taken - 1], run[taken - 1]))
        at += taken
    return " ".join(told).strip(" .,;:!") if found else None


def _goes_on_unread(rest: Sequence[str]) -> bool:
    """Whether the number goes on in a place or a case that is not read: "тридцать восьмой", "отыз сегізінші"."""
    return bool(rest) and _UNREAD.fullmatch(flat(rest[0])) is not None


def _run(typed: Sequence[str]) -> list[str]:
    """The words up to the next mark that parts clauses, without marks."""
    until = next((n for n, word in enumerate(typed, 1) if word[-1] in ",;:!?)"), len(typed))
    return [word.strip(".,;:!?()") or word for word in typed[:until]]


def _mark(typed: str, word: str) -> str:
    return typed[len(word) :] if typed.startswith(word) else ""


def _begins(word: str) -> bool:
    return (
        _is_spelled(word)
        or flat(word) in _HALF_OF
        or is_scale_word(word)
        or _DIGITS.fullmatch(word) is not None
    )


def _is_spelled(word: str) -> bool:
    plain = flat(word)
    return plain in _WORDS or plain in _HUNDRED or plain in _ONE_AND_A_HALF


def _is_no_number(run: Sequence[str], said: _Said, at: int, language: str | None) -> bool:
    if said.taken > 1:
        return False
    if run[0] == _HE:
        return language != "kk"
    return (at > 0 or len(run) > _FEW) and flat(run[0]) in _INDEFINITE


def is_number_word(word: str) -> bool:
    """Whether a word is part of a number in words, a half of it among them."""
    plain = flat(word)
    return plain in _WORDS or plain in _HUNDRED or plain in _PARTS_OF_ONE


def _number(words: Sequence[str]) -> _Said | None:
    """The number that a text begins with; None where there is none, or it is not said whole. `words` are its own in words."""
    said = _Said()
    while said.taken < len(words):
        step = _next(said, [flat(w) for w in words[said.taken :]], words[said.taken])
        if step is None:
            return None
        if step == 0:
            break
        said.taken += step
    return said if said.value else None


def _next(said: _Said, rest: Sequence[str], typed: str) -> int | None:
    """Takes what comes next into the number: how many words it is, 0 where the number is over, None where it makes none."""
    word = rest[0]
    if said.taken and word in _ANDS and _goes_on(rest[1:]) and not _half(rest):
        return 1 if said.scale is not None or said.rank == "hundreds" else None
    for take in (_take_half, _take_share, _take_hundred, _take_word, _take_digits):
        taken = take(said, rest)
        if taken is None or taken:
            return taken
    return _take_scale(said, typed) if is_scale_word(typed) else 0


def _goes_on(rest: Sequence[str]) -> bool:
    return bool(rest) and (rest[0] in _WORDS or rest[0] in _HUNDRED or _DIGITS.fullmatch(rest[0]) is not None)


def _half(rest: Sequence[str]) -> int:
    return next((len(half) for half in _HALVES if tuple(rest[: len(half)]) == half), 0)


def _take_half(said: _Said, rest: Sequence[str]) -> int | None:
    """ "с половиной" behind a number or its scale, "полтора" for one and a half, "пол" and "half a" before a scale."""
    if rest[0] in _ONE_AND_A_HALF:
        return _put(said, Decimal("1.5"), "half", None) if said.group is None and said.scale is None else None
    if said.taken and (half := _half(rest)):
        if said.group is not None and said.rank != "half":
            said.group, said.rank = said.group + _HALF, "half"
        elif said.group is None and said.scale is not None:
            said.total += _HALF.scaleb(said.scale)
        else:
            return None
        said.words += 1
        return half
    if rest[0] in _HALF_OF and not said.taken:
        article = 2 if rest[1:2] == ["a"] else 1
        scaled = len(rest) > article and is_scale_word(rest[article])
        return article if scaled and _put(said, _HALF, "half", None) else 0
    return 0


def _take_share(said: _Said, rest: Sequence[str]) -> int | None:
    """ "целых пять десятых", "бүтін оннан бес", "point five" behind a whole number."""
    if said.group is None or not said.taken:
        return 0
    if rest[0] == "point":
        digits = [w.value for w in map(_WORDS.get, rest[1:3]) if w is not None and w.rank == "units"]
        share, taken = "".join(map(str, digits)), 1 + len(digits)
        return _add_share(said, share, taken) if digits else None
    if rest[0] not in _WHOLES:
        return 0
    places = next((_SHARES[w] for w in rest[1:5] if w in _SHARES), None)
    inner = [w for w in rest[1:5] if w not in _SHARES]
    count = _number(inner[:2]) or _number(inner[:1])
    if places is None or count is None or count.scale is not None or count.value >= 10**places:
        return None
    return _add_share(
        said, f"{count.value:0{places}f}" if places == 1 else f"{int(count.value):02d}", 2 + count.taken
    )


def _add_share(said: _Said, share: str, taken: int) -> int:
    said.group = (said.group or Decimal(0)) + Decimal(f"0.{share}")
    said.rank = "half"
    return taken


def _take_hundred(said: _Said, rest: Sequence[str]) -> int | None:
    """Kazakh and English count hundreds: "екі жүз", "two hundred"."""
    language = _HUNDRED.get(rest[0])
    if language is None:
        return 0
    if said.group is None:
        return _put(said, Decimal(100), "hundreds", language)
    if said.rank != "units" or said.language not in (language, None):
        return None
    said.group, said.rank = said.group * 100, "hundreds"
    return 1


_AFTER: Mapping[_Rank, frozenset[_Rank]] = {
    "units": frozenset(("tens", "hundreds")),
    "teens": frozenset(("hundreds",)),
    "tens": frozenset(("hundreds",)),
    "hundreds": frozenset(),
}


def _take_word(said: _Said, rest: Sequence[str]) -> int | None:
    word = _WORDS.get(rest[0])
    if word is None:
        return 0
    fits = said.group is None or said.rank in _AFTER[word.rank]
    if not fits or said.language not in (None, word.language):
        return None
    return _put(said, (said.group or Decimal(0)) + word.value, word.rank, word.language)


def _take_digits(said: _Said, rest: Sequence[str]) -> int | None:
    if _DIGITS.fullmatch(rest[0]) is None:
        return None if any(c.isdigit() for c in rest[0]) else 0
    if said.group is not None:
        return None
    taken = _put(said, Decimal(rest[0].replace(",", ".")), "digits", None)
    said.words -= 1
    return taken


def _take_scale(said: _Said, typed: str) -> int | None:
    power = scale_of(typed.strip(". "))
    if said.scale is not None and (power >= said.scale or said.group is None):
        return None
    said.total += (Decimal(1) if said.group is None else said.group).scaleb(power)
    said.words += said.group is None
    said.group, said.rank, said.scale = None, None, power
    said.scales.append(typed)
    return 1


def _put(said: _Said, group: Decimal, rank: _Rank, language: str | None) -> int:
    said.group, said.rank = group, rank
    said.language = language or said.language
    said.words += 1
    return 1


def _in_digits(said: _Said) -> str:
    """A number without a scale at its end as it is; one of several scales in millions, which are never taken for thousands."""
    if said.group is not None or said.scale is None:
        return _plain(said.value)
    if len(said.scales) == 1:
        return f"{_plain(said.value.scaleb(-said.scale))} {said.scales[0]}"
    millions = said.value.scaleb(-6)
    exact = _plain(millions)
    return f"{exact}0 млн" if len(exact.partition(".")[2]) == 3 else f"{exact} млн"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
