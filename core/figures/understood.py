"""Whether a text was understood whole beside the figures that were read from it: every word counts (domain, §4).

The number, its scale, its currency and its percent sign are taken out, and so is the plan that stands beside the fact.
Each word and sign that is left has to be one that leaves a figure as it is (`core.figures.words_beside`) or one that the
row prints; else the figure is shown back, and where it is plainly not the fact it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from core.figures import words_beside as known
from core.figures.doings import without_elsewhere
from core.figures.number_words import is_number_word
from core.figures.plan_beside import without_plan
from core.figures.row_words import is_of
from core.figures.sources import is_source_word
from core.figures.stages import is_stage
from core.figures.typed_figures import (
    PERCENT,
    Token,
    find_figure,
    fits,
    is_bare_tenge,
    is_unit_word,
    tokens_in,
)
from core.kernel.text import clean, dashes, flat
from core.plan.model import Unit
from core.plan.reports import Measure


class Beside(IntEnum):
    """What stands beside the figures, the worst of it: nothing that counts, something unknown, what makes it no fact,
    another unit, a part of the number itself."""

    NOTHING = 0
    UNKNOWN = 1
    DENIED = 2
    OTHER_UNIT = 3
    TORN = 4


_FIGURE = "\0"
_ITEMS = re.compile(r"\0|[^\W_]+|\S")
_CLAUSES = re.compile(r"[;\n!]+|[,.]\s+")
PARTS = re.compile(r"[;\n]|,(?=\s)|\s(?:и|және|and)\s", re.IGNORECASE)
_NEXT_TO = (
    re.compile(r"\0\s+(?:с\s|and\s(?:a\s)?)?([^\W\d_]+)"),
    re.compile(r"([^\W\d_]+)\s+(?:of\s+(?:the\s+)?|the\s+|от\s+|из\s+)?\0"),
)
_AND = frozenset(flat("и және and +").split())
_UNDECLINED = re.compile(
    r"тыс|млн|млрд|трлн|тысяч(?:[аиуе]|ей|ам)?|(?:миллион|миллиард|триллион)(?:[ауые]|ов|ам)?|процент(?:[аы]|ов|ам)?|"
    r"(?:мың|мын|миллион|миллиард|триллион|те[нң]ге|пайыз)(?P<of_it>с?[ыі]н?|[нд][ыі])?|[a-z ]+|тг|тнг|₸|%"
)
""" A word of a unit as it stands beside the fact: "тысяч", "теңгесі"; not "пайыздан", "процентных"."""
_TOWARDS = re.compile(r".+[ғгқк][ае]")
_PLAN = re.compile(r"план|жоспар|plan", re.IGNORECASE)
_PERCENT = re.compile(PERCENT, re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\(\s*\0\s*\)")
_ALL = Decimal(100)
_HUMAN = (
    "врач специалист работник медик медработник медсестра медсестёр сестра человек люди сотрудник педагог учитель студент пациент "
    "дети детей ребёнок житель гражданин граждан кадры персонал слушатель маман дәрігер қызметкер адам бала оқушы тұрғын мейіргер "
    "doctor nurse employee specialist staff people person worker teacher patient child children student resident"
)
"""Words of a unit that say that a row counts people."""

_ANYBODY = (
    "специалист работник сотрудник человек люди кадры персонал слушатель маман қызметкер адам "
    "employee specialist staff people person worker"
)
"""People of whatever kind. "38 детей" may be others than those whom the row counts: a kind is known where the row prints it."""


def beside(
    text: str, given: Mapping[str, Decimal], measures: Sequence[Measure], language: str | None, row: str = ""
) -> Beside:
    """The worst of what stands beside the figures that were read from a text; `row` is what the row prints."""
    told = [m for m in measures if m.id in given]
    if any(m.unit is Unit.STAGE for m in told):
        return _beside_stage(text, told[0])
    if any(m.unit is Unit.PRESENCE for m in told):
        return Beside.NOTHING
    parts = _parted(text, given, told, language) or [(text, told)]
    lacks = Beside.UNKNOWN if _lacks_sources(given, measures) else Beside.NOTHING
    return max([lacks, *(_beside_figures(part, given, of, language, row) for part, of in parts)])


def _lacks_sources(given: Mapping[str, Decimal], measures: Sequence[Measure]) -> bool:
    """Whether money is told by some of its sources alone ("РБ 150"): what they come to may not be all of it."""
    parts = [m.id in given for m in measures if m.role == "by_source"]
    return any(parts) and not all(parts)


def _parted(
    text: str, given: Mapping[str, Decimal], told: Sequence[Measure], language: str | None
) -> list[tuple[str, list[Measure]]]:
    """The parts of a text that gives several figures, each with the measure that it tells; nothing where it is one thing.

    What has no number stands with the part before it.
    """
    if len(told) < 2 or any(m.role == "by_source" for m in told):
        return []
    parts: list[str] = []
    for part in filter(str.strip, PARTS.split(text)):
        if parts and not (any(c.isdigit() for c in part) and any(c.isdigit() for c in parts[-1])):
            parts[-1] += f"; {part}"
        else:
            parts.append(part)
    found = [
        (part, [m for m in told if find_figure(without_plan(part, m, language), m, language) == given[m.id]])
        for part in parts
    ]
    return found if all(of for _, of in found) else []


def _beside_figures(
    text: str, given: Mapping[str, Decimal], told: Sequence[Measure], language: str | None, row: str
) -> Beside:
    rest, has_plan = _without_plans(text, [m for m in told if m.role != "by_source"], language)
    plain = dashes(clean(rest)).lower()
    taken = _taken(plain, told)
    if not taken:
        return Beside.NOTHING  # "нет", "ноль": a word alone
    left = known.without_phrases(flat(_left(plain, taken)))
    if any(is_number_word(word) for pattern in _NEXT_TO for word in pattern.findall(left)):
        return Beside.TORN
    words = {flat(word) for word in _ITEMS.findall(left)}
    of_row = _known(told, taken, words, row)
    reached = not known.REACHED.isdisjoint(words)
    lone = len(taken) == 1 and any(is_bare_tenge(taken[0], m) for m in told)
    marked = lone or _is_marked(taken, left, has_plan, reached) or _is_more_than_all(text, given, told)
    marked = marked or any(plain[t.start] == "+" for t in taken)
    marked = marked or _may_be_execution(words, given, told, row) or _is_share(taken, told, row)
    marks = Beside.UNKNOWN if marked else Beside.NOTHING
    return max([marks, *(of_row.worst(clause) for clause in _CLAUSES.split(left))])


def _beside_stage(text: str, measure: Measure) -> Beside:
    if is_stage(text, measure):
        return Beside.NOTHING
    codes = {flat(s.code) for s in measure.stages}
    names = " ".join(s.words for s in measure.stages)
    words = re.findall(r"[^\W_]+|[^\w\s]", flat(text))
    odd = [
        w
        for w in words
        if w not in codes | known.STAGE and not is_of(w, names) and not known.is_harmless_sign(w)
    ]
    return Beside.UNKNOWN if odd else Beside.NOTHING


def _without_plans(text: str, told: Sequence[Measure], language: str | None) -> tuple[str, bool]:
    """The text without the plans that are told beside the facts, and whether there were any."""
    if len(told) == 1:
        rest = without_plan(text, told[0], language)
        return rest, rest != text
    parts = [part for part in PARTS.split(text) if part.strip()] if told else [text]
    for measure in told:
        parts = [without_plan(part, measure, language) for part in parts]
    return "; ".join(parts), False


def _is_more_than_all(text: str, given: Mapping[str, Decimal], told: Sequence[Measure]) -> bool:
    """ "15 из 12": more than all of them."""
    if len(told) != 1 or told[0].plan is None or _PLAN.search(text):
        return False
    return given[told[0].id] > told[0].plan and without_plan(text, told[0]) != text


def _may_be_execution(
    words: Collection[str], given: Mapping[str, Decimal], told: Sequence[Measure], row: str
) -> bool:
    """ "Выполнено на 100%" where 86 % are planned: all of the plan, or all that the share is of; nothing says which."""
    if known.COMPLETION.isdisjoint(words):
        return False
    of = [m for m in told if m.unit is Unit.PERCENT and m.plan != _ALL and given[m.id] >= _ALL]
    named = f"{row} {' '.join(m.words for m in of)}"
    return bool(of) and not any(w in known.LEVELS | known.THINGS or is_of(w, named) for w in words)


def _is_share(taken: Sequence[Token], told: Sequence[Measure], row: str) -> bool:
    """ "50%" where 40 of something are planned, and the row says nothing of percent: half of them, or fifty."""
    printed = f"{row} {' '.join(m.words for m in told)}"
    in_percent = any(t.percent for t in taken) and all(m.unit is Unit.TEXT for m in told)
    return in_percent and _PERCENT.search(printed) is None


def _taken(plain: str, told: Sequence[Measure]) -> list[Token]:
    """The numbers that are figures of what was told."""
    found = {t.start: t for m in reversed(told) for t in tokens_in(plain, m) if fits(t, m)}
    return [found[start] for start in sorted(found)]


def _left(plain: str, taken: Sequence[Token]) -> str:
    left, at = "", 0
    for token in taken:
        left += f"{plain[at : token.start]} {_FIGURE} "
        at = token.end
    return left + plain[at:]


def _is_marked(taken: Sequence[Token], left: str, has_plan: bool, reached: bool) -> bool:
    """Whether a number is told otherwise than plainly: with an ending ("35-і", "пайыздан"), in brackets, with a plus."""
    if _IN_BRACKETS.search(left) or (any(t.of_them for t in taken) and not has_plan):
        return True
    declined = [word for t in taken for word in t.unit.split() if not _UNDECLINED.fullmatch(word)]
    return any(not (reached and _TOWARDS.fullmatch(word)) for word in declined)


@dataclass(frozen=True, slots=True)
class _Known:
    """Which words leave the figures of a text as they are, which are of another unit, and what the row prints."""

    harmless: frozenset[str]
    foreign: frozenset[str]
    printed: str
    counted: str
    by_source: bool

    def worst(self, clause: str) -> Beside:
        items = _ITEMS.findall(clause)
        return max((self._says(item, _FIGURE in items) for item in items), default=Beside.NOTHING)

    def _says(self, item: str, with_figure: bool) -> Beside:
        word = flat(item)
        if item == _FIGURE or word in self.harmless or known.is_harmless_sign(item):
            return Beside.NOTHING
        of_the_row = is_of(word, f"{self.printed} {self.counted}")
        if known.is_other_unit(item) or word in self.foreign:
            return Beside.UNKNOWN if of_the_row else Beside.OTHER_UNIT
        if known.denies(item):
            return Beside.DENIED if with_figure and not of_the_row else Beside.UNKNOWN
        plain = is_of(word, self.counted) or (self.by_source and is_unit_word(item))
        return Beside.NOTHING if plain else Beside.UNKNOWN


def _known(told: Sequence[Measure], taken: Sequence[Token], words: Collection[str], row: str) -> _Known:
    """What is known beside the figures of those measures, in a text of those words (`core.kernel.text.flat`)."""
    units = {m.unit for m in told}
    counts = bool(units - {Unit.MONEY, Unit.PERCENT})
    named = counts or any(t.unit for t in taken)
    nouns = " ".join(m.noun for m in told if m.noun and m.role != "by_source")
    sources = [m for m in told if m.role == "by_source"]
    people = known.PEOPLE | _named_people(words) if _counts_people(nouns or row) else frozenset()
    pieces = frozenset() if not nouns and _has_people_for_unit(row) else known.PIECES
    things = pieces | people
    done = known.THINGS if counts or Unit.MONEY not in units else known.BOUGHT
    if counts:
        done = without_elsewhere(done & frozenset(words), row)
    harmless = known.ANY | (done if named else frozenset()) | (things if counts else frozenset())
    if Unit.MONEY in units:
        harmless |= known.MONEY | _source_words(sources, words)
    if Unit.PERCENT in units:
        harmless |= known.LEVELS
    if not harmless.isdisjoint(words):
        harmless |= known.AUXILIARY
    if not known.REACHED.isdisjoint(words):
        harmless |= known.TOWARDS
    if len(taken) > 1:
        harmless |= _AND
    foreign = frozenset() if Unit.MONEY in units else known.MONEY
    foreign |= frozenset() if counts else known.PIECES | known.PEOPLE
    printed = f"{row} {' '.join(m.words for m in told)}"
    counted = (nouns if counts else "") or (printed if named and not nouns else "")
    return _Known(harmless, foreign, printed, counted, bool(sources))


def _counts_people(nouns: str) -> bool:
    words = [word.strip(".,;:") for word in nouns.split()]
    return not words or any(flat(word) in known.PEOPLE or is_of(word, _HUMAN) for word in words)


def _has_people_for_unit(row: str) -> bool:
    """Whether a row prints people as what it is counted in ("чел.") and no pieces: "38 шт" is then another thing."""
    words = frozenset(re.findall(r"[^\W\d_]+", flat(row)))
    return not words.isdisjoint(known.PEOPLE) and words.isdisjoint(known.PIECES)


def _named_people(words: Collection[str]) -> frozenset[str]:
    """The words that say people and no more: "сотрудников", "қызметкер"; not out of how many ("адамнан")."""
    return frozenset(w for w in words if is_of(w, _ANYBODY))


def _source_words(parts: Sequence[Measure], words: Collection[str]) -> frozenset[str]:
    """The words that name sources of money, and those that lead up to them."""
    return frozenset(w for w in words if parts and is_source_word(w, parts))
