"""Several works in one cell, each with a term or a responsible of its own: a row for each of them.

"1) открыть второе окно; 2) внедрить запись" beside "1) завхоз 2) программист". What other cells list in the same way is
dealt out, what they print once belongs to all. A list without numbers is parted only where the terms are listed too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core.plan.columns import ColumnRole as Role

_MOST = 30  # works in one cell
_POINT = re.compile(r"(?:(?<=^)|(?<=\n)|(?<=[;,.]\s)|(?<=\s))(?P<n>\d{1,2}|[а-гa-d])[.)]\s+(?=\S)")
_BULLET = re.compile(r"(?:^|\n)\s*[-–—•*·]\s+")
_EDGES = " \t\n;,"
DEALT = (Role.DEADLINE, Role.RESPONSIBLE, Role.FORM, Role.RESULT, Role.START, Role.DURATION, Role.UNIT)
"""Fields that a list may stand in beside the works."""


def works_in(title: str, beside: Mapping[Role, str]) -> list[dict[Role, str]] | None:
    """The works of a title's cell, each with its part of what stands beside it; None where it is one work.

    `beside` are the row's other cells as printed.
    """
    numbered = numbered_items(title)
    if numbered:
        works = [text for _, text in numbered]
        numbers = [number for number, _ in numbered]
    else:
        works = _bulleted(title) or _lines(title)
        numbers = [str(at) for at in range(1, len(works) + 1)]
        if not _listed_alike(works, beside):
            return None
    if not 2 <= len(works) <= _MOST or any(sum(map(str.isalpha, w)) < 3 for w in works):
        return None
    parts = {role: _dealt(text, numbers) for role, text in beside.items() if role in DEALT}
    return [
        {Role.TITLE: work, **{role: texts[at] for role, texts in parts.items()}}
        for at, work in enumerate(works)
    ]


def numbered_items(text: str) -> list[tuple[str, str]]:
    """The points of a list that counts from its first word on: [("1", "открыть второе окно"), …]; [] for none."""
    found = list(_POINT.finditer(text))
    if len(found) < 2 or found[0].start() != 0:
        return []
    kept = [found[0]]
    for match in found[1:]:
        if _follows(kept[-1]["n"], match["n"]):
            kept.append(match)
    if kept[0]["n"] not in {"1", "а", "a"} or len(kept) < 2:
        return []
    ends = [m.start() for m in kept[1:]] + [len(text)]
    items = [(m["n"], text[m.end() : end].strip(_EDGES)) for m, end in zip(kept, ends, strict=True)]
    return items if all(words for _, words in items) else []


def _follows(before: str, after: str) -> bool:
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    return not before.isdigit() and not after.isdigit() and ord(after) == ord(before) + 1


def _bulleted(text: str) -> list[str]:
    parts = [p.strip(_EDGES) for p in _BULLET.split(text)]
    return [p for p in parts if p] if text.lstrip()[:1] in "-–—•*·" else []


def _lines(text: str) -> list[str]:
    return [line.strip(_EDGES) for line in text.split("\n") if line.strip(_EDGES)]


def _listed_alike(works: Sequence[str], beside: Mapping[Role, str]) -> bool:
    """Whether the terms are listed in as many lines as the works, and begin each like a term of its own."""
    terms = _lines(beside.get(Role.DEADLINE, ""))
    people = _lines(beside.get(Role.RESPONSIBLE, ""))
    begun = all(w[:1].isupper() or not w[:1].isalpha() for w in works)
    apart = len({_digits(t) for t in terms}) == len(terms) and all(any(map(str.isdigit, t)) for t in terms)
    return 2 <= len(works) == len(terms) and begun and apart and len(people) in (0, 1, len(works))


def _digits(text: str) -> str:
    """The figures of a term: those of one in two languages are the same."""
    return " ".join(sorted(re.findall(r"\d+", text)))


def _dealt(text: str, numbers: Sequence[str]) -> list[str]:
    """A cell's part for each work: by its number, by its line, or the whole for all."""
    items = dict(numbered_items(text))
    if items and set(items) <= set(numbers):
        return [items.get(number, "") for number in numbers]
    lines = _bulleted(text) or _lines(text)
    return lines if len(lines) == len(numbers) else [text] * len(numbers)
