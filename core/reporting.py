"""Recording and submitting: the draft belongs to the obligation, each submission is an immutable version (§3, §4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from core.errors import NotAllowed, Outdated
from core.obligations import Obligation, ReportState
from core.people import Person
from core.ports import JournalLine, Submission, Work
from core.reports import Draft
from core.walk import is_ready


def own(obligations: Sequence[Obligation], obligation_id: int) -> Obligation:
    """The obligation, if it is among those of the person. Raises NotAllowed: what is not theirs, they cannot touch."""
    found = next((o for o in obligations if o.id == obligation_id), None)
    if found is None:
        raise NotAllowed("not-yours")
    return found


async def record(work: Work, who: Person, obligation: Obligation, draft: Draft, now: datetime) -> Obligation:
    """Writes a step of the draft and its journal line. Raises Outdated where another device was faster."""
    state = _state_of(obligation, draft)
    if not await work.obligations.save_draft(obligation.id, obligation.revision, draft, state):
        raise Outdated("draft-changed-elsewhere")
    await work.journal.add(
        JournalLine(
            at=now,
            person_id=who.id,
            action="recorded",
            subject=f"obligation:{obligation.id}",
            before=_kept(obligation.draft),
            after=_kept(draft),
        )
    )
    return obligation.model_copy(update={"draft": draft, "state": state, "revision": obligation.revision + 1})


async def submit(
    work: Work,
    who: Person,
    obligations: Sequence[Obligation],
    now: datetime,
    today: date,
    why: str | None = None,
) -> list[Submission]:
    """Submits what is ready among the obligations. Raises NotAllowed where nothing is, or a reason is owed."""
    ready = [o for o in obligations if is_ready(o)]
    if not ready:
        raise NotAllowed("nothing-to-submit")
    if any(needs_why(o, today) for o in ready) and not why:
        raise NotAllowed("correction-needs-reason")
    done = []
    for o in ready:
        submission = Submission(
            obligation_id=o.id,
            version=o.version + 1,
            content=o.draft.as_submitted(),
            submitted_by=who.id,
            submitted_at=now,
            why_corrected=why if o.version else None,
        )
        await work.obligations.submit(submission, today)
        done.append(submission)
    await work.journal.add(*(_submitted_line(who, s) for s in done))
    return done


def needs_why(obligation: Obligation, today: date) -> bool:
    """Whether submitting it now is a correction after its period closed."""
    return obligation.version > 0 and today > obligation.due.closes


def _state_of(obligation: Obligation, draft: Draft) -> ReportState:
    if obligation.state is ReportState.RETURNED:
        return ReportState.RETURNED
    return ReportState.NONE if draft.is_empty and not obligation.version else ReportState.DRAFT


def _kept(draft: Draft) -> dict[str, object]:
    return draft.model_dump(mode="json", exclude={"before"}, exclude_defaults=True)


def _submitted_line(who: Person, s: Submission) -> JournalLine:
    return JournalLine(
        at=s.submitted_at,
        person_id=who.id,
        action="submitted",
        subject=f"obligation:{s.obligation_id}",
        after={"version": s.version, **_kept(s.content)},
    )
