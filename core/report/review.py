"""What a manager does with a submitted report: accepts it, or returns it with a comment (domain, §4 and §6).

A decision is on the version that was read: where another came meanwhile it is not accepted unseen. A returned report is
owed again; what was recorded stays as the draft to go on from.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from core.kernel.errors import Missing, NotAllowed, Outdated, UnreadableInput
from core.model.obligations import Obligation, ReportState
from core.model.people import Person, Role
from core.owed.status import awaits_review
from core.ports.repositories import JournalLine
from core.ports.unit_of_work import Work

ACCEPTED, RETURNED = "accepted", "returned"
"""The actions of the journal; the newest of them is the decision that stands."""

LONGEST_COMMENT = 1000
"""Characters."""

TOGETHER = 600
"""Seconds: what is accepted within them is told in one message."""


async def accept(work: Work, who: Person, obligation: Obligation, version: int, now: datetime) -> bool:
    """Takes the report as it is; → False, and nothing is done, where it is accepted already.

    Raises NotAllowed (no manager, nothing waits), Missing, Outdated (another version).
    """
    if obligation.state is ReportState.ACCEPTED:
        return False
    _check(who, obligation, version)
    if not awaits_review(obligation):
        raise NotAllowed("review-nothing")
    await _decide(work, who, obligation, ReportState.ACCEPTED, obligation.comment, now)
    return True


async def give_back(
    work: Work, who: Person, obligation: Obligation, version: int, comment: str, now: datetime
) -> bool:
    """Returns the report, an accepted one too, with a comment that the officer will read.

    → False, and nothing is done, where it was returned already. Raises as `accept` does, and UnreadableInput where the
    comment is too long to be kept whole.
    """
    if len(comment) > LONGEST_COMMENT:
        raise UnreadableInput("text-too-long", most=LONGEST_COMMENT)
    if is_returned(obligation):
        return False
    _check(who, obligation, version)
    if not can_be_returned(obligation):
        raise NotAllowed("review-nothing")
    await _decide(work, who, obligation, ReportState.RETURNED, comment, now)
    return True


def is_returned(obligation: Obligation) -> bool:
    """Whether it lies with the officer again: there is nothing to return."""
    return obligation.state is ReportState.RETURNED


def told_at(now: datetime) -> datetime:
    """When what is accepted now is told: with all that is accepted until then, in one message."""
    return datetime.fromtimestamp((now.timestamp() // TOGETHER + 1) * TOGETHER, UTC)


def can_be_returned(obligation: Obligation) -> bool:
    """Whether a report lies with the manager, accepted or not."""
    return awaits_review(obligation) or obligation.state is ReportState.ACCEPTED


def next_to_review(waiting: Sequence[Obligation], current: int | None) -> Obligation | None:
    """The next one after the current, in their order, from the top again at the end."""
    ids = [o.id for o in waiting]
    at = ids.index(current) + 1 if current in ids else 0
    return next((o for o in [*waiting[at:], *waiting[:at]] if o.id != current), None)


async def last_decision(work: Work, obligation_id: int) -> JournalLine | None:
    """Who accepted or returned it last, and when; None where nobody has."""
    lines = await work.journal.lines(f"obligation:{obligation_id}", limit=200)
    return next((line for line in lines if line.action in (ACCEPTED, RETURNED)), None)


def _check(who: Person, obligation: Obligation, version: int) -> None:
    if not who.may(Role.MANAGER):
        raise NotAllowed("not-allowed")
    if obligation.withdrawn:
        raise Missing("unknown")
    if obligation.version != version:
        raise Outdated("review-newer")


async def _decide(
    work: Work, who: Person, o: Obligation, state: ReportState, comment: str | None, now: datetime
) -> None:
    # A returned draft has no step before it: so the walk knows whether it was answered since (core.report.draft_steps).
    draft = o.draft.model_copy(update={"before": None}) if state is ReportState.RETURNED else o.draft
    if not await work.obligations.review(o.id, o.revision, state, draft, comment):
        raise Outdated("review-changed")
    after: dict[str, object] = {"version": o.version}
    if state is ReportState.RETURNED:
        after["comment"] = comment
    line = JournalLine(
        at=now,
        person_id=who.id,
        action=state.value,
        subject=f"obligation:{o.id}",
        before={"state": o.state.value},
        after=after,
    )
    await work.journal.add(line)
