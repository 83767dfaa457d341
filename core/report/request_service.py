"""Asking, deciding and taking back a request: the use cases around `core.model.requests` (domain, §4).

Deciding is safe between two managers: who comes second is given the decision that stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.kernel.errors import Missing, NotAllowed, Outdated, UnreadableInput
from core.kernel.periods import Period
from core.model.delegation import Acting
from core.model.obligations import Extension, Obligation, ReportingRule, RequestKind
from core.model.people import Person, Role
from core.model.requests import Moves, Request, RequestState, day_moved, is_open, new_day
from core.owed.calendar import add_working_days
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work, WorkingDays
from core.report.record import in_whose_stead

LONGEST_REASON = 500
"""Characters of the officer's reason, and of the manager's."""


def extended(
    obligation: Obligation, moves: Moves, day: date, rule: ReportingRule, days: WorkingDays
) -> Extension:
    """What holds once the day is granted; what was granted before and is not moved again stays.

    A later day for the report keeps its period open as long after it as the plan's rule says, and never less than
    before.
    """
    held = obligation.extension or Extension()
    if moves == "work":
        return held.model_copy(update={"deadline": day})
    closes = add_working_days(days, day, rule.closes_working_days_after_due)
    closes = max(closes, obligation.due_now.closes)
    return held.model_copy(update={"report_due": day, "closes": closes})


def offered_days(moves: Moves, held: date, today: date, days: WorkingDays) -> list[date]:
    """Days to offer for the one that holds, at most four: a report a week or two later, work until a month or quarter ends."""
    base = max(held, today)
    month, quarter = Period.holding(base, "month"), Period.holding(base, "quarter")
    ends = {month.end, month.next().end, quarter.end, quarter.next().end}
    soon = {add_working_days(days, base, n) for n in (5, 10)} if moves == "report" else set()
    return sorted(day for day in ends | soon if day > base)[:4]


async def ask(work: Work, who: Person, obligation: Obligation, wanted: Request) -> Request:
    """Keeps a request of the person (its `id` is ignored); → it with its id.

    Raises NotAllowed where one waits already or nothing is owed any more. The obligation is the person's own.
    """
    if not is_open(obligation):
        raise NotAllowed("request-overtaken")
    request_id = await work.requests.add(wanted)
    if request_id is None:
        raise NotAllowed("request-waits")
    await work.obligations.set_asking(obligation.id, wanted.kind)
    request = wanted.model_copy(update={"id": request_id})
    await _note(work, who, request, "request-asked", wanted.asked_at, acting=obligation.acting)
    return request


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was kept, the report with it, and the managers who are told at once."""

    request: Request
    obligation: Obligation
    managers: tuple[Person, ...]


async def ask_for(
    work: Work,
    who: Person,
    obligation: Obligation,
    *,
    kind: RequestKind,
    moves: Moves | None,
    day: date | None,
    reason: str,
    now: datetime,
    today: date,
) -> Asked:
    """Asks for another day, or that the report be left out (then without `moves` and `day`).

    Raises UnreadableInput where the reason is too long to be kept whole or the day cannot be asked for, NotAllowed as
    `ask` does, Outdated where no day was chosen.
    """
    if len(reason) > LONGEST_REASON:
        raise UnreadableInput("text-too-long", most=LONGEST_REASON)
    moved = moves if kind == "extension" else None
    if moved is not None and day is None:
        raise Outdated("card-outdated")
    request = Request(
        id=0,
        obligation_id=obligation.id,
        kind=kind,
        moves=moved,
        before=day_moved(obligation, moved) if moved else None,
        day=new_day(obligation, moved, day, today) if moved and day else None,
        reason=reason,
        asked_by=who.id,
        asked_at=now,
    )
    kept = await ask(work, who, obligation, request)
    managers = [p for p in await work.people.with_role(Role.MANAGER) if p.left_at is None]
    return Asked(kept, obligation.model_copy(update={"asking": kind}), tuple(managers))


async def take_back(work: Work, who: Person, obligation: Obligation, now: datetime) -> Obligation:
    """The officer's own end of the waiting request; → the report, on which nothing is asked now. Raises NotAllowed where none waits (any more)."""
    waiting = await work.requests.waiting_on(obligation.id)
    if waiting is None:
        raise NotAllowed("request-none")
    await _end(work, who, waiting, RequestState.TAKEN_BACK, now, acting=obligation.acting)
    return obligation.model_copy(update={"asking": None})


