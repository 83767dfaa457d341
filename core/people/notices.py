"""Who hears of acting for others, and what: of a substitution, its end, a post that changed hands (domain, §6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Self

from core.model.delegation import Substitution, running
from core.model.people import Invitation, Role
from core.people.names import names_of_people, names_of_posts
from core.ports.queues import OutgoingArgs
from core.ports.unit_of_work import Work


class ActingNotice(OutgoingArgs, kind="acting"):
    """To whom acting for others concerns; `what` is the id of its text, the others go into it.

    `starts` and `ends` are the first and last day of a leave. `undo` is a substitution that the message's button ends;
    rows that were queued by an older program name several that were named at once.
    """

    what: str
    name: str | None = None
    post: str | None = None
    other: str | None = None
    count: int | None = None
    starts: date | None = None
    ends: date | None = None
    period: str | None = None
    undo: int | tuple[int, ...] | None = None

    def but(self, **changes: object) -> Self:
        """The same to somebody else, with that text or button."""
        return self.model_copy(update=changes)


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice, and to whom; `about` is what it is about, of which everybody hears once."""

    to: int
    about: str
    said: ActingNotice


@dataclass(slots=True)
class _Names:
    people: dict[int, str] = field(default_factory=dict)
    posts: dict[int, str] = field(default_factory=dict)

    @classmethod
    async def read(cls, work: Work) -> _Names:
        return cls(await names_of_people(work), await names_of_posts(work))

    def person(self, person_id: int) -> str:
        return self.people.get(person_id, "")

    def posts_of(self, substitutions: Iterable[Substitution]) -> str:
        return ", ".join(self.posts.get(s.post_id, "") for s in substitutions)


async def posts_named(work: Work, substitutions: Sequence[Substitution]) -> str:
    """The names of their posts, in one line."""
    return (await _Names.read(work)).posts_of(substitutions)


async def of_named(
    work: Work, by: int, named: Sequence[Substitution], replaced: Sequence[Substitution]
) -> list[Notice]:
    """Everybody whom a new substitution concerns: who stands in, who does so for longer and pauses meanwhile, who is away
    if others named it, the coordinators.

    `replaced` are those that it ended.
    """
    first, names = named[0], await _Names.read(work)
    about = ",".join(str(s.id) for s in named)
    said = ActingNotice(
        what="notice-substitute",
        name=names.person(first.absent_id),
        other=names.person(first.substitute_id),
        post=names.posts_of(named),
        starts=first.starts,
        ends=first.ends,
    )
    found = [*await of_ended(work, by, replaced), Notice(first.substitute_id, about, said)]
    for stays in await _around(work, named):
        meanwhile = said.but(what="notice-substitute-meanwhile", post=names.posts_of([stays]))
        found.append(Notice(stays.substitute_id, f"{about}:{stays.id}", meanwhile))
    if by != first.absent_id:
        found.append(Notice(first.absent_id, about, said.but(what="notice-absent")))
    told = said.but(what="notice-substitution", undo=first.id)
    hosts = [h.id for h in await work.people.with_role(Role.COORDINATOR)]
    return found + [Notice(h, about, told) for h in hosts if h not in (by, first.substitute_id)]


async def _around(work: Work, named: Sequence[Substitution]) -> list[Substitution]:
    """The substitutions that go on around new ones, by others."""
    first = named[0]
    posts = {s.post_id for s in named}
    return [
        s
        for s in await work.substitutions.standing(first.starts)
        if s.post_id in posts and s.absent_id == first.absent_id and s.overlaps(first.starts, first.ends)
        if s.id < first.id and s.substitute_id != first.substitute_id
    ]


async def of_ended(work: Work, by: int, ended: Sequence[Substitution]) -> list[Notice]:
    """Who stood in, and who was away, that it ended before its time, in one line for all posts; nobody of what they did
    themselves."""
    names = await _Names.read(work)
    return [
        Notice(person_id, str(together[0].id), _ended(names, absent, together))
        for (absent, substitute), together in _by_people(ended)
        for person_id in {substitute, absent} - {by}
    ]


