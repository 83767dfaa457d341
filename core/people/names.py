"""What people and posts are called, by their ids."""

from __future__ import annotations

from collections.abc import Iterable

from core.ports.unit_of_work import Work


async def names_of_people(work: Work, *, who_left: bool = True) -> dict[int, str]:
    """Everybody's name, in order of joining; those of who left only where they are wanted."""
    return {p.id: p.name for p in await work.people.everyone() if who_left or p.left_at is None}


async def names_of_posts(work: Work) -> dict[int, str]:
    return {p.id: p.name for p in await work.people.posts()}


async def named_posts(work: Work, post_ids: Iterable[int]) -> list[str]:
    """The names of these posts, in the order given."""
    ids = list(post_ids)
    names = {p.id: p.name for p in await work.people.posts_named(ids)}
    return [names[i] for i in ids if i in names]
