"""The whole journal looked through, in pieces: each a short look of its own, so that nobody who writes is held up.

The journal only grows, so what holds of one piece still holds when the next is looked at.
"""

from __future__ import annotations

from core.ports.repositories import Chained
from core.ports.unit_of_work import Storage


async def broken_line(storage: Storage) -> int | None:
    """The id of the first sealed line that is not what it was; None where the chain holds."""
    at = Chained()
    while not at.is_end:
        async with storage.read() as work:
            at = await work.journal.verify(at)
        if at.broken is not None:
            return at.broken
    return None


async def unsealed_lines(storage: Storage) -> int:
    """How many lines no hash protects yet, wherever they stand."""
    after, count, is_end = 0, 0, False
    while not is_end:
        async with storage.read() as work:
            found = await work.journal.unsealed(after)
        after, is_end = found.last, found.is_end
        count += found.lines
    return count
