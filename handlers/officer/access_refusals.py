"""Whose reports a person may touch although no role says so, and what is said of those that they may touch no more."""

from __future__ import annotations

from collections.abc import Collection

from core.kernel.errors import DomainError, NotAllowed, Outdated
from core.model.obligations import Obligation
from core.model.people import Role
from core.owed.visible_reports import posts_acted_for
from core.people.names import names_of_people
from handlers.frame.delegation_banner import post_name
from handlers.frame.turn import Turn
from handlers.frame.views import JointRow
from handlers.frame.worklist import worklist_of

MOST_NAMES = 3
MOST_POSTS = 2
_GONE = frozenset({"not-yours", "nothing-there", "not-allowed"})


async def stands_in(turn: Turn, roles: Collection[Role]) -> bool:
    """Whether somebody who is no officer acts as one: for a post on its behalf, or as a substitute."""
    if Role.OFFICER not in roles:
        return False
    if turn.me.reports_for is not None or (await worklist_of(turn)).obligations:
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
    return await _given_to_others(turn) if error.message_id == "not-yours" else None


def _among(posts: list[int], meant: int | None) -> int | None:
    """The post that is meant, if it is one of these; the last one where none is named."""
    if meant is None:
        return next(iter(posts), None)
    return meant if meant in posts else None


async def _post_meant(turn: Turn) -> int | None:
    """The post of the report that the tap or the card is about."""
    if turn.message is not None and turn.typed.startswith("/"):
        return None
    if (row := turn.shows(JointRow)) is not None:
        return row.post  # the report itself is another post's
    o = await _report_meant(turn)
    return o.post_id if o is not None else None


async def _report_meant(turn: Turn) -> Obligation | None:
    """The report that the card is about, or else the tap."""
    number = turn.report_shown
    if number is None and turn.tap is not None and len(turn.tap.args) == 1 and turn.tap.args[0].isdigit():
        number = turn.number()
    return await turn.work.obligations.get(number) if number is not None else None


async def _given_to_others(turn: Turn) -> DomainError | None:
    """Who owes a report that was the person's own until the coordinator gave its row to somebody else; None else."""
    o = await _report_meant(turn)
    if o is None:
        return None
    held = {*await turn.work.people.posts_of(turn.person_id), turn.me.reports_for}
    lines = await turn.work.journal.lines(subject=f"obligation:{o.id}", actions={"given-to-post"})
    if o.withdrawn and o.post_id in held:
        same = (o.activity_id, o.period, o.kind)
        others = [x for x in await turn.work.obligations.of_plan(o.plan_id) if not x.withdrawn]
        posts = [x.post_id for x in others if (x.activity_id, x.period, x.kind) == same]
    elif not o.withdrawn and any((line.before or {}).get("post") in held for line in lines):
        posts = [o.post_id]
    else:
        return None
    if not posts:
        return None
    who = [await _post_with_holders(turn, post_id) for post_id in posts[:MOST_POSTS]]
    return Outdated("report-given-to", who="; ".join(who))


async def _post_with_holders(turn: Turn, post_id: int) -> str:
    """ "Экономист (Айдос)", the post alone where nobody holds it."""
    post, holders = await post_name(turn, post_id), await _holders(turn, post_id)
    return f"{post} ({holders})" if holders else post


async def _holders(turn: Turn, post_id: int) -> str:
    names = await names_of_people(turn.work, who_left=False)
    held = (await turn.work.people.holders()).get(post_id, [])
    return ", ".join([names[i] for i in held if i in names][:MOST_NAMES])


async def _handed_over(turn: Turn, post_id: int) -> DomainError:
    holders, post = await _holders(turn, post_id), await post_name(turn, post_id)
    if not holders:
        return Outdated("post-was-yours", post=post)
    return Outdated("post-handed-over", post=post, who=holders)
