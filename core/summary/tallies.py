"""The figures of one line: counts and shares over obligations, their colours, the money they carry (domain, §5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from pydantic import BaseModel, ConfigDict, computed_field

from core.model.obligations import Obligation, ReportingRule, ReportState
from core.model.plan_tree import PlanTree
from core.owed.measures import MAIN, is_planned_zero
from core.owed.status import awaits_review, is_extended, is_late, is_on_time, is_overdue, is_recorded
from core.plan.reports import Measure, Outcome
from core.plan.values import as_decimal
from core.summary.money import Money, PlanMoney


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Thresholds(_Model):
    """From which share a line is green, and from which it is amber; below that it is red."""

    green: Decimal = Decimal(1)
    amber: Decimal = Decimal("0.7")


class Tally(_Model):
    """Counts over obligations. `on_time` and `late` look at the first submission, `overdue` at what is not sent now.

    What was agreed as not required (`excused`) is not owed and counts nowhere else. `on_time` goes by the plan's own day,
    `late` and `overdue` by the extended one; `extended` are those with a day moved.

    `parts` are reports of co-executors on rows that a lead consolidates: they count for completeness alone, since the
    lead's report supplies the activity's fact (domain, §3). Outcomes are those of the other submitted reports. `zeros` are obligations with a planned zero, `zeros_done` those of them
    confirmed: both stay out of execution.
    """

    owed: int = 0
    submitted: int = 0
    accepted: int = 0
    to_review: int = 0
    returned: int = 0
    recorded: int = 0
    on_time: int = 0
    late: int = 0
    overdue: int = 0
    done: int = 0
    partial: int = 0
    not_done: int = 0
    parts: int = 0
    zeros: int = 0
    zeros_done: int = 0
    extended: int = 0
    excused: int = 0
    money: Money | None = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def completeness(self) -> Decimal | None:
        """Submitted / owed."""
        return _share(self.submitted, self.owed)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def timeliness(self) -> Decimal | None:
        """First submitted by the day it was due / owed."""
        return _share(self.on_time, self.owed)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def execution(self) -> Decimal | None:
        """Done / owed, both without planned zeros and co-executors' parts; partial is not done."""
        return _share(self.done - self.zeros_done, self.owed - self.parts - self.zeros)


class Counter:
    """Counts parts of what is counted so that the parts add up to the whole.

    `answering` is group → the post that reports for it: a row that a group owns is consolidated by that post.
    """

    def __init__(
        self,
        tree: PlanTree,
        counted: Sequence[Obligation],
        as_of: date,
        rule: ReportingRule | None = None,
        answering: Mapping[int, int] | None = None,
    ) -> None:
        self._as_of = as_of
        # Where the lead's report is not required, nobody else's takes its place.
        supplying = [o for o in suppliers(tree, counted, answering or {}) if not o.excused]
        counted = [o for o in counted if not o.excused]
        self._money = PlanMoney(tree, supplying, rule or ReportingRule())
        self._parts = {o.id for o in counted} - {o.id for o in supplying}
        self._zeros = {o.id for o in supplying if _is_zero(tree, o)}

    def count(self, found: Sequence[Obligation]) -> Tally:
        """The tally of some of the counted obligations."""
        excused = sum(o.excused for o in found)
        found = [o for o in found if not o.excused]
        submitted = [o for o in found if o.is_submitted]
        facts = [o.submitted for o in submitted if o.id not in self._parts]
        outcomes = [fact.outcome for fact in facts if fact is not None]
        return Tally(
            owed=len(found),
            submitted=len(submitted),
            accepted=sum(o.state is ReportState.ACCEPTED for o in submitted),
            to_review=sum(awaits_review(o) for o in submitted),
            returned=sum(o.state is ReportState.RETURNED for o in found),
            recorded=sum(is_recorded(o) for o in found),
            on_time=sum(is_on_time(o) for o in found),
            late=sum(is_late(o) for o in found),
            overdue=sum(is_overdue(o, self._as_of) for o in found),
            done=outcomes.count(Outcome.DONE),
            partial=outcomes.count(Outcome.PARTIAL),
            not_done=outcomes.count(Outcome.NOT_DONE),
            parts=sum(o.id in self._parts for o in found),
            zeros=sum(o.id in self._zeros for o in found),
            zeros_done=sum(o.id in self._zeros and _is_done(o) for o in submitted),
            extended=sum(is_extended(o) for o in found),
            excused=excused,
            money=self._money.total(found),
        )


def suppliers(
    tree: PlanTree, counted: Sequence[Obligation], answering: Mapping[int, int]
) -> list[Obligation]:
    """Those whose reports supply the facts: of each row and period one post's, the lead's where several owe it."""
    posts: dict[tuple[int, str], int] = {}
    for o in counted:
        key = o.activity_id, o.period
        if key not in posts or o.post_id == _lead(tree, o, answering):
            posts[key] = o.post_id
    return [o for o in counted if posts[o.activity_id, o.period] == o.post_id]


def _lead(tree: PlanTree, obligation: Obligation, answering: Mapping[int, int]) -> int | None:
    post, seen = tree.activities[obligation.activity_id].ownership.owner, set[int]()
    while post is not None and post in answering and post not in seen:
        seen.add(post)
        post = answering[post]
    return post


def _is_zero(tree: PlanTree, obligation: Obligation) -> bool:
    """Whether the plan value that the obligation carries is a printed zero."""
    unit = tree.activities[obligation.activity_id].row.unit
    plan = as_decimal(obligation.target) if obligation.target else None
    return unit is not None and is_planned_zero(Measure(id=MAIN, unit=unit, plan=plan))


def _is_done(obligation: Obligation) -> bool:
    return obligation.submitted is not None and obligation.submitted.outcome is Outcome.DONE


def _share(part: int, whole: int) -> Decimal | None:
    return Decimal(part) / Decimal(whole) if whole else None
