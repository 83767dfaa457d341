"""One name for the spellings of a post or body: "Уст" and "УСт", "лабораториии", "Туркисбского района".

Only what cannot be another name is joined: abbreviations by case, by "е" for "э" or by a tail left out;
words by one slip inside a long word. Each joining that is more than case is a doubt for the coordinator.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from core.kernel.text import fold, near
from core.printed.responsibles import is_abbreviation

_TRIPLED = re.compile(r"([а-яёәіңғүұқөһ])\1{2,}")  # "лабораториии"; abbreviations may well repeat a letter
_LONGEST = 200  # characters of a name; longer ones are prose
_SHORTEST = 7  # letters of a word in which one slip is still the same word
# Words of posts whose misprints are known even where the right spelling is nowhere in the document.
_POST_WORDS = (
    "внештатный", "внештатная", "заведующий", "заведующая", "заведующие", "заместитель", "заместители", "руководитель",
    "руководители", "специалист", "специалисты", "медсестра", "бухгалтер", "экономист", "начальник", "директор",
    "менеджер", "программист", "инженер", "секретарь", "председатель", "координатор", "министерство", "управление",
    "департамент", "комитет", "главный", "главная", "ответственные",
)  # fmt: skip


def unified(names: Sequence[str], texts: Callable[[], Iterable[str]]) -> dict[str, str]:
    """For each name that is to be known by another spelling, that spelling.

    `names` are all mentions, in order; `texts` gives every text of the document, to tell the usual spelling of
    a word from the slip.
    """
    counted = Counter(name for name in names if len(name) <= _LONGEST)
    by_fold: dict[str, list[str]] = {}
    for name in counted:
        by_fold.setdefault(_key(name), []).append(name)
    same: dict[str, str] = {}
    heads: list[str] = []
    for spellings in by_fold.values():
        best = max(spellings, key=lambda n: (not _TRIPLED.search(n), counted[n]))
        heads.append(best)
        same.update({n: best for n in spellings if n != best})
    joined = {**_tails(heads), **_slips(heads, counted, texts), **_headless(heads)}
    joined = {n: joined.get(to, to) for n, to in joined.items()}
    return {**{n: joined.get(to, to) for n, to in same.items()}, **joined}


def _key(name: str) -> str:
    key = fold(_TRIPLED.sub(r"\1\1", name))
    return key.replace("э", "е") if is_abbreviation(name) and len(name) >= 4 else key


def _tails(names: Sequence[str]) -> dict[str, str]:
    """ "ДКТСЗ" for "ДКТСЗим": an abbreviation whose lower-case tail was left out."""
    found: dict[str, str] = {}
    for name in names:
        if is_abbreviation(name) and len(name) >= 4:
            longer = [
                o
                for o in names
                if o != name and o.startswith(name) and o[len(name) :].islower() and len(o) - len(name) <= 3
            ]
            if len(longer) == 1:
                found[name] = longer[0]
    return found


def _slips(names: Sequence[str], counted: Counter[str], texts: Callable[[], Iterable[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    words = [(name, tuple(fold(name).split())) for name in names if not is_abbreviation(name)]
    by_shape: dict[tuple[int, str], list[tuple[str, tuple[str, ...]]]] = {}
    for name, parts in words:
        by_shape.setdefault((len(parts), parts[0][:1] if parts else ""), []).append((name, parts))
    stems: Counter[str] | None = None
    for alike in by_shape.values():
        for at, (one, left) in enumerate(alike):
            for other, right in alike[at + 1 :]:
                slip = _one_slip(left, right)
                if slip:
                    stems = stems if stems is not None else _stems(texts())
                    right_one = _usual(one, other, slip, stems, counted)
                    found[other if right_one == one else one] = right_one
    for name, parts in words:
        if name not in found and (mended := _post_word(name, parts)):
            found[name] = mended
    return found


def _one_slip(left: Sequence[str], right: Sequence[str]) -> tuple[str, str] | None:
    """The one pair of words that differ by a slip inside a long word; None if the names differ otherwise."""
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(differing) != 1:
        return None
    one, other = differing[0]
    return (one, other) if is_slip(one, other) else None


def is_slip(one: str, other: str) -> bool:
    """Whether two folded words are one word with a slip inside: endings are grammar, figures are figures."""
    long = min(len(one), len(other)) >= _SHORTEST
    return (
        long
        and one[0] == other[0]
        and one[-2:] == other[-2:]
        and one.isalpha()
        and other.isalpha()
        and near(one, other)
    )


def _stems(texts: Iterable[str]) -> Counter[str]:
    return Counter(_stem(w) for text in texts for w in re.findall(r"[^\W\d_]{7,}", fold(text)))


def _stem(word: str) -> str:
    return word[: max(5, len(word) - 3)]


def _usual(one: str, other: str, slip: tuple[str, str], stems: Counter[str], counted: Counter[str]) -> str:
    for name, word in zip((one, other), slip, strict=True):
        if word in _POST_WORDS:
            return name
    weights = [sum(n for s, n in stems.items() if s.startswith(_stem(word)[:-1])) for word in slip]
    return one if (weights[0], counted[one]) >= (weights[1], counted[other]) else other


def _post_word(name: str, parts: Sequence[str]) -> str | None:
    for part in parts:
        right = [w for w in _POST_WORDS if len(w) > _SHORTEST and is_slip(part, w)]
        if part not in _POST_WORDS and len(right) == 1:
            return re.sub(re.escape(part), right[0], name, flags=re.IGNORECASE)
    return None


def _headless(names: Sequence[str]) -> dict[str, str]:
    """ "Ауэзовский района" for "Акимат Ауэзовского района": the body's own word left out before a place."""
    found: dict[str, str] = {}
    for name in names:
        parts = fold(name).split()
        if len(parts) != 2 or parts[1] not in {"района", "области", "город", "города", "районы"}:
            continue
        whole = [
            o for o in names
            if len(p := fold(o).split()) == 3 and p[2][:5] == parts[1][:5] and p[1][:5] == parts[0][:5] and is_stem(p[1], parts[0])
        ]  # fmt: skip
        if len(whole) == 1:
            found[name] = whole[0]
    return found


def is_stem(one: str, other: str) -> bool:
    """Whether two folded words share all but their endings."""
    stem = min(len(one), len(other)) - 3
    return stem >= 4 and one[:stem] == other[:stem]
