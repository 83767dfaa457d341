"""A push over a real database: claimed once, with its journal line; a dry run claims nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from core.model.editions import NewPlan, PlanStatus
from core.model.obligations import DerivedObligation
from core.model.people import Person, Role
from core.plan.model import Activity, ReadPlan
from core.plan.reports import Draft, Outcome
from core.ports.queues import Outgoing
from core.ports.repositories import JournalLine, Submission
from core.ports.unit_of_work import Storage
from reminders.kinds import Reminder
from reminders.push import push
from storage import open_storage
from tests.reminders.samples import ALMATY, DAYS, at, officer, owes

METROLOGIST, ECONOMIST, MANAGER, IDLE = 7, 8, 9, 10


@dataclass
class At:
    """A clock that stands."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    database = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'reminders.db'}")
    async with database.begin() as work:
        people: dict[int, dict[str, Any]] = {
            METROLOGIST: {"roles": frozenset({Role.OFFICER})},
            ECONOMIST: {"roles": frozenset({Role.OFFICER}), "reminder_hour": 14},
            MANAGER: {"roles": frozenset({Role.MANAGER})},
            IDLE: {"roles": frozenset({Role.OFFICER})},
        }
        for person_id, changes in people.items():
            await work.people.save(officer(id=person_id, **changes))
        posts = await work.people.add_posts([("Метролог", False), ("Экономист", False), ("Статист", False)])
        for person_id, name in ((METROLOGIST, "Метролог"), (ECONOMIST, "Экономист"), (IDLE, "Статист")):
            await work.people.hold(person_id, posts[name], at("2024-03-20 10:00"))
        await _live_plan(work, [posts["Метролог"], posts["Метролог"], posts["Экономист"]])
    yield database
    await database.close()


async def _live_plan(work: Any, owners: list[int]) -> None:
    rows = tuple(Activity(id=f"a{n}", title=f"Строка {n}") for n, _ in enumerate(owners, 1))
    new = NewPlan(
        title="План",
        organisation=None,
        period_start=date(2024, 1, 1),
        period_end=date(2024, 12, 31),
        read=ReadPlan(activities=rows),
        source_name="plan.docx",
        source_sha256="0" * 64,
        imported_by=None,
        imported_at=at("2024-03-20 10:00"),
    )
    plan = await work.plans.get(await work.plans.propose(new))
    live = await work.plans.add_activities(plan)
    await work.plans.save(plan.model_copy(update={"status": PlanStatus.LIVE}))
    shape = owes().model_dump(include=set(DerivedObligation.model_fields))
    await work.obligations.add(
        plan.id,
        [
            DerivedObligation.model_validate({**shape, "activity_id": a.id, "post_id": post_id})
            for a, post_id in zip(live, owners, strict=True)
        ],
    )


async def pushed(storage: Storage, moment: str, dry_run: bool = False) -> list[str]:
    """What was claimed, by key."""
    return [one.key for one in await push(storage, At(at(moment)), DAYS, ALMATY, dry_run)]


async def waiting(storage: Storage) -> list[Outgoing]:
    found = []
    async with storage.begin() as work:
        while one := await work.outbox.claim(at("2030-01-01 10:00")):
            found.append(one)
    return found


async def journal(storage: Storage) -> list[JournalLine]:
    async with storage.read() as work:
        return await work.journal.lines()


async def submit(storage: Storage, obligation_id: int, on: date) -> None:
    async with storage.begin() as work:
        content = Draft(outcome=Outcome.DONE)
        await work.obligations.submit(
            Submission(
                obligation_id=obligation_id,
                version=1,
                content=content,
                submitted_by=METROLOGIST,
                submitted_at=at(f"{on} 08:00"),
            ),
            on,
        )


async def test_each_is_told_once_at_their_hour(storage: Storage) -> None:
    assert await pushed(storage, "2024-03-26 08:58") == []
    assert await pushed(storage, "2024-03-26 09:00") == ["digest:7:2024-03-26"]
    assert await pushed(storage, "2024-03-26 09:02") == []
    assert await pushed(storage, "2024-03-26 14:00") == ["digest:8:2024-03-26"]
    assert await pushed(storage, "2024-03-26 17:58") == []
    messages = await waiting(storage)
    assert [(m.kind, m.person_id, m.args["owed"]) for m in messages] == [
        ("digest", 7, [1, 2]),
        ("digest", 8, [3]),
    ]
    lines = await journal(storage)
    assert [(one.action, one.subject) for one in lines] == [
        ("reminded-digest", "person:8"),
        ("reminded-digest", "person:7"),
    ]
    assert lines[1].after == messages[0].args


