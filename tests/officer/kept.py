"""What the database holds of one plan at a moment, read whole."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from core.lifecycle.renewal import derived_anew
from core.model.delegation import Substitution
from core.model.obligations import Obligation
from core.model.people import Person
from core.model.requests import Request
from core.owed.plan_cache import Library, OpenPlan
from core.owed.visible_reports import owed_by
from core.plan.reports import Evidence
from core.ports.repositories import JournalLine, Submission
from core.ports.unit_of_work import Work
from storage.verifying import broken_line
from tests.talk.worlds import World

PLAN = 1


@dataclass(frozen=True)
class Holding:
    """That a person holds a post; posts outlive people, so holdings end and are never deleted."""

    post_id: int
    person_id: int
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Kept:
    """All of it, by id of the obligation where it hangs on one; the journal's lines the oldest first."""

    plan: OpenPlan
    owed: dict[int, Obligation]
    versions: dict[int, list[Submission]]
    evidence: dict[int, list[Evidence]]
    requests: dict[int, list[Request]]
    journal: list[JournalLine]
    people: dict[int, Person]
    holdings: list[Holding]
    substitutions: list[Substitution]
    worklists: dict[int, set[int]]
    today: date
    sound: bool
    derived: bool
    """Whether the journal's chain is whole, and whether what is owed is what the plan and its rules derive."""

    def about(self) -> dict[int, list[JournalLine]]:
        """The lines about each obligation."""
        found = defaultdict(list)
        for line in self.journal:
            kind, _, number = line.subject.partition(":")
            if kind == "obligation":
                found[int(number)].append(line)
        return found


async def read(world: World) -> Kept:
    """Reads it in one go."""
    async with world.app.storage.read() as work:
        plan = await Library().plan(work, PLAN)
        owed = {o.id: o for o in await work.obligations.of_plan(PLAN)}
        people = {p.id: p for p in await work.people.everyone()}
        today = world.app.deps.today()
        evidence = defaultdict(list)
        for e in await work.evidence.of_obligations(list(owed)):
            evidence[e.obligation_id].append(e)
        return Kept(
            plan=plan,
            owed=owed,
            versions={i: await work.obligations.submissions(i) if o.version else [] for i, o in owed.items()},
            evidence=evidence,
            requests=await _requests(work, world),
            journal=[*reversed(await work.journal.lines(limit=100_000))],
            people=people,
            holdings=_holdings(world),
            substitutions=_substitutions(world),
            worklists={
                i: {o.id for o in await owed_by(work, i, p.reports_for, today)} for i, p in people.items()
            },
            today=today,
            sound=await broken_line(world.app.storage) is None,
            derived=await _derived(work, world, plan),
        )


async def _derived(work: Work, world: World, plan: OpenPlan) -> bool:
    """Whether what is kept is what the plan derives."""
    return (await derived_anew(work, plan.plan, world.app.days)).changes.is_empty


async def _requests(work: Work, world: World) -> dict[int, list[Request]]:
    asked = _rows(world, "SELECT DISTINCT obligation_id FROM request")
    return {number: await work.requests.of_obligation(number) for (number,) in asked}


def _holdings(world: World) -> list[Holding]:
    rows = _rows(world, "SELECT post_id, person_id, since, until FROM holding")
    return [
        Holding(post_id=post, person_id=person, since=_moment(since), until=until and _moment(until))
        for post, person, since, until in rows
    ]


def _substitutions(world: World) -> list[Substitution]:
    names = (
        "id",
        "post_id",
        "absent_id",
        "substitute_id",
        "starts",
        "ends",
        "named_by",
        "named_at",
        "ended_at",
    )
    found = []
    for row in _rows(world, f"SELECT {', '.join(names)} FROM substitution"):
        values = dict(zip(names, row, strict=True))
        values["named_at"] = _moment(values["named_at"])
        values["ended_at"] = values["ended_at"] and _moment(values["ended_at"])
        found.append(Substitution.model_validate(values))
    return found


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _rows(world: World, query: str) -> list[Any]:
    with closing(sqlite3.connect(world.folder / "orynda.db")) as connection:
        return connection.execute(query).fetchall()
