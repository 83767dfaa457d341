"""Who is told that a substitution ran out by itself: pure functions of facts and the day (domain, §6).

It is a notice, not a reminder: it is said once, besides the day's reminder, from the first working hour after its last
day; a missed hour is caught up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import ClassVar, Literal

from core.model.delegation import Substitution, running
from reminders.kinds import Reminder

LOOK_BACK = timedelta(days=14)
"""How long after its last day it is still said, where it could not be before: holidays last up to a week."""

Side = Literal["absent", "substitute"]


class LeaveOver(Reminder, kind="leave-over"):
    """What the absent person or the substitute is told: these substitutions, of one pair, ran out. Ids in order."""

    sent_again: ClassVar[bool] = True

    told: Side
    substitutions: tuple[int, ...]

    @property
    def key(self) -> str:
        return f"leave-over:{self.substitutions[0]}:{self.person_id}"

    @property
    def count(self) -> int:
        return len(self.substitutions)


def leaves_over(
    ran_out: Sequence[Substitution], standing: Iterable[Substitution], today: date
) -> list[LeaveOver]:
    """One for each person and act of naming.

    Nothing is over for who is away on the post still, or stands in on it still, by one that was named besides: it is
    said when the last one runs out.
    """
    begun = [*ran_out, *running(standing, today)]
    found: list[LeaveOver] = []
    for together in _named_together(ran_out):
        one = together[0]
        back = [s.id for s in together if not any(_goes_on(s, x, "absent_id") for x in begun)]
        free = [s.id for s in together if not any(_goes_on(s, x, "substitute_id") for x in begun)]
        whom: list[tuple[int, Side, list[int]]] = [
            (one.absent_id, "absent", back),
            (one.substitute_id, "substitute", free),
        ]
        found.extend(
            LeaveOver(person_id=person_id, day=today, told=side, substitutions=tuple(ids))
            for person_id, side, ids in whom
            if ids
        )
    return found


def _goes_on(s: Substitution, other: Substitution, whose: Literal["absent_id", "substitute_id"]) -> bool:
    """Whether the other one lasts longer on the same post, for the same person."""
    same = (s.post_id, getattr(s, whose)) == (other.post_id, getattr(other, whose))
    return same and other.ends > s.ends


def _named_together(substitutions: Sequence[Substitution]) -> list[list[Substitution]]:
    groups: list[list[Substitution]] = []
    for s in substitutions:
        group = next((g for g in groups if g[0].was_named_with(s)), None)
        if group is None:
            groups.append([s])
        else:
            group.append(s)
    return groups
