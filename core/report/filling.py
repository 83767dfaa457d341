"""What one message makes of a report: its papers are kept, its figure or outcome is shown back, the rest is the account.

Domain, §4. What was sent is a piece of evidence of which only the content is given: whose report it is of, who adds it
and when is filled in here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.evidence.named_papers import NamedPaper, paper_asked
from core.evidence.paper_checks import is_same_paper, on_arrival, same_paper, without_confirmed
from core.evidence.paper_kinds import form_named
from core.evidence.papers import forms_of
from core.figures.required import measure_by_id
from core.kernel.errors import Outdated, UnreadableInput
from core.model.obligations import Obligation
from core.model.people import Person
from core.plan.reports import Draft, Evidence
from core.ports.unit_of_work import Work
from core.report import draft_steps
from core.report.captions import Understood, understand
from core.report.demands import asked_next
from core.report.record import attach, detach, forget_papers, record
from core.report.worklist import Worklist


def understood_in(
    text: str, worklist: Worklist, o: Obligation, named: str | None, language: str | None
) -> Understood:
    """What a text or caption says about the report; `named` is the measure whose figure a button asked for."""
    measures = worklist.measures(o)
    asked = measure_by_id(measures, named) or draft_steps.answered_measure(measures, o.draft)
    return understand(text, measures, asked, language, worklist.today)


def with_bare_paper(said: Understood, text: str, today: date, language: str | None = None) -> Understood:
    """The same where a paper is asked for: a number and date that nothing names as such ("45, 5 марта") are one too."""
    if said.papers or said.links:
        return said
    try:
        named = paper_asked(text, today, language)
    except UnreadableInput:
        return said
    return Understood(papers=(named,)) if named.paper.dated is not None else said


def is_another_form_asked(worklist: Worklist, o: Obligation, evidence: Sequence[Evidence]) -> bool:
    """Whether one of the row's forms of completion has nothing attached yet."""
    return _next_form(worklist, o, evidence) is not None


def _next_form(worklist: Worklist, o: Obligation, evidence: Sequence[Evidence]) -> str | None:
    rule = worklist.plans[o.plan_id].plan.rule
    return asked_next(worklist.row(o).completion_form, evidence, rule)


def form_of(
    worklist: Worklist, o: Obligation, named: NamedPaper | None, evidence: Sequence[Evidence]
) -> str | None:
    """The form that a piece answers: the one that its caption names, else the next that is asked for.

    A paper that the row does not name keeps the name it was given, and answers none of the row's. One that is attached
    already by the same number and date is the paper it was.
    """
    if named is not None and named.form is not None:
        return form_named(named.form, forms_of(worklist.row(o).completion_form)) or named.form
    if named is not None and (same := next((e for e in evidence if is_same_paper(named.paper, e)), None)):
        return same.form
    return _next_form(worklist, o, evidence)


async def keep(work: Work, who: Person, worklist: Worklist, o: Obligation, piece: Evidence) -> Obligation:
    """Attaches a piece, with what is to be pointed out about it. On one row a number and date are one paper.

    A file takes the place of the paper that was told by number and date alone; told again, a paper is there already.
    """
    same = same_paper(piece, await work.evidence.of_obligations([o.id]), o.draft)
    if same is not None and not piece.is_file:
        return o
    if same is not None and not same.is_file:
        o = await detach(work, who, o, [same], piece.added_at)
        piece = piece.model_copy(update={"form": same.form})
    known = piece.dated is not None or piece.unique_id is not None
    uses = await work.evidence.sharing(o.plan_id, piece) if known else []
    remarks = on_arrival(piece, o, uses, worklist.today)
    if same is not None:
        remarks = without_confirmed(remarks, same.remarks)
    return await attach(work, who, o, piece.model_copy(update={"remarks": remarks}))


