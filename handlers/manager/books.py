"""A live plan with everything that is owed on it, read once a turn; rights are checked where a tap comes in."""

from __future__ import annotations

from core.kernel.errors import Missing, Outdated
from core.kernel.periods import Period
from core.model.delegation import running
from core.model.editions import PlanStatus
from core.model.people import Role
from core.people.names import names_of_people
from core.summary.book import Book, read_book
from handlers.frame.turn import Turn

READERS = frozenset({Role.MANAGER, Role.COORDINATOR})
WHOLE = "all"
"""How a button names the whole plan, where others name a period."""


async def book_of(turn: Turn, plan_id: int) -> Book:
    """The book of a live plan, read once a turn and kept on it. Raises Missing."""
    books = turn.books
    if plan_id not in books:
        book = await read_book(turn.work, turn.deps.library, plan_id, turn.deps.today())
        if book.plan.plan.status is not PlanStatus.LIVE:
            raise Missing("plan-missing")
        books[plan_id] = book
    return books[plan_id]


async def live_books(turn: Turn) -> list[Book]:
    """The books of every live plan, the newest first."""
    plans = await turn.work.plans.with_status(PlanStatus.LIVE)
    return [await book_of(turn, p.id) for p in reversed(plans)]


def period_word(turn: Turn, at: int) -> str | None:
    """The period that a button names, None for the whole plan. Raises Outdated where it names none."""
    word = turn.word(at)
    if word == WHOLE:
        return None
    try:
        return Period.parse(word).code
    except ValueError as error:
        raise Outdated("card-outdated") from error


async def holders_of(turn: Turn) -> dict[int, list[str]]:
    """Post id → names of the people who hold it now; who is on leave together with who stands in for them."""
    names = await names_of_people(turn.work, who_left=False)
    holders = await turn.work.people.holders()
    today = turn.deps.today()
    instead: dict[tuple[int, int], str] = {}
    for s in running(await turn.work.substitutions.standing(today), today):
        if s.substitute_id in names:
            instead[s.post_id, s.absent_id] = names[s.substitute_id]

    def who(post: int, i: int) -> str:
        if (post, i) not in instead:
            return names[i]
        return turn.plain("holder-on-leave", name=names[i], substitute=instead[post, i])

    return {post: [who(post, i) for i in ids if i in names] for post, ids in holders.items()}
