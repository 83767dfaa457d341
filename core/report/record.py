"""Recording and submitting: an obligation has its draft, each submission is an immutable version (domain, §3 and §4).

Of a report that two people share it is told who else recorded or submitted (domain, §6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from core.kernel.errors import NotAllowed, Outdated
from core.model.delegation import Acting
from core.model.obligations import Obligation, ReportState
from core.model.people import Person
from core.owed.status import is_closed
from core.plan.reports import Draft, Evidence
from core.ports.repositories import JournalLine, Submission
from core.ports.unit_of_work import Work
from core.report.demands import held_among
from core.report.draft_steps import is_ready, is_sent, with_evidence


@dataclass(frozen=True, slots=True)
class ByOther:
    """Somebody else did it, at that moment."""

    did: Literal["submitted", "recorded"]
    person_id: int
    at: datetime


def own(obligations: Sequence[Obligation], obligation_id: int) -> Obligation:
    """The obligation, if it is among those of the person. Raises NotAllowed: what is not theirs, they cannot touch."""
    found = next((o for o in obligations if o.id == obligation_id), None)
    if found is None:
        raise NotAllowed("not-yours")
    return found


async def record(work: Work, who: Person, obligation: Obligation, draft: Draft, now: datetime) -> Obligation:
    """Writes a step of the draft and its journal line. Raises Outdated where another device was faster."""
    changed = await _saved(work, who, obligation, draft, now)
    line = _line(who, obligation, "recorded", now, before=_kept(obligation.draft), after=_kept(draft))
    await work.journal.add(line)
    return changed


async def attach(work: Work, who: Person, obligation: Obligation, evidence: Evidence) -> Obligation:
    """Keeps a new piece of evidence (its `id` is ignored) as a step of the draft, with its journal line.

    Attached to a submitted report, it has to be handed in as a new version. Raises Outdated, as `record` does.
    """
    evidence_id = await work.evidence.add(evidence)
    changed = await _saved(work, who, obligation, await _with_evidence(work, obligation), evidence.added_at)
    told = evidence.model_dump(
        mode="json",
        exclude={"id", "file_id", "unique_id", "added_by", "added_at"},
        exclude_none=True,
        exclude_defaults=True,
    )
    after: dict[str, object] = {"evidence": evidence_id, **told}
    await work.journal.add(_line(who, obligation, "attached", evidence.added_at, after=after))
    return changed


async def detach(
    work: Work, who: Person, obligation: Obligation, gone: Sequence[Evidence], now: datetime
) -> Obligation:
    """Takes pieces of evidence off again, as a step of the draft. Raises Outdated, as `record` does."""
    for e in gone:
        await work.evidence.remove(e.id, now)
    changed = await _saved(work, who, obligation, await _with_evidence(work, obligation), now)
    before: dict[str, object] = {"evidence": [e.id for e in gone]}
    await work.journal.add(_line(who, obligation, "detached", now, before=before, after={}))
    return changed


async def keep_in_spite(
    work: Work, who: Person, obligation: Obligation, pieces: Sequence[Evidence], now: datetime
) -> None:
    """What was pointed out about these pieces is confirmed: it is not asked about again, and the manager reads it."""
    for e in pieces:
        if e.pointed_out:
            kept = [r.model_copy(update={"kept": True}) for r in e.remarks]
            await work.evidence.set_remarks(e.id, kept)
    after: dict[str, object] = {
        "evidence": [e.id for e in pieces],
        "remarks": sorted({r.code for e in pieces for r in e.pointed_out}),
    }
    await work.journal.add(_line(who, obligation, "kept", now, after=after))


async def forget_papers(
    work: Work, who: Person, obligation: Obligation, pieces: Sequence[Evidence], now: datetime
) -> Obligation:
    """Number and date were read amiss: files stay without them, what was nothing but a paper is taken off.

    Raises Outdated, as `record` does.
    """
    for e in pieces:
        if e.is_file:
            await work.evidence.set_paper(e.id, None, None)
            left = [r for r in e.remarks if r.code in ("empty", "unreadable", "file-used")]
            await work.evidence.set_remarks(e.id, left)
    named = [f"{e.number or ''} {e.dated or ''}".strip() for e in pieces]
    before: dict[str, object] = {"evidence": [e.id for e in pieces], "papers": named}
    await work.journal.add(_line(who, obligation, "misread", now, before=before, after={}))
    papers = [e for e in pieces if not e.is_file]
    return await detach(work, who, obligation, papers, now) if papers else obligation


async def submitted_evidence(work: Work, obligation: Obligation) -> list[Evidence]:
    """What was handed in with the last version, in order of arrival; a correction in the making changes none of it."""
    if obligation.submitted is None:
        return []
    return await evidence_of(work, obligation.id, obligation.submitted)


async def evidence_of(work: Work, obligation_id: int, content: Draft) -> list[Evidence]:
    """What was handed in with a version of a report, whether it was taken off since or not."""
    attached = {e.id: e for e in await work.evidence.of_obligations([obligation_id])}
    found = [attached.get(i) or await work.evidence.get(i) for i in content.evidence]
    return [e for e in found if e is not None]


async def submit(
    work: Work,
    who: Person,
    obligations: Sequence[Obligation],
    now: datetime,
    today: date,
    why: str | None = None,
) -> list[Submission]:
    """Submits what is ready among the obligations, without what lacks a file that its plan demands (domain, §4).

    Raises NotAllowed where nothing is ready, all of it waits for a file, or a reason is owed.
    Raises Outdated where one of them was submitted or changed elsewhere at the same moment: no version is given twice.
    """
    ready = [o for o in obligations if is_ready(o)]
    if not ready:
        raise NotAllowed("nothing-to-submit")
    held = await held_among(work, ready)
    if len(held) == len(ready):
        raise NotAllowed("submit-held", count=len(held))
    ready = [o for o in ready if o.id not in held]
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
            why_corrected=_why(o, why, today),
            acting=o.acting,
        )
        if not await work.obligations.submit(submission, today, o.revision):
            raise Outdated("draft-changed-elsewhere")
        done.append(submission)
    await work.journal.add(*(_submitted_line(who, s) for s in done))
    return done


async def by_others(work: Work, o: Obligation, person_id: int) -> list[ByOther]:
    """Who handed it in last, and who changed the draft since then, where that was somebody else than this person."""
    last = (await work.obligations.last_submissions([o.id]))[:1] if o.version else []
    since = last[0].submitted_at if last else None
    found = [
        ByOther("submitted", s.submitted_by, s.submitted_at) for s in last if s.submitted_by != person_id
    ]
    if o.recorded_by is None or o.recorded_by == person_id or o.recorded_at is None:
        return found
    is_anything = bool(not o.draft.is_empty or o.draft.odd or o.draft.evidence)
    if is_anything and (since is None or o.recorded_at > since):
        found.append(ByOther("recorded", o.recorded_by, o.recorded_at))
    return found


def needs_why(obligation: Obligation, today: date) -> bool:
    """Whether submitting it now corrects what was accepted, or what a period has closed over.

    A returned report says why by itself: the manager's comment asked for it.
    """
    if obligation.version == 0 or obligation.state is ReportState.RETURNED:
        return False
    return obligation.state is ReportState.ACCEPTED or is_closed(obligation, today)


def is_late_unsaid(obligation: Obligation, today: date) -> bool:
    """Whether it is submitted for the first time after its day, and says nothing yet that tells why.

    Asked once (domain, §4): of what was submitted before, and of what was not done and says why, it is not.
    """
    late = obligation.version == 0 and today > obligation.due_now.report_due
    return late and obligation.draft.reason is None


def _why(obligation: Obligation, why: str | None, today: date) -> str | None:
    """The reason that a new version keeps: of a correction, or of a first one that comes late."""
    if obligation.state is ReportState.RETURNED:
        return obligation.comment
    return why if obligation.version or is_late_unsaid(obligation, today) else None


async def _saved(work: Work, who: Person, obligation: Obligation, draft: Draft, now: datetime) -> Obligation:
    if obligation.excused:
        raise NotAllowed("excused-no-report")
    state = state_of(obligation.state, draft, obligation.submitted)
    if not await work.obligations.save_draft(obligation.id, obligation.revision, draft, state, who.id, now):
        raise Outdated("draft-changed-elsewhere")
    changes = {"draft": draft, "state": state, "recorded_by": who.id, "recorded_at": now}
    return obligation.model_copy(update={**changes, "revision": obligation.revision + 1})


async def _with_evidence(work: Work, obligation: Obligation) -> Draft:
    """The draft with all that is attached now."""
    attached = await work.evidence.of_obligations([obligation.id])
    return with_evidence(obligation.draft, [e.id for e in attached], anew=is_sent(obligation))


def state_of(before: ReportState, draft: Draft, sent: Draft | None) -> ReportState:
    """Where a report stands after its draft changed; `sent` is the version that the manager has."""
    if before in (ReportState.RETURNED, ReportState.ACCEPTED):
        return before  # until the correction is handed in
    if sent is not None and not draft.waits and draft.as_submitted() == sent:
        return ReportState.SUBMITTED  # the correction was taken back
    return ReportState.NONE if draft.is_empty and sent is None else ReportState.DRAFT


def _kept(draft: Draft) -> dict[str, object]:
    return draft.model_dump(mode="json", exclude={"before"}, exclude_defaults=True)


def _line(
    who: Person,
    obligation: Obligation,
    action: str,
    at: datetime,
    *,
    before: dict[str, object] | None = None,
    after: dict[str, object],
) -> JournalLine:
    return JournalLine(
        at=at,
        person_id=who.id,
        action=action,
        subject=f"obligation:{obligation.id}",
        before=before,
        after={**after, **in_whose_stead(obligation.acting)},
    )


def in_whose_stead(acting: Acting | None) -> dict[str, object]:
    """Whom it was done for, where it was not one's own report (domain, §6: the journal says so)."""
    return {"for": acting.for_journal()} if acting else {}


def _submitted_line(who: Person, s: Submission) -> JournalLine:
    why = {"why": s.why_corrected} if s.why_corrected else {}
    return JournalLine(
        at=s.submitted_at,
        person_id=who.id,
        action="submitted",
        subject=f"obligation:{s.obligation_id}",
        after={"version": s.version, **_kept(s.content), **why, **in_whose_stead(s.acting)},
    )
