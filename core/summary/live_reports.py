"""Pages of reports over all live plans, for managers: what is overdue, what waits for review. No plan is opened for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.model.obligations import Obligation
from core.ports.unit_of_work import Work
from core.summary.book import Book


@dataclass(frozen=True, slots=True)
class Listed:
    """A report in a list: the title of its row, and the name of the post that owes it."""

    o: Obligation
    title: str
    post: str


def listed_of(found: Sequence[tuple[Book, Obligation]]) -> list[Listed]:
    """Of plans that are open already."""
    return [Listed(o, book.activity(o.activity_id).row.title, book.plan.post(o.post_id)) for book, o in found]


async def listed(work: Work, found: Sequence[Obligation]) -> list[Listed]:
    """Of whichever plans."""
    rows = {a.id: a.row.title for a in await work.plans.rows({o.activity_id for o in found})}
    posts = {p.id: p.name for p in await work.people.posts_named({o.post_id for o in found})}
    return [Listed(o, rows[o.activity_id], posts[o.post_id]) for o in found]
