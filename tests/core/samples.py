"""Plans to derive from: rows as they are expected to be read, with proposed owners, in a live plan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from core.model.editions import LiveActivity, Ownership, PlanEdition, PlanStatus
from core.model.obligations import Obligation, ReportingRule
from core.model.people import Post
from core.model.plan_tree import PlanTree
from core.plan.model import Activity, ReadPlan
from core.printed.ownership import is_group, propose
from core.summary.summary import Summary, counted, summed_up

EXPECTED = Path(__file__).parents[1] / "documents" / "expected"


class Live(NamedTuple):
    """A plan with what derives from it."""

    plan: PlanEdition
    activities: list[LiveActivity]
    posts: dict[int, Post]


def hospital_2024() -> Live:
    """The hospital's plan: 68 rows with the owners that are proposed for them."""
    return live_plan("hospital-2024", 2024)


def live_plan(name: str, year: int, until: int | None = None, **rule: object) -> Live:
    """A real plan as it is expected to be read, with the owners that are proposed for its rows."""
    rows = rows_of(name)
    names = list(dict.fromkeys(name for row in rows for name in row.responsibles))
    ids = {name: number for number, name in enumerate(names, 1)}
    posts = {ids[name]: Post(id=ids[name], name=name, is_group=is_group(name)) for name in names}
    activities = [
        LiveActivity(id=at, plan_id=1, position=at, row=row, ownership=owners_of(row, ids))
        for at, row in enumerate(rows, 1)
    ]
    return Live(plan_of(year, until, **rule), activities, posts)


def rows_of(plan: str) -> list[Activity]:
    shape = json.loads((EXPECTED / f"{plan}.expected.json").read_text())
    return [
        Activity.model_validate({k: v for k, v in a.items() if v is not None}) for a in shape["activities"]
    ]


def owners_of(row: Activity, ids: dict[str, int]) -> Ownership:
    proposal = propose(row.responsibles)
    return Ownership(
        owner=ids[proposal.owner] if proposal.owner else None,
        supervisor=ids[proposal.supervisor] if proposal.supervisor else None,
        contributors=tuple(ids[name] for name in proposal.contributors),
    )


def plan_of(year: int, until: int | None = None, **rule: object) -> PlanEdition:
    return PlanEdition(
        id=1,
        title="План мероприятий",
        organisation="Больница",
        period_start=date(year, 1, 1),
        period_end=date(until or year, 12, 31),
        read=ReadPlan(),
        source_name="plan.docx",
        source_sha256="0" * 64,
        imported_by=None,
        imported_at=datetime(2024, 1, 9, tzinfo=UTC),
        status=PlanStatus.LIVE,
        rule=ReportingRule.model_validate(rule),
    )


def summarise(
    plan: PlanEdition,
    activities: Sequence[LiveActivity],
    obligations: Iterable[Obligation],
    as_of: date,
    period: str | None = None,
    *,
    section: str | None = None,
    posts: Mapping[int, str] | None = None,
    answering: Mapping[int, int] | None = None,
) -> Summary:
    """The summary of these obligations, without a book."""
    tree = PlanTree(plan.read.sections, activities)
    return summed_up(counted(plan, tree, obligations, as_of, period, section, answering), posts or {})
