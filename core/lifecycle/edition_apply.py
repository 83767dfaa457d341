"""A new edition of a live plan put in its place: rows keep their ids, owners and reports (domain, §1 and §3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from core.kernel.errors import Missing, NotAllowed
from core.kernel.text import fold
from core.lifecycle import acceptance, indicators, layouts, renewal
from core.lifecycle.edition_diff import Comparison, Pair, Row, compare, likely_plans, overlapping, rows_of
from core.lifecycle.post_matching import names_of
from core.lifecycle.reporting_rules import live_plan
from core.model.editions import (
    Amendment,
    FormerRow,
    LiveActivity,
    Ownership,
    PlanEdition,
    PlanHead,
    PlanStatus,
)
from core.owed.derive import withdraw
from core.plan.model import Activity
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work, WorkingDays
from core.report.rescale import restate

_Line = Callable[[str, str, dict[str, object] | None, dict[str, object]], JournalLine]


async def candidates(work: Work, plan: PlanEdition) -> list[PlanHead]:
    """The live plans that a waiting one may be a new edition of; none where the coordinator has said already."""
    if plan.amendment is not None:
        return []
    live = overlapping(plan, await work.plans.with_status(PlanStatus.LIVE))
    return likely_plans(plan, live, {p.id: await work.plans.titles(p.id) for p in live})


async def amends(
    work: Work, plan: PlanEdition, live_id: int | None, by: int | None, now: datetime
) -> PlanEdition:
    """Says which live plan the waiting one is a new edition of, or (None) that it is another plan."""
    if live_id is not None:
        await live_plan(work, live_id)
    amendment = Amendment(amends=live_id)
    await work.plans.set_amendment(plan.id, amendment)
    await _note(work, by, now, "edition-of", plan.id, amends=live_id)
    return plan.model_copy(update={"amendment": amendment})


async def compared(work: Work, plan: PlanEdition) -> Comparison:
    """A waiting edition against the live plan that it amends. Raises NotAllowed where it amends none."""
    amendment = _amendment(plan)
    live = await live_plan(work, amendment.amends or 0)
    activities = await work.plans.activities(live.id)
    return _compared(plan, live, activities, await _dropped_rows(work, live.id))


async def tell_pair(
    work: Work, plan: PlanEdition, place: int, activity_id: int | None, by: int, now: datetime
) -> PlanEdition:
    """Says which activity a row of the new edition is, or that it is a new one."""
    amendment = _amendment(plan)
    pairs = {**amendment.pairs, str(place): activity_id}
    amendment = amendment.model_copy(update={"pairs": pairs})
    await work.plans.set_amendment(plan.id, amendment)
    await _note(work, by, now, "pair-told", plan.id, row=place + 1, activity=activity_id)
    return plan.model_copy(update={"amendment": amendment})


async def tell_unsure(
    work: Work, plan: PlanEdition, place: int, activity_id: int, by: int, now: datetime
) -> bool:
    """The same of a pair that is uncertain, 0 for a new row; → whether another is. Raises Missing where it is not."""
    found = await compared(work, plan)
    if not any(p.new.key == place and activity_id in (0, p.old.key) for p in found.unsure):
        raise Missing("unknown")
    plan = await tell_pair(work, plan, place, activity_id or None, by, now)
    return bool((await compared(work, plan)).unsure)


async def accept(
    work: Work,
    plan: PlanEdition,
    by: int | None,
    now: datetime,
    days: WorkingDays,
    today: date | None = None,
) -> PlanEdition:
    """Puts the edition in the live plan's place; → the live plan as it is now.

    A row that it brings owes nothing for a period that was over by `today`, the day it takes effect in the plan's zone
    (None: that of `now`).

    Activities keep their ids, what falls away is withdrawn, reports stay with what they reported on (drafts are told
    in the scale of now: `core.report.rescale`); a row that an earlier edition dropped comes back as the activity that it was, with its reports. Rows whose responsibles changed
    wait for their owners to be confirmed; what is owed on them stands until then.
    Raises NotAllowed (edition-pairs-open) while uncertain pairs are not told, (plan-no-rows) where the file has none.
    """
    acceptance.refuse_empty(plan)
    live = await live_plan(work, _amendment(plan).amends or 0)
    before = await work.plans.activities(live.id)
    gone = await _dropped_rows(work, live.id)
    found = _compared(plan, live, before, gone)
    if found.unsure:
        raise NotAllowed("edition-pairs-open", count=len(found.unsure))
    await acceptance.known_posts(work, plan)
    posts = {name: post.id for name, post in names_of(await work.people.posts()).items()}
    current, former = _exchanged(live, plan, now)
    known = {a.id: a for a in (*before, *(a for _, rows in gone for a in rows))}
    await work.plans.replace(current)
    await work.plans.replace(former)
    await work.plans.keep_former(_former_rows(found, known, former.id, now))
    kept = indicators.carried_over(before, plan.settled_reading, current.period_start)
    await work.plans.keep_former(_former_indicators(kept, known, former.id, now))
    gone_with = {a.id for a in indicators.reported(before).values()} - {id for id, _ in kept}
    await work.plans.drop_rows([*(r.key for r in found.dropped), *sorted(gone_with)], former.id)
    await _restore(work, live.id, [p.old.key for p in found.returned], by, now)
    olds = {p.new.place: p.old.key for p in (*found.pairs, *found.returned)}
    rows = [(olds.get(at), row) for at, row in enumerate(plan.settled_reading.activities)]
    brought: list[int] = []
    for a in await work.plans.set_rows(live.id, [*rows, *kept]):
        await _set_owner(work, known.get(a.id), a, posts)
        if a.id not in known:
            brought.append(a.id)
    current = await _since(work, current, brought, today or now.date())
    await layouts.remember(work, plan, by, now)
    await _journal(work, found, by, now, live, plan)
    await restate(work, live.id, {a.id: a.row for a in known.values()}, by, now)
    await renewal.bring_up_to_date(work, live.id, days, by, now)
    return current


async def _since(work: Work, plan: PlanEdition, brought: Sequence[int], today: date) -> PlanEdition:
    """The plan whose rule knows from when the rows count that an edition brought."""
    if not brought:
        return plan
    since = {**plan.rule.rows_since, **dict.fromkeys(brought, today)}
    rule = plan.rule.model_copy(update={"rows_since": since})
    await work.plans.set_rule(plan.id, rule)
    return plan.model_copy(update={"rule": rule})


async def put_live(
    work: Work, plan: PlanEdition, by: int, now: datetime, days: WorkingDays, today: date | None = None
) -> PlanEdition | None:
    """Accepts a waiting plan, as a new edition of the live one where it is said to be that; → the plan that is live.

    None, and nothing is done, while parts lack that a plan of its own needs. Raises NotAllowed as `accept` does.
    """
    acceptance.refuse_empty(plan)
    if plan.amends is not None:
        return await accept(work, plan, by, now, days, today)
    return None if plan.lacks else await acceptance.accept(work, plan, by, now)


def kept_ownership(before: LiveActivity, row: Activity, posts: Mapping[str, int]) -> Ownership:
    """Who reports on an amended row: as before where the row still names them, else proposed anew.

    `posts` is folded name → id. A post that the coordinator chose although the row never named it stays as long as the row names the same.
    """
    named = {posts.get(fold(name), 0) for name in row.responsibles}
    used = {posts.get(fold(name), 0) for name in before.row.responsibles}
    old = before.ownership
    proposed = acceptance.proposed_ownership(row, {name: posts[fold(name)] for name in row.responsibles})
    if old.owner is None or named == used:
        return old if old.owner is not None else proposed
    if old.owner not in named and not (used and used <= named and old.owner not in used):
        return proposed
    supervisor = old.supervisor if old.supervisor in named else proposed.supervisor
    others = (p for p in (*proposed.contributors, proposed.owner) if p is not None)
    return Ownership(
        owner=old.owner,
        supervisor=supervisor if supervisor != old.owner else None,
        contributors=tuple(p for p in dict.fromkeys(others) if p not in (old.owner, supervisor)),
        confirmed=old.confirmed,
    )


async def _restore(
    work: Work, live_id: int, activity_ids: Sequence[int], by: int | None, now: datetime
) -> None:
    """Takes dropped rows back; what was reported on them counts again, whoever owns them now."""
    if not activity_ids:
        return
    await work.plans.restore_rows(activity_ids, live_id)
    owed = await work.obligations.of_plan(live_id)
    reported = [o.id for o in owed if o.activity_id in set(activity_ids) and o.version and o.withdrawn]
    await withdraw(work, reported, False, by, now)


_Gone = Sequence[tuple[PlanEdition, Sequence[LiveActivity]]]


async def _dropped_rows(work: Work, live_id: int) -> _Gone:
    """The rows that former editions of a plan left behind, the last edition first."""
    editions = await work.plans.editions_of(live_id)
    return [(edition, await work.plans.activities(edition.id)) for edition in editions]


def _compared(
    plan: PlanEdition, live: PlanEdition, activities: Sequence[LiveActivity], gone: _Gone
) -> Comparison:
    dropped = [row for edition, rows in gone for row in _rows(edition, rows)]
    new = rows_of(plan.settled_reading)
    return compare(_rows(live, activities), new, _amendment(plan).pairs, dropped)


def _rows(edition: PlanEdition, activities: Sequence[LiveActivity]) -> list[Row]:
    ordered = sorted((a for a in activities if a.row.indicator is None), key=lambda a: a.position)
    if not ordered:
        return []
    return rows_of(edition.read, [a.id for a in ordered], [a.row for a in ordered])


def _exchanged(live: PlanEdition, plan: PlanEdition, now: datetime) -> tuple[PlanEdition, PlanEdition]:
    """The live plan with the new edition's content, and the old content under the number that the new one had."""
    current = plan.model_copy(
        update={
            "id": live.id,
            "status": PlanStatus.LIVE,
            "rule": live.rule,
            "accepted_at": now,
            "amendment": None,
            "title": plan.title or live.title,
            "organisation": plan.organisation or live.organisation,
            "period_start": plan.period_start or live.period_start,
            "period_end": plan.period_end or live.period_end,
        }
    )
    return current, live.model_copy(
        update={"id": plan.id, "status": PlanStatus.SUPERSEDED, "amendment": plan.amendment}
    )


