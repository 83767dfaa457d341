"""People, the posts they hold, and the session: a person with their card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Row, bindparam, cast, func, select, update

from core.kernel.text import fold
from core.model.cards import Card
from core.model.people import Person, Post, Role
from storage.stores.queues import CARD, card_of
from storage.stores.store import Store, adding, in_parts, replacing
from storage.tables import card, holding, person, post, post_alias

_PERSON, _POST = tuple(person.c.keys()), tuple(post.c.keys())
_WANTED = select(cast(bindparam("id"), BigInteger).label("id")).subquery("wanted")
_SESSION = select(person, *(c.label(f"card_{c.name}") for c in CARD)).select_from(
    _WANTED.outerjoin(person, person.c.id == _WANTED.c.id).outerjoin(card, card.c.person_id == _WANTED.c.id)
)
_GET = select(person).where(person.c.id == bindparam("id"))
_EVERYONE = select(person).order_by(person.c.joined_at, person.c.id)
_WITH_ROLE = _EVERYONE.where(person.c.left_at.is_(None), person.c.roles.contains(bindparam("role")))
_SAVE = replacing(person, "id")
_POSTS = select(post).order_by(post.c.id)
_POSTS_NAMED = _POSTS.where(post.c.id.in_(bindparam("ids", expanding=True)))
_GROUPS = select(post.c.id, post.c.reports).where(post.c.is_group, post.c.reports.is_not(None))
_ADD_POST = adding(post, "folded")
_NAMED = select(post.c.folded, post.c.id).where(post.c.folded.in_(bindparam("folded", expanding=True)))
_ALIASES = select(post_alias).order_by(post_alias.c.post_id, post_alias.c.name)
_ALIASES_OF = _ALIASES.where(post_alias.c.post_id.in_(bindparam("ids", expanding=True)))
_ALIASED = select(post_alias).where(post_alias.c.folded.in_(bindparam("folded", expanding=True)))
_ADD_ALIAS = replacing(post_alias, "folded")
_SAVE_POST = update(post).where(post.c.id == bindparam("post_id"))
_NOW = holding.c.until.is_(None)
_HOLD = adding(holding, "person_id", "post_id", where=_NOW)
_LEAVE = update(holding).where(holding.c.person_id == bindparam("who"), _NOW).values(until=bindparam("ended"))
_LEAVE_POST = _LEAVE.where(holding.c.post_id == bindparam("which"))
_HOLDERS = (
    select(holding.c.post_id, holding.c.person_id).where(_NOW).order_by(holding.c.post_id, holding.c.id)
)
_POSTS_OF = (
    select(holding.c.post_id)
    .where(holding.c.person_id == bindparam("person_id"), _NOW)
    .order_by(holding.c.post_id)
)

_FORMER_POSTS = (
    select(holding.c.post_id)
    .where(holding.c.person_id == bindparam("person_id"))
    .group_by(holding.c.post_id)
    .having(func.count() == func.count(holding.c.until))
    .order_by(func.max(holding.c.until).desc(), holding.c.post_id)
)


class People(Store):
    """core.ports.unit_of_work.PeopleStore."""

    async def get(self, person_id: int) -> Person | None:
        row = await self._first(_GET, {"id": person_id})
        return None if row is None else _person(row)

    async def session(self, person_id: int) -> tuple[Person | None, Card]:
        row = await self._first(_SESSION, {"id": person_id})
        if row is None:
            return None, Card(person_id=person_id)
        found = None if row.id is None else _person(row)
        known = row[len(person.c) :]
        return found, Card(person_id=person_id) if known[0] is None else card_of(known)

    async def save(self, person: Person) -> None:
        kept = person.model_dump(exclude={"roles"})
        await self._run(self._upsert(_SAVE), {**kept, "roles": _words(person.roles)})

    async def everyone(self) -> list[Person]:
        """Everyone who ever joined, those who left too, in order of joining."""
        return [_person(row) for row in await self._all(_EVERYONE)]

    async def with_role(self, role: Role) -> list[Person]:
        """Those who have the role now, in order of joining."""
        return [_person(row) for row in await self._all(_WITH_ROLE, {"role": f" {role.value} "})]

    async def posts(self) -> list[Post]:
        return _posts(await self._all(_POSTS, large=True), await self._all(_ALIASES, large=True))

    async def posts_named(self, post_ids: Collection[int]) -> list[Post]:
        found: list[Post] = []
        for ids in in_parts(post_ids):
            found += _posts(
                await self._all(_POSTS_NAMED, {"ids": ids}), await self._all(_ALIASES_OF, {"ids": ids})
            )
        return found

    async def groups(self) -> dict[int, int]:
        return {row.id: row.reports for row in await self._all(_GROUPS)}

    async def add_posts(self, names: Sequence[tuple[str, bool]]) -> dict[str, int]:
        folded = [fold(name) for name, _ in names]
        known = {r.folded: r.post_id for r in await self._all(_ALIASED, {"folded": folded})}
        new = [
            {"name": n, "folded": f, "is_group": g, "reports": None}
            for (n, g), f in zip(names, folded, strict=True)
            if f not in known
        ]
        await self._run_many(self._upsert(_ADD_POST), new)
        ids = {r.folded: r.id for r in await self._all(_NAMED, {"folded": folded})} | known
        return {name: ids[fold(name)] for name, _ in names}

    async def add_alias(self, post_id: int, name: str) -> None:
        await self._run(self._upsert(_ADD_ALIAS), {"folded": fold(name), "name": name, "post_id": post_id})

    async def save_post(self, post: Post) -> None:
        kept = post.model_dump(exclude={"id", "aliases"})
        await self._run(_SAVE_POST.values(**kept, folded=fold(post.name)), {"post_id": post.id})

    async def hold(self, person_id: int, post_id: int, since: datetime) -> None:
        """Begins a holding; nothing changes where the person holds the post already."""
        kept = {"person_id": person_id, "post_id": post_id, "since": since, "until": None}
        await self._run(self._upsert(_HOLD), kept)

    async def leave(self, person_id: int, post_id: int | None, until: datetime) -> None:
        if post_id is None:
            await self._run(_LEAVE, {"who": person_id, "ended": until})
        else:
            await self._run(_LEAVE_POST, {"who": person_id, "ended": until, "which": post_id})

    async def holders(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for row in await self._all(_HOLDERS):
            found[row.post_id].append(row.person_id)
        return dict(found)

    async def posts_of(self, person_id: int) -> list[int]:
        return [row.post_id for row in await self._all(_POSTS_OF, {"person_id": person_id})]

    async def former_posts(self, person_id: int) -> list[int]:
        return [row.post_id for row in await self._all(_FORMER_POSTS, {"person_id": person_id})]


def _words(roles: frozenset[Role]) -> str:
    return f" {' '.join(sorted(role.value for role in roles))} "


def _person(row: Row[Any]) -> Person:
    """A person from a row that begins with the table's columns: the fields of the model, each under its own name."""
    kept = dict(zip(_PERSON, row, strict=False))
    return Person.model_validate({**kept, "roles": kept["roles"].split()})


def _posts(rows: Iterable[Row[Any]], names: Iterable[Row[Any]]) -> list[Post]:
    aliases: dict[int, list[str]] = defaultdict(list)
    for name in names:
        aliases[name.post_id].append(name.name)
    return [_post(row, aliases.get(row.id, ())) for row in rows]


def _post(row: Row[Any], aliases: Sequence[str]) -> Post:
    return Post.model_validate({**dict(zip(_POST, row, strict=True)), "aliases": aliases})
