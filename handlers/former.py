"""Whose reports a person may touch although no role says so, and what is said of those that they may touch no more."""

from __future__ import annotations

from collections.abc import Collection

from core.errors import DomainError, NotAllowed, Outdated
from core.people import Role
from core.whose import posts_acted_for
from handlers.desk import desk_of
from handlers.stead import post_name
from handlers.turn import Turn

_GONE = frozenset({"not-yours", "nothing-there", "not-allowed"})


async def stands_in(turn: Turn, roles: Collection[Role]) -> bool:
    """Whether somebody who is no officer acts as one: for a post on its behalf, or as a substitute."""
    if Role.OFFICER not in roles:
        return False
    if turn.me.reports_for is not None or (await desk_of(turn)).obligations:
        return True
    return bool(await posts_acted_for(turn.work, turn.person_id, None, turn.deps.today()))


async def no_longer_theirs(turn: Turn, error: DomainError) -> DomainError | None:
    """What to say kindly where a refusal is about a post that the person gave up, or stood in for; None else."""
    if not isinstance(error, NotAllowed) or error.message_id not in _GONE or not turn.is_member:
        return None
    post_id = await _post_meant(turn)
    if post_id is None and (error.message_id == "not-allowed" or turn.tap is None):
        return None
    former = await turn.work.people.former_posts(turn.person_id)
    if (given_up := _among(former, post_id)) is not None:
        return await _handed_over(turn, given_up)
    if (
        stood_in := _among(await turn.work.substitutions.posts_stood_in(turn.person_id), post_id)
    ) is not None:
        return Outdated("substitution-was", post=await post_name(turn, stood_in))
    return None


def _among(posts: list[int], meant: int | None) -> int | None:
    """The post that is meant, if it is one of these; the last one where none is named."""
    if meant is None:
        return next(iter(posts), None)
    return meant if meant in posts else None


async def _post_meant(turn: Turn) -> int | None:
    """The post of the report that the tap or the card is about."""
    if turn.message is not None and turn.typed.startswith("/"):
        return None
    if turn.card.view.name == "joint-row":
        return turn.card.view.args.get("post")  # the report itself is another post's
    number = turn.card.view.args.get("o")
    if number is None and turn.tap is not None and len(turn.tap.args) == 1 and turn.tap.args[0].isdigit():
        number = turn.number()
    o = await turn.work.obligations.get(number) if isinstance(number, int) else None
    return o.post_id if o is not None else None


async def _handed_over(turn: Turn, post_id: int) -> DomainError:
    names = {p.id: p.name for p in await turn.work.people.everyone() if p.left_at is None}
    holders = [names[i] for i in (await turn.work.people.holders()).get(post_id, []) if i in names]
    post = await post_name(turn, post_id)
    if not holders:
        return Outdated("post-was-yours", post=post)
    return Outdated("post-handed-over", post=post, who=", ".join(holders[:3]))
