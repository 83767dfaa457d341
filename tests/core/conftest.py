"""The hospital's plan of 2024, Kazakhstan's working days, and a small office over a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.workdays import KazakhstanDays
from core.model.people import Role
from core.ports.unit_of_work import Storage, WorkingDays
from storage import open_storage
from tests.core.office import COLLEAGUE, COORDINATOR, GONE, MANAGER, NAMES, OFFICER, POST
from tests.core.samples import Live, hospital_2024
from tests.storage.samples import NOW, derived, live_plan, person

ROLES = {COORDINATOR: Role.COORDINATOR, MANAGER: Role.MANAGER, GONE: Role.MANAGER}


@pytest.fixture(scope="session")
def days() -> WorkingDays:
    return KazakhstanDays()


@pytest.fixture(scope="session")
def hospital() -> Live:
    return hospital_2024()


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Storage]:
    """Two rows of one post, who holds it, and who else there is."""
    database = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'office.db'}")
    async with database.begin() as work:
        for who, name in NAMES.items():
            roles = frozenset({ROLES.get(who, Role.OFFICER)})
            left = NOW if who == GONE else None
            await work.people.save(person(who, name=name, roles=roles, left_at=left))
        post = (await work.people.add_posts([(POST, False)]))[POST]
        for holder in (OFFICER, COLLEAGUE):
            await work.people.hold(holder, post, NOW)
        plan = await live_plan(work)
        rows = await work.plans.add_activities(plan)
        await work.obligations.add(plan.id, [derived(row.id, post) for row in rows])
    yield database
    await database.close()
