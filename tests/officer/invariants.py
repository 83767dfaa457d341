"""What the database may hold at any moment, whatever people do (domain, §3 to §6), and that the journal tells the same."""

from __future__ import annotations

from collections import Counter

from core.evidence.papers import forms_of
from core.model.obligations import Obligation, ReportState
from core.model.requests import Request, RequestState
from core.owed.derive import lead_of
from core.plan.reports import Draft, Outcome
from core.ports.repositories import JournalLine, Submission
from core.report.consolidation import adds_up, as_ruled, content_of, parts_of, propose
from tests.officer import kept, rights
from tests.officer.kept import Kept
from tests.officer.replay import replay, replay_requests
from tests.talk.worlds import World

EXPLAINED = (Outcome.PARTIAL, Outcome.NOT_DONE)
HANDED_IN = (ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.RETURNED)
STANDS = ("draft", "state", "version", "submitted", "comment", "first_submitted_on", "revision")
"""What nobody changes of a report that is withdrawn or agreed as not required."""


class Watch:
    """Holds the database to the rules after each act: as it is now, and against how it was before the act."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.before: Kept | None = None

    async def hold(self) -> Kept:
        """Asserts all of it; → what is there now."""
        now = await kept.read(self.world)
        _holds_now(now, self.world)
        rights.hold(now, self.before, self.world.app.deps.zone)
        if self.before is not None:
            _holds_since(self.before, now)
        self.before = now
        return now


def _holds_now(now: Kept, world: World) -> None:
    assert now.sound, "a line of the journal was changed"
    assert now.derived, "what is owed is not what the plan and its rules derive"
    keys = Counter(o.key for o in now.owed.values())
    assert max(keys.values()) == 1, f"a report owed twice: {keys.most_common(3)}"
    lines = now.about()
    for o in now.owed.values():
        versions = now.versions[o.id]
        _holds_draft(o, {m.id for m in now.plan.measures(o.activity_id, o.period)})
        _holds_versions(o, versions)
        _holds_evidence(now, o)
        _holds_requests(o, now.requests.get(o.id, []), lines[o.id])
        _holds_decisions(o, versions, lines[o.id])
        told = replay(lines[o.id])
        assert told.differs_from(o, versions, world.app.deps.zone) == (), (o, told)
        _holds_lead(now, o)
    _holds_desks(now)


def _holds_draft(o: Obligation, measures: set[str]) -> None:
    draft = o.draft
    figures = {*draft.figures, *draft.odd}
    assert all(i.partition(":")[0] in measures or i in measures for i in figures), (o.id, figures, measures)
    if o.state is ReportState.NONE:
        assert draft.is_empty, o
        assert o.version == 0, o
    if o.state in HANDED_IN:
        assert o.version > 0, o
    assert (o.first_submitted_on is None) == (o.version == 0), o


def _holds_versions(o: Obligation, versions: list[Submission]) -> None:
    assert [v.version for v in versions] == list(range(1, o.version + 1)), o
    assert (versions[-1].content if versions else None) == o.submitted, o
    for v in versions:
        _holds_content(v.content)
    moments = [v.submitted_at for v in versions]
    assert moments == sorted(moments), o


def _holds_content(content: Draft) -> None:
    """What is handed in is an answer: it has an outcome, and what fell short is explained."""
    assert content.outcome is not None, content
    assert content.before is None, content
    assert not content.waits, content
    if content.outcome in EXPLAINED or content.short:
        assert content.reason, content
        assert content.forecast, content


def _holds_evidence(now: Kept, o: Obligation) -> None:
    attached = [e.id for e in now.evidence[o.id]]
    assert list(o.draft.evidence) == sorted(attached), o
    assert {s.evidence for s in o.draft.said if s.evidence} <= set(attached), o


def _holds_requests(o: Obligation, asked: list[Request], lines: list[JournalLine]) -> None:
    """One waits at most; days are moved and reports left out by consent alone, each request as the journal tells it."""
    waiting = [r.kind for r in asked if r.state is RequestState.ASKED]
    assert waiting == ([o.asking] if o.asking else []), (o, asked)
    granted = [r for r in asked if r.state is RequestState.GRANTED]
    if o.excused:
        assert any(r.kind == "not_required" for r in granted), o
    moved = o.extension
    if moved is not None:
        assert moved.report_due in {None, *(r.day for r in granted if r.moves == "report")}, o
        assert moved.deadline in {None, *(r.day for r in granted if r.moves == "work")}, o
        assert (moved.report_due is None) == (moved.closes is None), o
    assert o.due_now.report_due >= o.due.report_due, o
    assert replay_requests(lines) == asked, (o.id, asked)


def _holds_decisions(o: Obligation, versions: list[Submission], lines: list[JournalLine]) -> None:
    """Accepted or returned is what was handed in; a correction of either says why."""
    handed_in, decision = 0, None
    for line in lines:
        if line.action == "submitted":
            version = versions[handed_in]
            if decision is not None and decision.action == "accepted":
                assert version.why_corrected, (o, version)
            if decision is not None and decision.action == "returned":
                assert version.why_corrected == (decision.after or {})["comment"], (o, version)
            handed_in, decision = handed_in + 1, None
        elif line.action in ("accepted", "returned"):
            assert handed_in > 0, (o, line)
            assert (line.after or {})["version"] == handed_in, (o, line)
            decision = line
    if o.state in (ReportState.ACCEPTED, ReportState.RETURNED):
        assert decision is not None, o
        assert decision.action == o.state.value, o


def _holds_lead(now: Kept, o: Obligation) -> None:
    """What is proposed to a lead: counts and money of the others added up, levels as all gave them, never summed."""
    rule = now.plan.plan.rule
    if lead_of(now.plan.activities[o.activity_id], now.plan.posts, rule) != o.post_id or o.withdrawn:
        return
    parts = parts_of(list(now.owed.values()), o)
    assert {*o.draft.gathered} <= {*now.owed}, o
    measures = as_ruled(now.plan.measures(o.activity_id, o.period), o.activity_id, rule)
    proposal = propose(parts, measures)
    contents = [c for c in map(content_of, parts) if c is not None]
    for m in measures:
        if proposal is None or m.id not in proposal.figures:
            continue
        given = [c.figures[m.id] for c in contents if m.id in c.figures]
        value = proposal.figures[m.id]
        assert value == sum(given) if adds_up(m) else {value} == set(given), (o, m, given, value)


def _holds_desks(now: Kept) -> None:
    """On nobody's worklist lies what is withdrawn or has not opened."""
    for worklist in now.worklists.values():
        for number in worklist:
            o = now.owed[number]
            assert not o.withdrawn, o
            assert o.due_now.opens <= now.today, o


