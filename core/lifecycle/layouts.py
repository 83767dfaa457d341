"""What was said of a file's columns, kept for the next file of the same form: next year's plan is read by the same map."""

from __future__ import annotations

from datetime import datetime

from core.lifecycle.said_columns import said_of
from core.model.editions import PlanEdition
from core.plan.columns import ReadingMap, TableSaid
from core.plan.model import ReadPlan
from core.ports.unit_of_work import Work


async def known_layouts(work: Work) -> ReadingMap:
    """What is remembered of the tables of other files, to read a new one with."""
    return ReadingMap(layouts=await work.plans.layouts())


def read_by(read: ReadPlan, said: ReadingMap) -> ReadingMap:
    """What of a map a file was read with: what is said of its own tables, and of those layouts that they have."""
    layouts = {t.layout for t in read.tables}
    known = {layout: of_table for layout, of_table in said.layouts.items() if layout in layouts}
    return ReadingMap(tables=said.tables, layouts=known)


def spelt_out(plan: PlanEdition) -> ReadingMap:
    """What is said of the tables of a plan's file, each by its place, as its card shows it: to read it again with."""
    said = {t.place: said_of(plan.said, t) for t in plan.read.tables}
    return ReadingMap(tables={place: of_table for place, of_table in said.items() if of_table != TableSaid()})


def is_read_by_layout(plan: PlanEdition) -> bool:
    """Whether a table of the plan's file was read by what was said of another file."""
    return any(t.place not in plan.said.tables and t.layout in plan.said.layouts for t in plan.read.tables)


async def remember(work: Work, plan: PlanEdition, by: int | None, now: datetime) -> None:
    """Keeps what was said of the tables of a plan that is accepted; what was taken back is forgotten.

    Nothing is kept before that: what was only tried on a file would be read into the next one in silence.
    """
    known = await work.plans.layouts()
    for layout in dict.fromkeys(t.layout for t in plan.read.tables if t.layout):
        said = _of_layout(plan, layout)
        if said != known.get(layout, TableSaid()):
            await work.plans.remember_layout(layout, said if said != TableSaid() else None, by, now)


def _of_layout(plan: PlanEdition, layout: str) -> TableSaid:
    """What is said of the tables of a layout: of the first that is not left out, for another may be by chance."""
    said = [said_of(plan.said, t) for t in plan.read.tables if t.layout == layout]
    taken = [of_table for of_table in said if not of_table.out]
    return next((s for s in taken if s != TableSaid()), taken[0]) if taken else TableSaid(out=True)
