"""A database as after a quarter's opening: the hospital's plan, and officers who each owe a worklist of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.loading import load
from core.model.editions import PlanStatus
from core.model.obligations import DerivedObligation
from core.model.people import Person, Role
from storage import open_storage

PLAN = Path(__file__).parent.parent / "documents" / "plans" / "hospital-2024.docx"
PARTS = {"title": "План мероприятий на 2024 год", "organisation": "Городская больница", "year": "2024"}
QUARTER = "2024-Q1"
NOW = datetime(2024, 3, 26, 16, 0, tzinfo=UTC)
"""Nine in the evening in Almaty: the quarter is open, and no reminder is due that would disturb the measuring."""

DESK = 17
"""Reports that an officer owes, as on the home card of the conversation's sketches."""


async def seed(url: str, officers: Sequence[int], worklist: int = DESK) -> None:
    """Every officer gets a post of their own that owes `worklist` of the plan's rows, each a different stretch of them."""
    storage = await open_storage(url)
    try:
        await load(storage, PLAN.read_bytes(), PLAN.name, accept=True, parts=PARTS)
        async with storage.begin() as work:
            plan = (await work.plans.with_status(PlanStatus.LIVE))[0]
            rows = [o for o in await work.obligations.of_plan(plan.id) if o.period == QUARTER]
            names = [f"Отдел {n}" for n in range(len(officers))]
            posts = await work.people.add_posts([(name, False) for name in names])
            owed = []
            for n, (person_id, name) in enumerate(zip(officers, names, strict=True)):
                await work.people.save(_officer(person_id, name))
                await work.people.hold(person_id, posts[name], NOW)
                stretch = [rows[(n * 5 + k) % len(rows)] for k in range(worklist)]
                owed += [_owing(row, posts[name]) for row in stretch]
            await work.obligations.add(plan.id, owed)
    finally:
        await storage.close()


def _officer(person_id: int, name: str) -> Person:
    roles = frozenset({Role.OFFICER})
    return Person(id=person_id, name=name, language="ru", roles=roles, joined_at=NOW)


def _owing(row: DerivedObligation, post_id: int) -> DerivedObligation:
    parts = {name: getattr(row, name) for name in DerivedObligation.model_fields}
    return DerivedObligation(**{**parts, "post_id": post_id})