def _holds_since(before: Kept, now: Kept) -> None:
    """What an act may not do to what was there."""
    assert now.journal[: len(before.journal)] == before.journal, "the journal only grows"
    assert set(before.owed) <= set(now.owed), "nothing that was owed is deleted"
    lines = now.about()
    for old in before.owed.values():
        new = now.owed[old.id]
        if new.post_id != old.post_id:
            assert replay(lines[new.id]).post_id == new.post_id, (old, "was given to another post in silence")
        assert (new.activity_id, new.kind, new.period) == (old.activity_id, old.kind, old.period)
        assert now.versions[new.id][: old.version] == before.versions[old.id], "a version is never changed"
        if old.first_submitted_on is not None:
            assert new.first_submitted_on == old.first_submitted_on, new
        if old.is_submitted:
            assert (new.due, new.target) == (old.due, old.target), "it was handed in by those days"
        if (old.withdrawn and new.withdrawn) or (old.excused and new.excused):
            assert all(getattr(old, name) == getattr(new, name) for name in STANDS), (old, new)
        if old.revision == new.revision:
            assert old.draft == new.draft, (old, new)
        for version in now.versions[new.id][old.version :]:
            _holds_handed_in(before, now, old, version)


def _holds_handed_in(before: Kept, now: Kept, old: Obligation, version: Submission) -> None:
    """A version that came by this act: in time or with its reason, and with the files that the plan demands."""
    assert not now.owed[old.id].withdrawn, old
    closed = now.today > old.due_now.closes
    if closed and version.version > 1:
        assert version.why_corrected, (old, version)
    content = version.content
    nothing_to_show = content.figures and not any(content.figures.values())
    if content.outcome is Outcome.DONE and not nothing_to_show and before.plan.plan.rule.demands_file:
        form = now.plan.activities[old.activity_id].row.completion_form
        files = {e.form for e in now.evidence[old.id] if e.is_file and e.id in content.evidence}
        assert set(forms_of(form)) <= files, (old, version)
