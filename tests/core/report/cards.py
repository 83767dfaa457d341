"""A worklist of one plan in memory, for tests of what its cards show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from core.model.editions import LiveActivity, Ownership
from core.model.obligations import Due, Obligation, ObligationKind
from core.model.people import Post
from core.owed.plan_cache import OpenPlan
from core.plan.model import Activity, Section, Unit
from core.plan.reports import Draft, Outcome
from core.report.worklist import Worklist
from tests.core.samples import plan_of

TODAY = date(2024, 3, 26)
OWNER, HELPER = 1, 2
POSTS = {OWNER: Post(id=OWNER, name="Экономист"), HELPER: Post(id=HELPER, name="Юрист")}
DAYS = Due(
    deadline=date(2024, 3, 31),
    opens=date(2024, 3, 21),
    report_due=date(2024, 4, 5),
    closes=date(2024, 4, 19),
)

DONE = Draft(outcome=Outcome.DONE)

ANSWERS: dict[str, Any] = {"reason": "Нет финансирования", "forecast": date(2024, 6, 30)}
"""An answer to each question that follows an outcome, by the draft's field: a new question has its own here."""


def row(title: str = "Закупить", unit: Unit | None = Unit.MONEY, **parts: object) -> Activity:
    shape: dict[str, object] = {
        "id": "1.1",
        "title": title,
        "unit": unit,
        "money_scale": "thousand",
        "targets": {"2024-Q1": "6000", "2024-Q2": "4000"},
        "section": "1",
    }
    return Activity.model_validate({**shape, **parts})


def level(**parts: object) -> Activity:
    """A row that is an indicator."""
    return row("Охват", Unit.PERCENT, indicator="И1", **parts)


def owed(number: int = 1, draft: Draft | None = None, **facts: Any) -> Obligation:
    parts = {"plan_id": 1, "activity_id": number, "post_id": OWNER, "kind": ObligationKind.TARGET}
    shape = {"id": number, "period": "2024-Q1", "due": DAYS, "target": "6000", "draft": draft or Draft()}
    return Obligation.model_validate({**parts, **shape, **facts})


def obligation(
    number: int, period: str = "2024-Q1", due: date = date(2024, 4, 5), **facts: object
) -> Obligation:
    days = Due(deadline=date(2024, 3, 31), opens=date(2024, 3, 21), report_due=due, closes=date(2024, 4, 19))
    parts = {"plan_id": 1, "activity_id": number, "post_id": 1, "kind": ObligationKind.TARGET, "target": "1"}
    return Obligation.model_validate({"id": number, "period": period, "due": days, **parts, **facts})


def worklist(rows: Sequence[Activity], obligations: Sequence[Obligation], **rule: Any) -> Worklist:
    """The worklist of who holds the first post; the second takes part in each row."""
    ownership = Ownership(owner=OWNER, contributors=(HELPER,), confirmed=True)
    live = {
        at: LiveActivity(id=at, plan_id=1, position=at, row=one, ownership=ownership)
        for at, one in enumerate(rows, 1)
    }
    edition = plan_of(2024, **rule)
    read = edition.read.model_copy(update={"sections": (Section(id="1", title="Финансы"),)})
    plan = OpenPlan(edition.model_copy(update={"read": read}), live, POSTS)
    return Worklist(list(obligations), {1: plan}, TODAY)


def figures(**told: int) -> dict[str, Decimal]:
    return {name: Decimal(value) for name, value in told.items()}
