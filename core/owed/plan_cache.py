"""Accepted plans as they are used all day: rows by permanent id, headings, names of posts. Read once, kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from core.figures.stages import stages_in_order
from core.kernel.errors import Missing
from core.model.editions import LiveActivity, PlanEdition
from core.model.people import Post
from core.owed.derive import lead_of
from core.owed.measures import Terms, measures_of
from core.plan.model import Section
from core.plan.reports import Measure
from core.plan.values import as_decimal
from core.ports.unit_of_work import Work


@dataclass(frozen=True)
class OpenPlan:
    """A plan with what hangs on it."""

    plan: PlanEdition
    activities: dict[int, LiveActivity]
    posts: dict[int, Post]
    _measures: dict[tuple[int, str], tuple[Measure, ...]] = field(default_factory=dict, compare=False)
    _leads: dict[int, int | None] = field(default_factory=dict, compare=False)
    _years: dict[tuple[int, str], tuple[Decimal, ...]] = field(default_factory=dict, compare=False)

    @property
    def title(self) -> str:
        return self.plan.title or self.plan.source_name

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {s.id: s for s in self.plan.read.sections}

    def headings(self, activity_id: int) -> list[Section]:
        """The headings above a row, outermost first."""
        found: list[Section] = []
        at = self.activities[activity_id].row.section
        while at in self._sections and len(found) <= len(self._sections):
            found.insert(0, self._sections[at])
            at = self._sections[at].parent
        return found

    def measures(self, activity_id: int, period: str) -> tuple[Measure, ...]:
        """The figures that a report on a row answers for the period."""
        found = self._measures.get((activity_id, period))
        if found is None:
            found = measures_of(self.activities[activity_id].row, period, self.terms(activity_id))
            self._measures[activity_id, period] = found
        return found

    def lead_post(self, activity_id: int) -> int | None:
        """The post that consolidates a row; None where one post alone owes it."""
        if activity_id not in self._leads:
            self._leads[activity_id] = lead_of(self.activities[activity_id], self.posts, self.plan.rule)
        return self._leads[activity_id]

    def planned_in(self, activity_id: int, year: str) -> tuple[Decimal, ...]:
        """The numbers that are planned of a row in the periods of a year."""
        found = self._years.get((activity_id, year))
        if found is None:
            targets = self.activities[activity_id].row.targets
            values = (as_decimal(value) for period, value in targets.items() if period[:4] == year)
            found = self._years[activity_id, year] = tuple(v for v in values if v is not None)
        return found

    def terms(self, activity_id: int) -> Terms:
        """What the plan and its rule say of a row's figures."""
        return Terms.of(self.plan.rule, activity_id, self._stages, self.plan.read.abbreviations)

    @cached_property
    def _stages(self) -> tuple[str, ...]:
        ordered = sorted(self.activities.values(), key=lambda a: a.position)
        return stages_in_order(a.row for a in ordered)

    def post(self, post_id: int) -> str:
        """The name of a post."""
        return self.posts[post_id].name

    def known_post(self, post_id: int) -> Post:
        """A post of the register. Raises Missing."""
        if post_id not in self.posts:
            raise Missing("unknown")
        return self.posts[post_id]

    def known_row(self, activity_id: int) -> LiveActivity:
        """A row of the plan by its permanent id. Raises Missing."""
        if activity_id not in self.activities:
            raise Missing("unknown")
        return self.activities[activity_id]


class Library:
    """Keeps open plans in memory. `forget` after anything about a plan, its owners or its posts was changed."""

    def __init__(self) -> None:
        self._open: dict[int, OpenPlan] = {}

    async def plan(self, work: Work, plan_id: int, *, activity_id: int | None = None) -> OpenPlan:
        """The plan; read anew where it does not know the activity (another process amended it). Raises Missing."""
        found = self._open.get(plan_id)
        if found is None or (activity_id is not None and activity_id not in found.activities):
            found = await self._read(work, plan_id)
            self._open[plan_id] = found
        return found

    def forget(self, plan_id: int | None = None) -> None:
        """Drops one plan, or all."""
        if plan_id is None:
            self._open.clear()
        else:
            self._open.pop(plan_id, None)

    @staticmethod
    async def _read(work: Work, plan_id: int) -> OpenPlan:
        plan = await work.plans.get(plan_id)
        if plan is None:
            raise Missing("plan-missing")
        activities = await work.plans.activities(plan_id)
        posts = await work.people.posts()
        return OpenPlan(plan, {a.id: a for a in activities}, {p.id: p for p in posts})
