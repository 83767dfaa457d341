"""A live plan with everything that is owed on it: what summaries and lists for managers are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.kernel.errors import Missing, UnreadableInput
from core.kernel.periods import Period
from core.model.editions import LiveActivity, PlanStatus
from core.model.obligations import Obligation
from core.model.plan_tree import PlanTree
from core.owed.plan_cache import Library, OpenPlan
from core.owed.status import awaits_review, in_period, is_overdue
from core.plan.model import Section
from core.ports.unit_of_work import Work
from core.report.heaps import period_of
from core.report.review import next_to_review
from core.summary.summary import Counted, Line, Summary, counted, summed_up

FLAT = 20
"""A heading with up to so many rows under it opens to them at once, else to the headings under it."""


@dataclass(frozen=True, slots=True)
class OwedRow:
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
        """Totals of a period within a heading, and what they part into by section and by post."""
        names = {i: p.name for i, p in self.plan.posts.items()}
        return summed_up(self.counted(period, section), names)

    def counted(self, period: str | None, section: str | None = None) -> Counted:
        """What is owed in a period within a heading, to be parted in yet another way."""
        answering = {i: p.reports for i, p in self.plan.posts.items() if p.is_group and p.reports}
        return counted(self.plan.plan, self.tree, self.obligations, self.today, period, section, answering)

    def of(self, line: Line) -> list[Obligation]:
        """The obligations behind a line."""
        behind = set(line.obligations)
        return [o for o in self.obligations if o.id in behind]

    def rows(self, period: str | None, section: str | None = None) -> list[OwedRow]:
        """The rows under a heading on which something is owed in the period, in the order of the plan."""
        found: dict[int, OwedRow] = {}
        for o in self.obligations:
            if in_period(o, period) and self.tree.holds(o, section):
                row = found.setdefault(o.activity_id, OwedRow(self.plan.activities[o.activity_id], []))
                row.obligations.append(o)
        return list(found.values())

    def row_of(self, line: Line) -> OwedRow:
        """The row that a line of kind "activity" is about."""
        return OwedRow(self.activity(int(line.id)), self.of(line))

    def overdue(self, period: str | None = None) -> list[Obligation]:
        return [o for o in self.obligations if is_overdue(o, self.today) and in_period(o, period)]

    def opened(self, summary: Summary) -> list[Line | OwedRow]:
        """What is listed under a heading: every row below it, or the next headings where those are too many."""
        rows = self.rows(summary.period, summary.section)
        found = summary.by_section
        if len(rows) <= FLAT or not any(line.kind == "section" for line in found):
            return list(rows)
        return [self.row_of(line) if line.kind == "activity" else line for line in found]

    def above(self, section: Section, period: str | None) -> str | None:
        """The heading above one that is opened, where that lists headings too; None where it would list every row."""
        up = section.parent if section.parent in self.tree.sections else None
        return up if up and len(self.rows(period, up)) > FLAT else None

    def to_review(self) -> list[Obligation]:
        """The reports that wait for a manager, in the order of the plan."""
        return [o for o in self.obligations if awaits_review(o)]

    def next_to_review(self, current: int) -> Obligation | None:
        """The report that a manager reads after that one, whether that still waits or not."""
        order = [o for o in self.obligations if awaits_review(o) or o.id == current]
        return next_to_review(order, current)

    def of_row(self, activity_id: int, period: str | None) -> list[Obligation]:
        """What is owed on a row in the period: one report a turn, or one a post."""
        return next((r.obligations for r in self.rows(period) if r.activity.id == activity_id), [])

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
        return self.plan.known_row(activity_id)


async def read_book(work: Work, library: Library, plan_id: int, today: date) -> Book:
    """Reads a plan and what is owed on it. Raises Missing."""
    obligations = [o for o in await work.obligations.of_plan(plan_id) if not o.withdrawn]
    return Book(await library.plan(work, plan_id, about=obligations), obligations, today)


async def read_period(
    work: Work, library: Library, plan_id: int, period: str | None, today: date
) -> tuple[Book, str | None]:
    """A plan's book, and the code of a period that was typed (None: the whole plan).

    Raises Missing where there is no such plan, UnreadableInput where the code names no period.
    """
    if period is not None:
        try:
            period = Period.parse(period).code
        except ValueError as error:
            raise UnreadableInput("sum-period-not-read", typed=period[:20]) from error
    return await read_book(work, library, plan_id, today), period


async def read_live_book(work: Work, library: Library, plan_id: int, today: date) -> Book:
    """The book of a plan that reports are owed on. Raises Missing."""
    book = await read_book(work, library, plan_id, today)
    if book.plan.plan.status is not PlanStatus.LIVE:
        raise Missing("plan-missing")
    return book


def overdue_by_post(books: Sequence[Book], period: str | None) -> list[tuple[Book, Obligation]]:
    """What is overdue, grouped by post; groups and the reports in them oldest first."""
    found = [(book, o) for book in books for o in book.overdue(period)]
    oldest: dict[int, date] = {}
    for _, o in found:
        oldest[o.post_id] = min(o.due_now.report_due, oldest.get(o.post_id, o.due_now.report_due))
    return sorted(found, key=lambda x: (oldest[x[1].post_id], x[1].post_id, x[1].due_now.report_due))