async def grant(
    work: Work,
    who: Person,
    request: Request,
    obligation: Obligation,
    rule: ReportingRule,
    days: WorkingDays,
    now: datetime,
) -> Request:
    """Consents. → the request as it stands then: somebody else's decision where they were faster.

    Raises NotAllowed where the person is no manager, or the report has come meanwhile; Missing where it is gone.
    """
    _check(who, obligation)
    if not request.waits:
        return request
    if not is_open(obligation):
        raise NotAllowed("request-overtaken")
    moved = None
    if request.moves is not None and request.day is not None:
        moved = extended(obligation, request.moves, request.day, rule, days)
    decided = await _end(work, who, request, RequestState.GRANTED, now, moved=moved)
    if not ended_by(who, now, request, decided):
        return decided
    if moved is not None:
        await work.obligations.set_extension(obligation.id, moved)
    else:
        await work.obligations.set_excused(obligation.id, True)
    return decided


def ended_by(who: Person, now: datetime, asked: Request, stands: Request) -> bool:
    """Whether it was this decision that ended the request which waited; else somebody was faster."""
    return asked.waits and (stands.decided_by, stands.decided_at) == (who.id, now)


async def refuse(
    work: Work, who: Person, request: Request, obligation: Obligation, comment: str | None, now: datetime
) -> Request:
    """Refuses, with or without a word why. → the request as it stands then, as `grant` does.

    Raises UnreadableInput where the word is too long to be kept whole.
    """
    if comment is not None and len(comment) > LONGEST_REASON:
        raise UnreadableInput("text-too-long", most=LONGEST_REASON)
    _check(who, obligation)
    if not request.waits:
        return request
    return await _end(work, who, request, RequestState.REFUSED, now, comment=comment)


async def require_again(work: Work, who: Person, obligation: Obligation, now: datetime) -> None:
    """Takes back the consent that a report is not required. Raises NotAllowed, Missing where there is no consent."""
    _check(who, obligation)
    if not obligation.excused:
        raise Missing("unknown")
    await work.obligations.set_excused(obligation.id, False)
    subject = f"obligation:{obligation.id}"
    line = JournalLine(
        at=now,
        person_id=who.id,
        action="required-again",
        subject=subject,
        before={"excused": True},
        after={"excused": False},
    )
    await work.journal.add(line)


def _check(who: Person, obligation: Obligation) -> None:
    if not who.may(Role.MANAGER):
        raise NotAllowed("not-allowed")
    if obligation.withdrawn:
        raise Missing("unknown")


async def _end(
    work: Work,
    who: Person,
    request: Request,
    state: RequestState,
    now: datetime,
    *,
    comment: str | None = None,
    moved: Extension | None = None,
    acting: Acting | None = None,
) -> Request:
    ended = request.model_copy(
        update={"state": state, "decided_by": who.id, "decided_at": now, "comment": comment}
    )
    if not await work.requests.decide(ended):
        stands = await work.requests.get(request.id)
        if stands is None:
            raise Missing("unknown")
        return stands
    await work.obligations.set_asking(request.obligation_id, None)
    await _note(work, who, ended, f"request-{state.value.replace('_', '-')}", now, moved, acting)
    return ended


async def _note(
    work: Work,
    who: Person,
    request: Request,
    action: str,
    at: datetime,
    moved: Extension | None = None,
    acting: Acting | None = None,
) -> None:
    """Before: the day that held. After: the request whole, in whose stead, and all days as they hold by the consent."""
    after = request.model_dump(mode="json", exclude={"before", "asked_at", "decided_at"}, exclude_none=True)
    if moved is not None:
        after["extension"] = moved.model_dump(mode="json", exclude_none=True)
    after |= in_whose_stead(acting)
    before = {"day": request.before.isoformat()} if request.before else None
    subject = f"obligation:{request.obligation_id}"
    line = JournalLine(at=at, person_id=who.id, action=action, subject=subject, before=before, after=after)
    await work.journal.add(line)
