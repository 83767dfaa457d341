"""Small things to keep: a person, a post, a live plan with its obligations."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from core.model.editions import NewPlan, PlanEdition, PlanStatus
from core.model.obligations import DerivedObligation, Due, ObligationKind
from core.model.people import Invitation, Person, Role
from core.plan.model import Activity, PlanInfo, ReadPlan
from core.plan.reports import Evidence
from core.ports.queues import Incoming
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work

NOW = datetime(2024, 3, 26, 4, 30, 0, 123456, tzinfo=UTC)
TODAY = date(2024, 3, 26)
OFFICER = 5_000_000_001
"""Telegram's ids need more than 32 bits."""


def later(**by: float) -> datetime:
    return NOW + timedelta(**by)


def person(person_id: int = OFFICER, **changes: object) -> Person:
    return Person(id=person_id, name="Айгүл", language="kk", joined_at=NOW).model_copy(update=changes)


def invitation(token_hash: str = "h1", **changes: object) -> Invitation:
    made = Invitation(
        id=0, token_hash=token_hash, role=Role.OFFICER, created_at=NOW, expires_at=later(days=14)
    )
    return made.model_copy(update=changes)


def new_plan(activities: int = 2, title: str | None = "План мероприятий") -> NewPlan:
    rows = tuple(
        Activity(id=f"a{n}", title=f"Мероприятие {n}", targets={"2024-Q1": "+"}) for n in range(activities)
    )
    return NewPlan(
        title=title,
        organisation=None,
        period_start=date(2024, 1, 1),
        period_end=date(2024, 12, 31),
        read=ReadPlan(plan=PlanInfo(title=title), activities=rows),
        source_name="план.docx",
        source_sha256="0" * 64,
        imported_by=OFFICER,
        imported_at=NOW,
    )


def derived(activity_id: int, post_id: int, **changes: object) -> DerivedObligation:
    due = Due(
        deadline=date(2024, 3, 31),
        opens=date(2024, 3, 21),
        report_due=date(2024, 4, 5),
        closes=date(2024, 4, 19),
    )
    made = DerivedObligation(
        activity_id=activity_id,
        post_id=post_id,
        kind=ObligationKind.TARGET,
        period="2024-Q1",
        target="+",
        due=due,
    )
    return made.model_copy(update=changes)


def due_on(day: date) -> Due:
    """Four days around a day on which a report is due."""
    before = day - timedelta(days=15)
    return Due(
        deadline=day - timedelta(days=5), opens=before, report_due=day, closes=day + timedelta(days=14)
    )


async def post(work: Work, name: str = "Метролог") -> int:
    return (await work.people.add_posts([(name, False)]))[name]


async def live_plan(work: Work, activities: int = 2) -> PlanEdition:
    plan_id = await work.plans.propose(new_plan(activities))
    found = await work.plans.get(plan_id)
    assert found is not None
    live = found.model_copy(update={"status": PlanStatus.LIVE, "accepted_at": NOW})
    await work.plans.save(live)
    return live


async def obligation(work: Work, post_name: str = "Метролог") -> int:
    """A live plan with one obligation of that post; → the obligation's id."""
    plan = await live_plan(work, activities=1)
    (activity,) = await work.plans.add_activities(plan)
    await work.obligations.add(plan.id, [derived(activity.id, await post(work, post_name))])
    (found,) = await work.obligations.of_plan(plan.id)
    return found.id


def incoming(update_id: int, **changes: object) -> Incoming:
    made = Incoming(update_id=update_id, person_id=OFFICER, payload='{"a":1}', received_at=NOW)
    return made.model_copy(update=changes)


def line(subject: str = "obligation:1", **changes: object) -> JournalLine:
    return JournalLine(at=NOW, person_id=OFFICER, action="recorded", subject=subject).model_copy(
        update=changes
    )


def photo(obligation_id: int, **changes: object) -> Evidence:
    made = Evidence(
        id=0,
        obligation_id=obligation_id,
        kind="photo",
        file_id="AgAC",
        mime_type="image/jpeg",
        added_by=OFFICER,
        added_at=NOW,
    )
    return made.model_copy(update=changes)
