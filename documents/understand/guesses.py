"""Columns whose header words nobody has seen: what they hold tells what they are. Each guess is a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from core.kernel.text import fold
from core.plan.columns import ColumnRole
from core.plan.model import DeadlineKind
from core.printed.deadlines import parse_deadline
from core.printed.responsibles import is_abbreviation, split_responsibles

_ENOUGH = 0.6  # share of a column's cells that must look so
_POSTS = (
    "директор", "главн", "врач", "заместител", "руководител", "начальник", "специалист", "экономист", "бухгалтер",
    "юрист", "заведующ", "менеджер", "отдел", "управлени", "департамент", "министерств", "акимат", "комитет", "инженер",
    "бөлім", "басқарма", "министрліг", "әкімдік", "дәрігер", "маман", "басшы", "орынбасар",
)  # fmt: skip

# Words for people by what they do: методолог, юрист, сотрудник, программист, инженер, провизор, завхоз.
_PERSON = re.compile(r"(лог|ист|ник|тор|тель|нер|хоз|ор|арь|сестра|ант|ер)$")


def guessed_roles(texts: Mapping[int, Sequence[str]], known: Iterable[ColumnRole]) -> dict[int, ColumnRole]:
    """Roles for columns of unknown words, by place: a deadline, a responsible, or what is to be done."""
    free, roles = {at: cells for at, cells in texts.items() if cells}, dict[int, ColumnRole]()
    have = set(known)
    for role, looks in ((ColumnRole.DEADLINE, _is_deadline), (ColumnRole.RESPONSIBLE, _is_responsible)):
        if role in have:
            continue
        found = next(
            (at for at, cells in free.items() if sum(map(looks, cells)) >= _ENOUGH * len(cells)), None
        )
        if found is not None:
            roles[found] = role
            del free[found]
    if not have & {ColumnRole.TITLE, ColumnRole.INDICATOR, ColumnRole.OBJECTIVE}:
        long = {at: sum(map(len, cells)) / len(cells) for at, cells in free.items()}
        best = max(long, key=lambda at: long[at], default=None)
        if best is not None and long[best] >= 5 and any(c.isalpha() for c in free[best][0]):
            roles[best] = ColumnRole.TITLE
    return roles


def _is_deadline(text: str) -> bool:
    if len(text) > 80 or text.strip().isdigit() and len(text.strip()) != 4:
        return False
    deadline, _ = parse_deadline(text, 2024, None)
    return deadline.kind not in {DeadlineKind.NONE, DeadlineKind.EVENT}


def _is_responsible(text: str) -> bool:
    if len(text) > 200:
        return False
    names, _ = split_responsibles(text)
    return bool(names) and all(_is_post(name) for name in names)


def _is_post(name: str) -> bool:
    words = fold(name).split()
    if not words or len(words) > 8:
        return False
    short = len(words) <= 2 and bool(_PERSON.search(words[0]))
    return short or is_abbreviation(name.split()[0]) or any(p in fold(name) for p in _POSTS)
