"""Quantities inside goals: a number with its range, scale and unit, what is said before it, and what after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from core.plan.model import Every, Unit
from core.printed import goal_tokens as words
from core.printed.goal_tokens import Token

Comparison = Literal["at_least", "at_most", "exactly", "between"]

_PREPOSITIONS = ("чем", "на", "в", "во", "до", "к", "с", "со", "от", "по")
_EACH_SPAN: dict[str, Every] = {"год": "year", "месяц": "month", "квартал": "quarter", "неделю": "week"}
_MANY = ("более", "выше", "больше")


class Before:
    """What the words before a number say: `before` without the prepositions that lead up to the number."""

    def __init__(self, said: Sequence[str]) -> None:
        rest = list(said)
        self.until = False
        self.since: str | None = None
        self.preposition: str | None = None
        while rest and rest[-1] in _PREPOSITIONS:
            word = rest.pop()
            self.preposition = self.preposition or word
            self.until = self.until or word == "до"
            self.since = "от" if word == "от" else "с" if word in ("с", "со") else self.since
        self.before = rest
        self.rough = bool(rest) and rest[-1] in words.ROUGHLY
        self.total = any(word in words.TOTAL for word in rest[-3:])
        self.each: Every | None = next((words.EACH[word] for word in rest if word in words.EACH), None)

    def has(self, stems: tuple[str, ...]) -> bool:
        return any(word.startswith(stems) for word in self.before)

    @property
    def comparison(self) -> Comparison | None:
        """What the last words compare with: "не более" is looked for before "более"."""
        for length in (2, 1):
            last = tuple(self.before[-length:])
            if last in words.LEAST:
                return "at_least"
            if last in words.MOST:
                return "at_most"
        return None


class Quantity:
    """A number from a token on; `end` is the token after everything that belongs to it."""

    def __init__(self, text: str, found: list[Token], at: int) -> None:
        self._text, self._found = text, found
        first = found[at]
        self.start, self.number, self._ending = first.start, first.value, first.ending
        self.upper: Decimal | None = None
        self.scale = 0
        self.unit = Unit.COUNT
        self.unit_word: str | None = None
        self._unit_key = ""
        self.each: Every | None = None
        self.least = self.most = self.until = False
        self.certain = True
        self.end = at + 1
        self._read_range()
        self._read_scale()
        self._skip_to_unit()
        self._read_unit()
        self._read_after()
        self._check_thousands()

    @property
    def value(self) -> Decimal:
        return Decimal(f"{self.number.scaleb(self.scale):f}")

    @property
    def text_end(self) -> int:
        return self._found[self.end - 1].end

    @property
    def leads_to_another(self) -> bool:
        """Whether "до" and another number come right after."""
        return self._key(0) in ("до", "по") and self._kind(1) == "num"

    @property
    def is_base(self) -> bool:
        """ "30%-дан 50%-ға дейін": where a Kazakh range begins."""
        return self._ending in ("дан", "ден", "тан", "тен", "нан", "нен") and self._kind(0) == "num"

    def is_place_or_age(self, before: Token | None) -> bool:
        """ "2 этап" is a place in a row, "детей 6 лет" an age."""
        if self._unit_key in words.TURNS and self.number != 1:
            return True
        aged = self._unit_key in ("лет", "года", "жас", "жасқа", "жастан")
        return aged and before is not None and before.is_word(*words.AGED)

    def followed_by(self, stems: tuple[str, ...]) -> bool:
        """Whether one of the next words up to a mark or a number begins so (Kazakh puts its verb last)."""
        for offset in range(4):
            if self._kind(offset) != "word":
                return False
            if self._key(offset).startswith(stems):
                return True
        return False

    def _read_range(self) -> None:
        doubled = [self._kind(i) for i in range(3)] == ["percent", "dash", "num"]
        if doubled:
            self.end += 1  # "10%-20%"
        if self._kind(0) == "dash" and self._kind(1) == "num":
            higher = self._found[self.end + 1]
            if higher.value > self.number:
                self.upper, self._ending = higher.value, higher.ending
                self.end += 2
                return
        self.end -= doubled

    def _read_scale(self) -> None:
        scale = words.scale_of_word(self._ending)
        if scale is None and self._kind(0) == "word":
            scale = words.scale_of_word(self._key(0))
            self.end += scale is not None
        self.scale = scale or 0

    def _skip_to_unit(self) -> None:
        """ "50 и более мест", "50-ден астам адам", "3 из 5 школ": what stands between a number and its unit."""
        if self._key(0) == "и" and self._key(1) in _MANY:
            self.least = True
            self.end += 2
        elif self._key(0) in ("астам", "артық") and self._key(1) != "емес":
            self.least = True
            self.end += 1
        elif self._key(0) == "из" and self._kind(1) == "num":
            self.end += 2

    def _read_unit(self) -> None:
        token = self._found[self.end] if self.end < len(self._found) else None
        if token is None:
            return
        if token.kind == "percent" or (token.kind == "word" and words.is_percent_word(token.key)):
            ends = token.start + 1 if token.kind == "percent" else token.end
            self.unit, self.unit_word, self._ending = (
                Unit.PERCENT,
                self._text[token.start : ends],
                token.ending,
            )
            self.end += 1
        elif token.kind == "word" and words.is_currency(token.key):
            self.unit, self.unit_word = Unit.MONEY, self._text[token.start : token.end]
            self.end += 1
        else:
            self._read_noun(token)

    def _read_noun(self, first: Token) -> None:
        """The noun after a number, with the adjectives before it: "чел.", "кв. м", "новых отделений"."""
        at = self.end
        while at < len(self._found) and _describes(self._found[at]):
            at += 1
        if at < len(self._found) and can_be_unit(self._found[at]):
            area = self._found[at].key in ("кв", "куб") and at + 1 < len(self._found)
            at += 2 if area and can_be_unit(self._found[at + 1]) else 1
        if at > self.end:
            last = self._found[at - 1]
            self._unit_key = last.key
            self.unit_word = self._text[first.start : last.end]
            self.end = at

    def _read_after(self) -> None:
        keys = tuple(self._key(i) if self._kind(i) == "word" else "" for i in range(2))
        for length in (2, 1):
            phrase = keys[:length]
            if phrase in words.MOST_AFTER or phrase in words.LEAST_AFTER:
                self.most, self.least = phrase in words.MOST_AFTER, phrase in words.LEAST_AFTER
                self.end += length
                if self.unit_word and phrase[0] != "и":
                    self.unit_word = _OUT_OF.sub("", self.unit_word)
                break
        if self._key(0) == "дейін":
            self.until = True
            self.end += 1
        if self._kind(0) == "word" and self._key(0) in words.EACH:
            self.each = words.EACH[self._key(0)]
            self.end += 1
        elif self._key(0) in ("в", "во") and self._key(1) in _EACH_SPAN:
            self.each = _EACH_SPAN[self._key(1)]
            self.end += 2

    def _check_thousands(self) -> None:
        """ "3.150 мест" is most likely 3150, but may be 3,15."""
        thousandths = self.number.as_tuple().exponent == -3
        if thousandths and self.unit is Unit.COUNT and not self.scale and self.number >= 1:
            self.number = Decimal(f"{self.number.scaleb(3):f}")
            self.certain = False

    def _kind(self, offset: int) -> str:
        return self._found[self.end + offset].kind if self.end + offset < len(self._found) else ""

    def _key(self, offset: int) -> str:
        return self._found[self.end + offset].key if self.end + offset < len(self._found) else ""


_OUT_OF = re.compile(r"(?<=\w\w)(?:[дт][ае]н|н[ае]н)$", re.IGNORECASE)
"""The case that "кем емес", "аспайды" and their like ask of the word before them: "150 адамнан кем емес" counts адам."""


def can_be_unit(token: Token) -> bool:
    return token.kind == "word" and token.key not in words.JOINING and not words.is_place_word(token)


def is_a_name(found: list[Token], at: int) -> bool:
    """Whether the number is part of a name or an address: "ул. Абая 40", "пункт 3"."""
    if not at or found[at - 1].kind != "word":
        return False
    measured = at + 1 < len(found) and found[at + 1].kind == "percent"
    if found[at - 1].key in words.NAMED:
        return not measured
    counted = at + 1 < len(found) and can_be_unit(found[at + 1])
    addressed = any(t.is_word(*words.PLACES) for t in found[max(0, at - 3) : at])
    return addressed and not (counted or measured)


def compares(inside: Sequence[Token]) -> bool:
    """Whether the words in brackets make a goal of their own: "(охват не менее 50 ЛСИ)"."""
    keys = [t.key for t in inside if t.kind in ("word", "sign")]
    phrases = (*words.LEAST, *words.MOST)
    compared = any(tuple(keys[i : i + len(p)]) == p for p in phrases for i in range(len(keys)))
    return compared or any(key.startswith(words.LEVELS) for key in keys)


def compared(
    known: Before, quantity: Quantity, up_to: bool, changes: bool, drops: bool
) -> tuple[Comparison, bool]:
    """How a fact is held against the quantity, and whether that is certain."""
    certain = not known.rough
    if quantity.upper is not None:
        return "between", certain
    if known.comparison is not None:
        return known.comparison, certain
    if quantity.least or quantity.most:
        return ("at_least" if quantity.least else "at_most"), certain
    if up_to and changes:
        return ("at_most" if drops else "at_least"), certain
    # "до 80 км" alone may be where the work ends or what it must not go over.
    return ("at_most", False) if up_to else ("exactly", certain)


def _describes(token: Token) -> bool:
    return can_be_unit(token) and words.is_adjective(token.key)