def _former_rows(
    found: Comparison, before: Mapping[int, LiveActivity], edition: int, now: datetime
) -> list[FormerRow]:
    """The old wording of rows that were changed, or come back changed; of those dropped the activity itself keeps it."""
    changed = [*found.changed, *(p for p in found.returned if p.changes)]
    return [
        FormerRow(activity_id=p.old.key, edition_id=edition, until=now, row=before[p.old.key].row)
        for p in changed
    ]


def _former_indicators(
    kept: Sequence[tuple[int, Activity]], before: Mapping[int, LiveActivity], edition: int, now: datetime
) -> list[FormerRow]:
    """The old wording of indicators that the new edition prints otherwise."""
    return [
        FormerRow(activity_id=id, edition_id=edition, until=now, row=before[id].row)
        for id, row in kept
        if before[id].row != row
    ]


async def _set_owner(
    work: Work, before: LiveActivity | None, now: LiveActivity, posts: Mapping[str, int]
) -> None:
    if before is None:
        own = {name: posts[fold(name)] for name in now.row.responsibles}
        ownership = acceptance.proposed_ownership(now.row, own)
    else:
        ownership = kept_ownership(before, now.row, posts)
    if ownership != now.ownership:
        await work.plans.set_owner(now.id, ownership)


async def _journal(
    work: Work, found: Comparison, by: int | None, now: datetime, live: PlanEdition, plan: PlanEdition
) -> None:
    def line(
        action: str, subject: str, before: dict[str, object] | None, after: dict[str, object]
    ) -> JournalLine:
        return JournalLine(at=now, person_id=by, action=action, subject=subject, before=before, after=after)

    whole = line(
        "edition-accepted",
        f"plan:{live.id}",
        {"file": live.source_name, "sha256": live.source_sha256, "kept_as": plan.id},
        {
            "file": plan.source_name,
            "sha256": plan.source_sha256,
            "waited_as": plan.id,
            "added": len(found.added),
            "changed": len(found.changed),
            "dropped": len(found.dropped),
            "returned": len(found.returned),
        },
    )
    changed = [_changed_line(line, pair) for pair in found.changed]
    dropped = [
        line("row-dropped", f"activity:{r.key}", {"title": r.row.title}, {"kept_as": plan.id})
        for r in found.dropped
    ]
    returned = [
        line("row-returned", f"activity:{p.old.key}", {"title": p.old.row.title}, {"title": p.new.row.title})
        for p in found.returned
    ]
    await work.journal.add(whole, *changed, *dropped, *returned)


def _changed_line(line: _Line, pair: Pair) -> JournalLine:
    return line(
        "row-changed",
        f"activity:{pair.old.key}",
        {c.field: c.before for c in pair.changes},
        {c.field: c.after for c in pair.changes},
    )


def _amendment(plan: PlanEdition) -> Amendment:
    if plan.amendment is None or plan.amendment.amends is None:
        raise NotAllowed("edition-of-nothing")
    return plan.amendment


async def _note(
    work: Work, by: int | None, now: datetime, action: str, plan_id: int, **after: object
) -> None:
    await work.journal.add(
        JournalLine(at=now, person_id=by, action=action, subject=f"plan:{plan_id}", after=after)
    )