async def of_gone(work: Work, gone: int, ended: Sequence[Substitution]) -> list[Notice]:
    """What ended because somebody gave a post up, or is gone: whom they would have stood in for and the coordinators
    hear who is needed now, those who stood in for them that it is over."""
    names = await _Names.read(work)
    hosts = [h.id for h in await work.people.with_role(Role.COORDINATOR)]
    found: list[Notice] = []
    for (absent, _), together in _by_people(s for s in ended if s.substitute_id == gone):
        about = str(together[0].id)
        said = ActingNotice(
            what="notice-substitute-gone",
            post=names.posts_of(together),
            name=names.person(absent),
            other=names.person(gone),
        )
        found.append(Notice(absent, about, said))
        for_hosts = said.but(what="notice-substitute-gone-host")
        found += [Notice(h, about, for_hosts) for h in hosts if h not in (absent, gone)]
    for (absent, substitute), together in _by_people(ended):
        found.append(Notice(substitute, str(together[0].id), _ended(names, absent, together)))
    return found


async def of_handed_over(
    work: Work, post: str, *, about: str, old: int, new: int, ended: Sequence[Substitution]
) -> list[Notice]:
    """Who gave a post up and who got it, and whom it concerns besides."""
    names = await _Names.read(work)
    given = ActingNotice(what="notice-handed-from", post=post, name=names.person(new))
    got = ActingNotice(what="notice-handed-to", post=post, name=names.person(old))
    return [Notice(old, about, given), Notice(new, about, got), *await of_gone(work, old, ended)]


async def of_taken_over(
    work: Work, invitation: Invitation, name: str, ended: Sequence[Substitution]
) -> list[Notice]:
    """Who gave a post up by an invitation that somebody of that name has just used, and whom it concerns besides."""
    if invitation.takes_from is None:
        return []
    posts = await names_of_posts(work)
    post = ", ".join(posts[i] for i in invitation.post_ids if i in posts)
    said = ActingNotice(what="notice-handed-from", post=post, name=name)
    gone = await of_gone(work, invitation.takes_from, ended)
    return [*gone, Notice(invitation.takes_from, f"i{invitation.id}", said)]


async def of_ran_out(
    work: Work, substitution_ids: Iterable[int]
) -> tuple[list[Substitution], list[Substitution]]:
    """Of those that ran out, the ones to be spoken of: whose absent person holds the post still.

    → (those whose posts are back with who holds them, those behind which somebody else goes on standing in).
    """
    held = await work.people.holders()
    found = [await work.substitutions.get(i) for i in substitution_ids]
    told = [s for s in found if s is not None and s.absent_id in held.get(s.post_id, [])]
    back = [s for s in told if not await _goes_on(work, s)]
    return back, [s for s in told if s not in back]


async def _goes_on(work: Work, over: Substitution) -> bool:
    """Whether somebody stands in for the same person on the day after."""
    day = over.ends + timedelta(days=1)
    running_then = running(await work.substitutions.standing(day), day)
    return any((s.post_id, s.absent_id) == (over.post_id, over.absent_id) for s in running_then)


def _ended(names: _Names, absent: int, together: Sequence[Substitution]) -> ActingNotice:
    post = names.posts_of(together)
    return ActingNotice(what="notice-substitution-ended", post=post, name=names.person(absent))


def _by_people(
    substitutions: Iterable[Substitution],
) -> Iterator[tuple[tuple[int, int], list[Substitution]]]:
    """((who was away, who stood in), theirs in order)."""
    found: dict[tuple[int, int], list[Substitution]] = {}
    for s in substitutions:
        found.setdefault((s.absent_id, s.substitute_id), []).append(s)
    yield from found.items()