async def keep_papers(
    work: Work,
    who: Person,
    worklist: Worklist,
    o: Obligation,
    papers: Sequence[NamedPaper],
    links: Sequence[str],
    now: datetime,
) -> Obligation:
    """Attaches papers that are told of by number and date alone, and addresses of pages."""
    blank = Evidence(id=0, obligation_id=o.id, kind="paper", added_by=who.id, added_at=now)
    for link in links:
        o = await keep(work, who, worklist, o, blank.model_copy(update={"kind": "link", "link": link}))
    for named in papers:
        form = form_of(worklist, o, named, await work.evidence.of_obligations([o.id]))
        told = {"form": form, "number": named.paper.number, "dated": named.paper.dated}
        o = await keep(work, who, worklist, o, blank.model_copy(update=told))
    return o


async def keep_file(
    work: Work,
    who: Person,
    worklist: Worklist,
    o: Obligation,
    file: Evidence,
    said: Understood,
    page: Evidence | None,
) -> Obligation:
    """Attaches a file with the first paper that its caption names; further papers are pieces of their own.

    `page` is a page of the same album that came before.
    """
    first = next(iter(said.papers), None)
    form = page.form if page is not None else None
    if page is None:
        form = form_of(worklist, o, first, await work.evidence.of_obligations([o.id]))
    shown = {"number": first.paper.number, "dated": first.paper.dated} if first is not None else {}
    after = await keep(work, who, worklist, o, file.model_copy(update={"form": form, **shown}))
    return await keep_papers(work, who, worklist, after, said.papers[1:], said.links, file.added_at)


@dataclass(frozen=True, slots=True)
class Filled:
    """The report after a message, and the worklist with it."""

    worklist: Worklist
    obligation: Obligation


async def take_message(
    work: Work,
    who: Person,
    worklist: Worklist,
    o: Obligation,
    said: Understood,
    now: datetime,
    *,
    file: Evidence | None = None,
    page: Evidence | None = None,
) -> Filled:
    """Keeps all that a message brings: the file, the papers and pages that its text names, and what it says besides.

    What it answers is shown back as a proposal; a text that answers nothing is the account alone.
    Raises UnreadableInput where the account no longer fits, Outdated where another device was faster.
    """
    if file is not None:
        after = await keep_file(work, who, worklist, o, file, said, page)
    else:
        after = await keep_papers(work, who, worklist, o, said.papers, said.links, now)
    draft = filled(after.draft, said, added(o, after) if said.papers else [])
    if draft is not None:
        after = await record(work, who, after, draft, now)
    return Filled(worklist.with_changed(after), after)


def filled(draft: Draft, said: Understood, papers: Sequence[int]) -> Draft | None:
    """What a message says besides its papers, as a step; None where it says nothing.

    `papers` are the ids of the pieces whose number it gave. Raises UnreadableInput where the account no longer fits.
    """
    account = None
    if said.account:
        account = draft_steps.fitting(draft_steps.added_account(draft, said.account))
    if said.answers:
        return draft_steps.proposed(draft, said.figures, outcome=said.outcome, papers=papers, account=account)
    return draft_steps.with_account(draft, account) if account else None


def added(before: Obligation, after: Obligation) -> list[int]:
    """The ids of what was attached between two states of a report."""
    return sorted(set(after.draft.evidence) - set(before.draft.evidence))


def misread_papers(o: Obligation, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The pieces whose number and date were read from what waits to be confirmed. Raises Outdated where nothing waits."""
    if o.draft.proposal is None or not o.draft.proposal.papers:
        raise Outdated("card-outdated")
    return [e for e in evidence if e.id in o.draft.proposal.papers]


async def take_for_words(
    work: Work, who: Person, o: Obligation, misread: Sequence[Evidence], words: str, now: datetime
) -> Obligation:
    """Number and date were read amiss: the files stay without them, and the words go to the account."""
    changed = await forget_papers(work, who, o, misread, now)
    account = draft_steps.fitting(draft_steps.added_account(changed.draft, words)) if words else None
    return await record(work, who, changed, draft_steps.without_papers(changed.draft, account), now)


def pieces_named(evidence: Sequence[Evidence], evidence_id: int) -> list[Evidence]:
    """The piece of that id, an album whole. Raises Outdated where it is not attached any more."""
    named = next((e for e in evidence if e.id == evidence_id), None)
    if named is None:
        raise Outdated("card-outdated")
    return [e for e in evidence if e.id == named.id or (named.album and e.album == named.album)]
