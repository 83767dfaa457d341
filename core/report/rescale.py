"""Figures told anew in the unit and scale that a new edition prints for their row (domain, §1 and §4).

A figure is kept as a bare number in the scale that its row had. Where an edition prints millions for thousands, drafts
are converted; where it prints another kind of unit, their figures mean nothing there and are asked anew. The versions
that were handed in stay as they are; what the last one comes to in the row's scale of now is what counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal

from core.kernel.errors import Outdated
from core.model.editions import LiveActivity
from core.model.obligations import Obligation, ReportState
from core.owed.measures import measures_of
from core.owed.plan_cache import OpenPlan
from core.plan.model import Activity, Unit
from core.plan.reports import Draft, Measure
from core.plan.values import as_decimal
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work
from core.report.record import state_of

RESTATED = "restated"
"""The action of the journal."""

_Figures = Mapping[str, Decimal]
_Measures = Sequence[Measure]


async def row_when(work: Work, activity: LiveActivity, at: datetime | None) -> Activity:
    """The row as the edition of that moment printed it: what a report of that time reported on."""
    if at is None:
        return activity.row
    former = await work.plans.former_rows(activity.id)
    return next((f.row for f in former if f.until > at), activity.row)


async def measures_when(
    work: Work, plan: OpenPlan, obligation: Obligation, at: datetime | None
) -> tuple[Measure, ...]:
    """The figures that the row asked for at that moment: a version that was handed in then is read in their scale."""
    activity = plan.activities[obligation.activity_id]
    row = await row_when(work, activity, at)
    if row is activity.row:
        return plan.measures(activity.id, obligation.period)
    return measures_of(row, obligation.period, plan.terms(activity.id))


Effect = Literal["rescaled", "asked-anew"]
"""What an edition does to what is recorded on a row: sums are converted, or another unit asks for other figures."""


def effect_on(obligation: Obligation, before: Activity, after: Activity) -> Effect | None:
    """What printing the row otherwise does to what is recorded or submitted; None where it says the same."""
    contents = [c for c in (obligation.draft, obligation.submitted) if c is not None]
    if all(c.is_empty and not c.odd for c in contents):
        return None
    was, now = measures_of(before, obligation.period), measures_of(after, obligation.period)
    if _asks_anew(was, now):
        return "asked-anew" if any(c.outcome or c.figures or c.odd for c in contents) else None
    old = {m.id: m for m in was}
    rescaled = {m.id for m in now if m.id in old and old[m.id].scale != m.scale}
    return "rescaled" if any(rescaled & {*c.figures, *c.odd} for c in contents) else None


def as_reported(content: Draft, before: _Measures, after: _Measures) -> Draft:
    """What was handed in, in the scale of the new measures, with its outcome: that was reported, whatever the unit is now.

    A figure of another kind of unit is left out: no number of the new unit was told.
    """
    asked = {m.id for m in after}
    unread = {id: value for id, value in content.figures.items() if id not in asked}
    return content.model_copy(update={"figures": unread | _converted(content.figures, before, after)})


def as_drafted(draft: Draft, before: _Measures, after: _Measures) -> Draft:
    """The draft, and the step before it, in the scale of the new measures.

    Where the unit of what decides it is of another kind, the outcome is asked anew; the account, the reason, the day
    and the evidence stay. A step that differed in its figures alone is none any more.
    """
    changes: dict[str, object] = {
        "figures": _converted(draft.figures, before, after),
        "odd": _converted(draft.odd, before, after),
        "before": None,
    }
    if _asks_anew(before, after):
        changes |= {"outcome": None, "short": False, "proposal": None}
    told = draft.model_copy(update=changes)
    past = as_drafted(draft.before, before, after) if draft.before else None
    return told.model_copy(update={"before": None if past == told else past})


def told_target(target: str | None, before: Measure, after: Measure, printed: str | None) -> str | None:
    """The plan value that a report answered, by the row of now: the same money in its scale, or what it prints in another unit.

    A submitted report keeps its plan value through editions (domain, §1), so that 6 000 thousand stays 6 of 6 million.
    """
    if target is None:
        return None
    if before.unit is not after.unit:
        return printed
    value = as_decimal(target)
    if value is None or before.scale == after.scale:
        return target
    return f"{_in_scale(value, before, after):f}"


async def restate(
    work: Work, plan_id: int, former: Mapping[int, Activity], by: int | None, now: datetime
) -> None:
    """Tells anew what is recorded on the rows of a live plan that an edition has just printed otherwise.

    `former` has the rows as they stood before, by activity. Within the caller's transaction, with a journal line each.
    Raises Outdated where somebody records or submits at the same moment.
    """
    rows = {a.id: a for a in await work.plans.activities(plan_id)}
    for o in await work.obligations.of_plan(plan_id):
        activity = rows.get(o.activity_id)
        old = former.get(o.activity_id)
        if activity is not None and old is not None and old != activity.row:
            await _restate_one(work, o, old, activity, by, now)


async def _restate_one(
    work: Work, o: Obligation, old: Activity, activity: LiveActivity, by: int | None, now: datetime
) -> None:
    before, after = measures_of(old, o.period), measures_of(activity.row, o.period)
    if _in_the_same(before, after):
        return
    target = told_target(o.target, before[0], after[0], activity.row.targets.get(o.period))
    if target != o.target:
        await work.obligations.reschedule(o.id, o.model_copy(update={"target": target}))
    sent = await _sent(work, o, activity)
    draft = _draft(o, sent, before, after)
    if (draft, sent) == (o.draft, o.submitted):
        return
    state = state_of(o.state, draft, sent)
    if not await work.obligations.restate(o.id, o.revision, o.version, draft, sent, state):
        raise Outdated("draft-changed-elsewhere")
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=by,
            action=RESTATED,
            subject=f"obligation:{o.id}",
            before=_kept(o.draft, o.submitted),
            after=_kept(draft, sent),
        )
    )


async def _sent(work: Work, o: Obligation, activity: LiveActivity) -> Draft | None:
    """What the last version comes to by the row of now; made of the version itself, so that nothing is lost on the way."""
    if o.submitted is None:
        return None
    [last] = await work.obligations.last_submissions([o.id])
    then = await row_when(work, activity, last.submitted_at)
    return as_reported(last.content, measures_of(then, o.period), measures_of(activity.row, o.period))


def _draft(o: Obligation, sent: Draft | None, before: _Measures, after: _Measures) -> Draft:
    draft = as_drafted(o.draft, before, after)
    if sent is None or o.draft.as_submitted() != o.submitted:
        return draft
    same = draft.model_copy(update={"figures": sent.figures})
    if o.state is ReportState.RETURNED:
        return same  # it goes in again, so it is asked anew what cannot be converted
    return same.model_copy(update={"outcome": sent.outcome, "short": sent.short})


def _in_the_same(before: _Measures, after: _Measures) -> bool:
    """Whether both ask for the same figures in the same units and scales."""
    return {(m.id, m.unit, m.scale) for m in before} == {(m.id, m.unit, m.scale) for m in after}


def _converted(figures: _Figures, before: _Measures, after: _Measures) -> dict[str, Decimal]:
    """The figures that the new measures still ask for in the same kind of unit, each in its new scale."""
    was, now = {m.id: m for m in before}, {m.id: m for m in after}
    return {
        id: _in_scale(value, was[id], now[id])
        for id, value in figures.items()
        if id in was and id in now and was[id].unit is now[id].unit
    }


def _in_scale(value: Decimal, was: Measure, now: Measure) -> Decimal:
    """The same money in another scale, to the last digit and without an exponent in its notation."""
    if was.unit is not Unit.MONEY or was.scale == now.scale:
        return value
    return Decimal(f"{value.scaleb(was.scale - now.scale).normalize():f}")


def _asks_anew(before: _Measures, after: _Measures) -> bool:
    """Whether what decides the outcome is measured in another kind of unit."""
    was = {m.id: m.unit for m in before if m.role in ("main", "goal", "threshold")}
    return any(was[m.id] is not m.unit for m in after if m.id in was)


def _kept(draft: Draft, sent: Draft | None) -> dict[str, object]:
    told = draft.model_dump(mode="json", exclude={"before"}, exclude_defaults=True)
    return told if sent is None else {**told, "sent": sent.model_dump(mode="json", exclude_defaults=True)}
