"""Acting for a post that is not one's own: on its behalf, and as a substitute during a leave (domain, §6).

Who may report what follows from facts and the day, and is never stored: holdings, substitutions in force, and the
post that a coordinator reports for at the moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Acting(_Model):
    """In whose stead somebody reports. `behalf`: a coordinator; `substitute`: during a leave, `until` its last day.

    `holders` are those whose post it is: everybody who holds it, or the one who is on leave; none where nobody does.
    """

    how: Literal["behalf", "substitute"]
    post_id: int
    holders: tuple[int, ...] = ()
    until: date | None = None

    @property
    def is_substitute(self) -> bool:
        """Whether it is during a leave."""
        return self.how == "substitute"

    def for_journal(self) -> dict[str, Any]:
        """What a line of the journal says of it, under the name "for"."""
        return self.model_dump(mode="json", exclude={"until"})


class Substitution(_Model):
    """That somebody stands in for a holder of a post, from the first day to the last one, both included.

    It ends by itself, or at `ended_at` where somebody ended it earlier. It counts only while the absent person holds
    the post: what was handed over meanwhile is no longer theirs to be substituted in. Of two on one day the one that was
    named last is in force (`running`): a shorter one within a longer leaves that in force around it.
    """

    id: int
    post_id: int
    absent_id: int
    substitute_id: int
    starts: date
    ends: date
    named_by: int
    named_at: datetime
    ended_at: datetime | None = None

    def is_running(self, day: date) -> bool:
        """Whether a day of the plan's zone is one of its days."""
        return self.ended_at is None and self.starts <= day <= self.ends

    def overlaps(self, starts: date, ends: date) -> bool:
        """Whether a day of that time is a day of this one."""
        return self.starts <= ends and starts <= self.ends

    def goes_around(self, starts: date, ends: date, today: date) -> bool:
        """Whether that time lies inside this one and leaves some of its days, of those that are not over yet."""
        own, other = (max(self.starts, today), self.ends), (max(starts, today), ends)
        return own[0] <= other[0] and other[1] <= own[1] and own != other

    def was_named_with(self, other: Substitution) -> bool:
        """Whether both were named by one act: the same people and days, on different posts or the same one."""
        one = {"id", "post_id", "ended_at"}
        return self.model_dump(exclude=one) == other.model_dump(exclude=one)


def running(substitutions: Iterable[Substitution], day: date) -> list[Substitution]:
    """Those in force on the day: of several for one absent person on a post the one that was named last."""
    latest: dict[tuple[int, int], Substitution] = {}
    for s in sorted(substitutions, key=lambda s: s.id):
        if s.is_running(day):
            latest[s.post_id, s.absent_id] = s
    return list(latest.values())


def on_duty(
    holders: Mapping[int, Sequence[int]], substitutions: Iterable[Substitution], day: date
) -> dict[int, list[int]]:
    """Post → ids of those who are to report on it on that day: holders, each on leave replaced by who stands in."""
    standing_in: dict[tuple[int, int], list[int]] = {}
    for s in running(substitutions, day):
        standing_in.setdefault((s.post_id, s.absent_id), []).append(s.substitute_id)
    return {
        post_id: list(dict.fromkeys(p for h in held for p in standing_in.get((post_id, h), [h])))
        for post_id, held in holders.items()
    }


def away(substitutions: Iterable[Substitution], day: date) -> set[tuple[int, int]]:
    """(post, person) of those on leave that day whom somebody stands in for: they are not reminded of that post."""
    return {(s.post_id, s.absent_id) for s in running(substitutions, day)}
