"""People and posts as a coordinator sees them: who holds what, what reports, who can be named."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from core.kernel.errors import Missing
from core.model.delegation import Substitution
from core.model.people import Person, Post, Role
from core.people.names import names_of_people, names_of_posts
from core.ports.unit_of_work import Work


@dataclass(frozen=True, slots=True)
class Roster:
    """The posts that report, those that nobody holds first and then by name; everybody who has joined, by id."""

    posts: tuple[Post, ...]
    people: dict[int, Person]
    holders: dict[int, list[int]]

    def held_by(self, post_id: int) -> list[Person]:
        """Who of those who have joined holds the post."""
        return [self.people[i] for i in self.holders.get(post_id, []) if i in self.people]

    @property
    def free(self) -> int:
        """How many posts nobody holds."""
        return sum(1 for p in self.posts if not self.holders.get(p.id))

    def with_role(self, role: Role) -> list[Person]:
        return [p for p in self.people.values() if role in p.roles]

    @property
    def unreached(self) -> list[Person]:
        """Those whom Telegram could not reach."""
        return [p for p in self.people.values() if p.unreached_since]


@dataclass(frozen=True, slots=True)
class NamedSubstitution:
    """A substitution that stands or is to come, with the names of the people and the post."""

    substitution: Substitution
    absent: str
    substitute: str
    post: str


async def roster(work: Work) -> Roster:
    people = {p.id: p for p in await work.people.everyone() if p.left_at is None}
    holders = await work.people.holders()
    posts = sorted(await reporting_posts(work), key=lambda p: (bool(holders.get(p.id)), p.name))
    return Roster(tuple(posts), people, holders)


async def reporting_posts(work: Work) -> list[Post]:
    """The posts that report in live plans; every single post where no plan is live yet."""
    posts, owing = await work.people.posts(), await work.obligations.owing_posts()
    return [p for p in posts if p.id in owing or (not owing and not p.is_group)]


async def colleagues(work: Work, but: Collection[int]) -> list[Person]:
    """Those who have joined and not left, by name, but these."""
    people = [p for p in await work.people.everyone() if p.left_at is None and p.id not in but]
    return sorted(people, key=lambda p: p.name)


async def who_holds(work: Work, post_id: int) -> list[Person]:
    """Who holds the post."""
    people = {p.id: p for p in await work.people.everyone()}
    return [people[i] for i in (await work.people.holders()).get(post_id, []) if i in people]


async def the_post(work: Work, post_id: int) -> Post:
    """Raises Missing."""
    found = await work.people.posts_named([post_id])
    if not found:
        raise Missing("unknown")
    return found[0]


async def the_person(work: Work, person_id: int) -> Person:
    """Raises Missing."""
    found = await work.people.get(person_id)
    if found is None:
        raise Missing("person-gone")
    return found


async def standing_substitutions(
    work: Work, today: date, *, absent: int | None = None, post: int | None = None
) -> list[NamedSubstitution]:
    """What stands or is to come of somebody's leave, or on a post, in order of first day."""
    found = [
        s
        for s in await work.substitutions.standing(today)
        if absent in (None, s.absent_id) and post in (None, s.post_id)
    ]
    if not found:
        return []
    names, posts = await names_of_people(work), await names_of_posts(work)
    return [
        NamedSubstitution(
            s, names.get(s.absent_id, ""), names.get(s.substitute_id, ""), posts.get(s.post_id, "")
        )
        for s in found
    ]
