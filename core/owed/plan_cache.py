"""Accepted plans as they are used all day: rows by permanent id, headings, names of posts. Read once, kept while they are used."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from weakref import WeakKeyDictionary

from core.figures.stages import stages_in_order
from core.kernel.errors import Missing
from core.model.editions import LiveActivity, Ownership, PlanEdition
from core.model.obligations import Obligation
from core.model.people import Post
from core.owed.derive import lead_of
from core.owed.measures import Terms, measures_of
from core.plan.model import Section
from core.plan.reports import Measure
from core.plan.values import as_decimal
from core.ports.unit_of_work import Work


@dataclass(frozen=True)
class OpenPlan:
    """A plan with what hangs on it: its rows, and the posts that rows, owners and reports name (not every post there is)."""

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


ROWS = 2000
"""Rows of all kept plans together: some thirty plans of a hospital, one of a ministry."""


class Library:
    """Keeps open plans in memory: so many rows at most, those used last. `forget` after anything about a plan, its owners
    or its posts was changed.
    """

    def __init__(self, rows: int = ROWS) -> None:
        self._rows = rows
        self._open: dict[int, OpenPlan] = {}
        self._changing: WeakKeyDictionary[Work, dict[int, OpenPlan]] = WeakKeyDictionary()

    async def plan(self, work: Work, plan_id: int, *, about: Collection[Obligation] = ()) -> OpenPlan:
        """The plan, which knows the rows and the posts of the reports that it is asked about. Raises Missing.

        It is read anew where it does not know a row: another process amended it.
        """
        own = self._changing.get(work)
        found = self._kept(plan_id) if own is None else own.get(plan_id)
        if found is None or any(o.activity_id not in found.activities for o in about):
            if own is None:
                if found is not None:
                    self.forget(plan_id)
                found = await self.read(work, plan_id)
            else:
                found = own[plan_id] = await read_plan(work, plan_id)
        await _know_posts(work, found, about)
        return found

    async def read(self, work: Work, plan_id: int) -> OpenPlan:
        """Reads a plan that is not here, and keeps it. Raises Missing."""
        found = await read_plan(work, plan_id)
        self.keep(found)
        return found

    def keep(self, plan: OpenPlan) -> None:
        """Keeps it, and drops those used longest ago where that makes too many rows."""
        self._open[plan.plan.id] = plan
        count = sum(len(p.activities) for p in self._open.values())
        for plan_id in list(self._open)[:-1]:
            if count <= self._rows:
                return
            count -= len(self._open[plan_id].activities)
            self.forget(plan_id)

    def forget(self, plan_id: int | None = None, *, by: Work | None = None) -> None:
        """Drops one plan, or all. `by` is a transaction that changes them: what it reads is its own from now on, and is
        not kept, since it may never be committed."""
        if plan_id is None:
            self._open.clear()
        else:
            self._open.pop(plan_id, None)
        if by is not None:
            self._changing[by] = {}

    def _kept(self, plan_id: int) -> OpenPlan | None:
        found = self._open.pop(plan_id, None)
        if found is not None:
            self._open[plan_id] = found  # the last one used stands last
        return found


async def read_plan(work: Work, plan_id: int) -> OpenPlan:
    """A plan with its rows and the posts that they name. Raises Missing."""
    plan = await work.plans.get(plan_id)
    if plan is None:
        raise Missing("plan-missing")
    activities = await work.plans.activities(plan_id)
    named = {p for a in activities for p in _named(a.ownership)}
    posts = await posts_with_who_reports(work, named | set(await work.obligations.posts_of_plan(plan_id)))
    return OpenPlan(plan, {a.id: a for a in activities}, posts)


async def with_all_posts(work: Work, plan: OpenPlan) -> OpenPlan:
    """The plan with every post of the register, of which a coordinator chooses."""
    return replace(plan, posts={p.id: p for p in await work.people.posts()})


def _named(ownership: Ownership) -> Iterator[int]:
    yield from (p for p in (ownership.owner, ownership.supervisor) if p is not None)
    yield from ownership.contributors


async def posts_with_who_reports(work: Work, post_ids: Collection[int]) -> dict[int, Post]:
    """These posts by id, and those that report for them where they are groups."""
    found: dict[int, Post] = {}
    wanted = set(post_ids)
    while wanted:
        found.update((p.id, p) for p in await work.people.posts_named(sorted(wanted)))
        wanted = {p.reports for p in found.values() if p.reports is not None} - found.keys()
    return found


async def _know_posts(work: Work, plan: OpenPlan, about: Collection[Obligation]) -> None:
    """Posts that owe these reports, or said something for them, though no row names them any more."""
    known = plan.posts.keys()
    unknown = {post for o in about for post in _posts_of(o) if post not in known}
    if unknown:
        plan.posts.update(await posts_with_who_reports(work, unknown))


def _posts_of(o: Obligation) -> Iterator[int]:
    yield o.post_id
    for told in (o.draft, o.submitted):
        if told is not None:
            yield from (s.post_id for s in told.said)
