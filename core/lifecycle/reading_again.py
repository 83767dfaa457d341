"""A file that waits for acceptance read again, after the coordinator has said what its columns are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from core.kernel.errors import Missing, NotAllowed
from core.lifecycle import acceptance, goal_answers
from core.lifecycle.columns_card import ColumnsState, Opened, columns_state
from core.lifecycle.said_columns import left_out, with_columns, with_header
from core.model.editions import Amendment, PlanEdition
from core.plan.columns import ColumnRole, ColumnSaid, ColumnSeen, ReadingMap, TableSeen
from core.plan.model import ReadPlan
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work
from core.resolution import settling


def the_card(plan: PlanEdition, opened: Opened) -> ColumnsState:
    """The card of the plan's columns. Raises Missing (columns-unknown) where no table of its file is known."""
    state = columns_state(plan, opened)
    if state is None:
        raise Missing("columns-unknown")
    return state


async def say_role(
    work: Work, plan: PlanEdition, state: ColumnsState, role: ColumnRole, period: str | None = None
) -> PlanEdition:
    """Says what the columns are that the card asks about. Raises Missing where it asks about none."""
    if state.asked is None:
        raise Missing("unknown")
    said = [_said(column, role, period) for column in state.asked.line.columns]
    return await _keep(work, plan, with_columns(plan.said, state.table, said))


def _said(column: ColumnSeen, role: ColumnRole, period: str | None) -> ColumnSaid:
    source = column.source if role in (ColumnRole.BY_SOURCE, ColumnRole.FUNDING) else None
    of_period = role in (ColumnRole.TARGET, ColumnRole.FUNDING, ColumnRole.FACT, ColumnRole.KPI)
    return ColumnSaid(
        at=column.at, role=role, period=(period or column.period) if of_period else None, source=source
    )


async def move_header(work: Work, plan: PlanEdition, table: TableSeen, by: int) -> PlanEdition:
    """Says that the header begins so many rows further down."""
    return await _keep(work, plan, with_header(plan.said, table, by))


async def leave_out(work: Work, plan: PlanEdition, table: TableSeen, out: bool) -> PlanEdition:
    """Says that a table is none of the plan's, or is after all."""
    return await _keep(work, plan, left_out(plan.said, table, out))


async def say_nothing(work: Work, plan: PlanEdition) -> PlanEdition:
    """Takes back whatever was said of the file's tables, of this file or of others."""
    return await _keep(work, plan, ReadingMap())


async def _keep(work: Work, plan: PlanEdition, said: ReadingMap) -> PlanEdition:
    told = plan.model_copy(update={"said": said})
    await work.plans.save(told)
    return told


async def put_again(
    work: Work, plan_id: int, read: ReadPlan, said: ReadingMap, by: int | None, now: datetime
) -> PlanEdition:
    """Puts a new reading of the same file in the place of the plan's; `said` is what it was read with.

    Parts that the coordinator gave stay, and so do the answers to doubts that are still there. What was said of rows
    that may be those of an earlier edition is asked anew. Raises Missing or NotAllowed where the plan waits no more.
    """
    plan = await acceptance.proposed(work, plan_id)
    read, recalled = await acceptance.known_answers(work, read)
    own = _own_answers(plan, read)
    settled = {str(at): answer for at, answer in sorted({**recalled, **own}.items())}
    again = plan.model_copy(
        update={
            **_parts(plan, read),
            "read": read,
            "settled": settled,
            "recalled": tuple(at for at in recalled if at not in own),
            "goals": await goal_answers.recalled(work, settling.settled(read, settled)),
        }
    )
    await work.plans.replace(again)
    if plan.amendment is not None and plan.amendment.pairs:
        await work.plans.set_amendment(plan.id, Amendment(amends=plan.amendment.amends))
    await _note(work, again, said, by, now)
    return await acceptance.proposed(work, plan_id)


def _own_answers(plan: PlanEdition, read: ReadPlan) -> dict[int, str]:
    """The answers given to this file's doubts, by the places of the same doubts in the new reading; those that fit."""
    given = {
        settling.key_of(plan.read, plan.read.doubts[int(at)]): answer
        for at, answer in plan.settled.items()
        if int(at) not in plan.recalled
    }
    places = {
        at: given[key] for at, d in enumerate(read.doubts) if (key := settling.key_of(read, d)) in given
    }
    together = {str(at): answer for at, answer in places.items()}
    return {at: answer for at, answer in places.items() if at not in settling.unfit(read, together)}


def _parts(plan: PlanEdition, read: ReadPlan) -> Mapping[str, object]:
    """Title, organisation and period: as the coordinator gave them, else as the new reading has them."""
    was, now = plan.read.plan, read.plan
    names = ("title", "organisation", "period_start", "period_end")
    return {
        name: getattr(now, name) if getattr(plan, name) == getattr(was, name) else getattr(plan, name)
        for name in names
    }


async def _note(work: Work, plan: PlanEdition, said: ReadingMap, by: int | None, now: datetime) -> None:
    """A line of the journal: what was said of each table, and what came of it."""
    after = {
        "tables": {str(place + 1): table.model_dump(mode="json", exclude_defaults=True) for place, table in said.tables.items()},
        "rows": len(plan.read.activities),
        "doubts": len(plan.read.doubts),
    }  # fmt: skip
    line = JournalLine(at=now, person_id=by, action="plan-read-again", subject=f"plan:{plan.id}", after=after)
    await work.journal.add(line)


def refuse_unsaid(state: ColumnsState) -> None:
    """Raises NotAllowed (columns-no-title) where no row can come of what was said."""
    if not state.ready:
        raise NotAllowed("columns-no-title")
