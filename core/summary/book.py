"""A live plan with everything that is owed on it: what summaries and lists for managers are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.kernel.errors import Missing
from core.kernel.periods import Period
from core.model.editions import LiveActivity
from core.model.obligations import Obligation
from core.model.plan_tree import PlanTree
from core.owed.plan_cache import Library, OpenPlan
from core.owed.status import in_period, is_overdue
from core.plan.model import Section
from core.ports.unit_of_work import Work
from core.report.heaps import period_of
from core.summary.summary import Line, Summary, summarise


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the plan with what is owed on it in a period: one report a turn, or one a post."""

    activity: LiveActivity
    obligations: list[Obligation]

    @property
    def submitted(self) -> int:
        return sum(o.is_submitted for o in self.obligations)


@dataclass(frozen=True)
class Book:
    """What is owed on a plan (nothing withdrawn) as it stands `today`; obligations in the order of the plan."""

    plan: OpenPlan
    obligations: list[Obligation]
    today: date

    @property
    def id(self) -> int:
        return self.plan.plan.id

    @cached_property
    def tree(self) -> PlanTree:
        return PlanTree(self.plan.plan.read.sections, list(self.plan.activities.values()))

    @cached_property
    def _opens(self) -> dict[str, date]:
        """The turns of the plan's cycle in which something is owed, in order, and when each opens."""
        cycle = self.plan.plan.rule.cycle
        found: dict[str, date] = {}
        for o in self.obligations:
            code = period_of(o, cycle)
            found[code] = min(o.due.opens, found.get(code, o.due.opens))
        return dict(sorted(found.items(), key=lambda item: Period.parse(item[0]).end))

    def period_now(self) -> str | None:
        """The period whose reports are collected now: the last that opened, else the first to come."""
        opened = [code for code, day in self._opens.items() if day <= self.today]
        return opened[-1] if opened else next(iter(self._opens), None)

    def around(self, period: str) -> tuple[str | None, str | None]:
        """The periods before and after it in which something is owed."""
        at = Period.parse(period)
        before = [code for code in self._opens if Period.parse(code).end < at.start]
        after = [code for code in self._opens if Period.parse(code).start > at.end]
        return (before[-1] if before else None), (after[0] if after else None)

    def summary(self, period: str | None, section: str | None = None) -> Summary:
        names = {i: p.name for i, p in self.plan.posts.items()}
        answering = {i: p.reports for i, p in self.plan.posts.items() if p.is_group and p.reports}
        activities = list(self.plan.activities.values())
        return summarise(
            self.plan.plan,
            activities,
            self.obligations,
            self.today,
            period,
            section=section,
            posts=names,
            answering=answering,
        )

    def of(self, line: Line) -> list[Obligation]:
        """The obligations behind a line."""
        behind = set(line.obligations)
        return [o for o in self.obligations if o.id in behind]

    def rows(self, period: str | None, section: str | None = None) -> list[Row]:
        """The rows under a heading on which something is owed in the period, in the order of the plan."""
        found: dict[int, Row] = {}
        for o in self.obligations:
            if in_period(o, period) and self.tree.holds(o, section):
                row = found.setdefault(o.activity_id, Row(self.plan.activities[o.activity_id], []))
                row.obligations.append(o)
        return list(found.values())

    def row_of(self, line: Line) -> Row:
        """The row that a line of kind "activity" is about."""
        return Row(self.activity(int(line.id)), self.of(line))

    def overdue(self, period: str | None = None) -> list[Obligation]:
        return [o for o in self.obligations if is_overdue(o, self.today) and in_period(o, period)]

    def section(self, at: int) -> Section:
        """A heading by its place in the reading, which never changes. Raises Missing."""
        sections = self.plan.plan.read.sections
        if not 0 <= at < len(sections):
            raise Missing("unknown")
        return sections[at]

    def place(self, section: str) -> int:
        """Where a heading stands in the reading."""
        return next(at for at, s in enumerate(self.plan.plan.read.sections) if s.id == section)

    def activity(self, activity_id: int) -> LiveActivity:
        """A row by its permanent id. Raises Missing."""
        if activity_id not in self.plan.activities:
            raise Missing("unknown")
        return self.plan.activities[activity_id]


async def read_book(work: Work, library: Library, plan_id: int, today: date) -> Book:
    """Reads a plan and what is owed on it. Raises Missing."""
    plan = await library.plan(work, plan_id)
    obligations = [o for o in await work.obligations.of_plan(plan_id) if not o.withdrawn]
    if any(o.activity_id not in plan.activities or o.post_id not in plan.posts for o in obligations):
        library.forget(plan_id)  # another process changed the plan since it was read
        plan = await library.plan(work, plan_id)
    return Book(plan, obligations, today)