async def test_two_at_the_same_moment_say_it_once(storage: Storage) -> None:
    both = await asyncio.gather(*(pushed(storage, "2024-04-02 15:00") for _ in range(4)))
    assert sorted(key for keys in both for key in keys) == ["digest:7:2024-04-02", "digest:8:2024-04-02"]
    assert len(await waiting(storage)) == 2


async def test_a_dry_run_claims_nothing(storage: Storage) -> None:
    keys = ["digest:7:2024-04-02", "digest:8:2024-04-02"]
    assert await pushed(storage, "2024-04-02 15:00", dry_run=True) == keys
    assert await pushed(storage, "2024-04-02 15:00", dry_run=True) == keys
    assert await waiting(storage) == []
    assert await journal(storage) == []
    assert await pushed(storage, "2024-04-02 15:00") == keys


async def test_who_has_submitted_hears_no_more(storage: Storage) -> None:
    await submit(storage, 3, date(2024, 4, 1))
    assert await pushed(storage, "2024-04-02 15:00") == ["digest:7:2024-04-02"]


async def test_the_manager_hears_of_what_stays_late(storage: Storage) -> None:
    days = ["2024-04-05", "2024-04-08", "2024-04-09", "2024-04-10", "2024-04-11", "2024-04-12"]
    said: list[Reminder] = []
    for day in days:
        if day == "2024-04-11":
            await submit(storage, 1, date(2024, 4, 10))
        for hour in ("09:00", "15:00"):
            said += await push(storage, At(at(f"{day} {hour}")), DAYS, ALMATY)
    assert [one.key for one in said if one.person_id != ECONOMIST] == [
        "digest:7:2024-04-05",
        "digest:7:2024-04-08",
        "digest:7:2024-04-10",
        "late:9:2024-04-10",
        "late:9:2024-04-11",
        "digest:7:2024-04-12",
        "late:9:2024-04-12",
    ]
    told = {one.key: one for one in said}
    warned = told["digest:7:2024-04-08"].model_dump()["manager_told_on"]
    assert warned == date(2024, 4, 10)
    assert [told[f"late:9:{day}"].model_dump()["late"] for day in days[3:]] == [(1, 2, 3), (2, 3), (2, 3)]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, True),
        ({"left_at": at("2024-04-01 10:00")}, False),
        ({"unreached_since": at("2024-04-01 10:00")}, False),
        ({"snoozed_until": date(2024, 4, 3)}, False),
    ],
)
async def test_who_cannot_be_told_is_not(storage: Storage, changes: dict[str, Any], told: bool) -> None:
    async with storage.begin() as work:
        person = await work.people.get(METROLOGIST)
        assert isinstance(person, Person)
        await work.people.save(person.model_copy(update=changes))
    assert ("digest:7:2024-04-02" in await pushed(storage, "2024-04-02 09:00")) is told


async def test_a_post_that_nobody_can_be_warned_for_goes_to_the_manager_in_time(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.people.leave(METROLOGIST, None, at("2024-04-04 10:00"))
    for day in ("2024-04-05", "2024-04-08"):
        await pushed(storage, f"{day} 14:00")
    late = (await push(storage, At(at("2024-04-10 09:00")), DAYS, ALMATY))[0]
    assert late.model_dump()["late"] == (1, 2, 3)


@pytest.mark.parametrize(
    "moment", ["2024-04-06 10:00", "2024-03-25 10:00", "2024-04-02 19:00", "2024-04-02 00:30"]
)
async def test_outside_working_hours_nothing_is_read_or_said(storage: Storage, moment: str) -> None:
    assert await pushed(storage, moment) == []


async def test_a_manager_with_a_later_hour_hears_on_the_same_day(storage: Storage) -> None:
    async with storage.begin() as work:
        await work.people.save(officer(id=MANAGER, roles=frozenset({Role.MANAGER}), reminder_hour=16))
    for day in ("2024-04-05", "2024-04-08"):
        await pushed(storage, f"{day} 14:00")
    assert await pushed(storage, "2024-04-10 14:00") == ["digest:7:2024-04-10", "digest:8:2024-04-10"]
    late = (await push(storage, At(at("2024-04-10 16:00")), DAYS, ALMATY))[0]
    assert late.model_dump()["late"] == (1, 2, 3)
