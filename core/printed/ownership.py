"""Who answers for a row: telling groups from single posts by their words, and proposing owners (domain, §1 and §3).

A plan names posts and bodies as printed, never people. "Заместители главного врача" and "Акиматы областей" are
groups; "Главная медсестра" and "МИО" are not. Russian says so in its first word, Kazakh in its last one.
What is found here is a proposal: the coordinator confirms or changes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from core.kernel.text import fold, one_line

_ASIDE = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION_AT_MOST = 7  # letters; a longer word in capitals is a shout: "ЗАМЕСТИТЕЛИ"

_PLURAL_ADJECTIVE = re.compile(r".+(?:ые|[гкхжчшщ]ие)")
_PLURAL_NOUN = re.compile(r".{2,}[ыи]|.+(?:ства|ения|ания|ятия)")
_MANY = frozenset(
    "все лица профессора доктора директора мастера инспектора фельдшера учителя тренера повара "
    "средние внешние внутренние".split()
)
"""Words that are many without ending as the rule expects."""

_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
_KAZAKH_PLURAL = re.compile(r".{2,}[лдт][ае]р[ыі]?")
_HARD_PLURAL = re.compile(r".{3,}[лдт]ары?")
"""For words without a letter that only Kazakh has: Russian has too many single posts in -лер, -дер and -тер."""

_ONE = frozenset(
    "данные жюри финансы кадры алматы караганды компания кампания "
    "бухгалтер бухгалтері лидер лидері мастер мастері контролер контролері секретары санитар санитары".split()
)
"""Words that end as a plural does and are none: things, names of cities, single posts."""

_RUSSIAN_ENDINGS = sorted(
    "иями ями ами ием иям иях его ого ему ому ыми ими ией ия ии ие ию ий ый ой ая яя ое ее ые ых их ую юю "
    "ам ям ах ях ов ев ей ом ем ы и а я о е у ю ь й".split(),
    key=len,
    reverse=True,
)
_KAZAKH_ENDING = re.compile(r"(?:[лдт][ае]р)?(?:с?[ыі])?(?:[нтд][ыі]ң)?")
_VOICED = str.maketrans("гғб", "кқп")


class ProposedOwners(BaseModel):
    """Who should own a row's report, who supervises it, who else is named; names as the plan prints them."""

    model_config = ConfigDict(frozen=True)
    owner: str | None = None
    supervisor: str | None = None
    contributors: tuple[str, ...] = ()


def is_group(name: str) -> bool:
    """Whether the name is that of several posts or bodies, to be expanded before anyone can report."""
    words = _words(name)
    if not words:
        return False
    if _is_kazakh(words):
        return _is_plural(words[-1], _KAZAKH_PLURAL)
    return (
        fold(words[0]) in _MANY
        or _is_plural(words[0], _PLURAL_ADJECTIVE)
        or _is_plural(words[0], _PLURAL_NOUN)
        or _is_plural(words[-1], _HARD_PLURAL)
    )


def propose(responsibles: Sequence[str]) -> ProposedOwners:
    """The first single post owns, a group named before it supervises, the others contribute.

    A row that names only groups has no owner: its groups contribute, until the coordinator names a member.
    """
    names = list(dict.fromkeys(responsibles))
    owner = next((name for name in names if not is_group(name)), None)
    if owner is None:
        return ProposedOwners(contributors=tuple(names))
    supervisor = names[0] if names[0] != owner else None
    others = tuple(name for name in names if name not in (owner, supervisor))
    return ProposedOwners(owner=owner, supervisor=supervisor, contributors=others)


def candidates(group: str, posts: Sequence[str]) -> list[str]:
    """The single posts whose names say that they are of the group, in the order given.

    "Заместитель главного врача по ЛР" is of "Заместители главного врача": every word of the group is there, in
    order and in any case or number, its head in its place (first in Russian, last in Kazakh).
    """
    return [post for post in posts if not is_group(post) and _is_of(group, post)]


def _is_of(group: str, post: str) -> bool:
    wanted, words = _words(group), _words(post)
    if not wanted or not words:
        return False
    same = _same_kazakh if _is_kazakh(wanted) else _same_russian
    head = -1 if _is_kazakh(wanted) else 0
    rest = iter(words)
    return same(wanted[head], words[head]) and all(any(same(w, word) for word in rest) for w in wanted)


def _words(name: str) -> list[str]:
    return _WORD.findall(_ASIDE.sub(" ", one_line(name)))


def _is_kazakh(words: Sequence[str]) -> bool:
    # A proper name inside a Russian title ("Акиматы области Ұлытау") does not make it Kazakh.
    own = [word for at, word in enumerate(words) if at == 0 or not word[0].isupper()]
    return any(_KAZAKH_LETTER.search(word.lower()) for word in own)


def _is_plural(printed: str, ending: re.Pattern[str]) -> bool:
    word = fold(printed)
    abbreviation = printed.isupper() and len(printed) <= _ABBREVIATION_AT_MOST
    return not abbreviation and word not in _ONE and ending.fullmatch(word) is not None


def _same_russian(one: str, other: str) -> bool:
    return _russian_stem(fold(one)) == _russian_stem(fold(other))


def _russian_stem(word: str) -> str:
    fits = (e for e in _RUSSIAN_ENDINGS if word.endswith(e) and len(word) - len(e) >= 3)
    return word.removesuffix(next(fits, ""))


def _same_kazakh(one: str, other: str) -> bool:
    shorter, longer = sorted((_kazakh_stem(fold(one)), _kazakh_stem(fold(other))), key=len)
    # "облысы" can be cut as "облыс-ы" or "облы-сы": one stem may have a letter more than the other.
    return longer.startswith(shorter) and len(longer) - len(shorter) <= (len(shorter) > 3)


def _kazakh_stem(word: str) -> str:
    cut = next((at for at in range(3, len(word)) if _KAZAKH_ENDING.fullmatch(word[at:])), len(word))
    return word[: cut - 1] + word[cut - 1].translate(_VOICED)
