"""Who hears that a substitution ran out: one line a person and act of naming, whatever the number of posts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.model.delegation import Substitution
from reminders.leaves import leaves_over
from tests.reminders.samples import at

ANNA, BEK, CARL = 1, 2, 3
TODAY = date(2024, 4, 8)


def stood_in(number: int, **changes: Any) -> Substitution:
    """Bek for Anna, until Friday."""
    made = Substitution(
        id=number,
        post_id=number,
        absent_id=ANNA,
        substitute_id=BEK,
        starts=date(2024, 4, 1),
        ends=date(2024, 4, 5),
        named_by=ANNA,
        named_at=at("2024-03-29 10:00"),
    )
    return made.model_copy(update=changes)


LATER = {"starts": date(2024, 4, 6), "ends": date(2024, 4, 14), "named_at": at("2024-04-05 10:00")}


@pytest.mark.parametrize(
    ("ran_out", "standing", "told"),
    [
        ([], [], {}),
        ([stood_in(1)], [], {ANNA: (1,), BEK: (1,)}),
        ([stood_in(1), stood_in(2), stood_in(3)], [], {ANNA: (1, 2, 3), BEK: (1, 2, 3)}),
        ([stood_in(1)], [stood_in(9, post_id=1, **LATER)], {}),
        ([stood_in(1), stood_in(2)], [stood_in(9, post_id=1, **LATER)], {ANNA: (2,), BEK: (2,)}),
        ([stood_in(1)], [stood_in(9, post_id=1, substitute_id=CARL, **LATER)], {BEK: (1,)}),
        ([stood_in(1)], [stood_in(9, post_id=1, absent_id=CARL, **LATER)], {ANNA: (1,)}),
        ([stood_in(1)], [stood_in(9, **LATER)], {ANNA: (1,), BEK: (1,)}),
        (
            [stood_in(1)],
            [stood_in(9, post_id=1, **{**LATER, "starts": date(2024, 4, 9)})],
            {ANNA: (1,), BEK: (1,)},
        ),
    ],
)
def test_who_hears_of_which(
    ran_out: list[Substitution], standing: list[Substitution], told: dict[int, tuple[int, ...]]
) -> None:
    found = leaves_over(ran_out, standing, TODAY)
    assert {one.person_id: one.substitutions for one in found} == told
    assert len({one.key for one in found}) == len(found)


def test_two_acts_are_two_lines() -> None:
    ran_out = [stood_in(1), stood_in(2, substitute_id=CARL, ends=date(2024, 4, 6))]
    found = leaves_over(ran_out, [], TODAY)
    assert [(one.person_id, one.substitutions) for one in found] == [
        (ANNA, (1,)),
        (BEK, (1,)),
        (ANNA, (2,)),
        (CARL, (2,)),
    ]
