"""What the database may hold at any moment, whatever people do (domain, §3 and §4), and that the journal tells the same."""

from __future__ import annotations

from collections import Counter

from core.measures import measures_of
from core.obligations import Obligation, ReportState
from core.ports import Submission, Work
from core.replay import replay
from core.reports import Draft, Outcome
from tests.talk.worlds import World

EXPLAINED = (Outcome.PARTIAL, Outcome.NOT_DONE)


async def hold(world: World) -> int:
    """Asserts them all; → how many reports were handed in so far."""
    async with world.app.storage.read() as work:
        rows = {a.id: a.row for a in await work.plans.activities(1)}
        owed = await work.obligations.of_plan(1)
        keys = Counter(o.key for o in owed)
        assert max(keys.values()) == 1, f"a report owed twice: {keys.most_common(3)}"
        for o in owed:
            versions = await work.obligations.submissions(o.id)
            measures = {m.id for m in measures_of(rows[o.activity_id], o.period)}
            _holds_draft(o, measures)
            _holds_versions(o, versions)
            await _holds_evidence(work, o)
            await _holds_journal(work, o)
        assert await work.journal.verify() is None
        return sum(o.version > 0 for o in owed)


def _holds_draft(o: Obligation, measures: set[str]) -> None:
    draft = o.draft
    figures = {*draft.figures, *draft.odd}
    assert all(i.partition(":")[0] in measures or i in measures for i in figures), (o.id, figures, measures)
    if o.state is ReportState.NONE:
        assert draft.is_empty, o
        assert o.version == 0, o
    if o.state in (ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.RETURNED):
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
    assert not content.odd, content
    if content.outcome in EXPLAINED or content.short:
        assert content.reason, content
        assert content.forecast, content


async def _holds_evidence(work: Work, o: Obligation) -> None:
    attached = [e.id for e in await work.evidence.of_obligations([o.id])]
    assert list(o.draft.evidence) == sorted(attached), o
    for id in o.submitted.evidence if o.submitted else ():
        found = await work.evidence.get(id)
        assert found is not None, (o.id, id)
        assert found.obligation_id == o.id, (o.id, id)


async def _holds_journal(work: Work, o: Obligation) -> None:
    lines = await work.journal.lines(f"obligation:{o.id}", limit=10_000)
    told = replay(reversed(lines))
    assert told.differs_from(o) == (), (o, told)
