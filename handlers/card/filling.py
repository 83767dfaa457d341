"""What one message makes of a card: its papers are kept, its figure or outcome is shown back, the rest is the account."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from core.evidence.named_papers import NamedPaper
from core.evidence.paper_checks import is_same_paper, on_arrival, same_paper, without_confirmed
from core.evidence.paper_kinds import form_named
from core.evidence.papers import forms_of
from core.figures.required import measure_by_id
from core.model.obligations import Obligation
from core.plan.reports import Draft, Evidence
from core.report import draft_steps
from core.report.captions import Understood, understand
from core.report.demands import asked_next
from core.report.record import attach, detach, record
from core.report.worklist import Worklist
from handlers.card.walk import measure_asked
from handlers.frame.turn import Turn


def understood_in(turn: Turn, worklist: Worklist, o: Obligation) -> Understood:
    """What the text or caption of the message says about that row."""
    measures = worklist.measures(o)
    named = measure_by_id(measures, measure_asked(turn) if turn.report_shown == o.id else None)
    asked = named or draft_steps.answered_measure(measures, o.draft)
    return understand(turn.typed, measures, asked, turn.language, turn.deps.today())


async def next_form(turn: Turn, worklist: Worklist, o: Obligation) -> str | None:
    """The form of completion that is asked for next."""
    evidence = await turn.work.evidence.of_obligations([o.id])
    return asked_next(worklist.row(o).completion_form, evidence, worklist.plans[o.plan_id].plan.rule)


async def form_of(turn: Turn, worklist: Worklist, o: Obligation, named: NamedPaper | None) -> str | None:
    """The form that a piece answers: the one that its caption names, else the next that is asked for.

    A paper that the row does not name keeps the name it was given, and answers none of the row's. One that is attached
    already by the same number and date is the paper it was.
    """
    if named is not None and named.form is not None:
        return form_named(named.form, forms_of(worklist.row(o).completion_form)) or named.form
    if named is not None:
        attached = await turn.work.evidence.of_obligations([o.id])
        if (same := next((e for e in attached if is_same_paper(named.paper, e)), None)) is not None:
            return same.form
    return await next_form(turn, worklist, o)


async def keep(turn: Turn, worklist: Worklist, o: Obligation, **parts: Any) -> Obligation:
    """Attaches a piece, with what is to be pointed out about it. On one row a number and date are one paper.

    A file takes the place of the paper that was told by number and date alone; told again, a paper is there already.
    """
    evidence = Evidence(id=0, obligation_id=o.id, added_by=turn.person_id, added_at=turn.now, **parts)
    same = same_paper(evidence, await turn.work.evidence.of_obligations([o.id]), o.draft)
    if same is not None and not evidence.is_file:
        return o
    if same is not None and not same.is_file:
        o = await detach(turn.work, turn.me, o, [same], turn.now)
        evidence = evidence.model_copy(update={"form": same.form})
    known = evidence.dated is not None or evidence.unique_id is not None
    uses = await turn.work.evidence.sharing(o.plan_id, evidence) if known else []
    remarks = on_arrival(evidence, o, uses, turn.deps.today())
    if same is not None:
        remarks = without_confirmed(remarks, same.remarks)
    changed = await attach(turn.work, turn.me, o, evidence.model_copy(update={"remarks": remarks}))
    turn.worklist = worklist.with_changed(changed)
    return changed


async def keep_papers(
    turn: Turn, worklist: Worklist, o: Obligation, papers: Sequence[NamedPaper], links: Sequence[str] = ()
) -> Obligation:
    """Attaches papers that are told of by number and date alone, and addresses of pages."""
    for link in links:
        o = await keep(turn, worklist, o, kind="link", link=link)
    for named in papers:
        form = await form_of(turn, worklist, o, named)
        paper = named.paper
        o = await keep(turn, worklist, o, kind="paper", form=form, number=paper.number, dated=paper.dated)
    return o


async def fill(
    turn: Turn,
    worklist: Worklist,
    o: Obligation,
    said: Understood,
    papers: Sequence[int],
    fitting: str | None,
) -> Obligation:
    """Records what a message says besides its papers: a proposal where it answers, else the account alone.

    `papers` are the ids of the pieces whose number it gave; `fitting` is the account, whole, with what was there.
    """
    draft = _filled(o.draft, said, papers, fitting)
    if draft is None:
        return o
    changed = await record(turn.work, turn.me, o, draft, turn.now)
    turn.worklist = worklist.with_changed(changed)
    return changed


def _filled(draft: Draft, said: Understood, papers: Sequence[int], account: str | None) -> Draft | None:
    if said.answers:
        return draft_steps.proposed(draft, said.figures, outcome=said.outcome, papers=papers, account=account)
    return draft_steps.with_account(draft, account) if account else None


def added(before: Obligation, after: Obligation) -> list[int]:
    """The ids of what was attached between two states of a report."""
    return sorted(set(after.draft.evidence) - set(before.draft.evidence))
