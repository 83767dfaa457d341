"""One report as its manager reads it: what was asked, every version, papers, requests and decisions (domain, §6)."""

from __future__ import annotations

from dataclasses import dataclass

from core.model.editions import LiveActivity
from core.model.obligations import Obligation
from core.model.requests import Request
from core.owed.derive import lead_of
from core.owed.measures import measures_of
from core.people.holders import Holder, holders_of_posts
from core.people.names import names_of_people
from core.plan.reports import Draft, Evidence, Measure
from core.ports.repositories import JournalLine, Submission
from core.ports.unit_of_work import Work
from core.report.consolidation import shares_of
from core.report.record import submitted_evidence
from core.report.rescale import measures_when, row_when
from core.report.review import last_decision
from core.summary.book import Book


@dataclass(frozen=True)
class Report:
    """A report with all that is shown of it. `files` has one entry a file or album: its first piece and its pages.

    `activity` is the row that was reported on; `amended` where a new edition of the plan prints it otherwise now.
    `asked_then` is what each of the `versions` answered, in the scale that the row had then.
    """

    book: Book
    o: Obligation
    activity: LiveActivity
    amended: bool
    measures: tuple[Measure, ...]
    asked_then: list[tuple[Measure, ...]]
    evidence: list[Evidence]
    versions: list[Submission]
    names: dict[int, str]
    holders: list[Holder]
    requests: list[Request]
    decision: JournalLine | None

    @property
    def content(self) -> Draft | None:
        """What was submitted last; a draft is the officer's own until it is submitted."""
        if self.versions and self.o.is_submitted:
            return self.versions[-1].content  # beside the row as it was reported on
        return self.o.submitted

    @property
    def files(self) -> list[tuple[Evidence, int]]:
        albums: dict[str, tuple[Evidence, int]] = {}
        for e in self.evidence:
            if e.is_file:
                key = e.album or str(e.id)
                first, count = albums.get(key, (e, 0))
                albums[key] = first, count + 1
        return list(albums.values())


async def read_report(work: Work, book: Book, o: Obligation) -> Report:
    """All that is shown of a report on a plan whose book was read. Raises Missing where the plan has no such row."""
    activity = book.activity(o.activity_id)
    versions = await work.obligations.submissions(o.id) if o.version else []
    reported = versions[-1].submitted_at if versions and o.is_submitted else None
    row = await row_when(work, activity, reported)
    measures = measures_of(row, o.period, book.plan.terms(o.activity_id))
    lead = lead_of(activity, book.plan.posts, book.plan.plan.rule)
    return Report(
        book=book,
        o=o,
        activity=activity.model_copy(update={"row": row}),
        amended=row is not activity.row,
        measures=shares_of(measures) if lead not in (None, o.post_id) else measures,
        asked_then=[await measures_when(work, book.plan, o, v.submitted_at) for v in versions],
        evidence=await submitted_evidence(work, o),
        versions=versions,
        names=await names_of_people(work),
        holders=(await holders_of_posts(work, book.today)).get(o.post_id, []),
        requests=await work.requests.of_obligation(o.id),
        decision=await last_decision(work, o.id) if o.version else None,
    )
