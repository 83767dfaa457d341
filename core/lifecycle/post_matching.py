"""The register of posts against a new reading: other names that are known already, and names that are nearly known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from core.kernel.text import fold, near
from core.model.people import Post
from core.plan.doubts import DoubtCode
from core.plan.model import Doubt, ReadPlan
from core.printed.ownership import is_group

_SHORTEST = 5
"""Letters of a word in which a slip still leaves the same word; shorter ones tell posts apart ("по ЭР", "по ЛР")."""
_LONGEST = 200


def names_of(posts: Iterable[Post]) -> dict[str, Post]:
    """Folded name or alias → the post."""
    found = {fold(alias): post for post in posts for alias in post.aliases}
    return {**found, **{fold(post.name): post for post in posts}}


def known_names(read: ReadPlan, posts: Sequence[Post]) -> ReadPlan:
    """The reading with each post that is known by another name under the one of the register."""
    known = names_of(posts)
    named = {name: known[fold(name)].name for name in read.posts() if fold(name) in known}
    if all(name == other for name, other in named.items()):
        return read
    rows = (
        a.model_copy(
            update={"responsibles": tuple(dict.fromkeys(named.get(name, name) for name in a.responsibles))}
        )
        for a in read.activities
    )
    return read.model_copy(update={"activities": tuple(rows)})


def near_posts(read: ReadPlan, posts: Sequence[Post]) -> list[Doubt]:
    """A doubt for each post of the reading that is not in the register but written nearly like one that is."""
    known = names_of(posts)
    by_size: dict[int, list[Post]] = {}
    for post in posts:
        by_size.setdefault(len(_words(post.name)), []).append(post)
    found: list[Doubt] = []
    for name in read.posts():
        if fold(name) in known or len(name) > _LONGEST:
            continue
        alike = [p for p in by_size.get(len(_words(name)), []) if _nearly(name, p.name)]
        if len(alike) == 1:
            row = next(a for a in read.activities if name in a.responsibles)
            found.append(
                Doubt(
                    code=DoubtCode.POST_NEARLY_KNOWN,
                    activity=row.id,
                    field="responsibles",
                    as_printed=name,
                    args={"printed": name, "name": alike[0].name},
                )
            )
    return found


def known_variants(read: ReadPlan, posts: Sequence[Post]) -> Mapping[int, str]:
    """The places of doubts about two spellings that the register knows as one post, with the answer "same"."""
    known = names_of(posts)
    found: dict[int, str] = {}
    for at, doubt in enumerate(read.doubts):
        if doubt.code == DoubtCode.RESPONSIBLE_VARIANT:
            printed = known.get(fold(doubt.args["printed"]))
            if printed is not None and printed is known.get(fold(doubt.args["name"])):
                found[at] = "same"
    return found


def _words(name: str) -> list[str]:
    return fold(name).replace("-", " ").split()


def _nearly(one: str, other: str) -> bool:
    """Whether two names of as many words differ by slips in long words alone."""
    if is_group(one) != is_group(other):
        return False
    differing = [(a, b) for a, b in zip(_words(one), _words(other), strict=True) if a != b]
    return len(differing) <= 2 and all(
        min(len(a), len(b)) >= _SHORTEST and near(a, b, 2 if min(len(a), len(b)) >= 10 else 1)
        for a, b in differing
    )
