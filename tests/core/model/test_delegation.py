"""Who reports on a post on a day: holders, and who stands in for those on leave."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.model.delegation import Substitution, away, on_duty

ANNA, BEK, CARL = 1, 2, 3
METROLOGIST, ECONOMIST = 10, 11
NOW = datetime(2024, 3, 26, 5, tzinfo=UTC)


def leave(first: int, last: int, **changes: object) -> Substitution:
    made = Substitution(
        id=1,
        post_id=METROLOGIST,
        absent_id=ANNA,
        substitute_id=BEK,
        starts=date(2024, 4, first),
        ends=date(2024, 4, last),
        named_by=ANNA,
        named_at=NOW,
    )
    return made.model_copy(update=changes)


@pytest.mark.parametrize(
    ("day", "leaves", "duty"),
    [
        (1, [leave(2, 5)], [ANNA]),
        (2, [leave(2, 5)], [BEK]),
        (5, [leave(2, 5)], [BEK]),
        (6, [leave(2, 5)], [ANNA]),
        (3, [leave(3, 3)], [BEK]),
        (3, [leave(2, 5, ended_at=NOW)], [ANNA]),
        (3, [leave(2, 5, post_id=ECONOMIST)], [ANNA]),
        (3, [leave(2, 5, absent_id=CARL)], [ANNA]),
        (2, [leave(2, 5), leave(3, 4, id=2, substitute_id=CARL)], [BEK]),
        (3, [leave(2, 5), leave(3, 4, id=2, substitute_id=CARL)], [CARL]),
        (3, [leave(3, 4, id=2, substitute_id=CARL), leave(2, 5)], [CARL]),
        (5, [leave(2, 5), leave(3, 4, id=2, substitute_id=CARL)], [BEK]),
        (3, [leave(2, 5), leave(3, 4, id=2, substitute_id=CARL, ended_at=NOW)], [BEK]),
    ],
)
def test_on_duty_follows_the_day(day: int, leaves: list[Substitution], duty: list[int]) -> None:
    found = on_duty({METROLOGIST: [ANNA]}, leaves, date(2024, 4, day))
    assert found == {METROLOGIST: duty}
    assert ((METROLOGIST, ANNA) in away(leaves, date(2024, 4, day))) is (ANNA not in duty)


def test_of_two_holders_the_one_at_work_stays() -> None:
    leaves = [leave(1, 30, substitute_id=CARL)]
    assert on_duty({METROLOGIST: [ANNA, CARL]}, leaves, date(2024, 4, 2)) == {METROLOGIST: [CARL]}
    assert on_duty({METROLOGIST: [ANNA, BEK]}, leaves, date(2024, 4, 2)) == {METROLOGIST: [CARL, BEK]}


@pytest.mark.parametrize(
    ("first", "last", "overlaps"), [(1, 1, False), (1, 2, True), (4, 4, True), (5, 9, True), (6, 9, False)]
)
def test_days_in_common(first: int, last: int, overlaps: bool) -> None:
    assert leave(2, 5).overlaps(date(2024, 4, first), date(2024, 4, last)) is overlaps


@pytest.mark.parametrize(
    ("first", "last", "around"),
    [(3, 4, True), (2, 4, True), (3, 5, True), (2, 5, False), (1, 5, False), (4, 9, False), (6, 9, False)],
)
def test_a_longer_one_goes_around_a_shorter(first: int, last: int, around: bool) -> None:
    today = date(2024, 3, 26)
    assert leave(2, 5).goes_around(date(2024, 4, first), date(2024, 4, last), today) is around


def test_of_one_that_has_begun_the_days_to_come_count() -> None:
    begun = leave(2, 5)
    assert not begun.goes_around(date(2024, 4, 4), date(2024, 4, 5), date(2024, 4, 4))
    assert begun.goes_around(date(2024, 4, 4), date(2024, 4, 4), date(2024, 4, 4))
