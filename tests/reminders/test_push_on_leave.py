"""Reminders during a leave: who stands in is reminded in the absent person's stead, and counts as warned."""

from __future__ import annotations

from datetime import date

import pytest

from core.model.delegation import Substitution
from core.ports.unit_of_work import Storage
from reminders.push import push
from tests.reminders.samples import ALMATY, DAYS, at
from tests.reminders.test_push import ECONOMIST, IDLE, METROLOGIST, At, pushed, storage, waiting

__all__ = ["storage"]


async def leave(storage: Storage, first: date, last: date) -> int:
    """The idle officer stands in for the metrologist, from one day to the other."""
    async with storage.begin() as work:
        posts = {p.name: p.id for p in await work.people.posts()}
        return await work.substitutions.add(
            Substitution(
                id=0,
                post_id=posts["Метролог"],
                absent_id=METROLOGIST,
                substitute_id=IDLE,
                starts=first,
                ends=last,
                named_by=METROLOGIST,
                named_at=at("2024-03-25 10:00"),
            )
        )


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2024, 4, 2), date(2024, 4, 2), IDLE),
        (date(2024, 3, 26), date(2024, 4, 14), IDLE),
        (date(2024, 3, 26), date(2024, 4, 1), METROLOGIST),
        (date(2024, 4, 3), date(2024, 4, 14), METROLOGIST),
    ],
)
async def test_the_day_decides_who_is_reminded(storage: Storage, first: date, last: date, told: int) -> None:
    await leave(storage, first, last)
    await pushed(storage, "2024-04-02 15:00")
    said = {m.person_id: m.args["owed"] for m in await waiting(storage) if m.kind == "digest"}
    assert said == {told: [1, 2], ECONOMIST: [3]}


async def test_ended_early_the_holder_is_reminded_again(storage: Storage) -> None:
    number = await leave(storage, date(2024, 3, 26), date(2024, 4, 14))
    async with storage.begin() as work:
        await work.substitutions.end(number, at("2024-04-01 10:00"))
    assert f"digest:{METROLOGIST}:2024-04-02" in await pushed(storage, "2024-04-02 15:00")


async def test_the_manager_hears_once_the_substitute_was_warned(storage: Storage) -> None:
    await leave(storage, date(2024, 4, 3), date(2024, 4, 30))
    days = ["2024-04-05", "2024-04-08", "2024-04-09", "2024-04-10"]
    said = [
        one
        for day in days
        for hour in ("09:00", "15:00")
        for one in await push(storage, At(at(f"{day} {hour}")), DAYS, ALMATY)
    ]
    assert METROLOGIST not in {one.person_id for one in said}
    late = next(one for one in said if one.kind == "late")
    assert (str(late.day), late.model_dump()["late"]) == ("2024-04-10", (1, 2, 3))
    assert [str(one.day) for one in said if one.person_id == IDLE] == [
        "2024-04-05",
        "2024-04-08",
        "2024-04-10",
    ]


async def test_that_it_ran_out_is_said_once_to_both_in_working_hours(storage: Storage) -> None:
    """The last day is a Saturday that is off: both hear of it on Monday morning, at their own hour, and never again."""
    await leave(storage, date(2024, 4, 1), date(2024, 4, 6))
    assert [k for k in await pushed(storage, "2024-04-06 12:00") if "leave" in k] == []
    assert [k for k in await pushed(storage, "2024-04-07 12:00") if "leave" in k] == []
    assert [k for k in await pushed(storage, "2024-04-08 08:59") if "leave" in k] == []
    both = [f"leave-over:1:{METROLOGIST}", f"leave-over:1:{IDLE}"]
    assert [k for k in await pushed(storage, "2024-04-08 09:00", dry_run=True) if "leave" in k] == both
    assert [k for k in await pushed(storage, "2024-04-08 09:00") if "leave" in k] == both
    for moment in ("2024-04-08 09:02", "2024-04-09 09:00", "2024-04-12 10:00"):
        assert [k for k in await pushed(storage, moment) if "leave" in k] == []
        assert [k for k in await pushed(storage, moment, dry_run=True) if "leave" in k] == []
    said = {m.person_id: m.args["told"] for m in await waiting(storage) if m.kind == "leave-over"}
    assert said == {METROLOGIST: "absent", IDLE: "substitute"}


async def test_a_machine_that_was_off_says_it_once_it_is_on(storage: Storage) -> None:
    await leave(storage, date(2024, 3, 26), date(2024, 3, 29))
    assert f"leave-over:1:{IDLE}" in await pushed(storage, "2024-04-05 17:00")


async def test_what_was_ended_by_hand_did_not_run_out(storage: Storage) -> None:
    number = await leave(storage, date(2024, 3, 26), date(2024, 4, 5))
    async with storage.begin() as work:
        await work.substitutions.end(number, at("2024-04-05 10:00"))
    assert not [k for k in await pushed(storage, "2024-04-08 15:00") if "leave" in k]


async def test_nor_what_goes_on_by_another_one(storage: Storage) -> None:
    await leave(storage, date(2024, 3, 26), date(2024, 4, 5))
    second = await leave(storage, date(2024, 4, 8), date(2024, 4, 9))
    assert not [k for k in await pushed(storage, "2024-04-08 15:00") if "leave" in k]
    said = [k for k in await pushed(storage, "2024-04-10 15:00") if "leave" in k]
    assert said == [f"leave-over:{second}:{METROLOGIST}", f"leave-over:{second}:{IDLE}"]


async def test_nor_of_a_post_that_was_handed_over(storage: Storage) -> None:
    await leave(storage, date(2024, 3, 26), date(2024, 4, 5))
    async with storage.begin() as work:
        posts = {p.name: p.id for p in await work.people.posts()}
        await work.people.leave(METROLOGIST, posts["Метролог"], at("2024-04-05 10:00"))
    assert not [k for k in await pushed(storage, "2024-04-08 15:00") if "leave" in k]
