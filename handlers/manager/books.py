"""A live plan with everything that is owed on it, read once a turn; rights are checked where a tap comes in."""

from __future__ import annotations

from core.kernel.errors import Missing, Outdated
from core.kernel.periods import Period
from core.model.obligations import Obligation
from core.model.people import Role
from core.people.holders import Holder, holders_of_posts
from core.summary.book import Book, read_live_book
from handlers.frame.turn import Turn

READERS = frozenset({Role.MANAGER, Role.COORDINATOR})
WHOLE = "all"
"""How a button names the whole plan, where others name a period."""


async def book_of(turn: Turn, plan_id: int) -> Book:
    """The book of a live plan, read once a turn and kept on it. Raises Missing."""
    books = turn.books
    if plan_id not in books:
        books[plan_id] = await read_live_book(turn.work, turn.deps.library, plan_id, turn.deps.today())
    return books[plan_id]


async def report_of(turn: Turn, obligation_id: int) -> tuple[Book, Obligation]:
    """A report of a live plan. Raises Missing."""
    o = await turn.work.obligations.get(obligation_id)
    if o is None or o.withdrawn:
        raise Missing("unknown")
    return await book_of(turn, o.plan_id), o


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
    found = await holders_of_posts(turn.work, turn.deps.today())
    return {post: [holder_words(turn, holder) for holder in holders] for post, holders in found.items()}


async def holder_names(turn: Turn, post: int) -> list[str]:
    """The same of one post; nobody where nobody holds it."""
    return (await holders_of(turn)).get(post, [])


def holder_words(turn: Turn, holder: Holder) -> str:
    if holder.substitute is None:
        return holder.name
    return turn.plain("holder-on-leave", name=holder.name, substitute=holder.substitute)
